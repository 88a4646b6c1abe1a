/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values counted in bins of equal width, for histograms. The width is what Freedman and Diaconis
 * ask for, 2 · IQR / ∛n (or, where the quartiles are equal, Sturges' span / (1 + log2 n)), rounded
 * up to 1, 2 or 5 times a power of ten; edges are its multiples. At most 60 bins and one more.
 */

#pragma once

#include "jipyo-plot.h"

/* Holds low <= value < high; the last bin also its upper edge. */
typedef struct {
  double low;
  double high;
  guint count;
} JipyoBin;

/* (element-type JipyoBin) (transfer full): the counts sum up to the number of finite values, and
 * the first and last bin are not empty; no bins without any. `whole` values are counted things:
 * the width is at least 1, and the last bin has no upper edge, as no other has. */
GArray *jipyo_bins_new (const double *values, gsize n_values, gboolean whole);
/* A datum a bin, for a series of JIPYO_MARK_HISTOGRAM: its middle as position, its lower edge as
 * start, its count as value and text. */
void jipyo_bins_add_to_series (const GArray *bins, JipyoPlotSeries *series);
