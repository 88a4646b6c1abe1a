/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pyramid over the values says what the extremes of a stretch are, and halving the stretch
 * where they are.
 */

#include "jipyo-plot-digest.h"

#include <math.h>

#include "jipyo-marks.h"
#include "jipyo-plot-copy.h"

/* The first point of a range whose value is its lowest, or its highest. */
static guint
find_extreme (const JipyoColumns *columns, JipyoColumnRange range, gboolean highest)
{
  const JipyoExtremes all = jipyo_columns_measure (columns, range, -G_MAXDOUBLE);

  while (range.end - range.first > 1) {
    const guint middle = range.first + (range.end - range.first) / 2;
    const JipyoExtremes left =
      jipyo_columns_measure (columns, (JipyoColumnRange){ range.first, middle }, -G_MAXDOUBLE);
    if (highest ? left.high == all.high : left.low == all.low)
      range.end = middle;
    else
      range.first = middle;
  }
  return range.first;
}

static guint
find_known (const JipyoColumns *columns, JipyoColumnRange range, gboolean last)
{
  guint i = last ? range.end - 1 : range.first;

  while (!isfinite (jipyo_columns_get_value (columns, i)))
    i += last ? -1u : 1u;
  return i;
}

/* A stretch in which nothing is known adds nothing. */
static void
choose_of_stretch (GArray *chosen, const JipyoColumns *columns, JipyoColumnRange range)
{
  const JipyoExtremes found = jipyo_columns_measure (columns, range, -G_MAXDOUBLE);

  if (found.low > found.high)
    return;
  const guint points[] = {
    find_known (columns, range, FALSE),
    find_extreme (columns, range, FALSE),
    find_extreme (columns, range, TRUE),
    find_known (columns, range, TRUE),
  };
  g_array_append_vals (chosen, points, G_N_ELEMENTS (points));
}

/* What is unknown in columns, read point by point. */
typedef struct {
  guint n_unknown;
  guint n_gaps;
  guint longest; /* points of the longest gap */
  guint before;  /* the points beside it */
  guint after;
} Gaps;

static Gaps
read_gaps (const JipyoColumns *columns)
{
  const guint n = jipyo_columns_get_n (columns);
  Gaps gaps = { 0 };
  guint known = n; /* the last one; n: none yet */

  for (guint i = 0; i < n; i++) {
    if (!isfinite (jipyo_columns_get_value (columns, i))) {
      gaps.n_unknown++;
      continue;
    }
    const guint missing = known < n ? i - known - 1 : 0;
    gaps.n_gaps += missing > 0;
    if (missing > gaps.longest) {
      gaps.longest = missing;
      gaps.before = known;
      gaps.after = i;
    }
    known = i;
  }
  return gaps;
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* In order, each once. (element-type guint) (transfer full) */
static GArray *
choose_points (const JipyoColumns *columns, const Gaps *gaps)
{
  const guint64 n = jipyo_columns_get_n (columns);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *points = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint64 i = 0; i < JIPYO_DIGEST_STRETCHES; i++)
    choose_of_stretch (chosen, columns,
                       (JipyoColumnRange){ (guint) (i * n / JIPYO_DIGEST_STRETCHES),
                                           (guint) ((i + 1) * n / JIPYO_DIGEST_STRETCHES) });
  if (gaps->n_gaps > 0) {
    g_array_append_val (chosen, gaps->before);
    g_array_append_val (chosen, gaps->after);
  }
  g_array_sort (chosen, compare_points);
  for (guint i = 0; i < chosen->len; i++) {
    const guint point = g_array_index (chosen, guint, i);
    if (i == 0 || point != g_array_index (chosen, guint, i - 1))
      g_array_append_val (points, point);
  }
  return points;
}

static guint
find_point (const GArray *points, guint point)
{
  guint found = 0;

  return g_array_binary_search ((GArray *) points, &point, compare_points, &found) ? found : 0;
}

