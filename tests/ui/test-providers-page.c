/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the providers: their order is shown, changed and taken back, each says how it is, and
 * the page says how often is asked.
 */

#include "fixture.h"

#include "jipyo-inner-widget.h"
#include "jipyo-provider-row.h"
#include "jipyo-providers-group.h"
#include "jipyo-providers-page.h"

typedef struct {
  UiFixture ui;
  GtkWidget *page;
  JipyoProviders *providers;
  JipyoFeedSupervisor *feed;
  JipyoFeedPacer *pacer;
} Fixture;

static void
set_up (Fixture *self)
{
  const JipyoFeedOptions options = { .program = "/bin/false" };

  ui_fixture_set_up (&self->ui, NULL, JIPYO_LANG_EN);
  self->feed = jipyo_feed_supervisor_new (&options); /* never started */
  self->pacer = jipyo_feed_pacer_new (self->feed);
  jipyo_feed_pacer_set_saving (self->pacer, NULL);
  self->providers = jipyo_session_get_providers (self->ui.session);
  jipyo_providers_set_feed (self->providers, self->feed, self->pacer);
  self->page = GTK_WIDGET (jipyo_providers_page_new (self->ui.session));
  ui_fixture_show (&self->ui, self->page);
}

static void
tear_down (Fixture *self)
{
  while (jipyo_own_file_is_saving (jipyo_providers_get_file (self->providers)))
    g_main_context_iteration (NULL, TRUE);
  ui_fixture_tear_down (&self->ui);
  g_assert_finalize_object (self->pacer);
  g_assert_finalize_object (self->feed);
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  return ui_fixture_find (widget, GTK_TYPE_LABEL, text) != NULL;
}

static GtkWidget *
find_group (Fixture *self, const char *title)
{
  for (guint i = 0;; i++) {
    GtkWidget *group = jipyo_inner_widget_find (self->page, JIPYO_TYPE_PROVIDERS_GROUP, i);

    g_assert_nonnull (group);
    if (g_str_equal (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)), title))
      return group;
  }
}

/* NULL beyond the last. */
static GtkWidget *
get_row (GtkWidget *group, int index)
{
  GtkWidget *first = jipyo_inner_widget_find (group, JIPYO_TYPE_PROVIDER_ROW, 0);

  return GTK_WIDGET (
    gtk_list_box_get_row_at_index (GTK_LIST_BOX (gtk_widget_get_parent (first)), index));
}

static void
assert_rows (GtkWidget *group, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  GtkWidget *row;

  for (int i = 0; (row = get_row (group, i)) != NULL; i++)
    g_string_append_printf (ids, "%s%s%s", i > 0 ? " " : "",
                            jipyo_provider_row_get_place (JIPYO_PROVIDER_ROW (row)) < 0 ? "-" : "",
                            jipyo_provider_row_get_provider (JIPYO_PROVIDER_ROW (row)));
  g_assert_cmpstr (ids->str, ==, expected);
}

static GtkWidget *
find_switch (GtkWidget *row)
{
  return jipyo_inner_widget_find (row, GTK_TYPE_SWITCH, 0);
}

static GtkWidget *
find_button (GtkWidget *row, guint index)
{
  return jipyo_inner_widget_find (row, GTK_TYPE_BUTTON, index);
}

/* By a row's action, as Alt with an arrow has it, and by its button; the focus stays with it. */
static void
test_moved (void)
{
  Fixture fixture;
  GtkWidget *group, *yahoo;

  set_up (&fixture);
  group = find_group (&fixture, "Indices of the Korea Exchange");
  assert_rows (group, "naver yahoo -krx -datagokr");
  yahoo = get_row (group, 1);
  gtk_widget_grab_focus (yahoo);
  gtk_widget_activate_action (yahoo, "row.move", "i", -1);
  ui_fixture_settle ();
  assert_rows (group, "yahoo naver -krx -datagokr");
  g_assert_true (gtk_widget_has_focus (yahoo));
  g_assert_false (gtk_widget_get_sensitive (find_button (yahoo, 0)));
  g_signal_emit_by_name (find_button (yahoo, 1), "clicked");
  ui_fixture_settle ();
  assert_rows (group, "naver yahoo -krx -datagokr");
  g_assert_false (gtk_widget_get_sensitive (find_button (yahoo, 1)));
  g_assert_true (jipyo_providers_undo (fixture.providers));
  ui_fixture_settle ();
  assert_rows (group, "yahoo naver -krx -datagokr");
  gtk_widget_activate_action (group, "providers.reset", NULL);
  ui_fixture_settle ();
  assert_rows (group, "naver yahoo -krx -datagokr");
  tear_down (&fixture);
}

