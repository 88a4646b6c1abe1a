/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the parts together by properties and actions; each part knows only the session. A page is
 * built when it is first visited.
 */

#include "jipyo-window.h"

#include <glib/gi18n.h>

#include "jipyo-about.h"
#include "jipyo-alert-form.h"
#include "jipyo-as-of-button.h"
#include "jipyo-link-button.h"
#include "jipyo-memory.h"
#include "jipyo-notice-bar.h"
#include "jipyo-page-name.h"
#include "jipyo-page.h"
#include "jipyo-preferences.h"
#include "jipyo-sidebar.h"
#include "jipyo-source-card.h"
#include "jipyo-stage.h"
#include "jipyo-toast.h"
#include "jipyo-visibility.h"
#include "jipyo-window-layout.h"

struct _JipyoWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  JipyoSidebar *sidebar;
  AdwWindowTitle *title;
  JipyoAsOfButton *as_of;
  JipyoLinkButton *link;
  GtkStack *stack;
  JipyoNoticeBar *notice_bar;

  JipyoSession *session;   /* owned */
  JipyoSettings *settings; /* owned */
  JipyoLook *look;         /* owned */
  GQueue visited;          /* of char *, pages to go back to, newest first */
  char *page;
  gboolean narrow;
  gboolean compact;
  gboolean sidebar_revealed;
};

G_DEFINE_FINAL_TYPE (JipyoWindow, jipyo_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_0,
  PROP_SESSION,
  PROP_SETTINGS,
  PROP_PAGE,
  PROP_NARROW,
  PROP_COMPACT,
  PROP_SIDEBAR_REVEALED,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

/* --- Pages */

static GtkWidget *
find_page (JipyoWindow *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);

  if (page != NULL)
    return page;
  page = jipyo_page_new (self->session, self->look, name);
  gtk_stack_add_named (self->stack, page, name);
  return page;
}

static void
update_title (JipyoWindow *self)
{
  g_autofree char *title = jipyo_page_dup_title (JIPYO_PAGE (find_page (self, self->page)));
  g_autofree char *window_title = g_strdup_printf ("%s – %s", title, _ ("Jipyo"));

  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
set_sidebar_revealed (JipyoWindow *self, gboolean revealed)
{
  if (self->sidebar_revealed == revealed)
    return;
  self->sidebar_revealed = revealed;
  /* What is chosen while the window is narrow is for the moment only. */
  if (!self->narrow)
    g_object_set (self->settings, "show-sidebar", revealed, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIDEBAR_REVEALED]);
}

