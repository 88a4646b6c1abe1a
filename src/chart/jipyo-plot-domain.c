/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bounds that the data ask for. Bars include zero; lines and dots get a little air; a logarithm
 * starts at the power of ten below its least positive value; a symmetric one is linear up to the
 * power of ten below its least value, within six powers of its greatest.
 */

#include "jipyo-plot-domain.h"

#include "jipyo-marks.h"
#include "jipyo-plot-dense.h"

#include <float.h>
#include <math.h>

static const double air = 0.06; /* of the span, beyond lines and dots */
static const double near_power = 1.6;
static const double time_air = 0.02;
static const double symlog_air = 1.3, symlog_span = 1e-6;
static const guint bands_max = 10000;

typedef struct {
  double low;
  double high;
  gboolean positive; /* a logarithm takes nothing else */
  double least;      /* size of what is not zero */
} Extent;

static void
extend (Extent *extent, double value)
{
  if (!isfinite (value) || (extent->positive && value <= 0))
    return;
  if (value != 0)
    extent->least = isnan (extent->least) ? fabs (value) : MIN (extent->least, fabs (value));
  extent->low = isnan (extent->low) ? value : MIN (extent->low, value);
  extent->high = isnan (extent->high) ? value : MAX (extent->high, value);
}

/* The sums that bars of earlier series have reached in each band, by sign. */
typedef struct {
  double up;
  double down;
} Pile;

static double *
stack_series (GHashTable *piles, const JipyoPlotSeries *series)
{
  double *bases = g_new0 (double, series->data->len);

  for (guint i = 0; i < series->data->len; i++) {
    JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    if (!isfinite (datum->value) || !isfinite (datum->position))
      continue;
    Pile *pile = g_hash_table_lookup (piles, &datum->position);
    if (pile == NULL) {
      pile = g_new0 (Pile, 1);
      g_hash_table_insert (piles, &datum->position, pile);
    }
    double *sum = datum->value < 0 ? &pile->down : &pile->up;
    bases[i] = *sum;
    if (isfinite (*sum + datum->value))
      *sum += datum->value;
  }
  return bases;
}

static void
stack (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  g_autoptr (GHashTable) piles =
               g_hash_table_new_full (g_double_hash, g_double_equal, NULL, g_free);

  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, i);
    double *bases = NULL;
    /* Nothing stands on what is switched off. */
    if (jipyo_mark_get_class (series->mark)->stacked)
      bases = jipyo_plot_state_hides (&layout->state, i) ? g_new0 (double, series->data->len)
                                                         : stack_series (piles, series);
    g_ptr_array_add (layout->stacks, bases);
  }
}

/* What is out of view, or switched off, does not stretch the value axis. */
static gboolean
is_in_view (const JipyoPlotLayout *layout, const JipyoPlot *plot, const JipyoDatum *datum)
{
  const JipyoPlotState *state = &layout->state;

  return !state->has_window || plot->position.kind == JIPYO_SCALE_BAND
         || (datum->position >= state->low && datum->position <= state->high);
}

static void
extend_by_series (const JipyoPlotLayout *layout, const JipyoPlot *plot, guint index, Extent out[2])
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const JipyoMarkClass *mark = jipyo_mark_get_class (series->mark);
  const double *bases = g_ptr_array_index (layout->stacks, index);

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    if (!jipyo_mark_has_place (mark, datum) || !isfinite (datum->position))
      continue;
    extend (&out[0], datum->position);
    if (mark->leaping && plot->position.kind == JIPYO_SCALE_BAND)
      extend (&out[0], datum->position + 1);
    if ((mark->reads & JIPYO_READS_BIN) && isfinite (datum->start)) {
      extend (&out[0], datum->start);
      extend (&out[0], 2 * datum->position - datum->start);
    }
    if (mark->stripped || !is_in_view (layout, plot, datum))
      continue;
    extend (&out[1], datum->value + (bases != NULL ? bases[i] : 0));
    if (mark->reads & JIPYO_READS_START)
      extend (&out[1], datum->start);
    if (mark->reads & JIPYO_READS_BOUNDS) {
      extend (&out[1], datum->low);
      extend (&out[1], datum->high);
    }
  }
}

/* Whether the points of a series are columns that its mark draws, and it is shown. */
static gboolean
has_columns (const JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);

  return series->columns != NULL && jipyo_columns_get_n (series->columns) > 0
         && jipyo_mark_get_class (series->mark)->dense
         && !jipyo_plot_state_hides (&layout->state, index);
}

