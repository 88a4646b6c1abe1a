/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readers of what happened: events, rounds, models, and quotes printed in a source.
 */

#include "jipyo-ledger-records.h"

#include "jipyo-quote.h"

#include <glib/gi18n.h>

static JipyoEventKind
read_kind (const JipyoJsonCursor *cursor)
{
  const char *text = jipyo_json_read_string (cursor, "kind", JIPYO_JSON_REQUIRED);
  JipyoEventKind kind = JIPYO_EVENT_OTHER;

  if (text != NULL && !jipyo_event_kind_parse (text, &kind))
    jipyo_json_cursor_complain (cursor, "kind",
                                _ ("found \"%s\", expected selected, joined, advanced, out-score, "
                                "disqualified, member, call, review, release, funding, dispute, "
                                "plan or other"),
                                   text);
  return kind;
}

/* TRUE for the kinds that change where a team stands. */
static gboolean
needs_team (JipyoEventKind kind)
{
  return kind == JIPYO_EVENT_SELECTED || kind == JIPYO_EVENT_JOINED || kind == JIPYO_EVENT_ADVANCED
         || kind == JIPYO_EVENT_OUT_SCORE || kind == JIPYO_EVENT_DISQUALIFIED
         || kind == JIPYO_EVENT_MEMBER;
}

/* A plan is settled by what happens; it is confirmed or moved by another plan. */
static JipyoOutcome
read_outcome (const JipyoJsonCursor *cursor, const JipyoEvent *event)
{
  const char *text = jipyo_json_read_string (cursor, "outcome", JIPYO_JSON_OPTIONAL);
  JipyoOutcome outcome = JIPYO_OUTCOME_UNSTATED;

  if (text == NULL)
    return outcome;
  if (!jipyo_outcome_parse (text, &outcome))
    jipyo_json_cursor_complain (
      cursor, "outcome", _ ("found \"%s\", expected done, confirmed, moved or dropped"), text);
  else if (event->replaces == NULL)
    jipyo_json_cursor_complain (cursor, "outcome",
                                _ ("there is no member \"replaces\", so no plan has an outcome"));
  else if (event->planned && outcome == JIPYO_OUTCOME_DONE)
    jipyo_json_cursor_complain (cursor, "outcome", _ ("a plan cannot fulfil another plan"));
  return outcome;
}

JipyoEvent *
jipyo_ledger_read_event (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "id",          "kind",   "date",     "published",
                                         "planned",     "team",   "round",    "title",
                                         "reason",      "source", "replaces", "outcome",
                                         "second_hand", NULL };
  JipyoEvent *event = g_new0 (JipyoEvent, 1);

  event->id = g_strdup (jipyo_json_read_id (cursor, "id", JIPYO_JSON_REQUIRED));
  event->kind = read_kind (cursor);
  event->date = jipyo_json_read_date (cursor, "date", JIPYO_JSON_REQUIRED);
  event->published = jipyo_json_read_date (cursor, "published", JIPYO_JSON_REQUIRED);
  event->planned = jipyo_json_read_boolean (cursor, "planned", JIPYO_JSON_OPTIONAL);
  event->team = g_strdup (jipyo_json_read_id (cursor, "team", JIPYO_JSON_OPTIONAL));
  event->round = g_strdup (jipyo_json_read_id (cursor, "round", JIPYO_JSON_OPTIONAL));
  event->title = jipyo_json_read_text (cursor, "title", JIPYO_JSON_REQUIRED);
  event->reason = jipyo_json_read_text (cursor, "reason", JIPYO_JSON_OPTIONAL);
  event->source = g_strdup (jipyo_json_read_id (cursor, "source", JIPYO_JSON_REQUIRED));
  event->replaces = g_strdup (jipyo_json_read_id (cursor, "replaces", JIPYO_JSON_OPTIONAL));
  event->outcome = read_outcome (cursor, event);
  event->second_hand = jipyo_json_read_boolean (cursor, "second_hand", JIPYO_JSON_OPTIONAL);
  if (needs_team (event->kind) && event->team == NULL)
    jipyo_json_cursor_complain (cursor, "team",
                                _ ("member \"team\" is missing: the event is one of a team"));
  jipyo_json_cursor_check_members (cursor, members);
  return event;
}

static JipyoCriterion *
read_criterion (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "id", "label", "max_points", NULL };
  JipyoCriterion *criterion = g_new0 (JipyoCriterion, 1);

  criterion->id = g_strdup (jipyo_json_read_id (cursor, "id", JIPYO_JSON_REQUIRED));
  criterion->label = jipyo_json_read_text (cursor, "label", JIPYO_JSON_REQUIRED);
  criterion->max_points = jipyo_json_read_int (cursor, "max_points", 1, 1000);
  jipyo_json_cursor_check_members (cursor, members);
  return criterion;
}

