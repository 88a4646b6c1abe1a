/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One figure at a mark: its text and the smaller note that goes with it, measured and then placed.
 */

#pragma once

#include "jipyo-mark.h"

typedef struct {
  JipyoTextLayout *text; /* owned until placed */
  JipyoTextLayout *note; /* or NULL */
  double width;
  double height;
  double distance;       /* to keep from the mark */
  gboolean upright;      /* the note stands below the figure, not beside it */
  JipyoLabelPlace place; /* by the kind of mark */
  gboolean at_start;     /* stands at the other end of a mark that has two */
} JipyoPlotLabel;

/* Whether the datum has a figure to show. */
gboolean jipyo_plot_label_is_wanted (const JipyoPlotSeries *series, const JipyoDatum *datum);
/* The figure of a datum; texts are NULL where it has none. */
JipyoPlotLabel
jipyo_plot_label_make (JipyoPlotLayout *layout, const JipyoPlot *plot, guint series, guint datum);
/* The same without its note, in two lines of at most this width; what is cut then says so. */
JipyoPlotLabel jipyo_plot_label_make_in_two (JipyoPlotLayout *layout,
                                             const JipyoPlot *plot,
                                             const JipyoPlotShape *shape,
                                             double width);
/* The figure at the start of a datum that has two ends: its note. */
gboolean jipyo_plot_label_is_wanted_at_start (const JipyoPlotSeries *series,
                                              const JipyoDatum *datum);
JipyoPlotLabel jipyo_plot_label_make_at_start (JipyoPlotLayout *layout,
                                               const JipyoPlot *plot,
                                               guint series,
                                               guint datum);
void jipyo_plot_label_clear (JipyoPlotLabel *self);
void jipyo_plot_label_drop_note (JipyoPlotLabel *self);
/* Gives both texts to the layout, in `rect`. */
void jipyo_plot_label_place (JipyoPlotLabel *self, JipyoPlotLayout *layout, const JipyoRect *rect);
