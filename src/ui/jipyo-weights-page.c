/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The groups stay while the baskets have the same members, so that what is being typed stays too.
 */

#include "jipyo-weights-page.h"

#include <glib/gi18n.h>

#include "jipyo-inner-widget.h"
#include "jipyo-session-context.h"
#include "jipyo-weights-group.h"
#include "jipyo-whole-words.h"

struct _JipyoWeightsPage {
  AdwPreferencesPage parent_instance;

  AdwPreferencesGroup *about; /* what weights are, or that there is no basket */

  JipyoSession *session; /* owned */
  GPtrArray *groups;     /* of JipyoWeightsGroup, borrowed */
};

G_DEFINE_FINAL_TYPE (JipyoWeightsPage, jipyo_weights_page, ADW_TYPE_PREFERENCES_PAGE)

static gboolean
update_groups (JipyoWeightsPage *self, const JipyoTeamShares *shares)
{
  if (self->groups->len != shares->baskets->len)
    return FALSE;
  for (guint i = 0; i < self->groups->len; i++)
    if (!jipyo_weights_group_update (g_ptr_array_index (self->groups, i),
                                     g_ptr_array_index (shares->baskets, i)))
      return FALSE;
  return TRUE;
}

static void
rebuild (JipyoWeightsPage *self, const JipyoTeamShares *shares)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (self);

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; i < shares->baskets->len; i++) {
    GtkWidget *group =
      jipyo_weights_group_new (self->session, g_ptr_array_index (shares->baskets, i));

    adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
    g_ptr_array_add (self->groups, group);
  }
  const char *about = shares->baskets->len > 0
    ? _ ("A member counts in its team’s basket by its part of the weights. Who is not "
                             "weighed weighs 1. The charts and alerts of baskets follow at once.")
    : _ ("On the day that the record is read no team has a listed member.");
  g_autofree char *escaped = g_markup_escape_text (about, -1);
  adw_preferences_group_set_description (self->about, escaped);
}

static void
update (JipyoWeightsPage *self)
{
  JipyoViewContext context = jipyo_session_context_make (self->session);

  context.weights = jipyo_weights_get_all (jipyo_session_get_weights (self->session));
  g_autoptr (JipyoTeamShares) shares = jipyo_team_shares_new (&context, NULL); /* no options */
  if (!update_groups (self, shares))
    rebuild (self, shares);
}

static void
jipyo_weights_page_dispose (GObject *object)
{
  g_clear_object (&JIPYO_WEIGHTS_PAGE (object)->session);
  G_OBJECT_CLASS (jipyo_weights_page_parent_class)->dispose (object);
}

static void
jipyo_weights_page_finalize (GObject *object)
{
  g_ptr_array_unref (JIPYO_WEIGHTS_PAGE (object)->groups);
  G_OBJECT_CLASS (jipyo_weights_page_parent_class)->finalize (object);
}

static void
jipyo_weights_page_class_init (JipyoWeightsPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = jipyo_weights_page_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_weights_page_finalize;
}

static void
jipyo_weights_page_init (JipyoWeightsPage *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (self);

  self->groups = g_ptr_array_new ();
  self->about = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  jipyo_whole_words_keep (
    GTK_LABEL (jipyo_inner_widget_find (GTK_WIDGET (self->about), GTK_TYPE_LABEL, 1)));
  adw_preferences_page_add (page, self->about);
  adw_preferences_page_set_name (page, "baskets");
  adw_preferences_page_set_title (page, _ ("Baskets"));
  adw_preferences_page_set_icon_name (page, "view-list-symbolic");
}

AdwPreferencesPage *
jipyo_weights_page_new (JipyoSession *session)
{
  JipyoWeightsPage *self = g_object_new (JIPYO_TYPE_WEIGHTS_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (jipyo_session_get_weights (session), "changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_PREFERENCES_PAGE (self);
}
