/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The government's portal: the days of one index or share a request, in any order. One row comes as
 * an object instead of a list, none as an empty text, and what is wrong with the key as XML
 * whatever was asked for.
 */

#include "jipyo-official.h"

#include <string.h>

#include "jipyo-instrument.h"

/* Enough that the longest holidays leave one. */
enum { DAYS_BACK = 20 };

static const char head[] = "/1160100/service/";

void
jipyo_datagokr_plan (const char *const *instruments, gint64 now_us, GPtrArray *requests)
{
  g_autofree char *day = jipyo_official_format_day (jipyo_official_last_day (now_us) - DAYS_BACK);

  for (guint i = 0; instruments[i] != NULL; i++) {
    const char *one[] = { instruments[i], NULL };
    const char *index = jipyo_official_name_index (instruments[i]);
    g_autofree char *name = index != NULL ? g_uri_escape_string (index, NULL, FALSE) : NULL;
    g_autofree char *what =
      index != NULL
        ? g_strconcat ("GetMarketIndexInfoService/getStockMarketIndex?idxNm=", name, NULL)
        : g_strconcat ("GetStockSecuritiesInfoService/getStockPriceInfo?likeSrtnCd=",
                       jipyo_instrument_get_symbol (instruments[i]), NULL);

    g_ptr_array_add (
      requests, jipyo_request_new (
                  g_strconcat (head, what, "&serviceKey={key}&resultType=json&beginBasDt=", day,
                               "&numOfRows=40", NULL),
                  one));
  }
}

static gboolean
is_wanted (const JipyoFields *row, const char *instrument)
{
  const char *index = jipyo_official_name_index (instrument);
  const char *series = jipyo_fields_find_string (row, "idxCsf");

  if (index == NULL)
    return g_strcmp0 (jipyo_fields_find_string (row, "srtnCd"),
                      jipyo_instrument_get_symbol (instrument))
           == 0;
  /* The same name stands in two series. */
  return g_strcmp0 (jipyo_fields_find_string (row, "idxNm"), index) == 0
         && (series == NULL || g_str_has_prefix (series, "KOS"));
}

/* What is between −1 and 1 comes without its zero: "-.61". */
static gboolean
read_row (JipyoQuote *quote, const JipyoFields *row, GError **error)
{
  if (!jipyo_fields_get_bare_amount (row, "clpr", &quote->last, error))
    return FALSE;
  if (!jipyo_fields_has (row, "vs"))
    return TRUE;
  if (!jipyo_fields_get_bare_amount (row, "vs", &quote->change, error)
      || !jipyo_fields_get_bare_amount (row, "fltRt", &quote->change_percent, error))
    return FALSE;
  quote->has_change = TRUE;
  quote->has_change_percent = TRUE;
  quote->basis = JIPYO_BASIS_PREVIOUS_SESSION;
  return TRUE;
}

typedef struct {
  JsonNode *node; /* borrowed; NULL while there is none */
  gint64 close_us;
  gboolean twice;
} Newest;

static gboolean
look_at_row (Newest *newest, JsonNode *node, const char *instrument, GError **error)
{
  gint64 close_us;
  JipyoFields row;

  if (!jipyo_fields_init (&row, node, "item", error))
    return FALSE;
  if (!is_wanted (&row, instrument))
    return TRUE;
  if (!jipyo_official_parse_day (jipyo_fields_find_string (&row, "basDt"), &close_us)) {
    g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                         "item.basDt: not a day");
    return FALSE;
  }
  if (newest->node != NULL && close_us < newest->close_us)
    return TRUE;
  newest->twice = newest->node != NULL && close_us == newest->close_us;
  newest->node = node;
  newest->close_us = close_us;
  return TRUE;
}

/* A list, or the one object. */
static gboolean
find_newest (Newest *newest, JsonNode *item, const char *instrument, GError **error)
{
  JsonArray *rows = JSON_NODE_HOLDS_ARRAY (item) ? json_node_get_array (item) : NULL;

  if (rows == NULL)
    return look_at_row (newest, item, instrument, error);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (!look_at_row (newest, json_array_get_element (rows, i), instrument, error))
      return FALSE;
  return TRUE;
}

