/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "damage.h"

#include <string.h>

typedef struct {
  DamageFunc func;
  gpointer data;
  guint every; /* cuts and flips at each, or at every so manieth byte only */
} Damage;

static void
cut_everywhere (const Damage *damage, const char *text, gsize length)
{
  for (gsize cut = 0; cut < length; cut += damage->every)
    damage->func (damage->data, text, cut, FALSE);
}

static gboolean
is_number_byte (char byte)
{
  return byte != '\0' && strchr ("0123456789.,-+eE", byte) != NULL;
}

/* A blank at the end of a number takes a digit away. */
static gboolean
ends_number (const char *text, gsize at)
{
  return strchr (" \t\r\n", text[at]) != NULL && at > 0 && is_number_byte (text[at - 1])
         && !g_ascii_isdigit (text[at + 1]);
}

static void
flip_everywhere (const Damage *damage, char *text, gsize length)
{
  for (gsize at = 0; at < length; at += damage->every) {
    char kept = text[at];

    for (guint bit = 0; bit<8; bit += damage->every> 1 ? 3 : 1) {
      text[at] = (char) (kept ^ (1 << bit));
      const gboolean within =
        text[at] != '\0' && (is_number_byte (text[at]) || ends_number (text, at));

      damage->func (damage->data, text, length, within && is_number_byte (kept));
    }
    text[at] = kept;
  }
}

/* The end of the string, number or word that begins at `at`. */
static gsize
skip_token (const char *text, gsize at)
{
  if (text[at] != '"')
    return at + strcspn (text + at, ",:]} \n\r\t");
  for (at++; text[at] != '"'; at++)
    at += text[at] == '\\';
  return at + 1;
}

static void
replace (const Damage *damage, const char *text, gsize from, gsize to, const char *with)
{
  g_autofree char *damaged = g_strdup_printf ("%.*s%s%s", (int) from, text, with, text + to);

  damage->func (damage->data, damaged, strlen (damaged), FALSE);
}

/* A member that is renamed is gone, for nobody asks for it by that name. */
static void
swap_everywhere (const Damage *damage, const char *text)
{
  static const char *const others[] = { "null",  "true", "0",  "-1",    "\"\"",
                                        "\"x\"", "[]",   "{}", "1e400", "\"1,2,3,4.5\"" };

  for (gsize at = 0; text[at] != '\0';) {
    gsize end;

    if (strchr ("[]{},: \n\r\t", text[at]) != NULL) {
      at++;
      continue;
    }
    end = skip_token (text, at);
    if (text[end + strspn (text + end, " ")] == ':') {
      replace (damage, text, at, end, "\"gone\"");
    } else {
      for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        replace (damage, text, at, end, others[i]);
    }
    at = end;
  }
}

/* The end of the member or element that begins at `at`: before its comma, or before what closes its
 * container. */
static gsize
skip_member (const char *text, gsize at)
{
  for (guint depth = 0; text[at] != '\0'; at++) {
    if (text[at] == '"')
      at = skip_token (text, at) - 1;
    else if (strchr ("[{", text[at]) != NULL)
      depth++;
    else if (depth == 0 && strchr ("]},", text[at]) != NULL)
      break;
    else if (strchr ("]}", text[at]) != NULL)
      depth--;
  }
  return at;
}

/* Each member and each row is left out with its comma, then said twice. */
static void
drop_everywhere (const Damage *damage, const char *text)
{
  for (gsize at = 0; text[at] != '\0'; at = text[at] == '"' ? skip_token (text, at) : at + 1) {
    if (strchr ("[{,", text[at]) == NULL || strchr ("]}", text[at + 1]) != NULL)
      continue;
    const gsize end = skip_member (text, at + 1);
    g_autofree char *twice = g_strdup_printf ("%.*s,%.*s", (int) (end - at - 1), text + at + 1,
                                              (int) (end - at - 1), text + at + 1);

    if (text[at] == ',')
      replace (damage, text, at, end, "");
    else
      replace (damage, text, at + 1, end + (text[end] == ','), "");
    replace (damage, text, at + 1, end, twice);
  }
}

static void
damage_all (const Damage *damage, char *text, gsize length)
{
  cut_everywhere (damage, text, length);
  flip_everywhere (damage, text, length);
  swap_everywhere (damage, text);
  drop_everywhere (damage, text);
}

void
damage_some (char *text, gsize length, DamageFunc func, gpointer data)
{
  const Damage damage = { func, data, 7 };

  damage_all (&damage, text, length);
}

void
damage_each (char *text, gsize length, DamageFunc func, gpointer data)
{
  const Damage damage = { func, data, 1 };

  damage_all (&damage, text, length);
}
