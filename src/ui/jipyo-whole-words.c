/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Unicode lets a line break between any two Hangul syllables, and between a figure and its unit,
 * and a label has no wrapping to choose that does not. Only such runs are kept whole: a label
 * is measured at no width at all, and there Pango 1.50 ends the program over a run that takes more
 * than one font.
 */

#include "jipyo-whole-words.h"

static const glong longest_run = 9; /* syllables; the least width of a label must stay small */

/* Or a consonant of its own, as in what one searches by. */
static gboolean
is_syllable (gunichar c)
{
  return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x3131 && c <= 0x318E);
}

static void
forbid_breaks (PangoAttrList *attributes, gsize start, gsize end)
{
  PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

/* "14.3 %", "15:30 KST", "10 s ago": neither a sign nor "KST" nor "ago" says anything alone. */
static gboolean
is_within_figure (const char *text, const char *p)
{
  if (p == text || p[0] != ' ')
    return FALSE;
  if (g_ascii_isdigit (p[-1]))
    return p[1] == '%' || g_ascii_isalpha (p[1]);
  return g_ascii_isalpha (p[-1]) && g_str_has_prefix (p, " ago") && !g_ascii_isalpha (p[4]);
}

static void
label_changed_cb (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  PangoAttrList *attributes = pango_attr_list_new ();
  const char *p = text;

  while (*p != '\0') {
    const char *run = p;
    while (is_syllable (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    if (p > run && g_utf8_pointer_to_offset (run, p) <= longest_run)
      forbid_breaks (attributes, (gsize) (run - text), (gsize) (p - text));
    if (is_within_figure (text, p))
      forbid_breaks (attributes, (gsize) (p - 1 - text), (gsize) (p + 2 - text));
    if (p == run)
      p = g_utf8_next_char (p);
  }
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

void
jipyo_whole_words_keep (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  g_signal_connect (label, "notify::label", G_CALLBACK (label_changed_cb), NULL);
  label_changed_cb (label);
}
