/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of views, in the order of the sidebar, and the checks before one is built. A view is
 * added by a line here, a line in jipyo-view-builders.h and a file of its own.
 */

#include "jipyo-view.h"

#include "jipyo-coin-basis.h"
#include "jipyo-team-shares.h"
#include "jipyo-view-builders.h"

#include <string.h>

/* "name=a|b" allows these values, the first being the default; "name" any, which the view itself
 * checks. */
static const char *const world_options[] = { "scale=log|linear", "currency=usd|krw", NULL };
static const char *const investment_options[] = { "family=both|ai-index|cset-owid", NULL };
static const char *const models_options[] = { "vintage", NULL };

static const char *const crypto_options[] = {
  "basis=own|previous-close-utc|previous-close-kst|rolling-24h", NULL
};
static const char *const shares_options[] = { "show=members|baskets|series|events",
                                              "weights",
                                              "member",
                                              "base",
                                              "events=decisions|all",
                                              "window=1|5|10",
                                              "event",
                                              NULL };
static const char *const instrument_options[] = {
  "range=3m|1d|1w|1m|1y|all",
  "mark=candle|ohlc|line",
  "averages=on|off",
  "compare",
  "basis=own|previous-close-utc|previous-close-kst|rolling-24h",
  NULL
};

static const char *const claims_options[] = {
  "subject",
  "metric",
  "status=all|stated|derived|second-hand|inferred|disputed",
  "conflicts=all|only",
  "search",
  NULL
};
static const char *const changes_options[] = { "from", "to", NULL };

static const JipyoViewInfo views[] = {
  { .name = "overview",
    .title_ko = "개요",
    .title_en = "Overview",
    .group = "overview",
    .build = jipyo_view_build_overview },
  { .name = "budget",
    .title_ko = "예산",
    .title_en = "Budget",
    .group = "money",
    .build = jipyo_view_build_budget },
  { .name = "pledges",
    .title_ko = "공약과 이행",
    .title_en = "Pledges",
    .group = "money",
    .build = jipyo_view_build_pledges },
  { .name = "world",
    .title_ko = "세계의 AI 사업",
    .title_en = "World programmes",
    .group = "money",
    .options = world_options,
    .build = jipyo_view_build_world },
  { .name = "investment",
    .title_ko = "민간 AI 투자",
    .title_en = "Private AI investment",
    .group = "money",
    .options = investment_options,
    .build = jipyo_view_build_investment },
  { .name = "models-country",
    .title_ko = "국가별 모델",
    .title_en = "Models by country",
    .group = "models",
    .options = models_options,
    .build = jipyo_view_build_models_country },
  { .name = "models-year",
    .title_ko = "연도별 모델",
    .title_en = "Models by year",
    .group = "models",
    .options = models_options,
    .build = jipyo_view_build_models_year },
  { .name = "models-programme",
    .title_ko = "컨소시엄의 모델",
    .title_en = "Models of the teams",
    .group = "models",
    .build = jipyo_view_build_models_programme },
  { .name = "team",
    .title_ko = "컨소시엄",
    .title_en = "Consortium",
    .group = "rounds",
    .per_team = TRUE,
    .build = jipyo_view_build_team,
    .list_pasts = jipyo_team_shares_list_pasts },
  { .name = "rounds",
    .title_ko = "평가",
    .title_en = "Rounds",
    .group = "rounds",
    .build = jipyo_view_build_rounds },
  { .name = "timeline",
    .title_ko = "연표",
    .title_en = "Timeline",
    .group = "rounds",
    .build = jipyo_view_build_timeline },
  { .name = "market-indices",
    .title_ko = "주가지수",
    .title_en = "Stock indices",
    .group = "markets",
    .build = jipyo_view_build_market_indices },
  { .name = "market-crypto",
    .title_ko = "가상자산",
    .title_en = "Crypto assets",
    .group = "markets",
    .options = crypto_options,
    .build = jipyo_view_build_market_crypto,
    .list_pasts = jipyo_coin_basis_list_pasts },
  { .name = "market-shares",
    .title_ko = "상장 참여사와 바구니",
    .title_en = "Listed members and baskets",
    .group = "markets",
    .options = shares_options,
    .build = jipyo_view_build_market_shares,
    .list_pasts = jipyo_team_shares_list_pasts },
  { .name = "instrument",
    .title_ko = "종목",
    .title_en = "Instrument",
    .group = "markets",
    .options = instrument_options,
    .per_instrument = TRUE,
    .build = jipyo_view_build_instrument,
    .list_pasts = jipyo_view_instrument_list_pasts },
  { .name = "claims",
    .title_ko = "주장과 출처",
    .title_en = "Claims",
    .group = "claims",
    .options = claims_options,
    .build = jipyo_view_build_claims },
  { .name = "changes",
    .title_ko = "달라진 것",
    .title_en = "What changed",
    .group = "claims",
    .options = changes_options,
    .build = jipyo_view_build_changes },
};

const JipyoViewInfo *
jipyo_view_list (guint *n_views)
{
  *n_views = G_N_ELEMENTS (views);
  return views;
}

