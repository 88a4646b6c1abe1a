/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Naver's polling answers for indices and shares: strings for people ("6,788.88") with, mostly, a
 * plain twin ("closePriceRaw"). Only the Korea Exchange's own session is read: the price of the
 * other venue (overMarketPriceInfo) has another base and is never mixed in.
 */

#include "jipyo-naver.h"

#include <string.h>

#include "jipyo-date.h"
#include "jipyo-parsers.h"

int
jipyo_naver_direction (const JipyoFields *row, const char *name)
{
  JsonNode *node = json_object_get_member (row->object, name);
  JipyoFields direction;
  const char *code;

  if (node == NULL || !jipyo_fields_init (&direction, node, name, NULL))
    return 2;
  code = jipyo_fields_find_code (&direction, "code");
  if (code == NULL || strlen (code) != 1)
    return 2;
  switch (*code) {
  case '1': /* upper limit */
  case '2':
    return 1;
  case '3':
    return 0;
  case '4': /* lower limit */
  case '5':
    return -1;
  default:
    return 2;
  }
}

JipyoDecimal
jipyo_naver_apply_direction (JipyoDecimal value, int direction)
{
  JipyoDecimal turned = value;

  if (direction != 2 && direction != 0 && jipyo_decimal_sign (value) * direction < 0)
    jipyo_decimal_negate (value, &turned);
  return turned;
}

gint64
jipyo_naver_read_time (const JipyoFields *row)
{
  const char *text = jipyo_fields_find_string (row, "localTradedAt");
  gint64 instant_us;

  return text != NULL && jipyo_instant_parse (text, &instant_us) ? instant_us : 0;
}

/* The plain twin if there is one, else the form for people. Where both are given they must agree.
 */
static gboolean
read_amount (JipyoQuote *quote,
             const JipyoFields *row,
             const char *name,
             JipyoDecimal *out,
             GError **error)
{
  g_autofree char *twin = g_strconcat (name, "Raw", NULL);
  const char *raw = jipyo_fields_find_code (row, twin);
  JipyoDecimal shown;

  if (raw == NULL || *raw == '\0')
    return jipyo_fields_get_amount (row, name, out, error);
  if (!jipyo_fields_get_amount (row, twin, out, error))
    return FALSE;
  if (jipyo_fields_get_amount (row, name, &shown, NULL) && !jipyo_decimal_equal (shown, *out))
    quote->state = JIPYO_QUOTE_SUSPECT;
  return TRUE;
}

static gboolean
read_change (JipyoQuote *quote, const JipyoFields *row, GError **error)
{
  int direction = jipyo_naver_direction (row, "compareToPreviousPrice");

  quote->basis = JIPYO_BASIS_PREVIOUS_SESSION;
  if (jipyo_fields_has (row, "compareToPreviousClosePrice")) {
    if (!read_amount (quote, row, "compareToPreviousClosePrice", &quote->change, error))
      return FALSE;
    quote->change = jipyo_naver_apply_direction (quote->change, direction);
    quote->has_change = TRUE;
  }
  if (jipyo_fields_has (row, "fluctuationsRatio")) {
    if (!read_amount (quote, row, "fluctuationsRatio", &quote->change_percent, error))
      return FALSE;
    quote->change_percent = jipyo_naver_apply_direction (quote->change_percent, direction);
    quote->has_change_percent = TRUE;
  }
  if (!quote->has_change)
    quote->basis = JIPYO_BASIS_UNSTATED;
  return TRUE;
}

static gboolean
is_trading (const JipyoFields *row)
{
  JsonNode *node = json_object_get_member (row->object, "tradeStopType");
  JipyoFields stop;
  const char *name = NULL;

  if (node != NULL && jipyo_fields_init (&stop, node, "tradeStopType", NULL))
    name = jipyo_fields_find_string (&stop, "name");
  return name == NULL || strcmp (name, "TRADING") == 0;
}

/* A suspended share keeps an old price whether or not its market is open. */
static void
read_state (JipyoQuote *quote, const JipyoFields *row)
{
  const char *status = jipyo_fields_find_string (row, "marketStatus");

  if (quote->state == JIPYO_QUOTE_SUSPECT)
    return;
  if (!is_trading (row))
    quote->state = JIPYO_QUOTE_SUSPENDED;
  else if (g_strcmp0 (status, "CLOSE") == 0 || g_strcmp0 (status, "PREOPEN") == 0)
    quote->state = JIPYO_QUOTE_CLOSED;
}

