/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-alerts.h"

#include <glib/gstdio.h>
#include <string.h>

#define START_US G_GINT64_CONSTANT (1754357901000000)

typedef struct {
  char *directory;
  JipyoAlerts *alerts;
  GString *told; /* "told 1; digest 2; withdrawn 1; " */
  gint64 now_us;
} Fixture;

static void
told_cb (Fixture *self, const char *id, gboolean digest)
{
  g_string_append_printf (self->told, "%s %s; ", digest ? "digest" : "told", id);
}

static void
withdrawn_cb (Fixture *self, const char *id)
{
  g_string_append_printf (self->told, "withdrawn %s; ", id);
}

static void
open_alerts (Fixture *self)
{
  self->alerts = jipyo_alerts_new (self->directory);
  g_signal_connect_swapped (self->alerts, "told", G_CALLBACK (told_cb), self);
  g_signal_connect_swapped (self->alerts, "withdrawn", G_CALLBACK (withdrawn_cb), self);
}

static void
close_alerts (Fixture *self)
{
  while (jipyo_alerts_is_saving (self->alerts))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (g_steal_pointer (&self->alerts));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->directory = g_dir_make_tmp ("jipyo-alerts-XXXXXX", NULL);
  self->told = g_string_new (NULL);
  self->now_us = START_US;
  open_alerts (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  GDir *directory = g_dir_open (self->directory, 0, NULL);
  const char *name;

  close_alerts (self);
  while ((name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *path = g_build_filename (self->directory, name, NULL);
    g_unlink (path);
  }
  g_dir_close (directory);
  g_rmdir (self->directory);
  g_free (self->directory);
  g_string_free (self->told, TRUE);
}

static const char *
add (Fixture *self, JipyoAlertKind kind, JipyoAlertTest test, gint64 level)
{
  const JipyoAlertRule rule = {
    .kind = kind,
    .test = test,
    .subject = (char *) (kind == JIPYO_ALERT_SPREAD ? "KRW-BTC" : "upbit:KRW-BTC"),
    .level = { level, 0 },
  };

  return jipyo_alerts_set (self->alerts, &rule);
}

/* A basket has a quote of its own, of a level in points. */
static void
test_basket (Fixture *self, gconstpointer data)
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
quote_from (Fixture *self, const char *venue, gint64 price, JipyoQuoteState state)
{
  g_autofree char *instrument = g_strconcat (venue, ":KRW-BTC", NULL);
  g_autoptr (JipyoQuote) quote = jipyo_quote_new (instrument, venue);

  self->now_us += 10 * G_USEC_PER_SEC;
  quote->last = jipyo_decimal_from_int (price);
  quote->change_percent = (JipyoDecimal){ price - 1000, 1 };
  quote->has_change_percent = TRUE;
  quote->received_us = self->now_us;
  quote->venue_time_us = self->now_us - 500000;
  quote->interval_ms = 10000;
  quote->state = state;
  jipyo_alerts_take_quote (self->alerts, quote, self->now_us);
}

static void
quote (Fixture *self, gint64 price)
{
  quote_from (self, "upbit", price, JIPYO_QUOTE_LIVE);
}

static void
assert_told (Fixture *self, const char *told)
{
  g_assert_cmpstr (self->told->str, ==, told);
  g_string_truncate (self->told, 0);
}

static void
test_life (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000), ==, "1");
  quote (self, 999);
  quote (self, 1001);
  assert_told (self, "");
  quote (self, 1001);
  assert_told (self, "told 1; ");
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_FIRING);
  for (int i = 0; i < 31; i++)
    quote (self, 990);
  assert_told (self, "withdrawn 1; ");
  g_assert_cmpuint (jipyo_alerts_get_log (self->alerts)->len, ==, 4);
}

static void
test_suspect (Fixture *self, gconstpointer data)
{
  add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  for (int i = 0; i < 5; i++)
    quote_from (self, "upbit", 100000, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_QUARANTINED);
  for (int i = 0; i < 5; i++)
    quote_from (self, "upbit", 100000, JIPYO_QUOTE_CLOSED);
  for (int i = 0; i < 5; i++)
    quote_from (self, "upbit", 100000, JIPYO_QUOTE_STALE);
  assert_told (self, "");
}

