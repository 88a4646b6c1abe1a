/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures as pairs that must be equal, and any data at any size without an error of cairo.
 */

#include "compare-pictures.h"
#include "jipyo-plot-draw.h"
#include "jipyo-plot-scene.h"
#include "jipyo-sample.h"
#include "random-plots.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

typedef struct {
  const JipyoPlot *plot;
  const JipyoTheme *theme;
  double width;
  double height;
} View;

static const JipyoThemeId light = JIPYO_THEME_LIGHT;

/* Opening fonts takes most of a layout's time, so all tests share them. */
static JipyoTypesetter *typesetters[2];

static JipyoPlotLayout *
make_layout (const View *view)
{
  const JipyoPlotFrame frame = {
    .theme = view->theme,
    .width = view->width,
    .height = view->height,
    .type = jipyo_theme_measure (view->theme, view->width, view->height),
    .typesetter = typesetters[view->plot->lang],
  };

  return jipyo_plot_layout_new_framed (view->plot, &frame);
}

/* Shared fonts or own ones: the same picture. */
static void
test_own_fonts (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_sample_make (jipyo_sample_get (0), JIPYO_LANG_KO);
  const JipyoTheme *theme = jipyo_theme_get (light);
  const View view = { plot, theme, 300, 200 };
  g_autoptr (JipyoPlotLayout) shared = make_layout (&view);
  g_autoptr (JipyoPlotLayout) own = jipyo_plot_layout_new (plot, theme, 300, 200);

  g_assert_cmpuint (shared->texts->len, ==, own->texts->len);
  for (guint i = 0; i < own->texts->len; i++) {
    const JipyoTextLayout *a = g_ptr_array_index (shared->texts, i);
    const JipyoTextLayout *b = g_ptr_array_index (own->texts, i);
    g_assert_cmpmem (&a->rect, sizeof (JipyoRect), &b->rect, sizeof (JipyoRect));
  }
}

static cairo_surface_t *
draw_layout (const View *view, const JipyoPlotLayout *layout, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_ARGB32, (int) ceil (view->width * scale), (int) ceil (view->height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  jipyo_plot_draw (cr, view->plot, layout, view->theme);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  return surface;
}

static cairo_surface_t *
draw (const View *view, double scale)
{
  g_autoptr (JipyoPlotLayout) layout = make_layout (view);

  return draw_layout (view, layout, scale);
}

static gboolean
surface_is_blank (cairo_surface_t *surface)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  const gsize size = (gsize) cairo_image_surface_get_stride (surface)
                     * (gsize) cairo_image_surface_get_height (surface);

  for (gsize i = 0; i < size; i++)
    if (data[i] != 0)
      return FALSE;
  return TRUE;
}

static void
assert_equal_and_destroy (cairo_surface_t *a, cairo_surface_t *b)
{
  g_assert_true (pictures_are_equal (a, b));
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* Texts lie within the picture, and those around the marks do not cover each other. */
static void
check_texts (const JipyoPlotLayout *layout, const char *name)
{
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoRect a = ((JipyoTextLayout *) g_ptr_array_index (layout->texts, i))->rect;
    g_assert_true (isfinite (a.x) && isfinite (a.y));
    if (a.x < -0.5 || a.x + a.width > layout->frame.width + 0.5 || a.y < -0.5
        || a.y + a.height > layout->frame.height + 0.5)
      g_error ("%s: text %u leaves the picture: %.1f %.1f %.1f×%.1f", name, i, a.x, a.y, a.width,
               a.height);
    for (guint j = 0; j < i; j++) {
      JipyoRect b = ((JipyoTextLayout *) g_ptr_array_index (layout->texts, j))->rect;
      /* Leading is part of a line's height; ink does not touch. */
      b.y += b.height * 0.15;
      b.height *= 0.7;
      if (jipyo_rect_overlaps (&a, &b))
        g_error ("%s: texts %u and %u overlap", name, i, j);
    }
  }
}

static void
check_shapes (const JipyoPlotLayout *layout)
{
  for (guint i = 0; i < layout->shapes->len; i++) {
    const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i);
    JipyoRect rect;
    g_assert_true (isfinite (shape->rect.x) && isfinite (shape->rect.y));
    g_assert_true (shape->rect.width >= 0 && shape->rect.height >= 0);
    g_assert_true (jipyo_plot_layout_get_datum_rect (layout, shape->series, shape->datum, &rect));
    g_assert_cmpmem (&rect, sizeof (rect), &shape->rect, sizeof (rect));
  }
}

