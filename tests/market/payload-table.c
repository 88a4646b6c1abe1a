/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The recordings are read where they lie; no figure of theirs is kept in this tree but here.
 */

#include "payload-table.h"

#include <string.h>

#include "jipyo-date.h"

/* instrument last change percent basis venue-time state */
const Payload payloads[] = {
  { "upbit-ticker-2.json", "upbit", "upbit:KRW-BTC", "2026-03-11T14:41:00Z",
    "upbit:KRW-BTC 103493000 1076000 1.05 previous-close-utc 2026-03-11T14:40:58.973Z live\n" },
  { "upbit-ticker-2.json", "upbit", "upbit:KRW-BTC", NULL,
    "upbit:KRW-BTC 103493000 1076000 1.05 previous-close-utc 2026-03-11T14:40:58.973Z stale\n" },
  { "upbit-ticker-1.json", "upbit",
    "upbit:KRW-BTC upbit:KRW-ETH upbit:KRW-ETC upbit:KRW-MTL upbit:KRW-LSK upbit:KRW-XRP "
    "upbit:KRW-ADA upbit:KRW-STEEM",
    "2026-03-11T14:40:59Z",
    "upbit:KRW-BTC 103458000 1041000 1.02 previous-close-utc 2026-03-11T14:40:58.519Z live\n"
    "upbit:KRW-ETH 3025000 44000 1.48 previous-close-utc 2026-03-11T14:40:57.868Z live\n"
    "upbit:KRW-ETC 12270 210 1.74 previous-close-utc 2026-03-11T14:40:45.024Z live\n"
    "upbit:KRW-MTL 399 3 0.76 previous-close-utc 2026-03-11T14:38:06.430Z live\n"
    "upbit:KRW-LSK 191 0 0 previous-close-utc 2026-03-11T14:40:08.503Z live\n"
    "upbit:KRW-XRP 2045 15 0.74 previous-close-utc 2026-03-11T14:40:58.509Z live\n"
    "upbit:KRW-ADA 389 6 1.57 previous-close-utc 2026-03-11T14:40:56.564Z live\n"
    "upbit:KRW-STEEM 85 -2.3 -2.63 previous-close-utc 2026-03-11T14:40:57.871Z live\n" },
  { "upbit-ticker-3.json", "upbit", "upbit:KRW-DOGE upbit:KRW-BONK upbit:KRW-THETA",
    "2026-03-11T14:40:59Z",
    "upbit:KRW-DOGE 138 0 0 previous-close-utc 2026-03-11T14:40:58.826Z live\n"
    "upbit:KRW-BONK 0.00887 0.00017 1.95 previous-close-utc 2026-03-11T14:40:55.235Z live\n"
    "upbit:KRW-THETA 271 7 2.65 previous-close-utc 2026-03-11T14:40:02.981Z live\n" },
  { "upbit-ticker-5.json", "upbit", "upbit:KRW-BTC", "2018-07-02T05:42:21Z",
    "upbit:KRW-BTC 7050000 -59000 -0.83 previous-close-utc 2018-07-02T05:42:20.578Z live\n" },
  { "upbit-ticker-8.json", "upbit", "upbit:USDT-BTC", "2024-03-13T11:10:40Z",
    "upbit:USDT-BTC 73578.655 2452.50901964 3.45 previous-close-utc 2024-03-13T11:10:37.828Z "
    "live\n" },
  { "upbit-ticker-2.json", "upbit", "upbit:KRW-ETH", NULL, "not-found: upbit:KRW-ETH" },
  { "upbit-error-400-1.json", "upbit", "upbit:KRW-BTC", NULL, "bad-reply: Missing request" },
  { "upbit-error-400-2.json", "upbit", "upbit:KRW-BTC", NULL, "bad-reply: Type mismatch" },
  { "upbit-error-404-1.json", "upbit", "upbit:KRW-BTC", NULL, "not-found: Code not found" },
  { "upbit-candles-days-1.json", "upbit", "upbit:KRW-BTC", NULL, "bad-reply: signed_change_price" },
  { "upbit-candles-minutes-1.json", "upbit", "upbit:KRW-BTC", NULL,
    "bad-reply: prev_closing_price" },
  { "upbit-candles-seconds-1.json", "upbit", "upbit:KRW-BTC", NULL,
    "bad-reply: prev_closing_price" },
  { "upbit-candles-weeks-1.json", "upbit", "upbit:KRW-BTC", NULL, "bad-reply: prev_closing_price" },
  { "upbit-market-all-1.json", "upbit", "upbit:KRW-BTC", NULL, "bad-reply: trade_price" },
  { "upbit-headers-1.json", "upbit", "upbit:KRW-BTC", NULL, "bad-reply: expected a list" },
  { "upbit-headers-2.json", "upbit", "upbit:KRW-BTC", NULL, "bad-reply: expected a list" },
  { "upbit-ws-candle-1.json", "upbit", "upbit:KRW-BTC", NULL, "bad-reply: expected a list" },
  { "upbit-ws-error-1.json", "upbit", "upbit:KRW-BTC", NULL, "bad-reply: the venue answered" },
  { "upbit-ws-request-1.json", "upbit", "upbit:KRW-BTC", NULL, "bad-reply: [0].market" },
  { "upbit-ws-status-1.json", "upbit", "upbit:KRW-BTC", NULL, "bad-reply: expected a list" },
  { "upbit-ws-ticker-1.json", "upbit", "upbit:KRW-BTC", NULL, "bad-reply: expected a list" },

  { "bithumb-v1-ticker-1.json", "bithumb", "bithumb:KRW-BTC", "2025-08-13T10:48:20Z",
    "bithumb:KRW-BTC 164114000 -266000 -0.16 previous-close-kst 2025-08-13T10:48:13.840Z live\n" },
  { "bithumb-public-ticker-1.json", "bithumb", "bithumb:KRW-ETH", "2020-04-24T06:38:48Z",
    "bithumb:KRW-ETH 228400 1300 0.57 previous-close-kst 2020-04-24T06:38:47.264Z live\n" },
  { "bithumb-public-ticker-1.json", "bithumb", "bithumb:KRW-ETH bithumb:KRW-BTC", NULL,
    "bad-reply: one coin without a name" },
  { "bithumb-public-ticker-all-1.json", "bithumb", "bithumb:KRW-BTC bithumb:KRW-ETH", NULL,
    "bithumb:KRW-BTC 80694000 695000 0.87 previous-close-kst - live\n"
    "bithumb:KRW-ETH 3406000 -4000 -0.12 previous-close-kst - live\n" },
  { "bithumb-public-ticker-all-1.json", "bithumb", "bithumb:KRW-BTC bithumb:KRW-QTUM", NULL,
    "bithumb:KRW-BTC 80694000 695000 0.87 previous-close-kst - live\n"
    "not-found bithumb:KRW-QTUM: not in the answer\n" },
  { "bithumb-public-ticker-all-2.json", "bithumb", "bithumb:BTC-ETH", NULL,
    "not-found: bithumb:BTC-ETH" },
  { "bithumb-public-ticker-3.json", "bithumb", "bithumb:KRW-BTC", NULL, "bad-reply: status" },
  { "bithumb-public-candlestick-1.json", "bithumb", "bithumb:KRW-BTC", NULL,
    "bad-reply: data: expected an object, found a list" },
  { "bithumb-public-error-5100-1.json", "bithumb", "bithumb:KRW-BTC", NULL, "bad-reply: 5100" },
  { "bithumb-v1-error-400-1.json", "bithumb", "bithumb:KRW-BTC", NULL,
    "bad-reply: Missing request" },
  { "bithumb-v1-candles-minutes-1.json", "bithumb", "bithumb:BTC-USDC", NULL,
    "bad-reply: prev_closing_price" },
  { "bithumb-v1-market-all-1.json", "bithumb", "bithumb:KRW-BTC", NULL, "bad-reply: trade_price" },
  { "bithumb-v1-trades-1.json", "bithumb", "bithumb:BTC-USDC", NULL,
    "bad-reply: signed_change_price" },
  { "bithumb-ws-error-1.json", "bithumb", "bithumb:KRW-BTC", NULL,
    "bad-reply: the venue answered" },
  { "bithumb-ws-legacy-connected-1.json", "bithumb", "bithumb:KRW-BTC", NULL,
    "bad-reply: data: expected an object, found nothing" },
  { "bithumb-ws-legacy-ticker-1.json", "bithumb", "bithumb:KRW-BTC", NULL, "bad-reply: status" },
  { "bithumb-ws-ticker-1.json", "bithumb", "bithumb:KRW-BTC", NULL, "bad-reply: status" },
  { "bithumb-ws-trade-1.json", "bithumb", "bithumb:KRW-BTC", NULL, "bad-reply: status" },

  { "coinone-ticker-new-1.json", "coinone", "coinone:KRW-BTC", "2023-11-27T08:22:39Z",
    "coinone:KRW-BTC 50062000 -425000 -0.84 rolling-24h 2023-11-27T08:22:37.818Z live\n" },
  { "coinone-ticker-new-3.json", "coinone", "coinone:KRW-BTC", "2023-11-14T22:13:21Z",
    "coinone:KRW-BTC 64000000 1000000 1.59 rolling-24h 2023-11-14T22:13:20Z live\n" },
  { "coinone-error-107-1.json", "coinone", "coinone:KRW-BTC", NULL,
    "bad-reply: 107: Parameter value is wrong" },
  { "coinone-chart-1.json", "coinone", "coinone:KRW-BTC", NULL, "bad-reply: tickers" },
  { "coinone-v1-ticker-1.json", "coinone", "coinone:KRW-BTC", NULL,
    "bad-reply: answered 0 by its old interface" },
  { "coinone-ws-error-1.json", "coinone", "coinone:KRW-BTC", NULL, "bad-reply: result" },
  { "coinone-ws-request-1.json", "coinone", "coinone:KRW-BTC", NULL, "bad-reply: result" },
  { "coinone-ws-ticker-1.json", "coinone", "coinone:KRW-BTC", NULL, "bad-reply: result" },

  { "naver-index-polling-1.json", "naver", "krx:KOSPI", "2026-08-28T10:00:00Z",
    "krx:KOSPI 6788.88 -123.49 -1.79 previous-session 2026-08-28T09:59:00Z closed\n" },
  { "naver-index-polling-2.json", "naver", "krx:KOSPI krx:KOSDAQ krx:KOSPI200",
    "2026-09-11T01:11:20Z",
    "krx:KOSPI 6864.3 -169.62 -2.41 previous-session 2026-09-11T01:11:14Z live\n"
    "krx:KOSDAQ 6864.3 -169.62 -2.41 previous-session 2026-09-11T01:11:14Z live\n"
    "krx:KOSPI200 6864.3 -169.62 -2.41 previous-session 2026-09-11T01:11:14Z live\n" },
  { "naver-stock-polling-1.json", "naver", "krx:005930 krx:035420", "2026-09-09T05:54:30Z",
    "krx:005930 270000 500 0.19 previous-session 2026-09-09T05:54:23Z live\n"
    "krx:035420 210000 -4500 -2.1 previous-session 2026-09-09T05:54:23Z live\n" },
  { "naver-stock-polling-3.json", "naver", "krx:005930 krx:000660", NULL,
    "krx:005930 247500 - - unstated - closed\n"
    "krx:000660 1234000 - - unstated - closed\n" },
  { "naver-error-409-1.json", "naver", "krx:KOSPI", NULL, "not-found: Not Exist Master" },
  { "naver-index-prices-1.json", "naver", "krx:KOSDAQ", NULL, "bad-reply: found a list" },
  { "naver-legacy-service-index-1.json", "naver", "krx:KOSPI", NULL, "bad-reply: datas" },
  { "naver-sisejson-1.txt", "naver", "krx:005930", NULL, "bad-reply: not usable" },
  { "naver-stock-marketvalue-1.json", "naver", "krx:005930", NULL, "bad-reply: datas" },
  { "naver-stock-trend-1.json", "naver", "krx:005930", NULL, "bad-reply: found a list" },
  { "naver-fx-main-1.json", "naver", "krx:KOSPI", NULL, "bad-reply: datas" },
  { "naver-fx-main-1.json", "naver-fx", "fx:USDKRW", "2024-06-14T08:17:00Z",
    "fx:USDKRW 1381.5 3.5 0.25 previous-session 2024-06-14T08:16:26Z live\n" },
  { "naver-fx-calc-1.json", "naver-fx", "fx:USDKRW", NULL, "bad-reply: result" },

  { "krx-idx-1.json", "krx", "krx:KOSDAQ", "2023-01-03T00:00:00Z",
    "krx:KOSDAQ 750 2.5 0.33 previous-session 2023-01-02T06:30:00Z closed\n" },
  { "krx-idx-1.json", "krx", "krx:KOSPI", NULL, "not-found: krx:KOSPI" },
  { "krx-stk-1.json", "krx", "krx:005930", "2026-09-24T00:00:00Z",
    "krx:005930 285500 9000 3.25 previous-session 2026-09-23T06:30:00Z closed\n" },
  { "krx-stk-1.json", "krx", "krx:005930", "2026-09-22T00:00:00Z",
    "krx:005930 285500 9000 3.25 previous-session 2026-09-23T06:30:00Z suspect\n" },
  { "krx-empty-1.json", "krx", "krx:KOSPI", NULL, "not-found: no figures of that day" },
  { "datagokr-index-1.json", "datagokr", "krx:KOSPI", "2026-06-08T00:00:00Z",
    "krx:KOSPI 8160.59 - - unstated 2026-06-05T06:30:00Z closed\n" },
  { "datagokr-index-4.json", "datagokr", "krx:KOSPI", "2026-08-14T05:00:00Z",
    "krx:KOSPI 6813.34 234.32 3.56 previous-session 2026-08-13T06:30:00Z closed\n" },
  { "datagokr-index-4.json", "datagokr", "krx:KOSDAQ", NULL, "not-found: krx:KOSDAQ" },
  { "datagokr-error-1.json", "datagokr", "krx:KOSPI", NULL, "no-key: 30: KEY_NOT_REGISTERED" },
  { "ecos-usdkrw-1.json", "ecos", "fx:USDKRW", "2024-06-13T05:00:00Z",
    "fx:USDKRW 1377 3.9 0.28 previous-session 2024-06-12T15:00:00Z closed\n" },
  { "ecos-error-1.json", "ecos", "fx:USDKRW", NULL, "not-found: INFO-200" },
  { "ecos-error-2.json", "ecos", "fx:USDKRW", NULL, "bad-reply: ERROR-100" },
  { "ecos-error-2.json", "krx", "krx:KOSPI", NULL, "bad-reply: OutBlock_1" },
  { "krx-empty-1.json", "ecos", "fx:USDKRW", NULL, "bad-reply: StatisticSearch" },
  { "krx-empty-1.json", "datagokr", "krx:KOSPI", NULL, "bad-reply: response" },

  { "frankfurter-1.json", "frankfurter", "fx:USDKRW", "2026-09-24T05:00:00Z",
    "fx:USDKRW 1365.35 - - unstated 2026-09-23T00:00:00Z closed\n" },
  { "frankfurter-1.json", "frankfurter", "fx:USDKRW", NULL,
    "fx:USDKRW 1365.35 - - unstated 2026-09-23T00:00:00Z stale\n" },
  { "yahoo-chart-index-1.json", "yahoo", "krx:KOSPI", "2026-06-30T04:51:00Z",
    "krx:KOSPI 8642.85 248.2 2.96 previous-session 2026-06-30T04:50:20Z live\n" },
  { "yahoo-chart-stock-1.json", "yahoo", "krx:005930", "2023-09-01T06:31:00Z",
    "krx:005930 71000 4100 6.13 previous-session 2023-09-01T06:30:21Z live\n" },
  { "yahoo-chart-fx-1.json", "yahoo", "fx:USDKRW", NULL, "not-found: fx:USDKRW" },
  { "yahoo-chart-fake-1.json", "yahoo", "krx:KOSPI", NULL, "not-found: krx:KOSPI" },
  { "yahoo-error-404-1.json", "yahoo", "krx:KOSPI", NULL, "not-found: No data found" },

  { NULL },
};

char *
payload_get_path (const Payload *payload)
{
  return g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "payloads", payload->file, NULL);
}

gint64
payload_get_now (const Payload *payload)
{
  gint64 now_us;

  g_assert_true (
    jipyo_instant_parse (payload->now != NULL ? payload->now : "2026-11-23T00:00:00Z", &now_us));
  return now_us;
}

gboolean
payload_is_good (const Payload *payload)
{
  return g_str_has_suffix (payload->expected, "\n");
}

/* "code: part" is an error whose message contains the part; anything else is compared whole. */
gboolean
payload_needs_key (const Payload *payload)
{
  static const char *const keyed[] = { "krx", "datagokr", "ecos", NULL };

  return g_strv_contains (keyed, payload->provider);
}

void
payload_assert (const Payload *payload, const char *result)
{
  const char *part = strstr (payload->expected, ": ");

  g_test_message ("%s: %s", payload->file, result);
  if (payload_is_good (payload)) {
    g_assert_cmpstr (result, ==, payload->expected);
    return;
  }
  g_assert_nonnull (part);
  g_assert_true (strncmp (result, payload->expected, (gsize) (part - payload->expected)) == 0);
  g_assert_nonnull (strstr (result, part + 2));
}
