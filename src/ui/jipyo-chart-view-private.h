/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of a chart's widget share: what it holds, and the steps that more than one of them
 * takes. Nobody else includes this.
 */

#pragma once

#include "jipyo-chart-entry.h"
#include "jipyo-chart-picture.h"
#include "jipyo-look.h"
#include "jipyo-view-result.h"

/* As in the public header, which would close a ring of includes. */
typedef struct _JipyoChartView JipyoChartView;

struct _JipyoChartView {
  GtkWidget parent_instance;

  JipyoLook *look;         /* owned */
  JipyoViewResult *result; /* owned */
  const JipyoPlot *plot;   /* borrowed from the result */
  GtkWidget *points;       /* the child that assistive technology reads the data from */
  guint points_id;         /* 0 when they are those of the picture */
  gboolean points_told;    /* they read as `told`, of the plot */
  JipyoPlotState told;
  GtkWidget *foot; /* below the picture, or NULL */
  JipyoChartPicture picture;
  JipyoChartEntry entry;
  JipyoPlotState state;
  JipyoPlotPointer pointer;
  double type_label_px; /* of the picture's labels */
  gboolean focus_kept;  /* one series was chosen by key, not by the pointer */
  gboolean hovered;     /* the figure was marked by the pointer, not by key */
  JipyoPlotSides sides; /* kept free beside the area, at least */
  int width_px;
  int height_px;
};

/* To be drawn anew, looked at in another way. */
void jipyo_chart_view_redraw (JipyoChartView *self);
/* Says what is shown and pointed at to assistive technology. */
void jipyo_chart_view_tell (JipyoChartView *self);
/* What is pointed at, its texts borrowed; FALSE where there is no such datum. */
gboolean jipyo_chart_view_find_datum (JipyoChartView *self, JipyoDatum *found);

/* Points at a datum, at none, at the one of before where it can still be, at one of the next
 * series. */
void jipyo_chart_view_mark (JipyoChartView *self, guint series, guint datum);
void jipyo_chart_view_unmark (JipyoChartView *self);
gboolean jipyo_chart_view_mark_again (JipyoChartView *self);
gboolean jipyo_chart_view_mark_across (JipyoChartView *self, int step);

/* Looks at one series alone, at all with -1; switches one off or on. */
void jipyo_chart_view_look_at_series (JipyoChartView *self, int series);
void jipyo_chart_view_switch_series (JipyoChartView *self, guint series);
