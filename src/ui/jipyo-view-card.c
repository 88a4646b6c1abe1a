/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chart, table and sources are three faces of one stack; table and sources are made when they are
 * first looked at.
 */

#include "jipyo-view-card.h"

#include <glib/gi18n.h>

#include "jipyo-chart-actions.h"
#include "jipyo-chart-notes.h"
#include "jipyo-chart.h"
#include "jipyo-footer-row.h"
#include "jipyo-lazy-menu.h"
#include "jipyo-session-context.h"
#include "jipyo-source-list.h"
#include "jipyo-table-view.h"
#include "jipyo-view-drag.h"
#include "jipyo-view-export.h"
#include "jipyo-whole-words.h"

struct _JipyoViewCard {
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *footer;
  GtkStack *stack;
  GtkWidget *table_button;
  GtkMenuButton *menu_button;
  GMenuModel *card_menu;
  GtkWidget *pointer_menu;  /* weak: the same where it was asked for, while it is open */
  JipyoChartView *chart;    /* NULL in a card with a table only */
  GtkWidget *table;         /* NULL until first seen */
  JipyoSourceList *sources; /* NULL until first seen */

  JipyoLook *look;         /* owned */
  JipyoSession *session;   /* owned */
  JipyoViewResult *result; /* owned */
  int plot;
  gboolean drawn;   /* the table is the picture's own */
  gboolean waiting; /* the keyboard is at the table's button for want of anything in the face */
  char *face;
};

G_DEFINE_FINAL_TYPE (JipyoViewCard, jipyo_view_card, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_FACE, N_PROPS };
static GParamSpec *props[N_PROPS];

static const char *
get_first_face (JipyoViewCard *self)
{
  return self->plot < 0 ? "table" : "chart";
}

/* Which table it is to be shows in the first result. */
static void
make_face (JipyoViewCard *self, const char *face)
{
  if (self->result == NULL)
    return;
  if (g_strcmp0 (face, "table") == 0 && self->table == NULL) {
    self->table = jipyo_table_view_new (self->drawn);
    gtk_stack_add_named (self->stack, self->table, "table");
  }
  if (g_strcmp0 (face, "sources") == 0 && self->sources == NULL) {
    self->sources = jipyo_source_list_new ();
    gtk_stack_add_named (self->stack, GTK_WIDGET (self->sources), "sources");
  }
}

/* Beside a chart stands the table that says the same. */
static void
fill_table (JipyoViewCard *self)
{
  g_autoptr (JipyoViewResult) shown =
               self->plot < 0 ? g_object_ref (self->result)
                              : jipyo_view_result_get_twin (self->result, (guint) self->plot);

  jipyo_table_view_set_result (JIPYO_TABLE_VIEW (self->table), shown);
}

static void
fill_face (JipyoViewCard *self)
{
  if (self->result == NULL)
    return;
  if (self->chart != NULL)
    jipyo_chart_view_set_plot (self->chart, self->result, (guint) self->plot);
  if (self->table != NULL)
    fill_table (self);
  if (self->sources != NULL)
    jipyo_source_list_set_result (self->sources, self->result);
}

static void
show_face (JipyoViewCard *self)
{
  make_face (self, self->face);
  fill_face (self);
  if (self->result != NULL)
    gtk_stack_set_visible_child_name (self->stack, self->face);
}

static void
set_face (JipyoViewCard *self, const char *face)
{
  if (g_strcmp0 (face, "table") != 0 && g_strcmp0 (face, "sources") != 0)
    face = get_first_face (self);
  if (g_strcmp0 (self->face, face) == 0)
    return;
  g_free (self->face);
  self->face = g_strdup (face);
  show_face (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FACE]);
}

static gboolean
holds_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* A table has no rows yet when it is first shown, nor has a list without sources, and the focus
 * would leave the card, and the card's keys with it. It waits at the button then, until a face has
 * something for it. */
static void
toggle_face (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoViewCard *self = JIPYO_VIEW_CARD (widget);
  const char *face = g_variant_get_string (parameter, NULL);
  const gboolean held = holds_focus (widget);

  set_face (self, g_strcmp0 (self->face, face) == 0 ? get_first_face (self) : face);
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);
  if (!held || holds_focus (shown) || (!self->waiting && holds_focus (self->table_button)))
    return;
  self->waiting = !gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
  if (self->waiting)
    gtk_widget_grab_focus (self->table_button);
}

/* A toggle button is down while its face is the one shown. */
static gboolean
is_face (GObject *object, const char *shown, const char *face)
{
  return g_strcmp0 (shown, face) == 0;
}

static void
present (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoViewCard *self = JIPYO_VIEW_CARD (widget);

  gtk_widget_activate_action (widget, "win.present-view", "s",
                              jipyo_view_result_get_view (self->result)->name);
}

/* What is copied and dragged is what the card shows: its chart, as it is looked at. */
static JipyoViewPart
get_part (gpointer card)
{
  JipyoViewCard *self = JIPYO_VIEW_CARD (card);

  return (JipyoViewPart){
    .result = self->result,
    .plot = self->plot,
    .state = self->chart != NULL ? jipyo_chart_view_get_state (self->chart) : NULL,
    .look = self->look,
  };
}

