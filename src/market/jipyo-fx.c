/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Currencies: Naver's notice rounds, and the European Central Bank's daily fixing at Frankfurter.
 */

#include <string.h>

#include "jipyo-date.h"
#include "jipyo-naver.h"
#include "jipyo-parsers.h"

static const char dollar[] = "fx:USDKRW";

static JipyoQuote *
new_dollar_quote (const JipyoHarvest *harvest)
{
  JipyoQuote *quote = jipyo_harvest_new_quote (harvest, dollar);

  jipyo_text_clear (&quote->name);
  quote->name = jipyo_text_new ("원/달러 환율", "US dollar in won");
  g_free (quote->currency);
  quote->currency = g_strdup ("KRW");
  return quote;
}

static gboolean
read_naver_row (JipyoQuote *quote, const JipyoFields *row, GError **error)
{
  int direction = jipyo_naver_direction (row, "fluctuationsType");

  if (!jipyo_fields_get_amount (row, "closePrice", &quote->last, error)
      || !jipyo_fields_get_amount (row, "fluctuations", &quote->change, error)
      || !jipyo_fields_get_amount (row, "fluctuationsRatio", &quote->change_percent, error))
    return FALSE;
  quote->change = jipyo_naver_apply_direction (quote->change, direction);
  quote->change_percent = jipyo_naver_apply_direction (quote->change_percent, direction);
  quote->has_change = TRUE;
  quote->has_change_percent = TRUE;
  quote->basis = JIPYO_BASIS_PREVIOUS_SESSION;
  quote->venue_time_us = jipyo_naver_read_time (row);
  if (g_strcmp0 (jipyo_fields_find_string (row, "marketStatus"), "CLOSE") == 0)
    quote->state = JIPYO_QUOTE_CLOSED;
  return TRUE;
}

static void
take_naver_row (JipyoHarvest *harvest, const JipyoFields *row)
{
  const char *code = jipyo_fields_find_string (row, "reutersCode");
  g_autoptr (JipyoQuote) quote = NULL;
  GError *error = NULL;

  if ((code != NULL && strcmp (code, "FX_USDKRW") != 0)
      || jipyo_harvest_find_wanted (harvest, "fx", "USDKRW") == NULL)
    return;
  quote = new_dollar_quote (harvest);
  if (read_naver_row (quote, row, &error))
    jipyo_harvest_take (harvest, g_steal_pointer (&quote));
  else
    jipyo_harvest_drop (harvest, dollar, error);
}

static gboolean
take_naver_rows (JipyoHarvest *harvest, JsonArray *rows, GError **error)
{
  for (guint i = 0; i < json_array_get_length (rows); i++) {
    g_autofree char *where = g_strdup_printf ("result[%u]", i);
    JipyoFields row;

    if (!jipyo_fields_init (&row, json_array_get_element (rows, i), where, error))
      return FALSE;
    if (jipyo_fields_has (&row, "reutersCode"))
      take_naver_row (harvest, &row);
  }
  return TRUE;
}

gboolean
jipyo_naver_fx_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);
  JipyoFields outer;
  JipyoFields row;
  JsonArray *rows;

  if (root == NULL || !jipyo_fields_init (&outer, root, "", error))
    return FALSE;
  if (jipyo_fields_has (&outer, "exchangeInfo")) {
    if (!jipyo_fields_init (&row, json_object_get_member (outer.object, "exchangeInfo"),
                            "exchangeInfo", error))
      return FALSE;
    take_naver_row (harvest, &row);
    return jipyo_harvest_finish (harvest, error);
  }
  rows = jipyo_fields_get_array (&outer, "result", error);
  return rows != NULL && take_naver_rows (harvest, rows, error)
         && jipyo_harvest_finish (harvest, error);
}

/* The fixing has a date only; it is stamped with the beginning of that day in UTC. */
static gboolean
read_fixing (JipyoQuote *quote, const JipyoFields *outer, GError **error)
{
  const char *base = jipyo_fields_get_string (outer, "base", error);
  const char *day = base != NULL ? jipyo_fields_get_string (outer, "date", error) : NULL;
  g_autofree char *instant = NULL;
  JipyoDecimal amount;
  JipyoFields rates;

  if (day == NULL || !jipyo_fields_get_decimal (outer, "amount", &amount, error)
      || !jipyo_fields_init (&rates, json_object_get_member (outer->object, "rates"), "rates",
                             error)
      || !jipyo_fields_get_decimal (&rates, "KRW", &quote->last, error))
    return FALSE;
  instant = g_strconcat (day, "T00:00:00Z", NULL);
  if (strcmp (base, "USD") != 0 || !jipyo_decimal_equal (amount, jipyo_decimal_from_int (1))
      || !jipyo_instant_parse (instant, &quote->venue_time_us)) {
    g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                         "not the rate of one dollar on a day");
    return FALSE;
  }
  quote->state = JIPYO_QUOTE_CLOSED;
  return TRUE;
}

gboolean
jipyo_frankfurter_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);
  g_autoptr (JipyoQuote) quote = NULL;
  JipyoFields outer;

  if (root == NULL || !jipyo_fields_init (&outer, root, "", error))
    return FALSE;
  if (jipyo_harvest_find_wanted (harvest, "fx", "USDKRW") == NULL)
    return jipyo_harvest_finish (harvest, error);
  quote = new_dollar_quote (harvest);
  if (!read_fixing (quote, &outer, error))
    return FALSE;
  jipyo_harvest_take (harvest, g_steal_pointer (&quote));
  return jipyo_harvest_finish (harvest, error);
}
