/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Past candles as the venues answer them: which are kept, which are left out and why, with invented
 * figures; and the recordings, damaged in every way.
 */

#include <string.h>

#include "damage.h"
#include "jipyo-candle-page.h"
#include "jipyo-date.h"

/* clang-format off */
#define MINUTE(market, time, kst, prices, more) \
  "{\"market\":\"" market "\",\"candle_date_time_utc\":\"" time "\",\"candle_date_time_kst\":\"" kst "\"," prices more "}"
#define PRICES(open, high, low, close) \
  "\"opening_price\":" open ",\"high_price\":" high ",\"low_price\":" low ",\"trade_price\":" close
#define GOOD PRICES ("10.5", "12", "10", "11") ",\"candle_acc_trade_volume\":1.25"
#define FIRST MINUTE ("KRW-BTC", "2026-03-11T14:40:00", "2026-03-11T23:40:00", GOOD, ",\"unit\":1")
#define SECOND MINUTE ("KRW-BTC", "2026-03-11T14:42:00", "2026-03-11T23:42:00", GOOD, ",\"unit\":1")
#define DAY(kst, more) MINUTE ("KRW-BTC", "2026-03-10T00:00:00", kst, GOOD, more)
#define SISE "[['날짜', '시가', '고가', '저가', '종가', '거래량', '외국인소진율'],\n"
#define INDEX(day, close, change, code) \
  "{\"localTradedAt\":\"" day "\",\"closePrice\":\"" close "\",\"compareToPreviousClosePrice\":\"" change "\"," \
  "\"compareToPreviousPrice\":{\"code\":\"" code "\"},\"openPrice\":\"1,001.00\",\"highPrice\":\"1,100.00\",\"lowPrice\":\"900.00\"}"
/* clang-format on */

typedef struct {
  const char *instrument;
  JipyoResolution resolution;
  JipyoCandleParser parse;
  const char *body;
  const char *expected; /* a line a candle, then how many were dropped; or "code: part" */
} Case;

static const char NOW[] = "2026-03-11T14:43:30Z";

