/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "team": the profile of one consortium as the reading knows it. Key figures, scores per
 * round, models, and who belongs to it.
 */

#include "jipyo-figures.h"
#include "jipyo-format.h"
#include "jipyo-known-quote.h"
#include "jipyo-round-result.h"
#include "jipyo-score-stack.h"
#include "jipyo-shares-plots.h"
#include "jipyo-team-table.h"
#include "jipyo-view-builders.h"

/* Characters of names that a line of the picture's table takes. */
static const glong NAMES_LINE_MAX_KO = 72;
static const glong NAMES_LINE_MAX_EN = 92;

typedef struct {
  JipyoViewDraft *draft;
  const JipyoLedger *ledger;
  JipyoStanding standing;
  GPtrArray *members; /* of JipyoMember; owned container */
} Board;

/* The claim on the latest date for which the reading has one. */
static const JipyoClaim *
find_latest (const JipyoLedger *ledger, const char *subject, const char *metric)
{
  JipyoClaimQuery query = { .subject = subject, .metric = metric };
  g_autoptr (GPtrArray) claims = jipyo_ledger_find_claims (ledger, &query);
  const JipyoClaim *latest = NULL;

  for (guint i = 0; i < claims->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (claims, i);

    if (claim->quantity.known
        && (latest == NULL || jipyo_period_compare (claim->true_for, latest->true_for) > 0))
      latest = claim;
  }
  if (latest == NULL)
    return NULL;
  g_autofree char *period = jipyo_period_format (latest->true_for);
  query.period = period;
  return jipyo_ledger_find_figure (ledger, &query);
}

/* The round on whose day the claim is true, or NULL. */
static const JipyoRound *
find_round (const JipyoLedger *ledger, const JipyoClaim *claim)
{
  const GPtrArray *rounds = jipyo_ledger_get_rounds (ledger);

  for (guint i = 0; claim != NULL && i < rounds->len; i++) {
    const JipyoRound *round = g_ptr_array_index (rounds, i);

    if (jipyo_date_compare (round->date, claim->true_for.from) == 0)
      return round;
  }
  return NULL;
}

/* Key figures */

static void
add_standing_tile (Board *self)
{
  JipyoTile *tile = jipyo_sheet_add_tile (self->draft->view->sheet);
  JipyoLang lang = self->draft->context->lang;
  JipyoText words = jipyo_team_table_name_standing (&self->standing);
  const JipyoEvent *event = self->standing.event;

  tile->label = g_strdup (jipyo_view_draft_pick (self->draft, "상태", "Standing"));
  tile->number = g_strdup (jipyo_text_get (&words, lang));
  jipyo_text_clear (&words);
  if (event == NULL)
    return;
  g_autofree char *since = jipyo_date_format (self->standing.since);
  tile->note = g_strdup_printf (
    "%s · %s", since,
    jipyo_text_get (jipyo_text_is_empty (&event->reason) ? &event->title : &event->reason, lang));
}

static void
add_figure_tile (Board *self, const char *label, const JipyoClaim *claim)
{
  const JipyoRound *round = find_round (self->ledger, claim);
  JipyoLang lang = self->draft->context->lang;
  g_autofree char *full =
    round != NULL ? g_strdup_printf ("%s · %s", label, jipyo_text_get (&round->name, lang))
                  : g_strdup (label);

  JipyoTile *tile = jipyo_view_draft_add_tile (self->draft, full, claim);
  /* "3rd" is one word. */
  if (claim == NULL || claim->quantity.unit != JIPYO_UNIT_RANK || lang == JIPYO_LANG_KO)
    return;
  g_free (tile->number);
  tile->number = jipyo_format_quantity_bare (&claim->quantity, lang);
  g_clear_pointer (&tile->unit, g_free);
}

