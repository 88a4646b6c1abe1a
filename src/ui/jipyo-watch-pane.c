/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row stays while its instrument is followed, and is moved by sorting: so it keeps the focus when
 * its place changes.
 */

#include "jipyo-watch-pane.h"

#include <glib/gi18n.h>

#include "jipyo-coin-change.h"
#include "jipyo-instrument-name.h"
#include "jipyo-instrument-picker.h"
#include "jipyo-instrument.h"
#include "jipyo-lazy-menu.h"
#include "jipyo-session-context.h"
#include "jipyo-spark-values.h"
#include "jipyo-watch-row.h"
#include "jipyo-whole-words.h"

/* What a sparkline shows; of a basket, closes of sessions. */
static const guint spark_days = 7;
static const guint spark_sessions = 20;

struct _JipyoWatchPane {
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkMenuButton *add_button;
  GtkListBox *list;
  GtkWidget *hint;

  JipyoSession *session; /* owned */
  JipyoLook *look;       /* owned */
  char *page;
};

G_DEFINE_FINAL_TYPE (JipyoWatchPane, jipyo_watch_pane, GTK_TYPE_WIDGET)

static JipyoWatchRow *
get_row (JipyoWatchPane *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? JIPYO_WATCH_ROW (row) : NULL;
}

static JipyoWatchRow *
find_row (JipyoWatchPane *self, const char *instrument)
{
  JipyoWatchRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (g_str_equal (jipyo_watch_row_get_instrument (row), instrument))
      return row;
  return NULL;
}

static int
find_place (JipyoWatchPane *self, const char *instrument)
{
  const char *const *all = jipyo_watchlist_get_all (jipyo_session_get_watchlist (self->session));
  int i = 0;

  while (all[i] != NULL && !g_str_equal (all[i], instrument))
    i++;
  return i;
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  return find_place (data, jipyo_watch_row_get_instrument (JIPYO_WATCH_ROW (a)))
         - find_place (data, jipyo_watch_row_get_instrument (JIPYO_WATCH_ROW (b)));
}

static void
show_past (JipyoWatchPane *self, JipyoWatchRow *row)
{
  JipyoPastNeed need = {
    .instrument = (char *) jipyo_watch_row_get_instrument (row),
    .resolution = JIPYO_RESOLUTION_HOUR,
    .days = spark_days,
  };
  const JipyoCandleSeries *hours = jipyo_session_find_past (self->session, &need);

  need.resolution = JIPYO_RESOLUTION_DAY;
  const JipyoCandleSeries *days = jipyo_session_find_past (self->session, &need);

  jipyo_watch_row_show_past (row, jipyo_spark_values_choose (hours, days));
}

static void
show_row (JipyoWatchPane *self, JipyoWatchRow *row, const JipyoViewContext *context)
{
  const char *instrument = jipyo_watch_row_get_instrument (row);

  jipyo_watch_row_show (row, context);
  if (jipyo_instrument_is_basket (instrument))
    jipyo_watch_row_take_values (
      row, jipyo_session_list_basket_closes (self->session, instrument, spark_sessions));
  else
    show_past (self, row);
}

static void
show_rows (JipyoWatchPane *self)
{
  JipyoViewContext context = jipyo_session_context_make (self->session);
  g_autoptr (GPtrArray) quotes = jipyo_coin_change_list_quotes (
    self->look, self->session,
    jipyo_watchlist_get_all (jipyo_session_get_watchlist (self->session)));
  JipyoWatchRow *row;

  if (quotes != NULL)
    context.quotes = quotes;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    show_row (self, row, &context);
}

static void
mark (JipyoWatchPane *self)
{
  JipyoWatchRow *row;
  JipyoWatchRow *marked = NULL;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (g_strcmp0 (jipyo_watch_row_get_page (row), self->page) == 0)
      marked = row;
  gtk_list_box_select_row (self->list, (GtkListBoxRow *) marked);
}

