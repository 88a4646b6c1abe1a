/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The latest lines are shown, all of them are in the file. Written anew when there is another last
 * line or other alerts to name.
 */

#include "jipyo-alert-log.h"

#include <glib/gi18n.h>

#include "jipyo-alert-text.h"
#include "jipyo-alerts-format.h"
#include "jipyo-whole-words.h"

static const guint shown_max = 50;

struct _JipyoAlertLog {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *heading;
  GtkListBox *list;
  GtkLabel *note;

  JipyoSession *session; /* owned */
  gboolean stale;        /* something changed since it was written */
};

G_DEFINE_FINAL_TYPE (JipyoAlertLog, jipyo_alert_log, GTK_TYPE_WIDGET)

static GtkLabel *
add_label (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_row (JipyoAlertLog *self, const JipyoAlertLine *line)
{
  g_autofree char *time = jipyo_alerts_format_time (line->step.time_us);
  g_autofree char *step = jipyo_alert_text_step (self->session, line);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", time, step);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkLabel *when = add_label (box, time);
  GtkLabel *what = add_label (box, step);

  gtk_widget_add_css_class (GTK_WIDGET (when), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (when), "dim-label");
  gtk_label_set_wrap (what, TRUE);
  jipyo_whole_words_keep (what);
  if (jipyo_alert_transition_is_firing (&line->step))
    gtk_widget_add_css_class (row, "alert-firing");
  gtk_widget_add_css_class (GTK_WIDGET (what), "alert-state");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
show_note (JipyoAlertLog *self, guint n_lines)
{
  g_autofree char *text = NULL;

  if (n_lines == 0)
    text = g_strdup (_ ("Nothing happened yet. What becomes of an alert is kept for 90 days."));
  else if (n_lines > shown_max)
    text =
      g_strdup_printf (_ ("The latest %u of %u; all are in alerts-log.json"), shown_max, n_lines);
  gtk_label_set_text (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
}

static void
update (JipyoAlertLog *self)
{
  const GPtrArray *log = jipyo_alerts_get_log (jipyo_session_get_alerts (self->session));
  GtkListBoxRow *row;

  self->stale = FALSE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = log->len; i > 0 && log->len - i < shown_max; i--)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (log, i - 1)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), log->len > 0);
  show_note (self, log->len);
}

static void
changed_cb (JipyoAlertLog *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
jipyo_alert_log_map (GtkWidget *widget)
{
  if (JIPYO_ALERT_LOG (widget)->stale)
    update (JIPYO_ALERT_LOG (widget));
  GTK_WIDGET_CLASS (jipyo_alert_log_parent_class)->map (widget);
}

static void
jipyo_alert_log_dispose (GObject *object)
{
  JipyoAlertLog *self = JIPYO_ALERT_LOG (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (jipyo_alert_log_parent_class)->dispose (object);
}

static void
jipyo_alert_log_class_init (JipyoAlertLogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_alert_log_dispose;
  widget_class->map = jipyo_alert_log_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jipyo_alert_log_init (JipyoAlertLog *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "view-card");
  self->heading = add_label (self->box, _ ("What became of them"));
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "alert-rows");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->heading, NULL, -1);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  self->note = add_label (self->box, NULL);
  gtk_label_set_wrap (self->note, TRUE);
  jipyo_whole_words_keep (self->note);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->note), 9);
}

GtkWidget *
jipyo_alert_log_new (JipyoSession *session)
{
  JipyoAlertLog *self = g_object_new (JIPYO_TYPE_ALERT_LOG, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (jipyo_session_get_alerts (session), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
