/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the alerts and the dialog that makes them: what is shown, changed and put back. No
 * quote comes; what a quote does is shown by the story "alerts-told".
 */

#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "jipyo-alert-form.h"
#include "jipyo-alert-list.h"
#include "jipyo-alert-log.h"
#include "jipyo-alert-row.h"
#include "jipyo-alert-trial.h"
#include "jipyo-past.h"
#include "jipyo-stage.h"

/* Depth first; the `index`th. */
static GtkWidget *
find_type (GtkWidget *widget, GType type, guint *index)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*index)-- == 0)
    return widget;
  for (GtkWidget *c = gtk_widget_get_first_child (widget); c != NULL;
       c = gtk_widget_get_next_sibling (c)) {
    GtkWidget *found = find_type (c, type, index);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint index)
{
  return find_type (widget, type, &index);
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *c = gtk_widget_get_first_child (widget); c != NULL;
       c = gtk_widget_get_next_sibling (c))
    if (shows (c, text))
      return TRUE;
  return FALSE;
}

static void
add (UiFixture *fixture, const char *subject, gint64 level)
{
  const JipyoAlertRule rule = { .subject = (char *) subject, .level = { level, 0 } };

  g_assert_nonnull (jipyo_alerts_set (jipyo_session_get_alerts (fixture->session), &rule));
}

/* Waits for what is being saved, and leaves no alerts for the next test. */
static void
forget (UiFixture *fixture)
{
  g_autofree char *directory = g_build_filename (g_get_user_data_dir (), "jipyo", NULL);
  g_autofree char *rules = g_build_filename (directory, "alerts.json", NULL);

  while (jipyo_alerts_is_saving (jipyo_session_get_alerts (fixture->session)))
    g_main_context_iteration (NULL, TRUE);
  g_unlink (rules);
}

static GtkWidget *
get_row (GtkWidget *list, guint index)
{
  GtkWidget *row = find (list, JIPYO_TYPE_ALERT_ROW, index);

  g_assert_nonnull (row);
  return row;
}

static void
test_list (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  GtkWidget *list = jipyo_alert_list_new (fixture.session);
  ui_fixture_show (&fixture, list);
  g_assert_true (shows (list, "No alerts yet"));

  add (&fixture, "upbit:KRW-BTC", 160000000);
  add (&fixture, "krx:KOSPI", 4000);
  ui_fixture_settle ();
  g_assert_false (shows (list, "No alerts yet"));
  g_assert_true (gtk_widget_has_focus (get_row (list, 1)));
  g_assert_true (shows (list, "Alerts · 2"));
  g_assert_true (shows (get_row (list, 0), "BTC Upbit"));
  g_assert_true (shows (get_row (list, 0), "when the price is 160,000,000 or more"));
  g_assert_true (shows (get_row (list, 0), "Armed"));
  g_assert_true (shows (get_row (list, 0), "Never fired"));

  gtk_widget_activate_action (get_row (list, 0), "rule.toggle", NULL);
  g_assert_true (shows (get_row (list, 0), "Off"));
  gtk_widget_activate_action (get_row (list, 0), "rule.enable", NULL);
  gtk_widget_activate_action (get_row (list, 0), "rule.snooze", NULL);
  g_assert_true (shows (get_row (list, 0), "Snoozed until 13:00:00"));
  gtk_widget_activate_action (get_row (list, 0), "rule.wake", NULL);
  g_assert_true (shows (get_row (list, 0), "Armed"));

  /* Nothing is told before an audience, and that is said. */
  g_assert_false (shows (list, "Nothing is told while"));
  jipyo_alerts_hold (jipyo_session_get_alerts (fixture.session), TRUE);
  ui_fixture_settle ();
  g_assert_true (shows (list, "Nothing is told while"));
  jipyo_alerts_hold (jipyo_session_get_alerts (fixture.session), FALSE);
  forget (&fixture);
  ui_fixture_tear_down (&fixture);
}

static void
take_after (UiFixture *fixture, JipyoQuoteState state, guint seconds)
{
  const gint64 now_us = jipyo_session_get_now (fixture->session) + seconds * G_USEC_PER_SEC;
  g_autoptr (JipyoQuote) quote = jipyo_quote_new ("krx:KOSPI", "naver");

  quote->last = (JipyoDecimal){ 319890, 2 };
  quote->received_us = quote->venue_time_us = now_us;
  quote->state = state;
  jipyo_alerts_take_quote (jipyo_session_get_alerts (fixture->session), quote, now_us);
  g_signal_emit_by_name (fixture->session, "ticked");
}

