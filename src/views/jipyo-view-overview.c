/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "overview": the state of the programme in one picture. Key figures with their doubt, the
 * teams over time, two findings, the markets, and what changed last.
 */

#include "jipyo-figures.h"
#include "jipyo-format.h"
#include "jipyo-known-quote.h"
#include "jipyo-model-counts.h"
#include "jipyo-model-years.h"
#include "jipyo-team-spans.h"
#include "jipyo-view-builders.h"

#include <string.h>

static const char PROGRAMME[] = "sovereign-ai";
static const char *const instruments[] = { "krx:KOSPI", "krx:KOSDAQ", "krx:KOSPI200",
                                           "upbit:KRW-BTC" };
static const guint NEWS_SHOWN = 4;

typedef struct {
  JipyoViewDraft *draft;
  JipyoModelCounts *counts; /* or NULL */
  JipyoModelYears *years;   /* or NULL */
  JipyoTeamSpans *spans;
} Overview;

static void
add_columns (JipyoTable *table)
{
  JipyoText value = jipyo_text_new ("수치", "Figure");

  jipyo_table_add_text_column (table, "id", "기호", "Id");
  jipyo_table_add_text_column (table, "label", "항목", "Item");
  jipyo_table_add_figure_column (table, "value", &value, "");
  jipyo_table_add_text_column (table, "unit", "단위", "Unit");
  jipyo_table_add_text_column (table, "note", "비고", "Note");
  jipyo_table_add_text_column (table, "date", "기준일", "Date");
  jipyo_table_add_mark_columns (table);
  jipyo_text_clear (&value);
}

static void
begin_row (JipyoTable *table, const char *id, const JipyoText *label)
{
  jipyo_table_begin_row (table);
  jipyo_table_set_text (table, "id", id, id);
  jipyo_table_set_text (table, "label", label->ko, label->en);
}

static void
add_claim_row (JipyoTable *table, const char *id, const JipyoText *label, const JipyoClaim *claim)
{
  g_autofree char *period = NULL;
  const char *unit;

  begin_row (table, id, label);
  if (claim == NULL) {
    jipyo_table_set_text (table, "note", "알려지지 않음", "Not known");
    return;
  }
  period = jipyo_period_format (claim->true_for);
  unit = jipyo_unit_id (claim->quantity.unit);
  jipyo_table_set_claim (table, "value", claim);
  jipyo_table_set_text (table, "unit", unit, unit);
  jipyo_table_set_text (table, "date", period, period);
  jipyo_table_set_marks (table, claim->quantity.qualifier, claim->status);
}

static void
add_figure (Overview *self, const char *metric, const JipyoText *label)
{
  JipyoViewDraft *draft = self->draft;
  const JipyoClaim *claim = jipyo_view_draft_find_metric (draft, PROGRAMME, metric);

  jipyo_view_draft_add_tile (draft, jipyo_text_get (label, draft->context->lang), claim);
  add_claim_row (draft->view->table, metric, label, claim);
}

static void
add_budget (Overview *self)
{
  const JipyoClaim *claim = jipyo_view_draft_find_metric (self->draft, PROGRAMME, "budget");
  g_autofree char *year = NULL;
  JipyoText label = { 0 };

  if (claim != NULL) {
    year = jipyo_period_format (claim->true_for);
    label = jipyo_text_take (g_strdup_printf ("%s년 사업 예산", year),
                             g_strdup_printf ("Programme budget %s", year));
  } else
    label = jipyo_text_new ("사업 예산", "Programme budget");
  add_figure (self, "budget", &label);
  jipyo_text_clear (&label);
}

/* "2차 평가 2026-08-18": what last decided who is in play. */
static char *
format_last_turn (Overview *self)
{
  const JipyoTurn *turn;
  const JipyoRound *round = NULL;
  g_autofree char *date = NULL;

  if (self->spans->turns->len == 0)
    return g_strdup (jipyo_view_draft_pick (self->draft, "선정 전", "Before the selection"));
  turn = &g_array_index (self->spans->turns, JipyoTurn, self->spans->turns->len - 1);
  date = jipyo_date_format (turn->date);
  if (turn->round != NULL)
    round = jipyo_ledger_find_round (self->draft->context->ledger, turn->round);
  if (round == NULL)
    return g_strdup_printf ("%s %s", jipyo_view_draft_pick (self->draft, "선정", "Selected"), date);
  return g_strdup_printf ("%s %s", jipyo_text_get (&round->name, self->draft->context->lang), date);
}

