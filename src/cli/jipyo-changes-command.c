/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo changes: the difference of two readings of the record.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "jipyo-commands.h"

typedef struct {
  char *from;
  char *to;
  gboolean json;
} Options;

static void
add_options (GOptionContext *context, gpointer data)
{
  Options *options = data;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options->from, N_ ("The earlier date"), "YYYY-MM-DD" },
      { "to", 0, 0, G_OPTION_ARG_STRING, &options->to,
        N_ ("The later date; today if left out"), "YYYY-MM-DD" },
        { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("Print JSON"), NULL },
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
}

static gboolean
is_day (const char *text)
{
  JipyoDate date;

  return jipyo_date_parse (text, &date) && date.day != 0;
}

static int
print_changes (const JipyoCommandLine *line, const Options *options)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (JipyoSession) session = jipyo_command_open_session (line);
  g_autoptr (JipyoView) view = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (session == NULL)
    return JIPYO_EXIT_FAILED;
  g_hash_table_insert (pairs, g_strdup ("from"), g_strdup (options->from));
  if (options->to != NULL)
    g_hash_table_insert (pairs, g_strdup ("to"), g_strdup (options->to));
  view = jipyo_session_build_view (session, "changes", pairs, &error);
  if (view == NULL)
    return jipyo_command_misuse ("changes", "%s", error->message);
  text = options->json ? jipyo_view_format_json (view,
                                                 &(JipyoViewContext){
                                                   .as_of = jipyo_session_get_as_of (session),
                                                   .lang = line->lang,
                                                 })
                       : jipyo_view_format_text (view, line->lang);
  return jipyo_command_write (text, NULL) ? JIPYO_EXIT_DONE : JIPYO_EXIT_FAILED;
}

static int
run (const JipyoCommandLine *line, gpointer data)
{
  const Options *options = data;

  if (line->arguments[0] != NULL)
    return jipyo_command_misuse ("changes", _ ("“%s” is not expected here"), line->arguments[0]);
  if (options->from == NULL || !is_day (options->from))
    return jipyo_command_misuse ("changes", "%s", _ ("--from needs a date like 2025-08-05"));
  if (options->to != NULL && !is_day (options->to))
    return jipyo_command_misuse ("changes", "%s", _ ("--to needs a date like 2025-08-05"));
  return print_changes (line, options);
}

const JipyoCommand jipyo_changes_command = {
  .name = "changes",
  .summary = N_ ("Print what changed between two dates"),
                 .add_options = add_options,
                 .options_size = sizeof (Options),
                 .clear_options = clear_options,
                 .run = run,
  };
