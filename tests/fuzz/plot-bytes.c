/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One byte a choice, so that a change of one byte is a small change of the chart.
 */

#include "plot-bytes.h"

#include <float.h>
#include <math.h>
#include <string.h>

enum {
  SERIES_MAX = 6,
  DATA_MAX = 24,
  RUN_MAX = 64,
  BANDS_MAX = 12,
  TEXT_MAX = 32,
  POINTS_STEP = 37, /* of columns, a byte */
};

static const double odd[] = { NAN,   INFINITY, -INFINITY, -0.0,         DBL_MAX,     -DBL_MAX,
                              1e308, DBL_MIN,  1e-320,    1754265600.0, 2136e8,      1e15,
                              0.1,   9e15 + 1, -1e-9,     253402300800, -62135596800 };

static const char *const texts[] = {
  "",
  "1,000",
  "최대 1,000장",
  "긴 이름을 가진 아주 긴 범주의 아주 긴 이름이 끝없이 이어진다",
  "a\nb",
  "\xff\xfe",
  "مؤشر الاستثمار",
  "מדד 12 ההשקעות",
  "\u202e\u200f\u202d",
  "e\u0301\u0301\u0301\u0301",
  "👩‍👩‍👧‍👦",
  "2024",
  "⚠ 2,139억",
};

guint
plot_bytes_take (PlotBytes *self, guint n)
{
  const guint byte = self->at < self->size ? self->data[self->at++] : 0;

  return byte % n;
}

double
plot_bytes_take_number (PlotBytes *self)
{
  const guint kind = plot_bytes_take (self, 8);
  double any = 0;

  if (kind < 3)
    return plot_bytes_take (self, 256) - 16.0;
  if (kind < 5)
    return (plot_bytes_take (self, 256) - 128.0) * pow (10, plot_bytes_take (self, 24) - 9.0);
  if (kind < 7)
    return odd[plot_bytes_take (self, G_N_ELEMENTS (odd))];
  for (guint i = 0; i < sizeof any; i++)
    ((uint8_t *) &any)[i] = (uint8_t) plot_bytes_take (self, 256);
  return any;
}

/* (nullable) (transfer full) */
static char *
take_text (PlotBytes *self)
{
  const guint kind = plot_bytes_take (self, 2 * G_N_ELEMENTS (texts));
  char any[TEXT_MAX + 1];

  if (kind < G_N_ELEMENTS (texts))
    return g_strdup (texts[kind]);
  if (kind % 2 == 0)
    return NULL;
  const guint length = plot_bytes_take (self, TEXT_MAX);
  for (guint i = 0; i < length; i++)
    any[i] = (char) plot_bytes_take (self, 256);
  any[length] = '\0';
  return g_strdup (any);
}

static JipyoColourKey
take_colour (PlotBytes *self)
{
  return (JipyoColourKey){ (JipyoRole) plot_bytes_take (self, JIPYO_ROLE_DOWN + 1),
                           plot_bytes_take (self, 256) };
}

static void
take_datum (PlotBytes *self, JipyoPlotSeries *series, double position)
{
  g_autofree char *text = take_text (self), *note = take_text (self);
  JipyoDatum *datum = jipyo_plot_series_add (series, position, plot_bytes_take_number (self), text);
  const guint flags = plot_bytes_take (self, 256);

  jipyo_datum_set_note (datum, note);
  datum->kind = (JipyoDatumKind) (flags % (JIPYO_DATUM_PLANNED + 1));
  datum->faded = (flags & 64) != 0;
  if ((flags & 128) != 0) {
    datum->start = plot_bytes_take_number (self);
    datum->low = plot_bytes_take_number (self);
    datum->high = plot_bytes_take_number (self);
    datum->has_colour = TRUE;
    datum->colour = take_colour (self);
  }
}

/* Many data from a few bytes: more of them than there are pixels. */
static void
take_run (PlotBytes *self, JipyoPlotSeries *series)
{
  const double first = plot_bytes_take_number (self), step = plot_bytes_take_number (self);
  const double value = plot_bytes_take_number (self), change = plot_bytes_take_number (self);
  const guint n = plot_bytes_take (self, RUN_MAX);

  for (guint i = 0; i < n; i++) {
    JipyoDatum *datum =
      jipyo_plot_series_add (series, first + i * step, value + change * (i * i % 7), NULL);
    datum->start = datum->value - change;
    datum->low = datum->value - 2 * change;
    datum->high = datum->value + 2 * change;
  }
}

static void
take_series (PlotBytes *self, JipyoPlot *plot)
{
  g_autofree char *name = take_text (self), *start = take_text (self), *end = take_text (self);
  JipyoPlotSeries *series =
    jipyo_plot_add_series (plot, "s", name, (JipyoMark) plot_bytes_take (self, JIPYO_N_MARKS));
  const guint n = plot_bytes_take (self, DATA_MAX);

  series->colour = take_colour (self);
  jipyo_plot_series_name_ends (series, start, end);
  for (guint i = 0; i < n; i++)
    take_datum (self, series, plot_bytes_take (self, 2) ? i : plot_bytes_take_number (self));
  if (plot_bytes_take (self, 2))
    take_run (self, series);
}