static void
add_gpu_tile (Board *self)
{
  static const struct {
    const char *metric, *name;
  } kinds[] = { { "gpus-b200", "B200" }, { "gpus-h100", "H100" } };
  const char *team = self->standing.team->id;
  const JipyoClaim *only = NULL;
  JipyoQuantity sum = { .known = FALSE, .unit = JIPYO_UNIT_GPUS };
  g_autoptr (GString) note = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const JipyoClaim *claim = find_latest (self->ledger, team, kinds[i].metric);

    if (claim == NULL || !jipyo_decimal_add (sum.value, claim->quantity.value, &sum.value))
      continue;
    g_autofree char *count = jipyo_format_price (claim->quantity.value, 0);
    g_string_append_printf (note, "%s%s %s", sum.known ? " + " : "", kinds[i].name, count);
    only = sum.known ? NULL : claim;
    sum.known = TRUE;
    jipyo_view_draft_use (self->draft, claim);
  }
  const char *label = jipyo_view_draft_pick (self->draft, "정부 지원 GPU", "State GPUs");
  if (!sum.known || only != NULL) {
    jipyo_view_draft_add_tile (self->draft, label, only);
    return;
  }
  JipyoTile *tile = jipyo_sheet_add_tile (self->draft->view->sheet);
  tile->label = g_strdup (label);
  jipyo_format_quantity_split (&sum, self->draft->context->lang, &tile->number, &tile->unit);
  tile->note = g_string_free (g_steal_pointer (&note), FALSE);
}

static void
add_tiles (Board *self)
{
  const char *team = self->standing.team->id;

  add_standing_tile (self);
  add_figure_tile (self, jipyo_view_draft_pick (self->draft, "점수", "Score"),
                   find_latest (self->ledger, team, "score-total"));
  add_figure_tile (self, jipyo_view_draft_pick (self->draft, "순위", "Rank"),
                   find_latest (self->ledger, team, "rank"));
  add_figure_tile (self, jipyo_view_draft_pick (self->draft, "참여 기관", "Organisations"),
                   find_latest (self->ledger, team, "organisations"));
  add_gpu_tile (self);
}

/* Charts */

static void
add_score_rows (Board *self, const JipyoRoundResult *result, GArray *rows, GPtrArray *texts)
{
  JipyoLang lang = self->draft->context->lang;
  const JipyoRound *round = result->round;
  const JipyoRoundEntry *entry = jipyo_round_result_find (result, self->standing.team->id);
  const char *name = jipyo_text_get (&round->name, lang);

  if (entry == NULL)
    return;
  JipyoScoreRow own = { name, NULL, round, entry->parts, entry->total, FALSE };
  JipyoScoreRow average = { NULL, NULL, round, result->average_parts, result->average_total, TRUE };
  char *label = g_strdup_printf (lang == JIPYO_LANG_KO ? "%s 평균" : "%s average", name);

  g_ptr_array_add (texts, label);
  average.name = label;
  g_array_append_val (rows, own);
  if (average.total != NULL || jipyo_round_has_parts (average.parts))
    g_array_append_val (rows, average);
}

static int
compare_rounds (gconstpointer a, gconstpointer b)
{
  return jipyo_date_compare ((*(const JipyoRound *const *) a)->date,
                             (*(const JipyoRound *const *) b)->date);
}

static void
add_score_plot (Board *self)
{
  g_autoptr (GPtrArray) rounds =
               g_ptr_array_copy ((GPtrArray *) jipyo_ledger_get_rounds (self->ledger), NULL, NULL);
  g_autoptr (GPtrArray) results =
               g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_round_result_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (JipyoScoreRow));

  g_ptr_array_sort (rounds, compare_rounds);
  for (guint i = 0; i < rounds->len; i++) {
    JipyoRoundResult *result = jipyo_round_result_new (self->ledger, g_ptr_array_index (rounds, i));

    g_ptr_array_add (results, result);
    add_score_rows (self, result, rows, texts);
  }
  if (rows->len == 0)
    return;
  JipyoPlot *plot = jipyo_view_draft_add_plot (
    self->draft, jipyo_view_draft_pick (self->draft, "평가 점수", "Scores"),
    jipyo_view_draft_pick (self->draft, "기준별 점수, 공개된 것만",
                           "by criterion, as far as disclosed"));
  jipyo_score_stack_fill (plot, rows);
}

