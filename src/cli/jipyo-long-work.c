/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wait of `jipyo import` and `jipyo backfill`.
 */

#include "jipyo-long-work.h"

#include <glib-unix.h>
#include <unistd.h>

static gboolean
interrupted_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_CONTINUE;
}

/* On one line of a terminal; a file of messages is spared. */
static void
show_progress (double part, gpointer data)
{
  g_printerr ("\r%3d %%", (int) (part * 100));
}

void
jipyo_long_work_begin (JipyoLongWork *self)
{
  self->loop = g_main_loop_new (NULL, FALSE);
  self->cancellable = g_cancellable_new ();
  self->progress = isatty (STDERR_FILENO) ? show_progress : NULL;
  self->interrupt_id = g_unix_signal_add (SIGINT, interrupted_cb, self->cancellable);
}

void
jipyo_long_work_wait (JipyoLongWork *self)
{
  g_main_loop_run (self->loop);
  g_source_remove (self->interrupt_id);
  if (self->progress != NULL)
    g_printerr ("\r      \r");
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->loop, g_main_loop_unref);
}
