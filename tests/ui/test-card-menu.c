/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menu of a card: what it copies, and that it opens again and again, by pointer and by
 * keyboard; and so do the popovers of days and of instruments.
 */

#include "fixture.h"
#include "jipyo-as-of-button.h"
#include "jipyo-instrument-bar.h"
#include "jipyo-view-card.h"
#include "jipyo-view-export.h"
#include "jipyo-watch-pane.h"

#include <string.h>

typedef struct {
  UiFixture ui;
  JipyoViewResult *result;
  GtkWidget *card;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ui_fixture_set_up (&self->ui, NULL, JIPYO_LANG_EN);
  self->result = jipyo_view_result_new (self->ui.session, "models-country", NULL, &error);
  g_assert_no_error (error);
  self->card = jipyo_view_card_new (self->ui.look, self->ui.session, 0);
  jipyo_view_card_set_result (JIPYO_VIEW_CARD (self->card), self->result);
  ui_fixture_show (&self->ui, self->card);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->result);
  ui_fixture_tear_down (&self->ui);
}

static void
click_right (GtkWidget *card)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (card);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
    if (GTK_IS_GESTURE_CLICK (controller))
      g_signal_emit_by_name (controller, "released", 1, 50.0, 60.0);
  }
}

/* Escape, as the popover itself takes it; it is gone afterwards and not only hidden. */
static void
close_menu (GtkWidget *menu)
{
  GtkWidget *watched = menu;

  g_assert_true (GTK_IS_POPOVER (menu) && gtk_widget_get_visible (menu));
  g_object_add_weak_pointer (G_OBJECT (menu), (gpointer *) &watched);
  gtk_popover_popdown (GTK_POPOVER (menu));
  for (guint i = 0; i < 50 && watched != NULL; i++)
    ui_fixture_settle ();
  g_assert_null (watched);
}

static void
test_copies (Fixture *self, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (self->card);
  g_auto (GValue) text = G_VALUE_INIT;

  g_value_init (&text, G_TYPE_STRING);
  gtk_widget_activate_action (self->card, "card.copy-data", NULL);
  g_assert_true (
    gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &text, NULL));
  g_assert_nonnull (strstr (g_value_get_string (&text), "United States"));
  gtk_widget_activate_action (self->card, "card.copy-picture", NULL);
  g_assert_true (
    gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
}

/* Of a view with more charts than the card's it takes that one, as it is looked at. */
static void
test_copies_chart (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoViewResult) result =
               jipyo_view_result_new (self->ui.session, "overview", NULL, &error);
  const JipyoViewPart whole = { .result = result, .plot = -1, .look = self->ui.look };
  JipyoViewPart part = { .result = result, .plot = 2, .look = self->ui.look };
  JipyoPlotState state = jipyo_plot_state_new ();

  g_assert_no_error (error);
  g_autoptr (JipyoViewResult) table = jipyo_view_export_get_table (&part);
  g_autofree char *text =
    jipyo_view_format_text (jipyo_view_result_get_view (table), JIPYO_LANG_EN);
  g_assert_nonnull (strstr (text, "122 models"));
  g_assert_null (strstr (text, "128 models"));
  g_autoptr (GBytes) all = jipyo_view_export_encode_part (&whole, NULL);
  g_autoptr (GBytes) described = jipyo_view_export_encode_part (&part, NULL);
  state.until = 2;
  part.state = &state;
  g_autoptr (GBytes) looked_at = jipyo_view_export_encode_part (&part, NULL);
  g_assert_false (g_bytes_equal (all, described));
  g_assert_false (g_bytes_equal (described, looked_at));
}

/* GTK sends the next press to a popover that was only hidden, where the pointer rests. */
static void
test_right_click (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 3; i++) {
    click_right (self->card);
    ui_fixture_settle ();
    close_menu (gtk_widget_get_last_child (self->card));
  }
}

/* What a button opens goes too, and is made again; the keyboard is at the button then. */
static void
open_and_close (GtkMenuButton *button)
{
  for (guint i = 0; i < 3; i++) {
    g_assert_null (gtk_menu_button_get_popover (button));
    gtk_menu_button_popup (button);
    ui_fixture_settle ();
    close_menu (GTK_WIDGET (gtk_menu_button_get_popover (button)));
    GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (button)));
    g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (button)));
  }
}

static void
test_button (Fixture *self, gconstpointer data)
{
  open_and_close (GTK_MENU_BUTTON (ui_fixture_find (self->card, GTK_TYPE_MENU_BUTTON, NULL)));
}

static void
test_days (Fixture *self, gconstpointer data)
{
  GtkWidget *days = g_object_new (JIPYO_TYPE_AS_OF_BUTTON, NULL);

  jipyo_as_of_button_set_session (JIPYO_AS_OF_BUTTON (days), self->ui.session);
  ui_fixture_show (&self->ui, days);
  open_and_close (GTK_MENU_BUTTON (ui_fixture_find (days, GTK_TYPE_MENU_BUTTON, NULL)));
}

static void
test_instruments (Fixture *self, gconstpointer data)
{
  GtkWidget *pane = g_object_new (JIPYO_TYPE_WATCH_PANE, NULL);

  jipyo_watch_pane_open (JIPYO_WATCH_PANE (pane), self->ui.session, self->ui.look);
  ui_fixture_show (&self->ui, pane);
  open_and_close (GTK_MENU_BUTTON (ui_fixture_find (pane, GTK_TYPE_MENU_BUTTON, NULL)));
  GtkWidget *bar = jipyo_instrument_bar_new (self->ui.session, "krx:035420");
  ui_fixture_show (&self->ui, bar);
  open_and_close (GTK_MENU_BUTTON (ui_fixture_find (bar, GTK_TYPE_MENU_BUTTON, NULL)));
}

/* Shift+F10 and Menu do "card.menu"; the keyboard is where it was afterwards. */
static void
test_keyboard (Fixture *self, gconstpointer data)
{
  GtkWidget *chart = ui_fixture_find (self->card, g_type_from_name ("JipyoChartView"), NULL);

  g_assert_nonnull (chart);
  gtk_widget_grab_focus (chart);
  for (guint i = 0; i < 3; i++) {
    g_assert_true (gtk_root_get_focus (gtk_widget_get_root (chart)) == chart);
    g_assert_true (gtk_widget_activate_action (self->card, "card.menu", NULL));
    ui_fixture_settle ();
    close_menu (gtk_widget_get_last_child (self->card));
  }
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (chart)) == chart);
}

static void
add_tests (void)
{
  g_test_add ("/ui/card-menu/copies", Fixture, NULL, set_up, test_copies, tear_down);
  g_test_add ("/ui/card-menu/copies-chart", Fixture, NULL, set_up, test_copies_chart, tear_down);
  g_test_add ("/ui/card-menu/right-click", Fixture, NULL, set_up, test_right_click, tear_down);
  g_test_add ("/ui/card-menu/button", Fixture, NULL, set_up, test_button, tear_down);
  g_test_add ("/ui/card-menu/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/ui/card-menu/instruments", Fixture, NULL, set_up, test_instruments, tear_down);
  g_test_add ("/ui/card-menu/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
