/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo history INSTRUMENT: what was kept of it. Gaps are told on standard error where the format
 * has no place for them.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "jipyo-candle-former.h"
#include "jipyo-commands.h"
#include "jipyo-past.h"

typedef struct {
  char *from;
  char *to;
  char *every;
  char *format;
  gboolean origins;
} Options;

typedef struct {
  GMainLoop *loop;
  JipyoCandleSeries *series;
  char *damaged_file;
  GError *error;
} Wait;

static void
add_options (GOptionContext *context, gpointer data)
{
  Options *options = data;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options->from,
      N_ ("The first day, in Korean time"), "YYYY-MM-DD" },
      { "to", 0, 0, G_OPTION_ARG_STRING, &options->to,
        N_ ("The last day, in Korean time"), "YYYY-MM-DD" },
        { "every", 0, 0, G_OPTION_ARG_STRING, &options->every,
          N_ ("Candles of this length instead of every price"), "1m|1h|1d" },
          { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
            N_ ("How to write it"), "text|csv|json" },
            { "origins", 0, 0, G_OPTION_ARG_NONE, &options->origins,
              N_ ("A column of CSV that says who gave each candle"), NULL },
              G_OPTION_ENTRY_NULL,
          };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
clear_options (gpointer data)
{
  Options *options = data;

  g_free (options->from);
  g_free (options->to);
  g_free (options->every);
  g_free (options->format);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->series = jipyo_past_read_finish (result, &wait->error);
  wait->damaged_file = g_strdup (jipyo_past_get_damaged_file (result));
  g_main_loop_quit (wait->loop);
}

/* The beginning of a Korean day, or of the day after it. */
static gboolean
parse_day (const char *text, int days_later, gint64 *time_ms)
{
  static const gint64 DAY_MS = 24 * 60 * 60 * 1000;
  static const gint64 KST_MS = 9 * 60 * 60 * 1000;
  JipyoDate date;

  if (!jipyo_date_parse (text, &date) || date.day == 0)
    return FALSE;
  *time_ms = (jipyo_date_first_day (date) + days_later) * DAY_MS - KST_MS;
  return TRUE;
}

/* Reasons for which a figure that one asked for may be missing. */
static gboolean
tell_gaps (const JipyoCandleSeries *series, gboolean in_output)
{
  gboolean damaged = FALSE;

  for (guint i = 0; i < series->gaps->len; i++)
    damaged |= g_array_index (series->gaps, JipyoGap, i).reason == JIPYO_GAP_DAMAGED;
  if (damaged)
    jipyo_command_complain ("%s", _ ("A part of what was kept is damaged and left out"));
  if (series->gaps->len > 0 && !in_output)
    jipyo_command_complain (g_dngettext (GETTEXT_PACKAGE, "There is %u gap; --format json lists it",
                                         "There are %u gaps; --format json lists them",
                                         series->gaps->len),
                            series->gaps->len);
  return damaged;
}

/* What CSV has no place for: that some figures are of another code. */
static void
tell_former (const JipyoCandleSeries *series)
{
  for (guint i = 0; series->former != NULL && i < series->former->len; i++) {
    const JipyoNewCode *code = g_ptr_array_index (series->former, i);
    g_autofree char *until = jipyo_instant_format (code->until_us);

    /* Translators: %s is a time like 2025-08-05T02:08:21Z, then a code like upbit:KRW-OLD */
    jipyo_command_complain (_ ("Until %s it was %s"), until, code->instrument);
  }
}

static void
tell_next (const JipyoCandleSeries *series)
{
  if (series->next == NULL)
    return;
  g_autofree char *until = jipyo_instant_format (series->next->until_us);
  if (jipyo_candle_series_has_left (series))
    /* Translators: %s is a time like 2025-08-05T02:08:21Z, then a code like upbit:KRW-NEW */
    jipyo_command_complain (_ ("Until %s the code was that of what is now %s; that is left out"),
                               until, series->next->successor);
  else
    /* Translators: a code like upbit:KRW-OLD, then one like upbit:KRW-NEW */
    jipyo_command_complain (_ ("“%s” is now called %s"), series->instrument,
                               series->next->successor);
}

static const char *
choose_format (const Options *options)
{
  return options->format != NULL ? options->format : "text";
}

