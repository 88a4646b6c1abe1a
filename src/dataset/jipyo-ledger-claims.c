/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readers of sources and claims.
 */

#include "jipyo-ledger-records.h"

#include <glib/gi18n.h>

/* A source is quoted only for the few words that carry a figure. */
#define FRAGMENT_MAX 40

JipyoSource *
jipyo_ledger_read_source (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "id",     "publisher", "title",
                                         "author", "published", "retrieved",
                                         "url",    "licence",   "redistributable",
                                         NULL };
  JipyoSource *source = g_new0 (JipyoSource, 1);

  source->id = g_strdup (jipyo_json_read_id (cursor, "id", JIPYO_JSON_REQUIRED));
  source->publisher = jipyo_json_read_text (cursor, "publisher", JIPYO_JSON_REQUIRED);
  source->title = jipyo_json_read_text (cursor, "title", JIPYO_JSON_REQUIRED);
  source->author = g_strdup (jipyo_json_read_string (cursor, "author", JIPYO_JSON_OPTIONAL));
  source->published = jipyo_json_read_date (cursor, "published", JIPYO_JSON_OPTIONAL);
  source->retrieved = jipyo_json_read_date (cursor, "retrieved", JIPYO_JSON_REQUIRED);
  source->url = g_strdup (jipyo_json_read_string (cursor, "url", JIPYO_JSON_OPTIONAL));
  source->licence = g_strdup (jipyo_json_read_string (cursor, "licence", JIPYO_JSON_OPTIONAL));
  source->redistributable =
    jipyo_json_read_boolean (cursor, "redistributable", JIPYO_JSON_REQUIRED);
  if (source->url != NULL && !g_str_has_prefix (source->url, "https://"))
    jipyo_json_cursor_complain (cursor, "url", _ ("expected an address that begins with https://"));
  jipyo_json_cursor_check_members (cursor, members);
  return source;
}

static JipyoUnit
read_unit (const JipyoJsonCursor *cursor)
{
  const char *text = jipyo_json_read_string (cursor, "unit", JIPYO_JSON_OPTIONAL);
  JipyoUnit unit = JIPYO_UNIT_NONE;

  if (text != NULL && !jipyo_unit_parse (text, &unit))
    jipyo_json_cursor_complain (
      cursor, "unit",
      _ ("found \"%s\", expected a unit such as KRW, models, GPUs or percent"), text);
  return unit;
}

static JipyoQualifier
read_qualifier (const JipyoJsonCursor *cursor)
{
  const char *text = jipyo_json_read_string (cursor, "qualifier", JIPYO_JSON_OPTIONAL);
  JipyoQualifier qualifier = JIPYO_QUALIFIER_EXACT;

  if (text != NULL && !jipyo_qualifier_parse (text, &qualifier))
    jipyo_json_cursor_complain (
      cursor, "qualifier",
      _ ("found \"%s\", expected exact, about, at-most, at-least, target or per-year"), text);
  return qualifier;
}

static JipyoQuantity
read_quantity (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "value", "upper", "unit", "qualifier", NULL };
  JipyoQuantity quantity = { 0 };
  JipyoJsonCursor object;

  if (!jipyo_json_cursor_init_member (&object, cursor, "quantity", JIPYO_JSON_OPTIONAL))
    return quantity;
  quantity.known = jipyo_json_read_decimal (&object, "value", JIPYO_JSON_REQUIRED, &quantity.value);
  quantity.has_upper =
    jipyo_json_read_decimal (&object, "upper", JIPYO_JSON_OPTIONAL, &quantity.upper);
  quantity.unit = read_unit (&object);
  quantity.qualifier = read_qualifier (&object);
  if (quantity.known && quantity.has_upper
      && jipyo_decimal_compare (quantity.upper, quantity.value) <= 0)
    jipyo_json_cursor_complain (&object, "upper", _ ("expected more than \"value\""));
  jipyo_json_cursor_check_members (&object, members);
  jipyo_json_cursor_clear (&object);
  return quantity;
}

static JipyoStatus
read_status (const JipyoJsonCursor *cursor)
{
  const char *text = jipyo_json_read_string (cursor, "status", JIPYO_JSON_REQUIRED);
  JipyoStatus status = JIPYO_STATUS_STATED;

  if (text != NULL && !jipyo_status_parse (text, &status))
    jipyo_json_cursor_complain (
      cursor, "status",
      _ ("found \"%s\", expected stated, derived, second-hand, inferred or disputed"), text);
  return status;
}

