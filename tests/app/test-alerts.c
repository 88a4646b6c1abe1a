/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What alerts make of what comes: quotes, failures, time and new codes.
 */

#include "alerts-fixture.h"

/* A basket has a quote of its own, of a level in points. */
static void
test_basket (AlertsFixture *self, gconstpointer data)
{
  const JipyoAlertRule rule = { .kind = JIPYO_ALERT_BASKET,
                                .test = JIPYO_ALERT_ABOVE,
                                .subject = (char *) "basket:upstage",
                                .level = { 110, 0 } };
  g_autoptr (JipyoQuote) quote = jipyo_quote_new ("basket:upstage", "basket");

  g_assert_cmpstr (jipyo_alerts_set (self->alerts, &rule), ==, "1");
  quote->state = JIPYO_QUOTE_LIVE;
  quote->interval_ms = 10000;
  for (gint64 i = 0; i < 4; i++) {
    self->now_us += 10 * G_TIME_SPAN_SECOND;
    quote->venue_time_us = quote->received_us = self->now_us;
    quote->last = (JipyoDecimal){ i < 2 ? 10999 : 11000, 2 };
    jipyo_alerts_take_quote (self->alerts, quote, self->now_us);
    g_assert_cmpstr (self->told->str, ==, i < 3 ? "" : "told 1; ");
  }
}

static void
test_life (AlertsFixture *self, gconstpointer data)
{
  g_assert_cmpstr (alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000), ==, "1");
  alerts_fixture_quote (self, 999);
  alerts_fixture_quote (self, 1001);
  alerts_fixture_assert_told (self, "");
  alerts_fixture_quote (self, 1001);
  alerts_fixture_assert_told (self, "told 1; ");
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_FIRING);
  for (int i = 0; i < 31; i++)
    alerts_fixture_quote (self, 990);
  alerts_fixture_assert_told (self, "withdrawn 1; ");
  g_assert_cmpuint (jipyo_alerts_get_log (self->alerts)->len, ==, 4);
}

static void
test_suspect (AlertsFixture *self, gconstpointer data)
{
  alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  for (int i = 0; i < 5; i++)
    alerts_fixture_quote_from (self, "upbit", 100000, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_QUARANTINED);
  for (int i = 0; i < 5; i++)
    alerts_fixture_quote_from (self, "upbit", 100000, JIPYO_QUOTE_CLOSED);
  for (int i = 0; i < 5; i++)
    alerts_fixture_quote_from (self, "upbit", 100000, JIPYO_QUOTE_STALE);
  alerts_fixture_assert_told (self, "");
}

static void
test_budget (AlertsFixture *self, gconstpointer data)
{
  for (int i = 0; i < 9; i++)
    alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  alerts_fixture_quote (self, 1001);
  alerts_fixture_quote (self, 1001);
  alerts_fixture_assert_told (self, "told 1; told 2; told 3; told 4; told 5; told 6; digest 7; ");
}

static void
test_held (AlertsFixture *self, gconstpointer data)
{
  alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1100);
  jipyo_alerts_hold (self->alerts, TRUE);
  alerts_fixture_quote (self, 1101);
  alerts_fixture_quote (self, 1101);
  alerts_fixture_quote (self, 1050);
  alerts_fixture_assert_told (self, "");
  jipyo_alerts_hold (self->alerts, FALSE);
  alerts_fixture_assert_told (self, "told 1; ");
}

static void
test_quiet (AlertsFixture *self, gconstpointer data)
{
  alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  jipyo_alerts_set_disabled (self->alerts, "1", TRUE);
  alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  jipyo_alerts_snooze (self->alerts, "2", self->now_us + G_TIME_SPAN_HOUR);
  g_string_truncate (self->told, 0);
  alerts_fixture_quote (self, 1001);
  alerts_fixture_quote (self, 1001);
  alerts_fixture_assert_told (self, "");
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_NORMAL);
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "2"), ==, JIPYO_ALERT_FIRING);
}

static void
test_reminder (AlertsFixture *self, gconstpointer data)
{
  const JipyoAlertRule rule = { .subject = (char *) "upbit:KRW-BTC",
                                .level = { 1000, 0 },
                                .reminder_minutes = 60 };

  jipyo_alerts_set (self->alerts, &rule);
  alerts_fixture_quote (self, 1001);
  for (int i = 0; i <= 721; i++) {
    alerts_fixture_quote (self, 1001);
    jipyo_alerts_advance (self->alerts, NULL, self->now_us);
  }
  alerts_fixture_assert_told (self, "told 1; told 1; told 1; ");
}