static const Case cases[] = {
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE, jipyo_ticker_candles_parse, "[" SECOND "," FIRST "]",
    "2026-03-11T14:40:00Z 10.5 12 10 11 1.25\n2026-03-11T14:42:00Z 10.5 12 10 11 1.25\n0" },
  /* Out of order, and twice the same. */
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE, jipyo_ticker_candles_parse,
    "[" FIRST "," SECOND "," FIRST "]",
    "2026-03-11T14:40:00Z 10.5 12 10 11 1.25\n2026-03-11T14:42:00Z 10.5 12 10 11 1.25\n0" },
  /* The one that is still going on. */
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE, jipyo_ticker_candles_parse,
    "[" MINUTE ("KRW-BTC",
                "2026-03-11T14:43:00",
                "2026-03-11T23:43:00",
                GOOD,
                ",\"unit\":1") "," FIRST "]",
    "2026-03-11T14:40:00Z 10.5 12 10 11 1.25\n0" },
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_DAY, jipyo_ticker_candles_parse,
    "[" DAY ("2026-03-10T09:00:00", ",\"prev_closing_price\":10.25,\"change_price\":0.75") "]",
    "2026-03-10T00:00:00Z 10.5 12 10 11 1.25\n0" },
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_DAY, jipyo_ticker_candles_parse, "[]", "0" },
  /* Of two that begin together and differ, neither. */
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE, jipyo_ticker_candles_parse,
    "[" SECOND "," FIRST "," MINUTE ("KRW-BTC",
                                     "2026-03-11T14:40:00",
                                     "2026-03-11T23:40:00",
                                     PRICES ("10.5", "12", "10", "11.5"),
                                     ",\"unit\":1") "]",
    "2026-03-11T14:42:00Z 10.5 12 10 11 1.25\n2" },
  { "upbit:KRW-ETH", JIPYO_RESOLUTION_MINUTE, jipyo_ticker_candles_parse, "[" FIRST "]",
    "bad-reply: another market" },
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_HOUR, jipyo_ticker_candles_parse, "[" FIRST "]",
    "bad-reply: another length" },
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_DAY, jipyo_ticker_candles_parse, "[" FIRST "]",
    "bad-reply: another length" },
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_DAY, jipyo_ticker_candles_parse,
    "[" DAY ("2026-03-10T09:00:00", ",\"first_day_of_period\":\"2026-03-10\"") "]",
    "bad-reply: another length" },
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_DAY, jipyo_ticker_candles_parse,
    "[" DAY ("2026-03-10T00:00:00", "") "]", "bad-reply: two times disagree" },
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_DAY, jipyo_ticker_candles_parse,
    "[" DAY ("2026-03-10T09:00:00", ",\"prev_closing_price\":10.25,\"change_price\":0.7") "]",
    "bad-reply: change" },
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_DAY, jipyo_ticker_candles_parse,
    "[" MINUTE ("KRW-BTC", "2026-03-09T15:00:00", "2026-03-10T00:00:00", GOOD, "") "]",
    "bad-reply: does not begin" },
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_DAY, jipyo_ticker_candles_parse,
    "[" MINUTE ("KRW-BTC", "2026-03-12T00:00:00", "2026-03-12T09:00:00", GOOD, "") "]",
    "bad-reply: future" },
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE, jipyo_ticker_candles_parse,
    "[" MINUTE ("KRW-BTC",
                "2026-03-11T14:40:00",
                "2026-03-11T23:40:00",
                PRICES ("0", "12", "10", "11"),
                ",\"unit\":1") "]",
    "bad-reply: zero or less" },
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE, jipyo_ticker_candles_parse,
    "[" MINUTE ("KRW-BTC",
                "2026-03-11T14:40:00",
                "2026-03-11T23:40:00",
                PRICES ("10", "10.5", "10", "11"),
                ",\"unit\":1") "]",
    "bad-reply: not the highest" },
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE, jipyo_ticker_candles_parse,
    "[" MINUTE ("KRW-BTC",
                "2026-03-11T14:40:00",
                "2026-03-11T23:40:00",
                PRICES ("10", "12", "10.5", "11"),
                ",\"unit\":1") "]",
    "bad-reply: not the lowest" },
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE, jipyo_ticker_candles_parse,
    "{\"error\":{\"name\":404,\"message\":\"Code not found\"}}", "not-found: Code not found" },
  { "upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE, jipyo_ticker_candles_parse, "<html>log in</html>",
    "bad-reply: web page" },
  { "coinone:KRW-BTC", JIPYO_RESOLUTION_HOUR, jipyo_coinone_candles_parse,
    "{\"result\":\"success\",\"error_code\":\"0\",\"is_last\":true,\"chart\":[{\"timestamp\":"
    "1773237600000,\"open\":\"10.0\",\"high\":\"12\",\"low\":\"9\",\"close\":\"11\","
    "\"target_volume\":\"0.5\",\"quote_volume\":\"5\"}]}",
    "0" }, /* still going on */
  { "coinone:KRW-BTC", JIPYO_RESOLUTION_HOUR, jipyo_coinone_candles_parse,
    "{\"result\":\"success\",\"error_code\":\"0\",\"chart\":[{\"timestamp\":1773234000000,"
    "\"open\":\"10.0\",\"high\":\"12\",\"low\":\"9\",\"close\":\"11\"}]}",
    "2026-03-11T13:00:00Z 10 12 9 11 -\n0" },
  { "coinone:KRW-BTC", JIPYO_RESOLUTION_HOUR, jipyo_coinone_candles_parse,
    "{\"result\":\"error\",\"error_code\":\"109\",\"error_msg\":\"none\"}", "not-found: 109" },
  { "krx:000001", JIPYO_RESOLUTION_DAY, jipyo_naver_share_days_parse,
    SISE "[\"20260309\", 10, 12, 9, 11, 100, 1.5],\n[\"20260310\", 11, 11, 11, 11, 7, 1.5],\n"
         "[\"20260311\", 11, 12, 11, 12, 1, 1.5]]",
    "2026-03-09T00:00:00Z 10 12 9 11 100\n2026-03-10T00:00:00Z 11 11 11 11 7\n0" },
  /* Suspended: the price before stands beside zeros. */
  { "krx:000001", JIPYO_RESOLUTION_DAY, jipyo_naver_share_days_parse,
    SISE "[\"20260309\", 10, 12, 9, 11, 100, 1.5],[\"20260310\", 0, 0, 0, 11, 0, 1.5]]",
    "2026-03-09T00:00:00Z 10 12 9 11 100\n1" },
  { "krx:000001", JIPYO_RESOLUTION_DAY, jipyo_naver_share_days_parse, SISE "\n]\n", "0" },
  { "krx:000001", JIPYO_RESOLUTION_DAY, jipyo_naver_share_days_parse,
    SISE "[\"20260309\", 10, 12, 9, 11, 100, 1.5],]", "bad-reply: not usable" },
  { "krx:000001", JIPYO_RESOLUTION_DAY, jipyo_naver_share_days_parse,
    "[['날짜', '종가', '고가', '저가', '시가', '거래량'],[\"20260309\", 10, 12, 9, 11, 100]]",
    "bad-reply: column 2" },
  { "krx:000001", JIPYO_RESOLUTION_DAY, jipyo_naver_share_days_parse,
    SISE "[\"20260308\", 10, 12, 9, 11, 100, 1.5]]", "bad-reply: nobody trades" },
  { "krx:KOSPI", JIPYO_RESOLUTION_DAY, jipyo_naver_index_days_parse,
    "[" INDEX ("2026-03-10", "1,005.50", "-4.50", "5") "," INDEX ("2026-03-09",
                                                                  "1,010.00",
                                                                  "2.00",
                                                                  "2") "]",
    "2026-03-09T00:00:00Z 1001 1100 900 1010 -\n2026-03-10T00:00:00Z 1001 1100 900 1005.5 -\n0" },
  /* A change without its sign takes it from the code. */
  { "krx:KOSPI", JIPYO_RESOLUTION_DAY, jipyo_naver_index_days_parse,
    "[" INDEX ("2026-03-10", "1,005.50", "4.50", "5") "," INDEX ("2026-03-09",
                                                                 "1,010.00",
                                                                 "2.00",
                                                                 "2") "]",
    "2026-03-09T00:00:00Z 1001 1100 900 1010 -\n2026-03-10T00:00:00Z 1001 1100 900 1005.5 -\n0" },
  { "krx:KOSPI", JIPYO_RESOLUTION_DAY, jipyo_naver_index_days_parse,
    "[" INDEX ("2026-03-10", "1,005.50", "-4.50", "5") "," INDEX ("2026-03-09",
                                                                  "1,011.00",
                                                                  "2.00",
                                                                  "2") "]",
    "bad-reply: disagree" },
};

