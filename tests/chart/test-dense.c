/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A dense line is the same picture as the stroke of every point of it, on every surface, and its
 * points are found by the same layout.
 */

#include "jipyo-mark-dense.h"
#include "jipyo-plot-dense.h"
#include "jipyo-plot-draw.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

enum { WIDTH = 260, HEIGHT = 160, SPARSE = 900, FEW = 3000, MANY = 9000, VERY_MANY = 150000 };

/* Of 255, for one pixel and on average over those that either picture touches, of which most lie at
 * an edge. With up to four points a pixel an upright edge is a sixteenth of a pixel aside at most,
 * with more an eighth; a pixel between two of them can be off by twice that. */
static const int most_apart = 72;
static const double most_apart_of_sparse = 6, most_apart_of_few = 9, most_apart_of_many = 12;

/* Values of an odd shape, made to try something. */
typedef struct {
  const char *name;
  double (*value) (GRand *rand, guint i, double last);
  gboolean irregular;
  JipyoScaleKind kind;
} Shape;

static double
walk (GRand *rand, guint i, double last)
{
  return last + g_rand_double_range (rand, -1, 1);
}

static double
noise (GRand *rand, guint i, double last)
{
  return g_rand_double_range (rand, -1, 1);
}

/* Single points far away from all others. */
static double
spikes (GRand *rand, guint i, double last)
{
  return i % 397 == 200 ? (i % 2 == 0 ? 10 : -10) : sin (i / 300.0);
}

static double
steps (GRand *rand, guint i, double last)
{
  return i / 500 % 3;
}

static double
waves (GRand *rand, guint i, double last)
{
  return sin (i / 30.0) * i;
}

static double
gaps (GRand *rand, guint i, double last)
{
  const gboolean gap = i / 200 % 4 == 3 || i % 700 == 7;

  return gap ? NAN : cos (i / 110.0) + i / 500 % 2;
}

static double
growth (GRand *rand, guint i, double last)
{
  return exp (i / 900.0 + g_rand_double_range (rand, 0, 0.4));
}

static double
above_and_below (GRand *rand, guint i, double last)
{
  return i / 900 % 3 == 2 ? -1 : exp (i / 1500.0);
}

static const Shape shapes[] = {
  { "walk", walk, FALSE, JIPYO_SCALE_LINEAR },
  { "irregular walk", walk, TRUE, JIPYO_SCALE_LINEAR },
  { "noise", noise, FALSE, JIPYO_SCALE_LINEAR },
  { "spikes", spikes, TRUE, JIPYO_SCALE_LINEAR },
  { "steps", steps, FALSE, JIPYO_SCALE_LINEAR },
  { "waves", waves, FALSE, JIPYO_SCALE_LINEAR },
  { "gaps", gaps, FALSE, JIPYO_SCALE_LINEAR },
  { "growth", growth, TRUE, JIPYO_SCALE_LOG },
  { "above and below", above_and_below, FALSE, JIPYO_SCALE_LOG },
};

typedef struct {
  JipyoPlot *plot;
  JipyoPlotLayout *layout;
} Picture;

static JipyoColumns *
make_columns (const Shape *shape, guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  double *numbers = g_new (double, 2 * n);
  double position = 1000, last = 0;

  for (guint i = 0; i < n; i++) {
    numbers[i] = position;
    numbers[n + i] = shape->value (rand, i, last);
    last = numbers[n + i];
    position += shape->irregular ? pow (g_rand_double (rand), 6) : 1;
  }
  const JipyoColumnData data = {
    .positions = shape->irregular ? numbers : NULL,
    .start = 1000,
    .step = 1,
    .values = numbers + n,
    .n = n,
  };
  return jipyo_columns_new (&data, g_free, numbers);
}

