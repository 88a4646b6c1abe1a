/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timer ends with the chart, when it goes out of sight, and when time is let go of otherwise.
 */

#include "jipyo-chart-player.h"

#include <adwaita.h>
#include <math.h>

static const double interval_ms = 700;
static const double speeds[] = { 0.5, 1, 2, 4 };
static const int speed_first = 1;
static const char *const player_key = "jipyo-chart-player";

typedef struct {
  JipyoChartView *chart; /* borrowed: holds this */
  guint id;              /* 0 while time does not run */
  int speed;
} Player;

static Player *
get_player (JipyoChartView *chart)
{
  return g_object_get_data (G_OBJECT (chart), player_key);
}

static void
tell (Player *self)
{
  g_signal_emit_by_name (self->chart, "looked");
}

static void
stop (Player *self)
{
  if (self->id == 0)
    return;
  g_clear_handle_id (&self->id, g_source_remove);
  tell (self);
}

static void
player_free (gpointer data)
{
  Player *self = data;

  g_clear_handle_id (&self->id, g_source_remove);
  g_free (self);
}

static gboolean
step_cb (gpointer data)
{
  Player *self = data;

  if (jipyo_chart_view_is_in_time (self->chart) && jipyo_chart_view_step_in_time (self->chart, 1))
    return G_SOURCE_CONTINUE;
  self->id = 0;
  tell (self);
  return G_SOURCE_REMOVE;
}

static void
start (Player *self)
{
  g_clear_handle_id (&self->id, g_source_remove);
  self->id = g_timeout_add ((guint) (interval_ms / speeds[self->speed]), step_cb, self);
  tell (self);
}

void
jipyo_chart_player_attach (JipyoChartView *chart)
{
  Player *self = g_new0 (Player, 1);

  self->chart = chart;
  self->speed = speed_first;
  g_object_set_data_full (G_OBJECT (chart), player_key, self, player_free);
  g_signal_connect_swapped (chart, "unmap", G_CALLBACK (stop), self);
}

gboolean
jipyo_chart_player_toggle (JipyoChartView *chart)
{
  Player *self = get_player (chart);

  if (self->id != 0) {
    stop (self);
    return TRUE;
  }
  if (!jipyo_chart_view_step_in_time (chart, 1)) {
    /* Over: once more from the first. */
    jipyo_chart_view_set_time (chart, NAN);
    if (!jipyo_chart_view_step_in_time (chart, 1))
      return FALSE;
  }
  if (adw_get_enable_animations (GTK_WIDGET (chart)))
    start (self);
  return TRUE;
}

gboolean
jipyo_chart_player_is_running (JipyoChartView *chart)
{
  return get_player (chart) != NULL && get_player (chart)->id != 0;
}

gboolean
jipyo_chart_player_change_speed (JipyoChartView *chart, int step)
{
  Player *self = get_player (chart);
  const int next = CLAMP (self->speed + step, 0, (int) G_N_ELEMENTS (speeds) - 1);

  if (next == self->speed)
    return FALSE;
  self->speed = next;
  if (self->id != 0)
    start (self);
  else
    tell (self);
  return TRUE;
}

double
jipyo_chart_player_get_speed (JipyoChartView *chart)
{
  return speeds[get_player (chart)->speed];
}
