/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks ledger files and the other files of a person's own without keeping them.
 */

#pragma once

#include <glib.h>

/* What is wrong, each as "file:line:column: /pointer: message". */
typedef struct {
  char **problems; /* NULL-terminated */
  char *failure;   /* why the file could not be read at all, or NULL */
} JipyoValidation;

void jipyo_validation_free (JipyoValidation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoValidation, jipyo_validation_free)

/* One result a path, in order. The files are laid over the shipped ones one after the other, so
 * that a later one may refer to an earlier one. (element-type JipyoValidation) (transfer full) */
GPtrArray *jipyo_validate_files (const char *const *paths);
