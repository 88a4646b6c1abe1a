/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The listed members of the teams, as the reading knows them, and a basket of each team's, or with
 * the option "member" of that one alone. Weights are equal unless a person's own or, over them, the
 * option "weights" say otherwise; the base day is the session before the first teams were chosen
 * unless the option "base" does. What a basket is says jipyo-basket.h.
 */

#pragma once

#include "jipyo-basket.h"
#include "jipyo-view.h"

/* What baskets are measured against. */
#define JIPYO_TEAM_SHARES_MARKET "krx:KOSPI"

typedef struct {
  const JipyoMember *member;             /* borrowed */
  const JipyoOrganisation *organisation; /* borrowed */
  char *instrument;                      /* "krx:017670" */
  JipyoCloses *closes;                   /* owned; NULL: none kept */
  double planned;                        /* share by its weight alone, of 1 */
} JipyoListedShare;

typedef struct {
  const JipyoTeam *team; /* borrowed */
  GPtrArray *shares;     /* of JipyoListedShare, in the record's order; never empty */
  GArray *parts;         /* of JipyoBasketMember, one a share */
  JipyoBasket *basket;   /* or NULL: nothing to make one of */
} JipyoTeamBasket;

typedef struct {
  JipyoCloses *market; /* its days are the sessions; none without history */
  GPtrArray *baskets;  /* of JipyoTeamBasket: the teams that have listed members */
  GPtrArray *unlisted; /* of JipyoTeam, borrowed: the others */
  int base_day;        /* as wanted */
  int last_day;        /* of the last session whose close can be known */
  gboolean base_fixed; /* by the option */
  gboolean weighted;   /* by a person or the option */
  gboolean unread;     /* what was kept is not all read */
} JipyoTeamShares;

/* The daily prices of all listed members and of the market. (element-type JipyoPastNeed) (transfer
 * full) */
GPtrArray *jipyo_team_shares_list_pasts (const JipyoViewContext *context);
/* NULL with an error for an option that cannot be. (transfer full) */
JipyoTeamShares *jipyo_team_shares_new (const JipyoViewContext *context, GError **error);
void jipyo_team_shares_free (JipyoTeamShares *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoTeamShares, jipyo_team_shares_free)

/* How many shares there are, and of how many closes were kept. */
guint jipyo_team_shares_count (const JipyoTeamShares *self, guint *n_kept);
/* The team's basket bought on another day, for a study; the parts are put into `parts`, which the
 * caller frees. NULL when nobody takes part. (transfer full) */
JipyoBasket *jipyo_team_basket_compute_from (const JipyoTeamBasket *self,
                                             const JipyoBasketPlan *plan,
                                             GArray **parts);
/* What it is to weigh, in percent of its basket. */
JipyoDecimal jipyo_listed_share_get_percent (const JipyoListedShare *share);
/* "in", "unweighted", "no-history", "not-on-base-day", "jump". */
const char *jipyo_basket_part_id (JipyoBasketPart part);
const char *jipyo_basket_part_label (JipyoBasketPart part, JipyoLang lang);
/* FALSE when a person gave every member the weight 0. */
gboolean jipyo_team_basket_has_weight (const JipyoTeamBasket *self);
/* "SK텔레콤 50 %, 크래프톤 50 %" of those that take part by `parts`. (transfer full) */
char *
jipyo_team_basket_format_weights (const JipyoTeamBasket *self, const GArray *parts, JipyoLang lang);
