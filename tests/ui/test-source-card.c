/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands behind a figure: a claim with its rivals, a quote, a candle that was kept. The candle
 * is made up.
 */

#include "fixture.h"
#include "jipyo-coin-change.h"
#include "jipyo-past.h"
#include "jipyo-quote-cell.h"
#include "jipyo-session-context.h"
#include "jipyo-source-card.h"
#include "jipyo-watch-row.h"

static const char *
find_disputed (UiFixture *fixture)
{
  JipyoLedger *ledger = jipyo_session_get_ledger (fixture->session);
  const GPtrArray *claims = jipyo_ledger_get_claims (ledger);

  for (guint i = 0; i < claims->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (claims, i);
    g_autoptr (GPtrArray) rivals = jipyo_ledger_find_conflicts (ledger, claim);

    if (rivals->len > 0 && claim->preferred)
      return claim->id;
  }
  return NULL;
}

static void
test_source_card (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  const char *disputed = find_disputed (&fixture);
  g_assert_nonnull (disputed);
  GtkWidget *card = jipyo_source_card_new (fixture.session, disputed);
  g_autofree char *citation = jipyo_source_card_dup_citation (JIPYO_SOURCE_CARD (card));
  const JipyoClaim *claim =
    jipyo_ledger_find_claim (jipyo_session_get_ledger (fixture.session), disputed);

  gtk_window_present (GTK_WINDOW (card));
  ui_fixture_settle ();
  g_assert_nonnull (ui_fixture_find (card, GTK_TYPE_LABEL, "⚠"));
  g_assert_nonnull (strstr (citation, jipyo_text_get (&claim->label, JIPYO_LANG_KO)));
  g_assert_nonnull (
    ui_fixture_find (card, GTK_TYPE_LABEL, jipyo_text_get (&claim->reason, JIPYO_LANG_KO)));
  g_object_add_weak_pointer (G_OBJECT (card), (gpointer *) &card);
  gtk_widget_activate_action (card, "source-card.close", NULL);
  ui_fixture_settle ();
  g_assert_null (card);
  ui_fixture_tear_down (&fixture);
}

/* Beside a window of a small screen it is no wider, whatever is to be said. */
static void
test_narrow (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, "2025-08-05", JIPYO_LANG_KO);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 360, 600);
  ui_fixture_show (&fixture, gtk_label_new ("x"));
  GtkWidget *card = jipyo_source_card_new (fixture.session, "krx:KOSPI");
  gtk_window_set_transient_for (GTK_WINDOW (card), GTK_WINDOW (fixture.window));
  gtk_window_present (GTK_WINDOW (card));
  ui_fixture_settle ();
  g_assert_cmpint (gtk_widget_get_width (card), <=, 360);
  gtk_window_destroy (GTK_WINDOW (card));
  ui_fixture_tear_down (&fixture);
}

static void
test_source_card_of_quote (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, "2025-08-05", JIPYO_LANG_EN);
  GtkWidget *card = jipyo_source_card_new (fixture.session, "krx:KOSPI");
  GtkWidget *unknown = jipyo_source_card_new (fixture.session, "no-such-claim");

  g_assert_nonnull (ui_fixture_find (card, GTK_TYPE_LABEL, "3,198.00"));
  g_assert_nonnull (ui_fixture_find (card, GTK_TYPE_LABEL, "GLOBALEPIC"));
  g_assert_nonnull (ui_fixture_find (unknown, GTK_TYPE_LABEL, "not known"));
  gtk_window_destroy (GTK_WINDOW (card));
  gtk_window_destroy (GTK_WINDOW (unknown));
  ui_fixture_tear_down (&fixture);
}

/* --- A candle */

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;
static const gint64 DAY = 20775; /* 2026-11-18 */

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (jipyo_past_keep_finish (result, NULL));
  *(gboolean *) data = TRUE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

/* Two days, of which the second was heard and not given whole; onto the session's shelf, as the
 * page of a year and the closes beside the pages want them. */
static void
keep_days (UiFixture *fixture)
{
  g_autoptr (JipyoCandleSeries) series =
               jipyo_candle_series_new ("krx:KOSPI", JIPYO_RESOLUTION_DAY);
  const JipyoCandle days[] = {
    { DAY * DAY_MS, 310000, 321000, 309050, 318000, 12345 },
    { (DAY + 1) * DAY_MS, 318000, 319000, 317000, 317500, JIPYO_VOLUME_NOT_HEARD },
  };
  gboolean kept = FALSE;
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GHashTable) options = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (options, (gpointer) "range", (gpointer) "1y");
  series->scale = 2;
  series->origin = g_strdup ("file:closes.csv");
  g_array_append_vals (series->candles, days, G_N_ELEMENTS (days));
  jipyo_past_keep_async (series, NULL, kept_cb, &kept);
  while (!kept)
    g_main_context_iteration (NULL, TRUE);
  jipyo_session_read_pasts_async (fixture->session, "instrument:krx:KOSPI", options, read_cb,
                                  &read);
  while (read == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (jipyo_session_read_pasts_finish (fixture->session, read, NULL));
}

