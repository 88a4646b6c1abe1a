/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo basket: who is in each team's basket and by how much, and a person's own weights.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jipyo-commands.h"
#include "jipyo-format.h"
#include "jipyo-json-writer.h"
#include "jipyo-team-shares.h"
#include "jipyo-weights.h"

typedef struct {
  const JipyoCommandLine *line;
  JipyoWeights *weights;   /* borrowed */
  JipyoTeamShares *shares; /* owned */
} Call;

static void
format_member (const Call *call, const JipyoListedShare *share, GString *text)
{
  const JipyoDecimal percent = jipyo_listed_share_get_percent (share);
  g_autofree char *weight =
    jipyo_decimal_format (jipyo_weights_find (call->weights, share->organisation->id));
  g_autofree char *figure = jipyo_format_price (percent, jipyo_decimal_get_decimals (percent));

  g_string_append_printf (text, "  %-20s %8s  %6s %%  %s\n", share->organisation->id, weight,
                          figure, jipyo_text_get (&share->organisation->name, call->line->lang));
}

static char *
format_text (const Call *call)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < call->shares->baskets->len; i++) {
    const JipyoTeamBasket *basket = g_ptr_array_index (call->shares->baskets, i);

    g_string_append_printf (text, "%s\n",
                            jipyo_text_get (&basket->team->short_name, call->line->lang));
    for (guint j = 0; j < basket->shares->len; j++)
      format_member (call, g_ptr_array_index (basket->shares, j), text);
  }
  return g_string_free (text, FALSE);
}

static void
write_member (const Call *call, const JipyoListedShare *share, JipyoJsonWriter *writer)
{
  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "member", share->organisation->id);
  jipyo_json_writer_member (writer, "instrument", share->instrument);
  jipyo_json_writer_member_decimal (writer, "weight",
                                    jipyo_weights_find (call->weights, share->organisation->id));
  jipyo_json_writer_member_decimal (writer, "percent", jipyo_listed_share_get_percent (share));
  jipyo_json_writer_end_object (writer);
}

static char *
format_json (const Call *call)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (TRUE);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_key (writer, "baskets");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < call->shares->baskets->len; i++) {
    const JipyoTeamBasket *basket = g_ptr_array_index (call->shares->baskets, i);

    jipyo_json_writer_begin_object (writer);
    jipyo_json_writer_member (writer, "team", basket->team->id);
    jipyo_json_writer_key (writer, "members");
    jipyo_json_writer_begin_array (writer);
    for (guint j = 0; j < basket->shares->len; j++)
      write_member (call, g_ptr_array_index (basket->shares, j), writer);
    jipyo_json_writer_end_array (writer);
    jipyo_json_writer_end_object (writer);
  }
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
  return jipyo_json_writer_finish (writer);
}

static gboolean
is_listed (const Call *call, const char *member)
{
  for (guint i = 0; i < call->shares->baskets->len; i++) {
    const JipyoTeamBasket *basket = g_ptr_array_index (call->shares->baskets, i);

    for (guint j = 0; j < basket->shares->len; j++)
      if (strcmp (((JipyoListedShare *) basket->shares->pdata[j])->organisation->id, member) == 0)
        return TRUE;
  }
  return FALSE;
}

/* "sk-telecom:60"; NULL with a complaint when it is none, or `others` have one of its member.
 * (transfer full) */
static JipyoMemberWeight *
parse_weight (const Call *call, const char *word, const GPtrArray *others)
{
  g_auto (GStrv) halves = g_strsplit (word, ":", 2);
  JipyoDecimal weight;

  if (g_strv_length (halves) != 2 || !jipyo_decimal_parse (halves[1], -1, &weight, NULL)
      || jipyo_decimal_sign (weight) < 0)
    jipyo_command_misuse ("basket", _ ("A weight is like sk-telecom:60, a number from 0 on; “%s” "
                                       "is none"),
                                       word);
  else if (!is_listed (call, halves[0]))
    jipyo_command_misuse ("basket", _ ("“%s” is in no basket; “jipyo basket” lists who is"),
                                       halves[0]);
  else if (jipyo_member_weight_find (others, halves[0]) != NULL)
    jipyo_command_misuse ("basket", _ ("“%s” is weighed twice"), halves[0]);
  else
    return jipyo_member_weight_new (halves[0], weight);
  return NULL;
}

/* All of them or none. */
static int
weigh (Call *call, char **words)
{
  g_autoptr (GPtrArray) weights =
               g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_member_weight_free);

  if (words[0] == NULL)
    return jipyo_command_misuse ("basket", "%s", _ ("Name whom to weigh, like sk-telecom:60"));
  for (guint i = 0; words[i] != NULL; i++) {
    JipyoMemberWeight *weight = parse_weight (call, words[i], weights);

    if (weight == NULL)
      return JIPYO_EXIT_USAGE;
    g_ptr_array_add (weights, weight);
  }
  for (guint i = 0; i < weights->len; i++) {
    const JipyoMemberWeight *weight = g_ptr_array_index (weights, i);

    jipyo_weights_set (call->weights, weight->member, weight->weight);
  }
  return jipyo_command_wait_for_save (jipyo_weights_get_file (call->weights));
}

static int
act (Call *call, const JipyoJsonOption *options)
{
  char **words = call->line->arguments;
  g_autofree char *text = NULL;

  if (words[0] != NULL && strcmp (words[0], "weigh") == 0)
    return weigh (call, words + 1);
  if (words[0] != NULL && strcmp (words[0], "equal") == 0 && words[1] == NULL) {
    jipyo_weights_clear (call->weights, NULL);
    return jipyo_command_wait_for_save (jipyo_weights_get_file (call->weights));
  }
  if (words[0] != NULL)
    return jipyo_command_misuse ("basket", _ ("“%s” is not expected here"), words[0]);
  text = options->json ? format_json (call) : format_text (call);
  return jipyo_command_write (text, NULL) ? JIPYO_EXIT_DONE : JIPYO_EXIT_FAILED;
}

static int
run (const JipyoCommandLine *line, gpointer options)
{
  Call call = { .line = line };
  g_autoptr (JipyoSession) session = jipyo_command_open_session (line);
  JipyoViewContext context;

  if (session == NULL)
    return JIPYO_EXIT_FAILED;
  call.weights = jipyo_command_open_weights (session);
  jipyo_session_get_context (session, &context);
  context.weights = jipyo_weights_get_all (call.weights);
  call.shares = jipyo_team_shares_new (&context, NULL); /* fails only for options */
  const int status = act (&call, options);
  jipyo_team_shares_free (call.shares);
  return status;
}

const JipyoCommand jipyo_basket_command = {
  .name = "basket",
  .arguments = N_ ("[weigh MEMBER:WEIGHT…] [equal]"),
                   .summary = N_ ("List the teams’ baskets and weigh their members"),
                                  .add_options = jipyo_command_add_json_option,
                                  .options_size = sizeof (JipyoJsonOption),
                                  .run = run,
                   };