static void
test_samples (void)
{
  static const double sizes[][2] = { { 360, 240 }, { 640, 400 }, { 1280, 800 }, { 400, 700 } };

  for (guint i = 0; jipyo_sample_get (i / 2) != NULL; i++) {
    g_autoptr (JipyoPlot) plot = jipyo_sample_make (jipyo_sample_get (i / 2), (JipyoLang) (i % 2));
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++) {
      const View view = { plot, jipyo_theme_get ((JipyoThemeId) (i % JIPYO_N_THEMES)), sizes[s][0],
                          sizes[s][1] };
      g_autoptr (JipyoPlotLayout) layout = make_layout (&view);
      g_autofree char *name =
        g_strdup_printf ("%s %gx%g", jipyo_sample_get (i / 2)->name, view.width, view.height);
      check_texts (layout, name);
      check_shapes (layout);
      cairo_surface_t *surface = draw_layout (&view, layout, 1);
      g_assert_false (surface_is_blank (surface));
      cairo_surface_destroy (surface);
    }
  }
}

/* A hit in the middle of each datum finds it, or another that was drawn over the place. */
static void
test_hits (void)
{
  guint n_hits = 0;

  for (guint i = 0; jipyo_sample_get (i) != NULL; i++) {
    g_autoptr (JipyoPlot) plot = jipyo_sample_make (jipyo_sample_get (i), JIPYO_LANG_KO);
    const View view = { plot, jipyo_theme_get (light), 640, 400 };
    g_autoptr (JipyoPlotLayout) layout = make_layout (&view);
    for (guint k = 0; k < layout->shapes->len; k++) {
      const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, k);
      const double x = shape->rect.x + shape->rect.width / 2;
      const double y = shape->rect.y + shape->rect.height / 2;
      guint series = G_MAXUINT, datum = G_MAXUINT;
      JipyoRect rect;
      g_assert_true (jipyo_plot_layout_find_datum (layout, x, y, &series, &datum));
      g_assert_true (jipyo_plot_layout_get_datum_rect (layout, series, datum, &rect));
      g_assert_true (jipyo_rect_contains (&rect, x, y));
      g_assert_cmpuint (series, >=, shape->series);
      g_assert_true (series > shape->series || datum >= shape->datum);
      n_hits += series == shape->series && datum == shape->datum ? 1 : 0;
    }
    g_assert_false (jipyo_plot_layout_find_datum (layout, -500, -500, NULL, NULL));
    g_assert_false (jipyo_plot_layout_find_datum (layout, NAN, NAN, NULL, NULL));
  }
  g_assert_cmpuint (n_hits, >, 100);
}

static void
test_same_bytes (void)
{

  for (guint i = 0; jipyo_sample_get (i) != NULL; i++) {
    g_autoptr (JipyoPlot) plot = jipyo_sample_make (jipyo_sample_get (i), JIPYO_LANG_KO);
    const View view = { plot, jipyo_theme_get (JIPYO_THEME_DARK), 480, 320 };
    assert_equal_and_destroy (draw (&view, 1), draw (&view, 1));
  }
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GByteArray *
draw_vector (const View *view, gboolean pdf)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (JipyoPlotLayout) layout = make_layout (view);
  cairo_surface_t *surface =
    pdf ? cairo_pdf_surface_create_for_stream (append_cb, bytes, view->width, view->height)
        : cairo_svg_surface_create_for_stream (append_cb, bytes, view->width, view->height);

  if (pdf)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                    "2026-01-01T00:00:00Z");
  cairo_t *cr = cairo_create (surface);
  jipyo_plot_draw (cr, view->plot, layout, view->theme);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return bytes;
}

static gboolean
has_bytes (const GByteArray *bytes, const char *needle)
{
  const gsize n = strlen (needle);

  for (gsize i = 0; i + n <= bytes->len; i++)
    if (memcmp (bytes->data + i, needle, n) == 0)
      return TRUE;
  return FALSE;
}

