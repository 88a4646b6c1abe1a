/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A random walk as a line with axes, ticks and names, 1920x1080, in an image: how long the first
 * picture takes from the arrays on, a frame while one pans or zooms, and one while the pointer
 * moves. Beside each the machine's limit in the same turn: one pass over the values that are in
 * view and one fill of the image. Medians; what counts is the ratio, beside what it should be at
 * most. Fonts are open, as they are in a running program. compare-charts runs this and the peers.
 */

#include "jipyo-extremes.h"
#include "jipyo-plot-draw.h"
#include "jipyo-plot-level.h"
#include "jipyo-plot-overlay.h"
#include "jipyo-plot-scene.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { WIDTH = 1920, HEIGHT = 1080, TURNS_MAX = 31 };

typedef enum { FIRST, PAN, ZOOM, HOVER, N_CASES } Case;

static const char *const case_names[] = { "first", "pan", "zoom", "hover" };
/* Of the limit; 0: none is stated. */
static const double first_at_most = 3.5, first_of_many_at_most = 1.6;
static const double pan_at_most_ms = 8, hover_at_most_ms = 2;

typedef struct {
  guint n;
  gboolean cpu;
  double *values;
  JipyoPlot *plot;
  JipyoPlotLayout *layout;
  JipyoPlotFrame frame;
  JipyoPlotState state;
  cairo_surface_t *image;
  cairo_surface_t *drawn;                    /* the picture below the pointer */
  JipyoRect overlaid[JIPYO_OVERLAY_N_PARTS]; /* where the pointer left marks */
  JipyoRect levelled;                        /* the same of the hairline to the axis */
  double sink;
} Bench;

typedef struct {
  double low;
  double high;
} Window;

static const double start = 1.6e9, step = 60;

static void
fill (Bench *self)
{
  cairo_t *cr = cairo_create (self->image);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
run_limit (Bench *self, Window window)
{
  JipyoExtremes found = JIPYO_NO_EXTREMES;
  const guint first = (guint) (window.low * self->n);

  jipyo_extremes_extend (&found, self->values + first, (guint) (window.high * self->n) - first,
                         -G_MAXDOUBLE);
  self->sink += found.low;
  fill (self);
}

static void
draw (Bench *self)
{
  fill (self);
  g_clear_pointer (&self->layout, jipyo_plot_layout_free);
  self->layout = jipyo_plot_layout_new_framed (self->plot, &self->frame);
  cairo_t *cr = cairo_create (self->image);
  jipyo_plot_draw (cr, self->plot, self->layout, self->frame.theme);
  cairo_destroy (cr);
}

static void
draw_first (Bench *self)
{
  const JipyoColumnData data = {
    .start = start,
    .step = step,
    .values = self->values,
    .n = self->n,
  };
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, NULL, NULL);

  g_clear_pointer (&self->layout, jipyo_plot_layout_free);
  g_clear_pointer (&self->plot, jipyo_plot_free);
  self->state = jipyo_plot_state_new ();
  self->plot = jipyo_plot_new (JIPYO_LANG_EN);
  self->plot->position.kind = JIPYO_SCALE_TIME;
  jipyo_plot_set_title (self->plot, "A random walk", "made up");
  JipyoPlotSeries *series = jipyo_plot_add_series (self->plot, "walk", "Walk", JIPYO_MARK_LINE);
  series->colour.role = JIPYO_ROLE_ACCENT;
  jipyo_plot_series_set_columns (series, columns);
  draw (self);
}

static void
draw_window (Bench *self, Window window)
{
  self->state.has_window = TRUE;
  self->state.low = start + step * self->n * window.low;
  self->state.high = start + step * self->n * window.high;
  draw (self);
}

/* In whole pixels, as the toolkit has what it redraws. */
static void
add_to_path (cairo_t *cr, const JipyoRect *rect)
{
  const double left = floor (rect->x), top = floor (rect->y);

  cairo_rectangle (cr, left, top, ceil (rect->x + rect->width) - left,
                   ceil (rect->y + rect->height) - top);
}

/* The picture as it was where the marks were and where they will be, which is what the toolkit
 * redraws, and over it the crosshair and the card of the nearest point. */
static void
add_parts_to_path (cairo_t *cr, const Bench *self)
{
  for (JipyoOverlayPart part = 0; part < JIPYO_OVERLAY_N_PARTS; part++)
    add_to_path (cr, &self->overlaid[part]);
  add_to_path (cr, &self->levelled);
}

static void
draw_hover (Bench *self, double x)
{
  const double index = (jipyo_scale_invert (&self->layout->position, x) - start) / step;
  const double value = self->values[(guint) CLAMP (index, 0, self->n - 1)];
  const double y = jipyo_scale_map (&self->layout->value, value);
  cairo_t *cr = cairo_create (self->image);
  JipyoPlotPointer pointer = { 0 };
  g_autoptr (JipyoPlotCard) card = NULL;
  g_autoptr (JipyoPlotLevel) level = NULL;

  pointer.has_datum =
    jipyo_plot_layout_find_datum (self->layout, x, y, &pointer.series, &pointer.datum);
  if (pointer.has_datum) {
    card = jipyo_plot_card_new (self->plot, self->layout, &pointer, self->frame.typesetter);
    level = jipyo_plot_level_new (self->plot, self->layout, &pointer, self->frame.typesetter);
  }
  const JipyoPlotOverlay overlay = { self->layout, &pointer, card };
  add_parts_to_path (cr, self);
  self->levelled = level != NULL ? jipyo_plot_level_get_rect (level) : (JipyoRect){ 0 };
  for (JipyoOverlayPart part = 0; part < JIPYO_OVERLAY_N_PARTS; part++)
    self->overlaid[part] = jipyo_plot_overlay_measure (&overlay, part);
  add_parts_to_path (cr, self);
  cairo_clip (cr);
  cairo_set_source_surface (cr, self->drawn, 0, 0);
  cairo_paint (cr);
  if (level != NULL)
    jipyo_plot_level_draw (level, cr);
  for (JipyoOverlayPart part = 0; part < JIPYO_OVERLAY_N_PARTS; part++)
    jipyo_plot_overlay_draw (&overlay, part, cr);
  cairo_destroy (cr);
}

