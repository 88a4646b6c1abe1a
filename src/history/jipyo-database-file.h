/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The database as a file: opened so that nobody else can hold it, and so that a damaged one does no
 * harm.
 */

#pragma once

#include <sqlite3.h>

#include <glib.h>

/* Opens or makes the file and brings its schema up to date. NULL with a JIPYO_HISTORY_ERROR. */
sqlite3 *jipyo_database_file_open (const char *path, GError **error);
