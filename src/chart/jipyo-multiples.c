/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the axes need is measured by laying the first plot out, as all have the same ticks; the
 * first column is as much broader, the last row as much higher.
 */

#include "jipyo-multiples.h"

#include "jipyo-plot-draw.h"
#include "jipyo-plot-scene.h"

static guint
count_rows (const JipyoMultiples *self)
{
  return (self->n + self->n_columns - 1) / self->n_columns;
}

JipyoMultiples
jipyo_multiples_new (const JipyoSheetPlan *plan, JipyoRect area)
{
  const JipyoSheetRow *rows = (const JipyoSheetRow *) (gpointer) plan->rows->data;
  const JipyoSheetRow *last = &rows[plan->rows->len - 1];
  JipyoMultiples self = {
    .n = last->first + last->n_plots,
    .n_columns = rows[0].n_plots,
    .area = area,
    .gap = plan->gap,
  };

  self.area.height = plan->gap * (plan->rows->len - 1);
  for (guint i = 0; i < plan->rows->len; i++)
    self.area.height += rows[i].height;
  return self;
}

void
jipyo_multiples_measure (JipyoMultiples *self, const JipyoPlot *first, const JipyoPlotFrame *frame)
{
  const JipyoRect rect = jipyo_multiples_get_rect (self, 0);
  JipyoPlotFrame sized = *frame;

  sized.width = rect.width;
  sized.height = rect.height;
  JipyoPlotLayout *layout = jipyo_plot_layout_new_framed (first, &sized);
  self->upright = layout->area.x - layout->body.x;
  self->below = layout->body.y + layout->body.height - layout->area.y - layout->area.height;
  jipyo_plot_layout_free (layout);
}

JipyoRect
jipyo_multiples_get_rect (const JipyoMultiples *self, guint index)
{
  const guint n_rows = count_rows (self);
  const guint column = index % self->n_columns, row = index / self->n_columns;
  const double width =
    (self->area.width - self->gap * (self->n_columns - 1) - self->upright) / self->n_columns;
  const double height = (self->area.height - self->gap * (n_rows - 1) - self->below) / n_rows;

  return (JipyoRect){
    self->area.x + column * (width + self->gap) + (column > 0 ? self->upright : 0),
    self->area.y + row * (height + self->gap),
    MAX (1, width + (column == 0 ? self->upright : 0)),
    MAX (1, height + (row + 1 == n_rows ? self->below : 0)),
  };
}

void
jipyo_multiples_set_frame (const JipyoMultiples *self, guint index, JipyoPlotFrame *frame)
{
  if (self->n == 0)
    return;
  frame->silent_upright = index % self->n_columns > 0;
  frame->silent_below = index + self->n_columns < self->n;
  frame->upright = self->upright;
}
