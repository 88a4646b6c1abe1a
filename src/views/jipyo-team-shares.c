/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is listed, what closes were kept of them by the day of the reading, and the baskets.
 */

#include "jipyo-team-shares.h"

#include "jipyo-format.h"
#include "jipyo-member-weight.h"
#include "jipyo-standing.h"
#include "jipyo-team-table.h"

#include <math.h>
#include <string.h>

/* The session of the day of the exam, which begins and ends an hour late, is over by then; before,
 * the price of today is no close. */
static const int CLOSED_BY_HOUR_KST = 17;
static const gint64 HOUR_US = G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC;

static void
listed_share_free (gpointer data)
{
  JipyoListedShare *self = data;

  jipyo_closes_free (self->closes);
  g_free (self->instrument);
  g_free (self);
}

static void
team_basket_free (gpointer data)
{
  JipyoTeamBasket *self = data;

  jipyo_basket_free (self->basket);
  g_ptr_array_unref (self->shares);
  g_array_unref (self->parts);
  g_free (self);
}

void
jipyo_team_shares_free (JipyoTeamShares *self)
{
  if (self == NULL)
    return;
  jipyo_closes_free (self->market);
  g_ptr_array_unref (self->baskets);
  g_ptr_array_unref (self->unlisted);
  g_free (self);
}

/* The last day whose close was known at the clock and in the reading. */
static int
find_last_day (const JipyoViewContext *context)
{
  const int today =
    jipyo_date_first_day (jipyo_instant_date_kst (context->now_us - CLOSED_BY_HOUR_KST * HOUR_US));

  return MIN (today, jipyo_date_last_day (context->as_of));
}

GPtrArray *
jipyo_team_shares_list_pasts (const JipyoViewContext *context)
{
  const GPtrArray *organisations = jipyo_ledger_get_organisations (context->ledger);
  GPtrArray *needs = jipyo_past_needs_new ();

  jipyo_past_needs_add (needs, JIPYO_TEAM_SHARES_MARKET, JIPYO_RESOLUTION_DAY, 0);
  for (guint i = 0; i < organisations->len; i++) {
    const JipyoOrganisation *organisation = g_ptr_array_index (organisations, i);

    if (organisation->code == NULL)
      continue;
    g_autofree char *instrument = g_strdup_printf ("krx:%s", organisation->code);
    jipyo_past_needs_add (needs, instrument, JIPYO_RESOLUTION_DAY, 0);
  }
  return needs;
}

static JipyoCloses *
find_closes (const JipyoViewContext *context, const char *instrument)
{
  for (guint i = 0; context->pasts != NULL && i < context->pasts->len; i++) {
    const JipyoCandleSeries *series = g_ptr_array_index (context->pasts, i);

    if (series != NULL && strcmp (series->instrument, instrument) == 0
        && series->resolution == JIPYO_RESOLUTION_DAY && series->candles->len > 0)
      return jipyo_closes_new_from_candles (series, find_last_day (context));
  }
  return NULL;
}

static gboolean
is_unread (const JipyoViewContext *context)
{
  if (context->pasts == NULL)
    return TRUE;
  return g_ptr_array_find ((GPtrArray *) context->pasts, NULL, NULL);
}

static JipyoTeamBasket *
find_listed (const JipyoViewContext *context, const JipyoTeam *team)
{
  g_autoptr (GPtrArray) members = jipyo_team_table_find_members (context, team);
  JipyoTeamBasket *self = g_new0 (JipyoTeamBasket, 1);

  self->team = team;
  self->shares = g_ptr_array_new_with_free_func (listed_share_free);
  self->parts = g_array_new (FALSE, TRUE, sizeof (JipyoBasketMember));
  for (guint i = 0; i < members->len; i++) {
    const JipyoMember *member = g_ptr_array_index (members, i);
    const JipyoOrganisation *organisation =
      jipyo_ledger_find_organisation (context->ledger, member->organisation);

    if (organisation == NULL || organisation->code == NULL)
      continue;
    JipyoListedShare *share = g_new0 (JipyoListedShare, 1);
    share->member = member;
    share->organisation = organisation;
    share->instrument = g_strdup_printf ("krx:%s", organisation->code);
    share->closes = find_closes (context, share->instrument);
    const JipyoBasketMember part = { .closes = share->closes, .weight = 1 };
    g_ptr_array_add (self->shares, share);
    g_array_append_val (self->parts, part);
  }
  return self;
}

