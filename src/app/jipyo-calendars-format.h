/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calendars as `jipyo calendar` prints them: the phase of each market, the next change, how far
 * its calendar knows, and the special days to come with their source.
 */

#pragma once

#include "jipyo-calendars.h"

/* (transfer full) */
char *jipyo_calendars_format_text (const JipyoCalendars *self, gint64 now_us, JipyoLang lang);
char *jipyo_calendars_format_json (const JipyoCalendars *self, gint64 now_us);
/* "krx: …" when the calendar does not know the days of the next month; NULL when it does.
 * (transfer full) (nullable) */
char *jipyo_calendar_format_expiry (const JipyoCalendar *calendar, gint64 now_us, JipyoLang lang);
