/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a provider calls an instrument is shown as it is, whatever it looks like: markup, mnemonics
 * and formats are letters. Each place that shows a name is asked for by itself.
 */

#include "fixture.h"

#include <string.h>

#include "jipyo-alert-form.h"
#include "jipyo-alert-list.h"
#include "jipyo-export.h"
#include "jipyo-quote-board.h"
#include "jipyo-source-card.h"
#include "jipyo-view-result.h"
#include "jipyo-watch-pane.h"

/* A share that the record does not know, so that the name is the provider's. */
static const char SHARE[] = "krx:123450";
/* The first would be read as markup without a word, the second not at all. */
static const char *const names[] = { "<b>Z</b>_a %n%s%d", "A&Z <span _b" };

static void
put_quote (UiFixture *fixture, const char *name)
{
  JipyoQuote *quote = jipyo_quote_new (SHARE, "naver");

  quote->name = jipyo_text_new (name, name);
  quote->last = jipyo_decimal_from_int (4000);
  quote->received_us = jipyo_session_get_now (fixture->session) - G_USEC_PER_SEC;
  g_assert_true (jipyo_quote_board_put (jipyo_session_get_board (fixture->session), quote));
  jipyo_quote_free (quote);
}

/* Of the labels and tooltips that have its "Z", how many have the whole name; none may have less.
 */
static guint
count_whole (GtkWidget *widget, const char *name)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";
  const char *tip = gtk_widget_get_tooltip_text (widget);
  guint n = strstr (text, name) != NULL;

  if (strchr (text, 'Z') != NULL)
    g_assert_nonnull (strstr (text, name));
  if (tip != NULL && strchr (tip, 'Z') != NULL)
    g_assert_nonnull (strstr (tip, name));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_whole (child, name);
  return n;
}

static GtkWidget *
make_watch_pane (UiFixture *fixture)
{
  JipyoWatchPane *pane = g_object_new (JIPYO_TYPE_WATCH_PANE, NULL);

  jipyo_watchlist_add (jipyo_session_get_watchlist (fixture->session), SHARE);
  jipyo_watch_pane_open (pane, fixture->session, fixture->look);
  return GTK_WIDGET (pane);
}

static JipyoViewResult *
make_result (UiFixture *fixture)
{
  g_autoptr (GHashTable) options = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (options, (gpointer) "instrument", (gpointer) SHARE);
  JipyoViewResult *result = jipyo_view_result_new (fixture->session, "instrument", options, &error);
  g_assert_no_error (error);
  return result;
}

static void
forget (UiFixture *fixture)
{
  JipyoWatchlist *list = jipyo_session_get_watchlist (fixture->session);

  jipyo_watchlist_remove (list, SHARE);
  while (jipyo_own_file_is_saving (jipyo_watchlist_get_file (list)))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_watch_pane (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    UiFixture fixture;

    ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
    put_quote (&fixture, names[i]);
    GtkWidget *pane = make_watch_pane (&fixture);
    ui_fixture_show (&fixture, pane);
    g_assert_cmpuint (count_whole (pane, names[i]), >, 0);
    forget (&fixture);
    ui_fixture_tear_down (&fixture);
  }
}

static void
test_windows (void)
{
  static GtkWidget *(*const makers[]) (JipyoSession *, const char *) = { jipyo_source_card_new,
                                                                         jipyo_alert_form_new };

  for (guint i = 0; i < G_N_ELEMENTS (names) * G_N_ELEMENTS (makers); i++) {
    const char *name = names[i % G_N_ELEMENTS (names)];
    UiFixture fixture;

    ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
    put_quote (&fixture, name);
    GtkWidget *window = makers[i / G_N_ELEMENTS (names)](fixture.session, SHARE);
    gtk_window_present (GTK_WINDOW (window));
    ui_fixture_settle ();
    g_assert_cmpuint (count_whole (window, name), >, 0);
    gtk_window_destroy (GTK_WINDOW (window));
    ui_fixture_settle ();
    ui_fixture_tear_down (&fixture);
  }
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer all, GError **error)
{
  if (strcmp (g_markup_parse_context_get_element (context), "title") == 0)
    g_string_append_len (all, text, (gssize) length);
}

static void
assert_svg (const JipyoSheet *sheet, const char *name)
{
  const GMarkupParser parser = { .text = text_cb };
  const JipyoPicture picture = { .sheet = sheet,
                                 .theme = jipyo_theme_get (JIPYO_THEME_LIGHT),
                                 .width = 800,
                                 .height = 600,
                                 .scale = 1 };
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = jipyo_picture_encode (&picture, JIPYO_PICTURE_SVG, &error);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, title, NULL);
  gsize size;

  g_assert_no_error (error);
  const char *text = g_bytes_get_data (svg, &size);
  g_markup_parse_context_parse (context, text, (gssize) size, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (title->str, name));
}

/* The picture is drawn, and its SVG is XML that has the name. */
static void
test_view (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    UiFixture fixture;

    ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
    put_quote (&fixture, names[i]);
    g_autoptr (JipyoViewResult) result = make_result (&fixture);
    const JipyoView *view = jipyo_view_result_get_view (result);
    g_assert_nonnull (strstr (view->sheet->title, names[i]));
    assert_svg (view->sheet, names[i]);
    ui_fixture_tear_down (&fixture);
  }
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/foreign-text/watch-pane", test_watch_pane);
  g_test_add_func ("/ui/foreign-text/windows", test_windows);
  g_test_add_func ("/ui/foreign-text/view", test_view);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
