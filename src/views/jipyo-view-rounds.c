/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "rounds": each evaluation with the score by criterion of every team, who advanced, who
 * left and why, and who joined between. What was not disclosed says so.
 */

#include "jipyo-event-label.h"
#include "jipyo-format.h"
#include "jipyo-particle.h"
#include "jipyo-round-result.h"
#include "jipyo-score-stack.h"
#include "jipyo-view-builders.h"
#include "jipyo-view-draft.h"

static const char UNDISCLOSED_KO[] = "비공개";
static const char UNDISCLOSED_EN[] = "not disclosed";

typedef struct {
  JipyoViewDraft *draft;
  GPtrArray *results;  /* of JipyoRoundResult, by date; owned */
  GPtrArray *criteria; /* of JipyoCriterion, borrowed: the criteria of all rounds, each id once */
} Board;

static int
compare_results (gconstpointer a, gconstpointer b)
{
  const JipyoRoundResult *left = *(const JipyoRoundResult *const *) a;
  const JipyoRoundResult *right = *(const JipyoRoundResult *const *) b;

  return jipyo_date_compare (left->round->date, right->round->date);
}

static gboolean
has_criterion (const GPtrArray *criteria, const char *id)
{
  for (guint i = 0; i < criteria->len; i++) {
    const JipyoCriterion *criterion = g_ptr_array_index (criteria, i);

    if (g_str_equal (criterion->id, id))
      return TRUE;
  }
  return FALSE;
}

static void
board_init (Board *self, JipyoViewDraft *draft)
{
  const GPtrArray *rounds = jipyo_ledger_get_rounds (draft->context->ledger);

  self->draft = draft;
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_round_result_free);
  self->criteria = g_ptr_array_new ();
  for (guint i = 0; i < rounds->len; i++) {
    const JipyoRound *round = g_ptr_array_index (rounds, i);

    g_ptr_array_add (self->results, jipyo_round_result_new (draft->context->ledger, round));
    jipyo_view_draft_use_source (draft, round->source);
    for (guint j = 0; j < round->criteria->len; j++) {
      JipyoCriterion *criterion = g_ptr_array_index (round->criteria, j);

      if (!has_criterion (self->criteria, criterion->id))
        g_ptr_array_add (self->criteria, criterion);
    }
  }
  g_ptr_array_sort (self->results, compare_results);
}

static void
board_clear (Board *self)
{
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
}

/* The table */

static void
add_columns (Board *self)
{
  JipyoTable *table = self->draft->view->table;
  JipyoText total = { (char *) "합계", (char *) "Total" };
  JipyoText rank = { (char *) "순위", (char *) "Rank" };

  jipyo_table_add_text_column (table, "round", "평가", "Round");
  jipyo_table_add_text_column (table, "date", "날짜", "Date");
  jipyo_table_add_text_column (table, "row", "구분", "Row");
  jipyo_table_add_text_column (table, "team", "팀", "Team");
  jipyo_table_add_text_column (table, "outcome", "결과", "Outcome");
  for (guint i = 0; i < self->criteria->len; i++) {
    const JipyoCriterion *criterion = g_ptr_array_index (self->criteria, i);

    jipyo_table_add_figure_column (table, criterion->id, &criterion->label, "points");
  }
  jipyo_table_add_figure_column (table, "total", &total, "points");
  jipyo_table_add_figure_column (table, "rank", &rank, "rank");
  jipyo_table_add_text_column (table, "reason", "사유", "Reason");
  jipyo_table_add_status_column (table);
}

/* Starts a row; `row` is what it is: a team, the average, the maximum, a joining team. */
static void
begin_row (JipyoTable *table, const JipyoRound *round, JipyoDate when, const char *row)
{
  static const struct {
    const char *id, *ko, *en;
  } words[] = {
    { "team", "팀", "Team" },
    { "average", "평균", "Average" },
    { "maximum", "배점", "Maximum" },
    { "joined", "합류", "Joined" },
  };
  g_autofree char *date = jipyo_date_format (when);

  jipyo_table_begin_row (table);
  if (round != NULL)
    jipyo_table_set_code (table, "round", round->id, &round->name);
  jipyo_table_set_text (table, "date", date, date);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].id, row)) {
      JipyoText text = jipyo_text_new (words[i].ko, words[i].en);
      jipyo_table_set_code (table, "row", row, &text);
      jipyo_text_clear (&text);
    }
}

