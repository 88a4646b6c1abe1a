/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a kind of mark must be able to do. Each has a file of its own and one line in the table,
 * jipyo-mark-list.h.
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

/* What a mark reads of a datum besides its position and value. */
typedef enum {
  JIPYO_READS_START = 1 << 0,
  JIPYO_READS_BOUNDS = 1 << 1, /* `low` and `high` */
  JIPYO_READS_BIN = 1 << 2,    /* `start`, on the position axis */
} JipyoMarkReads;

/* Where its figures stand. */
typedef enum {
  JIPYO_LABEL_AROUND,  /* beside a point */
  JIPYO_LABEL_ENDS,    /* outside of either end: the text at the value, the note at the start */
  JIPYO_LABEL_SLOPE,   /* in a column beside each end: see jipyo-plot-slopes.h */
  JIPYO_LABEL_OVER,    /* above all that the mark reaches, or below */
  JIPYO_LABEL_ALONG,   /* above the middle of a level, else around its point */
  JIPYO_LABEL_BEYOND,  /* beyond the end of a bar, else inside it */
  JIPYO_LABEL_INSIDE,  /* inside a box, else beyond it */
  JIPYO_LABEL_STACKED, /* inside a segment, else off the stack */
} JipyoLabelPlace;

/* What can be said of its figures. */
typedef enum {
  JIPYO_TELLS_VALUE = 1 << 0,  /* each is told by its value: there is a highest and a lowest */
  JIPYO_TELLS_LINE = 1 << 1,   /* in order they are a course that rises, falls and breaks */
  JIPYO_TELLS_CHANGE = 1 << 2, /* each is a change from start to value */
  JIPYO_TELLS_PARTS = 1 << 3,  /* those of a position add up to a whole */
} JipyoMarkTells;

typedef struct {
  struct {
    const char *ko;
    const char *en;
  } word; /* for a plot of it, as a sentence begins */
  struct {
    const char *ko;
    const char *en;
  } whole; /* PARTS: for what they add up to, in the middle of a sentence */
  JipyoMarkTells tells;
  JipyoMarkReads reads;
  JipyoLabelPlace label;
  gboolean from_zero;  /* a linear value axis must show zero */
  gboolean airy;       /* has no ground to stand on: a little air beyond its data */
  gboolean dotted;     /* single points: half of one fits in at the ends of the axes */
  gboolean solid;      /* covers ground: texts stay off it, bands give it room */
  gboolean continuous; /* data are joined, in the order given; named at the last datum */
  gboolean stepped;    /* joined along the axes */
  gboolean dense;      /* draws columns of many points too */
  gboolean leaping;    /* goes on to the next band */
  gboolean between;    /* has a place without a value, by the other channels it reads */
  gboolean pitched;    /* as wide as its distance allows, half of which fits in at the ends */
  gboolean edged;      /* its first and last datum reach no further than they say */
  gboolean stripped;   /* lies in a strip of its own, with its own scale */
  gboolean stacked;    /* begins where the one before it in the band ends: see the stacks */
  gboolean celled;     /* covers a part of the position axis; shown while any of it is in view */
  gboolean positioned; /* `arrange`: the position axis is placed below its ground, rows above it */
  gboolean boxed;      /* its key in the legend is a box */
  /* Appends the shapes of a series to the layout, scales being known. */
  void (*place) (JipyoPlotLayout *layout, const JipyoPlot *plot, guint series);
  void (*paint) (cairo_t *cr, const JipyoMarkPaint *paint);
  /* Its key in the legend, `paint` having no shapes; NULL: a box, or a point, on a line if it is
   * continuous. */
  void (*paint_key) (cairo_t *cr, const JipyoMarkPaint *paint, const JipyoRect *rect);
  /* For marks that two axes are no ground for; else NULL. `name` adds the names of the series, and
   * takes what they need off the body; without it, or where it is FALSE, they have a legend.
   * `arrange` fills in scales and area, or no more than scales if it is `positioned`, and adds what
   * surrounds the marks; FALSE when there is nothing to draw. `finish` adds the texts, all shapes
   * being placed. */
  gboolean (*name) (JipyoPlotLayout *layout, const JipyoPlot *plot);
  gboolean (*arrange) (JipyoPlotLayout *layout, const JipyoPlot *plot);
  void (*finish) (JipyoPlotLayout *layout, const JipyoPlot *plot);
} JipyoMarkClass;
