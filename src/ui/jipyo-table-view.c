/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GtkColumnView over one object a row. Live figures change in place; the model is replaced only
 * when the shape of the table changes.
 */

#include "jipyo-table-view.h"

#include <glib/gi18n.h>

#include "jipyo-figure-label.h"
#include "jipyo-table-row.h"

struct _JipyoTableView {
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkColumnView *list;
  GListStore *rows;        /* owned, of JipyoTableRow */
  JipyoViewResult *result; /* owned */
};

G_DEFINE_FINAL_TYPE (JipyoTableView, jipyo_table_view, GTK_TYPE_WIDGET)

static const char *const column_key = "jipyo-column";

static guint
get_column (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, column_key));
}

/* A sign behind a figure that is not simply stated; the tooltip says it in words. */
static const char *
get_status_sign (JipyoStatus status)
{
  switch (status) {
  case JIPYO_STATUS_STATED:
  case JIPYO_STATUS_DERIVED:
    return "";
  case JIPYO_STATUS_SECOND_HAND:
    return " ″";
  case JIPYO_STATUS_INFERRED:
    return " *";
  case JIPYO_STATUS_DISPUTED:
    return " ⚠";
  }
  return "";
}

static int
get_direction (const JipyoCell *cell, const char *text)
{
  if (!cell->is_figure)
    return 0;
  if (g_str_has_prefix (text, "▲"))
    return 1;
  return g_str_has_prefix (text, "▼") ? -1 : 0;
}

static void
show_cell (GtkListItem *item, guint column)
{
  JipyoTableRow *row = gtk_list_item_get_item (item);
  GtkWidget *figure = gtk_list_item_get_child (item);
  const JipyoCell *cell = jipyo_table_row_get_cell (row, column);
  const JipyoLang lang = jipyo_table_row_get_lang (row);
  const char *words = jipyo_text_get (&cell->text, lang);
  const gboolean doubtful = cell->is_figure && cell->status != JIPYO_STATUS_STATED;
  g_autofree char *text = g_strconcat (*words == '\0' ? "–" : words,
                                       doubtful ? get_status_sign (cell->status) : "", NULL);

  jipyo_figure_label_set (JIPYO_FIGURE_LABEL (figure), text, cell->claim);
  jipyo_figure_label_set_direction (JIPYO_FIGURE_LABEL (figure), get_direction (cell, words));
  gtk_widget_set_tooltip_text (figure, doubtful ? jipyo_status_label (cell->status, lang)
                                       : g_utf8_strlen (words, -1) > 48 ? words
                                                                        : NULL);
}

static void
row_changed_cb (JipyoTableRow *row, GtkListItem *item)
{
  show_cell (item, get_column (item));
}

static void
figure_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, jipyo_figure_label_new (1));
  g_object_set_data (G_OBJECT (item), column_key, GUINT_TO_POINTER (get_column (factory)));
}

static void
text_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, jipyo_figure_label_new (0));
  g_object_set_data (G_OBJECT (item), column_key, GUINT_TO_POINTER (get_column (factory)));
}

static void
cell_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  show_cell (item, get_column (factory));
  g_signal_connect_object (gtk_list_item_get_item (item), "changed", G_CALLBACK (row_changed_cb),
                           item, 0);
}

static void
cell_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), row_changed_cb, item);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return jipyo_table_row_compare ((gpointer) a, (gpointer) b, GPOINTER_TO_UINT (user_data));
}

static void
add_column (JipyoTableView *self, const JipyoColumn *column, guint index)
{
  const gboolean figure = column->kind == JIPYO_COLUMN_FIGURE;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter =
               GTK_SORTER (gtk_custom_sorter_new (compare_rows, GUINT_TO_POINTER (index), NULL));
  const char *title = jipyo_text_get (&column->title, jipyo_view_result_get_lang (self->result));

  g_object_set_data (G_OBJECT (factory), column_key, GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (figure ? figure_set_up_cb : text_set_up_cb),
                    NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (cell_bound_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (cell_unbound_cb), NULL);

  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, index == 0);
  gtk_column_view_append_column (self->list, view_column);
}

