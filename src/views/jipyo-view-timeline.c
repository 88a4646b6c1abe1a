/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "timeline": every event of the reading in lanes, and plans against what became of them.
 * A plan known to the month is drawn as that month, not as a day.
 */

#include "jipyo-event-label.h"
#include "jipyo-particle.h"
#include "jipyo-plan.h"
#include "jipyo-view-builders.h"
#include "jipyo-view-draft.h"

#include <string.h>

typedef struct {
  JipyoViewDraft *draft;
  const JipyoLedger *ledger;
  const GPtrArray *events; /* of JipyoEvent, by date */
  guint n_actual;
  guint n_open;           /* plans still ahead, or overdue */
  const JipyoEvent *next; /* the open plan that is due first, or NULL */
  const JipyoEvent *turn; /* what last became known of a plan other than that it came true */
} Board;

static JipyoPlanState
get_state (const Board *self, const JipyoEvent *event)
{
  return jipyo_plan_get_state (self->ledger, event, self->draft->context->as_of);
}

static gboolean
is_ahead (JipyoPlanState state)
{
  return state == JIPYO_PLAN_OPEN || state == JIPYO_PLAN_OVERDUE;
}

static void
note_turn (Board *self, const JipyoEvent *event)
{
  const JipyoEvent *plan = jipyo_plan_find_predecessor (self->ledger, event);

  if (plan == NULL)
    return;
  if (jipyo_plan_get_outcome (event) != JIPYO_OUTCOME_DROPPED
      && jipyo_plan_compute_shift (plan->date, event->date) == 0)
    return;
  if (self->turn == NULL || jipyo_date_compare (event->published, self->turn->published) >= 0)
    self->turn = event;
}

static void
board_init (Board *self, JipyoViewDraft *draft)
{
  self->draft = draft;
  self->ledger = draft->context->ledger;
  self->events = jipyo_ledger_get_events (self->ledger);
  for (guint i = 0; i < self->events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (self->events, i);
    JipyoPlanState state = get_state (self, event);

    jipyo_view_draft_use_source (draft, event->source);
    self->n_actual += state == JIPYO_PLAN_NONE;
    note_turn (self, event);
    if (!is_ahead (state))
      continue;
    self->n_open++;
    if (state == JIPYO_PLAN_OPEN
        && (self->next == NULL
            || jipyo_date_last_day (event->date) < jipyo_date_last_day (self->next->date)))
      self->next = event;
  }
}

/* The table */

