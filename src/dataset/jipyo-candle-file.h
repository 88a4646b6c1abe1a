/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Candles in a CSV file: a header that names the columns, then a line a candle, the earliest first.
 * Columns are time (or date, timestamp), open, high, low, close and, if there is one, volume;
 * others are left alone. Numbers have a decimal point and no thousands separator. Strict: a file
 * with a problem gives no candle at all.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-candle.h"

typedef struct {
  const char *name; /* what problems call the file */
  const char *instrument;
  JipyoResolution resolution; /* each candle starts at a multiple of it */
  const char *zone;           /* of times that name none: "Z", "+09:00"; NULL: that is a problem */
  gint64 now_ms;              /* no candle begins later; 0: any time will do */
  GCancellable *cancellable;  /* may be NULL */
  void (*progress) (double part, gpointer data); /* 0 to 1; may be NULL */
  gpointer progress_data;
} JipyoCandleFile;

/* Problems are added to `problems` (of JipyoProblem), the first hundred at most. NULL when there is
 * one, or when it was cancelled. May run on any thread. (transfer full) */
JipyoCandleSeries *
jipyo_candle_file_parse (const JipyoCandleFile *file, GBytes *text, GPtrArray *problems);