static void
test_switched (void)
{
  Fixture fixture;
  GtkWidget *group;

  set_up (&fixture);
  group = find_group (&fixture, "The dollar in won");
  gtk_switch_set_active (GTK_SWITCH (find_switch (get_row (group, 0))), FALSE);
  ui_fixture_settle ();
  assert_rows (group, "frankfurter yahoo -naver-fx -ecos");
  gtk_switch_set_active (GTK_SWITCH (find_switch (get_row (group, 3))), TRUE);
  ui_fixture_settle ();
  assert_rows (group, "frankfurter yahoo ecos -naver-fx");
  gtk_switch_set_active (GTK_SWITCH (find_switch (get_row (group, 0))), FALSE);
  gtk_switch_set_active (GTK_SWITCH (find_switch (get_row (group, 0))), FALSE);
  ui_fixture_settle ();
  assert_rows (group, "ecos -naver-fx -frankfurter -yahoo");
  g_assert_false (gtk_widget_get_sensitive (find_switch (get_row (group, 0))));
  g_assert_true (gtk_widget_get_sensitive (find_switch (get_row (group, 1))));
  tear_down (&fixture);
}

/* Where there is nobody else there is nothing to set. */
static void
test_alone (void)
{
  Fixture fixture;
  GtkWidget *group;

  set_up (&fixture);
  group = find_group (&fixture, "Upbit");
  g_assert_false (gtk_widget_get_mapped (find_switch (get_row (group, 0))));
  g_assert_null (get_row (group, 1));
  tear_down (&fixture);
}

static void
say (Fixture *self, const char *provider, const char *code, int retry_after_s)
{
  g_autoptr (JipyoQuote) quote = jipyo_quote_new ("krx:KOSPI", provider);

  if (code != NULL)
    g_signal_emit_by_name (self->feed, "failed", provider, code, "said", retry_after_s);
  else
    g_signal_emit_by_name (self->feed, "quote-received", quote);
  g_signal_emit_by_name (self->ui.session, "ticked");
}

static void
test_states (void)
{
  Fixture fixture;
  GtkWidget *group, *first;

  set_up (&fixture);
  group = find_group (&fixture, "Indices of the Korea Exchange");
  first = get_row (group, 0);
  g_assert_true (shows (first, "Waiting for its first answer · every 10 s"));
  g_assert_true (shows (get_row (group, 1), "Stands by"));
  g_assert_true (shows (get_row (group, 2), "Not asked. It wants a key"));
  say (&fixture, "naver", "timed-out", -1); /* the clock stands at 12:00 */
  g_assert_true (shows (first, "No answer since 11:59 KST: it is too slow"));
  say (&fixture, "naver", "rate-limited", 600);
  g_assert_true (shows (first, "Left alone until 12:09 KST: it asks for patience"));
  say (&fixture, "naver", NULL, 0);
  g_assert_true (shows (first, "Answers · every 10 s"));
  say (&fixture, "yahoo", NULL, 0);
  g_assert_true (shows (get_row (group, 1), "Answers · every 1 min"));
  jipyo_providers_set_asked (fixture.providers, "krx-index", "krx", TRUE);
  say (&fixture, "krx", "no-key", -1);
  g_assert_true (shows (get_row (group, 2), "It wants a key, or another one"));
  g_assert_true (shows (find_group (&fixture, "Upbit"), "as it happens, or every 10 s"));
  tear_down (&fixture);
}

/* What is to be spared, and what follows from it. */
static void
test_pace (void)
{
  Fixture fixture;

  set_up (&fixture);
  g_assert_true (shows (fixture.page, "The usual pace"));
  jipyo_feed_pacer_set_saving (fixture.pacer, "metered");
  g_signal_emit_by_name (fixture.ui.session, "ticked");
  g_assert_true (shows (fixture.page, "The network is paid by volume"));
  g_assert_true (shows (find_group (&fixture, "Upbit"), "as it happens, or every 5 min"));
  jipyo_feed_pacer_set_saving (fixture.pacer, "power-saver");
  g_signal_emit_by_name (fixture.ui.session, "ticked");
  g_assert_true (shows (fixture.page, "The power saver is on"));
  g_assert_true (shows (fixture.page, "To spare the battery"));
  jipyo_session_set_offline (fixture.ui.session, TRUE);
  g_assert_true (shows (fixture.page, "The network is switched off"));
  g_assert_true (shows (find_group (&fixture, "Upbit"), "Not asked while the network is off"));
  tear_down (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/providers-page/moved", test_moved);
  g_test_add_func ("/ui/providers-page/switched", test_switched);
  g_test_add_func ("/ui/providers-page/alone", test_alone);
  g_test_add_func ("/ui/providers-page/states", test_states);
  g_test_add_func ("/ui/providers-page/pace", test_pace);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
