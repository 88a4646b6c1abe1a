/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows are few and made anew with each result.
 */

#include "jipyo-source-list.h"

#include <glib/gi18n.h>

#include "jipyo-figure-label.h"
#include "jipyo-format.h"
#include "jipyo-link.h"
#include "jipyo-whole-words.h"

struct _JipyoSourceList {
  GtkWidget parent_instance;

  GtkWidget *box;
  guint n_sources;
};

G_DEFINE_FINAL_TYPE (JipyoSourceList, jipyo_source_list, GTK_TYPE_WIDGET)

static void
add_line (JipyoSourceList *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  jipyo_whole_words_keep (GTK_LABEL (label));
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
add_source (JipyoSourceList *self, const JipyoSource *source, JipyoLang lang)
{
  g_autofree char *published = jipyo_date_format (source->published);
  g_autofree char *retrieved = jipyo_date_format (source->retrieved);
  /* Translators: two dates; the first may be missing */
  g_autofree char *dates =
    *published != '\0' ? g_strdup_printf (_ ("published %s, retrieved %s"), published, retrieved)
                       : g_strdup_printf (_ ("publication date unknown, retrieved %s"), retrieved);
  g_autofree char *line =
    g_strdup_printf ("%s · %s", jipyo_text_get (&source->publisher, lang), dates);
  const char *title = jipyo_text_get (&source->title, lang);

  GtkWidget *link = jipyo_link_new (title, source->url);

  gtk_widget_add_css_class (link, "source-title");
  gtk_box_append (GTK_BOX (self->box), link);
  add_line (self, line, "dim-label");
}

/* A heading stands apart from what is above it. */
static void
add_heading (JipyoSourceList *self, const char *text)
{
  add_line (self, text, "heading");
  gtk_widget_set_margin_top (gtk_widget_get_last_child (self->box), 12);
}

static void
add_conflict (JipyoSourceList *self, const JipyoClaim *claim, JipyoLang lang)
{
  GtkWidget *figure = jipyo_figure_label_new (0);
  g_autofree char *value = jipyo_format_quantity (&claim->quantity, lang);
  g_autofree char *text = g_strdup_printf ("⚠ %s  %s", value, jipyo_text_get (&claim->label, lang));

  jipyo_figure_label_set (JIPYO_FIGURE_LABEL (figure), text, claim->id);
  gtk_box_append (GTK_BOX (self->box), figure);
}

static void
jipyo_source_list_dispose (GObject *object)
{
  g_clear_pointer (&JIPYO_SOURCE_LIST (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (jipyo_source_list_parent_class)->dispose (object);
}

static void
jipyo_source_list_class_init (JipyoSourceListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = jipyo_source_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
jipyo_source_list_init (JipyoSourceList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

JipyoSourceList *
jipyo_source_list_new (void)
{
  return g_object_new (JIPYO_TYPE_SOURCE_LIST, NULL);
}

void
jipyo_source_list_set_result (JipyoSourceList *self, JipyoViewResult *result)
{
  g_return_if_fail (JIPYO_IS_SOURCE_LIST (self) && JIPYO_IS_VIEW_RESULT (result));
  const JipyoView *view = jipyo_view_result_get_view (result);
  const JipyoLang lang = jipyo_view_result_get_lang (result);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  self->n_sources = view->sources == NULL ? 0 : view->sources->len;
  for (guint i = 0; i < self->n_sources; i++)
    add_source (self, g_ptr_array_index (view->sources, i), lang);
  if (self->n_sources == 0)
    add_line (self, _ ("No source of the record is used here."), "dim-label");
  if (view->conflicts == NULL || view->conflicts->len == 0)
    return;
  add_heading (self, _ ("Disputed"));
  for (guint i = 0; i < view->conflicts->len; i++)
    add_conflict (self, g_ptr_array_index (view->conflicts, i), lang);
}

guint
jipyo_source_list_get_n_sources (JipyoSourceList *self)
{
  g_return_val_if_fail (JIPYO_IS_SOURCE_LIST (self), 0);
  return self->n_sources;
}
