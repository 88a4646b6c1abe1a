/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times are seconds after START; The level is 1,000.00, so that
 * a value has returned at 998.00 or below.
 */

#include "jipyo-alert-machine.h"

#include <string.h>

#define START_US G_GINT64_CONSTANT (1754357901000000)

typedef struct {
  const char *name;
  JipyoAlertTest test;
  int period_s;
  /* "10=1000": a price; "10": only time passes; an ending "c" is closed, "?" suspect, "x" failed */
  const char *steps;
  const char *log; /* "second state" of each transition */
} Case;

static const Case cases[] = {
  { "two samples fire", JIPYO_ALERT_ABOVE, 10, "0=999 10=1000 20=1000.01",
    "10 pending; 20 firing; " },
  { "one sample does not", JIPYO_ALERT_ABOVE, 10, "0=999 10=1001 20=999.99 30=999",
    "10 pending; 20 normal; " },
  { "a level fires at once", JIPYO_ALERT_BELOW, 10, "0=1000 10=999", "0 pending; 10 firing; " },
  { "sixty seconds do for two samples", JIPYO_ALERT_ABOVE, 60, "0=1001 59 60",
    "0 pending; 60 firing; " },
  { "what falls due is dated when it fell due", JIPYO_ALERT_ABOVE, 60, "0=1001 130",
    "0 pending; 60 firing; " },
  { "a crossing needs an earlier sample", JIPYO_ALERT_CROSSES_UP, 10, "0=1001 10=1002 20=1003",
    "" },
  { "a crossing up", JIPYO_ALERT_CROSSES_UP, 10, "0=1001 10=999.99 20=1000 30=1000",
    "20 pending; 30 firing; " },
  { "a crossing down", JIPYO_ALERT_CROSSES_DOWN, 10, "0=1001 10=1000 20=999",
    "10 pending; 20 firing; " },
  { "keeps firing within the hysteresis", JIPYO_ALERT_ABOVE, 600,
    "0=1001 1=1001 100=998.01 500=998.01", "0 pending; 1 firing; " },
  { "recovers after five minutes", JIPYO_ALERT_ABOVE, 600, "0=1001 1=1001 100=998 399 400",
    "0 pending; 1 firing; 100 recovering; 400 normal; " },
  { "goes on firing before they are over", JIPYO_ALERT_ABOVE, 600,
    "0=1001 1=1001 100=998 200=1000 500=998 799",
    "0 pending; 1 firing; 100 recovering; 200 firing; 500 recovering; " },
  { "fires again only after it returned", JIPYO_ALERT_ABOVE, 600,
    "0=1001 1=1001 2=999 400=1001 401=1001", "0 pending; 1 firing; " },
  { "no data after three periods", JIPYO_ALERT_ABOVE, 10, "0=999 29 30 40=999",
    "30 no-data; 40 normal; " },
  { "no data breaks what is pending", JIPYO_ALERT_ABOVE, 10, "0=1001 61 62=1001",
    "0 pending; 30 no-data; 62 pending; " },
  { "goes on firing after no data", JIPYO_ALERT_ABOVE, 10, "0=1001 1=1001 40=1001",
    "0 pending; 1 firing; 31 no-data; 40 firing; " },
  { "an error after three failures", JIPYO_ALERT_ABOVE, 60, "0=1001 5=0x 6=0x 7=0x 90 91=999",
    "0 pending; 7 error; 91 normal; " },
  { "a success starts the count anew", JIPYO_ALERT_ABOVE, 60, "0=0x 1=0x 2=999 3=0x 4=0x", "" },
  { "closed never fires", JIPYO_ALERT_ABOVE, 10, "0=1001 1=1001c 11=1002c 900 901=1003",
    "0 pending; 1 closed; 901 pending; " },
  { "quarantined never fires", JIPYO_ALERT_ABOVE, 10, "0=999 10=9999? 20=9999? 30=999",
    "10 quarantined; 30 normal; " },
  { "quarantine breaks what is pending", JIPYO_ALERT_ABOVE, 10, "0=1001 10=9999? 20=1001 30=999",
    "0 pending; 10 quarantined; 20 pending; 30 normal; " },
};

static JipyoAlertSampleState
parse_state (char *price)
{
  const gsize last = strlen (price) - 1;
  const char mark = price[last];

  if (g_ascii_isdigit (mark))
    return JIPYO_SAMPLE_FRESH;
  price[last] = '\0';
  return mark == 'c'   ? JIPYO_SAMPLE_CLOSED
         : mark == '?' ? JIPYO_SAMPLE_SUSPECT
                       : JIPYO_SAMPLE_FAILED;
}

