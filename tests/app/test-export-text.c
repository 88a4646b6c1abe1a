/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text in a vector picture is text: it can be searched, copied and heard, in PDF and in SVG.
 */

#include "../chart/sample-sheets.h"

#include "jipyo-export.h"
#include "jipyo-sheet-layout.h"

#include <glib/gstdio.h>
#include <string.h>

static const double width = 640, height = 900;

static GBytes *
encode (const JipyoSheet *sheet, JipyoPictureFormat format)
{
  const JipyoPicture picture = { .sheet = sheet,
                                 .theme = jipyo_theme_get (JIPYO_THEME_PRINT),
                                 .width = width,
                                 .height = height,
                                 .scale = 2,
                                 .date = { 2026, 8, 18 } };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = jipyo_picture_encode (&picture, format, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Everything but white space and what stands for text that was cut off. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);

    if (!g_unichar_isspace (c) && g_unichar_isdefined (c) && !g_unichar_iscntrl (c))
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

typedef struct {
  GString *texts;
  gboolean inside;
  guint n_texts;
} Reader;

/* Each lies in the picture and has its width. */
static void
element_started (GMarkupParseContext *context,
                 const char *name,
                 const char **names,
                 const char **values,
                 gpointer user_data,
                 GError **error)
{
  Reader *self = user_data;
  const char *x, *y, *size, *length;

  g_assert_cmpstr (name, !=, "image");
  g_assert_cmpstr (name, !=, "symbol");
  if (strcmp (name, "text") != 0)
    return;
  self->inside = TRUE;
  self->n_texts++;
  g_assert_true (g_markup_collect_attributes (
    name, names, values, error, G_MARKUP_COLLECT_STRING, "x", &x, G_MARKUP_COLLECT_STRING, "y", &y,
    G_MARKUP_COLLECT_STRING, "font-size", &size, G_MARKUP_COLLECT_STRING, "textLength", &length,
    G_MARKUP_COLLECT_STRING, "lengthAdjust", NULL, G_MARKUP_COLLECT_STRING, "fill", NULL,
    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "font-weight", NULL,
    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "direction", NULL,
    G_MARKUP_COLLECT_INVALID));
  g_assert_cmpfloat (g_ascii_strtod (size, NULL), >, 8);
  g_assert_cmpfloat (g_ascii_strtod (x, NULL), >=, 0);
  g_assert_cmpfloat (g_ascii_strtod (x, NULL) + g_ascii_strtod (length, NULL), <=, 2 * width + 1);
  g_assert_cmpfloat (g_ascii_strtod (y, NULL), <=, 2 * height);
}

static void
text_read (GMarkupParseContext *context,
           const char *text,
           gsize length,
           gpointer user_data,
           GError **error)
{
  Reader *self = user_data;

  if (self->inside)
    g_string_append_len (self->texts, text, (gssize) length);
}

static void
element_ended (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  if (strcmp (name, "text") == 0)
    ((Reader *) user_data)->inside = FALSE;
}

/* What an SVG's text elements say, one after the other. */
static char *
read_svg (GBytes *svg)
{
  static const GMarkupParser parser = { element_started, element_ended, text_read, NULL, NULL };
  Reader reader = { .texts = g_string_new (NULL) };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (svg, &length);

  g_markup_parse_context_parse (context, data, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  g_autofree char *texts = g_string_free (reader.texts, FALSE);
  return squeeze (texts);
}

/* Every text of the layout, as far as it is shown, is in the SVG once and in that order. */
static void
test_svg (void)
{
  for (int sample = 0; sample < N_SAMPLES; sample++) {
    g_autoptr (JipyoSheet) sheet = sample_sheet_new ((Sample) sample, JIPYO_LANG_KO);
    g_autoptr (GBytes) svg = encode (sheet, JIPYO_PICTURE_SVG);
    g_autofree char *read = read_svg (svg);
    g_autoptr (JipyoSheetLayout) layout =
                 jipyo_sheet_layout_new (sheet, jipyo_theme_get (JIPYO_THEME_PRINT), width, height);
    g_autoptr (GArray) texts = jipyo_sheet_layout_list_texts (layout);

    for (guint i = 0; i < texts->len; i++) {
      g_autofree char *text = squeeze (g_array_index (texts, JipyoSheetText, i).text);
      gsize shown = strlen (text);

      /* Cut off: as much as fits, then an ellipsis. */
      while (shown > 0 && strstr (read, text) == NULL)
        text[--shown] = '\0';
      g_assert_true (shown > 3 || *g_array_index (texts, JipyoSheetText, i).text == '\0'
                     || shown == strlen (text));
    }
  }
}

/* A change keeps its colour within its line. */
static void
test_svg_colours (void)
{
  g_autoptr (JipyoSheet) sheet = sample_sheet_new (SAMPLE_MARKET, JIPYO_LANG_KO);
  g_autoptr (GBytes) svg = encode (sheet, JIPYO_PICTURE_SVG);
  g_autofree char *up = g_strdup_printf ("fill=\"#%06x\"", jipyo_theme_get (JIPYO_THEME_PRINT)->up);

  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), -1, up));
}

/* Text of any kind leaves a file that can be read; from the right too. */
static void
test_svg_hostile (void)
{
  g_autoptr (JipyoSheet) sheet = jipyo_sheet_new (JIPYO_LANG_EN);

  sheet->title = g_strdup ("<b> & \"surface7\" \x01\x1f مؤشر");
  sheet->subtitle = g_strdup ("مؤشر الاستثمار");
  sheet->footer = g_strdup ("]]> &amp;");
  g_autoptr (GBytes) svg = encode (sheet, JIPYO_PICTURE_SVG);
  g_autofree char *read = read_svg (svg);
  g_assert_nonnull (strstr (read, "<b>&\"surface7\""));
  g_assert_nonnull (strstr (read, "]]>&amp;"));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), -1, "direction=\"rtl\""));
}

/* As another program reads it. */
static void
test_pdf (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "texts.pdf", NULL);
  g_autoptr (JipyoSheet) sheet = sample_sheet_new (SAMPLE_OVERVIEW, JIPYO_LANG_KO);
  g_autoptr (GBytes) pdf = encode (sheet, JIPYO_PICTURE_PDF);
  g_autoptr (GError) error = NULL;
  g_autofree char *read = NULL;
  const char *arguments[] = { program, path, "-", NULL };

  if (program == NULL) {
    g_test_skip ("no pdftotext (poppler-utils)");
    return;
  }
  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &read, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_unlink (path);

  g_autofree char *found = squeeze (read), *title = squeeze (sheet->title);
  g_assert_nonnull (strstr (found, title));
  g_assert_nonnull (strstr (found, "2,136억원"));
  g_assert_nonnull (strstr (found, "그밖의나라"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/export-text/svg", test_svg);
  g_test_add_func ("/app/export-text/svg-colours", test_svg_colours);
  g_test_add_func ("/app/export-text/svg-hostile", test_svg_hostile);
  g_test_add_func ("/app/export-text/pdf", test_pdf);
  return g_test_run ();
}
