/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two lists of rows under headings. Consortia are read anew whenever the reading or the language
 * changes.
 */

#include "jipyo-sidebar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "jipyo-lazy-menu.h"
#include "jipyo-page-name.h"
#include "jipyo-search-list.h"
#include "jipyo-team-row.h"
#include "jipyo-watch-pane.h"

struct _JipyoSidebar {
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListBox *pages;
  GtkListBox *teams_in;
  GtkListBox *teams_out;
  GtkLabel *heading_in;
  GtkLabel *heading_out;
  JipyoSearchList *results; /* NULL until something is searched for */
  JipyoWatchPane *watched;

  JipyoSession *session; /* owned */
  JipyoLook *look;       /* owned */
  char *page;
};

G_DEFINE_FINAL_TYPE (JipyoSidebar, jipyo_sidebar, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_PAGE, N_PROPS };
static GParamSpec *props[N_PROPS];

static const char *
get_row_page (GtkListBoxRow *row)
{
  if (JIPYO_IS_TEAM_ROW (row))
    return jipyo_team_row_get_view (JIPYO_TEAM_ROW (row));
  return gtk_widget_get_name (GTK_WIDGET (row));
}

static void
mark_row (JipyoSidebar *self, GtkListBox *list)
{
  GtkListBoxRow *row;
  GtkListBoxRow *marked = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (g_strcmp0 (get_row_page (row), self->page) == 0)
      marked = row;
  gtk_list_box_select_row (list, marked);
}

static void
mark_rows (JipyoSidebar *self)
{
  mark_row (self, self->pages);
  mark_row (self, self->teams_in);
  mark_row (self, self->teams_out);
  jipyo_watch_pane_mark (self->watched, self->page);
}

static void
add_pages (JipyoSidebar *self)
{
  const char *const *names = jipyo_page_names ();

  for (int i = 0; names[i] != NULL; i++) {
    GtkWidget *row = gtk_list_box_row_new ();
    GtkWidget *label = gtk_label_new (jipyo_page_name_get_title (names[i]));

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
    gtk_widget_set_name (row, names[i]);
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    jipyo_page_name_get_title (names[i]), -1);
    gtk_list_box_append (self->pages, row);
  }
}

static void
remove_rows (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* TRUE when every team in play entered at the start and no round has been held. */
static gboolean
is_fresh_selection (const GArray *standings)
{
  for (guint i = 0; i < standings->len; i++) {
    const JipyoStanding *standing = &g_array_index (standings, JipyoStanding, i);

    if (standing->state != JIPYO_STANDING_IN || standing->event == NULL
        || standing->event->kind != JIPYO_EVENT_SELECTED)
      return FALSE;
  }
  return standings->len > 0;
}

static void
set_headings (JipyoSidebar *self, const GArray *standings, guint n_in, guint n_out)
{
  g_autofree char *in = NULL;
  g_autofree char *out = g_strdup_printf (_ ("Out · %u"), n_out);

  if (is_fresh_selection (standings)) {
    g_autofree char *date = jipyo_date_format (g_array_index (standings, JipyoStanding, 0).since);

    /* Translators: date, number of teams */
    in = g_strdup_printf (_ ("Selected %s · %u"), date, n_in);
  } else if (n_in > 0) {
    in = g_strdup_printf (_ ("Consortia in play · %u"), n_in);
  } else {
    in = g_strdup (_ ("No consortium is known on this day"));
  }
  gtk_label_set_label (self->heading_in, in);
  gtk_label_set_label (self->heading_out, out);
  gtk_widget_set_visible (GTK_WIDGET (self->heading_out), n_out > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->teams_out), n_out > 0);
}

static void
fill_teams (JipyoSidebar *self)
{
  JipyoLedger *ledger = jipyo_session_get_ledger (self->session);
  g_autoptr (GArray) standings = jipyo_ledger_compute_standings (ledger);
  guint n_in = 0;
  guint n_out = 0;

  remove_rows (self->teams_in);
  remove_rows (self->teams_out);
  for (guint i = 0; i < standings->len; i++) {
    const JipyoStanding *standing = &g_array_index (standings, JipyoStanding, i);
    gboolean in = standing->state == JIPYO_STANDING_IN;

    if (standing->state == JIPYO_STANDING_NOT_YET)
      continue;
    gtk_list_box_append (in ? self->teams_in : self->teams_out,
                         jipyo_team_row_new (self->look, self->session, standing));
    n_in += in ? 1 : 0;
    n_out += in ? 0 : 1;
  }
  set_headings (self, standings, n_in, n_out);
  mark_rows (self);
}

static void
session_changed_cb (JipyoSidebar *self)
{
  fill_teams (self);
}

