/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Coinone's /public/v2/chart. The answer does not say whose candles they are, nor how long.
 */

#include "jipyo-candle-page.h"
#include "jipyo-coinone.h"

static gboolean
read_row (const JipyoFields *fields, JipyoCandleRow *row, GError **error)
{
  if (!jipyo_fields_get_int (fields, "timestamp", &row->start_ms, error)
      || !jipyo_fields_get_decimal (fields, "open", &row->open, error)
      || !jipyo_fields_get_decimal (fields, "high", &row->high, error)
      || !jipyo_fields_get_decimal (fields, "low", &row->low, error)
      || !jipyo_fields_get_decimal (fields, "close", &row->close, error))
    return FALSE;
  /* Milliseconds by contract; beyond the year 9999 they are none. */
  if (row->start_ms > G_GINT64_CONSTANT (253402300799999)) {
    g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                 "%s.timestamp: not milliseconds since 1970", fields->where);
    return FALSE;
  }
  row->has_volume = jipyo_fields_get_decimal (fields, "target_volume", &row->volume, NULL);
  return TRUE;
}

gboolean
jipyo_coinone_candles_parse (JipyoCandlePage *page, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);
  JipyoFields outer;
  JsonArray *rows;

  if (root == NULL || !jipyo_fields_init (&outer, root, "", error)
      || !jipyo_coinone_envelope_read (&outer, error))
    return FALSE;
  rows = jipyo_fields_get_array (&outer, "chart", error);
  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++) {
    g_autofree char *where = g_strdup_printf ("chart[%u]", i);
    JipyoCandleRow row = { 0 };
    JipyoFields fields;
    GError *reason = NULL;

    if (!jipyo_fields_init (&fields, json_array_get_element (rows, i), where, error))
      return FALSE;
    if (read_row (&fields, &row, &reason))
      jipyo_candle_page_take (page, &row);
    else
      jipyo_candle_page_drop (page, reason);
  }
  return rows != NULL && jipyo_candle_page_finish (page, error);
}
