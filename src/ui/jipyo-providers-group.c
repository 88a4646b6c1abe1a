/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row is moved by sorting, so that it keeps the focus.
 */

#include "jipyo-providers-group.h"

#include <glib/gi18n.h>

#include "jipyo-known-quote.h"
#include "jipyo-provider-row.h"
#include "jipyo-provider-text.h"

struct _JipyoProvidersGroup {
  AdwPreferencesGroup parent_instance;

  GtkListBox *list;
  GtkWidget *reset;

  JipyoSession *session; /* owned */
  char *class;
};

G_DEFINE_FINAL_TYPE (JipyoProvidersGroup, jipyo_providers_group, ADW_TYPE_PREFERENCES_GROUP)

static void
tell_undo (JipyoProvidersGroup *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "preferences.toast-undo", "(ss)", text,
                              "preferences.undo-providers");
}

static void
activate_reset (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoProvidersGroup *self = JIPYO_PROVIDERS_GROUP (widget);
  const char *title =
    jipyo_provider_text_class (self->class, jipyo_session_get_lang (self->session));
  g_autofree char *text = g_strdup_printf (_ ("%s: as shipped"), title);

  jipyo_providers_reset (jipyo_session_get_providers (self->session), self->class);
  tell_undo (self, text);
}

static void
activate_move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoProvidersGroup *self = JIPYO_PROVIDERS_GROUP (widget);
  const JipyoLang lang = jipyo_session_get_lang (self->session);
  const char *provider;
  int index;

  g_variant_get (parameter, "(&si)", &provider, &index);
  if (!jipyo_providers_move (jipyo_session_get_providers (self->session), self->class, provider,
                             index)) {
    gtk_widget_error_bell (widget);
    return;
  }
  g_autofree char *text =
    g_strdup_printf (_ ("%s has another place"), jipyo_known_quote_provider_label (provider, lang));
  tell_undo (self, text);
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  return jipyo_provider_row_get_position (JIPYO_PROVIDER_ROW (a))
         - jipyo_provider_row_get_position (JIPYO_PROVIDER_ROW (b));
}

static void
jipyo_providers_group_dispose (GObject *object)
{
  g_clear_object (&JIPYO_PROVIDERS_GROUP (object)->session);
  G_OBJECT_CLASS (jipyo_providers_group_parent_class)->dispose (object);
}

static void
jipyo_providers_group_finalize (GObject *object)
{
  g_free (JIPYO_PROVIDERS_GROUP (object)->class);
  G_OBJECT_CLASS (jipyo_providers_group_parent_class)->finalize (object);
}

static void
jipyo_providers_group_class_init (JipyoProvidersGroupClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_providers_group_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_providers_group_finalize;
  gtk_widget_class_install_action (widget_class, "providers.reset", NULL, activate_reset);
  gtk_widget_class_install_action (widget_class, "providers.move", "(si)", activate_move);
}

static void
jipyo_providers_group_init (JipyoProvidersGroup *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), list);
  self->reset = gtk_button_new_with_label (_ ("As Shipped"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->reset), "providers.reset");
  gtk_widget_add_css_class (self->reset, "flat");
  gtk_widget_set_valign (self->reset, GTK_ALIGN_CENTER);
}

static void
add_rows (JipyoProvidersGroup *self, const char *const *providers)
{
  for (guint i = 0; providers[i] != NULL; i++)
    gtk_list_box_append (self->list,
                         jipyo_provider_row_new (self->session, self->class, providers[i]));
}

void
jipyo_providers_group_update (JipyoProvidersGroup *self)
{
  g_return_if_fail (JIPYO_IS_PROVIDERS_GROUP (self));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    jipyo_provider_row_update (JIPYO_PROVIDER_ROW (row));
  gtk_list_box_invalidate_sort (self->list);
  gtk_widget_action_set_enabled (
    GTK_WIDGET (self), "providers.reset",
    !jipyo_providers_is_usual (jipyo_session_get_providers (self->session), self->class));
}

GtkWidget *
jipyo_providers_group_new (JipyoSession *session, const char *class)
{
  JipyoProvidersGroup *self = g_object_new (JIPYO_TYPE_PROVIDERS_GROUP, NULL);
  JipyoProviders *providers = jipyo_session_get_providers (session);
  const char *const *asked = jipyo_providers_get_asked (providers, class);
  g_autofree const char **unasked = jipyo_providers_list_unasked (providers, class);
  const char *title = jipyo_provider_text_class (class, jipyo_session_get_lang (session));
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", title, _ ("As Shipped"));

  self->session = g_object_ref (session);
  self->class = g_strdup (class);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), escaped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reset), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  if (asked[1] != NULL || unasked[0] != NULL)
    adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->reset);
  else
    g_object_ref_sink (self->reset);
  add_rows (self, asked);
  add_rows (self, (const char *const *) unasked);
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
  jipyo_providers_group_update (self);
  return GTK_WIDGET (self);
}
