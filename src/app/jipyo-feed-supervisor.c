/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The life of the feed child. A child that came up before it died is started again at once, however
 * often that happens: killing it a thousand times must not keep quotes away. One that never comes
 * up (a broken build, no memory) is started ever more seldom.
 */

#include "jipyo-feed-supervisor.h"

#include <signal.h>
#include <string.h>

#include "jipyo-feed-links.h"
#include "jipyo-feed-program.h"
#include "jipyo-quote-json.h"

enum {
  READ_BYTES = 16 << 10,
  LINE_MAX_BYTES = 64 << 10,
  TICK_MS = 250,
  SILENT_TICKS_MAX = 5, /* with a heartbeat each half second: one may be lost */
  RISING_TICKS_MIN = 7, /* until the first line; twice that for each child that never rose */
  RISING_TICKS_MAX = 24,
  DYING_TICKS_MAX = 2, /* then nobody waits for it any more */
  STILLBORN_MAX = 2,   /* in a row, before people are told */
  RESTART_MS = 200,
  RESTART_MAX_MS = 10000,       /* after one that ended by itself */
  RESTART_KILLED_MAX_MS = 1000, /* after one that a signal ended */
};

/* One life of the child. Callbacks hold a reference, so that what comes late finds it ended. */
typedef struct {
  grefcount refs;
  JipyoFeedSupervisor *owner; /* NULL once the supervisor has let go of it */
  GSubprocess *process;
  GCancellable *cancellable;
  GString *line;   /* not yet ended */
  GString *orders; /* lines for the child, not yet being written */
  char *writing;   /* those that are; NULL when none are */
  guint silent_ticks;
  gboolean risen;  /* a good line has come */
  gboolean killed; /* and not yet seen to be dead */
} Life;

struct _JipyoFeedSupervisor {
  GObject parent_instance;

  char *program; /* NULL: this very one */
  char **endpoints;
  char **instruments;
  char *order; /* of providers; NULL: as the child finds it */
  char *pace;  /* a line for the child, as the next */
  char *clock; /* NULL: not known */
  Life *life;  /* NULL while no child runs */
  guint tick_id;
  guint restart_id;
  guint deaths;
  guint stillborn;   /* children in a row that never came up */
  gboolean running;  /* wanted */
  GHashTable *links; /* see jipyo-feed-links.h */
  const char *link;
};

G_DEFINE_FINAL_TYPE (JipyoFeedSupervisor, jipyo_feed_supervisor, G_TYPE_OBJECT)

