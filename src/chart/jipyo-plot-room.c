/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Room for figures at the ends of the value axis: the axis is shortened until each fits beyond its
 * mark, within limits.
 */

#include "jipyo-plot-room.h"

#include "jipyo-marks.h"
#include "jipyo-plot-label.h"
#include "jipyo-plot-names.h"
#include "jipyo-plot-rows.h"
#include "jipyo-stroke.h"

#include <math.h>

static const double span_least = 0.42;   /* of the axis, whatever the figures need */
static const double span_with_few = 0.6; /* where most points have no text */
static const double span_with_notes = 0.55;
static const double strip_share = 0.2;
static const guint labels_max = 600;

/* The demands of the figures on the two ends of the axis. */
typedef struct {
  double length;
  double low;
  double span;
  double least;    /* of the length, for figures that have other places */
  gboolean at_low; /* looking at the low end */
} Room;

static void
demand (Room *room, double share, double size)
{
  if (room->at_low) {
    room->low = MAX (room->low, MIN (size - share * room->span, room->length * 0.3));
    room->span = MIN (room->span, room->length - room->low);
    return;
  }
  if (share > 0.02)
    room->span = MIN (room->span, (room->length - room->low - size) / share);
}

/* Whether the axis cannot be short enough for a figure, which then stands elsewhere, or nowhere. */
static gboolean
is_too_much (const Room *room, double share, double size)
{
  return share * room->length * room->least > room->length - room->low - size;
}

/* What a figure stands beyond: the end of its bar or point, or of the whisker on it. */
static double
get_end (const JipyoPlotLayout *layout, const JipyoDatum *datum, const JipyoMarkClass *mark)
{
  const gboolean bar = mark->label == JIPYO_LABEL_BEYOND;
  const gboolean over = bar || mark->label == JIPYO_LABEL_OVER;

  if (!(mark->reads & JIPYO_READS_BOUNDS) || (!over && !layout->horizontal))
    return datum->value;
  if (bar && datum->value < 0)
    return isfinite (datum->low) ? MIN (datum->low, datum->value) : datum->value;
  return isfinite (datum->high) ? MAX (datum->high, datum->value) : datum->value;
}

/* The value at one end of a mark that has two; NaN when it has none there. */
static double
get_value (const JipyoDatum *datum, const JipyoMarkClass *mark, gboolean at_start)
{
  if (mark->reads & JIPYO_READS_BOUNDS)
    return at_start ? datum->low : datum->high;
  const double own = at_start ? datum->start : datum->value;
  return isfinite (own) ? own : at_start ? datum->value : datum->start;
}

static void
demand_for_ends (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index, Room *room)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const JipyoMarkClass *mark = jipyo_mark_get_class (series->mark);
  JipyoScale unit = layout->value;

  unit.from = 0;
  unit.to = 1;
  for (guint i = 0; i < 2 * MIN (series->data->len, labels_max); i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i / 2);
    const gboolean at_start = i % 2 == 1;
    const double own = get_value (datum, mark, at_start),
                 other = get_value (datum, mark, !at_start);
    const double share = jipyo_scale_map (&unit, own);
    const gboolean at_low = own < other || (own == other && at_start);
    const gboolean wanted = at_start ? jipyo_plot_label_is_wanted_at_start (series, datum)
                                     : jipyo_plot_label_is_wanted (series, datum);
    if (!wanted || at_low != room->at_low || !(share >= 0 && share <= 1))
      continue;
    JipyoPlotLabel label = at_start ? jipyo_plot_label_make_at_start (layout, plot, index, i / 2)
                                    : jipyo_plot_label_make (layout, plot, index, i / 2);
    const double marker = mark->dotted ? layout->frame.type.marker : 0;
    demand (room, share,
            (layout->horizontal ? label.width : label.height) + label.distance + marker);
    jipyo_plot_label_clear (&label);
  }
}

static void
demand_for_series (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index, Room *room)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const JipyoMarkClass *mark = jipyo_mark_get_class (series->mark);
  const JipyoLabelPlace place = mark->label;
  const gboolean bars = place == JIPYO_LABEL_BEYOND;
  JipyoScale unit = layout->value;

  unit.from = 0;
  unit.to = 1;
  if (place == JIPYO_LABEL_STACKED || place == JIPYO_LABEL_INSIDE || place == JIPYO_LABEL_SLOPE
      || mark->stripped || mark->stacked)
    return;
  if (place == JIPYO_LABEL_ENDS) {
    demand_for_ends (layout, plot, index, room);
    return;
  }
  for (guint i = 0, n = 0; i < series->data->len && n < labels_max; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const gboolean at_low = bars && datum->value < 0;
    if (!jipyo_plot_label_is_wanted (series, datum) || at_low != room->at_low
        || jipyo_plot_names_hold_figure (layout, plot, index, i))
      continue;
    const double share = jipyo_scale_map (&unit, get_end (layout, datum, mark));
    n++;
    if (!(share >= 0 && share <= 1))
      continue;
    JipyoPlotLabel label = jipyo_plot_label_make (layout, plot, index, i);
    const double text = (layout->horizontal ? label.width : label.height) + label.distance;
    const double size =
      text + layout->frame.type.gap * 0.4 + (bars ? 0 : layout->frame.type.marker);
    /* One beside a point has other places; one beyond a bar takes two lines. */
    if (bars || !is_too_much (room, share, text))
      demand (room, share, size);
    jipyo_plot_label_clear (&label);
  }
}

