/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a person looks at a plot right now: the part of the axis in view, series switched off, the
 * one series looked at, how far time has been let run. The plot stays what the view said; layout
 * takes both.
 */

#pragma once

#include "jipyo-scale.h"

/* A choice between two ways to show the same. */
typedef enum { JIPYO_PLOT_AS_DESCRIBED, JIPYO_PLOT_ON, JIPYO_PLOT_OFF } JipyoPlotChoice;

typedef struct {
  gboolean has_window; /* of the position axis, unless it is of bands */
  double low;
  double high;
  guint64 hidden;           /* a bit a series; those past the 64th are always shown */
  int focus;                /* series; the others fade; -1: none */
  double until;             /* data at later positions are not drawn yet; NaN: all are */
  JipyoPlotChoice relative; /* stacks as shares; see jipyo-plot-choice.h */
  JipyoPlotChoice log;      /* the value axis */
} JipyoPlotState;

/* As the view described it. */
JipyoPlotState jipyo_plot_state_new (void);
/* NULL hides nothing. */
gboolean jipyo_plot_state_hides (const JipyoPlotState *self, guint series);
/* Switches a series of `n_series` off or on. FALSE when it is the last one shown. */
gboolean jipyo_plot_state_toggle (JipyoPlotState *self, guint series, guint n_series);
/* TRUE when anything differs from what the view described. */
gboolean jipyo_plot_state_is_changed (const JipyoPlotState *self);

/* Undoes one thing: time, the series alone, the part of the axis, shares and logarithm, what
 * is switched off. FALSE when
 * nothing differs from what the view described. */
gboolean jipyo_plot_state_step_back (JipyoPlotState *self);

/* The part of an axis in view, as shares of the whole scale, which is the one without a window. */
typedef struct {
  double from; /* 0 … 1 */
  double to;
} JipyoPlotWindow;
JipyoPlotWindow jipyo_plot_state_get_window (const JipyoPlotState *self, const JipyoScale *whole);
/* Clamped to the whole at the same width, never narrower than a thousandth of a millionth; the
 * whole itself is no window. */
void
jipyo_plot_state_set_window (JipyoPlotState *self, const JipyoScale *whole, JipyoPlotWindow window);
/* `factor` below 1 zooms in; the position under `anchor`, a share of the view, stays there. */
void
jipyo_plot_state_zoom (JipyoPlotState *self, const JipyoScale *whole, double anchor, double factor);
/* By shares of what is in view; stops at the ends of the whole. */
void jipyo_plot_state_pan (JipyoPlotState *self, const JipyoScale *whole, double share);
