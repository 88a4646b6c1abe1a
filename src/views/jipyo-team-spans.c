/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Replays the events team by team and turn by turn.
 */

#include "jipyo-team-spans.h"

#include "jipyo-plan.h"
#include "jipyo-words.h"

static gboolean
enters (const JipyoEvent *event)
{
  return event->kind == JIPYO_EVENT_SELECTED || event->kind == JIPYO_EVENT_JOINED;
}

static gboolean
leaves (const JipyoEvent *event)
{
  return event->kind == JIPYO_EVENT_OUT_SCORE || event->kind == JIPYO_EVENT_DISQUALIFIED;
}

static gboolean
decides (const JipyoEvent *event)
{
  return !event->planned && event->team != NULL
         && (enters (event) || leaves (event) || event->kind == JIPYO_EVENT_ADVANCED);
}

/* A team may leave and come back: each stay is a span. */
static void
add_spans (JipyoTeamSpans *self, const GPtrArray *events, const JipyoTeam *team)
{
  JipyoTeamSpan span = { .team = team };
  gboolean open = FALSE;

  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);

    if (!decides (event) || g_strcmp0 (event->team, team->id) != 0)
      continue;
    if (!open && !leaves (event)) {
      span.from = event->date;
      open = TRUE;
    } else if (open && leaves (event)) {
      span.to = event->date;
      g_array_append_val (self->spans, span);
      span.to = (JipyoDate){ 0 };
      open = FALSE;
    }
  }
  if (open)
    g_array_append_val (self->spans, span);
}

static void
count_event (GHashTable *in_play, const JipyoEvent *event)
{
  if (leaves (event))
    g_hash_table_remove (in_play, event->team);
  else
    g_hash_table_add (in_play, event->team);
}

/* Events of one day are one turn. */
static void
add_turns (JipyoTeamSpans *self, const GPtrArray *events)
{
  g_autoptr (GHashTable) in_play = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);
    JipyoTurn *last = NULL;

    if (!decides (event))
      continue;
    count_event (in_play, event);
    if (event->kind == JIPYO_EVENT_JOINED)
      self->n_joined++;
    if (self->turns->len > 0)
      last = &g_array_index (self->turns, JipyoTurn, self->turns->len - 1);
    if (last == NULL || jipyo_date_compare (last->date, event->date) != 0) {
      JipyoTurn turn = { .date = event->date, .kind = event->kind, .round = event->round };
      g_array_append_val (self->turns, turn);
      last = &g_array_index (self->turns, JipyoTurn, self->turns->len - 1);
    }
    last->n_in_play = g_hash_table_size (in_play);
  }
  self->n_in_play = g_hash_table_size (in_play);
  if (self->turns->len > 0)
    self->n_first = g_array_index (self->turns, JipyoTurn, 0).n_in_play;
}

/* Plans known to the year only are no point on a time axis. */
static const JipyoEvent *
find_final_plan (const JipyoViewContext *context)
{
  const GPtrArray *events = jipyo_ledger_get_events (context->ledger);
  const JipyoEvent *final = NULL;

  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);
    if (event->date.month == 0
        || jipyo_plan_get_state (context->ledger, event, context->as_of) != JIPYO_PLAN_OPEN)
      continue;
    if (final == NULL || jipyo_date_compare (event->date, final->date) > 0)
      final = event;
  }
  return final;
}

JipyoTeamSpans *
jipyo_team_spans_new (const JipyoViewContext *context)
{
  JipyoTeamSpans *self = g_new0 (JipyoTeamSpans, 1);
  const GPtrArray *events = jipyo_ledger_get_events (context->ledger);
  g_autoptr (GArray) standings = jipyo_ledger_compute_standings (context->ledger);

  self->spans = g_array_new (FALSE, TRUE, sizeof (JipyoTeamSpan));
  self->turns = g_array_new (FALSE, TRUE, sizeof (JipyoTurn));
  for (guint i = 0; i < standings->len; i++) {
    const JipyoStanding *standing = &g_array_index (standings, JipyoStanding, i);
    add_spans (self, events, standing->team);
    if (standing->state == JIPYO_STANDING_OUT)
      self->n_left++;
  }
  add_turns (self, events);
  self->final_plan = find_final_plan (context);
  return self;
}

void
jipyo_team_spans_free (JipyoTeamSpans *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->turns, g_array_unref);
  g_free (self);
}

static JipyoText
describe_start (const JipyoTeamSpans *self)
{
  g_autofree char *ko = jipyo_words_format_count (self->n_in_play, JIPYO_LANG_KO);
  g_autofree char *en = jipyo_words_format_count (self->n_in_play, JIPYO_LANG_EN);
  g_autofree char *start = jipyo_words_capitalise (en);

  return jipyo_text_take (g_strdup_printf ("%s 팀이 겨루고 있고, 떠난 팀은 아직 없다", ko),
                          g_strdup_printf ("%s teams are in play, and none has left yet", start));
}

/* "한 팀이 나중에 들어왔다", or "" when none did. */
static char *
describe_joined (const JipyoTeamSpans *self, JipyoLang lang)
{
  g_autofree char *count = jipyo_words_format_count (self->n_joined, lang);

  if (self->n_joined == 0)
    return g_strdup ("");
  return g_strdup_printf (lang == JIPYO_LANG_KO ? ", %s 팀이 나중에 들어왔다" : ", %s joined late",
                          count);
}

