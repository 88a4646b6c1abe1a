/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What cannot be done is answered with a bell, so that it is not taken for done.
 */

#include "jipyo-chart-actions.h"

#include "jipyo-chart-player.h"
#include "jipyo-chart-popover.h"
#include "jipyo-chart-sound.h"
#include "jipyo-chart-voice.h"
#include "jipyo-plot-choice.h"

static const char *const group_key = "jipyo-chart-actions"; /* borrowed: the chart holds it */

static void
explain (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  const char *claim = jipyo_chart_view_get_focused_claim (JIPYO_CHART_VIEW (chart));

  if (claim != NULL)
    gtk_widget_activate_action (chart, "win.explain", "s", claim);
}

static void
move (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (chart);

  jipyo_chart_view_set_measuring (self, FALSE);
  if (!jipyo_chart_view_move_focus (self, g_variant_get_int32 (parameter)))
    gtk_widget_error_bell (chart);
}

static void
measure_by (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (chart);

  jipyo_chart_view_set_measuring (self, TRUE);
  if (!jipyo_chart_view_move_focus (self, g_variant_get_int32 (parameter)))
    gtk_widget_error_bell (chart);
}

static void
change_series (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  if (!jipyo_chart_view_move_series (JIPYO_CHART_VIEW (chart), g_variant_get_int32 (parameter)))
    gtk_widget_error_bell (chart);
}

static void
zoom_by (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (chart);
  JipyoRect rect;
  double x = gtk_widget_get_width (chart) / 2.0;

  if (jipyo_chart_view_get_mark_rect (self, &rect))
    x = rect.x + rect.width / 2;
  if (jipyo_chart_view_can_zoom (self))
    jipyo_chart_view_zoom (self, x, g_variant_get_double (parameter));
  else
    gtk_widget_error_bell (chart);
}

/* By a share of what is in view. */
static void
pan_by (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  const double share = g_variant_get_double (parameter);
  const double width = jipyo_chart_view_get_area (JIPYO_CHART_VIEW (chart)).width;

  if (!jipyo_chart_view_pan (JIPYO_CHART_VIEW (chart), share * width))
    gtk_widget_error_bell (chart);
}

static void
reset (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  jipyo_chart_view_reset (JIPYO_CHART_VIEW (chart));
}

static void
toggle (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  jipyo_chart_view_toggle_series (JIPYO_CHART_VIEW (chart));
}

static void
focus_series (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  jipyo_chart_view_toggle_focus (JIPYO_CHART_VIEW (chart));
}

/* A refusal is said, so that nobody looks for what has changed. */
static void
say_refusal (GtkWidget *chart, const char *reason)
{
  if (reason == NULL)
    return;
  gtk_widget_error_bell (chart);
  gtk_widget_activate_action (chart, "win.toast", "s", reason);
}

static void
switch_log (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  say_refusal (chart, jipyo_chart_view_switch_log (JIPYO_CHART_VIEW (chart)));
}

static void
switch_relative (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  say_refusal (chart, jipyo_chart_view_switch_relative (JIPYO_CHART_VIEW (chart)));
}

/* The menu shows what is switched on. */
static void
looked_cb (JipyoChartView *chart, GSimpleActionGroup *group)
{
  const JipyoPlot *plot = jipyo_chart_view_get_plot (chart);
  const JipyoPlotState *state = jipyo_chart_view_get_state (chart);
  GAction *log = g_action_map_lookup_action (G_ACTION_MAP (group), "log");
  GAction *relative = g_action_map_lookup_action (G_ACTION_MAP (group), "relative");

  if (plot == NULL)
    return;
  g_simple_action_set_state (G_SIMPLE_ACTION (log),
                             g_variant_new_boolean (jipyo_plot_is_log (plot, state)));
  g_simple_action_set_state (G_SIMPLE_ACTION (relative),
                             g_variant_new_boolean (jipyo_plot_is_relative (plot, state)));
}

static void
play (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  if (!jipyo_chart_player_toggle (JIPYO_CHART_VIEW (chart)))
    gtk_widget_error_bell (chart);
}

static void
step_in_time (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (chart);

  if (jipyo_chart_player_is_running (self))
    jipyo_chart_player_toggle (self);
  if (!jipyo_chart_view_step_in_time (self, g_variant_get_int32 (parameter)))
    gtk_widget_error_bell (chart);
}

static void
change_speed (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  if (!jipyo_chart_player_change_speed (JIPYO_CHART_VIEW (chart), g_variant_get_int32 (parameter)))
    gtk_widget_error_bell (chart);
}

static void
sound (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (chart);
  JipyoChartSound *own = jipyo_chart_sound_get (chart);

  if (jipyo_chart_view_get_plot (self) != NULL && !jipyo_chart_sound_stop (own))
    jipyo_chart_sound_play (own, jipyo_chart_view_get_plot (self),
                            jipyo_chart_view_get_state (self));
}

static void
show_summary (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  JipyoChartView *self = JIPYO_CHART_VIEW (chart);

  jipyo_chart_popover_show_text (chart, jipyo_chart_view_get_plot (self)->title,
                                 jipyo_chart_voice_get_summary (chart));
}

static void
show_help (GSimpleAction *action, GVariant *parameter, gpointer chart)
{
  jipyo_chart_popover_show_help (chart);
}

void
jipyo_chart_actions_attach (JipyoChartView *chart)
{
  static const GActionEntry entries[] = {
    { .name = "move", .parameter_type = "i", .activate = move },
    { .name = "measure", .parameter_type = "i", .activate = measure_by },
    { .name = "series", .parameter_type = "i", .activate = change_series },
    { .name = "zoom", .parameter_type = "d", .activate = zoom_by },
    { .name = "pan", .parameter_type = "d", .activate = pan_by },
    { .name = "reset", .activate = reset },
    { .name = "toggle", .activate = toggle },
    { .name = "focus", .activate = focus_series },
    { .name = "log", .activate = switch_log, .state = "false" },
    { .name = "relative", .activate = switch_relative, .state = "false" },
    { .name = "play", .activate = play },
    { .name = "sound", .activate = sound },
    { .name = "step", .parameter_type = "i", .activate = step_in_time },
    { .name = "speed", .parameter_type = "i", .activate = change_speed },
    { .name = "explain", .activate = explain },
    { .name = "summary", .activate = show_summary },
    { .name = "help", .activate = show_help },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), chart);
  jipyo_chart_player_attach (chart);
  gtk_widget_insert_action_group (GTK_WIDGET (chart), "chart", G_ACTION_GROUP (group));
  g_signal_connect_object (chart, "looked", G_CALLBACK (looked_cb), group, 0);
  g_object_set_data (G_OBJECT (chart), group_key, group);
}

void
jipyo_chart_actions_lend (JipyoChartView *chart, GtkWidget *widget)
{
  gtk_widget_insert_action_group (widget, "chart", g_object_get_data (G_OBJECT (chart), group_key));
}
