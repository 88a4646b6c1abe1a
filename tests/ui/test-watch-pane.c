/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The watchlist in the sidebar: what is added, moved and removed there is so in the file.
 */

#include "fixture.h"

#include "jipyo-market-strip.h"
#include "jipyo-quote-board.h"
#include "jipyo-quote-cell.h"
#include "jipyo-watch-pane.h"
#include "jipyo-watch-row.h"

static GtkWidget *
show_pane (UiFixture *fixture)
{
  JipyoWatchPane *pane = g_object_new (JIPYO_TYPE_WATCH_PANE, NULL);

  jipyo_watch_pane_open (pane, fixture->session, fixture->look);
  ui_fixture_show (fixture, GTK_WIDGET (pane));
  return GTK_WIDGET (pane);
}

static void
collect_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (JIPYO_IS_WATCH_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static JipyoWatchRow *
get_row (GtkWidget *pane, guint index)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect_rows (pane, rows);
  g_assert_cmpuint (index, <, rows->len);
  return g_ptr_array_index (rows, index);
}

static void
assert_rows (GtkWidget *pane, const char *expected)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  collect_rows (pane, rows);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            jipyo_watch_row_get_instrument (rows->pdata[i]));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
collect_texts (GtkWidget *widget, GPtrArray *texts)
{
  if (GTK_IS_LABEL (widget))
    g_ptr_array_add (texts, (gpointer) gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_texts (child, texts);
}

static void
assert_reads (JipyoWatchRow *row, const char *expected)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  collect_texts (GTK_WIDGET (row), texts);
  g_ptr_array_add (texts, NULL);
  g_autofree char *joined = g_strjoinv ("|", (char **) texts->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_kept (const char *expected)
{
  g_autofree char *path = jipyo_watchlist_path ();
  g_autoptr (JipyoWatchlist) list = jipyo_watchlist_new (path);
  g_autofree char *joined = g_strjoinv (" ", (char **) jipyo_watchlist_get_all (list));

  g_assert_cmpstr (joined, ==, expected);
}

static void
wait_until_saved (UiFixture *fixture)
{
  JipyoOwnFile *file = jipyo_watchlist_get_file (jipyo_session_get_watchlist (fixture->session));

  while (jipyo_own_file_is_saving (file))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_hint_shown (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "watch-hint"))
    return gtk_widget_get_visible (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_hint_shown (child))
      return TRUE;
  return FALSE;
}

static void
test_changes (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  GtkWidget *pane = show_pane (&fixture);
  g_assert_true (is_hint_shown (pane));
  gtk_widget_activate_action (pane, "watch.add", "s", "krx:KOSPI");
  gtk_widget_activate_action (pane, "watch.add", "s", "krx:035420");
  gtk_widget_activate_action (pane, "watch.add", "s", "upbit:KRW-BTC");
  gtk_widget_activate_action (pane, "watch.add", "s", "krx:KOSPI");
  assert_rows (pane, "krx:KOSPI krx:035420 upbit:KRW-BTC");
  g_assert_false (is_hint_shown (pane));

  /* What moves keeps the focus. */
  GtkWidget *last = GTK_WIDGET (get_row (pane, 2));
  gtk_widget_grab_focus (last);
  gtk_widget_activate_action (last, "row.move", "i", -1);
  gtk_widget_activate_action (last, "row.move", "i", -1);
  gtk_widget_activate_action (last, "row.move", "i", -1);
  assert_rows (pane, "upbit:KRW-BTC krx:KOSPI krx:035420");
  g_assert_true (gtk_widget_has_focus (last));

  /* The focus goes to the neighbour of what leaves. */
  gtk_widget_activate_action (last, "row.remove", NULL);
  assert_rows (pane, "krx:KOSPI krx:035420");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (get_row (pane, 0))));

  /* What left by mistake comes back to its place, with the focus. */
  gtk_widget_activate_action (GTK_WIDGET (get_row (pane, 0)), "watch.restore", NULL);
  assert_rows (pane, "upbit:KRW-BTC krx:KOSPI krx:035420");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (get_row (pane, 0))));
  gtk_widget_activate_action (GTK_WIDGET (get_row (pane, 0)), "row.remove", NULL);
  wait_until_saved (&fixture);
  assert_kept ("krx:KOSPI krx:035420");
  ui_fixture_tear_down (&fixture);

  /* The next start has them. */
  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  pane = show_pane (&fixture);
  assert_rows (pane, "krx:KOSPI krx:035420");
  ui_fixture_tear_down (&fixture);
}

