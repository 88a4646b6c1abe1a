/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A market with invented special days: phases, steps, and who is believed, the calendar or a quote.
 */

#include "jipyo-calendar.h"

static gint64
at (const char *text)
{
  gint64 instant_us = 0;

  g_assert_true (jipyo_instant_parse (text, &instant_us));
  return instant_us;
}

static JipyoDate
day (const char *text)
{
  JipyoDate date;

  g_assert_true (jipyo_date_parse (text, &date));
  return date;
}

static void
add_hours (JipyoCalendar *calendar, JipyoMarketPhase phase, int open, int close)
{
  JipyoCalendarHours *hours = g_new0 (JipyoCalendarHours, 1);

  hours->phase = phase;
  hours->from = day ("2016-08-01");
  hours->open_minute = open;
  hours->close_minute = close;
  g_ptr_array_add (calendar->hours, hours);
}

static JipyoCalendarDay *
add_day (JipyoCalendar *calendar, const char *date, gboolean closed)
{
  JipyoCalendarDay *added = g_new0 (JipyoCalendarDay, 1);

  added->date = day (date);
  added->closed = closed;
  added->open_minute = -1;
  added->close_minute = -1;
  added->name = jipyo_text_new ("시험일", "a day of the test");
  g_ptr_array_add (calendar->days, added);
  return added;
}

/* 2026-11-26 is a Thursday; it opens and closes an hour late. Friday is closed. */
static JipyoCalendar *
calendar_new (void)
{
  JipyoCalendar *calendar = jipyo_calendar_new ("krx");
  JipyoCalendarDay *late;

  add_hours (calendar, JIPYO_PHASE_PRE, 8 * 60 + 30, 9 * 60);
  add_hours (calendar, JIPYO_PHASE_OPEN, 9 * 60, 15 * 60 + 30);
  add_hours (calendar, JIPYO_PHASE_AFTER, 15 * 60 + 40, 16 * 60);
  late = add_day (calendar, "2026-11-26", FALSE);
  late->open_minute = 10 * 60;
  late->close_minute = 16 * 60 + 30;
  add_day (calendar, "2026-11-27", TRUE);
  g_assert_true (jipyo_period_parse ("2026-11-23/2026-12-31", &calendar->covers));
  return calendar;
}

typedef struct {
  const char *now;
  JipyoMarketPhase phase;
  const char *until;
} Moment;

static void
test_phases (void)
{
  static const Moment cases[] = {
    { "2026-11-25T08:29:59+09:00", JIPYO_PHASE_CLOSED, "2026-11-25T08:30:00+09:00" },
    { "2026-11-25T08:30:00+09:00", JIPYO_PHASE_PRE, "2026-11-25T09:00:00+09:00" },
    { "2026-11-25T09:00:00+09:00", JIPYO_PHASE_OPEN, "2026-11-25T15:30:00+09:00" },
    { "2026-11-25T15:30:00+09:00", JIPYO_PHASE_CLOSED, "2026-11-25T15:40:00+09:00" },
    { "2026-11-25T15:59:59+09:00", JIPYO_PHASE_AFTER, "2026-11-25T16:00:00+09:00" },
    { "2026-11-26T09:15:00+09:00", JIPYO_PHASE_CLOSED, "2026-11-26T09:30:00+09:00" },
    { "2026-11-26T09:30:00+09:00", JIPYO_PHASE_PRE, "2026-11-26T10:00:00+09:00" },
    { "2026-11-26T16:29:00+09:00", JIPYO_PHASE_OPEN, "2026-11-26T16:30:00+09:00" },
    { "2026-11-26T16:45:00+09:00", JIPYO_PHASE_AFTER, "2026-11-26T17:00:00+09:00" },
    { "2026-11-27T12:00:00+09:00", JIPYO_PHASE_CLOSED, "2026-11-30T08:30:00+09:00" },
    { "2026-11-29T12:00:00+09:00", JIPYO_PHASE_CLOSED, "2026-11-30T08:30:00+09:00" },
    /* Midnight is Korea's, not the machine's. */
    { "2026-11-29T23:59:00Z", JIPYO_PHASE_PRE, "2026-11-30T09:00:00+09:00" },
  };
  g_autoptr (JipyoCalendar) calendar = calendar_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    JipyoMarketMoment moment;

    g_test_message ("%s", cases[i].now);
    jipyo_calendar_look (calendar, at (cases[i].now), &moment);
    g_assert_cmpint (moment.phase, ==, cases[i].phase);
    g_assert_cmpint (moment.until_us, ==, at (cases[i].until));
    g_assert_true (moment.covered);
  }
}

