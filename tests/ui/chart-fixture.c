/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plot of its own goes onto the sheet of a view, as a chart shows nothing else.
 */

#include "chart-fixture.h"

void
chart_fixture_set_up (ChartFixture *self, JipyoPlot *plot)
{
  g_autoptr (GError) error = NULL;
  guint index = 0;

  ui_fixture_set_up (&self->ui, NULL, JIPYO_LANG_EN);
  self->result = jipyo_view_result_new (self->ui.session, "models-year", NULL, &error);
  g_assert_no_error (error);
  if (plot != NULL) {
    JipyoSheet *sheet = jipyo_view_result_get_view (self->result)->sheet;
    index = sheet->plots->len;
    jipyo_sheet_take_plot (sheet, plot);
  }
  self->chart = jipyo_chart_new (self->ui.look);
  jipyo_chart_view_set_plot (self->chart, self->result, index);
  ui_fixture_show (&self->ui, GTK_WIDGET (self->chart));
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
  ui_fixture_settle ();
}

void
chart_fixture_tear_down (ChartFixture *self)
{
  g_object_unref (self->result);
  ui_fixture_tear_down (&self->ui);
}
