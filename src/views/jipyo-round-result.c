/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers scores and outcomes of a round. A team took part when an outcome names it or a score of
 * it is true for the round's date; what was not disclosed stays NULL, never zero.
 */

#include "jipyo-round-result.h"

static const JipyoClaim *
find_figure (const JipyoLedger *ledger, const JipyoClaimQuery *query)
{
  const JipyoClaim *claim = jipyo_ledger_find_figure (ledger, query);

  return claim != NULL && claim->quantity.known ? claim : NULL;
}

/* "<kind>-<criterion>" of the subject on the round's day, for each criterion. */
static GPtrArray *
find_parts (const JipyoLedger *ledger,
            const JipyoRound *round,
            const char *subject,
            const char *kind)
{
  GPtrArray *parts = g_ptr_array_new ();
  g_autofree char *period = jipyo_date_format (round->date);

  for (guint i = 0; i < round->criteria->len; i++) {
    const JipyoCriterion *criterion = g_ptr_array_index (round->criteria, i);
    g_autofree char *metric = g_strdup_printf ("%s-%s", kind, criterion->id);
    JipyoClaimQuery query = { .subject = subject, .metric = metric, .period = period };

    g_ptr_array_add (parts, (gpointer) find_figure (ledger, &query));
  }
  return parts;
}

static const JipyoEvent *
find_outcome (const JipyoLedger *ledger, const JipyoRound *round, const char *team)
{
  const GPtrArray *events = jipyo_ledger_get_events (ledger);

  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);

    if (!event->planned && g_strcmp0 (event->round, round->id) == 0
        && g_strcmp0 (event->team, team) == 0
        && (event->kind == JIPYO_EVENT_ADVANCED || event->kind == JIPYO_EVENT_OUT_SCORE
            || event->kind == JIPYO_EVENT_DISQUALIFIED))
      return event;
  }
  return NULL;
}

static void
entry_free (gpointer data)
{
  JipyoRoundEntry *entry = data;

  g_ptr_array_unref (entry->parts);
  g_free (entry);
}

gboolean
jipyo_round_has_parts (const GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_ptr_array_index (parts, i) != NULL)
      return TRUE;
  return FALSE;
}

int
jipyo_round_get_maximum (const JipyoRound *round)
{
  int sum = 0;

  for (guint i = 0; i < round->criteria->len; i++)
    sum += ((const JipyoCriterion *) g_ptr_array_index (round->criteria, i))->max_points;
  return sum;
}

/* NULL when the team took no part. */
static JipyoRoundEntry *
entry_new (const JipyoLedger *ledger, const JipyoRound *round, const JipyoTeam *team)
{
  JipyoRoundEntry *entry = g_new0 (JipyoRoundEntry, 1);
  g_autofree char *period = jipyo_date_format (round->date);
  JipyoClaimQuery total = { .subject = team->id, .metric = "score-total", .period = period };
  JipyoClaimQuery rank = { .subject = team->id, .metric = "rank", .period = period };

  entry->team = team;
  entry->outcome = find_outcome (ledger, round, team->id);
  entry->total = find_figure (ledger, &total);
  entry->rank = find_figure (ledger, &rank);
  entry->parts = find_parts (ledger, round, team->id, "score");
  if (entry->outcome == NULL && entry->total == NULL && !jipyo_round_has_parts (entry->parts))
    g_clear_pointer (&entry, entry_free);
  return entry;
}

/* Advanced before unknown before out, for teams without a total. */
static int
outcome_order (const JipyoRoundEntry *entry)
{
  if (entry->outcome == NULL)
    return 1;
  return entry->outcome->kind == JIPYO_EVENT_ADVANCED ? 0 : 2;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const JipyoRoundEntry *left = *(const JipyoRoundEntry *const *) a;
  const JipyoRoundEntry *right = *(const JipyoRoundEntry *const *) b;

  if (left->rank != NULL && right->rank != NULL)
    return jipyo_decimal_compare (left->rank->quantity.value, right->rank->quantity.value);
  if (left->total != NULL && right->total != NULL)
    return jipyo_decimal_compare (right->total->quantity.value, left->total->quantity.value);
  if ((left->total != NULL) != (right->total != NULL))
    return left->total != NULL ? -1 : 1;
  if (outcome_order (left) != outcome_order (right))
    return outcome_order (left) - outcome_order (right);
  return g_strcmp0 (left->team->id, right->team->id);
}

JipyoRoundResult *
jipyo_round_result_new (const JipyoLedger *ledger, const JipyoRound *round)
{
  JipyoRoundResult *self = g_new0 (JipyoRoundResult, 1);
  const GPtrArray *teams = jipyo_ledger_get_teams (ledger);
  g_autofree char *period = jipyo_date_format (round->date);
  JipyoClaimQuery average = { .subject = round->id, .metric = "average-total", .period = period };

  self->round = round;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  for (guint i = 0; i < teams->len; i++) {
    JipyoRoundEntry *entry = entry_new (ledger, round, g_ptr_array_index (teams, i));

    if (entry == NULL)
      continue;
    g_ptr_array_add (self->entries, entry);
    if (entry->outcome != NULL) {
      gboolean advanced = entry->outcome->kind == JIPYO_EVENT_ADVANCED;
      self->n_advanced += advanced ? 1 : 0;
      self->n_out += advanced ? 0 : 1;
    }
  }
  g_ptr_array_sort (self->entries, compare_entries);
  self->average_parts = find_parts (ledger, round, round->id, "average");
  self->average_total = find_figure (ledger, &average);
  return self;
}

void
jipyo_round_result_free (JipyoRoundResult *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->average_parts);
  g_free (self);
}

const JipyoRoundEntry *
jipyo_round_result_find (const JipyoRoundResult *self, const char *team)
{
  for (guint i = 0; i < self->entries->len; i++) {
    const JipyoRoundEntry *entry = g_ptr_array_index (self->entries, i);

    if (g_strcmp0 (entry->team->id, team) == 0)
      return entry;
  }
  return NULL;
}

gboolean
jipyo_round_compute_rest (const JipyoClaim *total, const GPtrArray *parts, JipyoDecimal *rest)
{
  JipyoDecimal left;

  if (total == NULL)
    return FALSE;
  left = total->quantity.value;
  for (guint i = 0; i < parts->len; i++) {
    const JipyoClaim *part = g_ptr_array_index (parts, i);

    if (part != NULL && !jipyo_decimal_subtract (left, part->quantity.value, &left))
      return FALSE;
  }
  if (jipyo_decimal_sign (left) <= 0)
    return FALSE;
  *rest = left;
  return TRUE;
}
