/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window that is covered or on another workspace is "suspended" where the desktop says so.
 */

#include "jipyo-visibility.h"

#define JIPYO_TYPE_VISIBILITY (jipyo_visibility_get_type ())
G_DECLARE_FINAL_TYPE (JipyoVisibility, jipyo_visibility, JIPYO, VISIBILITY, GObject)

struct _JipyoVisibility {
  GObject parent_instance;

  GtkWidget *window;     /* borrowed: owns this */
  JipyoSession *session; /* owned */
  gboolean seen;
};

G_DEFINE_FINAL_TYPE (JipyoVisibility, jipyo_visibility, G_TYPE_OBJECT)

/* Newer GTK knows more ways to be out of sight than the oldest one this is built with. */
static guint
get_hiding_states (void)
{
  g_autoptr (GFlagsClass) class = g_type_class_ref (GDK_TYPE_TOPLEVEL_STATE);
  const GFlagsValue *suspended = g_flags_get_value_by_nick (class, "suspended");

  return GDK_TOPLEVEL_STATE_MINIMIZED | (suspended != NULL ? suspended->value : 0);
}

static gboolean
is_in_sight (JipyoVisibility *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));

  return gtk_widget_get_mapped (self->window) && GDK_IS_TOPLEVEL (surface)
         && (gdk_toplevel_get_state (GDK_TOPLEVEL (surface)) & get_hiding_states ()) == 0;
}

static void
set_seen (JipyoVisibility *self, gboolean seen)
{
  if (self->seen == seen)
    return;
  self->seen = seen;
  if (seen)
    jipyo_session_add_viewer (self->session);
  else
    jipyo_session_remove_viewer (self->session);
}

static void
state_changed_cb (JipyoVisibility *self)
{
  set_seen (self, is_in_sight (self));
}

static void
before_paint_cb (JipyoVisibility *self)
{
  jipyo_session_catch_up (self->session);
}

/* Each realization brings a surface and a clock of its own. */
static void
realized_cb (JipyoVisibility *self)
{
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self->window)), "notify::state",
                           G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_frame_clock (self->window), "before-paint",
                           G_CALLBACK (before_paint_cb), self, G_CONNECT_SWAPPED);
}

static void
jipyo_visibility_dispose (GObject *object)
{
  JipyoVisibility *self = JIPYO_VISIBILITY (object);

  if (self->session != NULL)
    set_seen (self, FALSE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (jipyo_visibility_parent_class)->dispose (object);
}

static void
jipyo_visibility_class_init (JipyoVisibilityClass *class)
{
  G_OBJECT_CLASS (class)->dispose = jipyo_visibility_dispose;
}

static void
jipyo_visibility_init (JipyoVisibility *self)
{
}

void
jipyo_visibility_watch (GtkWindow *window, JipyoSession *session)
{
  JipyoVisibility *self = g_object_new (JIPYO_TYPE_VISIBILITY, NULL);

  self->window = GTK_WIDGET (window);
  self->session = g_object_ref (session);
  g_signal_connect_object (window, "realize", G_CALLBACK (realized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "map", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "unmap", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (window), "jipyo-visibility", self, g_object_unref);
}