/* Found again after a restart, and not told again for what was told. */
static void
test_kept (Fixture *self, gconstpointer data)
{
  add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  quote (self, 1001);
  quote (self, 1001);
  jipyo_alerts_snooze (self->alerts, "1", START_US + 3600000000);
  assert_told (self, "told 1; withdrawn 1; ");
  close_alerts (self);
  open_alerts (self);
  g_assert_null (jipyo_alerts_get_problem (self->alerts));
  const JipyoAlertRule *rule = jipyo_alerts_find (self->alerts, "1");
  g_assert_cmpstr (rule->subject, ==, "upbit:KRW-BTC");
  g_assert_cmpint (rule->snoozed_until_us, ==, START_US + 3600000000);
  g_assert_cmpuint (rule->version, ==, 1);
  const GPtrArray *log = jipyo_alerts_get_log (self->alerts);
  g_assert_cmpuint (log->len, ==, 2);
  const JipyoAlertLine *line = g_ptr_array_index (log, 1);
  g_assert_cmpstr (line->step.source, ==, "upbit");
  g_assert_cmpint (line->step.quote_us, ==, self->now_us - 500000);
  g_assert_cmpint (line->step.value.digits, ==, 1001);
  jipyo_alerts_snooze (self->alerts, "1", 0);
  quote (self, 1001);
  quote (self, 1001);
  assert_told (self, "withdrawn 1; ");
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "{",
    "{\"version\": 2, \"rules\": []}",
    "{\"version\": 1, \"rules\": [{\"id\": \"1\", \"version\": 1, \"kind\": \"none\", \"subject\": "
    "\"s\", \"test\": \"above\", \"level\": \"1\", \"reminder\": 0, \"disabled\": false}]}",
    "{\"version\": 1, \"rules\": [{\"id\": \"1\", \"version\": 1, \"kind\": \"price\", "
    "\"subject\": \"s\", \"test\": \"above\", \"level\": \"1\", \"reminder\": 5, \"disabled\": "
    "false}]}",
  };
  g_autofree char *path = g_build_filename (self->directory, "alerts.json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *aside = g_strdup_printf ("%s.damaged-%u", path, i + 1);
    g_autofree char *kept = NULL;

    close_alerts (self);
    g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
    open_alerts (self);
    g_assert_nonnull (strstr (jipyo_alerts_get_problem (self->alerts), aside));
    g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
    g_assert_cmpstr (kept, ==, texts[i]);
  }
}

static void
test_budget (Fixture *self, gconstpointer data)
{
  for (int i = 0; i < 9; i++)
    add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  quote (self, 1001);
  quote (self, 1001);
  assert_told (self, "told 1; told 2; told 3; told 4; told 5; told 6; digest 7; ");
}

static void
test_held (Fixture *self, gconstpointer data)
{
  add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1100);
  jipyo_alerts_hold (self->alerts, TRUE);
  quote (self, 1101);
  quote (self, 1101);
  quote (self, 1050);
  assert_told (self, "");
  jipyo_alerts_hold (self->alerts, FALSE);
  assert_told (self, "told 1; ");
}

static void
test_quiet (Fixture *self, gconstpointer data)
{
  add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  jipyo_alerts_set_disabled (self->alerts, "1", TRUE);
  add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  jipyo_alerts_snooze (self->alerts, "2", self->now_us + G_TIME_SPAN_HOUR);
  g_string_truncate (self->told, 0);
  quote (self, 1001);
  quote (self, 1001);
  assert_told (self, "");
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_NORMAL);
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "2"), ==, JIPYO_ALERT_FIRING);
}

static void
test_reminder (Fixture *self, gconstpointer data)
{
  const JipyoAlertRule rule = { .subject = (char *) "upbit:KRW-BTC",
                                .level = { 1000, 0 },
                                .reminder_minutes = 60 };

  jipyo_alerts_set (self->alerts, &rule);
  quote (self, 1001);
  for (int i = 0; i <= 721; i++) {
    quote (self, 1001);
    jipyo_alerts_advance (self->alerts, NULL, self->now_us);
  }
  assert_told (self, "told 1; told 1; told 1; ");
}

