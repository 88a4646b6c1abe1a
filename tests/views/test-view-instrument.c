/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An instrument's charts come of what was kept, and of nothing else: gaps stay gaps, nights of an
 * exchange are none, and without kept prices it says so. All prices are made up.
 */

#include "instrument-page.h"
#include "jipyo-candle-former.h"

#include <math.h>
#include <string.h>

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;

static JipyoCandleSeries *
make_days (const char *instrument, guint n)
{
  JipyoCandleSeries *series = jipyo_candle_series_new (instrument, JIPYO_RESOLUTION_DAY);
  const gboolean listed = g_str_has_prefix (instrument, "krx:");

  for (gint64 day = FIXTURE_TODAY - n; day < FIXTURE_TODAY; day++) {
    const gint64 close = 1000 + (day * 37) % 200;
    const JipyoCandle candle = {
      day * DAY_MS, 1000, MAX (close, 1000), MIN (close, 1000), close, 7
    };

    if (!listed || (day + 3) % 7 < 5)
      g_array_append_val (series->candles, candle);
  }
  return series;
}

static void
test_lists_needs (void)
{
  static const struct {
    const char *range;
    JipyoResolution resolution;
    guint n_needs;
  } cases[] = {
    { "1d", JIPYO_RESOLUTION_MINUTE, 3 }, { "1w", JIPYO_RESOLUTION_HOUR, 3 },
    { "1m", JIPYO_RESOLUTION_HOUR, 3 },   { "3m", JIPYO_RESOLUTION_DAY, 3 },
    { "1y", JIPYO_RESOLUTION_DAY, 3 },    { "all", JIPYO_RESOLUTION_DAY, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GHashTable) options = g_hash_table_new (g_str_hash, g_str_equal);
    const JipyoViewContext context = { .as_of = { 2026, 11, 23 }, .options = options };

    g_hash_table_insert (options, (gpointer) "range", (gpointer) cases[i].range);
    g_hash_table_insert (options, (gpointer) "compare", (gpointer) "krx:KOSPI");
    g_autoptr (GPtrArray) needs = jipyo_view_list_pasts ("instrument:upbit:KRW-BTC", &context);
    g_assert_cmpuint (needs->len, ==, cases[i].n_needs);
    const JipyoPastNeed *past = needs->pdata[0];
    const JipyoPastNeed *compared = needs->pdata[2];
    g_assert_cmpstr (past->instrument, ==, "upbit:KRW-BTC");
    g_assert_cmpint (past->resolution, ==, cases[i].resolution);
    g_assert_cmpstr (compared->instrument, ==, "krx:KOSPI");
    g_hash_table_remove (options, "compare");
    g_autoptr (GPtrArray) alone = jipyo_view_list_pasts ("instrument:upbit:KRW-BTC", &context);
    g_assert_cmpuint (alone->len, ==, 2);
  }
}

static JipyoCandleSeries *
make_renamed (void)
{
  const JipyoNewCode code = { (char *) "upbit:KRW-OLD", (char *) "upbit:KRW-NEW",
                              (FIXTURE_TODAY - 20) * DAY_MS * 1000 + 5 };
  g_autoptr (JipyoCandleSeries) before = make_days ("upbit:KRW-OLD", 60);
  JipyoCandleSeries *series = make_days ("upbit:KRW-NEW", 20);

  g_array_remove_index (series->candles, 0);
  g_assert_true (jipyo_candle_series_add_former (series, before, &code));
  return series;
}

/* The past of the old code is shown on the page of the new one, with a mark at the change, a line
 * below and, in the table, the code of then. */
static void
test_renamed (void)
{
  Page page;

  page_init (&page, "upbit:KRW-NEW");
  fixture_set_option (&page.fixture, "compare", "upbit:KRW-BTC");
  g_ptr_array_add (page.pasts, make_renamed ());
  g_ptr_array_add (page.pasts, make_renamed ());
  g_ptr_array_add (page.pasts, make_days ("upbit:KRW-BTC", 60));
  const JipyoView *view = page_build (&page);
  const JipyoPlotSeries *price = fixture_find_series (fixture_get_plot (view, 0), "price");
  g_assert_cmpuint (price->data->len, ==, 60);
  g_assert_cmpuint (fixture_count_marks (fixture_get_plot (view, 0), "KRW-OLD until 2026-11-03"),
                    ==, 1);
  g_assert_cmpuint (fixture_count_marks (fixture_get_plot (view, 1), "KRW-OLD until 2026-11-03"),
                    ==, 1);
  g_assert_nonnull (strstr (view->sheet->footer, " · until 2026-11-03 as upbit:KRW-OLD · "));
  g_autofree char *csv = jipyo_view_format_csv (view);
  g_assert_nonnull (strstr (csv, "upbit:KRW-OLD"));
  g_assert_nonnull (strstr (csv, "upbit:KRW-NEW"));
  page_clear (&page);
}