/* What the members must be to one another. */
static void
check_claim (const JipyoJsonCursor *cursor, const JipyoClaim *claim)
{
  gboolean has_quantity = json_object_has_member (cursor->object, "quantity");

  if (claim->id != NULL && !g_ascii_islower (claim->id[0]))
    jipyo_json_cursor_complain (cursor, "id",
                                _ ("\"%s\": expected a lower-case letter first"), claim->id);
  if (!has_quantity && !json_object_has_member (cursor->object, "text"))
    jipyo_json_cursor_complain (cursor, NULL, _ ("expected a \"quantity\", a \"text\" or both"));
  if (claim->status == JIPYO_STATUS_DERIVED && claim->formula == NULL)
    jipyo_json_cursor_complain (cursor, "formula",
                                _ ("member \"formula\" is missing: the claim is derived"));
  if (claim->formula != NULL && claim->inputs == NULL)
    jipyo_json_cursor_complain (cursor, "inputs",
                                _ ("member \"inputs\" is missing: there is a formula"));
  if (claim->formula != NULL && !has_quantity)
    jipyo_json_cursor_complain (cursor, "quantity",
                                _ ("member \"quantity\" is missing: there is a formula"));
  if (claim->fragment != NULL && g_utf8_strlen (claim->fragment, -1) > FRAGMENT_MAX)
    jipyo_json_cursor_complain (cursor, "fragment",
                                _ ("expected at most %d characters: "
                                "the words that carry the figure, never a sentence"),
                                   FRAGMENT_MAX);
  if (claim->preferred && jipyo_text_is_empty (&claim->reason))
    jipyo_json_cursor_complain (cursor, "reason",
                                _ ("member \"reason\" is missing: the claim is preferred"));
  if (jipyo_date_is_known (claim->published) && jipyo_date_is_known (claim->retrieved)
      && jipyo_date_compare (claim->published, claim->retrieved) > 0)
    jipyo_json_cursor_complain (cursor, "published", _ ("expected no later than \"retrieved\""));
}

JipyoClaim *
jipyo_ledger_read_claim (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "id",        "subject",   "metric",  "vintage",
                                         "label",     "quantity",  "text",    "true_for",
                                         "published", "retrieved", "source",  "fragment",
                                         "note",      "status",    "formula", "inputs",
                                         "preferred", "reason",    NULL };
  JipyoClaim *claim = g_new0 (JipyoClaim, 1);

  claim->id = g_strdup (jipyo_json_read_id (cursor, "id", JIPYO_JSON_REQUIRED));
  claim->subject = g_strdup (jipyo_json_read_id (cursor, "subject", JIPYO_JSON_REQUIRED));
  claim->metric = g_strdup (jipyo_json_read_id (cursor, "metric", JIPYO_JSON_REQUIRED));
  claim->vintage = g_strdup (jipyo_json_read_id (cursor, "vintage", JIPYO_JSON_OPTIONAL));
  claim->label = jipyo_json_read_text (cursor, "label", JIPYO_JSON_REQUIRED);
  claim->quantity = read_quantity (cursor);
  claim->text = jipyo_json_read_text (cursor, "text", JIPYO_JSON_OPTIONAL);
  claim->true_for = jipyo_json_read_period (cursor, "true_for", JIPYO_JSON_REQUIRED);
  claim->published = jipyo_json_read_date (cursor, "published", JIPYO_JSON_OPTIONAL);
  claim->retrieved = jipyo_json_read_date (cursor, "retrieved", JIPYO_JSON_REQUIRED);
  claim->source = g_strdup (jipyo_json_read_id (cursor, "source", JIPYO_JSON_REQUIRED));
  claim->fragment = g_strdup (jipyo_json_read_string (cursor, "fragment", JIPYO_JSON_OPTIONAL));
  claim->note = jipyo_json_read_text (cursor, "note", JIPYO_JSON_OPTIONAL);
  claim->status = read_status (cursor);
  claim->formula = g_strdup (jipyo_json_read_string (cursor, "formula", JIPYO_JSON_OPTIONAL));
  claim->inputs = jipyo_json_read_strings (cursor, "inputs", JIPYO_JSON_OPTIONAL);
  claim->preferred = jipyo_json_read_boolean (cursor, "preferred", JIPYO_JSON_OPTIONAL);
  claim->reason = jipyo_json_read_text (cursor, "reason", JIPYO_JSON_OPTIONAL);
  check_claim (cursor, claim);
  jipyo_json_cursor_check_members (cursor, members);
  return claim;
}
