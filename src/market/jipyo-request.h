/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One request to a provider, and which instruments its answer brings.
 */

#pragma once

#include <glib.h>

typedef struct {
  char *path;         /* with the query, below the base */
  char **instruments; /* that it brings */
  guint earlier;      /* days before the first that was asked for */
} JipyoRequest;

/* Takes `path`. */
JipyoRequest *jipyo_request_new (char *path, const char *const *instruments);
void jipyo_request_free (JipyoRequest *request);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoRequest, jipyo_request_free)
