/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text through pango with everything pinned that could differ between surfaces or machines.
 */

#include "jipyo-text-layout.h"

#include "jipyo-ink.h"
#include "jipyo-svg-text.h"
#include "jipyo-text-ties.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Texts that a typesetter remembers, all of those of a large picture. */
static const guint known_max = 1000;
/* How much wider than two lines of one length they may be to part at a comma. */
static const double pause_share = 1.35;
static const double lonely_share = 0.4; /* of the longer line; "Equal weights ·" says too little */

struct _JipyoTypesetter {
  PangoContext *context; /* owned */
  const char *families;
  GHashTable *known; /* of TextKey to JipyoTextLayout: what was set before, axes above all */
};

/* Everything that the shape of a text depends on. */
typedef struct {
  const char *text;     /* owned by keys in the table */
  JipyoTextStyle style; /* its colour does not count */
} TextKey;

static guint
text_key_hash (gconstpointer data)
{
  const TextKey *key = data;
  const guint flags = (key->style.bold ? 1 : 0) + (key->style.balanced ? 2 : 0)
                      + (key->style.centred ? 4 : 0) + key->style.lines * 8;

  return g_str_hash (key->text) ^ g_double_hash (&key->style.size)
         ^ 31 * g_double_hash (&key->style.width) ^ flags;
}

static gboolean
text_key_equal (gconstpointer a, gconstpointer b)
{
  const TextKey *one = a, *two = b;
  const JipyoTextStyle *s = &one->style, *t = &two->style;

  return s->size == t->size && s->width == t->width && s->lines == t->lines && s->bold == t->bold
         && s->balanced == t->balanced && s->centred == t->centred
         && s->flush_right == t->flush_right && s->cut_middle == t->cut_middle
         && strcmp (one->text, two->text) == 0;
}

static TextKey *
text_key_copy (const TextKey *key)
{
  TextKey *copy = g_new (TextKey, 1);

  *copy = (TextKey){ g_strdup (key->text), key->style };
  return copy;
}

static void
text_key_free (TextKey *key)
{
  g_free ((char *) key->text);
  g_free (key);
}

JipyoTypesetter *
jipyo_typesetter_new (const JipyoTheme *theme, JipyoLang lang)
{
  JipyoTypesetter *self = g_new0 (JipyoTypesetter, 1);

  self->known =
    g_hash_table_new_full (text_key_hash, text_key_equal, (GDestroyNotify) text_key_free,
                           (GDestroyNotify) jipyo_text_layout_free);
  self->families = jipyo_theme_get_fonts (theme);
  /* The map of the thread, so that a font is looked for and loaded once, not for each picture. */
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (self->context, 96);
  pango_context_set_language (self->context, pango_language_from_string (jipyo_lang_id (lang)));
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions (self->context, FALSE);

  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  return self;
}

void
jipyo_typesetter_free (JipyoTypesetter *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  g_object_unref (self->context);
  g_free (self);
}

static void
set_attributes (PangoLayout *layout, const char *text, const JipyoTextStyle *style)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (style->lines > 1 && style->width > 0)
    jipyo_text_keep_whole (attributes, text, style->width / style->size);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static int
to_pango (double units)
{
  return (int) lround (CLAMP (units, 0, 1e5) * PANGO_SCALE);
}

static void
set_limits (PangoLayout *layout, const JipyoTextStyle *style)
{
  pango_layout_set_single_paragraph_mode (layout, style->lines <= 1);
  if (style->width <= 0)
    return;
  pango_layout_set_width (layout, to_pango (style->width));
  pango_layout_set_ellipsize (layout,
                              style->cut_middle ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_END);
  if (style->lines <= 1)
    return;
  pango_layout_set_height (layout, -(int) style->lines);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
}

