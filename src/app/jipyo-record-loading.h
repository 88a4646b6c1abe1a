/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which ledger files are read, in which order, and what is said of those that cannot be.
 */

#pragma once

#include "jipyo-ledger.h"

/* The shipped record, then the person's own files (*.json in $XDG_DATA_HOME/jipyo/ledger, by name),
 * then `files`. A file with problems is left out whole and named in `notice` (set to NULL when all
 * is well, (transfer full)); of `files`, asked for by name, one that fails is an error. */
JipyoLedger *jipyo_record_load (const char *const *files, char **notice, GError **error);
