/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GtkColumnView over one object a row. Live figures change in place; the model is replaced only
 * when the shape of the table changes.
 */

#include "jipyo-table-view.h"

#include <glib/gi18n.h>

#include "jipyo-figure-label.h"
#include "jipyo-inner-widget.h"
#include "jipyo-instrument.h"
#include "jipyo-table-cell.h"
#include "jipyo-table-column.h"
#include "jipyo-table-heading.h"
#include "jipyo-table-height.h"

#include <string.h>

struct _JipyoTableView {
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkScrolledWindow *scroller;
  GtkColumnView *list;
  GtkLabel *legend;

  GListStore *rows;        /* of JipyoTableRow, owned */
  JipyoViewResult *result; /* owned */
  JipyoTableHeight height;
  gboolean drawn;
};

G_DEFINE_FINAL_TYPE (JipyoTableView, jipyo_table_view, GTK_TYPE_WIDGET)

static const char *const column_key = "jipyo-column";
/* "2,910 2 s ago": words begin where the figures before them end. */
static const int off_figures_px = 6;

static const JipyoTableColumn *
get_column (gpointer object)
{
  return g_object_get_data (object, column_key);
}

/* --- Cells */

static void
show_cell (GtkListItem *item, const JipyoTableColumn *column)
{
  JipyoTableRow *row = gtk_list_item_get_item (item);
  JipyoTableCell cell;

  jipyo_table_row_get_cell (row, column->index, &cell);
  jipyo_table_cell_show (gtk_list_item_get_child (item), &cell, column->with_signs,
                         jipyo_table_row_get_lang (row));
}

/* GTK makes the row, and gives it no name to be read out. */
static void
name_row (GtkListItem *item)
{
  GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (item));
  GtkWidget *row = cell == NULL ? NULL : gtk_widget_get_parent (cell);
  JipyoTableCell first;

  jipyo_table_row_get_cell (gtk_list_item_get_item (item), get_column (item)->index, &first);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, first.text,
                                    -1);
}

static void
row_changed_cb (JipyoTableRow *row, GtkListItem *item)
{
  show_cell (item, get_column (item));
  if (get_column (item)->first)
    name_row (item);
}

static void
cell_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const JipyoTableColumn *column = get_column (factory);
  GtkWidget *cell = jipyo_table_cell_new (column->align, column->kept_words);

  if (column->wraps)
    jipyo_figure_label_wrap_words (JIPYO_FIGURE_LABEL (cell),
                                   jipyo_table_column_choose_least (column));
  if (column->wraps && !column->first)
    gtk_widget_set_margin_start (cell, off_figures_px);
  gtk_list_item_set_child (item, cell);
  g_object_set_data_full (G_OBJECT (item), column_key, g_memdup2 (column, sizeof *column), g_free);
}

static void
cell_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  show_cell (item, get_column (factory));
  if (get_column (factory)->first)
    name_row (item);
  g_signal_connect_object (gtk_list_item_get_item (item), "changed", G_CALLBACK (row_changed_cb),
                           item, 0);
}

static void
cell_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), row_changed_cb, item);
}

/* --- Columns */

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return jipyo_table_row_compare ((gpointer) a, (gpointer) b, GPOINTER_TO_UINT (user_data));
}

/* What machines need and people do not: numbers of claims, and words that the figure says too. */
static gboolean
is_for_machines (const JipyoColumn *column)
{
  static const char *const ids[] = { "claim", "code",      "id",     "instrument", "metric",
                                     "unit",  "qualifier", "status", NULL };

  return g_strv_contains (ids, column->id);
}

