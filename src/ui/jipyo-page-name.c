/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page is a group of views (JipyoViewInfo.group), or a view of one team or one instrument, which
 * are not listed here.
 */

#include "jipyo-page-name.h"

#include <glib/gi18n.h>

#include "jipyo-instrument-name.h"
#include "jipyo-instrument.h"

#include <string.h>

const char *const *
jipyo_page_names (void)
{
  static const char *const names[] = { "overview", "money",  "models", "rounds",
                                       "markets",  "claims", "alerts", NULL };

  return names;
}

const char *
jipyo_page_name_get_title (const char *name)
{
  static const char *const titles[]
                                 [2] = {
                                   { "overview", N_ ("Overview") },
                                     { "money", N_ ("Budget · Pledges · World") },
                                       { "models", N_ ("Models") },
                                         { "rounds", N_ ("Rounds · Timeline") },
                                           { "markets", N_ ("Markets") },
                                             { "claims", N_ ("Claims and sources") },
                                               { "alerts", N_ ("Alerts") },
                                             };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_strcmp0 (name, titles[i][0]) == 0)
      return _ (titles[i][1]);
  return NULL;
}

gboolean
jipyo_page_name_is_team (const char *name)
{
  return g_str_has_prefix (name, "team:");
}

const char *
jipyo_page_name_get_instrument (const char *name)
{
  static const char *const prefix = "instrument:";

  if (!g_str_has_prefix (name, prefix) || !jipyo_instrument_is_valid (name + strlen (prefix)))
    return NULL;
  return name + strlen (prefix);
}

char *
jipyo_page_name_find_for_view (const char *view)
{
  if (jipyo_page_name_get_title (view) != NULL || jipyo_page_name_is_team (view)
      || jipyo_page_name_get_instrument (view) != NULL)
    return g_strdup (view);
  const JipyoViewInfo *info = jipyo_view_find_info (view);

  /* What is no instrument has no page, but the view alone has that of the first index. */
  if (info != NULL && info->per_instrument)
    return g_str_equal (view, info->name) ? g_strdup ("instrument:krx:KOSPI") : NULL;
  return info == NULL ? NULL : g_strdup (info->group);
}

char *
jipyo_page_name_dup_title (const char *name, JipyoSession *session)
{
  const JipyoLang lang = jipyo_session_get_lang (session);
  const char *title = jipyo_page_name_get_title (name);
  const char *instrument = jipyo_page_name_get_instrument (name);

  if (title != NULL)
    return g_strdup (title);
  if (instrument != NULL)
    return jipyo_instrument_label (jipyo_session_get_ledger (session), instrument, NULL, lang);
  const JipyoTeam *team =
    jipyo_ledger_find_team (jipyo_session_get_whole_ledger (session), name + strlen ("team:"));

  return g_strdup (team == NULL ? "" : jipyo_text_get (&team->name, lang));
}
