/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timer ends with the chart, when it goes out of sight, and when time is let go of otherwise.
 */

#include "jipyo-chart-player.h"

#include <adwaita.h>

static const guint interval_ms = 700;
static const char *const player_key = "jipyo-chart-player";

typedef struct {
  JipyoChartView *chart; /* borrowed: holds this */
  guint id;              /* 0 while time does not run */
} Player;

static void
stop (Player *self)
{
  g_clear_handle_id (&self->id, g_source_remove);
}

static void
player_free (gpointer data)
{
  stop (data);
  g_free (data);
}

static gboolean
step_cb (gpointer data)
{
  Player *self = data;

  if (jipyo_chart_view_is_in_time (self->chart) && jipyo_chart_view_step_in_time (self->chart))
    return G_SOURCE_CONTINUE;
  self->id = 0;
  return G_SOURCE_REMOVE;
}

void
jipyo_chart_player_attach (JipyoChartView *chart)
{
  Player *self = g_new0 (Player, 1);

  self->chart = chart;
  g_object_set_data_full (G_OBJECT (chart), player_key, self, player_free);
  g_signal_connect_swapped (chart, "unmap", G_CALLBACK (stop), self);
}

void
jipyo_chart_player_toggle (JipyoChartView *chart)
{
  Player *self = g_object_get_data (G_OBJECT (chart), player_key);

  if (self->id != 0) {
    stop (self);
    return;
  }
  if (jipyo_chart_view_step_in_time (chart) && adw_get_enable_animations (GTK_WIDGET (chart)))
    self->id = g_timeout_add (interval_ms, step_cb, self);
}