static void
add_teams (Overview *self)
{
  JipyoTable *table = self->draft->view->table;
  guint n_ever = self->spans->n_in_play + self->spans->n_left;
  JipyoQuantity count = jipyo_figure_new_count (self->spans->n_in_play, JIPYO_UNIT_TEAMS);
  JipyoText label = jipyo_text_new ("남은 컨소시엄", "Teams in play");
  g_autofree char *note_ko = g_strdup_printf ("선정된 적 있는 %u팀 가운데", n_ever);
  g_autofree char *note_en = g_strdup_printf ("of %u ever selected", n_ever);
  JipyoTile *tile = jipyo_sheet_add_tile (self->draft->view->sheet);

  tile->label = g_strdup (jipyo_text_get (&label, self->draft->context->lang));
  tile->number = n_ever > 0 ? g_strdup_printf ("%u", self->spans->n_in_play) : g_strdup ("—");
  tile->unit = n_ever > 0 ? g_strdup_printf ("/ %u", n_ever) : NULL;
  tile->note = format_last_turn (self);
  begin_row (table, "teams-in-play", &label);
  if (n_ever > 0)
    jipyo_table_set_derived (table, "value", &count);
  jipyo_table_set_text (table, "unit", jipyo_unit_id (JIPYO_UNIT_TEAMS),
                        jipyo_unit_id (JIPYO_UNIT_TEAMS));
  jipyo_table_set_text (table, "note", note_ko, note_en);
  jipyo_table_set_marks (table, JIPYO_QUALIFIER_EXACT, JIPYO_STATUS_DERIVED);
  jipyo_text_clear (&label);
}

static char *
format_home_note (Overview *self)
{
  JipyoLang lang = self->draft->context->lang;
  g_autofree char *period = jipyo_period_format_long (self->counts->total->true_for, lang);
  g_autofree char *vintage = jipyo_model_counts_format_vintage (self->counts->vintage);

  if (lang == JIPYO_LANG_KO)
    return g_strdup_printf ("%s · %s · %u위", period, vintage, self->counts->home_rank);
  return g_strdup_printf ("%s · %s · rank %u", period, vintage, self->counts->home_rank);
}

static void
add_home_models (Overview *self)
{
  JipyoText label = jipyo_text_new ("한국의 초거대 AI 모델", "Korea’s large-scale models");
  const JipyoCountryCount *home = NULL;
  JipyoTile *tile;

  if (self->counts != NULL)
    home = jipyo_model_counts_find (self->counts, jipyo_model_counts_home);
  tile =
    jipyo_view_draft_add_tile (self->draft, jipyo_text_get (&label, self->draft->context->lang),
                               home != NULL ? home->claim : NULL);
  add_claim_row (self->draft->view->table, "models-home", &label,
                 home != NULL ? home->claim : NULL);
  if (home != NULL) {
    g_autofree char *total =
      jipyo_decimal_format_fixed (self->counts->total->quantity.value, 0, TRUE);
    g_autofree char *note_ko = g_strdup_printf ("세계 %s개 가운데", total);
    g_autofree char *note_en = g_strdup_printf ("of %s in the world", total);

    g_free (tile->unit);
    g_free (tile->note);
    tile->unit = g_strdup_printf ("/ %s", total);
    tile->note = format_home_note (self);
    jipyo_table_set_text (self->draft->view->table, "note", note_ko, note_en);
  }
  jipyo_text_clear (&label);
}

/* "▲50.25 +1.60 %", or NULL when the quote has no change. */
static char *
format_change (const JipyoKnownQuote *known, guint decimals)
{
  g_autofree char *change = NULL;
  g_autofree char *percent = NULL;
  JipyoDecimal value;
  gboolean derived;

  if (!known->quote->has_change)
    return NULL;
  change = jipyo_format_change (known->quote->change, decimals, TRUE);
  if (known->quote->basis == JIPYO_BASIS_UNSTATED
      || !jipyo_known_quote_compute_percent (known, &value, &derived))
    return g_steal_pointer (&change);
  percent = jipyo_format_change_percent (value);
  return g_strdup_printf ("%s %s", change, percent);
}

/* What a level or price is counted in; printed quotes name no currency, their symbols do. */
static const char *
get_quote_unit (const JipyoQuote *quote)
{
  if (quote->currency != NULL && *quote->currency != '\0')
    return quote->currency;
  return strstr (quote->instrument, ":KRW-") != NULL ? jipyo_unit_id (JIPYO_UNIT_KRW)
                                                     : jipyo_unit_id (JIPYO_UNIT_POINTS);
}

/* Index levels have two decimals by convention, coins in won none at these prices. */
static guint
get_decimals (const JipyoQuote *quote)
{
  return g_str_equal (get_quote_unit (quote), jipyo_unit_id (JIPYO_UNIT_POINTS)) ? 2 : 0;
}

