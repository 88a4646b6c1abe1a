/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo backfill INSTRUMENT: what the venue knows of the past, into the history, page by page. What
 * came before it broke off stays.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "jipyo-commands.h"
#include "jipyo-filling.h"
#include "jipyo-instrument.h"
#include "jipyo-long-work.h"

typedef struct {
  char *from;
  char *interval;
  gboolean offline;
} Options;

typedef struct {
  JipyoLongWork work;
  JipyoBackfilled *filled;
  GError *error;
} Wait;

static void
add_options (GOptionContext *context, gpointer data)
{
  Options *options = data;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options->from, N_ ("The first day"), "YYYY-MM-DD" },
      { "interval", 0, 0, G_OPTION_ARG_STRING, &options->interval,
        N_ ("How long a candle is"), "1m|1h|1d" },
        { "offline", 0, 0, G_OPTION_ARG_NONE, &options->offline,
          N_ ("Send nothing over the network"), NULL },
          G_OPTION_ENTRY_NULL,
      };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
clear_options (gpointer data)
{
  Options *options = data;

  g_free (options->from);
  g_free (options->interval);
}

static void
filled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->filled = jipyo_filling_finish (result, &wait->error);
  g_main_loop_quit (wait->work.loop);
}

static void
complain_of_error (const JipyoBackfilled *filled)
{
  if (g_error_matches (filled->error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_CANCELLED))
    jipyo_command_complain ("%s", _ ("Interrupted; what came before is kept"));
  else
    jipyo_command_complain ("%s", filled->error->message);
  if (filled->retry_after_s > 0)
    jipyo_command_complain (ngettext ("The venue may be asked again in %d second",
                                      "The venue may be asked again in %d seconds",
                                      (gulong) filled->retry_after_s),
                            filled->retry_after_s);
}

/* What came is told on standard error, too: what was kept is printed by `jipyo history`. */
static int
tell (const JipyoBackfilled *filled)
{
  if (filled->n_candles > 0) {
    g_autofree char *first = jipyo_instant_format (filled->first_ms * 1000);
    g_autofree char *last = jipyo_instant_format (filled->last_ms * 1000);

    g_printerr (
      /* Translators: the two times are those of the first and the last. */
      g_dngettext (GETTEXT_PACKAGE, "%u candle kept, %s – %s\n", "%u candles kept, %s – %s\n",
                   filled->n_candles),
      filled->n_candles, first, last);
  }
  if (filled->n_dropped > 0)
    jipyo_command_complain (
      g_dngettext (GETTEXT_PACKAGE, "%u candle cannot be true and was left out",
                   "%u candles cannot be true and were left out", filled->n_dropped),
      filled->n_dropped);
  if (filled->error != NULL)
    complain_of_error (filled);
  else if (filled->had_all)
    g_printerr ("%s\n", _ ("All of that time is kept already; nobody was asked"));
  else if (filled->n_candles == 0)
    jipyo_command_complain ("%s", _ ("The venue has no candles of that time"));
  if (filled->n_candles == 0 && !filled->had_all)
    return JIPYO_EXIT_FAILED;
  return filled->error == NULL && filled->n_dropped == 0 ? JIPYO_EXIT_DONE : JIPYO_EXIT_PARTLY;
}

static int
fill (JipyoFilling *filling)
{
  Wait wait = { 0 };

  jipyo_long_work_begin (&wait.work);
  filling->progress = wait.work.progress;
  jipyo_filling_async (filling, wait.work.cancellable, filled_cb, &wait);
  jipyo_long_work_wait (&wait.work);
  g_autoptr (JipyoBackfilled) filled = wait.filled;
  g_autoptr (GError) error = wait.error;
  if (filled != NULL)
    return tell (filled);
  jipyo_command_complain_of_past (error);
  return JIPYO_EXIT_FAILED;
}

/* A day of an argument begins, as in the history, at midnight UTC. */
static gboolean
read_from (const char *text, gint64 *from_ms)
{
  JipyoDate date;

  if (!jipyo_date_parse (text, &date) || date.day == 0)
    return FALSE;
  *from_ms = (gint64) jipyo_date_first_day (date) * 24 * 60 * 60 * 1000;
  return TRUE;
}

static int
run (const JipyoCommandLine *line, gpointer data)
{
  const Options *options = data;
  g_autofree char *instrument =
    line->arguments[0] != NULL ? jipyo_instrument_parse (line->arguments[0]) : NULL;
  g_autoptr (GError) error = NULL;
  JipyoFilling filling = {
    .instrument = instrument,
    .resolution = JIPYO_RESOLUTION_DAY,
    .from_ms = G_MININT64,
    .endpoints = (const char *const *) line->endpoints,
    .now_us = line->now_us,
  };

  if (instrument == NULL)
    return jipyo_command_misuse ("backfill", "%s", _ ("Name an instrument, like upbit:KRW-BTC"));
  if (line->arguments[1] != NULL)
    return jipyo_command_misuse ("backfill", _ ("“%s” is not expected here"), line->arguments[1]);
  if (options->interval != NULL
      && (!jipyo_resolution_parse (options->interval, &filling.resolution)
          || filling.resolution == JIPYO_RESOLUTION_TICK))
    return jipyo_command_misuse ("backfill", _ ("--interval is 1m, 1h or 1d, not “%s”"),
                                                options->interval);
  if (options->from != NULL && !read_from (options->from, &filling.from_ms))
    return jipyo_command_misuse ("backfill", _ ("--from is a day like 2026-01-02, not “%s”"),
                                                options->from);
  if (!jipyo_filling_check (&filling, &error))
    return jipyo_command_misuse ("backfill", "%s", error->message);
  if (options->offline) {
    jipyo_command_complain ("%s", _ ("Nothing is sent while offline; nothing was kept"));
    return JIPYO_EXIT_FAILED;
  }
  return fill (&filling);
}

const JipyoCommand jipyo_backfill_command = {
  .name = "backfill",
  .arguments = N_ ("INSTRUMENT"),
                   .summary = N_ ("Fetch past candles from the venue into the history"),
                                  .add_options = add_options,
                                  .options_size = sizeof (Options),
                                  .clear_options = clear_options,
                                  .run = run,
                   };
