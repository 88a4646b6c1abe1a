/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The least distance between neighbours, which are looked for only where data are not in order.
 */

#include "jipyo-pitch.h"

#include <math.h>

enum { few_part = 10 };
static const double usual_share = 0.75; /* of the distance in the middle */
static const double alone_least = 0.6;  /* labels; one has to be found in a day of nothing */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double one = *(const double *) a, two = *(const double *) b;

  return (one > two) - (one < two);
}

static GArray *
list_places (const JipyoPlotLayout *layout, const JipyoPlotSeries *series)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (double), series->data->len);
  gboolean sorted = TRUE;

  for (guint i = 0; i < series->data->len; i++) {
    const double position = g_array_index (series->data, JipyoDatum, i).position;
    const double place = jipyo_scale_map (&layout->position, position);
    if (!isfinite (place))
      continue;
    sorted =
      sorted && (places->len == 0 || place >= g_array_index (places, double, places->len - 1));
    g_array_append_val (places, place);
  }
  if (!sorted)
    g_array_sort (places, compare_doubles);
  return places;
}

/* The distances between neighbours that are not at one place, the least first. */
static GArray *
list_distances (const JipyoPlotLayout *layout, const JipyoPlotSeries *series)
{
  g_autoptr (GArray) places = list_places (layout, series);
  GArray *distances = g_array_sized_new (FALSE, FALSE, sizeof (double), places->len);

  for (guint i = 1; i < places->len; i++) {
    const double distance =
      g_array_index (places, double, i) - g_array_index (places, double, i - 1);
    if (distance > 0)
      g_array_append_val (distances, distance);
  }
  g_array_sort (distances, compare_doubles);
  return distances;
}

double
jipyo_pitch_measure (const JipyoPlotLayout *layout, const JipyoPlotSeries *series)
{
  if (layout->position.kind == JIPYO_SCALE_BAND)
    return jipyo_scale_get_band_width (&layout->position);
  g_autoptr (GArray) distances = list_distances (layout, series);
  const double whole = fabs (layout->position.to - layout->position.from);
  return distances->len > 0 ? MIN (g_array_index (distances, double, 0), whole) : whole;
}

double
jipyo_pitch_measure_usual (const JipyoPlotLayout *layout, const JipyoPlotSeries *series)
{
  const double least = jipyo_pitch_measure (layout, series);

  if (layout->position.kind == JIPYO_SCALE_BAND)
    return least;
  g_autoptr (GArray) distances = list_distances (layout, series);
  if (distances->len == 0)
    return least;
  const double few = g_array_index (distances, double, distances->len / few_part);
  const double middle = g_array_index (distances, double, distances->len / 2);
  return MAX (least, MIN (few, middle * usual_share));
}

double
jipyo_pitch_measure_alone (const JipyoPlotLayout *layout,
                           const JipyoPlot *plot,
                           const JipyoPlotSeries *series)
{
  const double usual = jipyo_pitch_measure_usual (layout, series);

  if (series->data->len != 1 || plot->position.stretch_s <= 0)
    return usual;
  const double at = g_array_index (series->data, JipyoDatum, 0).position;
  const double half = plot->position.stretch_s / 2;
  const double stretch = fabs (jipyo_scale_map (&layout->position, at + half)
                               - jipyo_scale_map (&layout->position, at - half));
  return isfinite (stretch) ? MIN (usual, MAX (stretch, alone_least * layout->frame.type.label))
                            : usual;
}
