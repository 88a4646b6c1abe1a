/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What labels owe to figures and names: digits of one width, names and changes that are whole, and
 * rest where nothing changed.
 */

#include "fixture.h"

#include "jipyo-figure-label.h"
#include "jipyo-figure-tile.h"
#include "jipyo-link-button.h"
#include "jipyo-quote-board.h"
#include "jipyo-table-view.h"
#include "jipyo-team-header.h"
#include "jipyo-toast.h"
#include "jipyo-view-card.h"
#include "jipyo-whole-words.h"
#include "jipyo-window.h"

static const char *const teams[] = { "lg-ai-research", "sk-telecom", "upstage",
                                     "naver-cloud",    "nc-ai",      "motif" };

static int
measure_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static GtkStyleProvider *
wear_style (void)
{
  GtkCssProvider *style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/io/github/jipyo/Jipyo/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  return GTK_STYLE_PROVIDER (style);
}

static void
take_style_off (GtkStyleProvider *style)
{
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (), style);
  g_object_unref (style);
}

/* A table's digits stand below one another, whatever the desktop's font makes of them by itself,
 * and a figure changes without moving what stands beside it. */
static void
test_digits (void)
{
  UiFixture ui;
  GtkWidget *figure = jipyo_figure_label_new (1);

  ui_fixture_set_up (&ui, NULL, JIPYO_LANG_EN);
  ui_fixture_show (&ui, figure);
  jipyo_figure_label_set (JIPYO_FIGURE_LABEL (figure), "88,888.88 %", NULL);
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_first_child (figure), "numeric"));
  const int eights = measure_width (figure);
  for (char digit = '0'; digit <= '9'; digit++) {
    char text[] = "88,888.88 %";
    for (char *at = text; *at != '\0'; at++)
      *at = g_ascii_isdigit (*at) ? digit : *at;
    jipyo_figure_label_set (JIPYO_FIGURE_LABEL (figure), text, NULL);
    g_assert_cmpint (measure_width (figure), ==, eights);
  }
  ui_fixture_tear_down (&ui);
}

/* A change that has no room beside its figure stands below it, whole. */
static void
test_tile_change (void)
{
  char number[] = "3,198.00", change[] = "▲ 50.90 (+1.62 %)";
  const JipyoTile shown = { .number = number, .unit = change, .is_change = TRUE, .direction = 1 };

  for (int width = 150; width <= 400; width += 250) {
    UiFixture ui;
    GtkWidget *tile = jipyo_figure_tile_new (FALSE);
    graphene_rect_t of_figure, of_unit;
    ui_fixture_set_up (&ui, NULL, JIPYO_LANG_KO);
    jipyo_figure_tile_set (JIPYO_FIGURE_TILE (tile), &shown);
    gtk_window_set_default_size (GTK_WINDOW (ui.window), width, 200);
    ui_fixture_show (&ui, tile);
    GtkWidget *figure = ui_fixture_find (tile, GTK_TYPE_LABEL, number);
    GtkWidget *unit = ui_fixture_find (tile, GTK_TYPE_LABEL, "1.62");
    g_assert_cmpint (gtk_widget_get_width (tile), ==, width);
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (unit))));
    g_assert_true (gtk_widget_compute_bounds (figure, tile, &of_figure)
                   && gtk_widget_compute_bounds (unit, tile, &of_unit));
    const gboolean below = of_unit.origin.y >= of_figure.origin.y + of_figure.size.height;
    g_assert_cmpint (below, ==, width < 400);
    ui_fixture_tear_down (&ui);
  }
}

/* A figure is not torn from its unit, however narrow it gets, nor consonants from one another. */
static void
test_units (void)
{
  static const char *const figures[] = { "-8.3 %", "15:30 KST", "10 s ago", "2 min ago", "ㅇㅅㅌ" };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++) {
    GtkWidget *label = g_object_ref_sink (gtk_label_new (figures[i]));
    int whole, narrow;

    gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &whole, NULL, NULL, NULL);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &narrow, NULL, NULL, NULL);
    g_assert_cmpint (narrow, <, whole);
    jipyo_whole_words_keep (GTK_LABEL (label));
    gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &narrow, NULL, NULL, NULL);
    g_assert_cmpint (narrow, >=, whole);
    g_assert_finalize_object (label);
  }
}