static gboolean
drop (GtkWidget *list, const char *instrument, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (list);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, instrument);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_DROP_TARGET (controller))
      g_signal_emit_by_name (controller, "drop", &value, 10.0, y, &taken);
  }
  return taken;
}

static gboolean
get_edge (GtkWidget *list, int index, gboolean lower, double *y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (row), list, &bounds))
    return FALSE;
  *y = bounds.origin.y + (lower ? bounds.size.height : 0);
  return bounds.size.height > 0;
}

/* Where the middle of the room below a row is, once the rows are laid out. */
static double
get_gap (GtkWidget *list, int index)
{
  double above;
  double below;

  while (!get_edge (list, index, TRUE, &above) || !get_edge (list, index + 1, FALSE, &below)
         || above >= below)
    g_main_context_iteration (NULL, TRUE);
  return (above + below) / 2;
}

/* What is dropped between two rows lies there, from wherever it comes. */
static void
test_dropped_between (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  GtkWidget *pane = show_pane (&fixture);
  gtk_widget_activate_action (pane, "watch.add", "s", "krx:KOSPI");
  gtk_widget_activate_action (pane, "watch.add", "s", "krx:035420");
  gtk_widget_activate_action (pane, "watch.add", "s", "upbit:KRW-BTC");
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (get_row (pane, 0)));
  g_assert_true (drop (list, "krx:KOSPI", get_gap (list, 1)));
  assert_rows (pane, "krx:035420 krx:KOSPI upbit:KRW-BTC");
  g_assert_true (drop (list, "upbit:KRW-BTC", get_gap (list, 0)));
  assert_rows (pane, "krx:035420 upbit:KRW-BTC krx:KOSPI");
  drop (list, "krx:035420", 10000);
  assert_rows (pane, "upbit:KRW-BTC krx:KOSPI krx:035420");
  drop (list, "a text from elsewhere", get_gap (list, 0));
  assert_rows (pane, "upbit:KRW-BTC krx:KOSPI krx:035420");
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (get_row (pane, 0)), "row.remove", NULL);
  wait_until_saved (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* A name without a quote comes from the record; what was printed has its day. */
static void
test_names (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  GtkWidget *pane = show_pane (&fixture);
  gtk_widget_activate_action (pane, "watch.add", "s", "krx:035420");
  gtk_widget_activate_action (pane, "watch.add", "s", "krx:KOSPI");
  assert_reads (get_row (pane, 0), "네이버|no quote yet|–|");
  assert_reads (get_row (pane, 1), "코스피|2025-08-05|3,198.00|+1.60 %");
  ui_fixture_tear_down (&fixture);
}

/* A page of an instrument has its row marked, and no other. */
static void
test_mark (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  GtkWidget *pane = show_pane (&fixture);
  gtk_widget_activate_action (pane, "watch.add", "s", "krx:KOSPI");
  gtk_widget_activate_action (pane, "watch.add", "s", "krx:KOSDAQ");
  jipyo_watch_pane_mark (JIPYO_WATCH_PANE (pane), "instrument:krx:KOSDAQ");
  g_assert_false (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (get_row (pane, 0))));
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (get_row (pane, 1))));
  jipyo_watch_pane_mark (JIPYO_WATCH_PANE (pane), "overview");
  g_assert_false (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (get_row (pane, 1))));
  ui_fixture_tear_down (&fixture);
}

