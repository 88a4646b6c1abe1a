/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Past candles from a loopback exchange into a history of their own: what is kept, what is not, and
 * what a second walk changes and asks.
 */

#include "jipyo-closes.h"
#include "jipyo-filling.h"
#include "jipyo-history.h"
#include "jipyo-past.h"

#include <string.h>

#include "exchange.h"

static const gint64 MINUTE_MS = 60000;
static const gint64 DAY_MS = G_GINT64_CONSTANT (86400000);

typedef struct {
  Exchange *exchange;
  char *endpoints[2];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer provider)
{
  fixture->exchange = exchange_new (0, NULL);
  g_assert_nonnull (fixture->exchange);
  g_assert_true (exchange_set_script (fixture->exchange, "live"));
  fixture->endpoints[0] = exchange_format_endpoint (fixture->exchange, provider);
}

static void
tear_down (Fixture *fixture, gconstpointer provider)
{
  g_free (fixture->endpoints[0]);
  exchange_free (fixture->exchange);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static JipyoBackfilled *
fill (Fixture *fixture, const JipyoFilling *order)
{
  JipyoFilling filling = *order;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  JipyoBackfilled *filled;

  filling.endpoints = (const char *const *) fixture->endpoints;
  g_assert_true (jipyo_filling_check (&filling, NULL));
  jipyo_filling_async (&filling, NULL, result_cb, &result);
  filled = jipyo_filling_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  return filled;
}

static JipyoCandleSeries *
read_kept (const char *instrument, JipyoResolution resolution)
{
  const JipyoPastRequest request = {
    .instrument = instrument, .resolution = resolution, .from_ms = G_MININT64, .to_ms = G_MAXINT64
  };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  JipyoCandleSeries *series;

  jipyo_past_read_async (&request, NULL, result_cb, &result);
  series = jipyo_past_read_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  return series;
}

static gint64
today (void)
{
  return g_get_real_time () / 1000 / DAY_MS;
}

/* The exchange has no candle of each seventh day; when that is yesterday's, one may still come. */
static guint
count_for_yesterday (void)
{
  return (today () - 1) % 7 == 0;
}

/* Three pages of days: the one that is going on is not kept, those without a trade stay away, and a
 * second walk changes nothing and asks for nothing. */
static void
test_days (Fixture *fixture, gconstpointer provider)
{
  const JipyoFilling order = { .instrument = "upbit:KRW-BTC",
                               .resolution = JIPYO_RESOLUTION_DAY,
                               .from_ms = (today () - 450) * DAY_MS };
  g_autofree char *first = NULL;

  for (guint i = 0; i < 2; i++) {
    g_autoptr (JipyoBackfilled) filled = fill (fixture, &order);
    g_autoptr (JipyoCandleSeries) kept = read_kept (order.instrument, order.resolution);
    g_autofree char *csv = jipyo_past_format_csv (kept, FALSE);

    g_assert_no_error (filled->error);
    g_assert_cmpuint (filled->n_dropped, ==, 0);
    g_assert_cmpuint (exchange_count_requests (fixture->exchange), ==,
                      3 + i * count_for_yesterday ());
    g_assert_cmpint (filled->had_all, ==, i == 1 && count_for_yesterday () == 0);
    if (i == 0)
      g_assert_cmpuint (kept->candles->len, ==, filled->n_candles);
    g_assert_cmpint (g_array_index (kept->candles, JipyoCandle, 0).start_ms, >=, order.from_ms);
    for (guint j = 0; j < kept->candles->len; j++) {
      const gint64 day = g_array_index (kept->candles, JipyoCandle, j).start_ms / DAY_MS;

      g_assert_cmpint (day, <, today ());
      g_assert_cmpint (day % 7, !=, 0);
    }
    g_assert_cmpuint (kept->candles->len, >, 380);
    if (i == 1)
      g_assert_cmpstr (csv, ==, first);
    else
      first = g_strdup (csv);
  }
}

static void
closed_cb (gpointer closed, GObject *where_the_history_was)
{
  *(gboolean *) closed = TRUE;
}

static void
save_tick (const char *instrument, gint64 price)
{
  g_autofree char *path = jipyo_past_path ();
  JipyoHistory *history = jipyo_history_new (path);
  gboolean closed = FALSE;
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  g_autoptr (GAsyncResult) result = NULL;
  JipyoQuote *quote = jipyo_quote_new (instrument, "upbit");

  quote->last = jipyo_decimal_from_int (price);
  quote->received_us = quote->venue_time_us = g_get_real_time () - 3 * MINUTE_MS * 1000;
  g_ptr_array_add (quotes, quote);
  jipyo_history_save_async (history, quotes, NULL, result_cb, &result);
  g_assert_true (jipyo_history_save_finish (history, wait_for (&result), NULL));
  g_object_weak_ref (G_OBJECT (history), closed_cb, &closed);
  g_clear_object (&result);
  g_object_unref (history);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
}

/* What the program heard itself stays as it was heard. */
static void
test_ticks_stay (Fixture *fixture, gconstpointer provider)
{
  const JipyoFilling order = { .instrument = "upbit:KRW-BTC",
                               .resolution = JIPYO_RESOLUTION_MINUTE,
                               .from_ms = g_get_real_time () / 1000 / MINUTE_MS * MINUTE_MS
                                          - 20 * MINUTE_MS };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (JipyoCandleSeries) heard = NULL;
  g_autoptr (JipyoCandleSeries) still = NULL;
  g_autoptr (JipyoBackfilled) filled = NULL;

  save_tick (order.instrument, 4321);
  heard = read_kept (order.instrument, JIPYO_RESOLUTION_TICK);
  before = jipyo_past_format_csv (heard, FALSE);
  filled = fill (fixture, &order);
  g_assert_cmpuint (filled->n_candles, >, 15);
  still = read_kept (order.instrument, JIPYO_RESOLUTION_TICK);
  after = jipyo_past_format_csv (still, FALSE);
  g_assert_cmpuint (still->candles->len, ==, 1);
  g_assert_cmpstr (after, ==, before);
}

/* Of a longer time only what is not there: before it, and what lies between. */
static void
test_only_missing (Fixture *fixture, gconstpointer provider)
{
  JipyoFilling order = { .instrument = "upbit:KRW-BTC",
                         .resolution = JIPYO_RESOLUTION_DAY,
                         .from_ms = (today () - 150) * DAY_MS };
  guint n_expected = 1;

  for (int i = 0; i < 3; i++) {
    g_autoptr (JipyoBackfilled) filled = fill (fixture, &order);

    g_assert_no_error (filled->error);
    g_assert_cmpuint (exchange_count_requests (fixture->exchange), ==, n_expected);
    n_expected += (i == 0 ? 2 : 0) + count_for_yesterday ();
    order.from_ms = (today () - 550) * DAY_MS;
  }
  g_autoptr (JipyoCandleSeries) kept = read_kept (order.instrument, order.resolution);
  g_assert_cmpuint (kept->candles->len, >, 550 * 6 / 7 - 3);
}

/* Days as a venue gave them, but for a week in the middle. */
static void
keep_days_with_hole (const char *instrument)
{
  g_autoptr (JipyoCandleSeries) series = jipyo_candle_series_new (instrument, JIPYO_RESOLUTION_DAY);
  g_autoptr (GAsyncResult) result = NULL;

  for (gint64 day = today () - 100; day < today (); day++) {
    const JipyoCandle candle = { day * DAY_MS, 1, 1, 1, 1, 1 };

    if (day < today () - 54 || day > today () - 48)
      g_array_append_val (series->candles, candle);
  }
  jipyo_past_keep_async (series, NULL, result_cb, &result);
  g_assert_true (jipyo_past_keep_finish (wait_for (&result), NULL));
}

static guint
count_in_hole (const JipyoCandleSeries *kept)
{
  guint n = 0;

  for (guint i = 0; i < kept->candles->len; i++) {
    const gint64 day = g_array_index (kept->candles, JipyoCandle, i).start_ms / DAY_MS;

    n += day >= today () - 54 && day <= today () - 48;
  }
  return n;
}

/* A small hole is no reason to ask; when the venue is asked anyway it is filled, and what the venue
 * does not have of it is not asked for again. */
static void
test_small_hole (Fixture *fixture, gconstpointer provider)
{
  JipyoFilling order = { .instrument = "upbit:KRW-BTC",
                         .resolution = JIPYO_RESOLUTION_DAY,
                         .from_ms = (today () - 100) * DAY_MS };

  keep_days_with_hole (order.instrument);
  g_autoptr (JipyoBackfilled) none = fill (fixture, &order);
  g_assert_true (none->had_all);
  order.from_ms = (today () - 120) * DAY_MS;
  g_autoptr (JipyoBackfilled) filled = fill (fixture, &order);
  g_assert_no_error (filled->error);
  g_assert_cmpuint (exchange_count_requests (fixture->exchange), ==, 1);
  g_autoptr (JipyoCandleSeries) kept = read_kept (order.instrument, order.resolution);
  g_assert_cmpuint (count_in_hole (kept), ==, 6);
  g_assert_false (jipyo_candle_series_has_gap (kept, (today () - 60) * DAY_MS, today () * DAY_MS));
  /* Now only what is older; a page of few candles, not one that reaches to the hole. */
  order.from_ms = (today () - 140) * DAY_MS;
  g_autoptr (JipyoBackfilled) older = fill (fixture, &order);
  g_assert_cmpuint (exchange_count_requests (fixture->exchange), ==, 2);
  g_assert_cmpuint (older->n_candles, <=, 21);
}

/* What is kept of hours is no day that the venue gave. */
static void
test_shorter_candles (Fixture *fixture, gconstpointer provider)
{
  JipyoFilling order = { .instrument = "upbit:KRW-BTC",
                         .resolution = JIPYO_RESOLUTION_HOUR,
                         .from_ms = (today () - 3) * DAY_MS };
  g_autoptr (JipyoBackfilled) hours = fill (fixture, &order);
  g_autoptr (JipyoBackfilled) days = NULL;
  const guint n_requests = exchange_count_requests (fixture->exchange);

  order.resolution = JIPYO_RESOLUTION_DAY;
  days = fill (fixture, &order);
  g_assert_false (days->had_all);
  g_assert_cmpuint (exchange_count_requests (fixture->exchange), ==, n_requests + 1);
}

/* Of the minutes that are there none is asked for again. */
static void
test_goes_on (Fixture *fixture, gconstpointer provider)
{
  const JipyoFilling order = { .instrument = "coinone:KRW-BTC",
                               .resolution = JIPYO_RESOLUTION_MINUTE,
                               .from_ms = g_get_real_time () / 1000 / MINUTE_MS * MINUTE_MS
                                          - 1100 * MINUTE_MS };
  g_autoptr (JipyoBackfilled) all = fill (fixture, &order);
  g_autoptr (JipyoBackfilled) rest = NULL;

  g_assert_cmpuint (exchange_count_requests (fixture->exchange), ==, 3);
  g_assert_cmpuint (all->n_candles, >=, 1099);
  rest = fill (fixture, &order);
  g_assert_cmpuint (exchange_count_requests (fixture->exchange), <=, 4);
  g_assert_cmpuint (rest->n_candles, <=, 2);
}

/* Shares in one request, an index in pages by number; both are closes for a basket. */
static void
test_exchange (Fixture *fixture, gconstpointer provider)
{
  static const char *const instruments[] = { "krx:000001", "krx:KOSPI" };

  for (guint i = 0; i < G_N_ELEMENTS (instruments); i++) {
    const JipyoFilling order = { .instrument = instruments[i],
                                 .resolution = JIPYO_RESOLUTION_DAY,
                                 .from_ms = G_MININT64 };
    g_autoptr (JipyoBackfilled) filled = fill (fixture, &order);
    g_autoptr (JipyoCandleSeries) kept = read_kept (order.instrument, order.resolution);
    g_autoptr (JipyoCloses) closes = NULL;
    const JipyoGap closing = { G_MININT64, G_MAXINT64, JIPYO_GAP_NOT_RUNNING };

    g_assert_no_error (filled->error);
    g_assert_cmpuint (exchange_count_requests (fixture->exchange), ==, i == 0 ? 1 : 6);
    /* The program was not running: these closes were not heard by it, and are closes all the same.
     */
    g_array_append_val (kept->gaps, closing);
    closes = jipyo_closes_new_from_candles (kept, G_MAXINT);
    g_assert_cmpuint (jipyo_closes_count (closes), ==, filled->n_candles);
    g_assert_cmpuint (filled->n_candles, >, 275);
  }
}

typedef struct {
  const char *instrument;
  const char *script;
  const char *body;
  const char *says; /* part of the error; NULL: none */
  int retry_after_s;
} Fault;

static const Fault faults[] = {
  { "upbit:KRW-BTC", "429", NULL, "", 7 },
  { "upbit:KRW-BTC", "captive", NULL, "web page", -1 },
  { "upbit:KRW-BTC", "half", NULL, "", -1 },
  { "upbit:KRW-BTC", "ok", "[]", NULL, -1 },
  { "upbit:KRW-BTC", "ok",
    "[{\"market\":\"KRW-ETH\",\"candle_date_time_utc\":\"2026-03-10T00:00:00\"}]", "another market",
    -1 },
  { "upbit:KRW-BTC", "404", NULL, "Code not found", -1 },
};

static void
test_faults (Fixture *fixture, gconstpointer provider)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    const JipyoFilling order = { .instrument = faults[i].instrument,
                                 .resolution = JIPYO_RESOLUTION_DAY,
                                 .from_ms = (today () - 20) * DAY_MS };
    g_autoptr (JipyoBackfilled) filled = NULL;
    g_autoptr (JipyoCandleSeries) kept = NULL;

    exchange_set_script (fixture->exchange, faults[i].script);
    exchange_set_body (fixture->exchange, faults[i].body);
    filled = fill (fixture, &order);
    g_test_message ("%u: %s", i, filled->error != NULL ? filled->error->message : "none");
    g_assert_cmpint (filled->error != NULL, ==, faults[i].says != NULL);
    if (faults[i].says != NULL)
      g_assert_nonnull (strstr (filled->error->message, faults[i].says));
    g_assert_cmpint (filled->retry_after_s, ==, faults[i].retry_after_s);
    g_assert_cmpuint (filled->n_candles, ==, 0);
    kept = read_kept (order.instrument, order.resolution);
    g_assert_cmpuint (kept->candles->len, ==, 0);
  }
}

