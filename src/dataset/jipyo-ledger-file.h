/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fills a ledger: from the files that come with the program, and from a person's own files laid
 * over them, record by record. A file with a problem is refused whole.
 */

#pragma once

#include "jipyo-ledger.h"
#include "jipyo-problem.h"

#define JIPYO_LEDGER_FILE_ERROR (jipyo_ledger_file_error_quark ())
typedef enum {
  JIPYO_LEDGER_FILE_ERROR_UNREADABLE, /* no such file, no right to read it, no regular file */
  JIPYO_LEDGER_FILE_ERROR_TOO_LARGE,
  JIPYO_LEDGER_FILE_ERROR_INVALID, /* the problems say what and where */
} JipyoLedgerFileError;
GQuark jipyo_ledger_file_error_quark (void);

/* Problems are added to `problems` (of JipyoProblem), which must free them. FALSE, with nothing
 * laid over, when there is one. */
gboolean jipyo_ledger_load_shipped (JipyoLedger *into, GPtrArray *problems);
gboolean
jipyo_ledger_load_file (JipyoLedger *into, const char *path, GPtrArray *problems, GError **error);
/* Files that may refer to each other, as one; `paths` ends with NULL. */
gboolean jipyo_ledger_load_files (JipyoLedger *into,
                                  const char *const *paths,
                                  GPtrArray *problems,
                                  GError **error);
/* The same for text in memory, which is taken; `name` is what problems call it. */
gboolean
jipyo_ledger_load_text (JipyoLedger *into, const char *name, GBytes *text, GPtrArray *problems);
/* All of a regular file of at most 64 MiB, with a NUL after it; nothing else is opened for long.
 * (transfer full) */
char *jipyo_ledger_file_read (const char *path, gsize *length, GError **error);
/* An array for problems. (transfer full) */
GPtrArray *jipyo_problems_new (void);
