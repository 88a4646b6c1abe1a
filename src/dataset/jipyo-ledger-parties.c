/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readers of who takes part and what was set up: organisations, teams, programmes, pledges,
 * initiatives.
 */

#include "jipyo-ledger-records.h"

#include <glib/gi18n.h>

static JipyoOrganisationKind
read_kind (const JipyoJsonCursor *cursor)
{
  const char *text = jipyo_json_read_string (cursor, "kind", JIPYO_JSON_REQUIRED);
  JipyoOrganisationKind kind = JIPYO_ORGANISATION_COMPANY;

  if (text != NULL && !jipyo_organisation_kind_parse (text, &kind))
    jipyo_json_cursor_complain (
      cursor, "kind",
      _ ("found \"%s\", expected company, university, institute, government or country"), text);
  return kind;
}

/* Codes are text: newer ones have letters, older ones leading zeros. */
static void
check_listing (const JipyoJsonCursor *cursor, const JipyoOrganisation *organisation)
{
  gsize length = 0;

  if ((organisation->code == NULL) != (organisation->market == NULL))
    jipyo_json_cursor_complain (cursor, NULL,
                                _ ("expected both \"code\" and \"market\" or neither"));
  if (organisation->market != NULL && g_strcmp0 (organisation->market, "KOSPI") != 0
      && g_strcmp0 (organisation->market, "KOSDAQ") != 0)
    jipyo_json_cursor_complain (cursor, "market",
                                _ ("found \"%s\", expected KOSPI or KOSDAQ"), organisation->market);
  if (organisation->code == NULL)
    return;
  for (const char *c = organisation->code; g_ascii_isdigit (*c) || g_ascii_isupper (*c); c++)
    length++;
  if (length != 6 || organisation->code[6] != '\0')
    jipyo_json_cursor_complain (
      cursor, "code",
      _ ("found \"%s\", expected six digits or capitals such as \"017670\""), organisation->code);
}

JipyoOrganisation *
jipyo_ledger_read_organisation (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "id", "name", "kind", "code", "market", "note", NULL };
  JipyoOrganisation *organisation = g_new0 (JipyoOrganisation, 1);
  JipyoText note = { 0 };

  organisation->id = g_strdup (jipyo_json_read_id (cursor, "id", JIPYO_JSON_REQUIRED));
  organisation->name = jipyo_json_read_text (cursor, "name", JIPYO_JSON_REQUIRED);
  organisation->kind = read_kind (cursor);
  organisation->code = g_strdup (jipyo_json_read_string (cursor, "code", JIPYO_JSON_OPTIONAL));
  organisation->market = g_strdup (jipyo_json_read_string (cursor, "market", JIPYO_JSON_OPTIONAL));
  check_listing (cursor, organisation);
  /* The note is for those who keep the record; nothing shows it. */
  note = jipyo_json_read_text (cursor, "note", JIPYO_JSON_OPTIONAL);
  jipyo_text_clear (&note);
  jipyo_json_cursor_check_members (cursor, members);
  return organisation;
}

static JipyoMember *
read_member (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "organisation", "role",   "joined",
                                         "published",    "source", NULL };
  JipyoMember *member = g_new0 (JipyoMember, 1);

  member->organisation =
    g_strdup (jipyo_json_read_id (cursor, "organisation", JIPYO_JSON_REQUIRED));
  member->role = jipyo_json_read_text (cursor, "role", JIPYO_JSON_REQUIRED);
  member->joined = jipyo_json_read_date (cursor, "joined", JIPYO_JSON_REQUIRED);
  member->published = jipyo_json_read_date (cursor, "published", JIPYO_JSON_REQUIRED);
  member->source = g_strdup (jipyo_json_read_id (cursor, "source", JIPYO_JSON_REQUIRED));
  jipyo_json_cursor_check_members (cursor, members);
  return member;
}

static GPtrArray *
read_members (const JipyoJsonCursor *cursor)
{
  GPtrArray *read = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_member_free);
  guint length = jipyo_json_read_length (cursor, "members", JIPYO_JSON_REQUIRED);

  for (guint i = 0; i < length; i++) {
    JipyoJsonCursor element;

    if (jipyo_json_cursor_init_element (&element, cursor, "members", i))
      g_ptr_array_add (read, read_member (&element));
    jipyo_json_cursor_clear (&element);
  }
  return read;
}