enum {
  SIGNAL_QUOTE_RECEIVED,
  SIGNAL_LISTED,
  SIGNAL_RENAMED,
  SIGNAL_CANDLES_RECEIVED,
  SIGNAL_PAST_ENDED,
  SIGNAL_FAILED,
  SIGNAL_CLOCK_HEARD,
  SIGNAL_LINK_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
life_unref (Life *life)
{
  if (!g_ref_count_dec (&life->refs))
    return;
  g_clear_object (&life->process);
  g_clear_object (&life->cancellable);
  g_string_free (life->line, TRUE);
  g_string_free (life->orders, TRUE);
  g_free (life->writing);
  g_free (life);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Life, life_unref)

static Life *
life_ref (Life *life)
{
  g_ref_count_inc (&life->refs);
  return life;
}

static void
update_link (JipyoFeedSupervisor *self)
{
  const char *best = jipyo_feed_links_get_best (self->links);
  const char *link = best != NULL ? best : self->stillborn > 0 ? "retrying" : "connecting";

  if (!self->running)
    link = "off";
  else if (self->stillborn > STILLBORN_MAX)
    link = "retrying";
  if (strcmp (self->link, link) == 0)
    return;
  self->link = link;
  g_signal_emit (self, signals[SIGNAL_LINK_CHANGED], 0);
}

static void
take_failure (JipyoFeedSupervisor *self, const JipyoFailure *failure)
{
  if (failure->provider != NULL && failure->code == JIPYO_MARKET_ERROR_OFFLINE)
    jipyo_feed_links_set (self->links, failure->provider, "offline");
  g_signal_emit (self, signals[SIGNAL_FAILED], 0,
                 failure->provider != NULL ? failure->provider : "",
                 jipyo_market_error_id (failure->code), failure->message, failure->retry_after_s);
}

static void
take_notices (JipyoFeedSupervisor *self, const GArray *notices)
{
  for (guint i = 0; i < notices->len; i++) {
    const JipyoNotice *notice = &g_array_index (notices, JipyoNotice, i);

    g_signal_emit (self, signals[SIGNAL_LISTED], 0, notice->instrument, (int) notice->listing);
    if (notice->successor != NULL)
      g_signal_emit (self, signals[SIGNAL_RENAMED], 0, notice->instrument, notice->successor);
  }
}

static void
take_line (JipyoFeedSupervisor *self, const JipyoFeedLine *line)
{
  if (line->link != NULL)
    jipyo_feed_links_tell (self->links, line->provider, line->link);
  for (guint i = 0; line->failures != NULL && i < line->failures->len; i++)
    take_failure (self, g_ptr_array_index (line->failures, i));
  if (line->notices != NULL)
    take_notices (self, line->notices);
  if (line->quote != NULL) {
    jipyo_feed_links_set (self->links, line->quote->provider, "up");
    g_signal_emit (self, signals[SIGNAL_QUOTE_RECEIVED], 0, line->quote);
  }
  if (line->candles != NULL)
    g_signal_emit (self, signals[SIGNAL_CANDLES_RECEIVED], 0, line->candles);
  if (line->filled != NULL)
    g_signal_emit (self, signals[SIGNAL_PAST_ENDED], 0, line->filled, line->complete);
  if (line->epoch_us != 0) {
    g_free (self->clock);
    self->clock = g_strdup_printf ("clock %" G_GINT64_FORMAT, line->epoch_us);
    g_signal_emit (self, signals[SIGNAL_CLOCK_HEARD], 0, line->epoch_us);
  }
  update_link (self);
}

static void
kill_life (Life *life, const char *reason)
{
  g_debug ("the feed is killed: %s", reason);
  life->killed = TRUE;
  life->silent_ticks = 0;
  g_subprocess_force_exit (life->process);
}

/* FALSE when the life has ended with it. */
static gboolean
read_line (Life *life, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  JipyoFeedLine line;

  if (!jipyo_feed_line_parse (&line, text, length, &error)) {
    kill_life (life, error->message);
    return FALSE;
  }
  life->risen = TRUE;
  life->owner->stillborn = 0;
  take_line (life->owner, &line);
  jipyo_feed_line_clear (&line);
  return life->owner != NULL;
}

/* A handler of a signal may stop the supervisor in the middle of it. */
static gboolean
read_bytes (Life *life, const char *bytes, gsize length)
{
  while (length > 0) {
    const char *end = memchr (bytes, '\n', length);
    gsize part = end != NULL ? (gsize) (end - bytes) : length;

    if (life->line->len + part > LINE_MAX_BYTES) {
      kill_life (life, "a line is too long");
      return FALSE;
    }
    g_string_append_len (life->line, bytes, (gssize) part);
    if (end == NULL)
      return TRUE;
    if (!read_line (life, life->line->str, life->line->len))
      return FALSE;
    g_string_truncate (life->line, 0);
    bytes += part + 1;
    length -= part + 1;
  }
  return TRUE;
}

static void read_more (Life *life);

static void
bytes_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Life) life = user_data;
  g_autoptr (JipyoFeedSupervisor) owner = NULL;
  g_autoptr (GBytes) bytes =
               g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, NULL);
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  /* An error or the end: the wait for the process tells what became of it. */
  if (life->owner == NULL || length == 0)
    return;
  owner = g_object_ref (life->owner); /* a handler may let go of it */
  life->silent_ticks = 0;
  if (read_bytes (life, data, length))
    read_more (life);
}

