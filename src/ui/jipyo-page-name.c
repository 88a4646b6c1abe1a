/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page is a group of views (JipyoViewInfo.group); team pages are not listed here.
 */

#include "jipyo-page-name.h"

#include <glib/gi18n.h>

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
