/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The exchange's own figures, a day and a market a request: everything is text, "-" stands for
 * nothing, and a holiday has no rows. The key is a header, and each list is granted separately.
 */

#include "jipyo-official.h"

#include <string.h>

#include "jipyo-date.h"
#include "jipyo-parsers.h"

/* Of the longest holidays there are eight weekdays in a row at most. */
enum { EARLIER_MAX = 8, DAY_LENGTH = 8 };

typedef struct {
  const char *path;
  const char *suffix; /* of the shares that are in it, as Yahoo has them; NULL for indices */
  const char *index;  /* what its indices begin with */
} List;

static const List lists[] = {
  { "/svc/apis/idx/kospi_dd_trd?basDd=", NULL, "krx:KOSPI" },
  { "/svc/apis/idx/kosdaq_dd_trd?basDd=", NULL, "krx:KOSDAQ" },
  { "/svc/apis/sto/stk_bydd_trd?basDd=", ".KS", NULL },
  { "/svc/apis/sto/ksq_bydd_trd?basDd=", ".KQ", NULL },
};

static gboolean
is_in (const List *list, const char *instrument)
{
  g_autofree char *symbol = jipyo_yahoo_symbol (instrument);

  if (list->index != NULL)
    return g_str_has_prefix (instrument, list->index);
  return jipyo_official_name_index (instrument) == NULL && symbol != NULL
         && g_str_has_suffix (symbol, list->suffix);
}

static void
plan_list (const List *list, const char *const *instruments, gint64 now_us, GPtrArray *requests)
{
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  g_autofree char *day = jipyo_official_format_day (jipyo_official_last_day (now_us));
  g_auto (GStrv) wanted = NULL;

  for (guint i = 0; instruments[i] != NULL; i++)
    if (is_in (list, instruments[i]))
      g_strv_builder_add (chosen, instruments[i]);
  wanted = g_strv_builder_end (chosen);
  if (wanted[0] != NULL)
    g_ptr_array_add (requests, jipyo_request_new (g_strconcat (list->path, day, NULL),
                                                  (const char *const *) wanted));
}

void
jipyo_krx_plan (const char *const *instruments, gint64 now_us, GPtrArray *requests)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    plan_list (&lists[i], instruments, now_us, requests);
}

JipyoRequest *
jipyo_krx_plan_before (const JipyoRequest *request)
{
  const gsize head = strlen (request->path) - DAY_LENGTH;
  g_autofree char *path = g_strndup (request->path, head);
  g_autofree char *earlier = NULL;
  JipyoRequest *before;
  gint64 close_us;

  if (request->earlier >= EARLIER_MAX
      || !jipyo_official_parse_day (request->path + head, &close_us))
    return NULL;
  earlier = jipyo_official_format_day (
    jipyo_official_day_before (jipyo_date_first_day (jipyo_instant_date_kst (close_us))));
  before = jipyo_request_new (g_strconcat (path, earlier, NULL),
                              (const char *const *) request->instruments);
  before->earlier = request->earlier + 1;
  return before;
}

typedef struct {
  const char *last;
  const char *change;
} Names;

static gboolean
read_row (JipyoQuote *quote, const JipyoFields *row, const Names *names, GError **error)
{
  if (!jipyo_fields_get_amount (row, names->last, &quote->last, error)
      || !jipyo_fields_get_amount (row, names->change, &quote->change, error)
      || !jipyo_fields_get_amount (row, "FLUC_RT", &quote->change_percent, error))
    return FALSE;
  quote->has_change = TRUE;
  quote->has_change_percent = TRUE;
  quote->basis = JIPYO_BASIS_PREVIOUS_SESSION;
  if (jipyo_official_parse_day (jipyo_fields_find_string (row, "BAS_DD"), &quote->venue_time_us))
    return TRUE;
  g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY, "%s.BAS_DD: not a day",
               row->where);
  return FALSE;
}

static void
take_row (JipyoHarvest *harvest, const JipyoFields *row)
{
  static const Names index_names = { "CLSPRC_IDX", "CMPPREVDD_IDX" };
  static const Names share_names = { "TDD_CLSPRC", "CMPPREVDD_PRC" };
  const char *index = jipyo_official_find_index (jipyo_fields_find_string (row, "IDX_NM"));
  const char *code = jipyo_fields_find_string (row, "ISU_CD");
  const char *name = jipyo_fields_find_string (row, "ISU_NM");
  const char *symbol = index != NULL ? index + strlen ("krx:") : code;
  const char *instrument =
    symbol != NULL ? jipyo_harvest_find_wanted (harvest, "krx", symbol) : NULL;
  g_autoptr (JipyoQuote) quote = NULL;
  GError *error = NULL;

  if (instrument == NULL)
    return;
  quote = jipyo_official_new_quote (harvest, instrument);
  if (index == NULL && name != NULL)
    quote->name = jipyo_text_take (jipyo_reply_clean_text (name), NULL);
  if (read_row (quote, row, index != NULL ? &index_names : &share_names, &error))
    jipyo_harvest_take (harvest, g_steal_pointer (&quote));
  else
    jipyo_harvest_drop (harvest, instrument, error);
}

/* {"respMsg":"Unauthorized API Call","respCode":"401"} */
static gboolean
read_refusal (const JipyoFields *outer, GError **error)
{
  const char *code = jipyo_fields_find_code (outer, "respCode");
  const char *message = jipyo_fields_find_string (outer, "respMsg");
  g_autofree char *clean = NULL;

  if (code == NULL)
    return FALSE;
  clean = jipyo_reply_clean_text (message != NULL ? message : "no reason given");
  g_set_error (error, JIPYO_MARKET_ERROR,
               strcmp (code, "401") == 0 ? JIPYO_MARKET_ERROR_NO_KEY : JIPYO_MARKET_ERROR_BAD_REPLY,
               "the exchange answered %.8s: %s", code, clean);
  return TRUE;
}

gboolean
jipyo_krx_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);
  JipyoFields outer;
  JsonArray *rows;

  if (root == NULL || !jipyo_fields_init (&outer, root, "", error) || read_refusal (&outer, error))
    return FALSE;
  rows = jipyo_fields_get_array (&outer, "OutBlock_1", error);
  if (rows == NULL)
    return FALSE;
  if (json_array_get_length (rows) == 0) {
    g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NOT_FOUND,
                         "no figures of that day");
    return FALSE;
  }
  for (guint i = 0; i < json_array_get_length (rows); i++) {
    g_autofree char *where = g_strdup_printf ("OutBlock_1[%u]", i);
    JipyoFields row;

    if (!jipyo_fields_init (&row, json_array_get_element (rows, i), where, error))
      return FALSE;
    take_row (harvest, &row);
  }
  return jipyo_harvest_finish (harvest, error);
}
