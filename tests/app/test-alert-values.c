/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a rule on planned events looks at: plans that still stand, and whose day can be counted to.
 */

#include "jipyo-alert-values.h"

typedef struct {
  const char *id;
  JipyoDate date;
  gboolean planned;
  const char *team;
  const char *replaces;
  JipyoOutcome outcome;
} Entry;

static JipyoLedger *
make_ledger (const Entry *entries, guint count)
{
  JipyoLedger *ledger = jipyo_ledger_new ();

  for (guint i = 0; i < count; i++) {
    JipyoEvent *event = g_new0 (JipyoEvent, 1);

    event->id = g_strdup (entries[i].id);
    event->date = entries[i].date;
    event->planned = entries[i].planned;
    event->team = g_strdup (entries[i].team);
    event->replaces = g_strdup (entries[i].replaces);
    event->outcome = entries[i].outcome;
    jipyo_ledger_take_event (ledger, event);
  }
  return ledger;
}

/* Days until the next plan of the subject, -1 when there is none. */
static int
count_days (JipyoLedger *ledger, const char *subject, const char *now)
{
  const JipyoAlertRule rule = { .kind = JIPYO_ALERT_EVENT, .subject = (char *) subject };
  JipyoAlertSample sample;
  gint64 now_us;

  g_assert_true (jipyo_instant_parse (now, &now_us));
  if (!jipyo_alert_sample_event (&rule, ledger, now_us, &sample))
    return -1;
  g_assert_cmpint (sample.time_us, ==, now_us);
  g_assert_cmpint (jipyo_decimal_get_decimals (sample.value), ==, 0);
  return (int) sample.value.digits;
}

static void
test_plans_that_stand (void)
{
  static const Entry entries[] = {
    { "soon", { 2026, 12, 0 }, TRUE, NULL, NULL, 0 },
    { "later", { 2027, 2, 0 }, TRUE, NULL, "soon", JIPYO_OUTCOME_MOVED },
    { "off", { 2026, 12, 20 }, TRUE, "a", NULL, 0 },
    { "no", { 2026, 11, 1 }, FALSE, "a", "off", JIPYO_OUTCOME_DROPPED },
    { "year", { 2027, 0, 0 }, TRUE, "b", NULL, 0 },
    { "day", { 2027, 1, 10 }, TRUE, "c", NULL, 0 },
    { "was", { 2027, 1, 5 }, FALSE, "c", NULL, 0 },
  };
  g_autoptr (JipyoLedger) ledger = make_ledger (entries, G_N_ELEMENTS (entries));

  g_assert_cmpint (count_days (ledger, "c", "2026-11-30T12:00:00+09:00"), ==, 41);
  g_assert_cmpint (count_days (ledger, "all", "2026-11-30T12:00:00+09:00"), ==, 41);
  g_assert_cmpint (count_days (ledger, "a", "2026-11-30T12:00:00+09:00"), ==, -1);
  g_assert_cmpint (count_days (ledger, "b", "2026-11-30T12:00:00+09:00"), ==, -1);
  g_assert_cmpint (count_days (ledger, "all", "2027-01-10T23:00:00+09:00"), ==, 0);
  g_assert_cmpint (count_days (ledger, "all", "2027-01-11T00:00:00+09:00"), ==, 21);
  g_assert_cmpint (count_days (ledger, "all", "2027-02-02T00:00:00+09:00"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/alert-values/plans-that-stand", test_plans_that_stand);
  return g_test_run ();
}
