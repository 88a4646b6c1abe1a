/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "models-year": models a year with each one's status, growth from year to year, and the
 * published compound rate beside the one that these years give.
 */

#include "jipyo-figures.h"
#include "jipyo-format.h"
#include "jipyo-model-counts.h"
#include "jipyo-model-years.h"
#include "jipyo-view-builders.h"

static void
add_columns (JipyoTable *table)
{
  JipyoText models = jipyo_text_new ("모델", "Models");
  JipyoText growth = jipyo_text_new ("전년 대비", "Growth");
  JipyoText cagr = jipyo_text_new ("연평균 증가율", "CAGR");
  JipyoText intervals = jipyo_text_new ("간격 수", "Intervals");

  jipyo_table_add_text_column (table, "id", "기호", "Id");
  jipyo_table_add_text_column (table, "year", "해", "Year");
  jipyo_table_add_figure_column (table, "models", &models, jipyo_unit_id (JIPYO_UNIT_MODELS));
  jipyo_table_add_figure_column (table, "growth", &growth, jipyo_unit_id (JIPYO_UNIT_PERCENT));
  jipyo_table_add_figure_column (table, "cagr", &cagr, jipyo_unit_id (JIPYO_UNIT_PERCENT));
  jipyo_table_add_figure_column (table, "intervals", &intervals, "");
  jipyo_table_add_text_column (table, "vintage", "판", "Edition");
  jipyo_table_add_mark_columns (table);
  jipyo_text_clear (&models);
  jipyo_text_clear (&growth);
  jipyo_text_clear (&cagr);
  jipyo_text_clear (&intervals);
}

static void
set_growth (JipyoTable *table, const JipyoQuantity *growth)
{
  JipyoCell *cell;

  jipyo_table_set_derived (table, "growth", growth);
  cell = jipyo_table_get_cell (table, "growth");
  jipyo_text_clear (&cell->text);
  cell->text =
    jipyo_text_take (jipyo_figure_format_growth (growth), jipyo_figure_format_growth (growth));
}

static void
set_vintage (JipyoTable *table, const char *vintage)
{
  JipyoText label = jipyo_text_take (jipyo_model_counts_format_vintage (vintage), NULL);

  jipyo_table_set_code (table, "vintage", vintage, &label);
  jipyo_text_clear (&label);
}

static void
add_year (JipyoTable *table, const JipyoYearCount *count)
{
  g_autofree char *year = g_strdup_printf ("%d", count->year);

  jipyo_table_begin_row (table);
  jipyo_table_set_text (table, "id", year, year);
  jipyo_table_set_text (table, "year", year, year);
  jipyo_table_set_claim (table, "models", count->claim);
  if (count->has_growth)
    set_growth (table, &count->growth);
  set_vintage (table, count->claim->vintage);
  jipyo_table_set_marks (table, count->claim->quantity.qualifier, count->claim->status);
}

static void
begin_span_row (JipyoTable *table, const JipyoModelYears *years, const char *id)
{
  int first = g_array_index (years->years, JipyoYearCount, 0).year;
  g_autofree char *span = g_strdup_printf ("%d–%d", first, first + (int) years->intervals);

  jipyo_table_begin_row (table);
  jipyo_table_set_text (table, "id", id, id);
  jipyo_table_set_text (table, "year", span, span);
  set_vintage (table, years->vintage);
}

