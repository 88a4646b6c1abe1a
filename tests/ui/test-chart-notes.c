/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A note at a figure: written, changed, listed and deleted in the chart's bubble.
 */

#include "chart-fixture.h"
#include "jipyo-chart-notes.h"

#include <string.h>

typedef struct {
  ChartFixture base;
  JipyoChartNotes notes;
} Fixture;

static void
set_up (Fixture *self)
{
  chart_fixture_set_up (&self->base, NULL);
  self->notes = (JipyoChartNotes){ .chart = self->base.chart,
                                   .session = self->base.ui.session,
                                   .view = jipyo_view_result_get_view (self->base.result) };
}

static GtkWidget *
find_popover (Fixture *self)
{
  ui_fixture_settle ();
  return ui_fixture_find (GTK_WIDGET (self->base.chart), GTK_TYPE_POPOVER, NULL);
}

static GtkWidget *
find_button (Fixture *self, const char *label)
{
  GtkWidget *text = ui_fixture_find (find_popover (self), GTK_TYPE_LABEL, label);

  g_assert_nonnull (text);
  return gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON);
}

static void
write_note (Fixture *self, const char *text)
{
  jipyo_chart_notes_edit (&self->notes);
  GtkWidget *entry = ui_fixture_find (find_popover (self), GTK_TYPE_ENTRY, NULL);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  ui_fixture_settle ();
}

static const GPtrArray *
get_notes (Fixture *self)
{
  return jipyo_notes_get_all (jipyo_session_get_notes (self->base.ui.session));
}

static void
test_write_and_delete (void)
{
  Fixture self;

  set_up (&self);
  write_note (&self, "first");
  g_assert_cmpuint (get_notes (&self)->len, ==, 1);
  g_assert_cmpstr (((JipyoNote *) get_notes (&self)->pdata[0])->text, ==, "first");
  write_note (&self, "second");
  g_assert_cmpuint (get_notes (&self)->len, ==, 1);
  g_assert_cmpstr (((JipyoNote *) get_notes (&self)->pdata[0])->text, ==, "second");
  jipyo_chart_notes_edit (&self.notes);
  g_signal_emit_by_name (find_button (&self, "Delete"), "clicked");
  ui_fixture_settle ();
  g_assert_cmpuint (get_notes (&self)->len, ==, 0);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (self.base.chart)));
  chart_fixture_tear_down (&self.base);
}

/* The list calls the figure by its name; the bubble leaves the figure in sight. */
static void
test_list (void)
{
  Fixture self;
  JipyoRect figure;
  GdkRectangle pointing;

  set_up (&self);
  jipyo_chart_notes_list (&self.notes);
  g_assert_nonnull (ui_fixture_find (find_popover (&self), GTK_TYPE_LABEL, "No notes yet"));
  write_note (&self, "mine");
  jipyo_chart_notes_edit (&self.notes);
  g_assert_true (jipyo_chart_view_get_mark_rect (self.base.chart, &figure));
  g_assert_true (gtk_popover_get_pointing_to (GTK_POPOVER (find_popover (&self)), &pointing));
  g_assert_cmpint (pointing.x, ==, (int) figure.x);
  g_assert_cmpint (pointing.height, ==, (int) figure.height + 1);
  jipyo_chart_notes_list (&self.notes);
  g_assert_nonnull (ui_fixture_find (find_popover (&self), GTK_TYPE_LABEL, "mine"));
  g_assert_nonnull (ui_fixture_find (find_popover (&self), GTK_TYPE_LABEL, "2020"));
  g_assert_null (ui_fixture_find (find_popover (&self), GTK_TYPE_LABEL, "_"));
  g_signal_emit_by_name (find_button (&self, "Delete"), "clicked");
  ui_fixture_settle ();
  g_assert_cmpuint (get_notes (&self)->len, ==, 0);
  chart_fixture_tear_down (&self.base);
}

/* Where nothing is marked there is nothing to write at. */
static void
test_nothing_marked (void)
{
  Fixture self;

  set_up (&self);
  jipyo_chart_view_stop_pointing (self.base.chart);
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self.base.chart))), NULL);
  ui_fixture_settle ();
  jipyo_chart_notes_edit (&self.notes);
  g_assert_null (find_popover (&self));
  chart_fixture_tear_down (&self.base);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/chart-notes/write-and-delete", test_write_and_delete);
  g_test_add_func ("/ui/chart-notes/list", test_list);
  g_test_add_func ("/ui/chart-notes/nothing-marked", test_nothing_marked);
}

int
main (int argc, char *argv[])
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
