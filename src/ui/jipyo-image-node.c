/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A graphics card keeps a texture. The software renderer copies all of one with every frame that
 * touches it, by way of floating point in GTK 4.8; there the image is painted as cairo has it, tile
 * by tile: cairo first paints a node into an image of its own, and one of the size of a tile stays
 * in the processor's cache. Tiles without ink are not painted at all.
 *
 * Of the next image most is the same, as most of a chart is empty, and what a window paints and
 * sends is what costs. The tiles stay, and find the newer image when they are painted; where it is
 * another one is said by marks, nodes that paint nothing. For what the toolkit paints anew is what
 * a node covers that is new or gone. So a mark, once there, stays as well, until there are many;
 * then all is painted once. `./dev bench frames` measures it.
 *
 * A surface that is painted into a node would be copied when it is freed, in case that the node
 * lives on; a source that is asked for its image when it is painted is not.
 */

#include "jipyo-image-node.h"

#include "jipyo-image-cells.h"
#include "jipyo-ink.h"
#include "jipyo-spare-image.h"

#include <string.h>

/* Shared by the nodes of all tiles. */
typedef struct {
  cairo_surface_t *image;
} Source;

struct _JipyoImageNode {
  GskRenderNode *node; /* owned; NULL before there is an image */
  Source *source;      /* a reference; NULL without tiles */
  JipyoCellGrid cells;
  GArray *ink;     /* owned: of JipyoCellRow; which cells are not empty */
  GArray *changed; /* owned: of JipyoCellRow; which are not marked yet */
  JipyoSpareImage spare;
  GPtrArray *tiles; /* owned: of GskRenderNode, row by row */
  GPtrArray *marks; /* owned: of GskRenderNode; the first covers the image */
  int tile_width_px;
  int tile_height_px;
  int scale;
};

enum { MAX_COLUMNS = 6, MAX_ROWS = 12, MIN_TILE_PX = 32 };

/* GTK compares no more when 30 rectangles have changed, and paints all; there may be others beside
 * the image. What lies over one chart may be joined by lines over those beside it, each of which
 * cuts through all of these rectangles. */
static const guint max_marks_a_frame = 24, max_marks_of_overlay = 10;
static const guint max_marks = 256; /* to pass by one takes 0.06 µs of each frame */

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
  cairo_pattern_t *pattern =
    cairo_pattern_create_raster_source (g_rc_box_acquire (self->source), CAIRO_CONTENT_COLOR_ALPHA,
                                        self->cells.image_width_px, self->cells.image_height_px);
  cairo_matrix_t to_pixels;

  cairo_raster_source_pattern_set_acquire (pattern, image_acquired_cb, image_released_cb);
  cairo_raster_source_pattern_set_copy (pattern, pattern_copied_cb);
  cairo_raster_source_pattern_set_finish (pattern, pattern_finished_cb);
  cairo_matrix_init_scale (&to_pixels, self->scale, self->scale);
  cairo_pattern_set_matrix (pattern, &to_pixels);
  return pattern;
}

static GskRenderNode *
make_node (const JipyoImageNode *self, const cairo_rectangle_int_t *pixels)
{
  const float unit = 1.0F / (float) self->scale;

  return gsk_cairo_node_new (
    &GRAPHENE_RECT_INIT ((float) pixels->x * unit, (float) pixels->y * unit,
                         (float) pixels->width * unit, (float) pixels->height * unit));
}

static GskRenderNode *
make_painting_node (const JipyoImageNode *self, const cairo_rectangle_int_t *pixels)
{
  GskRenderNode *node = make_node (self, pixels);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  cairo_pattern_t *pattern = make_pattern (self);

  cairo_set_source (cr, pattern);
  cairo_paint (cr);
  cairo_pattern_destroy (pattern);
  cairo_destroy (cr);
  return node;
}

/* Its length for an image of this length, whole in cells and in the widget's units. */
static int
measure_tile (int length, int step, int n_max)
{
  const int n_steps = MAX ((length + step * n_max - 1) / (step * n_max), 1);

  return n_steps * step * ((MIN_TILE_PX + n_steps * step - 1) / (n_steps * step));
}

static JipyoCellRow *
get_row (const GArray *rows, int i)
{
  return &g_array_index (rows, JipyoCellRow, i);
}

