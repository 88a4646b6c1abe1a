/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window holds a third more than it needs once a page is built: layouts, style changes and the
 * surface of each frame leave holes behind. `./dev bench start` measures it.
 */

#include "jipyo-memory.h"

#include <malloc.h>

#define JIPYO_TYPE_MEMORY (jipyo_memory_get_type ())
G_DECLARE_FINAL_TYPE (JipyoMemory, jipyo_memory, JIPYO, MEMORY, GObject)

struct _JipyoMemory {
  GObject parent_instance;

  guint tidy_id;     /* 0 while no frame was painted since it was tidied */
  gint64 painted_us; /* the last frame */
};

G_DEFINE_FINAL_TYPE (JipyoMemory, jipyo_memory, G_TYPE_OBJECT)

/* The surface of a frame on a 4K screen, which the toolkit takes and frees each time, stays in the
 * heap, so that its pages need not be mapped and cleared anew. */
static const int KEPT_BLOCK_BYTES = 32 * 1024 * 1024;
static const int KEPT_FREE_BYTES = 2 * KEPT_BLOCK_BYTES;
/* Where nothing is to be given back it costs some 40 µs, after a page was built 1 ms: not in the
 * middle of a movement. */
static const guint TIDY_INTERVAL_MS = 500;
static const gint64 REST_US = 100 * 1000;

static gboolean
tidied_cb (gpointer data)
{
  JipyoMemory *self = data;

  if (g_get_monotonic_time () - self->painted_us < REST_US)
    return G_SOURCE_CONTINUE;
  self->tidy_id = 0;
  malloc_trim (0);
  return G_SOURCE_REMOVE;
}

static void
frame_painted_cb (JipyoMemory *self)
{
  self->painted_us = g_get_monotonic_time ();
  if (self->tidy_id == 0)
    self->tidy_id = g_timeout_add_full (G_PRIORITY_LOW, TIDY_INTERVAL_MS, tidied_cb, self, NULL);
}

/* Each realization brings a clock of its own. */
static void
realized_cb (JipyoMemory *self, GtkWidget *window)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (frame_painted_cb), self, G_CONNECT_SWAPPED);
}

static void
jipyo_memory_dispose (GObject *object)
{
  JipyoMemory *self = JIPYO_MEMORY (object);

  g_clear_handle_id (&self->tidy_id, g_source_remove);
  G_OBJECT_CLASS (jipyo_memory_parent_class)->dispose (object);
}

static void
jipyo_memory_class_init (JipyoMemoryClass *class)
{
  G_OBJECT_CLASS (class)->dispose = jipyo_memory_dispose;
}

static void
jipyo_memory_init (JipyoMemory *self)
{
}

void
jipyo_memory_prepare (void)
{
  /* An arena a thread would keep what each freed for itself. Ours are few and wait for disk and
   * network. */
  mallopt (M_ARENA_MAX, 1);
  mallopt (M_MMAP_THRESHOLD, KEPT_BLOCK_BYTES);
  mallopt (M_TRIM_THRESHOLD, KEPT_FREE_BYTES);
}

void
jipyo_memory_watch (GtkWindow *window)
{
  JipyoMemory *self = g_object_new (JIPYO_TYPE_MEMORY, NULL);

  g_signal_connect_object (window, "realize", G_CALLBACK (realized_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (window), "jipyo-memory", self, g_object_unref);
}
