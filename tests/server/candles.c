/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every seventh candle of a coin is not there, as if nothing had been traded; shares have no
 * weekends.
 */

#include "candles.h"

#include <string.h>

static const gint64 MINUTE_MS = 60000;
static const gint64 DAY_MS = G_GINT64_CONSTANT (86400000);

typedef struct {
  const char *market;
  gint64 step_ms;
  gboolean listed; /* at an exchange with weekends */
} Kind;

static gint64
price_of (gint64 n)
{
  return 1000 + n * 37 % 101;
}

static gboolean
is_there (const Kind *kind, gint64 n)
{
  return kind->listed ? (n + 3) % 7 < 5 : n % 7 != 0;
}

static gint64
price_before (const Kind *kind, gint64 n)
{
  for (n--; !is_there (kind, n); n--)
    continue;
  return price_of (n);
}

/* "…&name=VALUE": the value, with its escapes undone. (transfer full) */
static char *
find_value (const char *request, const char *name)
{
  g_autofree char *line = g_strndup (request, strcspn (request, "\r\n"));
  g_autofree char *key = g_strconcat (name, "=", NULL);
  const char *at = strstr (line, key);
  g_autofree char *value = NULL;

  if (at == NULL)
    return g_strdup ("");
  at += strlen (key);
  value = g_strndup (at, strcspn (at, "& "));
  return g_uri_unescape_string (value, NULL);
}

static char *
format_time (gint64 time_ms, const char *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (time_ms / 1000);

  return g_date_time_format (time, format);
}

