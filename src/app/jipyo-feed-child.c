/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Standard input and output around a feed.
 */

#include "jipyo-feed-child.h"

#include "jipyo-date.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* With one a second the window took up to 2 s to see a hang, and on a busy machine more than 3 s to
 * have quotes again. */
enum { HEARTBEAT_MS = 500 };

/* The address space that AddressSanitizer reserves is no memory, but counts as such. */
#if defined(__SANITIZE_ADDRESS__)
static const rlim_t memory_max = RLIM_INFINITY;
#else
static const rlim_t memory_max = 512u << 20;
#endif

struct _JipyoFeedChild {
  JipyoFeed *feed;           /* owned */
  JipyoProviderOrder *order; /* owned; NULL until one comes in */
  GDataInputStream *input;   /* owned */
  GCancellable *cancellable; /* owned */
  guint heartbeat_id;
  void (*ended) (gpointer user_data); /* NULL once called */
  gpointer user_data;
};

void
jipyo_feed_child_confine (void)
{
  static const char *const unneeded[] = { "DBUS_SESSION_BUS_ADDRESS",
                                          "DBUS_SYSTEM_BUS_ADDRESS",
                                          "DBUS_STARTER_ADDRESS",
                                          "DBUS_STARTER_BUS_TYPE",
                                          "DISPLAY",
                                          "WAYLAND_DISPLAY" };
  const struct rlimit none = { 0, 0 };
  const struct rlimit memory = { memory_max, memory_max };

  for (guint i = 0; i < G_N_ELEMENTS (unneeded); i++)
    g_unsetenv (unneeded[i]);
  signal (SIGPIPE, SIG_IGN);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  setrlimit (RLIMIT_CORE, &none);
  setrlimit (RLIMIT_AS, &memory);
  if (chdir ("/") != 0)
    g_debug ("stays where it is: %s", g_strerror (errno));
}

static void
end (JipyoFeedChild *self)
{
  void (*ended) (gpointer) = self->ended;

  self->ended = NULL;
  if (ended != NULL)
    ended (self->user_data);
}

/* Blocks while the reader is slow: a child that runs ahead of its window helps nobody. */
static gboolean
write_all (const char *text, gsize length)
{
  while (length > 0) {
    gssize written = write (STDOUT_FILENO, text, length);

    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      return FALSE;
    text += written;
    length -= (gsize) written;
  }
  return TRUE;
}

static void
line_made_cb (JipyoFeedLineKind kind, const char *line, gpointer user_data)
{
  g_autofree char *text = g_strconcat (line, "\n", NULL);

  if (!write_all (text, strlen (text)))
    end (user_data);
}

static gboolean
heartbeat_due_cb (gpointer user_data)
{
  line_made_cb (JIPYO_FEED_LINE_HEARTBEAT, "{\"heartbeat\":true}", user_data);
  return G_SOURCE_CONTINUE;
}

static void
obey_pace (JipyoFeedChild *self, const char *word)
{
  if (g_strcmp0 (word, "visible") == 0)
    jipyo_feed_set_pace (self->feed, JIPYO_FEED_VISIBLE);
  else if (g_strcmp0 (word, "hidden") == 0)
    jipyo_feed_set_pace (self->feed, JIPYO_FEED_HIDDEN);
  else if (g_strcmp0 (word, "metered") == 0)
    jipyo_feed_set_pace (self->feed, JIPYO_FEED_METERED);
}

static void
obey_fill (JipyoFeedChild *self, const char *instrument, const char *day)
{
  static const gint64 DAY_MS = G_GINT64_CONSTANT (24) * 60 * 60 * 1000;
  JipyoDate date;

  if (instrument != NULL && day != NULL && jipyo_date_parse (day, &date) && date.day != 0)
    jipyo_feed_fill (self->feed, instrument, jipyo_date_first_day (date) * DAY_MS);
}

/* What is no order is none at all: those that are asked now go on. */
static void
obey_order (JipyoFeedChild *self, const char *text)
{
  g_autoptr (JipyoProviderOrder) before = self->order;

  self->order = jipyo_provider_order_new ();
  if (jipyo_provider_order_parse (self->order, text)) {
    jipyo_feed_set_order (self->feed, self->order);
    return;
  }
  jipyo_provider_order_free (self->order);
  self->order = g_steal_pointer (&before);
}

static void
obey (JipyoFeedChild *self, const char *command)
{
  g_auto (GStrv) words = g_strsplit (command, " ", -1);

  if (g_strcmp0 (words[0], "watch") == 0)
    jipyo_feed_watch (self->feed, (const char *const *) words + 1);
  else if (g_strcmp0 (words[0], "order") == 0 && words[1] != NULL)
    obey_order (self, command + strlen ("order "));
  else if (g_strcmp0 (words[0], "refresh") == 0)
    jipyo_feed_refresh (self->feed);
  else if (g_strcmp0 (words[0], "pace") == 0)
    obey_pace (self, words[1]);
  else if (g_strcmp0 (words[0], "fill") == 0 && words[1] != NULL)
    obey_fill (self, words[1], words[2]);
  else if (g_strcmp0 (words[0], "clock") == 0 && words[1] != NULL)
    jipyo_feed_set_epoch (self->feed, MAX (g_ascii_strtoll (words[1], NULL, 10), 0));
  else if (g_strcmp0 (words[0], "quit") == 0)
    end (self);
}

static void
command_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *command =
    g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (object), result, NULL, &error);
  JipyoFeedChild *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  if (command == NULL) {
    end (self);
    return;
  }
  g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, self->cancellable,
                                       command_read_cb, self);
  obey (self, command);
}

JipyoFeedChild *
jipyo_feed_child_new (const JipyoQuotesOrder *order,
                      void (*ended) (gpointer user_data),
                      gpointer user_data,
                      GError **error)
{
  g_autoptr (JipyoFeedChild) self = g_new0 (JipyoFeedChild, 1);
  g_autoptr (GInputStream) standard_input = g_unix_input_stream_new (STDIN_FILENO, FALSE);

  self->ended = ended;
  self->user_data = user_data;
  self->cancellable = g_cancellable_new ();
  self->input = g_data_input_stream_new (standard_input);
  heartbeat_due_cb (self);
  self->feed = jipyo_feed_new (order, line_made_cb, self, error);
  if (self->feed == NULL)
    return NULL;
  self->heartbeat_id = g_timeout_add (HEARTBEAT_MS, heartbeat_due_cb, self);
  g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, self->cancellable,
                                       command_read_cb, self);
  return g_steal_pointer (&self);
}

void
jipyo_feed_child_free (JipyoFeedChild *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->heartbeat_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->feed, jipyo_feed_free);
  g_clear_pointer (&self->order, jipyo_provider_order_free);
  g_clear_object (&self->input);
  g_clear_object (&self->cancellable);
  g_free (self);
}