static void
take_annotation (PlotBytes *self, JipyoPlot *plot)
{
  g_autofree char *text = take_text (self);
  const JipyoAnnotation annotation = {
    .kind = (JipyoAnnotationKind) plot_bytes_take (self, JIPYO_ANNOTATION_NOTE + 1),
    .axis = (JipyoAnnotationAxis) plot_bytes_take (self, JIPYO_ANNOTATION_ON_POSITION + 1),
    .from = plot_bytes_take_number (self),
    .to = plot_bytes_take_number (self),
    .planned = plot_bytes_take (self, 2),
    .text = text,
  };

  jipyo_plot_add_annotation (plot, &annotation);
}

static void
take_axis (PlotBytes *self, JipyoAxis *axis)
{
  JipyoOpening openings[8];
  const guint flags = plot_bytes_take (self, 256), n = plot_bytes_take (self, 8);

  axis->kind = (JipyoScaleKind) plot_bytes_take (self, JIPYO_SCALE_SYMLOG + 1);
  axis->unit = (JipyoUnit) plot_bytes_take (self, JIPYO_N_UNITS);
  axis->title = take_text (self);
  axis->hidden = (flags & 1) != 0;
  axis->has_bounds = (flags & 6) == 6;
  axis->low = axis->has_bounds ? plot_bytes_take_number (self) : 0;
  axis->high = axis->has_bounds ? plot_bytes_take_number (self) : 0;
  if ((flags & 24) != 24)
    return;
  for (guint i = 0; i < n; i++)
    openings[i] = (JipyoOpening){ plot_bytes_take_number (self), plot_bytes_take_number (self) };
  axis->sessions = jipyo_sessions_new (openings, n);
}

/* More points than there are pixels, some of them gaps, evenly spaced or by positions of their own.
 */
static JipyoColumns *
take_columns (PlotBytes *self)
{
  const guint n = POINTS_STEP * plot_bytes_take (self, 256), flags = plot_bytes_take (self, 256);
  const double start = plot_bytes_take_number (self), step = plot_bytes_take_number (self);
  const double value = plot_bytes_take_number (self), change = plot_bytes_take_number (self);
  const gboolean even = (flags & 1) != 0 && isfinite (start) && isfinite (step) && step > 0;
  const guint gap = flags / 2;
  double *pairs = g_new (double, 2 * MAX (n, 1));

  for (guint i = 0; i < n; i++) {
    pairs[i] = gap > 0 && i % gap == 0 ? NAN : value + change * (i * i % 11);
    pairs[n + i] = start + step * (i % 5 == 4 ? i - 2.0 : i);
  }
  const JipyoColumnData data = { even ? NULL : pairs + n, start, step, pairs, n };
  return jipyo_columns_new (&data, g_free, pairs);
}

/* What was thought of later, so that it changes nothing of what the bytes before it say. */
static void
take_rest (PlotBytes *self, JipyoPlot *plot)
{
  const guint flags = plot_bytes_take (self, 256);

  plot->position.of_days = (flags & 1) != 0;
  plot->position.exact = (flags & 2) != 0;
  plot->value.exact = (flags & 4) != 0;
  plot->position.stretch_s = (flags & 8) != 0 ? plot_bytes_take_number (self) : 0;
  plot->units = (flags & 16) != 0 ? plot_bytes_take (self, 256) : 0;
  for (guint i = 0; (flags & 32) != 0 && i < plot->series->len; i++) {
    g_autoptr (JipyoColumns) columns = NULL;

    if (plot_bytes_take (self, 2) == 0)
      continue;
    columns = take_columns (self);
    jipyo_plot_series_set_columns (g_ptr_array_index (plot->series, i), columns);
  }
}

JipyoPlot *
plot_bytes_take_plot (PlotBytes *self)
{
  const guint flags = plot_bytes_take (self, 256);
  JipyoPlot *plot = jipyo_plot_new ((flags & 1) != 0 ? JIPYO_LANG_EN : JIPYO_LANG_KO);
  g_autofree char *title = take_text (self), *subtitle = take_text (self);
  g_autofree char *footer = take_text (self);

  jipyo_plot_set_title (plot, title, subtitle);
  jipyo_plot_set_footer (plot, footer);
  plot->horizontal = (flags & 2) != 0;
  plot->relative = (flags & 4) != 0;
  plot->empty = take_text (self);
  take_axis (self, &plot->position);
  take_axis (self, &plot->value);
  for (guint n = plot_bytes_take (self, BANDS_MAX); n > 0; n--) {
    g_autofree char *name = take_text (self), *note = take_text (self);

    jipyo_plot_add_band (plot, name, note);
  }
  for (guint n = plot_bytes_take (self, SERIES_MAX); n > 0; n--)
    take_series (self, plot);
  for (guint n = plot_bytes_take (self, SERIES_MAX); n > 0; n--)
    take_annotation (self, plot);
  take_rest (self, plot);
  return plot;
}

JipyoPlotState
plot_bytes_take_state (PlotBytes *self)
{
  JipyoPlotState state = jipyo_plot_state_new ();
  const guint flags = plot_bytes_take (self, 256);

  if ((flags & 1) != 0) {
    state.has_window = TRUE;
    state.low = plot_bytes_take_number (self);
    state.high = plot_bytes_take_number (self);
  }
  if ((flags & 2) != 0)
    state.hidden = plot_bytes_take (self, 256);
  if ((flags & 4) != 0)
    state.focus = (int) plot_bytes_take (self, SERIES_MAX + 2) - 1;
  if ((flags & 8) != 0)
    state.until = plot_bytes_take_number (self);
  return state;
}
