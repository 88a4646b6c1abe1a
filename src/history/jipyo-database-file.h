/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The database as a file, opened so that nobody else can hold it.
 */

#pragma once

#include <sqlite3.h>

#include <glib.h>

/* Opens or makes the file and brings its schema up to date; a file of a later version is opened for
 * reading, if it may be. NULL with a JIPYO_HISTORY_ERROR. */
sqlite3 *jipyo_database_file_open (const char *path, GError **error);
/* A file of this version that nobody writes, such as a backup, only to read. NULL when it is not
 * that. */
sqlite3 *jipyo_database_file_open_copy (const char *path);
