/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo claims: the figures of the record with their sources and dates.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "jipyo-claim-json.h"
#include "jipyo-commands.h"
#include "jipyo-format.h"

typedef struct {
  char *subject;
  char *metric;
  gboolean conflicts;
  gboolean json;
} Options;

static void
add_options (GOptionContext *context, gpointer data)
{
  Options *options = data;
  const GOptionEntry entries[] = {
    { "subject", 0, 0, G_OPTION_ARG_STRING, &options->subject,
      N_ ("Only claims on a subject"), "ID" },
      { "metric", 0, 0, G_OPTION_ARG_STRING, &options->metric,
        N_ ("Only claims of a metric"), "ID" },
        { "conflicts", 0, 0, G_OPTION_ARG_NONE, &options->conflicts,
          N_ ("Only claims that others contradict"), NULL },
          { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("Print JSON"), NULL },
            G_OPTION_ENTRY_NULL,
        };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
clear_options (gpointer data)
{
  Options *options = data;

  g_free (options->subject);
  g_free (options->metric);
}

/* The claims asked for. (transfer container) */
static GPtrArray *
select_claims (const JipyoLedger *ledger, const Options *options)
{
  GPtrArray *claims = jipyo_ledger_find_claims (
    ledger, &(JipyoClaimQuery){ .subject = options->subject, .metric = options->metric });

  for (guint i = claims->len; options->conflicts && i > 0; i--) {
    g_autoptr (GPtrArray) rivals =
                 jipyo_ledger_find_conflicts (ledger, g_ptr_array_index (claims, i - 1));

    if (rivals->len == 0)
      g_ptr_array_remove_index (claims, i - 1);
  }
  return claims;
}

static char *
format_json (const GPtrArray *claims)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (TRUE);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_key (writer, "claims");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < claims->len; i++)
    jipyo_claim_write_json (g_ptr_array_index (claims, i), writer);
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
  return jipyo_json_writer_finish (writer);
}

static void
append_claim (GString *text, const JipyoLedger *ledger, const JipyoClaim *claim, JipyoLang lang)
{
  const JipyoSource *source = jipyo_ledger_find_source (ledger, claim->source);
  g_autofree char *figure =
    claim->quantity.known ? jipyo_format_quantity (&claim->quantity, lang) : NULL;
  g_autofree char *period = jipyo_period_format (claim->true_for);
  g_autofree char *published = jipyo_date_format (claim->published);

  g_string_append_printf (text, "%s\n  %s: %s%s%s\n", claim->id,
                          jipyo_text_get (&claim->label, lang), figure != NULL ? figure : "",
                          figure != NULL && !jipyo_text_is_empty (&claim->text) ? " · " : "",
                          jipyo_text_get (&claim->text, lang));
  g_string_append_printf (
    text, "  %s · %s · %s %s%s\n", period, jipyo_status_label (claim->status, lang),
    source != NULL ? jipyo_text_get (&source->publisher, lang) : claim->source, published,
    claim->preferred ? (lang == JIPYO_LANG_KO ? " · 채택" : " · preferred") : "");
}

static int
run (const JipyoCommandLine *line, gpointer data)
{
  const Options *options = data;
  g_autoptr (JipyoSession) session = NULL;
  g_autoptr (GPtrArray) claims = NULL;
  g_autofree char *text = NULL;

  if (line->arguments[0] != NULL)
    return jipyo_command_misuse ("claims", _ ("“%s” is not expected here"), line->arguments[0]);
  session = jipyo_command_open_session (line);
  if (session == NULL)
    return JIPYO_EXIT_FAILED;
  claims = select_claims (jipyo_session_get_ledger (session), options);
  if (options->json) {
    text = format_json (claims);
  } else {
    GString *lines = g_string_new (NULL);

    for (guint i = 0; i < claims->len; i++)
      append_claim (lines, jipyo_session_get_ledger (session), g_ptr_array_index (claims, i),
                    line->lang);
    text = g_string_free (lines, FALSE);
  }
  return jipyo_command_write (text, NULL) ? JIPYO_EXIT_DONE : JIPYO_EXIT_FAILED;
}

const JipyoCommand jipyo_claims_command = {
  .name = "claims",
  .summary = N_ ("List claims with their sources and dates"),
                 .add_options = add_options,
                 .options_size = sizeof (Options),
                 .clear_options = clear_options,
                 .run = run,
  };
