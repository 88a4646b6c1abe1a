/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of views, in the order of the sidebar, and the checks before one is built. A view is
 * added by a line here, a line in jipyo-view-builders.h and a file of its own.
 */

#include "jipyo-view.h"

#include "jipyo-view-builders.h"

#include <string.h>

/* "name=a|b" allows these values, the first being the default; "name" any, which the view itself
 * checks. */
static const char *const world_options[] = { "scale=log|linear", "currency=usd|krw", NULL };
static const char *const investment_options[] = { "family=both|ai-index|cset-owid", NULL };
static const char *const models_options[] = { "vintage", NULL };

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
  { "overview", "개요", "Overview", "overview", NULL, FALSE, jipyo_view_build_overview },
  { "budget", "예산", "Budget", "money", NULL, FALSE, jipyo_view_build_budget },
  { "pledges", "공약과 이행", "Pledges", "money", NULL, FALSE, jipyo_view_build_pledges },
  { "world", "세계의 AI 사업", "World programmes", "money", world_options, FALSE,
    jipyo_view_build_world },
  { "investment", "민간 AI 투자", "Private AI investment", "money", investment_options, FALSE,
    jipyo_view_build_investment },
  { "models-country", "국가별 모델", "Models by country", "models", models_options, FALSE,
    jipyo_view_build_models_country },
  { "models-year", "연도별 모델", "Models by year", "models", models_options, FALSE,
    jipyo_view_build_models_year },
  { "models-programme", "컨소시엄의 모델", "Models of the teams", "models", NULL, FALSE,
    jipyo_view_build_models_programme },
  { "team", "컨소시엄", "Consortium", "rounds", NULL, TRUE, jipyo_view_build_team },
  { "rounds", "평가", "Rounds", "rounds", NULL, FALSE, jipyo_view_build_rounds },
  { "timeline", "연표", "Timeline", "rounds", NULL, FALSE, jipyo_view_build_timeline },
  { "market-indices", "주가지수", "Stock indices", "markets", NULL, FALSE,
    jipyo_view_build_market_indices },
  { "market-crypto", "가상자산", "Crypto assets", "markets", NULL, FALSE,
    jipyo_view_build_market_crypto },
  { "claims", "주장과 출처", "Claims", "claims", claims_options, FALSE, jipyo_view_build_claims },
  { "changes", "달라진 것", "What changed", "claims", changes_options, FALSE,
    jipyo_view_build_changes },
};

const JipyoViewInfo *
jipyo_view_list (guint *n_views)
{
  *n_views = G_N_ELEMENTS (views);
  return views;
}

/* What stands before ':' in "team:upstage". */
static gboolean
names_view (const char *name, const char *view)
{
  gsize length = strcspn (name, ":");

  return strlen (view) == length && strncmp (name, view, length) == 0;
}

const JipyoViewInfo *
jipyo_view_find_info (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++) {
    if (names_view (name, views[i].name))
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

/* FALSE with an error that lists what would be right. */
static gboolean
check_option (const JipyoViewInfo *info, const char *name, const char *value, GError **error)
{
  gsize length = strlen (name);

  if (info->per_team && strcmp (name, "team") == 0)
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

/* The options with the team of "team:upstage" among them. */
static GHashTable *
add_team (GHashTable *options, const char *team)
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
  g_hash_table_insert (all, g_strdup ("team"), g_strdup (team));
  return all;
}

JipyoView *
jipyo_view_build (const char *name, const JipyoViewContext *context, GError **error)
{
  const JipyoViewInfo *info;
  const char *colon;
  JipyoViewContext with_team;
  g_autoptr (GHashTable) options = NULL;

  g_return_val_if_fail (name != NULL && context != NULL && context->ledger != NULL, NULL);

  info = jipyo_view_find_info (name);
  colon = strchr (name, ':');
  if (info == NULL || (colon != NULL && !info->per_team)) {
    g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_NOT_FOUND, "no view named %s", name);
    return NULL;
  }
  if (!check_options (info, context->options, error))
    return NULL;
  if (colon == NULL)
    return info->build (context, error);
  with_team = *context;
  options = add_team (context->options, colon + 1);
  with_team.options = options;
  return info->build (&with_team, error);
}