static Picture
make_picture (const Shape *shape, JipyoMark mark, guint n)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  const JipyoPlotFrame frame = {
    .theme = theme,
    .width = WIDTH,
    .height = HEIGHT,
    .type = jipyo_type_scale_from_label (13),
    .bare = TRUE,
  };
  g_autoptr (JipyoColumns) columns = make_columns (shape, n);
  Picture picture = { .plot = jipyo_plot_new (JIPYO_LANG_EN) };

  picture.plot->position.kind = JIPYO_SCALE_LINEAR;
  picture.plot->value.kind = shape->kind;
  JipyoPlotSeries *series = jipyo_plot_add_series (picture.plot, "a", NULL, mark);
  series->colour.role = JIPYO_ROLE_ACCENT;
  jipyo_plot_series_set_columns (series, columns);
  picture.layout = jipyo_plot_layout_new_framed (picture.plot, &frame);
  return picture;
}

static void
picture_clear (Picture *picture)
{
  jipyo_plot_layout_free (picture->layout);
  jipyo_plot_free (picture->plot);
}

static const JipyoColumns *
get_columns (const Picture *picture)
{
  return jipyo_plot_scene_get_series (picture->plot, 0)->columns;
}

/* The stroke of every point, in black. */
static void
stroke_slowly (cairo_t *cr, const Picture *picture)
{
  const JipyoColumns *columns = get_columns (picture);
  gboolean joined = FALSE;

  cairo_set_line_width (cr, picture->layout->frame.type.line);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < jipyo_columns_get_n (columns); i++) {
    const double pair[2] = { jipyo_columns_get_position (columns, i),
                             jipyo_columns_get_value (columns, i) };
    double point[2];
    const gboolean placed =
      isfinite (pair[1]) && jipyo_plot_scene_map (picture->layout, pair, point);
    if (placed && !joined)
      cairo_move_to (cr, point[0], point[1]);
    if (placed)
      cairo_line_to (cr, point[0], point[1]);
    joined = placed;
  }
  cairo_stroke (cr);
}

static void
paint_fast (cairo_t *cr, const Picture *picture)
{
  const JipyoPlotShape *end = &g_array_index (picture->layout->shapes, JipyoPlotShape, 0);
  JipyoPlotShape black = *end;
  black.colour = 0;
  const JipyoMarkPaint paint = {
    .plot = picture->plot,
    .layout = picture->layout,
    .theme = picture->layout->frame.theme,
    .shapes = &black,
    .n_shapes = 1,
  };

  g_assert_true (jipyo_mark_dense_paint (cr, &paint, (JipyoDenseLook){ 0 }));
}

/* So few that they have shapes; without the marks at points. */
static void
paint_few (cairo_t *cr, const Picture *picture)
{
  const GArray *placed = picture->layout->shapes;
  g_autofree JipyoPlotShape *black = g_new (JipyoPlotShape, placed->len);
  const JipyoMarkPaint paint = {
    .plot = picture->plot,
    .layout = picture->layout,
    .theme = picture->layout->frame.theme,
    .shapes = black,
    .n_shapes = placed->len,
  };

  for (guint i = 0; i < placed->len; i++) {
    black[i] = g_array_index (placed, JipyoPlotShape, i);
    black[i].colour = 0;
  }
  g_assert_true (jipyo_mark_dense_paint_few (cr, &paint, (JipyoDenseLook){ 0 }));
}

typedef void (*PaintFunc) (cairo_t *cr, const Picture *picture);

/* Alpha alone, at a scale. */
static cairo_surface_t *
paint_image (const Picture *picture, PaintFunc paint, double scale)
{
  cairo_surface_t *image = cairo_image_surface_create (
    CAIRO_FORMAT_ARGB32, (int) ceil (WIDTH * scale), (int) ceil (HEIGHT * scale));
  cairo_surface_set_device_scale (image, scale, scale);
  cairo_t *cr = cairo_create (image);

  paint (cr, picture);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

static int
get_alpha (cairo_surface_t *image, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (image);
  guint32 pixel;

  memcpy (&pixel, data + y * cairo_image_surface_get_stride (image) + x * 4, sizeof pixel);
  return (int) (pixel >> 24);
}

typedef struct {
  int most;
  double mean; /* over pixels that either touches */
} Difference;

static Difference
compare (cairo_surface_t *a, cairo_surface_t *b)
{
  Difference found = { 0 };
  double sum = 0, n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++) {
      const int one = get_alpha (a, x, y), two = get_alpha (b, x, y);
      if (one == 0 && two == 0)
        continue;
      found.most = MAX (found.most, ABS (one - two));
      sum += ABS (one - two);
      n++;
    }
  found.mean = n > 0 ? sum / n : 0;
  return found;
}

