/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of a team's profile. Claims are sorted into sections by their metric; what is neither score,
 * rank, size nor hardware is a target or a claim of the team.
 */

#include "jipyo-team-table.h"

#include "jipyo-event-label.h"
#include "jipyo-format.h"
#include "jipyo-known-quote.h"

#include <string.h>

typedef struct {
  const char *id, *ko, *en;
} Section;

static const Section sections[] = {
  { "standing", "상태", "Standing" },
  { "strategy", "전략", "Strategy" },
  { "claim", "목표·주장", "Targets, claims" },
  { "score", "점수", "Score" },
  { "rank", "순위", "Rank" },
  { "model", "모델", "Model" },
  { "hardware", "GPU", "GPUs" },
  { "money", "자금", "Money" },
  { "size", "규모", "Size" },
  { "member", "구성", "Member" },
};

static void
add_columns (JipyoTable *table)
{
  JipyoText value = { (char *) "값", (char *) "Value" };

  jipyo_table_add_text_column (table, "section", "구분", "Section");
  jipyo_table_add_text_column (table, "item", "항목", "Item");
  jipyo_table_add_figure_column (table, "value", &value, "");
  jipyo_table_add_text_column (table, "unit", "단위", "Unit");
  jipyo_table_add_text_column (table, "note", "비고", "Note");
  jipyo_table_add_text_column (table, "date", "날짜", "Date");
  jipyo_table_add_text_column (table, "code", "종목 코드", "Code");
  jipyo_table_add_text_column (table, "source", "출처", "Source");
  jipyo_table_add_status_column (table);
}

static void
begin_row (JipyoTable *table, const char *section)
{
  jipyo_table_begin_row (table);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (sections[i].id, section)) {
      JipyoText words = jipyo_text_new (sections[i].ko, sections[i].en);

      jipyo_table_set_code (table, "section", section, &words);
      jipyo_text_clear (&words);
    }
}

static void
set_date (JipyoTable *table, JipyoDate date)
{
  g_autofree char *text = jipyo_date_format (date);

  jipyo_table_set_text (table, "date", text, text);
}

static void
set_source (JipyoViewDraft *draft, const char *id)
{
  const JipyoSource *source = jipyo_ledger_find_source (draft->context->ledger, id);

  jipyo_view_draft_use_source (draft, id);
  if (source != NULL)
    jipyo_table_set_code (draft->view->table, "source", source->id, &source->publisher);
}

JipyoText
jipyo_team_table_name_standing (const JipyoStanding *standing)
{
  switch (standing->state) {
  case JIPYO_STANDING_NOT_YET:
    return jipyo_text_new ("참여 전", "Not yet in");
  case JIPYO_STANDING_IN:
    return jipyo_text_new ("진행 중", "In play");
  case JIPYO_STANDING_OUT:
    return jipyo_text_new (jipyo_event_label_kind (standing->event->kind, JIPYO_LANG_KO),
                           jipyo_event_label_kind (standing->event->kind, JIPYO_LANG_EN));
  }
  return jipyo_text_new ("", "");
}

static void
add_standing_rows (JipyoViewDraft *draft, const JipyoStanding *standing)
{
  JipyoTable *table = draft->view->table;
  JipyoText words = jipyo_team_table_name_standing (standing);

  begin_row (table, "standing");
  jipyo_table_set_code (table, "item", jipyo_standing_state_id (standing->state), &words);
  jipyo_text_clear (&words);
  if (standing->event != NULL) {
    const JipyoEvent *event = standing->event;
    const JipyoText *note = jipyo_text_is_empty (&event->reason) ? &event->title : &event->reason;

    jipyo_table_set_text (table, "note", note->ko, note->en);
    set_date (table, standing->since);
    set_source (draft, event->source);
  }
  if (jipyo_text_is_empty (&standing->team->strategy))
    return;
  begin_row (table, "strategy");
  jipyo_table_set_text (table, "item", standing->team->strategy.ko, standing->team->strategy.en);
}

static const char *
choose_section (const char *metric)
{
  static const struct {
    const char *prefix, *section;
  } prefixes[] = {
    { "score-", "score" },   { "rank", "rank" },          { "gpus-", "hardware" },
    { "funding-", "money" }, { "organisations", "size" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (metric, prefixes[i].prefix))
      return prefixes[i].section;
  return "claim";
}

static void
set_figure (JipyoViewDraft *draft, const JipyoClaim *claim)
{
  JipyoTable *table = draft->view->table;
  const char *unit = jipyo_unit_id (claim->quantity.unit);

  jipyo_table_set_claim (table, "value", claim);
  jipyo_table_set_status (table, claim->status);
  if (claim->quantity.known)
    jipyo_table_set_text (table, "unit", unit, unit);
  set_source (draft, claim->source);
  jipyo_view_draft_use (draft, claim);
}

static void
add_claim_rows (JipyoViewDraft *draft, const JipyoTeam *team, const char *section)
{
  JipyoTable *table = draft->view->table;
  JipyoClaimQuery query = { .subject = team->id };
  g_autoptr (GPtrArray) claims = jipyo_ledger_find_claims (draft->context->ledger, &query);

  for (guint i = 0; i < claims->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (claims, i);
    g_autofree char *period = jipyo_period_format (claim->true_for);

    if (!g_str_equal (choose_section (claim->metric), section))
      continue;
    begin_row (table, section);
    jipyo_table_set_text (table, "item", claim->label.ko, claim->label.en);
    jipyo_table_set_text (table, "date", period, period);
    jipyo_table_set_text (table, "note", claim->note.ko, claim->note.en);
    set_figure (draft, claim);
  }
}

static int
compare_models (gconstpointer a, gconstpointer b)
{
  const JipyoModel *left = *(const JipyoModel *const *) a;
  const JipyoModel *right = *(const JipyoModel *const *) b;
  int order = jipyo_date_compare (left->released, right->released);

  return order != 0 ? order : g_strcmp0 (left->id, right->id);
}

GPtrArray *
jipyo_team_table_find_models (const JipyoLedger *ledger, const JipyoTeam *team)
{
  const GPtrArray *all = jipyo_ledger_get_models (ledger);
  GPtrArray *models = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++) {
    JipyoModel *model = g_ptr_array_index (all, i);

    if (g_strcmp0 (model->team, team->id) == 0)
      g_ptr_array_add (models, model);
  }
  g_ptr_array_sort (models, compare_models);
  return models;
}

