/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calendars that are refused, with where and why, and the one that comes with the program.
 */

#include <string.h>

#include "jipyo-calendar-file.h"
#include "jipyo-file-kind.h"
#include "jipyo-ledger-file.h"

#define HEAD "{\n\"version\": 1, \"calendar\": \"krx\", \"covers\": \"2026\",\n"
#define SOURCE "\"sources\": [{ \"id\": \"s\", \"title\": { \"ko\": \"가\", \"en\": \"a\" } }],\n"
#define NAME "\"name\": { \"ko\": \"가\", \"en\": \"a\" }, \"source\": \"s\" "

typedef struct {
  const char *text;
  const char *problem; /* its beginning; NULL: there is none */
} Case;

static const Case cases[] = {
  { HEAD SOURCE "\"days\": [{ \"date\": \"2026-01-01\", \"closed\": true, " NAME "}] }", NULL },
  { HEAD "\"hours\": [] }", NULL },
  { HEAD SOURCE "\"days\": [{ \"date\": \"2026-01\", \"closed\": true, " NAME "}] }",
    "own.json:4:20: /days/0/date: expected a day" },
  { HEAD SOURCE "\"days\": [{ \"date\": \"2026-02-30\", \"closed\": true, " NAME "}] }",
    "own.json:4:20: /days/0/date: \"2026-02-30\" is no date" },
  { HEAD SOURCE "\"days\": [{ \"date\": \"2026-01-01\", \"open\": \"9:00\", " NAME "}] }",
    "own.json:4:42: /days/0/open: \"9:00\" is no time of day" },
  { HEAD SOURCE "\"days\": [{ \"date\": \"2026-01-01\", \"open\": \"24:01\", " NAME "}] }",
    "own.json:4:42: /days/0/open: \"24:01\" is no time of day" },
  { HEAD SOURCE
    "\"days\": [{ \"date\": \"2026-01-01\", \"closed\": true, \"open\": \"10:00\", " NAME "}] }",
    "own.json:4:44: /days/0/closed: a day that is closed has no hours" },
  { HEAD SOURCE "\"days\": [{ \"date\": \"2026-01-01\", \"closed\": true, " NAME "},"
                "{ \"date\": \"2026-01-01\", \"closed\": true, " NAME "}] }",
    "own.json:4:" },
  { HEAD "\"days\": [{ \"date\": \"2026-01-01\", \"closed\": true, " NAME "}] }", "own.json:3:" },
  { HEAD SOURCE "\"hours\": [{ \"phase\": \"lunch\", \"from\": \"2026-01-01\", \"open\": "
                "\"12:00\", \"close\": \"13:00\", \"source\": \"s\" }] }",
    "own.json:4:22: /hours/0/phase: “lunch” is none of" },
  { HEAD SOURCE "\"hours\": [{ \"phase\": \"open\", \"from\": \"2026-01-01\", \"open\": "
                "\"12:00\", \"close\": \"12:00\", \"source\": \"s\" }] }",
    "own.json:4:" },
  { HEAD "\"holidays\": [] }", "own.json:3:" },
  { "{ \"version\": 2, \"calendar\": \"krx\" }", "own.json:1:14: /version: expected 1" },
  { "{ \"version\": 1, \"calendar\": \"krx\", \"covers\": \"always\" }",
    "own.json:1:46: /covers: " },
  { "[]", "own.json:1:1: " },
  { "", "own.json:1:1: " },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) problems = jipyo_problems_new ();
    g_autoptr (JipyoCalendar) calendar = jipyo_calendar_file_parse (
      "own.json", cases[i].text, strlen (cases[i].text), problems);
    g_autofree char *first = NULL;

    g_test_message ("%s", cases[i].text);
    g_assert_true ((calendar != NULL) == (cases[i].problem == NULL));
    g_assert_true ((problems->len == 0) == (cases[i].problem == NULL));
    if (cases[i].problem == NULL)
      continue;
    first = jipyo_problem_format (g_ptr_array_index (problems, 0));
    if (!g_str_has_prefix (first, cases[i].problem))
      g_assert_cmpstr (first, ==, cases[i].problem);
  }
}

/* Whoever writes a date wrong there decides whether the market is closed. */
static void
test_shipped (void)
{
  static const char *const closed[] = { "2026-12-25", "2026-12-31", "2027-01-01", "2027-02-09",
                                        "2027-09-15", "2027-12-31", "2026-11-28" };
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  g_autoptr (GPtrArray) calendars = jipyo_calendar_load_shipped (problems);
  const JipyoCalendar *krx = g_ptr_array_index (calendars, 0);
  JipyoDate date;
  gint64 bounds_us[2];
  g_autofree char *opens = NULL;

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (calendars->len, ==, 1);
  g_assert_cmpstr (krx->market, ==, "krx");
  for (guint i = 0; i < G_N_ELEMENTS (closed); i++) {
    g_test_message ("%s", closed[i]);
    jipyo_date_parse (closed[i], &date);
    g_assert_false (jipyo_calendar_is_session (krx, date));
  }
  jipyo_date_parse ("2027-01-04", &date);
  g_assert_true (jipyo_calendar_get_hours (krx, date, JIPYO_PHASE_OPEN, bounds_us));
  opens = jipyo_instant_format (bounds_us[0]);
  g_assert_cmpstr (opens, ==, "2027-01-04T01:00:00Z");
  for (guint i = 0; i < krx->days->len; i++) {
    const JipyoCalendarDay *day = g_ptr_array_index (krx->days, i);

    g_assert_true (jipyo_calendar_covers (krx, day->date));
    g_assert_nonnull (jipyo_calendar_find_source (krx, day->source));
  }
}

static void
assert_kind (const char *text, JipyoFileKind kind)
{
  g_assert_cmpint (jipyo_file_kind_guess (text, strlen (text)), ==, kind);
}

static void
test_kinds (void)
{
  assert_kind (cases[0].text, JIPYO_FILE_KIND_CALENDAR);
  assert_kind ("{\"provider-order\": 7}", JIPYO_FILE_KIND_PROVIDER_ORDER);
  assert_kind ("{\"claims\": []}", JIPYO_FILE_KIND_LEDGER);
  assert_kind ("[\"calendar\"]", JIPYO_FILE_KIND_LEDGER);
  assert_kind ("", JIPYO_FILE_KIND_LEDGER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/calendar-file/cases", test_cases);
  g_test_add_func ("/dataset/calendar-file/shipped", test_shipped);
  g_test_add_func ("/dataset/calendar-file/kinds", test_kinds);
  return g_test_run ();
}
