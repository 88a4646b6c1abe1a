/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is moved by its buttons, by Alt with the arrows, and by dragging. The only one of a class has
 * nothing that could be set.
 */

#include "jipyo-provider-row.h"

#include <glib/gi18n.h>

#include "jipyo-inner-widget.h"
#include "jipyo-known-quote.h"
#include "jipyo-provider-text.h"
#include "jipyo-tooltip.h"
#include "jipyo-whole-words.h"

struct _JipyoProviderRow {
  AdwActionRow parent_instance;

  GtkLabel *number;
  GtkWidget *controls;
  GtkWidget *earlier;
  GtkWidget *later;
  GtkSwitch *asked;

  JipyoSession *session; /* owned */
  char *class;
  char *provider;
  char *drag;   /* what a drag of it carries */
  char *spoken; /* the last time */
  int place;
  int position;
};

G_DEFINE_FINAL_TYPE (JipyoProviderRow, jipyo_provider_row, ADW_TYPE_ACTION_ROW)

static JipyoProviders *
get_providers (JipyoProviderRow *self)
{
  return jipyo_session_get_providers (self->session);
}

static const char *
get_label (JipyoProviderRow *self)
{
  return jipyo_known_quote_provider_label (self->provider, jipyo_session_get_lang (self->session));
}

static void
asked_cb (JipyoProviderRow *self)
{
  const gboolean asked = gtk_switch_get_active (self->asked);
  g_autofree char *text = g_strdup_printf (asked ? _ ("%s is asked, last")
                                                 : _ ("%s is no longer asked"), get_label (self));

  if (asked == (self->place >= 0))
    return; /* it was shown, not switched */
  if (jipyo_providers_set_asked (get_providers (self), self->class, self->provider, asked))
    gtk_widget_activate_action (GTK_WIDGET (self), "preferences.toast-undo", "(ss)", text,
                                "preferences.undo-providers");
  else
    jipyo_provider_row_update (self);
}

static void
activate_move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoProviderRow *self = JIPYO_PROVIDER_ROW (widget);
  const int to = self->place + g_variant_get_int32 (parameter);

  if (self->place >= 0 && to >= 0)
    gtk_widget_activate_action (widget, "providers.move", "(si)", self->provider, to);
}

static GdkContentProvider *
drag_prepared_cb (JipyoProviderRow *self)
{
  return self->place >= 0 ? gdk_content_provider_new_typed (G_TYPE_STRING, self->drag) : NULL;
}

/* The picture of a row is its own. */
static void
drag_begun_cb (JipyoProviderRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

/* Only providers of the same class. */
static gboolean
dropped_cb (JipyoProviderRow *self, const GValue *value)
{
  g_autofree char *prefix = g_strconcat (self->class, "/", NULL);
  const char *dragged = g_value_get_string (value);

  if (dragged == NULL || !g_str_has_prefix (dragged, prefix) || self->place < 0)
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self), "providers.move", "(si)",
                                     dragged + strlen (prefix), self->place);
}

static void
jipyo_provider_row_dispose (GObject *object)
{
  g_clear_object (&JIPYO_PROVIDER_ROW (object)->session);
  G_OBJECT_CLASS (jipyo_provider_row_parent_class)->dispose (object);
}

static void
jipyo_provider_row_finalize (GObject *object)
{
  JipyoProviderRow *self = JIPYO_PROVIDER_ROW (object);

  g_free (self->class);
  g_free (self->provider);
  g_free (self->drag);
  g_free (self->spoken);
  G_OBJECT_CLASS (jipyo_provider_row_parent_class)->finalize (object);
}

static void
jipyo_provider_row_class_init (JipyoProviderRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_provider_row_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_provider_row_finalize;
  gtk_widget_class_install_action (widget_class, "row.move", "i", activate_move);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.move", "i",
                                       1);
}

static GtkWidget *
make_button (const char *icon, int step)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "row.move");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", step);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
add_dragging (JipyoProviderRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepared_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
jipyo_provider_row_init (JipyoProviderRow *self)
{
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *asked = gtk_switch_new ();
  GtkWidget *controls = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->place = -1;
  self->number = GTK_LABEL (number);
  self->asked = GTK_SWITCH (asked);
  self->controls = controls;
  self->earlier = make_button ("go-up-symbolic", -1);
  self->later = make_button ("go-down-symbolic", 1);
  gtk_label_set_width_chars (self->number, 1);
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_set_valign (controls, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (asked, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (asked, 6);
  gtk_box_append (GTK_BOX (controls), self->earlier);
  gtk_box_append (GTK_BOX (controls), self->later);
  gtk_box_append (GTK_BOX (controls), asked);
  jipyo_whole_words_keep (
    GTK_LABEL (jipyo_inner_widget_find (GTK_WIDGET (self), GTK_TYPE_LABEL, 1)));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), number);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), controls);
  g_signal_connect_object (asked, "notify::active", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  add_dragging (self);
}

