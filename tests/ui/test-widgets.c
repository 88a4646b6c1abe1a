/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each widget is built, shown, driven by its actions and gone afterwards.
 */

#include <adwaita.h>

#include "fixture.h"
#include "jipyo-as-of-button.h"
#include "jipyo-as-of-popover.h"
#include "jipyo-card-grid.h"
#include "jipyo-chart.h"
#include "jipyo-figure-label.h"
#include "jipyo-figure-tile.h"
#include "jipyo-market-strip.h"
#include "jipyo-page.h"
#include "jipyo-quote-board.h"
#include "jipyo-search-list.h"
#include "jipyo-sidebar.h"
#include "jipyo-source-list.h"
#include "jipyo-stage.h"
#include "jipyo-table-view.h"
#include "jipyo-view-card.h"
#include "jipyo-view-export.h"
#include "jipyo-window.h"

/* What win.explain was last asked for. */
static char *explained;

static void
explain_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_free (explained);
  explained = g_variant_dup_string (parameter, NULL);
}

static void
listen_for_explain (UiFixture *fixture)
{
  static const GActionEntry entries[] = {
    { .name = "explain", .parameter_type = "s", .activate = explain_activated_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_clear_pointer (&explained, g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

static JipyoViewResult *
build_result (UiFixture *fixture, const char *view)
{
  g_autoptr (GError) error = NULL;
  JipyoViewResult *result = jipyo_view_result_new (fixture->session, view, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
test_card_grid_columns (void)
{
  static const struct {
    int width, n_cards, columns;
  } cases[] = {
    { 1000, 4, 4 }, { 1000, 5, 3 }, { 1000, 3, 3 }, { 500, 4, 2 },
    { 100, 4, 1 },  { 1000, 0, 4 }, { 811, 4, 4 },  { 795, 4, 2 },
  };
  JipyoCardGrid *grid = g_object_ref_sink (jipyo_card_grid_new (190, 4));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (jipyo_card_grid_choose_columns (grid, cases[i].width, cases[i].n_cards), ==,
                     cases[i].columns);
  g_assert_finalize_object (grid);
}

static void
test_card_grid_layout (void)
{
  UiFixture fixture;
  JipyoCardGrid *grid = jipyo_card_grid_new (200, 2);
  GtkWidget *cards[4];
  int heights[2];

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  for (int i = 0; i < 4; i++) {
    cards[i] = gtk_label_new ("card");
    gtk_widget_set_size_request (cards[i], 50, 20 + 30 * i);
    jipyo_card_grid_append (grid, cards[i], i == 0);
  }
  ui_fixture_show (&fixture, GTK_WIDGET (grid));
  g_assert_cmpint (gtk_widget_get_width (cards[0]), ==, gtk_widget_get_width (GTK_WIDGET (grid)));
  g_assert_cmpint (gtk_widget_get_width (cards[1]), ==, gtk_widget_get_width (cards[2]));
  heights[0] = gtk_widget_get_height (cards[1]);
  heights[1] = gtk_widget_get_height (cards[2]);
  g_assert_cmpint (heights[0], ==, heights[1]);
  /* The last one is alone and takes the whole row. */
  g_assert_cmpint (gtk_widget_get_width (cards[3]), ==, gtk_widget_get_width (cards[0]));
  ui_fixture_tear_down (&fixture);
}

/* The step that a key takes on a widget; 0 when it is bound to none. */
static int
find_step (GtkWidget *widget, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
      continue;
    for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++) {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
      GVariant *step = gtk_shortcut_get_arguments (shortcut);
      g_autofree char *trigger =
        gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

      if (g_strcmp0 (trigger, key) == 0 && step != NULL
          && g_variant_is_of_type (step, G_VARIANT_TYPE_INT32))
        return g_variant_get_int32 (step);
    }
  }
  return 0;
}

static void
test_chart_keys (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  listen_for_explain (&fixture);
  g_autoptr (JipyoViewResult) result = build_result (&fixture, "models-year");
  JipyoChartView *chart = jipyo_chart_new (fixture.look);

  jipyo_chart_view_set_plot (chart, result, 0);
  ui_fixture_show (&fixture, GTK_WIDGET (chart));
  g_assert_cmpint (find_step (GTK_WIDGET (chart), "Left"), ==, -1);
  g_assert_cmpint (find_step (GTK_WIDGET (chart), "Right"), ==, 1);
  g_assert_cmpint (find_step (GTK_WIDGET (chart), "Page_Down"), ==, 10);
  g_assert_cmpint (find_step (GTK_WIDGET (chart), "Home"), ==, -G_MAXINT);
  g_assert_cmpint (find_step (GTK_WIDGET (chart), "End"), ==, G_MAXINT);
  jipyo_chart_view_move_focus (chart, -9999);
  g_assert_false (jipyo_chart_view_move_focus (chart, -1));
  g_autofree char *first = g_strdup (jipyo_chart_view_get_focused_claim (chart));
  g_assert_true (jipyo_chart_view_move_focus (chart, 1));
  g_assert_cmpstr (jipyo_chart_view_get_focused_claim (chart), !=, first);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "chart.explain", NULL));
  g_assert_cmpstr (explained, ==, jipyo_chart_view_get_focused_claim (chart));
  jipyo_chart_view_move_focus (chart, 9999);
  g_assert_false (jipyo_chart_view_move_focus (chart, 1));
  ui_fixture_tear_down (&fixture);
}

static void
test_card_faces (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  g_autoptr (JipyoViewResult) result = build_result (&fixture, "models-country");
  GtkWidget *card = jipyo_view_card_new (fixture.look, fixture.session, 0);

  jipyo_view_card_set_result (JIPYO_VIEW_CARD (card), result);
  ui_fixture_show (&fixture, card);
  g_assert_cmpstr (jipyo_view_card_get_face (JIPYO_VIEW_CARD (card)), ==, "chart");
  gtk_widget_activate_action (card, "card.face", "s", "table");
  ui_fixture_settle ();
  g_assert_cmpstr (jipyo_view_card_get_face (JIPYO_VIEW_CARD (card)), ==, "table");
  g_assert_nonnull (ui_fixture_find (card, GTK_TYPE_LABEL, "128"));
  gtk_widget_activate_action (card, "card.face", "s", "sources");
  ui_fixture_settle ();
  GtkWidget *sources = ui_fixture_find (card, JIPYO_TYPE_SOURCE_LIST, NULL);
  g_assert_cmpuint (jipyo_source_list_get_n_sources (JIPYO_SOURCE_LIST (sources)), >, 0);
  gtk_widget_activate_action (card, "card.face", "s", "sources");
  g_assert_cmpstr (jipyo_view_card_get_face (JIPYO_VIEW_CARD (card)), ==, "chart");
  ui_fixture_tear_down (&fixture);
}

static void
test_table_rows (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, "2025-08-05", JIPYO_LANG_EN);
  g_autoptr (JipyoViewResult) result = build_result (&fixture, "market-crypto");
  g_autoptr (JipyoViewResult) again = build_result (&fixture, "market-crypto");
  GtkWidget *table = jipyo_table_view_new (FALSE);

  jipyo_table_view_set_result (JIPYO_TABLE_VIEW (table), result);
  ui_fixture_show (&fixture, table);
  g_assert_cmpuint (jipyo_table_view_get_n_rows (JIPYO_TABLE_VIEW (table)), ==,
                    jipyo_view_result_get_view (result)->table->rows->len);
  g_assert_nonnull (ui_fixture_find (table, GTK_TYPE_LABEL, "159,850,000"));
  jipyo_table_view_set_result (JIPYO_TABLE_VIEW (table), again);
  ui_fixture_settle ();
  g_assert_nonnull (ui_fixture_find (table, GTK_TYPE_LABEL, "159,850,000"));
  ui_fixture_tear_down (&fixture);
}

static void
test_figure_label (void)
{
  UiFixture fixture;
  GtkWidget *figure = jipyo_figure_label_new (1);

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  listen_for_explain (&fixture);
  jipyo_figure_label_set (JIPYO_FIGURE_LABEL (figure), "A&B <b>1</b>", "some-claim");
  ui_fixture_show (&fixture, figure);
  /* Never markup. */
  g_assert_cmpstr (jipyo_figure_label_get_text (JIPYO_FIGURE_LABEL (figure)), ==, "A&B <b>1</b>");
  gtk_widget_activate_action (figure, "figure.explain", NULL);
  g_assert_cmpstr (explained, ==, "some-claim");
  jipyo_figure_label_set (JIPYO_FIGURE_LABEL (figure), "–", NULL);
  g_assert_false (gtk_widget_get_focusable (figure));
  ui_fixture_tear_down (&fixture);
}

static void
test_tile_explains (void)
{
  UiFixture fixture;
  GtkWidget *tile = jipyo_figure_tile_new (FALSE);
  char claim[] = "budget-2025";
  char number[] = "2,136";
  char doubt[] = "⚠ 2,139";
  const JipyoTile shown = { .number = number, .doubt = doubt, .claim = claim };

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  listen_for_explain (&fixture);
  jipyo_figure_tile_set (JIPYO_FIGURE_TILE (tile), &shown);
  ui_fixture_show (&fixture, tile);
  g_assert_nonnull (ui_fixture_find (tile, GTK_TYPE_LABEL, "⚠ 2,139"));
  g_signal_emit_by_name (tile, "clicked");
  ui_fixture_settle ();
  g_assert_cmpstr (explained, ==, "budget-2025");
  ui_fixture_tear_down (&fixture);
}

static void
test_search (void)
{
  static const char *const needles[] = { "ㅇㅅㅌ", "upst", "업스테", "UPSTAGE" };
  UiFixture fixture;
  JipyoSearchList *list = g_object_new (JIPYO_TYPE_SEARCH_LIST, NULL);

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  jipyo_search_list_set_session (list, fixture.session);
  ui_fixture_show (&fixture, GTK_WIDGET (list));
  for (guint i = 0; i < G_N_ELEMENTS (needles); i++) {
    jipyo_search_list_set_text (list, needles[i]);
    ui_fixture_settle ();
    g_assert_cmpuint (jipyo_search_list_get_n_results (list), >, 0);
    g_assert_nonnull (ui_fixture_find (GTK_WIDGET (list), GTK_TYPE_LABEL, "업스테이지"));
  }
  jipyo_search_list_set_text (list, "없는이름");
  g_assert_cmpuint (jipyo_search_list_get_n_results (list), ==, 0);
  g_assert_false (jipyo_search_list_activate_first (list));
  ui_fixture_tear_down (&fixture);
}

static void
test_sidebar_standings (void)
{
  UiFixture fixture;
  JipyoSidebar *sidebar = g_object_new (JIPYO_TYPE_SIDEBAR, NULL);
  JipyoDate then = { 2025, 8, 5 };

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  jipyo_sidebar_open (sidebar, fixture.session, fixture.look);
  ui_fixture_show (&fixture, GTK_WIDGET (sidebar));
  g_assert_nonnull (ui_fixture_find (GTK_WIDGET (sidebar), GTK_TYPE_LABEL, "70.6"));
  g_assert_nonnull (ui_fixture_find (GTK_WIDGET (sidebar), GTK_TYPE_LABEL, "69.0"));
  g_assert_nonnull (ui_fixture_find (GTK_WIDGET (sidebar), GTK_TYPE_LABEL, "모티프"));
  jipyo_session_set_as_of (fixture.session, then);
  ui_fixture_settle ();
  g_assert_nonnull (ui_fixture_find (GTK_WIDGET (sidebar), GTK_TYPE_LABEL, "2025-08-04"));
  g_assert_null (ui_fixture_find (GTK_WIDGET (sidebar), GTK_TYPE_LABEL, "모티프"));
  g_assert_null (ui_fixture_find (GTK_WIDGET (sidebar), GTK_TYPE_LABEL, "70.6"));
  ui_fixture_tear_down (&fixture);
}

/* A start does not pay for results that nobody has asked for. */
static void
test_sidebar_search (void)
{
  UiFixture fixture;
  JipyoSidebar *sidebar = g_object_new (JIPYO_TYPE_SIDEBAR, NULL);
  GtkWidget *widget = GTK_WIDGET (sidebar);

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  jipyo_sidebar_open (sidebar, fixture.session, fixture.look);
  jipyo_sidebar_complete (sidebar);
  ui_fixture_show (&fixture, widget);
  GtkWidget *entry = ui_fixture_find (widget, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_signal_emit_by_name (entry, "activate");
  g_assert_null (ui_fixture_find (widget, JIPYO_TYPE_SEARCH_LIST, NULL));
  gtk_editable_set_text (GTK_EDITABLE (entry), "upst");
  g_signal_emit_by_name (entry, "search-changed");
  ui_fixture_settle ();
  GtkWidget *results = ui_fixture_find (widget, JIPYO_TYPE_SEARCH_LIST, NULL);
  g_assert_nonnull (ui_fixture_find (results, GTK_TYPE_LABEL, "Upstage"));
  ui_fixture_tear_down (&fixture);
}

static void
test_market_strip (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, "2025-08-05", JIPYO_LANG_KO);
  GtkWidget *strip = jipyo_market_strip_new (fixture.session, fixture.look);

  ui_fixture_show (&fixture, strip);
  g_assert_nonnull (ui_fixture_find (strip, GTK_TYPE_LABEL, "3,198.00"));
  g_assert_nonnull (ui_fixture_find (strip, GTK_TYPE_LABEL, "▲\u200950.25"));
  g_assert_nonnull (ui_fixture_find (strip, GTK_TYPE_LABEL, "159,850,000"));
  g_assert_null (ui_fixture_find (strip, GTK_TYPE_LABEL, "159,850,000.00"));
  g_assert_nonnull (ui_fixture_find (strip, GTK_TYPE_LABEL, "2025-08-05"));
  ui_fixture_tear_down (&fixture);
}

static void
test_as_of_days (void)
{
  UiFixture fixture;
  JipyoAsOfButton *button = g_object_new (JIPYO_TYPE_AS_OF_BUTTON, NULL);

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  jipyo_as_of_button_set_session (button, fixture.session);
  ui_fixture_show (&fixture, GTK_WIDGET (button));
  g_assert_nonnull (ui_fixture_find (GTK_WIDGET (button), GTK_TYPE_LABEL, "today"));
  jipyo_session_set_as_of (fixture.session, (JipyoDate){ 2025, 8, 5 });
  g_assert_nonnull (ui_fixture_find (GTK_WIDGET (button), GTK_TYPE_LABEL, "2025-08-05"));
  ui_fixture_tear_down (&fixture);
}

/* Neither a start nor a page pays for a calendar that nobody has asked for. */
static void
test_as_of_popover (void)
{
  UiFixture fixture;
  JipyoAsOfButton *button = g_object_new (JIPYO_TYPE_AS_OF_BUTTON, NULL);

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  jipyo_as_of_button_set_session (button, fixture.session);
  ui_fixture_show (&fixture, GTK_WIDGET (button));
  GtkMenuButton *opener = GTK_MENU_BUTTON (gtk_widget_get_first_child (GTK_WIDGET (button)));
  g_assert_null (gtk_menu_button_get_popover (opener));
  gtk_menu_button_popup (opener);
  ui_fixture_settle ();
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (opener));
  g_assert_cmpuint (jipyo_as_of_popover_fill (JIPYO_AS_OF_POPOVER (popover)), >, 4);
  ui_fixture_settle ();
  GtkWidget *day = ui_fixture_find (popover, GTK_TYPE_LABEL, "Day of the article");
  /* All the room beside its date, or a row that is high would have it in two lines. */
  g_assert_cmpint (gtk_widget_get_width (day), >, 180);

  GtkWidget *entry = ui_fixture_find (popover, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2026-11-24");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2026-11-23");
  g_signal_emit_by_name (entry, "activate");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  ui_fixture_tear_down (&fixture);
}

