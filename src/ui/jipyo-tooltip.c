/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text is kept with the widget; the label is made when it is asked for.
 */

#include "jipyo-tooltip.h"

#include "jipyo-whole-words.h"

static const char *const text_key = "jipyo-tooltip";
static const int longest_line = 60; /* characters */

static gboolean
tooltip_queried_cb (GtkWidget *widget,
                    int x,
                    int y,
                    gboolean keyboard,
                    GtkTooltip *tooltip,
                    gpointer user_data)
{
  const char *text = g_object_get_data (G_OBJECT (widget), text_key);

  return text != NULL && jipyo_tooltip_show (tooltip, text);
}

gboolean
jipyo_tooltip_show (GtkTooltip *tooltip, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  jipyo_whole_words_keep (GTK_LABEL (label));
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_max_width_chars (GTK_LABEL (label), longest_line);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_tooltip_set_custom (tooltip, label);
  return TRUE;
}

void
jipyo_tooltip_set (GtkWidget *widget, const char *text)
{
  if (g_strcmp0 (g_object_get_data (G_OBJECT (widget), text_key), text) == 0)
    return;
  g_signal_handlers_disconnect_by_func (widget, tooltip_queried_cb, NULL);
  g_object_set_data_full (G_OBJECT (widget), text_key, g_strdup (text), g_free);
  gtk_widget_set_has_tooltip (widget, text != NULL);
  if (text == NULL)
    return;
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (tooltip_queried_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}
