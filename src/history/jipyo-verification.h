/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a database file that nobody has open is whole: SQLite's own check, and every checksum.
 */

#pragma once

#include "jipyo-history-error.h"

/* The file is only read. FALSE, also with JIPYO_HISTORY_ERROR_DAMAGED, when it is not. */
gboolean jipyo_verification_check (const char *path, GError **error);
