/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "jipyo-ledger-file.h"

#include <string.h>

JipyoDate
fixture_date (const char *text)
{
  JipyoDate date = { 0 };

  g_assert_true (jipyo_date_parse (text, &date));
  return date;
}

JipyoDecimal
fixture_decimal (const char *text)
{
  JipyoDecimal value = { 0 };
  g_autoptr (GError) error = NULL;

  jipyo_decimal_parse (text, -1, &value, &error);
  g_assert_no_error (error);
  return value;
}

void
fixture_add_printed (JipyoLedger *ledger,
                     const char *instrument,
                     const char *last,
                     const char *change)
{
  JipyoPrintedQuote *quote = g_new0 (JipyoPrintedQuote, 1);
  gboolean index = g_str_has_prefix (instrument, "krx:");

  quote->instrument = g_strdup (instrument);
  quote->last = g_strdup (last);
  quote->change = g_strdup (change);
  quote->basis = g_strdup (index ? "previous-session" : "unstated");
  quote->date = fixture_date ("2025-08-05");
  quote->published = fixture_date ("2025-08-05");
  quote->source = g_strdup ("article");
  quote->venue_inferred = !index;
  jipyo_ledger_take_printed_quote (ledger, quote);
}

void
fixture_add_article_boxes (JipyoLedger *ledger)
{
  static const char *const boxes[][3] = {
    { "krx:KOSPI", "3198", "50.25" },         { "krx:KOSDAQ", "798.6", "14.54" },
    { "krx:KOSPI200", "431.25", "6.46" },     { "bithumb:KRW-BTC", "159850000", "108000" },
    { "bithumb:KRW-BCH", "782000", "-2500" }, { "bithumb:KRW-ETH", "5070000", "-16000" },
    { "bithumb:KRW-ETC", "28470", "-100" },   { "bithumb:KRW-XRP", "4229", "5" },
    { "bithumb:KRW-QTUM", "2900", "-10" },    { "upbit:KRW-BTC", "159831000", "115000" },
    { "upbit:KRW-ETH", "5071000", "-15000" }, { "upbit:KRW-ETC", "28450", "-100" },
    { "upbit:KRW-MTL", "1008", "-8" },        { "upbit:KRW-LSK", "573", "-2" },
    { "upbit:KRW-XRP", "4226", "4" },         { "upbit:KRW-ADA", "1031", "-5" },
    { "upbit:KRW-STEEM", "186", "0" },        { "coinone:KRW-BTC", "159800000", "50000" },
    { "coinone:KRW-BCH", "782000", "-2500" }, { "coinone:KRW-ETH", "5070000", "-15000" },
    { "coinone:KRW-ETC", "28510", "-50" },    { "coinone:KRW-XRP", "4230", "6" },
    { "coinone:KRW-QTUM", "2890", "-21" },    { "coinone:KRW-IOTA", "253", "-3" },
  };
  JipyoSource *source = g_new0 (JipyoSource, 1);

  source->id = g_strdup ("article");
  source->publisher = jipyo_text_new ("기사", "Article");
  source->published = fixture_date ("2025-08-05");
  jipyo_ledger_take_source (ledger, source);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    fixture_add_printed (ledger, boxes[i][0], boxes[i][1], boxes[i][2]);
}

GPtrArray *
fixture_new_quotes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
}

JipyoCalendar *
fixture_make_calendar (void)
{
  JipyoCalendar *calendar = jipyo_calendar_new ("krx");
  JipyoCalendarHours *hours = g_new0 (JipyoCalendarHours, 1);

  calendar->covers = (JipyoPeriod){ { 2026, 1, 1 }, { 2026, 12, 31 } };
  *hours = (JipyoCalendarHours){ JIPYO_PHASE_OPEN, { 2016, 8, 1 }, 9 * 60, 15 * 60 + 30, NULL };
  g_ptr_array_add (calendar->hours, hours);
  return calendar;
}

JipyoQuote *
fixture_add_quote (GPtrArray *quotes, const char *instrument, const char *last, int age_s)
{
  g_autofree char *provider = g_strndup (instrument, strcspn (instrument, ":"));
  JipyoQuote *quote = jipyo_quote_new (instrument, provider);

  quote->last = fixture_decimal (last);
  g_free (quote->currency);
  quote->currency = g_strdup ("KRW");
  quote->received_us = FIXTURE_NOW_US - age_s * G_TIME_SPAN_SECOND;
  quote->venue_time_us = quote->received_us;
  quote->interval_ms = 10000;
  quote->state = JIPYO_QUOTE_LIVE;
  g_ptr_array_add (quotes, quote);
  return quote;
}

void
fixture_add_team (JipyoLedger *ledger, const char *id)
{
  JipyoTeam *team = g_new0 (JipyoTeam, 1);

  team->id = g_strdup (id);
  team->name = jipyo_text_new (id, id);
  team->short_name = jipyo_text_new (id, id);
  team->lead = g_strdup (id);
  team->members = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_member_free);
  jipyo_ledger_take_team (ledger, team);
}

JipyoEvent *
fixture_add_event (JipyoLedger *ledger, const char *id, JipyoEventKind kind, const char *day)
{
  JipyoEvent *event = g_new0 (JipyoEvent, 1);

  event->id = g_strdup (id);
  event->kind = kind;
  event->date = fixture_date (day);
  event->published = event->date;
  event->title = jipyo_text_new (id, id);
  jipyo_ledger_take_event (ledger, event);
  return event;
}

