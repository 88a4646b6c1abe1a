/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables, and the steps from those of earlier versions.
 */

#pragma once

#include <sqlite3.h>

#include <glib.h>

/* The newest that is known. */
int jipyo_schema_version (void);
/* 0 for an empty file. */
gboolean jipyo_schema_read_version (sqlite3 *database, int *version, GError **error);
/* Beside the version lies the number of the last row of the tail, 0 when that is empty: in a page
 * that is none of the tail's, and that is written anyway whenever the file takes one page more. */
gboolean jipyo_schema_note_last_row (sqlite3 *database, gint64 id, GError **error);
gboolean jipyo_schema_read_last_row (sqlite3 *database, gint64 *id, GError **error);
/* JIPYO_HISTORY_ERROR_DAMAGED for a database that somebody else made: it is not to be touched. */
gboolean jipyo_schema_check_owner (sqlite3 *database, int version, GError **error);
/* The same when one of this version's tables is no table, or not there. */
gboolean jipyo_schema_check_tables (sqlite3 *database, GError **error);
/* FALSE with JIPYO_HISTORY_ERROR_NEWER for a file of a later version that this one cannot read. */
gboolean jipyo_schema_check_readable (sqlite3 *database, GError **error);
/* All steps that a file lacks, in one transaction; an empty file gets all tables. FALSE with a
 * JIPYO_HISTORY_ERROR and the file as it was. */
gboolean jipyo_schema_bring_up_to_date (sqlite3 *database, GError **error);
