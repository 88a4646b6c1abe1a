/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Replays a reading's events per team. No rule about who must leave when is assumed.
 */

#include "jipyo-standing.h"

static const char *const state_ids[] = {
  [JIPYO_STANDING_NOT_YET] = "not-yet",
  [JIPYO_STANDING_IN] = "in",
  [JIPYO_STANDING_OUT] = "out",
};

const char *
jipyo_standing_state_id (JipyoStandingState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_ids), "");
  return state_ids[state];
}

/* FALSE for events that say nothing of whether a team is in play. */
static gboolean
state_after (JipyoEventKind kind, JipyoStandingState *state)
{
  switch (kind) {
  case JIPYO_EVENT_SELECTED:
  case JIPYO_EVENT_JOINED:
  case JIPYO_EVENT_ADVANCED:
    *state = JIPYO_STANDING_IN;
    return TRUE;
  case JIPYO_EVENT_OUT_SCORE:
  case JIPYO_EVENT_DISQUALIFIED:
    *state = JIPYO_STANDING_OUT;
    return TRUE;
  case JIPYO_EVENT_MEMBER:
  case JIPYO_EVENT_CALL:
  case JIPYO_EVENT_REVIEW:
  case JIPYO_EVENT_RELEASE:
  case JIPYO_EVENT_FUNDING:
  case JIPYO_EVENT_DISPUTE:
  case JIPYO_EVENT_PLAN:
  case JIPYO_EVENT_OTHER:
    break;
  }
  return FALSE;
}

gboolean
jipyo_standing_follows_from (JipyoEventKind kind)
{
  JipyoStandingState state;

  return state_after (kind, &state);
}

/* The last event that decides, in the order of the events' dates. */
static gboolean
replay (const JipyoLedger *ledger, JipyoStanding *standing)
{
  const GPtrArray *events = jipyo_ledger_get_events (ledger);
  gboolean known = FALSE;

  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);

    if (g_strcmp0 (event->team, standing->team->id) != 0)
      continue;
    known = TRUE;
    if (event->planned || !state_after (event->kind, &standing->state))
      continue;
    standing->event = event;
    standing->since = event->date;
  }
  return known;
}

/* The round whose totals are the latest published ones of this team. */
static void
find_score (const JipyoLedger *ledger, JipyoStanding *standing)
{
  standing->score = jipyo_ledger_find_figure (
    ledger, &(JipyoClaimQuery){ .subject = standing->team->id, .metric = "score-total" });
  if (standing->score != NULL && !standing->score->quantity.known)
    standing->score = NULL;
}

/* One more than the number of teams with a higher total on the same day. */
static void
find_rank (const JipyoLedger *ledger, JipyoStanding *standing)
{
  g_autofree char *period = NULL;
  g_autoptr (GPtrArray) totals = NULL;

  if (standing->score == NULL)
    return;
  period = jipyo_period_format (standing->score->true_for);
  totals = jipyo_ledger_find_claims (
    ledger, &(JipyoClaimQuery){ .metric = "score-total", .period = period });
  standing->rank = 1;
  for (guint i = 0; i < totals->len; i++) {
    const JipyoClaim *other = g_ptr_array_index (totals, i);

    if (other->quantity.known && jipyo_ledger_find_team (ledger, other->subject) != NULL
        && jipyo_decimal_compare (other->quantity.value, standing->score->quantity.value) > 0)
      standing->rank++;
  }
}

gboolean
jipyo_ledger_compute_standing (const JipyoLedger *ledger, const char *team, JipyoStanding *out)
{
  JipyoStanding standing = { .team = jipyo_ledger_find_team (ledger, team) };

  if (standing.team == NULL || !replay (ledger, &standing))
    return FALSE;
  find_score (ledger, &standing);
  find_rank (ledger, &standing);
  *out = standing;
  return TRUE;
}

/* A published total outranks an undisclosed one; an old round's total counts only among equals. */
static int
compare_in_play (const JipyoStanding *a, const JipyoStanding *b)
{
  int order = 0;

  if ((a->score != NULL) != (b->score != NULL))
    return a->score != NULL ? -1 : 1;
  if (a->score == NULL)
    return 0;
  order = jipyo_period_compare (b->score->true_for, a->score->true_for);
  if (order == 0)
    order = jipyo_decimal_compare (b->score->quantity.value, a->score->quantity.value);
  return order;
}

static int
compare_standings (gconstpointer first, gconstpointer second)
{
  const JipyoStanding *a = first;
  const JipyoStanding *b = second;
  static const int places[] = {
    [JIPYO_STANDING_IN] = 0,
    [JIPYO_STANDING_OUT] = 1,
    [JIPYO_STANDING_NOT_YET] = 2,
  };
  int order = places[a->state] - places[b->state];

  if (order == 0 && a->state == JIPYO_STANDING_IN)
    order = compare_in_play (a, b);
  if (order == 0 && a->state == JIPYO_STANDING_OUT)
    order = jipyo_date_compare (b->since, a->since);
  return order;
}

GArray *
jipyo_ledger_compute_standings (const JipyoLedger *ledger)
{
  const GPtrArray *teams = jipyo_ledger_get_teams (ledger);
  GArray *standings = g_array_new (FALSE, FALSE, sizeof (JipyoStanding));

  for (guint i = 0; i < teams->len; i++) {
    const JipyoTeam *team = g_ptr_array_index (teams, i);
    JipyoStanding standing;

    if (jipyo_ledger_compute_standing (ledger, team->id, &standing))
      g_array_append_val (standings, standing);
  }
  /* GArray's sort is stable, so teams that compare equal keep the order of the file. */
  g_array_sort (standings, compare_standings);
  return standings;
}

guint
jipyo_ledger_count_in_play (const JipyoLedger *ledger, JipyoDate day)
{
  const GPtrArray *events = jipyo_ledger_get_events (ledger);
  g_autoptr (GHashTable) in_play = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);
    JipyoStandingState state;

    if (event->planned || event->team == NULL || !jipyo_date_is_by (event->date, day)
        || !state_after (event->kind, &state))
      continue;
    if (state == JIPYO_STANDING_IN)
      g_hash_table_add (in_play, event->team);
    else
      g_hash_table_remove (in_play, event->team);
  }
  return g_hash_table_size (in_play);
}
