/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which cells of two images differ, pixel by pixel the other way round, and rectangles over them.
 */

#include "jipyo-image-cells.h"

static const int sizes[][2] = { { 1, 1 }, { 33, 9 }, { 640, 360 }, { 1921, 67 }, { 2049, 40 } };

static cairo_surface_t *
make_image (int width, int height)
{
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
}

static guint32 *
get_pixel (cairo_surface_t *image, int x, int y)
{
  return (guint32 *) (void *) (cairo_image_surface_get_data (image)
                               + y * cairo_image_surface_get_stride (image) + x * 4);
}

static void
draw_dots (cairo_surface_t *image, GRand *rand, int n)
{
  for (int i = 0; i < n; i++) {
    const int x = g_rand_int_range (rand, 0, cairo_image_surface_get_width (image));
    const int y = g_rand_int_range (rand, 0, cairo_image_surface_get_height (image));
    *get_pixel (image, x, y) = g_rand_boolean (rand) ? 0x01000000 : g_rand_int (rand);
  }
}

/* Of cells, a row each. */
typedef struct {
  JipyoCellRow changed[64];
  JipyoCellRow ink[64];
} Cells;

static Cells
find_by_pixel (const JipyoCellGrid *grid, cairo_surface_t *before, cairo_surface_t *now)
{
  Cells cells = { 0 };

  for (int y = 0; y < grid->image_height_px; y++)
    for (int x = 0; x < grid->image_width_px; x++) {
      const JipyoCellRow bit = (JipyoCellRow) 1 << (x / grid->width_px);
      const guint32 pixel = *get_pixel (now, x, y);
      if (pixel != (before != NULL ? *get_pixel (before, x, y) : 0))
        cells.changed[y / grid->height_px] |= bit;
      if (pixel != 0)
        cells.ink[y / grid->height_px] |= bit;
    }
  return cells;
}

/* The same whether it is known where ink may be or not. */
static void
check_cells (const JipyoCellComparison *images, JipyoCellRow *ink)
{
  const Cells expected = find_by_pixel (images->grid, images->before, images->now);
  JipyoCellComparison known = *images;

  known.may = expected.ink;
  for (int row = 0; row < images->grid->n_rows; row++) {
    JipyoCellRow known_ink = ink[row];
    g_assert_cmphex (jipyo_cell_grid_compare_row (&known, row, &known_ink), ==,
                     expected.changed[row]);
    g_assert_cmphex (known_ink, ==, expected.ink[row]);
    g_assert_cmphex (jipyo_cell_grid_compare_row (images, row, &ink[row]), ==,
                     expected.changed[row]);
    g_assert_cmphex (ink[row], ==, expected.ink[row]);
  }
}

static void
test_compare (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    const int width = sizes[i][0], height = sizes[i][1];
    const JipyoCellGrid grid = jipyo_cell_grid_new (width, height);
    JipyoCellComparison images = { .grid = &grid };
    JipyoCellRow ink[64] = { 0 };
    g_assert_cmpint (grid.n_columns, <=, 64);
    for (int k = 0; k < 4; k++) {
      images.now = make_image (width, height);
      draw_dots (images.now, rand, k == 2 ? 0 : 200);
      check_cells (&images, ink);
      g_clear_pointer (&images.before, cairo_surface_destroy);
      images.before = images.now;
      check_cells (&images, ink);
    }
    jipyo_cell_grid_clear (&grid, ink, images.before);
    for (int row = 0; row < grid.n_rows; row++) {
      jipyo_cell_grid_compare_row (
        &(const JipyoCellComparison){ .grid = &grid, .now = images.before }, row, &ink[row]);
      g_assert_cmphex (ink[row], ==, 0);
    }
    cairo_surface_destroy (images.before);
  }
}

static gboolean
is_covered (const GArray *rectangles, int x, int y)
{
  int n = 0;

  for (guint i = 0; i < rectangles->len; i++) {
    const cairo_rectangle_int_t *r = &g_array_index (rectangles, cairo_rectangle_int_t, i);
    n += x >= r->x && x < r->x + r->width && y >= r->y && y < r->y + r->height;
  }
  g_assert_cmpint (n, <=, 1);
  return n == 1;
}