static void
add_rates (JipyoTable *table, const JipyoModelYears *years)
{
  JipyoQuantity intervals = jipyo_figure_new_count (years->intervals, JIPYO_UNIT_NONE);

  if (years->total != NULL) {
    begin_span_row (table, years, "total");
    jipyo_table_set_claim (table, "models", years->total);
    jipyo_table_set_marks (table, years->total->quantity.qualifier, years->total->status);
  }
  if (years->stated_cagr != NULL) {
    begin_span_row (table, years, "cagr-stated");
    jipyo_table_set_claim (table, "cagr", years->stated_cagr);
    jipyo_table_set_marks (table, years->stated_cagr->quantity.qualifier,
                           years->stated_cagr->status);
  }
  if (years->has_cagr) {
    begin_span_row (table, years, "cagr-recomputed");
    jipyo_table_set_derived (table, "cagr", &years->cagr);
    if (years->derived_cagr != NULL)
      jipyo_table_get_cell (table, "cagr")->claim = g_strdup (years->derived_cagr->id);
    jipyo_table_set_derived (table, "intervals", &intervals);
    jipyo_table_set_marks (table, JIPYO_QUALIFIER_EXACT, JIPYO_STATUS_DERIVED);
  }
}

/* "연평균 179.5 %(공표), 179.5 %(간격 4개로 다시 계산)": the published rate and the check of it. */
static char *
format_check (const JipyoModelYears *years, JipyoLang lang)
{
  const JipyoClaim *stated = years->stated_cagr;
  g_autofree char *computed = NULL;
  g_autofree char *published = NULL;

  if (!years->has_cagr)
    return NULL;
  computed = jipyo_format_quantity (&years->cagr, lang);
  if (stated == NULL || !stated->quantity.known)
    return g_strdup_printf (lang == JIPYO_LANG_KO ? "연평균 %s(간격 %u개로 계산)"
                                                  : "%s a year (derived, %u intervals)",
                            computed, years->intervals);
  published = jipyo_format_quantity (&stated->quantity, lang);
  return g_strdup_printf (lang == JIPYO_LANG_KO
                            ? "연평균 %s(공표), %s(간격 %u개로 다시 계산)"
                            : "%s a year as published, %s recomputed over %u intervals",
                          published, computed, years->intervals);
}

static void
add_picture (JipyoViewDraft *draft, const JipyoModelYears *years)
{
  g_autofree char *vintage = jipyo_model_counts_format_vintage (years->vintage);
  g_autofree char *check = format_check (years, draft->context->lang);
  JipyoPlot *plot = jipyo_view_draft_add_plot (draft, NULL, NULL);

  draft->view->sheet->subtitle = g_strdup_printf (
    "%s · %s%s%s",
    jipyo_view_draft_pick (draft, "한 해에 나온 초거대 AI 모델 수", "Large-scale AI models a year"),
    vintage, check != NULL ? " · " : "", check != NULL ? check : "");
  jipyo_model_years_plot (years, draft, plot);
  jipyo_view_draft_use (draft, years->total);
  jipyo_view_draft_use (draft, years->stated_cagr);
  jipyo_view_draft_use (draft, years->derived_cagr);
}

JipyoView *
jipyo_view_build_models_year (const JipyoViewContext *context, GError **error)
{
  g_autoptr (JipyoViewDraft) draft = jipyo_view_draft_new (context, "models-year");
  const char *vintage = jipyo_view_draft_get_option (draft, "vintage", NULL);
  g_autoptr (JipyoModelYears) years = jipyo_model_years_new (context->ledger, vintage);
  JipyoText finding;

  add_columns (draft->view->table);
  if (years == NULL && vintage != NULL) {
    g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_OPTION,
                 "no counts by year in vintage “%s” on this date", vintage);
    return NULL;
  }
  if (years == NULL) {
    jipyo_view_draft_set_empty (draft, "이 날짜에는 해마다의 모델 수가 알려지지 않았다",
                                "No counts of models by year were known on this date");
    return jipyo_view_draft_finish (g_steal_pointer (&draft));
  }
  for (guint i = 0; i < years->years->len; i++)
    add_year (draft->view->table, &g_array_index (years->years, JipyoYearCount, i));
  add_rates (draft->view->table, years);
  finding = jipyo_model_years_describe (years);
  jipyo_view_draft_take_sentence (draft, finding.ko, finding.en);
  add_picture (draft, years);
  return jipyo_view_draft_finish (g_steal_pointer (&draft));
}