static const char *
get_option (const JipyoViewContext *context, const char *name)
{
  return context->options != NULL ? g_hash_table_lookup (context->options, name) : NULL;
}

/* The day before the first teams were chosen; the first session of all where none was. */
static int
find_default_base (const JipyoLedger *ledger)
{
  const GPtrArray *events = jipyo_ledger_get_events (ledger);

  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);

    if (event->kind == JIPYO_EVENT_SELECTED && event->date.day != 0)
      return jipyo_date_first_day (event->date) - 1;
  }
  return 0;
}

/* That day has a close that is known, or one before it has: no other session is taken unasked. */
static gboolean
check_base (const JipyoTeamShares *self, const char *base, GError **error)
{
  const int last_day = self->last_day;
  const int first_day =
    jipyo_closes_get_n (self->market) > 0 ? jipyo_closes_get_day (self->market, 0) : G_MININT;

  if (self->base_day >= first_day && self->base_day <= last_day)
    return TRUE;
  const gboolean early = self->base_day < first_day;
  g_autofree char *limit = jipyo_date_format (jipyo_date_from_day (early ? first_day : last_day));
  g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_OPTION,
               early
                 ? "option base: no close of KOSPI is kept from “%s” or before; the first is of %s"
                 : "option base: no close of “%s” is known yet; it is a day up to %s",
               base, limit);
  return FALSE;
}

static gboolean
read_base (JipyoTeamShares *self, const JipyoViewContext *context, GError **error)
{
  const char *base = get_option (context, "base");
  JipyoDate date;

  self->base_day = find_default_base (context->ledger);
  if (base == NULL)
    return TRUE;
  if (!jipyo_date_parse (base, &date) || date.day == 0) {
    g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_OPTION,
                 "option base is a day such as 2025-08-01, not “%s”", base);
    return FALSE;
  }
  self->base_day = jipyo_date_first_day (date);
  self->base_fixed = TRUE;
  return check_base (self, base, error);
}

/* Of every team that it is in; FALSE when it is in none. */
static gboolean
set_weight (JipyoTeamShares *self, const char *name, double weight)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->baskets->len; i++) {
    JipyoTeamBasket *basket = g_ptr_array_index (self->baskets, i);

    for (guint j = 0; j < basket->shares->len; j++) {
      const JipyoListedShare *share = g_ptr_array_index (basket->shares, j);

      if (strcmp (share->organisation->id, name) != 0
          && strcmp (share->organisation->code, name) != 0)
        continue;
      g_array_index (basket->parts, JipyoBasketMember, j).weight = weight;
      found = TRUE;
    }
  }
  return found;
}

static gboolean
read_weight (JipyoTeamShares *self, const char *pair, GError **error)
{
  g_auto (GStrv) halves = g_strsplit (pair, ":", 2);
  JipyoDecimal weight;

  if (g_strv_length (halves) == 2 && jipyo_decimal_parse (halves[1], -1, &weight, NULL)
      && jipyo_decimal_sign (weight) >= 0
      && set_weight (self, halves[0], jipyo_decimal_to_double (weight)))
    return TRUE;
  g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_OPTION,
               "option weights is a list such as sk-telecom:60,krafton:40 of listed members and "
               "numbers from 0 on; “%s” is none of it",
               pair);
  return FALSE;
}

