/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index is built at the first letter typed and dropped when the reading changes.
 */

#include "jipyo-search-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "jipyo-search-item.h"
#include "jipyo-whole-words.h"

struct _JipyoSearchList {
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkListView *list;
  GtkStack *stack;
  GtkLabel *nothing;

  JipyoSession *session; /* owned */
  GtkFilterListModel *found;
  GListStore *typed; /* of one list: what is typed as an id */
  GListModel *shown; /* both, owned */
  GtkFilter *filter;
  char *text;
  gboolean indexed;
};

G_DEFINE_FINAL_TYPE (JipyoSearchList, jipyo_search_list, GTK_TYPE_WIDGET)

enum { SIGNAL_OPENED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
match_item (gpointer item, gpointer user_data)
{
  JipyoSearchList *self = user_data;

  return self->text != NULL && jipyo_search_item_matches (item, self->text);
}

static void
open_item (JipyoSearchList *self, guint position)
{
  g_autoptr (JipyoSearchItem) item = g_list_model_get_item (self->shown, position);

  if (item == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), jipyo_search_item_get_action (item), "s",
                              jipyo_search_item_get_target (item));
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
row_activated_cb (JipyoSearchList *self, guint position)
{
  open_item (self, position);
}

static void
row_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *subtitle = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  jipyo_whole_words_keep (GTK_LABEL (title));
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_ellipsize (GTK_LABEL (subtitle), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_add_css_class (subtitle, "numeric");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_list_item_set_child (item, box);
}

static void
row_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  JipyoSearchItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));

  gtk_label_set_label (GTK_LABEL (title), jipyo_search_item_get_title (item));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)),
                       jipyo_search_item_get_subtitle (item));
  /* The row is GTK's, and nameless. */
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (gtk_widget_get_parent (gtk_list_item_get_child (list_item))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, jipyo_search_item_get_title (item), -1);
}

static void
session_changed_cb (JipyoSearchList *self)
{
  self->indexed = FALSE;
  gtk_filter_list_model_set_model (self->found, NULL);
}

static void
jipyo_search_list_dispose (GObject *object)
{
  JipyoSearchList *self = JIPYO_SEARCH_LIST (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->found);
  g_clear_object (&self->typed);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (jipyo_search_list_parent_class)->dispose (object);
}

static void
jipyo_search_list_finalize (GObject *object)
{
  g_free (JIPYO_SEARCH_LIST (object)->text);
  G_OBJECT_CLASS (jipyo_search_list_parent_class)->finalize (object);
}

static void
jipyo_search_list_class_init (JipyoSearchListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_search_list_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_search_list_finalize;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", JIPYO_TYPE_SEARCH_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-search-list.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoSearchList, content);
  gtk_widget_class_bind_template_child (widget_class, JipyoSearchList, list);
  gtk_widget_class_bind_template_child (widget_class, JipyoSearchList, stack);
  gtk_widget_class_bind_template_child (widget_class, JipyoSearchList, nothing);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bound_cb);
}

static void
join_lists (JipyoSearchList *self)
{
  g_autoptr (GListStore) lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkFlattenListModel) typed =
               gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (self->typed)));

  g_list_store_append (lists, self->found);
  g_list_store_append (lists, typed);
  self->shown = G_LIST_MODEL (gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (lists))));
}

static void
jipyo_search_list_init (JipyoSearchList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jipyo_whole_words_keep (self->nothing);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_item, self, NULL));
  self->found = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  self->typed = g_list_store_new (G_TYPE_LIST_MODEL);
  join_lists (self);

  GtkSingleSelection *selection = gtk_single_selection_new (g_object_ref (self->shown));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

void
jipyo_search_list_set_session (JipyoSearchList *self, JipyoSession *session)
{
  g_return_if_fail (JIPYO_IS_SEARCH_LIST (self) && self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
offer_typed (JipyoSearchList *self)
{
  g_list_store_remove_all (self->typed);
  if (self->session == NULL || self->text == NULL)
    return;
  g_autoptr (GListModel) typed = jipyo_search_item_list_typed (self->session, self->text);
  g_list_store_append (self->typed, typed);
}

void
jipyo_search_list_set_text (JipyoSearchList *self, const char *text)
{
  g_return_if_fail (JIPYO_IS_SEARCH_LIST (self));
  if (!self->indexed && self->session != NULL) {
    g_autoptr (GListModel) items = jipyo_search_item_list (self->session);

    self->indexed = TRUE;
    gtk_filter_list_model_set_model (self->found, items);
  }
  g_free (self->text);
  self->text = g_strdup (text);
  offer_typed (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (
    self->stack, jipyo_search_list_get_n_results (self) > 0 ? "found" : "nothing");
}

gboolean
jipyo_search_list_activate_first (JipyoSearchList *self)
{
  g_return_val_if_fail (JIPYO_IS_SEARCH_LIST (self), FALSE);
  if (jipyo_search_list_get_n_results (self) == 0)
    return FALSE;
  open_item (self, 0);
  return TRUE;
}

guint
jipyo_search_list_get_n_results (JipyoSearchList *self)
{
  g_return_val_if_fail (JIPYO_IS_SEARCH_LIST (self), 0);
  return g_list_model_get_n_items (self->shown);
}