/* Nothing is made up: what there is not, is said. */
static void
test_empty (void)
{
  Page page;

  page_init (&page, "krx:035420");
  const JipyoView *view = page_build (&page);
  g_assert_cmpstr (view->sentence.en, ==, "Past prices are being read");
  page.fixture.pasts_failed = TRUE;
  view = page_build (&page);
  g_assert_nonnull (strstr (view->sentence.en, "cannot be read"));
  g_ptr_array_add (page.pasts, make_days ("krx:035420", 0));
  view = page_build (&page);
  g_assert_nonnull (strstr (view->sentence.ko, "jipyo import"));
  g_assert_nonnull (strstr (view->sentence.ko, "jipyo backfill"));
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 0);
  g_assert_cmpstr (fixture_get_plot (view, 0)->empty, ==, view->sentence.en);
  /* Once. */
  g_assert_cmpstr (view->sheet->title, ==, view->title.en);
  g_assert_cmpstr (jipyo_view_get_headline (view, JIPYO_LANG_EN), ==, view->title.en);
  page_clear (&page);
}

static void
test_options (void)
{
  Page page;

  page_init (&page, "btc");
  fixture_expect_error (&page.fixture, page.name, JIPYO_VIEW_ERROR_OPTION);
  page_clear (&page);
  page_init (&page, "krx:KOSPI");
  fixture_set_option (&page.fixture, "compare", "kosdaq");
  fixture_expect_error (&page.fixture, page.name, JIPYO_VIEW_ERROR_OPTION);
  fixture_set_option (&page.fixture, "compare", "none");
  fixture_set_option (&page.fixture, "range", "2y");
  fixture_expect_error (&page.fixture, page.name, JIPYO_VIEW_ERROR_OPTION);
  page_clear (&page);
}

/* The stretch that is asked for, with averages from its first day on. */
static void
test_days (void)
{
  Page page;

  page_init (&page, "upbit:KRW-BTC");
  fixture_add_event (page.fixture.whole, "x", JIPYO_EVENT_SELECTED, "2026-10-01");
  g_ptr_array_add (page.pasts, make_days ("upbit:KRW-BTC", 300));
  g_ptr_array_add (page.pasts, make_days ("upbit:KRW-BTC", 92));
  const JipyoView *view = page_build (&page);
  const JipyoPlot *plot = fixture_get_plot (view, 0);
  const JipyoPlotSeries *price = fixture_find_series (plot, "price");
  const JipyoPlotSeries *average = fixture_find_series (plot, "average-120");

  g_assert_cmpint (price->mark, ==, JIPYO_MARK_CANDLE);
  g_assert_cmpuint (price->data->len, ==, 91);
  g_assert_cmpstr (g_array_index (price->data, JipyoDatum, 90).claim, ==,
                   "upbit:KRW-BTC@1d@2026-11-22T00:00:00Z");
  g_assert_cmpstr (jipyo_table_peek (view->table, 0, "close")->claim, ==,
                   "upbit:KRW-BTC@1d@2026-11-22T00:00:00Z");
  g_assert_cmpuint (average->data->len, ==, 91);
  g_assert_cmpuint (average->colour.index, ==, 4); /* see test_price_and_average of test-sight.c */
  g_assert_true (average->dashed);
  g_assert_cmpuint (fixture_find_series (plot, "volume")->data->len, ==, 91);
  g_assert_null (plot->position.sessions);
  g_assert_cmpuint (plot->annotations->len, ==, 1);
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 91);
  fixture_assert_value (view, 0, "open", "1000");

  /* The mean of the first day's window, worked out anew. */
  double sum = 0;
  const gint64 first = FIXTURE_TODAY - 91;
  for (gint64 day = first - 119; day <= first; day++)
    sum += 1000 + (day * 37) % 200;
  g_assert_cmpfloat_with_epsilon (g_array_index (average->data, JipyoDatum, 0).value, sum / 120,
                                  1e-9);
  const JipyoCell *cell = jipyo_table_peek (view->table, 90, "average-120");
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (cell->value, NULL), sum / 120, 0.5);
  g_assert_cmpint (cell->status, ==, JIPYO_STATUS_DERIVED);

  fixture_set_option (&page.fixture, "averages", "off");
  fixture_set_option (&page.fixture, "mark", "ohlc");
  view = page_build (&page);
  plot = fixture_get_plot (view, 0);
  g_assert_null (jipyo_table_peek (view->table, 0, "average-120"));
  g_assert_null (fixture_find_series (plot, "average-20"));
  g_assert_cmpint (fixture_find_series (plot, "price")->mark, ==, JIPYO_MARK_OHLC);
  page_clear (&page);
}