static char *
describe (const JipyoCandlePage *page)
{
  g_autoptr (JipyoCandleSeries) series = jipyo_candle_page_make_series (page);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < series->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (series->candles, JipyoCandle, i);
    const gint64 prices[] = { candle->open, candle->high, candle->low, candle->close };
    g_autofree char *start = jipyo_instant_format (candle->start_ms * 1000);
    g_autofree char *volume = NULL;
    JipyoDecimal traded;

    g_string_append (text, start);
    for (guint j = 0; j < G_N_ELEMENTS (prices); j++) {
      g_autofree char *price =
        jipyo_decimal_format (jipyo_candle_series_get_price (series, prices[j]));

      g_string_append_printf (text, " %s", price);
    }
    if (jipyo_candle_series_get_volume (series, candle, &traded))
      volume = jipyo_decimal_format (traded);
    g_string_append_printf (text, " %s\n", volume != NULL ? volume : "-");
  }
  return g_string_free (text, FALSE);
}

static JipyoCandleAsk
make_ask (const char *instrument, JipyoResolution resolution, const char *now)
{
  gint64 now_us = 0;

  g_assert_true (jipyo_instant_parse (now, &now_us));
  return (JipyoCandleAsk){
    .instrument = instrument,
    .resolution = resolution,
    .to_ms = G_MAXINT64,
    .now_ms = now_us / 1000,
  };
}

