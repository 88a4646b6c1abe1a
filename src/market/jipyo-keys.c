/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys in memory.
 */

#define _DEFAULT_SOURCE /* explicit_bzero */

#include "jipyo-keys.h"

#include <string.h>

static const char placeholder[] = "{key}";

struct _JipyoKeys {
  GHashTable *keys; /* provider → key, both owned */
};

static void
key_free (char *key)
{
  explicit_bzero (key, strlen (key));
  g_free (key);
}

JipyoKeys *
jipyo_keys_new (void)
{
  JipyoKeys *self = g_new0 (JipyoKeys, 1);

  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) key_free);
  return self;
}

void
jipyo_keys_free (JipyoKeys *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->keys);
  g_free (self);
}

void
jipyo_keys_put (JipyoKeys *self, const char *provider, const char *key)
{
  g_hash_table_insert (self->keys, g_strdup (provider), g_strdup (key));
}

const char *
jipyo_keys_find (const JipyoKeys *self, const char *provider)
{
  return self != NULL ? g_hash_table_lookup (self->keys, provider) : NULL;
}

static char *
undo_escapes (const char *key)
{
  char *plain = g_uri_unescape_string (key, NULL);

  return plain != NULL ? plain : g_strdup (key);
}

char *
jipyo_keys_fill (const char *key, const char *path)
{
  g_autofree char *plain = undo_escapes (key != NULL ? key : "");
  g_autofree char *escaped = g_uri_escape_string (plain, NULL, FALSE);
  GString *filled = g_string_new (path);

  g_string_replace (filled, placeholder, escaped, 1);
  return g_string_free (filled, FALSE);
}

char *
jipyo_keys_redact (const JipyoKeys *self, const char *text)
{
  GString *clean = g_string_new (text);
  GHashTableIter iter;
  gpointer key;

  if (self != NULL)
    g_hash_table_iter_init (&iter, self->keys);
  while (self != NULL && g_hash_table_iter_next (&iter, NULL, &key)) {
    g_autofree char *plain = undo_escapes (key);
    g_autofree char *escaped = g_uri_escape_string (plain, NULL, FALSE);

    g_string_replace (clean, key, "…", 0);
    g_string_replace (clean, plain, "…", 0);
    g_string_replace (clean, escaped, "…", 0);
  }
  return g_string_free (clean, FALSE);
}
