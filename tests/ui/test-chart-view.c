/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart of made-up series over time, pointed at, walked, measured, zoomed and let alone.
 */

#include "chart-fixture.h"
#include "jipyo-chart-group.h"
#include "jipyo-chart-overview.h"
#include "jipyo-chart-player.h"
#include "jipyo-chart-points.h"
#include "jipyo-chart-popover.h"
#include "jipyo-chart-scrubber.h"
#include "jipyo-view-drag.h"

#include <math.h>

static const guint n_days = 120;

static JipyoPlot *
make_plot (void)
{
  static const char *const names[] = { "Alpha", "Beta", "Gamma" };
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);

  jipyo_plot_set_title (plot, "Three made-up series", NULL);
  plot->position.kind = JIPYO_SCALE_TIME;
  plot->value.unit = JIPYO_UNIT_POINTS;
  for (guint s = 0; s < G_N_ELEMENTS (names); s++) {
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, names[s], names[s], JIPYO_MARK_LINE);

    series->colour = (JipyoColourKey){ JIPYO_ROLE_SERIES, s };
    for (guint i = 0; i < n_days; i++)
      jipyo_plot_series_add (series,
                             jipyo_plot_time_from_date ((JipyoDate){ 2025, 8, 4 }) + i * 86400.0,
                             100 + 10 * s + 8 * sin (i * 0.11 + s), NULL);
  }
  return plot;
}

static void
activate (ChartFixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->chart), action, NULL));
  ui_fixture_settle ();
}

static GtkWidget *
find_in_foot (ChartFixture *self, GType type)
{
  for (GtkWidget *foot = gtk_widget_get_first_child (GTK_WIDGET (self->chart)); foot != NULL;
       foot = gtk_widget_get_next_sibling (foot))
    for (GtkWidget *strip = gtk_widget_get_first_child (foot); strip != NULL;
         strip = gtk_widget_get_next_sibling (strip))
      if (g_type_is_a (G_OBJECT_TYPE (strip), type))
        return strip;
  return NULL;
}

/* However often the pointer moves, the picture below it is drawn once. */
static void
test_hover_draws_nothing (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  const double width = gtk_widget_get_width (GTK_WIDGET (self.chart));
  const double height = gtk_widget_get_height (GTK_WIDGET (self.chart));
  const guint before = jipyo_chart_view_get_n_drawn (self.chart);

  g_assert_cmpuint (before, >, 0);
  /* The focus alone marks a figure and covers none. */
  g_autofree char *silent = jipyo_chart_view_format_card (self.chart);
  g_assert_null (silent);
  for (guint i = 1; i < 8; i++) {
    jipyo_chart_view_point (self.chart, width * (0.2 + 0.07 * i), height / 2);
    g_autofree char *card = jipyo_chart_view_format_card (self.chart);
    g_assert_nonnull (strstr (card, "Alpha"));
    g_assert_nonnull (strstr (card, "Beta"));
    g_assert_nonnull (strstr (card, "Gamma"));
    ui_fixture_settle ();
  }
  jipyo_chart_view_stop_pointing (self.chart);
  ui_fixture_settle ();
  g_assert_cmpuint (jipyo_chart_view_get_n_drawn (self.chart), ==, before);
  chart_fixture_tear_down (&self);
}

/* What the pointer showed goes with it, what keys show stays; a card comes neither with the focus
 * nor because its series went. */
static void
test_card_goes (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  const JipyoRect area = jipyo_chart_view_get_area (self.chart);
  activate (&self, "chart.toggle");
  g_autofree char *switched = jipyo_chart_view_format_card (self.chart);
  g_assert_null (switched);
  jipyo_chart_view_point (self.chart, area.x + area.width / 2, area.y + area.height / 2);
  g_autofree char *pointed = jipyo_chart_view_format_card (self.chart);
  g_assert_nonnull (pointed);
  jipyo_chart_view_stop_pointing (self.chart);
  g_autofree char *left = jipyo_chart_view_format_card (self.chart);
  g_assert_null (left);
  g_assert_true (jipyo_chart_view_move_focus (self.chart, 1));
  jipyo_chart_view_stop_pointing (self.chart);
  g_autofree char *moved = jipyo_chart_view_format_card (self.chart);
  g_assert_nonnull (moved);
  chart_fixture_tear_down (&self);
}

