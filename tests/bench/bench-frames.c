/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a chart costs in a real window, 1920x1080: a frame of the toolkit's clock in which all is
 * painted anew and nothing is drawn, one in which the chart of a random walk is panned, and one in
 * which the pointer moves over it. From the start of the frame until the display has done what it
 * was asked to, since a frame mostly is handing pixels over. Medians, by turns; what counts is the
 * ratio to the empty frame, beside what it should be at most. Then the same of the processor's time
 * that the window's thread took until it had handed all over, for a machine that others use too.
 * The pixels are sent, not shared:
 * cairo now and then gives its shared memory back after each frame, and then an empty one takes 5
 * ms or 20, by the size of the window before.
 */

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "jipyo-chart.h"
#include "jipyo-memory.h"
#include "jipyo-ui.h"

enum { WIDTH = 1920, HEIGHT = 1080, WARM = 5, TURNS = 25, ROUNDS = 3 };

typedef enum { EMPTY, CHART, HOVER, N_CASES } Case;

static const char *const case_names[] = { "empty", "chart", "hover" };
static const double at_most[] = { 1, 1.4, 1.15 }; /* of the empty frame */

/* A colour that is another one with every frame. */
#define JIPYO_TYPE_BLANK (jipyo_blank_get_type ())
G_DECLARE_FINAL_TYPE (JipyoBlank, jipyo_blank, JIPYO, BLANK, GtkWidget)

struct _JipyoBlank {
  GtkWidget parent_instance;

  gboolean odd;
};

G_DEFINE_FINAL_TYPE (JipyoBlank, jipyo_blank, GTK_TYPE_WIDGET)

static void
jipyo_blank_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JipyoBlank *self = JIPYO_BLANK (widget);
  const GdkRGBA colour = { 1, 1, self->odd ? 1 : 0.99F, 1 };

  self->odd = !self->odd;
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget)));
}

static void
jipyo_blank_class_init (JipyoBlankClass *class)
{
  GTK_WIDGET_CLASS (class)->snapshot = jipyo_blank_snapshot;
}

static void
jipyo_blank_init (JipyoBlank *self)
{
}

typedef struct {
  guint n; /* points */
  double *values;
  GtkWidget *window;
  GtkWidget *stack;
  GtkWidget *blank;
  JipyoChartView *chart;
  JipyoViewResult *result;
  Case which;
  guint round;
  int turn; /* in a round; below 0 it is not counted */
  gint64 began_us;
  double began_cpu_ms;
  guint n_panned; /* frames that counted, and what was drawn in them */
  guint n_drawn;
  guint n_before; /* drawn before the frame */
  double ms[N_CASES][ROUNDS * TURNS];
  double cpu_ms[N_CASES][ROUNDS * TURNS];
} Bench;

static double
read_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static JipyoPlot *
make_plot (Bench *self)
{
  const JipyoColumnData data = { .start = 1.6e9, .step = 60, .values = self->values, .n = self->n };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  double value = 0;

  for (guint i = 0; i < self->n; i++)
    self->values[i] = value += g_rand_double_range (rand, -1, 1);
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, NULL, NULL);
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  jipyo_plot_set_title (plot, "A random walk", "made up");
  plot->position.kind = JIPYO_SCALE_TIME;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "walk", "Walk", JIPYO_MARK_LINE);
  series->colour.role = JIPYO_ROLE_ACCENT;
  jipyo_plot_series_set_columns (series, columns);
  return plot;
}

/* What a person does between two frames, with half of the points in view. */
static void
act (Bench *self)
{
  switch (self->which) {
  case EMPTY:
    gtk_widget_queue_draw (self->blank);
    return;
  case CHART:
    if (!jipyo_chart_view_is_zoomed (self->chart))
      jipyo_chart_view_set_window (self->chart, (JipyoPlotWindow){ 0.25, 0.75 });
    else
      jipyo_chart_view_pan (self->chart, self->turn % 2 == 0 ? 40 : -40);
    return;
  case HOVER:
    jipyo_chart_view_point (self->chart, 300 + 45 * (self->turn + WARM), HEIGHT / 2.0);
    return;
  case N_CASES:
    return;
  }
}

static void
show (Bench *self)
{
  GtkWidget *shown = self->which == EMPTY ? self->blank : GTK_WIDGET (self->chart);

  gtk_stack_set_visible_child (GTK_STACK (self->stack), shown);
  self->turn = -WARM;
}

