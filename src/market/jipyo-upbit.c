/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Upbit's /v1/ticker: a list of rows. The change is against the previous close at 00:00 UTC, never
 * against the opening price, which differs from that close in four rows of ten.
 */

#include "jipyo-upbit.h"

#include <string.h>

#include "jipyo-date.h"
#include "jipyo-parsers.h"
#include "jipyo-reply.h"

static const gint64 korea_ahead_us = G_GINT64_CONSTANT (9) * 3600 * G_USEC_PER_SEC;
static const gint64 shifted_slack_us = 5 * 60 * G_USEC_PER_SEC;

typedef struct {
  const char *symbol;
  const char *ko;
  const char *en;
} Coin;

void
jipyo_quote_set_coin (JipyoQuote *quote, const char *currency, const char *coin)
{
  static const Coin coins[] = {
    { "ADA", "에이다", "Cardano" },
    { "BCH", "비트코인캐시", "Bitcoin Cash" },
    { "BTC", "비트코인", "Bitcoin" },
    { "DOGE", "도지코인", "Dogecoin" },
    { "ETC", "이더리움클래식", "Ethereum Classic" },
    { "ETH", "이더리움", "Ethereum" },
    { "IOTA", "아이오타", "IOTA" },
    { "LSK", "리스크", "Lisk" },
    { "MTL", "메탈", "Metal" },
    { "QTUM", "퀀텀", "Qtum" },
    { "SOL", "솔라나", "Solana" },
    { "STEEM", "스팀", "Steem" },
    { "XRP", "리플", "XRP" },
  };

  g_free (quote->currency);
  quote->currency = g_ascii_strup (currency, -1);
  jipyo_text_clear (&quote->name);
  for (guint i = 0; i < G_N_ELEMENTS (coins); i++) {
    if (g_ascii_strcasecmp (coins[i].symbol, coin) == 0) {
      quote->name = jipyo_text_new (coins[i].ko, coins[i].en);
      return;
    }
  }
  quote->name = jipyo_text_take (g_ascii_strup (coin, -1), g_ascii_strup (coin, -1));
}

gboolean
jipyo_ticker_error_parse (JsonNode *root, GError **error)
{
  JipyoFields outer;
  JipyoFields inner;
  const char *name;
  const char *message;
  g_autofree char *clean = NULL;

  if (!jipyo_fields_init (&outer, root, "", NULL)
      || !jipyo_fields_init (&inner, json_object_get_member (outer.object, "error"), "error", NULL))
    return FALSE;
  name = jipyo_fields_find_code (&inner, "name");
  message = jipyo_fields_find_string (&inner, "message");
  clean = jipyo_reply_clean_text (message != NULL ? message : "no reason given");
  g_set_error (error, JIPYO_MARKET_ERROR,
               g_strcmp0 (name, "404") == 0 ? JIPYO_MARKET_ERROR_NOT_FOUND
                                            : JIPYO_MARKET_ERROR_BAD_REPLY,
               "the venue answered: %s", clean);
  return TRUE;
}

/* "20250813" and "104811" as if they were UTC; 0 when they are not there. */
static gint64
read_clock (const JipyoFields *row, const char *date_name, const char *time_name)
{
  const char *date = jipyo_fields_find_string (row, date_name);
  const char *time = jipyo_fields_find_string (row, time_name);
  g_autofree char *text = NULL;
  gint64 instant_us;

  if (date == NULL || time == NULL || strlen (date) != 8 || strlen (time) != 6)
    return 0;
  text = g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", date, date + 4, date + 6, time,
                          time + 2, time + 4);
  return jipyo_instant_parse (text, &instant_us) ? instant_us : 0;
}

/* Bithumb has sent Korean wall clock as an epoch, 9 hours ahead: sometimes in trade_timestamp only,
 * sometimes in both. Its texts are right, so the trade's epoch tells whether it was shifted, and
 * `timestamp` is shifted too when it lies beside it. Without texts only the future tells. */
static gint64
undo_korean_epoch (const JipyoFields *row, gint64 time_us, gint64 now_us)
{
  gint64 clock_us = read_clock (row, "trade_date", "trade_time");
  gint64 trade_ms = 0;
  gint64 shift;

  if (time_us > now_us + shifted_slack_us)
    return time_us - korea_ahead_us;
  if (clock_us == 0 || !jipyo_fields_get_int (row, "trade_timestamp", &trade_ms, NULL)
      || trade_ms > G_MAXINT64 / 1000)
    return time_us;
  shift = trade_ms * 1000 - clock_us - korea_ahead_us;
  if (ABS (shift) <= 2 * G_USEC_PER_SEC && ABS (trade_ms * 1000 - time_us) < 60 * G_USEC_PER_SEC)
    return time_us - korea_ahead_us;
  return time_us;
}

static gboolean
read_time (JipyoQuote *quote, const JipyoFields *row, const JipyoTickerKind *kind, GError **error)
{
  gint64 time_ms;

  if (!jipyo_fields_get_int (row, "timestamp", &time_ms, error))
    return FALSE;
  /* Milliseconds by contract; a unit is never guessed. Beyond the year 9999 it is none. */
  if (time_ms < G_GINT64_CONSTANT (1000000000000)
      || time_ms > G_GINT64_CONSTANT (253402300799999)) {
    g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                 "%s.timestamp: not milliseconds since 1970", row->where);
    return FALSE;
  }
  quote->venue_time_us = time_ms * 1000;
  if (kind->korean_epochs)
    quote->venue_time_us = undo_korean_epoch (row, quote->venue_time_us, quote->received_us);
  return TRUE;
}