static void
read_more (Life *life)
{
  g_input_stream_read_bytes_async (g_subprocess_get_stdout_pipe (life->process), READ_BYTES,
                                   G_PRIORITY_DEFAULT, life->cancellable, bytes_read_cb,
                                   life_ref (life));
}

static void write_orders (Life *life);

static void
orders_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Life) life = user_data;

  g_clear_pointer (&life->writing, g_free);
  /* A broken pipe needs no word of its own: the child has died. */
  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (object), result, NULL, NULL)
      && life->owner != NULL)
    write_orders (life);
}

static void
write_orders (Life *life)
{
  gsize length = life->orders->len;

  if (life->writing != NULL || length == 0)
    return;
  life->writing = g_string_free (g_steal_pointer (&life->orders), FALSE);
  life->orders = g_string_new (NULL);
  g_output_stream_write_all_async (g_subprocess_get_stdin_pipe (life->process), life->writing,
                                   length, G_PRIORITY_DEFAULT, life->cancellable, orders_written_cb,
                                   life_ref (life));
}

static void
order (JipyoFeedSupervisor *self, const char *line)
{
  if (self->life == NULL || self->life->orders->len > LINE_MAX_BYTES)
    return;
  g_string_append (self->life->orders, line);
  g_string_append_c (self->life->orders, '\n');
  write_orders (self->life);
}

static void
end_life (JipyoFeedSupervisor *self)
{
  Life *life = g_steal_pointer (&self->life);

  if (life == NULL)
    return;
  life->owner = NULL;
  g_subprocess_force_exit (life->process);
  g_cancellable_cancel (life->cancellable);
  life_unref (life);
}

static void begin_life (JipyoFeedSupervisor *self);

static gboolean
restart_due_cb (gpointer user_data)
{
  JipyoFeedSupervisor *self = user_data;

  self->restart_id = 0;
  begin_life (self);
  return G_SOURCE_REMOVE;
}

/* The figures stay, and what is known of the providers. */
static void
schedule_restart (JipyoFeedSupervisor *self, guint delay_max_ms)
{
  guint delay_ms = MIN (delay_max_ms, (guint) RESTART_MS << MIN (self->stillborn, 6));

  if (self->running && self->restart_id == 0)
    self->restart_id = g_timeout_add (delay_ms, restart_due_cb, self);
  update_link (self);
}

static void
take_death (JipyoFeedSupervisor *self, guint delay_max_ms)
{
  self->deaths++;
  if (!self->life->risen)
    self->stillborn++;
  g_debug ("the feed ended (death %u)", self->deaths);
  end_life (self);
  schedule_restart (self, delay_max_ms);
}

static void
process_ended_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Life) life = user_data;
  gboolean signalled;

  g_subprocess_wait_finish (G_SUBPROCESS (object), result, NULL);
  if (life->owner == NULL)
    return;
  signalled = g_subprocess_get_if_signaled (life->process);
  take_death (life->owner, signalled ? RESTART_KILLED_MAX_MS : RESTART_MAX_MS);
}

/* One that froze as it was born must not cost more than one that froze later, and a machine too
 * busy to start one that fast is soon given more time. */
static guint
get_patience (JipyoFeedSupervisor *self)
{
  if (self->life->killed)
    return DYING_TICKS_MAX;
  if (self->life->risen)
    return SILENT_TICKS_MAX;
  return MIN ((guint) RISING_TICKS_MIN << MIN (self->stillborn, 2), RISING_TICKS_MAX);
}

