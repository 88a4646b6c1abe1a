/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The width of each line is written too: with another font a viewer fits it into the same place.
 */

#include "jipyo-svg-text.h"

#include "jipyo-rect.h"

static const cairo_user_data_key_t elements_key;

void
jipyo_svg_text_collect (cairo_t *cr, GString *elements)
{
  cairo_set_user_data (cr, &elements_key, elements, NULL);
}

GString *
jipyo_svg_text_get_elements (cairo_t *cr)
{
  return cairo_get_user_data (cr, &elements_key);
}

/* A range of the text, without what XML has no place for, not even escaped. */
static void
append_words (GString *out, const char *text, int from, int to)
{
  g_autofree char *words = g_strndup (text + from, to - from);

  for (char *at = words; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  g_string_append (out, escaped);
}

/* The same in its colours: parts of a text may have their own. */
static void
append_range (GString *out, PangoLayout *layout, int from, int to)
{
  const char *text = pango_layout_get_text (layout);
  PangoAttrIterator *iter = pango_attr_list_get_iterator (pango_layout_get_attributes (layout));

  do {
    int start, end;
    const PangoAttribute *own = pango_attr_iterator_get (iter, PANGO_ATTR_FOREGROUND);
    const PangoColor *colour = own != NULL ? &((const PangoAttrColor *) own)->color : NULL;

    pango_attr_iterator_range (iter, &start, &end);
    start = MAX (start, from);
    end = MIN (end, to);
    if (start >= end)
      continue;
    if (colour != NULL)
      g_string_append_printf (out, "<tspan fill=\"#%02x%02x%02x\">", colour->red >> 8,
                              colour->green >> 8, colour->blue >> 8);
    append_words (out, text, start, end);
    g_string_append (out, colour != NULL ? "</tspan>" : "");
  } while (pango_attr_iterator_next (iter));
  pango_attr_iterator_destroy (iter);
}

/* What of the text stands in the line, "…" in the place of what was cut off. */
static void
append_shown (GString *out, PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (line->layout);
  int end = line->start_index + line->length;

  while (end > line->start_index && g_ascii_isspace (text[end - 1]))
    end--;
  int cut = end, after = end;
  for (GSList *run = line->runs; run != NULL; run = run->next) {
    const PangoItem *item = ((PangoGlyphItem *) run->data)->item;

    if ((item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) == 0)
      continue;
    cut = MIN (item->offset, end);
    after = MIN (item->offset + item->length, end);
  }
  append_range (out, line->layout, line->start_index, cut);
  g_string_append (out, cut < after ? "…" : "");
  append_range (out, line->layout, after, end);
}

static void
append_number (GString *out, const char *name, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, " %s=\"%s\"", name,
                          g_ascii_formatd (number, sizeof number, "%.2f", value));
}

static void
append_line (cairo_t *cr, PangoLayoutLine *line, const JipyoRect *rect, guint32 colour)
{
  GString *out = jipyo_svg_text_get_elements (cr);
  const PangoFontDescription *font = pango_layout_get_font_description (line->layout);
  const gboolean leftward = line->resolved_dir == PANGO_DIRECTION_RTL;
  double x = rect->x + (leftward ? rect->width : 0), y = rect->y, scale = 1, skew = 0;

  if (!(rect->width > 0))
    return;
  cairo_user_to_device (cr, &x, &y);
  cairo_user_to_device_distance (cr, &scale, &skew);
  g_string_append (out, "<text");
  append_number (out, "x", x);
  append_number (out, "y", y);
  append_number (out, "font-size",
                 scale * pango_font_description_get_size (font) / (double) PANGO_SCALE);
  append_number (out, "textLength", scale * rect->width);
  g_string_append_printf (
    out, " lengthAdjust=\"spacingAndGlyphs\" fill=\"#%06x\"%s%s>", colour & 0xffffff,
    pango_font_description_get_weight (font) > PANGO_WEIGHT_NORMAL ? " font-weight=\"bold\"" : "",
    leftward ? " direction=\"rtl\"" : "");
  append_shown (out, line);
  g_string_append (out, "</text>\n");
}

void
jipyo_svg_text_append (cairo_t *cr, PangoLayout *layout, const double corner[2], guint32 colour)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do {
    PangoRectangle logical;

    pango_layout_iter_get_line_extents (iter, NULL, &logical);
    const JipyoRect rect = {
      .x = corner[0] + logical.x / (double) PANGO_SCALE,
      .y = corner[1] + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE,
      .width = logical.width / (double) PANGO_SCALE,
    };
    append_line (cr, pango_layout_iter_get_line_readonly (iter), &rect, colour);
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}
