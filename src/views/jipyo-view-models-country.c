/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "models-country": who made the large-scale models, with the residual that makes the
 * countries add up to the total, in the edition that is asked for.
 */

#include "jipyo-model-counts.h"
#include "jipyo-view-builders.h"

static void
add_columns (JipyoTable *table)
{
  JipyoText models = jipyo_text_new ("모델", "Models");
  JipyoText share = jipyo_text_new ("비중", "Share");

  jipyo_table_add_text_column (table, "id", "기호", "Id");
  jipyo_table_add_text_column (table, "country", "나라", "Country");
  jipyo_table_add_figure_column (table, "models", &models, jipyo_unit_id (JIPYO_UNIT_MODELS));
  jipyo_table_add_figure_column (table, "share", &share, jipyo_unit_id (JIPYO_UNIT_PERCENT));
  jipyo_table_add_text_column (table, "period", "기간", "Period");
  jipyo_table_add_text_column (table, "vintage", "판", "Edition");
  jipyo_table_add_mark_columns (table);
  jipyo_text_clear (&models);
  jipyo_text_clear (&share);
}

static void
add_row (JipyoTable *table, const JipyoModelCounts *counts, const JipyoCountryCount *count)
{
  g_autofree char *period = jipyo_period_format (counts->total->true_for);
  JipyoText vintage = jipyo_text_take (jipyo_model_counts_format_vintage (counts->vintage), NULL);

  jipyo_table_begin_row (table);
  jipyo_table_set_text (table, "id", count->id, count->id);
  jipyo_table_set_text (table, "country", count->name.ko, count->name.en);
  if (count->claim != NULL)
    jipyo_table_set_claim (table, "models", count->claim);
  else
    jipyo_table_set_derived (table, "models", &count->quantity);
  if (count->has_share)
    jipyo_table_set_derived (table, "share", &count->share);
  jipyo_table_set_text (table, "period", period, period);
  jipyo_table_set_code (table, "vintage", counts->vintage, &vintage);
  jipyo_text_clear (&vintage);
  jipyo_table_set_marks (table, count->quantity.qualifier, count->status);
}

static void
add_total (JipyoTable *table, const JipyoModelCounts *counts)
{
  JipyoCountryCount world = {
    .id = counts->total->subject,
    .claim = counts->total,
    .quantity = counts->total->quantity,
    .status = counts->total->status,
  };

  world.name = jipyo_text_new ("세계", "World");
  add_row (table, counts, &world);
  jipyo_text_clear (&world.name);
}

static void
add_picture (JipyoViewDraft *draft, const JipyoModelCounts *counts)
{
  JipyoLang lang = draft->context->lang;
  g_autofree char *subtitle = jipyo_model_counts_format_subtitle (counts, lang);
  g_autofree char *vintage = jipyo_model_counts_format_vintage (counts->vintage);
  JipyoPlot *plot = jipyo_view_draft_add_plot (draft, NULL, NULL);

  draft->view->sheet->subtitle = g_strdup_printf ("%s · %s", subtitle, vintage);
  jipyo_model_counts_plot (counts, draft, plot);
  for (guint i = 0; i < counts->within->len; i++)
    jipyo_view_draft_use (draft, g_array_index (counts->within, JipyoCountryCount, i).claim);
}

static void
set_unknown_vintage (const JipyoLedger *ledger, const char *vintage, GError **error)
{
  g_autoptr (GPtrArray) vintages = jipyo_model_counts_list_vintages (ledger);
  g_autofree char *list = NULL;

  g_ptr_array_add (vintages, NULL);
  list = g_strjoinv (", ", (char **) vintages->pdata);
  g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_OPTION,
               "no counts by country in vintage “%s”; known on this date: %s", vintage,
               *list != '\0' ? list : "none");
}

JipyoView *
jipyo_view_build_models_country (const JipyoViewContext *context, GError **error)
{
  g_autoptr (JipyoViewDraft) draft = jipyo_view_draft_new (context, "models-country");
  const char *vintage = jipyo_view_draft_get_option (draft, "vintage", NULL);
  g_autoptr (JipyoModelCounts) counts = jipyo_model_counts_new (context->ledger, vintage);
  JipyoText finding;

  add_columns (draft->view->table);
  if (counts == NULL && vintage != NULL) {
    set_unknown_vintage (context->ledger, vintage, error);
    return NULL;
  }
  if (counts == NULL) {
    jipyo_view_draft_set_empty (draft, "이 날짜에는 나라별 모델 수가 알려지지 않았다",
                                "No counts of models by country were known on this date");
    return jipyo_view_draft_finish (g_steal_pointer (&draft));
  }
  for (guint i = 0; i < counts->countries->len; i++)
    add_row (draft->view->table, counts, &g_array_index (counts->countries, JipyoCountryCount, i));
  add_total (draft->view->table, counts);
  finding = jipyo_model_counts_describe (counts);
  jipyo_view_draft_take_sentence (draft, finding.ko, finding.en);
  add_picture (draft, counts);
  return jipyo_view_draft_finish (g_steal_pointer (&draft));
}
