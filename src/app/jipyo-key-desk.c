/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A trial is a feed for one instrument with that one provider: it reads the key as the window's own
 * feed does, and what it says is what that one would hear.
 */

#define _DEFAULT_SOURCE /* explicit_bzero */

#include "jipyo-key-desk.h"

#include <string.h>

#include "jipyo-keyring.h"

static const guint TRIAL_S = 30;

typedef struct {
  JipyoKeyDesk *desk; /* of which it is a part */
  const char *provider;
  JipyoKeyState state;
  char *reason;
  guint busy; /* questions under way that change something */
  JipyoKeyTrial trial;
  char *answer;
  char *code;                /* of a failed one; or NULL */
  JipyoFeedSupervisor *feed; /* while a trial runs */
  guint patience_id;
} Key;

struct _JipyoKeyDesk {
  GObject parent_instance;

  JipyoProviders *providers; /* owned */
  char **endpoints;
  GPtrArray *keys;           /* of Key */
  GCancellable *cancellable; /* owned */
};

G_DEFINE_FINAL_TYPE (JipyoKeyDesk, jipyo_key_desk, G_TYPE_OBJECT)

static guint changed_signal;

/* A question to the keyring. */
typedef struct {
  const char *provider;
  enum { LOOK, KEEP, REMOVE } verb;
  char *key; /* to keep */
  gboolean has;
} Question;

static void
question_free (Question *question)
{
  jipyo_keyring_free_key (question->key);
  g_free (question);
}

static void
announce (JipyoKeyDesk *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
end_trial (Key *key)
{
  g_clear_handle_id (&key->patience_id, g_source_remove);
  if (key->feed != NULL)
    g_signal_handlers_disconnect_by_data (key->feed, key);
  g_clear_object (&key->feed);
}

static void
key_free (Key *key)
{
  end_trial (key);
  g_free (key->reason);
  g_free (key->answer);
  g_free (key->code);
  g_free (key);
}

static Key *
find (JipyoKeyDesk *self, const char *provider)
{
  for (guint i = 0; i < self->keys->len; i++) {
    Key *key = g_ptr_array_index (self->keys, i);

    if (g_strcmp0 (key->provider, provider) == 0)
      return key;
  }
  return NULL;
}

static void
ask_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  gboolean was_there = FALSE;
  gboolean done = FALSE;

  switch (question->verb) {
  case LOOK:
    done = jipyo_keyring_has (question->provider, &question->has, &error);
    break;
  case KEEP:
    done = jipyo_keyring_set (question->provider, question->key, &error);
    question->has = TRUE;
    break;
  case REMOVE:
    done = jipyo_keyring_remove (question->provider, &was_there, &error);
    break;
  }
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
take_answer (Key *key, const Question *question, const GError *error)
{
  g_clear_pointer (&key->reason, g_free);
  if (error == NULL) {
    key->state = question->has ? JIPYO_KEY_STATE_KEPT : JIPYO_KEY_STATE_MISSING;
    return;
  }
  key->reason = g_strdup (error->message);
  key->state = g_error_matches (error, JIPYO_KEYRING_ERROR, JIPYO_KEYRING_ERROR_LOCKED)
                 ? JIPYO_KEY_STATE_LOCKED
                 : JIPYO_KEY_STATE_AWAY;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  JipyoKeyDesk *self = JIPYO_KEY_DESK (source);
  const Question *question = g_task_get_task_data (G_TASK (result));
  Key *key = find (self, question->provider);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  take_answer (key, question, error);
  if (question->verb != LOOK) {
    key->busy--;
    jipyo_providers_take_key (self->providers, key->provider);
  }
  announce (self);
}

/* Takes `secret`. */
static void
ask (JipyoKeyDesk *self, Key *key, int verb, char *secret)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, answered_cb, NULL);
  Question *question = g_new0 (Question, 1);

  question->provider = key->provider;
  question->verb = verb;
  question->key = secret;
  key->busy += verb != LOOK;
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, ask_in_thread);
}

static void
jipyo_key_desk_dispose (GObject *object)
{
  JipyoKeyDesk *self = JIPYO_KEY_DESK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->providers);
  g_ptr_array_set_size (self->keys, 0);
  G_OBJECT_CLASS (jipyo_key_desk_parent_class)->dispose (object);
}

static void
jipyo_key_desk_finalize (GObject *object)
{
  JipyoKeyDesk *self = JIPYO_KEY_DESK (object);

  g_ptr_array_unref (self->keys);
  g_strfreev (self->endpoints);
  G_OBJECT_CLASS (jipyo_key_desk_parent_class)->finalize (object);
}