static void
copy_data (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const JipyoViewPart part = get_part (widget);

  jipyo_view_export_copy_table (widget, &part);
}

static void
edit_weights (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.preferences", "s", "baskets");
}

static JipyoChartNotes
get_notes (JipyoViewCard *self)
{
  return (JipyoChartNotes){ self->chart, self->session, jipyo_view_result_get_view (self->result),
                            (guint) self->plot };
}

static void
edit_note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const JipyoChartNotes notes = get_notes (JIPYO_VIEW_CARD (widget));

  if (notes.chart != NULL)
    jipyo_chart_notes_edit (&notes);
}

static void
list_notes (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const JipyoChartNotes notes = get_notes (JIPYO_VIEW_CARD (widget));

  if (notes.chart != NULL)
    jipyo_chart_notes_list (&notes);
}

static void
undo_note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!jipyo_notes_undo (jipyo_session_get_notes (JIPYO_VIEW_CARD (widget)->session)))
    gtk_widget_error_bell (widget);
}

static void
notes_failed_cb (JipyoViewCard *self, const char *reason)
{
  g_autofree char *text = g_strdup_printf (_ ("The notes could not be saved: %s"), reason);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void export(GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoViewCard *self = JIPYO_VIEW_CARD (widget);

  jipyo_view_export_ask (widget, self->result, g_variant_get_string (parameter, NULL), self->look);
}

static void
export_sound (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoViewCard *self = JIPYO_VIEW_CARD (widget);

  jipyo_view_export_ask_sound (widget, self->result, (guint) self->plot);
}

static void
copy_picture (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const JipyoViewPart part = get_part (widget);

  jipyo_view_export_copy_picture (widget, &part);
}

static void
pop_up_menu (JipyoViewCard *self, double x, double y)
{
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };

  if (self->pointer_menu == NULL)
    g_set_weak_pointer (&self->pointer_menu,
                        jipyo_lazy_menu_pop_up (GTK_WIDGET (self), self->card_menu, &at));
}

/* In the middle of what is in sight: the button may be below the edge of the screen. */
static void
show_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t seen = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  graphene_rect_t window;

  if (gtk_widget_compute_bounds (GTK_WIDGET (gtk_widget_get_root (widget)), widget, &window))
    graphene_rect_intersection (&seen, &window, &seen);
  pop_up_menu (JIPYO_VIEW_CARD (widget), seen.origin.x + seen.size.width / 2,
               seen.origin.y + seen.size.height / 2);
}

/* Once the button is let go of: dragged, it moves the chart. */
static void
right_clicked_cb (JipyoViewCard *self, int n_press, double x, double y)
{
  pop_up_menu (self, x, y);
}

static void
jipyo_view_card_dispose (GObject *object)
{
  JipyoViewCard *self = JIPYO_VIEW_CARD (object);

  if (self->pointer_menu != NULL)
    gtk_widget_unparent (self->pointer_menu);
  g_clear_weak_pointer (&self->pointer_menu);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->result);
  g_clear_object (&self->session);
  g_clear_object (&self->look);
  G_OBJECT_CLASS (jipyo_view_card_parent_class)->dispose (object);
}

static void
jipyo_view_card_finalize (GObject *object)
{
  g_free (JIPYO_VIEW_CARD (object)->face);
  G_OBJECT_CLASS (jipyo_view_card_parent_class)->finalize (object);
}

static void
jipyo_view_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, JIPYO_VIEW_CARD (object)->face);
}

static void
install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "card.face", "s", toggle_face);
  gtk_widget_class_install_action (class, "card.present", NULL, present);
  gtk_widget_class_install_action (class, "card.copy-data", NULL, copy_data);
  gtk_widget_class_install_action (class, "card.copy-picture", NULL, copy_picture);
  gtk_widget_class_install_action (class, "card.export", "s", export);
  gtk_widget_class_install_action (class, "card.export-sound", NULL, export_sound);
  gtk_widget_class_install_action (class, "card.menu", NULL, show_menu);
  gtk_widget_class_install_action (class, "card.weights", NULL, edit_weights);
  gtk_widget_class_install_action (class, "card.note", NULL, edit_note);
  gtk_widget_class_install_action (class, "card.notes", NULL, list_notes);
  gtk_widget_class_install_action (class, "card.undo-note", NULL, undo_note);
  gtk_widget_class_add_binding_action (class, GDK_KEY_t, GDK_CONTROL_MASK, "card.face", "s",
                                       "table");
  gtk_widget_class_add_binding_action (class, GDK_KEY_t, 0, "card.face", "s", "table");
  gtk_widget_class_add_binding_action (class, GDK_KEY_s, 0, "card.face", "s", "sources");
  gtk_widget_class_add_binding_action (class, GDK_KEY_Menu, 0, "card.menu", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_F10, GDK_SHIFT_MASK, "card.menu", NULL);
}