/* The first page is kept; the same one in place of the second ends the walk. */
static void
test_same_page_again (Fixture *fixture, gconstpointer provider)
{
  const JipyoFilling order = { .instrument = "krx:KOSPI",
                               .resolution = JIPYO_RESOLUTION_DAY,
                               .from_ms = 18000 * DAY_MS };
  g_autoptr (JipyoBackfilled) filled = NULL;
  g_autoptr (JipyoCandleSeries) kept = NULL;

  exchange_set_script (fixture->exchange, "ok");
  exchange_set_body (fixture->exchange,
                     "[{\"localTradedAt\":\"2025-03-21\",\"closePrice\":\"716.97\","
                     "\"compareToPreviousClosePrice\":\"-8.18\",\"openPrice\":\"724.94\","
                     "\"highPrice\":\"727.15\",\"lowPrice\":\"716.72\"}]");
  filled = fill (fixture, &order);
  g_assert_error (filled->error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY);
  g_assert_nonnull (strstr (filled->error->message, "same page"));
  g_assert_cmpuint (exchange_count_requests (fixture->exchange), ==, 2);
  kept = read_kept (order.instrument, order.resolution);
  g_assert_cmpuint (kept->candles->len, ==, 1);
}

static void
test_refused (void)
{
  static const char *const other[] = { "upbit=http://example.org", NULL };
  const JipyoFilling fillings[] = {
    { .instrument = "fx:USDKRW", .resolution = JIPYO_RESOLUTION_DAY, .from_ms = G_MININT64 },
    { .instrument = "krx:KOSPI", .resolution = JIPYO_RESOLUTION_MINUTE, .from_ms = G_MININT64 },
    { .instrument = "upbit:KRW-BTC", .resolution = JIPYO_RESOLUTION_MINUTE, .from_ms = 0 },
    { .instrument = "upbit:KRW-BTC",
      .resolution = JIPYO_RESOLUTION_DAY,
      .from_ms = (today () + 2) * DAY_MS },
    { .instrument = "upbit:KRW-BTC",
      .resolution = JIPYO_RESOLUTION_DAY,
      .from_ms = G_MININT64,
      .endpoints = other },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fillings); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (jipyo_filling_check (&fillings[i], &error));
    g_assert_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NOT_FOUND);
  }
}

#define ADD(name, provider, func)                                                                  \
  g_test_add ("/app/filling/" name, Fixture, provider, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("days", "upbit", test_days);
  ADD ("only-missing", "upbit", test_only_missing);
  ADD ("small-hole", "upbit", test_small_hole);
  ADD ("shorter-candles", "upbit", test_shorter_candles);
  ADD ("ticks-stay", "upbit", test_ticks_stay);
  ADD ("goes-on", "coinone", test_goes_on);
  ADD ("exchange", "naver", test_exchange);
  ADD ("faults", "upbit", test_faults);
  ADD ("same-page-again", "naver", test_same_page_again);
  g_test_add_func ("/app/filling/refused", test_refused);
  return g_test_run ();
}