static void
add_quote_row (Overview *self, const JipyoKnownQuote *known, const JipyoText *name)
{
  JipyoTable *table = self->draft->view->table;
  const JipyoQuote *quote = known->quote;
  const char *unit = get_quote_unit (quote);
  JipyoCell *cell;

  begin_row (table, quote->instrument, name);
  cell = jipyo_table_get_cell (table, "value");
  jipyo_known_quote_fill_cell (known, cell, quote->last,
                               jipyo_format_price (quote->last, get_decimals (quote)));
  jipyo_table_set_marks (table, cell->qualifier, cell->status);
  jipyo_table_set_text (table, "unit", unit, unit);
  jipyo_known_quote_set_time (known, table, "date");
}

static void
fill_level (JipyoGridCell *cell, const JipyoKnownQuote *known)
{
  guint decimals = get_decimals (known->quote);
  g_autofree char *price = jipyo_format_price (known->quote->last, decimals);
  g_autofree char *change = format_change (known, decimals);

  cell->text =
    change != NULL ? g_strdup_printf ("%s  %s", price, change) : g_steal_pointer (&price);
  cell->direction = jipyo_known_quote_get_direction (known);
  cell->doubtful = known->state == JIPYO_QUOTE_SUSPECT;
  cell->claim = g_strdup (known->quote->instrument);
}

static void
known_quote_clear (gpointer data)
{
  jipyo_known_quote_clear (data);
}

static GArray *
find_quotes (const JipyoViewContext *context)
{
  GArray *quotes = g_array_new (FALSE, TRUE, sizeof (JipyoKnownQuote));

  g_array_set_clear_func (quotes, known_quote_clear);
  for (guint i = 0; i < G_N_ELEMENTS (instruments); i++) {
    JipyoKnownQuote known = { 0 };
    if (jipyo_known_quote_init (&known, context, instruments[i]))
      g_array_append_val (quotes, known);
  }
  return quotes;
}

static char *
format_when (Overview *self, const GArray *quotes, guint index)
{
  const JipyoViewContext *context = self->draft->context;

  return jipyo_known_quote_format_since (&g_array_index (quotes, JipyoKnownQuote, index),
                                         context->now_us, context->lang);
}

/* The time that all of them share, or NULL. */
static char *
format_common_time (Overview *self, const GArray *quotes)
{
  g_autofree char *common = format_when (self, quotes, 0);

  for (guint i = 1; i < quotes->len; i++) {
    g_autofree char *when = format_when (self, quotes, i);
    if (strcmp (when, common) != 0)
      return NULL;
  }
  return g_steal_pointer (&common);
}

static void
fill_markets (Overview *self, JipyoGrid *grid, const GArray *quotes, const char *common)
{
  JipyoGridCell *levels = jipyo_grid_add_row (grid);
  JipyoGridCell *times = common == NULL ? jipyo_grid_add_row (grid) : NULL;

  for (guint i = 0; i < quotes->len; i++) {
    fill_level (&levels[i], &g_array_index (quotes, JipyoKnownQuote, i));
    if (times == NULL)
      continue;
    times[i].text = format_when (self, quotes, i);
    times[i].muted = TRUE;
  }
  if (common == NULL)
    return;
  levels[quotes->len].text = g_strdup (common);
  levels[quotes->len].muted = TRUE;
}

/* The strip: a column a market with its level and its change, and when that was. */
static void
add_markets (Overview *self)
{
  const JipyoViewContext *context = self->draft->context;
  g_autoptr (GArray) quotes = find_quotes (context);
  g_autofree char *common = NULL;
  JipyoGrid *grid;

  if (quotes->len == 0)
    return;
  common = format_common_time (self, quotes);
  grid = self->draft->view->sheet->grid = jipyo_grid_new ();
  for (guint i = 0; i < quotes->len; i++) {
    const JipyoKnownQuote *known = &g_array_index (quotes, JipyoKnownQuote, i);
    JipyoText name = jipyo_known_quote_get_name (known->quote->instrument, known->quote);

    jipyo_grid_add_column (grid, jipyo_text_get (&name, context->lang), JIPYO_ALIGN_START);
    add_quote_row (self, known, &name);
    if (known->printed != NULL)
      jipyo_view_draft_use_source (self->draft, known->printed->source);
    jipyo_text_clear (&name);
  }
  if (common != NULL)
    jipyo_grid_add_column (grid, jipyo_view_draft_pick (self->draft, "기준", "As of"),
                           JIPYO_ALIGN_END);
  fill_markets (self, grid, quotes, common);
}

