/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One save at a time: on a slow disk they would pile up. What a failed save held is saved again
 * with what came since, up to a limit: beyond it the oldest prices are let go, never the newest.
 */

#include "jipyo-quote-keeper.h"

static const gint64 RETRY_US = 5 * G_USEC_PER_SEC;
/* Some hours of polling; about 10 MB. */
static const guint WAITING_MAX = 32768;
static const gint64 FIRST_TIDY_US = 60 * G_USEC_PER_SEC;
static const gint64 TIDY_US = 3600 * (gint64) G_USEC_PER_SEC;
static const gint64 TIDY_MORE_US = G_USEC_PER_SEC;

struct _JipyoQuoteKeeper {
  GObject parent_instance;

  char *path;
  JipyoHistory *history;     /* owned */
  JipyoQuoteBoard *board;    /* borrowed */
  GCancellable *cancellable; /* of the history's answers; cancelled in dispose */
  GPtrArray *waiting;        /* of JipyoQuote: not yet handed over */
  GPtrArray *saving;         /* handed over and not yet acknowledged; NULL when there is none */
  const char *state;         /* static */
  gint64 ticked_us;          /* monotonic */
  gint64 now_us;             /* at that time; 0: never ticked */
  gint64 retry_us;           /* monotonic; 0 after a success */
  gint64 tidy_us;            /* monotonic: when old prices are next looked after; 0: not begun */
  gboolean tidying;
  GFileMonitor *wishes; /* of others, for a copy; owned, NULL until the history is open */
  gboolean wished;      /* while it was being looked after */
};

G_DEFINE_FINAL_TYPE (JipyoQuoteKeeper, jipyo_quote_keeper, G_TYPE_OBJECT)

