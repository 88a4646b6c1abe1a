/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom to ask is kept, and the last change can be taken back; of each provider is known what came
 * of it.
 */

#include "jipyo-provider-choice.h"
#include "jipyo-providers.h"

static JipyoProviders *
open_providers (void)
{
  g_autofree char *path = jipyo_provider_choice_path ();

  return jipyo_providers_new (path);
}

static void
wait_for_save (JipyoProviders *providers)
{
  while (jipyo_own_file_is_saving (jipyo_providers_get_file (providers)))
    g_main_context_iteration (NULL, TRUE);
}

static void
close_providers (JipyoProviders *providers)
{
  wait_for_save (providers);
  g_assert_finalize_object (providers);
}

static void
assert_asked (JipyoProviders *providers, const char *class, const char *expected)
{
  g_autofree char *ids = g_strjoinv (" ", (char **) jipyo_providers_get_asked (providers, class));

  g_assert_cmpstr (ids, ==, expected);
}

static void
assert_unasked (JipyoProviders *providers, const char *class, const char *expected)
{
  g_autofree const char **unasked = jipyo_providers_list_unasked (providers, class);
  g_autofree char *ids = g_strjoinv (" ", (char **) unasked);

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_kept (void)
{
  JipyoProviders *providers = open_providers ();

  assert_asked (providers, "fx", "naver-fx frankfurter yahoo");
  assert_unasked (providers, "fx", "ecos");
  g_assert_true (jipyo_providers_is_usual (providers, "fx"));
  g_assert_true (jipyo_providers_move (providers, "fx", "yahoo", 0));
  g_assert_true (jipyo_providers_set_asked (providers, "fx", "ecos", TRUE));
  g_assert_true (jipyo_providers_set_asked (providers, "fx", "frankfurter", FALSE));
  close_providers (providers);

  providers = open_providers ();
  assert_asked (providers, "fx", "yahoo naver-fx ecos");
  assert_unasked (providers, "fx", "frankfurter");
  g_assert_false (jipyo_providers_is_usual (providers, "fx"));
  assert_asked (providers, "krx-index", "naver yahoo");
  assert_unasked (providers, "krx-index", "krx datagokr");
  assert_unasked (providers, "usd", "");
  assert_unasked (providers, "bithumb", "");
  jipyo_providers_reset (providers, "fx");
  assert_asked (providers, "fx", "naver-fx frankfurter yahoo");
  close_providers (providers);
}

/* A class always has somebody who is asked, and nobody who cannot have its instruments. */
static void
test_refused (void)
{
  JipyoProviders *providers = open_providers ();

  g_assert_false (jipyo_providers_set_asked (providers, "upbit", "upbit", FALSE));
  g_assert_false (jipyo_providers_set_asked (providers, "fx", "upbit", TRUE));
  g_assert_false (jipyo_providers_set_asked (providers, "fx", "yahoo", TRUE));
  g_assert_false (jipyo_providers_move (providers, "fx", "ecos", 0));
  g_assert_false (jipyo_providers_move (providers, "fx", "yahoo", 9));
  g_assert_false (jipyo_providers_undo (providers));
  assert_asked (providers, "fx", "naver-fx frankfurter yahoo");
  close_providers (providers);
}

static void
test_undone (void)
{
  JipyoProviders *providers = open_providers ();

  jipyo_providers_move (providers, "fx", "naver-fx", -1);
  jipyo_providers_set_asked (providers, "krx-index", "krx", TRUE);
  g_assert_true (jipyo_providers_undo (providers));
  assert_asked (providers, "krx-index", "naver yahoo");
  assert_asked (providers, "fx", "frankfurter yahoo naver-fx");
  g_assert_false (jipyo_providers_undo (providers));
  close_providers (providers);
}

/* A file that is none of this counts for nothing and is put aside. */
static void
test_damaged (void)
{
  g_autofree char *path = jipyo_provider_choice_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  JipyoProviders *providers;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (
    path, "{\"version\": 1, \"provider-order\": {\"fx\": [\"upbit\"]}}", -1, NULL));
  providers = open_providers ();
  assert_asked (providers, "fx", "naver-fx frankfurter yahoo");
  g_assert_nonnull (
    g_strrstr (jipyo_own_file_get_problem (jipyo_providers_get_file (providers)), "damaged-1"));
  close_providers (providers);
}

static void
changed_cb (guint *changes)
{
  (*changes)++;
}

