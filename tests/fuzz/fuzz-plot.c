/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any chart, looked at in any way, on a small surface: laid out, drawn, pointed at, walked through,
 * with the card and what lies over the picture, heard, and put into a file. Everything that layout
 * says has a place, cairo has no complaint, and what is found is there.
 */

#include "fuzz-target.h"

#include <cairo-pdf.h>
#include <math.h>

#include "jipyo-plot-choice.h"
#include "jipyo-plot-facts.h"
#include "jipyo-plot-find.h"
#include "jipyo-plot-overlay.h"
#include "jipyo-plot-overview.h"
#include "jipyo-plot-reading.h"
#include "jipyo-plot-scene.h"
#include "jipyo-plot-walk.h"
#include "jipyo-sound-wave.h"
#include "plot-bytes.h"

enum { SIDE_MAX = 256, MOVES_MAX = 8 };

typedef struct {
  JipyoPlot *plot;
  JipyoPlotState state;
  JipyoPlotLayout *layout;
  JipyoTypesetter *typesetter; /* borrowed */
  cairo_t *cr;
} Chart;

static void
check_rect (const JipyoRect *rect)
{
  g_assert_true (isfinite (rect->x) && isfinite (rect->y));
  g_assert_true (isfinite (rect->width) && isfinite (rect->height));
  g_assert_true (rect->width >= 0 && rect->height >= 0);
}

static void
check_layout (const JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  check_rect (&layout->area);
  for (guint i = 0; i < layout->texts->len; i++)
    check_rect (&((JipyoTextLayout *) g_ptr_array_index (layout->texts, i))->rect);
  for (guint i = 0; i < layout->shapes->len; i++) {
    const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i);
    JipyoRect rect;

    check_rect (&shape->rect);
    g_assert_cmpuint (shape->series, <, plot->series->len);
    g_assert_cmpuint (shape->datum, <,
                      jipyo_plot_series_get_n (jipyo_plot_scene_get_series (plot, shape->series)));
    g_assert_true (jipyo_plot_layout_get_datum_rect (layout, shape->series, shape->datum, &rect));
  }
}

/* The card at the pointer is in the picture, and may be painted. */
static void
check_over (Chart *self, const JipyoPlotPointer *pointer)
{
  g_autoptr (JipyoPlotCard) card =
               jipyo_plot_card_new (self->plot, self->layout, pointer, self->typesetter);
  const JipyoPlotOverlay overlay = { self->layout, pointer, card };

  for (JipyoOverlayPart part = 0; part < JIPYO_OVERLAY_N_PARTS; part++) {
    const JipyoRect covered = jipyo_plot_overlay_measure (&overlay, part);
    check_rect (&covered);
    jipyo_plot_overlay_draw (&overlay, part, self->cr);
  }
  if (card != NULL) {
    const JipyoRect rect = jipyo_plot_card_get_rect (card);
    g_autofree char *text = jipyo_plot_card_format_text (card);

    check_rect (&rect);
    g_assert_true (g_utf8_validate (text, -1, NULL));
  }
  g_assert_cmpint (cairo_status (self->cr), ==, CAIRO_STATUS_SUCCESS);
}

static void
point (Chart *self, PlotBytes *bytes)
{
  const JipyoRect size = jipyo_plot_layout_get_size (self->layout);
  const double at[2] = { plot_bytes_take (bytes, 256) * size.width / 255,
                         plot_bytes_take (bytes, 256) * size.height / 255 };
  JipyoPlotPointer pointer = { .has_range = TRUE, .range = { at[0], at[1] } };
  JipyoRect rect;
  guint series;

  if (jipyo_plot_layout_find_datum (self->layout, at[0], at[1], &pointer.series, &pointer.datum))
    g_assert_true (
      jipyo_plot_layout_get_datum_rect (self->layout, pointer.series, pointer.datum, &rect));
  pointer.has_datum =
    jipyo_plot_layout_find_nearest (self->layout, at, &pointer.series, &pointer.datum);
  if (jipyo_plot_layout_find_name (self->layout, at[0], at[1], &series))
    g_assert_cmpuint (series, <, self->plot->series->len);
  check_over (self, &pointer);
}

/* Keys stand only where there is something to stand on. */
static void
walk (Chart *self, PlotBytes *bytes)
{
  JipyoPlotPointer pointer = { .has_link = TRUE, .link = plot_bytes_take_number (bytes) };

  for (guint i = 0; i < MOVES_MAX; i++) {
    const int step = (int) plot_bytes_take (bytes, 256) - 128;

    if (i % 2 == 0)
      jipyo_plot_walk_along (self->plot, &self->state, &pointer, step);
    else
      jipyo_plot_walk_across (self->plot, &self->state, &pointer, step < 0 ? -1 : 1);
    if (!pointer.has_datum)
      break;
    g_assert_true (jipyo_plot_walk_can_stand (self->plot, &self->state, &pointer));
    pointer.has_anchor = i == 4;
    pointer.anchor = pointer.datum;
  }
  check_over (self, &pointer);
}

static void
read_out (const Chart *self)
{
  g_autoptr (GArray) items = jipyo_plot_reading_list (self->plot, NULL, 20);

  g_assert_cmpuint (items->len, <=, MAX (20, self->plot->series->len));
  for (guint i = 0; i < items->len; i++)
    g_assert_true (g_utf8_validate (g_array_index (items, JipyoReading, i).text, -1, NULL));
}