static void
assert_look (GtkWidget *widget, gboolean aged, gboolean suspect)
{
  GtkWidget *price = ui_fixture_find (widget, GTK_TYPE_LABEL, "4,000.00");
  GtkWidget *change = ui_fixture_find (widget, GTK_TYPE_LABEL, "1.00");

  g_assert_cmpint (gtk_widget_has_css_class (price, "suspect"), ==, suspect);
  g_assert_cmpint (gtk_widget_has_css_class (price, "aged"), ==, aged && !suspect);
  g_assert_cmpint (gtk_widget_has_css_class (change, "aged"), ==, aged);
  g_assert_true (gtk_widget_has_css_class (change, "up"));
}

/* What is not believed, was not followed in time, or was kept, says so: grey is no warning. */
static void
assert_state (GtkWidget *widget, const char *says, gboolean warns)
{
  GtkWidget *age = ui_fixture_find (widget, GTK_TYPE_LABEL, says);

  g_assert_nonnull (age);
  g_assert_cmpint (gtk_widget_has_css_class (age, "suspect"), ==, warns);
}

/* Beside a long price an age goes on below rather than end in "19 s …". */
static void
assert_age_whole (GtkWidget *row)
{
  GtkWidget *age = ui_fixture_find (row, GTK_TYPE_LABEL, "ago");
  int line, lines;

  gtk_widget_measure (age, GTK_ORIENTATION_VERTICAL, -1, &line, NULL, NULL, NULL);
  gtk_widget_measure (age, GTK_ORIENTATION_VERTICAL, 60, &lines, NULL, NULL, NULL);
  g_assert_cmpint (lines, >, line * 3 / 2);
}

/* A price that is not of now does not look as if, in the sidebar and in the strip. */
static void
test_looks (void)
{
  static const struct {
    JipyoQuoteState state;
    gboolean aged;
    gboolean suspect;
    const char *says;
    gboolean warns;
  } cases[] = {
    { JIPYO_QUOTE_LIVE, FALSE, FALSE, "1 s ago", FALSE },
    { JIPYO_QUOTE_LATE, TRUE, FALSE, "late", FALSE },
    { JIPYO_QUOTE_STALE, TRUE, FALSE, "stale", TRUE },
    { JIPYO_QUOTE_SUSPECT, TRUE, TRUE, "suspect", TRUE },
    { JIPYO_QUOTE_CLOSED, FALSE, FALSE, "closed", FALSE },
    { JIPYO_QUOTE_SUSPENDED, TRUE, FALSE, "suspended", FALSE },
    { JIPYO_QUOTE_HISTORY, TRUE, FALSE, "KST", TRUE },
    { JIPYO_QUOTE_STALE, TRUE, FALSE, "stale", TRUE },
    { JIPYO_QUOTE_LIVE, FALSE, FALSE, "1 s ago", FALSE },
  };
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  GtkWidget *cell = g_object_ref_sink (GTK_WIDGET (jipyo_quote_cell_new ("krx:KOSPI")));
  GtkWidget *row = g_object_ref_sink (jipyo_watch_row_new (fixture.look, "krx:KOSPI"));
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  JipyoQuote *quote = jipyo_quote_new ("krx:KOSPI", "naver");
  JipyoViewContext context = { .ledger = jipyo_session_get_ledger (fixture.session),
                               .quotes = quotes,
                               .as_of = { 2026, 11, 23 },
                               .now_us = G_GINT64_CONSTANT (1795402800000000),
                               .lang = JIPYO_LANG_EN };

  g_ptr_array_add (quotes, quote);
  quote->last = jipyo_decimal_from_int (4000);
  quote->change = jipyo_decimal_from_int (40);
  quote->change_percent = jipyo_decimal_from_int (1);
  quote->has_change = quote->has_change_percent = TRUE;
  quote->venue_time_us = quote->received_us = context.now_us - G_USEC_PER_SEC;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    quote->state = cases[i].state;
    jipyo_quote_cell_show (JIPYO_QUOTE_CELL (cell), &context);
    jipyo_watch_row_show (JIPYO_WATCH_ROW (row), &context);
    assert_look (cell, cases[i].aged, cases[i].suspect);
    assert_look (row, cases[i].aged, cases[i].suspect);
    assert_state (cell, cases[i].says, cases[i].warns);
    assert_state (row, cases[i].says, cases[i].warns);
    if (cases[i].suspect)
      assert_age_whole (row);
    /* It has to fit, whatever came. */
    g_assert_cmpint (ui_fixture_find (cell, GTK_TYPE_LABEL, "40.00") == NULL, ==, cases[i].suspect);
  }
  g_object_unref (cell);
  g_object_unref (row);
  ui_fixture_tear_down (&fixture);
}

