/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a market trades: its hours, its holidays, the days on which it opens late. Data, read from
 * files that a person may extend; what is here only reckons. All times of day are Korean.
 */

#pragma once

#include "jipyo-date.h"
#include "jipyo-quote.h"

typedef enum {
  JIPYO_PHASE_CLOSED,
  JIPYO_PHASE_PRE,
  JIPYO_PHASE_OPEN,
  JIPYO_PHASE_AFTER,
} JipyoMarketPhase;

/* From `from` on, until a later entry of the same phase. */
typedef struct {
  JipyoMarketPhase phase; /* never CLOSED */
  JipyoDate from;
  int open_minute; /* since midnight */
  int close_minute;
  char *source; /* id */
} JipyoCalendarHours;

/* A day that is not as its weekday is. */
typedef struct {
  JipyoDate date;
  gboolean closed;
  int open_minute; /* of the regular session; -1 as usual, as the next */
  int close_minute;
  JipyoText name; /* why */
  char *source;   /* id */
} JipyoCalendarDay;

typedef struct {
  char *id;
  JipyoText title;
} JipyoCalendarSource;

typedef struct {
  char *market; /* "krx", as in the ids of its instruments */
  JipyoText name;
  JipyoPeriod covers; /* days outside it are not known: only their weekday speaks */
  GPtrArray *hours;   /* of JipyoCalendarHours */
  GPtrArray *days;    /* of JipyoCalendarDay, the earliest first */
  GPtrArray *sources; /* of JipyoCalendarSource */
} JipyoCalendar;

JipyoCalendar *jipyo_calendar_new (const char *market);
void jipyo_calendar_free (JipyoCalendar *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoCalendar, jipyo_calendar_free)
void jipyo_calendar_hours_free (JipyoCalendarHours *hours);
void jipyo_calendar_day_free (JipyoCalendarDay *day);
void jipyo_calendar_source_free (JipyoCalendarSource *source);

/* What `over` says of a day or of hours from a date on replaces what was said; the rest stays, and
 * what both cover is covered. `over` is copied. */
void jipyo_calendar_lay_over (JipyoCalendar *self, const JipyoCalendar *over);

/* "closed", "pre", "open", "after". */
const char *jipyo_market_phase_id (JipyoMarketPhase phase);
gboolean jipyo_market_phase_parse (const char *id, JipyoMarketPhase *phase);
const char *jipyo_market_phase_label (JipyoMarketPhase phase, JipyoLang lang);

/* NULL for a day like any other of its weekday; borrowed. */
const JipyoCalendarDay *jipyo_calendar_find_day (const JipyoCalendar *self, JipyoDate date);
/* NULL when there is none of the id; borrowed. */
const JipyoCalendarSource *jipyo_calendar_find_source (const JipyoCalendar *self, const char *id);
gboolean jipyo_calendar_covers (const JipyoCalendar *self, JipyoDate date);
/* Does the market trade on that day? */
gboolean jipyo_calendar_is_session (const JipyoCalendar *self, JipyoDate date);
/* When a phase of a day begins and ends, in microseconds since 1970; FALSE when it has none. */
gboolean jipyo_calendar_get_hours (const JipyoCalendar *self,
                                   JipyoDate date,
                                   JipyoMarketPhase phase,
                                   gint64 bounds_us[2]);
/* The day `sessions` sessions after `date` (before it when negative): for 0 the day itself or, when
 * it has none, the next that has one. */
JipyoDate jipyo_calendar_step (const JipyoCalendar *self, JipyoDate date, int sessions);

typedef struct {
  JipyoMarketPhase phase;
  JipyoDate date;              /* in Korea */
  gboolean covered;            /* the calendar knows this day */
  const JipyoCalendarDay *day; /* when it is a special one; borrowed, may be NULL */
  gint64 until_us;             /* when the phase changes next; 0: not within a month */
  gint64 opened_us;            /* the last regular opening until now, 0: not within a month */
  gint64 closed_us;            /* its end, which may be to come */
} JipyoMarketMoment;

void jipyo_calendar_look (const JipyoCalendar *self, gint64 now_us, JipyoMarketMoment *moment);

/* What the state of a quote is by the calendar: of a market that has closed since the last price,
 * closed, not stale; closed no more when a session began since it was received, or more of them
 * since the price than a holiday accounts for. */
JipyoQuoteState
jipyo_calendar_settle (const JipyoCalendar *self, const JipyoQuote *quote, gint64 now_us);

typedef enum {
  JIPYO_DOUBT_NONE,
  JIPYO_DOUBT_TRADING, /* prices move while the calendar says closed */
  JIPYO_DOUBT_SILENT,  /* the index stands still while it says open */
} JipyoCalendarDoubt;

/* Whether a quote speaks against the calendar. */
JipyoCalendarDoubt
jipyo_calendar_judge (const JipyoCalendar *self, const JipyoQuote *quote, gint64 now_us);
/* "none", "trading-while-closed", "silent-while-open". */
const char *jipyo_calendar_doubt_id (JipyoCalendarDoubt doubt);
const char *jipyo_calendar_doubt_label (JipyoCalendarDoubt doubt, JipyoLang lang);