static void
add_columns (JipyoTable *table)
{
  static const char *const columns[][3] = {
    { "date", "날짜", "Date" },
    { "published", "알려진 날", "Published" },
    { "kind", "종류", "Kind" },
    { "state", "계획·실제", "Plan or fact" },
    { "event", "사건", "Event" },
    { "team", "팀", "Team" },
    { "reason", "사유", "Reason" },
    { "planned-for", "계획한 날", "Planned for" },
    { "shift", "계획 대비", "Against plan" },
    { "source", "출처", "Source" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    jipyo_table_add_text_column (table, columns[i][0], columns[i][1], columns[i][2]);
}

static void
set_words (JipyoTable *table, const char *column, const char *code, JipyoText words)
{
  jipyo_table_set_code (table, column, code, &words);
  jipyo_text_clear (&words);
}

static void
fill_plan_cells (Board *self, JipyoTable *table, const JipyoEvent *event)
{
  JipyoPlanState state = get_state (self, event);
  const JipyoEvent *plan = jipyo_plan_find_predecessor (self->ledger, event);

  set_words (table, "state", jipyo_plan_state_id (state),
             jipyo_text_new (jipyo_plan_state_label (state, JIPYO_LANG_KO),
                             jipyo_plan_state_label (state, JIPYO_LANG_EN)));
  if (plan == NULL)
    return;
  g_autofree char *planned = jipyo_date_format (plan->date);
  g_autofree char *ko = jipyo_plan_format_outcome (plan, event, JIPYO_LANG_KO);
  g_autofree char *en = jipyo_plan_format_outcome (plan, event, JIPYO_LANG_EN);

  jipyo_table_set_text (table, "planned-for", planned, planned);
  jipyo_table_set_text (table, "shift", ko, en);
}

static void
add_row (Board *self, const JipyoEvent *event)
{
  JipyoTable *table = self->draft->view->table;
  const JipyoTeam *team = jipyo_ledger_find_team (self->ledger, event->team);
  const JipyoSource *source = jipyo_ledger_find_source (self->ledger, event->source);
  g_autofree char *date = jipyo_date_format (event->date);
  g_autofree char *published = jipyo_date_format (event->published);

  jipyo_table_begin_row (table);
  jipyo_table_set_text (table, "date", date, date);
  jipyo_table_set_text (table, "published", published, published);
  set_words (table, "kind", jipyo_event_kind_id (event->kind),
             jipyo_text_new (jipyo_event_label_kind (event->kind, JIPYO_LANG_KO),
                             jipyo_event_label_kind (event->kind, JIPYO_LANG_EN)));
  jipyo_table_set_text (table, "event", event->title.ko, event->title.en);
  jipyo_table_set_text (table, "reason", event->reason.ko, event->reason.en);
  if (team != NULL)
    jipyo_table_set_code (table, "team", team->id, &team->short_name);
  if (source != NULL)
    jipyo_table_set_code (table, "source", source->id, &source->publisher);
  fill_plan_cells (self, table, event);
}

static void
fill_table (Board *self)
{
  add_columns (self->draft->view->table);
  for (guint i = 0; i < self->events->len; i++)
    add_row (self, g_ptr_array_index (self->events, i));
}

/* The picture */

/* Position of a lane's band, -1 when nothing is in it. */
static void
add_lanes (Board *self, JipyoPlot *plot, int positions[JIPYO_N_LANES])
{
  guint counts[JIPYO_N_LANES] = { 0 };
  JipyoLang lang = self->draft->context->lang;

  for (guint i = 0; i < self->events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (self->events, i);
    counts[jipyo_event_label_lane (event->kind)]++;
  }
  for (JipyoLane lane = 0; lane < JIPYO_N_LANES; lane++) {
    positions[lane] = -1;
    if (counts[lane] == 0)
      continue;
    g_autofree char *note = g_strdup_printf (lang == JIPYO_LANG_KO ? "%u건" : "%u", counts[lane]);
    positions[lane] =
      (int) jipyo_plot_add_band (plot, jipyo_event_label_lane_name (lane, lang), note);
  }
}

static double
day_to_time (int day)
{
  return jipyo_plot_time_from_date (jipyo_date_from_day (day));
}

/* "최종 두 팀 선정" of "최종 두 팀 선정(2027년 2월)": the date stands beside it anyway. */
static char *
get_short_title (const JipyoEvent *event, JipyoLang lang)
{
  const char *title = jipyo_text_get (&event->title, lang);
  const char *bracket = g_str_has_suffix (title, ")") ? strrchr (title, '(') : NULL;

  return bracket != NULL && bracket > title ? g_strchomp (g_strndup (title, bracket - title))
                                            : g_strdup (title);
}

/* Events of one lane on one day are one dot; the number of those before this one. */
static guint
count_earlier (const Board *self, guint index)
{
  const JipyoEvent *event = g_ptr_array_index (self->events, index);
  guint n = 0;

  for (guint i = index; i > 0; i--) {
    const JipyoEvent *earlier = g_ptr_array_index (self->events, i - 1);

    if (jipyo_date_compare (earlier->date, event->date) != 0)
      break;
    n += !earlier->planned
         && jipyo_event_label_lane (earlier->kind) == jipyo_event_label_lane (event->kind);
  }
  return n;
}

static gboolean
is_alone (const Board *self, guint index)
{
  const JipyoEvent *event = g_ptr_array_index (self->events, index);

  for (guint i = index + 1; i < self->events->len; i++) {
    const JipyoEvent *later = g_ptr_array_index (self->events, i);

    if (jipyo_date_compare (later->date, event->date) != 0)
      break;
    if (!later->planned && count_earlier (self, i) > 0
        && jipyo_event_label_lane (later->kind) == jipyo_event_label_lane (event->kind))
      return FALSE;
  }
  return TRUE;
}

/* What happened at a dot: the event and those of its day that share the dot. */
static char *
join_titles (const Board *self, guint index)
{
  const JipyoLang lang = self->draft->context->lang;
  const JipyoEvent *event = g_ptr_array_index (self->events, index);
  GString *titles = g_string_new (jipyo_text_get (&event->title, lang));

  for (guint i = index + 1; i < self->events->len; i++) {
    const JipyoEvent *later = g_ptr_array_index (self->events, i);

    if (jipyo_date_compare (later->date, event->date) != 0)
      break;
    if (!later->planned
        && jipyo_event_label_lane (later->kind) == jipyo_event_label_lane (event->kind))
      g_string_append_printf (titles, "; %s", jipyo_text_get (&later->title, lang));
  }
  return g_string_free (titles, FALSE);
}

/* A dot of one team has its colour and marker; one of several is neutral. */
static void
add_dot (Board *self, JipyoPlotSeries *series, guint index, double position)
{
  const JipyoEvent *event = g_ptr_array_index (self->events, index);
  const JipyoTeam *team = jipyo_ledger_find_team (self->ledger, event->team);
  /* What fulfilled or ended a plan is what the eye looks for; the table names the rest. */
  g_autofree char *text =
    event->replaces != NULL ? get_short_title (event, self->draft->context->lang) : NULL;
  JipyoDatum *datum =
    jipyo_plot_series_add (series, position, jipyo_plot_time_from_date (event->date), text);

  g_autofree char *titles = join_titles (self, index);
  jipyo_datum_set_spoken (datum, titles);
  if (team == NULL || !is_alone (self, index))
    return;
  datum->has_colour = TRUE;
  datum->colour = (JipyoColourKey){ JIPYO_ROLE_TEAM, team->colour };
}

static void
add_dots (Board *self, JipyoPlot *plot, const int positions[JIPYO_N_LANES])
{
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "actual", NULL, JIPYO_MARK_DOT);

  series->colour.role = JIPYO_ROLE_NEUTRAL;
  for (guint i = 0; i < self->events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (self->events, i);

    if (!event->planned && count_earlier (self, i) == 0)
      add_dot (self, series, i, positions[jipyo_event_label_lane (event->kind)]);
  }
}

/* A plan spans all the days that its date may mean. */
static void
add_plan (Board *self, JipyoPlot *plot, const JipyoEvent *event, double position)
{
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, event->id, NULL, JIPYO_MARK_LINE);
  gboolean ahead = is_ahead (get_state (self, event));
  g_autofree char *text = ahead ? get_short_title (event, self->draft->context->lang) : NULL;

  jipyo_plot_series_set_spoken (series, jipyo_text_get (&event->title, self->draft->context->lang));
  series->colour.role = ahead ? JIPYO_ROLE_ACCENT : JIPYO_ROLE_MUTED;
  jipyo_plot_series_add (series, position, day_to_time (jipyo_date_first_day (event->date)), NULL)
    ->kind = JIPYO_DATUM_PLANNED;
  jipyo_plot_series_add (series, position, day_to_time (jipyo_date_last_day (event->date)), text)
    ->kind = JIPYO_DATUM_PLANNED;
}

