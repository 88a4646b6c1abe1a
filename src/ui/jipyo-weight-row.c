/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was typed is kept by Enter or when the row is left; what is no weight is said where it
 * stands. An entry of its own, for libadwaita's row of an entry tells no screen reader of the
 * focus.
 */

#include "jipyo-weight-row.h"

#include <glib/gi18n.h>

#include "jipyo-format.h"

static const int weight_chars = 7;
static const int percent_chars = 7;

struct _JipyoWeightRow {
  AdwActionRow parent_instance;

  GtkEntry *entry;
  GtkLabel *percent;

  JipyoSession *session; /* owned */
  char *member;          /* an organisation's id */
  char *name;            /* as shown */
  char *kept;            /* the text of the weight that is kept */
};

G_DEFINE_FINAL_TYPE (JipyoWeightRow, jipyo_weight_row, ADW_TYPE_ACTION_ROW)

static const char *
get_text (JipyoWeightRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
is_edited (JipyoWeightRow *self)
{
  return g_strcmp0 (get_text (self), self->kept) != 0;
}

/* As people type numbers, with spaces around. */
static gboolean
read_weight (JipyoWeightRow *self, JipyoDecimal *weight)
{
  g_autofree char *text = g_strdup (get_text (self));

  return jipyo_decimal_parse (g_strstrip (text), -1, weight, NULL)
         && jipyo_decimal_sign (*weight) >= 0;
}

static void
show_problem (JipyoWeightRow *self)
{
  JipyoDecimal weight;
  const gboolean wrong = !read_weight (self, &weight);
  const char *problem = wrong ? _ ("A number from 0 on, like 60 or 33.3") : "";
  g_autofree char *escaped = g_markup_escape_text (problem, -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), escaped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
keep (JipyoWeightRow *self)
{
  JipyoDecimal weight;

  if (!is_edited (self) || !read_weight (self, &weight))
    return;
  g_autofree char *figure = jipyo_decimal_format (weight);
  g_autofree char *text = g_strdup_printf (_ ("%s weighs %s"), self->name, figure);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), figure);
  g_free (self->kept);
  self->kept = g_strdup (figure);
  jipyo_weights_set (jipyo_session_get_weights (self->session), self->member, weight);
  gtk_widget_activate_action (GTK_WIDGET (self), "preferences.toast-undo", "(ss)", text,
                              "preferences.undo-weights");
}

static void
jipyo_weight_row_dispose (GObject *object)
{
  g_clear_object (&JIPYO_WEIGHT_ROW (object)->session);
  G_OBJECT_CLASS (jipyo_weight_row_parent_class)->dispose (object);
}

static void
jipyo_weight_row_finalize (GObject *object)
{
  JipyoWeightRow *self = JIPYO_WEIGHT_ROW (object);

  g_free (self->member);
  g_free (self->name);
  g_free (self->kept);
  G_OBJECT_CLASS (jipyo_weight_row_parent_class)->finalize (object);
}

static void
jipyo_weight_row_class_init (JipyoWeightRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = jipyo_weight_row_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_weight_row_finalize;
}

static void
add_suffix (JipyoWeightRow *self, GtkWidget *widget)
{
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (widget, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), widget);
}

static void
jipyo_weight_row_init (JipyoWeightRow *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *percent = gtk_label_new (NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->kept = g_strdup ("");
  self->entry = GTK_ENTRY (entry);
  self->percent = GTK_LABEL (percent);
  gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_NUMBER);
  gtk_entry_set_alignment (self->entry, 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), weight_chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), weight_chars);
  gtk_label_set_width_chars (self->percent, percent_chars);
  gtk_label_set_xalign (self->percent, 1);
  gtk_widget_add_css_class (percent, "dim-label");
  add_suffix (self, entry);
  add_suffix (self, percent);
  /* Which names the entry, too. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), entry);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_object (entry, "changed", G_CALLBACK (show_problem), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (keep), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (keep), self, G_CONNECT_SWAPPED);
}

GtkWidget *
jipyo_weight_row_new (JipyoSession *session)
{
  JipyoWeightRow *self = g_object_new (JIPYO_TYPE_WEIGHT_ROW, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
jipyo_weight_row_set_share (JipyoWeightRow *self, const JipyoListedShare *share)
{
  g_return_if_fail (JIPYO_IS_WEIGHT_ROW (self) && share != NULL);
  JipyoWeights *weights = jipyo_session_get_weights (self->session);
  const JipyoDecimal part = jipyo_listed_share_get_percent (share);
  g_autofree char *figure = jipyo_format_price (part, jipyo_decimal_get_decimals (part));
  g_autofree char *percent = g_strdup_printf ("%s %%", figure);
  const gboolean edited = is_edited (self);

  g_free (self->member);
  g_free (self->name);
  g_free (self->kept);
  self->member = g_strdup (share->organisation->id);
  self->name =
    g_strdup (jipyo_text_get (&share->organisation->name, jipyo_session_get_lang (self->session)));
  self->kept = jipyo_decimal_format (jipyo_weights_find (weights, self->member));
  g_autofree char *escaped = g_markup_escape_text (self->name, -1);
  gtk_label_set_text (self->percent, percent);
  if (!edited)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->kept);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), escaped);
  show_problem (self);
}