static void
test_kinds (AlertsFixture *self, gconstpointer data)
{
  alerts_fixture_add (self, JIPYO_ALERT_CHANGE, JIPYO_ALERT_BELOW, -5);
  alerts_fixture_add (self, JIPYO_ALERT_SPREAD, JIPYO_ALERT_ABOVE, 3);
  alerts_fixture_add (self, JIPYO_ALERT_STALENESS, JIPYO_ALERT_ABOVE, 60);
  alerts_fixture_quote (self, 940);
  alerts_fixture_quote (self, 940);
  alerts_fixture_assert_told (self, "told 1; ");
  alerts_fixture_quote_from (self, "bithumb", 980, JIPYO_QUOTE_LIVE);
  alerts_fixture_assert_told (self, "");
  alerts_fixture_quote (self, 941);
  alerts_fixture_assert_told (self, "told 2; ");
  const gint64 silent_us = self->now_us;
  for (int i = 0; i <= 61; i++)
    jipyo_alerts_advance (self->alerts, NULL, silent_us + i * G_USEC_PER_SEC);
  alerts_fixture_assert_told (self, "told 3; ");
}

/* Of what never came it is silent since the rule is looked after, not since the program began. */
static void
test_never_came (AlertsFixture *self, gconstpointer data)
{
  const gint64 start_us = self->now_us;

  for (int i = 0; i <= 90; i++)
    jipyo_alerts_advance (self->alerts, NULL, start_us + i * G_USEC_PER_SEC);
  alerts_fixture_add (self, JIPYO_ALERT_STALENESS, JIPYO_ALERT_ABOVE, 60);
  for (int i = 91; i <= 145; i++)
    jipyo_alerts_advance (self->alerts, NULL, start_us + i * G_USEC_PER_SEC);
  alerts_fixture_assert_told (self, "");
  for (int i = 146; i <= 155; i++)
    jipyo_alerts_advance (self->alerts, NULL, start_us + i * G_USEC_PER_SEC);
  alerts_fixture_assert_told (self, "told 1; ");
}

/* A price that came first, and wrong, tells of no spread, however often it is said again. */
static void
test_unbelievable_spread (AlertsFixture *self, gconstpointer data)
{
  alerts_fixture_add (self, JIPYO_ALERT_SPREAD, JIPYO_ALERT_ABOVE, 3);
  for (int i = 0; i < 4; i++) {
    alerts_fixture_quote (self, 5000);
    alerts_fixture_quote_from (self, "bithumb", 1000, JIPYO_QUOTE_LIVE);
  }
  alerts_fixture_assert_told (self, "");
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_QUARANTINED);
}

static void
test_errors (AlertsFixture *self, gconstpointer data)
{
  alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  alerts_fixture_quote (self, 900);
  for (int i = 0; i < 3; i++)
    jipyo_alerts_take_failure (self->alerts, "bithumb", self->now_us);
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_NORMAL);
  for (int i = 0; i < 3; i++)
    jipyo_alerts_take_failure (self->alerts, "upbit", self->now_us);
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_ERROR);
}

static void
test_event (AlertsFixture *self, gconstpointer data)
{
  g_autoptr (JipyoLedger) ledger = jipyo_ledger_new ();
  JipyoEvent *event = g_new0 (JipyoEvent, 1);
  const JipyoAlertRule rule = { .kind = JIPYO_ALERT_EVENT,
                                .test = JIPYO_ALERT_BELOW,
                                .subject = (char *) "all",
                                .level = { 7, 0 } };

  event->id = g_strdup ("e");
  event->planned = TRUE;
  event->date = (JipyoDate){ 2025, 8, 15 };
  jipyo_ledger_take_event (ledger, event);
  jipyo_alerts_set (self->alerts, &rule);
  for (int day = 0; day < 5; day++)
    for (int i = 0; i < 2; i++)
      jipyo_alerts_advance (self->alerts, ledger,
                            ALERTS_FIXTURE_START_US + day * G_TIME_SPAN_DAY + i * G_USEC_PER_SEC);
  alerts_fixture_assert_told (self, "told 1; ");
  const JipyoAlertLine *line = jipyo_alerts_get_log (self->alerts)->pdata[1];
  g_assert_cmpint (line->step.time_us, ==,
                   ALERTS_FIXTURE_START_US + 3 * G_TIME_SPAN_DAY + G_USEC_PER_SEC);
}

/* A change of a rule is a new version, which begins anew; lines older than 90 days go. */
static void
test_versions (AlertsFixture *self, gconstpointer data)
{
  alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  alerts_fixture_quote (self, 1001);
  alerts_fixture_quote (self, 1001);
  g_autoptr (JipyoAlertRule) rule = jipyo_alert_rule_copy (jipyo_alerts_find (self->alerts, "1"));
  rule->level = jipyo_decimal_from_int (900);
  g_assert_cmpstr (jipyo_alerts_set (self->alerts, rule), ==, "1");
  g_assert_cmpuint (jipyo_alerts_find (self->alerts, "1")->version, ==, 2);
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_NORMAL);
  self->now_us += 91 * G_TIME_SPAN_DAY;
  alerts_fixture_quote (self, 1001);
  const GPtrArray *log = jipyo_alerts_get_log (self->alerts);
  g_assert_cmpuint (((const JipyoAlertLine *) log->pdata[0])->step.rule_version, ==, 2);
  g_assert_true (jipyo_alerts_remove (self->alerts, "1"));
  g_assert_false (jipyo_alerts_remove (self->alerts, "1"));
  g_assert_cmpstr (alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000), ==, "2");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/alerts/" name, AlertsFixture, NULL, alerts_fixture_set_up, function,           \
              alerts_fixture_tear_down)

