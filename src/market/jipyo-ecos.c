/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Bank of Korea's base rate of the dollar (매매기준율), a row a working day. The key is a part
 * of the address, so no address of it is ever shown. The change is between the last two rows.
 */

#include "jipyo-official.h"

#include "jipyo-date.h"

enum { DAYS_BACK = 20 };

static const char dollar[] = "fx:USDKRW";
static const char item_code[] = "0000001";

void
jipyo_ecos_plan (const char *const *instruments, gint64 now_us, GPtrArray *requests)
{
  const int today = jipyo_date_first_day (jipyo_instant_date_kst (now_us));
  g_autofree char *from = jipyo_official_format_day (today - DAYS_BACK);
  g_autofree char *to = jipyo_official_format_day (today);

  g_ptr_array_add (requests,
                   jipyo_request_new (
                     g_strdup_printf ("/api/StatisticSearch/{key}/json/kr/1/100/731Y001/D/%s/%s/%s",
                                      from, to, item_code),
                     instruments));
}

/* {"RESULT":{"CODE":"INFO-200","MESSAGE":"…"}}, behind a good status. */
static gboolean
read_refusal (const JipyoFields *outer, GError **error)
{
  JsonNode *node = json_object_get_member (outer->object, "RESULT");
  JipyoMarketError kind = JIPYO_MARKET_ERROR_BAD_REPLY;
  JipyoFields result;
  const char *code;
  const char *message;
  g_autofree char *clean = NULL;

  if (node == NULL || !jipyo_fields_init (&result, node, "RESULT", NULL))
    return FALSE;
  code = jipyo_fields_find_string (&result, "CODE");
  message = jipyo_fields_find_string (&result, "MESSAGE");
  if (g_strcmp0 (code, "INFO-200") == 0)
    kind = JIPYO_MARKET_ERROR_NOT_FOUND;
  else if (g_strcmp0 (code, "INFO-100") == 0)
    kind = JIPYO_MARKET_ERROR_NO_KEY;
  clean = jipyo_reply_clean_text (message != NULL ? message : "no reason given");
  g_set_error (error, JIPYO_MARKET_ERROR, (int) kind, "the bank answered %.12s: %s",
               code != NULL ? code : "nothing", clean);
  return TRUE;
}

typedef struct {
  gint64 close_us; /* 0: none yet */
  JipyoDecimal rate;
} Day;

/* Keeps the newest in `days[1]`, the one before in `days[0]`. */
static void
keep_day (Day *days, const Day *day)
{
  if (day->close_us > days[1].close_us) {
    days[0] = days[1];
    days[1] = *day;
  } else if (day->close_us < days[1].close_us && day->close_us > days[0].close_us) {
    days[0] = *day;
  }
}

static gboolean
read_row (Day *days, const JipyoFields *row, GError **error)
{
  const char *code = jipyo_fields_find_string (row, "ITEM_CODE1");
  Day day = { 0 };

  if (g_strcmp0 (code, item_code) != 0)
    return TRUE;
  if (!jipyo_fields_get_amount (row, "DATA_VALUE", &day.rate, error))
    return FALSE;
  if (!jipyo_official_parse_day (jipyo_fields_find_string (row, "TIME"), &day.close_us)) {
    g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY, "%s.TIME: not a day",
                 row->where);
    return FALSE;
  }
  keep_day (days, &day);
  return TRUE;
}

static void
take_days (JipyoHarvest *harvest, const Day *days)
{
  g_autoptr (JipyoQuote) quote = jipyo_official_new_quote (harvest, dollar);

  jipyo_text_clear (&quote->name);
  quote->name = jipyo_text_new ("원/달러 매매기준율", "US dollar in won, base rate");
  quote->last = days[1].rate;
  /* It holds for the whole of its day. */
  quote->venue_time_us = days[1].close_us - (gint64) (15 * 60 + 30) * 60 * G_USEC_PER_SEC;
  if (days[0].close_us != 0)
    jipyo_quote_set_change_from (quote, days[0].rate, JIPYO_BASIS_PREVIOUS_SESSION);
  jipyo_harvest_take (harvest, g_steal_pointer (&quote));
}

gboolean
jipyo_ecos_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);
  Day days[2] = { 0 };
  JipyoFields outer;
  JipyoFields search;
  JsonArray *rows;

  if (root == NULL || !jipyo_fields_init (&outer, root, "", error) || read_refusal (&outer, error)
      || !jipyo_fields_init (&search, json_object_get_member (outer.object, "StatisticSearch"),
                             "StatisticSearch", error))
    return FALSE;
  rows = jipyo_fields_get_array (&search, "row", error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (rows); i++) {
    g_autofree char *where = g_strdup_printf ("row[%u]", i);
    JipyoFields row;

    if (!jipyo_fields_init (&row, json_array_get_element (rows, i), where, error)
        || !read_row (days, &row, error))
      return FALSE;
  }
  if (days[1].close_us != 0 && jipyo_harvest_find_wanted (harvest, "fx", "USDKRW") != NULL)
    take_days (harvest, days);
  return jipyo_harvest_finish (harvest, error);
}