/* Takes `spoken`. */
static void
name_control (GtkWidget *button, char *spoken)
{
  g_autofree char *name = spoken;

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
jipyo_provider_row_new (JipyoSession *session, const char *class, const char *provider)
{
  JipyoProviderRow *self = g_object_new (JIPYO_TYPE_PROVIDER_ROW, NULL);

  self->session = g_object_ref (session);
  self->class = g_strdup (class);
  self->provider = g_strdup (provider);
  self->drag = g_strconcat (class, "/", provider, NULL);
  g_autofree char *escaped = g_markup_escape_text (get_label (self), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), escaped);
  name_control (self->earlier, g_strdup_printf (_ ("Ask %s earlier"), get_label (self)));
  name_control (self->later, g_strdup_printf (_ ("Ask %s later"), get_label (self)));
  name_control (GTK_WIDGET (self->asked), g_strdup_printf (_ ("Ask %s"), get_label (self)));
  jipyo_tooltip_set (self->earlier, _ ("Ask earlier"));
  jipyo_tooltip_set (self->later, _ ("Ask later"));
  return GTK_WIDGET (self);
}

const char *
jipyo_provider_row_get_provider (JipyoProviderRow *self)
{
  g_return_val_if_fail (JIPYO_IS_PROVIDER_ROW (self), NULL);
  return self->provider;
}

int
jipyo_provider_row_get_place (JipyoProviderRow *self)
{
  g_return_val_if_fail (JIPYO_IS_PROVIDER_ROW (self), -1);
  return self->place;
}

int
jipyo_provider_row_get_position (JipyoProviderRow *self)
{
  g_return_val_if_fail (JIPYO_IS_PROVIDER_ROW (self), 0);
  return self->position;
}

static int
find_place (const char *const *asked, const char *provider)
{
  for (int i = 0; asked[i] != NULL; i++)
    if (g_str_equal (asked[i], provider))
      return i;
  return -1;
}

/* A screen reader hears the place, too, and of a change only when there is one. */
static void
show_state (JipyoProviderRow *self)
{
  const char *number = gtk_label_get_text (self->number);
  g_autofree char *state = jipyo_provider_text_state (self->session, self->provider, self->place);
  g_autofree char *spoken = g_strdup_printf ("%s · %s", number, state);
  g_autofree char *escaped = g_markup_escape_text (state, -1);

  if (g_strcmp0 (self->spoken, spoken) == 0)
    return;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), escaped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->place >= 0 ? spoken : state, -1);
  g_free (self->spoken);
  self->spoken = g_steal_pointer (&spoken);
}

void
jipyo_provider_row_update (JipyoProviderRow *self)
{
  g_return_if_fail (JIPYO_IS_PROVIDER_ROW (self));
  const char *const *asked = jipyo_providers_get_asked (get_providers (self), self->class);
  g_autofree const char **unasked =
    jipyo_providers_list_unasked (get_providers (self), self->class);
  const int n_asked = (int) g_strv_length ((char **) asked);

  self->place = find_place (asked, self->provider);
  self->position = self->place >= 0
                     ? self->place
                     : n_asked + find_place ((const char *const *) unasked, self->provider);
  g_autofree char *number =
    self->place >= 0 ? g_strdup_printf ("%d", self->place + 1) : g_strdup ("–");
  gtk_label_set_text (self->number, number);
  gtk_widget_set_visible (self->controls, n_asked > 1 || unasked[0] != NULL);
  gtk_widget_set_visible (self->earlier, self->place >= 0);
  gtk_widget_set_visible (self->later, self->place >= 0);
  gtk_widget_set_sensitive (self->earlier, self->place > 0);
  gtk_widget_set_sensitive (self->later, self->place >= 0 && self->place < n_asked - 1);
  gtk_switch_set_active (self->asked, self->place >= 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->asked), self->place < 0 || n_asked > 1);
  show_state (self);
}
