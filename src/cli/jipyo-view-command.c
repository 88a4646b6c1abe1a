/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo view: a view's table, sentence and sources as text, CSV, JSON or XLSX.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jipyo-commands.h"
#include "jipyo-export.h"
#include "jipyo-plot-summary.h"

typedef struct {
  gboolean list;
  gboolean summary;
  gboolean points;
  char *format;
  char *output;
  char **pairs;
} Options;

static void
add_options (GOptionContext *context, gpointer data)
{
  Options *options = data;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &options->list,
      N_ ("List the views and their options"), NULL },
      { "summary", 0, 0, G_OPTION_ARG_NONE, &options->summary,
        N_ ("Describe the shape of the view's charts in a few sentences"), NULL },
        { "points", 0, 0, G_OPTION_ARG_NONE, &options->points,
          N_ ("Read the view's charts out, figure by figure"), NULL },
          { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
            N_ ("Output format"), "text|csv|json|xlsx" },
            { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
              N_ ("Write to a file instead of standard output"), "FILE" },
              { "option", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->pairs,
                N_ ("An option of the view; may be repeated"), "NAME=VALUE" },
                G_OPTION_ENTRY_NULL,
            };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
clear_options (gpointer data)
{
  Options *options = data;

  g_free (options->format);
  g_free (options->output);
  g_strfreev (options->pairs);
}

/* A view that there is one of per team is named with its team: "team:upstage". */
static void
list_teams (GString *text, const JipyoLedger *ledger, const char *view)
{
  const GPtrArray *teams = jipyo_ledger_get_teams (ledger);

  for (guint i = 0; i < teams->len; i++)
    g_string_append_printf (text, "%-18s   %s:%s\n", "", view,
                            ((const JipyoTeam *) teams->pdata[i])->id);
}

static int
list_views (const JipyoCommandLine *line)
{
  guint n_views = 0;
  const JipyoViewInfo *views = jipyo_view_list (&n_views);
  g_autoptr (JipyoSession) session = jipyo_command_open_session (line);
  g_autoptr (GString) text = g_string_new (NULL);

  if (session == NULL)
    return JIPYO_EXIT_FAILED;
  for (guint i = 0; i < n_views; i++) {
    g_string_append_printf (text, "%-18s %s\n", views[i].name,
                            line->lang == JIPYO_LANG_KO ? views[i].title_ko : views[i].title_en);
    for (guint j = 0; views[i].options != NULL && views[i].options[j] != NULL; j++)
      g_string_append_printf (text, "%-18s   --option %s\n", "", views[i].options[j]);
    if (views[i].per_team)
      list_teams (text, jipyo_session_get_ledger (session), views[i].name);
    /* One of very many. */
    if (views[i].per_instrument)
      g_string_append_printf (text, "%-18s   %s:krx:KOSPI\n", "", views[i].name);
  }
  return jipyo_command_write (text->str, NULL) ? JIPYO_EXIT_DONE : JIPYO_EXIT_FAILED;
}

static char *
format_view (JipyoSession *session, const JipyoView *view, const char *format)
{
  if (strcmp (format, "csv") == 0)
    return jipyo_view_format_csv (view);
  if (strcmp (format, "json") == 0)
    return jipyo_view_format_json (view, &(JipyoViewContext){
                                           .as_of = jipyo_session_get_as_of (session),
                                           .lang = jipyo_session_get_lang (session),
                                         });
  return jipyo_view_format_text (view, jipyo_session_get_lang (session));
}

static int
write_workbook (JipyoSession *session, const JipyoView *view, const char *path)
{
  const JipyoViewContext context = {
    .as_of = jipyo_session_get_as_of (session),
    .lang = jipyo_session_get_lang (session),
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jipyo_export_xlsx (view, &context, &error);

  if (bytes != NULL && jipyo_export_write (path, bytes, &error))
    return JIPYO_EXIT_DONE;
  jipyo_command_complain ("%s", error->message);
  return JIPYO_EXIT_FAILED;
}

static int
print_view (const JipyoCommandLine *line, const Options *options, GHashTable *pairs)
{
  const char *format = options->format != NULL ? options->format : "text";
  g_autoptr (JipyoSession) session = jipyo_command_open_session (line);
  g_autoptr (JipyoView) view = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (session == NULL)
    return JIPYO_EXIT_FAILED;
  view = jipyo_command_build_view (session, line->arguments[0], pairs, &error);
  if (view == NULL)
    return jipyo_command_misuse ("view", "%s", error->message);
  if (strcmp (format, "xlsx") == 0)
    return write_workbook (session, view, options->output);
  text = options->summary  ? jipyo_plot_summary_write_view (view, line->lang)
         : options->points ? jipyo_plot_summary_list_points (view, line->lang)
                           : format_view (session, view, format);
  return jipyo_command_write (text, options->output) ? JIPYO_EXIT_DONE : JIPYO_EXIT_FAILED;
}

static int
run (const JipyoCommandLine *line, gpointer data)
{
  static const char *const formats[] = { "text", "csv", "json", "xlsx", NULL };
  const Options *options = data;
  g_autoptr (GHashTable) pairs = NULL;

  if (options->list)
    return list_views (line);
  if (g_strv_length (line->arguments) != 1)
    return jipyo_command_misuse ("view", "%s", _ ("One view must be named; --list lists them"));
  if (options->format != NULL && !g_strv_contains (formats, options->format))
    return jipyo_command_misuse ("view", _ ("--format is text, csv, json or xlsx, not “%s”"),
                                            options->format);
  if ((options->summary || options->points) && options->format != NULL
      && strcmp (options->format, "text") != 0)
    return jipyo_command_misuse (
      "view", "%s", _ ("What is read out is text: --summary and --points take no --format"));
  if (g_strcmp0 (options->format, "xlsx") == 0 && options->output == NULL)
    return jipyo_command_misuse ("view", "%s", _ ("A workbook needs a file: -o FILE"));
  pairs = jipyo_command_parse_pairs ("view", options->pairs);
  if (pairs == NULL)
    return JIPYO_EXIT_USAGE;
  return print_view (line, options, pairs);
}

const JipyoCommand jipyo_view_command = {
  .name = "view",
  .arguments = "NAME",
  .summary = N_ ("Print a view's table, sentence and sources"),
                 .add_options = add_options,
                 .options_size = sizeof (Options),
                 .clear_options = clear_options,
                 .run = run,
  };