static void
check_equal (const Picture *picture, const char *name, double scale)
{
  const guint n = jipyo_columns_get_n (get_columns (picture));
  const double at_most = n <= SPARSE ? most_apart_of_sparse
                         : n <= FEW  ? most_apart_of_few
                                     : most_apart_of_many;
  const PaintFunc paint = picture->layout->dense->len > 0 ? paint_fast : paint_few;
  cairo_surface_t *slow = paint_image (picture, stroke_slowly, scale);
  cairo_surface_t *fast = paint_image (picture, paint, scale);
  const Difference found = compare (slow, fast);

  g_test_message ("%s, scale %g: at most %d, on average %.2f apart", name, scale, found.most,
                  found.mean);
  if (g_test_verbose ()) {
    g_autofree char *file = g_strdup_printf ("dense-%s-%g-slow.png", name, scale);
    g_autofree char *other = g_strdup_printf ("dense-%s-%g-fast.png", name, scale);
    cairo_surface_write_to_png (slow, file);
    cairo_surface_write_to_png (fast, other);
  }
  g_assert_cmpint (found.most, <=, most_apart);
  g_assert_cmpfloat (found.mean, <=, at_most);
  cairo_surface_destroy (slow);
  cairo_surface_destroy (fast);
}

static void
test_same_picture (void)
{
  static const double scales[] = { 1, 1.25, 2 };
  static const guint counts[] = { SPARSE, FEW };

  for (guint i = 0; i < G_N_ELEMENTS (shapes) * G_N_ELEMENTS (counts); i++) {
    const Shape *shape = &shapes[i / G_N_ELEMENTS (counts)];
    Picture picture = make_picture (shape, JIPYO_MARK_LINE, counts[i % G_N_ELEMENTS (counts)]);
    for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
      check_equal (&picture, shape->name, scales[k]);
    picture_clear (&picture);
  }
}

/* As when one looks closely at columns. */
static void
test_same_picture_of_few (void)
{
  static const guint counts[] = { 30, 90, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (shapes) * G_N_ELEMENTS (counts); i++) {
    const Shape *shape = &shapes[i / G_N_ELEMENTS (counts)];
    Picture picture = make_picture (shape, JIPYO_MARK_LINE, counts[i % G_N_ELEMENTS (counts)]);
    g_assert_cmpuint (picture.layout->dense->len, ==, 0);
    check_equal (&picture, shape->name, 1);
    check_equal (&picture, shape->name, 2);
    picture_clear (&picture);
  }
}

static void
test_same_picture_of_many (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
    Picture picture = make_picture (&shapes[i], JIPYO_MARK_LINE, MANY);
    check_equal (&picture, shapes[i].name, 1);
    picture_clear (&picture);
  }
}

/* With whole blocks of the pyramid in a slot. */
static void
test_same_picture_of_very_many (void)
{
  for (guint i = 0; i < 2; i++) {
    Picture picture = make_picture (&shapes[i], JIPYO_MARK_LINE, VERY_MANY);
    check_equal (&picture, shapes[i].name, 1);
    picture_clear (&picture);
  }
}

