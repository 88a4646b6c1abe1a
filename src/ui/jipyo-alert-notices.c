/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One notification a rule, so that a new one takes the place of the old. Which and how many are
 * told is decided below, in jipyo-alerts.c.
 */

#include "jipyo-alert-notices.h"

#include <glib/gi18n.h>

static const gint64 snooze_us = 60 * 60 * (gint64) G_USEC_PER_SEC;
static const char digest_id[] = "alerts-more";

static char *
format_id (const char *rule)
{
  return g_strconcat ("alert-", rule, NULL);
}

static GNotification *
describe_digest (void)
{
  GNotification *notification = g_notification_new (_ ("More alerts fire"));

  g_notification_set_body (notification,
                           _ ("Not more than six an hour are told one by one. “jipyo alerts” lists "
                              "them all."));
  return notification;
}

static GNotification *
describe_rule (JipyoSession *session, const JipyoAlertRule *rule)
{
  JipyoAlerts *alerts = jipyo_session_get_alerts (session);
  const JipyoLang lang = jipyo_session_get_lang (session);
  g_autofree char *title = jipyo_alert_rule_format (rule, lang);
  GNotification *notification = g_notification_new (title);
  JipyoDecimal value;

  if (jipyo_alerts_get_value (alerts, rule->id, &value)) {
    g_autofree char *text = jipyo_alert_value_format (rule->kind, value, lang);
    /* Translators: the value that an alert found, as in “Now 160,000,000” */
    g_autofree char *body = g_strdup_printf (_ ("Now %s"), text);
    g_notification_set_body (notification, body);
  }
  g_notification_set_default_action_and_target (notification, "app.alert-open", "s", rule->id);
  g_notification_add_button_with_target (notification, _ ("Open"), "app.alert-open", "s", rule->id);
  g_notification_add_button_with_target (notification, _ ("Snooze 1 h"), "app.alert-snooze", "s",
                                                          rule->id);
  g_notification_add_button_with_target (notification, _ ("Disable"), "app.alert-disable", "s",
                                                          rule->id);
  return notification;
}

static JipyoSession *
get_session (GApplication *application)
{
  return g_object_get_data (G_OBJECT (application), "jipyo-alert-session");
}

static void
told_cb (JipyoAlerts *alerts, const char *id, gboolean digest, GApplication *application)
{
  const JipyoAlertRule *rule = jipyo_alerts_find (alerts, id);

  if (!digest && rule == NULL)
    return;
  g_autoptr (GNotification) notification =
               digest ? describe_digest () : describe_rule (get_session (application), rule);
  g_autofree char *name = digest ? g_strdup (digest_id) : format_id (id);
  g_application_send_notification (application, name, notification);
}

static void
withdrawn_cb (JipyoAlerts *alerts, const char *id, GApplication *application)
{
  g_autofree char *name = format_id (id);

  g_application_withdraw_notification (application, name);
}

static void
open_asked_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  g_application_activate (application);
}

static void
snooze_asked_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  JipyoSession *session = get_session (application);

  jipyo_alerts_snooze (jipyo_session_get_alerts (session), g_variant_get_string (parameter, NULL),
                       jipyo_session_get_now (session) + snooze_us);
}

static void
restore_asked_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  jipyo_alerts_restore (jipyo_session_get_alerts (get_session (application)));
}

static void
disable_asked_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  JipyoAlerts *alerts = jipyo_session_get_alerts (get_session (application));

  jipyo_alerts_set_disabled (alerts, g_variant_get_string (parameter, NULL), TRUE);
}

void
jipyo_alert_notices_install (GApplication *application, JipyoSession *session)
{
  static const GActionEntry entries[] = {
    { .name = "alert-open", .activate = open_asked_cb, .parameter_type = "s" },
    { .name = "alert-snooze", .activate = snooze_asked_cb, .parameter_type = "s" },
    { .name = "alert-restore", .activate = restore_asked_cb },
    { .name = "alert-disable", .activate = disable_asked_cb, .parameter_type = "s" },
  };
  JipyoAlerts *alerts = jipyo_session_get_alerts (session);

  g_object_set_data (G_OBJECT (application), "jipyo-alert-session", session);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  g_signal_connect_object (alerts, "told", G_CALLBACK (told_cb), application, 0);
  g_signal_connect_object (alerts, "withdrawn", G_CALLBACK (withdrawn_cb), application, 0);
}