/* The narrowest width with the same number of lines, to half an em. */
static void
balance (PangoLayout *layout, const JipyoTextStyle *style)
{
  const int n_lines = pango_layout_get_line_count (layout);
  double narrow = style->width / n_lines, wide = style->width;

  if (n_lines < 2 || pango_layout_is_ellipsized (layout))
    return;
  while (wide - narrow > style->size / 2) {
    const double middle = (narrow + wide) / 2;
    pango_layout_set_width (layout, to_pango (middle));
    if (pango_layout_get_line_count (layout) > n_lines || pango_layout_is_ellipsized (layout))
      narrow = middle;
    else
      wide = middle;
  }
  pango_layout_set_width (layout, to_pango (wide));
}

static double
measure_part (PangoLayout *layout, const char *start, gsize length)
{
  g_autoptr (PangoLayout) part = pango_layout_copy (layout);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoRectangle logical;

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (part, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (part, -1);
  pango_layout_set_ellipsize (part, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_text (part, start, (int) length);
  pango_layout_get_extents (part, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

/* The space behind a mark of punctuation at which two lines are the shortest, or NULL; `*width` is
 * theirs, and what they may have at most before. */
static const char *
find_pause (PangoLayout *layout, const char *text, double *width)
{
  static const char *const marks[] = { ", ", "; ", ": ", "· " };
  const char *best = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    for (const char *p = strstr (text, marks[i]); p != NULL; p = strstr (p + 1, marks[i])) {
      const char *space = p + strlen (marks[i]) - 1;
      const double first = measure_part (layout, text, (gsize) (space - text));
      const double second = measure_part (layout, space + 1, strlen (space + 1));
      const double wider = MAX (first, second);
      if (wider > *width || MIN (first, second) < wider * lonely_share
          || jipyo_text_is_tied (text, space))
        continue;
      *width = wider;
      best = space;
    }
  return best;
}

/* Two lines part where the sentence does, if that makes them little longer: nobody should have to
 * read "no" at the end of one and "daily closes yet" on the next. */
static void
break_at_pause (PangoLayout *layout, const char *text, const JipyoTextStyle *style)
{
  const int balanced = pango_layout_get_width (layout);
  double width = MIN (style->width, balanced / (double) PANGO_SCALE * pause_share);

  if (pango_layout_get_line_count (layout) != 2 || pango_layout_is_ellipsized (layout)
      || strchr (text, '\n') != NULL)
    return;
  const char *space = find_pause (layout, text, &width);
  if (space == NULL)
    return;
  PangoAttrList *before = pango_attr_list_ref (pango_layout_get_attributes (layout));
  PangoAttrList *attributes = pango_attr_list_copy (before);
  jipyo_text_join (attributes, 0, (gsize) (space - text));
  jipyo_text_join (attributes, (gsize) (space + 1 - text), strlen (space + 1));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, to_pango (width) + PANGO_SCALE / 2);
  if (pango_layout_get_line_count (layout) != 2 || pango_layout_is_ellipsized (layout)) {
    pango_layout_set_attributes (layout, before);
    pango_layout_set_width (layout, balanced);
  }
  pango_attr_list_unref (attributes);
  pango_attr_list_unref (before);
}

static JipyoTextLayout *
set_text (JipyoTypesetter *typesetter, const char *text, const JipyoTextStyle *style)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  JipyoTextLayout *self = g_new0 (JipyoTextLayout, 1);
  PangoFontDescription *font = pango_font_description_new ();
  PangoRectangle logical;

  pango_font_description_set_family_static (font, typesetter->families);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, MAX (to_pango (style->size), PANGO_SCALE));
  self->layout = pango_layout_new (typesetter->context);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (self->layout, valid, -1);
  if (style->centred)
    pango_layout_set_alignment (self->layout, PANGO_ALIGN_CENTER);
  else if (style->flush_right)
    pango_layout_set_alignment (self->layout, PANGO_ALIGN_RIGHT);
  set_attributes (self->layout, valid, style);
  set_limits (self->layout, style);
  if (style->balanced && style->width > 0) {
    balance (self->layout, style);
    break_at_pause (self->layout, valid, style);
  }

  pango_layout_get_extents (self->layout, NULL, &logical);
  self->rect.width = logical.width / (double) PANGO_SCALE;
  self->rect.height = logical.height / (double) PANGO_SCALE;
  self->baseline = pango_layout_get_baseline (self->layout) / (double) PANGO_SCALE;
  self->ellipsised = pango_layout_is_ellipsized (self->layout);
  /* From here on the rectangle is the text: centring must not move it within a wider box. */
  if (style->width > 0)
    pango_layout_set_width (self->layout, logical.width);
  return self;
}

/* The text as it was set the first time, at (0, 0). Shaping and measuring take most of the time of
 * a layout, which measures its ticks more than once and has the same ones frame after frame. */
static const JipyoTextLayout *
find_text (JipyoTypesetter *typesetter, const char *text, const JipyoTextStyle *style)
{
  const TextKey key = { text != NULL ? text : "", *style };
  JipyoTextLayout *found = g_hash_table_lookup (typesetter->known, &key);

  if (found != NULL)
    return found;
  if (g_hash_table_size (typesetter->known) >= known_max)
    g_hash_table_remove_all (typesetter->known);
  found = set_text (typesetter, key.text, style);
  g_hash_table_insert (typesetter->known, text_key_copy (&key), found);
  return found;
}

JipyoTextLayout *
jipyo_text_layout_new (JipyoTypesetter *typesetter, const char *text, const JipyoTextStyle *style)
{
  JipyoTextLayout *self = g_new (JipyoTextLayout, 1);

  *self = *find_text (typesetter, text, style);
  g_object_ref (self->layout);
  self->colour = style->colour;
  return self;
}

void
jipyo_text_layout_free (JipyoTextLayout *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->layout);
  g_free (self);
}