/* What is said of it, and heard. A wave takes longer than all the rest. */
static void
tell (const Chart *self, gboolean encoded)
{
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (self->plot);
  g_autoptr (JipyoSoundScore) score = jipyo_sound_score_new (self->plot, &self->state);

  for (guint i = 0; score != NULL && i < score->notes->len; i++) {
    const JipyoNote *note = &g_array_index (score->notes, JipyoNote, i);

    g_assert_true (note->hz >= JIPYO_SOUND_LOWEST_HZ && note->hz <= JIPYO_SOUND_HIGHEST_HZ);
    g_assert_cmpuint (note->slot, <, score->n_slots);
    g_assert_cmpuint (note->voice, <, score->n_voices);
  }
  if (score != NULL && encoded)
    g_bytes_unref (jipyo_sound_wave_encode (score));
}

/* Gestures leave a state that can be laid out. */
static void
move (Chart *self, PlotBytes *bytes)
{
  double places[2] = { plot_bytes_take_number (bytes), plot_bytes_take_number (bytes) };

  jipyo_plot_layout_zoom_at (self->layout, &self->state, places[0], places[1]);
  jipyo_plot_layout_pan_by (self->layout, &self->state, places[1]);
  jipyo_plot_layout_look_between (self->layout, &self->state, places);
  jipyo_plot_layout_reveal (self->layout, &self->state, places[0]);
  jipyo_plot_walk_in_time (self->plot, &self->state, places[0] < 0 ? -1 : 1);
  jipyo_plot_state_step_back (&self->state);
}

static void
show (Chart *self, const JipyoPlotFrame *frame)
{
  self->layout = jipyo_plot_layout_new_framed (self->plot, frame);
  check_layout (self->layout, self->plot);
  jipyo_plot_draw (self->cr, self->plot, self->layout, frame->theme);
  g_assert_cmpint (cairo_status (self->cr), ==, CAIRO_STATUS_SUCCESS);
}

/* The strip below a chart. */
static void
show_overview (const Chart *self, const JipyoPlotFrame *frame)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_copy_overview (self->plot, &self->state);
  JipyoPlotFrame strip = *frame;

  strip.state = NULL;
  strip.bare = TRUE;
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &strip);
  check_layout (layout, plot);
  jipyo_plot_draw (self->cr, plot, layout, frame->theme);
  g_assert_cmpint (cairo_status (self->cr), ==, CAIRO_STATUS_SUCCESS);
}

/* A surface without pixels has other ways to draw. */
static void
write_out (const Chart *self, const JipyoPlotFrame *frame)
{
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (NULL, NULL, frame->width, frame->height);
  cairo_t *cr = cairo_create (surface);

  jipyo_plot_draw (cr, self->plot, self->layout, frame->theme);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

/* Scales are switched as keys do it. */
static void
show_otherwise (Chart *self, const JipyoPlotFrame *frame, guint flags)
{
  if ((flags & 1) != 0)
    jipyo_plot_switch_log (self->plot, &self->state);
  if ((flags & 2) != 0)
    jipyo_plot_switch_relative (self->plot, &self->state);
  show (self, frame);
  if ((flags & 4) != 0)
    write_out (self, frame);
  jipyo_plot_layout_free (self->layout);
  if ((flags & 8) != 0)
    show_overview (self, frame);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  /* Fonts are opened once; that takes longer than all the rest. */
  static JipyoTypesetter *typesetters[2];
  PlotBytes bytes = { data, size, 0 };
  const int width = 1 + (int) plot_bytes_take (&bytes, SIDE_MAX);
  const int height = 1 + (int) plot_bytes_take (&bytes, SIDE_MAX);
  const guint flags = plot_bytes_take (&bytes, 256);
  const JipyoTheme *theme = jipyo_theme_get ((JipyoThemeId) (flags % JIPYO_N_THEMES));
  Chart chart = { .state = plot_bytes_take_state (&bytes) };

  chart.plot = plot_bytes_take_plot (&bytes);
  const JipyoLang lang = chart.plot->lang;
  if (typesetters[lang] == NULL)
    typesetters[lang] = jipyo_typesetter_new (jipyo_theme_get (JIPYO_THEME_LIGHT), lang);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  const JipyoPlotFrame frame = {
    .theme = theme,
    .width = width,
    .height = height,
    .type = (flags & 32) != 0 ? jipyo_type_scale_from_label (6)
                              : jipyo_theme_measure (theme, width, height),
    .bare = (flags & 64) != 0,
    .n_rows_omitted = flags / 128 * 3,
    .typesetter = typesetters[lang],
    .state = &chart.state,
  };

  chart.typesetter = typesetters[lang];
  chart.cr = cairo_create (surface);
  show (&chart, &frame);
  point (&chart, &bytes);
  walk (&chart, &bytes);
  read_out (&chart);
  move (&chart, &bytes);
  jipyo_plot_layout_free (chart.layout);
  const guint ways = plot_bytes_take (&bytes, 256);
  tell (&chart, ways / 16 == 1);
  show_otherwise (&chart, &frame, ways);
  jipyo_plot_free (chart.plot);
  cairo_destroy (chart.cr);
  cairo_surface_destroy (surface);
  return 0;
}