static gboolean
read_weights (JipyoTeamShares *self, const JipyoViewContext *context, GError **error)
{
  const char *weights = get_option (context, "weights");

  if (weights == NULL)
    return TRUE;
  g_auto (GStrv) pairs = g_strsplit (weights, ",", -1);
  self->weighted = TRUE;
  for (guint i = 0; pairs[i] != NULL; i++) {
    if (!read_weight (self, pairs[i], error))
      return FALSE;
  }
  return TRUE;
}

/* A member that is not listed in this reading may be in another. */
static void
take_own_weights (JipyoTeamShares *self, const GPtrArray *weights)
{
  for (guint i = 0; weights != NULL && i < weights->len; i++) {
    const JipyoMemberWeight *own = g_ptr_array_index (weights, i);

    if (set_weight (self, own->member, jipyo_decimal_to_double (own->weight)))
      self->weighted = TRUE;
  }
}

/* FALSE when it is not among them. */
static gboolean
keep_only (JipyoTeamBasket *basket, const char *name)
{
  gboolean found = FALSE;

  for (guint i = 0; i < basket->shares->len; i++) {
    const JipyoListedShare *share = g_ptr_array_index (basket->shares, i);
    const gboolean meant =
      strcmp (share->organisation->id, name) == 0 || strcmp (share->organisation->code, name) == 0;

    g_array_index (basket->parts, JipyoBasketMember, i).weight = meant;
    found |= meant;
  }
  return found;
}

/* A basket of one is that member, so that whatever is said of baskets is said of it. */
static gboolean
read_member (JipyoTeamShares *self, const JipyoViewContext *context, GError **error)
{
  const char *member = get_option (context, "member");

  if (member == NULL || self->baskets->len == 0)
    return TRUE;
  self->weighted = TRUE;
  for (guint i = self->baskets->len; i > 0; i--)
    if (!keep_only (g_ptr_array_index (self->baskets, i - 1), member))
      g_ptr_array_remove_index (self->baskets, i - 1);
  if (self->baskets->len > 0)
    return TRUE;
  g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_OPTION,
               "option member is a listed member such as krafton, not “%s”", member);
  return FALSE;
}

static void
plan_shares (JipyoTeamBasket *self)
{
  double sum = 0;

  for (guint i = 0; i < self->parts->len; i++)
    sum += g_array_index (self->parts, JipyoBasketMember, i).weight;
  for (guint i = 0; i < self->shares->len && sum > 0; i++)
    ((JipyoListedShare *) self->shares->pdata[i])->planned =
      g_array_index (self->parts, JipyoBasketMember, i).weight / sum;
}

static void
compute_baskets (JipyoTeamShares *self)
{
  const JipyoBasketPlan plan = { self->market, self->base_day, self->base_fixed };

  for (guint i = 0; i < self->baskets->len; i++) {
    JipyoTeamBasket *basket = g_ptr_array_index (self->baskets, i);

    plan_shares (basket);
    basket->basket = jipyo_basket_compute (
      &plan, (JipyoBasketMember *) (void *) basket->parts->data, basket->parts->len);
  }
}

/* On the day of the reading. */
static gboolean
is_known (const JipyoViewContext *context, const JipyoTeam *team)
{
  JipyoStanding standing = { .state = JIPYO_STANDING_NOT_YET };

  jipyo_ledger_compute_standing (context->ledger, team->id, &standing);
  return standing.state != JIPYO_STANDING_NOT_YET;
}

