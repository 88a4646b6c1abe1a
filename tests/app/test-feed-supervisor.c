/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The feed child under its supervisor: the real program against a loopback exchange, killed,
 * stopped and replaced by impostors. JIPYO_PROGRAM names the program; `--kills N` runs the kill
 * loop that often instead of twenty times.
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "exchange.h"
#include "jipyo-feed-program.h"
#include "jipyo-feed-supervisor.h"

enum {
  PATIENCE_US = 20 * G_USEC_PER_SEC,
  BACK_US = 3 * G_USEC_PER_SEC,
  UNDYING_US = 10 * G_USEC_PER_SEC
};

static guint kills = 20;

typedef struct {
  Exchange *exchange;
  JipyoFeedSupervisor *supervisor;
  guint quotes;
  guint failures;
  guint notices;
  JipyoListing listing; /* of the newest notice */
  char *last;           /* of the newest quote */
  char *code;           /* of the newest failure */
  char *provider;       /* likewise */
} Fixture;

static void
quote_received_cb (JipyoFeedSupervisor *supervisor, const JipyoQuote *quote, Fixture *fixture)
{
  fixture->quotes++;
  g_free (fixture->last);
  fixture->last = jipyo_decimal_format (quote->last);
}

static void
listed_cb (JipyoFeedSupervisor *supervisor, const char *instrument, int listing, Fixture *fixture)
{
  g_assert_cmpstr (instrument, ==, "upbit:KRW-BTC");
  fixture->notices++;
  fixture->listing = (JipyoListing) listing;
}

static void
failed_cb (JipyoFeedSupervisor *supervisor,
           const char *provider,
           const char *code,
           const char *message,
           int retry_after_s,
           Fixture *fixture)
{
  fixture->failures++;
  g_free (fixture->code);
  fixture->code = g_strdup (code);
  g_free (fixture->provider);
  fixture->provider = g_strdup (provider);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const instruments[] = { "upbit:KRW-BTC", NULL };
  g_autofree char *endpoint = NULL;
  const char *endpoints[] = { NULL, NULL };
  JipyoFeedOptions options = {
    .program = data != NULL ? data : g_getenv ("JIPYO_PROGRAM"),
    .endpoints = endpoints,
    .instruments = instruments,
  };

  fixture->exchange = exchange_new (0, NULL);
  endpoint = exchange_format_endpoint (fixture->exchange, "upbit");
  endpoints[0] = endpoint;
  fixture->supervisor = jipyo_feed_supervisor_new (&options);
  g_signal_connect (fixture->supervisor, "quote-received", G_CALLBACK (quote_received_cb), fixture);
  g_signal_connect (fixture->supervisor, "listed", G_CALLBACK (listed_cb), fixture);
  g_signal_connect (fixture->supervisor, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->supervisor);
  exchange_free (fixture->exchange);
  g_free (fixture->last);
  g_free (fixture->code);
  g_free (fixture->provider);
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the loop until `counter` passes `beyond`; how long that took. */
static gint64
wait_for (const guint *counter, guint beyond)
{
  gint64 start_us = g_get_monotonic_time ();
  guint ticker = g_timeout_add (50, tick_cb, NULL);

  while (*counter <= beyond && g_get_monotonic_time () - start_us < PATIENCE_US)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticker);
  g_assert_cmpuint (*counter, >, beyond);
  return g_get_monotonic_time () - start_us;
}

static void
wait_for_deaths (Fixture *fixture, guint count)
{
  gint64 start_us = g_get_monotonic_time ();

  while (jipyo_feed_supervisor_get_deaths (fixture->supervisor) < count
         && g_get_monotonic_time () - start_us < PATIENCE_US)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (jipyo_feed_supervisor_get_deaths (fixture->supervisor), >=, count);
}