static void
set_figure (Board *self, const char *column, const JipyoClaim *claim)
{
  JipyoTable *table = self->draft->view->table;

  if (claim == NULL) {
    jipyo_table_set_text (table, column, UNDISCLOSED_KO, UNDISCLOSED_EN);
    return;
  }
  jipyo_table_set_claim (table, column, claim);
  /* The total comes after its parts, so a row is as sure as its total where there is one. */
  if (!g_str_equal (column, "rank"))
    jipyo_table_set_status (table, claim->status);
  jipyo_view_draft_use (self->draft, claim);
}

static void
set_parts (Board *self, const JipyoRound *round, const GPtrArray *parts)
{
  for (guint i = 0; i < round->criteria->len; i++) {
    const JipyoCriterion *criterion = g_ptr_array_index (round->criteria, i);

    set_figure (self, criterion->id, g_ptr_array_index (parts, i));
  }
}

static void
set_team (JipyoTable *table, const JipyoTeam *team, const JipyoEvent *event)
{
  jipyo_table_set_code (table, "team", team->id, &team->short_name);
  if (event == NULL) {
    jipyo_table_set_text (table, "outcome", UNDISCLOSED_KO, UNDISCLOSED_EN);
    return;
  }
  JipyoText outcome = jipyo_text_new (jipyo_event_label_kind (event->kind, JIPYO_LANG_KO),
                                      jipyo_event_label_kind (event->kind, JIPYO_LANG_EN));
  jipyo_table_set_code (table, "outcome", jipyo_event_kind_id (event->kind), &outcome);
  jipyo_table_set_text (table, "reason", event->reason.ko, event->reason.en);
  jipyo_text_clear (&outcome);
}

static void
add_maximum_row (JipyoTable *table, const JipyoRound *round)
{
  JipyoQuantity quantity = { .known = TRUE, .unit = JIPYO_UNIT_POINTS };

  begin_row (table, round, round->date, "maximum");
  for (guint i = 0; i < round->criteria->len; i++) {
    const JipyoCriterion *criterion = g_ptr_array_index (round->criteria, i);

    quantity.value = jipyo_decimal_from_int (criterion->max_points);
    jipyo_table_set_derived (table, criterion->id, &quantity);
    jipyo_table_get_cell (table, criterion->id)->status = JIPYO_STATUS_STATED;
  }
  quantity.value = jipyo_decimal_from_int (jipyo_round_get_maximum (round));
  jipyo_table_set_derived (table, "total", &quantity);
}

static void
add_result_rows (Board *self, const JipyoRoundResult *result)
{
  JipyoTable *table = self->draft->view->table;
  const JipyoRound *round = result->round;

  add_maximum_row (table, round);
  for (guint i = 0; i < result->entries->len; i++) {
    const JipyoRoundEntry *entry = g_ptr_array_index (result->entries, i);

    begin_row (table, round, round->date, "team");
    set_team (table, entry->team, entry->outcome);
    set_parts (self, round, entry->parts);
    set_figure (self, "total", entry->total);
    if (entry->rank != NULL)
      set_figure (self, "rank", entry->rank);
    if (entry->outcome != NULL)
      jipyo_view_draft_use_source (self->draft, entry->outcome->source);
  }
  begin_row (table, round, round->date, "average");
  set_parts (self, round, result->average_parts);
  set_figure (self, "total", result->average_total);
}