static void
test_vector (void)
{

  for (guint i = 0; jipyo_sample_get (i) != NULL; i += 3) {
    g_autoptr (JipyoPlot) plot = jipyo_sample_make (jipyo_sample_get (i), JIPYO_LANG_KO);
    const View view = { plot, jipyo_theme_get (JIPYO_THEME_PRINT), 480, 320 };
    g_autoptr (GByteArray) one = draw_vector (&view, TRUE);
    g_autoptr (GByteArray) two = draw_vector (&view, TRUE);
    g_assert_cmpmem (one->data, one->len, two->data, two->len);
    /* Text is fonts, not outlines or an image. */
    g_assert_true (has_bytes (one, "/FontFile"));
    g_assert_false (has_bytes (one, "/Subtype /Image"));
    g_autoptr (GByteArray) svg = draw_vector (&view, FALSE);
    g_assert_false (has_bytes (svg, "<image"));
  }
}

/* Twice the scale is the scale twice. */
static void
test_scaled_twice (void)
{

  for (guint i = 0; jipyo_sample_get (i) != NULL; i++) {
    g_autoptr (JipyoPlot) plot = jipyo_sample_make (jipyo_sample_get (i), JIPYO_LANG_EN);
    const View view = { plot, jipyo_theme_get (light), 320, 200 };
    g_autoptr (JipyoPlotLayout) layout = make_layout (&view);
    cairo_surface_t *nested = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1280, 800);
    cairo_t *cr = cairo_create (nested);
    cairo_scale (cr, 2, 2);
    cairo_scale (cr, 2, 2);
    jipyo_plot_draw (cr, plot, layout, view.theme);
    cairo_destroy (cr);
    assert_equal_and_destroy (draw_layout (&view, layout, 4), nested);
  }
}

/* One half of the picture, then the other. */
static void
draw_in_parts (cairo_t *cr, const View *view, const JipyoPlotLayout *layout)
{
  for (int i = 0; i < 2; i++) {
    cairo_save (cr);
    cairo_rectangle (cr, i * view->width / 2, 0, view->width / 2, view->height);
    cairo_clip (cr);
    jipyo_plot_draw (cr, view->plot, layout, view->theme);
    cairo_restore (cr);
  }
}

/* A part of the picture is the same as that part of the whole, and it is the same wherever it is.
 */
static void
test_clipped_and_moved (void)
{
  enum { MOVED = 37 };

  for (guint i = 0; jipyo_sample_get (i) != NULL; i += 3) {
    g_autoptr (JipyoPlot) plot = jipyo_sample_make (jipyo_sample_get (i), (JipyoLang) (i % 2));
    const View view = { plot, jipyo_theme_get ((JipyoThemeId) (i % JIPYO_N_THEMES)), 640, 400 };
    g_autoptr (JipyoPlotLayout) layout = make_layout (&view);
    cairo_surface_t *parts = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 640, 400);
    cairo_surface_t *large = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 700, 450);
    cairo_surface_t *back = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 640, 400);
    cairo_t *cr = cairo_create (parts);

    draw_in_parts (cr, &view, layout);
    cairo_destroy (cr);
    cr = cairo_create (large);
    cairo_translate (cr, MOVED, MOVED);
    jipyo_plot_draw (cr, plot, layout, view.theme);
    cairo_destroy (cr);
    cr = cairo_create (back);
    cairo_set_source_surface (cr, large, -MOVED, -MOVED);
    cairo_paint (cr);
    cairo_destroy (cr);
    cairo_surface_destroy (large);
    cairo_surface_t *whole = draw_layout (&view, layout, 1);
    /* Cairo rounds a slanted edge anew where it cuts it off. */
    g_assert_true (pictures_are_alike (whole, parts, NULL));
    cairo_surface_destroy (whole);
    cairo_surface_destroy (parts);
    assert_equal_and_destroy (draw_layout (&view, layout, 1), back);
  }
}

static void
add_points (JipyoPlotSeries *series, guint first, guint last)
{
  for (guint i = first; i <= last; i++)
    jipyo_plot_series_add (series, i, 10 + i % 4, NULL);
}