static void
test_zoom_pan_and_back (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  const double middle = gtk_widget_get_width (GTK_WIDGET (self.chart)) / 2.0;

  g_assert_true (jipyo_chart_view_can_zoom (self.chart));
  g_assert_false (jipyo_chart_view_pan (self.chart, 50));
  const guint before = jipyo_chart_view_get_n_drawn (self.chart);
  /* Many steps between two frames are drawn once. */
  for (guint i = 0; i < 5; i++)
    jipyo_chart_view_zoom (self.chart, middle, 0.5);
  ui_fixture_settle ();
  g_assert_cmpuint (jipyo_chart_view_get_n_drawn (self.chart), ==, before + 1);
  /* None of them is lost. */
  jipyo_chart_view_zoom (self.chart, middle, 16);
  g_assert_true (jipyo_chart_view_is_zoomed (self.chart));
  jipyo_chart_view_zoom (self.chart, middle, 2.01);
  g_assert_false (jipyo_chart_view_is_zoomed (self.chart));
  jipyo_chart_view_zoom (self.chart, middle, 0.3);
  ui_fixture_settle ();
  g_assert_true (jipyo_chart_view_pan (self.chart, 20));
  ui_fixture_settle ();
  g_assert_true (jipyo_chart_view_step_back (self.chart));
  g_assert_false (jipyo_chart_view_is_zoomed (self.chart));
  g_assert_false (jipyo_chart_view_step_back (self.chart));
  ui_fixture_settle ();
  jipyo_chart_view_look_at (self.chart, middle, middle + 100);
  g_assert_true (jipyo_chart_view_is_zoomed (self.chart));
  ui_fixture_settle ();
  activate (&self, "chart.reset");
  g_assert_false (jipyo_chart_view_is_zoomed (self.chart));
  chart_fixture_tear_down (&self);
}

static void
test_measure (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  g_assert_true (jipyo_chart_view_move_focus (self.chart, 0));
  jipyo_chart_view_set_measuring (self.chart, TRUE);
  g_assert_true (jipyo_chart_view_move_focus (self.chart, 30));
  ui_fixture_settle ();
  g_autofree char *card = jipyo_chart_view_format_card (self.chart);
  g_assert_nonnull (strstr (card, "30 days"));
  g_assert_nonnull (strstr (card, "%"));
  g_assert_true (jipyo_chart_view_step_back (self.chart));
  g_autofree char *after = jipyo_chart_view_format_card (self.chart);
  g_assert_null (strstr (after, "30 days"));
  chart_fixture_tear_down (&self);
}

/* A series switched off is in no card, and the mark goes to one that is shown. */
static void
test_series (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  g_assert_true (jipyo_chart_view_move_focus (self.chart, 0));
  g_assert_true (jipyo_chart_view_move_series (self.chart, 1));
  activate (&self, "chart.toggle");
  g_autofree char *card = jipyo_chart_view_format_card (self.chart);
  g_assert_nonnull (strstr (card, "Alpha"));
  g_assert_null (strstr (card, "Beta"));
  activate (&self, "chart.focus");
  g_assert_true (jipyo_chart_view_step_back (self.chart));
  g_assert_true (jipyo_chart_view_step_back (self.chart));
  g_assert_false (jipyo_chart_view_step_back (self.chart));
  ui_fixture_settle ();
  g_autofree char *again = jipyo_chart_view_format_card (self.chart);
  g_assert_nonnull (strstr (again, "Beta"));
  chart_fixture_tear_down (&self);
}

