/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The connection, opened so that nobody else can hold one and a damaged file does no harm. Used by
 * the history's worker thread alone; everything here may block.
 */

#pragma once

#include <sqlite3.h>

#include <gio/gio.h>

/* Opens or makes the file and brings its schema up to date. NULL with a JIPYO_HISTORY_ERROR. */
sqlite3 *jipyo_database_open (const char *path, GError **error);
/* A commit whose sync failed reads back from the log as if it were on the disk: this brings it
 * there, or says that it cannot. */
gboolean jipyo_database_write_log_back (sqlite3 *database, GError **error);
void jipyo_database_close (sqlite3 *database);
/* Runs statements that give no rows. */
gboolean jipyo_database_execute (sqlite3 *database, const char *sql, GError **error);
sqlite3_stmt *jipyo_database_prepare (sqlite3 *database, const char *sql, GError **error);
/* Sets a JIPYO_HISTORY_ERROR from the connection's last failure; always FALSE. */
gboolean jipyo_database_fail (sqlite3 *database, GError **error);