static int
print_series (const JipyoCandleSeries *series, const Options *options, const JipyoCommandLine *line)
{
  const gint64 now_ms = (line->now_us != 0 ? line->now_us : g_get_real_time ()) / 1000;
  const char *format = choose_format (options);
  const gboolean csv = g_str_equal (format, "csv");
  g_autofree char *text = NULL;

  if (series->candles->len == 0 && series->gaps->len == 0) {
    /* Of what was imported or fetched there are candles alone. */
    jipyo_command_complain (series->resolution == JIPYO_RESOLUTION_TICK
                            ? _ ("No single prices were kept of “%s” for that time; --every 1m, "
                                   "1h or 1d shows candles, if there are any")
                            : _ ("Nothing was kept of “%s” for that time"), series->instrument);
    return JIPYO_EXIT_FAILED;
  }
  if (csv)
    text = jipyo_past_format_csv (series, options->origins);
  else
    text = g_str_equal (format, "json") ? jipyo_past_format_json (series, now_ms)
                                        : jipyo_past_format_text (series, now_ms, line->lang);
  if (!jipyo_command_write (text, NULL))
    return JIPYO_EXIT_FAILED;
  return tell_gaps (series, !csv) ? JIPYO_EXIT_PARTLY : JIPYO_EXIT_DONE;
}

static int
read_and_print (const JipyoPastRequest *request,
                const Options *options,
                const JipyoCommandLine *line)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Wait wait = { .loop = loop };

  jipyo_past_read_async (request, NULL, read_cb, &wait);
  g_main_loop_run (loop);
  g_autoptr (JipyoCandleSeries) series = wait.series;
  g_autofree char *damaged_file = wait.damaged_file;
  g_autoptr (GError) error = wait.error;
  if (damaged_file != NULL)
    /* Translators: %s is the name of a file with its folders. */
    jipyo_command_complain (_ ("The history was damaged, and the newest sound copy was put in its "
                               "place if there was one; the damaged file is kept as %s"),
                               damaged_file);
  if (series != NULL) {
    const int status = print_series (series, options, line);
    if (g_str_equal (choose_format (options), "csv"))
      tell_former (series);
    tell_next (series);
    const gboolean whole = damaged_file == NULL && series->copied_ms == 0;

    jipyo_command_tell_copied (series->copied_ms);
    return status == JIPYO_EXIT_DONE && !whole ? JIPYO_EXIT_PARTLY : status;
  }
  jipyo_command_complain_of_past (error);
  return JIPYO_EXIT_FAILED;
}

/* With what was kept by older codes. */
static int
read_all_and_print (JipyoPastRequest *request, const Options *options, const JipyoCommandLine *line)
{
  g_autoptr (JipyoNewCodes) codes = jipyo_command_open_new_codes ();

  request->codes = jipyo_new_codes_get_all (codes);
  return read_and_print (request, options, line);
}

/* What came after the day of --as-of was not known then. */
static void
end_as_of (JipyoPastRequest *request, JipyoDate as_of)
{
  g_autofree char *day = NULL;
  gint64 end_ms;

  if (!jipyo_date_is_known (as_of))
    return;
  day = jipyo_date_format (as_of);
  if (parse_day (day, 1, &end_ms))
    request->to_ms = MIN (request->to_ms, end_ms);
}

static int
run (const JipyoCommandLine *line, gpointer data)
{
  static const char *const formats[] = { "text", "csv", "json", NULL };
  const Options *options = data;
  const char *format = choose_format (options);
  JipyoPastRequest request = {
    .instrument = line->arguments[0],
    .from_ms = G_MININT64,
    .to_ms = G_MAXINT64,
    .copy_will_do = TRUE,
  };

  if (request.instrument == NULL)
    return jipyo_command_misuse ("history", "%s", _ ("Name an instrument, like upbit:KRW-BTC"));
  if (line->arguments[1] != NULL)
    return jipyo_command_misuse ("history", _ ("“%s” is not expected here"), line->arguments[1]);
  if (options->from != NULL && !parse_day (options->from, 0, &request.from_ms))
    return jipyo_command_misuse ("history", "%s", _ ("--from needs a date like 2025-08-05"));
  if (options->to != NULL && !parse_day (options->to, 1, &request.to_ms))
    return jipyo_command_misuse ("history", "%s", _ ("--to needs a date like 2025-08-05"));
  end_as_of (&request, line->as_of);
  if (request.from_ms >= request.to_ms)
    return jipyo_command_misuse ("history", "%s",
                                 _ ("--from is a later day than --to, or than --as-of"));
  if (options->every != NULL
      && (!jipyo_resolution_parse (options->every, &request.resolution)
          || request.resolution == JIPYO_RESOLUTION_TICK))
    return jipyo_command_misuse ("history", _ ("--every is 1m, 1h or 1d, not “%s”"),
                                               options->every);
  if (!g_strv_contains (formats, format))
    return jipyo_command_misuse ("history", _ ("--format is text, csv or json, not “%s”"), format);
  return read_all_and_print (&request, options, line);
}

const JipyoCommand jipyo_history_command = {
  .name = "history",
  .arguments = N_ ("INSTRUMENT"),
                   .summary = N_ ("Print the prices that were kept"),
                                  .add_options = add_options,
                                  .options_size = sizeof (Options),
                                  .clear_options = clear_options,
                                  .run = run,
                   };
