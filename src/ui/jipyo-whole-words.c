/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Unicode lets a line break between any two Hangul syllables, and between a figure and its percent
 * sign, and a label has no wrapping to choose that does not. Only such runs are kept whole: a label
 * is measured at no width at all, and there Pango 1.50 ends the program over a run that takes more
 * than one font.
 */

#include "jipyo-whole-words.h"

static const glong longest_run = 9; /* syllables; the least width of a label must stay small */

static gboolean
is_syllable (gunichar c)
{
  return c >= 0xAC00 && c <= 0xD7A3;
}

static void
forbid_breaks (PangoAttrList *attributes, gsize start, gsize end)
{
  PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

/* The space before a percent sign is part of the figure. */
static gboolean
is_before_percent (const char *text, const char *p)
{
  return p > text && g_ascii_isdigit (p[-1]) && p[0] == ' ' && p[1] == '%';
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
    if (is_before_percent (text, p))
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