static gboolean
read_change (JipyoQuote *quote, const JipyoFields *row, GError **error)
{
  JipyoDecimal rate;
  JipyoDecimal close;
  JipyoDecimal change;

  if (!jipyo_fields_get_decimal (row, "prev_closing_price", &close, error)
      || !jipyo_fields_get_decimal (row, "signed_change_price", &quote->change, error)
      || !jipyo_fields_get_decimal (row, "signed_change_rate", &rate, error))
    return FALSE;
  quote->has_change = TRUE;
  quote->has_change_percent =
    jipyo_decimal_multiply (rate, jipyo_decimal_from_int (100), &quote->change_percent);
  quote->change_percent = jipyo_decimal_round (quote->change_percent, 2);
  if (!jipyo_decimal_subtract (quote->last, close, &change)
      || !jipyo_decimal_equal (change, quote->change))
    quote->state = JIPYO_QUOTE_SUSPECT;
  return TRUE;
}

static void
check_range (JipyoQuote *quote, const JipyoFields *row)
{
  JipyoDecimal high;
  JipyoDecimal low;

  if (jipyo_fields_get_decimal (row, "high_price", &high, NULL)
      && jipyo_fields_get_decimal (row, "low_price", &low, NULL)
      && jipyo_decimal_compare (high, low) < 0)
    quote->state = JIPYO_QUOTE_SUSPECT;
}

static gboolean
read_row (JipyoQuote *quote, const JipyoFields *row, const JipyoTickerKind *kind, GError **error)
{
  if (!jipyo_fields_get_decimal (row, "trade_price", &quote->last, error)
      || !read_time (quote, row, kind, error) || !read_change (quote, row, error))
    return FALSE;
  quote->basis = kind->basis;
  check_range (quote, row);
  if (quote->state == JIPYO_QUOTE_LIVE && jipyo_fields_is_true (row, "is_trading_suspended"))
    quote->state = JIPYO_QUOTE_SUSPENDED;
  return TRUE;
}

static void
take_row (JipyoHarvest *harvest,
          const JipyoFields *row,
          const JipyoTickerKind *kind,
          const char *market)
{
  const char *instrument = jipyo_harvest_find_wanted (harvest, kind->venue, market);
  const char *dash = strchr (market, '-');
  g_autoptr (JipyoQuote) quote = NULL;
  g_autofree char *currency = NULL;
  GError *error = NULL;

  if (instrument == NULL || dash == NULL)
    return;
  currency = g_strndup (market, (gsize) (dash - market));
  quote = jipyo_harvest_new_quote (harvest, instrument);
  jipyo_quote_set_coin (quote, currency, dash + 1);
  if (read_row (quote, row, kind, &error))
    jipyo_harvest_take (harvest, g_steal_pointer (&quote));
  else
    jipyo_harvest_drop (harvest, instrument, error);
}

gboolean
jipyo_ticker_list_parse (JipyoHarvest *harvest,
                         JsonNode *root,
                         const JipyoTickerKind *kind,
                         GError **error)
{
  JsonArray *rows;

  if (!JSON_NODE_HOLDS_ARRAY (root)) {
    if (!jipyo_ticker_error_parse (root, error))
      g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                           "the answer: expected a list of rows");
    return FALSE;
  }
  rows = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (rows); i++) {
    g_autofree char *where = g_strdup_printf ("[%u]", i);
    JipyoFields row;
    const char *market;

    if (!jipyo_fields_init (&row, json_array_get_element (rows, i), where, error))
      return FALSE;
    market = jipyo_fields_get_string (&row, "market", error);
    if (market == NULL)
      return FALSE;
    take_row (harvest, &row, kind, market);
  }
  return jipyo_harvest_finish (harvest, error);
}

/* What is no ticker and no error is an answer to a ping. */
gboolean
jipyo_ticker_message_parse (JipyoHarvest *harvest,
                            JsonNode *root,
                            const JipyoTickerKind *kind,
                            GError **error)
{
  JipyoFields row;
  const char *type;
  const char *code;

  if (jipyo_ticker_error_parse (root, error) || !jipyo_fields_init (&row, root, "", error))
    return FALSE;
  if (jipyo_fields_find_string (&row, "status") != NULL)
    return TRUE;
  type = jipyo_fields_get_string (&row, "type", error);
  code = type != NULL ? jipyo_fields_get_string (&row, "code", error) : NULL;
  if (code == NULL)
    return FALSE;
  if (strcmp (type, "ticker") == 0)
    take_row (harvest, &row, kind, code);
  jipyo_harvest_settle (harvest);
  return TRUE;
}

static const JipyoTickerKind upbit = {
  .venue = "upbit",
  .basis = JIPYO_BASIS_PREVIOUS_CLOSE_UTC,
};

gboolean
jipyo_upbit_message_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);

  return root != NULL && jipyo_ticker_message_parse (harvest, root, &upbit, error);
}

gboolean
jipyo_upbit_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);

  return root != NULL && jipyo_ticker_list_parse (harvest, root, &upbit, error);
}
