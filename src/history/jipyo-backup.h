/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies of the database beside it: three generations, "<path>.backup-1" the newest, and
 * "<path>.before-<version>" from before a migration. A copy counts once it was opened and every
 * checksum in it is right.
 */

#pragma once

#include <sqlite3.h>

#include "jipyo-history-error.h"

/* Makes the newest generation, unless the newest is younger than a day. */
gboolean jipyo_backup_make_daily (sqlite3 *database, const char *path, GError **error);
/* One copy under another name, which it replaces only when it is sound. */
gboolean jipyo_backup_make (sqlite3 *database, const char *target, GError **error);

/* A file under another name, which is there whole and synced or not at all; nobody writes either.
 * FALSE, with a word in the log, when that failed. */
gboolean jipyo_backup_copy_file (const char *from, const char *to);

static const gint64 JIPYO_BACKUP_NEVER = G_MININT64;

/* The newest generation, whether it is there and sound or not. (transfer full) */
char *jipyo_backup_name_newest (const char *path);
/* The newest sound generation of `path`, and when it was made, in milliseconds; NULL when there is
 * none. All of it is read for that. (transfer full) */
char *jipyo_backup_find (const char *path, gint64 *made_ms);
/* Copies the newest sound generation of `path` to `target`, which must not exist. When that one was
 * made, in milliseconds; JIPYO_BACKUP_NEVER, with no file, when there is none. */
gint64 jipyo_backup_restore (const char *path, const char *target);