/* Two days are missing: no line goes over them, no average is taken over them, and they are shown.
 */
static void
test_gap (void)
{
  Page page;

  page_init (&page, "upbit:KRW-BTC");
  fixture_set_option (&page.fixture, "mark", "line");
  JipyoCandleSeries *series = make_days ("upbit:KRW-BTC", 120);
  const JipyoGap gap = { (FIXTURE_TODAY - 11) * DAY_MS, (FIXTURE_TODAY - 9) * DAY_MS,
                         JIPYO_GAP_DAMAGED };
  g_array_remove_range (series->candles, 120 - 11, 2);
  g_array_append_val (series->gaps, gap);
  g_ptr_array_add (page.pasts, series);
  const JipyoPlot *plot = fixture_get_plot (page_build (&page), 0);
  const JipyoPlotSeries *price = fixture_find_series (plot, "price");
  const JipyoDatum *first = &g_array_index (price->data, JipyoDatum, 0);
  guint n_gaps = 0;

  /* Low and high would be drawn at every day as a margin of error. */
  g_assert_true (isfinite (first->value) && isnan (first->low) && isnan (first->high));

  for (guint i = 0; i < price->data->len; i++)
    n_gaps += isnan (g_array_index (price->data, JipyoDatum, i).value);
  g_assert_cmpuint (n_gaps, ==, 1);
  const JipyoPlotSeries *average = fixture_find_series (plot, "average-20");
  g_assert_true (isnan (g_array_index (average->data, JipyoDatum, average->data->len - 1).value));
  g_assert_cmpuint (plot->annotations->len, ==, 1);
  const JipyoAnnotation *span = g_ptr_array_index (plot->annotations, 0);
  g_assert_cmpint (span->kind, ==, JIPYO_ANNOTATION_SPAN);
  g_assert_cmpstr (span->text, ==, "Damaged");
  g_assert_cmpfloat (span->to - span->from, ==, 2 * DAY_MS / 1000);
  page_clear (&page);
}

/* A weekend is no gap; a weekday on which it is recorded that nothing was heard is one. */
static void
test_sessions (void)
{
  Page page;

  page_init (&page, "krx:KOSPI");
  JipyoCandleSeries *series = make_days ("krx:KOSPI", 60);
  g_ptr_array_add (page.pasts, series);
  const JipyoPlot *plot = fixture_get_plot (page_build (&page), 0);
  guint n_openings;
  guint n_before;

  jipyo_sessions_get_openings (plot->position.sessions, &n_before);
  g_assert_cmpuint (n_before, ==, series->candles->len);
  g_assert_cmpuint (plot->annotations->len, ==, 0);
  /* A holiday: no candle, and nothing recorded. */
  g_array_remove_index (series->candles, 20);
  plot = fixture_get_plot (page_build (&page), 0);
  jipyo_sessions_get_openings (plot->position.sessions, &n_openings);
  g_assert_cmpuint (n_openings, ==, n_before - 1);
  g_assert_cmpuint (plot->annotations->len, ==, 0);
  /* The program did not run all that day. */
  const gint64 day_ms = g_array_index (series->candles, JipyoCandle, 25).start_ms;
  const JipyoGap gap = { day_ms, day_ms + DAY_MS, JIPYO_GAP_NOT_RUNNING };
  g_array_remove_index (series->candles, 25);
  g_array_append_val (series->gaps, gap);
  plot = fixture_get_plot (page_build (&page), 0);
  jipyo_sessions_get_openings (plot->position.sessions, &n_openings);
  g_assert_cmpuint (n_openings, ==, n_before - 1);
  g_assert_cmpuint (plot->annotations->len, ==, 1);
  page_clear (&page);
}

