/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo feed: the window's child process. See jipyo-feed-child.h for what it reads and prints.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "jipyo-commands.h"
#include "jipyo-feed-child.h"
#include "jipyo-own-file.h"

typedef struct {
  char *order; /* of providers; NULL: as kept */
} Options;

static void
add_options (GOptionContext *context, gpointer data)
{
  Options *options = data;
  const GOptionEntry entries[] = {
    { "order", 0, 0, G_OPTION_ARG_STRING, &options->order, N_ ("Whom to ask"), "CLASS=ID,ID…" },
      G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
clear_options (gpointer data)
{
  g_free (((Options *) data)->order);
}

/* What the window chose need not be saved yet. (transfer full) (nullable) */
static JipyoProviderOrder *
open_order (const char *text)
{
  g_autoptr (JipyoProviderOrder) order = NULL;

  if (text == NULL)
    return jipyo_command_open_providers ();
  order = jipyo_provider_order_new ();
  return jipyo_provider_order_parse (order, text) ? g_steal_pointer (&order) : NULL;
}

static void
ended_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
}

static int
run (const JipyoCommandLine *line, gpointer data)
{
  const Options *options = data;
  g_autoptr (JipyoProviderOrder) providers = open_order (options->order);
  g_autofree char *names = jipyo_own_file_path ("names.json");
  JipyoQuotesOrder order = {
    .order = providers,
    .instruments = (const char *const *) line->arguments,
    .endpoints = (const char *const *) line->endpoints,
    .names = names,
    .now_us = line->now_us,
  };
  g_autoptr (JipyoKeys) keys = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (JipyoFeedChild) child = NULL;
  g_autoptr (GError) error = NULL;

  if (providers == NULL)
    return jipyo_command_misuse ("feed", _ ("“%s” is no order of providers"), options->order);
  keys = jipyo_command_open_keys (&order);
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
                   .summary = N_ ("Feed the window with quotes (started by it)"),
                                  .add_options = add_options,
                                  .options_size = sizeof (Options),
                                  .clear_options = clear_options,
                                  .run = run,
                   };
