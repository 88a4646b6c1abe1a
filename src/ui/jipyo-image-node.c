/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A graphics card keeps a texture. The software renderer copies all of one with every frame that
 * touches it, by way of floating point in GTK 4.8; there the image is painted as cairo has it, tile
 * by tile. Of the next image most tiles are the same, as most of a chart is empty: those keep their
 * nodes, so that the window neither paints nor sends what is there. `./dev bench frames` measures
 * it.
 *
 * A surface that is painted into a node would be copied when it is freed, in case that the node
 * lives on; a source that is asked for its image when it is painted is not, and a kept node finds
 * the newer image there. And cairo first paints a node into an image of its own: of the size of a
 * tile, that one stays in the processor's cache.
 */

#include "jipyo-image-node.h"

#include <string.h>

/* Shared by the nodes of all tiles. */
typedef struct {
  cairo_surface_t *image;
} Source;

struct _JipyoImageNode {
  GskRenderNode *node; /* owned */
  Source *source;      /* a reference, or NULL for a texture */
  GArray *empty;       /* owned: of gboolean, a tile each, row by row; NULL for a texture */
  int width_px;
  int height_px;
  int scale;
};

/* GTK compares no more when 30 rectangles have changed, and paints all: few rows, mostly of one or
 * two runs of tiles each, and there may be a card over them. */
enum { MAX_COLUMNS = 12, MAX_ROWS = 12 };
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

static void
source_clear (gpointer data)
{
  cairo_surface_destroy (((Source *) data)->image);
}

static void
source_unref (Source *source)
{
  g_rc_box_release_full (source, source_clear);
}

static cairo_surface_t *
image_acquired_cb (cairo_pattern_t *pattern,
                   void *source,
                   cairo_surface_t *target,
                   const cairo_rectangle_int_t *extents)
{
  return cairo_surface_reference (((Source *) source)->image);
}

static void
image_released_cb (cairo_pattern_t *pattern, void *source, cairo_surface_t *acquired)
{
  cairo_surface_destroy (acquired);
}

static cairo_status_t
pattern_copied_cb (cairo_pattern_t *copy, void *source, const cairo_pattern_t *pattern)
{
  g_rc_box_acquire (source);
  return CAIRO_STATUS_SUCCESS;
}

static void
pattern_finished_cb (cairo_pattern_t *pattern, void *source)
{
  source_unref (source);
}

/* Owns a reference of the source, as each copy of it does. */
static cairo_pattern_t *
make_pattern (const JipyoImageNode *self)
{
  cairo_pattern_t *pattern = cairo_pattern_create_raster_source (
    g_rc_box_acquire (self->source), CAIRO_CONTENT_COLOR_ALPHA, self->width_px, self->height_px);
  cairo_matrix_t to_pixels;

  cairo_raster_source_pattern_set_acquire (pattern, image_acquired_cb, image_released_cb);
  cairo_raster_source_pattern_set_copy (pattern, pattern_copied_cb);
  cairo_raster_source_pattern_set_finish (pattern, pattern_finished_cb);
  cairo_matrix_init_scale (&to_pixels, self->scale, self->scale);
  cairo_pattern_set_matrix (pattern, &to_pixels);
  return pattern;
}

/* Its length for a picture of this length, in pixels. */
static int
measure_tile (int length, int scale, int n_max)
{
  const int units = (length / scale + n_max - 1) / n_max;

  return MAX (min_tile_px, units) * scale;
}

static const guint8 *
get_pixels (cairo_surface_t *image, int x, int y)
{
  return cairo_image_surface_get_data (image)
         + (gsize) y * (gsize) cairo_image_surface_get_stride (image)
         + (gsize) x * sizeof (guint32);
}

static gboolean
is_empty (const guint8 *pixels, gsize n_bytes)
{
  static const guint32 nothing = 0;
  const gsize size = sizeof nothing;

  return memcmp (pixels, &nothing, size) == 0
         && memcmp (pixels, pixels + size, n_bytes - size) == 0;
}

typedef struct {
  JipyoImageNode *self;
  cairo_surface_t *image;
  const JipyoImageNode *before; /* of the same tiles, or NULL */
  cairo_pattern_t *pattern;
  int width; /* of a tile */
} Tiling;