/* Without animations time goes on by a step each time, and draws nothing in between. */
static void
test_time (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  GtkWidget *scrubber = find_in_foot (&self, JIPYO_TYPE_CHART_SCRUBBER);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (self.chart)), "gtk-enable-animations", FALSE,
                NULL);
  g_assert_false (gtk_widget_get_mapped (scrubber));
  g_assert_null (gtk_widget_get_first_child (scrubber));
  activate (&self, "chart.play");
  g_assert_true (gtk_widget_get_mapped (scrubber));
  g_assert_false (jipyo_chart_player_is_running (self.chart));
  g_autofree char *first =
    g_strdup (jipyo_chart_scrubber_get_date (JIPYO_CHART_SCRUBBER (scrubber)));
  const guint drawn = jipyo_chart_view_get_n_drawn (self.chart);
  ui_fixture_settle ();
  g_assert_cmpuint (jipyo_chart_view_get_n_drawn (self.chart), ==, drawn);
  g_assert_true (jipyo_chart_view_move_focus (self.chart, 0));
  /* Only the first day has come. */
  g_assert_false (jipyo_chart_view_move_focus (self.chart, 1));
  activate (&self, "chart.play");
  g_assert_cmpstr (jipyo_chart_scrubber_get_date (JIPYO_CHART_SCRUBBER (scrubber)), !=, first);
  g_assert_true (jipyo_chart_view_move_focus (self.chart, 0));
  g_assert_true (jipyo_chart_view_move_focus (self.chart, 1));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.chart), "chart.step", "i", -1));
  g_assert_cmpstr (jipyo_chart_scrubber_get_date (JIPYO_CHART_SCRUBBER (scrubber)), ==, first);
  g_assert_true (jipyo_chart_view_step_back (self.chart));
  ui_fixture_settle ();
  g_assert_false (gtk_widget_get_mapped (scrubber));
  chart_fixture_tear_down (&self);
}

/* With animations it runs, to the last day and no further, as fast as is wanted; then once more. */
static void
test_time_runs (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (self.chart)), "gtk-enable-animations", TRUE,
                NULL);
  activate (&self, "chart.play");
  g_assert_true (jipyo_chart_player_is_running (self.chart));
  g_assert_true (jipyo_chart_player_change_speed (self.chart, 2));
  g_assert_false (jipyo_chart_player_change_speed (self.chart, 1));
  g_assert_cmpfloat (jipyo_chart_player_get_speed (self.chart), ==, 4);
  const double before = jipyo_chart_view_get_state (self.chart)->until;
  ui_fixture_settle ();
  ui_fixture_settle ();
  g_assert_cmpfloat (jipyo_chart_view_get_state (self.chart)->until, >, before);
  /* By hand it stops. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.chart), "chart.step", "i", 1000));
  g_assert_false (jipyo_chart_player_is_running (self.chart));
  const double last = jipyo_chart_view_get_state (self.chart)->until;
  activate (&self, "chart.play");
  g_assert_cmpfloat (jipyo_chart_view_get_state (self.chart)->until, <, last);
  jipyo_chart_view_reset (self.chart);
  /* What is let go of does not run on. */
  for (guint i = 0; i < 3; i++)
    ui_fixture_settle ();
  g_assert_false (jipyo_chart_player_is_running (self.chart));
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (self.chart)), "gtk-enable-animations", FALSE,
                NULL);
  chart_fixture_tear_down (&self);
}

/* Keys and menu switch the scale; what makes no sense is refused with a reason, and changes
 * nothing. */
static void
test_scale (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  const guint drawn = jipyo_chart_view_get_n_drawn (self.chart);
  activate (&self, "chart.log");
  g_assert_cmpuint (jipyo_chart_view_get_n_drawn (self.chart), ==, drawn + 1);
  g_assert_cmpint (jipyo_chart_view_get_state (self.chart)->log, ==, JIPYO_PLOT_ON);
  g_assert_nonnull (jipyo_chart_view_switch_relative (self.chart));
  g_assert_cmpint (jipyo_chart_view_get_state (self.chart)->relative, ==, JIPYO_PLOT_AS_DESCRIBED);
  g_assert_true (jipyo_chart_view_step_back (self.chart));
  g_assert_false (jipyo_chart_view_step_back (self.chart));
  chart_fixture_tear_down (&self);
}

static void
expect_said (ChartFixture *self, const char *text)
{
  GtkWidget *points = gtk_widget_get_first_child (GTK_WIDGET (self->chart));

  ui_fixture_settle ();
  g_assert_cmpstr (jipyo_chart_points_get_text (JIPYO_CHART_POINTS (points), 1, 0), ==, text);
}