JipyoTeam *
jipyo_ledger_read_team (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "id",   "name",   "short_name", "lead",    "colour",
                                         "dash", "marker", "strategy",   "members", NULL };
  JipyoTeam *team = g_new0 (JipyoTeam, 1);

  team->id = g_strdup (jipyo_json_read_id (cursor, "id", JIPYO_JSON_REQUIRED));
  team->name = jipyo_json_read_text (cursor, "name", JIPYO_JSON_REQUIRED);
  team->short_name = jipyo_json_read_text (cursor, "short_name", JIPYO_JSON_REQUIRED);
  team->lead = g_strdup (jipyo_json_read_id (cursor, "lead", JIPYO_JSON_REQUIRED));
  team->colour = (guint) jipyo_json_read_int (cursor, "colour", 0, 15);
  team->dash = (guint) jipyo_json_read_int (cursor, "dash", 0, 15);
  team->marker = (guint) jipyo_json_read_int (cursor, "marker", 0, 15);
  team->strategy = jipyo_json_read_text (cursor, "strategy", JIPYO_JSON_OPTIONAL);
  team->members = read_members (cursor);
  jipyo_json_cursor_check_members (cursor, members);
  return team;
}

JipyoProgramme *
jipyo_ledger_read_programme (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "id",        "name",          "ministry",
                                         "published", "review_months", "final_teams",
                                         NULL };
  JipyoProgramme *programme = g_new0 (JipyoProgramme, 1);

  programme->id = g_strdup (jipyo_json_read_id (cursor, "id", JIPYO_JSON_REQUIRED));
  programme->name = jipyo_json_read_text (cursor, "name", JIPYO_JSON_REQUIRED);
  programme->ministry = jipyo_json_read_text (cursor, "ministry", JIPYO_JSON_REQUIRED);
  programme->published = jipyo_json_read_date (cursor, "published", JIPYO_JSON_REQUIRED);
  programme->review_months = jipyo_json_read_int (cursor, "review_months", 1, 120);
  programme->final_teams = jipyo_json_read_int (cursor, "final_teams", 1, 100);
  jipyo_json_cursor_check_members (cursor, members);
  return programme;
}

JipyoPledge *
jipyo_ledger_read_pledge (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "id", "label", "promised", "delivered", NULL };
  JipyoPledge *pledge = g_new0 (JipyoPledge, 1);

  pledge->id = g_strdup (jipyo_json_read_id (cursor, "id", JIPYO_JSON_REQUIRED));
  pledge->label = jipyo_json_read_text (cursor, "label", JIPYO_JSON_REQUIRED);
  pledge->promised = g_strdup (jipyo_json_read_id (cursor, "promised", JIPYO_JSON_REQUIRED));
  pledge->delivered = jipyo_json_read_strings (cursor, "delivered", JIPYO_JSON_REQUIRED);
  jipyo_json_cursor_check_members (cursor, members);
  return pledge;
}

static JipyoInitiativeKind
read_initiative_kind (const JipyoJsonCursor *cursor)
{
  const char *text = jipyo_json_read_string (cursor, "kind", JIPYO_JSON_REQUIRED);
  JipyoInitiativeKind kind = JIPYO_INITIATIVE_BUDGET;

  if (text != NULL && !jipyo_initiative_kind_parse (text, &kind))
    jipyo_json_cursor_complain (cursor, "kind",
                                _ ("found \"%s\", expected budget, fund, pledge or target"), text);
  return kind;
}

JipyoInitiative *
jipyo_ledger_read_initiative (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "id",          "country",   "name",  "kind", "years",
                                         "not_only_ai", "announced", "claim", NULL };
  JipyoInitiative *initiative = g_new0 (JipyoInitiative, 1);

  initiative->id = g_strdup (jipyo_json_read_id (cursor, "id", JIPYO_JSON_REQUIRED));
  initiative->country = g_strdup (jipyo_json_read_id (cursor, "country", JIPYO_JSON_REQUIRED));
  initiative->name = jipyo_json_read_text (cursor, "name", JIPYO_JSON_REQUIRED);
  initiative->kind = read_initiative_kind (cursor);
  if (json_object_has_member (cursor->object, "years"))
    initiative->years = jipyo_json_read_int (cursor, "years", 1, 100);
  initiative->not_only_ai = jipyo_json_read_boolean (cursor, "not_only_ai", JIPYO_JSON_OPTIONAL);
  initiative->announced = jipyo_json_read_date (cursor, "announced", JIPYO_JSON_REQUIRED);
  initiative->claim = g_strdup (jipyo_json_read_id (cursor, "claim", JIPYO_JSON_REQUIRED));
  jipyo_json_cursor_check_members (cursor, members);
  return initiative;
}
