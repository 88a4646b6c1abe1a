/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the menu does the keys do too: the button of the menu takes no focus, so that a list of
 * alerts is one stop.
 */

#include "jipyo-alert-row.h"

#include <glib/gi18n.h>

#include "jipyo-alert-text.h"
#include "jipyo-alert-words.h"
#include "jipyo-whole-words.h"

static const gint64 snooze_us = 60 * 60 * (gint64) G_USEC_PER_SEC;

struct _JipyoAlertRow {
  GtkListBoxRow parent_instance;

  GtkLabel *glyph;
  GtkLabel *name;
  GtkLabel *condition;
  GtkLabel *detail;
  GtkLabel *status;
  GtkMenuButton *menu_button;

  JipyoSession *session; /* owned */
  char *id;
};

G_DEFINE_FINAL_TYPE (JipyoAlertRow, jipyo_alert_row, GTK_TYPE_LIST_BOX_ROW)

static JipyoAlerts *
get_alerts (JipyoAlertRow *self)
{
  return jipyo_session_get_alerts (self->session);
}

static void
set_look (JipyoAlertRow *self, JipyoAlertLook look)
{
  static const char *const classes[] = {
    [JIPYO_ALERT_LOOK_QUIET] = "alert-quiet",
    [JIPYO_ALERT_LOOK_FIRING] = "alert-firing",
    [JIPYO_ALERT_LOOK_ASIDE] = "alert-aside",
    [JIPYO_ALERT_LOOK_BLIND] = "alert-blind",
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[look]);
}

/* Of each pair one says what can be done. */
static void
set_actions (JipyoAlertRow *self, const JipyoAlertRule *rule)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean snoozed = jipyo_alert_text_is_snoozed (self->session, rule);

  gtk_widget_action_set_enabled (widget, "rule.enable", rule->disabled);
  gtk_widget_action_set_enabled (widget, "rule.disable", !rule->disabled);
  gtk_widget_action_set_enabled (widget, "rule.snooze", !rule->disabled && !snoozed);
  gtk_widget_action_set_enabled (widget, "rule.wake", !rule->disabled && snoozed);
}

void
jipyo_alert_row_update (JipyoAlertRow *self)
{
  g_return_if_fail (JIPYO_IS_ALERT_ROW (self));
  const JipyoAlertRule *rule = jipyo_alerts_find (get_alerts (self), self->id);
  const JipyoLang lang = jipyo_session_get_lang (self->session);

  if (rule == NULL)
    return;
  g_autofree char *name =
    jipyo_alert_words_subject (rule, jipyo_session_get_whole_ledger (self->session), lang);
  g_autofree char *condition = jipyo_alert_words_condition (rule, lang);
  g_autofree char *status = jipyo_alert_text_status (self->session, rule);
  g_autofree char *detail = jipyo_alert_text_detail (self->session, rule);
  g_autofree char *spoken = g_strdup_printf ("%s %s, %s, %s", name, condition, status, detail);

  gtk_label_set_text (self->glyph, jipyo_alert_text_glyph (self->session, rule));
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->condition, condition);
  gtk_label_set_text (self->status, status);
  gtk_label_set_text (self->detail, detail);
  set_look (self, jipyo_alert_text_look (self->session, rule));
  set_actions (self, rule);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
activate_edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.edit-alert", "s", JIPYO_ALERT_ROW (widget)->id);
}

static void
activate_disable (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoAlertRow *self = JIPYO_ALERT_ROW (widget);

  jipyo_alerts_set_disabled (get_alerts (self), self->id, g_str_equal (action, "rule.disable"));
}

static void
activate_toggle (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoAlertRow *self = JIPYO_ALERT_ROW (widget);
  const JipyoAlertRule *rule = jipyo_alerts_find (get_alerts (self), self->id);

  if (rule != NULL)
    jipyo_alerts_set_disabled (get_alerts (self), self->id, !rule->disabled);
}

