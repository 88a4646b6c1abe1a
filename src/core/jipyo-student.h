/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Student's t distribution with a whole number of degrees of freedom, by the finite series of
 * Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4: exact but for
 * rounding.
 */

#pragma once

#include <glib.h>

/* P (|T| > |t|); NaN for NaN. `freedom` is 1 or more. */
double jipyo_student_compute_tail (double t, guint freedom);
/* The t whose tail is `tail`, 0 < tail < 1: 1.96 and some for a tail of 0.05. */
double jipyo_student_compute_quantile (double tail, guint freedom);