static void
take (UiFixture *fixture, JipyoQuoteState state)
{
  take_after (fixture, state, 0);
}

/* A price is said to be of now only while it is: not of a closed market, nor in doubt, nor by an
 * alert that is off. */
static void
test_last_seen (void)
{
  static const JipyoQuoteState not_of_now[] = { JIPYO_QUOTE_CLOSED, JIPYO_QUOTE_SUSPECT };
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  GtkWidget *list = jipyo_alert_list_new (fixture.session);
  ui_fixture_show (&fixture, list);
  add (&fixture, "krx:KOSPI", 4000);
  for (guint i = 0; i < G_N_ELEMENTS (not_of_now); i++) {
    take (&fixture, JIPYO_QUOTE_LIVE);
    g_assert_true (shows (get_row (list, 0), "Never fired · now\u00a03,198.90"));
    take (&fixture, not_of_now[i]);
    g_assert_true (shows (get_row (list, 0), "Never fired · last seen\u00a03,198.90"));
  }
  take (&fixture, JIPYO_QUOTE_LIVE);
  gtk_widget_activate_action (get_row (list, 0), "rule.toggle", NULL);
  g_assert_false (shows (get_row (list, 0), "now"));
  forget (&fixture);
  ui_fixture_tear_down (&fixture);
}

static void
count_cb (guint *told)
{
  (*told)++;
}

/* What fires before an audience is told once the stage is gone, however it went. */
static void
test_stage_holds (void)
{
  static const char *const ways[] = { "stage.leave", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    UiFixture fixture;
    guint told = 0;

    ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
    JipyoAlerts *alerts = jipyo_session_get_alerts (fixture.session);
    GtkWidget *stage = jipyo_stage_new (fixture.session, fixture.look, "budget", NULL);

    g_signal_connect_swapped (alerts, "told", G_CALLBACK (count_cb), &told);
    add (&fixture, "krx:KOSPI", 3000);
    jipyo_stage_enter (JIPYO_STAGE (stage), NULL);
    for (guint n = 0; n < 3; n++) /* one price is not believed */
      take_after (&fixture, JIPYO_QUOTE_LIVE, n);
    const JipyoAlertRule *rule = jipyo_alerts_get_rules (alerts)->pdata[0];
    g_assert_cmpint (jipyo_alerts_get_state (alerts, rule->id), ==, JIPYO_ALERT_FIRING);
    g_assert_cmpuint (told, ==, 0);
    if (ways[i] != NULL)
      gtk_widget_activate_action (stage, ways[i], NULL);
    else
      gtk_window_destroy (GTK_WINDOW (stage));
    ui_fixture_settle ();
    g_assert_cmpuint (told, ==, 1);
    g_signal_handlers_disconnect_by_data (alerts, &told);
    forget (&fixture);
    ui_fixture_tear_down (&fixture);
  }
}