static void
test_kinds (Fixture *self, gconstpointer data)
{
  add (self, JIPYO_ALERT_CHANGE, JIPYO_ALERT_BELOW, -5);
  add (self, JIPYO_ALERT_SPREAD, JIPYO_ALERT_ABOVE, 3);
  add (self, JIPYO_ALERT_STALENESS, JIPYO_ALERT_ABOVE, 60);
  quote (self, 940);
  quote (self, 940);
  assert_told (self, "told 1; ");
  quote_from (self, "bithumb", 980, JIPYO_QUOTE_LIVE);
  assert_told (self, "");
  quote (self, 941);
  assert_told (self, "told 2; ");
  const gint64 silent_us = self->now_us;
  for (int i = 0; i <= 61; i++)
    jipyo_alerts_advance (self->alerts, NULL, silent_us + i * G_USEC_PER_SEC);
  assert_told (self, "told 3; ");
}

/* Of what never came it is silent since the rule is looked after, not since the program began. */
static void
test_never_came (Fixture *self, gconstpointer data)
{
  const gint64 start_us = self->now_us;

  for (int i = 0; i <= 90; i++)
    jipyo_alerts_advance (self->alerts, NULL, start_us + i * G_USEC_PER_SEC);
  add (self, JIPYO_ALERT_STALENESS, JIPYO_ALERT_ABOVE, 60);
  for (int i = 91; i <= 145; i++)
    jipyo_alerts_advance (self->alerts, NULL, start_us + i * G_USEC_PER_SEC);
  assert_told (self, "");
  for (int i = 146; i <= 155; i++)
    jipyo_alerts_advance (self->alerts, NULL, start_us + i * G_USEC_PER_SEC);
  assert_told (self, "told 1; ");
}

/* A price that came first, and wrong, tells of no spread, however often it is said again. */
static void
test_unbelievable_spread (Fixture *self, gconstpointer data)
{
  add (self, JIPYO_ALERT_SPREAD, JIPYO_ALERT_ABOVE, 3);
  for (int i = 0; i < 4; i++) {
    quote (self, 5000);
    quote_from (self, "bithumb", 1000, JIPYO_QUOTE_LIVE);
  }
  assert_told (self, "");
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_QUARANTINED);
}

static void
test_errors (Fixture *self, gconstpointer data)
{
  add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  quote (self, 900);
  for (int i = 0; i < 3; i++)
    jipyo_alerts_take_failure (self->alerts, "bithumb", self->now_us);
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_NORMAL);
  for (int i = 0; i < 3; i++)
    jipyo_alerts_take_failure (self->alerts, "upbit", self->now_us);
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_ERROR);
}

static void
test_event (Fixture *self, gconstpointer data)
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
                            START_US + day * G_TIME_SPAN_DAY + i * G_USEC_PER_SEC);
  assert_told (self, "told 1; ");
  const JipyoAlertLine *line = jipyo_alerts_get_log (self->alerts)->pdata[1];
  g_assert_cmpint (line->step.time_us, ==, START_US + 3 * G_TIME_SPAN_DAY + G_USEC_PER_SEC);
}

/* A change of a rule is a new version, which begins anew; lines older than 90 days go. */
static void
test_versions (Fixture *self, gconstpointer data)
{
  add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  quote (self, 1001);
  quote (self, 1001);
  g_autoptr (JipyoAlertRule) rule = jipyo_alert_rule_copy (jipyo_alerts_find (self->alerts, "1"));
  rule->level = jipyo_decimal_from_int (900);
  g_assert_cmpstr (jipyo_alerts_set (self->alerts, rule), ==, "1");
  g_assert_cmpuint (jipyo_alerts_find (self->alerts, "1")->version, ==, 2);
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_NORMAL);
  self->now_us += 91 * G_TIME_SPAN_DAY;
  quote (self, 1001);
  const GPtrArray *log = jipyo_alerts_get_log (self->alerts);
  g_assert_cmpuint (((const JipyoAlertLine *) log->pdata[0])->step.rule_version, ==, 2);
  g_assert_true (jipyo_alerts_remove (self->alerts, "1"));
  g_assert_false (jipyo_alerts_remove (self->alerts, "1"));
  g_assert_cmpstr (add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000), ==, "2");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/alerts/" name, Fixture, NULL, set_up, function, tear_down)

