/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "changes": what became known between two dates, as the difference of two readings.
 * Without dates it goes from the day after the teams were chosen to the reading's own.
 */

#include "jipyo-change.h"
#include "jipyo-format.h"
#include "jipyo-subject.h"
#include "jipyo-table-grid.h"
#include "jipyo-view-builders.h"
#include "jipyo-view-draft.h"

typedef struct {
  JipyoViewDraft *draft; /* not set while the dates are looked at */
  JipyoDate from;
  JipyoDate to;
  JipyoLedger *earlier; /* owned */
  JipyoLedger *later;   /* owned */
  GArray *changes;      /* of JipyoChange, owned */
} Board;

/* The dates */

static gboolean
parse_option (const JipyoViewContext *context, const char *name, JipyoDate *date, GError **error)
{
  const char *value =
    context->options != NULL ? g_hash_table_lookup (context->options, name) : NULL;

  if (value == NULL || *value == '\0' || (jipyo_date_parse (value, date) && date->day != 0))
    return TRUE;
  g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_OPTION,
               "option %s of view changes cannot be “%s”: use a date such as 2025-08-05", name,
               value);
  return FALSE;
}

/* The day after the first teams were chosen; if that is not before `to`, when the programme became
 * known, else a year back. */
static JipyoDate
choose_from (const JipyoLedger *whole, JipyoDate to)
{
  const GPtrArray *events = jipyo_ledger_get_events (whole);
  const JipyoProgramme *programme = jipyo_ledger_get_programme (whole);

  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);

    if (event->kind != JIPYO_EVENT_SELECTED || event->planned
        || !jipyo_date_is_known (event->published))
      continue;
    JipyoDate from = jipyo_date_from_day (jipyo_date_last_day (event->published) + 1);
    if (jipyo_date_compare (from, to) < 0)
      return from;
    break;
  }
  if (programme != NULL && jipyo_date_is_known (programme->published)
      && jipyo_date_compare (programme->published, to) < 0)
    return programme->published;
  return jipyo_date_from_day (jipyo_date_first_day (to) - 365);
}

static gboolean
set_dates (Board *self, const JipyoViewContext *context, GError **error)
{
  self->to = context->as_of;
  if (!parse_option (context, "to", &self->to, error))
    return FALSE;
  if (jipyo_date_compare (self->to, context->as_of) > 0) {
    g_set_error_literal (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_OPTION,
                         "“to” lies after the day that the record is read as of");
    return FALSE;
  }
  self->from = choose_from (context->whole, self->to);
  if (!parse_option (context, "from", &self->from, error))
    return FALSE;
  if (jipyo_date_compare (self->from, self->to) <= 0)
    return TRUE;
  g_set_error_literal (
    error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_OPTION,
    "“from” lies after “to”, which is the day of the reading where it is left out");
  return FALSE;
}

/* The table */

static void
add_columns (JipyoTable *table)
{
  JipyoText before = { (char *) "이전", (char *) "Before" };
  JipyoText after = { (char *) "이후", (char *) "After" };

  jipyo_table_add_text_column (table, "date", "알려진 날", "Known from");
  jipyo_table_add_text_column (table, "change", "변화", "Change");
  jipyo_table_add_text_column (table, "subject", "대상", "Subject");
  jipyo_table_add_text_column (table, "what", "내용", "What");
  jipyo_table_add_figure_column (table, "before", &before, "");
  jipyo_table_add_figure_column (table, "after", &after, "");
  jipyo_table_add_text_column (table, "unit", "단위", "Unit");
  jipyo_table_add_text_column (table, "reason", "사유", "Reason");
  jipyo_table_add_text_column (table, "source", "출처", "Source");
}

static void
set_words (JipyoTable *table, const char *column, const char *code, JipyoText words)
{
  jipyo_table_set_code (table, column, code, &words);
  jipyo_text_clear (&words);
}

static void
set_source (Board *self, const char *id)
{
  const JipyoSource *source = jipyo_ledger_find_source (self->later, id);

  jipyo_view_draft_use_source (self->draft, id);
  if (source != NULL)
    jipyo_table_set_code (self->draft->view->table, "source", source->id, &source->publisher);
}

