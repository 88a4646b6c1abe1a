/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "models-programme": what the teams released, how large it is and how much of it works at
 * a time. A parameter count that nobody published stays unknown.
 */

#include "jipyo-figures.h"
#include "jipyo-format.h"
#include "jipyo-particle.h"
#include "jipyo-view-builders.h"
#include "jipyo-view-draft.h"

#include <math.h>

typedef struct {
  const JipyoModel *model;
  const JipyoTeam *team;    /* or NULL */
  const JipyoClaim *total;  /* or NULL */
  const JipyoClaim *active; /* or NULL */
} ReleasedModel;

static void
add_columns (JipyoTable *table)
{
  const char *unit = jipyo_unit_id (JIPYO_UNIT_PARAMETERS);
  JipyoText total = jipyo_text_new ("전체 파라미터", "Total parameters");
  JipyoText active = jipyo_text_new ("활성 파라미터", "Active parameters");
  JipyoText share = jipyo_text_new ("활성 비율", "Active share");

  jipyo_table_add_text_column (table, "id", "기호", "Id");
  jipyo_table_add_text_column (table, "model", "모델", "Model");
  jipyo_table_add_text_column (table, "team", "컨소시엄", "Team");
  jipyo_table_add_text_column (table, "released", "공개일", "Released");
  jipyo_table_add_figure_column (table, "parameters-total", &total, unit);
  jipyo_table_add_figure_column (table, "parameters-active", &active, unit);
  jipyo_table_add_figure_column (table, "active-share", &share, jipyo_unit_id (JIPYO_UNIT_PERCENT));
  jipyo_table_add_text_column (table, "context", "문맥 길이", "Context");
  jipyo_table_add_text_column (table, "licence", "라이선스", "Licence");
  jipyo_table_add_status_column (table);
  jipyo_text_clear (&total);
  jipyo_text_clear (&active);
  jipyo_text_clear (&share);
}

/* No count was published: the cell says so, and its value stays null. */
static void
set_parameters (JipyoTable *table, const char *column, const JipyoClaim *claim)
{
  if (claim != NULL)
    jipyo_table_set_claim (table, column, claim);
  else
    jipyo_table_set_text (table, column, "—", "—");
}

/* A licence in conflict is a claim; a maker's own terms have no name that a table could give. */
static void
set_licence (JipyoViewDraft *draft, const JipyoModel *model)
{
  JipyoTable *table = draft->view->table;
  const JipyoClaim *claim = jipyo_view_draft_find_metric (draft, model->id, "licence");

  if (claim != NULL)
    jipyo_table_set_claim (table, "licence", claim);
  else if (g_strcmp0 (model->licence, "custom") == 0)
    jipyo_table_set_text (table, "licence", "자체 라이선스", "own licence");
  else
    jipyo_table_set_text (table, "licence", model->licence, model->licence);
}

static void
add_row (JipyoViewDraft *draft, const ReleasedModel *released)
{
  JipyoTable *table = draft->view->table;
  const JipyoModel *model = released->model;
  g_autofree char *date = jipyo_date_format (model->released);
  JipyoQuantity share;

  jipyo_table_begin_row (table);
  jipyo_table_set_text (table, "id", model->id, model->id);
  jipyo_table_set_text (table, "model", model->name, model->name);
  if (released->team != NULL)
    jipyo_table_set_code (table, "team", released->team->id, &released->team->short_name);
  jipyo_table_set_text (table, "released", date, date);
  set_parameters (table, "parameters-total", released->total);
  if (released->total != NULL)
    jipyo_table_set_status (table, released->total->status);
  set_parameters (table, "parameters-active", released->active);
  if (released->total != NULL && released->active != NULL
      && jipyo_figure_compute_share (&released->active->quantity, &released->total->quantity,
                                     &share))
    jipyo_table_set_derived (table, "active-share", &share);
  jipyo_table_set_text (table, "context", model->context, model->context);
  set_licence (draft, model);
}

static int
compare_released (gconstpointer a, gconstpointer b)
{
  const ReleasedModel *first = a;
  const ReleasedModel *second = b;
  int order = jipyo_date_compare (first->model->released, second->model->released);

  return order != 0 ? order : g_strcmp0 (first->model->id, second->model->id);
}

static GArray *
gather (JipyoViewDraft *draft)
{
  const JipyoLedger *ledger = draft->context->ledger;
  const GPtrArray *models = jipyo_ledger_get_models (ledger);
  GArray *all = g_array_new (FALSE, TRUE, sizeof (ReleasedModel));

  for (guint i = 0; i < models->len; i++) {
    const JipyoModel *model = g_ptr_array_index (models, i);
    ReleasedModel released = { .model = model };

    if (model->team != NULL)
      released.team = jipyo_ledger_find_team (ledger, model->team);
    released.total = jipyo_view_draft_find_metric (draft, model->id, "parameters-total");
    released.active = jipyo_view_draft_find_metric (draft, model->id, "parameters-active");
    jipyo_view_draft_use_source (draft, model->source);
    g_array_append_val (all, released);
  }
  g_array_sort (all, compare_released);
  return all;
}