static void
test_every_page (void)
{
  static const char *const names[] = { "overview", "money",  "models",      "rounds",
                                       "markets",  "claims", "team:upstage" };
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    GtkWidget *page = jipyo_page_new (fixture.session, fixture.look, names[i]);
    g_autofree char *title = jipyo_page_dup_title (JIPYO_PAGE (page));

    ui_fixture_show (&fixture, page);
    g_assert_cmpstr (title, !=, "");
    g_assert_nonnull (jipyo_page_get_first_view (JIPYO_PAGE (page)));
    jipyo_page_show_view (JIPYO_PAGE (page), jipyo_page_get_first_view (JIPYO_PAGE (page)));
  }
  jipyo_session_set_as_of (fixture.session, (JipyoDate){ 2025, 8, 5 });
  ui_fixture_settle ();
  ui_fixture_tear_down (&fixture);
}

static void
test_stage_steps (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  GtkWidget *stage = jipyo_stage_new (fixture.session, fixture.look, "budget", NULL);

  gtk_window_present (GTK_WINDOW (stage));
  ui_fixture_settle ();
  g_assert_cmpstr (jipyo_stage_get_view (JIPYO_STAGE (stage)), ==, "budget");
  g_assert_cmpint (find_step (stage, "Right"), ==, 1);
  g_assert_cmpint (find_step (stage, "Left"), ==, -1);
  g_assert_cmpint (find_step (stage, "space"), ==, 1);
  gtk_widget_activate_action (stage, "stage.step", "i", 1);
  g_assert_cmpstr (jipyo_stage_get_view (JIPYO_STAGE (stage)), ==, "pledges");
  g_assert_true (jipyo_stage_step (JIPYO_STAGE (stage), -9999));
  g_assert_false (jipyo_stage_step (JIPYO_STAGE (stage), -1));
  g_object_add_weak_pointer (G_OBJECT (stage), (gpointer *) &stage);
  gtk_widget_activate_action (stage, "stage.leave", NULL);
  ui_fixture_settle ();
  g_assert_null (stage);
  ui_fixture_tear_down (&fixture);
}