static void
set_page (JipyoWindow *self, const char *name)
{
  g_autofree char *page = name == NULL ? NULL : jipyo_page_name_find_for_view (name);

  if (page == NULL)
    page = g_strdup ("overview");
  if (g_strcmp0 (self->page, page) == 0)
    return;
  g_free (self->page);
  self->page = g_steal_pointer (&page);
  gtk_stack_set_visible_child (self->stack, find_page (self, self->page));
  update_title (self);
  g_object_set (self->settings, "page", self->page, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", self->visited.length > 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

/* As set_page, but remembers where one came from. */
static void
visit_page (JipyoWindow *self, const char *name)
{
  static const guint most_visited = 50;
  g_autofree char *from = g_strdup (self->page);
  g_autofree char *page = jipyo_page_name_find_for_view (name);

  if (page != NULL && g_strcmp0 (page, from) != 0) {
    g_queue_push_head (&self->visited, g_steal_pointer (&from));
    if (self->visited.length > most_visited)
      g_free (g_queue_pop_tail (&self->visited));
  }
  set_page (self, page);
  if (self->narrow)
    set_sidebar_revealed (self, FALSE);
}

/* --- Actions */

static void
activate_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  visit_page (JIPYO_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
activate_show_view (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoWindow *self = JIPYO_WINDOW (widget);
  const char *view = g_variant_get_string (parameter, NULL);

  visit_page (self, view);
  jipyo_page_show_view (JIPYO_PAGE (find_page (self, self->page)), view);
}

static void
activate_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoWindow *self = JIPYO_WINDOW (widget);
  g_autofree char *page = g_queue_pop_head (&self->visited);

  if (page != NULL)
    set_page (self, page);
}

static void
activate_explain (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoWindow *self = JIPYO_WINDOW (widget);
  GtkWidget *card = jipyo_source_card_new (self->session, g_variant_get_string (parameter, NULL));

  gtk_window_set_transient_for (GTK_WINDOW (card), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (card));
}

static void
activate_as_of (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoWindow *self = JIPYO_WINDOW (widget);
  JipyoDate date = { 0 };

  jipyo_date_parse (g_variant_get_string (parameter, NULL), &date);
  jipyo_session_set_as_of (self->session, date);
}

/* `undo` is an action, or NULL. */
static void
toast (JipyoWindow *self, const char *text, const char *undo)
{
  adw_toast_overlay_add_toast (self->toasts,
                               jipyo_toast_new (text, undo != NULL ? _ ("Undo") : NULL, undo));
}

static void
activate_toast (GtkWidget *widget, const char *action, GVariant *parameter)
{
  toast (JIPYO_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
activate_toast_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *text, *undo;

  g_variant_get (parameter, "(&s&s)", &text, &undo);
  toast (JIPYO_WINDOW (widget), text, undo);
}

static void
present_view (JipyoWindow *self, const char *view)
{
  g_autoptr (GHashTable) options =
               jipyo_page_build_options (JIPYO_PAGE (find_page (self, self->page)), view);
  GtkWidget *stage = jipyo_stage_new (self->session, self->look, view, options);

  jipyo_stage_enter (JIPYO_STAGE (stage), gtk_window_get_application (GTK_WINDOW (self)));
}

static void
activate_present (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoWindow *self = JIPYO_WINDOW (widget);

  present_view (self, jipyo_page_get_first_view (JIPYO_PAGE (find_page (self, self->page))));
}

static void
activate_present_view (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present_view (JIPYO_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
activate_refresh (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jipyo_session_refresh (JIPYO_WINDOW (widget)->session);
}

static void
activate_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoWindow *self = JIPYO_WINDOW (widget);

  set_sidebar_revealed (self, TRUE);
  jipyo_sidebar_start_search (self->sidebar);
}

static void
activate_toggle_sidebar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoWindow *self = JIPYO_WINDOW (widget);

  set_sidebar_revealed (self, !self->sidebar_revealed);
}

static void
activate_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoWindow *self = JIPYO_WINDOW (widget);

  set_sidebar_revealed (self, TRUE);
  jipyo_sidebar_open_menu (self->sidebar);
}

static void
activate_show_help_overlay (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jipyo_shortcuts_present (GTK_WINDOW (widget));
}

/* --- What happens outside */

static void
session_changed_cb (JipyoWindow *self)
{
  update_title (self);
}

static void
set_class (JipyoWindow *self, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
look_changed_cb (JipyoWindow *self)
{
  set_class (self, "green-up", jipyo_look_is_green_up (self->look));
  set_class (self, "high-contrast", jipyo_look_is_high_contrast (self->look));
}

static void
set_width (JipyoWindow *self, int width_px)
{
  const gboolean narrow = jipyo_window_layout_is_narrow (width_px);
  const gboolean compact = jipyo_window_layout_is_compact (width_px);

  if (self->compact != compact) {
    self->compact = compact;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPACT]);
  }
  if (self->narrow == narrow)
    return;
  gboolean show;

  g_object_get (self->settings, "show-sidebar", &show, NULL);
  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
  set_sidebar_revealed (self, !narrow && show);
}

/* The surface knows its width before anything is laid out in it, so that the parts that come and
 * go are settled in the same frame. */
static void
surface_resized_cb (JipyoWindow *self, GParamSpec *pspec, GdkSurface *surface)
{
  set_width (self, gdk_surface_get_width (surface));
}

/* Before there is a surface the size that is asked for decides. */
static void
default_width_changed_cb (JipyoWindow *self)
{
  int width;
  int height; /* GTK 4.8 insists on both */

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && !gtk_window_is_maximized (GTK_WINDOW (self)))
    set_width (self, width);
}