/* Decisions about single teams are in the picture already. */
static gboolean
is_news (const JipyoEvent *event)
{
  return !event->planned && event->kind != JIPYO_EVENT_ADVANCED
         && event->kind != JIPYO_EVENT_OUT_SCORE && event->kind != JIPYO_EVENT_DISQUALIFIED
         && event->kind != JIPYO_EVENT_SELECTED;
}

/* The latest events as rows; the newest one, as "date: title", is handed back for the heading. */
static char *
add_news (Overview *self)
{
  const GPtrArray *events = jipyo_ledger_get_events (self->draft->context->ledger);
  JipyoTable *table = self->draft->view->table;
  char *newest = NULL;
  guint n_shown = 0;

  for (guint i = events->len; i > 0 && n_shown < NEWS_SHOWN; i--) {
    const JipyoEvent *event = g_ptr_array_index (events, i - 1);
    g_autofree char *date = jipyo_date_format (event->date);

    if (!is_news (event))
      continue;
    begin_row (table, event->id, &event->title);
    jipyo_table_set_text (table, "note", "최근 소식", "Latest");
    jipyo_table_set_text (table, "date", date, date);
    jipyo_view_draft_use_source (self->draft, event->source);
    if (n_shown++ == 0)
      newest = g_strdup_printf ("%s: %s", date,
                                jipyo_text_get (&event->title, self->draft->context->lang));
  }
  return newest;
}

static void
add_spans_plot (Overview *self)
{
  JipyoText finding = jipyo_team_spans_describe (self->spans);
  JipyoPlot *plot = jipyo_view_draft_add_plot (
    self->draft, jipyo_text_get (&finding, self->draft->context->lang), NULL);

  self->draft->view->sheet->wide_first = TRUE;
  jipyo_team_spans_plot (self->spans, self->draft, plot);
  jipyo_view_draft_take_sentence (self->draft, finding.ko, finding.en);
}

static void
add_model_plots (Overview *self)
{
  JipyoLang lang = self->draft->context->lang;

  if (self->counts != NULL) {
    JipyoText finding = jipyo_model_counts_describe (self->counts);
    g_autofree char *subtitle = jipyo_model_counts_format_subtitle (self->counts, lang);
    JipyoPlot *plot =
      jipyo_view_draft_add_plot (self->draft, jipyo_text_get (&finding, lang), subtitle);
    jipyo_model_counts_plot (self->counts, self->draft, plot);
    jipyo_text_clear (&finding);
  }
  if (self->years != NULL) {
    JipyoText finding = jipyo_model_years_describe (self->years);
    JipyoPlot *plot = jipyo_view_draft_add_plot (
      self->draft, jipyo_text_get (&finding, lang),
      jipyo_view_draft_pick (self->draft, "한 해에 나온 초거대 AI 모델 수",
                             "Large-scale AI models a year"));
    jipyo_model_years_plot (self->years, self->draft, plot);
    jipyo_text_clear (&finding);
  }
}

static void
set_heading (Overview *self)
{
  const JipyoProgramme *programme = jipyo_ledger_get_programme (self->draft->context->ledger);
  JipyoLang lang = self->draft->context->lang;
  JipyoSheet *sheet = self->draft->view->sheet;
  g_autofree char *news = add_news (self);

  if (programme != NULL)
    sheet->title = g_strdup (jipyo_text_get (&programme->name, lang));
  if (news != NULL)
    sheet->subtitle =
      g_strdup_printf ("%s %s", jipyo_view_draft_pick (self->draft, "최근 소식", "Latest,"), news);
}

JipyoView *
jipyo_view_build_overview (const JipyoViewContext *context, GError **error)
{
  g_autoptr (JipyoViewDraft) draft = jipyo_view_draft_new (context, "overview");
  g_autoptr (JipyoModelCounts) counts = jipyo_model_counts_new (context->ledger, NULL);
  g_autoptr (JipyoModelYears) years = jipyo_model_years_new (context->ledger, NULL);
  g_autoptr (JipyoTeamSpans) spans = jipyo_team_spans_new (context);
  Overview self = { draft, counts, years, spans };
  JipyoText gpus = jipyo_text_new ("팀당 GPU 지원", "GPUs per team");

  add_columns (draft->view->table);
  add_budget (&self);
  add_teams (&self);
  add_figure (&self, "gpus-per-team", &gpus);
  add_home_models (&self);
  add_spans_plot (&self);
  add_model_plots (&self);
  add_markets (&self);
  set_heading (&self);
  jipyo_text_clear (&gpus);
  return jipyo_view_draft_finish (g_steal_pointer (&draft));
}