/* The focus goes to the neighbour of what leaves, and it comes back where it was. */
static void
test_removed (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  GtkWidget *list = jipyo_alert_list_new (fixture.session);
  add (&fixture, "upbit:KRW-BTC", 160000000);
  add (&fixture, "krx:KOSPI", 4000);
  ui_fixture_show (&fixture, list);
  gtk_widget_grab_focus (get_row (list, 0));
  gtk_widget_activate_action (get_row (list, 0), "rule.remove", NULL);
  g_assert_true (shows (get_row (list, 0), "KOSPI"));
  g_assert_null (find (list, JIPYO_TYPE_ALERT_ROW, 1));
  g_assert_true (gtk_widget_has_focus (get_row (list, 0)));
  gtk_widget_activate_action (list, "alerts.undo", NULL);
  g_assert_true (shows (list, "Alerts · 2"));
  ui_fixture_settle ();
  g_assert_true (shows (get_row (list, 0), "BTC Upbit"));
  g_assert_true (shows (get_row (list, 1), "KOSPI"));
  forget (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* It is said in place, and lies there as it was. */
static void
test_damaged (void)
{
  static const char damaged[] = "{\"version\":1,\"rules\":[{\"id\":7}]}";
  g_autofree char *directory = g_build_filename (g_get_user_data_dir (), "jipyo", NULL);
  g_autofree char *path = g_build_filename (directory, "alerts.json", NULL);
  g_autofree char *aside = g_strconcat (path, ".damaged-1", NULL);
  g_autofree char *text = NULL;
  UiFixture fixture;

  g_mkdir_with_parents (directory, 0700);
  g_assert_true (g_file_set_contents (path, damaged, -1, NULL));
  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  GtkWidget *list = jipyo_alert_list_new (fixture.session);
  ui_fixture_show (&fixture, list);
  g_assert_true (shows (list, "cannot be read"));
  g_assert_true (shows (list, "alerts.json.damaged-1"));
  add (&fixture, "upbit:KRW-BTC", 160000000);
  forget (&fixture);
  g_assert_true (g_file_get_contents (aside, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, damaged);
  g_unlink (aside);
  ui_fixture_tear_down (&fixture);
}

static void
test_log (void)
{
  static const char log[] =
    "{\"version\":1,\"log\":[{\"rule\":\"1\",\"rule-version\":1,\"from\":\"pending\",\"to\":"
    "\"firing\","
    "\"time\":\"2026-11-22T03:00:00Z\",\"value\":\"161000000\"},{\"rule\":\"9\",\"rule-version\":1,"
    "\"from\":\"normal\",\"to\":\"no-data\",\"time\":\"2026-11-23T01:00:00Z\"}]}";
  g_autofree char *directory = g_build_filename (g_get_user_data_dir (), "jipyo", NULL);
  g_autofree char *path = g_build_filename (directory, "alerts-log.json", NULL);
  UiFixture fixture;

  g_mkdir_with_parents (directory, 0700);
  g_assert_true (g_file_set_contents (path, log, -1, NULL));
  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  GtkWidget *card = jipyo_alert_log_new (fixture.session);
  ui_fixture_show (&fixture, card);
  GtkWidget *latest = find (card, GTK_TYPE_LIST_BOX_ROW, 0);
  g_assert_true (shows (latest, "2026-11-23 10:00:00"));
  g_assert_true (shows (latest, "Alert 9, removed · normal → no data"));
  g_assert_true (shows (find (card, GTK_TYPE_LIST_BOX_ROW, 1), "pending → firing"));
  g_unlink (path);
  ui_fixture_tear_down (&fixture);
}

/* On a small screen, too, a row has all of its figures. */
static void
test_narrow (void)
{
  static const char log[] =
    "{\"version\":1,\"log\":[{\"rule\":\"1\",\"rule-version\":1,\"from\":\"pending\",\"to\":"
    "\"firing\",\"time\":\"2026-11-22T03:00:00Z\",\"value\":\"161000000\"}]}";
  static const char rules[] =
    "{\"version\":1,\"rules\":[{\"id\":\"1\",\"version\":1,\"kind\":\"price\",\"subject\":"
    "\"upbit:KRW-BTC\",\"test\":\"above\",\"level\":\"160000000\",\"reminder\":0,\"disabled\":"
    "false}]}";
  g_autofree char *directory = g_build_filename (g_get_user_data_dir (), "jipyo", NULL);
  g_autofree char *path = g_build_filename (directory, "alerts-log.json", NULL);
  g_autofree char *kept = g_build_filename (directory, "alerts.json", NULL);
  UiFixture fixture;
  int line, lines;

  g_mkdir_with_parents (directory, 0700);
  g_assert_true (g_file_set_contents (path, log, -1, NULL));
  g_assert_true (g_file_set_contents (kept, rules, -1, NULL));
  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  GtkWidget *list = jipyo_alert_list_new (fixture.session);
  ui_fixture_show (&fixture, list);
  GtkWidget *detail = ui_fixture_find (list, GTK_TYPE_LABEL, "Last fired 2026-11-22 12:00:00");
  g_assert_nonnull (detail);
  gtk_widget_measure (detail, GTK_ORIENTATION_VERTICAL, -1, &line, NULL, NULL, NULL);
  gtk_widget_measure (detail, GTK_ORIENTATION_VERTICAL, 130, &lines, NULL, NULL, NULL);
  g_assert_cmpint (lines, >, line * 3 / 2);
  /* Beside the name a state goes on below, too. */
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 240, 400);
  jipyo_alerts_snooze (jipyo_session_get_alerts (fixture.session), "1",
                       jipyo_session_get_now (fixture.session) + G_TIME_SPAN_HOUR);
  ui_fixture_settle ();
  GtkWidget *state = ui_fixture_find (list, GTK_TYPE_LABEL, "Snoozed until");
  g_assert_nonnull (state);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (state))));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (state))), >, 1);
  forget (&fixture);
  g_unlink (path);
  ui_fixture_tear_down (&fixture);
}