/* What stands before ':' in "team:upstage", and in "krx:KOSPI". */
static gboolean
is_named (const char *name, const char *kind)
{
  gsize length = strcspn (name, ":");

  return strlen (kind) == length && strncmp (name, kind, length) == 0;
}

const JipyoViewInfo *
jipyo_view_find_info (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++) {
    if (is_named (name, views[i].name))
      return &views[i];
  }
  return NULL;
}

static gboolean
is_one_of (const char *value, const char *allowed)
{
  g_auto (GStrv) values = g_strsplit (allowed, "|", -1);

  return g_strv_contains ((const char *const *) values, value);
}

/* The option that a name like "team:upstage" gives; NULL when the view takes none. */
static const char *
get_subject (const JipyoViewInfo *info)
{
  if (info->per_instrument)
    return "instrument";
  return info->per_team ? "team" : NULL;
}

/* FALSE with an error that lists what would be right. */
static gboolean
check_option (const JipyoViewInfo *info, const char *name, const char *value, GError **error)
{
  gsize length = strlen (name);

  if (g_strcmp0 (get_subject (info), name) == 0)
    return TRUE;
  for (guint i = 0; info->options != NULL && info->options[i] != NULL; i++) {
    const char *option = info->options[i];

    if (strncmp (option, name, length) != 0 || (option[length] != '=' && option[length] != '\0'))
      continue;
    if (option[length] == '\0' || is_one_of (value, option + length + 1))
      return TRUE;
    g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_OPTION,
                 "option %s of view %s cannot be “%s”: use one of %s", name, info->name, value,
                 option + length + 1);
    return FALSE;
  }
  g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_OPTION, "view %s has no option %s",
               info->name, name);
  return FALSE;
}

static gboolean
check_options (const JipyoViewInfo *info, GHashTable *options, GError **error)
{
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  if (options == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, options);
  while (g_hash_table_iter_next (&iter, &name, &value)) {
    if (!check_option (info, name, value, error))
      return FALSE;
  }
  return TRUE;
}

/* The options with the team of "team:upstage" among them, or the instrument. */
static GHashTable *
add_subject (GHashTable *options, const char *option, const char *subject)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  if (options != NULL) {
    g_hash_table_iter_init (&iter, options);
    while (g_hash_table_iter_next (&iter, &name, &value))
      g_hash_table_insert (all, g_strdup (name), g_strdup (value));
  }
  g_hash_table_insert (all, g_strdup (option), g_strdup (subject));
  return all;
}

/* The view, and the context with the team of the name among its options, which `options` then
 * holds. */
static const JipyoViewInfo *
resolve (const char *name, JipyoViewContext *context, GHashTable **options, GError **error)
{
  const JipyoViewInfo *info = jipyo_view_find_info (name);
  const char *colon = strchr (name, ':');

  if (info == NULL || (colon != NULL && get_subject (info) == NULL)) {
    g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_NOT_FOUND, "no view named %s", name);
    return NULL;
  }
  if (!check_options (info, context->options, error))
    return NULL;
  if (colon == NULL)
    return info;
  *options = add_subject (context->options, get_subject (info), colon + 1);
  context->options = *options;
  return info;
}

GPtrArray *
jipyo_view_list_pasts (const char *name, const JipyoViewContext *context)
{
  g_return_val_if_fail (name != NULL && context != NULL, NULL);
  JipyoViewContext whole = *context;
  g_autoptr (GHashTable) options = NULL;
  const JipyoViewInfo *info = resolve (name, &whole, &options, NULL);

  return info != NULL && info->list_pasts != NULL ? info->list_pasts (&whole)
                                                  : jipyo_past_needs_new ();
}

gint64
jipyo_view_context_get_end_ms (const JipyoViewContext *self)
{
  static const gint64 DAY_MS = 24 * 60 * 60 * 1000;
  static const gint64 KST_MS = 9 * 60 * 60 * 1000;

  return MIN ((jipyo_date_first_day (self->as_of) + 1) * DAY_MS - KST_MS, self->now_us / 1000 + 1);
}

const JipyoCalendar *
jipyo_view_context_find_calendar (const JipyoViewContext *self, const char *instrument)
{
  for (guint i = 0; self->calendars != NULL && i < self->calendars->len; i++) {
    const JipyoCalendar *calendar = g_ptr_array_index (self->calendars, i);

    if (is_named (instrument, calendar->market))
      return calendar;
  }
  return NULL;
}

const JipyoCandleSeries *
jipyo_view_context_get_past (const JipyoViewContext *self, guint n)
{
  return self->pasts != NULL && n < self->pasts->len ? g_ptr_array_index (self->pasts, n) : NULL;
}

JipyoView *
jipyo_view_build (const char *name, const JipyoViewContext *context, GError **error)
{
  g_return_val_if_fail (name != NULL && context != NULL && context->ledger != NULL, NULL);
  JipyoViewContext whole = *context;
  g_autoptr (GHashTable) options = NULL;
  const JipyoViewInfo *info = resolve (name, &whole, &options, error);

  return info != NULL ? info->build (&whole, error) : NULL;
}
