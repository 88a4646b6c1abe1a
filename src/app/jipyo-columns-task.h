/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns of many points made off the main thread: they are put in order and their extremes are
 * found there, so that a window with ten million points coming in goes on answering.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-columns.h"

typedef struct {
  JipyoColumnData data;
  GDestroyNotify free_owner; /* or NULL */
  gpointer owner;            /* of the arrays */
} JipyoColumnsOrder;

/* Takes what the order owns, whatever happens; nobody else may touch the arrays from here on.
 * `callback` is called in the thread's default main context. */
void jipyo_columns_make_async (const JipyoColumnsOrder *order,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* NULL when it was cancelled. (transfer full) */
JipyoColumns *jipyo_columns_make_finish (GAsyncResult *result, GError **error);
