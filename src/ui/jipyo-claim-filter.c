/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view does the filtering, so that the window finds what the command line finds.
 */

#include "jipyo-claim-filter.h"

#include <glib/gi18n.h>

#include "jipyo-inner-widget.h"

static const JipyoStatus statuses[] = {
  JIPYO_STATUS_STATED,      JIPYO_STATUS_DERIVED,  JIPYO_STATUS_INFERRED,
  JIPYO_STATUS_SECOND_HAND, JIPYO_STATUS_DISPUTED,
};

struct _JipyoClaimFilter {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkEditable *words;
  GtkDropDown *status; /* "any", then the statuses above */
  GtkToggleButton *conflicts;
};

G_DEFINE_FINAL_TYPE (JipyoClaimFilter, jipyo_claim_filter, GTK_TYPE_WIDGET)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
changed_cb (JipyoClaimFilter *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Escape empties the row before it does anything else. */
static void
search_stopped_cb (JipyoClaimFilter *self)
{
  gtk_editable_set_text (self->words, "");
}

static void
jipyo_claim_filter_dispose (GObject *object)
{
  g_clear_pointer (&JIPYO_CLAIM_FILTER (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (jipyo_claim_filter_parent_class)->dispose (object);
}

static void
jipyo_claim_filter_class_init (JipyoClaimFilterClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_claim_filter_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", JIPYO_TYPE_CLAIM_FILTER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jipyo_claim_filter_init (JipyoClaimFilter *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "claim-filter");
}

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The focus goes to the button inside, which GTK leaves nameless. */
static void
status_selected_cb (JipyoClaimFilter *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->status);
  g_autofree char *name =
    g_strdup_printf ("%s: %s", _ ("Status"), gtk_string_object_get_string (chosen));

  jipyo_inner_widget_name (GTK_WIDGET (self->status), GTK_TYPE_TOGGLE_BUTTON, 0, name);
}

static void
add_words (JipyoClaimFilter *self)
{
  GtkWidget *entry = gtk_search_entry_new ();

  self->words = GTK_EDITABLE (entry);
  gtk_widget_set_hexpand (entry, TRUE);
  g_object_set (entry, "placeholder-text", _ ("Filter claims"), NULL);
  name_widget (entry, _ ("Filter claims"));
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (search_stopped_cb), self);
  gtk_box_append (GTK_BOX (self->box), entry);
}

static void
add_status (JipyoClaimFilter *self, JipyoLang lang)
{
  const char *labels[G_N_ELEMENTS (statuses) + 2] = { _ ("Any status") };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    labels[i + 1] = jipyo_status_label (statuses[i], lang);
  GtkWidget *menu = gtk_drop_down_new_from_strings (labels);

  self->status = GTK_DROP_DOWN (menu);
  name_widget (menu, _ ("Status"));
  status_selected_cb (self);
  g_signal_connect_swapped (menu, "notify::selected", G_CALLBACK (status_selected_cb), self);
  g_signal_connect_swapped (menu, "notify::selected", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (self->box), menu);
}

static void
add_conflicts (JipyoClaimFilter *self)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_ ("Conflicts"));

  self->conflicts = GTK_TOGGLE_BUTTON (button);
  gtk_widget_set_tooltip_text (button, _ ("Show only claims that contradict one another"));
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (self->box), button);
}

GtkWidget *
jipyo_claim_filter_new (JipyoLang lang)
{
  JipyoClaimFilter *self = g_object_new (JIPYO_TYPE_CLAIM_FILTER, NULL);

  add_words (self);
  add_status (self, lang);
  add_conflicts (self);
  return GTK_WIDGET (self);
}

GHashTable *
jipyo_claim_filter_build_options (JipyoClaimFilter *self)
{
  g_return_val_if_fail (JIPYO_IS_CLAIM_FILTER (self), NULL);
  GHashTable *options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->words)));
  const guint status = gtk_drop_down_get_selected (self->status);

  if (*words != '\0')
    g_hash_table_insert (options, g_strdup ("search"), g_steal_pointer (&words));
  if (status > 0 && status <= G_N_ELEMENTS (statuses))
    g_hash_table_insert (options, g_strdup ("status"),
                         g_strdup (jipyo_status_id (statuses[status - 1])));
  if (gtk_toggle_button_get_active (self->conflicts))
    g_hash_table_insert (options, g_strdup ("conflicts"), g_strdup ("only"));
  return options;
}