static void
rebuild_columns (JipyoTableView *self, const JipyoTable *table)
{
  GListModel *columns = gtk_column_view_get_columns (self->list);
  guint n;

  while ((n = g_list_model_get_n_items (columns)) > 0) {
    g_autoptr (GtkColumnViewColumn) last = g_list_model_get_item (columns, n - 1);

    gtk_column_view_remove_column (self->list, last);
  }
  for (guint i = 0; i < table->columns->len; i++)
    add_column (self, g_ptr_array_index (table->columns, i), i);
}

static gboolean
has_same_columns (const JipyoTable *a, const JipyoTable *b)
{
  if (a->columns->len != b->columns->len)
    return FALSE;
  for (guint i = 0; i < a->columns->len; i++) {
    const JipyoColumn *left = g_ptr_array_index (a->columns, i);
    const JipyoColumn *right = g_ptr_array_index (b->columns, i);

    if (g_strcmp0 (left->id, right->id) != 0)
      return FALSE;
  }
  return TRUE;
}

static void
refill_rows (JipyoTableView *self, JipyoViewResult *result)
{
  const guint n_rows = jipyo_view_result_get_view (result)->table->rows->len;

  g_list_store_remove_all (self->rows);
  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (JipyoTableRow) row = jipyo_table_row_new (result, i);

    g_list_store_append (self->rows, row);
  }
}

static void
update_rows (JipyoTableView *self, JipyoViewResult *result)
{
  const guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (JipyoTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

    jipyo_table_row_set_result (row, result);
  }
}

/* Enter on a row opens the first figure of it. */
static void
row_activated_cb (JipyoTableView *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->list));
  g_autoptr (JipyoTableRow) row = g_list_model_get_item (model, position);
  const guint n_columns = g_list_model_get_n_items (gtk_column_view_get_columns (self->list));

  for (guint i = 0; row != NULL && i < n_columns; i++) {
    const JipyoCell *cell = jipyo_table_row_get_cell (row, i);

    if (cell->claim == NULL)
      continue;
    gtk_widget_activate_action (GTK_WIDGET (self), "win.explain", "s", cell->claim);
    return;
  }
}

static void
jipyo_table_view_dispose (GObject *object)
{
  JipyoTableView *self = JIPYO_TABLE_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->result);
  G_OBJECT_CLASS (jipyo_table_view_parent_class)->dispose (object);
}

static void
jipyo_table_view_class_init (JipyoTableViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_table_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoTableView, scroller);
  gtk_widget_class_bind_template_child (widget_class, JipyoTableView, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
jipyo_table_view_init (JipyoTableView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (JIPYO_TYPE_TABLE_ROW);

  GtkSortListModel *sorted =
    gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                             g_object_ref (gtk_column_view_get_sorter (self->list)));
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (sorted));

  gtk_column_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

GtkWidget *
jipyo_table_view_new (void)
{
  return g_object_new (JIPYO_TYPE_TABLE_VIEW, NULL);
}

void
jipyo_table_view_set_result (JipyoTableView *self, JipyoViewResult *result)
{
  g_return_if_fail (JIPYO_IS_TABLE_VIEW (self) && JIPYO_IS_VIEW_RESULT (result));
  const JipyoTable *table = jipyo_view_result_get_view (result)->table;
  g_autoptr (JipyoViewResult) old = g_steal_pointer (&self->result);
  const gboolean same_lang =
    old != NULL && jipyo_view_result_get_lang (old) == jipyo_view_result_get_lang (result);

  self->result = g_object_ref (result);
  if (!same_lang || !has_same_columns (jipyo_view_result_get_view (old)->table, table)) {
    g_list_store_remove_all (self->rows);
    rebuild_columns (self, table);
  }
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == table->rows->len)
    update_rows (self, result);
  else
    refill_rows (self, result);
}

guint
jipyo_table_view_get_n_rows (JipyoTableView *self)
{
  g_return_val_if_fail (JIPYO_IS_TABLE_VIEW (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}
