/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * /v1/candles as Upbit designed them and Bithumb adopted them: a list of rows, the newest first. A
 * candle is there only if something was traded in its time. Each row says its market and its begin
 * twice, in UTC and in Korean time, and a day's its change: what disagrees with itself is left out.
 */

#include "jipyo-candle-page.h"

#include <string.h>

#include "jipyo-date.h"
#include "jipyo-instrument.h"
#include "jipyo-reply.h"
#include "jipyo-upbit.h"

static const gint64 MINUTE_MS = 60 * 1000;
static const gint64 KOREA_AHEAD_MS = 9 * 60 * MINUTE_MS;

/* "2026-03-11T14:40:00", without a zone. */
static gboolean
read_clock (const JipyoFields *row, const char *name, gint64 *time_ms, GError **error)
{
  const char *text = jipyo_fields_get_string (row, name, error);
  g_autofree char *zoned = text != NULL ? g_strconcat (text, "Z", NULL) : NULL;
  gint64 instant_us;

  if (zoned == NULL)
    return FALSE;
  if (strlen (text) != strlen ("2026-03-11T14:40:00") || !jipyo_instant_parse (zoned, &instant_us))
    return jipyo_fields_refuse (row, "a time that is none", error);
  *time_ms = instant_us / 1000;
  return TRUE;
}

static gboolean
read_start (const JipyoFields *row, gint64 *start_ms, GError **error)
{
  gint64 korean_ms;

  if (!read_clock (row, "candle_date_time_utc", start_ms, error)
      || !read_clock (row, "candle_date_time_kst", &korean_ms, error))
    return FALSE;
  return korean_ms - *start_ms == KOREA_AHEAD_MS
         || jipyo_fields_refuse (row, "its two times disagree", error);
}

/* Minutes say how many; what is longer than a day says from which day on. */
static gboolean
check_length (const JipyoFields *row, JipyoResolution resolution, GError **error)
{
  gint64 unit = 0;

  if (resolution == JIPYO_RESOLUTION_DAY)
    return (!jipyo_fields_has (row, "unit") && !jipyo_fields_has (row, "first_day_of_period"))
           || jipyo_fields_refuse (row, "a candle of another length", error);
  if (!jipyo_fields_get_int (row, "unit", &unit, error))
    return FALSE;
  return unit == jipyo_resolution_step_ms (resolution) / MINUTE_MS
         || jipyo_fields_refuse (row, "a candle of another length", error);
}

/* Signed here, unlike a ticker's. */
static gboolean
check_change (const JipyoFields *row, JipyoDecimal close, GError **error)
{
  JipyoDecimal before;
  JipyoDecimal change;
  JipyoDecimal reckoned;

  if (!jipyo_fields_has (row, "prev_closing_price") || !jipyo_fields_has (row, "change_price"))
    return TRUE;
  if (!jipyo_fields_get_decimal (row, "prev_closing_price", &before, error)
      || !jipyo_fields_get_decimal (row, "change_price", &change, error))
    return FALSE;
  return (jipyo_decimal_subtract (close, before, &reckoned)
          && jipyo_decimal_equal (reckoned, change))
         || jipyo_fields_refuse (row, "its change is not that of its prices", error);
}

static gboolean
read_row (const JipyoFields *row, JipyoResolution resolution, JipyoCandleRow *out, GError **error)
{
  if (!read_start (row, &out->start_ms, error) || !check_length (row, resolution, error)
      || !jipyo_fields_get_decimal (row, "opening_price", &out->open, error)
      || !jipyo_fields_get_decimal (row, "high_price", &out->high, error)
      || !jipyo_fields_get_decimal (row, "low_price", &out->low, error)
      || !jipyo_fields_get_decimal (row, "trade_price", &out->close, error)
      || !check_change (row, out->close, error))
    return FALSE;
  /* A candle is there only where something was traded: no volume of zero is one. */
  out->has_volume = jipyo_fields_get_decimal (row, "candle_acc_trade_volume", &out->volume, NULL)
                    && jipyo_decimal_sign (out->volume) > 0;
  return TRUE;
}

/* One row of another market spoils the answer: it is not the one that was asked for. */
static gboolean
take_row (JipyoCandlePage *page, const JipyoFields *fields, GError **error)
{
  const char *market = jipyo_fields_get_string (fields, "market", error);
  JipyoCandleRow row = { 0 };
  GError *reason = NULL;

  if (market == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (market, jipyo_instrument_get_symbol (page->ask.instrument)) != 0)
    return jipyo_fields_refuse (fields, "a candle of another market", error);
  if (read_row (fields, page->ask.resolution, &row, &reason))
    jipyo_candle_page_take (page, &row);
  else
    jipyo_candle_page_drop (page, reason);
  return TRUE;
}

gboolean
jipyo_ticker_candles_parse (JipyoCandlePage *page, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);
  JsonArray *rows;

  if (root == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_ARRAY (root)) {
    if (!jipyo_ticker_error_parse (root, error))
      g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                           "the answer: expected a list of candles");
    return FALSE;
  }
  rows = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (rows); i++) {
    g_autofree char *where = g_strdup_printf ("[%u]", i);
    JipyoFields row;

    if (!jipyo_fields_init (&row, json_array_get_element (rows, i), where, error)
        || !take_row (page, &row, error))
      return FALSE;
  }
  return jipyo_candle_page_finish (page, error);
}