static GtkWidget *
show_card (UiFixture *ui, const char *view, int width)
{
  g_autoptr (JipyoViewResult) result = jipyo_view_result_new (ui->session, view, NULL, NULL);
  GtkWidget *card = jipyo_view_card_new (ui->look, ui->session, -1);

  jipyo_view_card_set_result (JIPYO_VIEW_CARD (card), result);
  gtk_window_set_default_size (GTK_WINDOW (ui->window), width, 700);
  ui_fixture_show (ui, card);
  return card;
}

/* The sources of a card are never cut, for they end in dates: beside the buttons while three lines
 * hold them, else above. */
static void
test_footer (void)
{
  static const struct {
    const char *view;
    int width;
    gboolean above;
  } cases[] = { { "market-crypto", 280, TRUE },
                { "market-crypto", 1200, FALSE },
                { "market-indices", 280, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    UiFixture ui;
    graphene_rect_t text, buttons;
    ui_fixture_set_up (&ui, NULL, JIPYO_LANG_EN);
    GtkWidget *card = show_card (&ui, cases[i].view, cases[i].width);
    GtkWidget *button = ui_fixture_find (card, GTK_TYPE_LABEL, "Sources");
    GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_TOGGLE_BUTTON);
    row = gtk_widget_get_parent (gtk_widget_get_parent (row));
    GtkLabel *footer = GTK_LABEL (gtk_widget_get_first_child (row));
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (footer)));
    g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (footer), card, &text)
                   && gtk_widget_compute_bounds (button, card, &buttons));
    g_assert_cmpint (buttons.origin.y >= text.origin.y + text.size.height, ==, cases[i].above);
    g_assert_cmpfloat (buttons.origin.x + buttons.size.width, <, gtk_widget_get_width (card));
    g_assert_cmpfloat (buttons.origin.y + buttons.size.height, <, gtk_widget_get_height (card));
    ui_fixture_tear_down (&ui);
  }
}

static void
count_cb (GObject *object, GParamSpec *property, gpointer count)
{
  *(guint *) count += 1;
}

/* A cursor that is set anew asks the display something and waits; a class that goes and comes has
 * styles worked out anew. Four times a second, in each cell of a table, that is what stalls. */
static void
test_figure_label_at_rest (void)
{
  UiFixture fixture;
  GtkWidget *figure = jipyo_figure_label_new (1);
  JipyoFigureLabel *label = JIPYO_FIGURE_LABEL (figure);
  guint n_changes = 0;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  jipyo_figure_label_set (label, "▲1", "some-claim");
  jipyo_figure_label_set_direction (label, 1);
  ui_fixture_show (&fixture, figure);
  g_signal_connect (figure, "notify", G_CALLBACK (count_cb), &n_changes);
  jipyo_figure_label_set (label, "▲2", "some-claim");
  jipyo_figure_label_set_direction (label, 1);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_cmpstr (jipyo_figure_label_get_text (label), ==, "▲2");
  g_signal_connect (gtk_widget_get_first_child (figure), "notify", G_CALLBACK (count_cb),
                    &n_changes);
  jipyo_figure_label_set (label, "▲2", "some-claim");
  g_assert_cmpuint (n_changes, ==, 0);
  jipyo_figure_label_set_direction (label, -1);
  g_assert_true (gtk_widget_has_css_class (figure, "down"));
  g_assert_false (gtk_widget_has_css_class (figure, "up"));
  ui_fixture_tear_down (&fixture);
}

/* A dense one says the same in less height. */
static void
test_tile_dense (void)
{
  char label[] = "KOSPI";
  char number[] = "3,198.00";
  char note[] = "2025-08-05";
  const JipyoTile shown = { .label = label, .number = number, .note = note };
  int heights[2];

  for (int dense = 0; dense < 2; dense++) {
    GtkWidget *tile = g_object_ref_sink (jipyo_figure_tile_new (dense));
    jipyo_figure_tile_set (JIPYO_FIGURE_TILE (tile), &shown);
    g_assert_nonnull (ui_fixture_find (tile, GTK_TYPE_LABEL, "KOSPI"));
    gtk_widget_measure (tile, GTK_ORIENTATION_VERTICAL, -1, &heights[dense], NULL, NULL, NULL);
    g_assert_finalize_object (tile);
  }
  g_assert_cmpint (heights[1], <, heights[0] - 10);
}

