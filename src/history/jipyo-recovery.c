/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is ever removed here: the damaged file may be all that somebody has.
 */

#include "jipyo-recovery.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "jipyo-backup.h"

gboolean
jipyo_recovery_run (const char *path)
{
  g_autofree char *kept =
    g_strdup_printf ("%s.corrupt-%" G_GINT64_FORMAT, path, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *kept_log = g_strconcat (kept, "-wal", NULL);

  if (g_rename (path, kept) != 0)
    return FALSE;
  /* The log belongs to the file and goes along. */
  if (g_rename (log, kept_log) != 0 && errno != ENOENT)
    g_message ("history: %s could not be set aside: %s", log, g_strerror (errno));
  g_message ("history: %s is damaged and was kept as %s", path, kept);
  jipyo_backup_restore (path);
  return TRUE;
}
