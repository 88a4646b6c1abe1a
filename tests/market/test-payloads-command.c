/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every recorded answer through the whole of `jipyo quotes`, over a socket: the same quotes or
 * errors as from the parsers, as JSON, and the exit status that goes with them. JIPYO_PROGRAM names
 * the program.
 */

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "exchange.h"
#include "jipyo-date.h"
#include "payload-table.h"

static Exchange *exchange;

static GSubprocess *
start_command (const Payload *payload)
{
  g_autofree char *endpoint = exchange_format_endpoint (exchange, payload->provider);
  g_autofree char *now = jipyo_instant_format (payload_get_now (payload));
  g_auto (GStrv) instruments = g_strsplit (payload->instruments, " ", -1);
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
  g_auto (GStrv) vector = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_strv_builder_add_many (arguments, g_getenv ("JIPYO_PROGRAM"), "quotes", "--json", "--provider",
                           payload->provider, "--endpoint", endpoint, "--now", now, NULL);
  g_strv_builder_addv (arguments, (const char **) instruments);
  vector = g_strv_builder_end (arguments);
  process =
    g_subprocess_newv ((const char *const *) vector, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  return process;
}

static const char *
get_or_dash (JsonObject *object, const char *member, const char *dash)
{
  return json_object_get_null_member (object, member)
           ? dash
           : json_object_get_string_member (object, member);
}

static void
append_quote (JsonArray *array, guint index, JsonNode *node, gpointer text)
{
  JsonObject *quote = json_node_get_object (node);

  g_string_append_printf (
    text, "%s %s %s %s %s %s %s\n", json_object_get_string_member (quote, "instrument"),
    json_object_get_string_member (quote, "last"), get_or_dash (quote, "change", "-"),
    get_or_dash (quote, "change_percent", "-"), get_or_dash (quote, "change_basis", "unstated"),
    get_or_dash (quote, "venue_time", "-"), json_object_get_string_member (quote, "state"));
}

static void
append_error (JsonArray *array, guint index, JsonNode *node, gpointer text)
{
  JsonObject *failure = json_node_get_object (node);

  g_string_append_printf (text, "%s %s\n", json_object_get_string_member (failure, "code"),
                          json_object_get_string_member (failure, "message"));
}

/* In the form of the table. */
static char *
print_report (const char *json)
{
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  GString *text = g_string_new (NULL);
  JsonObject *report;
  JsonArray *quotes;
  JsonArray *errors;

  g_assert_nonnull (root);
  report = json_node_get_object (root);
  quotes = json_object_get_array_member (report, "quotes");
  errors = json_object_get_array_member (report, "errors");
  json_array_foreach_element (quotes, append_quote, text);
  if (json_array_get_length (quotes) > 0) {
    json_array_foreach_element (errors, append_error, text);
  } else {
    JsonObject *first = json_array_get_object_element (errors, 0);

    g_string_append_printf (text, "%s: %s", json_object_get_string_member (first, "code"),
                            json_object_get_string_member (first, "message"));
  }
  return g_string_free (text, FALSE);
}

/* 0: all, 3: partly, 1: nothing. */
static int
choose_status (const Payload *payload)
{
  if (!payload_is_good (payload))
    return 1;
  return strstr (payload->expected, "not-found") != NULL ? 3 : 0;
}

static void
test_payload (gconstpointer data)
{
  const Payload *payload = data;
  g_autofree char *path = payload_get_path (payload);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *body = NULL;
  g_autofree char *json = NULL;
  g_autofree char *result = NULL;

  if (!g_file_get_contents (path, &body, NULL, NULL)) {
    g_test_skip ("the recordings are not here");
    return;
  }
  exchange_set_body (exchange, body);
  process = start_command (payload);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &json, NULL, NULL));
  result = print_report (json);
  payload_assert (payload, result);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, choose_status (payload));
}

static gboolean
stop_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static gpointer
serve (gpointer loop)
{
  g_main_loop_run (loop);
  return NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GThread *thread;
  int status;

  g_test_init (&argc, &argv, NULL);
  exchange = exchange_new (0, NULL);
  g_assert_nonnull (exchange);
  for (guint i = 0; payloads[i].file != NULL; i++) {
    g_autofree char *name =
      g_strdup_printf ("/market/payloads-command/%02u-%s", i, payloads[i].file);

    /* With a key it takes a keyring: tests/cli/test-keys.py. */
    if (!payload_needs_key (&payloads[i]))
      g_test_add_data_func (name, &payloads[i], test_payload);
  }
  thread = g_thread_new ("exchange", serve, loop);
  status = g_test_run ();
  /* By the loop itself: without the recordings this is reached before it runs, and a loop that is
   * told to end before it began goes on for good. */
  g_idle_add (stop_cb, loop);
  g_thread_join (thread);
  exchange_free (exchange);
  return status;
}
