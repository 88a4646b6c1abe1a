/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a database is whole: SQLite's own check, and of a file that nobody has open every
 * checksum.
 */

#pragma once

#include <sqlite3.h>

#include "jipyo-history-error.h"

/* The pages alone, of a database that is open: a branch of a table that is lost is seen by nothing
 * else, what hung on it is just not there. */
gboolean jipyo_verification_check_pages (sqlite3 *database, GError **error);
/* The file is only read. FALSE, also with JIPYO_HISTORY_ERROR_DAMAGED, when it is not. */
gboolean jipyo_verification_check (const char *path, GError **error);
