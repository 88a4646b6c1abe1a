/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A group for each source that takes a key. That there is no keyring is no matter of one source, so
 * it is said once, above them.
 */

#include "jipyo-keys-page.h"

#include <glib/gi18n.h>

#include "jipyo-inner-widget.h"
#include "jipyo-key-group.h"
#include "jipyo-tooltip.h"
#include "jipyo-whole-words.h"

struct _JipyoKeysPage {
  AdwPreferencesPage parent_instance;

  GtkWidget *about;
  AdwActionRow *away; /* said while there is no keyring */

  JipyoSession *session; /* owned */
};

G_DEFINE_FINAL_TYPE (JipyoKeysPage, jipyo_keys_page, ADW_TYPE_PREFERENCES_PAGE)

/* What the system said of it, or NULL while there is a keyring. Borrowed. */
static const char *
find_reason (JipyoKeyDesk *desk)
{
  g_autofree const char **providers = jipyo_key_desk_list_providers ();

  for (guint i = 0; providers[i] != NULL; i++)
    if (jipyo_key_desk_get_state (desk, providers[i]) == JIPYO_KEY_STATE_AWAY)
      return jipyo_key_desk_get_reason (desk, providers[i]);
  return NULL;
}

static void
update (JipyoKeysPage *self)
{
  const char *reason = find_reason (jipyo_session_get_key_desk (self->session));

  gtk_widget_set_visible (jipyo_inner_widget_find (self->about, GTK_TYPE_LIST_BOX, 0),
                          reason != NULL);
  jipyo_tooltip_set (GTK_WIDGET (self->away), reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->away), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  adw_action_row_get_subtitle (self->away), -1);
}

/* Not before: a keyring that is not needed is not looked for. */
static void
jipyo_keys_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jipyo_keys_page_parent_class)->map (widget);
  jipyo_key_desk_look (jipyo_session_get_key_desk (JIPYO_KEYS_PAGE (widget)->session));
}

static void
jipyo_keys_page_dispose (GObject *object)
{
  g_clear_object (&JIPYO_KEYS_PAGE (object)->session);
  G_OBJECT_CLASS (jipyo_keys_page_parent_class)->dispose (object);
}

static void
jipyo_keys_page_class_init (JipyoKeysPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = jipyo_keys_page_dispose;
  GTK_WIDGET_CLASS (class)->map = jipyo_keys_page_map;
}

static const char *
tell_about (void)
{
  return _ ("Official sources tell the figures of a day on the next one, and want a key that they "
            "give to each person. Keys are kept in the system’s keyring and nowhere else.");
}

static AdwActionRow *
make_away (void)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped =
    g_markup_escape_text (_ ("Keys can be kept only while one runs, such as GNOME Keyring or "
                             "KWallet: start it, then come back to this page."),
                             -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("There is no keyring"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  jipyo_whole_words_keep (GTK_LABEL (jipyo_inner_widget_find (row, GTK_TYPE_LABEL, 1)));
  return ADW_ACTION_ROW (row);
}

static void
jipyo_keys_page_init (JipyoKeysPage *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (self);
  AdwPreferencesGroup *about = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *escaped = g_markup_escape_text (tell_about (), -1);

  adw_preferences_group_set_description (about, escaped);
  jipyo_whole_words_keep (
    GTK_LABEL (jipyo_inner_widget_find (GTK_WIDGET (about), GTK_TYPE_LABEL, 1)));
  self->about = GTK_WIDGET (about);
  self->away = make_away ();
  adw_preferences_group_add (about, GTK_WIDGET (self->away));
  adw_preferences_page_add (page, about);
  adw_preferences_page_set_name (page, "keys");
  adw_preferences_page_set_title (page, _ ("Keys"));
  adw_preferences_page_set_icon_name (page, "dialog-password-symbolic");
}

AdwPreferencesPage *
jipyo_keys_page_new (JipyoSession *session)
{
  JipyoKeysPage *self = g_object_new (JIPYO_TYPE_KEYS_PAGE, NULL);
  g_autofree const char **providers = jipyo_key_desk_list_providers ();

  self->session = g_object_ref (session);
  for (guint i = 0; providers[i] != NULL; i++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (self),
                              ADW_PREFERENCES_GROUP (jipyo_key_group_new (session, providers[i])));
  g_signal_connect_object (jipyo_session_get_key_desk (session), "changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_PREFERENCES_PAGE (self);
}