static void
take_newest (JipyoHarvest *harvest, const Newest *newest)
{
  const char *instrument = harvest->instruments[0];
  g_autoptr (JipyoQuote) quote = jipyo_official_new_quote (harvest, instrument);
  GError *error = NULL;
  const char *name;
  JipyoFields row;

  jipyo_fields_init (&row, newest->node, "item", NULL);
  name = jipyo_fields_find_string (&row, "itmsNm");
  if (jipyo_official_name_index (instrument) == NULL && name != NULL)
    quote->name = jipyo_text_take (jipyo_reply_clean_text (name), NULL);
  quote->venue_time_us = newest->close_us;
  if (newest->twice)
    g_set_error_literal (&error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                         "the day is given twice");
  if (error == NULL && read_row (quote, &row, &error))
    jipyo_harvest_take (harvest, g_steal_pointer (&quote));
  else
    jipyo_harvest_drop (harvest, instrument, error);
}

static gboolean
read_header (const JipyoFields *response, GError **error)
{
  JipyoFields header;
  const char *code;
  const char *message;
  g_autofree char *clean = NULL;

  if (!jipyo_fields_init (&header, json_object_get_member (response->object, "header"), "header",
                          error))
    return FALSE;
  code = jipyo_fields_get_string (&header, "resultCode", error);
  if (code == NULL)
    return FALSE;
  if (strcmp (code, "00") == 0)
    return TRUE;
  message = jipyo_fields_find_string (&header, "resultMsg");
  clean = jipyo_reply_clean_text (message != NULL ? message : "no reason given");
  g_set_error (error, JIPYO_MARKET_ERROR,
               strcmp (code, "30") == 0 ? JIPYO_MARKET_ERROR_NO_KEY : JIPYO_MARKET_ERROR_BAD_REPLY,
               "the portal answered %.8s: %s", code, clean);
  return FALSE;
}

/* NULL with an error; what is not an object is an empty answer. */
static JsonNode *
find_item (const JipyoFields *response, GError **error)
{
  JipyoFields body;
  JipyoFields items;
  JsonNode *item = NULL;

  if (!jipyo_fields_init (&body, json_object_get_member (response->object, "body"), "body", error))
    return NULL;
  if (jipyo_fields_init (&items, json_object_get_member (body.object, "items"), "items", NULL))
    item = json_object_get_member (items.object, "item");
  if (item == NULL || JSON_NODE_HOLDS_NULL (item))
    g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NOT_FOUND, "no rows");
  return item != NULL && !JSON_NODE_HOLDS_NULL (item) ? item : NULL;
}

/* <OpenAPI_ServiceResponse>…<returnAuthMsg>SERVICE_KEY_IS_NOT_REGISTERED_ERROR</returnAuthMsg> */
static gboolean
is_refusal_in_xml (const char *data, gsize length)
{
  return length > 0 && *data == '<'
         && g_strstr_len (data, (gssize) length, "SERVICE_KEY_IS_NOT_REGISTERED") != NULL;
}

gboolean
jipyo_datagokr_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  Newest newest = { 0 };
  JipyoFields outer;
  JipyoFields response;
  JsonNode *item;

  if (is_refusal_in_xml (data, length)) {
    g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NO_KEY,
                         "the portal does not know the key");
    return FALSE;
  }
  root = jipyo_reply_parse (data, length, error);
  if (root == NULL || !jipyo_fields_init (&outer, root, "", error)
      || !jipyo_fields_init (&response, json_object_get_member (outer.object, "response"),
                             "response", error)
      || !read_header (&response, error))
    return FALSE;
  item = find_item (&response, error);
  if (item == NULL || harvest->instruments[0] == NULL
      || !find_newest (&newest, item, harvest->instruments[0], error))
    return FALSE;
  if (newest.node != NULL)
    take_newest (harvest, &newest);
  return jipyo_harvest_finish (harvest, error);
}