static void
jipyo_key_desk_class_init (JipyoKeyDeskClass *class)
{
  G_OBJECT_CLASS (class)->dispose = jipyo_key_desk_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_key_desk_finalize;
  changed_signal = g_signal_new ("changed", JIPYO_TYPE_KEY_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
jipyo_key_desk_init (JipyoKeyDesk *self)
{
  g_autofree const char **providers = jipyo_keyring_list_providers ();

  self->cancellable = g_cancellable_new ();
  self->keys = g_ptr_array_new_with_free_func ((GDestroyNotify) key_free);
  for (guint i = 0; providers[i] != NULL; i++) {
    Key *key = g_new0 (Key, 1);

    key->desk = self;
    key->provider = providers[i];
    g_ptr_array_add (self->keys, key);
  }
}

JipyoKeyDesk *
jipyo_key_desk_new (JipyoProviders *providers, const char *const *endpoints)
{
  g_return_val_if_fail (JIPYO_IS_PROVIDERS (providers), NULL);
  JipyoKeyDesk *self = g_object_new (JIPYO_TYPE_KEY_DESK, NULL);

  self->providers = g_object_ref (providers);
  self->endpoints = g_strdupv ((char **) endpoints);
  return self;
}

const char **
jipyo_key_desk_list_providers (void)
{
  return jipyo_keyring_list_providers ();
}

void
jipyo_key_desk_look (JipyoKeyDesk *self)
{
  g_return_if_fail (JIPYO_IS_KEY_DESK (self));
  for (guint i = 0; i < self->keys->len; i++)
    ask (self, g_ptr_array_index (self->keys, i), LOOK, NULL);
}

JipyoKeyState
jipyo_key_desk_get_state (JipyoKeyDesk *self, const char *provider)
{
  g_return_val_if_fail (JIPYO_IS_KEY_DESK (self), JIPYO_KEY_STATE_UNKNOWN);
  return find (self, provider)->state;
}

const char *
jipyo_key_desk_get_reason (JipyoKeyDesk *self, const char *provider)
{
  g_return_val_if_fail (JIPYO_IS_KEY_DESK (self), NULL);
  return find (self, provider)->reason;
}

gboolean
jipyo_key_desk_is_busy (JipyoKeyDesk *self, const char *provider)
{
  g_return_val_if_fail (JIPYO_IS_KEY_DESK (self), FALSE);
  return find (self, provider)->busy > 0;
}

JipyoKeyTrial
jipyo_key_desk_get_trial (JipyoKeyDesk *self, const char *provider)
{
  g_return_val_if_fail (JIPYO_IS_KEY_DESK (self), JIPYO_KEY_TRIAL_NONE);
  return find (self, provider)->trial;
}

const char *
jipyo_key_desk_get_answer (JipyoKeyDesk *self, const char *provider)
{
  g_return_val_if_fail (JIPYO_IS_KEY_DESK (self), NULL);
  return find (self, provider)->answer;
}

const char *
jipyo_key_desk_get_code (JipyoKeyDesk *self, const char *provider)
{
  g_return_val_if_fail (JIPYO_IS_KEY_DESK (self), NULL);
  return find (self, provider)->code;
}

gboolean
jipyo_key_desk_is_key (const char *text)
{
  return jipyo_keyring_is_key (text);
}

void
jipyo_key_desk_wipe (char *text)
{
  explicit_bzero (text, strlen (text));
}

/* What was said of another key says nothing of this one. */
static void
forget_trial (Key *key)
{
  end_trial (key);
  key->trial = JIPYO_KEY_TRIAL_NONE;
  g_clear_pointer (&key->answer, g_free);
  g_clear_pointer (&key->code, g_free);
}

gboolean
jipyo_key_desk_keep (JipyoKeyDesk *self, const char *provider, const char *key)
{
  g_return_val_if_fail (JIPYO_IS_KEY_DESK (self) && key != NULL, FALSE);
  Key *found = find (self, provider);

  if (!jipyo_keyring_is_key (key))
    return FALSE;
  forget_trial (found);
  ask (self, found, KEEP, g_strdup (key));
  announce (self);
  return TRUE;
}

void
jipyo_key_desk_remove (JipyoKeyDesk *self, const char *provider)
{
  g_return_if_fail (JIPYO_IS_KEY_DESK (self));
  Key *key = find (self, provider);

  forget_trial (key);
  ask (self, key, REMOVE, NULL);
  announce (self);
}

/* Takes `answer`. */
static void
conclude (Key *key, JipyoKeyTrial trial, char *answer)
{
  end_trial (key);
  key->trial = trial;
  g_free (key->answer);
  key->answer = answer;
  announce (key->desk);
}

static void
quote_received_cb (Key *key, const JipyoQuote *quote)
{
  g_autofree char *last = jipyo_decimal_format (quote->last);

  conclude (key, JIPYO_KEY_TRIAL_ANSWERED, g_strdup_printf ("%s %s", quote->instrument, last));
}

static void
failed_cb (Key *key, const char *provider, const char *code, const char *message)
{
  g_free (key->code);
  key->code = g_strdup (code);
  conclude (key, JIPYO_KEY_TRIAL_FAILED, g_strdup (message));
}

static gboolean
out_of_patience_cb (gpointer data)
{
  Key *key = data;

  key->patience_id = 0;
  conclude (key, JIPYO_KEY_TRIAL_FAILED, NULL);
  return G_SOURCE_REMOVE;
}

static const char *
find_class (const char *provider)
{
  const char *const *classes = jipyo_provider_order_list_classes ();
  const char *const alone[] = { provider, NULL };

  for (guint i = 0; classes[i] != NULL; i++)
    if (jipyo_provider_order_check (classes[i], alone) == NULL)
      return classes[i];
  return NULL;
}

void
jipyo_key_desk_try (JipyoKeyDesk *self, const char *provider)
{
  g_return_if_fail (JIPYO_IS_KEY_DESK (self));
  Key *key = find (self, provider);
  const char *class = find_class (provider);
  const char *instruments[] = { jipyo_provider_order_get_sample (class), NULL };
  const JipyoFeedOptions options = {
    .endpoints = (const char *const *) self->endpoints,
    .instruments = instruments,
  };
  g_autofree char *order = g_strconcat (class, "=", provider, NULL);

  forget_trial (key);
  key->trial = JIPYO_KEY_TRIAL_RUNNING;
  key->feed = jipyo_feed_supervisor_new (&options);
  g_signal_connect_swapped (key->feed, "quote-received", G_CALLBACK (quote_received_cb), key);
  g_signal_connect_swapped (key->feed, "failed", G_CALLBACK (failed_cb), key);
  key->patience_id = g_timeout_add_seconds (TRIAL_S, out_of_patience_cb, key);
  jipyo_feed_supervisor_set_order (key->feed, order);
  jipyo_feed_supervisor_start (key->feed);
  announce (self);
}