void
jipyo_text_layout_place (JipyoTextLayout *self, JipyoAnchor anchor)
{
  self->rect.x = anchor.x - anchor.align_x * self->rect.width;
  self->rect.y = anchor.y - anchor.align_y * self->rect.height;
}

/* Glyphs may reach out of the rectangle of their text. */
static void
ink_text (cairo_t *cr, const JipyoTextLayout *self)
{
  PangoRectangle ink;

  if (jipyo_ink_find (cr) == NULL)
    return;
  pango_layout_get_extents (self->layout, &ink, NULL);
  jipyo_ink_add (cr, &(const JipyoRect){ self->rect.x + pango_units_to_double (ink.x),
                                         self->rect.y + pango_units_to_double (ink.y),
                                         pango_units_to_double (ink.width),
                                         pango_units_to_double (ink.height) });
}

void
jipyo_text_layout_draw (const JipyoTextLayout *self, cairo_t *cr)
{
  const JipyoColour colour = jipyo_colour_from_rgb (self->colour);

  if (jipyo_svg_text_get_elements (cr) != NULL) {
    jipyo_svg_text_append (cr, self->layout, (double[]){ self->rect.x, self->rect.y },
                           self->colour);
    return;
  }
  ink_text (cr, self);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
  cairo_move_to (cr, self->rect.x, self->rect.y);
  pango_cairo_show_layout (cr, self->layout);
}

void
jipyo_text_layout_get_cut (const JipyoTextLayout *self, int cut[2])
{
  const int n_lines = pango_layout_get_line_count (self->layout);
  const PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, n_lines - 1);

  cut[0] = cut[1] = (int) strlen (pango_layout_get_text (self->layout));
  for (const GSList *run = line->runs; self->ellipsised && run != NULL; run = run->next) {
    const PangoItem *item = ((const PangoGlyphItem *) run->data)->item;
    if ((item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) == 0)
      continue;
    cut[0] = item->offset;
    cut[1] = item->offset + item->length;
    return;
  }
}

JipyoRect
jipyo_text_measure (JipyoTypesetter *typesetter, const char *text, const JipyoTextStyle *style)
{
  return find_text (typesetter, text, style)->rect;
}