JipyoTeamShares *
jipyo_team_shares_new (const JipyoViewContext *context, GError **error)
{
  g_autoptr (JipyoTeamShares) self = g_new0 (JipyoTeamShares, 1);
  const GPtrArray *teams = jipyo_ledger_get_teams (context->ledger);

  self->market = find_closes (context, JIPYO_TEAM_SHARES_MARKET);
  if (self->market == NULL)
    self->market = jipyo_closes_new ();
  self->last_day = find_last_day (context);
  self->unread = is_unread (context);
  self->baskets = g_ptr_array_new_with_free_func (team_basket_free);
  self->unlisted = g_ptr_array_new ();
  for (guint i = 0; i < teams->len; i++) {
    JipyoTeam *team = g_ptr_array_index (teams, i);
    JipyoTeamBasket *basket = find_listed (context, team);

    if (basket->shares->len > 0) {
      g_ptr_array_add (self->baskets, basket);
      continue;
    }
    team_basket_free (basket);
    if (is_known (context, team))
      g_ptr_array_add (self->unlisted, team);
  }
  take_own_weights (self, context->weights);
  if (!read_base (self, context, error) || !read_weights (self, context, error)
      || !read_member (self, context, error))
    return NULL;
  compute_baskets (self);
  return g_steal_pointer (&self);
}

guint
jipyo_team_shares_count (const JipyoTeamShares *self, guint *n_kept)
{
  guint n = 0;

  *n_kept = 0;
  for (guint i = 0; i < self->baskets->len; i++) {
    const JipyoTeamBasket *basket = g_ptr_array_index (self->baskets, i);

    for (guint j = 0; j < basket->shares->len; j++) {
      const JipyoListedShare *share = g_ptr_array_index (basket->shares, j);

      n++;
      *n_kept += share->closes != NULL && jipyo_closes_count (share->closes) > 0;
    }
  }
  return n;
}

JipyoBasket *
jipyo_team_basket_compute_from (const JipyoTeamBasket *self,
                                const JipyoBasketPlan *plan,
                                GArray **parts)
{
  *parts = g_array_copy (self->parts);
  return jipyo_basket_compute (plan, (JipyoBasketMember *) (void *) (*parts)->data, (*parts)->len);
}

static JipyoDecimal
make_percent (double share)
{
  return (JipyoDecimal){ llround (share * 1000), 1 };
}

JipyoDecimal
jipyo_listed_share_get_percent (const JipyoListedShare *share)
{
  return make_percent (share->planned);
}

static const struct {
  const char *id, *ko, *en;
} parts_words[] = {
  [JIPYO_BASKET_IN] = { "in", "편입", "in the basket" },
  [JIPYO_BASKET_UNWEIGHTED] = { "unweighted", "비중 0", "weight 0" },
  [JIPYO_BASKET_UNKNOWN] = { "no-history", "일별 종가 없음", "no daily closes" },
  [JIPYO_BASKET_LATE] = { "not-on-base-day", "기준일 종가 없음", "no close on the base day" },
  [JIPYO_BASKET_JUMP] = { "jump", "하루 30 % 넘는 변동(액면분할 등)",
                          "moved over 30 % in a day (a split?)" },
};

const char *
jipyo_basket_part_id (JipyoBasketPart part)
{
  return parts_words[part].id;
}

const char *
jipyo_basket_part_label (JipyoBasketPart part, JipyoLang lang)
{
  return lang == JIPYO_LANG_KO ? parts_words[part].ko : parts_words[part].en;
}

char *
jipyo_team_basket_format_weights (const JipyoTeamBasket *self, const GArray *parts, JipyoLang lang)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++) {
    const JipyoListedShare *share = g_ptr_array_index (self->shares, i);
    const JipyoBasketMember *part = &g_array_index (parts, JipyoBasketMember, i);

    if (part->part != JIPYO_BASKET_IN)
      continue;
    const JipyoDecimal percent = make_percent (part->share);
    g_autofree char *figure = jipyo_format_price (percent, jipyo_decimal_get_decimals (percent));
    g_string_append_printf (text, "%s%s %s %%", text->len > 0 ? ", " : "",
                            jipyo_text_get (&share->organisation->name, lang), figure);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
jipyo_team_basket_has_weight (const JipyoTeamBasket *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (g_array_index (self->parts, JipyoBasketMember, i).weight > 0)
      return TRUE;
  return FALSE;
}
