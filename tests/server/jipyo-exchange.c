/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The loopback exchange as a program, for trying things by hand: prints its port and serves until
 * its input ends. Each line of input is the name of the script to play from then on; one that
 * begins with "ws-" is for its streams, "rate N" says how fast "ws-clock" is from then on, "clock
 * N" how many seconds its own clock is ahead, and "?" asks how many messages the streams have sent.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange.h"
#include "stream.h"

static char *body_path;
static int port;

static const GOptionEntry entries[] = {
  { "port", 0, 0, G_OPTION_ARG_INT, &port, "Listen on this port of 127.0.0.1", "N" },
  { "body", 0, 0, G_OPTION_ARG_FILENAME, &body_path, "Answer with this file", "FILE" },
  G_OPTION_ENTRY_NULL,
};

/* What is no script. */
static gboolean
obey_word (Exchange *exchange, const char *line)
{
  if (g_str_has_prefix (line, "rate ")) {
    stream_set_clock_rate (atoi (line + strlen ("rate ")));
    return TRUE;
  }
  if (g_str_has_prefix (line, "clock ")) {
    exchange_set_clock (exchange, g_ascii_strtoll (line + strlen ("clock "), NULL, 10) * 1000);
    return TRUE;
  }
  if (strcmp (line, "?") != 0)
    return *line == '\0';
  printf ("%u\n", stream_count_messages ());
  fflush (stdout);
  return TRUE;
}

static void
obey (Exchange *exchange)
{
  char line[64];

  while (fgets (line, sizeof line, stdin) != NULL) {
    g_strchomp (line);
    if (!obey_word (exchange, line) && !exchange_set_script (exchange, line)
        && !exchange_set_stream (exchange, line))
      g_printerr ("no script “%s”\n", line);
  }
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
  g_autoptr (GOptionContext) context = g_option_context_new ("[SCRIPT]");
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (Exchange) exchange = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;
  GThread *thread;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)
      || (body_path != NULL && !g_file_get_contents (body_path, &body, NULL, &error))
      || (exchange = exchange_new ((guint16) port, &error)) == NULL) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  exchange_set_body (exchange, body);
  if (argc > 1 && !exchange_set_script (exchange, argv[1])) {
    g_printerr ("no script “%s”\n", argv[1]);
    return 2;
  }
  printf ("%u\n", exchange_get_port (exchange));
  fflush (stdout);
  thread = g_thread_new ("exchange", serve, loop);
  obey (exchange);
  g_main_loop_quit (loop);
  g_thread_join (thread);
  return 0;
}
