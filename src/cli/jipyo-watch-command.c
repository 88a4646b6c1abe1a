/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo watch: quotes as they come, a JSON object a line.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <signal.h>

#include "jipyo-commands.h"
#include "jipyo-feed.h"

typedef struct {
  char **providers;
  int count;
} Options;

typedef struct {
  GMainLoop *loop;
  int left; /* quotes yet to print; negative: no end */
  const char *const *asked;
  gboolean partly;
  gboolean failed;
} Watch;

static void
add_options (GOptionContext *context, gpointer data)
{
  Options *options = data;
  const GOptionEntry entries[] = {
    { "provider", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->providers,
      N_ ("Ask this provider only (repeatable)"), N_ ("PROVIDER") },
      { "count", 0, 0, G_OPTION_ARG_INT, &options->count,
        N_ ("End after so many quotes; 0: never"), N_ ("N") }, G_OPTION_ENTRY_NULL,
      };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
clear_options (gpointer data)
{
  Options *options = data;

  g_strfreev (options->providers);
}

static void
line_made_cb (JipyoFeedLineKind kind, const char *line, gpointer user_data)
{
  Watch *watch = user_data;
  g_autofree char *text = NULL;

  if ((kind != JIPYO_FEED_LINE_QUOTE && kind != JIPYO_FEED_LINE_ERRORS
       && kind != JIPYO_FEED_LINE_CLOCK)
      || watch->left == 0)
    return;
  text = g_strconcat (line, "\n", NULL);
  if (!jipyo_command_write (text, NULL)) {
    watch->failed = TRUE;
    watch->left = 0;
  }
  if (kind == JIPYO_FEED_LINE_ERRORS && !watch->partly)
    jipyo_command_tell_new_codes (watch->asked, NULL);
  if (kind == JIPYO_FEED_LINE_ERRORS)
    watch->partly = TRUE;
  else if (kind == JIPYO_FEED_LINE_QUOTE && watch->left > 0)
    watch->left--;
  if (watch->left == 0)
    g_main_loop_quit (watch->loop);
}

/* Whether anybody has any of it; else there is nothing to wait for. */
static gboolean
is_served (const JipyoQuotesOrder *order)
{
  g_autoptr (GPtrArray) failures =
               g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_failure_free);
  g_autoptr (GPtrArray) groups = jipyo_quotes_plan (order, failures, NULL);

  return groups == NULL || groups->len > 0;
}

static int
run (const JipyoCommandLine *line, gpointer data)
{
  const Options *options = data;
  g_autoptr (JipyoWatchlist) watchlist = jipyo_command_open_watchlist ();
  g_autoptr (JipyoProviderOrder) providers = jipyo_command_open_providers ();
  JipyoQuotesOrder order = {
    .providers = (const char *const *) options->providers,
    .instruments = (const char *const *) line->arguments,
    .watchlist = jipyo_watchlist_get_all (watchlist),
    .order = providers,
    .endpoints = (const char *const *) line->endpoints,
    .now_us = line->now_us,
  };
  g_autoptr (JipyoKeys) keys = jipyo_command_open_keys (&order);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Watch watch = { .loop = loop,
                  .left = options->count > 0 ? options->count : -1,
                  .asked = order.instruments[0] != NULL ? order.instruments : order.watchlist };
  g_autoptr (JipyoFeed) feed = NULL;
  g_autoptr (GError) error = NULL;

  if (options->count < 0)
    return jipyo_command_misuse ("watch", _ ("--count is a number of quotes, not “%d”"),
                                             options->count);
  signal (SIGPIPE, SIG_IGN);
  order.keys = keys;
  feed = jipyo_feed_new (&order, line_made_cb, &watch, &error);
  if (feed == NULL)
    return jipyo_command_misuse ("watch", "%s", error->message);
  if (!is_served (&order))
    return JIPYO_EXIT_FAILED;
  jipyo_command_tell_live (line);
  if (watch.left != 0)
    g_main_loop_run (loop);
  if (watch.failed)
    return JIPYO_EXIT_FAILED;
  return watch.partly ? JIPYO_EXIT_PARTLY : JIPYO_EXIT_DONE;
}

const JipyoCommand jipyo_watch_command = {
  .name = "watch",
  .arguments = N_ ("[INSTRUMENT]…"),
                   .summary = N_ ("Print quotes as they come, a JSON object a line"),
                                  .add_options = add_options,
                                  .options_size = sizeof (Options),
                                  .clear_options = clear_options,
                                  .run = run,
                   };