static void
add_model_plot (Board *self)
{
  g_autoptr (GPtrArray) models = jipyo_team_table_find_models (self->ledger, self->standing.team);
  JipyoLang lang = self->draft->context->lang;

  if (models->len == 0)
    return;
  JipyoPlot *plot = jipyo_view_draft_add_plot (
    self->draft, jipyo_view_draft_pick (self->draft, "공개한 모델", "Models released"),
    jipyo_view_draft_pick (self->draft, "전체 파라미터 수", "total parameters"));
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "parameters-total", NULL, JIPYO_MARK_BAR);
  plot->horizontal = TRUE;
  plot->position.kind = JIPYO_SCALE_BAND;
  plot->value.unit = JIPYO_UNIT_PARAMETERS;
  series->colour.role = JIPYO_ROLE_TEAM;
  series->colour.index = self->standing.team->colour;
  for (guint i = 0; i < models->len; i++) {
    const JipyoModel *model = g_ptr_array_index (models, i);
    g_autofree char *released = jipyo_date_format (model->released);
    guint band = jipyo_plot_add_band (plot, model->name, released);
    const JipyoClaim *total =
      jipyo_view_draft_find_metric (self->draft, model->id, "parameters-total");
    const JipyoClaim *active =
      jipyo_view_draft_find_metric (self->draft, model->id, "parameters-active");

    if (total == NULL)
      continue;
    JipyoDatum *datum = jipyo_view_draft_plot_claim (self->draft, series, band, total);
    g_free (datum->text);
    datum->text = jipyo_figure_format_short (&total->quantity, lang);
    if (active == NULL)
      continue;
    g_autofree char *figure = jipyo_figure_format_short (&active->quantity, lang);
    g_autofree char *note =
      g_strdup_printf (lang == JIPYO_LANG_KO ? "활성 %s" : "%s active", figure);
    jipyo_datum_set_note (datum, note);
  }
}

/* The table of the picture */

/* Takes both texts; `origin` may be NULL. */
static void
add_line (Board *self, const char *label, char *text, char *origin)
{
  JipyoGridCell *cells = jipyo_grid_add_row (self->draft->view->sheet->grid);

  cells[0].text = g_strdup (label);
  cells[0].muted = TRUE;
  cells[1].text = text;
  cells[2].text = origin != NULL ? origin : g_strdup (" ");
  cells[2].muted = TRUE;
}

typedef gboolean (*IsWanted) (const JipyoMember *member, const JipyoOrganisation *organisation);

static gboolean
is_company (const JipyoMember *member, const JipyoOrganisation *organisation)
{
  return organisation->kind == JIPYO_ORGANISATION_COMPANY;
}

static gboolean
is_no_company (const JipyoMember *member, const JipyoOrganisation *organisation)
{
  return organisation->kind != JIPYO_ORGANISATION_COMPANY;
}

/* "플리토", with the day when a member came after the team did: "엘리스(2026-02-25)". */
static char *
format_member (const Board *self, const JipyoMember *member, const JipyoOrganisation *organisation)
{
  const char *name = jipyo_text_get (&organisation->name, self->draft->context->lang);
  const JipyoMember *lead = g_ptr_array_index (self->members, 0);

  if (!jipyo_date_is_known (member->joined)
      || jipyo_date_compare (member->joined, lead->joined) <= 0)
    return g_strdup (name);
  g_autofree char *joined = jipyo_date_format (member->joined);
  return g_strdup_printf (self->draft->context->lang == JIPYO_LANG_KO ? "%s(%s)" : "%s (%s)", name,
                          joined);
}

