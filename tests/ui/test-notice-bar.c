/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the bar says, and offers, when something happens that nobody asked for.
 */

#include "fixture.h"

#include <string.h>

#include "jipyo-notice-bar.h"

static void
undo_offered_cb (GSimpleAction *action, GVariant *parameter, gpointer n)
{
  const char *undo;

  g_variant_get (parameter, "(&s&s)", NULL, &undo);
  g_assert_cmpstr (undo, ==, "app.watch-restore");
  (*(guint *) n)++;
}

static gboolean
reads (GtkWidget *widget, const char *part)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (reads (child, part))
      return TRUE;
  return FALSE;
}

/* What a venue has renamed is told with both codes, and can be taken back, offered once. */
static void
test_notice_of_rename (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = g_object_new (JIPYO_TYPE_NOTICE_BAR, NULL);
  JipyoWatchlist *watchlist = jipyo_session_get_watchlist (fixture.session);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("toast-undo", G_VARIANT_TYPE ("(ss)"));
  guint n_offered = 0;

  g_signal_connect (action, "activate", G_CALLBACK (undo_offered_cb), &n_offered);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (bar, "win", G_ACTION_GROUP (group));
  jipyo_notice_bar_set_session (JIPYO_NOTICE_BAR (bar), fixture.session);
  gtk_box_append (GTK_BOX (box), bar);
  ui_fixture_show (&fixture, box);
  jipyo_watchlist_add (watchlist, "upbit:KRW-OLD");
  g_assert_true (jipyo_watchlist_replace (watchlist, "upbit:KRW-OLD", "upbit:KRW-NEW"));
  for (int i = 0; i < 3; i++)
    g_signal_emit_by_name (fixture.session, "ticked");
  g_assert_cmpuint (n_offered, ==, 1);
  g_assert_true (reads (bar, "upbit:KRW-OLD → KRW-NEW"));
  jipyo_watchlist_remove (watchlist, "upbit:KRW-NEW");
  g_signal_emit_by_name (fixture.session, "ticked");
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (gtk_widget_get_first_child (bar))));
  ui_fixture_tear_down (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/notice-bar/rename", test_notice_of_rename);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