static const JipyoAlertLine *
get_line (AlertsFixture *self, guint from_end)
{
  const GPtrArray *log = jipyo_alerts_get_log (self->alerts);

  return g_ptr_array_index (log, log->len - 1 - from_end);
}

static void
assert_looks_at (AlertsFixture *self, const char *id, const char *subject)
{
  g_assert_cmpstr (jipyo_alerts_find (self->alerts, id)->subject, ==, subject);
}

/* Rules follow a code that a venue has changed and go on where they were; the log says when, and by
 * which code it was before. All of it can be taken back, and is kept. */
static void
test_renamed (AlertsFixture *self, gconstpointer data)
{
  const JipyoNewCode change = { (char *) "upbit:KRW-BTC", (char *) "upbit:KRW-NEW", 1 };
  const JipyoAlertRule own = { .kind = JIPYO_ALERT_PRICE,
                               .subject = (char *) "upbit:KRW-NEW",
                               .level = jipyo_decimal_from_int (7) };

  alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  alerts_fixture_quote (self, 1100);
  alerts_fixture_quote (self, 1100);
  alerts_fixture_assert_told (self, "told 1; ");
  g_assert_cmpstr (jipyo_alerts_set (self->alerts, &own), ==, "2");
  g_assert_cmpstr (alerts_fixture_add (self, JIPYO_ALERT_SPREAD, JIPYO_ALERT_ABOVE, 3), ==, "3");
  g_assert_null (jipyo_alerts_get_renamed (self->alerts));
  g_assert_cmpuint (jipyo_alerts_rename (self->alerts, &change, FALSE, self->now_us), ==, 1);
  g_assert_cmpuint (jipyo_alerts_rename (self->alerts, &change, TRUE, self->now_us), ==, 1);
  g_assert_cmpstr (jipyo_alerts_get_renamed (self->alerts)->instrument, ==, "upbit:KRW-BTC");
  assert_looks_at (self, "1", "upbit:KRW-NEW");
  assert_looks_at (self, "3", "KRW-NEW");
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_FIRING);
  g_assert_cmpstr (get_line (self, 1)->subject, ==, "upbit:KRW-BTC");
  g_assert_cmpstr (get_line (self, 1)->successor, ==, "upbit:KRW-NEW");
  g_assert_cmpint (get_line (self, 1)->step.time_us, ==, self->now_us);
  g_assert_cmpstr (jipyo_alerts_find_subject (self->alerts, get_line (self, 2)), ==,
                   "upbit:KRW-BTC");
  alerts_fixture_assert_told (self, ""); /* neither withdrawn nor told again */
  jipyo_alerts_rename_back (self->alerts, self->now_us);
  g_assert_null (jipyo_alerts_get_renamed (self->alerts));
  assert_looks_at (self, "1", "upbit:KRW-BTC");
  assert_looks_at (self, "2", "upbit:KRW-NEW"); /* a person's own */
  assert_looks_at (self, "3", "KRW-BTC");
  g_assert_cmpstr (get_line (self, 0)->subject, ==, "KRW-NEW");
  jipyo_alerts_rename (self->alerts, &change, TRUE, self->now_us);
  alerts_fixture_close (self);
  alerts_fixture_open (self);
  g_assert_null (jipyo_alerts_get_problem (self->alerts));
  assert_looks_at (self, "1", "upbit:KRW-NEW");
  g_assert_cmpstr (get_line (self, 0)->successor, ==, "KRW-NEW");
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_FIRING);
}

/* What it waits for by the new code it waits for since then. */
static void
test_renamed_is_not_late (AlertsFixture *self, gconstpointer data)
{
  const JipyoNewCode change = { (char *) "upbit:KRW-BTC", (char *) "upbit:KRW-NEW", 1 };

  alerts_fixture_add (self, JIPYO_ALERT_STALENESS, JIPYO_ALERT_ABOVE, 300);
  for (int i = 0; i < 490; i++) {
    self->now_us += G_USEC_PER_SEC;
    jipyo_alerts_advance (self->alerts, NULL, self->now_us);
    if (i == 200)
      jipyo_alerts_rename (self->alerts, &change, FALSE, self->now_us);
  }
  alerts_fixture_assert_told (self, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("life", test_life);
  ADD ("suspect", test_suspect);
  ADD ("budget", test_budget);
  ADD ("held", test_held);
  ADD ("quiet", test_quiet);
  ADD ("reminder", test_reminder);
  ADD ("kinds", test_kinds);
  ADD ("never-came", test_never_came);
  ADD ("unbelievable-spread", test_unbelievable_spread);
  ADD ("errors", test_errors);
  ADD ("event", test_event);
  ADD ("basket", test_basket);
  ADD ("versions", test_versions);
  ADD ("renamed", test_renamed);
  ADD ("renamed-is-not-late", test_renamed_is_not_late);
  return g_test_run ();
}
