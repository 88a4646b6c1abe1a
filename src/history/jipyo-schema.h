/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables, and the steps from those of earlier versions.
 */

#pragma once

#include <sqlite3.h>

#include <glib.h>

/* All steps that a file lacks, in one transaction; an empty file gets all tables. FALSE with a
 * JIPYO_HISTORY_ERROR and the file as it was. */
gboolean jipyo_schema_bring_up_to_date (sqlite3 *database, GError **error);
