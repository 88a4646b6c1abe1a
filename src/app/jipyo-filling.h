/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The past of an instrument, from its venue into the history. For programs without a session, as
 * jipyo-past.h.
 */

#pragma once

#include "jipyo-backfill.h"

typedef struct {
  const char *instrument;
  JipyoResolution resolution;
  gint64 from_ms;                                /* G_MININT64: as far back as is usual */
  const char *const *endpoints;                  /* "upbit=http://127.0.0.1:8080" …; or NULL */
  gint64 now_us;                                 /* fixed clock; 0: the real one */
  void (*progress) (double part, gpointer data); /* 0 to 1; may be NULL */
  gpointer progress_data;
} JipyoFilling;

/* FALSE with JIPYO_MARKET_ERROR_NOT_FOUND when it cannot be asked for. */
gboolean jipyo_filling_check (const JipyoFilling *filling, GError **error);
/* `filling` was checked, and outlives the call. Pages are kept as they come. */
void jipyo_filling_async (const JipyoFilling *filling,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
/* What the venue gave; NULL with JIPYO_PAST_ERROR when the history could not keep it. (transfer
 * full) */
JipyoBackfilled *jipyo_filling_finish (GAsyncResult *result, GError **error);
