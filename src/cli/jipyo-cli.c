/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of commands, the options that all of them share, and the help.
 */

#include "config.h"

#include "jipyo-cli.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "jipyo-commands.h"

static const JipyoCommand *const commands[] = {
  &jipyo_summary_command,  &jipyo_claims_command,    &jipyo_explain_command, &jipyo_changes_command,
  &jipyo_view_command,     &jipyo_render_command,    &jipyo_quotes_command,  &jipyo_watch_command,
  &jipyo_calendar_command, &jipyo_providers_command, &jipyo_history_command, &jipyo_import_command,
  &jipyo_keys_command,     &jipyo_backfill_command,  &jipyo_alerts_command,  &jipyo_basket_command,
  &jipyo_feed_command,     &jipyo_validate_command,
};

/* The shared options as typed. */
typedef struct {
  char *lang;
  char *as_of;
  char *now;
  char **ledgers;
  char **endpoints;
  char **arguments;
  gboolean help;
} Typed;

static void
typed_clear (Typed *typed)
{
  g_free (typed->lang);
  g_free (typed->as_of);
  g_free (typed->now);
  g_strfreev (typed->ledgers);
  g_strfreev (typed->endpoints);
  g_strfreev (typed->arguments);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static const JipyoCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

gboolean
jipyo_cli_wants (int argc, char **argv)
{
  static const char *const words[] = { "--help", "-h", "--version", "help", NULL };

  return argc > 1 && (*argv[1] != '-' || g_strv_contains (words, argv[1]));
}

/* A file opened later takes the number of a stream that was closed, and what is printed would go
 * into that file. Nothing can be written to what stands there now, and that is told. */
static void
occupy_closed_streams (void)
{
  for (int number = STDIN_FILENO; number <= STDERR_FILENO; number++)
    if (fcntl (number, F_GETFD) < 0)
      open ("/dev/null", number == STDERR_FILENO ? O_WRONLY : O_RDONLY);
}

/* A locale that is asked for but not installed leaves C, where gettext translates nothing. */
static void
set_up_translation (void)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  if (g_strcmp0 (locale, "C") == 0
      && jipyo_lang_from_locale (g_get_language_names ()[0]) == JIPYO_LANG_KO) {
    setlocale (LC_CTYPE, "C.UTF-8");
    setlocale (LC_MESSAGES, "C.UTF-8");
    g_setenv ("LANGUAGE", "ko", TRUE);
  }
  const char *directory = g_getenv ("JIPYO_LOCALE_DIR");

  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : JIPYO_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static int
print (const char *text)
{
  return jipyo_command_write (text, NULL) ? JIPYO_EXIT_DONE : JIPYO_EXIT_FAILED;
}

static int
print_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
    text, "%s\n\n", _ ("Usage: jipyo [COMMAND] [OPTION…]   with no command, the window opens"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-9s %s\n", commands[i]->name, _ (commands[i]->summary));
  g_string_append_printf (text, "\n%s\n",
                          _ ("Every command takes --help, --lang, --as-of, --now and --ledger."));
  g_string_append_printf (text, "%s\n",
                          _ ("The window takes --offline, --page and --size as well."));
  return print (text->str);
}

static GOptionContext *
new_context (const JipyoCommand *command, Typed *typed, gpointer options)
{
  const GOptionEntry shared[] = {
    /* GLib's own help leaves without a look at whether it could be written. */
    { "help", 'h', 0, G_OPTION_ARG_NONE, &typed->help, N_ ("Print this help"), NULL },
      { "lang", 0, 0, G_OPTION_ARG_STRING, &typed->lang, N_ ("Language of the output"), "ko|en" },
        { "as-of", 0, 0, G_OPTION_ARG_STRING, &typed->as_of,
          N_ ("The record as known on a date"), "YYYY-MM-DD" },
          { "now", 0, 0, G_OPTION_ARG_STRING, &typed->now,
            N_ ("The clock, for reproducible output"), "RFC3339" },
            { "ledger", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &typed->ledgers,
              N_ ("A ledger file to lay over the shipped ones; may be repeated"), "FILE" },
              { "endpoint", 0, 0, G_OPTION_ARG_STRING_ARRAY, &typed->endpoints,
                N_ ("Another base address for a provider; may be repeated"), "PROVIDER=URL" },
                { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &typed->arguments, NULL,
                  NULL },
                G_OPTION_ENTRY_NULL,
            };
  g_autofree char *parameters =
    g_strconcat (command->name, command->arguments != NULL ? " " : "", command->arguments, NULL);
  GOptionContext *context = g_option_context_new (parameters);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (command->add_options != NULL)
    command->add_options (context, options);
  g_option_context_add_main_entries (context, shared, GETTEXT_PACKAGE);
  return context;
}

/* FALSE after a complaint when a shared option's value is not what it should be. */
static gboolean
read_shared (const JipyoCommand *command, const Typed *typed, JipyoCommandLine *line)
{
  static char *no_arguments[] = { NULL };

  *line = (JipyoCommandLine){
    .lang = jipyo_lang_from_locale (g_get_language_names ()[0]),
    .ledgers = typed->ledgers,
    .endpoints = typed->endpoints,
    .arguments = typed->arguments != NULL ? typed->arguments : no_arguments,
  };
  if (typed->lang != NULL && !jipyo_lang_parse (typed->lang, &line->lang))
    jipyo_command_misuse (command->name, _ ("--lang is ko or en, not “%s”"), typed->lang);
  else if (typed->as_of != NULL
           && (!jipyo_date_parse (typed->as_of, &line->as_of) || line->as_of.day == 0))
    jipyo_command_misuse (command->name, _ ("--as-of is a date like 2025-08-05, not “%s”"),
                                            typed->as_of);
  else if (typed->now != NULL && !jipyo_instant_parse (typed->now, &line->now_us))
    jipyo_command_misuse (
      command->name, _ ("--now is a time like 2025-08-05T11:08:21+09:00, not “%s”"), typed->now);
  else
    return TRUE;
  return FALSE;
}

static int
print_help_of (GOptionContext *context)
{
  g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

  return print (text);
}

/* "-3" is a number, but GLib would look for an option of that name: it is hidden from it meanwhile,
 * unless it may be an option's value. */
static const char minus = '\v';

static void
hide_numbers (int argc, char **argv)
{
  for (int i = 2; i < argc; i++)
    if (argv[i][0] == '-' && (g_ascii_isdigit (argv[i][1]) || argv[i][1] == '.')
        && !g_str_has_prefix (argv[i - 1], "--"))
      argv[i][0] = minus;
}

static void
show_numbers (char **arguments)
{
  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    if (arguments[i][0] == minus)
      arguments[i][0] = '-';
}

static int
run_command (const JipyoCommand *command, int argc, char **argv)
{
  g_auto (Typed) typed = { 0 };
  g_autofree gpointer options = g_malloc0 (MAX (command->options_size, 1));
  g_autoptr (GOptionContext) context = new_context (command, &typed, options);
  g_autoptr (GError) error = NULL;
  JipyoCommandLine line;
  int status = JIPYO_EXIT_USAGE;

  hide_numbers (argc, argv);
  const gboolean parsed = g_option_context_parse (context, &argc, &argv, &error);
  show_numbers (typed.arguments);
  if (!parsed)
    jipyo_command_misuse (command->name, "%s", error->message);
  else if (typed.help)
    status = print_help_of (context);
  else if (read_shared (command, &typed, &line))
    status = command->run (&line, options);
  if (command->clear_options != NULL)
    command->clear_options (options);
  return status;
}

int
jipyo_cli_run (int argc, char **argv)
{
  const JipyoCommand *command = NULL;

  occupy_closed_streams ();
  g_set_prgname ("jipyo");
  set_up_translation ();
  if (argc < 2 || strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0
      || strcmp (argv[1], "help") == 0)
    return print_help ();
  if (strcmp (argv[1], "--version") == 0)
    return print ("jipyo " JIPYO_VERSION "\n");
  command = find_command (argv[1]);
  if (command == NULL) {
    jipyo_command_complain (_ ("There is no command “%s”. Try “jipyo --help”."), argv[1]);
    return JIPYO_EXIT_USAGE;
  }
  return run_command (command, argc - 1, argv + 1);
}