/* Those that are settled first, so that those ahead lie over them. */
static void
add_plans (Board *self, JipyoPlot *plot, const int positions[JIPYO_N_LANES])
{
  for (int ahead = 0; ahead <= 1; ahead++)
    for (guint i = 0; i < self->events->len; i++) {
      const JipyoEvent *event = g_ptr_array_index (self->events, i);

      if (event->planned && is_ahead (get_state (self, event)) == ahead)
        add_plan (self, plot, event, positions[jipyo_event_label_lane (event->kind)]);
    }
}

static void
add_today (Board *self, JipyoPlot *plot)
{
  g_autofree char *day = jipyo_date_format (self->draft->context->as_of);
  g_autofree char *date =
    g_strdup_printf (self->draft->context->lang == JIPYO_LANG_KO ? "%s 기준" : "as of %s", day);
  double at = jipyo_plot_time_from_date (self->draft->context->as_of);
  JipyoAnnotation line = { .kind = JIPYO_ANNOTATION_LINE, .from = at, .to = at, .text = date };

  jipyo_plot_add_annotation (plot, &line);
}

/* In a picture there is room for what was planned and what came last, not for all. */
static void
add_grid (Board *self)
{
  static const guint ROWS_MAX = 12;
  JipyoLang lang = self->draft->context->lang;
  JipyoGrid *grid = jipyo_grid_new ();
  guint n = 0;

  jipyo_grid_add_column (grid, jipyo_view_draft_pick (self->draft, "계획", "Plan"),
                         JIPYO_ALIGN_START);
  jipyo_grid_add_column (grid, jipyo_view_draft_pick (self->draft, "계획한 날", "Planned for"),
                         JIPYO_ALIGN_START);
  jipyo_grid_add_column (grid, jipyo_view_draft_pick (self->draft, "그 뒤", "What followed"),
                         JIPYO_ALIGN_START);
  jipyo_grid_add_column (grid, jipyo_view_draft_pick (self->draft, "날짜", "Date"),
                         JIPYO_ALIGN_START);
  jipyo_grid_add_column (grid, jipyo_view_draft_pick (self->draft, "계획 대비", "Against plan"),
                         JIPYO_ALIGN_START);
  for (guint i = 0; i < self->events->len && n < ROWS_MAX; i++) {
    const JipyoEvent *plan = g_ptr_array_index (self->events, i);
    JipyoPlanState state = get_state (self, plan);
    const JipyoEvent *after = jipyo_plan_find_successor (self->ledger, plan);

    if (state == JIPYO_PLAN_NONE)
      continue;
    JipyoGridCell *cells = jipyo_grid_add_row (grid);
    cells[0].text = g_strdup (jipyo_text_get (&plan->title, lang));
    cells[1].text = jipyo_date_format (plan->date);
    n++;
    if (after == NULL) {
      cells[2].text = g_strdup (jipyo_plan_state_label (state, lang));
      cells[2].muted = TRUE;
      continue;
    }
    cells[2].text = g_strdup (jipyo_text_get (&after->title, lang));
    cells[3].text = jipyo_date_format (after->date);
    cells[4].text = jipyo_plan_format_outcome (plan, after, lang);
  }
  self->draft->view->sheet->grid = grid;
}