static gboolean
start_feed_cb (gpointer user_data)
{
  jipyo_session_start_feed (user_data);
  return G_SOURCE_REMOVE;
}

/* Nothing of the network before there is something to see. */
static void
frame_painted_cb (GdkFrameClock *clock, JipyoWindow *self)
{
  if (g_strcmp0 (g_getenv ("JIPYO_TRACE_START"), "1") == 0)
    g_printerr ("first-frame %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_signal_handlers_disconnect_by_func (clock, frame_painted_cb, self);
  jipyo_sidebar_complete (self->sidebar);
  g_idle_add_full (G_PRIORITY_LOW, start_feed_cb, g_object_ref (self->session), g_object_unref);
}

static void
jipyo_window_realize (GtkWidget *widget)
{
  JipyoWindow *self = JIPYO_WINDOW (widget);

  GTK_WIDGET_CLASS (jipyo_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "notify::width",
                           G_CALLBACK (surface_resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (frame_painted_cb), self, 0);
}

static AdwFlapFoldPolicy
choose_fold_policy (GObject *object, gboolean narrow)
{
  return narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER;
}

static gboolean
is_not (GObject *object, gboolean value)
{
  return !value;
}

/* --- The object */

static void
restore_state (JipyoWindow *self)
{
  int width, height;
  gboolean maximized;
  g_autofree char *page = jipyo_settings_dup (self->settings, "page");

  g_object_get (self->settings, "window-width", &width, "window-height", &height, "maximized",
                &maximized, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  g_object_bind_property (self, "default-width", self->settings, "window-width", G_BINDING_DEFAULT);
  g_object_bind_property (self, "default-height", self->settings, "window-height",
                          G_BINDING_DEFAULT);
  g_object_bind_property (self, "maximized", self->settings, "maximized", G_BINDING_DEFAULT);
  set_width (self, width);
  g_signal_connect (self, "notify::default-width", G_CALLBACK (default_width_changed_cb), NULL);
  set_page (self, page);
}

static void
jipyo_window_constructed (GObject *object)
{
  JipyoWindow *self = JIPYO_WINDOW (object);

  G_OBJECT_CLASS (jipyo_window_parent_class)->constructed (object);
  self->look = jipyo_look_new (self->session, self->settings);
  g_object_get (self->settings, "show-sidebar", &self->sidebar_revealed, NULL);
  g_object_notify_by_pspec (object, props[PROP_SIDEBAR_REVEALED]);
  jipyo_sidebar_open (self->sidebar, self->session, self->look);
  jipyo_sidebar_set_capture (self->sidebar, GTK_WIDGET (self));
  jipyo_as_of_button_set_session (self->as_of, self->session);
  jipyo_link_button_set_session (self->link, self->session);
  jipyo_notice_bar_set_session (self->notice_bar, self->session);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->look, "changed", G_CALLBACK (look_changed_cb), self,
                           G_CONNECT_SWAPPED);
  jipyo_visibility_watch (GTK_WINDOW (self), self->session);
  jipyo_memory_watch (GTK_WINDOW (self));
  look_changed_cb (self);
  restore_state (self);
}

static void
jipyo_window_dispose (GObject *object)
{
  JipyoWindow *self = JIPYO_WINDOW (object);

  g_clear_object (&self->look);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (jipyo_window_parent_class)->dispose (object);
}

static void
jipyo_window_finalize (GObject *object)
{
  JipyoWindow *self = JIPYO_WINDOW (object);

  g_queue_clear_full (&self->visited, g_free);
  g_free (self->page);
  G_OBJECT_CLASS (jipyo_window_parent_class)->finalize (object);
}

static void
jipyo_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JipyoWindow *self = JIPYO_WINDOW (object);

  switch (id) {
  case PROP_SESSION:
    g_value_set_object (value, self->session);
    break;
  case PROP_SETTINGS:
    g_value_set_object (value, self->settings);
    break;
  case PROP_PAGE:
    g_value_set_string (value, self->page);
    break;
  case PROP_NARROW:
    g_value_set_boolean (value, self->narrow);
    break;
  case PROP_COMPACT:
    g_value_set_boolean (value, self->compact);
    break;
  case PROP_SIDEBAR_REVEALED:
    g_value_set_boolean (value, self->sidebar_revealed);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
jipyo_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JipyoWindow *self = JIPYO_WINDOW (object);

  switch (id) {
  case PROP_SESSION:
    self->session = g_value_dup_object (value);
    break;
  case PROP_SETTINGS:
    self->settings = g_value_dup_object (value);
    break;
  case PROP_PAGE:
    set_page (self, g_value_get_string (value));
    break;
  case PROP_SIDEBAR_REVEALED:
    set_sidebar_revealed (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.page", "s", activate_page);
  gtk_widget_class_install_action (class, "win.show-view", "s", activate_show_view);
  gtk_widget_class_install_action (class, "win.back", NULL, activate_back);
  gtk_widget_class_install_action (class, "win.explain", "s", activate_explain);
  gtk_widget_class_install_action (class, "win.as-of", "s", activate_as_of);
  gtk_widget_class_install_action (class, "win.toast", "s", activate_toast);
  gtk_widget_class_install_action (class, "win.toast-undo", "(ss)", activate_toast_undo);
  jipyo_alert_form_install_action (class);
  jipyo_preferences_install_action (class);
  gtk_widget_class_install_action (class, "win.present", NULL, activate_present);
  gtk_widget_class_install_action (class, "win.present-view", "s", activate_present_view);
  gtk_widget_class_install_action (class, "win.refresh", NULL, activate_refresh);
  gtk_widget_class_install_action (class, "win.search", NULL, activate_search);
  gtk_widget_class_install_action (class, "win.toggle-sidebar", NULL, activate_toggle_sidebar);
  gtk_widget_class_install_action (class, "win.menu", NULL, activate_menu);
  gtk_widget_class_install_action (class, "win.show-help-overlay", NULL,
                                   activate_show_help_overlay);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, JipyoWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, JipyoWindow, title);
  gtk_widget_class_bind_template_child (widget_class, JipyoWindow, as_of);
  gtk_widget_class_bind_template_child (widget_class, JipyoWindow, link);
  gtk_widget_class_bind_template_child (widget_class, JipyoWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, JipyoWindow, notice_bar);
  gtk_widget_class_bind_template_callback (widget_class, choose_fold_policy);
  gtk_widget_class_bind_template_callback (widget_class, is_not);
}

static void
jipyo_window_class_init (JipyoWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags kept = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags shown = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = jipyo_window_constructed;
  object_class->dispose = jipyo_window_dispose;
  object_class->finalize = jipyo_window_finalize;
  object_class->get_property = jipyo_window_get_property;
  object_class->set_property = jipyo_window_set_property;
  GTK_WIDGET_CLASS (class)->realize = jipyo_window_realize;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, JIPYO_TYPE_SESSION, once);
  props[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, JIPYO_TYPE_SETTINGS, once);
  props[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, kept);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, shown);
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, shown);
  props[PROP_SIDEBAR_REVEALED] = g_param_spec_boolean ("sidebar-revealed", NULL, NULL, TRUE, kept);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (JIPYO_TYPE_SIDEBAR);
  g_type_ensure (JIPYO_TYPE_AS_OF_BUTTON);
  g_type_ensure (JIPYO_TYPE_LINK_BUTTON);
  g_type_ensure (JIPYO_TYPE_NOTICE_BAR);
  bind_children (GTK_WIDGET_CLASS (class));
  install_actions (GTK_WIDGET_CLASS (class));
}

static void
jipyo_window_init (JipyoWindow *self)
{
  self->sidebar_revealed = TRUE;
  g_queue_init (&self->visited);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
jipyo_window_new (GtkApplication *application, JipyoSession *session, JipyoSettings *settings)
{
  return g_object_new (JIPYO_TYPE_WINDOW, "application", application, "session", session,
                       "settings", settings, NULL);
}

GtkWidget *
jipyo_window_get_page_widget (JipyoWindow *self)
{
  g_return_val_if_fail (JIPYO_IS_WINDOW (self), NULL);
  return gtk_stack_get_visible_child (self->stack);
}
