/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of alerts is in their files: over a restart, when they are damaged, when another program
 * writes them, and when what was removed is put back.
 */

#include "alerts-fixture.h"

#include <string.h>

/* Found again after a restart, and not told again for what was told. */
static void
test_kept (AlertsFixture *self, gconstpointer data)
{
  alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  alerts_fixture_quote (self, 1001);
  alerts_fixture_quote (self, 1001);
  jipyo_alerts_snooze (self->alerts, "1", ALERTS_FIXTURE_START_US + 3600000000);
  alerts_fixture_assert_told (self, "told 1; withdrawn 1; ");
  alerts_fixture_close (self);
  alerts_fixture_open (self);
  g_assert_null (jipyo_alerts_get_problem (self->alerts));
  const JipyoAlertRule *rule = jipyo_alerts_find (self->alerts, "1");
  g_assert_cmpstr (rule->subject, ==, "upbit:KRW-BTC");
  g_assert_cmpint (rule->snoozed_until_us, ==, ALERTS_FIXTURE_START_US + 3600000000);
  g_assert_cmpuint (rule->version, ==, 1);
  const GPtrArray *log = jipyo_alerts_get_log (self->alerts);
  g_assert_cmpuint (log->len, ==, 2);
  const JipyoAlertLine *line = g_ptr_array_index (log, 1);
  g_assert_cmpstr (line->step.source, ==, "upbit");
  g_assert_cmpint (line->step.quote_us, ==, self->now_us - 500000);
  g_assert_cmpint (line->step.value.digits, ==, 1001);
  jipyo_alerts_snooze (self->alerts, "1", 0);
  alerts_fixture_quote (self, 1001);
  alerts_fixture_quote (self, 1001);
  alerts_fixture_assert_told (self, "withdrawn 1; ");
}

static void
test_damaged (AlertsFixture *self, gconstpointer data)
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

    alerts_fixture_close (self);
    g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
    alerts_fixture_open (self);
    g_assert_nonnull (strstr (jipyo_alerts_get_problem (self->alerts), aside));
    g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
    g_assert_cmpstr (kept, ==, texts[i]);
  }
}

static gboolean
timed_out_cb (gpointer data)
{
  g_assert_not_reached ();
}

/* Runs the loop until so many rules are known. */
static void
wait_for_rules (AlertsFixture *self, guint n)
{
  const guint timeout = g_timeout_add_seconds (20, timed_out_cb, NULL);

  while (jipyo_alerts_get_rules (self->alerts)->len != n)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

/* What was removed comes back where it was, and is not told again for what it fired for. */
static void
test_restored (AlertsFixture *self, gconstpointer data)
{
  alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_BELOW, 10);
  g_assert_cmpint (jipyo_alerts_find_firing (self->alerts, "1"), ==, 0);
  g_assert_false (jipyo_alerts_restore (self->alerts));
  alerts_fixture_quote (self, 1100);
  alerts_fixture_quote (self, 1100);
  alerts_fixture_assert_told (self, "told 1; ");
  g_assert_cmpint (jipyo_alerts_find_firing (self->alerts, "1"), ==, self->now_us);
  g_assert_true (jipyo_alerts_remove (self->alerts, "1"));
  alerts_fixture_assert_told (self, "withdrawn 1; ");
  g_assert_null (jipyo_alerts_find (self->alerts, "1"));
  g_assert_true (jipyo_alerts_restore (self->alerts));
  const JipyoAlertRule *first = g_ptr_array_index (jipyo_alerts_get_rules (self->alerts), 0);
  g_assert_cmpstr (first->id, ==, "1");
  g_assert_cmpint (first->level.digits, ==, 1000);
  alerts_fixture_quote (self, 1100);
  alerts_fixture_quote (self, 1100);
  alerts_fixture_assert_told (self, "");
  g_assert_false (jipyo_alerts_restore (self->alerts));

  /* The number of one that never fired is free again. */
  g_assert_true (jipyo_alerts_remove (self->alerts, "2"));
  g_assert_cmpstr (alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 5000), ==, "2");
  g_assert_true (jipyo_alerts_restore (self->alerts));
  g_assert_cmpint (jipyo_alerts_find (self->alerts, "2")->level.digits, ==, 5000);
  g_assert_cmpint (jipyo_alerts_find (self->alerts, "3")->level.digits, ==, 10);
}

/* The command line adds and removes rules under the window: they count at once, the others go on
 * as they were, and nothing that one of the two wrote is lost by the other. */
static void
test_another_program (AlertsFixture *self, gconstpointer data)
{
  AlertsFixture other = { .directory = self->directory, .told = g_string_new (NULL) };

  alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
  alerts_fixture_quote (self, 1001);
  alerts_fixture_quote (self, 1001);
  alerts_fixture_assert_told (self, "told 1; ");
  while (jipyo_alerts_is_saving (self->alerts))
    g_main_context_iteration (NULL, TRUE);
  alerts_fixture_open (&other);
  g_assert_cmpstr (alerts_fixture_add (&other, JIPYO_ALERT_PRICE, JIPYO_ALERT_BELOW, 1100), ==,
                   "2");
  wait_for_rules (self, 2);
  g_assert_cmpint (jipyo_alerts_get_state (self->alerts, "1"), ==, JIPYO_ALERT_FIRING);
  alerts_fixture_quote (self, 1001);
  alerts_fixture_quote (self, 1001);
  alerts_fixture_assert_told (self, "told 2; ");
  jipyo_alerts_snooze (self->alerts, "1", self->now_us + 1);
  alerts_fixture_assert_told (self, "withdrawn 1; ");
  alerts_fixture_close (self);
  alerts_fixture_open (self);
  g_assert_cmpuint (jipyo_alerts_get_rules (self->alerts)->len, ==, 2);
  wait_for_rules (&other, 2);
  g_assert_true (jipyo_alerts_remove (other.alerts, "1"));
  wait_for_rules (self, 1);
  alerts_fixture_assert_told (self, "withdrawn 1; ");
  alerts_fixture_close (&other);
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
test_damaged_later (AlertsFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->directory, "alerts.json", NULL);
  g_autofree char *aside = g_strconcat (path, ".damaged-1", NULL);
  g_autofree char *kept = NULL;
  guint n_failed = 0;

  alerts_fixture_add (self, JIPYO_ALERT_PRICE, JIPYO_ALERT_ABOVE, 1000);
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

#define ADD(name, function)                                                                        \
  g_test_add ("/app/alerts-kept/" name, AlertsFixture, NULL, alerts_fixture_set_up, function,      \
              alerts_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("kept", test_kept);
  ADD ("damaged", test_damaged);
  ADD ("restored", test_restored);
  ADD ("another-program", test_another_program);
  ADD ("damaged-later", test_damaged_later);
  return g_test_run ();
}