/* A single point, gap or spike among a million is seen. */
static void
test_every_extreme_visible (void)
{
  const guint n = 1000000;
  double *values = g_new0 (double, n);
  const JipyoColumnData data = { .start = 0, .step = 1, .values = values, .n = n };
  const guint spikes_at[] = { 0, 12345, 500000, 777777, n - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (spikes_at); i++)
    values[spikes_at[i]] = i % 2 == 0 ? 1 : -1;
  for (guint i = 300000; i < 330000; i++)
    values[i] = NAN;
  values[315000] = 0.5;
  Picture picture = make_picture (&shapes[0], JIPYO_MARK_LINE, FEW);
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, g_free, values);
  jipyo_plot_series_set_columns (g_ptr_array_index (picture.plot->series, 0), columns);
  const JipyoPlotFrame frame = picture.layout->frame;
  jipyo_plot_layout_free (picture.layout);
  picture.layout = jipyo_plot_layout_new_framed (picture.plot, &frame);
  cairo_surface_t *image = paint_image (&picture, paint_fast, 1);
  const guint seen[] = { 0, 12345, 315000, 500000, 777777, n - 1 };
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++) {
    const double pair[2] = { seen[i], jipyo_columns_get_value (columns, seen[i]) };
    double at[2];
    g_assert_true (jipyo_plot_scene_map (picture.layout, pair, at));
    g_assert_cmpint (get_alpha (image, (int) at[0], (int) at[1]), >, 100);
  }
  const double hidden[2] = { 308000, 0 };
  double at[2];
  jipyo_plot_scene_map (picture.layout, hidden, at);
  g_assert_cmpint (get_alpha (image, (int) at[0], (int) at[1]), ==, 0);
  cairo_surface_destroy (image);
  picture_clear (&picture);
}

static void
paint_half (cairo_t *cr, const Picture *picture)
{
  cairo_rectangle (cr, 101, 30, 77, 60);
  cairo_clip (cr);
  paint_fast (cr, picture);
}

/* Part of a picture is that part of the whole. */
static void
test_clipped (void)
{
  Picture picture = make_picture (&shapes[1], JIPYO_MARK_LINE, FEW);
  cairo_surface_t *whole = paint_image (&picture, paint_fast, 1);
  cairo_surface_t *part = paint_image (&picture, paint_half, 1);

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++) {
      const gboolean inside = x >= 101 && x < 178 && y >= 30 && y < 90;
      g_assert_cmpint (get_alpha (part, x, y), ==, inside ? get_alpha (whole, x, y) : 0);
    }
  cairo_surface_destroy (whole);
  cairo_surface_destroy (part);
  picture_clear (&picture);
}