static char *
parse_case (const Case *one, const char *body)
{
  const JipyoCandleAsk ask = make_ask (one->instrument, one->resolution, NOW);
  g_auto (JipyoCandlePage) page = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *candles = NULL;

  jipyo_candle_page_init (&page, &ask);
  if (!one->parse (&page, body, strlen (body), &error)) {
    g_assert_true (error->domain == JIPYO_MARKET_ERROR);
    return g_strdup_printf ("%s: %s", jipyo_market_error_id ((JipyoMarketError) error->code),
                            error->message);
  }
  candles = describe (&page);
  return g_strdup_printf ("%s%u", candles, page.n_dropped);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *result = parse_case (&cases[i], cases[i].body);
    const char *part = strstr (cases[i].expected, ": ");

    g_test_message ("%u: %s", i, result);
    if (part == NULL) {
      g_assert_cmpstr (result, ==, cases[i].expected);
      continue;
    }
    g_assert_true (strncmp (result, cases[i].expected, (gsize) (part - cases[i].expected)) == 0);
    g_assert_nonnull (strstr (result, part + 2));
  }
}

/* What lies before the time that was asked for is passed over, what lies after it is refused. */
static void
test_range (void)
{
  JipyoCandleAsk ask = make_ask ("upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE, NOW);
  static const char body[] = "[" SECOND "," FIRST "]";
  const gint64 second_ms = ask.now_ms / 60000 * 60000 - 60000;

  for (guint i = 0; i < 2; i++) {
    g_auto (JipyoCandlePage) page = { 0 };
    g_autofree char *candles = NULL;

    ask.from_ms = i == 0 ? second_ms : 0;
    ask.to_ms = i == 0 ? G_MAXINT64 : second_ms;
    jipyo_candle_page_init (&page, &ask);
    g_assert_true (jipyo_ticker_candles_parse (&page, body, strlen (body), NULL));
    candles = describe (&page);
    g_assert_cmpstr (candles, ==,
                     i == 0 ? "2026-03-11T14:42:00Z 10.5 12 10 11 1.25\n"
                            : "2026-03-11T14:40:00Z 10.5 12 10 11 1.25\n");
    g_assert_cmpuint (page.n_dropped, ==, i);
    g_assert_cmpuint (page.n_answered, ==, 2);
    g_assert_cmpint (page.oldest_ms, ==, second_ms - 120000);
  }
}

/* --- The recordings */

typedef struct {
  const char *file;
  Case kind;
  const char *now;
} Recording;

static const Recording recordings[] = {
  { "upbit-candles-days-1.json",
    { "upbit:KRW-BTC", JIPYO_RESOLUTION_DAY, jipyo_ticker_candles_parse, NULL,
      "2026-03-11T00:00:00Z 102417000 103988000 101150000 103460000 1024.30999241\n" },
    "2026-03-12T00:00:00Z" },
  { "upbit-candles-days-1.json",
    { "upbit:KRW-BTC", JIPYO_RESOLUTION_DAY, jipyo_ticker_candles_parse, NULL, "" },
    "2026-03-11T23:59:59Z" },
  { "upbit-candles-minutes-1.json",
    { "upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE, jipyo_ticker_candles_parse, NULL,
      "2026-03-11T14:40:00Z 103600000 103600000 103425000 103460000 1.5933512\n" },
    "2026-03-11T14:41:00Z" },
  { "bithumb-v1-candles-minutes-1.json",
    { "bithumb:BTC-USDC", JIPYO_RESOLUTION_MINUTE, jipyo_ticker_candles_parse, NULL,
      "2026-07-02T08:59:00Z 0.0000165 0.0000165 0.0000165 0.0000165 70\n" },
    "2026-07-03T00:00:00Z" },
  { "naver-sisejson-1.txt",
    { "krx:005930", JIPYO_RESOLUTION_DAY, jipyo_naver_share_days_parse, NULL,
      "2010-01-04T00:00:00Z 16060 16180 16000 16180 239271\n"
      "2010-01-05T00:00:00Z 16520 16580 16300 16440 559219\n"
      "2010-01-06T00:00:00Z 16580 16820 16520 16820 459755\n" },
    "2026-11-23T00:00:00Z" },
  { "naver-index-prices-1.json",
    { "krx:KOSDAQ", JIPYO_RESOLUTION_DAY, jipyo_naver_index_days_parse, NULL,
      "2025-03-19T00:00:00Z 743.21 747.53 737.52 738.35 -\n"
      "2025-03-20T00:00:00Z 743.06 743.39 725.1 725.15 -\n"
      "2025-03-21T00:00:00Z 724.94 727.15 716.72 716.97 -\n" },
    "2026-11-23T00:00:00Z" },
};

/* Refused as a whole: seconds and weeks where days or minutes were asked for, a time within an
 * hour, another answer altogether. */
static const Recording refused[] = {
  { "upbit-candles-seconds-1.json",
    { "upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE, jipyo_ticker_candles_parse, NULL, "" },
    "2026-11-23T00:00:00Z" },
  { "upbit-candles-weeks-1.json",
    { "upbit:KRW-BTC", JIPYO_RESOLUTION_DAY, jipyo_ticker_candles_parse, NULL, "" },
    "2026-11-23T00:00:00Z" },
  { "coinone-chart-1.json",
    { "coinone:KRW-BTC", JIPYO_RESOLUTION_HOUR, jipyo_coinone_candles_parse, NULL, "" },
    "2026-11-23T00:00:00Z" },
  { "bithumb-public-candlestick-1.json",
    { "bithumb:KRW-BTC", JIPYO_RESOLUTION_MINUTE, jipyo_ticker_candles_parse, NULL, "" },
    "2026-11-23T00:00:00Z" },
  { "naver-stock-trend-1.json",
    { "krx:005930", JIPYO_RESOLUTION_DAY, jipyo_naver_share_days_parse, NULL, "" },
    "2026-11-23T00:00:00Z" },
};

typedef struct {
  const Recording *recording;
  guint wrong;
} Trial;

static char *
parse_recording (const Recording *recording, const char *text, gsize length)
{
  const Case *kind = &recording->kind;
  const JipyoCandleAsk ask = make_ask (kind->instrument, kind->resolution, recording->now);
  g_auto (JipyoCandlePage) page = { 0 };
  g_autoptr (GError) error = NULL;

  jipyo_candle_page_init (&page, &ask);
  return kind->parse (&page, text, length, &error) ? describe (&page) : NULL;
}

/* Every line that is left must be a line of the sound answer; a volume may be gone. */
static gboolean
has_only_true_lines (const char *lines, const char *sound)
{
  g_auto (GStrv) left = g_strsplit (lines, "\n", -1);

  for (guint i = 0; left[i] != NULL && *left[i] != '\0'; i++) {
    const gsize length = strlen (left[i]) - (g_str_has_suffix (left[i], " -") ? 1 : 0);
    g_autofree char *part = g_strndup (left[i], length);

    if (strstr (sound, part) == NULL)
      return FALSE;
  }
  return TRUE;
}

static void
look_at (gpointer data, const char *text, gsize length, gboolean digits_only)
{
  Trial *trial = data;
  g_autofree char *lines = parse_recording (trial->recording, text, length);

  if (lines == NULL || digits_only || has_only_true_lines (lines, trial->recording->kind.expected))
    return;
  if (trial->wrong++ == 0)
    g_test_message ("%s", lines);
}

static void
test_recording (gconstpointer data)
{
  const Recording *recording = data;
  Trial trial = { .recording = recording };
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "payloads", recording->file, NULL);
  g_autofree char *text = NULL;
  g_autofree char *lines = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL)) {
    g_test_skip ("the recordings are not here");
    return;
  }
  lines = parse_recording (recording, text, length);
  if (recording >= refused && recording < refused + G_N_ELEMENTS (refused)) {
    g_assert_null (lines);
    return;
  }
  g_assert_cmpstr (lines, ==, recording->kind.expected);
  damage_each (text, length, look_at, &trial);
  g_assert_cmpuint (trial.wrong, ==, 0);
}

static void
add_recordings (const Recording *list, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("/market/candles/%s-%u", list[i].file, i);

    g_test_add_data_func (name, &list[i], test_recording);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/market/candles/cases", test_cases);
  g_test_add_func ("/market/candles/range", test_range);
  add_recordings (recordings, G_N_ELEMENTS (recordings));
  add_recordings (refused, G_N_ELEMENTS (refused));
  return g_test_run ();
}