static void
fill_sheet (Board *self)
{
  int positions[JIPYO_N_LANES];
  JipyoPlot *plot = jipyo_view_draft_add_plot (self->draft, NULL, NULL);

  plot->horizontal = TRUE;
  plot->position.kind = JIPYO_SCALE_BAND;
  plot->value.kind = JIPYO_SCALE_TIME;
  add_lanes (self, plot, positions);
  add_plans (self, plot, positions);
  add_dots (self, plot, positions);
  add_today (self, plot);
  self->draft->view->sheet->wide_first = TRUE;
  self->draft->view->sheet->subtitle =
    g_strdup (jipyo_view_draft_pick (self->draft, "점은 일어난 일, 점선은 계획한 기간",
                                     "Dots happened; dotted lines are planned periods"));
  if (self->events->len > self->n_actual)
    add_grid (self);
}

/* The sentence */

/* "2027년 2월 최종 두 팀 선정"; the date is left out where the title tells it. */
static char *
format_next (const JipyoEvent *event, JipyoLang lang)
{
  g_autofree char *title = get_short_title (event, lang);
  g_autofree char *date = jipyo_date_format_long (event->date, lang);
  g_autofree char *year = g_strdup_printf ("%d", event->date.year);

  if (strstr (title, year) != NULL)
    return g_steal_pointer (&title);
  return lang == JIPYO_LANG_KO ? g_strdup_printf ("%s %s", date, title)
                               : g_strdup_printf ("%s, %s", title, date);
}

/* "1차 평가는 계획보다 적어도 17일 빨랐다", "최종 두 팀 선정은 2026년 12월에서 2027년 2월로
 * 미뤄졌다" */