static void
test_quotes (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (jipyo_feed_supervisor_get_link (fixture->supervisor), ==, "off");
  jipyo_feed_supervisor_start (fixture->supervisor);
  g_assert_cmpstr (jipyo_feed_supervisor_get_link (fixture->supervisor), ==, "connecting");
  wait_for (&fixture->quotes, 0);
  g_assert_cmpstr (fixture->last, ==, "120");
  g_assert_cmpstr (jipyo_feed_supervisor_get_link (fixture->supervisor), ==, "up");
  jipyo_feed_supervisor_refresh (fixture->supervisor);
  wait_for (&fixture->quotes, 1);
  jipyo_feed_supervisor_stop (fixture->supervisor);
  g_assert_cmpstr (jipyo_feed_supervisor_get_link (fixture->supervisor), ==, "off");
  g_assert_cmpint (jipyo_feed_supervisor_get_pid (fixture->supervisor), ==, 0);
}

/* Each child is told whom to ask: the one that runs, and the next. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const char *const krx[] = { "krx:KOSPI", NULL };
  int pid;

  exchange_set_script (fixture->exchange, "429");
  jipyo_feed_supervisor_watch (fixture->supervisor, krx);
  jipyo_feed_supervisor_set_order (fixture->supervisor, "krx-index=krx");
  jipyo_feed_supervisor_start (fixture->supervisor);
  wait_for (&fixture->failures, 0);
  g_assert_cmpstr (fixture->code, ==, "no-key");
  pid = jipyo_feed_supervisor_get_pid (fixture->supervisor);
  jipyo_feed_supervisor_restart (fixture->supervisor);
  g_assert_cmpint (jipyo_feed_supervisor_get_pid (fixture->supervisor), !=, pid);
  g_assert_cmpuint (jipyo_feed_supervisor_get_deaths (fixture->supervisor), ==, 0);
  wait_for (&fixture->failures, fixture->failures);
  g_assert_cmpstr (fixture->code, ==, "no-key");
  pid = jipyo_feed_supervisor_get_pid (fixture->supervisor);
  jipyo_feed_supervisor_set_order (fixture->supervisor, "krx-index=datagokr");
  wait_for (&fixture->failures, fixture->failures);
  g_assert_cmpstr (fixture->provider, ==, "datagokr");
  g_assert_cmpint (jipyo_feed_supervisor_get_pid (fixture->supervisor), ==, pid);
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  exchange_set_script (fixture->exchange, "429");
  jipyo_feed_supervisor_start (fixture->supervisor);
  wait_for (&fixture->failures, 0);
  g_assert_cmpstr (fixture->code, ==, "rate-limited");
  g_assert_cmpuint (fixture->quotes, ==, 0);
}

static void
test_watch_changes (Fixture *fixture, gconstpointer data)
{
  static const char *const nobody_has[] = { "upbit:NOTHING", NULL };
  static const char *const missing[] = { "upbit:KRW-ETH", NULL };

  jipyo_feed_supervisor_start (fixture->supervisor);
  wait_for (&fixture->quotes, 0);
  jipyo_feed_supervisor_watch (fixture->supervisor, nobody_has);
  wait_for (&fixture->failures, 0);
  g_assert_cmpstr (fixture->code, ==, "not-found");
  jipyo_feed_supervisor_watch (fixture->supervisor, missing);
  wait_for (&fixture->failures, 1);
  g_assert_cmpstr (fixture->code, ==, "not-found");
}

/* N1: where nobody listens, that is known, and it is gone on trying. */
static void
test_offline (Fixture *fixture, gconstpointer data)
{
  static const char *const endpoints[] = { "upbit=http://127.0.0.1:1", NULL };
  static const char *const instruments[] = { "upbit:KRW-BTC", NULL };
  const JipyoFeedOptions options = { g_getenv ("JIPYO_PROGRAM"), endpoints, instruments };

  g_clear_object (&fixture->supervisor);
  fixture->supervisor = jipyo_feed_supervisor_new (&options);
  g_signal_connect (fixture->supervisor, "failed", G_CALLBACK (failed_cb), fixture);
  jipyo_feed_supervisor_start (fixture->supervisor);
  wait_for (&fixture->failures, 0);
  g_assert_cmpstr (fixture->code, ==, "offline");
  g_assert_cmpstr (jipyo_feed_supervisor_get_link (fixture->supervisor), ==, "offline");
}

