/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layout, image, node: each is made once and used until what it shows changes.
 */

#include "jipyo-chart-picture.h"

#include <math.h>

#include "jipyo-datum-text.h"
#include "jipyo-plot-overlay.h"

void
jipyo_chart_picture_forget_card (JipyoChartPicture *self)
{
  g_clear_pointer (&self->card, jipyo_plot_card_free);
  g_clear_pointer (&self->level, jipyo_plot_level_free);
}

void
jipyo_chart_picture_clear (JipyoChartPicture *self, gboolean fonts)
{
  jipyo_chart_picture_forget_card (self);
  self->measured = FALSE;
  g_clear_pointer (&self->layout, jipyo_plot_layout_free);
  if (fonts)
    g_clear_pointer (&self->typesetter, jipyo_typesetter_free);
}

void
jipyo_chart_picture_end (JipyoChartPicture *self)
{
  jipyo_chart_picture_clear (self, TRUE);
  g_clear_pointer (&self->image, jipyo_image_node_free);
  g_clear_pointer (&self->over, cairo_region_destroy);
}

void
jipyo_chart_picture_set_moved (JipyoChartPicture *self)
{
  jipyo_chart_picture_forget_card (self);
  self->stale = TRUE;
}

void
jipyo_chart_picture_set_stale (JipyoChartPicture *self)
{
  jipyo_chart_picture_set_moved (self);
  self->measured = FALSE;
}

static void
open_fonts (JipyoChartPicture *self, const JipyoPlot *plot, const JipyoPlotFrame *frame)
{
  if (self->typesetter == NULL)
    self->typesetter = jipyo_typesetter_new (frame->theme, plot->lang);
}

JipyoPlotSides
jipyo_chart_picture_measure_sides (JipyoChartPicture *self,
                                   const JipyoPlot *plot,
                                   const JipyoPlotFrame *frame)
{
  JipyoPlotFrame own = *frame;

  if (self->measured)
    return self->sides;
  open_fonts (self, plot, frame);
  own.typesetter = self->typesetter;
  self->sides = jipyo_plot_layout_measure_sides (plot, &own);
  self->measured = TRUE;
  return self->sides;
}

void
jipyo_chart_picture_draw (JipyoChartPicture *self,
                          const JipyoPlot *plot,
                          const JipyoPlotFrame *frame,
                          GtkWidget *widget)
{
  JipyoPlotFrame own = *frame;

  jipyo_chart_picture_forget_card (self);
  g_clear_pointer (&self->layout, jipyo_plot_layout_free);
  open_fonts (self, plot, frame);
  own.typesetter = self->typesetter;
  self->layout = jipyo_plot_layout_new_framed (plot, &own);
  self->n_drawn++;
  self->stale = FALSE;
  if (self->image == NULL)
    self->image = jipyo_image_node_new ();
  cairo_surface_t *surface = jipyo_image_node_begin (self->image, widget, (int) ceil (frame->width),
                                                     (int) ceil (frame->height));
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS) {
    cairo_t *cr = cairo_create (surface);
    jipyo_plot_draw (cr, plot, self->layout, frame->theme);
    cairo_destroy (cr);
    jipyo_image_node_set_image (self->image, surface, widget);
  } else {
    g_clear_pointer (&self->image, jipyo_image_node_free);
  }
  cairo_surface_destroy (surface);
}

void
jipyo_chart_picture_append (const JipyoChartPicture *self, GtkSnapshot *snapshot)
{
  if (self->image == NULL)
    return;
  jipyo_image_node_mark (self->image, NULL);
  gtk_snapshot_append_node (snapshot, jipyo_image_node_get (self->image));
}

const JipyoPlotCard *
jipyo_chart_picture_make_card (JipyoChartPicture *self,
                               const JipyoPlot *plot,
                               const JipyoPlotPointer *pointer)
{
  if (self->card == NULL && self->layout != NULL && pointer->has_datum) {
    self->card = jipyo_plot_card_new (plot, self->layout, pointer, self->typesetter);
    g_clear_pointer (&self->level, jipyo_plot_level_free);
    self->level = jipyo_plot_level_new (plot, self->layout, pointer, self->typesetter);
  }
  return self->card;
}