static void
test_last_session (void)
{
  g_autoptr (JipyoCalendar) calendar = calendar_new ();
  JipyoMarketMoment moment;

  jipyo_calendar_look (calendar, at ("2026-11-29T12:00:00+09:00"), &moment);
  g_assert_cmpint (moment.opened_us, ==, at ("2026-11-26T10:00:00+09:00"));
  g_assert_cmpint (moment.closed_us, ==, at ("2026-11-26T16:30:00+09:00"));
  jipyo_calendar_look (calendar, at ("2027-01-01T12:00:00+09:00"), &moment);
  g_assert_false (moment.covered);
}

static void
assert_step (const JipyoCalendar *calendar, const char *from, int sessions, const char *to)
{
  g_autofree char *got = jipyo_date_format (jipyo_calendar_step (calendar, day (from), sessions));

  g_test_message ("%s %+d", from, sessions);
  g_assert_cmpstr (got, ==, to);
}

static void
test_steps (void)
{
  g_autoptr (JipyoCalendar) calendar = calendar_new ();
  g_autoptr (JipyoCalendar) empty = jipyo_calendar_new ("none");

  assert_step (calendar, "2026-11-26", 0, "2026-11-26");
  assert_step (calendar, "2026-11-27", 0, "2026-11-30");
  assert_step (calendar, "2026-11-26", 1, "2026-11-30");
  assert_step (calendar, "2026-11-27", 2, "2026-12-01");
  assert_step (calendar, "2026-11-30", -1, "2026-11-26");
  assert_step (calendar, "2026-11-28", -2, "2026-11-25");
  assert_step (calendar, "2026-12-04", 5, "2026-12-11");
  g_assert_false (jipyo_calendar_is_session (empty, day ("2026-11-26")));
  jipyo_calendar_step (empty, day ("2026-11-26"), 3); /* ends */
}

/* A person's own file takes a holiday back, decrees another, and knows one month more. */
static void
test_laid_over (void)
{
  g_autoptr (JipyoCalendar) calendar = calendar_new ();
  g_autoptr (JipyoCalendar) own = jipyo_calendar_new ("krx");

  add_day (own, "2026-11-27", FALSE);
  add_day (own, "2026-11-24", TRUE);
  g_assert_true (jipyo_period_parse ("2027-01-01/2027-01-31", &own->covers));
  jipyo_calendar_lay_over (calendar, own);
  g_assert_true (jipyo_calendar_is_session (calendar, day ("2026-11-27")));
  g_assert_false (jipyo_calendar_is_session (calendar, day ("2026-11-24")));
  g_assert_true (jipyo_calendar_is_session (calendar, day ("2026-11-26")));
  g_assert_true (jipyo_calendar_covers (calendar, day ("2027-01-31")));
  g_assert_cmpuint (calendar->days->len, ==, 3);
  g_assert_true (jipyo_period_parse ("2027-06-01/2027-06-30", &own->covers));
  jipyo_calendar_lay_over (calendar, own);
  g_assert_false (jipyo_calendar_covers (calendar, day ("2027-06-15")));
}

typedef struct {
  const char *instrument;
  const char *now;
  const char *received;
  const char *traded;
  JipyoQuoteState given;
  JipyoQuoteState settled;
  JipyoCalendarDoubt doubt;
  int interval_ms;
} Told;