static gboolean
has_ink (const JipyoImageNode *self, const cairo_rectangle_int_t *tile)
{
  const JipyoCellGrid *cells = &self->cells;
  const int first = tile->x / cells->width_px;
  const int end = (tile->x + tile->width + cells->width_px - 1) / cells->width_px;
  const JipyoCellRow columns = (~(JipyoCellRow) 0 >> (64 - (end - first))) << first;
  JipyoCellRow ink = 0;

  for (int y = tile->y; y < tile->y + tile->height; y += cells->height_px)
    ink |= *get_row (self->ink, y / cells->height_px);
  return (ink & columns) != 0;
}

static GskRenderNode *
join_nodes (const GPtrArray *nodes)
{
  return gsk_container_node_new ((GskRenderNode **) nodes->pdata, nodes->len);
}

/* Whether tile `i` came or became one that paints; that it stays, lest it flickers with what is
 * drawn. */
static gboolean
update_tile (JipyoImageNode *self, guint i, const cairo_rectangle_int_t *tile)
{
  const gboolean there = i < self->tiles->len;

  if (!has_ink (self, tile)) {
    if (!there)
      g_ptr_array_add (self->tiles, make_node (self, tile));
    return !there;
  }
  if (!there) {
    g_ptr_array_add (self->tiles, make_painting_node (self, tile));
    return TRUE;
  }
  GskRenderNode **node = (GskRenderNode **) &g_ptr_array_index (self->tiles, i);
  if (gsk_cairo_node_get_surface (*node) != NULL)
    return FALSE;
  gsk_render_node_unref (*node);
  *node = make_painting_node (self, tile);
  return TRUE;
}

static gboolean
update_tiles (JipyoImageNode *self)
{
  const int width = self->cells.image_width_px, height = self->cells.image_height_px;
  gboolean changed = FALSE;
  guint i = 0;

  for (int y = 0; y < height; y += self->tile_height_px)
    for (int x = 0; x < width; x += self->tile_width_px) {
      const cairo_rectangle_int_t tile = { x, y, MIN (self->tile_width_px, width - x),
                                           MIN (self->tile_height_px, height - y) };
      changed |= update_tile (self, i++, &tile);
    }
  return changed;
}

/* Whether there are any. */
static gboolean
find_changes (JipyoImageNode *self, cairo_surface_t *image)
{
  const JipyoCellComparison images = { &self->cells, self->source->image, image,
                                       jipyo_ink_get_rows (image) };
  JipyoCellRow any = 0;

  for (int i = 0; i < self->cells.n_rows; i++) {
    const JipyoCellRow changed = jipyo_cell_grid_compare_row (&images, i, get_row (self->ink, i));
    *get_row (self->changed, i) |= changed;
    any |= changed;
  }
  return any != 0;
}

/* A first mark that is another one has all painted. */
static void
mark_all (JipyoImageNode *self)
{
  const cairo_rectangle_int_t all = { 0, 0, self->cells.image_width_px,
                                      self->cells.image_height_px };

  g_ptr_array_set_size (self->marks, 0);
  g_ptr_array_add (self->marks, make_node (self, &all));
}

static gboolean
covers_same (GskRenderNode *a, GskRenderNode *b)
{
  graphene_rect_t bounds[2];

  gsk_render_node_get_bounds (a, &bounds[0]);
  gsk_render_node_get_bounds (b, &bounds[1]);
  return graphene_rect_equal (&bounds[0], &bounds[1]);
}

/* In the place of one that covers the same, as the next figure at the end of a line does. */
static void
add_mark (JipyoImageNode *self, GskRenderNode *mark)
{
  for (guint i = 1; i < self->marks->len; i++) {
    GskRenderNode **old = (GskRenderNode **) &g_ptr_array_index (self->marks, i);
    if (!covers_same (*old, mark))
      continue;
    gsk_render_node_unref (*old);
    *old = mark;
    return;
  }
  g_ptr_array_add (self->marks, mark);
}

static void
add_marks (JipyoImageNode *self, guint n_max)
{
  g_autoptr (GArray) rectangles =
               jipyo_cell_grid_cover (&self->cells, get_row (self->changed, 0), n_max);

  if (self->marks->len == 0 || self->marks->len + rectangles->len > max_marks) {
    mark_all (self);
    return;
  }
  for (guint i = 0; i < rectangles->len; i++)
    add_mark (self, make_node (self, &g_array_index (rectangles, cairo_rectangle_int_t, i)));
}

static void
clear (JipyoImageNode *self)
{
  jipyo_spare_image_clear (&self->spare);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->source, source_unref);
  g_clear_pointer (&self->ink, g_array_unref);
  g_clear_pointer (&self->changed, g_array_unref);
  g_clear_pointer (&self->tiles, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
}