static GtkWidget *
open_form (UiFixture *fixture, const char *what)
{
  GtkWidget *form = jipyo_alert_form_new (fixture->session, what);

  gtk_window_present (GTK_WINDOW (form));
  ui_fixture_settle ();
  return form;
}

static void
type_level (GtkWidget *form, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (form, GTK_TYPE_ENTRY, 0)), text);
}

static void
wait_for_trial (GtkWidget *form, const char *text)
{
  JipyoAlertTrial *trial = JIPYO_ALERT_TRIAL (find (form, JIPYO_TYPE_ALERT_TRIAL, 0));
  const gint64 end_us = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (strstr (jipyo_alert_trial_get_text (trial), text) == NULL)
    if (g_get_monotonic_time () < end_us)
      g_main_context_iteration (NULL, FALSE);
    else
      g_error ("said “%s”, not “%s”", jipyo_alert_trial_get_text (trial), text);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer done)
{
  g_assert_true (jipyo_past_keep_finish (result, NULL));
  *(gboolean *) done = TRUE;
}

/* Sixty minutes before the clock, up and down between 100 and 200 twice. */
static void
keep_prices (void)
{
  g_autoptr (JipyoCandleSeries) series =
               jipyo_candle_series_new ("upbit:KRW-XRP", JIPYO_RESOLUTION_MINUTE);
  gboolean done = FALSE;
  gint64 now_us;

  g_assert_true (jipyo_instant_parse ("2026-11-23T03:00:00Z", &now_us));
  series->step_ms = 60000;
  for (gint64 i = 0; i < 60; i++) {
    const gint64 price = (i / 15) % 2 == 0 ? 100 : 200;
    const JipyoCandle candle = { now_us / 1000 - (60 - i) * 60000, price, price, price, price, -1 };

    g_array_append_val (series->candles, candle);
  }
  jipyo_past_keep_async (series, NULL, kept_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* Where the words of a label begin, not the label. */
static float
get_left (GtkWidget *form, const char *words)
{
  GtkWidget *label = ui_fixture_find (form, GTK_TYPE_LABEL, words);
  graphene_rect_t place;
  int x;

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_compute_bounds (label, form, &place));
  gtk_label_get_layout_offsets (GTK_LABEL (label), &x, NULL);
  return place.origin.x + x;
}

static float
get_right (GtkWidget *form, GType type)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (find (form, type, 0), form, &place));
  return place.origin.x + place.size.width;
}

