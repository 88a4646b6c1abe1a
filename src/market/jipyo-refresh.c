/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The requests of one refresh run side by side; the task returns when the last one is done.
 */

#include "jipyo-refresh.h"

#include <string.h>

/* How long a share that its provider does not know is not asked for with the others. */
enum { SPOILER_MS = 60 * 60 * 1000 };

typedef struct {
  JipyoClient *client;           /* owned */
  const JipyoProvider *provider; /* the one that is being asked */
  char **instruments;            /* owned */
  JipyoRefresh *refresh;         /* owned until returned */
  guint pending;
  GPtrArray *fallbacks; /* of JipyoProvider, borrowed; owned */
  guint next;           /* of them */
  int interval_ms;
} Work;

typedef struct {
  GTask *task; /* owned */
  JipyoRequest *request;
  gboolean whole; /* the second way already */
} Leg;

void
jipyo_refresh_free (JipyoRefresh *refresh)
{
  if (refresh == NULL)
    return;
  g_ptr_array_unref (refresh->quotes);
  g_ptr_array_unref (refresh->failures);
  g_free (refresh);
}

static void
work_free (Work *work)
{
  g_clear_object (&work->client);
  g_strfreev (work->instruments);
  g_ptr_array_unref (work->fallbacks);
  jipyo_refresh_free (work->refresh);
  g_free (work);
}

static void
leg_free (Leg *leg)
{
  g_object_unref (leg->task);
  jipyo_request_free (leg->request);
  g_free (leg);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Leg, leg_free)

static void start_provider (GTask *task);

static void
add_failure (Work *work, const JipyoRequest *request, const GError *error, int retry_after_s)
{
  JipyoMarketError code = error->domain == JIPYO_MARKET_ERROR ? (JipyoMarketError) error->code
                                                              : JIPYO_MARKET_ERROR_CANCELLED;
  g_autofree char *message = jipyo_client_redact (work->client, error->message);
  JipyoFailure *failure = jipyo_failure_new (work->provider->id, code, message);

  failure->retry_after_s = retry_after_s;
  failure->instruments = g_strdupv (request->instruments);
  g_ptr_array_add (work->refresh->failures, failure);
}

static int
index_of (char **instruments, const char *instrument)
{
  for (int i = 0; instruments[i] != NULL; i++)
    if (strcmp (instruments[i], instrument) == 0)
      return i;
  return G_MAXINT;
}

static int
compare_order (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const JipyoQuote *first = *(JipyoQuote *const *) a;
  const JipyoQuote *second = *(JipyoQuote *const *) b;
  const Work *work = user_data;
  int at = index_of (work->instruments, first->instrument);
  int other = index_of (work->instruments, second->instrument);

  return (at > other) - (at < other);
}

/* A share or a coin that a provider does not know is gone, and another's price of it would be an
 * old one; an index or a currency does not vanish: then it is the provider that has. */
static gboolean
is_reason_to_go_on (const Work *work, const JipyoFailure *failure)
{
  if (failure->code == JIPYO_MARKET_ERROR_CANCELLED)
    return FALSE;
  if (failure->code != JIPYO_MARKET_ERROR_NOT_FOUND)
    return TRUE;
  for (guint i = 0; work->instruments[i] != NULL; i++)
    if (strchr (work->instruments[i], '-') != NULL
        || g_ascii_isdigit (strchr (work->instruments[i], ':')[1]))
      return FALSE;
  return TRUE;
}

static gboolean
can_ask (const Work *work, const JipyoProvider *provider)
{
  if (jipyo_client_is_elsewhere (work->client, provider))
    return FALSE;
  for (guint i = 0; work->instruments[i] != NULL; i++)
    if (!jipyo_provider_serves (provider, work->instruments[i]))
      return FALSE;
  return TRUE;
}

/* Another provider is asked only when the one before gave nothing at all. */
static const JipyoProvider *
find_next (Work *work)
{
  if (work->refresh->quotes->len > 0 || work->refresh->failures->len == 0
      || !is_reason_to_go_on (work, g_ptr_array_index (work->refresh->failures, 0)))
    return NULL;
  while (work->next < work->fallbacks->len) {
    const JipyoProvider *provider = g_ptr_array_index (work->fallbacks, work->next++);

    if (can_ask (work, provider))
      return provider;
  }
  return NULL;
}