static JipyoCalendar *
make_calendar (JipyoDate holiday, JipyoDate late)
{
  JipyoCalendar *calendar = fixture_make_calendar ();
  JipyoCalendarDay *closed = g_new0 (JipyoCalendarDay, 1);
  JipyoCalendarDay *opens_late = g_new0 (JipyoCalendarDay, 1);

  *closed = (JipyoCalendarDay){ .date = holiday, .closed = TRUE };
  *opens_late = (JipyoCalendarDay){ .date = late, .open_minute = 10 * 60, .close_minute = -1 };
  g_ptr_array_add (calendar->days, closed);
  g_ptr_array_add (calendar->days, opens_late);
  return calendar;
}

/* A session that the calendar knows is missing though nobody recorded a gap; its holidays are not,
 * and a day that opens late is as long as it was. */
static void
test_calendar (void)
{
  Page page;
  guint n_openings;

  page_init (&page, "krx:KOSPI");
  JipyoCandleSeries *series = make_days ("krx:KOSPI", 60);
  const gint64 holiday = g_array_index (series->candles, JipyoCandle, 20).start_ms / DAY_MS;
  const gint64 missing = g_array_index (series->candles, JipyoCandle, 25).start_ms / DAY_MS;
  g_array_remove_index (series->candles, 25);
  g_array_remove_index (series->candles, 20);
  g_ptr_array_add (page.pasts, series);
  page.fixture.calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_calendar_free);
  const gint64 late = g_array_index (series->candles, JipyoCandle, 0).start_ms / DAY_MS;
  g_ptr_array_add (page.fixture.calendars, make_calendar (jipyo_date_from_day ((int) holiday),
                                                          jipyo_date_from_day ((int) late)));

  const JipyoPlot *plot = fixture_get_plot (page_build (&page), 0);
  const JipyoOpening *openings = jipyo_sessions_get_openings (plot->position.sessions, &n_openings);
  g_assert_cmpuint (n_openings, ==, series->candles->len + 1);
  g_assert_cmpuint (plot->annotations->len, ==, 1);
  const JipyoAnnotation *span = g_ptr_array_index (plot->annotations, 0);
  g_assert_cmpfloat (span->from, <=, missing * 86400.0);
  g_assert_cmpfloat (span->to, >=, missing * 86400.0);
  g_assert_cmpfloat (openings[0].open, ==, late * 86400.0 + 3600);
  g_assert_cmpfloat (openings[0].close, ==, late * 86400.0 + 6.5 * 3600);
  g_assert_cmpfloat (openings[1].close - openings[1].open, ==, 6.5 * 3600);
  const JipyoPlotSeries *price = fixture_find_series (plot, "price");
  g_assert_cmpfloat (g_array_index (price->data, JipyoDatum, 0).position, ==,
                     (openings[0].open + openings[0].close) / 2);
  page_clear (&page);
}

/* Both are 100 where both begin. */
static void
test_compare (void)
{
  Page page;

  page_init (&page, "upbit:KRW-BTC");
  fixture_set_option (&page.fixture, "compare", "bithumb:KRW-BTC");
  g_ptr_array_add (page.pasts, make_days ("upbit:KRW-BTC", 80));
  g_ptr_array_add (page.pasts, make_days ("upbit:KRW-BTC", 80));
  g_ptr_array_add (page.pasts, make_days ("bithumb:KRW-BTC", 40));
  const JipyoPlot *plot = fixture_get_plot (page_build (&page), 1);
  const JipyoPlotSeries *own = fixture_find_series (plot, "own");
  const JipyoPlotSeries *other = fixture_find_series (plot, "compared");

  g_assert_cmpuint (own->data->len, ==, 40);
  g_assert_cmpuint (other->data->len, ==, 40);
  g_assert_cmpfloat (g_array_index (own->data, JipyoDatum, 0).value, ==, 100);
  g_assert_cmpfloat (g_array_index (other->data, JipyoDatum, 0).value, ==, 100);
  g_assert_cmpfloat (g_array_index (own->data, JipyoDatum, 0).position, ==,
                     g_array_index (other->data, JipyoDatum, 0).position);
  page_clear (&page);
}