/* Where its line is too short a figure goes below with its sign, not the sign alone. */
static void
test_tile_sign (void)
{
  char label[] = "Volatility, annualised", number[] = "14.3", unit[] = "%";
  const JipyoTile shown = { .label = label, .number = number, .unit = unit };
  graphene_rect_t figure, sign;
  int natural;
  UiFixture ui;

  ui_fixture_set_up (&ui, NULL, JIPYO_LANG_EN);
  GtkWidget *tile = jipyo_figure_tile_new (TRUE);
  jipyo_figure_tile_set (JIPYO_FIGURE_TILE (tile), &shown);
  gtk_widget_set_halign (tile, GTK_ALIGN_START);
  gtk_widget_measure (tile, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  ui_fixture_show (&ui, tile);
  gtk_widget_allocate (tile, natural - 10, 200, -1, NULL);
  g_assert_true (
    gtk_widget_compute_bounds (ui_fixture_find (tile, GTK_TYPE_LABEL, "14.3"), tile, &figure));
  g_assert_true (
    gtk_widget_compute_bounds (ui_fixture_find (tile, GTK_TYPE_LABEL, "%"), tile, &sign));
  g_assert_cmpfloat (sign.origin.x, >, figure.origin.x);
  g_assert_cmpfloat (ABS (sign.origin.y - figure.origin.y), <, figure.size.height);
  g_assert_cmpfloat (figure.origin.x, <, 30);
  ui_fixture_tear_down (&ui);
}

/* Who says otherwise is told with the figure, in two lines if it has to be. */
static void
test_tile_doubt (void)
{
  UiFixture ui;
  GtkWidget *tile = jipyo_figure_tile_new (FALSE);
  char number[] = "₩213.9", doubt[] = "⚠ The Korea Economic Daily ₩213.6 billion";
  const JipyoTile shown = { .number = number, .doubt = doubt };

  ui_fixture_set_up (&ui, NULL, JIPYO_LANG_EN);
  jipyo_figure_tile_set (JIPYO_FIGURE_TILE (tile), &shown);
  gtk_window_set_default_size (GTK_WINDOW (ui.window), 200, 200);
  ui_fixture_show (&ui, tile);
  GtkWidget *badge = ui_fixture_find (tile, GTK_TYPE_LABEL, "Korea");
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (badge));
  g_assert_cmpint (gtk_widget_get_width (tile), ==, 200);
  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 2);
  g_assert_false (pango_layout_is_ellipsized (layout));
  ui_fixture_tear_down (&ui);
}

static void
assert_whole (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_whole (child);
}

/* On the narrowest window too, whose name it is can be read, and what is said of it. */
static void
test_team_names (void)
{
  static const int narrowest_px = 330; /* of a page in a window of 360 */

  for (JipyoLang lang = JIPYO_LANG_KO; lang <= JIPYO_LANG_EN; lang++)
    for (guint i = 0; i < G_N_ELEMENTS (teams); i++) {
      UiFixture ui;
      ui_fixture_set_up (&ui, NULL, lang);
      GtkWidget *header = jipyo_team_header_new (ui.look, ui.session, teams[i]);
      const JipyoTeam *team =
        jipyo_ledger_find_team (jipyo_session_get_ledger (ui.session), teams[i]);
      gtk_window_set_default_size (GTK_WINDOW (ui.window), narrowest_px, 200);
      ui_fixture_show (&ui, header);
      GtkWidget *name =
        ui_fixture_find (header, GTK_TYPE_LABEL, jipyo_text_get (&team->name, lang));
      g_assert_nonnull (name);
      assert_whole (header);
      g_assert_cmpint (gtk_widget_get_width (header), <=, narrowest_px);
      ui_fixture_tear_down (&ui);
    }
}

/* Names of files are no markup; what can be undone is shown as long as it takes to do so. */
static void
test_toast (void)
{
  UiFixture ui;

  ui_fixture_set_up (&ui, NULL, JIPYO_LANG_EN);
  AdwToast *plain = g_object_ref_sink (jipyo_toast_new ("<a> & b", NULL, NULL));
  AdwToast *undone = g_object_ref_sink (jipyo_toast_new ("x", "Undo", "win.undo"));

  g_assert_cmpstr (adw_toast_get_title (plain), ==, "&lt;a&gt; &amp; b");
  g_assert_null (adw_toast_get_button_label (plain));
  g_assert_cmpstr (adw_toast_get_action_name (undone), ==, "win.undo");
  g_assert_cmpuint (adw_toast_get_timeout (undone), >, adw_toast_get_timeout (plain));
  g_object_unref (plain);
  g_object_unref (undone);
  ui_fixture_tear_down (&ui);
}