static GPtrArray *
read_criteria (const JipyoJsonCursor *cursor)
{
  GPtrArray *read = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_criterion_free);
  guint length = jipyo_json_read_length (cursor, "criteria", JIPYO_JSON_REQUIRED);

  for (guint i = 0; i < length; i++) {
    JipyoJsonCursor element;

    if (jipyo_json_cursor_init_element (&element, cursor, "criteria", i))
      g_ptr_array_add (read, read_criterion (&element));
    jipyo_json_cursor_clear (&element);
  }
  return read;
}

JipyoRound *
jipyo_ledger_read_round (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "id",     "name",     "date", "published",
                                         "source", "criteria", NULL };
  JipyoRound *round = g_new0 (JipyoRound, 1);

  round->id = g_strdup (jipyo_json_read_id (cursor, "id", JIPYO_JSON_REQUIRED));
  round->name = jipyo_json_read_text (cursor, "name", JIPYO_JSON_REQUIRED);
  round->date = jipyo_json_read_date (cursor, "date", JIPYO_JSON_REQUIRED);
  round->published = jipyo_json_read_date (cursor, "published", JIPYO_JSON_REQUIRED);
  round->source = g_strdup (jipyo_json_read_id (cursor, "source", JIPYO_JSON_REQUIRED));
  round->criteria = read_criteria (cursor);
  jipyo_json_cursor_check_members (cursor, members);
  return round;
}

JipyoModel *
jipyo_ledger_read_model (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "id",      "name",    "team",   "released", "published",
                                         "context", "licence", "source", NULL };
  JipyoModel *model = g_new0 (JipyoModel, 1);

  model->id = g_strdup (jipyo_json_read_id (cursor, "id", JIPYO_JSON_REQUIRED));
  model->name = g_strdup (jipyo_json_read_string (cursor, "name", JIPYO_JSON_REQUIRED));
  model->team = g_strdup (jipyo_json_read_id (cursor, "team", JIPYO_JSON_REQUIRED));
  model->released = jipyo_json_read_date (cursor, "released", JIPYO_JSON_REQUIRED);
  model->published = jipyo_json_read_date (cursor, "published", JIPYO_JSON_REQUIRED);
  model->context = g_strdup (jipyo_json_read_string (cursor, "context", JIPYO_JSON_OPTIONAL));
  model->licence = g_strdup (jipyo_json_read_string (cursor, "licence", JIPYO_JSON_OPTIONAL));
  model->source = g_strdup (jipyo_json_read_id (cursor, "source", JIPYO_JSON_REQUIRED));
  jipyo_json_cursor_check_members (cursor, members);
  return model;
}

static char *
read_basis (const JipyoJsonCursor *cursor)
{
  const char *text = jipyo_json_read_string (cursor, "basis", JIPYO_JSON_REQUIRED);
  JipyoChangeBasis basis;

  if (text != NULL && !jipyo_change_basis_parse (text, &basis))
    jipyo_json_cursor_complain (cursor, "basis",
                                _ ("found \"%s\", expected unstated, previous-close-utc, "
                                "previous-close-kst, rolling-24h or previous-session"),
                                   text);
  return g_strdup (text);
}

/* The record keeps canonical text; the number is checked and written anew. */
static char *
read_number (const JipyoJsonCursor *cursor, const char *name)
{
  JipyoDecimal value;

  if (!jipyo_json_read_decimal (cursor, name, JIPYO_JSON_REQUIRED, &value))
    return NULL;
  return jipyo_decimal_format (value);
}

JipyoPrintedQuote *
jipyo_ledger_read_printed_quote (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "instrument", "last",   "change",         "basis", "date",
                                         "published",  "source", "venue_inferred", NULL };
  JipyoPrintedQuote *quote = g_new0 (JipyoPrintedQuote, 1);

  quote->instrument = g_strdup (jipyo_json_read_id (cursor, "instrument", JIPYO_JSON_REQUIRED));
  quote->last = read_number (cursor, "last");
  quote->change = read_number (cursor, "change");
  quote->basis = read_basis (cursor);
  quote->date = jipyo_json_read_date (cursor, "date", JIPYO_JSON_REQUIRED);
  quote->published = jipyo_json_read_date (cursor, "published", JIPYO_JSON_REQUIRED);
  quote->source = g_strdup (jipyo_json_read_id (cursor, "source", JIPYO_JSON_REQUIRED));
  quote->venue_inferred = jipyo_json_read_boolean (cursor, "venue_inferred", JIPYO_JSON_REQUIRED);
  jipyo_json_cursor_check_members (cursor, members);
  return quote;
}