static void
take_gap (JipyoPlotDigest *self, guint index, const Gaps *gaps, const GArray *points)
{
  self->gap.n += gaps->n_gaps;
  if (gaps->longest <= self->gap.amount)
    return;
  self->gap.amount = gaps->longest;
  self->gap.a = (JipyoDatumRef){ index, find_point (points, gaps->before) };
  self->gap.b = (JipyoDatumRef){ index, find_point (points, gaps->after) };
}

static void
add_long (JipyoPlotDigest *self, JipyoPlotSeries *own, const JipyoPlotSeries *series)
{
  const guint n = jipyo_plot_series_get_n (series), index = self->plot->series->len - 1;
  const JipyoColumnRange all = { 0, n };
  const gboolean has_gaps = jipyo_columns_measure (series->columns, all, -G_MAXDOUBLE).gaps;
  const Gaps gaps = has_gaps ? read_gaps (series->columns) : (Gaps){ 0 };
  GArray *points = choose_points (series->columns, &gaps);

  for (guint i = 0; i < points->len; i++) {
    const JipyoDatum point = jipyo_plot_series_get_datum (series, g_array_index (points, guint, i));
    jipyo_plot_series_add (own, point.position, point.value, NULL);
  }
  self->whole = FALSE;
  self->n_known += n - gaps.n_unknown - points->len;
  self->n_unknown += gaps.n_unknown;
  if (jipyo_mark_get_class (series->mark)->continuous)
    take_gap (self, index, &gaps, points);
  self->origins->pdata[index] = points;
}

static void
add_series (JipyoPlotDigest *self, const JipyoPlotSeries *series)
{
  JipyoPlotSeries *own = jipyo_plot_copy_series (self->plot, series);

  g_ptr_array_add (self->origins, NULL);
  if (jipyo_plot_series_get_n (series) > JIPYO_DIGEST_WHOLE_MOST && series->columns != NULL) {
    add_long (self, own, series);
    return;
  }
  for (guint i = 0; i < jipyo_plot_series_get_n (series); i++) {
    const JipyoDatum datum = jipyo_plot_series_get_datum (series, i);
    jipyo_plot_copy_datum (own, &datum, datum.position);
  }
}

static gboolean
has_columns (const JipyoPlot *plot)
{
  for (guint i = 0; i < plot->series->len; i++)
    if (((const JipyoPlotSeries *) g_ptr_array_index (plot->series, i))->columns != NULL)
      return TRUE;
  return FALSE;
}

static void
origin_free (gpointer points)
{
  if (points != NULL)
    g_array_unref (points);
}

JipyoPlotDigest *
jipyo_plot_digest_new (const JipyoPlot *plot)
{
  g_return_val_if_fail (plot != NULL, NULL);
  if (!has_columns (plot))
    return NULL;
  JipyoPlotDigest *self = g_new0 (JipyoPlotDigest, 1);

  self->plot = jipyo_plot_copy_frame (plot);
  self->origins = g_ptr_array_new_with_free_func (origin_free);
  self->whole = TRUE;
  self->gap.kind = JIPYO_FACT_GAP;
  for (guint i = 0; plot->position.bands != NULL && i < plot->position.bands->len; i++)
    jipyo_plot_add_band (self->plot, g_ptr_array_index (plot->position.bands, i), NULL);
  for (guint i = 0; i < plot->series->len; i++)
    add_series (self, g_ptr_array_index (plot->series, i));
  return self;
}

void
jipyo_plot_digest_free (JipyoPlotDigest *self)
{
  if (self == NULL)
    return;
  jipyo_plot_free (self->plot);
  g_ptr_array_unref (self->origins);
  g_free (self);
}

guint
jipyo_plot_digest_find_origin (const JipyoPlotDigest *self, JipyoDatumRef ref)
{
  const GArray *points = g_ptr_array_index (self->origins, ref.series);

  return points != NULL ? g_array_index (points, guint, ref.datum) : ref.datum;
}