/* The focus goes to the neighbour of a row that leaves. */
static void
remove_row (JipyoWatchPane *self, JipyoWatchRow *row)
{
  const int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  const gboolean focused = gtk_widget_has_focus (GTK_WIDGET (row));
  JipyoWatchRow *next;

  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  next = get_row (self, index) != NULL ? get_row (self, index) : get_row (self, index - 1);
  if (focused)
    gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : GTK_WIDGET (self->add_button));
}

static void
watchlist_changed_cb (JipyoWatchPane *self)
{
  JipyoWatchlist *watchlist = jipyo_session_get_watchlist (self->session);
  const char *const *all = jipyo_watchlist_get_all (watchlist);
  JipyoWatchRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL;)
    if (jipyo_watchlist_has (watchlist, jipyo_watch_row_get_instrument (row)))
      i++;
    else
      remove_row (self, row);
  for (int i = 0; all[i] != NULL; i++)
    if (find_row (self, all[i]) == NULL)
      gtk_list_box_append (self->list, jipyo_watch_row_new (self->look, all[i]));
  gtk_list_box_invalidate_sort (self->list);
  gtk_widget_set_visible (self->hint, all[0] == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), all[0] != NULL);
  show_rows (self);
  mark (self);
}

static void
quotes_changed_cb (JipyoWatchPane *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_rows (self);
}

/* A basket is of a team that has listed members. */
static gboolean
is_there (JipyoWatchPane *self, const char *instrument)
{
  g_autoptr (GArray) closes = jipyo_instrument_is_basket (instrument)
                                ? jipyo_session_list_basket_closes (self->session, instrument, 0)
                                : NULL;

  return closes != NULL || !jipyo_instrument_is_basket (instrument);
}

static void
ticked_cb (JipyoWatchPane *self)
{
  if (!jipyo_session_has_news (self->session))
    quotes_changed_cb (self);
}

static void
add (JipyoWatchPane *self, const char *instrument)
{
  JipyoWatchlist *watchlist = jipyo_session_get_watchlist (self->session);

  if (is_there (self, instrument) && jipyo_watchlist_add (watchlist, instrument)) {
    gtk_widget_grab_focus (GTK_WIDGET (find_row (self, instrument)));
    return;
  }
  if (jipyo_watchlist_has (watchlist, instrument))
    return;
  g_autofree char *text = g_strdup_printf (_ ("No provider has “%s”"), instrument);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
picked_cb (JipyoWatchPane *self, const char *instrument)
{
  add (self, instrument);
}

static void
activate_add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  add (JIPYO_WATCH_PANE (widget), g_variant_get_string (parameter, NULL));
}

static void
activate_remove (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoSession *session = JIPYO_WATCH_PANE (widget)->session;
  const char *instrument = g_variant_get_string (parameter, NULL);
  g_autofree char *label = jipyo_instrument_label (jipyo_session_get_ledger (session), instrument,
                                                   NULL, jipyo_session_get_lang (session));
  g_autofree char *text = g_strdup_printf (_ ("%s is no longer followed"), label);

  if (jipyo_watchlist_remove (jipyo_session_get_watchlist (session), instrument))
    gtk_widget_activate_action (widget, "win.toast-undo", "(ss)", text, "app.watch-restore");
}

static void
activate_restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoWatchPane *self = JIPYO_WATCH_PANE (widget);
  const char *back = jipyo_watchlist_restore (jipyo_session_get_watchlist (self->session));

  if (back != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (find_row (self, back)));
}

static void
activate_move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *instrument;
  int index;

  g_variant_get (parameter, "(&si)", &instrument, &index);
  jipyo_watchlist_move (jipyo_session_get_watchlist (JIPYO_WATCH_PANE (widget)->session),
                        instrument, index);
}

/* Between two rows there is room that belongs to neither: who drops there means between them, and
 * under the last one the end. */
