/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures as PNG, SVG and PDF. Nothing of the clock, the machine or the run gets into the bytes.
 */

#include "jipyo-export.h"

#include "jipyo-svg-text.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

static const double POINTS_PER_PIXEL = 0.75;

G_DEFINE_QUARK (jipyo - export - error - quark, jipyo_export_error)

gboolean
jipyo_picture_format_from_path (const char *path, JipyoPictureFormat *format, GError **error)
{
  static const char *const endings[] = { ".png", ".svg", ".pdf" };
  g_autofree char *folded = g_ascii_strdown (path, -1);
  g_autofree char *name = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i])) {
      *format = (JipyoPictureFormat) i;
      return TRUE;
    }
  name = g_filename_display_name (path);
  g_set_error (error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_FORMAT,
               "“%s” ends in neither .png, .svg, .pdf nor .wav", name);
  return FALSE;
}

gboolean
jipyo_picture_parse_size (const char *text, double *width, double *height)
{
  g_auto (GStrv) sides = g_strsplit (text != NULL ? text : "", "x", 3);
  guint64 w, h;

  if (g_strv_length (sides) != 2)
    return FALSE;
  if (!g_ascii_string_to_unsigned (sides[0], 10, 1, JIPYO_PICTURE_MAX_SIDE, &w, NULL)
      || !g_ascii_string_to_unsigned (sides[1], 10, 1, JIPYO_PICTURE_MAX_SIDE, &h, NULL))
    return FALSE; /* the caller says what a size looks like */
  *width = w;
  *height = h;
  return TRUE;
}

gboolean
jipyo_picture_check (const JipyoPicture *self, GError **error)
{
  const double width = self->width * self->scale, height = self->height * self->scale;

  /* Written so that a NaN fails. */
  if (self->scale > 0 && width >= 1 && height >= 1 && width <= JIPYO_PICTURE_MAX_SIDE
      && height <= JIPYO_PICTURE_MAX_SIDE && width * height <= JIPYO_PICTURE_MAX_AREA)
    return TRUE;
  g_set_error (
    error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_SIZE,
    "A picture of %g × %g pixels at scale %g cannot be drawn: a side has 1 to %d pixels, "
    "all of it at most %d million",
    self->width, self->height, self->scale, JIPYO_PICTURE_MAX_SIDE,
    (int) (JIPYO_PICTURE_MAX_AREA / 1e6));
  return FALSE;
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* `texts` collects them as elements of SVG instead; or NULL. */
static void
draw (const JipyoPicture *self, cairo_surface_t *surface, double scale, GString *texts)
{
  cairo_t *cr = cairo_create (surface);
  const JipyoRect area = { 0, 0, self->width, self->height };

  if (texts != NULL)
    jipyo_svg_text_collect (cr, texts);
  cairo_scale (cr, scale, scale);
  jipyo_sheet_draw (cr, self->sheet, self->theme, &area);
  cairo_show_page (cr);
  cairo_destroy (cr);
}

/* Frees surface and bytes. A vector surface tells of a fault only once it is finished. */
static GBytes *
finish (cairo_surface_t *surface, GByteArray *bytes, GError **error)
{
  cairo_surface_finish (surface);
  const cairo_status_t status = cairo_surface_status (surface);

  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error (error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_ENCODE,
               "The picture could not be made: %s", cairo_status_to_string (status));
  return NULL;
}

static GBytes *
encode_png (const JipyoPicture *self, GError **error)
{
  const int width = lround (self->width * self->scale),
            height = lround (self->height * self->scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  GByteArray *bytes = g_byte_array_new ();

  draw (self, surface, self->scale, NULL);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS
      && cairo_surface_write_to_png_stream (surface, append_bytes, bytes) != CAIRO_STATUS_SUCCESS)
    g_byte_array_set_size (bytes, 0);
  const gboolean written = bytes->len > 0;
  g_autoptr (GBytes) encoded = finish (surface, bytes, error);
  if (encoded != NULL && !written) {
    g_set_error_literal (error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_ENCODE,
                         "The picture could not be packed as PNG");
    return NULL;
  }
  return g_steal_pointer (&encoded);
}

/* Cairo names groups "surface7" by a count of the whole process; here they are counted by the file.
 */
static GBytes *
renumber_groups (GBytes *svg)
{
  static const char PREFIX[] = "surface";
  gsize length;
  const char *data = g_bytes_get_data (svg, &length);
  const char *end = data + length;
  GByteArray *out = g_byte_array_sized_new (length);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  while (data < end) {
    const char *found = g_strstr_len (data, end - data, PREFIX);
    const char *after = found != NULL ? found + strlen (PREFIX) : end;
    guint id = 0;

    g_byte_array_append (out, (const guint8 *) data, after - data);
    for (data = after; data < end && g_ascii_isdigit (*data); data++)
      id = id * 10 + g_ascii_digit_value (*data);
    if (data == after)
      continue;
    if (!g_hash_table_contains (seen, GUINT_TO_POINTER (id)))
      g_hash_table_insert (seen, GUINT_TO_POINTER (id),
                           GUINT_TO_POINTER (g_hash_table_size (seen) + 1));
    g_autofree char *number =
      g_strdup_printf ("%u", GPOINTER_TO_UINT (g_hash_table_lookup (seen, GUINT_TO_POINTER (id))));
    g_byte_array_append (out, (const guint8 *) number, strlen (number));
  }
  return g_byte_array_free_to_bytes (out);
}

/* A name for those who cannot see the picture, and for the tab of a browser. (nullable) */
static char *
format_svg_title (const JipyoSheet *sheet)
{
  g_autofree char *valid = sheet->title != NULL ? g_utf8_make_valid (sheet->title, -1) : NULL;

  return valid != NULL ? g_markup_printf_escaped ("\n<title>%s</title>", valid) : NULL;
}

/* The title behind the root's tag, the texts before its end. */
static GBytes *
add_svg_texts (GBytes *svg, const JipyoPicture *picture, const GString *texts)
{
  gsize length;
  const char *data = g_bytes_get_data (svg, &length);
  const char *root = g_strstr_len (data, length, "<svg ");
  const char *body = root != NULL ? memchr (root, '>', data + length - root) : NULL;
  const char *end = g_strrstr_len (data, length, "</svg>");

  if (body == NULL || end == NULL)
    return g_bytes_ref (svg);
  g_autofree char *title = format_svg_title (picture->sheet);
  g_autofree char *fonts = g_markup_escape_text (jipyo_theme_get_fonts (picture->theme), -1);
  GString *out = g_string_sized_new (length + texts->len + 200);
  body++;
  g_string_append_len (out, data, body - data);
  g_string_append (out, title != NULL ? title : "");
  g_string_append_len (out, body, end - body);
  g_string_append_printf (
    out,
    "<g font-family=\"%s\" xml:space=\"preserve\" style=\"font-variant-numeric:tabular-nums\">\n",
    fonts);
  g_string_append_len (out, texts->str, texts->len);
  g_string_append (out, "</g>\n");
  g_string_append_len (out, end, data + length - end);
  return g_string_free_to_bytes (out);
}

static GBytes *
encode_svg (const JipyoPicture *self, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GString) texts = g_string_new (NULL);
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (
    append_bytes, bytes, self->width * self->scale, self->height * self->scale);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  draw (self, surface, self->scale, texts);
  g_autoptr (GBytes) svg = finish (surface, bytes, error);
  if (svg == NULL)
    return NULL;
  g_autoptr (GBytes) renumbered = renumber_groups (svg);
  return add_svg_texts (renumbered, self, texts);
}