static void
jipyo_view_card_class_init (JipyoViewCardClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = jipyo_view_card_dispose;
  object_class->finalize = jipyo_view_card_finalize;
  object_class->get_property = jipyo_view_card_get_property;
  props[PROP_FACE] =
    g_param_spec_string ("face", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-view-card.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoViewCard, content);
  gtk_widget_class_bind_template_child (widget_class, JipyoViewCard, title);
  gtk_widget_class_bind_template_child (widget_class, JipyoViewCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, JipyoViewCard, footer);
  gtk_widget_class_bind_template_child (widget_class, JipyoViewCard, stack);
  gtk_widget_class_bind_template_child (widget_class, JipyoViewCard, table_button);
  gtk_widget_class_bind_template_child (widget_class, JipyoViewCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, JipyoViewCard, card_menu);
  gtk_widget_class_bind_template_callback (widget_class, is_face);
  gtk_widget_class_bind_template_callback (widget_class, right_clicked_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  install_actions (widget_class);
}

static void
jipyo_view_card_init (JipyoViewCard *self)
{
  g_type_ensure (JIPYO_TYPE_FOOTER_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  jipyo_lazy_menu_attach (self->menu_button, self->card_menu);
  jipyo_whole_words_keep (self->title);
  jipyo_whole_words_keep (self->subtitle);
  jipyo_whole_words_keep (self->footer);
}

GtkWidget *
jipyo_view_card_new (JipyoLook *look, JipyoSession *session, int plot)
{
  JipyoViewCard *self = g_object_new (JIPYO_TYPE_VIEW_CARD, NULL);

  self->look = g_object_ref (look);
  self->session = g_object_ref (session);
  self->plot = plot;
  if (plot >= 0) {
    self->chart = jipyo_chart_new (look);
    jipyo_chart_actions_lend (self->chart, GTK_WIDGET (self));
    g_signal_connect_object (jipyo_session_get_notes (session), "failed",
                             G_CALLBACK (notes_failed_cb), self, G_CONNECT_SWAPPED);
    gtk_stack_add_named (self->stack, GTK_WIDGET (self->chart), "chart");
  }
  jipyo_view_drag_attach (GTK_WIDGET (self->title), get_part, self);
  gtk_widget_set_visible (self->table_button, plot >= 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.export-sound", plot >= 0);
  set_face (self, NULL);
  return GTK_WIDGET (self);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* The header bar says of what day everything in the window is; the room is the sources'. */
static void
show_sources (JipyoViewCard *self, const char *footer)
{
  const JipyoViewContext context = jipyo_session_context_make (self->session);
  g_autofree char *as_of = jipyo_view_format_as_of (context.as_of, context.lang);
  g_autofree char *part = g_strconcat (" · ", as_of, NULL);
  g_autoptr (GString) text = g_string_new (footer);

  g_string_replace (text, part, "", 1);
  gtk_label_set_text (self->footer, text->str);
}

static void
set_drawn (JipyoViewCard *self, gboolean drawn)
{
  if (self->drawn == drawn)
    return;
  self->drawn = drawn;
  if (self->table != NULL)
    gtk_stack_remove (self->stack, self->table);
  self->table = NULL;
}

/* A view that can be told what the members of baskets weigh. */
static gboolean
shows_baskets (const JipyoView *view)
{
  const JipyoViewInfo *info = jipyo_view_find_info (view->name);

  return info != NULL && info->options != NULL && g_strv_contains (info->options, "weights");
}

void
jipyo_view_card_set_result (JipyoViewCard *self, JipyoViewResult *result)
{
  g_return_if_fail (JIPYO_IS_VIEW_CARD (self) && JIPYO_IS_VIEW_RESULT (result));
  const JipyoView *view = jipyo_view_result_get_view (result);
  const JipyoSheet *sheet = view->sheet;
  const JipyoPlot *plot =
    self->plot < 0 ? NULL : g_ptr_array_index (sheet->plots, (guint) self->plot);
  const char *footer = plot != NULL && plot->footer != NULL ? plot->footer : sheet->footer;
  const char *title = plot != NULL && plot->title != NULL
                        ? plot->title
                        : jipyo_view_get_headline (view, jipyo_view_result_get_lang (result));

  g_set_object (&self->result, result);
  set_drawn (self, plot == NULL && sheet->grid != NULL);
  show_text (self->title, title);
  show_text (self->subtitle, plot != NULL ? plot->subtitle : sheet->subtitle);
  show_sources (self, footer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.weights", shows_baskets (view));
  show_face (self);
}

const char *
jipyo_view_card_get_face (JipyoViewCard *self)
{
  g_return_val_if_fail (JIPYO_IS_VIEW_CARD (self), NULL);
  return self->face;
}

void
jipyo_view_card_join (JipyoViewCard *self, JipyoChartGroup *group)
{
  g_return_if_fail (JIPYO_IS_VIEW_CARD (self));
  if (self->chart != NULL)
    jipyo_chart_group_add (group, self->chart);
}