static void
set_names (JipyoQuote *quote, const JipyoFields *row, const char *code)
{
  const char *name = jipyo_fields_find_string (row, "stockName");

  jipyo_text_clear (&quote->name);
  if (strcmp (code, "KOSPI") == 0)
    quote->name = jipyo_text_new ("코스피", "KOSPI");
  else if (strcmp (code, "KOSDAQ") == 0)
    quote->name = jipyo_text_new ("코스닥", "KOSDAQ");
  else if (strcmp (code, "KPI200") == 0)
    quote->name = jipyo_text_new ("코스피200", "KOSPI 200");
  else if (name != NULL)
    quote->name = jipyo_text_take (jipyo_reply_clean_text (name), NULL);
  g_free (quote->currency);
  quote->currency = g_strdup (g_ascii_isdigit (*code) ? "KRW" : "");
}

static gboolean
read_row (JipyoQuote *quote, const JipyoFields *row, GError **error)
{
  if (!read_amount (quote, row, "closePrice", &quote->last, error)
      || !read_change (quote, row, error))
    return FALSE;
  read_state (quote, row);
  return TRUE;
}

static gboolean
take_row (JipyoHarvest *harvest, const JipyoFields *row, gint64 answered_us, GError **error)
{
  const char *code = jipyo_fields_get_string (row, "itemCode", error);
  g_autoptr (JipyoQuote) quote = NULL;
  const char *instrument;
  GError *reason = NULL;

  if (code == NULL)
    return FALSE;
  instrument =
    jipyo_harvest_find_wanted (harvest, "krx", strcmp (code, "KPI200") == 0 ? "KOSPI200" : code);
  if (instrument == NULL)
    return TRUE;
  quote = jipyo_harvest_new_quote (harvest, instrument);
  set_names (quote, row, code);
  quote->venue_time_us = jipyo_naver_read_time (row);
  if (quote->venue_time_us == 0)
    quote->venue_time_us = answered_us;
  if (read_row (quote, row, &reason))
    jipyo_harvest_take (harvest, g_steal_pointer (&quote));
  else
    jipyo_harvest_drop (harvest, instrument, reason);
  return TRUE;
}

/* "20260909145423", Korean time; 0 when it is not there. */
static gint64
read_answer_time (const JipyoFields *outer)
{
  const char *time = jipyo_fields_find_string (outer, "time");
  g_autofree char *text = NULL;
  gint64 instant_us;

  if (time == NULL || strlen (time) != 14)
    return 0;
  text = g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2s+09:00", time, time + 4, time + 6, time + 8,
                          time + 10, time + 12);
  return jipyo_instant_parse (text, &instant_us) ? instant_us : 0;
}

/* Seven seconds while the market is open, seventy after. What is out of all reason is not heard. */
static int
read_polling_interval (const JipyoFields *outer)
{
  static const gint64 most_ms = 10 * 60 * 1000;
  gint64 interval_ms;

  if (!jipyo_fields_has (outer, "pollingInterval")
      || !jipyo_fields_get_int (outer, "pollingInterval", &interval_ms, NULL))
    return 0;
  return (int) CLAMP (interval_ms, 0, most_ms);
}

/* {"code":"StockConflict","message":"Not Exist Master [ABT.O]"} */
static gboolean
read_refusal (const JipyoFields *outer, GError **error)
{
  const char *code = jipyo_fields_find_string (outer, "code");
  const char *message = jipyo_fields_find_string (outer, "message");
  g_autofree char *clean = NULL;

  if (code == NULL || jipyo_fields_has (outer, "datas"))
    return FALSE;
  clean = jipyo_reply_clean_text (message != NULL ? message : "no reason given");
  g_set_error (error, JIPYO_MARKET_ERROR,
               strcmp (code, "StockConflict") == 0 ? JIPYO_MARKET_ERROR_NOT_FOUND
                                                   : JIPYO_MARKET_ERROR_BAD_REPLY,
               "the venue answered: %s", clean);
  return TRUE;
}

gboolean
jipyo_naver_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);
  JipyoFields outer;
  JsonArray *rows;
  gint64 answered_us;

  if (root == NULL || !jipyo_fields_init (&outer, root, "", error) || read_refusal (&outer, error))
    return FALSE;
  rows = jipyo_fields_get_array (&outer, "datas", error);
  if (rows == NULL)
    return FALSE;
  answered_us = read_answer_time (&outer);
  harvest->least_ms = read_polling_interval (&outer);
  for (guint i = 0; i < json_array_get_length (rows); i++) {
    g_autofree char *where = g_strdup_printf ("datas[%u]", i);
    JipyoFields row;

    if (!jipyo_fields_init (&row, json_array_get_element (rows, i), where, error)
        || !take_row (harvest, &row, answered_us, error))
      return FALSE;
  }
  return jipyo_harvest_finish (harvest, error);
}
