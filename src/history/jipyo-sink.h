/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Collects blocks into a series of candles: as they are, or each stretch of time as one candle that
 * keeps its extremes.
 */

#pragma once

#include "jipyo-block.h"

typedef struct {
  JipyoCandleSeries *series; /* borrowed */
  gint64 from_ms;            /* rows before are left out */
  gint64 to_ms;              /* and rows from here on */
  gint64 origin_ms;          /* where a stretch begins */
  gint64 step_ms;            /* its length; 0: every row by itself */
  gsize n_rows;              /* seen so far */
  gboolean unordered;        /* a row came that is earlier than one before; see finish */
} JipyoSink;

/* Adds the rows of [from_ms, to_ms) that are within the sink's range too. FALSE, with nothing
 * added, when their figures do not fit beside those that are there. */
gboolean jipyo_sink_add (JipyoSink *self, const JipyoBlock *block, gint64 from_ms, gint64 to_ms);
/* Orders what came out of order. */
void jipyo_sink_finish (JipyoSink *self);
