/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The newest quote of each instrument, whole: what a start shows before anything has come.
 */

#pragma once

#include "jipyo-database.h"
#include "jipyo-quote.h"

/* Runs inside the caller's transaction. Of an instrument the last received stays. */
gboolean jipyo_latest_save (sqlite3 *database, const GPtrArray *quotes, GError **error);
/* Rows that were damaged are left out. (element-type JipyoQuote) (transfer full) */
GPtrArray *jipyo_latest_load (sqlite3 *database, GError **error);
/* Gives every row the checksum of what stands in it; for files of before there was one. */
gboolean jipyo_latest_seal (sqlite3 *database, GError **error);
