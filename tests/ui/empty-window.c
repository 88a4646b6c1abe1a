/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window of one colour, another one each quarter of a second: what its loop cannot do in time on
 * a machine, no window can. Ends when its input does.
 */

#include <gtk/gtk.h>

enum { TURN_MS = 250, WIDTH_PX = 1280, HEIGHT_PX = 1500 };

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer turn)
{
  cairo_set_source_rgb (cr, 0.5, (*(guint *) turn % 4) / 4.0, 0.5);
  cairo_paint (cr);
}

static gboolean
turned_cb (gpointer area)
{
  guint *turn = g_object_get_data (area, "turn");

  *turn += 1;
  gtk_widget_queue_draw (area);
  return G_SOURCE_CONTINUE;
}

static gboolean
ended_cb (GIOChannel *input, GIOCondition condition, gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

int
main (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (STDIN_FILENO);
  guint turn = 0;
  GtkWidget *window, *area;

  gtk_init ();
  window = gtk_window_new ();
  area = gtk_drawing_area_new ();
  g_object_set_data (G_OBJECT (area), "turn", &turn);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, &turn, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH_PX, HEIGHT_PX);
  gtk_window_set_child (GTK_WINDOW (window), area);
  gtk_window_present (GTK_WINDOW (window));
  g_timeout_add (TURN_MS, turned_cb, area);
  g_io_add_watch (input, G_IO_IN | G_IO_HUP, ended_cb, loop);
  g_main_loop_run (loop);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
