/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A basket of shares as a price index that is 100 on a base day, beside a market's index rebased
 * the same. The index is that of a portfolio bought on the base day and held:
 *
 *   I(t) = 100 · Σ w(i) · P(i, t) / P(i, base),   Σ w(i) = 1
 *
 * (a fixed-base index of price relatives with base-period weights, Consumer Price Index Manual,
 * IMF 2020, ch. 2: the Young index). Shares of the portfolio drift with the prices; nothing is
 * rebalanced; dividends are not in it.
 *
 * What has no price has none here either:
 * - The days are the sessions of the market. On a session without a close of a member that takes
 *   part (suspended, not kept) the basket has no value; nothing is carried over.
 * - A member without a close on the base day (listed later, not kept yet) takes no part; its weight
 *   falls to the others in proportion.
 * - A member that moves from one session to the next by more than the exchange's daily limit of
 *   30 % takes no part: that is no trading but a change of its shares, or a wrong figure.
 */

#pragma once

#include "jipyo-closes.h"

typedef enum {
  JIPYO_BASKET_IN,
  JIPYO_BASKET_UNWEIGHTED, /* its weight is 0 */
  JIPYO_BASKET_UNKNOWN,    /* no close was kept */
  JIPYO_BASKET_LATE,       /* none on the base day */
  JIPYO_BASKET_JUMP,       /* a move that no trading makes */
} JipyoBasketPart;

typedef struct {
  const JipyoCloses *closes; /* borrowed; NULL: none */
  double weight;             /* 0 or more, of any sum */
  JipyoBasketPart part;      /* computed */
  double share;              /* computed: the weight on the base day, of 1; 0 when not in */
} JipyoBasketMember;

typedef struct {
  const JipyoCloses *market; /* borrowed: its days are the sessions */
  int base_day;              /* wanted */
  gboolean base_fixed; /* the last session by then, whoever has a close there; else the first from
                        * it on at which all members have one that have any */
} JipyoBasketPlan;

typedef struct {
  int base_day;        /* the session that it came to */
  JipyoCloses *index;  /* 100 there, then on all sessions of the market */
  JipyoCloses *market; /* the market's on the same days */
  guint n_missing;     /* sessions without a value */
} JipyoBasket;

/* NULL when no member takes part; what became of each is in `members` all the same. */
JipyoBasket *
jipyo_basket_compute (const JipyoBasketPlan *plan, JipyoBasketMember *members, guint n_members);
void jipyo_basket_free (JipyoBasket *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoBasket, jipyo_basket_free)
