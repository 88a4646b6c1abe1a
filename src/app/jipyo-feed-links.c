/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's notice is about the network; the figures say their own state.
 */

#include "jipyo-feed-links.h"

#include <string.h>

GHashTable *
jipyo_feed_links_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
jipyo_feed_links_set (GHashTable *self, const char *provider, const char *link)
{
  g_hash_table_insert (self, g_strdup (provider), g_strdup (link));
}

/* "retrying" comes after the errors that led to it and must not hide that it was the network; the
 * "connecting" of a new child says less than what was known before. */
void
jipyo_feed_links_tell (GHashTable *self, const char *provider, const char *link)
{
  const char *known = g_hash_table_lookup (self, provider);

  if (strcmp (link, "connecting") == 0
        ? known == NULL
        : strcmp (link, "retrying") != 0 || g_strcmp0 (known, "offline") != 0)
    jipyo_feed_links_set (self, provider, link);
}

static gboolean
has (GHashTable *self, const char *link)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (strcmp (value, link) == 0)
      return TRUE;
  return FALSE;
}

const char *
jipyo_feed_links_get_best (GHashTable *self)
{
  static const char *const links[] = { "up", "retrying", "offline" };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (has (self, links[i]))
      return links[i];
  return NULL;
}
