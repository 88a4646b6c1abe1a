/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row stays while its alert does, so that focus stays where it is.
 */

#include "jipyo-alert-list.h"

#include <glib/gi18n.h>

#include "jipyo-alert-row.h"
#include "jipyo-whole-words.h"

struct _JipyoAlertList {
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *heading;
  GtkWidget *add_button;
  GtkLabel *problem;
  GtkLabel *held;
  GtkLabel *hint;
  GtkListBox *list;

  JipyoSession *session; /* owned */
};

G_DEFINE_FINAL_TYPE (JipyoAlertList, jipyo_alert_list, GTK_TYPE_WIDGET)

static JipyoAlerts *
get_alerts (JipyoAlertList *self)
{
  return jipyo_session_get_alerts (self->session);
}

static JipyoAlertRow *
get_row (JipyoAlertList *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? JIPYO_ALERT_ROW (row) : NULL;
}

/* The focus goes to the neighbour of a row that leaves, and before it leaves: else GTK looks for a
 * place of its own later. */
static void
remove_row (JipyoAlertList *self, int index)
{
  JipyoAlertRow *row = get_row (self, index);
  JipyoAlertRow *next =
    get_row (self, index + 1) != NULL ? get_row (self, index + 1) : get_row (self, index - 1);

  if (gtk_widget_has_focus (GTK_WIDGET (row)))
    gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : self->add_button);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static gboolean
is_at (JipyoAlertList *self, int index, const char *id)
{
  JipyoAlertRow *row = get_row (self, index);

  return row != NULL && g_str_equal (jipyo_alert_row_get_id (row), id);
}

/* The one that a person added or put back is what the next key is for; unless something is being
 * typed, as when another program added it. */
static void
focus_row (JipyoAlertList *self, int index)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !GTK_IS_EDITABLE (gtk_root_get_focus (root)))
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self, index)));
}

/* The rows in the order of the alerts: new ones are put in, those whose alert is gone taken out. */
static void
match_rows (JipyoAlertList *self)
{
  const GPtrArray *rules = jipyo_alerts_get_rules (get_alerts (self));
  JipyoAlertRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL;)
    if (jipyo_alerts_find (get_alerts (self), jipyo_alert_row_get_id (row)) != NULL)
      i++;
    else
      remove_row (self, i);
  for (guint i = 0; i < rules->len; i++) {
    const char *id = ((const JipyoAlertRule *) rules->pdata[i])->id;

    if (is_at (self, (int) i, id))
      continue;
    gtk_list_box_insert (self->list, jipyo_alert_row_new (self->session, id), (int) i);
    gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
    focus_row (self, (int) i);
  }
  /* What another program put in another order. */
  while ((row = get_row (self, (int) rules->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_problem (JipyoAlertList *self)
{
  const char *problem = jipyo_alerts_get_problem (get_alerts (self));
  g_autofree char *text = NULL;

  if (problem != NULL)
    text = g_strdup_printf (_ ("⚠ A file of the alerts cannot be read and was left as it is, under "
                               "another name: %s"),
                               problem);
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
update (JipyoAlertList *self)
{
  const guint n = jipyo_alerts_get_rules (get_alerts (self))->len;
  g_autofree char *heading = g_strdup_printf (_ ("Alerts · %u"), n);

  match_rows (self);
  for (guint i = 0; i < n; i++)
    jipyo_alert_row_update (get_row (self, (int) i));
  show_problem (self);
  gtk_label_set_text (self->heading, heading);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->held), jipyo_alerts_is_held (get_alerts (self)));
}

static void
ticked_cb (JipyoAlertList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
row_activated_cb (JipyoAlertList *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "rule.edit", NULL);
}

static void
activate_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jipyo_alerts_restore (get_alerts (JIPYO_ALERT_LIST (widget)));
}

static void
jipyo_alert_list_dispose (GObject *object)
{
  JipyoAlertList *self = JIPYO_ALERT_LIST (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (jipyo_alert_list_parent_class)->dispose (object);
}

static void
jipyo_alert_list_class_init (JipyoAlertListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_alert_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-alert-list.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoAlertList, content);
  gtk_widget_class_bind_template_child (widget_class, JipyoAlertList, heading);
  gtk_widget_class_bind_template_child (widget_class, JipyoAlertList, add_button);
  gtk_widget_class_bind_template_child (widget_class, JipyoAlertList, problem);
  gtk_widget_class_bind_template_child (widget_class, JipyoAlertList, held);
  gtk_widget_class_bind_template_child (widget_class, JipyoAlertList, hint);
  gtk_widget_class_bind_template_child (widget_class, JipyoAlertList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "alerts.undo", NULL, activate_undo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "alerts.undo",
                                       NULL);
}

static void
jipyo_alert_list_init (JipyoAlertList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jipyo_whole_words_keep (self->problem);
  jipyo_whole_words_keep (self->held);
  jipyo_whole_words_keep (self->hint);
}

GtkWidget *
jipyo_alert_list_new (JipyoSession *session)
{
  JipyoAlertList *self = g_object_new (JIPYO_TYPE_ALERT_LIST, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (get_alerts (self), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
