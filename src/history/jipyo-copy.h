/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A copy for another program, while one has the history: who wants it leaves a file
 * "<path>.copy-wanted"; who has the history takes that away and makes "<path>.copy". All that the
 * two share is the folder, as in two sandboxes, and neither waits for one that hangs.
 */

#pragma once

#include <sqlite3.h>

#include "jipyo-history-error.h"

/* "<path>.copy-wanted" (transfer full) */
char *jipyo_copy_name_wish (const char *path);
/* For who has the history: makes a copy if one is wanted and there is room; if none is, removes one
 * that the newest backup has outlived. */
gboolean jipyo_copy_answer (sqlite3 *database, const char *path, GError **error);
/* For who has not: asks, and waits a second for somebody to hear and then some for the copy. The
 * newest that is sound, of backups too, and when it was made; NULL when there is none.
 * (transfer full) */
char *jipyo_copy_fetch (const char *path, gint64 *made_ms);
