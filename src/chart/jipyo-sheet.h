/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole picture: heading, key figures, charts in a grid, a table, and the line with sources, data
 * date and as-of. What `jipyo render` writes, what a slide shows and what is exported.
 */

#pragma once

#include "jipyo-plot-state.h"
#include "jipyo-plot.h"

/* A key figure. `state` is a colour-free mark of doubt such as "⚠ 기사 2,139억"; or NULL. */
typedef struct {
  char *label;
  char *number; /* large */
  char *unit;   /* beside it, smaller; or NULL */
  char *prefix; /* "최대" before the number; or NULL */
  char *doubt;  /* a conflicting figure, or why it is none of now, drawn as a badge; or NULL */
  char *note;   /* source and date, small */
  char *claim;  /* claim or instrument id, or NULL */
  gboolean is_change; /* `unit` is a change: coloured by `direction` */
  int direction;      /* -1, 0, 1 */
  gboolean muted;     /* the figure is no more of now */
} JipyoTile;

typedef enum { JIPYO_ALIGN_START, JIPYO_ALIGN_END, JIPYO_ALIGN_BAR } JipyoCellAlign;

typedef struct {
  char *text;    /* NULL or "" draws a muted en dash */
  double bar;    /* ALIGN_BAR: 0 … 1 of the column's width; NaN: none */
  int direction; /* -1, 0, 1: colours a change; 0 none */
  gboolean muted;
  gboolean doubtful; /* not believed: grey alone would not warn of it */
  char *claim;       /* claim or instrument id behind the figure, or NULL */
} JipyoGridCell;

/* A table as drawn in a picture; views make it from their own table. */
typedef struct {
  GPtrArray *titles; /* of char * */
  GArray *aligns;    /* of JipyoCellAlign */
  GPtrArray *rows;   /* of GArray of JipyoGridCell */
} JipyoGrid;

typedef struct {
  JipyoLang lang;
  char *title;
  char *subtitle;
  char *footer;
  GPtrArray *tiles; /* of JipyoTile */
  GPtrArray *plots; /* of JipyoPlot; the first one may span the width (see `wide_first`) */
  gboolean wide_first;
  gboolean multiples; /* the plots have the same axes: see jipyo-multiples.h */
  JipyoGrid *grid;    /* or NULL */
  /* How the plot is looked at, when there is no other; NULL: as it is described. Borrowed. */
  const JipyoPlotState *state;
} JipyoSheet;

JipyoSheet *jipyo_sheet_new (JipyoLang lang);
void jipyo_sheet_free (JipyoSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoSheet, jipyo_sheet_free)
/* Nothing but the n-th plot, which it borrows, under its own heading. (transfer full) */
JipyoSheet *jipyo_sheet_copy_plot (const JipyoSheet *self, guint n, const JipyoPlotState *state);

/* An empty tile, owned by the sheet, texts to be filled with g_strdup'ed strings. */
JipyoTile *jipyo_sheet_add_tile (JipyoSheet *self);
/* Has the badge say what the note says: in small and grey it does not warn. */
void jipyo_tile_warn (JipyoTile *self);
/* Takes the plot. */
void jipyo_sheet_take_plot (JipyoSheet *self, JipyoPlot *plot);

JipyoGrid *jipyo_grid_new (void);
void jipyo_grid_free (JipyoGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoGrid, jipyo_grid_free)
void jipyo_grid_add_column (JipyoGrid *self, const char *title, JipyoCellAlign align);
/* A row of empty cells without bars, one a column, owned by the grid; columns come first. */
JipyoGridCell *jipyo_grid_add_row (JipyoGrid *self);
