/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A single day of an instrument: the axis is as long as the session will be, the close before is
 * marked, and candles are of five minutes. All prices are made up.
 */

#include "instrument-page.h"

#include <string.h>

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;
static const gint64 MINUTE_MS = 60 * 1000;
static const gint64 NOON_MINUTE = 180; /* after the opening, and after midnight in UTC; it is now */

static void
add_minutes (JipyoCandleSeries *series, gint64 from_ms, guint n)
{
  for (guint i = 0; i < n; i++) {
    const gint64 price = 1000 + i % 7;
    const JipyoCandle candle = { from_ms + i * MINUTE_MS, price, price, price, price, 2 };

    g_array_append_val (series->candles, candle);
  }
}

static void
open_day (Page *self, const char *instrument)
{
  JipyoCandleSeries *minutes = jipyo_candle_series_new (instrument, JIPYO_RESOLUTION_MINUTE);
  JipyoCandleSeries *daily = jipyo_candle_series_new (instrument, JIPYO_RESOLUTION_DAY);
  const JipyoCandle friday = { (FIXTURE_TODAY - 3) * DAY_MS, 950, 990, 940, 980, 9 };

  page_init (self, instrument);
  fixture_set_option (&self->fixture, "range", "1d");
  g_array_append_val (daily->candles, friday);
  g_ptr_array_add (self->pasts, minutes);
  g_ptr_array_add (self->pasts, daily);
}

static JipyoCandleSeries *
get_minutes (Page *self)
{
  return g_ptr_array_index (self->pasts, 0);
}

static const JipyoPlot *
build (Page *self)
{
  return fixture_get_plot (page_build (self), 0);
}

static const JipyoAnnotation *
find_line (const JipyoPlot *plot)
{
  for (guint i = 0; i < plot->annotations->len; i++) {
    const JipyoAnnotation *annotation = g_ptr_array_index (plot->annotations, i);
    if (annotation->kind == JIPYO_ANNOTATION_LINE)
      return annotation;
  }
  return NULL;
}

static void
assert_axis (const JipyoPlot *plot, gint64 low_ms, gint64 high_ms)
{
  g_assert_true (plot->position.has_bounds);
  g_assert_cmpfloat_with_epsilon (plot->position.low, low_ms / 1000.0, 0.002);
  g_assert_cmpfloat_with_epsilon (plot->position.high, high_ms / 1000.0, 0.002);
}

static JipyoCalendar *
make_calendar (void)
{
  JipyoCalendar *calendar = fixture_make_calendar ();
  JipyoCalendarDay *late = g_new0 (JipyoCalendarDay, 1);

  *late = (JipyoCalendarDay){ .date = { 2026, 11, 23 },
                              .open_minute = 10 * 60,
                              .close_minute = 16 * 60 + 30 };
  g_ptr_array_add (calendar->days, late);
  return calendar;
}

/* In the middle of a session its end is in sight. */
static void
test_session (void)
{
  Page page;

  open_day (&page, "krx:KOSPI");
  add_minutes (get_minutes (&page), FIXTURE_TODAY * DAY_MS, NOON_MINUTE);
  const JipyoPlot *plot = build (&page);
  assert_axis (plot, FIXTURE_TODAY * DAY_MS, FIXTURE_TODAY * DAY_MS + 390 * MINUTE_MS);
  assert_axis (g_ptr_array_index (page.fixture.view->sheet->plots, 1), FIXTURE_TODAY * DAY_MS,
               FIXTURE_TODAY * DAY_MS + 390 * MINUTE_MS);
  g_assert_nonnull (strstr (plot->subtitle, "session of 2026-11-23, 09:00–15:30"));
  const JipyoAnnotation *line = find_line (plot);
  g_assert_cmpfloat (line->from, ==, 980);
  g_assert_cmpstr (line->text, ==, "Close before");
  page_clear (&page);
}

/* A day that opens late is as long as the calendar says; what was traded after it is in sight too.
 */
