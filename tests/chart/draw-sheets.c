/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the sample sheets into PNG files, for a person to look at:
 * draw-sheets FOLDER [SAMPLE [WIDTHxHEIGHT [THEME]]]
 */

#include "sample-sheets.h"

#include "jipyo-sheet-layout.h"

#include <stdio.h>

typedef struct {
  const char *folder;
  const char *theme; /* NULL: all */
  int width;
  int height;
} Request;

static void
draw (const Request *request, Sample sample, JipyoLang lang, JipyoThemeId theme)
{
  g_autoptr (JipyoSheet) sheet = sample_sheet_new (sample, lang);
  g_autofree char *path =
    g_strdup_printf ("%s/%s-%dx%d-%s-%s.png", request->folder, sample_names[sample], request->width,
                     request->height, jipyo_theme_get (theme)->name, jipyo_lang_id (lang));
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, request->width, request->height);
  cairo_t *cr = cairo_create (surface);

  jipyo_sheet_draw (cr, sheet, jipyo_theme_get (theme),
                    &(JipyoRect){ 0, 0, request->width, request->height });
  cairo_destroy (cr);
  if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
    g_printerr ("%s could not be written\n", path);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  Request request = { .folder = argc > 1 ? argv[1] : ".", .width = 1280, .height = 800 };
  const char *wanted = argc > 2 ? argv[2] : "all";

  if (argc > 3 && sscanf (argv[3], "%dx%d", &request.width, &request.height) != 2)
    return 2;
  request.theme = argc > 4 ? argv[4] : NULL;
  for (int sample = 0; sample < N_SAMPLES; sample++) {
    if (g_strcmp0 (wanted, "all") != 0 && g_strcmp0 (wanted, sample_names[sample]) != 0)
      continue;
    for (int theme = 0; theme < JIPYO_N_THEMES; theme++) {
      if (request.theme != NULL && g_strcmp0 (request.theme, jipyo_theme_get (theme)->name) != 0)
        continue;
      draw (&request, sample, JIPYO_LANG_KO, theme);
      draw (&request, sample, JIPYO_LANG_EN, theme);
    }
  }
  return 0;
}