/* A state that a venue's warning makes long goes on below, whole, and the row with it. */
static void
test_state_wraps (void)
{
  static const int widths[] = { 640, 1024, 1280 };
  guint n_wrapped = 0;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (widths); i++) {
    const JipyoLang lang = i % 2 == 0 ? JIPYO_LANG_KO : JIPYO_LANG_EN;
    UiFixture ui;
    ui_fixture_set_up (&ui, NULL, lang);
    JipyoQuote *quote = jipyo_quote_new ("upbit:KRW-BTC", "upbit");
    quote->last = jipyo_decimal_from_int (159000000);
    quote->received_us = jipyo_session_get_now (ui.session) - 8 * G_USEC_PER_SEC;
    jipyo_quote_set_listing (quote, JIPYO_LISTING_CAUTION);
    jipyo_quote_board_put (jipyo_session_get_board (ui.session), quote);
    g_autoptr (JipyoViewResult) result =
                 jipyo_view_result_new (ui.session, "market-crypto", NULL, NULL);
    GtkWidget *table = jipyo_table_view_new (TRUE);
    jipyo_table_view_set_result (JIPYO_TABLE_VIEW (table), result);
    gtk_window_set_default_size (GTK_WINDOW (ui.window), widths[i / 2], 700);
    ui_fixture_show (&ui, table);
    GtkWidget *state =
      ui_fixture_find (table, GTK_TYPE_LABEL, jipyo_listing_label (JIPYO_LISTING_CAUTION, lang));
    graphene_rect_t place;
    g_assert_nonnull (state);
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (state))));
    /* Off the figures before it, or "2,910 8 s ago" would be read. */
    g_assert_cmpint (gtk_widget_get_margin_start (gtk_widget_get_parent (state)), >, 0);
    g_assert_true (gtk_widget_compute_bounds (state, table, &place));
    g_assert_cmpfloat (place.origin.x + place.size.width, <=, gtk_widget_get_width (table));
    /* Room is kept for the lines that there are, and for no more when they become fewer. */
    ui_fixture_settle ();
    GtkScrolledWindow *scroller =
      GTK_SCROLLED_WINDOW (ui_fixture_find (table, GTK_TYPE_SCROLLED_WINDOW, NULL));
    GtkAdjustment *rows = gtk_scrolled_window_get_vadjustment (scroller);
    g_assert_cmpfloat (gtk_adjustment_get_upper (rows), <=, gtk_adjustment_get_page_size (rows));
    const int least = gtk_scrolled_window_get_min_content_height (scroller);
    const gboolean wrapped =
      pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (state))) > 1;
    n_wrapped += wrapped;
    jipyo_quote_set_listing (quote, JIPYO_LISTING_LISTED);
    jipyo_quote_board_put (jipyo_session_get_board (ui.session), quote);
    g_autoptr (JipyoViewResult) shorter =
                 jipyo_view_result_new (ui.session, "market-crypto", NULL, NULL);
    jipyo_table_view_set_result (JIPYO_TABLE_VIEW (table), shorter);
    ui_fixture_settle ();
    const int then = gtk_scrolled_window_get_min_content_height (scroller);
    if (wrapped)
      g_assert_cmpint (then, <, least);
    g_assert_cmpfloat (gtk_adjustment_get_upper (rows), <=, gtk_adjustment_get_page_size (rows));
    jipyo_quote_free (quote);
    ui_fixture_tear_down (&ui);
  }
  g_assert_cmpuint (n_wrapped, >, 0);
}

