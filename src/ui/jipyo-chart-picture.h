/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of a chart that does not move, drawn once at the scale of the screen and kept
 * until something it shows has changed.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-image-node.h"
#include "jipyo-plot-card.h"
#include "jipyo-plot-level.h"

typedef struct {
  JipyoPlotLayout *layout;     /* owned; NULL while there is no picture */
  JipyoImageNode *image;       /* owned; of the last picture, or NULL */
  JipyoPlotCard *card;         /* owned; NULL while nothing is pointed at */
  JipyoPlotLevel *level;       /* owned; NULL while there is no card or no value axis */
  JipyoTypesetter *typesetter; /* owned; of layout and card, or NULL */
  cairo_region_t *over;        /* owned; what lay over the picture in the last frame, or NULL */
  guint n_drawn;               /* how often so far; for tests */
  gboolean stale;              /* something changed since; what is seen still answers */
  gboolean measured;           /* `sides` are those of what is shown */
  JipyoPlotSides sides;
} JipyoChartPicture;

/* Before theme, language or plot change; fonts are kept unless `fonts`. */
void jipyo_chart_picture_clear (JipyoChartPicture *self, gboolean fonts);
/* The same, for good. */
void jipyo_chart_picture_end (JipyoChartPicture *self);
/* To be drawn anew with the next frame, however much changes until then. */
void jipyo_chart_picture_set_stale (JipyoChartPicture *self);
/* The same, where nothing changed but the room beside what is shown. */
void jipyo_chart_picture_set_moved (JipyoChartPicture *self);
void jipyo_chart_picture_forget_card (JipyoChartPicture *self);
/* What the plot takes beside its area, measured once until something changes. */
JipyoPlotSides jipyo_chart_picture_measure_sides (JipyoChartPicture *self,
                                                  const JipyoPlot *plot,
                                                  const JipyoPlotFrame *frame);
/* Draws for the scale and the renderer of `widget`. The frame's size is that of what is seen. */
void jipyo_chart_picture_draw (JipyoChartPicture *self,
                               const JipyoPlot *plot,
                               const JipyoPlotFrame *frame,
                               GtkWidget *widget);
/* Before the picture is appended with an overlay. */
void jipyo_chart_picture_begin_frame (JipyoChartPicture *self,
                                      const JipyoPlot *plot,
                                      const JipyoPlotPointer *pointer);
void jipyo_chart_picture_append (const JipyoChartPicture *self, GtkSnapshot *snapshot);
/* The card for what is pointed at, or NULL. Borrowed until something is pointed at anew. */
const JipyoPlotCard *jipyo_chart_picture_make_card (JipyoChartPicture *self,
                                                    const JipyoPlot *plot,
                                                    const JipyoPlotPointer *pointer);
/* Paints what pointer and keys have in hand, on no more than it covers. */
void jipyo_chart_picture_append_overlay (JipyoChartPicture *self,
                                         GtkSnapshot *snapshot,
                                         const JipyoPlot *plot,
                                         const JipyoPlotPointer *pointer);
/* What is pointed at in words: the measured stretch, or the datum; "" without. (transfer full) */
char *jipyo_chart_picture_describe (JipyoChartPicture *self,
                                    const JipyoPlot *plot,
                                    const JipyoPlotState *state,
                                    const JipyoPlotPointer *pointer);
