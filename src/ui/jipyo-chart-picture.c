/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A graphics card keeps a texture. The software renderer copies all of one with every frame that
 * touches it, by way of floating point in GTK 4.8; there the image is painted as cairo has it, and
 * only where something changed. `./dev bench frames` measures it.
 */

#include "jipyo-chart-picture.h"

#include <math.h>

#include "jipyo-datum-text.h"
#include "jipyo-plot-overlay.h"

void
jipyo_chart_picture_forget_card (JipyoChartPicture *self)
{
  g_clear_pointer (&self->card, jipyo_plot_card_free);
}

void
jipyo_chart_picture_clear (JipyoChartPicture *self, gboolean fonts)
{
  jipyo_chart_picture_forget_card (self);
  g_clear_pointer (&self->layout, jipyo_plot_layout_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  if (fonts)
    g_clear_pointer (&self->typesetter, jipyo_typesetter_free);
}

void
jipyo_chart_picture_set_stale (JipyoChartPicture *self)
{
  jipyo_chart_picture_forget_card (self);
  self->stale = TRUE;
}

static GskRenderNode *
make_texture_node (cairo_surface_t *surface, const graphene_rect_t *bounds)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  /* The texture keeps the surface, and nobody draws on it any more. */
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (
    cairo_image_surface_get_data (surface), stride * (gsize) height,
    (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  g_autoptr (GdkTexture) texture =
               gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);

  return gsk_texture_node_new (texture, bounds);
}

static GskRenderNode *
make_cairo_node (cairo_surface_t *surface, const graphene_rect_t *bounds)
{
  static const cairo_user_data_key_t kept;
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  /* Without the image what was recorded would become a copy of it. */
  cairo_surface_set_user_data (cairo_get_target (cr), &kept, cairo_surface_reference (surface),
                               (cairo_destroy_func_t) cairo_surface_destroy);
  cairo_destroy (cr);
  return node;
}

static GskRenderNode *
make_node (cairo_surface_t *surface, const JipyoPlotFrame *frame, GtkWidget *widget)
{
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, (float) frame->width, (float) frame->height);
  GtkNative *native = gtk_widget_get_native (widget);

  cairo_surface_flush (surface);
  if (native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)))
    return make_cairo_node (surface, &bounds);
  return make_texture_node (surface, &bounds);
}

void
jipyo_chart_picture_draw (JipyoChartPicture *self,
                          const JipyoPlot *plot,
                          const JipyoPlotFrame *frame,
                          GtkWidget *widget)
{
  const int scale = gtk_widget_get_scale_factor (widget);
  JipyoPlotFrame own = *frame;

  jipyo_chart_picture_clear (self, FALSE);
  if (self->typesetter == NULL)
    self->typesetter = jipyo_typesetter_new (frame->theme, plot->lang);
  own.typesetter = self->typesetter;
  self->layout = jipyo_plot_layout_new_framed (plot, &own);
  self->n_drawn++;
  self->stale = FALSE;
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_ARGB32, (int) ceil (frame->width) * scale, (int) ceil (frame->height) * scale);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS) {
    cairo_surface_set_device_scale (surface, scale, scale);
    cairo_t *cr = cairo_create (surface);
    jipyo_plot_draw (cr, plot, self->layout, frame->theme);
    cairo_destroy (cr);
    self->node = make_node (surface, frame, widget);
  }
  cairo_surface_destroy (surface);
}

void
jipyo_chart_picture_append (const JipyoChartPicture *self, GtkSnapshot *snapshot)
{
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
}

const JipyoPlotCard *
jipyo_chart_picture_make_card (JipyoChartPicture *self,
                               const JipyoPlot *plot,
                               const JipyoPlotPointer *pointer)
{
  if (self->card == NULL && self->layout != NULL && pointer->has_datum)
    self->card = jipyo_plot_card_new (plot, self->layout, pointer, self->typesetter);
  return self->card;
}

void
jipyo_chart_picture_append_overlay (JipyoChartPicture *self,
                                    GtkSnapshot *snapshot,
                                    const JipyoPlot *plot,
                                    const JipyoPlotPointer *pointer)
{
  const JipyoPlotCard *card = jipyo_chart_picture_make_card (self, plot, pointer);
  const JipyoRect all = jipyo_plot_overlay_measure (self->layout, pointer, card);

  if (all.width <= 0 || all.height <= 0)
    return;
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT ((float) floor (all.x), (float) floor (all.y), (float) ceil (all.width) + 1,
                        (float) ceil (all.height) + 1);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  jipyo_plot_overlay_draw (cr, self->layout, pointer, card);
  cairo_destroy (cr);
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