static char *
format_member_origin (const Board *self, const JipyoMember *member)
{
  const JipyoSource *source = jipyo_ledger_find_source (self->ledger, member->source);
  g_autofree char *date = jipyo_date_format (member->published);

  if (source == NULL)
    return NULL;
  return g_strdup_printf ("%s %s", jipyo_text_get (&source->publisher, self->draft->context->lang),
                          date);
}

/* Words in lines of the picture's table, a new line when one is full. */
typedef struct {
  Board *board;
  const char *label; /* of the first line */
  GString *line;     /* owned */
  char *origin;      /* owned, or NULL */
} Lines;

static void
lines_flush (Lines *self)
{
  if (self->line->len == 0)
    return;
  add_line (self->board, self->label, g_strdup (self->line->str), g_steal_pointer (&self->origin));
  g_string_truncate (self->line, 0);
  self->label = " ";
}

static void
lines_add (Lines *self, const char *words)
{
  glong length = g_utf8_strlen (self->line->str, -1) + g_utf8_strlen (words, -1);

  if (length > (self->board->draft->context->lang == JIPYO_LANG_KO ? NAMES_LINE_MAX_KO
                                                                   : NAMES_LINE_MAX_EN)) {
    g_string_append_c (self->line, ',');
    lines_flush (self);
  }
  g_string_append_printf (self->line, "%s%s", self->line->len > 0 ? ", " : "", words);
}

static void
lines_finish (Lines *self)
{
  lines_flush (self);
  g_string_free (self->line, TRUE);
  g_free (self->origin);
}

/* The names of the members that `wanted` takes, the lead first. */
static void
add_member_lines (Board *self, const char *label, IsWanted wanted)
{
  Lines lines = { .board = self, .label = label, .line = g_string_new (NULL) };

  for (guint i = 0; i < self->members->len; i++) {
    const JipyoMember *member = g_ptr_array_index (self->members, i);
    const JipyoOrganisation *organisation =
      jipyo_ledger_find_organisation (self->ledger, member->organisation);

    if (organisation == NULL || !wanted (member, organisation))
      continue;
    g_autofree char *name = format_member (self, member, organisation);
    if (lines.origin == NULL && lines.label == label)
      lines.origin = format_member_origin (self, member);
    lines_add (&lines, name);
  }
  lines_finish (&lines);
}

/* "플리토 300080", with the price when one was received: "… 21,500 ▲350". */
static char *
format_listed (const Board *self, const JipyoOrganisation *organisation)
{
  JipyoLang lang = self->draft->context->lang;
  g_autofree char *instrument = g_strdup_printf ("krx:%s", organisation->code);
  const char *name = jipyo_text_get (&organisation->name, lang);
  JipyoKnownQuote known;

  if (!jipyo_known_quote_init (&known, self->draft->context, instrument))
    return g_strdup_printf ("%s %s", name, organisation->code);
  g_autofree char *price =
    jipyo_format_price (known.quote->last, jipyo_decimal_get_decimals (known.quote->last));
  g_autofree char *change =
    known.quote->has_change ? jipyo_format_change (
      known.quote->change, jipyo_decimal_get_decimals (known.quote->change), TRUE)
                            : g_strdup ("");
  g_autofree char *when =
    jipyo_known_quote_format_since (&known, self->draft->context->now_us, lang);
  g_autofree char *state = jipyo_quote_describe_state (known.quote, known.state, lang);
  char *text = g_strdup_printf ("%s %s  %s %s · %s · %s", name, organisation->code, price, change,
                                state, when);
  jipyo_known_quote_clear (&known);
  return text;
}

