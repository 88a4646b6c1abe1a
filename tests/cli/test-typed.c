/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs the program as one types it: exit statuses, what goes to standard output and what to
 * standard error, formats, files, and quotes from an exchange on a loopback port.
 */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/wait.h>

#include "exchange.h"

typedef struct {
  const char *name;
  const char *arguments;
  int status;
  const char *out; /* a part of it; NULL: nothing is printed */
  const char *err;
} Case;

typedef struct {
  int status;
  char *out;
  char *err;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_free (outcome->out);
  g_free (outcome->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static Outcome run (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The shell quotes and redirects. English, unless the arguments say otherwise. */
static Outcome
run (const char *format, ...)
{
  Outcome outcome = { 0 };
  g_autoptr (GError) error = NULL;
  va_list values;

  va_start (values, format);
  g_autofree char *arguments = g_strdup_vprintf (format, values);
  va_end (values);
  g_autofree char *program = g_shell_quote (g_getenv ("JIPYO_PROGRAM"));
  g_autofree char *line = g_strdup_printf ("exec %s %s", program, arguments);
  char *argv[] = { (char *) "/bin/sh", (char *) "-c", line, NULL };

  if (!g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &outcome.out, &outcome.err,
                     &outcome.status, &error))
    g_error ("%s", error->message);
  if (!WIFEXITED (outcome.status))
    g_error ("“%s” ended by signal %d:\n%s", arguments, WTERMSIG (outcome.status), outcome.err);
  outcome.status = WEXITSTATUS (outcome.status);
  return outcome;
}

static void
assert_part (const char *text, const char *part)
{
  if (part == NULL ? *text != '\0' : strstr (text, part) == NULL)
    g_test_fail_printf ("“%s” is not in:\n%.600s", part != NULL ? part : "(nothing)", text);
}

static const Case cases[] = {
  { "help", "--help", 0, "explain", NULL },
  { "help-word", "help", 0, "validate", NULL },
  { "version", "--version", 0, "jipyo ", NULL },
  { "help-command", "view --help", 0, "--format", NULL },
  { "unknown-command", "nonsense", 2, NULL, "nonsense" },
  { "unknown-option", "summary --frobnicate", 2, NULL, "--frobnicate" },
  { "lang", "summary --lang=fr", 2, NULL, "ko or en" },
  { "as-of-month", "summary --as-of=2025-08", 2, NULL, "--as-of" },
  { "as-of-nonsense", "summary --as-of=x", 2, NULL, "--as-of" },
  { "now", "summary --now=x", 2, NULL, "--now" },
  { "no-ledger", "summary --ledger=/nonexistent", 1, NULL, "/nonexistent" },
  { "summary-extra", "summary extra", 2, NULL, "extra" },
  { "summary", "summary --lang=en --as-of=2025-08-05", 0, "2025-08-05", NULL },
  { "summary-korean", "summary --lang=ko --as-of=2025-08-05", 0, "독자 AI", NULL },
  { "summary-json", "summary --lang=en --json", 0, "{", NULL },
  { "claims-extra", "claims extra", 2, NULL, "extra" },
  { "claims", "claims --lang=en --metric=budget", 0, "Stated", NULL },
  { "claims-none", "claims --metric=none-such", 0, NULL, NULL },
  { "claims-json", "claims --conflicts --json", 0, "\"claims\"", NULL },
  { "claims-conflicts", "claims --conflicts --lang=ko", 0, "seed.prog.budget2025", NULL },
  { "explain-none", "explain", 2, NULL, "One claim" },
  { "explain-unknown", "explain none.such", 1, NULL, "none.such" },
  { "explain-conflict", "explain seed.prog.budget2025 --lang=en", 0, "⚠ ", NULL },
  { "changes-no-date", "changes", 2, NULL, "--from" },
  { "changes-month", "changes --from=2025-08", 2, NULL, "--from" },
  { "changes-bad-end", "changes --from=2025-08-04 --to=x", 2, NULL, "--to" },
  { "changes-extra", "changes extra", 2, NULL, "extra" },
  { "changes", "changes --from=2025-08-01 --to=2025-08-31 --lang=en", 0, "2025-08-", NULL },
  { "changes-json", "changes --from=2025-08-01 --json", 0, "\"view\": \"changes\"", NULL },
  { "validate-none", "validate", 2, NULL, "files" },
  { "validate-missing", "validate /nonexistent", 1, NULL, "/nonexistent" },
  { "view-none", "view", 2, NULL, "--list" },
  { "view-two", "view budget world", 2, NULL, "--list" },
  { "view-unknown", "view nonsense", 2, NULL, "nonsense" },
  { "view-format", "view budget --format=pdf", 2, NULL, "pdf" },
  { "view-xlsx-nowhere", "view budget --format=xlsx", 2, NULL, "-o FILE" },
  { "view-pair", "view rounds --option=metric", 2, NULL, "NAME=VALUE" },
  { "view-pair-unknown", "view budget --option=a=b", 2, NULL, "jipyo: " },
  { "view-list", "view --list --lang=en", 0, "team:upstage", NULL },
  { "view", "view budget --lang=en", 0, "Budget", NULL },
  { "view-csv", "view budget --lang=en --format=csv", 0, ",", NULL },
  { "view-json", "view budget --lang=en --format=json", 0, "\"budget\"", NULL },
  { "view-not-written", "view budget -o /nonexistent/a.txt", 1, NULL, "/nonexistent/a.txt" },
  { "xlsx-not-written", "view budget --format=xlsx -o /nonexistent/a", 1, NULL, "/nonexistent/a" },
  { "render-none", "render", 2, NULL, "view" },
  { "render-nowhere", "render budget", 2, NULL, "-o FILE" },
  { "render-kind", "render budget -o a.doc", 2, NULL, "a.doc" },
  { "render-size", "render budget --size=0x9 -o a.png", 2, NULL, "--size" },
  { "render-scale", "render budget --scale=0 -o a.png", 2, NULL, "jipyo: " },
  { "render-theme", "render budget --theme=mud -o a.png", 2, NULL, "--theme" },
  { "render-pair", "render budget --option=x -o a.png", 2, NULL, "NAME=VALUE" },
  { "render-unknown", "render nonsense -o a.png", 2, NULL, "nonsense" },
  { "render-not-written", "render budget -o /nonexistent/a.png", 1, NULL, "/nonexistent/a.png" },
  { "quotes-endpoint", "quotes --endpoint=x", 2, NULL, "x" },
  { "quotes-provider", "quotes --provider=mars", 2, NULL, "mars" },
  { "quotes-unknown", "quotes nonsense", 1, NULL, "not-found" },
  { "watch-endpoint", "watch --endpoint=x", 2, NULL, "x" },
  { "feed-endpoint", "feed --endpoint=x < /dev/null", 2, "heartbeat", "x" },
  { "full-disk", "summary > /dev/full", 1, NULL, "Standard output" },
};

static void
test_case (const void *data)
{
  const Case *wanted = data;
  g_auto (Outcome) outcome = run ("%s", wanted->arguments);

  assert_part (outcome.err, wanted->err);
  assert_part (outcome.out, wanted->out);
  g_assert_cmpint (outcome.status, ==, wanted->status);
}

/* Files begin as their kind begins, and nothing goes to standard output. */
static void
test_files (void)
{
  static const struct {
    const char *arguments;
    const char *name;
    const char *start;
  } files[] = {
    { "view budget --format=xlsx", "a.xlsx", "PK" },
    { "view budget --format=csv", "a.csv", "" },
    { "view budget --format=json", "a.json", "{" },
    { "render budget --size=640x400 --theme=dark", "a.png", "\x89PNG" },
    { "render budget --size=640x400 --scale=1.5", "a.svg", "<?xml" },
    { "render budget --theme=print --lang=ko", "a.pdf", "%PDF" },
  };
  g_autofree char *directory = g_dir_make_tmp ("jipyo-cli-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (directory, files[i].name, NULL);
    g_auto (Outcome) outcome = run ("%s -o '%s'", files[i].arguments, path);
    g_autofree char *bytes = NULL;
    gsize length = 0;

    g_assert_cmpstr (outcome.err, ==, "");
    g_assert_cmpstr (outcome.out, ==, "");
    g_assert_cmpint (outcome.status, ==, 0);
    g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
    g_assert_cmpint (length, >, 100);
    g_assert_cmpint (strncmp (bytes, files[i].start, strlen (files[i].start)), ==, 0);
    g_remove (path);
  }
  g_rmdir (directory);
}

/* A file of one's own: its faults are named with their lines, and the record stands without it. */
static void
test_own_file (void)
{
  g_autofree char *directory = g_dir_make_tmp ("jipyo-cli-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "own.json", NULL);

  g_assert_true (g_file_set_contents (
    path, "{\"format\":\"jipyo-ledger-1\",\n\"claims\":[{\"id\":7}]}", -1, NULL));
  g_auto (Outcome) checked = run ("validate '%s'", path);
  g_assert_cmpint (checked.status, ==, 1);
  assert_part (checked.out, "own.json:2");
  g_assert_true (
    g_file_set_contents (path, "{\"format\":\"jipyo-ledger-1\",\"claims\":[]}", -1, NULL));
  g_auto (Outcome) sound = run ("validate '%s'", path);
  g_assert_cmpint (sound.status, ==, 0);
  assert_part (sound.err, "no problems");
  g_auto (Outcome) laid = run ("summary --lang=en --ledger='%s'", path);
  g_assert_cmpint (laid.status, ==, 0);
  assert_part (laid.out, "SK Telecom");
  g_remove (path);
  g_rmdir (directory);
}

/* The exchange takes connections in the main context, while the test waits for the program. */
static gpointer
serve (gpointer loop)
{
  g_main_loop_run (loop);
  return NULL;
}

static Exchange *
open_exchange (const char *script, char **endpoint)
{
  g_autoptr (GError) error = NULL;
  Exchange *exchange = exchange_new (0, &error);

  g_assert_no_error (error);
  g_assert_true (exchange_set_script (exchange, script));
  *endpoint = exchange_format_endpoint (exchange, "upbit");
  return exchange;
}

static void
test_quotes (void)
{
  g_autofree char *endpoint = NULL;
  g_autoptr (Exchange) exchange = open_exchange ("live", &endpoint);

  g_auto (Outcome) text = run ("quotes --lang=en --provider=upbit --endpoint=%s", endpoint);
  g_assert_cmpstr (text.err, ==, "");
  g_assert_cmpint (text.status, ==, 0);
  assert_part (text.out, "upbit:KRW-BTC");
  assert_part (text.out, "  live  ");
  g_auto (Outcome) json = run ("quotes upbit:KRW-BTC --json --endpoint=%s", endpoint);
  g_assert_cmpint (json.status, ==, 0);
  assert_part (json.out, "\"state\": \"live\"");
  g_auto (Outcome) partly = run ("quotes upbit:KRW-BTC nonsense --endpoint=%s", endpoint);
  g_assert_cmpint (partly.status, ==, 3);
  assert_part (partly.err, "not-found: nonsense");
  assert_part (partly.out, "upbit:KRW-BTC");
  g_auto (Outcome) watched = run ("watch upbit:KRW-BTC --count=2 --endpoint=%s", endpoint);
  g_assert_cmpint (watched.status, ==, 0);
  g_auto (GStrv) lines = g_strsplit (watched.out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  assert_part (lines[0], "{\"instrument\":\"upbit:KRW-BTC\"");
}

/* A price far from its own close is no live one, and has the room of one: columns stay columns. */
static void
test_implausible (void)
{
  g_autofree char *endpoint = NULL;
  g_autoptr (Exchange) exchange = open_exchange ("suspect", &endpoint);

  g_auto (Outcome) text =
            run ("quotes upbit:KRW-BTC upbit:KRW-XRP --lang=ko --endpoint=%s", endpoint);
  g_assert_cmpint (text.status, ==, 0);
  g_auto (GStrv) lines = g_strsplit (text.out, "\n", -1);
  assert_part (lines[0], "  의심    20"); /* as wide as 실시간 */
  assert_part (lines[1], "  실시간  20");
  g_auto (Outcome) json = run ("quotes upbit:KRW-BTC --json --endpoint=%s", endpoint);
  assert_part (json.out, "\"state\": \"suspect\"");
}

/* A coin that its venue trades no more is told apart from one that only did not come. */
static void
test_delisted (void)
{
  g_autofree char *endpoint = NULL;
  g_autoptr (Exchange) exchange = open_exchange ("delisting", &endpoint);

  g_auto (Outcome) text = run (
    "quotes upbit:KRW-MTL upbit:KRW-ETC upbit:KRW-BTC --lang=en --endpoint=%s", endpoint);
  g_assert_cmpint (text.status, ==, 3);
  assert_part (text.err, "upbit:KRW-MTL: not in the venue's list of markets");
  assert_part (text.out, "  live · under warning  ");
  g_auto (Outcome) json = run ("quotes upbit:KRW-ETC --json --endpoint=%s", endpoint);
  g_assert_cmpint (json.status, ==, 0);
  assert_part (json.out, "\"listing\": \"warning\"");
}

/* Polls are ten seconds apart: so many lines so soon can only come by stream. */
static void
test_streamed (void)
{
  g_autofree char *endpoint = NULL;
  g_autoptr (Exchange) exchange = open_exchange ("live", &endpoint);
  gint64 begun_us = g_get_monotonic_time ();

  g_assert_true (exchange_set_stream (exchange, "ws-live"));
  g_auto (Outcome) watched = run ("watch upbit:KRW-BTC --count=6 --endpoint=%s", endpoint);
  g_assert_cmpint (watched.status, ==, 0);
  g_auto (GStrv) lines = g_strsplit (watched.out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 7);
  assert_part (lines[5], "\"state\":\"live\"");
  g_assert_cmpint (g_get_monotonic_time () - begun_us, <, 15 * G_USEC_PER_SEC);
}

/* No figure from a venue in trouble, and a status that says so. */
static void
test_trouble (void)
{
  static const char *const scripts[] = { "500", "captive", "half", "gzip-badsum" };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++) {
    g_autofree char *endpoint = NULL;
    g_autoptr (Exchange) exchange = open_exchange (scripts[i], &endpoint);
    g_auto (Outcome) outcome = run ("quotes upbit:KRW-BTC --endpoint=%s", endpoint);

    g_assert_cmpint (outcome.status, ==, 1);
    g_assert_cmpstr (outcome.out, ==, "");
    g_assert_cmpstr (outcome.err, !=, "");
  }
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GThread *server = g_thread_new ("exchange", serve, loop);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/cli/typed/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/cli/files", test_files);
  g_test_add_func ("/cli/own-file", test_own_file);
  g_test_add_func ("/cli/quotes", test_quotes);
  g_test_add_func ("/cli/implausible", test_implausible);
  g_test_add_func ("/cli/streamed", test_streamed);
  g_test_add_func ("/cli/delisted", test_delisted);
  g_test_add_func ("/cli/trouble", test_trouble);
  status = g_test_run ();
  g_main_loop_quit (loop);
  g_thread_join (server);
  return status;
}