/* What is seen as shares is said as shares, and no more once it is not. */
static void
test_spoken_shares (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  JipyoSheet *sheet = jipyo_view_result_get_view (self.result)->sheet;
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  jipyo_plot_add_band (plot, "A", NULL);
  for (guint i = 0; i < 2; i++)
    jipyo_plot_series_add (jipyo_plot_add_series (plot, "s", "s", JIPYO_MARK_STACK), 0, 1 + i,
                           NULL);
  jipyo_sheet_take_plot (sheet, plot);
  jipyo_chart_view_set_plot (self.chart, self.result, sheet->plots->len - 1);
  expect_said (&self, "A, s: 2");
  activate (&self, "chart.relative");
  expect_said (&self, "A, s: 2, 67 % of the total");
  g_assert_true (jipyo_chart_view_step_back (self.chart));
  expect_said (&self, "A, s: 2");
  chart_fixture_tear_down (&self);
}

/* A long axis has its overview from the start; the brush moves over a picture drawn once. */
static void
test_overview (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  GtkWidget *overview = find_in_foot (&self, JIPYO_TYPE_CHART_OVERVIEW);
  g_assert_true (gtk_widget_get_mapped (overview));
  g_assert_cmpuint (jipyo_chart_overview_get_n_drawn (JIPYO_CHART_OVERVIEW (overview)), ==, 1);
  jipyo_chart_view_set_window (self.chart, (JipyoPlotWindow){ 0.5, 0.75 });
  ui_fixture_settle ();
  g_assert_true (jipyo_chart_view_is_zoomed (self.chart));
  gtk_widget_activate_action (GTK_WIDGET (self.chart), "chart.pan", "d", 1.0);
  ui_fixture_settle ();
  const JipyoPlotWindow window = jipyo_chart_view_get_window (self.chart);
  g_assert_cmpfloat_with_epsilon (window.from, 0.75, 1e-6);
  g_assert_cmpfloat_with_epsilon (window.to, 1, 1e-6);
  g_assert_cmpuint (jipyo_chart_overview_get_n_drawn (JIPYO_CHART_OVERVIEW (overview)), ==, 1);
  g_assert_false (gtk_widget_get_focusable (overview));
  chart_fixture_tear_down (&self);
}

typedef struct {
  gint64 began_us;
  gint64 longest_us;
  guint n;
} Frames;

static void
frame_began_cb (GdkFrameClock *clock, Frames *frames)
{
  frames->began_us = g_get_monotonic_time ();
}

static void
frame_ended_cb (GdkFrameClock *clock, Frames *frames)
{
  frames->n++;
  frames->longest_us = MAX (frames->longest_us, g_get_monotonic_time () - frames->began_us);
}

/* It comes in once, by many frames of one picture; not at all without animations. */
static void
test_entry (void)
{
  ChartFixture self;
  Frames frames = { 0 };

  chart_fixture_set_up (&self, make_plot ());
  g_assert_false (jipyo_chart_view_is_entering (self.chart));
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (self.chart)), "gtk-enable-animations", TRUE,
                NULL);
  JipyoChartView *other = jipyo_chart_new (self.ui.look);
  jipyo_chart_view_set_plot (other, self.result,
                             jipyo_view_result_get_view (self.result)->sheet->plots->len - 1);
  gtk_window_set_child (GTK_WINDOW (self.ui.window), GTK_WIDGET (other));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (other));
  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_began_cb), &frames);
  g_signal_connect (clock, "after-paint", G_CALLBACK (frame_ended_cb), &frames);
  while (jipyo_chart_view_get_n_drawn (other) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (jipyo_chart_view_is_entering (other));
  frames = (Frames){ 0 };
  while (jipyo_chart_view_is_entering (other))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (frames.n, >, 0);
  g_test_message ("%u frames, the longest %.1f ms", frames.n, (double) frames.longest_us / 1000);
  g_assert_cmpuint (jipyo_chart_view_get_n_drawn (other), ==, 1);
  g_signal_handlers_disconnect_by_data (clock, &frames);
  jipyo_chart_view_zoom (other, 300, 0.5);
  ui_fixture_settle ();
  g_assert_false (jipyo_chart_view_is_entering (other));
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (other)), "gtk-enable-animations", FALSE, NULL);
  JipyoChartView *still = jipyo_chart_new (self.ui.look);
  jipyo_chart_view_set_plot (still, self.result,
                             jipyo_view_result_get_view (self.result)->sheet->plots->len - 1);
  gtk_window_set_child (GTK_WINDOW (self.ui.window), GTK_WIDGET (still));
  while (jipyo_chart_view_get_n_drawn (still) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (jipyo_chart_view_is_entering (still));
  chart_fixture_tear_down (&self);
}