/* N29 */
static void
test_kills (Fixture *fixture, gconstpointer data)
{
  static const int ways[] = { SIGKILL, SIGSEGV, SIGTERM, SIGKILL };
  gint64 worst_us = 0;

  jipyo_feed_supervisor_start (fixture->supervisor);
  wait_for (&fixture->quotes, 0);
  for (guint i = 0; i < kills; i++) {
    guint seen = fixture->quotes;
    gint64 back_us;

    g_assert_cmpint (kill (jipyo_feed_supervisor_get_pid (fixture->supervisor), ways[i % 4]), ==,
                     0);
    wait_for_deaths (fixture, i + 1);
    back_us = wait_for (&fixture->quotes, seen);
    worst_us = MAX (worst_us, back_us);
    g_assert_cmpint (back_us, <, BACK_US);
  }
  g_test_message ("%u kills, quotes back within %d ms", kills, (int) (worst_us / 1000));
}

/* Killed before it can say a word, again and again: it must still come back soon after. */
static void
test_killed_at_birth (Fixture *fixture, gconstpointer data)
{
  jipyo_feed_supervisor_start (fixture->supervisor);
  for (guint i = 0; i < 6; i++) {
    while (jipyo_feed_supervisor_get_pid (fixture->supervisor) == 0)
      g_main_context_iteration (NULL, TRUE);
    kill (jipyo_feed_supervisor_get_pid (fixture->supervisor), SIGKILL);
    wait_for_deaths (fixture, i + 1);
  }
  g_assert_cmpint (wait_for (&fixture->quotes, fixture->quotes), <, BACK_US);
}

static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  guint seen;

  jipyo_feed_supervisor_start (fixture->supervisor);
  wait_for (&fixture->quotes, 0);
  seen = fixture->quotes;
  kill (jipyo_feed_supervisor_get_pid (fixture->supervisor), SIGSTOP);
  wait_for_deaths (fixture, 1);
  g_assert_cmpint (wait_for (&fixture->quotes, seen), <, BACK_US);
}

/* Frozen before it can say a word: that is noticed as soon as a later silence, nearly. */
static void
test_stopped_at_birth (Fixture *fixture, gconstpointer data)
{
  gint64 start_us = g_get_monotonic_time ();

  jipyo_feed_supervisor_start (fixture->supervisor);
  kill (jipyo_feed_supervisor_get_pid (fixture->supervisor), SIGSTOP);
  wait_for_deaths (fixture, 1);
  wait_for (&fixture->quotes, 0);
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 2 * BACK_US);
}

/* A process that does not go away when it is killed keeps the next one waiting no longer than one
 * that does. */
static void
test_undying (Fixture *fixture, gconstpointer data)
{
  gint64 start_us = g_get_monotonic_time ();

  jipyo_feed_supervisor_start (fixture->supervisor);
  wait_for_deaths (fixture, 1);
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, UNDYING_US);
}

/* What is no line of a feed costs the child its life and reaches nobody. */
static void
test_impostor (Fixture *fixture, gconstpointer data)
{
  jipyo_feed_supervisor_start (fixture->supervisor);
  wait_for_deaths (fixture, 2);
  g_assert_cmpuint (fixture->quotes + fixture->notices, ==, 0);
  g_assert_cmpstr (jipyo_feed_supervisor_get_link (fixture->supervisor), ==, "retrying");
}

/* What the venue says of an instrument comes through. */
static void
test_listed (Fixture *fixture, gconstpointer data)
{
  g_assert_true (exchange_set_script (fixture->exchange, "delisting"));
  jipyo_feed_supervisor_start (fixture->supervisor);
  wait_for (&fixture->notices, 0);
  g_assert_cmpint (fixture->listing, ==, JIPYO_LISTING_LISTED);
}

