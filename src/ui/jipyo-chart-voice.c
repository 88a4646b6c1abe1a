/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With the first point after the focus came the title is said, with those behind it no more.
 */

#include "jipyo-chart-voice.h"

#include "jipyo-plot-summary.h"

static const char *const voice_key = "jipyo-chart-voice";

typedef struct {
  GtkWidget *chart; /* which has it */
  char *title;
  char *point;
  char *summary;
  gboolean focused;
  gboolean heard; /* the title was said since the focus came */
} Voice;

static void
voice_free (Voice *self)
{
  g_free (self->title);
  g_free (self->point);
  g_free (self->summary);
  g_free (self);
}

static void
tell (Voice *self)
{
  const gboolean walking = self->focused && *self->point != '\0';
  g_autofree char *first = g_strdup_printf ("%s. %s", self->title, self->point);
  const char *label = !walking ? self->title : self->heard ? self->point : first;

  self->heard = walking;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->summary,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, self->point, -1);
}

static void
focus_entered_cb (Voice *self)
{
  self->focused = TRUE;
  tell (self);
}

static void
focus_left_cb (Voice *self)
{
  self->focused = FALSE;
  tell (self);
}

static Voice *
get_voice (GtkWidget *chart)
{
  Voice *self = g_object_get_data (G_OBJECT (chart), voice_key);

  if (self != NULL)
    return self;
  GtkEventController *focus = gtk_event_controller_focus_new ();
  self = g_new0 (Voice, 1);
  self->chart = chart;
  self->title = g_strdup ("");
  self->point = g_strdup ("");
  self->summary = g_strdup ("");
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (chart, focus);
  g_object_set_data_full (G_OBJECT (chart), voice_key, self, (GDestroyNotify) voice_free);
  return self;
}

static void
replace (char **place, const char *text)
{
  char *copy = g_strdup (text != NULL ? text : "");

  g_free (*place);
  *place = copy;
}

void
jipyo_chart_voice_set_plot (GtkWidget *chart, const JipyoPlot *plot)
{
  g_return_if_fail (GTK_IS_WIDGET (chart) && plot != NULL);
  g_autofree char *summary = jipyo_plot_summary_write (plot);

  replace (&get_voice (chart)->summary, summary);
}

void
jipyo_chart_voice_tell (GtkWidget *chart, const char *title, const char *point)
{
  g_return_if_fail (GTK_IS_WIDGET (chart));
  Voice *self = get_voice (chart);

  replace (&self->title, title);
  replace (&self->point, point);
  tell (self);
}

const char *
jipyo_chart_voice_get_summary (GtkWidget *chart)
{
  g_return_val_if_fail (GTK_IS_WIDGET (chart), "");
  return get_voice (chart)->summary;
}
