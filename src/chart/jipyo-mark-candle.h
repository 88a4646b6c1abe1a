/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prices of a span of time: `start` is the open, `value` the close, `low` and `high` the extremes.
 * Rising candles are hollow and falling ones filled, in the theme's colours for up and down unless
 * series or datum have one of their own; what did not move is neutral. Without an open the close
 * alone is drawn, a missing extreme is that of open and close, and without a close there is
 * nothing.
 */

#pragma once

#include "jipyo-mark.h"

extern const JipyoMarkClass jipyo_mark_candle_class;
/* The same as a stem with a tick before it for the open and one after it for the close. */
extern const JipyoMarkClass jipyo_mark_ohlc_class;
