/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is ever removed here: the damaged file may be all that somebody has. What may go later is
 * for jipyo-leftovers.c to say.
 */

#include "jipyo-recovery.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "jipyo-backup.h"

static char *
name_kept (const char *path)
{
  return g_strdup_printf ("%s.corrupt-%" G_GINT64_FORMAT, path,
                          g_get_real_time () / G_USEC_PER_SEC);
}

/* The log belongs to the file and goes along. */
static void
set_log_aside (const char *path, const char *kept)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *kept_log = g_strconcat (kept, "-wal", NULL);

  if (g_rename (log, kept_log) != 0 && errno != ENOENT)
    g_message ("history: %s could not be set aside: %s", log, g_strerror (errno));
  g_message ("history: %s is damaged and was kept as %s", path, kept);
}

char *
jipyo_recovery_run (const char *path)
{
  g_autofree char *kept = name_kept (path);

  if (g_rename (path, kept) != 0)
    return NULL;
  set_log_aside (path, kept);
  jipyo_backup_restore (path, path);
  return g_steal_pointer (&kept);
}

/* Under two names at once; where the disk knows no second name (FAT, some of networks), as a copy.
 */
static gboolean
keep_beside (const char *path, const char *kept)
{
  if (link (path, kept) == 0)
    return TRUE;
  return errno != EEXIST && jipyo_backup_copy_file (path, kept);
}

char *
jipyo_recovery_replace (const char *path, const char *fresh)
{
  g_autofree char *kept = name_kept (path);

  if (!keep_beside (path, kept))
    return NULL;
  set_log_aside (path, kept);
  if (g_rename (fresh, path) == 0)
    return g_steal_pointer (&kept);
  g_message ("history: %s could not be put in place: %s", fresh, g_strerror (errno));
  return NULL;
}
