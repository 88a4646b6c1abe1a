/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When an exchange is stopped that somebody calls off, and one that is condemned.
 */

#include "jipyo-guard.h"

typedef struct {
  JipyoGuard guard;
  gboolean told; /* that the head of the answer was read */
} Exchange;

static void
set_up (Exchange *exchange, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoOrigin) origin = jipyo_origin_new ("http://127.0.0.1:9/", &error);

  g_assert_no_error (error);
  jipyo_guard_init (&exchange->guard, origin);
  exchange->told = FALSE;
}

static void
tear_down (Exchange *exchange, gconstpointer data)
{
  jipyo_guard_clear (&exchange->guard);
}

static void
head_told_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Exchange *exchange = user_data;

  g_assert_true (g_task_propagate_boolean (G_TASK (result), NULL));
  exchange->told = TRUE;
}

/* As libsoup says that a head was read: what was done is done, and told in a moment. */
static void
read_head (Exchange *exchange)
{
  g_autoptr (GTask) task = g_task_new (NULL, exchange->guard.own, head_told_cb, exchange);

  g_task_return_boolean (task, TRUE);
}

static void
run_until_stopped (const Exchange *exchange)
{
  while (!g_cancellable_is_cancelled (exchange->guard.own))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_called_off (Exchange *exchange, gconstpointer data)
{
  read_head (exchange);
  jipyo_guard_call_off (&exchange->guard, JIPYO_MARKET_ERROR_TIMED_OUT, "late");
  g_assert_false (g_cancellable_is_cancelled (exchange->guard.own));
  run_until_stopped (exchange);
  g_assert_true (exchange->told);
  g_assert_error (exchange->guard.verdict, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_TIMED_OUT);
}

static void
test_caller (Exchange *exchange, gconstpointer data)
{
  g_autoptr (GCancellable) caller = g_cancellable_new ();

  jipyo_guard_heed (&exchange->guard, caller);
  read_head (exchange);
  g_cancellable_cancel (caller);
  run_until_stopped (exchange);
  g_assert_true (exchange->told);
  g_assert_error (exchange->guard.verdict, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_CANCELLED);
}

/* Not a byte more may go where it must not. */
static void
test_condemned (Exchange *exchange, gconstpointer data)
{
  jipyo_guard_condemn (&exchange->guard, JIPYO_MARKET_ERROR_OFFLINE, "not there");
  g_assert_true (g_cancellable_is_cancelled (exchange->guard.own));
}

/* The exchange may be over, and its guard gone, before its turn comes. */
static void
test_gone (Exchange *exchange, gconstpointer data)
{
  g_autoptr (GCancellable) own = g_object_ref (exchange->guard.own);

  jipyo_guard_call_off (&exchange->guard, JIPYO_MARKET_ERROR_TIMED_OUT, "late");
  jipyo_guard_clear (&exchange->guard);
  while (!g_cancellable_is_cancelled (own))
    g_main_context_iteration (NULL, TRUE);
  set_up (exchange, data);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/market/guard/called-off", Exchange, NULL, set_up, test_called_off, tear_down);
  g_test_add ("/market/guard/caller", Exchange, NULL, set_up, test_caller, tear_down);
  g_test_add ("/market/guard/condemned", Exchange, NULL, set_up, test_condemned, tear_down);
  g_test_add ("/market/guard/gone", Exchange, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