static void
activate_snooze (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoAlertRow *self = JIPYO_ALERT_ROW (widget);

  jipyo_alerts_snooze (get_alerts (self), self->id,
                       jipyo_session_get_now (self->session) + snooze_us);
}

static void
activate_wake (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoAlertRow *self = JIPYO_ALERT_ROW (widget);

  jipyo_alerts_snooze (get_alerts (self), self->id, 0);
}

/* The row goes with it, so the words come first. */
static void
activate_remove (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (JipyoAlertRow) self = g_object_ref (JIPYO_ALERT_ROW (widget));
  g_autofree char *text =
    g_strdup_printf (_ ("Alert on %s removed"), gtk_label_get_text (self->name));

  gtk_widget_activate_action (widget, "win.toast-undo", "(ss)", text, "app.alert-restore");
  jipyo_alerts_remove (get_alerts (self), self->id);
}

static void
activate_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_menu_button_popup (JIPYO_ALERT_ROW (widget)->menu_button);
}

static void
jipyo_alert_row_dispose (GObject *object)
{
  g_clear_object (&JIPYO_ALERT_ROW (object)->session);
  G_OBJECT_CLASS (jipyo_alert_row_parent_class)->dispose (object);
}

static void
jipyo_alert_row_finalize (GObject *object)
{
  g_free (JIPYO_ALERT_ROW (object)->id);
  G_OBJECT_CLASS (jipyo_alert_row_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "rule.edit", NULL, activate_edit);
  gtk_widget_class_install_action (class, "rule.disable", NULL, activate_disable);
  gtk_widget_class_install_action (class, "rule.enable", NULL, activate_disable);
  gtk_widget_class_install_action (class, "rule.toggle", NULL, activate_toggle);
  gtk_widget_class_install_action (class, "rule.snooze", NULL, activate_snooze);
  gtk_widget_class_install_action (class, "rule.wake", NULL, activate_wake);
  gtk_widget_class_install_action (class, "rule.remove", NULL, activate_remove);
  gtk_widget_class_install_action (class, "rule.menu", NULL, activate_menu);
  gtk_widget_class_add_binding_action (class, GDK_KEY_space, 0, "rule.toggle", NULL);
  /* The menu names the last one, and not every keyboard has a keypad. */
  gtk_widget_class_add_binding_action (class, GDK_KEY_KP_Delete, 0, "rule.remove", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Delete, 0, "rule.remove", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Menu, 0, "rule.menu", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_F10, GDK_SHIFT_MASK, "rule.menu", NULL);
}

static void
jipyo_alert_row_class_init (JipyoAlertRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_alert_row_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_alert_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-alert-row.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoAlertRow, glyph);
  gtk_widget_class_bind_template_child (widget_class, JipyoAlertRow, name);
  gtk_widget_class_bind_template_child (widget_class, JipyoAlertRow, condition);
  gtk_widget_class_bind_template_child (widget_class, JipyoAlertRow, detail);
  gtk_widget_class_bind_template_child (widget_class, JipyoAlertRow, status);
  gtk_widget_class_bind_template_child (widget_class, JipyoAlertRow, menu_button);
  install_actions (widget_class);
}

static void
jipyo_alert_row_init (JipyoAlertRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jipyo_whole_words_keep (self->name);
  jipyo_whole_words_keep (self->condition);
  jipyo_whole_words_keep (self->status);
}

GtkWidget *
jipyo_alert_row_new (JipyoSession *session, const char *id)
{
  JipyoAlertRow *self = g_object_new (JIPYO_TYPE_ALERT_ROW, NULL);

  self->session = g_object_ref (session);
  self->id = g_strdup (id);
  jipyo_alert_row_update (self);
  return GTK_WIDGET (self);
}

const char *
jipyo_alert_row_get_id (JipyoAlertRow *self)
{
  g_return_val_if_fail (JIPYO_IS_ALERT_ROW (self), NULL);
  return self->id;
}