/* "활성 150억 · 문맥 1M · Apache-2.0" */
static char *
describe_model (JipyoViewDraft *draft, const JipyoModel *model, JipyoLang lang)
{
  const JipyoClaim *active = jipyo_view_draft_find_metric (draft, model->id, "parameters-active");
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean ko = lang == JIPYO_LANG_KO;

  if (active != NULL) {
    g_autofree char *figure = jipyo_format_quantity (&active->quantity, lang);
    g_string_append_printf (text, ko ? "활성 %s" : "%s active", figure);
  } else
    g_string_append (text, ko ? "활성 파라미터 알려지지 않음" : "active parameters not known");
  if (model->context != NULL)
    g_string_append_printf (text, ko ? " · 문맥 %s" : " · context %s", model->context);
  if (model->licence != NULL)
    g_string_append_printf (text, " · %s", model->licence);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_model_rows (JipyoViewDraft *draft, const JipyoTeam *team)
{
  JipyoTable *table = draft->view->table;
  g_autoptr (GPtrArray) models = jipyo_team_table_find_models (draft->context->ledger, team);

  for (guint i = 0; i < models->len; i++) {
    const JipyoModel *model = g_ptr_array_index (models, i);
    const JipyoClaim *total = jipyo_view_draft_find_metric (draft, model->id, "parameters-total");
    g_autofree char *ko = describe_model (draft, model, JIPYO_LANG_KO);
    g_autofree char *en = describe_model (draft, model, JIPYO_LANG_EN);

    begin_row (table, "model");
    jipyo_table_set_text (table, "item", model->name, model->name);
    jipyo_table_set_text (table, "note", ko, en);
    set_date (table, model->released);
    if (total != NULL)
      set_figure (draft, total);
    else {
      jipyo_table_set_text (table, "value", "알려지지 않음", "not known");
      set_source (draft, model->source);
    }
  }
}

/* A team's record is shared by all readings, so its later members are left out here. */
GPtrArray *
jipyo_team_table_find_members (const JipyoViewContext *context, const JipyoTeam *team)
{
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; i < team->members->len; i++) {
    JipyoMember *member = g_ptr_array_index (team->members, i);

    if (!jipyo_date_is_known (member->published)
        || jipyo_date_is_by (member->published, context->as_of))
      g_ptr_array_add (members, member);
  }
  return members;
}

/* The price of a listed member, if one was received. */
static void
set_quote (JipyoViewDraft *draft, const JipyoOrganisation *organisation)
{
  JipyoTable *table = draft->view->table;
  g_autofree char *instrument = g_strdup_printf ("krx:%s", organisation->code);
  JipyoKnownQuote known;

  jipyo_table_set_text (table, "code", organisation->code, organisation->code);
  if (!jipyo_known_quote_init (&known, draft->context, instrument))
    return;
  guint decimals = jipyo_decimal_get_decimals (known.quote->last);
  jipyo_known_quote_fill_cell (&known, jipyo_table_get_cell (table, "value"), known.quote->last,
                               jipyo_format_price (known.quote->last, decimals));
  jipyo_table_set_text (table, "unit", known.quote->currency, known.quote->currency);
  jipyo_known_quote_clear (&known);
}

static void
add_member_rows (JipyoViewDraft *draft, const JipyoTeam *team)
{
  JipyoTable *table = draft->view->table;
  g_autoptr (GPtrArray) members = jipyo_team_table_find_members (draft->context, team);

  for (guint i = 0; i < members->len; i++) {
    const JipyoMember *member = g_ptr_array_index (members, i);
    const JipyoOrganisation *organisation =
      jipyo_ledger_find_organisation (draft->context->ledger, member->organisation);

    begin_row (table, "member");
    if (organisation != NULL)
      jipyo_table_set_code (table, "item", organisation->id, &organisation->name);
    else
      jipyo_table_set_text (table, "item", member->organisation, member->organisation);
    jipyo_table_set_text (table, "note", member->role.ko, member->role.en);
    set_date (table, member->joined);
    set_source (draft, member->source);
    if (organisation != NULL && organisation->code != NULL)
      set_quote (draft, organisation);
  }
}

void
jipyo_team_table_fill (JipyoViewDraft *draft, const JipyoStanding *standing)
{
  static const char *const of_claims[] = { "claim", "score", "rank" };
  static const char *const of_means[] = { "hardware", "money", "size" };
  const JipyoTeam *team = standing->team;

  add_columns (draft->view->table);
  add_standing_rows (draft, standing);
  for (guint i = 0; i < G_N_ELEMENTS (of_claims); i++)
    add_claim_rows (draft, team, of_claims[i]);
  add_model_rows (draft, team);
  for (guint i = 0; i < G_N_ELEMENTS (of_means); i++)
    add_claim_rows (draft, team, of_means[i]);
  add_member_rows (draft, team);
}
