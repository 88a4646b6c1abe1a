/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo feed: the window's child process. See jipyo-feed-child.h for what it reads and prints.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "jipyo-commands.h"
#include "jipyo-feed-child.h"

static void
ended_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
}

static int
run (const JipyoCommandLine *line, gpointer data)
{
  g_autoptr (JipyoProviderOrder) providers = jipyo_command_open_providers ();
  JipyoQuotesOrder order = {
    .order = providers,
    .instruments = (const char *const *) line->arguments,
    .endpoints = (const char *const *) line->endpoints,
    .now_us = line->now_us,
  };
  g_autoptr (JipyoKeys) keys = jipyo_command_open_keys (&order);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (JipyoFeedChild) child = NULL;
  g_autoptr (GError) error = NULL;

  order.keys = keys; /* read before the bus is given up */
  jipyo_feed_child_confine ();
  child = jipyo_feed_child_new (&order, ended_cb, loop, &error);
  if (child == NULL)
    return jipyo_command_misuse ("feed", "%s", error->message);
  g_main_loop_run (loop);
  return JIPYO_EXIT_DONE;
}

const JipyoCommand jipyo_feed_command = {
  .name = "feed",
  .arguments = N_ ("[INSTRUMENT]…"),
                   .summary = N_ ("Feed the window with quotes (started by it)"), .run = run,
                   };
