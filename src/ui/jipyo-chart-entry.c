/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A clip over a picture costs a frame next to nothing; growing marks would be drawn with each.
 */

#include "jipyo-chart-entry.h"

#include <adwaita.h>

#include "jipyo-plot-find.h"

static const double length_s = 0.25;

static gboolean
ticked_cb (GtkWidget *chart, GdkFrameClock *clock, gpointer data)
{
  JipyoChartEntry *self = data;
  const gint64 now_us = gdk_frame_clock_get_frame_time (clock);

  if (self->began_us == 0)
    self->began_us = now_us;
  const double left = 1 - (double) (now_us - self->began_us) / G_USEC_PER_SEC / length_s;
  self->progress = left > 0 ? 1 - left * left * left : 1; /* quick first */
  gtk_widget_queue_draw (chart);
  if (left > 0)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

void
jipyo_chart_entry_begin (JipyoChartEntry *self, GtkWidget *chart)
{
  if (self->begun)
    return;
  self->begun = TRUE;
  self->progress = adw_get_enable_animations (chart) ? 0 : 1;
  if (self->progress < 1)
    self->tick_id = gtk_widget_add_tick_callback (chart, ticked_cb, self, NULL);
}

gboolean
jipyo_chart_entry_get_clip (const JipyoChartEntry *self,
                            const JipyoPlotLayout *layout,
                            JipyoRect *clip)
{
  const JipyoRect area = jipyo_plot_layout_get_area (layout);
  const double bottom = (area.y + area.height) * (1 - self->progress);

  if (self->progress >= 1)
    return FALSE;
  *clip = jipyo_plot_layout_get_size (layout);
  if (jipyo_plot_layout_runs_right (layout)) {
    clip->width = area.x + (clip->width - area.x) * self->progress;
  } else {
    clip->y = bottom;
    clip->height -= bottom;
  }
  return TRUE;
}

void
jipyo_chart_entry_end (JipyoChartEntry *self, GtkWidget *chart)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (chart, self->tick_id);
  self->tick_id = 0;
  self->progress = 1;
}
