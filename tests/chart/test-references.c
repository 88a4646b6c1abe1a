/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A few pictures as they were when a person last looked at them, drawn with a font of their own.
 * Numbers are tested elsewhere; this is for what has none: that a mark looks like itself. A picture
 * that differs is left beside the log as NAME.out.png, with NAME.ref.png and NAME.diff.png.
 *
 * `test-references --record`, or `./dev references`, writes them anew. Look before committing.
 */

#include "compare-pictures.h"
#include "jipyo-plot-draw.h"
#include "jipyo-sample.h"

#include <string.h>

typedef struct {
  const char *sample;
  JipyoThemeId theme;
  JipyoLang lang;
  int width;
  int height;
} Reference;

/* Between them every mark, theme and language, and both ways that categories run. */
static const Reference references[] = {
  { "rows", JIPYO_THEME_LIGHT, JIPYO_LANG_KO, 360, 240 },
  { "bounds", JIPYO_THEME_DARK, JIPYO_LANG_EN, 360, 240 },
  { "stack-rows", JIPYO_THEME_PRINT, JIPYO_LANG_KO, 360, 240 },
  { "lines", JIPYO_THEME_HIGH_CONTRAST, JIPYO_LANG_EN, 360, 240 },
  { "area", JIPYO_THEME_DARK, JIPYO_LANG_KO, 360, 240 },
  { "dots", JIPYO_THEME_LIGHT, JIPYO_LANG_EN, 360, 240 },
  { "ranges", JIPYO_THEME_PROJECTOR, JIPYO_LANG_KO, 360, 240 },
  { "dumbbells", JIPYO_THEME_LIGHT, JIPYO_LANG_KO, 360, 240 },
  { "slopes", JIPYO_THEME_PRINT, JIPYO_LANG_EN, 360, 240 },
  { "steps", JIPYO_THEME_LIGHT, JIPYO_LANG_EN, 360, 240 },
  { "candles", JIPYO_THEME_DARK, JIPYO_LANG_KO, 360, 240 },
  { "events", JIPYO_THEME_LIGHT, JIPYO_LANG_KO, 360, 240 },
  { "tornado", JIPYO_THEME_HIGH_CONTRAST, JIPYO_LANG_KO, 360, 240 },
  { "bands", JIPYO_THEME_LIGHT, JIPYO_LANG_EN, 360, 240 },
  { "treemap", JIPYO_THEME_LIGHT, JIPYO_LANG_EN, 360, 240 },
  { "histogram", JIPYO_THEME_DARK, JIPYO_LANG_EN, 360, 240 },
  { "waffle", JIPYO_THEME_PRINT, JIPYO_LANG_EN, 360, 240 },
  { "heat", JIPYO_THEME_HIGH_CONTRAST, JIPYO_LANG_EN, 360, 240 },
};

static const JipyoSample *
find_sample (const char *name)
{
  for (guint i = 0; jipyo_sample_get (i) != NULL; i++)
    if (strcmp (jipyo_sample_get (i)->name, name) == 0)
      return jipyo_sample_get (i);
  g_assert_not_reached ();
}

static cairo_surface_t *
draw (const Reference *reference)
{
  const JipyoTheme *theme = jipyo_theme_get (reference->theme);
  const JipyoColour ground = jipyo_colour_from_rgb (theme->card);
  g_autoptr (JipyoPlot) plot = jipyo_sample_make (find_sample (reference->sample), reference->lang);
  g_autoptr (JipyoPlotLayout) layout =
               jipyo_plot_layout_new (plot, theme, reference->width, reference->height);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, reference->width, reference->height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_paint (cr);
  jipyo_plot_draw (cr, plot, layout, theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static char *
build_name (const Reference *reference, const char *ending)
{
  return g_strdup_printf ("%s-%s-%s%s", reference->sample, jipyo_theme_get (reference->theme)->name,
                          jipyo_lang_id (reference->lang), ending);
}

static cairo_surface_t *
load (const Reference *reference)
{
  g_autofree char *name = build_name (reference, ".png");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "chart", "references", name, NULL);
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_error ("%s: %s; ./dev references writes it", path,
             cairo_status_to_string (cairo_surface_status (surface)));
  return surface;
}

static void
leave (const Reference *reference, const char *ending, cairo_surface_t *surface)
{
  g_autofree char *name = build_name (reference, ending);
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "chart", name, NULL);

  if (cairo_surface_write_to_png (surface, path) == CAIRO_STATUS_SUCCESS)
    g_test_message ("left %s", path);
}

static void
test_picture (gconstpointer user_data)
{
  const Reference *reference = user_data;
  cairo_surface_t *out = draw (reference), *stored = load (reference);
  cairo_surface_t *marked =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, reference->width, reference->height);

  if (!pictures_are_alike (out, stored, marked)) {
    leave (reference, ".out.png", out);
    leave (reference, ".ref.png", stored);
    leave (reference, ".diff.png", marked);
    g_test_fail ();
  }
  cairo_surface_destroy (marked);
  cairo_surface_destroy (stored);
  cairo_surface_destroy (out);
}

/* A bar a pixel longer is seen; noise of 2/255 is not, however much of it. */
static void
test_comparison (void)
{
  cairo_surface_t *a = draw (&references[0]), *b = draw (&references[0]);
  const int stride = cairo_image_surface_get_stride (b);
  cairo_t *cr = cairo_create (b);

  g_assert_true (pictures_are_equal (a, b));
  for (int i = 0; i < stride * 100; i += 4)
    cairo_image_surface_get_data (b)[i] ^= 2;
  cairo_surface_mark_dirty (b);
  g_assert_false (pictures_are_equal (a, b));
  g_assert_true (pictures_are_alike (a, b, NULL));
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_rectangle (cr, 100, 50, 1, 100);
  cairo_fill (cr);
  cairo_surface_flush (b);
  g_assert_false (pictures_are_alike (a, b, NULL));
  cairo_destroy (cr);
  cairo_surface_destroy (b);
  cairo_surface_destroy (a);
}

static int
record (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++) {
    g_autofree char *name = build_name (&references[i], ".png");
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "chart", "references", name, NULL);
    cairo_surface_t *surface = draw (&references[i]);
    const cairo_status_t status = cairo_surface_write_to_png (surface, path);

    cairo_surface_destroy (surface);
    if (status != CAIRO_STATUS_SUCCESS) {
      g_printerr ("%s: %s\n", path, cairo_status_to_string (status));
      return 1;
    }
    g_print ("%s\n", path);
  }
  return 0;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1 && strcmp (argv[1], "--record") == 0)
    return record ();
  g_test_add_func ("/chart/references/comparison", test_comparison);
  for (guint i = 0; i < G_N_ELEMENTS (references); i++) {
    g_autofree char *name = build_name (&references[i], "");
    g_autofree char *path = g_strconcat ("/chart/references/", name, NULL);

    g_test_add_data_func (path, &references[i], test_picture);
  }
  return g_test_run ();
}
