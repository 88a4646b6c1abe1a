/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is changed is kept at once; what cannot be kept is said here, where it was changed.
 */

#include "jipyo-preferences.h"

#include <glib/gi18n.h>

#include "jipyo-keys-page.h"
#include "jipyo-providers-page.h"
#include "jipyo-toast.h"
#include "jipyo-weights-page.h"

struct _JipyoPreferences {
  AdwPreferencesWindow parent_instance;

  JipyoSession *session; /* owned */
};

G_DEFINE_FINAL_TYPE (JipyoPreferences, jipyo_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* `undo` is an action, or NULL. */
static void
toast (JipyoPreferences *self, const char *text, const char *undo)
{
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self),
                                    jipyo_toast_new (text, undo != NULL ? _ ("Undo") : NULL, undo));
}

static void
failed_cb (JipyoPreferences *self, const char *reason)
{
  g_autofree char *text = g_strdup_printf (_ ("It could not be saved: %s"), reason);

  toast (self, text, NULL);
}

static void
activate_toast_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *text, *undo;

  g_variant_get (parameter, "(&s&s)", &text, &undo);
  toast (JIPYO_PREFERENCES (widget), text, undo);
}

static void
activate_undo_weights (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoPreferences *self = JIPYO_PREFERENCES (widget);

  if (!jipyo_weights_undo (jipyo_session_get_weights (self->session)))
    gtk_widget_error_bell (widget);
}

static void
activate_undo_providers (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoPreferences *self = JIPYO_PREFERENCES (widget);

  if (!jipyo_providers_undo (jipyo_session_get_providers (self->session)))
    gtk_widget_error_bell (widget);
}

/* Of the page that is shown. */
static void
activate_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *page = adw_preferences_window_get_visible_page_name (ADW_PREFERENCES_WINDOW (widget));

  gtk_widget_activate_action (widget,
                              g_strcmp0 (page, "providers") == 0 ? "preferences.undo-providers"
                                                                 : "preferences.undo-weights",
                              NULL);
}

static void
jipyo_preferences_dispose (GObject *object)
{
  g_clear_object (&JIPYO_PREFERENCES (object)->session);
  G_OBJECT_CLASS (jipyo_preferences_parent_class)->dispose (object);
}

/* The keys go to what the page asks, not to the names of the pages above it. */
static void
jipyo_preferences_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jipyo_preferences_parent_class)->map (widget);
  gtk_widget_child_focus (
    GTK_WIDGET (adw_preferences_window_get_visible_page (ADW_PREFERENCES_WINDOW (widget))),
    GTK_DIR_TAB_FORWARD);
}

static void
jipyo_preferences_class_init (JipyoPreferencesClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_preferences_dispose;
  widget_class->map = jipyo_preferences_map;
  gtk_widget_class_install_action (widget_class, "preferences.toast-undo", "(ss)",
                                   activate_toast_undo);
  gtk_widget_class_install_action (widget_class, "preferences.undo-weights", NULL,
                                   activate_undo_weights);
  gtk_widget_class_install_action (widget_class, "preferences.undo-providers", NULL,
                                   activate_undo_providers);
  gtk_widget_class_install_action (widget_class, "preferences.undo", NULL, activate_undo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "preferences.undo", NULL);
}

/* In the capture phase: as a binding of the class it did not come through from an entry. */
static void
close_by_escape (JipyoPreferences *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                      gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
jipyo_preferences_init (JipyoPreferences *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Preferences"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 560);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self), FALSE);
  close_by_escape (self);
}

GtkWidget *
jipyo_preferences_new (JipyoSession *session)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (session), NULL);
  JipyoPreferences *self = g_object_new (JIPYO_TYPE_PREFERENCES, NULL);

  self->session = g_object_ref (session);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), jipyo_weights_page_new (session));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), jipyo_providers_page_new (session));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), jipyo_keys_page_new (session));
  g_signal_connect_object (jipyo_session_get_weights (session), "failed", G_CALLBACK (failed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (jipyo_session_get_providers (session), "failed", G_CALLBACK (failed_cb),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
activate_preferences (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *page = g_variant_get_string (parameter, NULL);
  g_autoptr (JipyoSession) session = NULL;

  g_object_get (widget, "session", &session, NULL);
  GtkWidget *preferences = jipyo_preferences_new (session);
  if (*page != '\0')
    adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (preferences), page);
  gtk_window_set_transient_for (GTK_WINDOW (preferences), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (preferences));
}

void
jipyo_preferences_install_action (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.preferences", "s", activate_preferences);
}
