/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the sheet that `jipyo render` writes. A view that cannot be built leaves the last good
 * picture on the wall; the screen is kept awake and the pointer hidden.
 */

#include "jipyo-stage.h"

#include <glib/gi18n.h>

#include "jipyo-memory.h"
#include "jipyo-sheet-layout.h"
#include "jipyo-view-result.h"
#include "jipyo-visibility.h"

struct _JipyoStage {
  GtkWindow parent_instance;

  GtkWidget *area;
  JipyoSession *session;   /* owned */
  JipyoLook *look;         /* owned */
  GPtrArray *views;        /* of char * */
  char *chosen;            /* the view that was presented, or NULL */
  GHashTable *options;     /* owned: those of it, or NULL */
  JipyoViewResult *result; /* the picture on the wall, or NULL */
  JipyoTheme theme;
  guint at;
  guint inhibit_id;
};

G_DEFINE_FINAL_TYPE (JipyoStage, jipyo_stage, GTK_TYPE_WINDOW)

static void
draw_sheet (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  JipyoStage *self = user_data;
  const JipyoRect whole = { 0, 0, width, height };

  if (self->result == NULL)
    return;
  jipyo_sheet_draw (cr, jipyo_view_result_get_view (self->result)->sheet, &self->theme, &whole);
}

static void
choose_theme (JipyoStage *self)
{
  self->theme = jipyo_look_copy_theme (self->look, JIPYO_THEME_PROJECTOR);
}

static void
show_view (JipyoStage *self)
{
  if (self->views->len == 0)
    return;
  const char *name = jipyo_stage_get_view (self);
  g_autoptr (JipyoViewResult) result = jipyo_view_result_new (
    self->session, name, g_strcmp0 (name, self->chosen) == 0 ? self->options : NULL, NULL);

  /* On failure the picture before it stays: the wall is never empty. */
  if (result == NULL)
    return;
  g_set_object (&self->result, result);
  const JipyoView *view = jipyo_view_result_get_view (result);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL,
    jipyo_text_get (&view->sentence, jipyo_session_get_lang (self->session)), -1);
  gtk_widget_queue_draw (self->area);
}

static void
look_changed_cb (JipyoStage *self)
{
  choose_theme (self);
  gtk_widget_queue_draw (self->area);
}

static void
list_views (JipyoStage *self, const char *first)
{
  guint n_views;
  const JipyoViewInfo *infos = jipyo_view_list (&n_views);

  for (guint i = 0; i < n_views; i++)
    if (!infos[i].per_team && !infos[i].per_instrument)
      g_ptr_array_add (self->views, g_strdup (infos[i].name));
  for (guint i = 0; i < self->views->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->views, i), first) == 0) {
      self->at = i;
      return;
    }
  /* A view that is no slide of its own, such as a team's, comes before the others. */
  if (first != NULL)
    g_ptr_array_insert (self->views, 0, g_strdup (first));
}

static void
step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jipyo_stage_step (JIPYO_STAGE (widget), g_variant_get_int32 (parameter));
}