/* What the command writes is taken over. */
static void
test_followed (void)
{
  JipyoProviders *providers = open_providers ();
  g_autoptr (JipyoProviderOrder) order = jipyo_provider_order_new ();
  static const char *const turned[] = { "yahoo", "naver", NULL };
  guint changes = 0;

  g_signal_connect_swapped (providers, "changed", G_CALLBACK (changed_cb), &changes);
  jipyo_provider_order_set (order, "krx-share", turned);
  g_assert_true (jipyo_provider_choice_save (order, NULL));
  while (changes == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_asked (providers, "krx-share", "yahoo naver");
  close_providers (providers);
}

static void
fail (JipyoFeedSupervisor *feed, const char *provider, const char *code, int retry_after_s)
{
  g_signal_emit_by_name (feed, "failed", provider, code, "said", retry_after_s);
}

static void
answer (JipyoFeedSupervisor *feed, const char *provider)
{
  g_autoptr (JipyoQuote) quote = jipyo_quote_new ("fx:USDKRW", provider);

  g_signal_emit_by_name (feed, "quote-received", quote);
}

static void
test_state (void)
{
  const JipyoFeedOptions options = { .program = "/bin/false" };
  JipyoFeedSupervisor *feed = jipyo_feed_supervisor_new (&options);
  JipyoFeedPacer *pacer = jipyo_feed_pacer_new (feed);
  JipyoProviders *providers = open_providers ();
  const JipyoProviderState *state;

  jipyo_providers_set_feed (providers, feed, pacer);
  g_assert_null (jipyo_providers_get_state (providers, "yahoo"));
  fail (feed, "yahoo", "not-found", -1);
  fail (feed, "", "not-found", -1);
  g_assert_null (jipyo_providers_get_state (providers, "yahoo"));
  fail (feed, "yahoo", "rate-limited", 60);
  state = jipyo_providers_get_state (providers, "yahoo");
  g_assert_cmpstr (state->code, ==, "rate-limited");
  g_assert_cmpint (state->answered_us, ==, 0);
  g_assert_cmpint (state->until_us - state->failing_us, ==, 60 * G_USEC_PER_SEC);
  answer (feed, "yahoo");
  g_assert_null (state->code);
  g_assert_cmpint (state->answered_us, >, 0);
  g_assert_cmpint (state->failing_us, ==, 0);
  fail (feed, "yahoo", "bad-reply", -1); /* of one of its instruments */
  g_assert_null (state->code);
  close_providers (providers);
  g_assert_finalize_object (pacer);
  g_assert_finalize_object (feed);
}

/* How often is asked now follows what is to be saved. */
static void
test_pace (void)
{
  static const struct {
    const char *saving;
    gboolean visible;
    const char *pace;
    int upbit_s, frankfurter_s;
  } cases[] = {
    { NULL, TRUE, "visible", 10, 86400 },
    { NULL, FALSE, "hidden", 60, 86400 },
    { "metered", TRUE, "metered", 300, 86400 },
    { "power-saver", FALSE, "power-saver", 300, 86400 },
  };
  const JipyoFeedOptions options = { .program = "/bin/false" };
  g_autoptr (JipyoFeedSupervisor) feed = jipyo_feed_supervisor_new (&options);
  g_autoptr (JipyoFeedPacer) pacer = jipyo_feed_pacer_new (feed);
  JipyoProviders *providers = open_providers ();

  g_assert_cmpint (jipyo_providers_get_interval (providers, "upbit"), ==, 10);
  jipyo_providers_set_feed (providers, feed, pacer);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    jipyo_feed_pacer_set_saving (pacer, cases[i].saving);
    jipyo_feed_pacer_set_visible (pacer, cases[i].visible);
    g_assert_cmpstr (jipyo_providers_get_pace (providers), ==, cases[i].pace);
    g_assert_cmpint (jipyo_providers_get_interval (providers, "upbit"), ==, cases[i].upbit_s);
    g_assert_cmpint (jipyo_providers_get_interval (providers, "frankfurter"), ==,
                     cases[i].frankfurter_s);
  }
  close_providers (providers);
}

static void
test_facts (void)
{
  g_assert_true (jipyo_providers_takes_key ("ecos"));
  g_assert_false (jipyo_providers_takes_key ("upbit"));
  g_assert_true (jipyo_providers_streams ("upbit"));
  g_assert_false (jipyo_providers_streams ("yahoo"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/providers/kept", test_kept);
  g_test_add_func ("/app/providers/refused", test_refused);
  g_test_add_func ("/app/providers/undone", test_undone);
  g_test_add_func ("/app/providers/damaged", test_damaged);
  g_test_add_func ("/app/providers/followed", test_followed);
  g_test_add_func ("/app/providers/state", test_state);
  g_test_add_func ("/app/providers/pace", test_pace);
  g_test_add_func ("/app/providers/facts", test_facts);
  return g_test_run ();
}
