/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prices are whole ticks around a base, so that they can be printed exactly with any decimals.
 */

#include "market.h"

#include <string.h>

#include "candles.h"

typedef struct {
  const char *venue;
  const char *symbol;
  gint64 base;    /* the close before, in units of 10^-decimals */
  gint64 tick;    /* in the same units */
  guint decimals; /* of an index; a share has none */
} Item;

static const Item items[] = {
  { "upbit", "BTC", 159716000, 1000, 0 },
  { "upbit", "ETH", 5086000, 1000, 0 },
  { "upbit", "ETC", 28550, 10, 0 },
  { "upbit", "MTL", 1016, 1, 0 },
  { "upbit", "LSK", 575, 1, 0 },
  { "upbit", "XRP", 4222, 1, 0 },
  { "upbit", "ADA", 1036, 1, 0 },
  { "upbit", "STEEM", 186, 1, 0 },
  { "bithumb", "BTC", 159742000, 1000, 0 },
  { "bithumb", "BCH", 784500, 500, 0 },
  { "bithumb", "ETH", 5086000, 1000, 0 },
  { "bithumb", "ETC", 28570, 10, 0 },
  { "bithumb", "XRP", 4224, 1, 0 },
  { "bithumb", "QTUM", 2910, 5, 0 },
  { "coinone", "BTC", 159750000, 1000, 0 },
  { "coinone", "BCH", 784500, 500, 0 },
  { "coinone", "ETH", 5085000, 1000, 0 },
  { "coinone", "ETC", 28560, 10, 0 },
  { "coinone", "XRP", 4224, 1, 0 },
  { "coinone", "QTUM", 2911, 1, 0 },
  { "coinone", "IOTA", 256, 1, 0 },
  { "naver", "KOSPI", 314775, 1, 2 },
  { "naver", "KOSDAQ", 78406, 1, 2 },
  { "naver", "KPI200", 42479, 1, 2 },
  { "naver", "017670", 55600, 100, 0 },
  { "naver", "259960", 331000, 500, 0 },
};

typedef struct {
  const char *mood;
  guint serial;
  gint64 now_ms;
} Moment;

/* Some ticks up or down, never the same twice in a row. Bitcoin's come back only after a thousand
 * answers, so that whoever waits for it to move cannot take a new answer for the old one. */
static gint64
choose_change (const Item *item, const Moment *moment)
{
  gint64 ticks = (gint64) ((moment->serial * 7 + (guint) (item - items) * 5) % 23) - 8;

  if (strcmp (moment->mood, "clock") == 0 && strcmp (item->venue, "naver") != 0)
    return 0;
  if (strcmp (item->symbol, "BTC") == 0)
    ticks += (gint64) (moment->serial / 23 % 44) * 23;
  if (strcmp (item->venue, "naver") == 0)
    return item->base / 63 + (strcmp (moment->mood, "closed") == 0 ? 0 : ticks * 17);
  if (strcmp (moment->mood, "suspect") == 0 && item == &items[0])
    return item->base * (moment->serial % 2 == 0 ? 1 : 4);
  if (strcmp (moment->mood, "suspect") == 0 && item == &items[1])
    return -item->base;
  return ticks * item->tick;
}

static char *
format_number (gint64 value, guint decimals)
{
  gint64 scale = decimals == 2 ? 100 : 1;
  gint64 magnitude = ABS (value);
  const char *sign = value < 0 ? "-" : "";

  if (decimals == 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT, sign, magnitude);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d", sign, magnitude / scale,
                          (int) (magnitude % scale));
}

/* "159716000.0"; in the mood "clock" the decimals tell the time. */
static char *
format_coin (gint64 whole, const Moment *moment)
{
  if (strcmp (moment->mood, "clock") != 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT ".0", whole);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%04d", whole, (int) (moment->now_ms / 100 % 10000));
}

/* "3,198.00" */
static char *
group_thousands (const char *number)
{
  const char *digits = number + (*number == '-');
  gsize whole = strcspn (digits, ".");
  GString *text = g_string_new (*number == '-' ? "-" : "");

  for (gsize i = 0; i < whole; i++) {
    if (i > 0 && (whole - i) % 3 == 0)
      g_string_append_c (text, ',');
    g_string_append_c (text, digits[i]);
  }
  g_string_append (text, digits + whole);
  return g_string_free (text, FALSE);
}