static void
assert_says (GtkWidget *card, const char *words)
{
  if (ui_fixture_find (card, GTK_TYPE_LABEL, words) == NULL)
    g_error ("the card does not say “%s”", words);
}

/* A click on a candle asks for it, not for the newest quote. */
static void
test_candle (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  keep_days (&fixture);
  GtkWidget *card = jipyo_source_card_new (fixture.session, "krx:KOSPI@1d@2026-11-18T00:00:00Z");
  g_autofree char *citation = jipyo_source_card_dup_citation (JIPYO_SOURCE_CARD (card));

  static const char *const figures[] = { "3,180.00",   "3,100.00",
                                         "3,210.00",   "3,090.50",
                                         "12,345",     "1 day",
                                         "2026-11-18", "imported from the file closes.csv" };
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    assert_says (card, figures[i]);
  g_assert_nonnull (strstr (citation, "3,090.50"));
  GtkWidget *heard = jipyo_source_card_new (fixture.session, "krx:KOSPI@1d@2026-11-19T00:00:00Z");
  assert_says (heard, "prices alone were received");
  assert_says (heard, "received here");
  GtkWidget *absent = jipyo_source_card_new (fixture.session, "krx:KOSPI@1d@2026-11-20T00:00:00Z");
  assert_says (absent, "not known");
  gtk_window_destroy (GTK_WINDOW (card));
  gtk_window_destroy (GTK_WINDOW (heard));
  gtk_window_destroy (GTK_WINDOW (absent));
  ui_fixture_tear_down (&fixture);
}

/* A kept close has the card of its candle wherever it is shown, not that of what was printed once.
 */
static void
test_kept (void)
{
  static const char *const shown[] = { "krx:KOSPI", NULL };
  static const char candle[] = "krx:KOSPI@1d@2026-11-19T00:00:00Z";
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  keep_days (&fixture);
  JipyoViewContext context = jipyo_session_context_make (fixture.session);
  g_autoptr (GPtrArray) quotes =
               jipyo_coin_change_list_quotes (fixture.look, fixture.session, shown);
  GtkWidget *cell = g_object_ref_sink (GTK_WIDGET (jipyo_quote_cell_new (shown[0])));
  GtkWidget *row = g_object_ref_sink (jipyo_watch_row_new (fixture.look, shown[0]));

  context.quotes = quotes;
  jipyo_quote_cell_show (JIPYO_QUOTE_CELL (cell), &context);
  jipyo_watch_row_show (JIPYO_WATCH_ROW (row), &context);
  assert_says (cell, "3,175.00");
  GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (cell));
  g_assert_cmpstr (g_variant_get_string (target, NULL), ==, candle);
  g_assert_cmpstr (jipyo_watch_row_get_source (JIPYO_WATCH_ROW (row)), ==, candle);
  GtkWidget *card = jipyo_source_card_new (fixture.session, candle);
  assert_says (card, "3,175.00");
  assert_says (card, "2026-11-19");
  g_assert_null (ui_fixture_find (card, GTK_TYPE_LABEL, "3,198.00"));

  g_ptr_array_set_size (quotes, 0);
  jipyo_quote_cell_show (JIPYO_QUOTE_CELL (cell), &context);
  jipyo_watch_row_show (JIPYO_WATCH_ROW (row), &context);
  target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (cell));
  g_assert_cmpstr (g_variant_get_string (target, NULL), ==, shown[0]);
  g_assert_cmpstr (jipyo_watch_row_get_source (JIPYO_WATCH_ROW (row)), ==, shown[0]);
  gtk_window_destroy (GTK_WINDOW (card));
  g_object_unref (cell);
  g_object_unref (row);
  ui_fixture_tear_down (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/source-card/conflict", test_source_card);
  g_test_add_func ("/ui/source-card/narrow", test_narrow);
  g_test_add_func ("/ui/source-card/quote", test_source_card_of_quote);
  g_test_add_func ("/ui/source-card/candle", test_candle);
  g_test_add_func ("/ui/source-card/kept", test_kept);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