/* What grew a hundredfold is written with the marks of its thousands. */
static void
test_compare_large (void)
{
  Page page;
  JipyoCandleSeries *grown = make_days ("upbit:KRW-BTC", 80);
  JipyoCandle *last = &g_array_index (grown->candles, JipyoCandle, grown->candles->len - 1);
  JipyoCandle *first = &g_array_index (grown->candles, JipyoCandle, grown->candles->len - 40);

  page_init (&page, "upbit:KRW-BTC");
  first->open = first->high = first->low = first->close = 1000;
  last->high = last->close = 123456;
  fixture_set_option (&page.fixture, "compare", "bithumb:KRW-BTC");
  g_ptr_array_add (page.pasts, grown);
  g_ptr_array_add (page.pasts, make_days ("upbit:KRW-BTC", 80));
  g_ptr_array_add (page.pasts, make_days ("bithumb:KRW-BTC", 40));
  const JipyoPlot *plot = fixture_get_plot (page_build (&page), 1);
  const JipyoPlotSeries *own = fixture_find_series (plot, "own");

  g_assert_cmpstr (g_array_index (own->data, JipyoDatum, 39).text, ==, "12,345.6");
  g_assert_true (g_str_has_prefix (plot->title, "12,2") && strstr (plot->title, " points ahead"));
  page_clear (&page);
}

/* So many points are columns, and a bar of volume stands for several. */
static void
test_dense (void)
{
  Page page;

  page_init (&page, "upbit:KRW-BTC");
  fixture_set_option (&page.fixture, "range", "all");
  g_ptr_array_add (page.pasts, make_days ("upbit:KRW-BTC", 4000));
  const JipyoView *view = page_build (&page);
  const JipyoPlotSeries *price = fixture_find_series (fixture_get_plot (view, 0), "price");

  g_assert_nonnull (price->columns);
  g_assert_cmpuint (jipyo_plot_series_get_n (price), ==, 4000);
  g_assert_cmpstr (jipyo_plot_series_get_datum (price, 3999).claim, ==,
                   "upbit:KRW-BTC@1d@2026-11-22T00:00:00Z");
  g_assert_cmpstr (jipyo_plot_series_get_datum (price, 3998).claim, ==,
                   "upbit:KRW-BTC@1d@2026-11-21T00:00:00Z");
  g_assert_nonnull (fixture_find_series (fixture_get_plot (view, 1), "drawdown")->columns);
  g_assert_null (fixture_find_series (fixture_get_plot (view, 0), "average-20"));
  const JipyoPlotSeries *volume = fixture_find_series (fixture_get_plot (view, 0), "volume");
  double sum = 0;
  for (guint i = 0; i < volume->data->len; i++)
    sum += g_array_index (volume->data, JipyoDatum, i).value;
  g_assert_cmpuint (volume->data->len, ==, 500);
  g_assert_cmpfloat (sum, ==, 4000 * 7);
  g_assert_cmpstr (volume->name, ==, "Volume of 8 candles");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 500);
  page_clear (&page);
}

/* A price that was printed long ago is not today's; one that came in is. */
static void
test_price (void)
{
  Page page;

  page_init (&page, "krx:KOSPI");
  fixture_add_article_boxes (page.fixture.whole);
  g_ptr_array_add (page.pasts, make_days ("krx:KOSPI", 60));
  const JipyoView *view = page_build (&page);
  const JipyoTile *tile = g_ptr_array_index (view->sheet->tiles, 0);
  g_assert_cmpstr (tile->number, ==, "1,149.00");
  g_assert_true (tile->muted);
  g_assert_true (g_str_has_prefix (tile->doubt, "⚠ Close of "));
  g_assert_null (strstr (view->sentence.en, "3,198"));

  page.fixture.quotes = fixture_new_quotes ();
  fixture_add_quote (page.fixture.quotes, "krx:KOSPI", "1200.5", 1);
  view = page_build (&page);
  tile = g_ptr_array_index (view->sheet->tiles, 0);
  g_assert_cmpstr (tile->number, ==, "1,200.50");
  g_assert_false (tile->muted);
  g_assert_nonnull (strstr (view->sentence.en, "KOSPI at 1,200.50"));
  page_clear (&page);
}