static int
compare_doubles (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
find_median (double *values)
{
  const int n = ROUNDS * TURNS;

  qsort (values, (gsize) n, sizeof (double), compare_doubles);
  return values[n / 2];
}

static void
print_case (Bench *self, Case which)
{
  const double ms = find_median (self->ms[which]), cpu_ms = find_median (self->cpu_ms[which]);
  const double ratio = ms / find_median (self->ms[EMPTY]);

  g_print ("%-6s %10u %9.3f %7.2f %9.3f %7.2f  ", case_names[which], self->n, ms, ratio, cpu_ms,
           cpu_ms / find_median (self->cpu_ms[EMPTY]));
  if (which == EMPTY)
    g_print ("\n");
  else
    g_print ("%.2f x empty%s\n", at_most[which], ratio > at_most[which] ? ", MISSED" : "");
}

static void
finish (Bench *self)
{
  for (Case which = EMPTY; which < N_CASES; which++)
    print_case (self, which);
  if (self->n_drawn != self->n_panned)
    g_printerr ("Only %u of %u frames drew the chart.\n", self->n_drawn, self->n_panned);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static void
frame_began_cb (Bench *self)
{
  self->began_us = g_get_monotonic_time ();
  self->began_cpu_ms = read_cpu_ms ();
  self->n_before = jipyo_chart_view_get_n_drawn (self->chart);
}

static void
keep (Bench *self, double ms, double cpu_ms)
{
  self->ms[self->which][self->round * TURNS + (guint) self->turn] = ms;
  self->cpu_ms[self->which][self->round * TURNS + (guint) self->turn] = cpu_ms;
  if (self->which != CHART)
    return;
  self->n_panned++;
  self->n_drawn += jipyo_chart_view_get_n_drawn (self->chart) - self->n_before;
}

static void
frame_painted_cb (Bench *self)
{
  const double cpu_ms = read_cpu_ms () - self->began_cpu_ms;

  gdk_display_sync (gtk_widget_get_display (self->window));
  const double ms = (double) (g_get_monotonic_time () - self->began_us) / 1e3;

  if (self->turn >= 0)
    keep (self, ms, cpu_ms);
  if (++self->turn < TURNS)
    return;
  if (++self->which == N_CASES) {
    self->which = EMPTY;
    self->round++;
  }
  if (self->round == ROUNDS)
    finish (self);
  else
    show (self);
}

static gboolean
ticked_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  act (data);
  return G_SOURCE_CONTINUE;
}

static void
realized_cb (Bench *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (frame_began_cb), self);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (frame_painted_cb), self);
}

static void
activate_cb (GtkApplication *application, Bench *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoSettings) settings = jipyo_settings_new ("io.github.jipyo.Absent");
  g_autoptr (JipyoSession) session =
               jipyo_session_new (&(JipyoSessionOptions){ .lang = JIPYO_LANG_EN }, &error);

  self->result =
    session != NULL ? jipyo_view_result_new (session, "models-year", NULL, &error) : NULL;
  if (self->result == NULL) {
    g_printerr ("%s\n", error->message);
    return;
  }
  JipyoSheet *sheet = jipyo_view_result_get_view (self->result)->sheet;
  g_autoptr (JipyoLook) look = jipyo_look_new (session, settings);
  self->window = gtk_application_window_new (application);
  self->stack = gtk_stack_new ();
  self->blank = g_object_new (JIPYO_TYPE_BLANK, NULL);
  self->chart = jipyo_chart_new (look);
  jipyo_sheet_take_plot (sheet, make_plot (self));
  jipyo_chart_view_set_plot (self->chart, self->result, sheet->plots->len - 1);
  gtk_stack_add_child (GTK_STACK (self->stack), self->blank);
  gtk_stack_add_child (GTK_STACK (self->stack), GTK_WIDGET (self->chart));
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (self->window), self->stack);
  g_signal_connect_swapped (self->window, "realize", G_CALLBACK (realized_cb), self);
  gtk_widget_add_tick_callback (self->window, ticked_cb, self, NULL);
  show (self);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
run (guint n)
{
  g_autoptr (AdwApplication) application =
               adw_application_new ("io.github.jipyo.BenchFrames", G_APPLICATION_NON_UNIQUE);
  g_autofree double *values = g_new (double, n);
  Bench self = { .n = n, .values = values };

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &self);
  g_application_run (G_APPLICATION (application), 0, NULL);
  g_clear_object (&self.result);
}

int
main (int argc, char **argv)
{
  jipyo_memory_prepare ();
  jipyo_ui_prepare ();
  g_print ("%-6s %10s %9s %7s %9s %7s  %s\n", "frame", "points", "ms", "ratio", "cpu, ms", "ratio",
           "at most");
  run (argc > 1 ? (guint) CLAMP (atoi (argv[1]), 2, 100000000) : 1000000);
  return 0;
}