/* The statuses of a column's figures; FALSE when there is nothing in it. */
static gboolean
survey_column (JipyoTableView *self, JipyoTableColumn *column)
{
  const guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  gboolean any = n_rows == 0;

  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (JipyoTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
    JipyoTableCell cell;

    jipyo_table_row_get_cell (row, column->index, &cell);
    any = any || *cell.text != '\0';
    column->longest = MAX (column->longest, g_utf8_strlen (cell.text, -1));
    if (cell.status != JIPYO_STATUS_STATED)
      column->statuses |= 1u << cell.status;
  }
  /* A title may say it for the whole column. */
  column->with_signs = column->statuses != 0 && strchr (column->title, '*') == NULL;
  return any;
}

/* The columns to show, in order. (element-type JipyoTableColumn) (transfer full) */
static GArray *
list_columns (JipyoTableView *self)
{
  const JipyoView *view = jipyo_view_result_get_view (self->result);
  const JipyoLang lang = jipyo_view_result_get_lang (self->result);
  const guint n = self->drawn ? view->sheet->grid->titles->len : view->table->columns->len;
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (JipyoTableColumn));

  for (guint i = 0; i < n; i++) {
    JipyoTableColumn column = { .index = i };

    if (self->drawn) {
      column.title = g_ptr_array_index (view->sheet->grid->titles, i);
      column.align = g_array_index (view->sheet->grid->aligns, JipyoCellAlign, i);
    } else {
      const JipyoColumn *info = g_ptr_array_index (view->table->columns, i);

      if (is_for_machines (info))
        continue;
      column.title = jipyo_text_get (&info->title, lang);
      column.align = info->kind == JIPYO_COLUMN_FIGURE ? JIPYO_ALIGN_END : JIPYO_ALIGN_START;
    }
    column.first = columns->len == 0;
    /* Beside live figures words are states: what a venue warns of is never cut. */
    column.wraps = self->drawn && column.align == JIPYO_ALIGN_START && !column.first;
    if (survey_column (self, &column))
      g_array_append_val (columns, column);
  }
  jipyo_table_column_favour_first (columns);
  return columns;
}

static void
add_column (JipyoTableView *self, const JipyoTableColumn *column, gboolean expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = GTK_SORTER (
    gtk_custom_sorter_new (compare_rows, GUINT_TO_POINTER (column->index), NULL));

  g_object_set_data_full (G_OBJECT (factory), column_key, g_memdup2 (column, sizeof *column),
                          g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (cell_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (cell_bound_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (cell_unbound_cb), NULL);

  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (column->title, factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, expand);
  gtk_column_view_append_column (self->list, view_column);
}

/* GTK has no alignment for the title of a column, which belongs over its figures, and no way to it
 * for the keyboard. */
static void
complete_titles (JipyoTableView *self, const GArray *columns)
{
  GListModel *shown = gtk_column_view_get_columns (self->list);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  GtkWidget *title = header == NULL ? NULL : gtk_widget_get_first_child (header);

  if (header != NULL)
    gtk_widget_set_can_focus (header, TRUE);
  for (guint i = 0; i < columns->len && title != NULL; i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);
    GtkWidget *label = jipyo_inner_widget_find (title, GTK_TYPE_LABEL, 0);

    jipyo_table_heading_attach (title, self->list, column);
    if (label != NULL && i > 0 && g_array_index (columns, JipyoTableColumn, i).wraps)
      gtk_widget_set_margin_start (label, off_figures_px);
    if (label != NULL && g_array_index (columns, JipyoTableColumn, i).align == JIPYO_ALIGN_END) {
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
    }
    title = gtk_widget_get_next_sibling (title);
  }
}

static void
show_legend (JipyoTableView *self, const GArray *columns)
{
  guint statuses = 0;

  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, JipyoTableColumn, i).with_signs)
      statuses |= g_array_index (columns, JipyoTableColumn, i).statuses;
  g_autofree char *text =
    jipyo_table_cell_explain_signs (statuses, jipyo_view_result_get_lang (self->result));

  gtk_label_set_text (self->legend, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->legend), text != NULL);
}

