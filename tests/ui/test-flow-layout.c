/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of children, and the buttons above an instrument, which are all in sight in any window.
 */

#include "fixture.h"
#include "jipyo-flow-layout.h"
#include "jipyo-instrument-bar.h"

static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int least, natural;

  gtk_widget_measure (widget, orientation, for_size, &least, &natural, NULL, NULL);
  return orientation == GTK_ORIENTATION_HORIZONTAL ? natural : least;
}

static void
test_lines (void)
{
  static const struct {
    int width;
    int height;
  } cases[] = { { 324, 20 }, { 323, 46 }, { 212, 46 }, { 211, 72 }, { 100, 72 } };
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  int least;

  gtk_widget_set_layout_manager (box, jipyo_flow_layout_new (12, 6));
  g_assert_cmpint (measure (box, GTK_ORIENTATION_HORIZONTAL, -1), ==, 0);
  for (guint i = 0; i < 4; i++) {
    GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

    gtk_widget_set_size_request (child, 100, 20);
    gtk_widget_set_visible (child, i != 1);
    gtk_box_append (GTK_BOX (box), child);
  }
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, ==, 100);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_HORIZONTAL, -1), ==, 324);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (measure (box, GTK_ORIENTATION_VERTICAL, cases[i].width), ==, cases[i].height);
  g_object_unref (box);
}

/* Where right is first, the first child of each line is at the right end. */
static void
test_mirrored (void)
{
  static const float expected[][2] = { { 150, 0 }, { 38, 0 }, { 150, 26 } };
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *child;
  int at = 0;

  gtk_widget_set_layout_manager (box, jipyo_flow_layout_new (12, 6));
  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
    gtk_widget_set_size_request (child, 100, 20);
    gtk_box_append (GTK_BOX (box), child);
  }
  gtk_widget_allocate (box, 250, measure (box, GTK_ORIENTATION_VERTICAL, 250), -1, NULL);
  for (child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child), at++) {
    graphene_rect_t bounds;

    g_assert_true (gtk_widget_compute_bounds (child, box, &bounds));
    g_assert_cmpfloat (bounds.origin.x, ==, expected[at][0]);
    g_assert_cmpfloat (bounds.origin.y, ==, expected[at][1]);
  }
  g_object_unref (box);
}

static void
assert_in_sight (GtkWidget *bar, GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)) {
    g_assert_true (gtk_widget_compute_bounds (widget, bar, &bounds));
    g_assert_cmpfloat (bounds.origin.x, >=, 0);
    g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (bar));
    g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (bar));
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_in_sight (bar, child);
}

static void
test_instrument (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  GtkWidget *bar = jipyo_instrument_bar_new (fixture.session, "upbit:KRW-BTC");

  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 360, 640);
  gtk_widget_set_valign (bar, GTK_ALIGN_START);
  ui_fixture_show (&fixture, bar);
  g_assert_cmpint (gtk_widget_get_width (bar), <=, 360);
  assert_in_sight (bar, bar);
  g_object_set (bar, "compared", "krx:KOSPI", NULL);
  ui_fixture_settle ();
  assert_in_sight (bar, bar);
  ui_fixture_tear_down (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/flow-layout/lines", test_lines);
  g_test_add_func ("/ui/flow-layout/mirrored", test_mirrored);
  g_test_add_func ("/ui/flow-layout/instrument", test_instrument);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
