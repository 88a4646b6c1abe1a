/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Yahoo's chart answer, one symbol a call. Only its header is read. "chartPreviousClose" is the
 * close before the range that was asked for, so it is a previous close only when the range is one
 * day; mistaken for one, it once made a false move of 17.9 %.
 */

#include <string.h>

#include "jipyo-parsers.h"
#include "jipyo-reply.h"

typedef struct {
  const char *instrument;
  const char *symbol;
  const char *ko;
  const char *en;
  const char *currency;
} Listed;

static const Listed listed[] = {
  { "krx:KOSPI", "^KS11", "코스피", "KOSPI", "" },
  { "krx:KOSDAQ", "^KQ11", "코스닥", "KOSDAQ", "" },
  { "krx:KOSPI200", "^KS200", "코스피200", "KOSPI 200", "" },
  { "fx:USDKRW", "USDKRW=X", "원/달러 환율", "US dollar in won", "KRW" },
  /* Only coins whose symbol there is theirs alone: others bear the number of a list. */
  { "usd:BTC", "BTC-USD", "비트코인 달러 시세", "Bitcoin in dollars", "USD" },
  { "usd:ETH", "ETH-USD", "이더리움 달러 시세", "Ethereum in dollars", "USD" },
  { "usd:XRP", "XRP-USD", "리플 달러 시세", "XRP in dollars", "USD" },
  { "usd:BCH", "BCH-USD", "비트코인캐시 달러 시세", "Bitcoin Cash in dollars", "USD" },
  { "usd:ETC", "ETC-USD", "이더리움클래식 달러 시세", "Ethereum Classic in dollars", "USD" },
  { "usd:ADA", "ADA-USD", "에이다 달러 시세", "Cardano in dollars", "USD" },
};

/* Of the shares that the record names, these trade on KOSDAQ; all others on KOSPI. */
static const char *const kosdaq_codes[] = { "030520", "402030", NULL };

char *
jipyo_yahoo_symbol (const char *instrument)
{
  const char *code = strchr (instrument, ':');

  for (guint i = 0; i < G_N_ELEMENTS (listed); i++)
    if (strcmp (listed[i].instrument, instrument) == 0)
      return g_strdup (listed[i].symbol);
  if (code == NULL || !g_str_has_prefix (instrument, "krx:") || !g_ascii_isdigit (code[1]))
    return NULL;
  code++;
  return g_strconcat (code, g_strv_contains (kosdaq_codes, code) ? ".KQ" : ".KS", NULL);
}

static void
set_names (JipyoQuote *quote)
{
  jipyo_text_clear (&quote->name);
  g_free (quote->currency);
  quote->currency = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (listed); i++) {
    if (strcmp (listed[i].instrument, quote->instrument) == 0) {
      quote->name = jipyo_text_new (listed[i].ko, listed[i].en);
      quote->currency = g_strdup (listed[i].currency);
    }
  }
  if (quote->currency == NULL)
    quote->currency = g_strdup ("KRW");
}

static gboolean
read_error (const JipyoFields *chart, GError **error)
{
  JipyoFields reason;
  const char *code;
  const char *text;
  g_autofree char *clean = NULL;

  if (!jipyo_fields_has (chart, "error")
      || !jipyo_fields_init (&reason, json_object_get_member (chart->object, "error"),
                             "chart.error", NULL))
    return FALSE;
  code = jipyo_fields_find_string (&reason, "code");
  text = jipyo_fields_find_string (&reason, "description");
  clean = jipyo_reply_clean_text (text != NULL ? text : "no reason given");
  g_set_error (error, JIPYO_MARKET_ERROR,
               g_strcmp0 (code, "Not Found") == 0 ? JIPYO_MARKET_ERROR_NOT_FOUND
                                                  : JIPYO_MARKET_ERROR_BAD_REPLY,
               "the venue answered: %s", clean);
  return TRUE;
}

static gboolean
read_change (JipyoQuote *quote, const JipyoFields *meta, GError **error)
{
  const char *range = jipyo_fields_find_string (meta, "range");
  const char *name = NULL;
  JipyoDecimal base;

  if (jipyo_fields_has (meta, "previousClose"))
    name = "previousClose";
  else if (jipyo_fields_has (meta, "chartPreviousClose")
           && (range == NULL || strcmp (range, "1d") == 0))
    name = "chartPreviousClose";
  if (name == NULL)
    return TRUE;
  if (!jipyo_fields_get_decimal (meta, name, &base, error))
    return FALSE;
  jipyo_quote_set_change_from (quote, base, JIPYO_BASIS_PREVIOUS_SESSION);
  return TRUE;
}

static gboolean
read_meta (JipyoQuote *quote, const JipyoFields *meta, GError **error)
{
  gint64 time_s;

  if (!jipyo_fields_get_decimal (meta, "regularMarketPrice", &quote->last, error)
      || !jipyo_fields_get_int (meta, "regularMarketTime", &time_s, error))
    return FALSE;
  /* Seconds by contract. */
  if (time_s > G_GINT64_CONSTANT (253402300799)) {
    g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                         "meta.regularMarketTime: not seconds since 1970");
    return FALSE;
  }
  quote->venue_time_us = time_s * G_USEC_PER_SEC;
  return read_change (quote, meta, error);
}

static const char *
find_instrument (const JipyoHarvest *harvest, const char *symbol)
{
  for (guint i = 0; harvest->instruments[i] != NULL; i++) {
    g_autofree char *known = jipyo_yahoo_symbol (harvest->instruments[i]);

    if (g_strcmp0 (known, symbol) == 0)
      return harvest->instruments[i];
  }
  return NULL;
}

static gboolean
take_meta (JipyoHarvest *harvest, const JipyoFields *meta, GError **error)
{
  const char *symbol = jipyo_fields_get_string (meta, "symbol", error);
  g_autoptr (JipyoQuote) quote = NULL;
  const char *instrument;
  GError *reason = NULL;

  if (symbol == NULL)
    return FALSE;
  instrument = find_instrument (harvest, symbol);
  if (instrument == NULL)
    return TRUE;
  quote = jipyo_harvest_new_quote (harvest, instrument);
  set_names (quote);
  if (read_meta (quote, meta, &reason))
    jipyo_harvest_take (harvest, g_steal_pointer (&quote));
  else
    jipyo_harvest_drop (harvest, instrument, reason);
  return TRUE;
}

gboolean
jipyo_yahoo_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);
  JipyoFields outer;
  JipyoFields chart;
  JipyoFields first;
  JipyoFields meta;
  JsonArray *results;

  if (root == NULL || !jipyo_fields_init (&outer, root, "", error)
      || !jipyo_fields_init (&chart, json_object_get_member (outer.object, "chart"), "chart", error)
      || read_error (&chart, error))
    return FALSE;
  results = jipyo_fields_get_array (&chart, "result", error);
  if (results == NULL)
    return FALSE;
  if (json_array_get_length (results) == 0)
    return jipyo_harvest_finish (harvest, error);
  if (!jipyo_fields_init (&first, json_array_get_element (results, 0), "chart.result[0]", error)
      || !jipyo_fields_init (&meta, json_object_get_member (first.object, "meta"), "meta", error)
      || !take_meta (harvest, &meta, error))
    return FALSE;
  return jipyo_harvest_finish (harvest, error);
}