static char *
format_clock (const Moment *moment, const char *format, int ahead_h)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment->now_ms / 1000);
  g_autoptr (GDateTime) there = g_date_time_add_hours (utc, ahead_h);

  return g_date_time_format (there, format);
}

/* Half past three in Seoul, the last time it was that. */
static char *
format_close (const Moment *moment)
{
  const gint64 day_ms = 24 * 3600 * 1000;
  const gint64 close_ms = (15 * 60 + 30 - 9 * 60) * 60 * 1000;
  const Moment close = { .now_ms = moment->now_ms - (moment->now_ms - close_ms) % day_ms };

  return format_clock (&close, "%Y-%m-%dT%H:%M:%S+09:00", 9);
}

/* Bithumb's trade_timestamp is nine hours ahead, as in its real answers. */
static void
append_ticker (GString *text, const Item *item, const Moment *moment)
{
  gint64 change = choose_change (item, moment);
  g_autofree char *price = format_coin (item->base + change, moment);
  g_autofree char *before = format_coin (item->base, moment);
  gint64 ahead_ms = strcmp (item->venue, "bithumb") == 0 ? 9 * 3600 * 1000 : 0;
  const char *word = change > 0 ? "RISE" : change < 0 ? "FALL" : "EVEN";
  g_autofree char *date = format_clock (moment, "%Y%m%d", 0);
  g_autofree char *time = format_clock (moment, "%H%M%S", 0);
  g_autofree char *date_kst = format_clock (moment, "%Y%m%d", 9);
  g_autofree char *time_kst = format_clock (moment, "%H%M%S", 9);
  char rate[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (rate, sizeof rate, "%.10f", (double) change / (double) item->base);
  g_string_append_printf (
    text,
    "{\"market\":\"KRW-%s\",\"trade_date\":\"%s\",\"trade_time\":\"%s\",\"trade_date_kst\":\"%s\","
    "\"trade_time_kst\":\"%s\",\"trade_timestamp\":%" G_GINT64_FORMAT
    ",\"opening_price\":%" G_GINT64_FORMAT ".0,\"trade_price\":%s,\"prev_closing_price\":%s,"
    "\"change\":\"%s\",\"signed_change_price\":%" G_GINT64_FORMAT
    ".0,\"signed_change_rate\":%s,\"timestamp\":%" G_GINT64_FORMAT "}",
    item->symbol, date, time, date_kst, time_kst, moment->now_ms - 400 + ahead_ms,
    item->base + item->tick, price, before, word, change, rate, moment->now_ms - 300);
}

static void
append_coinone (GString *text, const Item *item, const Moment *moment)
{
  g_autofree char *coin = g_ascii_strdown (item->symbol, -1);
  g_autofree char *last = format_coin (item->base + choose_change (item, moment), moment);

  g_string_append_printf (
    text,
    "{\"quote_currency\":\"krw\",\"target_currency\":\"%s\",\"timestamp\":%" G_GINT64_FORMAT
    ",\"first\":\"%" G_GINT64_FORMAT
    ".0\",\"last\":\"%s\",\"best_asks\":[],\"best_bids\":[],\"id\":\"%" G_GINT64_FORMAT "001\"}",
    coin, moment->now_ms - 500, item->base, last, moment->now_ms);
}

static void
append_index (GString *text, const Item *item, const Moment *moment)
{
  gboolean closed = strcmp (moment->mood, "closed") == 0;
  gint64 change = choose_change (item, moment);
  g_autofree char *raw = format_number (item->base + change, item->decimals);
  g_autofree char *shown = group_thousands (raw);
  g_autofree char *change_raw = format_number (change, item->decimals);
  g_autofree char *rate = format_number (change * 10000 / item->base, 2);
  g_autofree char *time =
    closed ? format_close (moment) : format_clock (moment, "%Y-%m-%dT%H:%M:%S+09:00", 9);

  /* The two forms of one price disagree. */
  if (strcmp (moment->mood, "suspect") == 0 && strcmp (item->symbol, "KOSPI") == 0)
    shown[0]++;
  g_string_append_printf (
    text,
    "{\"itemCode\":\"%s\",\"stockName\":\"%s\",\"closePrice\":\"%s\","
    "\"compareToPreviousClosePrice\":\"%s\",\"compareToPreviousPrice\":{\"code\":\"%s\"},"
    "\"fluctuationsRatio\":\"%s\",\"marketStatus\":\"%s\",\"localTradedAt\":\"%s\","
    "\"symbolCode\":\"%s\",\"closePriceRaw\":\"%s\",\"compareToPreviousClosePriceRaw\":\"%s\","
    "\"fluctuationsRatioRaw\":\"%s\"}",
    item->symbol, item->symbol, shown, change_raw, change < 0 ? "5" : "2", rate,
    closed ? "CLOSE" : "OPEN", time, item->symbol, raw, change_raw, rate);
}

static gboolean
is_gone (const Item *item, const Moment *moment)
{
  return strcmp (moment->mood, "delisting") == 0 && strcmp (item->symbol, "MTL") == 0;
}

static gboolean
is_forgotten (const Item *item, const Moment *moment)
{
  return strcmp (moment->mood, "delisting") == 0 && strcmp (item->symbol, "ADA") == 0;
}

static void
append_listed (GString *text, const Item *item, const Moment *moment)
{
  const gboolean quiet = strcmp (moment->mood, "delisting") != 0;
  const gboolean warned = !quiet && strcmp (item->symbol, "ETC") == 0;
  const gboolean cautious = !quiet && strcmp (item->symbol, "XRP") == 0;
  const gboolean halted = !quiet && strcmp (item->symbol, "IOTA") == 0;

  if (strcmp (item->venue, "coinone") == 0)
    g_string_append_printf (text,
                            "{\"quote_currency\":\"KRW\",\"target_currency\":\"%s\","
                            "\"maintenance_status\":%d,\"trade_status\":1}",
                            item->symbol, halted);
  else if (strcmp (item->venue, "bithumb") == 0)
    g_string_append_printf (text, "{\"market\":\"KRW-%s\",\"market_warning\":\"%s\"}", item->symbol,
                            warned ? "CAUTION" : "NONE");
  else if (strcmp (moment->mood, "named") == 0)
    g_string_append_printf (text,
                            "{\"market\":\"KRW-%s\",\"korean_name\":\"동전 %s\","
                            "\"english_name\":\"Coin %s\"}",
                            item->symbol, item->symbol, item->symbol);
  else
    g_string_append_printf (text,
                            "{\"market\":\"KRW-%s\",\"market_event\":{\"warning\":%s,\"caution\":"
                            "{\"PRICE_FLUCTUATIONS\":%s,\"TRADING_VOLUME_SOARING\":false}}}",
                            item->symbol, warned ? "true" : "false", cautious ? "true" : "false");
}

/* What a venue lists; NULL for another question. (transfer full) */
static char *
answer_list (const char *request, const Moment *moment)
{
  const char *venue = strstr (request, "/v1/market/all?is_details=") != NULL  ? "upbit"
                      : strstr (request, "/v1/market/all?isDetails=") != NULL ? "bithumb"
                      : strstr (request, "/public/v2/markets/KRW") != NULL    ? "coinone"
                                                                              : NULL;
  GString *text;

  if (venue == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    if (strcmp (items[i].venue, venue) != 0 || is_gone (&items[i], moment)
        || is_forgotten (&items[i], moment))
      continue;
    g_string_append (text, text->len > 0 ? "," : "[");
    append_listed (text, &items[i], moment);
  }
  g_string_append_c (text, ']');
  if (strcmp (venue, "coinone") == 0) {
    g_string_prepend (text, "{\"result\":\"success\",\"error_code\":\"0\",\"markets\":");
    g_string_append_c (text, '}');
  }
  return g_string_free (text, FALSE);
}

/* Only what the path asks for: Upbit refuses a whole answer for one name it does not know. */
static gboolean
is_asked (const Item *item, const char *request, const char *end)
{
  g_autofree char *line = g_strndup (request, (gsize) (end - request));
  g_autofree char *pair = g_strconcat ("KRW-", item->symbol, NULL);

  if (strcmp (item->venue, "coinone") == 0)
    return TRUE;
  return strstr (line, strcmp (item->venue, "naver") == 0 ? item->symbol : pair) != NULL;
}

/* Upbit and Bithumb share a path; the set of coins tells them apart well enough, as MTL is only
 * here and BCH only there. A single coin is taken for Upbit's. */
static const char *
find_venue (const char *request)
{
  if (strstr (request, "/api/realtime/domestic/index/") != NULL
      || strstr (request, "/api/realtime/domestic/stock/") != NULL)
    return "naver";
  if (strstr (request, "/public/v2/ticker_new/KRW") != NULL)
    return "coinone";
  if (strstr (request, "/v1/ticker?") == NULL)
    return NULL;
  return strstr (request, "KRW-BCH") != NULL || strstr (request, "KRW-QTUM") != NULL ? "bithumb"
                                                                                     : "upbit";
}

static void
append_items (GString *text, const char *venue, const char *request, const Moment *moment)
{
  const char *end = request + strcspn (request, "\r\n");
  gsize empty = text->len;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    if (strcmp (items[i].venue, venue) != 0 || !is_asked (&items[i], request, end)
        || is_gone (&items[i], moment))
      continue;
    if (text->len > empty)
      g_string_append_c (text, ',');
    if (strcmp (venue, "naver") == 0)
      append_index (text, &items[i], moment);
    else if (strcmp (venue, "coinone") == 0)
      append_coinone (text, &items[i], moment);
    else
      append_ticker (text, &items[i], moment);
  }
}