static void
set_pdf_metadata (cairo_surface_t *surface, const JipyoPicture *first)
{
  g_autofree char *day = jipyo_date_format (
    jipyo_date_is_known (first->date) ? jipyo_date_from_day (jipyo_date_first_day (first->date))
                                      : jipyo_date_from_day (0));
  g_autofree char *instant = g_strconcat (day, "T00:00:00Z", NULL);

  if (first->sheet->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, first->sheet->title);
  if (first->sheet->footer != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, first->sheet->footer);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Jipyo");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, instant);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, instant);
}

GBytes *
jipyo_pictures_encode_pdf (const JipyoPicture *pictures, guint n_pictures, GError **error)
{
  g_return_val_if_fail (n_pictures > 0, NULL);

  for (guint i = 0; i < n_pictures; i++)
    if (!jipyo_picture_check (&pictures[i], error))
      return NULL;
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 1, 1);

  set_pdf_metadata (surface, pictures);
  for (guint i = 0; i < n_pictures; i++) {
    const double points = POINTS_PER_PIXEL * pictures[i].scale;

    cairo_pdf_surface_set_size (surface, pictures[i].width * points, pictures[i].height * points);
    draw (&pictures[i], surface, points, NULL);
  }
  return finish (surface, bytes, error);
}

GBytes *
jipyo_picture_encode (const JipyoPicture *self, JipyoPictureFormat format, GError **error)
{
  if (!jipyo_picture_check (self, error))
    return NULL;
  switch (format) {
  case JIPYO_PICTURE_PNG:
    return encode_png (self, error);
  case JIPYO_PICTURE_SVG:
    return encode_svg (self, error);
  case JIPYO_PICTURE_PDF:
    return jipyo_pictures_encode_pdf (self, 1, error);
  }
  g_return_val_if_reached (NULL);
}

gboolean
jipyo_picture_save (const JipyoPicture *self, const char *path, GError **error)
{
  JipyoPictureFormat format;

  if (!jipyo_picture_format_from_path (path, &format, error))
    return FALSE;
  g_autoptr (GBytes) bytes = jipyo_picture_encode (self, format, error);
  return bytes != NULL && jipyo_export_write (path, bytes, error);
}
