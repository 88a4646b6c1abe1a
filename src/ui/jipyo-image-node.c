/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A graphics card keeps a texture. The software renderer copies all of one with every frame that
 * touches it, by way of floating point in GTK 4.8; there the image is painted as cairo has it, and
 * only where something changed. `./dev bench frames` measures it.
 *
 * A surface that is painted into a node would be copied when it is freed, in case that the node
 * lives on; a source that is asked for its image is not. And cairo first paints a node into an
 * image of its own: a strip of the picture at a time, that one stays in the processor's cache.
 */

#include "jipyo-image-node.h"

static const int strip_height = 32; /* in the widget's units */

static GskRenderNode *
make_texture_node (cairo_surface_t *image, int scale)
{
  const int width = cairo_image_surface_get_width (image);
  const int height = cairo_image_surface_get_height (image);
  const gsize stride = (gsize) cairo_image_surface_get_stride (image);
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, (float) width / (float) scale, (float) height / (float) scale);

  /* The texture keeps the surface, and nobody draws on it any more. */
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (
    cairo_image_surface_get_data (image), stride * (gsize) height,
    (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (image));
  g_autoptr (GdkTexture) texture =
               gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);

  return gsk_texture_node_new (texture, &bounds);
}

static cairo_surface_t *
image_acquired_cb (cairo_pattern_t *pattern,
                   void *image,
                   cairo_surface_t *target,
                   const cairo_rectangle_int_t *extents)
{
  return cairo_surface_reference (image);
}

static void
image_released_cb (cairo_pattern_t *pattern, void *image, cairo_surface_t *acquired)
{
  cairo_surface_destroy (acquired);
}

static cairo_status_t
pattern_copied_cb (cairo_pattern_t *copy, void *image, const cairo_pattern_t *pattern)
{
  cairo_surface_reference (image);
  return CAIRO_STATUS_SUCCESS;
}

static void
pattern_finished_cb (cairo_pattern_t *pattern, void *image)
{
  cairo_surface_destroy (image);
}

/* Owns a reference of the image, as each copy of it does. */
static cairo_pattern_t *
make_pattern (cairo_surface_t *image, int scale)
{
  cairo_pattern_t *pattern = cairo_pattern_create_raster_source (
    cairo_surface_reference (image), CAIRO_CONTENT_COLOR_ALPHA,
    cairo_image_surface_get_width (image), cairo_image_surface_get_height (image));
  cairo_matrix_t to_pixels;

  cairo_raster_source_pattern_set_acquire (pattern, image_acquired_cb, image_released_cb);
  cairo_raster_source_pattern_set_copy (pattern, pattern_copied_cb);
  cairo_raster_source_pattern_set_finish (pattern, pattern_finished_cb);
  cairo_matrix_init_scale (&to_pixels, scale, scale);
  cairo_pattern_set_matrix (pattern, &to_pixels);
  return pattern;
}

static GskRenderNode *
make_strip (cairo_pattern_t *pattern, const graphene_rect_t *bounds)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source (cr, pattern);
  cairo_paint (cr);
  cairo_destroy (cr);
  return node;
}

static GskRenderNode *
make_cairo_node (cairo_surface_t *image, int scale)
{
  const int width = cairo_image_surface_get_width (image) / scale;
  const int height = cairo_image_surface_get_height (image) / scale;
  g_autoptr (GPtrArray) strips =
               g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  cairo_pattern_t *pattern = make_pattern (image, scale);

  for (int y = 0; y < height; y += strip_height) {
    const graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, (float) y, (float) width, (float) MIN (strip_height, height - y));
    g_ptr_array_add (strips, make_strip (pattern, &bounds));
  }
  cairo_pattern_destroy (pattern);
  return gsk_container_node_new ((GskRenderNode **) strips->pdata, strips->len);
}

GskRenderNode *
jipyo_image_node_new (cairo_surface_t *image, GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  const int scale = gtk_widget_get_scale_factor (widget);

  cairo_surface_flush (image);
  if (native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)))
    return make_cairo_node (image, scale);
  return make_texture_node (image, scale);
}