enum { PROP_0, PROP_STATE, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { LOADED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
name_failure (const GError *error)
{
  if (error->domain != JIPYO_HISTORY_ERROR)
    return "failed";
  switch ((JipyoHistoryError) error->code) {
  case JIPYO_HISTORY_ERROR_BUSY:
    return "busy";
  case JIPYO_HISTORY_ERROR_NEWER:
    return "newer";
  case JIPYO_HISTORY_ERROR_FULL:
    return "full";
  case JIPYO_HISTORY_ERROR_DAMAGED:
  case JIPYO_HISTORY_ERROR_FAILED:
    break;
  }
  return "failed";
}

static void
set_state (JipyoQuoteKeeper *self, const char *state)
{
  if (g_str_equal (self->state, state))
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

/* Logged when it begins, not with each try. Trying goes on without news, so that it is known when
 * there is room again. */
static void
fail (JipyoQuoteKeeper *self, const GError *error)
{
  const char *state = name_failure (error);

  if (!g_str_equal (self->state, state))
    g_message ("%s", error->message);
  self->retry_us = self->ticked_us + RETRY_US;
  set_state (self, state);
}

/* What could not be saved stands before what came since. */
static void
take_back (JipyoQuoteKeeper *self)
{
  GPtrArray *all = g_steal_pointer (&self->saving);

  g_ptr_array_extend_and_steal (all, g_steal_pointer (&self->waiting));
  if (all->len > WAITING_MAX)
    g_ptr_array_remove_range (all, 0, all->len - WAITING_MAX);
  self->waiting = all;
}

/* How it stands while it is being saved. */
static void
set_well (JipyoQuoteKeeper *self)
{
  if (jipyo_history_is_low (self->history))
    set_state (self, "low");
  else
    set_state (self, jipyo_history_get_damaged_file (self->history) != NULL ? "damaged" : "kept");
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  const gboolean saved = jipyo_history_save_finish (JIPYO_HISTORY (source), result, &error);
  JipyoQuoteKeeper *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (saved) {
    g_clear_pointer (&self->saving, g_ptr_array_unref);
    self->retry_us = 0;
    set_well (self);
    return;
  }
  take_back (self);
  fail (self, error);
}

static void tidied_cb (GObject *source, GAsyncResult *result, gpointer data);

static void
look_after (JipyoQuoteKeeper *self)
{
  /* The machine's time until the world's was told. */
  const gint64 now_us = self->now_us != 0 ? self->now_us : g_get_real_time ();

  self->tidying = TRUE;
  jipyo_history_tidy_async (self->history, now_us / 1000, self->cancellable, tidied_cb, self);
}

/* What fails here fails in the next save too, and is told by that. */
static void
tidied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  const JipyoHistoryTidied tidied =
    jipyo_history_tidy_finish (JIPYO_HISTORY (source), result, &error);
  JipyoQuoteKeeper *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->tidying = FALSE;
  if (jipyo_quote_keeper_is_keeping (self))
    set_well (self);
  self->tidy_us = self->ticked_us + (tidied == JIPYO_HISTORY_TIDY_AGAIN ? TIDY_MORE_US : TIDY_US);
  if (self->wished)
    look_after (self);
  self->wished = FALSE;
}

/* The copy is made while the history is looked after. */
static void
wish_changed_cb (JipyoQuoteKeeper *self, GFile *wish, GFile *other, GFileMonitorEvent event)
{
  if (event != G_FILE_MONITOR_EVENT_CREATED)
    return;
  if (self->tidying)
    self->wished = TRUE;
  else
    look_after (self);
}

static void
watch_wishes (JipyoQuoteKeeper *self)
{
  g_autofree char *name = jipyo_history_name_wish (self->path);
  g_autoptr (GFile) wish = g_file_new_for_path (name);

  /* Where nothing can be watched, the daily copy is read. */
  self->wishes = g_file_monitor_file (wish, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->wishes != NULL)
    g_signal_connect_object (self->wishes, "changed", G_CALLBACK (wish_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kept = jipyo_history_load_finish (JIPYO_HISTORY (source), result, &error);
  JipyoQuoteKeeper *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (kept == NULL) {
    fail (self, error);
    return;
  }
  set_well (self);
  watch_wishes (self);
  for (guint i = 0; i < kept->len; i++)
    jipyo_quote_board_put (self->board, g_ptr_array_index (kept, i));
  if (kept->len > 0)
    g_signal_emit (self, signals[LOADED], 0);
}

/* What was handed over and cancelled before its turn is in it: what is kept already is not kept
 * twice. */
static void
save_the_rest (JipyoQuoteKeeper *self)
{
  if (self->saving != NULL)
    take_back (self);
  if (self->history != NULL && self->waiting->len > 0)
    jipyo_history_save_async (self->history, self->waiting, NULL, NULL, NULL);
  g_ptr_array_set_size (self->waiting, 0);
}

static void
jipyo_quote_keeper_dispose (GObject *object)
{
  JipyoQuoteKeeper *self = JIPYO_QUOTE_KEEPER (object);

  g_cancellable_cancel (self->cancellable);
  save_the_rest (self);
  g_clear_object (&self->wishes);
  g_clear_object (&self->history);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (jipyo_quote_keeper_parent_class)->dispose (object);
}

static void
jipyo_quote_keeper_finalize (GObject *object)
{
  g_ptr_array_unref (JIPYO_QUOTE_KEEPER (object)->waiting);
  g_free (JIPYO_QUOTE_KEEPER (object)->path);
  G_OBJECT_CLASS (jipyo_quote_keeper_parent_class)->finalize (object);
}

static void
jipyo_quote_keeper_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_static_string (value, JIPYO_QUOTE_KEEPER (object)->state);
}

static void
jipyo_quote_keeper_class_init (JipyoQuoteKeeperClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = jipyo_quote_keeper_dispose;
  object_class->finalize = jipyo_quote_keeper_finalize;
  object_class->get_property = jipyo_quote_keeper_get_property;
  props[PROP_STATE] =
    g_param_spec_string ("state", NULL, NULL, "kept", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[LOADED] = g_signal_new ("loaded", JIPYO_TYPE_QUOTE_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static GPtrArray *
new_quotes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
}

static void
jipyo_quote_keeper_init (JipyoQuoteKeeper *self)
{
  self->waiting = new_quotes ();
  self->cancellable = g_cancellable_new ();
  self->state = "kept";
}

JipyoQuoteKeeper *
jipyo_quote_keeper_new (const char *path, JipyoQuoteBoard *board)
{
  g_return_val_if_fail (path != NULL && board != NULL, NULL);
  JipyoQuoteKeeper *self = g_object_new (JIPYO_TYPE_QUOTE_KEEPER, NULL);

  self->board = board;
  self->path = g_strdup (path);
  self->history = jipyo_history_new (path);
  jipyo_history_load_async (self->history, self->cancellable, loaded_cb, self);
  return self;
}

JipyoHistory *
jipyo_quote_keeper_get_history (JipyoQuoteKeeper *self)
{
  g_return_val_if_fail (JIPYO_IS_QUOTE_KEEPER (self), NULL);
  return self->history;
}

const char *
jipyo_quote_keeper_get_state (JipyoQuoteKeeper *self)
{
  g_return_val_if_fail (JIPYO_IS_QUOTE_KEEPER (self), NULL);
  return self->state;
}

gboolean
jipyo_quote_keeper_is_keeping (JipyoQuoteKeeper *self)
{
  g_return_val_if_fail (JIPYO_IS_QUOTE_KEEPER (self), FALSE);
  return g_str_equal (self->state, "kept") || g_str_equal (self->state, "damaged");
}

void
jipyo_quote_keeper_add (JipyoQuoteKeeper *self, const JipyoQuote *quote)
{
  g_return_if_fail (JIPYO_IS_QUOTE_KEEPER (self));
  if (self->waiting->len == WAITING_MAX)
    g_ptr_array_remove_index (self->waiting, 0);
  g_ptr_array_add (self->waiting, jipyo_quote_copy (quote));
}

static void
tidy (JipyoQuoteKeeper *self)
{
  if (self->tidy_us == 0)
    self->tidy_us = self->ticked_us + FIRST_TIDY_US;
  if (self->tidying || self->ticked_us < self->tidy_us)
    return;
  look_after (self);
}

/* A history that failed is tried again without news too, so that it is known when it is well. */
void
jipyo_quote_keeper_tick (JipyoQuoteKeeper *self, gint64 monotonic_us, gint64 now_us)
{
  g_return_if_fail (JIPYO_IS_QUOTE_KEEPER (self));

  self->ticked_us = monotonic_us;
  self->now_us = now_us;
  if (self->saving != NULL || monotonic_us < self->retry_us)
    return;
  if (self->retry_us == 0) {
    tidy (self);
    if (self->waiting->len == 0)
      return;
  }
  self->saving = g_steal_pointer (&self->waiting);
  self->waiting = new_quotes ();
  jipyo_history_save_async (self->history, self->saving, self->cancellable, saved_cb, self);
}