JipyoText
jipyo_team_spans_describe (const JipyoTeamSpans *self)
{
  g_autofree char *first_ko = jipyo_words_format_count (self->n_first, JIPYO_LANG_KO);
  g_autofree char *first_en = jipyo_words_format_count (self->n_first, JIPYO_LANG_EN);
  g_autofree char *now_ko = jipyo_words_format_count (self->n_in_play, JIPYO_LANG_KO);
  g_autofree char *now_en = jipyo_words_format_count (self->n_in_play, JIPYO_LANG_EN);
  g_autofree char *left_ko = jipyo_words_format_count (self->n_left, JIPYO_LANG_KO);
  g_autofree char *left_en = jipyo_words_format_count (self->n_left, JIPYO_LANG_EN);
  g_autofree char *joined_ko = describe_joined (self, JIPYO_LANG_KO);
  g_autofree char *joined_en = describe_joined (self, JIPYO_LANG_EN);

  if (self->turns->len == 0)
    return jipyo_text_new ("아직 선정된 팀이 없다", "No team has been selected yet");
  if (self->n_left == 0 && self->n_joined == 0)
    return describe_start (self);
  if (self->n_left == 0)
    return jipyo_text_take (g_strdup_printf ("%s 팀에서 %s 팀으로%s", first_ko, now_ko, joined_ko),
                            g_strdup_printf ("From %s teams to %s%s", first_en, now_en, joined_en));
  return jipyo_text_take (
    g_strdup_printf ("%s 팀에서 %s 팀으로: %s 팀이 %s%s", first_ko, now_ko, left_ko,
                     self->n_joined > 0 ? "떠났고" : "떠났다", joined_ko),
    g_strdup_printf ("From %s teams to %s: %s left%s", first_en, now_en, left_en, joined_en));
}

static char *
format_month (JipyoDate date)
{
  return jipyo_date_format ((JipyoDate){ .year = date.year, .month = date.month });
}

static const char *
get_turn_word (const JipyoTurn *turn, JipyoViewDraft *draft)
{
  const JipyoRound *round = NULL;

  if (turn->round != NULL)
    round = jipyo_ledger_find_round (draft->context->ledger, turn->round);
  if (round != NULL)
    return jipyo_text_get (&round->name, draft->context->lang);
  if (turn->kind == JIPYO_EVENT_JOINED)
    return jipyo_view_draft_pick (draft, "추가", "Added");
  if (turn->kind == JIPYO_EVENT_SELECTED)
    return jipyo_view_draft_pick (draft, "선정", "Start");
  return jipyo_view_draft_pick (draft, "변경", "Changed");
}

static void
annotate (const JipyoTeamSpans *self, JipyoViewDraft *draft, JipyoPlot *plot)
{
  const JipyoProgramme *programme = jipyo_ledger_get_programme (draft->context->ledger);

  for (guint i = 0; i < self->turns->len; i++) {
    const JipyoTurn *turn = &g_array_index (self->turns, JipyoTurn, i);
    double at = jipyo_plot_time_from_date (turn->date);
    g_autofree char *month = format_month (turn->date);
    g_autofree char *text =
      g_strdup_printf (draft->context->lang == JIPYO_LANG_KO ? "%s %u팀 · %s" : "%s: %u · %s",
                       get_turn_word (turn, draft), turn->n_in_play, month);
    JipyoAnnotation line = { .from = at, .to = at, .text = text };

    jipyo_plot_add_annotation (plot, &line);
  }
  if (self->final_plan != NULL && programme != NULL && programme->final_teams > 0) {
    double at = jipyo_plot_time_from_date (self->final_plan->date);
    g_autofree char *month = format_month (self->final_plan->date);
    g_autofree char *text = g_strdup_printf (
      draft->context->lang == JIPYO_LANG_KO ? "최종 %d팀(계획) · %s" : "Final: %d (plan) · %s",
      programme->final_teams, month);
    JipyoAnnotation line = { .from = at, .to = at, .planned = TRUE, .text = text };

    jipyo_plot_add_annotation (plot, &line);
  }
}

static guint
add_band_once (JipyoPlot *plot, const JipyoTeam *team, JipyoLang lang)
{
  const char *name = jipyo_text_get (&team->short_name, lang);

  for (guint i = 0; plot->position.bands != NULL && i < plot->position.bands->len; i++) {
    if (g_strcmp0 (g_ptr_array_index (plot->position.bands, i), name) == 0)
      return i;
  }
  return jipyo_plot_add_band (plot, name, NULL);
}

static void
plot_span (const JipyoTeamSpans *self,
           const JipyoTeamSpan *span,
           JipyoViewDraft *draft,
           JipyoPlot *plot)
{
  gboolean in_play = !jipyo_date_is_known (span->to);
  double now = jipyo_plot_time_from_date (draft->context->as_of);
  double end = in_play ? now : jipyo_plot_time_from_date (span->to);
  guint band = add_band_once (plot, span->team, draft->context->lang);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, span->team->id, NULL, JIPYO_MARK_RANGE);
  JipyoDatum *datum = jipyo_plot_series_add (series, band, end, NULL);

  series->colour = (JipyoColourKey){ JIPYO_ROLE_TEAM, span->team->colour };
  datum->start = jipyo_plot_time_from_date (span->from);
  if (!in_play || self->final_plan == NULL)
    return;
  datum =
    jipyo_plot_series_add (series, band, jipyo_plot_time_from_date (self->final_plan->date), NULL);
  datum->start = now;
  datum->kind = JIPYO_DATUM_PLANNED;
}

void
jipyo_team_spans_plot (const JipyoTeamSpans *self, JipyoViewDraft *draft, JipyoPlot *plot)
{
  plot->horizontal = TRUE;
  plot->position.kind = JIPYO_SCALE_BAND;
  plot->value.kind = JIPYO_SCALE_TIME;
  /* The turns carry their dates; ticks would say them twice. */
  plot->value.hidden = TRUE;
  for (guint i = 0; i < self->spans->len; i++)
    plot_span (self, &g_array_index (self->spans, JipyoTeamSpan, i), draft, plot);
  annotate (self, draft, plot);
}