static void
add_listed_lines (Board *self, const char *label)
{
  Lines lines = { .board = self, .label = label, .line = g_string_new (NULL) };

  for (guint i = 0; i < self->members->len; i++) {
    const JipyoMember *member = g_ptr_array_index (self->members, i);
    const JipyoOrganisation *organisation =
      jipyo_ledger_find_organisation (self->ledger, member->organisation);

    if (organisation == NULL || organisation->code == NULL)
      continue;
    g_autofree char *words = format_listed (self, organisation);
    if (lines.origin == NULL && lines.label == label)
      lines.origin = format_member_origin (self, member);
    lines_add (&lines, words);
  }
  if (lines.line->len == 0 && lines.label == label)
    lines_add (&lines, jipyo_view_draft_pick (self->draft, "기록된 종목 코드 없음",
                                              "no listed code on record"));
  lines_finish (&lines);
}

/* Of claims that contradict one another the one that is shown. */
static gboolean
is_shown (const JipyoLedger *ledger, const JipyoClaim *claim)
{
  g_autofree char *period = jipyo_period_format (claim->true_for);
  JipyoClaimQuery query = {
    .subject = claim->subject, .metric = claim->metric, .period = period, .vintage = claim->vintage
  };

  return jipyo_ledger_find_figure (ledger, &query) == claim;
}

static void
add_target_lines (Board *self, const char *label)
{
  JipyoTable *table = self->draft->view->table;
  JipyoLang lang = self->draft->context->lang;

  for (guint i = 0; i < jipyo_table_get_n_rows (table); i++) {
    const JipyoCell *value = jipyo_table_peek (table, i, "value");
    const JipyoClaim *claim = jipyo_ledger_find_claim (self->ledger, value->claim);

    if (g_strcmp0 (jipyo_table_peek (table, i, "section")->code, "claim") != 0 || claim == NULL
        || !is_shown (self->ledger, claim))
      continue;
    add_line (self, label,
              g_strdup_printf ("%s: %s", jipyo_text_get (&claim->label, lang),
                               jipyo_text_get (&value->text, lang)),
              jipyo_view_draft_format_origin (self->draft, claim));
    label = " ";
  }
}

static void
fill_grid (Board *self)
{
  JipyoGrid *grid = jipyo_grid_new ();

  self->draft->view->sheet->grid = grid;
  jipyo_grid_add_column (grid, jipyo_view_draft_pick (self->draft, "구분", "Part"),
                         JIPYO_ALIGN_START);
  jipyo_grid_add_column (grid, jipyo_view_draft_pick (self->draft, "내용", "What"),
                         JIPYO_ALIGN_START);
  jipyo_grid_add_column (grid, jipyo_view_draft_pick (self->draft, "출처", "Source"),
                         JIPYO_ALIGN_START);
  add_target_lines (self, jipyo_view_draft_pick (self->draft, "목표·주장", "Targets, claims"));
  add_member_lines (self, jipyo_view_draft_pick (self->draft, "기업", "Companies"), is_company);
  add_member_lines (self, jipyo_view_draft_pick (self->draft, "대학·기관", "Institutes"),
                    is_no_company);
  add_listed_lines (self, jipyo_view_draft_pick (self->draft, "상장사", "Listed"));
}

static void
fill_sheet (Board *self)
{
  JipyoSheet *sheet = self->draft->view->sheet;

  sheet->subtitle =
    g_strdup (jipyo_text_get (&self->standing.team->strategy, self->draft->context->lang));
  add_tiles (self);
  add_score_plot (self);
  add_model_plot (self);
  jipyo_shares_plots_add_team (self->draft, self->standing.team);
  fill_grid (self);
}

/* In play, and no round has been held since. */
static gboolean
is_new (const JipyoStanding *standing)
{
  return standing->state == JIPYO_STANDING_IN && standing->event != NULL
         && standing->event->kind != JIPYO_EVENT_ADVANCED;
}

/* The sentence */

