/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo summary: who is in play, who left and why, and the figures that carry the programme.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "jipyo-commands.h"
#include "jipyo-format.h"
#include "jipyo-json-writer.h"
#include "jipyo-standing.h"

/* The figures, in the order of reading; the newest of each, or of the period named. */
static const JipyoClaimQuery figures[] = {
  { .subject = "sovereign-ai", .metric = "budget" },
  { .subject = "sovereign-ai", .metric = "gpus-per-team" },
  { .subject = "sovereign-ai", .metric = "talent-cost" },
  { .subject = "sovereign-ai", .metric = "applicants" },
  { .subject = "sovereign-ai", .metric = "teams-selected" },
  { .subject = "sovereign-ai", .metric = "final-selection" },
  { .subject = "kr", .metric = "pledge-investment" },
  { .subject = "kr", .metric = "pledge-gpus" },
  { .subject = "kr", .metric = "gpus-purchased" },
  { .subject = "world",
    .metric = "models-large-scale",
    .period = "2020/2024",
    .vintage = "spri-2025-02" },
  { .subject = "us",
    .metric = "models-large-scale",
    .period = "2020/2024",
    .vintage = "spri-2025-02" },
  { .subject = "cn",
    .metric = "models-large-scale",
    .period = "2020/2024",
    .vintage = "spri-2025-02" },
  { .subject = "kr",
    .metric = "models-large-scale",
    .period = "2020/2024",
    .vintage = "spri-2025-02" },
};

static guint
count_in_play (const GArray *standings)
{
  guint n = 0;

  for (guint i = 0; i < standings->len; i++)
    n += g_array_index (standings, JipyoStanding, i).state == JIPYO_STANDING_IN;
  return n;
}

/* Why a team left, or NULL for one in play. */
static const char *
reason_of (const JipyoStanding *standing, JipyoLang lang)
{
  const JipyoEvent *event = standing->event;

  if (standing->state != JIPYO_STANDING_OUT || event == NULL)
    return NULL;
  if (!jipyo_text_is_empty (&event->reason))
    return jipyo_text_get (&event->reason, lang);
  return jipyo_text_get (&event->title, lang);
}

static void
write_programme (JipyoJsonWriter *writer, const JipyoLedger *ledger, const GArray *standings)
{
  const JipyoProgramme *programme = jipyo_ledger_get_programme (ledger);

  jipyo_json_writer_key (writer, "programme");
  if (programme == NULL) {
    jipyo_json_writer_null (writer);
    return;
  }
  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "id", programme->id);
  jipyo_json_writer_member_text (writer, "name", &programme->name);
  jipyo_json_writer_member_text (writer, "ministry", &programme->ministry);
  jipyo_json_writer_key (writer, "teams_in_play");
  jipyo_json_writer_int (writer, count_in_play (standings));
  jipyo_json_writer_key (writer, "teams_known");
  jipyo_json_writer_int (writer, standings->len);
  jipyo_json_writer_end_object (writer);
}

static void
write_team (JipyoJsonWriter *writer, const JipyoStanding *standing, JipyoLang lang)
{
  g_autofree char *since = jipyo_date_format (standing->since);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "id", standing->team->id);
  jipyo_json_writer_member_text (writer, "name", &standing->team->name);
  jipyo_json_writer_member (writer, "standing", jipyo_standing_state_id (standing->state));
  jipyo_json_writer_member (writer, "since", *since != '\0' ? since : NULL);
  jipyo_json_writer_member (writer, "reason", reason_of (standing, lang));
  if (standing->score != NULL)
    jipyo_json_writer_member_decimal (writer, "score", standing->score->quantity.value);
  else
    jipyo_json_writer_member (writer, "score", NULL);
  jipyo_json_writer_key (writer, "rank");
  if (standing->rank > 0)
    jipyo_json_writer_int (writer, standing->rank);
  else
    jipyo_json_writer_null (writer);
  jipyo_json_writer_end_object (writer);
}

static void
write_figure (JipyoJsonWriter *writer, const JipyoClaim *claim)
{
  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "claim", claim->id);
  jipyo_json_writer_member_text (writer, "label", &claim->label);
  if (claim->quantity.known)
    jipyo_json_writer_member_decimal (writer, "value", claim->quantity.value);
  else
    jipyo_json_writer_member (writer, "value", NULL);
  if (claim->quantity.has_upper)
    jipyo_json_writer_member_decimal (writer, "value_max", claim->quantity.upper);
  jipyo_json_writer_member (writer, "unit", jipyo_unit_id (claim->quantity.unit));
  jipyo_json_writer_member (writer, "qualifier", jipyo_qualifier_id (claim->quantity.qualifier));
  jipyo_json_writer_member (writer, "status", jipyo_status_id (claim->status));
  jipyo_json_writer_end_object (writer);
}