/* S7 */
static void
test_confined (Fixture *fixture, gconstpointer data)
{
  g_autofree char *status_path = NULL;
  g_autofree char *cwd_path = NULL;
  g_autofree char *status = NULL;
  g_autofree char *cwd = NULL;
  g_autofree char *limits_path = NULL;
  g_autofree char *limits = NULL;
  int pid;

  jipyo_feed_supervisor_start (fixture->supervisor);
  wait_for (&fixture->quotes, 0);
  pid = jipyo_feed_supervisor_get_pid (fixture->supervisor);
  status_path = g_strdup_printf ("/proc/%d/status", pid);
  cwd_path = g_strdup_printf ("/proc/%d/cwd", pid);
  g_assert_true (g_file_get_contents (status_path, &status, NULL, NULL));
  g_assert_nonnull (strstr (status, "NoNewPrivs:\t1"));
  cwd = g_file_read_link (cwd_path, NULL);
  g_assert_cmpstr (cwd, ==, "/");
  limits_path = g_strdup_printf ("/proc/%d/limits", pid);
  g_assert_true (g_file_get_contents (limits_path, &limits, NULL, NULL));
  g_assert_true (g_regex_match_simple ("Max core file size +0 +0 ", limits, 0, 0));
}

/* Silent, and one of its threads is traced by its own child, which does not look after it: a dead
 * thread stays until the one that traces it has looked, and its process with it. */
static const char undying[] = "#!/usr/bin/python3\n"
                              "import ctypes, os, threading, time\n"
                              "libc = ctypes.CDLL(None)\n"
                              "libc.prctl(0x59616d61, ctypes.c_ulong(-1), 0, 0, 0)\n"
                              "thread = threading.Thread(target=time.sleep, args=(60,))\n"
                              "thread.start()\n"
                              "if os.fork() == 0:\n"
                              "    os.close(1)\n"
                              "    libc.ptrace(0x4206, thread.native_id, None, None)\n"
                              "    time.sleep(15)\n"
                              "    os._exit(0)\n";

static char *
write_impostor (const char *folder, const char *name, const char *script)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, script, -1, NULL));
  g_assert_cmpint (g_chmod (path, 0700), ==, 0);
  return path;
}

static void
renamed_cb (JipyoFeedSupervisor *supervisor,
            const char *instrument,
            const char *successor,
            Fixture *fixture)
{
  g_assert_cmpstr (instrument, ==, "upbit:KRW-BTC");
  g_free (fixture->last);
  fixture->last = g_strdup (successor);
  fixture->quotes++;
}

static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  g_signal_connect (fixture->supervisor, "renamed", G_CALLBACK (renamed_cb), fixture);
  jipyo_feed_supervisor_start (fixture->supervisor);
  wait_for (&fixture->quotes, 0);
  g_assert_cmpstr (fixture->last, ==, "upbit:KRW-XBT");
}

/* Neither a program that is no jipyo, as this one, nor a feed starts a feed: they would start each
 * other without end. */
static void
test_no_bomb (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *self = jipyo_feed_program_find (NULL, &error);
  g_autofree char *named = jipyo_feed_program_find ("/bin/false", NULL);
  JipyoFeedOptions options = { 0 };

  g_assert_null (self);
  g_assert_error (error, G_SPAWN_ERROR, G_SPAWN_ERROR_INVAL);
  g_assert_nonnull (strstr (error->message, "no jipyo: /"));
  g_assert_nonnull (strstr (error->message, "test-feed-supervisor"));
  g_assert_cmpstr (named, ==, "/bin/false");
  g_autoptr (JipyoFeedSupervisor) supervisor = jipyo_feed_supervisor_new (&options);
  g_test_expect_message ("jipyo-app", G_LOG_LEVEL_MESSAGE, "*cannot be started*no jipyo*");
  jipyo_feed_supervisor_start (supervisor);
  g_test_assert_expected_messages ();
  g_assert_cmpint (jipyo_feed_supervisor_get_pid (supervisor), ==, 0);
  g_assert_cmpstr (jipyo_feed_supervisor_get_link (supervisor), ==, "retrying");
}

/* A jipyo is one by what it says of itself, under whatever name its file lies. */
static void
test_other_name (void)
{
  g_autofree char *before = g_strdup (g_get_prgname ());
  g_autoptr (GError) error = NULL;

  g_set_prgname ("jipyo");
  g_autofree char *program = jipyo_feed_program_find (NULL, &error);
  g_set_prgname (before);
  g_assert_no_error (error);
  g_assert_cmpstr (program, ==, "/proc/self/exe");
}

/* What is started knows that it is a feed; the program itself refuses then, whatever it is called.
 */
