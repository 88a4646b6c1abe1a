/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day of a history, with all that it writes: ticks, a fold, retention, an import, a backup; and
 * what must be there after something went wrong in it.
 */

#pragma once

#include <glib.h>

/* What has been told. */
typedef struct {
  char *path;
  int n_ticks;       /* kept for certain */
  int n_tried;       /* and perhaps these */
  gboolean imported; /* the candles are kept for certain */
  gboolean backed_up;
} HistoryDay;

/* Up to the first step that fails: the store is closed then, as the history does. */
void history_day_spend (HistoryDay *told);
/* What was told to be kept is there, once and in order, the file is whole, and the next tick is
 * kept. */
void history_day_check (const HistoryDay *told);