static void
feed (JipyoAlertMachine *machine, const Case *row, const char *text, GArray *log)
{
  const JipyoAlertRule rule = { .test = row->test, .level = { 1000, 0 }, .version = 3 };
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  JipyoAlertSample sample = {
    .time_us = START_US + g_ascii_strtoll (parts[0], NULL, 10) * G_USEC_PER_SEC,
    .period_us = row->period_s * G_USEC_PER_SEC,
    .source = "here",
  };

  if (parts[1] == NULL) {
    jipyo_alert_machine_advance (machine, &rule, sample.time_us, log);
    return;
  }
  sample.state = parse_state (parts[1]);
  g_assert_true (jipyo_decimal_parse (parts[1], -1, &sample.value, NULL));
  jipyo_alert_machine_feed (machine, &rule, &sample, log);
}

static char *
write_log (const GArray *log)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < log->len; i++) {
    const JipyoAlertTransition *transition = &g_array_index (log, JipyoAlertTransition, i);

    g_assert_cmpuint (transition->rule_version, ==, 3);
    if (i > 0)
      g_assert_cmpint (transition->from, ==, g_array_index (log, JipyoAlertTransition, i - 1).to);
    g_string_append_printf (text, "%d %s; ", (int) ((transition->time_us - START_US) / 1000000),
                            jipyo_alert_state_id (transition->to));
  }
  return g_string_free (text, FALSE);
}

static void
test_table (gconstpointer data)
{
  const Case *row = data;
  const JipyoAlertRule rule = { .test = row->test };
  g_auto (GStrv) steps = g_strsplit (row->steps, " ", -1);
  g_autoptr (GArray) log = g_array_new (FALSE, FALSE, sizeof (JipyoAlertTransition));
  JipyoAlertMachine machine;

  jipyo_alert_machine_init (&machine, &rule, FALSE);
  for (guint i = 0; steps[i] != NULL; i++)
    feed (&machine, row, steps[i], log);
  g_autofree char *text = write_log (log);
  g_assert_cmpstr (text, ==, row->log);
}

/* A quote that is polled twice is one sample, however often it comes. */
static void
test_same_quote (void)
{
  const JipyoAlertRule rule = { .test = JIPYO_ALERT_ABOVE, .level = { 1000, 0 } };
  g_autoptr (GArray) log = g_array_new (FALSE, FALSE, sizeof (JipyoAlertTransition));
  JipyoAlertMachine machine;

  jipyo_alert_machine_init (&machine, &rule, FALSE);
  for (int i = 0; i < 6; i++) {
    const JipyoAlertSample sample = { .value = { 1001, 0 },
                                      .time_us = START_US + i * 10 * G_USEC_PER_SEC,
                                      .quote_us = START_US };

    jipyo_alert_machine_feed (&machine, &rule, &sample, log);
  }
  g_assert_cmpint (jipyo_alert_machine_get_state (&machine), ==, JIPYO_ALERT_PENDING);
}

static void
test_log_line (void)
{
  const JipyoAlertRule rule = { .test = JIPYO_ALERT_ABOVE, .level = { 1000, 0 }, .version = 7 };
  g_autoptr (GArray) log = g_array_new (FALSE, FALSE, sizeof (JipyoAlertTransition));
  const JipyoAlertSample sample = {
    .value = { 10015, 1 }, .time_us = START_US, .quote_us = START_US - 5, .source = "upbit"
  };
  JipyoAlertMachine machine;

  jipyo_alert_machine_init (&machine, &rule, FALSE);
  jipyo_alert_machine_feed (&machine, &rule, &sample, log);
  g_assert_cmpuint (log->len, ==, 1);
  const JipyoAlertTransition *line = &g_array_index (log, JipyoAlertTransition, 0);
  g_assert_cmpint (line->from, ==, JIPYO_ALERT_NORMAL);
  g_assert_cmpint (line->to, ==, JIPYO_ALERT_PENDING);
  g_assert_true (line->has_value && jipyo_decimal_equal (line->value, sample.value));
  g_assert_cmpint (line->quote_us, ==, START_US - 5);
  g_assert_cmpstr (line->source, ==, "upbit");
  g_assert_cmpuint (line->rule_version, ==, 7);
}

static void
test_restored (void)
{
  const JipyoAlertRule rule = { .test = JIPYO_ALERT_ABOVE, .level = { 1000, 0 } };
  g_autoptr (GArray) log = g_array_new (FALSE, FALSE, sizeof (JipyoAlertTransition));
  JipyoAlertMachine machine;

  jipyo_alert_machine_init (&machine, &rule, TRUE);
  for (int i = 0; i < 3; i++) {
    const JipyoAlertSample sample = { .value = { 1001, 0 },
                                      .time_us = START_US + i * 10 * G_USEC_PER_SEC };

    jipyo_alert_machine_feed (&machine, &rule, &sample, log);
  }
  g_assert_cmpuint (log->len, ==, 0);
}

