/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the style sheet makes of the words of the window, light and dark, measured on what they lie
 * on.
 */

#include <adwaita.h>

#include "fixture.h"
#include "jipyo-quote-board.h"
#include "jipyo-table-view.h"

/* Who colours what: a window of this class, a label of that. */
typedef struct {
  const char *window;
  const char *label;
} Case;

static guint32
pack (const GdkRGBA *colour)
{
  return (guint32) (colour->red * 255 + 0.5) << 16 | (guint32) (colour->green * 255 + 0.5) << 8
         | (guint32) (colour->blue * 255 + 0.5);
}

/* `over` as it is seen on an opaque ground. */
static guint32
lay (const GdkRGBA *over, guint32 ground)
{
  GdkRGBA opaque = *over;

  opaque.alpha = 1;
  return jipyo_colour_mix (ground, pack (&opaque), over->alpha);
}

static guint32
look_up (GtkWidget *widget, const char *name, guint32 ground)
{
  GdkRGBA colour;

  g_assert_true (
    gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour));
  return lay (&colour, ground);
}

static void
assert_legible (GtkWidget *label, const Case *of, guint32 ground)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (label), &colour);
  const double contrast = jipyo_colour_contrast (lay (&colour, ground), ground);

  if (contrast < 4.5)
    g_error ("%s %s has %.2f:1 on #%06X", of->window, of->label, contrast, ground);
}

static guint
measure_distance (guint32 a, guint32 b)
{
  guint sum = 0;

  for (int shift = 0; shift < 24; shift += 8)
    sum += (guint) ABS ((int) (a >> shift & 0xFF) - (int) (b >> shift & 0xFF));
  return sum;
}

/* Beside a chart, a change in the window is plainly of the same colour. */
static void
assert_as_in_charts (GtkWidget *label, const JipyoTheme *theme, const Case *of)
{
  static const guint bearable = 110; /* of 765 */
  const gboolean green_up = g_str_equal (of->window, "green-up");
  const gboolean up = g_str_equal (of->label, "up");
  const guint32 expected = green_up ? (up ? theme->rise_green : theme->fall_red)
                           : up     ? theme->up
                                    : theme->down;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (label), &colour);
  const guint distance = measure_distance (lay (&colour, theme->card), expected);
  if (distance > bearable)
    g_error ("%s %s is %u from #%06X", of->window, of->label, distance, expected);
}

static void
check_scheme (UiFixture *fixture, GtkWidget *label, AdwColorScheme scheme)
{
  static const Case cases[] = {
    { "plain", "dim-label" },
    { "plain", "up" },
    { "plain", "down" },
    { "green-up", "up" },
    { "green-up", "down" },
    { "plain", "suspect" },
    { "high-contrast", "dim-label" },
    { "high-contrast", "suspect" },
  };
  const JipyoTheme *theme =
    jipyo_theme_get (scheme == ADW_COLOR_SCHEME_FORCE_DARK ? JIPYO_THEME_DARK : JIPYO_THEME_LIGHT);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *classes[] = { cases[i].label, NULL };

    gtk_widget_add_css_class (fixture->window, cases[i].window);
    gtk_widget_set_css_classes (label, classes);
    ui_fixture_settle ();
    assert_legible (label, &cases[i], theme->card);
    assert_legible (label, &cases[i], look_up (label, "headerbar_bg_color", theme->card));
    if (g_str_equal (cases[i].label, "up") || g_str_equal (cases[i].label, "down"))
      assert_as_in_charts (label, theme, &cases[i]);
    gtk_widget_remove_css_class (fixture->window, cases[i].window);
  }
}

static GtkCssProvider *
lay_style (void)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/jipyo/Jipyo/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  return provider;
}

static void
take_style (GtkCssProvider *provider)
{
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (provider));
  g_object_unref (provider);
}

static void
test_words (void)
{
  GtkCssProvider *provider = lay_style ();
  GtkWidget *label = gtk_label_new ("+1.62 %");
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  ui_fixture_show (&fixture, label);
  check_scheme (&fixture, label, ADW_COLOR_SCHEME_FORCE_LIGHT);
  check_scheme (&fixture, label, ADW_COLOR_SCHEME_FORCE_DARK);
  take_style (provider);
  ui_fixture_tear_down (&fixture);
}

/* The darkest that is drawn of it beyond these columns and rows of pixels on a light ground:
 * opacity is no colour that one could ask for. */
static guint32
find_darkest (GtkWidget *widget, guint32 ground, int from_x, int from_y)
{
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  guint32 darkest = 0xFFFFFF;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);
  cairo_set_source_rgb (cr, (ground >> 16) / 255.0, (ground >> 8 & 0xFF) / 255.0,
                        (ground & 0xFF) / 255.0);
  cairo_paint (cr);
  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  const guint32 *pixels = (const guint32 *) cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface) / 4;

  for (int i = 0; i < stride * height; i++)
    if (i % stride < width && i % stride >= from_x && i / stride >= from_y
        && (pixels[i] & 0xFF00) < (darkest & 0xFF00))
      darkest = pixels[i] & 0xFFFFFF;
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return darkest;
}