static void
test_marked (void)
{
  g_autoptr (GError) error = NULL;

  g_setenv (JIPYO_FEED_PROGRAM_MARK, "1", TRUE);
  g_assert_null (jipyo_feed_program_find ("/bin/false", &error));
  g_assert_error (error, G_SPAWN_ERROR, G_SPAWN_ERROR_INVAL);
  g_unsetenv (JIPYO_FEED_PROGRAM_MARK);
}

static void
add (const char *name, const void *data, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/app/feed-supervisor/", name, NULL);

  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

/* What stands in for the feed: a script, and what is to come of it. */
static const struct {
  const char *name;
  const char *script;
  void (*test) (Fixture *, gconstpointer);
} impostors[] = {
  { "undying", undying, test_undying },
  { "marks-its-child", "#!/bin/sh\n[ -n \"$JIPYO_IS_FEED\" ] && exec \"$JIPYO_PROGRAM\" \"$@\"\n",
    test_quotes },
  { "renamed",
    "#!/bin/sh\necho '{\"listings\":[{\"instrument\":\"upbit:KRW-BTC\",\"listing\":\"delisted\","
    "\"successor\":\"upbit:KRW-XBT\"}]}'\nexec sleep 60\n",
    test_renamed },
  { "impostor-misnaming",
    "#!/bin/sh\necho '{\"listings\":[{\"instrument\":\"upbit:KRW-BTC\",\"listing\":\"delisted\","
    "\"successor\":\"<b>\"}]}'\nexec sleep 60\n",
    test_impostor },
  /* Neither of them is ever silent. */
  { "impostor-chatter", "#!/bin/sh\nwhile echo hello; do sleep 0.2; done\n", test_impostor },
  { "impostor-endless-line", "#!/bin/sh\nwhile printf %08192d 0; do sleep 0.05; done\n",
    test_impostor },
  { "impostor-babble", "#!/bin/sh\necho hello\nexec sleep 60\n", test_impostor },
  { "impostor-flood", "#!/bin/sh\nexec cat /dev/zero\n", test_impostor },
  { "impostor-forged",
    "#!/bin/sh\necho '{\"instrument\":\"upbit:KRW-BTC\",\"provider\":\"upbit\",\"last\":\"0\"}'\n"
    "exec sleep 60\n",
    test_impostor },
  { "impostor-slandering",
    "#!/bin/sh\necho '{\"listings\":[{\"instrument\":\"upbit:KRW-BTC\",\"listing\":\"delisted\"},"
    "{\"instrument\":\"upbit:KRW-BTC\",\"listing\":\"perhaps\"}]}'\nexec sleep 60\n",
    test_impostor },
};

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  char *scripts[G_N_ELEMENTS (impostors)];
  int status;

  g_test_init (&argc, &argv, NULL);
  if (argc == 3 && strcmp (argv[1], "--kills") == 0)
    kills = (guint) atoi (argv[2]);
  folder = g_dir_make_tmp ("jipyo-test-XXXXXX", NULL);
  add ("quotes", NULL, test_quotes);
  add ("failure", NULL, test_failure);
  add ("order", NULL, test_order);
  add ("offline", NULL, test_offline);
  add ("watch-changes", NULL, test_watch_changes);
  add ("kills", NULL, test_kills);
  add ("killed-at-birth", NULL, test_killed_at_birth);
  add ("stopped", NULL, test_stopped);
  add ("stopped-at-birth", NULL, test_stopped_at_birth);
  add ("listed", NULL, test_listed);
  add ("confined", NULL, test_confined);
  g_test_add_func ("/app/feed-supervisor/no-bomb", test_no_bomb);
  g_test_add_func ("/app/feed-supervisor/other-name", test_other_name);
  g_test_add_func ("/app/feed-supervisor/marked", test_marked);
  for (guint i = 0; i < G_N_ELEMENTS (impostors); i++) {
    scripts[i] = write_impostor (folder, impostors[i].name, impostors[i].script);
    add (impostors[i].name, scripts[i], impostors[i].test);
  }
  add ("impostor-dead", "/bin/false", test_impostor);
  status = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (impostors); i++) {
    g_remove (scripts[i]);
    g_free (scripts[i]);
  }
  g_rmdir (folder);
  return status;
}