static gboolean
tick_due_cb (gpointer user_data)
{
  JipyoFeedSupervisor *self = user_data;
  Life *life = self->life;

  if (life == NULL)
    return G_SOURCE_CONTINUE;
  /* Ticks are counted, not time: after a pause of this process the child gets its say first. */
  if (++life->silent_ticks <= get_patience (self))
    return G_SOURCE_CONTINUE;
  /* A process that the kernel keeps (it waits for a disk that does not answer) can take ten seconds
   * to die: the next one need not wait for that. */
  if (life->killed)
    take_death (self, RESTART_KILLED_MAX_MS);
  else
    kill_life (life, "silent");
  return G_SOURCE_CONTINUE;
}

static GSubprocess *
spawn (JipyoFeedSupervisor *self, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;

  g_strv_builder_add (builder, "feed");
  if (self->order != NULL)
    g_strv_builder_add_many (builder, "--order", self->order, NULL);
  for (guint i = 0; self->endpoints != NULL && self->endpoints[i] != NULL; i++)
    g_strv_builder_add_many (builder, "--endpoint", self->endpoints[i], NULL);
  for (guint i = 0; self->instruments != NULL && self->instruments[i] != NULL; i++)
    g_strv_builder_add (builder, self->instruments[i]);
  arguments = g_strv_builder_end (builder);
  return jipyo_feed_program_start (self->program, (const char *const *) arguments, error);
}

static void
begin_life (JipyoFeedSupervisor *self)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = spawn (self, &error);
  Life *life;

  if (process == NULL) {
    if (self->stillborn == 0)
      g_message ("the feed cannot be started: %s", error->message);
    self->stillborn++;
    schedule_restart (self, RESTART_MAX_MS);
    return;
  }
  life = g_new0 (Life, 1);
  g_ref_count_init (&life->refs);
  life->owner = self;
  life->process = process;
  life->cancellable = g_cancellable_new ();
  life->line = g_string_new (NULL);
  life->orders = g_string_new (NULL);
  self->life = life;
  /* Not cancellable: the process must be waited for, whoever still cares. */
  g_subprocess_wait_async (process, NULL, process_ended_cb, life_ref (life));
  read_more (life);
  order (self, self->pace);
  if (self->clock != NULL)
    order (self, self->clock);
}

static void
jipyo_feed_supervisor_dispose (GObject *object)
{
  JipyoFeedSupervisor *self = JIPYO_FEED_SUPERVISOR (object);

  self->running = FALSE;
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->restart_id, g_source_remove);
  end_life (self);
  G_OBJECT_CLASS (jipyo_feed_supervisor_parent_class)->dispose (object);
}

static void
jipyo_feed_supervisor_finalize (GObject *object)
{
  JipyoFeedSupervisor *self = JIPYO_FEED_SUPERVISOR (object);

  g_free (self->program);
  g_free (self->order);
  g_free (self->pace);
  g_free (self->clock);
  g_strfreev (self->endpoints);
  g_strfreev (self->instruments);
  g_hash_table_unref (self->links);
  G_OBJECT_CLASS (jipyo_feed_supervisor_parent_class)->finalize (object);
}

