/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Freeing and naming of the record's plain structs.
 */

#include "jipyo-record.h"

static const char *const organisation_kinds[] = {
  [JIPYO_ORGANISATION_COMPANY] = "company",     [JIPYO_ORGANISATION_UNIVERSITY] = "university",
  [JIPYO_ORGANISATION_INSTITUTE] = "institute", [JIPYO_ORGANISATION_GOVERNMENT] = "government",
  [JIPYO_ORGANISATION_COUNTRY] = "country",
};

static const char *const event_kinds[] = {
  [JIPYO_EVENT_SELECTED] = "selected",
  [JIPYO_EVENT_JOINED] = "joined",
  [JIPYO_EVENT_ADVANCED] = "advanced",
  [JIPYO_EVENT_OUT_SCORE] = "out-score",
  [JIPYO_EVENT_DISQUALIFIED] = "disqualified",
  [JIPYO_EVENT_MEMBER] = "member",
  [JIPYO_EVENT_CALL] = "call",
  [JIPYO_EVENT_REVIEW] = "review",
  [JIPYO_EVENT_RELEASE] = "release",
  [JIPYO_EVENT_FUNDING] = "funding",
  [JIPYO_EVENT_DISPUTE] = "dispute",
  [JIPYO_EVENT_PLAN] = "plan",
  [JIPYO_EVENT_OTHER] = "other",
};

static const char *const outcomes[] = {
  [JIPYO_OUTCOME_DONE] = "done",
  [JIPYO_OUTCOME_CONFIRMED] = "confirmed",
  [JIPYO_OUTCOME_MOVED] = "moved",
  [JIPYO_OUTCOME_DROPPED] = "dropped",
};

static const char *const initiative_kinds[] = {
  [JIPYO_INITIATIVE_BUDGET] = "budget",
  [JIPYO_INITIATIVE_FUND] = "fund",
  [JIPYO_INITIATIVE_PLEDGE] = "pledge",
  [JIPYO_INITIATIVE_TARGET] = "target",
};

static const char *const initiative_labels[][2] = {
  [JIPYO_INITIATIVE_BUDGET] = { "예산", "budget" },
  [JIPYO_INITIATIVE_FUND] = { "기금", "fund" },
  [JIPYO_INITIATIVE_PLEDGE] = { "약속", "pledge" },
  [JIPYO_INITIATIVE_TARGET] = { "목표", "target" },
};

/* Index of `id` in `names`, or -1. */
static int
find_name (const char *const *names, guint n_names, const char *id)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], id) == 0)
      return (int) i;
  return -1;
}

gboolean
jipyo_organisation_kind_parse (const char *id, JipyoOrganisationKind *kind)
{
  int index = find_name (organisation_kinds, G_N_ELEMENTS (organisation_kinds), id);

  if (index >= 0)
    *kind = (JipyoOrganisationKind) index;
  return index >= 0;
}

const char *
jipyo_organisation_kind_id (JipyoOrganisationKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (organisation_kinds), "");
  return organisation_kinds[kind];
}

gboolean
jipyo_event_kind_parse (const char *id, JipyoEventKind *kind)
{
  int index = find_name (event_kinds, G_N_ELEMENTS (event_kinds), id);

  if (index >= 0)
    *kind = (JipyoEventKind) index;
  return index >= 0;
}

const char *
jipyo_event_kind_id (JipyoEventKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (event_kinds), "");
  return event_kinds[kind];
}

gboolean
jipyo_outcome_parse (const char *id, JipyoOutcome *outcome)
{
  int index = id == NULL ? -1 : find_name (outcomes, G_N_ELEMENTS (outcomes), id);

  if (index >= 0)
    *outcome = (JipyoOutcome) index;
  return index >= 0;
}

gboolean
jipyo_initiative_kind_parse (const char *id, JipyoInitiativeKind *kind)
{
  int index = find_name (initiative_kinds, G_N_ELEMENTS (initiative_kinds), id);

  if (index >= 0)
    *kind = (JipyoInitiativeKind) index;
  return index >= 0;
}

const char *
jipyo_initiative_kind_id (JipyoInitiativeKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (initiative_kinds), "");
  return initiative_kinds[kind];
}

const char *
jipyo_initiative_kind_label (JipyoInitiativeKind kind, JipyoLang lang)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (initiative_labels), "");
  return initiative_labels[kind][lang == JIPYO_LANG_KO ? 0 : 1];
}

void
jipyo_organisation_free (JipyoOrganisation *organisation)
{
  if (organisation == NULL)
    return;
  g_free (organisation->id);
  jipyo_text_clear (&organisation->name);
  g_free (organisation->code);
  g_free (organisation->market);
  g_free (organisation);
}

void
jipyo_member_free (JipyoMember *member)
{
  if (member == NULL)
    return;
  g_free (member->organisation);
  jipyo_text_clear (&member->role);
  g_free (member->source);
  g_free (member);
}

void
jipyo_team_free (JipyoTeam *team)
{
  if (team == NULL)
    return;
  g_free (team->id);
  jipyo_text_clear (&team->name);
  jipyo_text_clear (&team->short_name);
  g_free (team->lead);
  jipyo_text_clear (&team->strategy);
  g_clear_pointer (&team->members, g_ptr_array_unref);
  g_free (team);
}

void
jipyo_event_free (JipyoEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->id);
  g_free (event->team);
  g_free (event->round);
  jipyo_text_clear (&event->title);
  jipyo_text_clear (&event->reason);
  g_free (event->source);
  g_free (event->replaces);
  g_free (event);
}

void
jipyo_criterion_free (JipyoCriterion *criterion)
{
  if (criterion == NULL)
    return;
  g_free (criterion->id);
  jipyo_text_clear (&criterion->label);
  g_free (criterion);
}

void
jipyo_round_free (JipyoRound *round)
{
  if (round == NULL)
    return;
  g_free (round->id);
  jipyo_text_clear (&round->name);
  g_free (round->source);
  g_clear_pointer (&round->criteria, g_ptr_array_unref);
  g_free (round);
}

void
jipyo_model_free (JipyoModel *model)
{
  if (model == NULL)
    return;
  g_free (model->id);
  g_free (model->name);
  g_free (model->team);
  g_free (model->context);
  g_free (model->licence);
  g_free (model->source);
  g_free (model);
}

void
jipyo_pledge_free (JipyoPledge *pledge)
{
  if (pledge == NULL)
    return;
  g_free (pledge->id);
  jipyo_text_clear (&pledge->label);
  g_free (pledge->promised);
  g_strfreev (pledge->delivered);
  g_free (pledge);
}

void
jipyo_initiative_free (JipyoInitiative *initiative)
{
  if (initiative == NULL)
    return;
  g_free (initiative->id);
  g_free (initiative->country);
  jipyo_text_clear (&initiative->name);
  g_free (initiative->claim);
  g_free (initiative);
}

void
jipyo_programme_free (JipyoProgramme *programme)
{
  if (programme == NULL)
    return;
  g_free (programme->id);
  jipyo_text_clear (&programme->name);
  jipyo_text_clear (&programme->ministry);
  g_free (programme);
}

void
jipyo_printed_quote_free (JipyoPrintedQuote *quote)
{
  if (quote == NULL)
    return;
  g_free (quote->instrument);
  g_free (quote->last);
  g_free (quote->change);
  g_free (quote->basis);
  g_free (quote->source);
  g_free (quote);
}