/* Beside a day of the past nothing is said of now. */
static void
test_link_in_the_past (void)
{
  const JipyoDate then = { 2025, 8, 5 };
  UiFixture ui;

  ui_fixture_set_up (&ui, NULL, JIPYO_LANG_EN);
  GtkWidget *link = g_object_new (JIPYO_TYPE_LINK_BUTTON, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (box), link);
  jipyo_link_button_set_session (JIPYO_LINK_BUTTON (link), ui.session);
  ui_fixture_show (&ui, box);
  GtkWidget *label = ui_fixture_find (link, GTK_TYPE_LABEL, NULL);
  const int wide = gtk_widget_get_width (link);
  g_assert_true (gtk_widget_get_visible (label));
  jipyo_session_set_as_of (ui.session, then);
  ui_fixture_settle ();
  g_assert_false (gtk_widget_get_visible (label));
  g_assert_cmpint (gtk_widget_get_width (link), <, wide);
  jipyo_session_set_as_of (ui.session, (JipyoDate){ 0 });
  ui_fixture_settle ();
  g_assert_true (gtk_widget_get_visible (label));
  ui_fixture_tear_down (&ui);
}

/* On a wide screen a name and its prices stay near each other. */
static void
test_columns_spread (void)
{
  graphene_rect_t name, price;
  UiFixture ui;

  ui_fixture_set_up (&ui, "2025-08-05", JIPYO_LANG_EN);
  g_autoptr (JipyoViewResult) result =
               jipyo_view_result_new (ui.session, "market-crypto", NULL, NULL);
  GtkWidget *table = jipyo_table_view_new (TRUE);

  jipyo_table_view_set_result (JIPYO_TABLE_VIEW (table), result);
  gtk_window_set_default_size (GTK_WINDOW (ui.window), 1800, 700);
  ui_fixture_show (&ui, table);
  GtkWidget *first = ui_fixture_find (table, GTK_TYPE_LABEL, "BTC Bitcoin");
  GtkWidget *second = ui_fixture_find (table, GTK_TYPE_LABEL, "0.031");
  g_assert_true (gtk_widget_compute_bounds (first, table, &name));
  g_assert_true (gtk_widget_compute_bounds (second, table, &price));
  g_assert_cmpfloat (price.origin.x, <, 400);
  ui_fixture_tear_down (&ui);
}

/* In a window of 360 pixels what a row is about goes on below, whole, and the figures that tell it
 * are before the edge, not beyond it. */
static void
test_columns_narrow (void)
{
  static const struct {
    const char *view;
    const char *figure;
    const char *name;
  } tables[] = { { "claims", "₩213.6 billion", "Programme budget, 2025" },
                 { "market-crypto", "159,850,000", NULL } };
  static const int width_px = 282; /* of a table on a card */
  static const int fade_px = 40;   /* GTK shades so much before the edge */
  GtkStyleProvider *style = wear_style ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    graphene_rect_t place;
    UiFixture ui;

    ui_fixture_set_up (&ui, NULL, JIPYO_LANG_EN);
    g_autoptr (JipyoViewResult) result =
                 jipyo_view_result_new (ui.session, tables[i].view, NULL, NULL);
    GtkWidget *table = jipyo_table_view_new (TRUE);
    jipyo_table_view_set_result (JIPYO_TABLE_VIEW (table), result);
    gtk_window_set_default_size (GTK_WINDOW (ui.window), width_px, 700);
    ui_fixture_show (&ui, table);
    GtkWidget *figure = ui_fixture_find (table, GTK_TYPE_LABEL, tables[i].figure);
    g_assert_cmpint (gtk_widget_get_width (table), <=, width_px);
    g_assert_true (gtk_widget_compute_bounds (figure, table, &place));
    g_assert_cmpfloat (place.origin.x + place.size.width, <=, width_px - fade_px);
    if (tables[i].name != NULL) {
      GtkWidget *name = ui_fixture_find (table, GTK_TYPE_LABEL, tables[i].name);
      PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (name));
      g_assert_false (pango_layout_is_ellipsized (layout));
      g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
    }
    ui_fixture_tear_down (&ui);
  }
  take_style_off (style);
}

/* A day of the week is not torn from its bracket, however narrow its column gets. */
static void
test_words_whole (void)
{
  UiFixture ui;
  GtkWidget *cell = jipyo_figure_label_new (0);
  int least, natural;

  ui_fixture_set_up (&ui, NULL, JIPYO_LANG_KO);
  ui_fixture_show (&ui, cell);
  jipyo_figure_label_wrap_words (JIPYO_FIGURE_LABEL (cell), 4);
  jipyo_figure_label_set (JIPYO_FIGURE_LABEL (cell), "2025.12.31(수)", NULL);
  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  g_assert_cmpint (least, ==, natural);
  ui_fixture_tear_down (&ui);
}