static void
rebuild_columns (JipyoTableView *self)
{
  GListModel *old = gtk_column_view_get_columns (self->list);
  g_autoptr (GArray) columns = list_columns (self);
  guint n;

  while ((n = g_list_model_get_n_items (old)) > 0) {
    g_autoptr (GtkColumnViewColumn) last = g_list_model_get_item (old, n - 1);

    gtk_column_view_remove_column (self->list, last);
  }
  const guint widest = jipyo_table_column_find_widest (columns);
  for (guint i = 0; i < columns->len; i++)
    add_column (self, &g_array_index (columns, JipyoTableColumn, i),
                i == widest || widest == columns->len);
  complete_titles (self, columns);
  show_legend (self, columns);
}

/* Whether `result` would be shown in the columns that there are. */
static gboolean
fits_columns (JipyoTableView *self, JipyoViewResult *result)
{
  g_autoptr (JipyoViewResult) now = g_steal_pointer (&self->result);

  if (now == NULL || jipyo_view_result_get_lang (now) != jipyo_view_result_get_lang (result))
    return FALSE;
  self->result = g_object_ref (result);
  g_autoptr (GArray) columns = list_columns (self);
  GListModel *shown = gtk_column_view_get_columns (self->list);
  gboolean fits = columns->len == g_list_model_get_n_items (shown);

  for (guint i = 0; i < columns->len && fits; i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);
    const JipyoTableColumn *old = get_column (gtk_column_view_column_get_factory (column));
    const JipyoTableColumn *new = &g_array_index (columns, JipyoTableColumn, i);

    fits =
      old->index == new->index
      && old->with_signs
           == new->with_signs &&g_strcmp0 (gtk_column_view_column_get_title (column), new->title)
           == 0;
  }
  return fits;
}

/* --- Rows */

static guint
count_rows (const JipyoTableView *self, JipyoViewResult *result)
{
  const JipyoView *view = jipyo_view_result_get_view (result);

  return self->drawn ? view->sheet->grid->rows->len : view->table->rows->len;
}

static void
refill_rows (JipyoTableView *self, JipyoViewResult *result)
{
  const guint n_rows = count_rows (self, result);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (rows, jipyo_table_row_new (result, self->drawn, i));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
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

/* A claim has a card, an instrument a page. */
static void
open_figure (JipyoTableView *self, const char *claim)
{
  g_autofree char *page = g_strconcat ("instrument:", claim, NULL);

  if (jipyo_instrument_is_valid (claim))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", page);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.explain", "s", claim);
}

/* Enter on a row opens the first figure of it. */
static void
row_activated_cb (JipyoTableView *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->list));
  g_autoptr (JipyoTableRow) row = g_list_model_get_item (model, position);
  const JipyoView *view = jipyo_view_result_get_view (self->result);
  const guint n_columns = self->drawn ? view->sheet->grid->titles->len : view->table->columns->len;

  for (guint i = 0; row != NULL && i < n_columns; i++) {
    JipyoTableCell cell;

    jipyo_table_row_get_cell (row, i, &cell);
    if (cell.claim == NULL)
      continue;
    open_figure (self, cell.claim);
    return;
  }
}

/* Where the focus is among the rows. */
typedef struct {
  GtkWidget *row; /* NULL: not in a row */
  int column;     /* -1: the row itself */
} Place;

static int
count_before (GtkWidget *cell)
{
  int n = 0;

  while ((cell = gtk_widget_get_prev_sibling (cell)) != NULL)
    n++;
  return n;
}

/* Rows are known by their name in GTK's style sheets, which stays from version to version. */
static Place
find_focus (GtkWidget *table)
{
  GtkRoot *root = gtk_widget_get_root (table);
  GtkWidget *widget = root == NULL ? NULL : gtk_root_get_focus (root);
  Place place = { .column = -1 };

  while (widget != NULL && widget != table) {
    if (g_str_equal (gtk_widget_get_css_name (widget), "row")) {
      place.row = widget;
      return place;
    }
    place.column = count_before (widget);
    widget = gtk_widget_get_parent (widget);
  }
  return place;
}