/* The won's rate, and bitcoin in dollars for about 3 % less than in won. */
static char *
answer_measure (const char *request, const Moment *moment)
{
  const gint64 ticks = moment->serial % 17;
  const gboolean closed = strcmp (moment->mood, "closed") == 0;
  g_autofree char *time =
    closed ? format_close (moment) : format_clock (moment, "%Y-%m-%dT%H:%M:%S+09:00", 9);

  if (strstr (request, "/marketindex/exchange/FX_USDKRW") != NULL)
    return g_strdup_printf (
      "{\"exchangeInfo\":{\"closePrice\":\"1,450.%02d\",\"fluctuations\":\"2.50\","
      "\"fluctuationsRatio\":\"0.17\",\"fluctuationsType\":{\"code\":\"2\"},"
      "\"marketStatus\":\"%s\",\"localTradedAt\":\"%s\"}}",
      (int) ticks, closed ? "CLOSE" : "OPEN", time);
  if (strstr (request, "/v8/finance/chart/BTC-USD?") != NULL)
    return g_strdup_printf (
      "{\"chart\":{\"result\":[{\"meta\":{\"currency\":\"USD\",\"symbol\":\"BTC-USD\","
      "\"regularMarketPrice\":%d.25,\"previousClose\":106000.5,\"regularMarketTime\":"
      "%" G_GINT64_FORMAT "}}],\"error\":null}}",
      106900 + (int) ticks, moment->now_ms / 1000);
  return NULL;
}

