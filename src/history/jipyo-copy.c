/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever asks several times in a row gets the same copy: each costs a reading of everything.
 */

#include "jipyo-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "jipyo-backup.h"
#include "jipyo-disk.h"
#include "jipyo-verification.h"

static const gint64 FRESH_MS = 5000;
static const gint64 HEARD_MS = 1000;
static const gint64 MADE_MS = 20000;
static const gulong LOOK_US = 20000;

char *
jipyo_copy_name_wish (const char *path)
{
  return g_strconcat (path, ".copy-wanted", NULL);
}

static char *
name_copy (const char *path)
{
  return g_strconcat (path, ".copy", NULL);
}

/* G_MININT64: there is none. */
static gint64
find_made_ms (const char *copy)
{
  GStatBuf info;

  return g_stat (copy, &info) == 0 ? (gint64) info.st_mtime * 1000 : G_MININT64;
}

static gboolean
is_fresh (const char *copy, gint64 now_ms)
{
  const gint64 made_ms = find_made_ms (copy);

  return made_ms != G_MININT64 && ABS (now_ms - made_ms) < FRESH_MS;
}

static void
remove_outlived (const char *path, const char *copy)
{
  g_autofree char *backup = jipyo_backup_name_newest (path);

  if (find_made_ms (copy) < find_made_ms (backup))
    g_unlink (copy); /* or it was not there */
}

gboolean
jipyo_copy_answer (sqlite3 *database, const char *path, GError **error)
{
  g_autofree char *wish = jipyo_copy_name_wish (path);
  g_autofree char *copy = name_copy (path);

  if (g_unlink (wish) != 0) {
    remove_outlived (path, copy);
    return TRUE;
  }
  if (jipyo_disk_measure (path) != JIPYO_DISK_ROOMY || is_fresh (copy, g_get_real_time () / 1000))
    return TRUE;
  return jipyo_backup_make (database, copy, error);
}

static gboolean
make_wish (const char *wish)
{
  g_unlink (wish); /* one that nobody heard: only a new file is noticed */
  const int fd = g_open (wish, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

  return fd >= 0 && close (fd) == 0;
}

static gboolean
wait_until_heard (const char *wish)
{
  for (gint64 waited_us = 0; waited_us < HEARD_MS * 1000; waited_us += (gint64) LOOK_US) {
    if (!g_file_test (wish, G_FILE_TEST_EXISTS))
      return TRUE;
    g_usleep (LOOK_US);
  }
  /* Taken away now is heard too late. */
  g_unlink (wish);
  return FALSE;
}

/* A newer one than there was, or one that is fresh. */
static void
wait_until_made (const char *copy, gint64 made_before_ms)
{
  for (gint64 waited_us = 0; waited_us < MADE_MS * 1000; waited_us += (gint64) LOOK_US) {
    if (find_made_ms (copy) > made_before_ms || is_fresh (copy, g_get_real_time () / 1000))
      return;
    g_usleep (LOOK_US);
  }
}

static void
ask (const char *path, const char *copy)
{
  g_autofree char *wish = jipyo_copy_name_wish (path);
  const gint64 made_before_ms = find_made_ms (copy);

  if (!is_fresh (copy, g_get_real_time () / 1000) && make_wish (wish) && wait_until_heard (wish))
    wait_until_made (copy, made_before_ms);
}

char *
jipyo_copy_fetch (const char *path, gint64 *made_ms)
{
  g_autofree char *copy = name_copy (path);
  gint64 backup_ms = G_MININT64;

  ask (path, copy);
  g_autofree char *backup = jipyo_backup_find (path, &backup_ms);
  const gint64 copy_ms = find_made_ms (copy);
  if (copy_ms != G_MININT64 && (backup == NULL || copy_ms >= backup_ms)
      && jipyo_verification_check (copy, NULL)) {
    *made_ms = copy_ms;
    return g_steal_pointer (&copy);
  }
  *made_ms = backup_ms;
  return g_steal_pointer (&backup);
}
