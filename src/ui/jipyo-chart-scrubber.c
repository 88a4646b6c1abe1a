/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows the chart; what a person does here goes to the chart and comes back by its "looked".
 */

#include "jipyo-chart-scrubber.h"

#include <glib/gi18n.h>
#include <math.h>

#include "jipyo-chart-player.h"
#include "jipyo-datum-text.h"
#include "jipyo-plot-walk.h"

static const int date_chars = 12;

struct _JipyoChartScrubber {
  GtkWidget parent_instance;

  JipyoChartView *chart; /* borrowed: an ancestor */
  GtkWidget *play;       /* NULL, as all of these, until the chart is held in time */
  GtkWidget *scale;
  GtkWidget *date;
  GtkWidget *speed;
  GArray *times; /* of double: the plot's positions; NULL when they are to be listed anew */
  gboolean following;
};

G_DEFINE_FINAL_TYPE (JipyoChartScrubber, jipyo_chart_scrubber, GTK_TYPE_WIDGET)

static void
forget (JipyoChartScrubber *self)
{
  g_clear_pointer (&self->times, g_array_unref);
}

static guint
find_index (JipyoChartScrubber *self, double until)
{
  guint i = 0;

  while (i + 1 < self->times->len && g_array_index (self->times, double, i + 1) <= until)
    i++;
  return i;
}

static void
follow (JipyoChartScrubber *self, const JipyoPlot *plot)
{
  const double until = jipyo_chart_view_get_state (self->chart)->until;
  const gboolean running = jipyo_chart_player_is_running (self->chart);
  g_autofree char *date = jipyo_datum_text_format_position (plot, until);
  g_autofree char *speed = g_strdup_printf ("%g×", jipyo_chart_player_get_speed (self->chart));

  if (self->times == NULL)
    self->times = jipyo_plot_walk_list_times (plot);
  self->following = TRUE;
  gtk_range_set_range (GTK_RANGE (self->scale), 0, MAX (1, (int) self->times->len - 1));
  gtk_range_set_value (GTK_RANGE (self->scale), find_index (self, until));
  self->following = FALSE;
  gtk_label_set_text (GTK_LABEL (self->date), date != NULL ? date : "");
  gtk_button_set_label (GTK_BUTTON (self->speed), speed);
  gtk_button_set_icon_name (GTK_BUTTON (self->play), running ? "media-playback-pause-symbolic"
                                                             : "media-playback-start-symbolic");
}

static void
value_changed_cb (JipyoChartScrubber *self)
{
  const guint index = (guint) lround (gtk_range_get_value (GTK_RANGE (self->scale)));

  if (self->following || self->times == NULL || index >= self->times->len)
    return;
  if (jipyo_chart_player_is_running (self->chart))
    jipyo_chart_player_toggle (self->chart);
  jipyo_chart_view_set_time (self->chart, g_array_index (self->times, double, index));
}

/* Past the fastest comes the slowest. */
static void
speed_clicked_cb (JipyoChartScrubber *self)
{
  if (!jipyo_chart_player_change_speed (self->chart, 1))
    jipyo_chart_player_change_speed (self->chart, -G_MAXINT8);
}

static void
add (JipyoChartScrubber *self, GtkWidget *child, const char *name)
{
  gtk_widget_set_can_focus (child, FALSE);
  gtk_widget_add_css_class (child, "footer-button");
  gtk_widget_set_tooltip_text (child, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
build (JipyoChartScrubber *self)
{
  self->play = gtk_button_new_from_icon_name ("media-playback-start-symbolic");
  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 1);
  self->date = gtk_label_new ("");
  self->speed = gtk_button_new_with_label ("1×");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->play), "chart.play");
  gtk_button_set_has_frame (GTK_BUTTON (self->play), FALSE);
  gtk_button_set_has_frame (GTK_BUTTON (self->speed), FALSE);
  gtk_widget_set_hexpand (self->scale, TRUE);
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (self->date), date_chars);
  gtk_widget_add_css_class (self->date, "numeric");
  gtk_widget_add_css_class (self->date, "caption");
  gtk_widget_add_css_class (self->speed, "numeric");
  g_signal_connect_swapped (self->scale, "value-changed", G_CALLBACK (value_changed_cb), self);
  g_signal_connect_swapped (self->speed, "clicked", G_CALLBACK (speed_clicked_cb), self);
  add (self, self->play, _ ("Play or pause"));
  add (self, self->scale, _ ("Position in time"));
  gtk_widget_set_parent (self->date, GTK_WIDGET (self));
  add (self, self->speed, _ ("Speed"));
}

static void
looked_cb (JipyoChartScrubber *self)
{
  const JipyoPlot *plot = jipyo_chart_view_get_plot (self->chart);
  const gboolean held = plot != NULL && jipyo_chart_view_is_in_time (self->chart);

  gtk_widget_set_visible (GTK_WIDGET (self), held);
  if (held && self->play == NULL)
    build (self);
  if (held)
    follow (self, plot);
}

static void
jipyo_chart_scrubber_dispose (GObject *object)
{
  JipyoChartScrubber *self = JIPYO_CHART_SCRUBBER (object);

  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  forget (self);
  G_OBJECT_CLASS (jipyo_chart_scrubber_parent_class)->dispose (object);
}

static void
jipyo_chart_scrubber_class_init (JipyoChartScrubberClass *class)
{
  G_OBJECT_CLASS (class)->dispose = jipyo_chart_scrubber_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "scrubber");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jipyo_chart_scrubber_init (JipyoChartScrubber *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
jipyo_chart_scrubber_new (JipyoChartView *chart)
{
  JipyoChartScrubber *self = g_object_new (JIPYO_TYPE_CHART_SCRUBBER, NULL);

  self->chart = chart;
  g_signal_connect_object (chart, "replotted", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chart, "looked", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const char *
jipyo_chart_scrubber_get_date (JipyoChartScrubber *self)
{
  return self->date != NULL ? gtk_label_get_text (GTK_LABEL (self->date)) : "";
}