static void
assert_marked (ChartFixture *self, guint datum)
{
  guint marked[2];

  ui_fixture_settle ();
  g_assert_true (jipyo_chart_view_get_marked (self->chart, &marked[0], &marked[1]));
  g_assert_cmpuint (marked[0], ==, 0);
  g_assert_cmpuint (marked[1], ==, datum);
}

/* The keyboard stays at its figure, though a bubble covers the pointer and closes again, and comes
 * back to it from elsewhere. */
static void
test_place_kept (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  jipyo_chart_view_move_focus (self.chart, 7);
  assert_marked (&self, 7);
  activate (&self, "chart.summary");
  jipyo_chart_view_stop_pointing (self.chart);
  GtkWidget *popover = ui_fixture_find (GTK_WIDGET (self.chart), GTK_TYPE_POPOVER, NULL);
  g_assert_nonnull (popover);
  g_assert_false (gtk_widget_is_focus (GTK_WIDGET (self.chart)));
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_fixture_settle ();
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (self.chart)));
  assert_marked (&self, 7);

  gtk_window_set_focus (GTK_WINDOW (self.ui.window), NULL);
  ui_fixture_settle ();
  guint series, datum;
  g_assert_false (jipyo_chart_view_get_marked (self.chart, &series, &datum));
  gtk_widget_grab_focus (GTK_WIDGET (self.chart));
  assert_marked (&self, 7);
  chart_fixture_tear_down (&self);
}

static void
test_popovers (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  activate (&self, "chart.help");
  /* All keys are to be seen, on a low screen too. */
  GtkWidget *keys = ui_fixture_find (GTK_WIDGET (self.chart), GTK_TYPE_GRID, NULL);
  g_assert_nonnull (keys);
  g_assert_cmpint (gtk_widget_get_height (keys), >, 150);
  g_assert_cmpint (gtk_widget_get_height (keys), <, 330);
  activate (&self, "chart.summary");
  chart_fixture_tear_down (&self);
}

static void
expect_words_fit (ChartFixture *self, const char *words)
{
  int height;
  graphene_rect_t place;

  jipyo_chart_popover_show_text (GTK_WIDGET (self->chart), "1차 평가", words);
  ui_fixture_settle ();
  GtkWidget *popover = ui_fixture_find (GTK_WIDGET (self->chart), GTK_TYPE_POPOVER, NULL);
  GtkWidget *label = ui_fixture_find (popover, GTK_TYPE_LABEL, words);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (label), NULL, &height,
                      NULL, NULL);
  g_assert_cmpint (gtk_widget_get_height (label), >=, height);
  g_assert_true (gtk_widget_compute_bounds (label, popover, &place));
  g_assert_cmpfloat (place.origin.y + place.size.height, <, gtk_widget_get_height (popover));
  g_assert_false (gtk_label_get_selection_bounds (GTK_LABEL (label), NULL, NULL));
}

/* All of the words are to be seen, none of them as if they were to be copied. */
static void
test_words_fit (void)
{
  static const char words[] =
    "누적 막대그래프이며, 계열 4개에 값이 모두 8개이다(이 밖에 4개는 알려지지 "
    "않음). LG AI연구원에서는 벤치마크가 37.3 %로 가장 크고, 나뉜 막대 2개에서 "
    "모두 그렇다. LG AI연구원은 90.2점으로, 평균(79.7점)보다 10.5점 높다.";
  ChartFixture self;
  const char *rest = words;

  chart_fixture_set_up (&self, make_plot ());
  for (guint i = 0; i < 9; i++) {
    expect_words_fit (&self, rest);
    rest = strchr (rest, ' ') + 1;
  }
  chart_fixture_tear_down (&self);
}