/* Whole units around a rectangle. */
static cairo_rectangle_int_t
surround (const JipyoRect *rect)
{
  return (cairo_rectangle_int_t){ (int) floor (rect->x), (int) floor (rect->y),
                                  (int) ceil (rect->width) + 1, (int) ceil (rect->height) + 1 };
}

static JipyoPlotOverlay
make_overlay (JipyoChartPicture *self, const JipyoPlot *plot, const JipyoPlotPointer *pointer)
{
  return (JipyoPlotOverlay){
    .layout = self->layout,
    .pointer = pointer,
    .card = jipyo_chart_picture_make_card (self, plot, pointer),
  };
}

static gboolean
has_level (const JipyoChartPicture *self)
{
  return self->card != NULL && self->level != NULL;
}

/* What the overlay covers. (transfer full) */
static cairo_region_t *
measure_over (const JipyoChartPicture *self, const JipyoPlotOverlay *overlay)
{
  cairo_region_t *region = cairo_region_create ();

  if (has_level (self)) {
    const JipyoRect rect = jipyo_plot_level_get_rect (self->level);
    const cairo_rectangle_int_t around = surround (&rect);
    cairo_region_union_rectangle (region, &around);
  }
  for (JipyoOverlayPart part = 0; part < JIPYO_OVERLAY_N_PARTS; part++) {
    const JipyoRect rect = jipyo_plot_overlay_measure (overlay, part);
    const cairo_rectangle_int_t around = surround (&rect);
    if (rect.width > 0 && rect.height > 0)
      cairo_region_union_rectangle (region, &around);
  }
  return region;
}

void
jipyo_chart_picture_begin_frame (JipyoChartPicture *self,
                                 const JipyoPlot *plot,
                                 const JipyoPlotPointer *pointer)
{
  const JipyoPlotOverlay overlay = make_overlay (self, plot, pointer);
  cairo_region_t *over = measure_over (self, &overlay);

  if (self->over == NULL)
    self->over = cairo_region_create ();
  cairo_region_union (self->over, over);
  if (self->image != NULL)
    jipyo_image_node_mark (self->image, self->over);
  cairo_region_destroy (self->over);
  self->over = over;
}

static cairo_t *
append_cairo (GtkSnapshot *snapshot, const JipyoRect *rect)
{
  const cairo_rectangle_int_t around = surround (rect);

  return gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT ((float) around.x, (float) around.y, (float) around.width,
                                   (float) around.height));
}

static void
append_level (const JipyoPlotLevel *level, GtkSnapshot *snapshot)
{
  const JipyoRect rect = jipyo_plot_level_get_rect (level);
  cairo_t *cr = append_cairo (snapshot, &rect);

  jipyo_plot_level_draw (level, cr);
  cairo_destroy (cr);
}

/* Surfaces of their own: one for both lines of the crosshair, or for one and the card beside it,
 * would cover much of the picture, and the window paints and sends what is covered. */
void
jipyo_chart_picture_append_overlay (JipyoChartPicture *self,
                                    GtkSnapshot *snapshot,
                                    const JipyoPlot *plot,
                                    const JipyoPlotPointer *pointer)
{
  const JipyoPlotOverlay overlay = make_overlay (self, plot, pointer);

  if (has_level (self))
    append_level (self->level, snapshot);
  for (JipyoOverlayPart part = 0; part < JIPYO_OVERLAY_N_PARTS; part++) {
    const JipyoRect rect = jipyo_plot_overlay_measure (&overlay, part);
    if (rect.width <= 0 || rect.height <= 0)
      continue;
    cairo_t *cr = append_cairo (snapshot, &rect);
    jipyo_plot_overlay_draw (&overlay, part, cr);
    cairo_destroy (cr);
  }
}

char *
jipyo_chart_picture_describe (JipyoChartPicture *self,
                              const JipyoPlot *plot,
                              const JipyoPlotState *state,
                              const JipyoPlotPointer *pointer)
{
  const JipyoPlotCard *card =
    pointer->has_anchor ? jipyo_chart_picture_make_card (self, plot, pointer) : NULL;

  if (card != NULL)
    return jipyo_plot_card_format_text (card);
  if (!pointer->has_datum)
    return g_strdup ("");
  return jipyo_datum_text_describe_viewed (plot, state, pointer->series, pointer->datum);
}
