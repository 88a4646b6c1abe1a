/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing and copying. The copy has the same series, so that colours and legend stay.
 */

#include "jipyo-plot-rows.h"

#include "jipyo-marks.h"
#include "jipyo-plot-copy.h"

#include <math.h>
#include <stdlib.h>

guint
jipyo_plot_count_rows (const JipyoPlot *plot)
{
  const gboolean rows = plot->horizontal && plot->position.kind == JIPYO_SCALE_BAND;

  return rows && plot->position.bands != NULL ? plot->position.bands->len : 0;
}

gboolean
jipyo_plot_shows_spans (const JipyoPlot *plot)
{
  if (plot->series->len == 0)
    return FALSE;
  return ((const JipyoPlotSeries *) g_ptr_array_index (plot->series, 0))->mark == JIPYO_MARK_RANGE;
}

gboolean
jipyo_plot_shows_points (const JipyoPlot *plot)
{
  gboolean points = FALSE;

  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoMark mark = ((const JipyoPlotSeries *) g_ptr_array_index (plot->series, i))->mark;
    if (mark != JIPYO_MARK_DOT && !jipyo_mark_get_class (mark)->continuous)
      return FALSE;
    points = points || mark == JIPYO_MARK_DOT;
  }
  return points;
}

gboolean
jipyo_plot_has_strip (const JipyoPlot *plot)
{
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    if (jipyo_mark_get_class (series->mark)->stripped)
      return TRUE;
  }
  return FALSE;
}

/* The row of a datum, or `n_rows` when it has none. */
static guint
find_row (const JipyoDatum *datum, guint n_rows)
{
  const double row = round (datum->position);

  return row >= 0 && row < n_rows ? (guint) row : n_rows;
}

/* What a row is worth showing for. */
typedef struct {
  gboolean accented;
  double largest; /* value of a mark, or sum of a stack */
  double sum;
  guint index;
} Row;

static void
look_at_datum (Row *row, const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  const JipyoColourKey key = datum->has_colour ? datum->colour : series->colour;

  row->accented = row->accented || key.role == JIPYO_ROLE_ACCENT;
  if (!isfinite (datum->value))
    return;
  row->sum += series->mark == JIPYO_MARK_STACK ? datum->value : 0;
  row->largest = MAX (row->largest, MAX (fabs (datum->value), row->sum));
}

static void
look_at_rows (const JipyoPlot *plot, Row *rows, guint n_rows)
{
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);

    for (guint k = 0; k < series->data->len; k++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, k);
      const guint row = find_row (datum, n_rows);
      if (row < n_rows)
        look_at_datum (&rows[row], series, datum);
    }
  }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *one = a, *two = b;

  if (one->accented != two->accented)
    return one->accented ? -1 : 1;
  if (one->largest != two->largest)
    return one->largest > two->largest ? -1 : 1;
  return one->index < two->index ? -1 : 1;
}

static void
choose_rows (const JipyoPlot *plot, gboolean *chosen, guint n_wanted)
{
  const guint n_rows = jipyo_plot_count_rows (plot);
  g_autofree Row *rows = g_new0 (Row, MAX (n_rows, 1));

  look_at_rows (plot, rows, n_rows);
  for (guint i = 0; i < n_rows; i++) {
    rows[i].index = i;
    /* A later date is no larger value. */
    if (plot->value.kind == JIPYO_SCALE_TIME)
      rows[i].largest = 0;
  }
  qsort (rows, n_rows, sizeof (Row), compare_rows);
  for (guint i = 0; i < MIN (n_wanted, n_rows); i++)
    chosen[rows[i].index] = TRUE;
}

static void
copy_series (JipyoPlot *copy, const JipyoPlotSeries *series, const guint *places, guint n_rows)
{
  JipyoPlotSeries *own = jipyo_plot_copy_series (copy, series);

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const guint row = find_row (datum, n_rows);
    if (row < n_rows && places[row] != G_MAXUINT)
      jipyo_plot_copy_datum (own, datum, places[row] + datum->position - row);
  }
}

JipyoPlot *
jipyo_plot_copy_rows (const JipyoPlot *plot, guint n_rows)
{
  const guint n = jipyo_plot_count_rows (plot);
  g_autofree gboolean *chosen = g_new0 (gboolean, MAX (n, 1));
  g_autofree guint *places = g_new (guint, MAX (n, 1));
  const GPtrArray *notes = plot->position.notes;
  JipyoPlot *copy = jipyo_plot_copy_frame (plot);

  choose_rows (plot, chosen, n_rows);
  for (guint i = 0; i < n; i++) {
    const char *note = notes != NULL && i < notes->len ? g_ptr_array_index (notes, i) : NULL;
    places[i] = G_MAXUINT;
    if (chosen[i])
      places[i] = jipyo_plot_add_band (copy, g_ptr_array_index (plot->position.bands, i), note);
  }
  for (guint i = 0; i < plot->series->len; i++)
    copy_series (copy, g_ptr_array_index (plot->series, i), places, n);
  for (guint i = 0; i < plot->annotations->len; i++)
    jipyo_plot_add_annotation (copy, g_ptr_array_index (plot->annotations, i));
  return copy;
}
