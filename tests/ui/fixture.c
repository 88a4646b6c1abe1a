/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The feed is never started, so no test waits for a network.
 */

#include "fixture.h"

#include <adwaita.h>
#include <string.h>

#include "jipyo-ui.h"

void
ui_fixture_set_up (UiFixture *self, const char *as_of, JipyoLang lang)
{
  g_autoptr (GError) error = NULL;
  JipyoSessionOptions options = { .lang = lang };

  g_assert_true (jipyo_instant_parse ("2026-11-23T03:00:00Z", &options.now_us));
  if (as_of != NULL)
    g_assert_true (jipyo_date_parse (as_of, &options.as_of));
  self->settings = jipyo_settings_new ("io.github.jipyo.Absent");
  self->session = jipyo_session_new (&options, &error);
  g_assert_no_error (error);
  self->look = jipyo_look_new (self->session, self->settings);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 700);
}

static gboolean
is_due_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until what waits for a quiet moment has had one, however busy the machine; then again for the
 * frame that it asked for. */
void
ui_fixture_settle (void)
{
  static const guint moment_ms = 100;

  for (guint i = 0; i < 2; i++) {
    gboolean quiet = FALSE, over = FALSE;

    g_idle_add_full (G_PRIORITY_LOW + 100, is_due_cb, &quiet, NULL);
    g_timeout_add (moment_ms, is_due_cb, &over);
    while (!quiet || !over)
      g_main_context_iteration (NULL, TRUE);
  }
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

/* On a busy machine the display takes its time until the first frame. */
void
ui_fixture_show (UiFixture *self, GtkWidget *widget)
{
  static const guint patience_ms = 60000;
  gboolean painted = FALSE, over = FALSE;

  gtk_window_set_child (GTK_WINDOW (self->window), widget);
  gtk_window_present (GTK_WINDOW (self->window));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);
  const gulong handler =
    g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  const guint patience_id = g_timeout_add (patience_ms, is_due_cb, &over);
  gtk_widget_queue_draw (self->window);
  while (!painted && !over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (painted);
  if (!over)
    g_source_remove (patience_id);
  g_signal_handler_disconnect (clock, handler);
  ui_fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (widget));
}

GtkWidget *
ui_fixture_find (GtkWidget *widget, GType type, const char *words)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && (words == NULL || strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = ui_fixture_find (child, type, words);

    if (found != NULL)
      return found;
  }
  return NULL;
}

void
ui_fixture_tear_down (UiFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  ui_fixture_settle ();
  g_assert_finalize_object (self->look);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->settings);
}

int
ui_fixture_run (int *argc, char ***argv, void (*add_tests) (void))
{
  g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  jipyo_ui_prepare ();
  if (!gtk_init_check ()) {
    g_test_message ("no display");
    return 77;
  }
  adw_init ();
  add_tests ();
  return g_test_run ();
}
