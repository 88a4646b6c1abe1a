/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One save at a time: on a slow disk they would pile up. The board is the memory from which a save
 * that failed is repeated, so nothing that is newer is lost while there is no room.
 */

#include "jipyo-quote-keeper.h"

#include "jipyo-history.h"

static const gint64 RETRY_US = 5 * G_USEC_PER_SEC;

struct _JipyoQuoteKeeper {
  GObject parent_instance;

  JipyoHistory *history;     /* owned */
  JipyoQuoteBoard *board;    /* borrowed */
  GCancellable *cancellable; /* of the history's answers; cancelled in dispose */
  const char *state;         /* static */
  gint64 ticked_us;          /* monotonic */
  gint64 retry_us;           /* monotonic; 0 after a success */
  gboolean unsaved;          /* quotes came since the last save, or it failed */
  gboolean saving;
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
  self->unsaved = TRUE;
  set_state (self, state);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  const gboolean saved = jipyo_history_save_finish (JIPYO_HISTORY (source), result, &error);
  JipyoQuoteKeeper *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->saving = FALSE;
  if (saved) {
    self->retry_us = 0;
    set_state (self, "kept");
    return;
  }
  fail (self, error);
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
  for (guint i = 0; i < kept->len; i++)
    jipyo_quote_board_put (self->board, g_ptr_array_index (kept, i));
  if (kept->len > 0)
    g_signal_emit (self, signals[LOADED], 0);
}

static void
jipyo_quote_keeper_dispose (GObject *object)
{
  JipyoQuoteKeeper *self = JIPYO_QUOTE_KEEPER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->history);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (jipyo_quote_keeper_parent_class)->dispose (object);
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
  object_class->get_property = jipyo_quote_keeper_get_property;
  props[PROP_STATE] =
    g_param_spec_string ("state", NULL, NULL, "kept", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[LOADED] = g_signal_new ("loaded", JIPYO_TYPE_QUOTE_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
jipyo_quote_keeper_init (JipyoQuoteKeeper *self)
{
  self->cancellable = g_cancellable_new ();
  self->state = "kept";
}

JipyoQuoteKeeper *
jipyo_quote_keeper_new (const char *path, JipyoQuoteBoard *board)
{
  g_return_val_if_fail (path != NULL && board != NULL, NULL);
  JipyoQuoteKeeper *self = g_object_new (JIPYO_TYPE_QUOTE_KEEPER, NULL);

  self->board = board;
  self->history = jipyo_history_new (path);
  jipyo_history_load_async (self->history, self->cancellable, loaded_cb, self);
  return self;
}

const char *
jipyo_quote_keeper_get_state (JipyoQuoteKeeper *self)
{
  g_return_val_if_fail (JIPYO_IS_QUOTE_KEEPER (self), NULL);
  return self->state;
}

void
jipyo_quote_keeper_mark_unsaved (JipyoQuoteKeeper *self)
{
  g_return_if_fail (JIPYO_IS_QUOTE_KEEPER (self));
  self->unsaved = TRUE;
}

void
jipyo_quote_keeper_tick (JipyoQuoteKeeper *self, gint64 monotonic_us)
{
  g_return_if_fail (JIPYO_IS_QUOTE_KEEPER (self));

  self->ticked_us = monotonic_us;
  if (!self->unsaved || self->saving || monotonic_us < self->retry_us)
    return;
  self->unsaved = FALSE;
  self->saving = TRUE;
  jipyo_history_save_async (self->history, jipyo_quote_board_get_quotes (self->board),
                            self->cancellable, saved_cb, self);
}