/* The arrow of a ceiling points out of the low end of the axis, where there may be none. */
static void
demand_for_arrows (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index, Room *room)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  JipyoScale unit = layout->value;

  if (!jipyo_mark_get_class (series->mark)->dotted)
    return;
  unit.from = 0;
  unit.to = 1;
  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const JipyoPoint at = { .size = layout->frame.type.marker,
                            .kind = datum->kind,
                            .horizontal = layout->horizontal };
    const double share = jipyo_scale_map (&unit, datum->value);
    if (datum->kind != JIPYO_DATUM_AT_MOST || !(share >= 0 && share <= 1))
      continue;
    const JipyoRect reach = jipyo_stroke_measure_point (&at);
    const double size = layout->horizontal ? -reach.x : reach.y + reach.height;
    /* Figures at the high end may shorten the axis yet. */
    demand (room, share * room->least, size + layout->frame.type.gap);
  }
}

static gboolean
has_dots (const JipyoPlot *plot)
{
  for (guint i = 0; i < plot->series->len; i++)
    if (jipyo_plot_scene_get_series (plot, i)->mark == JIPYO_MARK_DOT)
      return TRUE;
  return FALSE;
}

/* The last segment of a stack may be too short for its figure, which then stands beyond it. */
static void
demand_for_stack (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index, Room *room)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const double *bases = g_ptr_array_index (layout->stacks, index);
  JipyoScale unit = layout->value;

  unit.from = 0;
  unit.to = 1;
  for (guint i = 0; bases != NULL && i < MIN (series->data->len, labels_max); i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const double end = jipyo_scale_map (&unit, bases[i] + datum->value);
    const double begin = jipyo_scale_map (&unit, bases[i]);
    if (!jipyo_plot_label_is_wanted (series, datum) || !(begin >= 0 && end > begin && end <= 1))
      continue;
    JipyoPlotLabel label = jipyo_plot_label_make (layout, plot, index, i);
    const double pad = layout->frame.type.gap * 1.2;
    const double size = layout->horizontal ? label.width : label.height;
    if ((end - begin) * room->span < size + pad)
      demand (room, end, size + label.distance + pad / 3);
    jipyo_plot_label_clear (&label);
  }
}

/* Most points without a text: those that have one are not worth the room of all. */
static gboolean
has_few_texts (const JipyoPlot *plot)
{
  guint n_texts = 0, n_data = 0;

  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, i);
    const guint n = MIN (series->data->len, labels_max);
    for (guint k = 0; k < n; k++)
      n_texts +=
        jipyo_plot_label_is_wanted (series, &g_array_index (series->data, JipyoDatum, k)) ? 1 : 0;
    n_data += n;
  }
  return n_texts * 2 < n_data;
}

static Room
measure_room (JipyoPlotLayout *layout, const JipyoPlot *plot, double length)
{
  Room room = { .length = length, .low = 0, .span = length };

  room.least = has_few_texts (plot) ? span_with_few : span_least;
  for (int low = 1; low >= 0; low--)
    for (guint i = 0; i < plot->series->len; i++) {
      room.at_low = low == 1;
      demand_for_series (layout, plot, i, &room);
      if (room.at_low)
        demand_for_arrows (layout, plot, i, &room);
    }
  for (guint i = 0; layout->horizontal && !has_dots (plot) && i < plot->series->len; i++)
    demand_for_stack (layout, plot, i, &room);
  return room;
}

void
jipyo_plot_room_measure (JipyoPlotLayout *layout,
                         const JipyoPlot *plot,
                         double length,
                         double room[2])
{
  layout->strip = jipyo_plot_has_strip (plot) ? length * strip_share : 0;

  const double rest = length - layout->strip;
  Room found = measure_room (layout, plot, rest);
  if (found.span < rest * span_with_notes) {
    layout->notes_hidden = TRUE;
    found = measure_room (layout, plot, rest);
  }
  found.span = CLAMP (found.span, rest * span_least, rest);
  const double low = MIN (found.low, rest - found.span);
  room[0] = low + layout->strip;
  room[1] = MAX (0, rest - found.span - low);
}