static gboolean
was_empty (const Tiling *tiling, guint index)
{
  return tiling->before == NULL || g_array_index (tiling->before->empty, gboolean, index);
}

/* Which tiles of a row are others than before, without a before: not empty. The image is read as it
 * lies in memory, line by line, which takes half the time of tile by tile. */
static void
find_changes (const Tiling *tiling, const cairo_rectangle_int_t *row, gboolean *changed)
{
  const guint first = tiling->self->empty->len;

  for (int y = row->y; y < row->y + row->height; y++)
    for (int i = 0; i * tiling->width < row->width; i++) {
      const int x = i * tiling->width;
      const gsize n_bytes = (gsize) MIN (tiling->width, row->width - x) * sizeof (guint32);
      const guint8 *now = get_pixels (tiling->image, x, y);
      if (changed[i])
        continue;
      if (was_empty (tiling, first + (guint) i))
        changed[i] = !is_empty (now, n_bytes);
      else
        changed[i] = memcmp (now, get_pixels (tiling->self->source->image, x, y), n_bytes) != 0;
    }
}

static gboolean
is_tile_empty (const Tiling *tiling, const cairo_rectangle_int_t *tile)
{
  for (int y = tile->y; y < tile->y + tile->height; y++)
    if (!is_empty (get_pixels (tiling->image, tile->x, y), (gsize) tile->width * sizeof (guint32)))
      return FALSE;
  return TRUE;
}

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

/* Rows have nodes of their own: many nodes of which many changed take long to compare. */
static GskRenderNode *
make_row (const Tiling *tiling, const cairo_rectangle_int_t *row, GskRenderNode *before)
{
  GArray *known = tiling->self->empty;
  gboolean changed[MAX_COLUMNS] = { FALSE };
  g_autoptr (GPtrArray) nodes =
               g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);

  find_changes (tiling, row, changed);
  for (guint i = 0; (int) i * tiling->width < row->width; i++) {
    const int x = (int) i * tiling->width;
    const cairo_rectangle_int_t tile = { x, row->y, MIN (tiling->width, row->width - x),
                                         row->height };
    const gboolean empty =
      was_empty (tiling, known->len) ? !changed[i] : changed[i] && is_tile_empty (tiling, &tile);
    const gboolean kept = before != NULL && !changed[i];
    g_ptr_array_add (nodes, kept ? gsk_render_node_ref (gsk_container_node_get_child (before, i))
                                 : make_tile (tiling, &tile, empty));
    g_array_append_val (known, empty);
  }
  return gsk_container_node_new ((GskRenderNode **) nodes->pdata, nodes->len);
}

/* The nodes that are kept paint the new image from now on. */
static void
add_rows (JipyoImageNode *self, cairo_surface_t *image, const JipyoImageNode *before)
{
  const int height = measure_tile (self->height_px, self->scale, MAX_ROWS);
  const gboolean comparable =
    before != NULL && before->source != NULL && before->width_px == self->width_px
    && before->height_px == self->height_px && before->scale == self->scale;
  g_autoptr (GPtrArray) rows =
               g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);

  self->source = comparable ? g_rc_box_acquire (before->source) : g_rc_box_new0 (Source);
  self->empty = g_array_new (FALSE, FALSE, sizeof (gboolean));
  const Tiling tiling = {
    .self = self,
    .image = image,
    .before = comparable ? before : NULL,
    .pattern = make_pattern (self),
    .width = measure_tile (self->width_px, self->scale, MAX_COLUMNS),
  };
  for (int y = 0; y < self->height_px; y += height) {
    const cairo_rectangle_int_t row = { 0, y, self->width_px, MIN (height, self->height_px - y) };
    g_ptr_array_add (
      rows, make_row (&tiling, &row,
                      comparable ? gsk_container_node_get_child (before->node, rows->len) : NULL));
  }
  cairo_pattern_destroy (tiling.pattern);
  self->node = gsk_container_node_new ((GskRenderNode **) rows->pdata, rows->len);
  cairo_surface_destroy (self->source->image);
  self->source->image = cairo_surface_reference (image);
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
  g_clear_pointer (&self->source, source_unref);
  g_clear_pointer (&self->empty, g_array_unref);
  g_free (self);
}

GskRenderNode *
jipyo_image_node_get (const JipyoImageNode *self)
{
  return self->node;
}