/* Pointing at one chart is seen in the other, which draws its picture no second time. */
static void
test_group (void)
{
  ChartFixture self;
  g_autoptr (JipyoChartGroup) group = jipyo_chart_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  chart_fixture_set_up (&self, make_plot ());
  JipyoChartView *other = jipyo_chart_new (self.ui.look);
  jipyo_chart_view_set_plot (other, self.result,
                             jipyo_view_result_get_view (self.result)->sheet->plots->len - 1);
  g_object_ref (self.chart);
  gtk_window_set_child (GTK_WINDOW (self.ui.window), NULL);
  gtk_widget_set_vexpand (GTK_WIDGET (self.chart), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (other), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self.chart));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (other));
  g_object_unref (self.chart);
  jipyo_chart_group_add (group, self.chart);
  jipyo_chart_group_add (group, other);
  ui_fixture_show (&self.ui, box);
  /* With the focus a chart keeps its mark. */
  gtk_window_set_focus (GTK_WINDOW (self.ui.window), NULL);
  ui_fixture_settle ();
  const guint drawn = jipyo_chart_view_get_n_drawn (other);
  jipyo_chart_view_point (self.chart, 300, 100);
  g_assert_false (isnan (jipyo_chart_view_get_position (self.chart)));
  g_assert_true (isnan (jipyo_chart_view_get_position (other)));
  g_assert_cmpfloat (jipyo_chart_view_get_link (other), ==,
                     jipyo_chart_view_get_position (self.chart));
  jipyo_chart_view_stop_pointing (self.chart);
  ui_fixture_settle ();
  g_assert_true (isnan (jipyo_chart_view_get_link (other)));
  g_assert_cmpuint (jipyo_chart_view_get_n_drawn (other), ==, drawn);
  chart_fixture_tear_down (&self);
}

/* A view that was built again, and says the same, is drawn no second time. */
static void
test_built_again (void)
{
  ChartFixture self;
  g_autoptr (GError) error = NULL;

  chart_fixture_set_up (&self, NULL);
  g_autoptr (JipyoViewResult) again =
               jipyo_view_result_new (self.ui.session, "models-year", NULL, &error);
  g_assert_no_error (error);
  const guint before = jipyo_chart_view_get_n_drawn (self.chart);
  const JipyoPlot *plot = jipyo_chart_view_get_plot (self.chart);

  jipyo_chart_view_set_plot (self.chart, again, 0);
  ui_fixture_settle ();
  g_assert_true (jipyo_chart_view_get_plot (self.chart) == plot);
  g_assert_cmpuint (jipyo_chart_view_get_n_drawn (self.chart), ==, before);
  jipyo_plot_set_title (g_ptr_array_index (jipyo_view_result_get_view (again)->sheet->plots, 0),
                        "News", NULL);
  jipyo_chart_view_set_plot (self.chart, again, 0);
  ui_fixture_settle ();
  g_assert_true (jipyo_chart_view_get_plot (self.chart) != plot);
  g_assert_cmpuint (jipyo_chart_view_get_n_drawn (self.chart), ==, before + 1);
  chart_fixture_tear_down (&self);
}

static void
test_drag (void)
{
  ChartFixture self;

  chart_fixture_set_up (&self, make_plot ());
  const JipyoViewPart part = { .result = self.result, .plot = -1, .look = self.ui.look };
  g_autoptr (GdkContentProvider) content = jipyo_view_drag_make_content (&part);
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (content);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/csv"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8"));
  chart_fixture_tear_down (&self);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/chart-view/hover-draws-nothing", test_hover_draws_nothing);
  g_test_add_func ("/ui/chart-view/card-goes", test_card_goes);
  g_test_add_func ("/ui/chart-view/zoom-pan-and-back", test_zoom_pan_and_back);
  g_test_add_func ("/ui/chart-view/measure", test_measure);
  g_test_add_func ("/ui/chart-view/series", test_series);
  g_test_add_func ("/ui/chart-view/time", test_time);
  g_test_add_func ("/ui/chart-view/time-runs", test_time_runs);
  g_test_add_func ("/ui/chart-view/scale", test_scale);
  g_test_add_func ("/ui/chart-view/spoken-shares", test_spoken_shares);
  g_test_add_func ("/ui/chart-view/overview", test_overview);
  g_test_add_func ("/ui/chart-view/entry", test_entry);
  g_test_add_func ("/ui/chart-view/popovers", test_popovers);
  g_test_add_func ("/ui/chart-view/words-fit", test_words_fit);
  g_test_add_func ("/ui/chart-view/place-kept", test_place_kept);
  g_test_add_func ("/ui/chart-view/group", test_group);
  g_test_add_func ("/ui/chart-view/built-again", test_built_again);
  g_test_add_func ("/ui/chart-view/drag", test_drag);
}

int
main (int argc, char *argv[])
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
