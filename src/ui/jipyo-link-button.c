/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The age is text that is worked out each second; its digits are even, so that nothing moves.
 */

#include "jipyo-link-button.h"

#include <glib/gi18n.h>

struct _JipyoLinkButton {
  GtkButton parent_instance;

  GtkLabel *label;
  JipyoSession *session; /* owned */
};

G_DEFINE_FINAL_TYPE (JipyoLinkButton, jipyo_link_button, GTK_TYPE_BUTTON)

/* "": beside a day of the past, which shows no quotes, "just now" would be read as the age of what
 * is shown. (transfer full) */
static char *
describe_link (JipyoLinkButton *self)
{
  const char *link = jipyo_session_get_link (self->session);
  const gint64 refreshed_us = jipyo_session_get_refreshed (self->session);
  const gint64 now_us = jipyo_session_get_now (self->session);

  if (jipyo_session_get_quotes (self->session) == NULL)
    return g_strdup ("");
  if (jipyo_session_is_offline (self->session))
    return g_strdup (C_ ("link", "switched off"));
  if (g_strcmp0 (link, "up") == 0 && refreshed_us > 0)
    return jipyo_age_format (MAX (0, now_us - refreshed_us),
                             jipyo_session_get_lang (self->session));
  if (g_strcmp0 (link, "up") == 0 || g_strcmp0 (link, "connecting") == 0)
    return g_strdup (C_ ("link", "connecting"));
  if (g_strcmp0 (link, "retrying") == 0)
    return g_strdup (C_ ("link", "retrying"));
  return g_strdup (C_ ("link", "offline"));
}

static void
update (JipyoLinkButton *self)
{
  g_autofree char *text = describe_link (self);

  gtk_widget_set_visible (GTK_WIDGET (self->label), *text != '\0');
  if (g_strcmp0 (text, gtk_label_get_text (self->label)) == 0)
    return;
  g_autofree char *name =
    *text == '\0' ? g_strdup (_ ("Fetch fresh quotes"))
                  : g_strdup_printf ("%s: %s", _ ("Fetch fresh quotes"), text);

  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
jipyo_link_button_dispose (GObject *object)
{
  g_clear_object (&JIPYO_LINK_BUTTON (object)->session);
  G_OBJECT_CLASS (jipyo_link_button_parent_class)->dispose (object);
}

static void
jipyo_link_button_class_init (JipyoLinkButtonClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_link_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-link-button.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoLinkButton, label);
}

static void
jipyo_link_button_init (JipyoLinkButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Fetch fresh quotes"), -1);
}

void
jipyo_link_button_set_session (JipyoLinkButton *self, JipyoSession *session)
{
  static const char *const news[] = { "ticked", "changed", "notify::link", "notify::refreshed" };

  g_return_if_fail (JIPYO_IS_LINK_BUTTON (self) && self->session == NULL);
  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (news); i++)
    g_signal_connect_object (session, news[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