JipyoClaim *
fixture_add_points (JipyoLedger *ledger,
                    const char *subject,
                    const char *metric,
                    const char *period,
                    const char *value)
{
  JipyoClaim *claim = g_new0 (JipyoClaim, 1);

  claim->id = g_strdup_printf ("%s.%s.%s.%s", subject, metric, period, value);
  claim->subject = g_strdup (subject);
  claim->metric = g_strdup (metric);
  claim->label = jipyo_text_new (metric, metric);
  g_assert_true (jipyo_period_parse (period, &claim->true_for));
  claim->published = claim->true_for.from;
  claim->quantity =
    (JipyoQuantity){ .value = fixture_decimal (value), .known = TRUE, .unit = JIPYO_UNIT_POINTS };
  jipyo_ledger_take_claim (ledger, claim);
  return claim;
}

void
fixture_init (Fixture *self, const char *as_of)
{
  *self = (Fixture){ .as_of = as_of, .lang = JIPYO_LANG_EN };
  self->whole = jipyo_ledger_new ();
}

void
fixture_init_shipped (Fixture *self, const char *as_of)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();

  fixture_init (self, as_of);
  g_assert_true (jipyo_ledger_load_shipped (self->whole, problems));
}

static void
clear_view (Fixture *self)
{
  g_clear_pointer (&self->view, jipyo_view_free);
  g_clear_pointer (&self->reading, jipyo_ledger_unref);
}

void
fixture_clear (Fixture *self)
{
  clear_view (self);
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  g_clear_pointer (&self->pasts, g_ptr_array_unref);
  g_clear_pointer (&self->calendars, g_ptr_array_unref);
  g_clear_pointer (&self->options, g_hash_table_unref);
  g_clear_pointer (&self->whole, jipyo_ledger_unref);
}

void
fixture_set_option (Fixture *self, const char *name, const char *value)
{
  if (self->options == NULL)
    self->options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_replace (self->options, g_strdup (name), g_strdup (value));
}

static JipyoViewContext
prepare (Fixture *self)
{
  clear_view (self);
  self->reading = jipyo_ledger_read_as_of (self->whole, fixture_date (self->as_of));
  return (JipyoViewContext){ .ledger = self->reading,
                             .whole = self->whole,
                             .quotes = self->quotes,
                             .earlier = self->earlier,
                             .pasts = self->pasts,
                             .pasts_failed = self->pasts_failed,
                             .calendars = self->calendars,
                             .as_of = fixture_date (self->as_of),
                             .now_us = FIXTURE_NOW_US,
                             .lang = self->lang,
                             .options = self->options };
}

JipyoView *
fixture_build (Fixture *self, const char *name)
{
  JipyoViewContext context = prepare (self);
  g_autoptr (GError) error = NULL;

  self->view = jipyo_view_build (name, &context, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->view);
  g_assert_cmpstr (self->view->name, ==, name);
  g_assert_false (jipyo_text_is_empty (&self->view->sentence));
  g_assert_nonnull (self->view->sheet->title);
  g_assert_nonnull (self->view->sheet->footer);
  return self->view;
}

const char *
fixture_name_view (const JipyoViewInfo *info, const char *team)
{
  if (info->per_instrument)
    return "instrument:krx:KOSPI";
  return info->per_team ? team : info->name;
}

void
fixture_expect_error (Fixture *self, const char *name, int code)
{
  JipyoViewContext context = prepare (self);
  g_autoptr (GError) error = NULL;

  g_assert_null (jipyo_view_build (name, &context, &error));
  g_assert_error (error, JIPYO_VIEW_ERROR, code);
}

const JipyoPlot *
fixture_get_plot (const JipyoView *view, guint index)
{
  g_assert_cmpuint (index, <, view->sheet->plots->len);
  return g_ptr_array_index (view->sheet->plots, index);
}

const JipyoPlotSeries *
fixture_find_series (const JipyoPlot *plot, const char *id)
{
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);

    if (g_str_equal (series->id, id))
      return series;
  }
  return NULL;
}

guint
fixture_count_marks (const JipyoPlot *plot, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < plot->annotations->len; i++)
    n += g_strcmp0 (((const JipyoAnnotation *) plot->annotations->pdata[i])->text, text) == 0;
  return n;
}

guint
fixture_find_row (const JipyoView *view, const char *column, const char *word)
{
  for (guint i = 0; i < jipyo_table_get_n_rows (view->table); i++) {
    const JipyoCell *cell = jipyo_table_peek (view->table, i, column);

    g_assert_nonnull (cell);
    if (g_strcmp0 (cell->code, word) == 0 || g_strcmp0 (cell->text.en, word) == 0)
      return i;
  }
  g_error ("no row with %s in %s", word, column);
}

static const JipyoCell *
peek (const JipyoView *view, guint row, const char *column)
{
  const JipyoCell *cell = jipyo_table_peek (view->table, row, column);

  g_assert_nonnull (cell);
  return cell;
}

void
fixture_assert_value (const JipyoView *view, guint row, const char *column, const char *value)
{
  g_assert_cmpstr (peek (view, row, column)->value, ==, value);
}

void
fixture_assert_text (const JipyoView *view, guint row, const char *column, const char *en)
{
  g_assert_cmpstr (jipyo_text_get (&peek (view, row, column)->text, JIPYO_LANG_EN), ==, en);
}

void
fixture_assert_code (const JipyoView *view, guint row, const char *column, const char *code)
{
  g_assert_cmpstr (peek (view, row, column)->code, ==, code);
}
