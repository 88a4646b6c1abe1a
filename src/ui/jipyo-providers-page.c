/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Classes with the most to choose from come first.
 */

#include "jipyo-providers-page.h"

#include <glib/gi18n.h>

#include "jipyo-inner-widget.h"
#include "jipyo-providers-group.h"
#include "jipyo-whole-words.h"

struct _JipyoProvidersPage {
  AdwPreferencesPage parent_instance;

  AdwActionRow *pace;
  const char *told; /* its title, a message of the catalogue */

  JipyoSession *session; /* owned */
  GPtrArray *groups;     /* of JipyoProvidersGroup, borrowed */
};

G_DEFINE_FINAL_TYPE (JipyoProvidersPage, jipyo_providers_page, ADW_TYPE_PREFERENCES_PAGE)

/* What is the matter, and what follows from it. */
static const char *
tell_pace (JipyoSession *session, const char **what_follows)
{
  const char *pace = jipyo_providers_get_pace (jipyo_session_get_providers (session));

  if (jipyo_session_is_offline (session)) {
    *what_follows = _ ("Nobody is asked. Quotes are the last ones known, each with its time.");
    return _ ("The network is switched off in the menu");
  }
  if (g_str_equal (pace, "metered")) {
    *what_follows =
      _ ("To spare it, everybody is asked more seldom, as said below, and no past prices are "
                        "fetched.");
    return _ ("The network is paid by volume");
  }
  if (g_str_equal (pace, "power-saver")) {
    *what_follows =
      _ ("To spare the battery, everybody is asked more seldom, as said below, and no past prices "
                        "are fetched.");
    return _ ("The power saver is on");
  }
  *what_follows = _ ("Everybody is asked as often as said below; more seldom while no window is "
                     "seen, to spare power, or where the network is paid by volume.");
  return _ ("The usual pace");
}

static const char *
tell_order (void)
{
  return _ ("Whoever stands first is asked. Those below stand in, one after the other, while it does "
            "not answer; each quote says of whom it is.");
}

static void
show_pace (JipyoProvidersPage *self)
{
  const char *what_follows;
  const char *title = tell_pace (self->session, &what_follows);

  if (self->told == title)
    return; /* it never is another text of the same words */
  self->told = title;
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->pace), escaped);
  g_free (escaped);
  escaped = g_markup_escape_text (what_follows, -1);
  adw_action_row_set_subtitle (self->pace, escaped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pace), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  what_follows, -1);
}

static void
update (JipyoProvidersPage *self)
{
  show_pace (self);
  for (guint i = 0; i < self->groups->len; i++)
    jipyo_providers_group_update (g_ptr_array_index (self->groups, i));
}

static void
ticked_cb (JipyoProvidersPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
jipyo_providers_page_dispose (GObject *object)
{
  g_clear_object (&JIPYO_PROVIDERS_PAGE (object)->session);
  G_OBJECT_CLASS (jipyo_providers_page_parent_class)->dispose (object);
}

static void
jipyo_providers_page_finalize (GObject *object)
{
  g_ptr_array_unref (JIPYO_PROVIDERS_PAGE (object)->groups);
  G_OBJECT_CLASS (jipyo_providers_page_parent_class)->finalize (object);
}

static void
jipyo_providers_page_class_init (JipyoProvidersPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = jipyo_providers_page_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_providers_page_finalize;
}

static void
jipyo_providers_page_init (JipyoProvidersPage *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (self);
  AdwPreferencesGroup *about = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *pace = adw_action_row_new ();

  self->groups = g_ptr_array_new ();
  self->pace = ADW_ACTION_ROW (pace);
  g_autofree char *escaped = g_markup_escape_text (tell_order (), -1);
  adw_preferences_group_set_description (about, escaped);
  jipyo_whole_words_keep (
    GTK_LABEL (jipyo_inner_widget_find (GTK_WIDGET (about), GTK_TYPE_LABEL, 1)));
  jipyo_whole_words_keep (GTK_LABEL (jipyo_inner_widget_find (pace, GTK_TYPE_LABEL, 1)));
  adw_preferences_group_add (about, pace);
  adw_preferences_page_add (page, about);
  adw_preferences_page_set_name (page, "providers");
  adw_preferences_page_set_title (page, _ ("Providers"));
  adw_preferences_page_set_icon_name (page, "network-server-symbolic");
}

/* How many there are to choose from. */
static guint
count_providers (JipyoProviders *providers, const char *class)
{
  g_autofree const char **unasked = jipyo_providers_list_unasked (providers, class);

  return g_strv_length ((char **) unasked)
         + g_strv_length ((char **) jipyo_providers_get_asked (providers, class));
}

static void
add_groups (JipyoProvidersPage *self, guint n_providers)
{
  const char *const *classes = jipyo_providers_list_classes ();
  JipyoProviders *providers = jipyo_session_get_providers (self->session);

  for (guint i = 0; classes[i] != NULL; i++) {
    GtkWidget *group;

    if (count_providers (providers, classes[i]) != n_providers)
      continue;
    group = jipyo_providers_group_new (self->session, classes[i]);
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
    g_ptr_array_add (self->groups, group);
  }
}

static guint
find_most_providers (JipyoSession *session)
{
  const char *const *classes = jipyo_providers_list_classes ();
  guint most = 0;

  for (guint i = 0; classes[i] != NULL; i++)
    most = MAX (most, count_providers (jipyo_session_get_providers (session), classes[i]));
  return most;
}

AdwPreferencesPage *
jipyo_providers_page_new (JipyoSession *session)
{
  JipyoProvidersPage *self = g_object_new (JIPYO_TYPE_PROVIDERS_PAGE, NULL);

  self->session = g_object_ref (session);
  for (guint n = find_most_providers (session); n > 0; n--)
    add_groups (self, n);
  g_signal_connect_object (jipyo_session_get_providers (session), "changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::offline", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  show_pace (self);
  return ADW_PREFERENCES_PAGE (self);
}