static void
begin_tiles (JipyoImageNode *self, const JipyoCellGrid *cells, int scale)
{
  const GDestroyNotify unref = (GDestroyNotify) gsk_render_node_unref;

  clear (self);
  self->cells = *cells;
  self->scale = scale;
  self->source = g_rc_box_new0 (Source);
  self->ink = g_array_new (FALSE, TRUE, sizeof (JipyoCellRow));
  self->changed = g_array_new (FALSE, TRUE, sizeof (JipyoCellRow));
  g_array_set_size (self->ink, (guint) cells->n_rows);
  g_array_set_size (self->changed, (guint) cells->n_rows);
  self->tiles = g_ptr_array_new_with_free_func (unref);
  self->marks = g_ptr_array_new_with_free_func (unref);
  self->tile_width_px = measure_tile (cells->image_width_px, cells->width_px * scale, MAX_COLUMNS);
  self->tile_height_px = measure_tile (cells->image_height_px, cells->height_px * scale, MAX_ROWS);
}

static void
set_tiles (JipyoImageNode *self, cairo_surface_t *image, int scale)
{
  const JipyoCellGrid cells = jipyo_cell_grid_new (cairo_image_surface_get_width (image),
                                                   cairo_image_surface_get_height (image));

  if (self->source == NULL || self->scale != scale
      || self->cells.image_width_px != cells.image_width_px
      || self->cells.image_height_px != cells.image_height_px)
    begin_tiles (self, &cells, scale);
  GArray *ink_before = g_array_copy (self->ink);
  const gboolean changed = find_changes (self, image);
  if (update_tiles (self) || changed)
    g_clear_pointer (&self->node, gsk_render_node_unref);
  jipyo_spare_image_keep (&self->spare, self->source->image, ink_before);
  self->source->image = cairo_surface_reference (image);
}

JipyoImageNode *
jipyo_image_node_new (void)
{
  return g_new0 (JipyoImageNode, 1);
}

void
jipyo_image_node_free (JipyoImageNode *self)
{
  clear (self);
  g_free (self);
}

cairo_surface_t *
jipyo_image_node_begin (JipyoImageNode *self, GtkWidget *widget, int width, int height)
{
  const int scale = gtk_widget_get_scale_factor (widget);
  cairo_surface_t *image = NULL;

  if (self->spare.image != NULL && self->scale == scale
      && self->cells.image_width_px == width * scale
      && self->cells.image_height_px == height * scale) {
    image = jipyo_spare_image_take (&self->spare);
    jipyo_cell_grid_clear (&self->cells, get_row (self->spare.ink, 0), image);
  } else {
    image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
    cairo_surface_set_device_scale (image, scale, scale);
  }
  if (cairo_surface_status (image) == CAIRO_STATUS_SUCCESS)
    jipyo_ink_begin (image);
  return image;
}

void
jipyo_image_node_set_image (JipyoImageNode *self, cairo_surface_t *image, GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  const int scale = gtk_widget_get_scale_factor (widget);

  cairo_surface_flush (image);
  if (native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native))) {
    set_tiles (self, image, scale);
    return;
  }
  clear (self);
  self->node = make_texture_node (image, scale);
}

void
jipyo_image_node_mark (JipyoImageNode *self, const cairo_region_t *over)
{
  const gboolean changed = self->node == NULL;
  const guint n_over = over != NULL ? (guint) cairo_region_num_rectangles (over) : 0;

  if (self->source == NULL || (!changed && n_over <= max_marks_of_overlay))
    return;
  for (int i = 0; i < (int) n_over; i++) {
    cairo_rectangle_int_t rectangle;
    cairo_region_get_rectangle (over, i, &rectangle);
    rectangle.x *= self->scale;
    rectangle.y *= self->scale;
    rectangle.width *= self->scale;
    rectangle.height *= self->scale;
    jipyo_cell_grid_add (&self->cells, &rectangle, get_row (self->changed, 0));
  }
  add_marks (self, changed ? max_marks_a_frame : max_marks_of_overlay);
  memset (self->changed->data, 0, self->changed->len * sizeof (JipyoCellRow));
  GskRenderNode *parts[] = {
    changed ? join_nodes (self->tiles)
            : gsk_render_node_ref (gsk_container_node_get_child (self->node, 0)),
    join_nodes (self->marks),
  };
  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->node = gsk_container_node_new (parts, G_N_ELEMENTS (parts));
  gsk_render_node_unref (parts[0]);
  gsk_render_node_unref (parts[1]);
}

GskRenderNode *
jipyo_image_node_get (const JipyoImageNode *self)
{
  return self->node;
}
