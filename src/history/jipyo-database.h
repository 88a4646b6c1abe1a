/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The connection. Used by the history's worker thread alone; everything here may block.
 */

#pragma once

#include <sqlite3.h>

#include "jipyo-history-error.h"

/* A commit whose sync failed reads back from the log as if it were on the disk: this brings it
 * there, or says that it cannot. */
gboolean jipyo_database_write_log_back (sqlite3 *database, GError **error);
/* For reading a file that nobody writes meanwhile: no lock, no log, no way to write. NULL when it
 * cannot be opened. */
sqlite3 *jipyo_database_open_immutable (const char *path);
void jipyo_database_close (sqlite3 *database);
/* Runs statements that give no rows. */
gboolean jipyo_database_execute (sqlite3 *database, const char *sql, GError **error);
/* To be finalized by the caller. NULL with an error. */
sqlite3_stmt *jipyo_database_prepare (sqlite3 *database, const char *sql, GError **error);
/* Sets a JIPYO_HISTORY_ERROR from the connection's last failure; always FALSE. */
gboolean jipyo_database_fail (sqlite3 *database, GError **error);
/* What a number of the system's means: no room, or something else. */
JipyoHistoryError jipyo_database_classify_errno (int code);