static void
add_joined_rows (Board *self, JipyoDate after, JipyoDate until)
{
  const GPtrArray *events = jipyo_ledger_get_events (self->draft->context->ledger);
  JipyoTable *table = self->draft->view->table;

  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);

    if (event->kind != JIPYO_EVENT_JOINED || event->planned || event->team == NULL)
      continue;
    if (jipyo_date_is_known (after) && jipyo_date_compare (event->date, after) <= 0)
      continue;
    if (jipyo_date_is_known (until) && jipyo_date_compare (event->date, until) > 0)
      continue;
    const JipyoTeam *team = jipyo_ledger_find_team (self->draft->context->ledger, event->team);
    if (team == NULL)
      continue;
    begin_row (table, NULL, event->date, "joined");
    set_team (table, team, event);
    jipyo_view_draft_use_source (self->draft, event->source);
  }
}

static void
fill_table (Board *self)
{
  static const JipyoDate unknown = { 0 };
  JipyoDate after = unknown;

  add_columns (self);
  for (guint i = 0; i < self->results->len; i++) {
    const JipyoRoundResult *result = g_ptr_array_index (self->results, i);

    add_joined_rows (self, after, result->round->date);
    add_result_rows (self, result);
    after = result->round->date;
  }
  add_joined_rows (self, after, unknown);
}

/* The picture */

/* "100점 만점: 벤치마크 40 · 전문가 35 · 사용자 25" */
static char *
describe_weights (const JipyoRound *round, JipyoLang lang)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < round->criteria->len; i++) {
    const JipyoCriterion *criterion = g_ptr_array_index (round->criteria, i);

    g_string_append_printf (text, "%s%s %d", i > 0 ? " · " : "",
                            jipyo_text_get (&criterion->label, lang), criterion->max_points);
  }
  return g_strdup_printf (lang == JIPYO_LANG_KO ? "%d점 만점: %s" : "out of %d: %s",
                          jipyo_round_get_maximum (round), text->str);
}

static void
add_round_plot (Board *self, const JipyoRoundResult *result)
{
  JipyoLang lang = self->draft->context->lang;
  const JipyoRound *round = result->round;
  g_autofree char *date = jipyo_date_format_long (round->date, lang);
  g_autofree char *title = g_strdup_printf ("%s · %s", jipyo_text_get (&round->name, lang), date);
  g_autofree char *weights = describe_weights (round, lang);
  JipyoPlot *plot = jipyo_view_draft_add_plot (self->draft, title, weights);

  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (JipyoScoreRow));
  for (guint i = 0; i < result->entries->len; i++) {
    const JipyoRoundEntry *entry = g_ptr_array_index (result->entries, i);
    JipyoScoreRow row = { jipyo_text_get (&entry->team->short_name, lang),
                          entry->outcome != NULL
                            ? jipyo_event_label_kind (entry->outcome->kind, lang)
                            : NULL,
                          round,
                          entry->parts,
                          entry->total,
                          FALSE };

    g_array_append_val (rows, row);
  }
  g_autofree char *n_teams =
    g_strdup_printf (lang == JIPYO_LANG_KO ? "%u팀" : "%u teams", result->entries->len);
  JipyoScoreRow average = { jipyo_view_draft_pick (self->draft, "평균", "Average"),
                            n_teams,
                            round,
                            result->average_parts,
                            result->average_total,
                            TRUE };
  if (average.total != NULL || jipyo_round_has_parts (average.parts))
    g_array_append_val (rows, average);
  jipyo_score_stack_fill (plot, rows);
}

/* "70.6 · 1위", "비공개 · 2위" */
static char *
format_score (const JipyoRoundEntry *entry, JipyoLang lang)
{
  g_autofree char *total = entry->total != NULL
                             ? jipyo_decimal_format_fixed (entry->total->quantity.value, 1, FALSE)
                             : g_strdup (lang == JIPYO_LANG_KO ? UNDISCLOSED_KO : UNDISCLOSED_EN);
  g_autofree char *rank = NULL;

  if (entry->rank == NULL)
    return g_steal_pointer (&total);
  rank = jipyo_format_quantity (&entry->rank->quantity, lang);
  return g_strdup_printf ("%s · %s", total, rank);
}