static void
keep_drawn (Bench *self)
{
  cairo_t *cr = cairo_create (self->drawn);

  memset (self->overlaid, 0, sizeof self->overlaid);
  self->levelled = (JipyoRect){ 0 };
  cairo_set_source_surface (cr, self->image, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/* What of the data is in view at one turn. */
static Window
get_window (Case which, int turn)
{
  const double half = 0.5 / pow (1.3, turn % 12 + 1);

  switch (which) {
  case PAN:
    return (Window){ 0.1 + turn * 0.01, 0.6 + turn * 0.01 };
  case ZOOM:
    return (Window){ 0.5 - half, 0.5 + half };
  case FIRST:
    return (Window){ 0, 1 };
  case HOVER:
  case N_CASES:
    break;
  }
  return (Window){ 0, 0 };
}

static void
run_ours (Bench *self, Case which, int turn)
{
  switch (which) {
  case FIRST:
    draw_first (self);
    return;
  case PAN:
  case ZOOM:
    draw_window (self, get_window (which, turn));
    return;
  case HOVER:
    draw_hover (self, 200 + turn * 50);
    return;
  case N_CASES:
    return;
  }
}

static int
compare_doubles (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* By the wall clock as the peers are, or with --cpu by what the processor gave this thread, which
 * is nearer to the truth where others use it too. */
static double
read_ms (const Bench *self)
{
  struct timespec now;

  clock_gettime (self->cpu ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
print_reach (Case which, guint n, double ours, double limit)
{
  const double ratio = n > 1000000 ? first_of_many_at_most : first_at_most;

  g_print ("%-6s %10u %9.3f %9.3f %7.2f  ", case_names[which], n, ours, limit, ours / limit);
  if (which == FIRST)
    g_print ("%.1f x limit\n", ratio);
  else
    g_print ("%.0f ms\n", which == HOVER ? hover_at_most_ms : pan_at_most_ms);
}

static void
measure (Bench *self, Case which)
{
  const int n_turns = self->n > 1000000 ? 11 : TURNS_MAX;
  double ours[TURNS_MAX], limit[TURNS_MAX];

  run_ours (self, which, 0);
  if (which == HOVER) {
    draw_window (self, (Window){ 0, 1 });
    keep_drawn (self);
  }
  for (int turn = 0; turn < n_turns; turn++) {
    double since = read_ms (self);
    run_limit (self, get_window (which, turn));
    limit[turn] = read_ms (self) - since;
    since = read_ms (self);
    run_ours (self, which, turn);
    ours[turn] = read_ms (self) - since;
  }
  qsort (ours, (gsize) n_turns, sizeof *ours, compare_doubles);
  qsort (limit, (gsize) n_turns, sizeof *limit, compare_doubles);
  print_reach (which, self->n, ours[n_turns / 2], limit[n_turns / 2]);
}

static double *
walk (guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  double *values = g_new (double, n);
  double value = 0;

  for (guint i = 0; i < n; i++)
    values[i] = value += g_rand_double_range (rand, -1, 1);
  return values;
}

static void
run (guint n, gboolean cpu)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  g_autoptr (JipyoTypesetter) typesetter = jipyo_typesetter_new (theme, JIPYO_LANG_EN);
  Bench self = {
    .n = n,
    .cpu = cpu,
    .values = walk (n),
    .frame = { .theme = theme,
               .width = WIDTH,
               .height = HEIGHT,
               .type = jipyo_type_scale_from_label (13),
               .typesetter = typesetter },
    .image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT),
    .drawn = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT),
  };

  self.frame.state = &self.state;
  for (Case which = FIRST; which < N_CASES; which++)
    measure (&self, which);
  g_clear_pointer (&self.layout, jipyo_plot_layout_free);
  g_clear_pointer (&self.plot, jipyo_plot_free);
  cairo_surface_destroy (self.image);
  cairo_surface_destroy (self.drawn);
  g_free (self.values);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 10000, 166650, 1000000, 10000000 };
  const int cpu = argc > 1 && strcmp (argv[1], "--cpu") == 0 ? 1 : 0;

  g_print ("%-6s %10s %9s %9s %7s  %s\n", "", "points", "ours, ms", "limit", "ratio", "at most");
  for (int i = 1 + cpu; i < argc; i++)
    run ((guint) CLAMP (atoi (argv[i]), 2, 100000000), cpu);
  for (guint i = 0; argc == 1 + cpu && i < G_N_ELEMENTS (sizes); i++)
    run (sizes[i], cpu);
  return 0;
}
