/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The life of the feed child. A child that came up before it died is started again at once, however
 * often that happens: killing it a thousand times must not keep quotes away. One that never comes
 * up (a broken build, no memory) is started ever more seldom.
 */

#include "jipyo-feed-supervisor.h"

#include <string.h>

#include "jipyo-feed-life.h"
#include "jipyo-feed-links.h"
#include "jipyo-feed-program.h"
#include "jipyo-quote-json.h"

enum {
  STILLBORN_MAX = 2, /* in a row, before people are told */
  RESTART_MS = 200,
  RESTART_MAX_MS = 10000,       /* after one that ended by itself */
  RESTART_KILLED_MAX_MS = 1000, /* after one that a signal ended */
};

struct _JipyoFeedSupervisor {
  GObject parent_instance;

  char *program; /* NULL: this very one */
  char **endpoints;
  char **instruments;
  char *order;         /* of providers; NULL: as the child finds it */
  char *pace;          /* a line for the child, as the next */
  char *clock;         /* NULL: not known */
  JipyoFeedLife *life; /* NULL while no child runs */
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

static gboolean
line_read_cb (GObject *owner, const char *text, gsize length, GError **error)
{
  JipyoFeedSupervisor *self = JIPYO_FEED_SUPERVISOR (owner);
  JipyoFeedLine line;

  if (!jipyo_feed_line_parse (&line, text, length, error))
    return FALSE;
  self->stillborn = 0;
  take_line (self, &line);
  jipyo_feed_line_clear (&line);
  return TRUE;
}

static void
order (JipyoFeedSupervisor *self, const char *line)
{
  if (self->life != NULL)
    jipyo_feed_life_order (self->life, line);
}

static void
end_life (JipyoFeedSupervisor *self)
{
  jipyo_feed_life_end (g_steal_pointer (&self->life));
}

static void begin_life (JipyoFeedSupervisor *self);

static gboolean
restart_due_cb (gpointer user_data)
{
  JipyoFeedSupervisor *self = user_data;

  self->restart_id = 0;
  g_signal_emit (self, signals[SIGNAL_LINK_CHANGED], 0);
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
  if (!jipyo_feed_life_has_risen (self->life))
    self->stillborn++;
  g_debug ("the feed ended (death %u)", self->deaths);
  end_life (self);
  schedule_restart (self, delay_max_ms);
}

static void
ended_cb (GObject *owner, gboolean signalled)
{
  take_death (JIPYO_FEED_SUPERVISOR (owner), signalled ? RESTART_KILLED_MAX_MS : RESTART_MAX_MS);
}

static gboolean
tick_due_cb (gpointer user_data)
{
  JipyoFeedSupervisor *self = user_data;
  JipyoFeedLife *life = self->life;

  if (life == NULL || !jipyo_feed_life_tick (life, self->stillborn))
    return G_SOURCE_CONTINUE;
  /* A process that the kernel keeps (it waits for a disk that does not answer) can take ten seconds
   * to die: the next one need not wait for that. */
  if (jipyo_feed_life_is_dying (life))
    take_death (self, RESTART_KILLED_MAX_MS);
  else
    jipyo_feed_life_kill (life, "silent");
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
  static const JipyoFeedLifeHandlers handlers = { line_read_cb, ended_cb };
  g_autoptr (GError) error = NULL;
  GSubprocess *process = spawn (self, &error);

  if (process == NULL) {
    if (self->stillborn == 0)
      g_message ("the feed cannot be started: %s", error->message);
    self->stillborn++;
    schedule_restart (self, RESTART_MAX_MS);
    return;
  }
  self->life = jipyo_feed_life_new (process, &handlers, G_OBJECT (self));
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
  self->tick_id = g_timeout_add (JIPYO_FEED_LIFE_TICK_MS, tick_due_cb, self);
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
  return self->life != NULL ? jipyo_feed_life_get_pid (self->life) : 0;
}

guint
jipyo_feed_supervisor_get_deaths (JipyoFeedSupervisor *self)
{
  return self->deaths;
}