static gboolean
dropped_cb (JipyoWatchPane *self, const GValue *value, double x, double y)
{
  const char *instrument = g_value_get_string (value);
  JipyoWatchRow *row;
  graphene_rect_t bounds;
  int place = 0;

  if (instrument == NULL)
    return FALSE;
  while ((row = get_row (self, place)) != NULL
         && (!gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds)
             || bounds.origin.y + bounds.size.height < y))
    place++;
  /* Those below what comes from above move up. */
  if (find_place (self, instrument) < place)
    place--;
  return gtk_widget_activate_action (GTK_WIDGET (self), "watch.move", "(si)", instrument, place);
}

static void
add_drop_target (JipyoWatchPane *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}

static void
row_activated_cb (JipyoWatchPane *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s",
                              jipyo_watch_row_get_page (JIPYO_WATCH_ROW (row)));
}

/* A list selects whatever row the keyboard passes, but the mark is for the page that is shown. */
static void
row_selected_cb (JipyoWatchPane *self, GtkListBoxRow *row)
{
  if (row == NULL || g_strcmp0 (jipyo_watch_row_get_page (JIPYO_WATCH_ROW (row)), self->page) != 0)
    mark (self);
}

static void
popup_wanted_cb (GtkMenuButton *button, gpointer data)
{
  JipyoWatchPane *self = data;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  GtkWidget *picker = jipyo_instrument_picker_new (self->session);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, picker);
  jipyo_lazy_menu_let_go (GTK_POPOVER (picker));
}

static void
jipyo_watch_pane_dispose (GObject *object)
{
  JipyoWatchPane *self = JIPYO_WATCH_PANE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->look);
  G_OBJECT_CLASS (jipyo_watch_pane_parent_class)->dispose (object);
}

static void
jipyo_watch_pane_finalize (GObject *object)
{
  g_free (JIPYO_WATCH_PANE (object)->page);
  G_OBJECT_CLASS (jipyo_watch_pane_parent_class)->finalize (object);
}

static void
jipyo_watch_pane_class_init (JipyoWatchPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_watch_pane_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_watch_pane_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-watch-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoWatchPane, content);
  gtk_widget_class_bind_template_child (widget_class, JipyoWatchPane, add_button);
  gtk_widget_class_bind_template_child (widget_class, JipyoWatchPane, list);
  gtk_widget_class_bind_template_child (widget_class, JipyoWatchPane, hint);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_install_action (widget_class, "watch.add", "s", activate_add);
  gtk_widget_class_install_action (widget_class, "watch.remove", "s", activate_remove);
  gtk_widget_class_install_action (widget_class, "watch.move", "(si)", activate_move);
  gtk_widget_class_install_action (widget_class, "watch.restore", NULL, activate_restore);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "watch.restore",
                                       NULL);
}

static void
jipyo_watch_pane_init (JipyoWatchPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jipyo_whole_words_keep (GTK_LABEL (self->hint));
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  add_drop_target (self);
  gtk_menu_button_set_create_popup_func (self->add_button, popup_wanted_cb, self, NULL);
}

void
jipyo_watch_pane_open (JipyoWatchPane *self, JipyoSession *session, JipyoLook *look)
{
  g_return_if_fail (JIPYO_IS_WATCH_PANE (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->look = g_object_ref (look);
  g_signal_connect_object (jipyo_session_get_watchlist (session), "changed",
                           G_CALLBACK (watchlist_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "quotes-changed", G_CALLBACK (quotes_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (jipyo_look_get_settings (look), "notify::coin-basis",
                           G_CALLBACK (quotes_changed_cb), self, G_CONNECT_SWAPPED);
  watchlist_changed_cb (self);
}

void
jipyo_watch_pane_mark (JipyoWatchPane *self, const char *page)
{
  g_return_if_fail (JIPYO_IS_WATCH_PANE (self));
  g_free (self->page);
  self->page = g_strdup (page);
  mark (self);
}
