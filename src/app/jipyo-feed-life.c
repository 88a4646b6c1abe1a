/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The child is read as a stranger is: lines have a limit, and the first that is no good ends it.
 * Callbacks hold a reference, so that what comes late finds the life ended.
 */

#include "jipyo-feed-life.h"

#include <string.h>

enum {
  READ_BYTES = 16 << 10,
  LINE_MAX_BYTES = 64 << 10,
  SILENT_TICKS_MAX = 5, /* with a heartbeat each half second: one may be lost */
  RISING_TICKS_MIN = 7, /* until the first line; twice that for each child that never rose */
  RISING_TICKS_MAX = 24,
  DYING_TICKS_MAX = 2, /* then nobody waits for it any more */
};

struct _JipyoFeedLife {
  grefcount refs;
  const JipyoFeedLifeHandlers *handlers;
  GObject *owner; /* NULL once it has let go of this */
  GSubprocess *process;
  GCancellable *cancellable;
  GString *line;   /* not yet ended */
  GString *orders; /* lines for the child, not yet being written */
  char *writing;   /* those that are; NULL when none are */
  guint silent_ticks;
  gboolean risen;  /* a good line has come */
  gboolean killed; /* and not yet seen to be dead */
};

static void
life_unref (JipyoFeedLife *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;
  g_clear_object (&self->process);
  g_clear_object (&self->cancellable);
  g_string_free (self->line, TRUE);
  g_string_free (self->orders, TRUE);
  g_free (self->writing);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoFeedLife, life_unref)

static JipyoFeedLife *
life_ref (JipyoFeedLife *self)
{
  g_ref_count_inc (&self->refs);
  return self;
}

/* FALSE when the life has ended with it. */
static gboolean
read_line (JipyoFeedLife *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->handlers->line_read (self->owner, self->line->str, self->line->len, &error)) {
    jipyo_feed_life_kill (self, error->message);
    return FALSE;
  }
  self->risen = TRUE;
  return self->owner != NULL;
}

/* A handler of a line may end the life in the middle of it. */
static gboolean
read_bytes (JipyoFeedLife *self, const char *bytes, gsize length)
{
  while (length > 0) {
    const char *end = memchr (bytes, '\n', length);
    gsize part = end != NULL ? (gsize) (end - bytes) : length;

    if (self->line->len + part > LINE_MAX_BYTES) {
      jipyo_feed_life_kill (self, "a line is too long");
      return FALSE;
    }
    g_string_append_len (self->line, bytes, (gssize) part);
    if (end == NULL)
      return TRUE;
    if (!read_line (self))
      return FALSE;
    g_string_truncate (self->line, 0);
    bytes += part + 1;
    length -= part + 1;
  }
  return TRUE;
}

static void read_more (JipyoFeedLife *self);

static void
bytes_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JipyoFeedLife) self = user_data;
  g_autoptr (GObject) owner = NULL;
  g_autoptr (GBytes) bytes =
               g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, NULL);
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  /* An error or the end: the wait for the process tells what became of it. */
  if (self->owner == NULL || length == 0)
    return;
  owner = g_object_ref (self->owner); /* a handler may let go of it */
  self->silent_ticks = 0;
  if (read_bytes (self, data, length))
    read_more (self);
}

static void
read_more (JipyoFeedLife *self)
{
  g_input_stream_read_bytes_async (g_subprocess_get_stdout_pipe (self->process), READ_BYTES,
                                   G_PRIORITY_DEFAULT, self->cancellable, bytes_read_cb,
                                   life_ref (self));
}

static void write_orders (JipyoFeedLife *self);

static void
orders_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JipyoFeedLife) self = user_data;

  g_clear_pointer (&self->writing, g_free);
  /* A broken pipe needs no word of its own: the child has died. */
  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (object), result, NULL, NULL)
      && self->owner != NULL)
    write_orders (self);
}

static void
write_orders (JipyoFeedLife *self)
{
  gsize length = self->orders->len;

  if (self->writing != NULL || length == 0)
    return;
  self->writing = g_string_free (g_steal_pointer (&self->orders), FALSE);
  self->orders = g_string_new (NULL);
  g_output_stream_write_all_async (g_subprocess_get_stdin_pipe (self->process), self->writing,
                                   length, G_PRIORITY_DEFAULT, self->cancellable, orders_written_cb,
                                   life_ref (self));
}

static void
process_ended_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JipyoFeedLife) self = user_data;
  g_autoptr (GObject) owner = NULL;

  g_subprocess_wait_finish (G_SUBPROCESS (object), result, NULL);
  if (self->owner == NULL)
    return;
  owner = g_object_ref (self->owner);
  self->handlers->ended (owner, g_subprocess_get_if_signaled (self->process));
}

JipyoFeedLife *
jipyo_feed_life_new (GSubprocess *process, const JipyoFeedLifeHandlers *handlers, GObject *owner)
{
  JipyoFeedLife *self = g_new0 (JipyoFeedLife, 1);

  g_ref_count_init (&self->refs);
  self->handlers = handlers;
  self->owner = owner;
  self->process = process;
  self->cancellable = g_cancellable_new ();
  self->line = g_string_new (NULL);
  self->orders = g_string_new (NULL);
  /* Not cancellable: the process must be waited for, whoever still cares. */
  g_subprocess_wait_async (process, NULL, process_ended_cb, life_ref (self));
  read_more (self);
  return self;
}

void
jipyo_feed_life_end (JipyoFeedLife *self)
{
  if (self == NULL)
    return;
  self->owner = NULL;
  g_subprocess_force_exit (self->process);
  g_cancellable_cancel (self->cancellable);
  life_unref (self);
}

void
jipyo_feed_life_kill (JipyoFeedLife *self, const char *reason)
{
  g_debug ("the feed is killed: %s", reason);
  self->killed = TRUE;
  self->silent_ticks = 0;
  g_subprocess_force_exit (self->process);
}

void
jipyo_feed_life_order (JipyoFeedLife *self, const char *line)
{
  if (self->orders->len > LINE_MAX_BYTES)
    return;
  g_string_append (self->orders, line);
  g_string_append_c (self->orders, '\n');
  write_orders (self);
}

/* One that froze as it was born must not cost more than one that froze later, and a machine too
 * busy to start one that fast is soon given more time. */
static guint
get_patience (const JipyoFeedLife *self, guint stillborn)
{
  if (self->killed)
    return DYING_TICKS_MAX;
  if (self->risen)
    return SILENT_TICKS_MAX;
  return MIN ((guint) RISING_TICKS_MIN << MIN (stillborn, 2), RISING_TICKS_MAX);
}

/* Ticks are counted, not time: after a pause of this process the child gets its say first. */
gboolean
jipyo_feed_life_tick (JipyoFeedLife *self, guint stillborn)
{
  return ++self->silent_ticks > get_patience (self, stillborn);
}

gboolean
jipyo_feed_life_has_risen (const JipyoFeedLife *self)
{
  return self->risen;
}

gboolean
jipyo_feed_life_is_dying (const JipyoFeedLife *self)
{
  return self->killed;
}

int
jipyo_feed_life_get_pid (const JipyoFeedLife *self)
{
  const char *id = g_subprocess_get_identifier (self->process);

  return id != NULL ? (int) g_ascii_strtoll (id, NULL, 10) : 0;
}