static char *
describe_standing (const Board *self, JipyoLang lang)
{
  const JipyoStanding *standing = &self->standing;
  JipyoText words = jipyo_team_table_name_standing (standing);
  g_autofree char *since = jipyo_date_format_long (standing->since, lang);
  char *text = NULL;

  /* The words head a tile as well; inside a sentence they begin small. */
  words.en[0] = g_ascii_tolower (words.en[0]);
  if (standing->state == JIPYO_STANDING_OUT)
    text = lang == JIPYO_LANG_KO
             ? g_strdup_printf ("%s %s", since, jipyo_text_get (&words, lang))
             : g_strdup_printf ("%s on %s", jipyo_text_get (&words, lang), since);
  else if (is_new (standing))
    text = lang == JIPYO_LANG_KO
             ? g_strdup_printf ("%s부터 %s", since, jipyo_text_get (&words, lang))
             : g_strdup_printf ("%s since %s", jipyo_text_get (&words, lang), since);
  else
    text = g_strdup (jipyo_text_get (&words, lang));
  jipyo_text_clear (&words);
  return text;
}

static char *
describe (const Board *self, JipyoLang lang)
{
  const JipyoStanding *standing = &self->standing;
  const char *name = jipyo_text_get (&standing->team->short_name, lang);
  const JipyoClaim *score = find_latest (self->ledger, standing->team->id, "score-total");
  const JipyoRound *round = find_round (self->ledger, score);
  g_autofree char *state = describe_standing (self, lang);

  if (score == NULL && is_new (standing))
    return g_strdup_printf (
      lang == JIPYO_LANG_KO ? "%s: %s, 아직 점수가 없다" : "%s: %s, no score yet", name, state);
  if (score == NULL)
    return g_strdup_printf (lang == JIPYO_LANG_KO ? "%s: %s, 점수는 공개되지 않았다"
                                                  : "%s: %s, no score was disclosed",
                            name, state);
  g_autofree char *points = jipyo_decimal_format_fixed (score->quantity.value, 1, FALSE);
  return g_strdup_printf (lang == JIPYO_LANG_KO ? "%s: %s, %s %s점" : "%s: %s; %s, %s points", name,
                          state, round != NULL ? jipyo_text_get (&round->name, lang) : "", points);
}

/* Building */

/* NULL with an error when no team is named or there is none of that name. */
static const JipyoTeam *
choose_team (const JipyoViewContext *context, GError **error)
{
  const char *id = context->options != NULL ? g_hash_table_lookup (context->options, "team") : NULL;
  const JipyoTeam *team;

  if (id == NULL) {
    g_set_error_literal (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_OPTION,
                         "view team needs a team, such as team:upstage");
    return NULL;
  }
  team = jipyo_ledger_find_team (context->ledger, id);
  if (team == NULL)
    g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_NOT_FOUND, "no team named %s", id);
  return team;
}

JipyoView *
jipyo_view_build_team (const JipyoViewContext *context, GError **error)
{
  const JipyoTeam *team = choose_team (context, error);
  Board board = { .ledger = context->ledger };

  if (team == NULL)
    return NULL;
  g_autofree char *name = g_strdup_printf ("team:%s", team->id);
  board.draft = jipyo_view_draft_new (context, name);
  jipyo_text_clear (&board.draft->view->title);
  board.draft->view->title = jipyo_text_copy (&team->name);
  if (!jipyo_ledger_compute_standing (context->ledger, team->id, &board.standing)) {
    jipyo_view_draft_set_empty (board.draft, "이 날짜에는 아직 사업에 참여하지 않은 팀입니다",
                                "Not part of the programme on this date");
    return jipyo_view_draft_finish (board.draft);
  }
  board.members = jipyo_team_table_find_members (context, team);
  jipyo_team_table_fill (board.draft, &board.standing);
  jipyo_view_draft_take_sentence (board.draft, describe (&board, JIPYO_LANG_KO),
                                  describe (&board, JIPYO_LANG_EN));
  fill_sheet (&board);
  g_ptr_array_unref (board.members);
  return jipyo_view_draft_finish (board.draft);
}
