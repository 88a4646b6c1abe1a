/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo quotes: one refresh over the network.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "jipyo-basis.h"
#include "jipyo-commands.h"
#include "jipyo-quotes-baskets.h"
#include "jipyo-quotes.h"
#include "jipyo-rebasing.h"

typedef struct {
  char **providers;
  char *basis;
  gboolean json;
} Options;

typedef struct {
  GMainLoop *loop;
  JipyoQuotesReport *report;
  GError *error;
  int unknown; /* quotes without a change on the basis that was asked for */
  gint64 copied_ms;
} Wait;

static void
add_options (GOptionContext *context, gpointer data)
{
  Options *options = data;
  const GOptionEntry entries[] = {
    { "provider", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->providers,
      N_ ("Ask this provider only (repeatable)"), N_ ("PROVIDER") },
      { "basis", 0, 0, G_OPTION_ARG_STRING, &options->basis,
        N_ ("Count the changes of coins from one moment, by kept prices"),
            "previous-close-utc|previous-close-kst|rolling-24h" },
        { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("Print JSON"), NULL },
          G_OPTION_ENTRY_NULL,
      };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
clear_options (gpointer data)
{
  Options *options = data;

  g_strfreev (options->providers);
  g_free (options->basis);
}

static void
fetched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;

  wait->report = jipyo_quotes_fetch_finish (result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static void
rebased_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;

  wait->unknown = jipyo_rebase_finish (result, &wait->error);
  wait->copied_ms = jipyo_rebase_get_copied_ms (result);
  g_main_loop_quit (wait->loop);
}

/* FALSE when the changes of some could not be brought to the basis; they have none then. */
static gboolean
rebase (const JipyoQuotesReport *report, JipyoChangeBasis basis)
{
  const JipyoRebasing rebasing = { report->quotes, basis, report->fetched_us };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Wait wait = { .loop = loop };
  g_autoptr (GError) error = NULL;

  jipyo_rebase_async (&rebasing, NULL, rebased_cb, &wait);
  g_main_loop_run (loop);
  error = wait.error;
  jipyo_command_tell_copied (wait.copied_ms);
  if (error != NULL)
    jipyo_command_complain_of_past (error);
  else if (wait.unknown > 0)
    jipyo_command_complain (ngettext ("%d quote has no change: no price of that moment was kept, "
                                      "or its own is older",
                                      "%d quotes have no change: no price of that moment was "
                                      "kept, or their own is older",
                                      (gulong) wait.unknown),
                            wait.unknown);
  return error == NULL && wait.unknown == 0;
}

static int
print_report (const JipyoQuotesReport *report, const Options *options, JipyoLang lang)
{
  g_autofree char *text = options->json ? jipyo_quotes_report_format_json (report)
                                        : jipyo_quotes_report_format_text (report, lang);
  g_autofree char *doubt = jipyo_quotes_report_format_doubt (report, lang);
  g_autofree char *clock = jipyo_quotes_report_format_clock (report, lang);

  if (clock != NULL)
    /* Translators: %s is “7 min slow” or “7 min fast”. */
    jipyo_command_complain (_ ("the clock of this computer is %s; times are by those who answered"),
                               clock);
  if (doubt != NULL)
    jipyo_command_complain ("%s", doubt);
  g_auto (GStrv) failures = jipyo_quotes_report_list_failures (report);
  for (guint i = 0; failures[i] != NULL && !options->json; i++)
    jipyo_command_complain ("%s", failures[i]);
  if (!jipyo_command_write (text, NULL))
    return JIPYO_EXIT_FAILED;
  if (report->failures->len == 0)
    return JIPYO_EXIT_DONE;
  return report->quotes->len > 0 ? JIPYO_EXIT_PARTLY : JIPYO_EXIT_FAILED;
}

/* NULL, complained of, for an order that is none. (transfer full) */
static JipyoQuotesReport *
fetch (const JipyoQuotesOrder *order)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Wait wait = { .loop = loop };

  jipyo_quotes_fetch_async (order, NULL, fetched_cb, &wait);
  g_main_loop_run (loop);
  g_autoptr (GError) error = wait.error;
  if (wait.report == NULL)
    jipyo_command_misuse ("quotes", "%s", error->message);
  return wait.report;
}

/* What was typed, or else is followed, with the members of baskets in their place. */
static void
set_instruments (JipyoQuotesOrder *order, const JipyoQuotesBaskets *baskets)
{
  if (baskets == NULL)
    return;
  if (order->instruments[0] != NULL)
    order->instruments = jipyo_quotes_baskets_get_instruments (baskets);
  else
    order->watchlist = jipyo_quotes_baskets_get_instruments (baskets);
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
  JipyoChangeBasis basis = JIPYO_BASIS_UNSTATED;

  if (options->basis != NULL
      && (!jipyo_change_basis_parse (options->basis, &basis)
          || jipyo_basis_get_instant (basis, G_TIME_SPAN_DAY * 2) == 0))
    return jipyo_command_misuse ("quotes", _ ("“%s” is no moment to count from"), options->basis);
  const char *const *asked = order.instruments[0] != NULL ? order.instruments : order.watchlist;
  g_autoptr (JipyoQuotesBaskets) baskets = jipyo_quotes_baskets_new (line, asked);
  set_instruments (&order, baskets);
  g_autoptr (JipyoKeys) keys = jipyo_command_open_keys (&order);
  order.keys = keys;
  g_autoptr (JipyoQuotesReport) report = fetch (&order);
  if (report == NULL)
    return JIPYO_EXIT_USAGE;
  jipyo_command_tell_live (line);
  if (baskets != NULL)
    jipyo_quotes_baskets_settle (baskets, report);
  if (report->failures->len > 0)
    jipyo_command_tell_new_codes (asked, report->quotes);
  const gboolean whole = options->basis == NULL || rebase (report, basis);
  const int status = print_report (report, options, line->lang);
  return status == JIPYO_EXIT_DONE && !whole ? JIPYO_EXIT_PARTLY : status;
}

const JipyoCommand jipyo_quotes_command = {
  .name = "quotes",
  .arguments = N_ ("[INSTRUMENT]…"),
                   .summary = N_ ("Fetch quotes once"),
                                  .add_options = add_options,
                                  .options_size = sizeof (Options),
                                  .clear_options = clear_options,
                                  .run = run,
                   };