static void
row_activated_cb (JipyoSidebar *self, GtkListBoxRow *row, GtkListBox *list)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", get_row_page (row));
}

/* A list selects whatever row the keyboard passes, but the mark is for the page that is shown. */
static void
row_selected_cb (JipyoSidebar *self, GtkListBoxRow *row, GtkListBox *list)
{
  if (row == NULL || g_strcmp0 (get_row_page (row), self->page) != 0)
    mark_row (self, list);
}

static void
result_opened_cb (JipyoSidebar *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
add_results (JipyoSidebar *self)
{
  self->results = g_object_new (JIPYO_TYPE_SEARCH_LIST, NULL);
  jipyo_search_list_set_session (self->results, self->session);
  g_signal_connect_object (self->results, "opened", G_CALLBACK (result_opened_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->results), "results");
}

static void
search_changed_cb (JipyoSidebar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (*text != '\0' && self->results == NULL)
    add_results (self);
  if (*text != '\0')
    jipyo_search_list_set_text (self->results, text);
  gtk_stack_set_visible_child_name (self->stack, *text == '\0' ? "pages" : "results");
}

static void
search_activated_cb (JipyoSidebar *self)
{
  if (self->results != NULL)
    jipyo_search_list_activate_first (self->results);
}

static void
search_stopped_cb (JipyoSidebar *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
jipyo_sidebar_dispose (GObject *object)
{
  JipyoSidebar *self = JIPYO_SIDEBAR (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->look);
  G_OBJECT_CLASS (jipyo_sidebar_parent_class)->dispose (object);
}

static void
jipyo_sidebar_finalize (GObject *object)
{
  JipyoSidebar *self = JIPYO_SIDEBAR (object);

  g_free (self->page);
  G_OBJECT_CLASS (jipyo_sidebar_parent_class)->finalize (object);
}

static void
jipyo_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, JIPYO_SIDEBAR (object)->page);
}

static void
jipyo_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JipyoSidebar *self = JIPYO_SIDEBAR (object);

  if (g_strcmp0 (self->page, g_value_get_string (value)) == 0)
    return;
  g_free (self->page);
  self->page = g_value_dup_string (value);
  mark_rows (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoSidebar, content);
  gtk_widget_class_bind_template_child (widget_class, JipyoSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, JipyoSidebar, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, JipyoSidebar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, JipyoSidebar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, JipyoSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, JipyoSidebar, pages);
  gtk_widget_class_bind_template_child (widget_class, JipyoSidebar, teams_in);
  gtk_widget_class_bind_template_child (widget_class, JipyoSidebar, teams_out);
  gtk_widget_class_bind_template_child (widget_class, JipyoSidebar, heading_in);
  gtk_widget_class_bind_template_child (widget_class, JipyoSidebar, heading_out);
  gtk_widget_class_bind_template_child (widget_class, JipyoSidebar, watched);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
jipyo_sidebar_class_init (JipyoSidebarClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = jipyo_sidebar_dispose;
  object_class->finalize = jipyo_sidebar_finalize;
  object_class->get_property = jipyo_sidebar_get_property;
  object_class->set_property = jipyo_sidebar_set_property;
  props[PROP_PAGE] = g_param_spec_string (
    "page", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (JIPYO_TYPE_WATCH_PANE);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  bind_children (GTK_WIDGET_CLASS (class));
}

static void
jipyo_sidebar_init (JipyoSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jipyo_lazy_menu_attach (self->menu_button, self->primary_menu);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  add_pages (self);
}

void
jipyo_sidebar_open (JipyoSidebar *self, JipyoSession *session, JipyoLook *look)
{
  g_return_if_fail (JIPYO_IS_SIDEBAR (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->look = g_object_ref (look);
  jipyo_watch_pane_open (self->watched, session, look);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  fill_teams (self);
}

void
jipyo_sidebar_open_menu (JipyoSidebar *self)
{
  g_return_if_fail (JIPYO_IS_SIDEBAR (self));
  gtk_menu_button_popup (self->menu_button);
}

void
jipyo_sidebar_complete (JipyoSidebar *self)
{
  g_return_if_fail (JIPYO_IS_SIDEBAR (self));
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), TRUE);
}

void
jipyo_sidebar_start_search (JipyoSidebar *self)
{
  g_return_if_fail (JIPYO_IS_SIDEBAR (self));
  jipyo_sidebar_complete (self);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
jipyo_sidebar_set_capture (JipyoSidebar *self, GtkWidget *capture)
{
  g_return_if_fail (JIPYO_IS_SIDEBAR (self));
  gtk_search_bar_set_key_capture_widget (self->search_bar, capture);
}
