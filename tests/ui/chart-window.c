/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * chart-window [SAMPLE [ko|en [dark]]]: a sample of the chart layer in a window, to be tried by
 * hand. The figures are made up.
 */

#include <adwaita.h>

#include "jipyo-chart.h"
#include "jipyo-sample.h"
#include "jipyo-ui.h"

static JipyoPlot *
make_plot (const char *name, JipyoLang lang)
{
  for (guint i = 0; jipyo_sample_get (i) != NULL; i++)
    if (g_strcmp0 (jipyo_sample_get (i)->name, name) == 0)
      return jipyo_sample_make (jipyo_sample_get (i), lang);
  return jipyo_sample_make (jipyo_sample_get (0), lang);
}

static void
activate_cb (GtkApplication *application, char **arguments)
{
  const JipyoLang lang = g_strcmp0 (arguments[1], "en") == 0 ? JIPYO_LANG_EN : JIPYO_LANG_KO;
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoSettings) settings = jipyo_settings_new ("io.github.jipyo.Absent");
  g_autoptr (JipyoSession) session =
               jipyo_session_new (&(JipyoSessionOptions){ .lang = lang }, &error);
  g_autoptr (JipyoViewResult) result =
               session != NULL ? jipyo_view_result_new (session, "models-year", NULL, &error)
                               : NULL;

  if (result == NULL) {
    g_printerr ("%s\n", error->message);
    return;
  }
  JipyoSheet *sheet = jipyo_view_result_get_view (result)->sheet;
  g_autoptr (JipyoLook) look = jipyo_look_new (session, settings);
  GtkWidget *window = gtk_application_window_new (application);
  JipyoChartView *chart = jipyo_chart_new (look);

  jipyo_sheet_take_plot (sheet, make_plot (arguments[0], lang));
  jipyo_chart_view_set_plot (chart, result, sheet->plots->len - 1);
  gtk_window_set_title (GTK_WINDOW (window), arguments[0]);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 500);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (chart));
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application =
               adw_application_new ("io.github.jipyo.ChartWindow", G_APPLICATION_DEFAULT_FLAGS);
  char *arguments[] = { argc > 1 ? argv[1] : (char *) "lines", argc > 2 ? argv[2] : NULL };

  jipyo_ui_prepare ();
  if (argc > 3)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_DARK);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), arguments);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