/* What is further down a page is built after its first picture. */
static gboolean
comes_to_show (GtkWidget *page, const char *words, gboolean shown)
{
  const gint64 patience_us = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while ((ui_fixture_find (page, GTK_TYPE_LABEL, words) != NULL) != shown
         && g_get_monotonic_time () < patience_us)
    g_main_context_iteration (NULL, FALSE);
  return (ui_fixture_find (page, GTK_TYPE_LABEL, words) != NULL) == shown;
}

/* The venue's own change goes, and no other one is there while nothing was kept; what is no moment
 * is left to the venue. */
static void
test_coin_basis (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  JipyoQuote *quote = jipyo_quote_new ("upbit:KRW-BTC", "upbit");
  quote->last = jipyo_decimal_from_int (5000);
  quote->received_us = jipyo_session_get_now (fixture.session) - G_USEC_PER_SEC;
  jipyo_quote_set_change_from (quote, jipyo_decimal_from_int (4679),
                               JIPYO_BASIS_PREVIOUS_CLOSE_UTC);
  g_assert_true (jipyo_quote_board_put (jipyo_session_get_board (fixture.session), quote));
  GtkWidget *page = jipyo_page_new (fixture.session, fixture.look, "markets");
  ui_fixture_show (&fixture, page);
  g_assert_true (comes_to_show (page, "321", TRUE));
  g_object_set (fixture.settings, "coin-basis", "rolling-24h", NULL);
  ui_fixture_settle ();
  g_assert_true (comes_to_show (page, "321", FALSE));
  g_object_set (fixture.settings, "coin-basis", "previous-session", NULL);
  ui_fixture_settle ();
  g_assert_true (comes_to_show (page, "321", TRUE));
  g_object_set (fixture.settings, "coin-basis", "own", NULL);
  jipyo_quote_free (quote);
  ui_fixture_tear_down (&fixture);
}