static cairo_status_t
count_cb (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static gsize
measure_file (const Picture *picture, gboolean pdf)
{
  gsize size = 0;
  cairo_surface_t *surface =
    pdf ? cairo_pdf_surface_create_for_stream (count_cb, &size, WIDTH, HEIGHT)
        : cairo_svg_surface_create_for_stream (count_cb, &size, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  jipyo_plot_draw (cr, picture->plot, picture->layout, picture->layout->frame.theme);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return size;
}

/* The path of a document shows what the pixels do, and does not grow with the data. */
static void
test_path (void)
{
  static const JipyoMark marks[] = { JIPYO_MARK_LINE, JIPYO_MARK_AREA };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (guint k = 0; k < G_N_ELEMENTS (marks); k++) {
      Picture picture = make_picture (&shapes[i], marks[k], MANY);
      g_assert_cmpuint (measure_file (&picture, TRUE), <, 40000);
      g_assert_cmpuint (measure_file (&picture, FALSE), <, 90000);
      picture_clear (&picture);
    }
}

/* The hit test finds what a look at every point finds. */
static void
test_find (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  Picture picture = make_picture (&shapes[1], JIPYO_MARK_LINE, MANY);
  const JipyoColumns *columns = get_columns (&picture);

  for (guint turn = 0; turn < 400; turn++) {
    const double x = g_rand_double_range (rand, 0, WIDTH),
                 y = g_rand_double_range (rand, 0, HEIGHT);
    double least = INFINITY;
    guint series, datum;
    for (guint i = 0; i < MANY; i++) {
      const double pair[2] = { jipyo_columns_get_position (columns, i),
                               jipyo_columns_get_value (columns, i) };
      double at[2];
      if (jipyo_plot_scene_map (picture.layout, pair, at))
        least = MIN (least, hypot (at[0] - x, at[1] - y));
    }
    if (!jipyo_plot_layout_find_datum (picture.layout, x, y, &series, &datum)) {
      g_assert_cmpfloat (least, >=, 12 - 1e-6);
      continue;
    }
    JipyoRect rect;
    g_assert_true (jipyo_plot_layout_get_datum_rect (picture.layout, series, datum, &rect));
    const double found = hypot (rect.x + rect.width / 2 - x, rect.y + rect.height / 2 - y);
    /* The end of the line is a mark, hit anywhere in it. */
    g_assert_true (fabs (found - least) < 1e-6 || datum == MANY - 1);
  }
  picture_clear (&picture);
}

/* Zoomed in, the value axis is that of what is in view, down to few points, which are shapes. */
static void
test_window (void)
{
  Picture picture = make_picture (&shapes[0], JIPYO_MARK_LINE, MANY);
  const JipyoPlotFrame frame = picture.layout->frame;

  for (double width = MANY; width > 0.1; width /= 3) {
    picture.plot->position.has_bounds = TRUE;
    picture.plot->position.low = 1000 + MANY / 2;
    picture.plot->position.high = 1000 + MANY / 2 + width;
    g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (picture.plot, &frame);
    const JipyoColumnRange view =
      jipyo_plot_dense_find_view (get_columns (&picture), &layout->position);
    const JipyoExtremes found = jipyo_columns_measure (get_columns (&picture), view, -G_MAXDOUBLE);
    const gboolean dense = layout->dense->len > 0;
    g_assert_true (dense == (view.end - view.first > layout->area.width));
    g_assert_cmpuint (layout->shapes->len, ==, dense ? 1 : view.end - view.first);
    g_assert_cmpfloat (layout->value.low, <=, found.low);
    g_assert_cmpfloat (layout->value.high, >=, found.high);
    g_assert_cmpfloat (layout->value.high - layout->value.low, <=, (found.high - found.low) * 1.2);
    g_assert_cmpfloat (measure_file (&(Picture){ picture.plot, layout }, TRUE), >, 0);
  }
  picture_clear (&picture);
}

/* No columns, one point, none with a place, any number: something is drawn or said. */
static void
test_hostile (void)
{
  static const double values[] = { NAN, 1, INFINITY, -1e308, 1e308, 0, 5e-324, NAN, -INFINITY };
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint turn = 0; turn < 60; turn++) {
    Picture picture = make_picture (&shapes[turn % G_N_ELEMENTS (shapes)],
                                    turn % 2 == 0 ? JIPYO_MARK_LINE : JIPYO_MARK_AREA, FEW);
    const guint n = turn < 4 ? turn : 2000;
    double *numbers = g_new (double, 2 * n + 1);
    for (guint i = 0; i < 2 * n; i++)
      numbers[i] = values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))];
    const JipyoColumnData data = {
      .positions = turn % 3 == 0 ? numbers : NULL,
      .start = -1e9,
      .step = 1e6,
      .values = numbers + n,
      .n = n,
    };
    g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, g_free, numbers);
    const JipyoPlotFrame frame = picture.layout->frame;
    jipyo_plot_series_set_columns (g_ptr_array_index (picture.plot->series, 0), columns);
    picture.plot->horizontal = turn % 5 == 4;
    jipyo_plot_layout_free (picture.layout);
    picture.layout = jipyo_plot_layout_new_framed (picture.plot, &frame);
    cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_t *cr = cairo_create (image);
    jipyo_plot_draw (cr, picture.plot, picture.layout, frame.theme);
    g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
    cairo_destroy (cr);
    cairo_surface_destroy (image);
    g_assert_cmpuint (measure_file (&picture, TRUE), >, 0);
    jipyo_plot_layout_find_datum (picture.layout, 100, 80, NULL, NULL);
    picture_clear (&picture);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/dense/same-picture", test_same_picture);
  g_test_add_func ("/chart/dense/same-picture-of-few", test_same_picture_of_few);
  g_test_add_func ("/chart/dense/same-picture-of-many", test_same_picture_of_many);
  g_test_add_func ("/chart/dense/same-picture-of-very-many", test_same_picture_of_very_many);
  g_test_add_func ("/chart/dense/every-extreme-visible", test_every_extreme_visible);
  g_test_add_func ("/chart/dense/clipped", test_clipped);
  g_test_add_func ("/chart/dense/path", test_path);
  g_test_add_func ("/chart/dense/find", test_find);
  g_test_add_func ("/chart/dense/window", test_window);
  g_test_add_func ("/chart/dense/hostile", test_hostile);
  return g_test_run ();
}
