/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pictures, one after the other. A gallery is made again in seconds, so none is written as
 * carefully as a person's own files are.
 */

#include "jipyo-gallery.h"

#include "jipyo-export.h"
#include "jipyo-plot-split.h"
#include "jipyo-sample.h"
#include "jipyo-sheet-layout.h"

#include <errno.h>
#include <math.h>

static const int FOLDER_MODE = 0755;
static const double SPLIT_SIZE = 1.6; /* of the sides of a picture, where a sample is split */

static gboolean
make_folder (const char *path, GError **error)
{
  if (g_mkdir_with_parents (path, FOLDER_MODE) == 0)
    return TRUE;
  g_autofree char *name = g_filename_display_name (path);
  g_set_error (error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_WRITE,
               "The folder “%s” could not be made: %s", name, g_strerror (errno));
  return FALSE;
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* What a sample shows: its plot, or the parts of that beside each other. */
typedef struct {
  JipyoPlot *plot;
  JipyoSheet *sheet; /* or NULL */
  double width;
  double height;
} Subject;

static void
subject_init (Subject *self, const JipyoGallery *gallery, const JipyoSample *sample, JipyoLang lang)
{
  *self = (Subject){
    .plot = jipyo_sample_make (sample, lang),
    .width = gallery->width,
    .height = gallery->height,
  };
  g_autoptr (GPtrArray) parts =
               jipyo_sample_is_split (sample) ? jipyo_plot_split (self->plot) : NULL;
  if (parts == NULL)
    return;
  self->width *= SPLIT_SIZE;
  self->height *= SPLIT_SIZE;
  self->sheet = jipyo_sheet_new (lang);
  self->sheet->title = g_strdup (self->plot->title);
  self->sheet->subtitle = g_strdup (self->plot->subtitle);
  self->sheet->footer = g_strdup (self->plot->footer);
  self->sheet->multiples = TRUE;
  while (parts->len > 0)
    jipyo_sheet_take_plot (self->sheet, g_ptr_array_steal_index (parts, 0));
}

static void
subject_clear (Subject *self)
{
  g_clear_pointer (&self->plot, jipyo_plot_free);
  g_clear_pointer (&self->sheet, jipyo_sheet_free);
}

static void
draw (const JipyoGallery *self, const Subject *subject, const JipyoTheme *theme, cairo_t *cr)
{
  const JipyoColour ground = jipyo_colour_from_rgb (theme->card);
  const JipyoRect area = { 0, 0, subject->width, subject->height };

  cairo_scale (cr, self->scale, self->scale);
  if (subject->sheet != NULL) {
    jipyo_sheet_draw (cr, subject->sheet, theme, &area);
    return;
  }
  const JipyoPlot *plot = subject->plot;
  g_autoptr (JipyoPlotLayout) layout =
               jipyo_plot_layout_new (plot, theme, subject->width, subject->height);
  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_paint (cr);
  jipyo_plot_draw (cr, plot, layout, theme);
}

/* No bytes when it could not be made. */
static GByteArray *
encode (const JipyoGallery *self, const Subject *subject, const JipyoTheme *theme)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) lround (subject->width * self->scale),
                                (int) lround (subject->height * self->scale));
  cairo_t *cr = cairo_create (surface);

  draw (self, subject, theme, cr);
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS
      || cairo_surface_write_to_png_stream (surface, append_bytes, bytes) != CAIRO_STATUS_SUCCESS)
    g_byte_array_set_size (bytes, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return bytes;
}

static gboolean
write_picture (const JipyoGallery *self,
               const char *path,
               const Subject *subject,
               const JipyoTheme *theme)
{
  g_autoptr (GByteArray) bytes = encode (self, subject, theme);

  return bytes->len > 0
         && g_file_set_contents_full (path, (const char *) bytes->data, bytes->len,
                                      G_FILE_SET_CONTENTS_NONE, 0644, NULL);
}

static gboolean
write_theme (const JipyoGallery *self, const JipyoTheme *theme, JipyoLang lang, GError **error)
{
  g_autofree char *folder =
    g_build_filename (self->folder, theme->name, jipyo_lang_id (lang), NULL);

  const JipyoTheme told = jipyo_theme_copy_for_lang (theme, lang);

  if (!make_folder (folder, error))
    return FALSE;
  for (guint i = 0; jipyo_sample_get (i) != NULL; i++) {
    const JipyoSample *sample = jipyo_sample_get (i);
    Subject subject;
    g_autofree char *file = g_strconcat (sample->name, ".png", NULL);
    g_autofree char *path = g_build_filename (folder, file, NULL);
    subject_init (&subject, self, sample, lang);
    const gboolean written = write_picture (self, path, &subject, &told);
    subject_clear (&subject);
    if (written)
      continue;
    g_autofree char *name = g_filename_display_name (path);
    g_set_error (error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_WRITE,
                 "The picture “%s” could not be written", name);
    return FALSE;
  }
  return TRUE;
}

gboolean
jipyo_gallery_write (const JipyoGallery *self, GError **error)
{
  g_autofree char *index = g_build_filename (self->folder, "index.html", NULL);

  for (int id = 0; id < JIPYO_N_THEMES; id++) {
    const JipyoTheme *theme = jipyo_theme_get ((JipyoThemeId) id);
    for (int lang = JIPYO_LANG_KO; lang <= JIPYO_LANG_EN; lang++)
      if (jipyo_gallery_has_theme (self, theme)
          && !write_theme (self, theme, (JipyoLang) lang, error))
        return FALSE;
  }
  g_autoptr (GBytes) page = jipyo_gallery_index_make (self);
  return jipyo_export_write (index, page, error);
}
