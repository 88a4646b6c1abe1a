/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How deep a price fell and how much it moves: drawdown and volatility of daily closes.
 */

#pragma once

#include "jipyo-closes.h"

/* Trading days that a year is taken to have: the custom of markets, whatever a year really had. */
enum { JIPYO_TRADING_DAYS_A_YEAR = 252 };
/* Fewer daily returns say nothing of a volatility. */
enum { JIPYO_VOLATILITY_RETURNS_MIN = 20 };

typedef struct {
  double worst; /* the deepest fall from a highest close before it: −0.12 is 12 %; 0: none */
  int peak_day; /* of that highest close */
  int trough_day;
  double current; /* the same of the last close */
} JipyoDrawdown;

/* min over t of close (t) / max (close (s), s ≤ t) − 1, over the days that have a close; FALSE
 * without one. */
gboolean jipyo_drawdown_compute (const JipyoCloses *closes, JipyoDrawdown *drawdown);
/* The sample's standard deviation (n − 1) of the daily logarithmic returns, times the square root
 * of JIPYO_TRADING_DAYS_A_YEAR; NaN with fewer returns than JIPYO_VOLATILITY_RETURNS_MIN. */
double jipyo_volatility_compute (const JipyoCloses *closes);