char *
market_answer (const char *request, const char *mood, guint serial, gint64 now_ms)
{
  const Moment moment = { mood, serial, now_ms };
  const char *venue = find_venue (request);
  char *answer = NULL;
  GString *text = NULL;

  /* Naver refuses the whole of an answer for one share that it does not know. */
  if (strcmp (mood, "unknown-share") == 0 && g_strstr_len (request, 100, "000002") != NULL)
    return g_strdup ("{\"code\":\"StockConflict\",\"message\":\"Not Exist Master [000002]\"}");
  answer = answer_measure (request, &moment);
  if (answer == NULL)
    answer = candles_answer (request, moment.now_ms);
  if (answer == NULL)
    answer = answer_list (request, &moment);
  if (answer != NULL)
    return answer;
  text = g_string_new (NULL);
  if (g_strcmp0 (venue, "naver") == 0) {
    g_autofree char *time = format_clock (&moment, "%Y%m%d%H%M%S", 9);

    g_string_append_printf (text, "{\"pollingInterval\":%d,\"time\":\"%s\",\"datas\":[",
                            strcmp (mood, "closed") == 0 ? 70000 : 7000, time);
    append_items (text, venue, request, &moment);
    g_string_append (text, "]}");
  } else if (g_strcmp0 (venue, "coinone") == 0) {
    g_string_append_printf (text,
                            "{\"result\":\"success\",\"error_code\":\"0\",\"server_time\":"
                            "%" G_GINT64_FORMAT ",\"tickers\":[",
                            moment.now_ms);
    append_items (text, venue, request, &moment);
    g_string_append (text, "]}");
  } else if (venue != NULL) {
    g_string_append_c (text, '[');
    append_items (text, venue, request, &moment);
    g_string_append_c (text, ']');
  }
  return g_string_free (text, venue == NULL);
}