/* Good prices below the level, with bad ticks and silences among them, in any order: never one step
 * towards firing. */
static void
test_bad_ticks (void)
{
  for (guint round = 0; round < 500; round++) {
    const JipyoAlertTest test = round % 2 == 0 ? JIPYO_ALERT_ABOVE : JIPYO_ALERT_CROSSES_UP;
    const JipyoAlertRule rule = { .test = test, .level = { 1000, 0 } };
    g_autoptr (GArray) log = g_array_new (FALSE, FALSE, sizeof (JipyoAlertTransition));
    g_autoptr (GRand) dice = g_rand_new_with_seed (round);
    gint64 now_us = START_US;
    JipyoAlertMachine machine;

    jipyo_alert_machine_init (&machine, &rule, FALSE);
    for (guint i = 0; i < 100; i++) {
      const gboolean bad = g_rand_int_range (dice, 0, 3) == 0;
      JipyoAlertSample sample = { .value = { g_rand_int_range (dice, 900, 1000), 0 } };

      now_us += g_rand_int_range (dice, 1, 70) * G_USEC_PER_SEC;
      sample.time_us = now_us;
      if (bad) {
        sample.value.digits = g_rand_int_range (dice, 1000, 1000000);
        sample.state = g_rand_boolean (dice) ? JIPYO_SAMPLE_SUSPECT : JIPYO_SAMPLE_CLOSED;
      }
      jipyo_alert_machine_feed (&machine, &rule, &sample, log);
    }
    for (guint i = 0; i < log->len; i++) {
      const JipyoAlertTransition *line = &g_array_index (log, JipyoAlertTransition, i);

      g_assert_cmpint (line->to, !=, JIPYO_ALERT_PENDING);
      g_assert_cmpint (line->to, !=, JIPYO_ALERT_FIRING);
    }
  }
}

static void
test_ids (void)
{
  for (JipyoAlertState state = 0; state < JIPYO_ALERT_STATES; state++) {
    JipyoAlertState parsed;

    g_assert_true (jipyo_alert_state_parse (jipyo_alert_state_id (state), &parsed));
    g_assert_cmpint (parsed, ==, state);
  }
  for (JipyoAlertKind kind = 0; kind < JIPYO_ALERT_KINDS; kind++) {
    JipyoAlertKind parsed;

    g_assert_true (jipyo_alert_kind_parse (jipyo_alert_kind_id (kind), &parsed));
    g_assert_cmpint (parsed, ==, kind);
  }
  for (JipyoAlertTest test = 0; test < JIPYO_ALERT_TESTS; test++) {
    JipyoAlertTest parsed;

    g_assert_true (jipyo_alert_test_parse (jipyo_alert_test_id (test), &parsed));
    g_assert_cmpint (parsed, ==, test);
  }
}

static void
test_check (void)
{
  JipyoAlertRule rule = { .subject = (char *) "upbit:KRW-BTC", .level = { 1, 0 } };

  g_assert_null (jipyo_alert_rule_check (&rule));
  rule.reminder_minutes = 59;
  g_assert_nonnull (jipyo_alert_rule_check (&rule));
  rule.reminder_minutes = 60;
  g_assert_null (jipyo_alert_rule_check (&rule));
  rule.level.digits = 0;
  g_assert_nonnull (jipyo_alert_rule_check (&rule));
  rule.kind = JIPYO_ALERT_CHANGE;
  g_assert_null (jipyo_alert_rule_check (&rule));
  rule.subject = (char *) "";
  g_assert_nonnull (jipyo_alert_rule_check (&rule));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = g_strdelimit (g_strdup (cases[i].name), " ", '-');
    g_autofree char *path = g_strconcat ("/core/alert-machine/", name, NULL);

    g_test_add_data_func (path, &cases[i], test_table);
  }
  g_test_add_func ("/core/alert-machine/same-quote", test_same_quote);
  g_test_add_func ("/core/alert-machine/log-line", test_log_line);
  g_test_add_func ("/core/alert-machine/restored", test_restored);
  g_test_add_func ("/core/alert-machine/bad-ticks", test_bad_ticks);
  g_test_add_func ("/core/alert-machine/ids", test_ids);
  g_test_add_func ("/core/alert-machine/check", test_check);
  return g_test_run ();
}
