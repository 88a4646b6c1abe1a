/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks a subject's id up in everything that can be one.
 */

#include "jipyo-subject.h"

static const JipyoInitiative *
find_initiative (const JipyoLedger *ledger, const char *id)
{
  const GPtrArray *initiatives = jipyo_ledger_get_initiatives (ledger);

  for (guint i = 0; i < initiatives->len; i++) {
    const JipyoInitiative *initiative = g_ptr_array_index (initiatives, i);

    if (g_strcmp0 (initiative->id, id) == 0)
      return initiative;
  }
  return NULL;
}

JipyoText
jipyo_subject_get_name (const JipyoLedger *ledger, const char *subject)
{
  const JipyoProgramme *programme = jipyo_ledger_get_programme (ledger);
  const JipyoTeam *team = jipyo_ledger_find_team (ledger, subject);
  const JipyoRound *round = jipyo_ledger_find_round (ledger, subject);
  const JipyoModel *model = jipyo_ledger_find_model (ledger, subject);
  const JipyoOrganisation *organisation = jipyo_ledger_find_organisation (ledger, subject);
  const JipyoInitiative *initiative = find_initiative (ledger, subject);

  if (programme != NULL && g_strcmp0 (programme->id, subject) == 0)
    return jipyo_text_copy (&programme->name);
  if (team != NULL)
    return jipyo_text_copy (&team->short_name);
  if (round != NULL)
    return jipyo_text_copy (&round->name);
  if (model != NULL)
    return jipyo_text_new (model->name, model->name);
  if (organisation != NULL)
    return jipyo_text_copy (&organisation->name);
  if (initiative != NULL)
    return jipyo_text_copy (&initiative->name);
  return jipyo_text_new (subject, subject);
}