/* Those who left are set back, and still named so that one can read it. */
static void
test_out (void)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *line = gtk_label_new (NULL);
  GtkWidget *list = gtk_list_box_new ();
  GtkCssProvider *provider = lay_style ();
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
  /* So large that there is more of it than edges. */
  gtk_label_set_markup (GTK_LABEL (line), "<span size='72pt'>2026</span>");
  gtk_widget_add_css_class (row, "out");
  gtk_widget_add_css_class (line, "dim-label");
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  ui_fixture_show (&fixture, list);
  const guint32 ground = look_up (line, "headerbar_bg_color", 0xFFFFFF);
  g_assert_cmpfloat (jipyo_colour_contrast (find_darkest (row, ground, 0, 0), ground), >=, 4.5);
  take_style (provider);
  ui_fixture_tear_down (&fixture);
}

/* "159,7" of 159,746,000 would be read as a price. */
static void
test_table_fades (void)
{
  GtkCssProvider *provider = lay_style ();
  UiFixture ui;

  ui_fixture_set_up (&ui, "2025-08-05", JIPYO_LANG_EN);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_autoptr (JipyoViewResult) result =
               jipyo_view_result_new (ui.session, "market-crypto", NULL, NULL);
  GtkWidget *table = jipyo_table_view_new (TRUE);

  jipyo_table_view_set_result (JIPYO_TABLE_VIEW (table), result);
  gtk_window_set_default_size (GTK_WINDOW (ui.window), 300, 500);
  ui_fixture_show (&ui, table);
  GtkWidget *scroller = ui_fixture_find (table, GTK_TYPE_SCROLLED_WINDOW, NULL);
  g_assert_cmpint (gtk_widget_get_width (scroller), <, 400);
  /* The titles stay: they are words. */
  GtkWidget *list = ui_fixture_find (table, GTK_TYPE_COLUMN_VIEW, NULL);
  const guint32 darkest = find_darkest (scroller, 0xFFFFFF, gtk_widget_get_width (scroller) - 6,
                                        gtk_widget_get_height (gtk_widget_get_first_child (list)));
  g_assert_cmpfloat (jipyo_colour_contrast (darkest, 0xFFFFFF), <, 1.5);
  take_style (provider);
  ui_fixture_tear_down (&ui);
}

static void
put_quote (UiFixture *ui, const char *instrument, int price, JipyoQuoteState state)
{
  JipyoQuote *quote = jipyo_quote_new (instrument, "upbit");

  quote->last = jipyo_decimal_from_int (price);
  quote->received_us = jipyo_session_get_now (ui->session) - 2 * G_USEC_PER_SEC;
  quote->state = state;
  jipyo_quote_board_put (jipyo_session_get_board (ui->session), quote);
  jipyo_quote_free (quote);
}

static void
assert_suspect (GtkWidget *table, const char *text, gboolean suspect)
{
  GtkWidget *label = ui_fixture_find (table, GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  g_assert_cmpint (gtk_widget_has_css_class (label, "suspect"), ==, suspect);
  g_assert_false (gtk_widget_has_css_class (label, "aged"));
}

/* A price that is not believed is no pale one among others: it has the colour of doubt, in the
 * picture's table and in the whole one. */
static void
test_table_suspect (void)
{
  for (int drawn = 0; drawn < 2; drawn++) {
    UiFixture ui;

    ui_fixture_set_up (&ui, NULL, JIPYO_LANG_EN);
    put_quote (&ui, "upbit:KRW-BTC", 159000000, JIPYO_QUOTE_SUSPECT);
    put_quote (&ui, "bithumb:KRW-BTC", 159100000, JIPYO_QUOTE_LIVE);
    g_autoptr (JipyoViewResult) result =
                 jipyo_view_result_new (ui.session, "market-crypto", NULL, NULL);
    GtkWidget *table = jipyo_table_view_new (drawn);
    jipyo_table_view_set_result (JIPYO_TABLE_VIEW (table), result);
    gtk_window_set_default_size (GTK_WINDOW (ui.window), 1800, 700);
    ui_fixture_show (&ui, table);
    assert_suspect (table, "159,000,000", TRUE);
    assert_suspect (table, "159,100,000", FALSE);
    assert_suspect (table, "suspect", TRUE);
    put_quote (&ui, "upbit:KRW-BTC", 159000000, JIPYO_QUOTE_LIVE);
    g_autoptr (JipyoViewResult) again =
                 jipyo_view_result_new (ui.session, "market-crypto", NULL, NULL);
    jipyo_table_view_set_result (JIPYO_TABLE_VIEW (table), again);
    ui_fixture_settle ();
    assert_suspect (table, "159,000,000", FALSE);
    ui_fixture_tear_down (&ui);
  }
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/style/words", test_words);
  g_test_add_func ("/ui/style/out", test_out);
  g_test_add_func ("/ui/style/table-fades", test_table_fades);
  g_test_add_func ("/ui/style/table-suspect", test_table_suspect);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