static void
leg_ended (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  const JipyoProvider *next;

  if (--work->pending > 0)
    return;
  next = find_next (work);
  if (next != NULL) {
    work->provider = next;
    start_provider (task);
    return;
  }
  g_ptr_array_sort_with_data (work->refresh->quotes, compare_order, work);
  g_task_return_pointer (task, g_steal_pointer (&work->refresh),
                         (GDestroyNotify) jipyo_refresh_free);
}

static void
move_all (GPtrArray *to, GPtrArray *from)
{
  while (from->len > 0)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, 0));
}

static void
note_stand_in (Work *work, int due_ms)
{
  int *known_ms = &work->refresh->stand_in_ms;

  *known_ms = *known_ms == 0 ? due_ms : MIN (*known_ms, due_ms);
}

static void start_leg (GTask *task, JipyoRequest *request, gboolean whole);

/* A holiday has no figures: those of the day before are the newest then. */
static gboolean
take_day_before (Work *work, const Leg *leg, const GError *error)
{
  JipyoRequest *before;

  if (work->provider->plan_before == NULL
      || !g_error_matches (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NOT_FOUND))
    return FALSE;
  before = work->provider->plan_before (leg->request);
  if (before != NULL)
    start_leg (leg->task, before, FALSE);
  return before != NULL;
}

/* The request for one instrument by itself. (transfer full) */
static JipyoRequest *
plan_alone (const Work *work, const char *instrument)
{
  const char *one[] = { instrument, NULL };
  g_autoptr (GPtrArray) requests =
               g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_request_free);

  work->provider->plan (one, jipyo_client_get_now (work->client), requests);
  return g_ptr_array_steal_index (requests, 0);
}

/* Where there is no asking for everything, one delisted share must not hide the others. */
static gboolean
take_apart (Work *work, const Leg *leg, const GError *error)
{
  char **instruments = leg->request->instruments;

  if (!g_error_matches (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NOT_FOUND) || leg->whole
      || work->provider->plan_whole != NULL || instruments[1] == NULL)
    return FALSE;
  for (guint i = 0; instruments[i] != NULL; i++)
    start_leg (leg->task, plan_alone (work, instruments[i]), TRUE);
  return TRUE;
}

/* What spoilt an answer is left out of the next ones for a while. */
static void
note_spoiler (Work *work, const Leg *leg, const GError *error)
{
  if (leg->whole && work->provider->plan_whole == NULL
      && g_error_matches (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NOT_FOUND))
    jipyo_client_put_off (work->client, leg->request, SPOILER_MS);
}

static void
parse_body (Work *work, const Leg *leg, GBytes *body)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (body, &length);
  JipyoHarvest harvest = {
    .provider = work->provider->id,
    .instruments = (const char *const *) leg->request->instruments,
    .now_us = jipyo_client_get_now (work->client),
    .interval_ms = MAX (work->interval_ms, work->provider->interval_ms),
  };

  jipyo_harvest_init (&harvest);
  /* An answer that is no good as a whole gives nothing, however far it was read. */
  if (!work->provider->parse (&harvest, data, length, &error)) {
    g_ptr_array_set_size (harvest.quotes, 0);
    if (harvest.failures->len == 0 && !take_day_before (work, leg, error)
        && !take_apart (work, leg, error)) {
      note_spoiler (work, leg, error);
      add_failure (work, leg->request, error, -1);
    }
  }
  if (harvest.quotes->len > 0 && work->next > 0) {
    jipyo_client_put_off (work->client, leg->request, work->provider->interval_ms);
    note_stand_in (work, work->provider->interval_ms);
  }
  work->refresh->least_ms = MAX (work->refresh->least_ms, harvest.least_ms);
  move_all (work->refresh->quotes, harvest.quotes);
  move_all (work->refresh->failures, harvest.failures);
  jipyo_harvest_clear (&harvest);
}