static void
extend_by_reach (const JipyoPlotLayout *layout, const JipyoPlot *plot, Extent *position)
{
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, i);
    if (!has_columns (layout, plot, i))
      continue;
    const guint last = jipyo_columns_get_n (series->columns) - 1;
    const guint first =
      position->positive ? jipyo_columns_find (series->columns, G_MINDOUBLE, 0) : 0;
    extend (position, jipyo_columns_get_position (series->columns, MIN (first, last)));
    extend (position, jipyo_columns_get_position (series->columns, last));
  }
}

/* Values of columns count where they are in view. */
static void
extend_by_view (const JipyoPlotLayout *layout, const JipyoPlot *plot, Extent *value)
{
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, i);
    if (!has_columns (layout, plot, i))
      continue;
    const JipyoExtremes found = jipyo_columns_measure (
      series->columns, jipyo_plot_dense_find_view (series->columns, &layout->position),
      value->positive ? 0 : -G_MAXDOUBLE);
    if (found.low > found.high)
      continue;
    extend (value, found.low);
    extend (value, found.high);
  }
}

static void
extend_by_annotations (const JipyoPlot *plot, Extent *value)
{
  for (guint i = 0; i < plot->annotations->len; i++) {
    const JipyoAnnotation *annotation = g_ptr_array_index (plot->annotations, i);
    const gboolean span = annotation->kind == JIPYO_ANNOTATION_SPAN;
    if (annotation->axis != JIPYO_ANNOTATION_ON_VALUE
        || (annotation->kind != JIPYO_ANNOTATION_LINE && !span))
      continue;
    extend (value, annotation->from);
    if (span)
      extend (value, annotation->to);
  }
}

/* What the marks of a plot want of its value axis. */
typedef struct {
  gboolean from_zero;
  gboolean airy; /* some mark has no ground to stand on */
  gboolean dotted;
  gboolean spans;
  gboolean stripped;
  gboolean edged;  /* its first and last datum reach no further */
  guint n_pitches; /* of marks that are as wide as their distance allows */
} Wants;

static Wants
get_wants (const JipyoPlot *plot)
{
  Wants wants = { 0 };

  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, i);
    const JipyoMarkClass *mark = jipyo_mark_get_class (series->mark);
    wants.from_zero = wants.from_zero || mark->from_zero;
    wants.spans = wants.spans || series->mark == JIPYO_MARK_RANGE;
    wants.dotted = wants.dotted || mark->dotted;
    wants.airy = wants.airy || mark->airy;
    wants.stripped = wants.stripped || mark->stripped;
    wants.edged = wants.edged || mark->edged;
    if (mark->pitched)
      wants.n_pitches = MAX (wants.n_pitches, series->data->len);
  }
  return wants;
}

/* Zero for what stands on it, and a little air in either direction. */
static JipyoScale
scale_symlog (const JipyoAxis *axis, Extent extent, const Wants *wants)
{
  const double larger = wants->airy ? symlog_air : 1;

  if (!axis->has_bounds && wants->from_zero)
    extend (&extent, 0);
  extent.low = MAX (extent.low < 0 ? extent.low * larger : extent.low / larger, -DBL_MAX);
  extent.high = MIN (extent.high > 0 ? extent.high * larger : extent.high / larger, DBL_MAX);
  JipyoScale scale = axis->has_bounds ? jipyo_scale_new (axis->kind, axis->low, axis->high)
                                      : jipyo_scale_new (axis->kind, extent.low, extent.high);
  const double most = MAX (fabs (scale.low), fabs (scale.high));
  jipyo_scale_set_constant (&scale, MAX (extent.least, most * symlog_span));
  return scale;
}

static JipyoScale
scale_values (const JipyoAxis *axis, Extent extent, Wants wants)
{
  if (axis->kind == JIPYO_SCALE_SYMLOG)
    return scale_symlog (axis, extent, &wants);
  if (axis->has_bounds)
    return jipyo_scale_new (axis->kind, axis->low, axis->high);
  if (axis->kind == JIPYO_SCALE_LOG) {
    /* Bars stand on a power of ten, and even the least of them shows; so does what is near one. */
    const double air_low = extent.low / (wants.from_zero ? 1.5 : 1.3);
    const double power = pow (10, floor (log10 (air_low)));
    const double low = wants.from_zero || air_low < power * near_power ? power : air_low;
    return jipyo_scale_new (axis->kind, low, extent.high * (wants.airy ? 1.3 : 1));
  }
  if (axis->kind == JIPYO_SCALE_TIME && wants.dotted && extent.high > extent.low) {
    const double edge = (extent.high - extent.low) * time_air;
    return jipyo_scale_new (axis->kind, extent.low - edge, extent.high + edge);
  }
  if (axis->kind != JIPYO_SCALE_LINEAR || wants.spans)
    return jipyo_scale_new (axis->kind, extent.low, extent.high);
  if (wants.from_zero)
    extend (&extent, 0);
  const double span = extent.high - extent.low;
  if (wants.airy && isfinite (span)) {
    extent.high += span * air;
    extent.low -= extent.low == 0 ? 0 : span * air;
  }
  if (extent.low == 0 && extent.high == 0)
    extent.high = 1;
  return jipyo_scale_new (axis->kind, extent.low, extent.high);
}

