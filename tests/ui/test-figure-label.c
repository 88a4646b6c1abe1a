/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How figures stand in a window.
 */

#include "fixture.h"
#include "jipyo-figure-label.h"

static int
measure_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* A table's digits stand below one another, whatever the desktop's font makes of them by itself,
 * and a figure changes without moving what stands beside it. */
static void
test_figure_digits (void)
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

static void
add_tests (void)
{
  g_test_add_func ("/ui/figure-label/digits", test_figure_digits);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
