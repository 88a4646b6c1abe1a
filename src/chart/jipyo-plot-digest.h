/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plot of columns for those who do not look at it: who reads its summary, its table, or hears it.
 * Each series of columns becomes data, every one of them a point of it: all of them where there are
 * few, else of equal stretches the first known, the lowest, the highest and the last known one. So
 * the ends and the extremes of a series are exact, whatever its length, and none is made up.
 */

#pragma once

#include "jipyo-plot-fact.h"

/* Stretches that a long series is cut into, each of four points at most; up to as many points as
 * that gives, a series is kept whole. */
#define JIPYO_DIGEST_STRETCHES 256
#define JIPYO_DIGEST_WHOLE_MOST (4 * JIPYO_DIGEST_STRETCHES)

typedef struct {
  JipyoPlot *plot;    /* owned; series stand in their places */
  GPtrArray *origins; /* per series: of guint, which of its points each datum is; NULL: that one */
  gboolean whole;     /* no point is left out */
  guint n_known;      /* points that are left out, with a value */
  guint n_unknown;    /* and without */
  JipyoFact gap;      /* GAP, in the columns that are not whole; `n` 0 when there is none */
} JipyoPlotDigest;

/* NULL for a plot without columns. Reads a small part of the points, or, where some are unknown,
 * all of that series. */
JipyoPlotDigest *jipyo_plot_digest_new (const JipyoPlot *plot);
void jipyo_plot_digest_free (JipyoPlotDigest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoPlotDigest, jipyo_plot_digest_free)

/* Which datum of the plot digested, or point of its columns, a datum of the digest is. */
guint jipyo_plot_digest_find_origin (const JipyoPlotDigest *self, JipyoDatumRef ref);
