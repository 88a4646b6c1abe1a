/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever fails here fails the test.
 */

#include "place.h"

#include <glib/gstdio.h>
#include <utime.h>

static const char NAME[] = "history.sqlite";

void
place_init (Place *self)
{
  self->directory = g_dir_make_tmp ("jipyo-history-XXXXXX", NULL);
  self->path = g_build_filename (self->directory, NAME, NULL);
}

void
place_clear (Place *self)
{
  const char *argv[] = { "rm", "-r", "--", self->directory, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  g_free (self->directory);
  g_free (self->path);
}

JipyoStore *
place_open (const Place *self)
{
  g_autoptr (GError) error = NULL;
  JipyoStore *store = jipyo_store_open (self->path, &error);

  g_assert_no_error (error);
  return store;
}

char *
place_name (const Place *self, const char *suffix)
{
  return g_strconcat (self->path, suffix, NULL);
}

gboolean
place_has (const Place *self, const char *suffix)
{
  g_autofree char *path = place_name (self, suffix);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

guint
place_count (const Place *self, const char *suffix)
{
  g_autofree char *begin = g_strconcat (NAME, suffix, NULL);
  g_autoptr (GDir) listing = g_dir_open (self->directory, 0, NULL);
  const char *name = NULL;
  guint n = 0;

  while ((name = g_dir_read_name (listing)) != NULL)
    n += g_str_has_prefix (name, begin) && !g_str_has_suffix (name, "-wal");
  return n;
}

void
place_set_age (const Place *self, const char *suffix, int hours)
{
  g_autofree char *path = place_name (self, suffix);
  struct utimbuf times = { 0 };

  times.actime = times.modtime = g_get_real_time () / G_USEC_PER_SEC - hours * 3600;
  g_assert_cmpint (g_utime (path, &times), ==, 0);
}

void
place_copy_file (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) size, NULL));
}
