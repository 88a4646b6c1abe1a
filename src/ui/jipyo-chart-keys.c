/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One key an action; the help of the chart lists them.
 */

#include "jipyo-chart-keys.h"

static const double zoom_step = 0.5;

static void
bind_moves (GtkWidgetClass *class)
{
  static const struct {
    guint key;
    int step;
  } moves[] = {
    { GDK_KEY_Left, -1 },      { GDK_KEY_Right, 1 },        { GDK_KEY_Page_Up, -10 },
    { GDK_KEY_Page_Down, 10 }, { GDK_KEY_Home, -G_MAXINT }, { GDK_KEY_End, G_MAXINT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++) {
    gtk_widget_class_add_binding_action (class, moves[i].key, 0, "chart.move", "i", moves[i].step);
    gtk_widget_class_add_binding_action (class, moves[i].key, GDK_SHIFT_MASK, "chart.measure", "i",
                                         moves[i].step);
  }
  gtk_widget_class_add_binding_action (class, GDK_KEY_Up, 0, "chart.series", "i", -1);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Down, 0, "chart.series", "i", 1);
}

static void
bind_keys (GtkWidgetClass *class)
{
  static const struct {
    guint key;
    const char *action;
  } plain[] = {
    { GDK_KEY_0, "chart.reset" },          { GDK_KEY_KP_0, "chart.reset" },
    { GDK_KEY_x, "chart.toggle" },         { GDK_KEY_f, "chart.focus" },
    { GDK_KEY_a, "chart.play" },           { GDK_KEY_space, "chart.explain" },
    { GDK_KEY_Return, "chart.summary" },   { GDK_KEY_KP_Enter, "chart.summary" },
    { GDK_KEY_h, "chart.help" },           { GDK_KEY_l, "chart.log" },
    { GDK_KEY_percent, "chart.relative" }, { GDK_KEY_p, "chart.sound" },
  };
  static const guint nearer[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint farther[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    gtk_widget_class_add_binding_action (class, plain[i].key, 0, plain[i].action, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (nearer); i++)
    gtk_widget_class_add_binding_action (class, nearer[i], 0, "chart.zoom", "d", zoom_step);
  gtk_widget_class_add_binding_action (class, GDK_KEY_plus, GDK_SHIFT_MASK, "chart.zoom", "d",
                                       zoom_step);
  gtk_widget_class_add_binding_action (class, GDK_KEY_percent, GDK_SHIFT_MASK, "chart.relative",
                                       NULL);
  for (guint i = 0; i < G_N_ELEMENTS (farther); i++)
    gtk_widget_class_add_binding_action (class, farther[i], 0, "chart.zoom", "d", 1 / zoom_step);
  gtk_widget_class_add_binding_action (class, GDK_KEY_n, 0, "card.note", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_N, GDK_SHIFT_MASK, "card.notes", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_z, GDK_CONTROL_MASK, "card.undo-note", NULL);
}

static void
bind_pans (GtkWidgetClass *class)
{
  static const struct {
    guint key;
    double share;
  } pans[] = {
    { GDK_KEY_Left, -0.2 },
    { GDK_KEY_Right, 0.2 },
    { GDK_KEY_Home, -1e6 },
    { GDK_KEY_End, 1e6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pans); i++)
    gtk_widget_class_add_binding_action (class, pans[i].key, GDK_CONTROL_MASK, "chart.pan", "d",
                                         pans[i].share);
}

/* As in players of films. */
static void
bind_time (GtkWidgetClass *class)
{
  gtk_widget_class_add_binding_action (class, GDK_KEY_comma, 0, "chart.step", "i", -1);
  gtk_widget_class_add_binding_action (class, GDK_KEY_period, 0, "chart.step", "i", 1);
  gtk_widget_class_add_binding_action (class, GDK_KEY_less, 0, "chart.speed", "i", -1);
  gtk_widget_class_add_binding_action (class, GDK_KEY_less, GDK_SHIFT_MASK, "chart.speed", "i", -1);
  gtk_widget_class_add_binding_action (class, GDK_KEY_greater, 0, "chart.speed", "i", 1);
  gtk_widget_class_add_binding_action (class, GDK_KEY_greater, GDK_SHIFT_MASK, "chart.speed", "i",
                                       1);
}

void
jipyo_chart_keys_bind (GtkWidgetClass *class)
{
  bind_moves (class);
  bind_pans (class);
  bind_time (class);
  bind_keys (class);
}
