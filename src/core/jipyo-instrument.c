/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ids of what is traded.
 */

#include "jipyo-instrument.h"

#include <string.h>

gboolean
jipyo_instrument_is_valid (const char *instrument)
{
  const char *colon = strchr (instrument, ':');

  if (colon == NULL || colon == instrument || colon[1] == '\0' || strlen (instrument) > 40
      || !g_ascii_isalnum (colon[1]))
    return FALSE;
  for (const char *at = instrument; *at != '\0'; at++)
    if (at != colon && !g_ascii_isalnum (*at) && *at != '-')
      return FALSE;
  return TRUE;
}

char *
jipyo_instrument_parse (const char *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));

  if (!jipyo_instrument_is_valid (text))
    return NULL;
  for (char *at = text, *colon = strchr (text, ':'); *at != '\0'; at++)
    *at = at < colon ? g_ascii_tolower (*at) : g_ascii_toupper (*at);
  if (!jipyo_instrument_is_basket (text))
    return g_steal_pointer (&text);
  return g_ascii_strdown (text, -1);
}

const char *
jipyo_instrument_get_symbol (const char *instrument)
{
  const char *colon = strchr (instrument, ':');

  return colon != NULL ? colon + 1 : instrument;
}

gboolean
jipyo_instrument_is_listed (const char *instrument)
{
  return g_str_has_prefix (instrument, "krx:");
}

gboolean
jipyo_instrument_is_basket (const char *instrument)
{
  return g_str_has_prefix (instrument, "basket:");
}