static char *
describe_turn_in_korean (const JipyoEvent *plan, const JipyoEvent *after)
{
  int shift = jipyo_plan_compute_shift (plan->date, after->date);
  g_autofree char *title = get_short_title (plan, JIPYO_LANG_KO);
  g_autofree char *topic = jipyo_particle_attach (title, JIPYO_PARTICLE_TOPIC);

  if (jipyo_plan_get_outcome (after) == JIPYO_OUTCOME_DROPPED)
    return g_strdup_printf ("%s 취소되었다", topic);
  if (!after->planned) {
    gboolean exact = plan->date.day != 0 && after->date.day != 0;
    return g_strdup_printf ("%s 계획보다 %s%d일 %s", topic, exact ? "" : "적어도 ", ABS (shift),
                            shift < 0 ? "빨랐다" : "늦었다");
  }
  g_autofree char *from = jipyo_date_format_long (plan->date, JIPYO_LANG_KO);
  g_autofree char *date = jipyo_date_format_long (after->date, JIPYO_LANG_KO);
  g_autofree char *to = jipyo_particle_attach (date, JIPYO_PARTICLE_TO);
  return g_strdup_printf ("%s %s에서 %s %s", topic, from, to,
                          shift < 0 ? "앞당겨졌다" : "미뤄졌다");
}

/* "First review: at least 17 days early", "Choice of the final two: moved from Dec 2026 to Feb
 * 2027" */
static char *
describe_turn_in_english (const JipyoEvent *plan, const JipyoEvent *after)
{
  g_autofree char *title = get_short_title (plan, JIPYO_LANG_EN);
  g_autofree char *what = jipyo_plan_format_outcome (plan, after, JIPYO_LANG_EN);

  if (!after->planned)
    return g_strdup_printf ("%s: %s", title, what);
  g_autofree char *from = jipyo_date_format_long (plan->date, JIPYO_LANG_EN);
  g_autofree char *to = jipyo_date_format_long (after->date, JIPYO_LANG_EN);
  return g_strdup_printf ("%s: moved from %s to %s", title, from, to);
}

static char *
describe_turn (const Board *self, JipyoLang lang)
{
  const JipyoEvent *plan = jipyo_plan_find_predecessor (self->ledger, self->turn);

  return lang == JIPYO_LANG_KO ? describe_turn_in_korean (plan, self->turn)
                               : describe_turn_in_english (plan, self->turn);
}

static void
append_next (const Board *self, JipyoLang lang, GString *text)
{
  gboolean ko = lang == JIPYO_LANG_KO;
  g_autofree char *next = format_next (self->next, lang);

  if (text->len > 0)
    g_string_append_printf (text, ko ? " · 다음은 %s" : " · next: %s", next);
  else if (self->n_open == 1)
    g_string_append_printf (text, ko ? "남은 계획은 %s" : "One plan ahead: %s", next);
  else
    g_string_append_printf (text,
                            ko ? "남은 계획 %u건 가운데 다음은 %s" : "%u plans ahead, next: %s",
                            self->n_open, next);
}

static char *
describe (const Board *self, JipyoLang lang)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->turn != NULL) {
    g_autofree char *turn = describe_turn (self, lang);
    g_string_append (text, turn);
  }
  if (self->next != NULL && self->next != self->turn)
    append_next (self, lang, text);
  if (text->len == 0)
    g_string_append_printf (text,
                            lang == JIPYO_LANG_KO ? "사건 %u건"
                            : self->n_actual == 1 ? "%u event"
                                                  : "%u events",
                            self->n_actual);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

JipyoView *
jipyo_view_build_timeline (const JipyoViewContext *context, GError **error)
{
  Board board = { 0 };

  board_init (&board, jipyo_view_draft_new (context, "timeline"));
  fill_table (&board);
  if (board.events->len == 0)
    jipyo_view_draft_set_empty (board.draft, "이 날짜까지 알려진 사건이 없습니다",
                                "No event was known by this date");
  else {
    jipyo_view_draft_take_sentence (board.draft, describe (&board, JIPYO_LANG_KO),
                                    describe (&board, JIPYO_LANG_EN));
    fill_sheet (&board);
  }
  return jipyo_view_draft_finish (board.draft);
}