static GtkWidget *
find_arrow (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (g_str_equal (gtk_widget_get_css_name (widget), "arrow"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_arrow (child);
  return found;
}

/* GTK says of the arrow of a button which way it points, by the word for prices that fall. */
static void
test_arrow_is_no_change (void)
{
  /* As an application does by itself. */
  GtkStyleProvider *style = wear_style ();

  for (guint i = 0; i < 2; i++) {
    UiFixture ui;
    GtkWidget *button = gtk_menu_button_new ();
    GdkRGBA arrow, text;

    ui_fixture_set_up (&ui, NULL, JIPYO_LANG_EN);
    gtk_menu_button_set_label (GTK_MENU_BUTTON (button), "Compare");
    if (i == 1)
      gtk_widget_add_css_class (ui.window, "green-up");
    ui_fixture_show (&ui, button);
    gtk_style_context_get_color (gtk_widget_get_style_context (find_arrow (button)), &arrow);
    gtk_style_context_get_color (
      gtk_widget_get_style_context (ui_fixture_find (button, GTK_TYPE_LABEL, "Compare")), &text);
    g_assert_true (gdk_rgba_equal (&arrow, &text));
    ui_fixture_tear_down (&ui);
  }
  take_style_off (style);
}

/* Whether a label says all of `words` in the window's header, once it is laid out there. */
static gboolean
comes_to_say (GtkWidget *header, const char *words)
{
  const gint64 patience_us = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  gboolean whole = FALSE;

  while (!whole && g_get_monotonic_time () < patience_us) {
    g_main_context_iteration (NULL, FALSE);
    GtkWidget *label = ui_fixture_find (header, GTK_TYPE_LABEL, words);
    whole = label != NULL && gtk_widget_get_mapped (label) && gtk_widget_get_width (label) > 0
            && !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
  }
  return whole;
}

/* In the smallest window the title of a page has room beside a day of the past, which is said whole
 * too. */
static void
test_page_titles (void)
{
  static const char *const titles[][2] = { { "overview", "Overview" },
                                           { "claims", "Claims and sources" },
                                           { "rounds", "Rounds · Timeline" },
                                           { "alerts", "Alerts" } };
  GtkStyleProvider *style = wear_style ();
  UiFixture ui;

  ui_fixture_set_up (&ui, "2026-08-05", JIPYO_LANG_EN);
  GtkWindow *window = jipyo_window_new (NULL, ui.session, ui.settings);
  gtk_window_set_default_size (window, 360, 640);
  gtk_window_present (window);
  GtkWidget *header = ui_fixture_find (GTK_WIDGET (window), ADW_TYPE_WINDOW_TITLE, NULL);
  g_assert_nonnull (header);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", titles[i][0]);
    g_assert_true (comes_to_say (header, titles[i][1]));
    g_assert_true (comes_to_say (header, "2026-08-05"));
    g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  }
  gtk_window_destroy (window);
  ui_fixture_settle ();
  jipyo_session_stop_feed (ui.session);
  ui_fixture_tear_down (&ui);
  take_style_off (style);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/labels/link-in-the-past", test_link_in_the_past);
  g_test_add_func ("/ui/labels/digits", test_digits);
  g_test_add_func ("/ui/labels/tile-change", test_tile_change);
  g_test_add_func ("/ui/labels/units", test_units);
  g_test_add_func ("/ui/labels/footer", test_footer);
  g_test_add_func ("/ui/labels/at-rest", test_figure_label_at_rest);
  g_test_add_func ("/ui/labels/tile-doubt", test_tile_doubt);
  g_test_add_func ("/ui/labels/tile-sign", test_tile_sign);
  g_test_add_func ("/ui/labels/tile-dense", test_tile_dense);
  g_test_add_func ("/ui/labels/state-wraps", test_state_wraps);
  g_test_add_func ("/ui/labels/columns-spread", test_columns_spread);
  g_test_add_func ("/ui/labels/columns-narrow", test_columns_narrow);
  g_test_add_func ("/ui/labels/words-whole", test_words_whole);
  g_test_add_func ("/ui/labels/arrow", test_arrow_is_no_change);
  g_test_add_func ("/ui/labels/toast", test_toast);
  g_test_add_func ("/ui/labels/team-names", test_team_names);
  g_test_add_func ("/ui/labels/page-titles", test_page_titles);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
