/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lists of Upbit, Bithumb and Coinone. A word or a number that is not of the agreed ones makes
 * the listing unknown, never “as usual”.
 *
 * Of Coinone's list no answer is recorded: its members are read by its documents, in which
 * maintenance_status 1 is a market under maintenance and trade_status 0 one without trading.
 */

#include "jipyo-market-list.h"

#include <string.h>

#include "jipyo-coinone.h"
#include "jipyo-market-error.h"
#include "jipyo-reply.h"
#include "jipyo-upbit.h"

typedef struct {
  JipyoListing listing;
  JipyoText name;
} Market;

struct _JipyoMarketList {
  GHashTable *markets; /* symbol in capitals → Market, both owned */
};

static void
market_free (gpointer data)
{
  Market *market = data;

  jipyo_text_clear (&market->name);
  g_free (market);
}

static JipyoMarketList *
market_list_new (void)
{
  JipyoMarketList *self = g_new0 (JipyoMarketList, 1);

  self->markets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, market_free);
  return self;
}

void
jipyo_market_list_free (JipyoMarketList *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->markets);
  g_free (self);
}

gboolean
jipyo_market_list_find (const JipyoMarketList *self, const char *symbol, JipyoListing *listing)
{
  g_autofree char *key = g_ascii_strup (symbol, -1);
  const Market *found = g_hash_table_lookup (self->markets, key);

  if (found == NULL)
    return FALSE;
  *listing = found->listing;
  return TRUE;
}

void
jipyo_market_list_foreach (const JipyoMarketList *self, JipyoMarketListFunc func, gpointer data)
{
  GHashTableIter iter;
  gpointer symbol;
  gpointer market;

  g_hash_table_iter_init (&iter, self->markets);
  while (g_hash_table_iter_next (&iter, &symbol, &market))
    func (symbol, &((const Market *) market)->name, data);
}

guint
jipyo_market_list_get_length (const JipyoMarketList *self)
{
  return g_hash_table_size (self->markets);
}

static gboolean
put (JipyoMarketList *self, const char *symbol, const Market *market, GError **error)
{
  g_autofree char *clean = NULL;

  if (g_hash_table_insert (self->markets, g_ascii_strup (symbol, -1),
                           g_memdup2 (market, sizeof *market)))
    return TRUE;
  clean = jipyo_reply_clean_text (symbol);
  g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY, "%s: listed twice", clean);
  return FALSE;
}

/* TRUE when it is there as a boolean. */
static gboolean
read_flag (JsonNode *node, gboolean *flag)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;
  *flag = json_node_get_boolean (node);
  return TRUE;
}

/* By whatever name: a new kind of caution is one. */
static JipyoListing
read_cautions (JsonObject *cautions)
{
  g_autoptr (GList) nodes = json_object_get_values (cautions);
  JipyoListing listing = nodes != NULL ? JIPYO_LISTING_LISTED : JIPYO_LISTING_UNKNOWN;

  for (const GList *at = nodes; at != NULL; at = at->next) {
    gboolean flag;

    if (!read_flag (at->data, &flag)) {
      if (listing == JIPYO_LISTING_LISTED)
        listing = JIPYO_LISTING_UNKNOWN;
    } else if (flag) {
      listing = JIPYO_LISTING_CAUTION;
    }
  }
  return listing;
}

/* {"warning":false,"caution":{"PRICE_FLUCTUATIONS":false, …}} */
static JipyoListing
read_upbit_event (const JipyoFields *row)
{
  JsonNode *node = json_object_get_member (row->object, "market_event");
  JsonNode *cautions;
  JipyoFields event;
  gboolean warning = FALSE;

  if (node == NULL || !jipyo_fields_init (&event, node, "market_event", NULL))
    return JIPYO_LISTING_UNKNOWN;
  if (!read_flag (json_object_get_member (event.object, "warning"), &warning))
    return JIPYO_LISTING_UNKNOWN;
  if (warning)
    return JIPYO_LISTING_WARNING;
  cautions = json_object_get_member (event.object, "caution");
  if (cautions == NULL || !JSON_NODE_HOLDS_OBJECT (cautions))
    return JIPYO_LISTING_UNKNOWN;
  return read_cautions (json_node_get_object (cautions));
}

