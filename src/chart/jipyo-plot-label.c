/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The texts of one figure: made, measured, placed. Figures at bars are large unless that proved too
 * much for the plot.
 */

#include "jipyo-plot-label.h"

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
  const gboolean large =
    jipyo_mark_get_class (series->mark)->label == JIPYO_LABEL_BEYOND && !layout->small_values;

  return (JipyoTextStyle){
    .size = large ? layout->frame.type.value : layout->frame.type.note,
    .bold = large || accented,
    .colour = accented && theme->projected ? theme->accent : theme->text,
    .lines = 1,
  };
}

static double
get_distance (const JipyoPlotLayout *layout, JipyoLabelPlace place, JipyoDatumKind kind)
{
  const double gap = layout->frame.type.gap;
  const double beyond = kind == JIPYO_DATUM_AT_LEAST ? gap * 1.6 : 0;
  const double bar = layout->horizontal ? gap * 1.3 : gap * 0.3;

  if (place != JIPYO_LABEL_AROUND && place != JIPYO_LABEL_ALONG && place != JIPYO_LABEL_OVER)
    return bar + beyond;
  /* An arrow points at nothing but what it stands for. */
  return gap * (kind == JIPYO_DATUM_AT_LEAST || kind == JIPYO_DATUM_AT_MOST ? 1.3 : 0.6);
}

gboolean
jipyo_plot_label_is_wanted (const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  return datum->text != NULL && *datum->text != '\0' && isfinite (datum->position)
         && jipyo_mark_has_place (jipyo_mark_get_class (series->mark), datum);
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
  label.text = jipyo_plot_scene_new_text (layout, at->text, &style);
  label.width = label.text->rect.width;
  label.height = label.text->rect.height;
  if (at->note == NULL || *at->note == '\0' || layout->notes_hidden)
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
