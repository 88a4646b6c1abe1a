/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says on which day the record is read; the popover changes it. In a narrow window a date would
 * leave the title of the page no room: the button is a calendar then, and has the window say the
 * date below the title.
 */

#include "jipyo-as-of-button.h"

#include <glib/gi18n.h>

#include "jipyo-as-of-popover.h"
#include "jipyo-lazy-menu.h"

struct _JipyoAsOfButton {
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  char *note;            /* what the window is to say; NULL: nothing */
  JipyoSession *session; /* owned */
  gboolean compact;
};

G_DEFINE_FINAL_TYPE (JipyoAsOfButton, jipyo_as_of_button, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_COMPACT, PROP_NOTE, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
set_class (JipyoAsOfButton *self, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
set_note (JipyoAsOfButton *self, const char *note)
{
  if (g_strcmp0 (self->note, note) == 0)
    return;
  g_free (self->note);
  self->note = g_strdup (note);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NOTE]);
}

static void
update_label (JipyoAsOfButton *self)
{
  if (self->session == NULL)
    return;
  const gboolean chosen = jipyo_session_has_as_of (self->session);
  g_autofree char *day =
    chosen ? jipyo_date_format (jipyo_session_get_as_of (self->session)) : g_strdup (_ ("today"));
  /* Translators: the day on which the record is read; "today" or a date */
  g_autofree char *text = g_strdup_printf (_ ("As known on: %s"), day);

  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  set_class (self, "in-the-past", chosen);
  set_note (self, chosen && self->compact ? day : NULL);
}

/* Asked for each time before it opens. */
static void
popover_requested_cb (GtkMenuButton *button, gpointer user_data)
{
  JipyoAsOfButton *self = user_data;

  if (gtk_menu_button_get_popover (button) != NULL || self->session == NULL)
    return;
  gtk_menu_button_set_popover (button, jipyo_as_of_popover_new (self->session));
  jipyo_lazy_menu_let_go (gtk_menu_button_get_popover (button));
}

static void
jipyo_as_of_button_dispose (GObject *object)
{
  JipyoAsOfButton *self = JIPYO_AS_OF_BUTTON (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (jipyo_as_of_button_parent_class)->dispose (object);
}

static void
jipyo_as_of_button_finalize (GObject *object)
{
  g_free (JIPYO_AS_OF_BUTTON (object)->note);
  G_OBJECT_CLASS (jipyo_as_of_button_parent_class)->finalize (object);
}

static void
jipyo_as_of_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JipyoAsOfButton *self = JIPYO_AS_OF_BUTTON (object);

  if (id == PROP_COMPACT)
    g_value_set_boolean (value, self->compact);
  else
    g_value_set_string (value, self->note != NULL ? self->note : "");
}

static void
jipyo_as_of_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JipyoAsOfButton *self = JIPYO_AS_OF_BUTTON (object);

  if (self->compact == g_value_get_boolean (value))
    return;
  self->compact = g_value_get_boolean (value);
  update_label (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
jipyo_as_of_button_class_init (JipyoAsOfButtonClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = jipyo_as_of_button_dispose;
  object_class->finalize = jipyo_as_of_button_finalize;
  object_class->get_property = jipyo_as_of_button_get_property;
  object_class->set_property = jipyo_as_of_button_set_property;
  props[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_NOTE] =
    g_param_spec_string ("note", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-as-of-button.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoAsOfButton, button);
  gtk_widget_class_bind_template_child (widget_class, JipyoAsOfButton, label);
}

static void
jipyo_as_of_button_init (JipyoAsOfButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, popover_requested_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP,
                                  TRUE, -1);
}

void
jipyo_as_of_button_set_session (JipyoAsOfButton *self, JipyoSession *session)
{
  g_return_if_fail (JIPYO_IS_AS_OF_BUTTON (self) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update_label), self, G_CONNECT_SWAPPED);
  update_label (self);
}