/* The menu of a row names the key that every keyboard has. */
static void
test_menu_keys (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = jipyo_watch_row_new (fixture.look, "krx:KOSPI");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  ui_fixture_show (&fixture, list);
  gtk_widget_activate_action (row, "row.menu", NULL);
  ui_fixture_settle ();
  GtkWidget *menu = gtk_widget_get_last_child (row);
  g_assert_true (GTK_IS_POPOVER (menu));
  GtkWidget *key = ui_fixture_find (menu, GTK_TYPE_LABEL, "Delete");
  g_assert_nonnull (key);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (key)), ==, "Delete");
  /* GTK asks where the pointer is in the menu when its window goes first. */
  gtk_popover_popdown (GTK_POPOVER (menu));
  ui_fixture_settle ();
  ui_fixture_tear_down (&fixture);
}

static gboolean
is_said (GtkWidget *widget, const char *words)
{
  const char *tooltip = g_object_get_data (G_OBJECT (widget), "jipyo-tooltip");

  if (tooltip != NULL && strstr (tooltip, words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_said (child, words))
      return TRUE;
  return FALSE;
}

static void
assert_change (GtkWidget *widget, gboolean shown)
{
  ui_fixture_settle ();
  g_assert_cmpint (is_said (widget, "+6.86 %"), ==, shown);
  g_assert_cmpint (is_said (widget, "since 09:00 KST"), ==, shown);
}

/* Strip and watchlist count from the moment that the table of the coins counts from: the venue's
 * own change stays where it is of that, and goes where nothing was kept of the moment. */
static void
test_coin_basis (void)
{
  static const char *const bases[] = { "own", "previous-close-kst", "previous-close-utc",
                                       "rolling-24h", "own" };
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  JipyoQuote *quote = jipyo_quote_new ("upbit:KRW-BTC", "upbit");
  quote->last = jipyo_decimal_from_int (5000);
  quote->received_us = jipyo_session_get_now (fixture.session) - G_USEC_PER_SEC;
  jipyo_quote_set_change_from (quote, jipyo_decimal_from_int (4679),
                               JIPYO_BASIS_PREVIOUS_CLOSE_UTC);
  g_assert_true (jipyo_quote_board_put (jipyo_session_get_board (fixture.session), quote));
  GtkWidget *strip = jipyo_market_strip_new (fixture.session, fixture.look);
  ui_fixture_show (&fixture, strip);
  for (guint i = 0; i < G_N_ELEMENTS (bases); i++) {
    g_object_set (fixture.settings, "coin-basis", bases[i], NULL);
    assert_change (strip, i % 2 == 0);
  }
  GtkWidget *pane = show_pane (&fixture);
  gtk_widget_activate_action (pane, "watch.add", "s", "upbit:KRW-BTC");
  for (guint i = 0; i < G_N_ELEMENTS (bases); i++) {
    g_object_set (fixture.settings, "coin-basis", bases[i], NULL);
    assert_change (pane, i % 2 == 0);
  }
  gtk_widget_activate_action (pane, "watch.remove", "s", "upbit:KRW-BTC");
  wait_until_saved (&fixture);
  jipyo_quote_free (quote);
  ui_fixture_tear_down (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/watch-pane/changes", test_changes);
  g_test_add_func ("/ui/watch-pane/dropped-between", test_dropped_between);
  g_test_add_func ("/ui/watch-pane/names", test_names);
  g_test_add_func ("/ui/watch-pane/mark", test_mark);
  g_test_add_func ("/ui/watch-pane/looks", test_looks);
  g_test_add_func ("/ui/watch-pane/menu-keys", test_menu_keys);
  g_test_add_func ("/ui/watch-pane/coin-basis", test_coin_basis);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
