/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tag stands over the figures of the axis, at the place of its own.
 */

#include "jipyo-plot-level.h"

#include "jipyo-datum-text.h"
#include "jipyo-plot-scene.h"
#include "jipyo-stroke.h"

#include <math.h>

struct _JipyoPlotLevel {
  const JipyoTheme *theme; /* borrowed */
  JipyoTextLayout *text;   /* owned */
  JipyoRect tag;
  JipyoRect line; /* one sharp pixel high */
};

/* Of a part of a stack the axis counts what is below it as well, of shares it says no amounts. */
static gboolean
find_place (const JipyoPlot *plot,
            const JipyoPlotLayout *layout,
            const JipyoPlotPointer *pointer,
            double *value)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, pointer->series);
  JipyoRect rect;

  if (layout->horizontal || !layout->joined || !layout->value_ticks || !pointer->has_datum
      || pointer->silent || pointer->has_anchor || series->mark == JIPYO_MARK_VOLUME
      || layout->value.kind == JIPYO_SCALE_BAND
      || !jipyo_plot_layout_get_datum_rect (layout, pointer->series, pointer->datum, &rect))
    return FALSE;
  *value = jipyo_plot_series_get_datum (series, pointer->datum).value;
  const double y = jipyo_scale_map (&layout->value, *value);
  return isfinite (y) && y >= rect.y - 1 && y <= rect.y + rect.height + 1 && y >= layout->area.y
         && y <= layout->area.y + layout->area.height;
}

/* A tag that is wider than the axis' figures reaches into the area; where what it is about lies
 * there it stands at the other end of the line. */
static void
make_way (JipyoPlotLevel *self, const JipyoPlotLayout *layout, const JipyoPlotPointer *pointer)
{
  const double around = layout->frame.type.gap / 2;
  JipyoRect mark;

  if (!jipyo_plot_layout_get_datum_rect (layout, pointer->series, pointer->datum, &mark)
      || self->tag.x + self->tag.width < mark.x - around)
    return;
  self->tag.x = layout->area.x + layout->area.width - self->tag.width;
}

static void
place (JipyoPlotLevel *self,
       const JipyoPlotLayout *layout,
       const JipyoPlotPointer *pointer,
       double y)
{
  const JipyoRect *area = &layout->area;
  const double pad = layout->frame.type.gap * 0.6;
  const double width = self->text->rect.width + 2 * pad;
  const double height = self->text->rect.height + pad;
  const double lowest = MAX (0, layout->frame.height - height);

  self->tag = (JipyoRect){ MAX (0, area->x - pad / 2 - width), CLAMP (y - height / 2, 0, lowest),
                           width, height };
  if (self->tag.x + width > area->x)
    make_way (self, layout, pointer);
  jipyo_text_layout_place (self->text,
                           (JipyoAnchor){ self->tag.x + pad, self->tag.y + height / 2, 0, 0.5 });
  self->line = (JipyoRect){ area->x, floor (y), area->width, 1 };
}

JipyoPlotLevel *
jipyo_plot_level_new (const JipyoPlot *plot,
                      const JipyoPlotLayout *layout,
                      const JipyoPlotPointer *pointer,
                      JipyoTypesetter *typesetter)
{
  double value;

  if (!find_place (plot, layout, pointer, &value))
    return NULL;
  const JipyoTextStyle style = {
    .size = layout->frame.type.note,
    .bold = TRUE,
    .colour = layout->frame.theme->text,
    .width = layout->frame.width,
    .lines = 1,
  };
  g_autofree char *text = jipyo_datum_text_format_value (plot, value);
  JipyoPlotLevel *self = g_new0 (JipyoPlotLevel, 1);

  self->theme = layout->frame.theme;
  self->text = jipyo_text_layout_new (typesetter, text, &style);
  place (self, layout, pointer, jipyo_scale_map (&layout->value, value));
  return self;
}

void
jipyo_plot_level_free (JipyoPlotLevel *self)
{
  if (self == NULL)
    return;
  jipyo_text_layout_free (self->text);
  g_free (self);
}

const char *
jipyo_plot_level_get_text (const JipyoPlotLevel *self)
{
  return pango_layout_get_text (self->text->layout);
}

JipyoRect
jipyo_plot_level_get_rect (const JipyoPlotLevel *self)
{
  const double left = MIN (self->line.x, self->tag.x);
  const double right = MAX (self->line.x + self->line.width, self->tag.x + self->tag.width);

  return (JipyoRect){ left, self->tag.y, right - left, self->tag.height };
}

void
jipyo_plot_level_draw (const JipyoPlotLevel *self, cairo_t *cr)
{
  const JipyoRect edge = { self->tag.x + 0.5, self->tag.y + 0.5, self->tag.width - 1,
                           self->tag.height - 1 };

  jipyo_stroke_set_source (cr, self->theme->muted);
  cairo_rectangle (cr, self->line.x, self->line.y, self->line.width, self->line.height);
  cairo_fill (cr);
  jipyo_stroke_rounded (cr, &edge, 3);
  jipyo_stroke_set_source (cr, self->theme->card);
  cairo_fill_preserve (cr);
  jipyo_stroke_set_source (cr, self->theme->muted);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  jipyo_text_layout_draw (self->text, cr);
}
