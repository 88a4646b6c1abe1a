/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readings share their records, so what is new is what the earlier one does not hold.
 */

#include "jipyo-change.h"

static const struct {
  const char *id, *ko, *en;
} kinds[JIPYO_N_CHANGE_KINDS] = {
  [JIPYO_CHANGE_STANDING] = { "standing", "팀의 상태", "Standing" },
  [JIPYO_CHANGE_FIGURE] = { "figure", "바뀐 수치", "Figure changed" },
  [JIPYO_CHANGE_CONFLICT] = { "conflict", "엇갈리는 수치", "Conflict" },
  [JIPYO_CHANGE_EVENT] = { "event", "사건", "Event" },
  [JIPYO_CHANGE_PLAN] = { "plan", "계획", "Plan" },
  [JIPYO_CHANGE_CLAIM] = { "claim", "새 수치", "New figure" },
};

const char *
jipyo_change_kind_id (JipyoChangeKind kind)
{
  g_return_val_if_fail (kind < JIPYO_N_CHANGE_KINDS, "");
  return kinds[kind].id;
}

const char *
jipyo_change_kind_label (JipyoChangeKind kind, JipyoLang lang)
{
  g_return_val_if_fail (kind < JIPYO_N_CHANGE_KINDS, "");
  return lang == JIPYO_LANG_KO ? kinds[kind].ko : kinds[kind].en;
}

guint
jipyo_change_list_count (const GArray *changes, JipyoChangeKind kind)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    n += g_array_index (changes, JipyoChange, i).kind == kind;
  return n;
}

static void
add_standings (GArray *changes, const JipyoLedger *earlier, const JipyoLedger *later)
{
  g_autoptr (GArray) standings = jipyo_ledger_compute_standings (later);

  for (guint i = 0; i < standings->len; i++) {
    const JipyoStanding *now = &g_array_index (standings, JipyoStanding, i);
    JipyoStanding then = { .state = JIPYO_STANDING_NOT_YET };

    jipyo_ledger_compute_standing (earlier, now->team->id, &then);
    if (then.state == now->state || now->event == NULL)
      continue;
    JipyoChange change = { .kind = JIPYO_CHANGE_STANDING,
                           .date = now->event->published,
                           .team = now->team,
                           .before = then.state,
                           .after = now->state,
                           .event = now->event };
    g_array_append_val (changes, change);
  }
}

/* What changed a standing is told with it. */
static gboolean
is_told (const GArray *changes, const JipyoEvent *event)
{
  for (guint i = 0; i < changes->len; i++)
    if (g_array_index (changes, JipyoChange, i).event == event)
      return TRUE;
  return FALSE;
}

static gboolean
holds_event (const JipyoLedger *ledger, const JipyoEvent *event)
{
  return g_ptr_array_find ((GPtrArray *) jipyo_ledger_get_events (ledger), event, NULL);
}

static void
add_events (GArray *changes, const JipyoLedger *earlier, const JipyoLedger *later)
{
  const GPtrArray *events = jipyo_ledger_get_events (later);

  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);

    if (holds_event (earlier, event) || is_told (changes, event))
      continue;
    JipyoChange change = { .kind = event->planned ? JIPYO_CHANGE_PLAN : JIPYO_CHANGE_EVENT,
                           .date = event->published,
                           .event = event };
    g_array_append_val (changes, change);
  }
}

/* The claim that a reading shows for the matter of `claim`. */
static const JipyoClaim *
find_shown (const JipyoLedger *ledger, const JipyoClaim *claim)
{
  g_autofree char *period = jipyo_period_format (claim->true_for);
  JipyoClaimQuery query = {
    .subject = claim->subject, .metric = claim->metric, .period = period, .vintage = claim->vintage
  };
  const JipyoClaim *shown = jipyo_ledger_find_figure (ledger, &query);

  return shown != NULL && jipyo_claim_is_same_matter (shown, claim) ? shown : NULL;
}

static gboolean
says_the_same (const JipyoLedger *ledger, const JipyoClaim *a, const JipyoClaim *b)
{
  g_autoptr (GPtrArray) rivals = jipyo_ledger_find_conflicts (ledger, a);

  return !g_ptr_array_find (rivals, b, NULL);
}

static void
add_claim (GArray *changes,
           const JipyoLedger *earlier,
           const JipyoLedger *later,
           const JipyoClaim *claim)
{
  const JipyoClaim *before = find_shown (earlier, claim);
  const JipyoClaim *now = find_shown (later, claim);
  JipyoChange change = { .kind = JIPYO_CHANGE_CLAIM,
                         .date = jipyo_claim_known_from (claim),
                         .claim = claim };

  if (before != NULL && now == claim && !says_the_same (later, claim, before)) {
    change.kind = JIPYO_CHANGE_FIGURE;
    change.earlier = before;
  } else if (now != NULL && now != claim && !says_the_same (later, claim, now)) {
    change.kind = JIPYO_CHANGE_CONFLICT;
    change.earlier = now;
  }
  g_array_append_val (changes, change);
}

static void
add_claims (GArray *changes, const JipyoLedger *earlier, const JipyoLedger *later)
{
  const GPtrArray *claims = jipyo_ledger_get_claims (later);

  for (guint i = 0; i < claims->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (claims, i);

    if (jipyo_ledger_find_claim (earlier, claim->id) == NULL)
      add_claim (changes, earlier, later, claim);
  }
}

/* By kind, the latest first. */
static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const JipyoChange *left = a;
  const JipyoChange *right = b;

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  int order = jipyo_date_compare (right->date, left->date);
  if (order != 0)
    return order;
  if (left->claim != NULL && right->claim != NULL)
    return g_strcmp0 (left->claim->id, right->claim->id);
  if (left->event != NULL && right->event != NULL)
    return g_strcmp0 (left->event->id, right->event->id);
  return 0;
}

GArray *
jipyo_change_list_compute (const JipyoLedger *earlier, const JipyoLedger *later)
{
  GArray *changes = g_array_new (FALSE, TRUE, sizeof (JipyoChange));

  add_standings (changes, earlier, later);
  add_events (changes, earlier, later);
  add_claims (changes, earlier, later);
  g_array_sort (changes, compare_changes);
  return changes;
}