static gboolean
timed_out_cb (gpointer data)
{
  g_assert_not_reached ();
}

/* Runs the loop until so many rules are known. */
static void
wait_for_rules (Fixture *self, guint n)
{
  const guint timeout = g_timeout_add_seconds (20, timed_out_cb, NULL);

  while (jipyo_alerts_get_rules (self->alerts)->len != n)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

/* What was removed comes back where it was, and is not told again for what it fired for. */
static void
test_restored (Fixture *self, gconstpointer data)
{
  add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_BELOW, 10);
  g_assert_cmpint (jipyo_alerts_find_firing (self->alerts, "1"), ==, 0);
  g_assert_false (jipyo_alerts_restore (self->alerts));
  quote (self, 1100);
  quote (self, 1100);
  assert_told (self, "told 1; ");
  g_assert_cmpint (jipyo_alerts_find_firing (self->alerts, "1"), ==, self->now_us);
  g_assert_true (jipyo_alerts_remove (self->alerts, "1"));
  assert_told (self, "withdrawn 1; ");
  g_assert_null (jipyo_alerts_find (self->alerts, "1"));
  g_assert_true (jipyo_alerts_restore (self->alerts));
  const JipyoAlertRule *first = g_ptr_array_index (jipyo_alerts_get_rules (self->alerts), 0);
  g_assert_cmpstr (first->id, ==, "1");
  g_assert_cmpint (first->level.digits, ==, 1000);
  quote (self, 1100);
  quote (self, 1100);
  assert_told (self, "");
  g_assert_false (jipyo_alerts_restore (self->alerts));

  /* The number of one that never fired is free again. */
  g_assert_true (jipyo_alerts_remove (self->alerts, "2"));
  g_assert_cmpstr (add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 5000), ==, "2");
  g_assert_true (jipyo_alerts_restore (self->alerts));
  g_assert_cmpint (jipyo_alerts_find (self->alerts, "2")->level.digits, ==, 5000);
  g_assert_cmpint (jipyo_alerts_find (self->alerts, "3")->level.digits, ==, 10);
}

static const JipyoAlertLine *
get_line (Fixture *self, guint from_end)
{
  const GPtrArray *log = jipyo_alerts_get_log (self->alerts);

  return g_ptr_array_index (log, log->len - 1 - from_end);
}

static void
assert_looks_at (Fixture *self, const char *id, const char *subject)
{
  g_assert_cmpstr (jipyo_alerts_find (self->alerts, id)->subject, ==, subject);
}

/* Rules follow a code that a venue has changed and go on where they were; the log says when, and by
 * which code it was before. All of it can be taken back, and is kept. */
static void
test_renamed (Fixture *self, gconstpointer data)
{
  const JipyoNewCode change = { (char *) "upbit:KRW-BTC", (char *) "upbit:KRW-NEW", 1 };
  const JipyoAlertRule own = { .kind = JIPYO_ALERT_PRICE,
                               .subject = (char *) "upbit:KRW-NEW",
                               .level = jipyo_decimal_from_int (7) };

  add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  quote (self, 1100);
  quote (self, 1100);
  assert_told (self, "told 1; ");
  g_assert_cmpstr (jipyo_alerts_set (self->alerts, &own), ==, "2");
  g_assert_cmpstr (add (self, JIPYO_ALERT_SPREAD, JIPYO_ALERT_ABOVE, 3), ==, "3");
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
  assert_told (self, ""); /* neither withdrawn nor told again */
  jipyo_alerts_rename_back (self->alerts, self->now_us);
  g_assert_null (jipyo_alerts_get_renamed (self->alerts));
  assert_looks_at (self, "1", "upbit:KRW-BTC");
  assert_looks_at (self, "2", "upbit:KRW-NEW"); /* a person's own */
  assert_looks_at (self, "3", "KRW-BTC");
  g_assert_cmpstr (get_line (self, 0)->subject, ==, "KRW-NEW");
  jipyo_alerts_rename (self->alerts, &change, TRUE, self->now_us);
  close_alerts (self);
  open_alerts (self);
  g_assert_null (jipyo_alerts_get_problem (self->alerts));
  assert_looks_at (self, "1", "upbit:KRW-NEW");
  g_assert_cmpstr (get_line (self, 0)->successor, ==, "KRW-NEW");
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_FIRING);
}