static void
append_ticker_candle (GString *text, const Kind *kind, gint64 n)
{
  const gint64 start_ms = n * kind->step_ms;
  const gint64 close = price_of (n);
  g_autofree char *utc = format_time (start_ms, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *kst = format_time (start_ms + 9 * 60 * MINUTE_MS, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *unit =
    kind->step_ms == DAY_MS
      ? g_strdup_printf ("\"prev_closing_price\":%" G_GINT64_FORMAT
                         ",\"change_price\":%" G_GINT64_FORMAT,
                         price_before (kind, n), close - price_before (kind, n))
      : g_strdup_printf ("\"unit\":%" G_GINT64_FORMAT, kind->step_ms / MINUTE_MS);

  g_string_append_printf (
    text,
    "%s{\"market\":\"%s\",\"candle_date_time_utc\":\"%s\",\"candle_date_time_kst\":\"%s\","
    "\"opening_price\":%" G_GINT64_FORMAT ".5,\"high_price\":%" G_GINT64_FORMAT
    ".0,\"low_price\":%" G_GINT64_FORMAT ".0,\"trade_price\":%" G_GINT64_FORMAT
    ".0,\"candle_acc_trade_volume\":1.25,%s}",
    text->len > 1 ? "," : "", kind->market, utc, kst, close, close + 9, close - 9, close, unit);
}

/* From the one before `to` backwards, `count` of them. */
static char *
answer_ticker (const char *request, gint64 now_ms)
{
  g_autofree char *market = find_value (request, "market");
  g_autofree char *to = find_value (request, "to");
  g_autofree char *count = find_value (request, "count");
  g_autoptr (GDateTime) end = g_date_time_new_from_iso8601 (to, NULL);
  const Kind kind = {
    .market = market,
    .step_ms = strstr (request, "/days") != NULL         ? DAY_MS
               : strstr (request, "/minutes/60") != NULL ? 60 * MINUTE_MS
                                                         : MINUTE_MS,
  };
  GString *text = g_string_new ("[");
  gint64 n = end != NULL ? (g_date_time_to_unix (end) * 1000 - 1) / kind.step_ms : 0;

  n = MIN (n, now_ms / kind.step_ms);
  for (int left = atoi (count); left > 0; n--) {
    if (!is_there (&kind, n))
      continue;
    append_ticker_candle (text, &kind, n);
    left--;
  }
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static char *
answer_coinone (const char *request, gint64 now_ms)
{
  g_autofree char *last = find_value (request, "timestamp");
  g_autofree char *size = find_value (request, "size");
  g_autofree char *interval = find_value (request, "interval");
  const gint64 step_ms = strcmp (interval, "1d") == 0   ? DAY_MS
                         : strcmp (interval, "1h") == 0 ? 60 * MINUTE_MS
                                                        : MINUTE_MS;
  GString *text = g_string_new (NULL);
  gint64 n = MIN (g_ascii_strtoll (last, NULL, 10), now_ms) / step_ms;

  for (int left = atoi (size); left > 0; left--, n--)
    g_string_append_printf (text,
                            "%s{\"timestamp\":%" G_GINT64_FORMAT ",\"open\":\"%" G_GINT64_FORMAT
                            ".5\",\"high\":\"%" G_GINT64_FORMAT "\",\"low\":\"%" G_GINT64_FORMAT
                            "\",\"close\":\"%" G_GINT64_FORMAT "\",\"target_volume\":\"2\"}",
                            text->len > 0 ? "," : "", n * step_ms, price_of (n), price_of (n) + 9,
                            price_of (n) - 9, price_of (n));
  g_string_prepend (text, "{\"result\":\"success\",\"error_code\":\"0\",\"chart\":[");
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static gint64
read_day (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const int day = atoi (text);
  g_autoptr (GDateTime) time =
               g_date_time_new (utc, day / 10000, day / 100 % 100, day % 100, 0, 0, 0);

  return time != NULL ? g_date_time_to_unix (time) * 1000 / DAY_MS : 0;
}

static char *
answer_share (const char *request, gint64 now_ms)
{
  const Kind kind = { .step_ms = DAY_MS, .listed = TRUE };
  g_autofree char *from = find_value (request, "startTime");
  g_autofree char *to = find_value (request, "endTime");
  const gint64 last = MIN (read_day (to), now_ms / DAY_MS);
  GString *text =
    g_string_new ("\n [['날짜', '시가', '고가', '저가', '종가', '거래량', '외국인소진율'],\n");
  const char *comma = "";

  for (gint64 n = read_day (from); n <= last; n++) {
    g_autofree char *day = format_time (n * DAY_MS, "%Y%m%d");

    if (!is_there (&kind, n))
      continue;
    g_string_append_printf (text,
                            "%s[\"%s\", %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT
                            ", %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", 500, 1.5]\n",
                            comma, day, price_of (n), price_of (n) + 9, price_of (n) - 9,
                            price_of (n));
    comma = ",";
  }
  g_string_append (text, "]\n");
  return g_string_free (text, FALSE);
}

/* The newest first, until a day of 2024. */
static char *
answer_index (const char *request, gint64 now_ms)
{
  const Kind kind = { .step_ms = DAY_MS, .listed = TRUE };
  g_autofree char *size = find_value (request, "pageSize");
  g_autofree char *page = find_value (request, "page");
  const int first = (atoi (page) - 1) * atoi (size);
  GString *text = g_string_new ("[");
  int index = 0;

  for (gint64 n = now_ms / DAY_MS; n > 19800 && index < first + atoi (size); n--) {
    g_autofree char *day = format_time (n * DAY_MS, "%Y-%m-%d");

    if (!is_there (&kind, n) || index++ < first)
      continue;
    g_string_append_printf (text,
                            "%s{\"localTradedAt\":\"%s\",\"closePrice\":\"1,%03d.00\","
                            "\"compareToPreviousClosePrice\":\"%d.00\",\"openPrice\":\"1,050.00\","
                            "\"highPrice\":\"1,200.00\",\"lowPrice\":\"900.00\"}",
                            text->len > 1 ? "," : "", day, (int) (price_of (n) - 1000),
                            (int) (price_of (n) - price_before (&kind, n)));
  }
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

char *
candles_answer (const char *request, gint64 now_ms)
{
  static const struct {
    const char *path;
    char *(*answer) (const char *request, gint64 now_ms);
  } answers[] = {
    { " /v1/candles/", answer_ticker },
    { " /public/v2/chart/", answer_coinone },
    { " /siseJson.naver?", answer_share },
    { " /api/index/", answer_index },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_strstr_len (request, 64, answers[i].path) != NULL)
      return answers[i].answer (request, now_ms);
  return NULL;
}
