/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The texts of one figure: made, measured, placed. Figures at bars are large unless that proved too
 * much for the plot.
 */

#include "jipyo-plot-label.h"

#include "jipyo-format.h"
#include "jipyo-marks.h"

#include <math.h>

static double
get_note_gap (const JipyoPlotLayout *layout)
{
  return layout->frame.type.gap * 1.3;
}

static JipyoTextStyle
get_style (const JipyoPlotLayout *layout, const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  const JipyoTheme *theme = layout->frame.theme;
  const gboolean accented = jipyo_plot_scene_get_key (series, datum).role == JIPYO_ROLE_ACCENT;
  const JipyoLabelPlace place = jipyo_mark_get_class (series->mark)->label;
  const gboolean large = place == JIPYO_LABEL_BEYOND && !layout->small_values;

  return (JipyoTextStyle){
    .size = large ? layout->frame.type.value : layout->frame.type.note,
    .bold = large || accented || place == JIPYO_LABEL_ENDS || place == JIPYO_LABEL_SLOPE,
    .colour = accented && theme->projected ? theme->accent : theme->text,
    .lines = 1,
  };
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Whether the note is a figure of its own, at the start of the mark. */
static gboolean
is_at_start (JipyoLabelPlace place)
{
  return place == JIPYO_LABEL_ENDS || place == JIPYO_LABEL_SLOPE;
}

static double
get_distance (const JipyoPlotLayout *layout, JipyoLabelPlace place, JipyoDatumKind kind)
{
  const double gap = layout->frame.type.gap;
  const double beyond = kind == JIPYO_DATUM_AT_LEAST ? gap * 1.6 : 0;
  const double bar = layout->horizontal ? gap * 1.3 : gap * 0.3;

  if (is_at_start (place))
    return gap * 0.8 + beyond;
  if (place != JIPYO_LABEL_AROUND && place != JIPYO_LABEL_ALONG && place != JIPYO_LABEL_OVER)
    return bar + beyond;
  /* An arrow points at nothing but what it stands for. */
  if (kind == JIPYO_DATUM_AT_LEAST || kind == JIPYO_DATUM_AT_MOST)
    return gap * 1.3;
  /* In a row the ring of the focus comes between the dot and its figure. */
  return gap * (layout->horizontal ? 1 : 0.6);
}

gboolean
jipyo_plot_label_is_wanted (const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  return is_set (datum->text) && isfinite (datum->position)
         && jipyo_mark_has_place (jipyo_mark_get_class (series->mark), datum);
}

/* The figure in the unit that stands at the axis, which is all that a short segment can hold. */
static char *
format_brief (const JipyoPlotLayout *layout, const JipyoPlot *plot, double value)
{
  static const double EXACT = 1e-6;
  const double largest = MAX (fabs (layout->value.low), fabs (layout->value.high));
  const JipyoAxisUnit unit = jipyo_axis_unit_choose (plot->value.unit, largest, plot->lang);
  double step = unit.divisor;

  for (guint decimals = 0; decimals < 2 && fabs (remainder (value, step)) > EXACT * unit.divisor;
       decimals++)
    step /= 10;
  return jipyo_axis_unit_format (&unit, value, step);
}

static gboolean
is_brief (const JipyoPlotLayout *layout, const JipyoPlot *plot, const JipyoDatum *datum)
{
  return layout->brief_segments && plot->value.unit != JIPYO_UNIT_NONE && isfinite (datum->value)
         && (datum->kind == JIPYO_DATUM_VALUE || datum->kind == JIPYO_DATUM_DERIVED);
}

JipyoPlotLabel
jipyo_plot_label_make (JipyoPlotLayout *layout, const JipyoPlot *plot, guint series, guint datum)
{
  const JipyoPlotSeries *own = jipyo_plot_scene_get_series (plot, series);
  const JipyoDatum *at = &g_array_index (own->data, JipyoDatum, datum);
  const JipyoTextStyle style = get_style (layout, own, at);
  const JipyoTextStyle small = {
    .size = layout->frame.type.note,
    .colour = layout->frame.theme->muted,
    .lines = 1,
  };
  JipyoPlotLabel label = {
    .upright = !layout->horizontal,
    .place = jipyo_mark_get_class (own->mark)->label,
  };

  label.distance = get_distance (layout, label.place, at->kind);
  g_autofree char *brief = label.place == JIPYO_LABEL_STACKED && is_brief (layout, plot, at)
                             ? format_brief (layout, plot, at->value)
                             : NULL;
  label.text = jipyo_plot_scene_new_text (layout, brief != NULL ? brief : at->text, &style);
  label.width = label.text->rect.width;
  label.height = label.text->rect.height;
  if (!is_set (at->note) || layout->notes_hidden || is_at_start (label.place))
    return label;
  label.note = jipyo_plot_scene_new_text (layout, at->note, &small);
  if (label.upright) {
    label.width = MAX (label.width, label.note->rect.width);
    label.height += label.note->rect.height;
  } else {
    label.width += get_note_gap (layout) + label.note->rect.width;
  }
  return label;
}

JipyoPlotLabel
jipyo_plot_label_make_in_two (JipyoPlotLayout *layout,
                              const JipyoPlot *plot,
                              const JipyoPlotShape *shape,
                              double width)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, shape->series);
  const JipyoDatum *datum = jipyo_plot_scene_get_datum (plot, shape);
  JipyoTextStyle style = get_style (layout, series, datum);
  JipyoPlotLabel label = {
    .upright = !layout->horizontal,
    .place = jipyo_mark_get_class (series->mark)->label,
  };

  style.lines = 2;
  style.width = width;
  style.balanced = TRUE;
  style.flush_right = layout->horizontal && shape->x < shape->base_x;
  label.distance = get_distance (layout, label.place, datum->kind);
  label.text = jipyo_plot_scene_new_text (layout, datum->text, &style);
  label.width = label.text->rect.width;
  label.height = label.text->rect.height;
  return label;
}