static void
test_late (void)
{
  Page page;

  open_day (&page, "krx:KOSPI");
  page.fixture.calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_calendar_free);
  g_ptr_array_add (page.fixture.calendars, make_calendar ());
  add_minutes (get_minutes (&page), FIXTURE_TODAY * DAY_MS + 60 * MINUTE_MS, 30);
  assert_axis (build (&page), FIXTURE_TODAY * DAY_MS + 60 * MINUTE_MS,
               FIXTURE_TODAY * DAY_MS + 450 * MINUTE_MS);
  add_minutes (get_minutes (&page), FIXTURE_TODAY * DAY_MS + 600 * MINUTE_MS, 5);
  const JipyoPlot *plot = build (&page);
  assert_axis (plot, FIXTURE_TODAY * DAY_MS + 60 * MINUTE_MS,
               FIXTURE_TODAY * DAY_MS + 605 * MINUTE_MS);
  g_assert_nonnull (strstr (plot->subtitle, "session of 2026-11-23, 10:00–16:30"));
  page_clear (&page);
}

/* Round the clock a day is the last 24 hours, and there is no close before. */
static void
test_round_the_clock (void)
{
  const gint64 now_ms = FIXTURE_TODAY * DAY_MS + NOON_MINUTE * MINUTE_MS;
  Page page;

  open_day (&page, "upbit:KRW-BTC");
  add_minutes (get_minutes (&page), now_ms - 30 * MINUTE_MS, 30);
  const JipyoPlot *plot = build (&page);
  assert_axis (plot, now_ms - DAY_MS, now_ms);
  g_assert_null (find_line (plot));
  g_assert_nonnull (strstr (plot->subtitle, "· 2026-11-23 11:30–12:00 ·"));
  /* All of the candle that has just begun is in sight. */
  add_minutes (get_minutes (&page), now_ms, 1);
  plot = build (&page);
  assert_axis (plot, now_ms + 5 * MINUTE_MS - DAY_MS, now_ms + 5 * MINUTE_MS);
  page_clear (&page);
}

static void
test_candles (void)
{
  Page page;

  open_day (&page, "krx:KOSPI");
  add_minutes (get_minutes (&page), FIXTURE_TODAY * DAY_MS, NOON_MINUTE);
  const JipyoPlotSeries *price = g_ptr_array_index (build (&page)->series, 0);
  g_assert_cmpint (price->mark, ==, JIPYO_MARK_CANDLE);
  g_assert_cmpuint (price->data->len, ==, NOON_MINUTE / 5);
  g_assert_cmpuint (jipyo_table_get_n_rows (page.fixture.view->table), ==, NOON_MINUTE / 5);
  fixture_assert_value (page.fixture.view, 0, "volume", "10");
  /* A line is as fine as what was kept. */
  fixture_set_option (&page.fixture, "mark", "line");
  price = g_ptr_array_index (build (&page)->series, 0);
  g_assert_cmpuint (price->data->len, ==, NOON_MINUTE);
  page_clear (&page);
}

/* With nothing to fall from there is no second chart, and the candle stands in the air. */
static void
test_single (void)
{
  static const JipyoCandle only = {
    FIXTURE_TODAY * DAY_MS + 60 * MINUTE_MS, 1000, 1040, 990, 1030, 2
  };
  Page page;

  open_day (&page, "upbit:KRW-BTC");
  g_array_append_val (get_minutes (&page)->candles, only);
  g_array_set_size (((JipyoCandleSeries *) g_ptr_array_index (page.fixture.pasts, 1))->candles, 0);
  const JipyoView *view = fixture_build (&page.fixture, page.name);
  const JipyoPlot *plot = g_ptr_array_index (view->sheet->plots, 0);
  g_assert_cmpuint (view->sheet->plots->len, ==, 1);
  g_assert_true (plot->value.has_bounds);
  g_assert_cmpfloat (plot->value.low, <, 990);
  g_assert_cmpfloat (plot->value.high, >, 1040);
  page_clear (&page);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/instrument-day/session", test_session);
  g_test_add_func ("/views/instrument-day/late", test_late);
  g_test_add_func ("/views/instrument-day/round-the-clock", test_round_the_clock);
  g_test_add_func ("/views/instrument-day/candles", test_candles);
  g_test_add_func ("/views/instrument-day/single", test_single);
  return g_test_run ();
}