/* All of the cells, nothing out of the image, no more rectangles than asked for. */
static int
check_cover (const JipyoCellGrid *grid, const JipyoCellRow *rows, guint n_max)
{
  g_autoptr (GArray) rectangles = jipyo_cell_grid_cover (grid, rows, n_max);
  int area = 0;

  g_assert_cmpuint (rectangles->len, <=, n_max);
  for (int row = 0; row < grid->n_rows; row++)
    for (int column = 0; column < grid->n_columns; column++) {
      const int x = column * grid->width_px, y = row * grid->height_px;
      g_assert_true (is_covered (rectangles, x, y) || (rows[row] >> column & 1) == 0);
    }
  for (guint i = 0; i < rectangles->len; i++) {
    const cairo_rectangle_int_t *r = &g_array_index (rectangles, cairo_rectangle_int_t, i);
    g_assert_true (r->x >= 0 && r->y >= 0 && r->width > 0 && r->height > 0);
    g_assert_cmpint (r->x + r->width, <=, grid->image_width_px);
    g_assert_cmpint (r->y + r->height, <=, grid->image_height_px);
    area += r->width * r->height;
  }
  return area;
}

static void
test_cover_chance (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (int i = 0; i < 200; i++) {
    const JipyoCellGrid grid =
      jipyo_cell_grid_new (g_rand_int_range (rand, 1, 2100), g_rand_int_range (rand, 1, 500));
    const JipyoCellRow all = ~(JipyoCellRow) 0 >> (64 - grid.n_columns);
    JipyoCellRow rows[64];
    for (int k = 0; k < grid.n_rows; k++)
      rows[k] = (g_rand_int (rand) * ((JipyoCellRow) 1 << 32) | g_rand_int (rand))
                & (g_rand_boolean (rand) ? all : all & g_rand_int (rand)) & all;
    for (guint n_max = 1; n_max < 30; n_max += 7)
      check_cover (&grid, rows, n_max);
  }
}

/* Far from each other two stay two; a gap that is small beside them is filled. */
static void
test_cover_picked (void)
{
  const JipyoCellGrid grid = jipyo_cell_grid_new (1920, 400);
  const int cell = grid.width_px * grid.height_px;
  JipyoCellRow rows[50] = { 0 };

  g_assert_cmpint (check_cover (&grid, rows, 24), ==, 0);
  rows[0] = 1;
  rows[49] = (JipyoCellRow) 1 << 59;
  g_assert_cmpint (check_cover (&grid, rows, 24), ==, 2 * cell);
  g_assert_cmpint (check_cover (&grid, rows, 1), ==, 1920 * 400);
  rows[49] = 0;
  rows[0] = 0xF0F;
  g_assert_cmpint (check_cover (&grid, rows, 24), ==, 12 * cell);
  rows[0] = rows[1] = (JipyoCellRow) 1 << 59 | 0xF0;
  g_assert_cmpint (check_cover (&grid, rows, 24), ==, 10 * cell);
  rows[1] = (JipyoCellRow) 1 << 59 | 0x1F8;
  g_assert_cmpint (check_cover (&grid, rows, 24), ==, 14 * cell);
}

static void
test_add (void)
{
  const JipyoCellGrid grid = jipyo_cell_grid_new (100, 30);
  JipyoCellRow rows[4] = { 0 };

  jipyo_cell_grid_add (&grid, &(const cairo_rectangle_int_t){ -5, -5, 5, 50 }, rows);
  jipyo_cell_grid_add (&grid, &(const cairo_rectangle_int_t){ 100, 0, 5, 50 }, rows);
  jipyo_cell_grid_add (&grid, &(const cairo_rectangle_int_t){ 50, 9, 0, 1 }, rows);
  for (int i = 0; i < 4; i++)
    g_assert_cmphex (rows[i], ==, 0);
  jipyo_cell_grid_add (&grid, &(const cairo_rectangle_int_t){ 31, 15, 2, 2 }, rows);
  g_assert_cmphex (rows[0], ==, 0);
  g_assert_cmphex (rows[1], ==, 3);
  g_assert_cmphex (rows[2], ==, 3);
  g_assert_cmphex (rows[3], ==, 0);
  jipyo_cell_grid_add (&grid, &(const cairo_rectangle_int_t){ -9, -9, 1000, 1000 }, rows);
  for (int i = 0; i < 4; i++)
    g_assert_cmphex (rows[i], ==, 0xF);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/image-cells/compare", test_compare);
  g_test_add_func ("/chart/image-cells/cover-chance", test_cover_chance);
  g_test_add_func ("/chart/image-cells/cover-picked", test_cover_picked);
  g_test_add_func ("/chart/image-cells/add", test_add);
  return g_test_run ();
}