static JipyoText
name_standing (JipyoStandingState state)
{
  switch (state) {
  case JIPYO_STANDING_NOT_YET:
    return jipyo_text_new ("참여 전", "not yet in");
  case JIPYO_STANDING_IN:
    return jipyo_text_new ("진행 중", "in play");
  case JIPYO_STANDING_OUT:
    return jipyo_text_new ("탈락", "out");
  }
  return jipyo_text_new ("", "");
}

static void
fill_standing (Board *self, const JipyoChange *change)
{
  JipyoTable *table = self->draft->view->table;
  const JipyoEvent *event = change->event;

  jipyo_table_set_code (table, "subject", change->team->id, &change->team->short_name);
  jipyo_table_set_text (table, "what", event->title.ko, event->title.en);
  set_words (table, "before", jipyo_standing_state_id (change->before),
             name_standing (change->before));
  set_words (table, "after", jipyo_standing_state_id (change->after),
             name_standing (change->after));
  jipyo_table_set_text (table, "reason", event->reason.ko, event->reason.en);
  set_source (self, event->source);
}

static void
fill_event (Board *self, const JipyoChange *change)
{
  JipyoTable *table = self->draft->view->table;
  const JipyoEvent *event = change->event;
  const JipyoTeam *team = jipyo_ledger_find_team (self->later, event->team);
  g_autofree char *date = jipyo_date_format (event->date);

  if (team != NULL)
    jipyo_table_set_code (table, "subject", team->id, &team->short_name);
  jipyo_table_set_text (table, "what", event->title.ko, event->title.en);
  if (event->planned)
    jipyo_table_set_text (table, "after", date, date);
  jipyo_table_set_text (table, "reason", event->reason.ko, event->reason.en);
  set_source (self, event->source);
}

static void
fill_claim (Board *self, const JipyoChange *change)
{
  JipyoTable *table = self->draft->view->table;
  const JipyoClaim *claim = change->claim;

  set_words (table, "subject", claim->subject,
             jipyo_subject_get_name (self->later, claim->subject));
  jipyo_table_set_text (table, "what", claim->label.ko, claim->label.en);
  if (change->earlier != NULL)
    jipyo_table_set_claim (table, "before", change->earlier);
  jipyo_table_set_claim (table, "after", claim);
  if (claim->quantity.known)
    jipyo_table_set_text (table, "unit", jipyo_unit_id (claim->quantity.unit),
                          jipyo_unit_id (claim->quantity.unit));
  jipyo_table_set_text (table, "reason", claim->reason.ko, claim->reason.en);
  set_source (self, claim->source);
  jipyo_view_draft_use (self->draft, claim);
}

static void
add_row (Board *self, const JipyoChange *change)
{
  JipyoTable *table = self->draft->view->table;
  g_autofree char *date = jipyo_date_format (change->date);

  jipyo_table_begin_row (table);
  jipyo_table_set_text (table, "date", date, date);
  set_words (table, "change", jipyo_change_kind_id (change->kind),
             jipyo_text_new (jipyo_change_kind_label (change->kind, JIPYO_LANG_KO),
                             jipyo_change_kind_label (change->kind, JIPYO_LANG_EN)));
  switch (change->kind) {
  case JIPYO_CHANGE_STANDING:
    fill_standing (self, change);
    break;
  case JIPYO_CHANGE_EVENT:
  case JIPYO_CHANGE_PLAN:
    fill_event (self, change);
    break;
  case JIPYO_CHANGE_FIGURE:
  case JIPYO_CHANGE_CONFLICT:
  case JIPYO_CHANGE_CLAIM:
    fill_claim (self, change);
    break;
  case JIPYO_N_CHANGE_KINDS:
    break;
  }
}

/* The picture */

static guint
count_in_play (const JipyoLedger *ledger)
{
  g_autoptr (GArray) standings = jipyo_ledger_compute_standings (ledger);
  guint n = 0;

  for (guint i = 0; i < standings->len; i++)
    n += g_array_index (standings, JipyoStanding, i).state == JIPYO_STANDING_IN;
  return n;
}

