/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * chart-gallery DIR [FILTER]: writes every sample in every theme, language and size as PNG, to be
 * looked at. FILTER is a part of the file name SAMPLE-THEME-LANG-WxH@SCALE. Not installed.
 */

#include "jipyo-plot-draw.h"
#include "jipyo-sample.h"

#include <string.h>

typedef struct {
  const JipyoSample *sample;
  JipyoThemeId theme;
  JipyoLang lang;
  int width;
  int height;
  int scale;
} Picture;

static gboolean
write_picture (const Picture *picture, const char *path)
{
  const JipyoTheme *theme = jipyo_theme_get (picture->theme);
  const JipyoColour ground = jipyo_colour_from_rgb (theme->card);
  g_autoptr (JipyoPlot) plot = jipyo_sample_make (picture->sample, picture->lang);
  g_autoptr (JipyoPlotLayout) layout =
               jipyo_plot_layout_new (plot, theme, picture->width, picture->height);
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, picture->width * picture->scale, picture->height * picture->scale);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, picture->scale, picture->scale);
  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_paint (cr);
  jipyo_plot_draw (cr, plot, layout, theme);
  const gboolean ok = cairo_status (cr) == CAIRO_STATUS_SUCCESS
                      && cairo_surface_write_to_png (surface, path) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ok;
}

static const int sizes[][3] = {
  { 360, 240, 1 }, { 640, 400, 1 }, { 640, 400, 2 }, { 1280, 800, 1 }, { 1920, 1080, 1 },
};

static gboolean
write_sample (const char *dir, const char *filter, Picture picture)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    picture.width = sizes[i][0];
    picture.height = sizes[i][1];
    picture.scale = sizes[i][2];
    g_autofree char *name = g_strdup_printf (
      "%s-%s-%s-%dx%d@%d.png", picture.sample->name, jipyo_theme_get (picture.theme)->name,
      jipyo_lang_id (picture.lang), picture.width, picture.height, picture.scale);
    g_autofree char *path = g_build_filename (dir, name, NULL);
    if ((filter == NULL || strstr (name, filter) != NULL) && !write_picture (&picture, path)) {
      g_printerr ("cannot write %s\n", path);
      return FALSE;
    }
  }
  return TRUE;
}

int
main (int argc, char **argv)
{
  if (argc < 2) {
    g_printerr ("usage: chart-gallery DIR [FILTER]\n");
    return 2;
  }
  for (guint i = 0; jipyo_sample_get (i) != NULL; i++)
    for (int theme = 0; theme < JIPYO_N_THEMES; theme++)
      for (int lang = JIPYO_LANG_KO; lang <= JIPYO_LANG_EN; lang++) {
        const Picture picture = {
          jipyo_sample_get (i), (JipyoThemeId) theme, (JipyoLang) lang, 0, 0, 0
        };
        if (!write_sample (argv[1], argc > 2 ? argv[2] : NULL, picture))
          return 1;
      }
  return 0;
}