/* "2026-02-20 추가 합류 · 가장 낮은 점수": how a team came late, and why it left. */
static char *
describe_course (Board *self, const JipyoTeam *team)
{
  const GPtrArray *events = jipyo_ledger_get_events (self->draft->context->ledger);
  JipyoLang lang = self->draft->context->lang;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);
    gboolean joined = event->kind == JIPYO_EVENT_JOINED;
    gboolean left = event->kind == JIPYO_EVENT_OUT_SCORE || event->kind == JIPYO_EVENT_DISQUALIFIED;

    if (event->planned || g_strcmp0 (event->team, team->id) != 0 || (!joined && !left))
      continue;
    g_autofree char *date = jipyo_date_format (event->date);
    g_string_append (text, text->len > 0 ? " · " : "");
    if (joined)
      g_string_append_printf (text, "%s %s", date, jipyo_event_label_kind (event->kind, lang));
    else
      g_string_append (text, jipyo_text_get (&event->reason, lang));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_team_row (Board *self, const JipyoTeam *team)
{
  JipyoLang lang = self->draft->context->lang;
  JipyoGridCell *cells = jipyo_grid_add_row (self->draft->view->sheet->grid);

  (cells++)->text = g_strdup (jipyo_text_get (&team->short_name, lang));
  for (guint i = 0; i < self->results->len; i++, cells += 2) {
    const JipyoRoundEntry *entry =
      jipyo_round_result_find (g_ptr_array_index (self->results, i), team->id);

    if (entry == NULL)
      continue;
    if (entry->outcome != NULL)
      cells[0].text = g_strdup (jipyo_event_label_kind (entry->outcome->kind, lang));
    cells[1].text = format_score (entry, lang);
    cells[1].claim = g_strdup (entry->total != NULL ? entry->total->id : NULL);
  }
  cells->text = describe_course (self, team);
}

/* A row for each team that took part in a round: the order of the latest round, then those that had
 * left before. */
static void
add_grid (Board *self)
{
  JipyoLang lang = self->draft->context->lang;
  JipyoGrid *grid = jipyo_grid_new ();
  g_autoptr (GPtrArray) teams = g_ptr_array_new ();

  self->draft->view->sheet->grid = grid;
  jipyo_grid_add_column (grid, jipyo_view_draft_pick (self->draft, "팀", "Team"),
                         JIPYO_ALIGN_START);
  for (guint i = 0; i < self->results->len; i++) {
    const JipyoRoundResult *result = g_ptr_array_index (self->results, i);

    jipyo_grid_add_column (grid, jipyo_text_get (&result->round->name, lang), JIPYO_ALIGN_START);
    jipyo_grid_add_column (grid, jipyo_view_draft_pick (self->draft, "점수·순위", "Score, rank"),
                           JIPYO_ALIGN_START);
  }
  jipyo_grid_add_column (grid, jipyo_view_draft_pick (self->draft, "사유", "Why"),
                         JIPYO_ALIGN_START);
  for (guint i = self->results->len; i > 0; i--) {
    const JipyoRoundResult *result = g_ptr_array_index (self->results, i - 1);

    for (guint j = 0; j < result->entries->len; j++) {
      const JipyoRoundEntry *entry = g_ptr_array_index (result->entries, j);

      if (g_ptr_array_find (teams, entry->team, NULL))
        continue;
      g_ptr_array_add (teams, (gpointer) entry->team);
      add_team_row (self, entry->team);
    }
  }
}

static void
fill_sheet (Board *self)
{
  /* The title speaks of the latest round, so it is the one that a small picture keeps. */
  for (guint i = self->results->len; i > 0; i--)
    add_round_plot (self, g_ptr_array_index (self->results, i - 1));
  add_grid (self);
  self->draft->view->sheet->subtitle =
    g_strdup (jipyo_view_draft_pick (self->draft, "평가마다 기준별 점수, 공개된 것만",
                                     "Score by criterion in each round, as far as disclosed"));
}