/* What is in doubt says so once, with what the venue warns of. */
static void
test_suspect (void)
{
  Page page;

  page_init (&page, "upbit:KRW-BTC");
  page.fixture.quotes = fixture_new_quotes ();
  JipyoQuote *quote = fixture_add_quote (page.fixture.quotes, "upbit:KRW-BTC", "1200", 1);
  quote->state = JIPYO_QUOTE_SUSPECT;
  const JipyoTile *tile = g_ptr_array_index (page_build (&page)->sheet->tiles, 0);
  g_assert_cmpstr (tile->doubt, ==, "⚠ suspect · 1 s ago");
  g_assert_null (tile->note);

  jipyo_quote_set_listing (quote, JIPYO_LISTING_WARNING);
  quote->state = JIPYO_QUOTE_SUSPECT;
  tile = g_ptr_array_index (page_build (&page)->sheet->tiles, 0);
  g_assert_true (g_str_has_prefix (tile->doubt, "⚠ suspect · "));
  g_assert_true (g_str_has_suffix (tile->doubt, " · 1 s ago"));

  /* Grey alone does not warn a hall. */
  quote->listing = JIPYO_LISTING_UNKNOWN;
  quote->state = JIPYO_QUOTE_STALE;
  tile = g_ptr_array_index (page_build (&page)->sheet->tiles, 0);
  g_assert_cmpstr (tile->doubt, ==, "⚠ stale · 1 s ago");
  quote->state = JIPYO_QUOTE_LATE;
  tile = g_ptr_array_index (page_build (&page)->sheet->tiles, 0);
  g_assert_null (tile->doubt);
  g_assert_cmpstr (tile->note, ==, "late · 1 s ago");
  page_clear (&page);
}

/* Of a closed market it is told when the price is from; of a stretch without prices, that it is
 * one. */
static void
test_tiles (void)
{
  Page page;

  page_init (&page, "krx:KOSPI");
  page.fixture.quotes = fixture_new_quotes ();
  JipyoQuote *quote = fixture_add_quote (page.fixture.quotes, "krx:KOSPI", "1200.5", 30);
  quote->state = JIPYO_QUOTE_CLOSED;
  g_assert_true (jipyo_instant_parse ("2026-11-20T06:30:00Z", &quote->venue_time_us));
  g_ptr_array_add (page.pasts, make_days ("krx:KOSPI", 0));
  const JipyoView *view = page_build (&page);
  const JipyoTile *price = g_ptr_array_index (view->sheet->tiles, 0);
  const JipyoTile *change = g_ptr_array_index (view->sheet->tiles, 1);
  g_assert_cmpstr (price->note, ==, "closed · 2026-11-20");
  g_assert_cmpstr (change->note, ==, "No prices kept of this time");

  quote->venue_time_us = quote->received_us;
  price = g_ptr_array_index (page_build (&page)->sheet->tiles, 0);
  g_assert_true (g_str_has_suffix (price->note, " KST"));
  g_assert_true (g_str_has_prefix (price->note, "closed · "));
  page_clear (&page);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/instrument/lists-needs", test_lists_needs);
  g_test_add_func ("/views/instrument/empty", test_empty);
  g_test_add_func ("/views/instrument/options", test_options);
  g_test_add_func ("/views/instrument/days", test_days);
  g_test_add_func ("/views/instrument/gap", test_gap);
  g_test_add_func ("/views/instrument/sessions", test_sessions);
  g_test_add_func ("/views/instrument/calendar", test_calendar);
  g_test_add_func ("/views/instrument/compare", test_compare);
  g_test_add_func ("/views/instrument/compare-large", test_compare_large);
  g_test_add_func ("/views/instrument/dense", test_dense);
  g_test_add_func ("/views/instrument/price", test_price);
  g_test_add_func ("/views/instrument/renamed", test_renamed);
  g_test_add_func ("/views/instrument/suspect", test_suspect);
  g_test_add_func ("/views/instrument/tiles", test_tiles);
  return g_test_run ();
}
