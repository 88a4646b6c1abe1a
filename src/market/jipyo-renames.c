/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists are counted; of each symbol it is known in which it was first and last, and by what name.
 * What is remembered from before was in a list of number 0, of which the rest is not known.
 */

#include "jipyo-renames.h"

#include <string.h>

typedef struct {
  char *symbol; /* owned */
  JipyoText name;
  guint first; /* the number of a list */
  guint last;
} Known;

struct _JipyoRenames {
  GHashTable *known; /* symbol (of the value) → Known */
  guint n_lists;
};

static void
known_free (gpointer data)
{
  Known *known = data;

  jipyo_text_clear (&known->name);
  g_free (known->symbol);
  g_free (known);
}

JipyoRenames *
jipyo_renames_new (void)
{
  JipyoRenames *self = g_new0 (JipyoRenames, 1);

  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, known_free);
  return self;
}

void
jipyo_renames_free (JipyoRenames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  g_free (self);
}

static void
see (const char *symbol, const JipyoText *name, gpointer data)
{
  JipyoRenames *self = data;
  Known *known = g_hash_table_lookup (self->known, symbol);

  if (known == NULL) {
    known = g_new0 (Known, 1);
    known->symbol = g_strdup (symbol);
    known->first = self->n_lists;
    g_hash_table_insert (self->known, known->symbol, known);
  }
  jipyo_text_clear (&known->name);
  known->name = jipyo_text_copy (name);
  known->last = self->n_lists;
}

void
jipyo_renames_take (JipyoRenames *self, const JipyoMarketList *list)
{
  self->n_lists++;
  jipyo_market_list_foreach (list, see, self);
}

/* "KRW-" of both. */
static gboolean
has_same_currency (const char *a, const char *b)
{
  const char *dash = strchr (a, '-');

  return dash != NULL && strncmp (a, b, (gsize) (dash - a) + 1) == 0;
}

static gboolean
is_same_word (const char *a, const char *b)
{
  return a != NULL && b != NULL && *a != '\0' && g_ascii_strcasecmp (a, b) == 0;
}

/* A venue that translates anew keeps the other name. */
static gboolean
has_same_name (const Known *a, const Known *b)
{
  return is_same_word (a->name.ko, b->name.ko) || is_same_word (a->name.en, b->name.en);
}

/* The same coin by another code, or its namesake. */
static gboolean
is_like (const Known *one, const Known *other)
{
  return one != other && has_same_currency (other->symbol, one->symbol)
         && has_same_name (one, other);
}

/* It came when the other went. Whether what is in the first list is new is only known beside one
 * that is remembered: its namesakes of then are remembered with it. */
static gboolean
came_after (const Known *one, const Known *gone)
{
  return one->first > MIN (gone->last, 1) && one->first >= gone->last;
}

/* It is there now as well. */
static gboolean
is_successor (const JipyoRenames *self, const Known *one, const Known *gone)
{
  return one->last == self->n_lists && came_after (one, gone) && is_like (one, gone);
}

void
jipyo_renames_remember (JipyoRenames *self, const char *symbol, const JipyoText *name)
{
  g_return_if_fail (self->n_lists == 0);
  see (symbol, name, self);
}

void
jipyo_renames_recall (const JipyoRenames *self,
                      const char *symbol,
                      JipyoMarketListFunc func,
                      gpointer data)
{
  g_autofree char *key = g_ascii_strup (symbol, -1);
  const Known *known = g_hash_table_lookup (self->known, key);
  GHashTableIter iter;
  gpointer value;

  if (known == NULL || jipyo_text_is_empty (&known->name))
    return;
  func (known->symbol, &known->name, data);
  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const Known *one = value;

    if (one->last == self->n_lists && is_like (one, known) && !came_after (one, known))
      func (one->symbol, &one->name, data);
  }
}

const char *
jipyo_renames_find (const JipyoRenames *self, const char *symbol, gboolean *several)
{
  g_autofree char *key = g_ascii_strup (symbol, -1);
  const Known *gone = g_hash_table_lookup (self->known, key);
  const char *found = NULL;
  GHashTableIter iter;
  gpointer one;

  *several = FALSE;
  if (gone == NULL || gone->last == self->n_lists)
    return NULL;
  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, NULL, &one)) {
    if (!is_successor (self, one, gone))
      continue;
    *several = found != NULL;
    if (*several)
      return NULL;
    found = ((const Known *) one)->symbol;
  }
  return found;
}
