/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The arithmetic of baskets, all on the sessions of one market.
 */

#include "jipyo-basket.h"

#include <math.h>

static const double BASE_VALUE = 100;
/* The limit itself is rounded to a tick of the price, so a little more than 30 % still trades. */
static const double MOVE_MAX = 0.305;

typedef struct {
  const JipyoCloses *market;
  JipyoBasketMember *members;
  guint n_members;
  GPtrArray *closes; /* of JipyoCloses, of each member on the market's days; NULL: none */
  guint base;        /* of the market's days */
} Work;

static double
get_close (const Work *self, guint member, guint session)
{
  const JipyoCloses *closes = self->closes->pdata[member];

  return closes != NULL ? jipyo_closes_get_value (closes, session) : NAN;
}

static void
align (Work *self)
{
  self->closes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_closes_free);
  for (guint i = 0; i < self->n_members; i++) {
    JipyoBasketMember *member = &self->members[i];
    JipyoCloses *closes =
      member->closes != NULL ? jipyo_closes_align (member->closes, self->market) : NULL;

    member->share = 0;
    member->part = !(member->weight > 0)                                ? JIPYO_BASKET_UNWEIGHTED
                   : closes == NULL || jipyo_closes_count (closes) == 0 ? JIPYO_BASKET_UNKNOWN
                                                                        : JIPYO_BASKET_IN;
    g_ptr_array_add (self->closes, closes);
  }
}

/* The last session by the day; FALSE when the market has none so early. */
static gboolean
find_session_by (const Work *self, int day, guint *session)
{
  guint after = jipyo_closes_get_n (self->market);

  jipyo_closes_find (self->market, day + 1, &after);
  if (after == 0)
    return FALSE;
  *session = after - 1;
  return TRUE;
}

static gboolean
all_have_a_close (const Work *self, guint session)
{
  guint n = 0;

  for (guint i = 0; i < self->n_members; i++) {
    if (self->members[i].part != JIPYO_BASKET_IN)
      continue;
    if (isnan (get_close (self, i, session)))
      return FALSE;
    n++;
  }
  return n > 0 && !isnan (jipyo_closes_get_value (self->market, session));
}

static gboolean
find_base (Work *self, const JipyoBasketPlan *plan)
{
  guint first = 0;

  if (find_session_by (self, plan->base_day, &first) && plan->base_fixed) {
    self->base = first;
    return TRUE;
  }
  if (plan->base_fixed)
    return FALSE;
  for (guint i = first; i < jipyo_closes_get_n (self->market); i++) {
    if (all_have_a_close (self, i)) {
      self->base = i;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
jumps (const Work *self, guint member)
{
  for (guint i = self->base + 1; i < jipyo_closes_get_n (self->market); i++) {
    const double move = get_close (self, member, i) / get_close (self, member, i - 1) - 1;

    if (fabs (move) > MOVE_MAX)
      return TRUE;
  }
  return FALSE;
}

/* FALSE when nobody is left. */
static gboolean
share_out (Work *self)
{
  double sum = 0;

  for (guint i = 0; i < self->n_members; i++) {
    JipyoBasketMember *member = &self->members[i];

    if (member->part != JIPYO_BASKET_IN)
      continue;
    if (isnan (get_close (self, i, self->base)))
      member->part = JIPYO_BASKET_LATE;
    else if (jumps (self, i))
      member->part = JIPYO_BASKET_JUMP;
    else
      sum += member->weight;
  }
  for (guint i = 0; i < self->n_members; i++) {
    if (self->members[i].part == JIPYO_BASKET_IN)
      self->members[i].share = self->members[i].weight / sum;
  }
  return sum > 0;
}

/* NaN as soon as one of them is. */
static double
compute_value (const Work *self, guint session)
{
  double value = 0;

  for (guint i = 0; i < self->n_members; i++) {
    if (self->members[i].part == JIPYO_BASKET_IN)
      value +=
        self->members[i].share * get_close (self, i, session) / get_close (self, i, self->base);
  }
  return BASE_VALUE * value;
}

static JipyoBasket *
compute_index (const Work *self)
{
  const double market_base = jipyo_closes_get_value (self->market, self->base);
  JipyoBasket *basket = g_new0 (JipyoBasket, 1);

  basket->base_day = jipyo_closes_get_day (self->market, self->base);
  basket->index = jipyo_closes_new ();
  basket->market = jipyo_closes_new ();
  for (guint i = self->base; i < jipyo_closes_get_n (self->market); i++) {
    const int day = jipyo_closes_get_day (self->market, i);
    const double value = compute_value (self, i);

    jipyo_closes_add (basket->index, day, value);
    jipyo_closes_add (basket->market, day,
                      BASE_VALUE * jipyo_closes_get_value (self->market, i) / market_base);
    basket->n_missing += isnan (value);
  }
  return basket;
}

JipyoBasket *
jipyo_basket_compute (const JipyoBasketPlan *plan, JipyoBasketMember *members, guint n_members)
{
  Work work = { .market = plan->market, .members = members, .n_members = n_members };
  JipyoBasket *basket = NULL;

  align (&work);
  if (find_base (&work, plan) && share_out (&work))
    basket = compute_index (&work);
  g_ptr_array_unref (work.closes);
  return basket;
}

void
jipyo_basket_free (JipyoBasket *self)
{
  if (self == NULL)
    return;
  jipyo_closes_free (self->index);
  jipyo_closes_free (self->market);
  g_free (self);
}
