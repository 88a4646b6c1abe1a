/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * VACUUM INTO a new file, verify, sync, rename: whatever happens in between, what lies under the
 * final name is a whole copy.
 */

#include "jipyo-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "jipyo-database.h"
#include "jipyo-verification.h"

enum { GENERATIONS = 3 };
/* An hour less, so that who starts it each morning has one each morning. */
static const gint64 DAY_S = 23 * 60 * 60;

static char *
name_generation (const char *path, int generation)
{
  return g_strdup_printf ("%s.backup-%d", path, generation);
}

static gboolean
fail (const char *path, const char *what, GError **error)
{
  const int code = errno;

  g_set_error (error, JIPYO_HISTORY_ERROR, jipyo_database_classify_errno (code),
               "history: %s: %s: %s", path, what, g_strerror (code));
  return FALSE;
}

static gboolean
sync_path (const char *path, int flags)
{
  const int fd = g_open (path, flags | O_CLOEXEC, 0);
  const gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return synced;
}

/* The file's bytes and its name are on the disk. */
static gboolean
put_in_place (const char *from, const char *to, GError **error)
{
  g_autofree char *directory = g_path_get_dirname (to);

  if (!sync_path (from, O_RDONLY))
    return fail (from, "sync", error);
  if (g_rename (from, to) != 0)
    return fail (from, "rename", error);
  return sync_path (directory, O_RDONLY | O_DIRECTORY) || fail (directory, "sync", error);
}

/* VACUUM attaches the file that it makes; at no other time may one be attached. */
static gboolean
copy_into (sqlite3 *database, const char *path, GError **error)
{
  sqlite3_stmt *vacuum = NULL;
  gboolean copied = FALSE;

  sqlite3_limit (database, SQLITE_LIMIT_ATTACHED, 1);
  vacuum = jipyo_database_prepare (database, "VACUUM INTO ?1", error);
  if (vacuum != NULL) {
    sqlite3_bind_text (vacuum, 1, path, -1, SQLITE_STATIC);
    copied = sqlite3_step (vacuum) == SQLITE_DONE || jipyo_database_fail (database, error);
    sqlite3_finalize (vacuum);
  }
  sqlite3_limit (database, SQLITE_LIMIT_ATTACHED, 0);
  return copied;
}

gboolean
jipyo_backup_make (sqlite3 *database, const char *target, GError **error)
{
  g_autofree char *fresh = g_strconcat (target, ".new", NULL);

  if (g_unlink (fresh) != 0 && errno != ENOENT)
    return fail (fresh, "remove", error);
  /* A copy of what can still be reached would look whole, and push out those that are. */
  if (jipyo_verification_check_pages (database, error) && copy_into (database, fresh, error)
      && jipyo_verification_check (fresh, error) && put_in_place (fresh, target, error))
    return TRUE;
  g_unlink (fresh);
  return FALSE;
}

/* Each generation becomes the one after it; the last is gone. */
static gboolean
make_way (const char *path, GError **error)
{
  for (int generation = GENERATIONS - 1; generation > 0; generation--) {
    g_autofree char *from = name_generation (path, generation);
    g_autofree char *to = name_generation (path, generation + 1);

    if (g_rename (from, to) != 0 && errno != ENOENT)
      return fail (from, "rename", error);
  }
  return TRUE;
}

gboolean
jipyo_backup_make_daily (sqlite3 *database, const char *path, GError **error)
{
  g_autofree char *newest = name_generation (path, 1);
  g_autofree char *fresh = name_generation (path, 0);
  GStatBuf info;

  if (g_stat (newest, &info) == 0
      && ABS (g_get_real_time () / G_USEC_PER_SEC - (gint64) info.st_mtime) < DAY_S)
    return TRUE;
  /* Made first under a name that nobody reads, so that a failure costs no generation. */
  return jipyo_backup_make (database, fresh, error) && make_way (path, error)
         && put_in_place (fresh, newest, error);
}

gboolean
jipyo_backup_copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autofree char *fresh = g_strconcat (to, ".new", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (fresh);
  g_autoptr (GError) error = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error)
      && put_in_place (fresh, to, &error))
    return TRUE;
  g_message ("history: %s: %s", from, error->message);
  g_unlink (fresh);
  return FALSE;
}

char *
jipyo_backup_name_newest (const char *path)
{
  return name_generation (path, 1);
}

static gboolean
is_sound (const char *backup, gint64 *made_ms)
{
  GStatBuf info;

  if (!jipyo_verification_check (backup, NULL) || g_stat (backup, &info) != 0)
    return FALSE;
  *made_ms = (gint64) info.st_mtime * 1000;
  return TRUE;
}

char *
jipyo_backup_find (const char *path, gint64 *made_ms)
{
  for (int generation = 1; generation <= GENERATIONS; generation++) {
    g_autofree char *backup = name_generation (path, generation);

    if (is_sound (backup, made_ms))
      return g_steal_pointer (&backup);
  }
  return NULL;
}

gint64
jipyo_backup_restore (const char *path, const char *target)
{
  for (int generation = 1; generation <= GENERATIONS; generation++) {
    g_autofree char *backup = name_generation (path, generation);
    gint64 made_ms;

    if (is_sound (backup, &made_ms) && jipyo_backup_copy_file (backup, target)) {
      g_message ("history: %s was taken up", backup);
      return made_ms;
    }
  }
  return JIPYO_BACKUP_NEVER;
}
