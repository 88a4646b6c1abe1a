/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The feed replaces a child for keys only, and once for several changes in a row: a new child knows
 * nothing of who asked for patience.
 */

#include "jipyo-providers.h"

#include "jipyo-provider-choice.h"
#include "jipyo-provider-order-file.h"

static const guint RESTART_MS = 500;
/* An answer that lacks some instruments is one all the same. */
static const gint64 SAME_ANSWER_US = 5 * G_USEC_PER_SEC;

struct _JipyoProviders {
  GObject parent_instance;

  JipyoOwnFile *file; /* owned */
  JipyoProviderOrder *order;
  char *before;              /* the order of before the last change, as text; or NULL */
  GHashTable *states;        /* provider → JipyoProviderState */
  JipyoFeedSupervisor *feed; /* owned, or NULL, as the next */
  JipyoFeedPacer *pacer;
  GHashTable *keyed; /* the providers whose keys the feed has read */
  guint restart_id;  /* 0 while none is due */
};

G_DEFINE_FINAL_TYPE (JipyoProviders, jipyo_providers, G_TYPE_OBJECT)

enum { CHANGED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
state_free (JipyoProviderState *state)
{
  g_free (state->code);
  g_free (state);
}

gboolean
jipyo_providers_takes_key (const char *provider)
{
  const JipyoProvider *found = jipyo_provider_find (provider);

  return found != NULL && found->key != JIPYO_KEY_NONE;
}

gboolean
jipyo_providers_is_asked (JipyoProviders *self, const char *provider)
{
  const char *const *classes = jipyo_providers_list_classes ();

  for (guint i = 0; classes[i] != NULL; i++)
    if (g_strv_contains (jipyo_providers_get_asked (self, classes[i]), provider))
      return TRUE;
  return FALSE;
}

/* What a child that begins now reads. */
static void
note_keyed (JipyoProviders *self)
{
  const JipyoProvider *provider;

  g_hash_table_remove_all (self->keyed);
  for (guint i = 0; (provider = jipyo_provider_get (i)) != NULL; i++)
    if (provider->key != JIPYO_KEY_NONE && jipyo_providers_is_asked (self, provider->id))
      g_hash_table_add (self->keyed, (char *) provider->id);
}

static gboolean
restart_due_cb (gpointer data)
{
  JipyoProviders *self = data;

  self->restart_id = 0;
  note_keyed (self);
  jipyo_feed_supervisor_restart (self->feed);
  return G_SOURCE_REMOVE;
}

static void
restart_soon (JipyoProviders *self)
{
  if (self->feed == NULL)
    return;
  g_clear_handle_id (&self->restart_id, g_source_remove);
  self->restart_id = g_timeout_add (RESTART_MS, restart_due_cb, self);
}

static void
tell_feed (JipyoProviders *self)
{
  const JipyoProvider *provider;
  g_autofree char *text = jipyo_provider_order_format (self->order);

  if (self->feed == NULL)
    return;
  jipyo_feed_supervisor_set_order (self->feed, text);
  for (guint i = 0; (provider = jipyo_provider_get (i)) != NULL; i++)
    if (provider->key != JIPYO_KEY_NONE && jipyo_providers_is_asked (self, provider->id)
        && !g_hash_table_contains (self->keyed, provider->id))
      restart_soon (self);
}

static void
announce (JipyoProviders *self)
{
  tell_feed (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
save (JipyoProviders *self)
{
  jipyo_own_file_save (self->file, jipyo_provider_choice_format_file (self->order));
  announce (self);
}

/* What there is now is what an undo brings back. */
static void
remember (JipyoProviders *self)
{
  g_free (self->before);
  self->before = jipyo_provider_order_format (self->order);
}

/* The one item of the list is the table of the classes that are in the file. */
static GPtrArray *
parse (const char *name, const char *text, gsize length, GPtrArray *problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  GHashTable *chosen =
    jipyo_provider_order_file_parse (name, bytes, jipyo_provider_order_check, problems);
  GPtrArray *items;

  if (chosen == NULL)
    return NULL;
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  g_ptr_array_add (items, chosen);
  return items;
}

static void
take_over (JipyoProviders *self, const GPtrArray *items)
{
  g_clear_pointer (&self->order, jipyo_provider_order_free);
  self->order = jipyo_provider_order_new ();
  if (items != NULL)
    jipyo_provider_choice_take (self->order, g_ptr_array_index (items, 0));
}

/* Another program wrote the file. */
static void
replaced_cb (JipyoProviders *self, GPtrArray *items)
{
  g_clear_pointer (&self->before, g_free);
  take_over (self, items);
  announce (self);
}

static JipyoProviderState *
get_state (JipyoProviders *self, const char *provider)
{
  JipyoProviderState *state = g_hash_table_lookup (self->states, provider);

  if (state == NULL) {
    state = g_new0 (JipyoProviderState, 1);
    g_hash_table_insert (self->states, g_strdup (provider), state);
  }
  return state;
}

static void
quote_received_cb (JipyoProviders *self, const JipyoQuote *quote)
{
  JipyoProviderState *state = get_state (self, quote->provider);

  state->answered_us = g_get_monotonic_time ();
  state->failing_us = 0;
  state->until_us = 0;
  g_clear_pointer (&state->code, g_free);
}

/* That somebody does not know an instrument says nothing of how it is. */
static void
provider_failed_cb (JipyoProviders *self,
                    const char *provider,
                    const char *code,
                    const char *message,
                    int retry_after_s)
{
  const gint64 now_us = g_get_monotonic_time ();
  JipyoProviderState *state;

  if (*provider == '\0' || g_str_equal (code, "not-found") || g_str_equal (code, "cancelled"))
    return;
  state = get_state (self, provider);
  if (state->answered_us != 0 && now_us - state->answered_us < SAME_ANSWER_US)
    return;
  if (state->failing_us == 0)
    state->failing_us = now_us;
  state->until_us = retry_after_s > 0 ? now_us + retry_after_s * G_USEC_PER_SEC : 0;
  g_free (state->code);
  state->code = g_strdup (code);
}

/* Of those whom nobody asks any more nothing is known. */
static void
link_changed_cb (JipyoProviders *self)
{
  if (g_str_equal (jipyo_feed_supervisor_get_link (self->feed), "off"))
    g_hash_table_remove_all (self->states);
}

static void
jipyo_providers_dispose (GObject *object)
{
  JipyoProviders *self = JIPYO_PROVIDERS (object);

  g_clear_handle_id (&self->restart_id, g_source_remove);
  g_clear_object (&self->feed);
  g_clear_object (&self->pacer);
  G_OBJECT_CLASS (jipyo_providers_parent_class)->dispose (object);
}

static void
jipyo_providers_finalize (GObject *object)
{
  JipyoProviders *self = JIPYO_PROVIDERS (object);

  g_clear_object (&self->file);
  jipyo_provider_order_free (self->order);
  g_free (self->before);
  g_hash_table_unref (self->states);
  g_hash_table_unref (self->keyed);
  G_OBJECT_CLASS (jipyo_providers_parent_class)->finalize (object);
}

static void
jipyo_providers_class_init (JipyoProvidersClass *class)
{
  G_OBJECT_CLASS (class)->dispose = jipyo_providers_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_providers_finalize;
  signals[CHANGED] = g_signal_new ("changed", JIPYO_TYPE_PROVIDERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", JIPYO_TYPE_PROVIDERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jipyo_providers_init (JipyoProviders *self)
{
  self->states =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) state_free);
  self->keyed = g_hash_table_new (g_str_hash, g_str_equal);
}

JipyoProviders *
jipyo_providers_new (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);
  JipyoProviders *self = g_object_new (JIPYO_TYPE_PROVIDERS, NULL);
  g_autoptr (GPtrArray) items = NULL;

  self->file = jipyo_own_file_new_for (path, self, G_CALLBACK (replaced_cb));
  items = jipyo_own_file_load (self->file, parse);
  take_over (self, items);
  jipyo_own_file_watch (self->file);
  return self;
}

JipyoOwnFile *
jipyo_providers_get_file (JipyoProviders *self)
{
  g_return_val_if_fail (JIPYO_IS_PROVIDERS (self), NULL);
  return self->file;
}

void
jipyo_providers_set_feed (JipyoProviders *self, JipyoFeedSupervisor *feed, JipyoFeedPacer *pacer)
{
  g_return_if_fail (JIPYO_IS_PROVIDERS (self) && self->feed == NULL);
  self->feed = g_object_ref (feed);
  self->pacer = g_object_ref (pacer);
  g_signal_connect_object (feed, "quote-received", G_CALLBACK (quote_received_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (feed, "failed", G_CALLBACK (provider_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (feed, "link-changed", G_CALLBACK (link_changed_cb), self,
                           G_CONNECT_SWAPPED);
  note_keyed (self);
  tell_feed (self);
}

const char *const *
jipyo_providers_list_classes (void)
{
  return jipyo_provider_order_list_classes ();
}

const char *const *
jipyo_providers_get_asked (JipyoProviders *self, const char *class)
{
  g_return_val_if_fail (JIPYO_IS_PROVIDERS (self), NULL);
  return jipyo_provider_order_get (self->order, class);
}

/* One provider may stand there in two ways, each with a pace for its instruments; then the other
 * is not for this class. */
static gboolean
is_home (const char *id, const char *const *usual)
{
  for (guint i = 0; usual[i] != NULL; i++)
    if (g_strcmp0 (jipyo_provider_find (usual[i])->home, id) == 0)
      return !g_strv_contains (usual, id);
  return FALSE;
}

const char **
jipyo_providers_list_unasked (JipyoProviders *self, const char *class)
{
  g_return_val_if_fail (JIPYO_IS_PROVIDERS (self), NULL);
  const char *const *asked = jipyo_providers_get_asked (self, class);
  const char *const *usual = jipyo_provider_order_get_usual (class);
  GPtrArray *ids = g_ptr_array_new ();
  const JipyoProvider *provider;

  for (guint i = 0; (provider = jipyo_provider_get (i)) != NULL; i++) {
    const char *alone[] = { provider->id, NULL };

    if (jipyo_provider_order_check (class, alone) == NULL && !g_strv_contains (asked, provider->id)
        && !is_home (provider->id, usual))
      g_ptr_array_add (ids, (char *) provider->id);
  }
  g_ptr_array_add (ids, NULL);
  return (const char **) g_ptr_array_free (ids, FALSE);
}

gboolean
jipyo_providers_is_usual (JipyoProviders *self, const char *class)
{
  g_return_val_if_fail (JIPYO_IS_PROVIDERS (self), TRUE);
  return jipyo_provider_order_is_usual (self->order, class);
}

const JipyoProviderState *
jipyo_providers_get_state (JipyoProviders *self, const char *provider)
{
  g_return_val_if_fail (JIPYO_IS_PROVIDERS (self), NULL);
  return g_hash_table_lookup (self->states, provider);
}

const char *
jipyo_providers_get_pace (JipyoProviders *self)
{
  g_return_val_if_fail (JIPYO_IS_PROVIDERS (self), NULL);
  return self->pacer != NULL ? jipyo_feed_pacer_get_reason (self->pacer) : "visible";
}

int
jipyo_providers_get_interval (JipyoProviders *self, const char *provider)
{
  const char *pace = jipyo_providers_get_pace (self);
  const JipyoProvider *found = jipyo_provider_find (provider);

  g_return_val_if_fail (found != NULL, 0);
  if (g_str_equal (pace, "visible"))
    return found->interval_ms / 1000;
  return (g_str_equal (pace, "hidden") ? found->interval_hidden_ms : found->interval_metered_ms)
         / 1000;
}

gboolean
jipyo_providers_streams (const char *provider)
{
  const JipyoProvider *found = jipyo_provider_find (provider);

  return found != NULL && found->stream != NULL;
}

/* Those asked, to be changed. (transfer full) */
static GPtrArray *
copy_asked (JipyoProviders *self, const char *class)
{
  const char *const *asked = jipyo_providers_get_asked (self, class);
  GPtrArray *copy = g_ptr_array_new ();

  for (guint i = 0; asked[i] != NULL; i++)
    g_ptr_array_add (copy, (char *) jipyo_provider_find (asked[i])->id); /* which stays */
  return copy;
}

/* Takes `asked`. FALSE for what cannot be. */
static gboolean
set (JipyoProviders *self, const char *class, GPtrArray *asked)
{
  g_autoptr (GPtrArray) ids = asked;

  g_ptr_array_add (ids, NULL);
  if (jipyo_provider_order_check (class, (const char *const *) ids->pdata) != NULL)
    return FALSE;
  remember (self);
  jipyo_provider_order_set (self->order, class, (const char *const *) ids->pdata);
  save (self);
  return TRUE;
}

gboolean
jipyo_providers_move (JipyoProviders *self, const char *class, const char *provider, int index)
{
  g_return_val_if_fail (JIPYO_IS_PROVIDERS (self), FALSE);
  g_autoptr (GPtrArray) asked = copy_asked (self, class);
  const guint last = asked->len - 1;
  const guint to = index < 0 || (guint) index > last ? last : (guint) index;
  guint from;

  if (!g_ptr_array_find_with_equal_func (asked, provider, g_str_equal, &from) || from == to)
    return FALSE;
  g_ptr_array_insert (asked, (int) to, g_ptr_array_steal_index (asked, from));
  return set (self, class, g_steal_pointer (&asked));
}

gboolean
jipyo_providers_set_asked (JipyoProviders *self,
                           const char *class,
                           const char *provider,
                           gboolean asked)
{
  g_return_val_if_fail (JIPYO_IS_PROVIDERS (self), FALSE);
  g_autoptr (GPtrArray) ids = copy_asked (self, class);
  guint at;

  if (g_ptr_array_find_with_equal_func (ids, provider, g_str_equal, &at) == asked)
    return FALSE;
  if (asked)
    g_ptr_array_add (ids, (char *) provider);
  else
    g_ptr_array_remove_index (ids, at);
  return set (self, class, g_steal_pointer (&ids));
}

void
jipyo_providers_reset (JipyoProviders *self, const char *class)
{
  g_return_if_fail (JIPYO_IS_PROVIDERS (self));
  if (jipyo_providers_is_usual (self, class))
    return;
  remember (self);
  jipyo_provider_order_set (self->order, class, NULL);
  save (self);
}

gboolean
jipyo_providers_undo (JipyoProviders *self)
{
  g_return_val_if_fail (JIPYO_IS_PROVIDERS (self), FALSE);
  g_autofree char *before = g_steal_pointer (&self->before);

  if (before == NULL || !jipyo_provider_order_parse (self->order, before))
    return FALSE;
  save (self);
  return TRUE;
}

void
jipyo_providers_take_key (JipyoProviders *self, const char *provider)
{
  g_return_if_fail (JIPYO_IS_PROVIDERS (self));
  if (jipyo_providers_is_asked (self, provider))
    restart_soon (self);
}