gboolean
jipyo_plot_label_is_wanted_at_start (const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  const JipyoMarkClass *mark = jipyo_mark_get_class (series->mark);

  return is_at_start (mark->label) && is_set (datum->note) && isfinite (datum->position)
         && jipyo_mark_has_place (mark, datum);
}

JipyoPlotLabel
jipyo_plot_label_make_at_start (JipyoPlotLayout *layout,
                                const JipyoPlot *plot,
                                guint series,
                                guint datum)
{
  const JipyoPlotSeries *own = jipyo_plot_scene_get_series (plot, series);
  const JipyoDatum *at = &g_array_index (own->data, JipyoDatum, datum);
  const JipyoTextStyle style = {
    .size = layout->frame.type.note,
    .colour = layout->frame.theme->muted,
    .lines = 1,
  };
  JipyoPlotLabel label = {
    .upright = !layout->horizontal,
    .place = jipyo_mark_get_class (own->mark)->label,
    .at_start = TRUE,
  };

  label.distance = get_distance (layout, label.place, JIPYO_DATUM_VALUE);
  label.text = jipyo_plot_scene_new_text (layout, at->note, &style);
  label.width = label.text->rect.width;
  label.height = label.text->rect.height;
  return label;
}

void
jipyo_plot_label_clear (JipyoPlotLabel *self)
{
  g_clear_pointer (&self->text, jipyo_text_layout_free);
  g_clear_pointer (&self->note, jipyo_text_layout_free);
}

void
jipyo_plot_label_drop_note (JipyoPlotLabel *self)
{
  g_clear_pointer (&self->note, jipyo_text_layout_free);
  self->width = self->text->rect.width;
  self->height = self->text->rect.height;
}

void
jipyo_plot_label_place (JipyoPlotLabel *self, JipyoPlotLayout *layout, const JipyoRect *rect)
{
  JipyoTextLayout *text = g_steal_pointer (&self->text);
  JipyoTextLayout *note = g_steal_pointer (&self->note);

  if (self->upright || note == NULL) {
    const double x = rect->x + rect->width / 2;
    jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ x, rect->y, 0.5, 0 });
    if (note != NULL)
      jipyo_plot_scene_take_text (layout, note, (JipyoAnchor){ x, rect->y + rect->height, 0.5, 1 });
    return;
  }
  jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ rect->x, rect->y, 0, 0 });
  const JipyoAnchor beside = { rect->x + text->rect.width + get_note_gap (layout),
                               rect->y + text->baseline - note->baseline, 0, 0 };
  jipyo_plot_scene_take_text (layout, note, beside);
}
