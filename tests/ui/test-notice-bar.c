/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the bar says, and offers, when something happens that nobody asked for.
 */

#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "jipyo-alert-text.h"
#include "jipyo-feed-supervisor.h"
#include "jipyo-notice-bar.h"

static void
undo_offered_cb (GSimpleAction *action, GVariant *parameter, gpointer n)
{
  const char *undo;

  g_variant_get (parameter, "(&s&s)", NULL, &undo);
  g_assert_cmpstr (undo, ==, "app.rename-restore");
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

/* The last line of the log says why the alert looks elsewhere. */
static void
assert_logged (JipyoSession *session, const char *why)
{
  const GPtrArray *log = jipyo_alerts_get_log (jipyo_session_get_alerts (session));
  g_autofree char *text = jipyo_alert_text_step (session, log->pdata[log->len - 1]);

  g_assert_nonnull (strstr (text, why));
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
  JipyoAlerts *alerts = jipyo_session_get_alerts (fixture.session);
  JipyoFeedSupervisor *feed = jipyo_feed_supervisor_new (&(JipyoFeedOptions){ 0 });
  const JipyoAlertRule rule = { .kind = JIPYO_ALERT_PRICE,
                                .subject = (char *) "upbit:KRW-OLD",
                                .level = jipyo_decimal_from_int (7) };
  guint n_offered = 0;

  g_signal_connect (action, "activate", G_CALLBACK (undo_offered_cb), &n_offered);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (bar, "win", G_ACTION_GROUP (group));
  jipyo_notice_bar_set_session (JIPYO_NOTICE_BAR (bar), fixture.session);
  gtk_box_append (GTK_BOX (box), bar);
  ui_fixture_show (&fixture, box);
  jipyo_watchlist_add (watchlist, "upbit:KRW-OLD");
  jipyo_session_follow_renames (fixture.session, feed);
  g_signal_emit_by_name (feed, "renamed", "upbit:KRW-OLD", "upbit:KRW-NEW");
  for (int i = 0; i < 3; i++)
    g_signal_emit_by_name (fixture.session, "ticked");
  g_assert_cmpuint (n_offered, ==, 1);
  g_assert_true (reads (bar, "upbit:KRW-OLD → KRW-NEW. The watchlist follows"));
  g_assert_nonnull (jipyo_alerts_set (alerts, &rule));
  g_signal_emit_by_name (feed, "renamed", "upbit:KRW-OLD", "upbit:KRW-NEW");
  g_signal_emit_by_name (fixture.session, "ticked");
  g_assert_true (reads (bar, "KRW-NEW. The watchlist and the alerts on it follow"));
  assert_logged (fixture.session,
                 "· the venue has a new code for it: looks at upbit:KRW-NEW since");
  jipyo_watchlist_remove (watchlist, "upbit:KRW-NEW");
  g_signal_emit_by_name (fixture.session, "ticked");
  g_assert_true (reads (bar, "KRW-NEW. The alerts on it follow"));
  jipyo_session_take_rename_back (fixture.session);
  assert_logged (fixture.session, "· the new code was taken back: looks at upbit:KRW-OLD again");
  g_signal_emit_by_name (fixture.session, "ticked");
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (gtk_widget_get_first_child (bar))));
  g_object_unref (feed);
  ui_fixture_tear_down (&fixture);
}

/* A file with hundreds of problems leaves room for the figures: the first are told, the others
 * counted. */
static void
test_notice_of_many (void)
{
  g_autofree char *directory = g_build_filename (g_get_user_data_dir (), "jipyo", "ledger", NULL);
  g_autofree char *path = g_build_filename (directory, "mine.json", NULL);
  GString *text = g_string_new ("{\"format\": 1, \"claims\": [");
  UiFixture fixture;
  int height;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "%s{\"id\": %u}", i > 0 ? ", " : "", i);
  g_string_append (text, "]}");
  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  g_string_free (text, TRUE);
  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  GtkWidget *bar = g_object_new (JIPYO_TYPE_NOTICE_BAR, NULL);
  jipyo_notice_bar_set_session (JIPYO_NOTICE_BAR (bar), fixture.session);
  ui_fixture_show (&fixture, bar);
  g_assert_true (reads (bar, "mine.json:1:"));
  g_assert_true (reads (bar, "more; the command “jipyo validate” lists all of a file"));
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, 900, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, <, 200);
  g_assert_cmpint (g_unlink (path), ==, 0);
  ui_fixture_tear_down (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/notice-bar/many", test_notice_of_many);
  g_test_add_func ("/ui/notice-bar/rename", test_notice_of_rename);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
