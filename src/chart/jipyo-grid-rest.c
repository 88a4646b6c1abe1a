/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The last line of a table that had no room for all of it.
 */

#include "jipyo-grid-rest.h"

char *
jipyo_grid_describe_rest (JipyoLang lang, guint rows, guint columns)
{
  const gboolean korean = lang == JIPYO_LANG_KO;
  g_autoptr (GString) text = g_string_new (NULL);

  if (rows > 0 && korean)
    g_string_append_printf (text, "외 %u행", rows);
  else if (rows > 0)
    g_string_append_printf (text, rows == 1 ? "%u more row" : "%u more rows", rows);
  if (rows > 0 && columns > 0)
    g_string_append (text, " · ");
  if (columns > 0 && korean)
    g_string_append_printf (text, "외 %u열", columns);
  else if (columns > 0)
    g_string_append_printf (text, columns == 1 ? "%u more column" : "%u more columns", columns);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
