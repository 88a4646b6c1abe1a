/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole database in the place of a damaged one: the newest sound backup, and over it all that can
 * still be read and is sound. What neither has becomes a gap that says so.
 */

#pragma once

#include "jipyo-store.h"

/* Writes the file `target` anew and verifies it; `damaged`, a file, is only read. FALSE, also with
 * JIPYO_HISTORY_ERROR_DAMAGED when there is nothing wrong with it, or it is not ours to mend. */
gboolean jipyo_rebuild_make (JipyoStore *damaged, const char *target, GError **error);