/* Bars in two series that share no band look like one series. */
static void
test_split_series (void)
{
  g_autoptr (JipyoPlot) whole = jipyo_plot_new (JIPYO_LANG_EN);
  g_autoptr (JipyoPlot) split = jipyo_plot_new (JIPYO_LANG_EN);

  add_points (jipyo_plot_add_series (whole, "a", NULL, JIPYO_MARK_BAR), 0, 7);
  add_points (jipyo_plot_add_series (split, "a", NULL, JIPYO_MARK_BAR), 0, 3);
  add_points (jipyo_plot_add_series (split, "b", NULL, JIPYO_MARK_BAR), 4, 7);
  const View one = { whole, jipyo_theme_get (light), 320, 200 };
  const View two = { split, jipyo_theme_get (light), 320, 200 };
  assert_equal_and_destroy (draw (&one, 1), draw (&two, 1));
}

/* A gap breaks a line: between its neighbours there is nothing. */
static void
test_gap (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE);
  static const double values[] = { 1, 2, NAN, 2, 1, INFINITY, 3 };

  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->value.hidden = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    jipyo_plot_series_add (series, i, values[i], NULL);
  const View view = { plot, jipyo_theme_get (light), 600, 300 };
  g_autoptr (JipyoPlotLayout) layout = make_layout (&view);
  JipyoRect before, after;
  g_assert_false (jipyo_plot_layout_get_datum_rect (layout, 0, 2, NULL));
  g_assert_false (jipyo_plot_layout_get_datum_rect (layout, 0, 5, NULL));
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 1, &before));
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 3, &after));
  cairo_surface_t *surface = draw_layout (&view, layout, 1);
  const int row = (int) (before.y + before.height / 2);
  const int column = (int) ((before.x + before.width / 2 + after.x + after.width / 2) / 2);
  const guint32 *pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  g_assert_cmphex (pixels[row * cairo_image_surface_get_stride (surface) / 4 + column], ==, 0);
  cairo_surface_destroy (surface);
}

/* Whatever is described, at whatever size: no warning, no error of cairo, shapes finite. */
static void
test_anything (void)
{
  static const double sizes[] = { 1, 2, 7, 40, 120, 300 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);

  for (int i = 0; i < 160; i++) {
    g_autoptr (JipyoPlot) plot = random_plot_new (rand);
    const View view = {
      plot,
      jipyo_theme_get ((JipyoThemeId) g_rand_int_range (rand, 0, JIPYO_N_THEMES)),
      sizes[g_rand_int_range (rand, 0, G_N_ELEMENTS (sizes))],
      sizes[g_rand_int_range (rand, 0, G_N_ELEMENTS (sizes))],
    };
    g_autoptr (JipyoPlotLayout) layout = make_layout (&view);
    check_shapes (layout);
    cairo_surface_destroy (draw_layout (&view, layout, 1));
  }
}

static void
test_hostile_sizes (void)
{
  static const double sizes[] = { 0, -5, NAN, INFINITY, 0.3 };
  g_autoptr (JipyoPlot) plot = jipyo_sample_make (jipyo_sample_get (0), JIPYO_LANG_KO);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (JipyoPlotLayout) layout =
                 jipyo_plot_layout_new (plot, jipyo_theme_get (light), sizes[i], 10);
    g_assert_true (isfinite (layout->frame.width) && layout->frame.width > 0);
    check_shapes (layout);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int lang = JIPYO_LANG_KO; lang <= JIPYO_LANG_EN; lang++)
    typesetters[lang] = jipyo_typesetter_new (jipyo_theme_get (light), (JipyoLang) lang);
  g_test_add_func ("/chart/plot-draw/own-fonts", test_own_fonts);
  g_test_add_func ("/chart/plot-draw/samples", test_samples);
  g_test_add_func ("/chart/plot-draw/hits", test_hits);
  g_test_add_func ("/chart/plot-draw/same-bytes", test_same_bytes);
  g_test_add_func ("/chart/plot-draw/vector", test_vector);
  g_test_add_func ("/chart/plot-draw/scaled-twice", test_scaled_twice);
  g_test_add_func ("/chart/plot-draw/clipped-and-moved", test_clipped_and_moved);
  g_test_add_func ("/chart/plot-draw/split-series", test_split_series);
  g_test_add_func ("/chart/plot-draw/gap", test_gap);
  g_test_add_func ("/chart/plot-draw/anything", test_anything);
  g_test_add_func ("/chart/plot-draw/hostile-sizes", test_hostile_sizes);
  const int status = g_test_run ();
  jipyo_typesetter_free (typesetters[0]);
  jipyo_typesetter_free (typesetters[1]);
  return status;
}
