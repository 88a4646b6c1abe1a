/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure: reads the ledger, returns text.
 */

#include "jipyo-standing-text.h"

#include <glib/gi18n.h>

#include "jipyo-format.h"

/* The name of the round in which the claim's score was given, or "". */
static const char *
find_round_name (const JipyoLedger *ledger, const JipyoClaim *score, JipyoLang lang)
{
  const GPtrArray *rounds = jipyo_ledger_get_rounds (ledger);

  for (guint i = 0; i < rounds->len; i++) {
    const JipyoRound *round = g_ptr_array_index (rounds, i);

    if (jipyo_date_compare (round->date, score->true_for.from) == 0)
      return jipyo_text_get (&round->name, lang);
  }
  return "";
}

/* "69.0점": scores are given to one decimal, which keeps them comparable at a glance. */
static char *
format_points (const JipyoClaim *score, JipyoLang lang)
{
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;
  const JipyoDecimal value = score->quantity.value;

  if (!score->quantity.known)
    return jipyo_format_quantity (&score->quantity, lang);
  jipyo_format_quantity_split (&score->quantity, lang, &number, &unit);
  g_autofree char *fixed =
    jipyo_decimal_format_fixed (value, MAX (1, jipyo_decimal_get_decimals (value)), TRUE);

  return g_strdup_printf (lang == JIPYO_LANG_KO ? "%s%s" : "%s %s", fixed, unit);
}

static char *
format_score (const JipyoStanding *standing, const JipyoLedger *ledger, JipyoLang lang)
{
  g_autofree char *figure = format_points (standing->score, lang);
  const char *round = find_round_name (ledger, standing->score, lang);

  /* Translators: round, score, rank: "2nd round 70.6 points · rank 1" */
  if (standing->rank > 0)
    return g_strdup_printf (C_ ("standing", "%s %s · rank %d"), round, figure, standing->rank);
  return g_strdup_printf ("%s %s", round, figure);
}

static char *
format_out (const JipyoStanding *standing, JipyoLang lang)
{
  g_autofree char *date = jipyo_date_format (standing->since);
  const char *reason =
    standing->event == NULL ? "" : jipyo_text_get (&standing->event->reason, lang);

  if (standing->event != NULL && standing->event->kind == JIPYO_EVENT_DISQUALIFIED)
    return g_strdup_printf (C_ ("standing", "Out %s · disqualified"), date);
  if (standing->score != NULL) {
    g_autofree char *figure = format_points (standing->score, lang);

    return g_strdup_printf (C_ ("standing", "Out %s · %s"), date, figure);
  }
  if (*reason == '\0')
    return g_strdup_printf (C_ ("standing", "Out %s · by score"), date);
  return g_strdup_printf (C_ ("standing", "Out %s · %s"), date, reason);
}

char *
jipyo_standing_text_format (const JipyoStanding *standing,
                            const JipyoLedger *ledger,
                            JipyoLang lang)
{
  const JipyoTeam *team = standing->team;

  if (standing->state == JIPYO_STANDING_OUT)
    return format_out (standing, lang);
  if (standing->score != NULL)
    return format_score (standing, ledger, lang);
  if (!jipyo_text_is_empty (&team->strategy))
    return g_strdup (jipyo_text_get (&team->strategy, lang));
  return g_strdup_printf (
    g_dngettext (NULL, "%u organisation", "%u organisations", team->members->len),
    team->members->len);
}
