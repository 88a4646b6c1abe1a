/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Addresses come from ledger files that anybody may have written: only web pages are opened.
 */

#include "jipyo-link.h"

#include "jipyo-whole-words.h"

static gboolean
is_web_page (const char *url)
{
  return url != NULL && (g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://"));
}

static void
clicked_cb (GtkWidget *button, gpointer user_data)
{
  jipyo_link_open (button, g_object_get_data (G_OBJECT (button), "jipyo-url"));
}

GtkWidget *
jipyo_link_new (const char *text, const char *url)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  jipyo_whole_words_keep (GTK_LABEL (label));
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (!is_web_page (url))
    return label;

  GtkWidget *button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, url);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "source-link");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (button), "jipyo-url", g_strdup (url), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), NULL);
  return button;
}

gboolean
jipyo_link_open (GtkWidget *widget, const char *url)
{
  if (!is_web_page (url))
    return FALSE;
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), url, GDK_CURRENT_TIME);
  return TRUE;
}
