/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Candles in a line of the feed. The reader of the line is another process than the one
 * that read the venue, and believes it no more.
 */

#include "jipyo-candle-json.h"

#include "jipyo-candle-page.h"
#include "jipyo-instrument.h"
#include "jipyo-provider.h"

enum { START, OPEN, HIGH, LOW, CLOSE, VOLUME, N_VALUES };

static const char *const names[] = { "start", "open", "high", "low", "close", "volume" };

static void
write_price (JipyoJsonWriter *writer, const JipyoCandleSeries *series, gint64 digits)
{
  g_autofree char *text = jipyo_decimal_format (jipyo_candle_series_get_price (series, digits));

  jipyo_json_writer_string (writer, text);
}

static void
write_candle (JipyoJsonWriter *writer, const JipyoCandleSeries *series, const JipyoCandle *candle)
{
  JipyoDecimal volume;
  g_autofree char *text =
    jipyo_candle_series_get_volume (series, candle, &volume) ? jipyo_decimal_format (volume) : NULL;

  jipyo_json_writer_begin_array (writer);
  jipyo_json_writer_int (writer, candle->start_ms);
  write_price (writer, series, candle->open);
  write_price (writer, series, candle->high);
  write_price (writer, series, candle->low);
  write_price (writer, series, candle->close);
  jipyo_json_writer_string (writer, text);
  jipyo_json_writer_end_array (writer);
}

void
jipyo_candles_write (JipyoJsonWriter *writer, const JipyoCandleSeries *series, guint first, guint n)
{
  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "candles", series->instrument);
  jipyo_json_writer_member (writer, "every", jipyo_resolution_id (series->resolution));
  if (series->origin != NULL)
    jipyo_json_writer_member (writer, "provider", series->origin);
  jipyo_json_writer_key (writer, "rows");
  jipyo_json_writer_begin_array (writer);
  for (guint i = first; i < MIN (first + n, series->candles->len); i++)
    write_candle (writer, series, &g_array_index (series->candles, JipyoCandle, i));
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
}

/* The values under their names, for the typed readers. (nullable) (transfer full) */
static JsonNode *
name_values (JsonNode *node)
{
  JsonArray *values = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonObject *object;
  JsonNode *named;

  if (values == NULL || json_array_get_length (values) != N_VALUES)
    return NULL;
  object = json_object_new ();
  for (guint i = 0; i < N_VALUES; i++)
    json_object_set_member (object, names[i], json_array_dup_element (values, i));
  named = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (named, object);
  return named;
}

static gboolean
take_row (JipyoCandlePage *page, JsonNode *node, GError **error)
{
  g_autoptr (JsonNode) named = name_values (node);
  JipyoCandleRow row = { 0 };
  JipyoFields fields;

  if (!jipyo_fields_init (&fields, named, "rows[]", error)
      || !jipyo_fields_get_int (&fields, names[START], &row.start_ms, error)
      || !jipyo_fields_get_decimal (&fields, names[OPEN], &row.open, error)
      || !jipyo_fields_get_decimal (&fields, names[HIGH], &row.high, error)
      || !jipyo_fields_get_decimal (&fields, names[LOW], &row.low, error)
      || !jipyo_fields_get_decimal (&fields, names[CLOSE], &row.close, error))
    return FALSE;
  row.has_volume = jipyo_fields_has (&fields, names[VOLUME]);
  if (row.has_volume && !jipyo_fields_get_decimal (&fields, names[VOLUME], &row.volume, error))
    return FALSE;
  jipyo_candle_page_take (page, &row);
  return TRUE;
}

/* What was left out before is not there, so nothing may be left out here. */
static gboolean
finish (JipyoCandlePage *page, GError **error)
{
  if (!jipyo_candle_page_finish (page, error))
    return FALSE;
  if (page->n_dropped == 0)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&page->reason));
  return FALSE;
}

/* Who reads them knows until when they may be; here every time is past. */
static gboolean
read_heading (const JipyoFields *fields, JipyoCandleAsk *ask, GError **error)
{
  const char *instrument = jipyo_fields_get_string (fields, "candles", error);
  const char *every = instrument != NULL ? jipyo_fields_get_string (fields, "every", error) : NULL;

  *ask = (JipyoCandleAsk){
    .instrument = instrument,
    .from_ms = G_MININT64,
    .to_ms = G_MAXINT64,
    .over_ms = 1,
    .now_ms = G_MAXINT64,
  };
  if (every == NULL)
    return FALSE;
  const char *provider = jipyo_fields_find_string (fields, "provider");
  if (provider != NULL && jipyo_provider_find (provider) == NULL)
    return jipyo_fields_refuse (fields, "not a provider", error);
  return (jipyo_instrument_is_valid (instrument) && jipyo_resolution_parse (every, &ask->resolution)
          && ask->resolution != JIPYO_RESOLUTION_TICK)
         || jipyo_fields_refuse (fields, "not candles of an instrument", error);
}

JipyoCandleSeries *
jipyo_candles_read (const JipyoFields *fields, GError **error)
{
  g_auto (JipyoCandlePage) page = { 0 };
  JipyoCandleAsk ask;
  JsonArray *rows;

  if (!read_heading (fields, &ask, error))
    return NULL;
  rows = jipyo_fields_get_array (fields, "rows", error);
  if (rows == NULL)
    return NULL;
  jipyo_candle_page_init (&page, &ask);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (!take_row (&page, json_array_get_element (rows, i), error))
      return NULL;
  if (!finish (&page, error))
    return NULL;
  JipyoCandleSeries *series = jipyo_candle_page_make_series (&page);
  series->origin = g_strdup (jipyo_fields_find_string (fields, "provider"));
  return series;
}