/* A picture without room for all columns leaves out the last: what is said of a change besides what
 * it was and is. */
static void
add_grid (Board *self)
{
  static const JipyoTitledColumn columns[] = {
    { "date", "알려진 날", "Known from", JIPYO_ALIGN_START },
    { "change", "변화", "Change", JIPYO_ALIGN_START },
    { "what", "내용", "What", JIPYO_ALIGN_START },
    { "before", "이전", "Before", JIPYO_ALIGN_END },
    { "after", "이후", "After", JIPYO_ALIGN_END },
    { "subject", "대상", "Subject", JIPYO_ALIGN_START },
  };

  self->draft->view->sheet->grid = jipyo_grid_new_titled (
    self->draft->view->table, columns, G_N_ELEMENTS (columns), self->draft->context->lang);
}

static void
fill_sheet (Board *self)
{
  JipyoLang lang = self->draft->context->lang;
  g_autofree char *from = jipyo_date_format_long (self->from, lang);
  g_autofree char *to = jipyo_date_format_long (self->to, lang);

  add_grid (self);
  self->draft->view->sheet->subtitle = g_strdup_printf ("%s – %s", from, to);
}

/* The sentence */

static void
set_sentence (Board *self)
{
  g_autofree char *from_ko = jipyo_date_format (self->from);
  guint before = count_in_play (self->earlier);
  guint after = count_in_play (self->later);
  guint n_events = jipyo_change_list_count (self->changes, JIPYO_CHANGE_EVENT);
  guint n_claims = jipyo_change_list_count (self->changes, JIPYO_CHANGE_CLAIM);
  g_autofree char *teams_ko = NULL, *teams_en = NULL;

  if (before == 0 && after > 0) {
    teams_ko = g_strdup_printf ("%u팀 선정, ", after);
    teams_en = g_strdup_printf (after == 1 ? "%u team chosen, " : "%u teams chosen, ", after);
  } else if (before != after) {
    teams_ko = g_strdup_printf ("%u팀에서 %u팀으로, ", before, after);
    teams_en = g_strdup_printf ("%u teams to %u, ", before, after);
  }
  jipyo_view_draft_take_sentence (
    self->draft,
    g_strdup_printf ("%s 뒤로: %s사건 %u건과 새 수치 %u건", from_ko,
                     teams_ko != NULL ? teams_ko : "", n_events, n_claims),
    g_strdup_printf ("Since %s: %s%u %s, %u new %s", from_ko, teams_en != NULL ? teams_en : "",
                     n_events, n_events == 1 ? "event" : "events", n_claims,
                     n_claims == 1 ? "figure" : "figures"));
}

static void
set_empty (Board *self)
{
  g_autofree char *from = jipyo_date_format (self->from);
  g_autofree char *to = jipyo_date_format (self->to);
  g_autofree char *ko = g_strdup_printf ("%s부터 %s까지 새로 알려진 것이 없습니다", from, to);
  g_autofree char *en = g_strdup_printf ("Nothing became known from %s to %s", from, to);

  jipyo_view_draft_set_empty (self->draft, ko, en);
}

JipyoView *
jipyo_view_build_changes (const JipyoViewContext *context, GError **error)
{
  Board board = { 0 };

  if (!set_dates (&board, context, error))
    return NULL;
  /* Reading shares the records and leaves the ledger as it is. */
  board.earlier = jipyo_ledger_read_as_of ((JipyoLedger *) context->whole, board.from);
  board.later = jipyo_ledger_read_as_of ((JipyoLedger *) context->whole, board.to);
  board.changes = jipyo_change_list_compute (board.earlier, board.later);
  board.draft = jipyo_view_draft_new (context, "changes");
  add_columns (board.draft->view->table);
  for (guint i = 0; i < board.changes->len; i++)
    add_row (&board, &g_array_index (board.changes, JipyoChange, i));
  if (board.changes->len == 0)
    set_empty (&board);
  else {
    set_sentence (&board);
    fill_sheet (&board);
  }
  g_array_unref (board.changes);
  jipyo_ledger_unref (board.earlier);
  jipyo_ledger_unref (board.later);
  return jipyo_view_draft_finish (board.draft);
}