static char *
format_json (const JipyoLedger *ledger, const GArray *standings, JipyoSession *session)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (TRUE);
  g_autofree char *as_of = jipyo_date_format (jipyo_session_get_as_of (session));

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "as_of", as_of);
  write_programme (writer, ledger, standings);
  jipyo_json_writer_key (writer, "teams");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < standings->len; i++)
    write_team (writer, &g_array_index (standings, JipyoStanding, i),
                jipyo_session_get_lang (session));
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_key (writer, "figures");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++) {
    const JipyoClaim *claim = jipyo_ledger_find_figure (ledger, &figures[i]);

    if (claim != NULL)
      write_figure (writer, claim);
  }
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
  return jipyo_json_writer_finish (writer);
}

static void
append_team (GString *text, const JipyoStanding *standing, JipyoLang lang)
{
  g_autofree char *since = jipyo_date_format (standing->since);
  const char *name = jipyo_text_get (&standing->team->name, lang);
  const char *reason = reason_of (standing, lang);
  g_autofree char *score =
    standing->score != NULL ? jipyo_format_quantity (&standing->score->quantity, lang) : NULL;

  g_string_append_printf (text, "  %s %s", standing->state == JIPYO_STANDING_IN ? "●" : "○", name);
  if (standing->state == JIPYO_STANDING_IN && standing->rank > 0)
    g_string_append_printf (text, lang == JIPYO_LANG_KO ? " · %d위 %s" : " · no. %d, %s",
                            standing->rank, score);
  else if (standing->state == JIPYO_STANDING_OUT)
    g_string_append_printf (text, lang == JIPYO_LANG_KO ? " · %s 탈락" : " · out %s", since);
  else
    g_string_append_printf (text, " · %s", since);
  if (standing->state == JIPYO_STANDING_OUT && score != NULL)
    g_string_append_printf (text, " · %s", score);
  if (reason != NULL)
    g_string_append_printf (text, " · %s", reason);
  g_string_append_c (text, '\n');
}

/* The figure, and in brackets the words that set it apart from another with the same number. */
static void
append_claim (GString *text, const JipyoClaim *claim, JipyoLang lang)
{
  g_autofree char *figure = jipyo_format_quantity (&claim->quantity, lang);

  g_string_append (text, figure);
  if (!jipyo_text_is_empty (&claim->text))
    g_string_append_printf (text, " (%s)", jipyo_text_get (&claim->text, lang));
}

static void
append_figure (GString *text, const JipyoLedger *ledger, const JipyoClaim *claim, JipyoLang lang)
{
  g_autoptr (GPtrArray) rivals = jipyo_ledger_find_conflicts (ledger, claim);

  g_string_append_printf (text, "  %s: ", jipyo_text_get (&claim->label, lang));
  append_claim (text, claim, lang);
  if (claim->status != JIPYO_STATUS_STATED)
    g_string_append_printf (text, " (%s)", jipyo_status_label (claim->status, lang));
  for (guint i = 0; i < rivals->len; i++) {
    g_string_append (text, " ⚠ ");
    append_claim (text, g_ptr_array_index (rivals, i), lang);
  }
  g_string_append_c (text, '\n');
}

static char *
format_text (const JipyoLedger *ledger, const GArray *standings, JipyoSession *session)
{
  const JipyoProgramme *programme = jipyo_ledger_get_programme (ledger);
  JipyoLang lang = jipyo_session_get_lang (session);
  gboolean ko = lang == JIPYO_LANG_KO;
  g_autofree char *as_of = jipyo_date_format (jipyo_session_get_as_of (session));
  GString *text = g_string_new (NULL);

  if (programme != NULL)
    g_string_append_printf (text, "%s\n", jipyo_text_get (&programme->name, lang));
  g_string_append_printf (text,
                          ko ? "%s 기준 · 진행 중 %u팀 / 참여 %u팀\n\n"
                             : "as known on %s · %u of %u teams in play\n\n",
                          as_of, count_in_play (standings), standings->len);
  for (guint i = 0; i < standings->len; i++)
    append_team (text, &g_array_index (standings, JipyoStanding, i), lang);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++) {
    const JipyoClaim *claim = jipyo_ledger_find_figure (ledger, &figures[i]);

    if (claim != NULL)
      append_figure (text, ledger, claim, lang);
  }
  return g_string_free (text, FALSE);
}

static int
run (const JipyoCommandLine *line, gpointer data)
{
  const JipyoJsonOption *options = data;
  g_autoptr (JipyoSession) session = NULL;
  g_autoptr (GArray) standings = NULL;
  g_autofree char *text = NULL;

  if (line->arguments[0] != NULL)
    return jipyo_command_misuse ("summary", _ ("“%s” is not expected here"), line->arguments[0]);
  session = jipyo_command_open_session (line);
  if (session == NULL)
    return JIPYO_EXIT_FAILED;
  standings = jipyo_ledger_compute_standings (jipyo_session_get_ledger (session));
  text = (options->json ? format_json : format_text) (jipyo_session_get_ledger (session), standings,
                                                      session);
  return jipyo_command_write (text, NULL) ? JIPYO_EXIT_DONE : JIPYO_EXIT_FAILED;
}

const JipyoCommand jipyo_summary_command = {
  .name = "summary",
  .summary = N_ ("Print the programme's state"),
                 .add_options = jipyo_command_add_json_option,
                 .options_size = sizeof (JipyoJsonOption),
                 .run = run,
  };