char *
market_message (const MarketNews *news)
{
  const Moment moment = { news->mood, news->serial, news->now_ms };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    if (strcmp (items[i].venue, news->venue) != 0 || strcmp (items[i].symbol, news->coin) != 0)
      continue;
    if (strcmp (news->venue, "coinone") == 0) {
      g_string_append (text, "{\"response_type\":\"DATA\",\"channel\":\"TICKER\",\"data\":");
      append_coinone (text, &items[i], &moment);
      g_autofree char *lower = g_ascii_strdown (news->coin, -1);
      char *at = strstr (text->str, lower); /* capitals in a stream */

      memcpy (at, news->coin, strlen (news->coin));
      memcpy (strstr (text->str, "krw"), "KRW", 3);
      g_string_append_c (text, '}');
    } else {
      append_ticker (text, &items[i], &moment);
      g_string_replace (text, "{\"market\":", "{\"type\":\"ticker\",\"code\":", 1);
    }
  }
  return g_string_free (text, FALSE);
}

/* clang-format off */
typedef struct { const char *part; const char *body; } Shape;

/* Invented figures in the venues' shapes, times far in the past. */
static const Shape shapes[] = {
  { "/v1/ticker",
    "[{\"market\":\"KRW-BTC\",\"trade_date\":\"20250102\",\"trade_time\":\"000000\",\"trade_timestamp\":1735776000000,"
    "\"opening_price\":100,\"high_price\":130,\"low_price\":90,\"trade_price\":120,\"prev_closing_price\":100,"
    "\"change\":\"RISE\",\"signed_change_price\":20,\"signed_change_rate\":0.2,\"timestamp\":1735776000000}]" },
  { "/public/v2/ticker_new",
    "{\"result\":\"success\",\"error_code\":\"0\",\"server_time\":1735776000000,\"tickers\":[{\"quote_currency\":\"krw\","
    "\"target_currency\":\"btc\",\"timestamp\":1735776000000,\"first\":\"100.0\",\"last\":\"120.0\"}]}" },
  { "/api/realtime/domestic/index",
    "{\"datas\":[{\"itemCode\":\"KOSPI\",\"closePrice\":\"1,234.50\",\"compareToPreviousClosePrice\":\"-10.50\","
    "\"fluctuationsRatio\":\"-0.84\",\"marketStatus\":\"OPEN\",\"localTradedAt\":\"2025-01-02T09:00:00+09:00\"}]}" },
  { "/api/realtime/domestic/stock",
    "{\"datas\":[{\"itemCode\":\"000001\",\"stockName\":\"가나다\",\"closePrice\":\"1,000\",\"marketStatus\":\"CLOSE\","
    "\"localTradedAt\":\"2025-01-02T15:30:00+09:00\"}]}" },
  { "/public/ticker",
    "{\"status\":\"0000\",\"data\":{\"BTC\":{\"closing_price\":\"120\",\"prev_closing_price\":\"100\"},\"date\":\"1735776000000\"}}" },
};
/* clang-format on */

const char *
market_shape (const char *request)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (g_strstr_len (request, 200, shapes[i].part) != NULL)
      return shapes[i].body;
  return "{}";
}
