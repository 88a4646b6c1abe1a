/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking a reading for figures: which claim is shown, and who contradicts it.
 */

#include "jipyo-ledger.h"

static gboolean
matches (const JipyoClaim *claim, const JipyoClaimQuery *query, const JipyoPeriod *period)
{
  return (query->subject == NULL || g_strcmp0 (claim->subject, query->subject) == 0)
         && (query->metric == NULL || g_strcmp0 (claim->metric, query->metric) == 0)
         && (query->vintage == NULL || g_strcmp0 (claim->vintage, query->vintage) == 0)
         && (query->period == NULL || jipyo_period_compare (claim->true_for, *period) == 0);
}

/* Preferred before others of the same matter, then the later period, then the later published. */
static gboolean
is_better (const JipyoClaim *claim, const JipyoClaim *than)
{
  int order = 0;

  if (than == NULL)
    return TRUE;
  if (jipyo_claim_is_same_matter (claim, than) && claim->preferred != than->preferred)
    return claim->preferred;
  order = jipyo_period_compare (claim->true_for, than->true_for);
  if (order == 0)
    order = jipyo_date_compare (jipyo_claim_known_from (claim), jipyo_claim_known_from (than));
  return order > 0;
}

const JipyoClaim *
jipyo_ledger_find_figure (const JipyoLedger *self, const JipyoClaimQuery *query)
{
  const GPtrArray *claims = jipyo_ledger_get_claims (self);
  const JipyoClaim *best = NULL;
  JipyoPeriod period = { 0 };

  if (query->period != NULL && !jipyo_period_parse (query->period, &period))
    return NULL;
  for (guint i = 0; i < claims->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (claims, i);

    if (matches (claim, query, &period) && is_better (claim, best))
      best = claim;
  }
  return best;
}

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  const JipyoClaim *left = *(const JipyoClaim *const *) a;
  const JipyoClaim *right = *(const JipyoClaim *const *) b;
  int order = jipyo_period_compare (left->true_for, right->true_for);

  if (order == 0)
    order = (int) right->preferred - (int) left->preferred;
  return order != 0 ? order : g_strcmp0 (left->id, right->id);
}

GPtrArray *
jipyo_ledger_find_claims (const JipyoLedger *self, const JipyoClaimQuery *query)
{
  const GPtrArray *claims = jipyo_ledger_get_claims (self);
  GPtrArray *found = g_ptr_array_new ();
  JipyoPeriod period = { 0 };

  if (query->period != NULL && !jipyo_period_parse (query->period, &period))
    return found;
  for (guint i = 0; i < claims->len; i++) {
    JipyoClaim *claim = g_ptr_array_index (claims, i);

    if (matches (claim, query, &period))
      g_ptr_array_add (found, claim);
  }
  g_ptr_array_sort (found, compare_periods);
  return found;
}

static gboolean
says_the_same (const JipyoClaim *a, const JipyoClaim *b)
{
  const JipyoQuantity *left = &a->quantity;
  const JipyoQuantity *right = &b->quantity;

  if (left->known != right->known)
    return FALSE;
  if (!left->known)
    return g_strcmp0 (jipyo_text_get (&a->text, JIPYO_LANG_KO),
                      jipyo_text_get (&b->text, JIPYO_LANG_KO))
           == 0;
  return left->unit == right->unit && left->has_upper == right->has_upper
         && jipyo_decimal_equal (left->value, right->value)
         && (!left->has_upper || jipyo_decimal_equal (left->upper, right->upper))
         && g_strcmp0 (jipyo_text_get (&a->text, JIPYO_LANG_KO),
                       jipyo_text_get (&b->text, JIPYO_LANG_KO))
              == 0;
}

GPtrArray *
jipyo_ledger_find_conflicts (const JipyoLedger *self, const JipyoClaim *claim)
{
  const GPtrArray *claims = jipyo_ledger_get_claims (self);
  GPtrArray *rivals = g_ptr_array_new ();

  for (guint i = 0; i < claims->len; i++) {
    JipyoClaim *other = g_ptr_array_index (claims, i);

    if (other != claim && jipyo_claim_is_same_matter (claim, other)
        && !says_the_same (claim, other))
      g_ptr_array_add (rivals, other);
  }
  return rivals;
}