static char *
format_active (const ReleasedModel *released, JipyoLang lang)
{
  g_autofree char *figure = NULL;

  if (released->active == NULL)
    return g_strdup (lang == JIPYO_LANG_KO ? "활성 알려지지 않음" : "active not known");
  figure = jipyo_figure_format_short (&released->active->quantity, lang);
  return g_strdup_printf (lang == JIPYO_LANG_KO ? "활성 %s" : "%s active", figure);
}

static void
plot_model (JipyoViewDraft *draft,
            JipyoPlot *plot,
            JipyoPlotSeries *series,
            const ReleasedModel *released)
{
  JipyoLang lang = draft->context->lang;
  g_autofree char *date = jipyo_date_format (released->model->released);
  g_autofree char *active = format_active (released, lang);
  g_autofree char *who = NULL;
  guint band;
  JipyoDatum *datum;

  who = released->team != NULL
          ? g_strdup_printf ("%s · %s", jipyo_text_get (&released->team->short_name, lang), date)
          : g_strdup (date);
  band = jipyo_plot_add_band (plot, released->model->name, who);
  if (released->total != NULL) {
    datum = jipyo_view_draft_plot_claim (draft, series, band, released->total);
    g_free (datum->text);
    datum->text = jipyo_figure_format_short (&released->total->quantity, lang);
  } else
    datum = jipyo_plot_series_add (series, band, NAN, "—");
  jipyo_datum_set_note (datum, active);
  datum->has_colour = released->team != NULL;
  datum->colour.role = JIPYO_ROLE_TEAM;
  datum->colour.index = released->team != NULL ? released->team->colour : 0;
}

static void
add_picture (JipyoViewDraft *draft, const GArray *models)
{
  JipyoPlot *plot = jipyo_view_draft_add_plot (draft, NULL, NULL);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "total", NULL, JIPYO_MARK_BAR);

  draft->view->sheet->subtitle = g_strdup (jipyo_view_draft_pick (
    draft, "전체 파라미터와 활성 파라미터, 공개일 순", "Total and active parameters, by release"));
  plot->horizontal = TRUE;
  plot->position.kind = JIPYO_SCALE_BAND;
  plot->value.kind = JIPYO_SCALE_LINEAR;
  plot->value.unit = JIPYO_UNIT_PARAMETERS;
  plot->value.hidden = TRUE;
  for (guint i = 0; i < models->len; i++)
    plot_model (draft, plot, series, &g_array_index (models, ReleasedModel, i));
}

static const ReleasedModel *
find_largest (const GArray *models)
{
  const ReleasedModel *largest = NULL;

  for (guint i = 0; i < models->len; i++) {
    const ReleasedModel *released = &g_array_index (models, ReleasedModel, i);
    if (released->total == NULL || !jipyo_figure_is_value (&released->total->quantity))
      continue;
    if (largest == NULL
        || jipyo_decimal_compare (released->total->quantity.value, largest->total->quantity.value)
             > 0)
      largest = released;
  }
  return largest;
}

static void
describe (JipyoViewDraft *draft, const GArray *models)
{
  const ReleasedModel *largest = find_largest (models);
  g_autofree char *figure_ko = NULL;
  g_autofree char *figure_en = NULL;
  g_autofree char *topic = NULL;

  if (largest == NULL) {
    jipyo_view_draft_take_sentence (
      draft, g_strdup_printf ("컨소시엄이 모델 %u개를 냈으나, 크기는 알려지지 않았다", models->len),
      g_strdup_printf ("The teams released %u models of unknown size", models->len));
    return;
  }
  figure_ko = jipyo_format_quantity_bare (&largest->total->quantity, JIPYO_LANG_KO);
  figure_en = jipyo_format_quantity_bare (&largest->total->quantity, JIPYO_LANG_EN);
  topic = jipyo_particle_attach (largest->model->name, JIPYO_PARTICLE_SUBJECT);
  jipyo_view_draft_take_sentence (
    draft,
    g_strdup_printf ("컨소시엄이 낸 모델 %u개 가운데 %s 파라미터 %s로 가장 크다", models->len,
                     topic, figure_ko),
    g_strdup_printf ("Of the %u models that the teams released, %s is the largest with %s",
                     models->len, largest->model->name, figure_en));
}

JipyoView *
jipyo_view_build_models_programme (const JipyoViewContext *context, GError **error)
{
  g_autoptr (JipyoViewDraft) draft = jipyo_view_draft_new (context, "models-programme");
  g_autoptr (GArray) models = gather (draft);

  add_columns (draft->view->table);
  if (models->len == 0) {
    jipyo_view_draft_set_empty (draft, "이 날짜까지 컨소시엄이 낸 모델은 없다",
                                "The teams had released no model by this date");
    return jipyo_view_draft_finish (g_steal_pointer (&draft));
  }
  for (guint i = 0; i < models->len; i++)
    add_row (draft, &g_array_index (models, ReleasedModel, i));
  describe (draft, models);
  add_picture (draft, models);
  return jipyo_view_draft_finish (g_steal_pointer (&draft));
}
