/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a kind of mark must be able to do. Each has a file of its own and one line in the table of
 * jipyo-marks.c.
 */

#pragma once

#include "jipyo-plot-scene.h"

typedef struct {
  const JipyoPlot *plot;
  const JipyoPlotLayout *layout;
  const JipyoTheme *theme;
  guint series;
  const JipyoPlotShape *shapes; /* of the series */
  guint n_shapes;
} JipyoMarkPaint;

typedef struct {
  gboolean from_zero;  /* a linear value axis must show zero */
  gboolean solid;      /* covers ground: texts stay off it, bands give it room */
  gboolean continuous; /* data are joined, in the order given; named at the last datum */
  /* Appends the shapes of a series to the layout, scales being known. */
  void (*place) (JipyoPlotLayout *layout, const JipyoPlot *plot, guint series);
  void (*paint) (cairo_t *cr, const JipyoMarkPaint *paint);
} JipyoMarkClass;
