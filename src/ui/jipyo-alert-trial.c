/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each keystroke makes another rule, so it waits for a pause; what was asked for before is not
 * listened to any more.
 */

#include "jipyo-alert-trial.h"

#include <glib/gi18n.h>

#include "jipyo-past.h"
#include "jipyo-rehearsing.h"
#include "jipyo-whole-words.h"

static const guint pause_ms = 300;

struct _JipyoAlertTrial {
  GtkWidget parent_instance;

  GtkLabel *label;

  JipyoSession *session;     /* owned */
  JipyoAlertRule *rule;      /* to be rehearsed, or NULL */
  GCancellable *cancellable; /* of the one under way, or NULL */
  guint start_id;            /* 0 when none waits */
};

G_DEFINE_FINAL_TYPE (JipyoAlertTrial, jipyo_alert_trial, GTK_TYPE_WIDGET)

static void
say (JipyoAlertTrial *self, const char *text)
{
  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
stop (JipyoAlertTrial *self)
{
  g_clear_handle_id (&self->start_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static const char *
explain (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    return _ ("Only alerts on a price or a basket can be rehearsed: of the rest no history is kept.");
  if (g_error_matches (error, JIPYO_PAST_ERROR, JIPYO_PAST_ERROR_BUSY))
    return _ ("It cannot be rehearsed: another Jipyo keeps the history.");
  return _ ("It cannot be rehearsed: the history cannot be read.");
}

static void
rehearsed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JipyoAlertTrial) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoAlertRehearsal) rehearsal = jipyo_rehearse_finish (result, &error);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (rehearsal == NULL) {
    say (self, explain (error));
    return;
  }
  g_autofree char *text =
    jipyo_alert_rehearsal_format (rehearsal, jipyo_session_get_lang (self->session));
  say (self, text);
}

static gboolean
start_cb (gpointer data)
{
  JipyoAlertTrial *self = data;

  self->start_id = 0;
  self->cancellable = g_cancellable_new ();
  jipyo_rehearse_async (self->session, self->rule, self->cancellable, rehearsed_cb,
                        g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
jipyo_alert_trial_dispose (GObject *object)
{
  JipyoAlertTrial *self = JIPYO_ALERT_TRIAL (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  stop (self);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (jipyo_alert_trial_parent_class)->dispose (object);
}

static void
jipyo_alert_trial_finalize (GObject *object)
{
  jipyo_alert_rule_free (JIPYO_ALERT_TRIAL (object)->rule);
  G_OBJECT_CLASS (jipyo_alert_trial_parent_class)->finalize (object);
}

static void
jipyo_alert_trial_class_init (JipyoAlertTrialClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_alert_trial_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_alert_trial_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
jipyo_alert_trial_init (JipyoAlertTrial *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->label = GTK_LABEL (label);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  jipyo_whole_words_keep (self->label);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

void
jipyo_alert_trial_set_session (JipyoAlertTrial *self, JipyoSession *session)
{
  g_return_if_fail (JIPYO_IS_ALERT_TRIAL (self) && self->session == NULL);
  self->session = g_object_ref (session);
}

void
jipyo_alert_trial_set_rule (JipyoAlertTrial *self, const JipyoAlertRule *rule)
{
  g_return_if_fail (JIPYO_IS_ALERT_TRIAL (self) && self->session != NULL);

  stop (self);
  g_clear_pointer (&self->rule, jipyo_alert_rule_free);
  if (rule == NULL) {
    say (self, "");
    return;
  }
  self->rule = jipyo_alert_rule_copy (rule);
  say (self, _ ("Rehearsing …"));
  self->start_id = g_timeout_add (pause_ms, start_cb, self);
}

const char *
jipyo_alert_trial_get_text (JipyoAlertTrial *self)
{
  g_return_val_if_fail (JIPYO_IS_ALERT_TRIAL (self), NULL);
  return gtk_label_get_text (self->label);
}