/* GTK goes to the first figure of the next row; who reads down a column stays in it. */
static void
stay_in_column (GtkWidget *table, int column)
{
  const Place place = find_focus (table);
  GtkWidget *cell = place.row == NULL ? NULL : gtk_widget_get_first_child (place.row);

  for (int i = 0; i < column && cell != NULL; i++)
    cell = gtk_widget_get_next_sibling (cell);
  if (cell != NULL)
    gtk_widget_child_focus (cell, GTK_DIR_TAB_FORWARD);
}

static gboolean
focus_headings (JipyoTableView *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  GtkWidget *heading = header == NULL ? NULL : gtk_widget_get_last_child (header);

  return heading != NULL && gtk_widget_grab_focus (heading);
}

/* The rows, of which there may be hundreds, are one stop for Tab; the arrows walk among the
 * figures. */
static gboolean
jipyo_table_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidgetClass *parent_class = GTK_WIDGET_CLASS (jipyo_table_view_parent_class);
  const Place place = find_focus (widget);

  if (place.row != NULL && direction == GTK_DIR_TAB_FORWARD)
    return FALSE;
  if (place.row != NULL && direction == GTK_DIR_TAB_BACKWARD)
    return focus_headings (JIPYO_TABLE_VIEW (widget));
  if (!parent_class->focus (widget, direction))
    return FALSE;
  if (place.column >= 0 && (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN))
    stay_in_column (widget, place.column);
  return TRUE;
}

static void
jipyo_table_view_dispose (GObject *object)
{
  JipyoTableView *self = JIPYO_TABLE_VIEW (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->result);
  G_OBJECT_CLASS (jipyo_table_view_parent_class)->dispose (object);
}

static void
jipyo_table_view_class_init (JipyoTableViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_table_view_dispose;
  widget_class->focus = jipyo_table_view_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoTableView, content);
  gtk_widget_class_bind_template_child (widget_class, JipyoTableView, scroller);
  gtk_widget_class_bind_template_child (widget_class, JipyoTableView, legend);
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
  jipyo_table_height_init (&self->height, GTK_WIDGET (self), self->scroller, self->list);
}

static void
scrolled_cb (JipyoTableView *self)
{
  jipyo_table_height_await_layout (&self->height);
}

GtkWidget *
jipyo_table_view_new (gboolean drawn)
{
  JipyoTableView *self = g_object_new (JIPYO_TYPE_TABLE_VIEW, NULL);

  self->drawn = drawn;
  GtkAdjustment *const scrolled[] = { gtk_scrolled_window_get_hadjustment (self->scroller),
                                      gtk_scrolled_window_get_vadjustment (self->scroller) };
  for (guint i = 0; drawn && i < G_N_ELEMENTS (scrolled); i++)
    g_signal_connect_object (scrolled[i], "changed", G_CALLBACK (scrolled_cb), self,
                             G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
jipyo_table_view_set_result (JipyoTableView *self, JipyoViewResult *result)
{
  g_return_if_fail (JIPYO_IS_TABLE_VIEW (self) && JIPYO_IS_VIEW_RESULT (result));
  g_return_if_fail (!self->drawn || jipyo_view_result_get_view (result)->sheet->grid != NULL);
  const guint n_rows = count_rows (self, result);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == n_rows && n_rows > 0)
    update_rows (self, result);
  else
    refill_rows (self, result);
  if (!fits_columns (self, result)) {
    g_set_object (&self->result, result);
    rebuild_columns (self);
  }

  jipyo_table_height_limit (&self->height);
  if (self->drawn)
    jipyo_table_height_await_layout (&self->height);
}

guint
jipyo_table_view_get_n_rows (JipyoTableView *self)
{
  g_return_val_if_fail (JIPYO_IS_TABLE_VIEW (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}