static void
test_export_formats (void)
{
  static const char *const formats[] = { "png", "svg", "pdf", "csv", "xlsx" };
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  g_autoptr (JipyoViewResult) result = build_result (&fixture, "models-year");
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = jipyo_view_export_encode (
      result, formats[i], jipyo_look_get_theme (fixture.look), &error);

    g_assert_no_error (error);
    g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
  }
  g_clear_object (&result);
  ui_fixture_tear_down (&fixture);
}

static void
test_window (void)
{
  UiFixture fixture;
  char *page = NULL;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  GtkWindow *window = jipyo_window_new (NULL, fixture.session, fixture.settings);

  gtk_window_present (window);
  ui_fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "markets");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "budget");
  g_object_get (window, "page", &page, NULL);
  g_assert_cmpstr (page, ==, "money");
  g_clear_pointer (&page, g_free);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_object_get (window, "page", &page, NULL);
  g_assert_cmpstr (page, ==, "markets");
  g_clear_pointer (&page, g_free);
  g_object_get (fixture.settings, "page", &page, NULL);
  g_assert_cmpstr (page, ==, "markets");
  g_clear_pointer (&page, g_free);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.as-of", "s", "2025-08-05");
  g_assert_true (jipyo_session_has_as_of (fixture.session));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", "A&B <b>");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-sidebar", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  ui_fixture_settle ();
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (window);
  ui_fixture_settle ();
  g_assert_null (window);
  jipyo_session_stop_feed (fixture.session);
  ui_fixture_tear_down (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/card-grid/columns", test_card_grid_columns);
  g_test_add_func ("/ui/card-grid/layout", test_card_grid_layout);
  g_test_add_func ("/ui/chart-view/keys", test_chart_keys);
  g_test_add_func ("/ui/view-card/faces", test_card_faces);
  g_test_add_func ("/ui/table-view/rows", test_table_rows);
  g_test_add_func ("/ui/figure-label/literal", test_figure_label);
  g_test_add_func ("/ui/page/coin-basis", test_coin_basis);
  g_test_add_func ("/ui/figure-tile/explains", test_tile_explains);
  g_test_add_func ("/ui/search/names", test_search);
  g_test_add_func ("/ui/sidebar/standings", test_sidebar_standings);
  g_test_add_func ("/ui/widgets/sidebar-search", test_sidebar_search);
  g_test_add_func ("/ui/market-strip/printed", test_market_strip);
  g_test_add_func ("/ui/as-of-button/days", test_as_of_days);
  g_test_add_func ("/ui/as-of-popover/days", test_as_of_popover);
  g_test_add_func ("/ui/page/every", test_every_page);
  g_test_add_func ("/ui/stage/steps", test_stage_steps);
  g_test_add_func ("/ui/view-export/formats", test_export_formats);
  g_test_add_func ("/ui/window/actions", test_window);
}

int
main (int argc, char **argv)
{
  const int status = ui_fixture_run (&argc, &argv, add_tests);

  g_free (explained);
  return status;
}