/* C6 and feature 17. */
static const Told told[] = {
  /* The usual day. */
  { "krx:KOSPI", "2026-11-25T10:00:00+09:00", "2026-11-25T10:00:00+09:00",
    "2026-11-25T09:59:50+09:00", JIPYO_QUOTE_LIVE, JIPYO_QUOTE_LIVE, JIPYO_DOUBT_NONE, 10000 },
  /* A provider that says nothing of sessions, after the close and over a weekend. */
  { "krx:KOSPI", "2026-11-25T18:00:00+09:00", "2026-11-25T17:59:00+09:00",
    "2026-11-25T15:30:10+09:00", JIPYO_QUOTE_STALE, JIPYO_QUOTE_CLOSED, JIPYO_DOUBT_NONE, 10000 },
  { "krx:035420", "2026-11-29T18:00:00+09:00", "2026-11-29T17:59:00+09:00",
    "2026-11-26T16:30:00+09:00", JIPYO_QUOTE_STALE, JIPYO_QUOTE_CLOSED, JIPYO_DOUBT_NONE, 10000 },
  /* Nothing was heard since before the close: it is stale, whatever is open. */
  { "krx:KOSPI", "2026-11-25T18:00:00+09:00", "2026-11-25T14:00:00+09:00",
    "2026-11-25T13:59:50+09:00", JIPYO_QUOTE_STALE, JIPYO_QUOTE_STALE, JIPYO_DOUBT_NONE, 10000 },
  /* Closed since Wednesday is not closed any more when Thursday's session has begun. */
  { "krx:KOSPI", "2026-11-26T10:30:00+09:00", "2026-11-25T18:00:00+09:00",
    "2026-11-25T15:30:00+09:00", JIPYO_QUOTE_CLOSED, JIPYO_QUOTE_STALE, JIPYO_DOUBT_NONE, 10000 },
  { "krx:KOSPI", "2026-11-26T09:59:00+09:00", "2026-11-25T18:00:00+09:00",
    "2026-11-25T15:30:00+09:00", JIPYO_QUOTE_CLOSED, JIPYO_QUOTE_CLOSED, JIPYO_DOUBT_NONE, 10000 },
  /* One session without a price may be a holiday; of a venue two are none, of figures of days four.
   */
  { "krx:035420", "2026-11-29T18:00:00+09:00", "2026-11-29T17:59:50+09:00",
    "2026-11-25T15:30:00+09:00", JIPYO_QUOTE_CLOSED, JIPYO_QUOTE_CLOSED, JIPYO_DOUBT_NONE, 10000 },
  { "krx:035420", "2026-11-26T10:09:00+09:00", "2026-11-26T10:08:50+09:00",
    "2026-11-24T15:30:00+09:00", JIPYO_QUOTE_CLOSED, JIPYO_QUOTE_CLOSED, JIPYO_DOUBT_NONE, 10000 },
  { "krx:035420", "2026-11-26T10:10:00+09:00", "2026-11-26T10:09:50+09:00",
    "2026-11-24T15:30:00+09:00", JIPYO_QUOTE_CLOSED, JIPYO_QUOTE_STALE, JIPYO_DOUBT_NONE, 10000 },
  { "krx:035420", "2026-11-26T10:30:00+09:00", "2026-11-26T10:29:50+09:00",
    "2026-11-23T15:30:00+09:00", JIPYO_QUOTE_CLOSED, JIPYO_QUOTE_CLOSED, JIPYO_DOUBT_NONE,
    3600000 },
  { "krx:035420", "2026-11-26T10:30:00+09:00", "2026-11-26T10:29:50+09:00",
    "2026-11-20T15:30:00+09:00", JIPYO_QUOTE_CLOSED, JIPYO_QUOTE_STALE, JIPYO_DOUBT_NONE, 3600000 },
  /* Prices on a day that should be closed, and outside all hours. */
  { "krx:KOSPI", "2026-11-27T10:00:00+09:00", "2026-11-27T10:00:00+09:00",
    "2026-11-27T09:59:50+09:00", JIPYO_QUOTE_LIVE, JIPYO_QUOTE_LIVE, JIPYO_DOUBT_TRADING, 10000 },
  { "krx:035420", "2026-11-25T20:00:00+09:00", "2026-11-25T20:00:00+09:00",
    "2026-11-25T19:59:50+09:00", JIPYO_QUOTE_LIVE, JIPYO_QUOTE_LIVE, JIPYO_DOUBT_TRADING, 10000 },
  /* The closing price comes a little late. */
  { "krx:KOSPI", "2026-11-25T15:36:00+09:00", "2026-11-25T15:36:00+09:00",
    "2026-11-25T15:35:50+09:00", JIPYO_QUOTE_LIVE, JIPYO_QUOTE_CLOSED, JIPYO_DOUBT_NONE, 10000 },
  /* An index that stands still on a day that should be open; a share may. */
  { "krx:KOSPI", "2026-11-25T09:30:00+09:00", "2026-11-25T09:29:50+09:00",
    "2026-11-24T15:30:00+09:00", JIPYO_QUOTE_CLOSED, JIPYO_QUOTE_CLOSED, JIPYO_DOUBT_SILENT,
    10000 },
  { "krx:035420", "2026-11-25T09:30:00+09:00", "2026-11-25T09:29:50+09:00",
    "2026-11-24T15:30:00+09:00", JIPYO_QUOTE_LIVE, JIPYO_QUOTE_LIVE, JIPYO_DOUBT_NONE, 10000 },
  { "krx:KOSPI", "2026-11-26T09:30:00+09:00", "2026-11-26T09:29:50+09:00",
    "2026-11-25T15:30:00+09:00", JIPYO_QUOTE_CLOSED, JIPYO_QUOTE_CLOSED, JIPYO_DOUBT_NONE, 10000 },
  /* Another market, a day that the calendar does not know, states that say why. */
  { "upbit:KRW-BTC", "2026-11-27T10:00:00+09:00", "2026-11-27T10:00:00+09:00",
    "2026-11-27T09:59:50+09:00", JIPYO_QUOTE_LIVE, JIPYO_QUOTE_LIVE, JIPYO_DOUBT_NONE, 10000 },
  { "krx:KOSPI", "2026-11-22T10:00:00+09:00", "2026-11-22T10:00:00+09:00",
    "2026-11-22T09:59:50+09:00", JIPYO_QUOTE_LIVE, JIPYO_QUOTE_LIVE, JIPYO_DOUBT_NONE, 10000 },
  { "krx:035420", "2026-11-25T18:00:00+09:00", "2026-11-25T17:59:00+09:00",
    "2026-11-25T15:30:00+09:00", JIPYO_QUOTE_SUSPENDED, JIPYO_QUOTE_SUSPENDED, JIPYO_DOUBT_NONE,
    10000 },
};

static void
test_told (void)
{
  g_autoptr (JipyoCalendar) calendar = calendar_new ();

  for (guint i = 0; i < G_N_ELEMENTS (told); i++) {
    g_autoptr (JipyoQuote) quote = jipyo_quote_new (told[i].instrument, "any");

    g_test_message ("%s at %s", told[i].instrument, told[i].now);
    quote->state = told[i].given;
    quote->received_us = at (told[i].received);
    quote->venue_time_us = at (told[i].traded);
    quote->interval_ms = told[i].interval_ms;
    g_assert_cmpint (jipyo_calendar_settle (calendar, quote, at (told[i].now)), ==,
                     told[i].settled);
    g_assert_cmpint (jipyo_calendar_judge (calendar, quote, at (told[i].now)), ==, told[i].doubt);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/calendar/phases", test_phases);
  g_test_add_func ("/core/calendar/last-session", test_last_session);
  g_test_add_func ("/core/calendar/steps", test_steps);
  g_test_add_func ("/core/calendar/laid-over", test_laid_over);
  g_test_add_func ("/core/calendar/told", test_told);
  return g_test_run ();
}
