/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A graphics card keeps a texture. The software renderer copies all of one with every frame that
 * touches it, by way of floating point in GTK 4.8; there the image is painted as cairo has it, tile
 * by tile. Most of a chart is empty: a tile without anything costs nothing, and where it was so
 * before its node is the same, so that the window neither paints nor sends what is below it.
 * `./dev bench frames` measures it.
 *
 * A surface that is painted into a node would be copied when it is freed, in case that the node
 * lives on; a source that is asked for its image is not. And cairo first paints a node into an
 * image of its own: of the size of a tile, that one stays in the processor's cache.
 */

#include "jipyo-image-node.h"

#include <string.h>

struct _JipyoImageNode {
  GskRenderNode *node; /* owned */
  GArray *empty;       /* owned: of gboolean, a tile each, row by row; NULL for a texture */
  int width_px;
  int height_px;
  int scale;
};

/* GTK compares no more when 30 rectangles have changed, and paints all: few rows, mostly of one or
 * two runs of tiles each. */
static const int max_columns = 12;
static const int max_rows = 20;
static const int min_tile_px = 32; /* in the widget's units */

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

/* A pixel of it is 32 bits, as cairo's are. */
static gboolean
is_empty (cairo_surface_t *image, const cairo_rectangle_int_t *tile)
{
  const gsize stride = (gsize) cairo_image_surface_get_stride (image);
  const gsize pixel = sizeof (guint32), n_bytes = (gsize) tile->width * pixel;
  const guint8 *row =
    cairo_image_surface_get_data (image) + (gsize) tile->y * stride + (gsize) tile->x * pixel;
  static const guint32 nothing = 0;

  for (int y = 0; y < tile->height; y++, row += stride)
    if (memcmp (row, &nothing, pixel) != 0 || memcmp (row, row + pixel, n_bytes - pixel) != 0)
      return FALSE;
  return TRUE;
}

typedef struct {
  JipyoImageNode *self;
  const JipyoImageNode *before; /* of the same tiles, or NULL */
  cairo_surface_t *image;
  cairo_pattern_t *pattern;
} Tiling;

static GskRenderNode *
make_tile (const Tiling *tiling, const cairo_rectangle_int_t *tile, gboolean empty)
{
  const float unit = 1.0F / (float) tiling->self->scale;
  GskRenderNode *node = gsk_cairo_node_new (
    &GRAPHENE_RECT_INIT ((float) tile->x * unit, (float) tile->y * unit, (float) tile->width * unit,
                         (float) tile->height * unit));

  if (empty)
    return node;
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_source (cr, tiling->pattern);
  cairo_paint (cr);
  cairo_destroy (cr);
  return node;
}

/* Its length for a picture of this length, in pixels. */
static int
measure_tile (int length, int scale, int n_max)
{
  const int units = (length / scale + n_max - 1) / n_max;

  return MAX (min_tile_px, units) * scale;
}

static GskRenderNode *
get_tile (const Tiling *tiling, guint row, guint column)
{
  GskRenderNode *tiles = gsk_container_node_get_child (tiling->before->node, row);

  return gsk_container_node_get_child (tiles, column);
}

/* Rows have nodes of their own: many nodes of which many changed take long to compare. */
static GskRenderNode *
make_row (Tiling *tiling, guint row)
{
  JipyoImageNode *self = tiling->self;
  const int width = measure_tile (self->width_px, self->scale, max_columns);
  const int full_height = measure_tile (self->height_px, self->scale, max_rows);
  const int y = (int) row * full_height, height = MIN (full_height, self->height_px - y);
  g_autoptr (GPtrArray) nodes =
               g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);

  for (int x = 0; x < self->width_px; x += width) {
    const cairo_rectangle_int_t tile = { x, y, MIN (width, self->width_px - x), height };
    const gboolean empty = is_empty (tiling->image, &tile);
    const gboolean kept = empty && tiling->before != NULL
                          && g_array_index (tiling->before->empty, gboolean, self->empty->len);
    g_ptr_array_add (nodes, kept ? gsk_render_node_ref (get_tile (tiling, row, nodes->len))
                                 : make_tile (tiling, &tile, empty));
    g_array_append_val (self->empty, empty);
  }
  return gsk_container_node_new ((GskRenderNode **) nodes->pdata, nodes->len);
}

static void
add_rows (JipyoImageNode *self, cairo_surface_t *image, const JipyoImageNode *before)
{
  const gboolean comparable =
    before != NULL && before->empty != NULL && before->width_px == self->width_px
    && before->height_px == self->height_px && before->scale == self->scale;
  Tiling tiling = { self, comparable ? before : NULL, image, make_pattern (image, self->scale) };
  g_autoptr (GPtrArray) rows =
               g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);

  const int height = measure_tile (self->height_px, self->scale, max_rows);

  self->empty = g_array_new (FALSE, FALSE, sizeof (gboolean));
  while ((int) rows->len * height < self->height_px)
    g_ptr_array_add (rows, make_row (&tiling, rows->len));
  cairo_pattern_destroy (tiling.pattern);
  self->node = gsk_container_node_new ((GskRenderNode **) rows->pdata, rows->len);
}

JipyoImageNode *
jipyo_image_node_new (cairo_surface_t *image, GtkWidget *widget, const JipyoImageNode *before)
{
  GtkNative *native = gtk_widget_get_native (widget);
  JipyoImageNode *self = g_new0 (JipyoImageNode, 1);

  cairo_surface_flush (image);
  self->width_px = cairo_image_surface_get_width (image);
  self->height_px = cairo_image_surface_get_height (image);
  self->scale = gtk_widget_get_scale_factor (widget);
  if (native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)))
    add_rows (self, image, before);
  else
    self->node = make_texture_node (image, self->scale);
  return self;
}

void
jipyo_image_node_free (JipyoImageNode *self)
{
  gsk_render_node_unref (self->node);
  g_clear_pointer (&self->empty, g_array_unref);
  g_free (self);
}

GskRenderNode *
jipyo_image_node_get (const JipyoImageNode *self)
{
  return self->node;
}