/* What Bithumb calls a caution is 투자유의, Upbit's warning. */
static JipyoListing
read_bithumb_warning (const JipyoFields *row)
{
  const char *word = jipyo_fields_find_string (row, "market_warning");

  if (g_strcmp0 (word, "NONE") == 0)
    return JIPYO_LISTING_LISTED;
  return g_strcmp0 (word, "CAUTION") == 0 ? JIPYO_LISTING_WARNING : JIPYO_LISTING_UNKNOWN;
}

static JipyoListing
read_coinone_status (const JipyoFields *row)
{
  const char *maintenance = jipyo_fields_find_code (row, "maintenance_status");
  const char *trade = jipyo_fields_find_code (row, "trade_status");

  if (g_strcmp0 (maintenance, "1") == 0 || g_strcmp0 (trade, "0") == 0)
    return JIPYO_LISTING_SUSPENDED;
  return g_strcmp0 (maintenance, "0") == 0 && g_strcmp0 (trade, "1") == 0 ? JIPYO_LISTING_LISTED
                                                                          : JIPYO_LISTING_UNKNOWN;
}

typedef JipyoListing (*ListingReader) (const JipyoFields *row);

/* "KRW-BTC" of {"market":"KRW-BTC"} or of Coinone's two members. NULL with an error. (transfer
 * full) */
static char *
read_symbol (const JipyoFields *row, GError **error)
{
  const char *market = jipyo_fields_find_string (row, "market");
  const char *currency;
  const char *coin;

  if (market != NULL)
    return g_strdup (market);
  currency = jipyo_fields_get_string (row, "quote_currency", error);
  coin = currency != NULL ? jipyo_fields_get_string (row, "target_currency", error) : NULL;
  return coin != NULL ? g_strconcat (currency, "-", coin, NULL) : NULL;
}

/* Coinone's list has none. */
static JipyoText
read_name (const JipyoFields *row)
{
  const char *ko = jipyo_fields_find_string (row, "korean_name");
  const char *en = jipyo_fields_find_string (row, "english_name");

  return jipyo_text_take (ko != NULL ? jipyo_reply_clean_text (ko) : NULL,
                          en != NULL ? jipyo_reply_clean_text (en) : NULL);
}

static JipyoMarketList *
read_rows (JsonArray *rows, ListingReader read, GError **error)
{
  g_autoptr (JipyoMarketList) self = market_list_new ();

  for (guint i = 0; i < json_array_get_length (rows); i++) {
    g_autofree char *where = g_strdup_printf ("[%u]", i);
    g_autofree char *symbol = NULL;
    JipyoFields row;

    if (!jipyo_fields_init (&row, json_array_get_element (rows, i), where, error))
      return NULL;
    symbol = read_symbol (&row, error);
    if (symbol == NULL)
      return NULL;
    const Market market = { read (&row), read_name (&row) };
    if (!put (self, symbol, &market, error))
      return NULL;
  }
  if (jipyo_market_list_get_length (self) > 0)
    return g_steal_pointer (&self);
  g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                       "a list without a market");
  return NULL;
}

static JipyoMarketList *
parse_list (const char *data, gsize length, ListingReader read, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);

  if (root == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (root))
    return read_rows (json_node_get_array (root), read, error);
  if (!jipyo_ticker_error_parse (root, error))
    g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                         "the answer: expected a list of markets");
  return NULL;
}

static JipyoMarketList *
parse_upbit (const char *data, gsize length, GError **error)
{
  return parse_list (data, length, read_upbit_event, error);
}

static JipyoMarketList *
parse_bithumb (const char *data, gsize length, GError **error)
{
  return parse_list (data, length, read_bithumb_warning, error);
}

static JipyoMarketList *
parse_coinone (const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);
  JipyoFields outer;
  JsonArray *rows;

  if (root == NULL || !jipyo_fields_init (&outer, root, "", error)
      || !jipyo_coinone_envelope_read (&outer, error))
    return NULL;
  rows = jipyo_fields_get_array (&outer, "markets", error);
  return rows != NULL ? read_rows (rows, read_coinone_status, error) : NULL;
}

const JipyoMarketListKind jipyo_upbit_market_list = {
  .path = "/v1/market/all?is_details=true",
  .parse = parse_upbit,
};
const JipyoMarketListKind jipyo_bithumb_market_list = {
  .path = "/v1/market/all?isDetails=true",
  .parse = parse_bithumb,
};
const JipyoMarketListKind jipyo_coinone_market_list = {
  .path = "/public/v2/markets/KRW",
  .parse = parse_coinone,
};
