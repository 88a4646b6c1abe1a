/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo render: a view's picture as PNG, SVG or PDF, or one of its charts as a sound, by the file's
 * ending; or a gallery of sample charts.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "jipyo-commands.h"
#include "jipyo-export.h"
#include "jipyo-gallery.h"

static const double DEFAULT_WIDTH = 1280;
static const double DEFAULT_HEIGHT = 800;
static const double GALLERY_WIDTH = 640;
static const double GALLERY_HEIGHT = 400;

typedef struct {
  char *output;
  char *size;
  double scale;
  char *theme;
  int chart;
  char **pairs;
  char *gallery;
} Options;

static void
add_options (GOptionContext *context, gpointer data)
{
  Options *options = data;

  options->scale = 1;
  options->chart = 1;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("The file to write: .png, .svg, .pdf or .wav"), "FILE" },
      { "size", 0, 0, G_OPTION_ARG_STRING, &options->size,
        N_ ("Size in pixels (1280x800)"), "WIDTHxHEIGHT" },
        { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &options->scale,
          N_ ("Enlarge everything by this factor (1)"), "N" },
          { "theme", 0, 0, G_OPTION_ARG_STRING, &options->theme,
            N_ ("Colours and type (light)"), "light|dark|high-contrast|projector|print" },
            { "chart", 0, 0, G_OPTION_ARG_INT, &options->chart,
              N_ ("Which chart of the view is to be heard (1)"), "N" },
              { "option", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->pairs,
                N_ ("An option of the view; may be repeated"), "NAME=VALUE" },
                { "gallery", 0, 0, G_OPTION_ARG_FILENAME, &options->gallery,
                  N_ ("Instead of a view: every kind of chart with sample data, as a page in FOLDER"),
                    "FOLDER" },
                  G_OPTION_ENTRY_NULL,
              };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
clear_options (gpointer data)
{
  Options *options = data;

  g_free (options->output);
  g_free (options->size);
  g_free (options->theme);
  g_strfreev (options->pairs);
  g_free (options->gallery);
}

/* Fills in all of the picture but its sheet and theme; says what is wrong with the options. */
static gboolean
read_options (const Options *options, JipyoThemeId *theme, JipyoPicture *picture, GError **error)
{

  *picture = (JipyoPicture){
    .width = options->gallery != NULL ? GALLERY_WIDTH : DEFAULT_WIDTH,
    .height = options->gallery != NULL ? GALLERY_HEIGHT : DEFAULT_HEIGHT,
    .scale = options->scale,
  };
  if (options->size != NULL
      && !jipyo_picture_parse_size (options->size, &picture->width, &picture->height)) {
    g_set_error (error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_SIZE,
                 _ ("--size is WIDTHxHEIGHT with sides of 1 to %d pixels, not “%s”"),
                    JIPYO_PICTURE_MAX_SIDE, options->size);
    return FALSE;
  }
  if (options->theme != NULL && !jipyo_theme_parse (options->theme, theme)) {
    g_set_error (error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_FORMAT,
                 _ ("--theme is light, dark, high-contrast, projector or print, not “%s”"),
                    options->theme);
    return FALSE;
  }
  return jipyo_picture_check (picture, error);
}

static int
write_sound (const JipyoView *view, const Options *options)
{
  g_autoptr (GError) error = NULL;

  if (options->chart < 1 || (guint) options->chart > view->sheet->plots->len)
    return jipyo_command_misuse ("render", _ ("%s has no chart %d"), view->name, options->chart);
  g_autoptr (GBytes) bytes = jipyo_sound_encode (
    g_ptr_array_index (view->sheet->plots, options->chart - 1), &error);
  if (bytes != NULL && jipyo_export_write (options->output, bytes, &error))
    return JIPYO_EXIT_DONE;
  jipyo_command_complain ("%s", error->message);
  return JIPYO_EXIT_FAILED;
}

static int
render (const JipyoCommandLine *line, const Options *options, JipyoPicture *picture)
{
  g_autoptr (GHashTable) pairs = jipyo_command_parse_pairs ("render", options->pairs);
  g_autoptr (JipyoSession) session = pairs != NULL ? jipyo_command_open_session (line) : NULL;
  g_autoptr (GError) error = NULL;

  if (pairs == NULL)
    return JIPYO_EXIT_USAGE;
  if (session == NULL)
    return JIPYO_EXIT_FAILED;
  g_autoptr (JipyoView) view =
               jipyo_command_build_view (session, line->arguments[0], pairs, &error);
  if (view == NULL)
    return jipyo_command_misuse ("render", "%s", error->message);
  if (jipyo_sound_is_path (options->output))
    return write_sound (view, options);
  picture->sheet = view->sheet;
  picture->date = jipyo_session_get_as_of (session);
  if (jipyo_picture_save (picture, options->output, &error))
    return JIPYO_EXIT_DONE;
  jipyo_command_complain ("%s", error->message);
  return JIPYO_EXIT_FAILED;
}

static int
write_gallery (const JipyoCommandLine *line, const Options *options)
{
  JipyoThemeId id = JIPYO_THEME_LIGHT;
  JipyoPicture picture;
  g_autoptr (GError) error = NULL;

  if (g_strv_length (line->arguments) != 0 || options->output != NULL || options->pairs != NULL)
    return jipyo_command_misuse ("render", "%s",
                                 _ ("--gallery shows no view and writes no file of its own name"));
  if (!read_options (options, &id, &picture, &error))
    return jipyo_command_misuse ("render", "%s", error->message);
  const JipyoGallery gallery = {
    .folder = options->gallery,
    .theme = options->theme != NULL ? jipyo_theme_get (id) : NULL,
    .width = picture.width,
    .height = picture.height,
    .scale = picture.scale,
  };
  if (jipyo_gallery_write (&gallery, &error))
    return JIPYO_EXIT_DONE;
  jipyo_command_complain ("%s", error->message);
  return JIPYO_EXIT_FAILED;
}

static int
run (const JipyoCommandLine *line, gpointer data)
{
  const Options *options = data;
  JipyoThemeId id = JIPYO_THEME_LIGHT;
  JipyoPicture picture;
  JipyoPictureFormat format;
  g_autoptr (GError) error = NULL;

  if (options->gallery != NULL)
    return write_gallery (line, options);
  if (g_strv_length (line->arguments) != 1)
    return jipyo_command_misuse ("render", "%s",
                                 _ ("One view must be named; “jipyo view --list” lists them"));
  if (options->output == NULL)
    return jipyo_command_misuse ("render", "%s", _ ("-o FILE says where the picture goes"));
  if (!read_options (options, &id, &picture, &error)
      || (!jipyo_sound_is_path (options->output)
          && !jipyo_picture_format_from_path (options->output, &format, &error)))
    return jipyo_command_misuse ("render", "%s", error->message);
  /* By the language alone and not by what a person set for the window: same input, same bytes. */
  const JipyoTheme theme = jipyo_theme_copy_for_lang (jipyo_theme_get (id), line->lang);

  picture.theme = &theme;
  return render (line, options, &picture);
}

const JipyoCommand jipyo_render_command = {
  .name = "render",
  .arguments = "NAME",
  .summary = N_ ("Draw a view's picture, or play its chart, into a file"),
                 .add_options = add_options,
                 .options_size = sizeof (Options),
                 .clear_options = clear_options,
                 .run = run,
  };