/* What it waits for by the new code it waits for since then. */
static void
test_renamed_is_not_late (Fixture *self, gconstpointer data)
{
  const JipyoNewCode change = { (char *) "upbit:KRW-BTC", (char *) "upbit:KRW-NEW", 1 };

  add (self, JIPYO_ALERT_STALENESS, JIPYO_ALERT_ABOVE, 300);
  for (int i = 0; i < 490; i++) {
    self->now_us += G_USEC_PER_SEC;
    jipyo_alerts_advance (self->alerts, NULL, self->now_us);
    if (i == 200)
      jipyo_alerts_rename (self->alerts, &change, FALSE, self->now_us);
  }
  assert_told (self, "");
}

/* The command line adds and removes rules under the window: they count at once, the others go on
 * as they were, and nothing that one of the two wrote is lost by the other. */
static void
test_another_program (Fixture *self, gconstpointer data)
{
  Fixture other = { .directory = self->directory, .told = g_string_new (NULL) };

  add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  quote (self, 1001);
  quote (self, 1001);
  assert_told (self, "told 1; ");
  while (jipyo_alerts_is_saving (self->alerts))
    g_main_context_iteration (NULL, TRUE);
  open_alerts (&other);
  g_assert_cmpstr (add (&other, JIPYO_ALERT_PRICE, JIPYO_ALERT_BELOW, 1100), ==, "2");
  wait_for_rules (self, 2);
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_FIRING);
  quote (self, 1001);
  quote (self, 1001);
  assert_told (self, "told 2; ");
  jipyo_alerts_snooze (self->alerts, "1", self->now_us + 1);
  assert_told (self, "withdrawn 1; ");
  close_alerts (self);
  open_alerts (self);
  g_assert_cmpuint (jipyo_alerts_get_rules (self->alerts)->len, ==, 2);
  wait_for_rules (&other, 2);
  g_assert_true (jipyo_alerts_remove (other.alerts, "1"));
  wait_for_rules (self, 1);
  assert_told (self, "withdrawn 1; ");
  close_alerts (&other);
  g_string_free (other.told, TRUE);
}

static void
failed_cb (JipyoAlerts *alerts, const char *reason, guint *n)
{
  g_assert_nonnull (strstr (reason, ".damaged-1"));
  ++*n;
}

/* Damaged under the window: said, put aside, and the rules that were known stay. */
static void
test_damaged_later (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->directory, "alerts.json", NULL);
  g_autofree char *aside = g_strconcat (path, ".damaged-1", NULL);
  g_autofree char *kept = NULL;
  guint n_failed = 0;

  add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  while (jipyo_alerts_is_saving (self->alerts))
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (self->alerts, "failed", G_CALLBACK (failed_cb), &n_failed);
  g_assert_true (g_file_set_contents (path, "{ \"half", -1, NULL));
  const guint timeout = g_timeout_add_seconds (20, timed_out_cb, NULL);
  while (n_failed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "{ \"half");
  g_assert_cmpuint (jipyo_alerts_get_rules (self->alerts)->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("life", test_life);
  ADD ("suspect", test_suspect);
  ADD ("kept", test_kept);
  ADD ("damaged", test_damaged);
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
  ADD ("another-program", test_another_program);
  ADD ("damaged-later", test_damaged_later);
  ADD ("restored", test_restored);
  ADD ("renamed", test_renamed);
  ADD ("renamed-is-not-late", test_renamed_is_not_late);
  return g_test_run ();
}
