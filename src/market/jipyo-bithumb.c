/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bithumb. /v1/ticker has Upbit's shape on the Korean day. The older /public/ticker is all strings,
 * carries two changes on two bases with, at times, opposite signs, and mixes a date among its
 * coins. Its change here is against the previous close, as in /v1, so that a fallback from one to
 * the other does not change the meaning of the column.
 */

#include "jipyo-parsers.h"
#include "jipyo-reply.h"
#include "jipyo-upbit.h"

#include <string.h>

static gboolean
read_coin (JipyoQuote *quote, const JipyoFields *coin, GError **error)
{
  JipyoDecimal close;

  if (!jipyo_fields_get_decimal (coin, "closing_price", &quote->last, error)
      || !jipyo_fields_get_decimal (coin, "prev_closing_price", &close, error))
    return FALSE;
  jipyo_quote_set_change_from (quote, close, JIPYO_BASIS_PREVIOUS_CLOSE_KST);
  return TRUE;
}

static void
take_coin (JipyoHarvest *harvest, const JipyoFields *coin, const char *instrument, gint64 time_us)
{
  g_auto (GStrv) parts = g_strsplit (strchr (instrument, ':') + 1, "-", 2);
  g_autoptr (JipyoQuote) quote = jipyo_harvest_new_quote (harvest, instrument);
  GError *error = NULL;

  quote->venue_time_us = time_us;
  jipyo_quote_set_coin (quote, parts[0], parts[1] != NULL ? parts[1] : "");
  if (read_coin (quote, coin, &error))
    jipyo_harvest_take (harvest, g_steal_pointer (&quote));
  else
    jipyo_harvest_drop (harvest, instrument, error);
}

/* Epoch milliseconds in a string, beside the coins or in the one coin. Absent: not stated. */
static gint64
read_date (const JipyoFields *data)
{
  gint64 time_ms;

  if (!jipyo_fields_get_int (data, "date", &time_ms, NULL)
      || time_ms > G_GINT64_CONSTANT (253402300799999))
    return 0;
  return time_ms * 1000;
}

static gboolean
read_status (const JipyoFields *outer, GError **error)
{
  const char *status = jipyo_fields_get_string (outer, "status", error);
  const char *message;
  g_autofree char *clean = NULL;

  if (status == NULL)
    return FALSE;
  if (strcmp (status, "0000") == 0)
    return TRUE;
  message = jipyo_fields_find_string (outer, "message");
  clean = jipyo_reply_clean_text (message != NULL ? message : "no reason given");
  g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
               "the venue answered %.8s: %s", status, clean);
  return FALSE;
}

static void
take_coins (JipyoHarvest *harvest, const JipyoFields *data)
{
  gint64 time_us = read_date (data);

  for (guint i = 0; harvest->instruments[i] != NULL; i++) {
    const char *instrument = harvest->instruments[i];
    const char *coin = strchr (instrument, '-');
    JsonNode *node = coin != NULL ? json_object_get_member (data->object, coin + 1) : NULL;
    g_autofree char *where = NULL;
    JipyoFields fields;

    if (node == NULL || !g_str_has_prefix (instrument, "bithumb:KRW-"))
      continue;
    where = g_strconcat ("data.", coin + 1, NULL);
    if (jipyo_fields_init (&fields, node, where, NULL))
      take_coin (harvest, &fields, instrument, time_us);
  }
}

static gboolean
parse_legacy (JipyoHarvest *harvest, JsonNode *root, GError **error)
{
  JipyoFields outer;
  JipyoFields data;

  if (!jipyo_fields_init (&outer, root, "", error) || !read_status (&outer, error)
      || !jipyo_fields_init (&data, json_object_get_member (outer.object, "data"), "data", error))
    return FALSE;
  if (!jipyo_fields_has (&data, "closing_price")) {
    take_coins (harvest, &data);
    return jipyo_harvest_finish (harvest, error);
  }
  /* One coin names itself nowhere: it can only be the one that was asked for. */
  if (harvest->instruments[0] == NULL || harvest->instruments[1] != NULL) {
    g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                         "data: one coin without a name, where several were asked for");
    return FALSE;
  }
  take_coin (harvest, &data, harvest->instruments[0], read_date (&data));
  return jipyo_harvest_finish (harvest, error);
}

static const JipyoTickerKind ticker = {
  .venue = "bithumb",
  .basis = JIPYO_BASIS_PREVIOUS_CLOSE_KST,
  .korean_epochs = TRUE,
};

gboolean
jipyo_bithumb_message_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);

  return root != NULL && jipyo_ticker_message_parse (harvest, root, &ticker, error);
}

gboolean
jipyo_bithumb_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);

  if (root == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (root))
    return jipyo_ticker_list_parse (harvest, root, &ticker, error);
  if (jipyo_ticker_error_parse (root, error))
    return FALSE;
  return parse_legacy (harvest, root, error);
}
