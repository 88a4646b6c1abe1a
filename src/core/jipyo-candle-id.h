/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which candle a figure is of, so that it can say where it comes from: "krx:KOSPI@1d@2026-03-20T…".
 */

#pragma once

#include "jipyo-candle.h"

typedef struct {
  char *instrument;
  gint64 step_ms;  /* how long the candle is */
  gint64 start_ms; /* since 1970 UTC */
} JipyoCandleId;

/* (transfer full) */
char *jipyo_candle_id_format (const char *instrument, gint64 step_ms, gint64 start_ms);
/* FALSE, and nothing is written, when the text is no such id. */
gboolean jipyo_candle_id_parse (const char *text, JipyoCandleId *self);
void jipyo_candle_id_clear (JipyoCandleId *self);
/* The longest candles of the history that such candles are made of. */
JipyoResolution jipyo_candle_id_get_resolution (const JipyoCandleId *self);
