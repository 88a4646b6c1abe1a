/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was typed leaves the entry as soon as it is on its way to the keyring.
 */

#include "jipyo-key-group.h"

#include <glib/gi18n.h>

#include "jipyo-inner-widget.h"
#include "jipyo-known-quote.h"
#include "jipyo-link.h"
#include "jipyo-provider-text.h"
#include "jipyo-tooltip.h"
#include "jipyo-whole-words.h"

struct _JipyoKeyGroup {
  AdwPreferencesGroup parent_instance;

  AdwActionRow *state;
  AdwActionRow *typing;
  GtkWidget *entry; /* a GtkPasswordEntry, whose text is kept out of the swap */
  GtkWidget *keep;
  GtkWidget *remove;
  GtkWidget *attempt;

  JipyoSession *session; /* owned */
  char *provider;
};

G_DEFINE_FINAL_TYPE (JipyoKeyGroup, jipyo_key_group, ADW_TYPE_PREFERENCES_GROUP)

static JipyoKeyDesk *
get_desk (JipyoKeyGroup *self)
{
  return jipyo_session_get_key_desk (self->session);
}

/* What the source asks of those who use it, and where it gives keys. */
static const char *
tell_terms (const char *provider, const char **url)
{
  if (g_str_equal (provider, "krx")) {
    *url = "https://openapi.krx.co.kr";
    return _ ("Closes of indices and shares. Free, not for commercial use, 10,000 requests a day; "
              "a key is good for a year, and each service has to be applied for.");
  }
  if (g_str_equal (provider, "datagokr")) {
    *url = "https://www.data.go.kr";
    return _ ("Closes of indices and shares by the Financial Services Commission. Free; both "
              "services have to be applied for, and their pages say how many requests a day.");
  }
  *url = "https://ecos.bok.or.kr/api/";
  return _ ("The won’s base rate of a day. Free for whoever registers.");
}

static const char *
tell_state (JipyoKeyState state)
{
  switch (state) {
  case JIPYO_KEY_STATE_UNKNOWN:
    return _ ("Looking into the keyring");
  case JIPYO_KEY_STATE_MISSING:
    return _ ("No key is kept");
  case JIPYO_KEY_STATE_KEPT:
    return _ ("A key is kept");
  case JIPYO_KEY_STATE_LOCKED:
    return _ ("The keyring is locked");
  case JIPYO_KEY_STATE_AWAY:
    break;
  }
  return "";
}

/* (transfer full) */
static char *
tell_trial (JipyoKeyGroup *self)
{
  const char *answer = jipyo_key_desk_get_answer (get_desk (self), self->provider);
  const char *reason = NULL;

  switch (jipyo_key_desk_get_trial (get_desk (self), self->provider)) {
  case JIPYO_KEY_TRIAL_NONE:
    return NULL;
  case JIPYO_KEY_TRIAL_RUNNING:
    return g_strdup (_ ("It is being tried"));
  case JIPYO_KEY_TRIAL_ANSWERED:
    return g_strdup_printf (_ ("It works: %s"), answer);
  case JIPYO_KEY_TRIAL_FAILED:
    if (answer == NULL)
      return g_strdup (_ ("There was no answer"));
    reason = jipyo_provider_text_reason (jipyo_key_desk_get_code (get_desk (self), self->provider));
    /* Translators: first a reason like “it is too slow”, then what the provider said. */
    return g_strdup_printf (_ ("It does not work: %s (%s)"), reason, answer);
  }
  return NULL;
}

/* What comes next. (transfer full) */
static char *
tell_more (JipyoKeyGroup *self)
{
  char *trial = tell_trial (self);

  if (trial != NULL)
    return trial;
  switch (jipyo_key_desk_get_state (get_desk (self), self->provider)) {
  case JIPYO_KEY_STATE_KEPT:
    return g_strdup (
      jipyo_providers_is_asked (jipyo_session_get_providers (self->session), self->provider)
      ? _ ("It is used")
      : _ ("Not used until this source is switched on among the providers"));
  case JIPYO_KEY_STATE_LOCKED:
    return g_strdup (_ ("Open it, then come back to this page."));
  case JIPYO_KEY_STATE_UNKNOWN:
  case JIPYO_KEY_STATE_MISSING:
  case JIPYO_KEY_STATE_AWAY: /* the page says so, once for all */
    return g_strdup ("");
  }
  return g_strdup ("");
}

static void
show_typing (JipyoKeyGroup *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *word = g_strstrip (g_strdup (text));
  const gboolean empty = *word == '\0';
  const gboolean wrong = !empty && !jipyo_key_desk_is_key (word);
  const char *problem = wrong ? _ ("One word of letters, digits and signs") : "";
  g_autofree char *escaped = g_markup_escape_text (problem, -1);

  adw_action_row_set_subtitle (self->typing, escaped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem, -1);
  if (wrong)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "key.keep",
                                 !empty && !wrong
                                   && !jipyo_key_desk_is_busy (get_desk (self), self->provider));
}

