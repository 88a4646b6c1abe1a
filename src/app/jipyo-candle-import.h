/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's file of candles, into the history: all of it, or nothing and what is wrong with it.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-candle.h"

typedef struct {
  const char *path;
  const char *instrument;
  JipyoResolution resolution;
  const char *zone; /* of times that name none: "Z", "+09:00"; may be NULL */
  gint64 now_us;    /* a candle of later is a problem; 0: the clock's */
  gboolean dry_run; /* nothing is kept */
  void (*progress) (double part, gpointer data); /* 0 to 1, on any thread; may be NULL */
  gpointer progress_data;
} JipyoCandleImport;

typedef struct {
  char **problems; /* NULL-terminated, "file:line:column: message"; empty when the file is sound */
  guint n_candles; /* of a sound file */
  gint64 first_ms;
  gint64 last_ms;
} JipyoCandleImported;

void jipyo_candle_imported_free (JipyoCandleImported *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoCandleImported, jipyo_candle_imported_free)

/* `import` is copied. Cancelled at any time before the end, nothing is kept. */
void jipyo_candle_import_async (const JipyoCandleImport *import,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* NULL when the file could not be read or its candles not be kept; problems are no error.
 * (transfer full) */
JipyoCandleImported *jipyo_candle_import_finish (GAsyncResult *result, GError **error);