static void
jipyo_feed_supervisor_class_init (JipyoFeedSupervisorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = jipyo_feed_supervisor_dispose;
  object_class->finalize = jipyo_feed_supervisor_finalize;
  signals[SIGNAL_QUOTE_RECEIVED] = g_signal_new ("quote-received", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_LISTED] = g_signal_new ("listed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[SIGNAL_RENAMED] = g_signal_new ("renamed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_CANDLES_RECEIVED] =
    g_signal_new ("candles-received", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_POINTER);
  signals[SIGNAL_PAST_ENDED] = g_signal_new ("past-ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                  G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT);
  signals[SIGNAL_CLOCK_HEARD] = g_signal_new ("clock-heard", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                              NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_LINK_CHANGED] =
    g_signal_new ("link-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jipyo_feed_supervisor_init (JipyoFeedSupervisor *self)
{
  self->links = jipyo_feed_links_new ();
  self->link = "off";
  self->pace = g_strdup ("pace visible");
}

JipyoFeedSupervisor *
jipyo_feed_supervisor_new (const JipyoFeedOptions *options)
{
  JipyoFeedSupervisor *self = g_object_new (JIPYO_TYPE_FEED_SUPERVISOR, NULL);

  self->program = g_strdup (options->program);
  self->endpoints = g_strdupv ((char **) options->endpoints);
  self->instruments = g_strdupv ((char **) options->instruments);
  return self;
}

void
jipyo_feed_supervisor_start (JipyoFeedSupervisor *self)
{
  g_return_if_fail (JIPYO_IS_FEED_SUPERVISOR (self));
  if (self->running)
    return;
  self->running = TRUE;
  self->stillborn = 0;
  self->tick_id = g_timeout_add (TICK_MS, tick_due_cb, self);
  begin_life (self);
  update_link (self);
}

void
jipyo_feed_supervisor_stop (JipyoFeedSupervisor *self)
{
  g_return_if_fail (JIPYO_IS_FEED_SUPERVISOR (self));
  self->running = FALSE;
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->restart_id, g_source_remove);
  end_life (self);
  g_hash_table_remove_all (self->links);
  update_link (self);
}

void
jipyo_feed_supervisor_refresh (JipyoFeedSupervisor *self)
{
  g_return_if_fail (JIPYO_IS_FEED_SUPERVISOR (self));
  order (self, "refresh");
}

void
jipyo_feed_supervisor_watch (JipyoFeedSupervisor *self, const char *const *instruments)
{
  g_autofree char *list = NULL;
  g_autofree char *line = NULL;

  g_return_if_fail (JIPYO_IS_FEED_SUPERVISOR (self));
  g_strfreev (self->instruments);
  self->instruments = g_strdupv ((char **) instruments);
  list = instruments != NULL ? g_strjoinv (" ", (char **) instruments) : g_strdup ("");
  line = g_strconcat ("watch", *list != '\0' ? " " : "", list, NULL);
  g_hash_table_remove_all (self->links);
  order (self, line);
}

void
jipyo_feed_supervisor_fill (JipyoFeedSupervisor *self, const char *instrument, const char *day)
{
  g_autofree char *line = g_strjoin (" ", "fill", instrument, day, NULL);

  g_return_if_fail (JIPYO_IS_FEED_SUPERVISOR (self));
  order (self, line);
}

void
jipyo_feed_supervisor_set_pace (JipyoFeedSupervisor *self, const char *pace)
{
  g_return_if_fail (JIPYO_IS_FEED_SUPERVISOR (self));
  g_free (self->pace);
  self->pace = g_strconcat ("pace ", pace, NULL);
  order (self, self->pace);
}

void
jipyo_feed_supervisor_set_order (JipyoFeedSupervisor *self, const char *text)
{
  g_return_if_fail (JIPYO_IS_FEED_SUPERVISOR (self) && text != NULL);
  g_autofree char *line = g_strconcat ("order ", text, NULL);

  g_free (self->order);
  self->order = g_strdup (text);
  order (self, line);
}

void
jipyo_feed_supervisor_restart (JipyoFeedSupervisor *self)
{
  g_return_if_fail (JIPYO_IS_FEED_SUPERVISOR (self));
  if (self->life == NULL)
    return;
  end_life (self);
  begin_life (self);
}

const char *
jipyo_feed_supervisor_get_link (JipyoFeedSupervisor *self)
{
  return self->link;
}

int
jipyo_feed_supervisor_get_pid (JipyoFeedSupervisor *self)
{
  const char *id = self->life != NULL ? g_subprocess_get_identifier (self->life->process) : NULL;

  return id != NULL ? (int) g_ascii_strtoll (id, NULL, 10) : 0;
}

guint
jipyo_feed_supervisor_get_deaths (JipyoFeedSupervisor *self)
{
  return self->deaths;
}