/* The share on either side is one of open time. */
static JipyoScale
scale_sessions (const JipyoAxis *axis, Extent extent, double side)
{
  const double low = jipyo_sessions_map (axis->sessions, extent.low);
  const double high = jipyo_sessions_map (axis->sessions, extent.high);
  const double edge = (high - low) * side;

  return jipyo_scale_new (axis->kind,
                          MIN (extent.low, jipyo_sessions_invert (axis->sessions, low - edge)),
                          MAX (extent.high, jipyo_sessions_invert (axis->sessions, high + edge)));
}

static JipyoScale
scale_positions (const JipyoPlot *plot, Extent extent, const Wants *wants)
{
  const JipyoAxis *axis = &plot->position;

  if (axis->kind == JIPYO_SCALE_BAND) {
    const double reach = isfinite (extent.high) ? CLAMP (extent.high + 1, 0, bands_max) : 0;
    const double named = axis->bands != NULL ? MIN (axis->bands->len, bands_max) : 0;
    return jipyo_scale_new (axis->kind, 0, MAX (1, named > 0 ? named : ceil (reach)));
  }
  if (axis->has_bounds)
    return jipyo_scale_new (axis->kind, axis->low, axis->high);
  const double span = extent.high - extent.low;
  /* Half a bar, or half a marker, on either side. */
  const gboolean wide = wants->dotted || (wants->from_zero && !wants->airy && !wants->edged);
  const double pitched = wants->n_pitches > 1 ? 0.5 / (wants->n_pitches - 1) : 0;
  const double side = MAX (wide ? 0.06 : 0.012, pitched);
  if (axis->kind == JIPYO_SCALE_TIME && axis->sessions != NULL && isfinite (span))
    return scale_sessions (axis, extent, side);
  if (axis->kind != JIPYO_SCALE_LOG && isfinite (span)) {
    extent.low -= span * side;
    extent.high += span * side;
  }
  return jipyo_scale_new (axis->kind, extent.low, extent.high);
}

static void
look (JipyoPlotLayout *layout, const JipyoPlot *plot, JipyoScale whole)
{
  jipyo_scale_set_sessions (&whole, plot->position.sessions);
  layout->position = layout->whole = whole;
  if (!layout->state.has_window || whole.kind == JIPYO_SCALE_BAND)
    return;
  layout->position = jipyo_scale_new (plot->position.kind, layout->state.low, layout->state.high);
  if (plot->position.kind == JIPYO_SCALE_SYMLOG)
    jipyo_scale_set_constant (&layout->position, layout->whole.constant);
  jipyo_scale_set_sessions (&layout->position, plot->position.sessions);
}

gboolean
jipyo_plot_domain_measure (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const Wants wants = get_wants (plot);
  Extent extents[2] = {
    { NAN, NAN, plot->position.kind == JIPYO_SCALE_LOG, NAN },
    { NAN, NAN, plot->value.kind == JIPYO_SCALE_LOG, NAN },
  };

  stack (layout, plot);
  for (guint i = 0; i < plot->series->len; i++)
    if (!jipyo_plot_state_hides (&layout->state, i))
      extend_by_series (layout, plot, i, extents);
  extend_by_reach (layout, plot, &extents[0]);
  look (layout, plot, scale_positions (plot, extents[0], &wants));
  extend_by_view (layout, plot, &extents[1]);
  /* A window with nothing in it still has its axes. */
  const gboolean drawable =
    isfinite (extents[0].low)
    && (isfinite (extents[1].low) || wants.stripped || layout->state.has_window);
  /* Where nothing but marks in the strip is there, the value axis has nothing to say. */
  layout->value_ticks =
    layout->value_ticks && (isfinite (extents[1].low) || layout->state.has_window);
  extend_by_annotations (plot, &extents[1]);
  layout->value = scale_values (&plot->value, extents[1], wants);
  jipyo_scale_set_sessions (&layout->value, plot->value.sessions);
  return drawable;
}
