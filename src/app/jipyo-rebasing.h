/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brings the changes of coins to one basis, from the prices that were kept. For programs without a
 * session, as jipyo-past.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-quote.h"

typedef struct {
  GPtrArray *quotes; /* of JipyoQuote; borrowed until the end, changed in place */
  JipyoChangeBasis basis;
  gint64 now_us;
} JipyoRebasing;

/* Indices and shares, which have sessions, keep their own basis. */
void jipyo_rebase_async (const JipyoRebasing *rebasing,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
/* How many quotes have no change now, since no price of the moment was kept; -1 with the first
 * JIPYO_PAST_ERROR when the history could not be read, after which only those of the basis have
 * one. */
int jipyo_rebase_finish (GAsyncResult *result, GError **error);
/* When the copy of the history was made by which it was reckoned, since another program has that;
 * 0: by no copy. */
gint64 jipyo_rebase_get_copied_ms (GAsyncResult *result);