/* The sentence */

/* The best and the worst disclosed total of those that stay and those that leave. */
static void
find_extremes (const JipyoRoundResult *result,
               const JipyoRoundEntry **best,
               const JipyoRoundEntry **out)
{
  *best = NULL;
  *out = NULL;
  for (guint i = 0; i < result->entries->len; i++) {
    const JipyoRoundEntry *entry = g_ptr_array_index (result->entries, i);

    if (entry->total == NULL)
      continue;
    if (*best == NULL)
      *best = entry;
    if (entry->outcome != NULL && entry->outcome->kind != JIPYO_EVENT_ADVANCED)
      *out = entry;
  }
}

static char *
describe_result (const JipyoRoundResult *result, JipyoLang lang)
{
  const JipyoRoundEntry *best, *out;
  JipyoDecimal gap;
  gboolean ko = lang == JIPYO_LANG_KO;
  const char *name = jipyo_text_get (&result->round->name, lang);

  find_extremes (result, &best, &out);
  if (best == NULL)
    return g_strdup_printf (ko ? "%s: %u팀 진출, %u팀 탈락, 점수는 비공개"
                               : "%s: %u teams advanced, %u out, no score disclosed",
                            name, result->n_advanced, result->n_out);
  g_autofree char *top = jipyo_decimal_format_fixed (best->total->quantity.value, 1, FALSE);
  const char *best_name = jipyo_text_get (&best->team->short_name, lang);
  if (out == NULL || out == best
      || !jipyo_decimal_subtract (best->total->quantity.value, out->total->quantity.value, &gap))
    return g_strdup_printf (ko ? "%s: %s %s점으로 1위, %u팀 진출, %u팀 탈락"
                               : "%s: %s first with %s points, %u teams advanced, %u out",
                            name, best_name, top, result->n_advanced, result->n_out);
  g_autofree char *difference = jipyo_decimal_format_fixed (gap, 1, FALSE);
  const char *out_name = jipyo_text_get (&out->team->short_name, lang);
  if (!ko)
    return g_strdup_printf ("%s: %s first with %s points, %s points ahead of %s, which left", name,
                            best_name, top, difference, out_name);
  g_autofree char *with = jipyo_particle_attach (out_name, JIPYO_PARTICLE_AND);
  return g_strdup_printf ("%s: 1위 %s %s점, 탈락한 %s 차이는 %s점", name, best_name, top, with,
                          difference);
}

/* Before the first round: what was announced of it. */
static void
set_none (JipyoViewDraft *draft)
{
  const JipyoProgramme *programme = jipyo_ledger_get_programme (draft->context->ledger);

  if (programme == NULL || programme->review_months == 0) {
    jipyo_view_draft_set_empty (draft, "아직 평가가 없습니다", "No round has taken place yet");
    return;
  }
  g_autofree char *ko = g_strdup_printf (
    "아직 평가가 없습니다: %d개월마다 평가한다고 예고되었습니다", programme->review_months);
  g_autofree char *en =
    g_strdup_printf ("No round has taken place yet: a review every %d months was announced",
                     programme->review_months);
  jipyo_view_draft_set_empty (draft, ko, en);
}

JipyoView *
jipyo_view_build_rounds (const JipyoViewContext *context, GError **error)
{
  Board board = { 0 };

  board_init (&board, jipyo_view_draft_new (context, "rounds"));
  fill_table (&board);
  if (board.results->len == 0)
    set_none (board.draft);
  else {
    const JipyoRoundResult *latest = g_ptr_array_index (board.results, board.results->len - 1);

    jipyo_view_draft_take_sentence (board.draft, describe_result (latest, JIPYO_LANG_KO),
                                    describe_result (latest, JIPYO_LANG_EN));
    fill_sheet (&board);
  }
  board_clear (&board);
  return jipyo_view_draft_finish (board.draft);
}
