/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a laid-out plot is made of: scales, rectangles, guides and placed texts. The steps of
 * layout fill it in, draw and hit tests read it. Internal to the chart layer.
 */

#pragma once

#include "jipyo-label-placement.h"
#include "jipyo-plot-frame.h"
#include "jipyo-scale.h"
#include "jipyo-text-layout.h"

/* A straight line under the marks: grid, axis, rule, reference. */
typedef struct {
  double x1;
  double y1;
  double x2;
  double y2;
  guint32 colour;
  double width;
  gboolean dashed;
  gboolean dotted; /* leads to a name: nothing that could be read off */
} JipyoGuide;

/* One datum that has a place. */
typedef struct {
  guint series;
  guint datum;
  JipyoRect rect; /* what it covers, at least a pixel */
  double x;       /* the point of the value */
  double y;
  double base_x; /* where a bar, area or range begins */
  double base_y;
  double low; /* where its whisker ends on the value axis; as `high`: it has none */
  double high;
  guint32 colour;
  JipyoDatumKind kind;
  gboolean slanted; /* covers no more than the line from its base to its point */
} JipyoPlotShape;

/* A key of the legend. */
typedef struct {
  JipyoRect rect;
  guint series;
} JipyoSwatch;

/* Where a series is named: beside its key or at its end. */
typedef struct {
  JipyoRect rect; /* its key included */
  guint series;
} JipyoPlotName;

typedef struct {
  JipyoRect rect;
  guint32 colour;
} JipyoPatch;

/* A series whose points have no shapes, there being more than pixels. */
typedef struct {
  guint series;
  JipyoColumns *columns; /* owned reference */
  guint n;               /* points that are shown, wherever one looks */
  guint32 colour;
} JipyoDense;

/* A part of a shape that is no rectangle. */
typedef struct {
  JipyoRect rect;
  guint series;
  guint datum;
} JipyoPlotCell;

struct _JipyoPlotLayout {
  JipyoPlotFrame frame;
  JipyoTypesetter *typesetter;     /* NULL once the layout is made */
  JipyoTypesetter *own_typesetter; /* or NULL */
  gboolean horizontal;
  JipyoRect body;       /* inside margins, heading and footer */
  JipyoRect area;       /* between the axes */
  JipyoPlotState state; /* how it is looked at */
  JipyoScale position;
  JipyoScale value;
  JipyoScale whole;         /* the position axis without a window */
  GPtrArray *texts;         /* of JipyoTextLayout */
  GArray *guides;           /* of JipyoGuide, painted below the marks */
  GArray *references;       /* of JipyoGuide, painted above them */
  GArray *patches;          /* of JipyoPatch: spans behind the marks */
  GArray *shapes;           /* of JipyoPlotShape, by series, then datum */
  GArray *dense;            /* of JipyoDense, by series */
  GArray *cells;            /* of JipyoPlotCell: where not empty, what shapes cover */
  GArray *swatches;         /* of JipyoSwatch */
  GArray *names;            /* of JipyoPlotName */
  GHashTable *rest;         /* series (as pointers) that are too many to be named */
  GPtrArray *stacks;        /* per series: double per datum where a stacked bar begins, or NULL */
  JipyoLabelField field;    /* where texts at marks may go */
  gboolean notes_hidden;    /* notes beside figures did not fit */
  gboolean small_values;    /* nor did figures in their full size */
  gboolean values_hidden;   /* nor most of them in any: only what the title speaks of has one */
  double ends_height;       /* of the names of the ends of marks, above the area */
  gboolean slopes_named;    /* series of slopes are named at their ends, not in a legend */
  double names_height;      /* of the name above each row; 0: names stand beside the rows */
  gboolean names_cut;       /* one of them had no room for all of it */
  double strip;             /* at the low end of the value axis, for marks with their own scale */
  double head_room;         /* inside the area above the highest value */
  gboolean segment_dropped; /* a segment of a stack was too small for its figure */
  gboolean brief_segments;  /* so figures in segments leave their unit to the axis */
  guint n_labels;           /* figures at bars */
  gboolean value_ticks;     /* the value axis is shown */
  gboolean joined;          /* some series is a line */
  gboolean names_wrapped;   /* names at ends are in two lines */
  gboolean direct;          /* series are named at their ends, not in a legend */
  guint n_dropped;          /* figures that found no place */
};

JipyoPlotLayout *jipyo_plot_scene_new (const JipyoPlotFrame *frame, const JipyoPlot *plot);
void jipyo_plot_scene_free (JipyoPlotLayout *self);
/* Takes all results of earlier steps away; frame and fonts stay. */
void jipyo_plot_scene_reset (JipyoPlotLayout *self);

/* Where a pair of values lies; FALSE when it has no place. */
gboolean jipyo_plot_scene_map (const JipyoPlotLayout *self, const double pair[2], double point[2]);
/* The value axis' place of its base: zero where it has one, else its low end. */
double jipyo_plot_scene_get_base (const JipyoPlotLayout *self);

JipyoTextLayout *
jipyo_plot_scene_new_text (JipyoPlotLayout *self, const char *text, const JipyoTextStyle *style);
/* Takes the text, to be painted. */
void jipyo_plot_scene_take_text (JipyoPlotLayout *self, JipyoTextLayout *text, JipyoAnchor anchor);
void jipyo_plot_scene_add_shape (JipyoPlotLayout *self, JipyoPlotShape shape);
/* Where a mark with two ends begins and ends on the value axis: its bounds, else its base and its
 * point. */
void jipyo_plot_scene_get_ends (const JipyoPlotLayout *self,
                                const JipyoPlotShape *shape,
                                double ends[2]);
/* What a shape covers with its whisker. */
JipyoRect jipyo_plot_scene_get_reach (const JipyoPlotLayout *self, const JipyoPlotShape *shape);
/* NULL for a series whose points have shapes. */
const JipyoDense *jipyo_plot_scene_find_dense (const JipyoPlotLayout *self, guint series);

const JipyoPlotSeries *jipyo_plot_scene_get_series (const JipyoPlot *plot, guint index);
/* For a point of columns, which is nothing but a place, a datum without texts. */
const JipyoDatum *jipyo_plot_scene_get_datum (const JipyoPlot *plot, const JipyoPlotShape *shape);
JipyoColourKey jipyo_plot_scene_get_key (const JipyoPlotSeries *series, const JipyoDatum *datum);
/* TRUE for a series that is switched off, or not the one looked at. */
gboolean jipyo_plot_scene_is_faded (const JipyoPlotLayout *self, guint series);
/* TRUE for one of many series that is not named. */
gboolean jipyo_plot_scene_is_rest (const JipyoPlotLayout *self, guint series);
/* What those are drawn with, but the one that is looked at. */
guint32 jipyo_plot_scene_get_rest_colour (const JipyoPlotLayout *self);
/* The colour of a series, half gone where it is not looked at; that of the rest for one of them. */
guint32 jipyo_plot_scene_fade (const JipyoPlotLayout *self, guint series, guint32 colour);
/* The colour a datum is painted with. */
guint32 jipyo_plot_scene_get_colour (const JipyoPlotLayout *self,
                                     const JipyoPlotSeries *series,
                                     const JipyoDatum *datum);