static void
leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
jipyo_stage_map (GtkWidget *widget)
{
  JipyoStage *self = JIPYO_STAGE (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  GTK_WIDGET_CLASS (jipyo_stage_parent_class)->map (widget);
  /* On X11 a state asked for before the window is mapped may be lost. */
  gtk_window_fullscreen (GTK_WINDOW (self));
  if (application != NULL && self->inhibit_id == 0)
    self->inhibit_id = gtk_application_inhibit (application, GTK_WINDOW (self),
                                                GTK_APPLICATION_INHIBIT_IDLE, _ ("Presenting"));
}

static void
jipyo_stage_unmap (GtkWidget *widget)
{
  JipyoStage *self = JIPYO_STAGE (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL && self->inhibit_id != 0)
    gtk_application_uninhibit (application, self->inhibit_id);
  self->inhibit_id = 0;
  GTK_WIDGET_CLASS (jipyo_stage_parent_class)->unmap (widget);
}

static void
jipyo_stage_dispose (GObject *object)
{
  JipyoStage *self = JIPYO_STAGE (object);

  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_clear_pointer (&self->options, g_hash_table_unref);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_object (&self->result);
  g_clear_object (&self->session);
  g_clear_object (&self->look);
  G_OBJECT_CLASS (jipyo_stage_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *class)
{
  static const struct {
    guint key;
    int step;
  } keys[] = {
    { GDK_KEY_Right, 1 },      { GDK_KEY_Down, 1 },     { GDK_KEY_Page_Down, 1 },
    { GDK_KEY_space, 1 },      { GDK_KEY_Return, 1 },   { GDK_KEY_KP_Enter, 1 },
    { GDK_KEY_Left, -1 },      { GDK_KEY_Up, -1 },      { GDK_KEY_Page_Up, -1 },
    { GDK_KEY_BackSpace, -1 }, { GDK_KEY_Home, -9999 }, { GDK_KEY_End, 9999 },
  };

  gtk_widget_class_install_action (class, "stage.step", "i", step);
  gtk_widget_class_install_action (class, "stage.leave", NULL, leave);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (class, keys[i].key, 0, "stage.step", "i", keys[i].step);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Escape, 0, "stage.leave", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_F5, 0, "stage.leave", NULL);
}

static void
jipyo_stage_class_init (JipyoStageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_stage_dispose;
  widget_class->map = jipyo_stage_map;
  widget_class->unmap = jipyo_stage_unmap;
  bind_keys (widget_class);
}

static void
jipyo_stage_init (JipyoStage *self)
{
  self->views = g_ptr_array_new_with_free_func (g_free);
  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_sheet, self, NULL);
  gtk_window_set_child (GTK_WINDOW (self), self->area);
  jipyo_memory_watch (GTK_WINDOW (self));
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Presentation – Jipyo"));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  gtk_widget_add_css_class (GTK_WIDGET (self), "stage");
}

static void
ticked_cb (JipyoStage *self)
{
  const char *view = jipyo_stage_get_view (self);

  if (view != NULL && !jipyo_session_has_news (self->session)
      && (g_str_has_prefix (view, "market-") || g_str_has_prefix (view, "instrument:")))
    show_view (self);
}

GtkWidget *
jipyo_stage_new (JipyoSession *session, JipyoLook *look, const char *view, GHashTable *options)
{
  JipyoStage *self = g_object_new (JIPYO_TYPE_STAGE, NULL);

  self->session = g_object_ref (session);
  self->look = g_object_ref (look);
  self->chosen = g_strdup (view);
  self->options = options != NULL ? g_hash_table_ref (options) : NULL;
  g_signal_connect_object (session, "changed", G_CALLBACK (show_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "quotes-changed", G_CALLBACK (show_view), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (look, "changed", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  choose_theme (self);
  list_views (self, view);
  show_view (self);
  return GTK_WIDGET (self);
}

/* Nothing pops up before an audience. */
static void
left_cb (GtkWidget *stage, JipyoSession *session)
{
  jipyo_alerts_hold (jipyo_session_get_alerts (session), FALSE);
}

void
jipyo_stage_enter (JipyoStage *self, GtkApplication *application)
{
  g_return_if_fail (JIPYO_IS_STAGE (self));

  gtk_window_set_application (GTK_WINDOW (self), application);
  jipyo_visibility_watch (GTK_WINDOW (self), self->session);
  jipyo_alerts_hold (jipyo_session_get_alerts (self->session), TRUE);
  g_signal_connect_object (self, "destroy", G_CALLBACK (left_cb), self->session, 0);
  gtk_window_present (GTK_WINDOW (self));
}

const char *
jipyo_stage_get_view (JipyoStage *self)
{
  g_return_val_if_fail (JIPYO_IS_STAGE (self), NULL);
  return self->views->len == 0 ? NULL : g_ptr_array_index (self->views, self->at);
}

gboolean
jipyo_stage_step (JipyoStage *self, int by)
{
  g_return_val_if_fail (JIPYO_IS_STAGE (self), FALSE);
  const int last = (int) self->views->len - 1;
  const int to = CLAMP ((int) self->at + by, 0, MAX (last, 0));

  if (to == (int) self->at)
    return FALSE;
  self->at = (guint) to;
  show_view (self);
  return TRUE;
}