static void
update (JipyoKeyGroup *self)
{
  JipyoKeyDesk *desk = get_desk (self);
  const JipyoKeyState state = jipyo_key_desk_get_state (desk, self->provider);
  const gboolean busy = jipyo_key_desk_is_busy (desk, self->provider);
  const gboolean tried = jipyo_key_desk_get_trial (desk, self->provider) == JIPYO_KEY_TRIAL_RUNNING;
  g_autofree char *more = tell_more (self);
  g_autofree char *escaped_more = g_markup_escape_text (more, -1);
  g_autofree char *escaped = g_markup_escape_text (tell_state (state), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state), escaped);
  g_free (escaped);
  escaped = g_steal_pointer (&escaped_more);
  adw_action_row_set_subtitle (self->state, escaped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  more, -1);
  gtk_widget_set_visible (self->remove, state == JIPYO_KEY_STATE_KEPT);
  gtk_widget_set_visible (self->attempt, state == JIPYO_KEY_STATE_KEPT);
  gtk_widget_set_visible (jipyo_inner_widget_find (GTK_WIDGET (self), GTK_TYPE_LIST_BOX, 0),
                          state != JIPYO_KEY_STATE_AWAY);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "key.remove", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "key.try",
                                 !busy && !tried && !jipyo_session_is_offline (self->session));
  show_typing (self);
}

static void
activate_keep (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoKeyGroup *self = JIPYO_KEY_GROUP (widget);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *word = g_strstrip (g_strdup (text));

  if (jipyo_key_desk_keep (get_desk (self), self->provider, word))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  jipyo_key_desk_wipe (word);
}

static void
entered_cb (JipyoKeyGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "key.keep", NULL);
}

static void
activate_remove (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoKeyGroup *self = JIPYO_KEY_GROUP (widget);

  gtk_widget_grab_focus (self->entry);
  jipyo_key_desk_remove (get_desk (self), self->provider);
}

static void
activate_get (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *url;

  tell_terms (JIPYO_KEY_GROUP (widget)->provider, &url);
  jipyo_link_open (widget, url);
}

static void
activate_try (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoKeyGroup *self = JIPYO_KEY_GROUP (widget);

  jipyo_key_desk_try (get_desk (self), self->provider);
}

static void
jipyo_key_group_dispose (GObject *object)
{
  g_clear_object (&JIPYO_KEY_GROUP (object)->session);
  G_OBJECT_CLASS (jipyo_key_group_parent_class)->dispose (object);
}

static void
jipyo_key_group_finalize (GObject *object)
{
  g_free (JIPYO_KEY_GROUP (object)->provider);
  G_OBJECT_CLASS (jipyo_key_group_parent_class)->finalize (object);
}

static void
jipyo_key_group_class_init (JipyoKeyGroupClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_key_group_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_key_group_finalize;
  gtk_widget_class_install_action (widget_class, "key.keep", NULL, activate_keep);
  gtk_widget_class_install_action (widget_class, "key.remove", NULL, activate_remove);
  gtk_widget_class_install_action (widget_class, "key.get", NULL, activate_get);
  gtk_widget_class_install_action (widget_class, "key.try", NULL, activate_try);
}

static GtkWidget *
add_button (AdwActionRow *row, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (row, button);
  return button;
}

static AdwActionRow *
add_row (JipyoKeyGroup *self)
{
  GtkWidget *row = adw_action_row_new ();

  jipyo_whole_words_keep (GTK_LABEL (jipyo_inner_widget_find (row, GTK_TYPE_LABEL, 1)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return ADW_ACTION_ROW (row);
}

static void
jipyo_key_group_init (JipyoKeyGroup *self)
{
  self->state = add_row (self);
  self->typing = add_row (self);
  self->attempt = add_button (self->state, _ ("Try"), "key.try");
  self->remove = add_button (self->state, _ ("Remove"), "key.remove");
  self->entry = gtk_password_entry_new ();
  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (self->entry), TRUE);
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->typing, self->entry);
  self->keep = add_button (self->typing, _ ("Keep"), "key.keep");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->typing), _ ("New key"));
  adw_action_row_set_activatable_widget (self->typing, self->entry);
  gtk_widget_set_focusable (GTK_WIDGET (self->typing), FALSE);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (show_typing), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entered_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Takes `spoken`. */
static void
name_control (GtkWidget *control, char *spoken)
{
  g_autofree char *name = spoken;

  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
show_provider (JipyoKeyGroup *self)
{
  const char *url;
  const char *label =
    jipyo_known_quote_provider_label (self->provider, jipyo_session_get_lang (self->session));
  g_autofree char *escaped = g_markup_escape_text (label, -1);
  GtkWidget *link = gtk_button_new_with_mnemonic (_ ("Get a Key"));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), escaped);
  g_free (escaped);
  escaped = g_markup_escape_text (tell_terms (self->provider, &url), -1);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), escaped);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "key.get");
  gtk_widget_add_css_class (link, "flat");
  gtk_widget_set_valign (link, GTK_ALIGN_CENTER);
  jipyo_tooltip_set (link, url);
  name_control (link, g_strdup_printf (_ ("Get a key of %s"), label));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), link);
  name_control (self->attempt, g_strdup_printf (_ ("Try the key of %s"), label));
  name_control (self->remove, g_strdup_printf (_ ("Remove the key of %s"), label));
  name_control (self->keep, g_strdup_printf (_ ("Keep the key of %s"), label));
  name_control (self->entry, g_strdup_printf (_ ("New key of %s"), label));
}

GtkWidget *
jipyo_key_group_new (JipyoSession *session, const char *provider)
{
  JipyoKeyGroup *self = g_object_new (JIPYO_TYPE_KEY_GROUP, NULL);

  self->session = g_object_ref (session);
  self->provider = g_strdup (provider);
  show_provider (self);
  jipyo_whole_words_keep (
    GTK_LABEL (jipyo_inner_widget_find (GTK_WIDGET (self), GTK_TYPE_LABEL, 1)));
  g_signal_connect_object (jipyo_session_get_key_desk (session), "changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (jipyo_session_get_providers (session), "changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::offline", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