/* Made, rehearsed, armed; changed, and not changed. */
static void
test_form (void)
{
  UiFixture fixture;

  keep_prices ();
  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  JipyoAlerts *alerts = jipyo_session_get_alerts (fixture.session);
  GtkWidget *form = open_form (&fixture, "upbit:KRW-XRP");
  g_assert_cmpfloat (ABS (get_left (form, "XRP") - get_left (form, "at or above")), <=, 4);
  /* A price has no unit that would want room beside it. */
  g_assert_cmpfloat (get_right (form, GTK_TYPE_ENTRY), ==, get_right (form, GTK_TYPE_DROP_DOWN));
  gtk_widget_activate_action (form, "form.save", NULL);
  g_assert_cmpuint (jipyo_alerts_get_rules (alerts)->len, ==, 0);
  type_level (form, "much");
  g_assert_true (shows (form, "The level is a number"));
  type_level (form, "-5");
  g_assert_true (shows (form, "A price is above zero"));
  type_level (form, " 1,000 ");
  wait_for_trial (form, "Would have fired 0 times");
  type_level (form, "150");
  wait_for_trial (form, "Would have fired 2 times in 30 days");
  gtk_widget_activate_action (form, "form.save", NULL);
  ui_fixture_settle ();
  const JipyoAlertRule *rule = jipyo_alerts_find (alerts, "1");
  g_assert_cmpstr (rule->subject, ==, "upbit:KRW-XRP");
  g_assert_cmpint (rule->level.digits, ==, 150);

  form = open_form (&fixture, "1");
  type_level (form, "175");
  gtk_widget_activate_action (form, "form.cancel", NULL);
  ui_fixture_settle ();
  g_assert_cmpint (jipyo_alerts_find (alerts, "1")->level.digits, ==, 150);
  form = open_form (&fixture, "1");
  type_level (form, "175");
  gtk_widget_activate_action (form, "form.save", NULL);
  ui_fixture_settle ();
  g_assert_cmpint (jipyo_alerts_find (alerts, "1")->level.digits, ==, 175);
  g_assert_cmpuint (jipyo_alerts_find (alerts, "1")->version, ==, 2);
  forget (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* What there is no history of is said, and each kind has what it looks at. */
static void
test_kinds (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  GtkWidget *form = open_form (&fixture, "coinone:KRW-IOTA");
  GtkDropDown *kind = GTK_DROP_DOWN (find (form, GTK_TYPE_DROP_DOWN, 0));
  JipyoAlerts *alerts = jipyo_session_get_alerts (fixture.session);

  type_level (form, "3");
  wait_for_trial (form, "No prices of minutes were kept in the last 30 days");
  gtk_drop_down_set_selected (kind, 2);
  wait_for_trial (form, "Only alerts on a price or a basket can be rehearsed");
  gtk_widget_activate_action (form, "form.save", NULL);
  ui_fixture_settle ();
  g_assert_cmpint (jipyo_alerts_find (alerts, "1")->kind, ==, JIPYO_ALERT_SPREAD);
  g_assert_cmpstr (jipyo_alerts_find (alerts, "1")->subject, ==, "KRW-IOTA");

  form = open_form (&fixture, "krx:KOSPI");
  type_level (form, "3");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (form, GTK_TYPE_DROP_DOWN, 0)), 2);
  g_assert_true (shows (form, "A spread is between the won markets"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (form, GTK_TYPE_DROP_DOWN, 0)), 5);
  gtk_widget_activate_action (form, "form.save", NULL);
  ui_fixture_settle ();
  g_assert_cmpint (jipyo_alerts_find (alerts, "2")->kind, ==, JIPYO_ALERT_EVENT);
  g_assert_cmpstr (jipyo_alerts_find (alerts, "2")->subject, ==, "all");
  forget (&fixture);
  ui_fixture_tear_down (&fixture);
}

/* What follows a basket asks for an alert on it; of a team without shares there is none. */
static void
test_basket (void)
{
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_EN);
  GtkWidget *form = open_form (&fixture, "basket:sk-telecom");
  GtkDropDown *team = GTK_DROP_DOWN (find (form, GTK_TYPE_DROP_DOWN, 1));
  JipyoAlerts *alerts = jipyo_session_get_alerts (fixture.session);
  const guint chosen = gtk_drop_down_get_selected (team);

  type_level (form, "110");
  gtk_drop_down_set_selected (team, 0);
  g_assert_true (shows (form, "Choose a team that has listed members"));
  gtk_widget_activate_action (form, "form.save", NULL);
  g_assert_cmpuint (jipyo_alerts_get_rules (alerts)->len, ==, 0);
  gtk_drop_down_set_selected (team, chosen);
  wait_for_trial (form, "No closes of the basket were kept");
  gtk_widget_activate_action (form, "form.save", NULL);
  ui_fixture_settle ();
  g_assert_cmpint (jipyo_alerts_find (alerts, "1")->kind, ==, JIPYO_ALERT_BASKET);
  g_assert_cmpstr (jipyo_alerts_find (alerts, "1")->subject, ==, "basket:sk-telecom");
  forget (&fixture);
  ui_fixture_tear_down (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/alert-page/list", test_list);
  g_test_add_func ("/ui/alert-page/last-seen", test_last_seen);
  g_test_add_func ("/ui/alert-page/removed", test_removed);
  g_test_add_func ("/ui/alert-page/damaged", test_damaged);
  g_test_add_func ("/ui/alert-page/log", test_log);
  g_test_add_func ("/ui/alert-page/narrow", test_narrow);
  g_test_add_func ("/ui/alert-page/form", test_form);
  g_test_add_func ("/ui/alert-page/kinds", test_kinds);
  g_test_add_func ("/ui/alert-page/basket", test_basket);
  g_test_add_func ("/ui/alert-page/stage-holds", test_stage_holds);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}
