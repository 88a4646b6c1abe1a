/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo import FILE: takes candles in, or says what is wrong and where. Interrupted, it leaves
 * everything as it was.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jipyo-candle-import.h"
#include "jipyo-commands.h"
#include "jipyo-date.h"
#include "jipyo-instrument.h"
#include "jipyo-json-writer.h"
#include "jipyo-long-work.h"
#include "jipyo-past.h"

typedef struct {
  char *kind;
  char *instrument;
  char *every;
  char *zone;
  gboolean dry_run;
  gboolean json;
} Options;

typedef struct {
  JipyoLongWork work;
  JipyoCandleImported *imported;
  GError *error;
} Wait;

static void
add_options (GOptionContext *context, gpointer data)
{
  Options *options = data;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options->kind, N_ ("What the file holds"), "candles" },
      { "instrument", 0, 0, G_OPTION_ARG_STRING, &options->instrument,
        N_ ("Whose candles they are, like krx:KOSPI"), N_ ("INSTRUMENT") },
        { "every", 0, 0, G_OPTION_ARG_STRING, &options->every,
          N_ ("How long a candle is"), "1m|1h|1d" },
          { "zone", 0, 0, G_OPTION_ARG_STRING, &options->zone,
            N_ ("The zone of times that name none"), "Z|+09:00" },
            { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->dry_run,
              N_ ("Only check the file"), NULL },
              { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("Print JSON"), NULL },
                G_OPTION_ENTRY_NULL,
            };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
clear_options (gpointer data)
{
  Options *options = data;

  g_free (options->kind);
  g_free (options->instrument);
  g_free (options->every);
  g_free (options->zone);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->imported = jipyo_candle_import_finish (result, &wait->error);
  g_main_loop_quit (wait->work.loop);
}

static char *
format_json (const JipyoCandleImported *imported, gboolean kept)
{
  g_autoptr (JipyoJsonWriter) json = jipyo_json_writer_new (TRUE);
  g_autofree char *first = jipyo_instant_format (imported->first_ms * 1000);
  g_autofree char *last = jipyo_instant_format (imported->last_ms * 1000);
  const gboolean sound = imported->problems[0] == NULL;

  jipyo_json_writer_begin_object (json);
  jipyo_json_writer_key (json, "kept");
  jipyo_json_writer_boolean (json, kept);
  jipyo_json_writer_key (json, "candles");
  jipyo_json_writer_int (json, imported->n_candles);
  jipyo_json_writer_member (json, "first", sound ? first : NULL);
  jipyo_json_writer_member (json, "last", sound ? last : NULL);
  jipyo_json_writer_key (json, "problems");
  jipyo_json_writer_begin_array (json);
  for (guint i = 0; imported->problems[i] != NULL; i++)
    jipyo_json_writer_string (json, imported->problems[i]);
  jipyo_json_writer_end_array (json);
  jipyo_json_writer_end_object (json);
  return jipyo_json_writer_finish (json);
}

static char *
format_text (const JipyoCandleImported *imported, gboolean kept)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; imported->problems[i] != NULL; i++)
    g_string_append_printf (text, "%s\n", imported->problems[i]);
  if (imported->problems[0] == NULL) {
    g_autofree char *first = jipyo_instant_format (imported->first_ms * 1000);
    g_autofree char *last = jipyo_instant_format (imported->last_ms * 1000);

    g_string_append_printf (
      text,
      /* Translators: the two times are those of the first and the last. */
      kept ? g_dngettext (GETTEXT_PACKAGE, "%u candle kept, %s – %s\n",
                          "%u candles kept, %s – %s\n", imported->n_candles)
           : g_dngettext (GETTEXT_PACKAGE, "%u candle is sound, %s – %s; nothing was kept\n",
                          "%u candles are sound, %s – %s; nothing was kept\n", imported->n_candles),
      imported->n_candles, first, last);
  }
  return g_string_free (text, FALSE);
}

static int
print_imported (const JipyoCandleImported *imported, const Options *options)
{
  const gboolean sound = imported->problems[0] == NULL;
  const gboolean kept = sound && !options->dry_run;
  g_autofree char *text =
    options->json ? format_json (imported, kept) : format_text (imported, kept);

  return jipyo_command_write (text, NULL) && sound ? JIPYO_EXIT_DONE : JIPYO_EXIT_FAILED;
}

static int
import (JipyoCandleImport *order, const Options *options)
{
  Wait wait = { 0 };

  jipyo_long_work_begin (&wait.work);
  order->progress = wait.work.progress;
  jipyo_candle_import_async (order, wait.work.cancellable, imported_cb, &wait);
  jipyo_long_work_wait (&wait.work);
  g_autoptr (JipyoCandleImported) imported = wait.imported;
  g_autoptr (GError) error = wait.error;
  if (imported != NULL)
    return print_imported (imported, options);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    jipyo_command_complain ("%s", _ ("Interrupted; nothing was kept"));
  else
    jipyo_command_complain_of_past (error);
  return JIPYO_EXIT_FAILED;
}

static gboolean
is_zone (const char *text)
{
  g_autofree char *midnight = g_strconcat ("2000-01-01T00:00:00", text, NULL);
  gint64 time_us;

  return jipyo_instant_parse (midnight, &time_us);
}

static int
run (const JipyoCommandLine *line, gpointer data)
{
  const Options *options = data;
  JipyoCandleImport order = {
    .path = line->arguments[0],
    .instrument = options->instrument,
    .zone = options->zone,
    .now_us = line->now_us,
    .dry_run = options->dry_run,
  };

  if (order.path == NULL)
    return jipyo_command_misuse ("import", "%s", _ ("Name the file to take in"));
  if (line->arguments[1] != NULL)
    return jipyo_command_misuse ("import", _ ("“%s” is not expected here"), line->arguments[1]);
  if (options->kind != NULL && !g_str_equal (options->kind, "candles"))
    return jipyo_command_misuse ("import", _ ("--kind is candles, not “%s”"), options->kind);
  if (order.instrument == NULL || strchr (order.instrument, ':') == NULL)
    return jipyo_command_misuse ("import", "%s",
                                 _ ("--instrument needs an id, like upbit:KRW-BTC"));
  if (jipyo_instrument_is_basket (order.instrument))
    return jipyo_command_misuse ("import", _ ("%s is made of its members: take in theirs"),
                                              order.instrument);
  if (order.zone != NULL && !is_zone (order.zone))
    return jipyo_command_misuse ("import", _ ("--zone is like +09:00, or Z, not “%s”"), order.zone);
  if (options->every == NULL || !jipyo_resolution_parse (options->every, &order.resolution)
      || order.resolution == JIPYO_RESOLUTION_TICK)
    return jipyo_command_misuse ("import", "%s", _ ("--every needs 1m, 1h or 1d"));
  return import (&order, options);
}

const JipyoCommand jipyo_import_command = {
  .name = "import",
  .arguments = N_ ("FILE"),
                   .summary = N_ ("Take a file of candles into the history"),
                                  .add_options = add_options,
                                  .options_size = sizeof (Options),
                                  .clear_options = clear_options,
                                  .run = run,
                   };
