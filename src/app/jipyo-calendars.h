/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calendars of all markets: those that came with the program with a person's own laid over
 * them, and what they say of quotes.
 */

#pragma once

#include "jipyo-calendar.h"

typedef struct _JipyoCalendars JipyoCalendars;

/* Reads *.json in `folder` over the shipped ones, by name; NULL: the user data directory's
 * "jipyo/calendars". */
JipyoCalendars *jipyo_calendars_new (const char *folder);
void jipyo_calendars_free (JipyoCalendars *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoCalendars, jipyo_calendars_free)

/* What was left out and why, a line each; NULL when all is well. */
const char *jipyo_calendars_get_notice (const JipyoCalendars *self);
/* (element-type JipyoCalendar) (transfer none) */
const GPtrArray *jipyo_calendars_list (const JipyoCalendars *self);
/* The calendar of "krx", or of the market that "krx:KOSPI" is of; NULL for one that never closes.
 * Borrowed. */
const JipyoCalendar *jipyo_calendars_find (const JipyoCalendars *self, const char *instrument);

/* Sets the state that the calendar gives the quote: see jipyo_calendar_settle. */
void jipyo_calendars_settle (const JipyoCalendars *self, JipyoQuote *quote, gint64 now_us);
/* The first doubt that one of the quotes (element-type JipyoQuote) casts on a calendar, and which
 * calendar that is; `calendar` may be NULL. */
JipyoCalendarDoubt jipyo_calendars_judge (const JipyoCalendars *self,
                                          const GPtrArray *quotes,
                                          gint64 now_us,
                                          const JipyoCalendar **calendar);