/* One delisted coin makes the venue refuse the whole batch: then everything is asked for. */
static gboolean
take_second_way (Work *work, const Leg *leg, const GError *error)
{
  JipyoRequest *request;

  if (!g_error_matches (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NOT_FOUND) || leg->whole
      || work->provider->plan_whole == NULL || leg->request->instruments[1] == NULL)
    return FALSE;
  request = work->provider->plan_whole ((const char *const *) leg->request->instruments);
  if (request == NULL)
    return FALSE;
  start_leg (leg->task, request, TRUE);
  return TRUE;
}

static void
body_received_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Leg) leg = user_data;
  Work *work = g_task_get_task_data (leg->task);
  g_autoptr (GError) error = NULL;
  int retry_after_s;
  g_autoptr (GBytes) body =
               jipyo_client_get_finish (JIPYO_CLIENT (object), result, &retry_after_s, &error);

  if (body != NULL)
    parse_body (work, leg, body);
  else if (!take_second_way (work, leg, error) && !take_apart (work, leg, error)) {
    note_spoiler (work, leg, error);
    add_failure (work, leg->request, error, retry_after_s);
  }
  leg_ended (leg->task);
}

/* Takes `request`. */
static void
start_leg (GTask *task, JipyoRequest *request, gboolean whole)
{
  Work *work = g_task_get_task_data (task);
  JipyoClientRequest get = { .provider = work->provider, .path = request->path };
  Leg *leg = g_new0 (Leg, 1);

  leg->task = g_object_ref (task);
  leg->request = request;
  leg->whole = whole;
  work->pending++;
  jipyo_client_get_async (work->client, &get, g_task_get_cancellable (task), body_received_cb, leg);
}

/* Without those that spoilt an answer lately; of each of them that is said. (transfer full) */
static char **
list_wanted (Work *work)
{
  g_autoptr (GStrvBuilder) wanted = g_strv_builder_new ();
  const gboolean several = work->instruments[0] != NULL && work->instruments[1] != NULL
                           && work->provider->plan_whole == NULL;

  for (guint i = 0; work->instruments[i] != NULL; i++) {
    g_autoptr (JipyoRequest) alone = several ? plan_alone (work, work->instruments[i]) : NULL;
    g_autoptr (GError) error = NULL;

    if (alone == NULL || work->next > 0 || jipyo_client_get_turn (work->client, alone) == 0) {
      g_strv_builder_add (wanted, work->instruments[i]);
      continue;
    }
    g_set_error_literal (&error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NOT_FOUND,
                         "not known to the provider when it was asked last");
    add_failure (work, alone, error, -1);
  }
  return g_strv_builder_end (wanted);
}

/* Holds one `pending` of its own, so that the task cannot end before the last request began. */
static void
start_provider (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  g_autoptr (GPtrArray) requests = g_ptr_array_new ();
  g_auto (GStrv) wanted = list_wanted (work);

  work->pending++;
  if (wanted[0] != NULL)
    work->provider->plan ((const char *const *) wanted, jipyo_client_get_now (work->client),
                          requests);
  for (guint i = 0; i < requests->len; i++) {
    JipyoRequest *request = g_ptr_array_index (requests, i);
    int turn_ms = work->next > 0 ? jipyo_client_get_turn (work->client, request) : 0;

    if (turn_ms == 0) {
      start_leg (task, request, FALSE);
      continue;
    }
    /* What it said last still holds, so nobody after it is asked either. */
    work->next = work->fallbacks->len;
    note_stand_in (work, turn_ms);
    jipyo_request_free (request);
  }
  leg_ended (task);
}

void
jipyo_refresh_async (JipyoClient *client,
                     const JipyoRefreshOrder *order,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (client, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  /* A cancelled refresh still says what it has. */
  g_task_set_check_cancellable (task, FALSE);
  work->client = g_object_ref (client);
  work->provider = order->provider;
  work->instruments = g_strdupv ((char **) order->instruments);
  work->fallbacks = g_ptr_array_new ();
  for (guint i = 0; order->fallbacks != NULL && order->fallbacks[i] != NULL; i++)
    g_ptr_array_add (work->fallbacks, (gpointer) order->fallbacks[i]);
  work->interval_ms = order->interval_ms;
  work->refresh = g_new0 (JipyoRefresh, 1);
  work->refresh->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  work->refresh->failures = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_failure_free);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  start_provider (task);
}

JipyoRefresh *
jipyo_refresh_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
