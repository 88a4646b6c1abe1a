/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-candle-file.h"
#include "jipyo-ledger-file.h"
#include "jipyo-problem.h"

#include <string.h>

static JipyoCandleSeries *
parse (const char *text, JipyoResolution resolution, GPtrArray *problems)
{
  const JipyoCandleFile file = { .name = "a.csv",
                                 .instrument = "test:AAA",
                                 .resolution = resolution };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return jipyo_candle_file_parse (&file, bytes, problems);
}

static const JipyoCandle *
candle (const JipyoCandleSeries *series, guint i)
{
  g_assert_cmpuint (i, <, series->candles->len);
  return &g_array_index (series->candles, JipyoCandle, i);
}

static void
test_sound (void)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  g_autoptr (JipyoCandleSeries) series = parse ("\xEF\xBB\xBF"
                                                "Volume,Date,Close,Open,High,Low,Note\r\n"
                                                "5,2026-11-02,10.5,10,11,9,\"a, b\"\r\n"
                                                ",2026-11-03,10.50,10.125,11,10,\r\n"
                                                "0.25,2026-11-05,7e1,70,71,69.0,x",
                                                JIPYO_RESOLUTION_DAY, problems);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (series->candles->len, ==, 3);
  g_assert_cmpuint (series->scale, ==, 3);
  g_assert_cmpuint (series->volume_scale, ==, 2);
  g_assert_cmpint (candle (series, 0)->start_ms, ==, 1793577600000);
  g_assert_cmpint (candle (series, 0)->open, ==, 10000);
  g_assert_cmpint (candle (series, 0)->close, ==, 10500);
  g_assert_cmpint (candle (series, 0)->volume, ==, 500);
  g_assert_cmpint (candle (series, 1)->open, ==, 10125);
  g_assert_cmpint (candle (series, 1)->high, ==, 11000);
  g_assert_cmpint (candle (series, 1)->volume, ==, JIPYO_VOLUME_NOT_SAID);
  g_assert_cmpint (candle (series, 2)->close, ==, 70000);
  g_assert_cmpint (candle (series, 2)->volume, ==, 25);
}

static void
test_times (void)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  JipyoCandleFile file = { .name = "a.csv",
                           .instrument = "test:AAA",
                           .resolution = JIPYO_RESOLUTION_MINUTE,
                           .zone = "+09:00" };
  static const char text[] = "timestamp,open,high,low,close\n"
                             "2026-11-02 09:00:00,1,1,1,1\n"
                             "2026-11-02T00:01:00Z,1,1,1,1\n"
                             "2026-11-02T09:02:00+09:00,1,1,1,1\n"
                             "2026-11-02 09:03,1,1,1,1\n"
                             "2026-11-02T00:04Z,1,1,1,1\n"
                             "2026-11-02T08:05+08:00,1,1,1,1\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (JipyoCandleSeries) series = jipyo_candle_file_parse (&file, bytes, problems);

  g_assert_cmpuint (problems->len, ==, 0);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (candle (series, i)->start_ms, ==, 1793577600000 + i * 60000);
}

/* The day that goes on may be in a file, one that is to come is made up. */
static void
test_to_come (void)
{
  static const char text[] = "date,open,high,low,close\n2026-11-02,1,1,1,1\n2026-11-03,1,1,1,1\n";
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  JipyoCandleFile file = { .name = "a.csv",
                           .instrument = "test:AAA",
                           .resolution = JIPYO_RESOLUTION_DAY,
                           .now_ms = 1793577600000 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (JipyoCandleSeries) none = jipyo_candle_file_parse (&file, bytes, problems);

  g_assert_null (none);
  g_assert_cmpuint (problems->len, ==, 1);
  g_autofree char *says = jipyo_problem_format (problems->pdata[0]);
  g_assert_cmpstr (says, ==, "a.csv:3:1: “2026-11-03” is not in the past");
  g_ptr_array_set_size (problems, 0);
  file.now_ms += 24 * 60 * 60 * 1000;
  g_autoptr (JipyoCandleSeries) series = jipyo_candle_file_parse (&file, bytes, problems);
  g_assert_cmpuint (series->candles->len, ==, 2);
}

/* What is wrong, and at which line and column. */
static void
test_problems (void)
{
  static const struct {
    const char *text;
    const char *says;
  } cases[] = {
    { "", "a.csv:0:1: there is no candle in this file" },
    { "time,open,high,low,close\n", "a.csv:1:1: there is no candle in this file" },
    { "time,open,high,low\n2026-11-02,1,1,1\n",
      "a.csv:1:1: there is no column “close” in the header" },
    { "time,open,high,low,close,date\n",
      "a.csv:1:26: “date” is not a column of its own: there is one before it" },
    { "time,open,high,low,close\n2026-11-02,1,1,1\n",
      "a.csv:2:1: 4 columns, where the header has 5" },
    { "time,open,high,low,close\n2026-11-02,1,1,1,x\n",
      "a.csv:2:18: “x” is not a number like 1234.5" },
    { "time,open,high,low,close\n2026-11-02,\"1,234\",1,1,1\n",
      "a.csv:2:13: “1,234” is not a number like 1234.5" },
    { "time,open,high,low,close\n2026-11-02,,1,1,1\n",
      "a.csv:2:12: “” is not a number like 1234.5" },
    { "time,open,high,low,close\n2026-11-02,0,1,1,1\n",
      "a.csv:2:12: “0” is not a price above zero" },
    { "time,open,high,low,close,volume\n2026-11-02,1,1,1,1,-1\n",
      "a.csv:2:20: “-1” is not a volume of zero or more" },
    { "time,open,high,low,close\n2026-11-02,1,2,1,3\n",
      "a.csv:2:14: “2” is not the highest of its line" },
    { "time,open,high,low,close\n2026-11-02,1,3,2,3\n",
      "a.csv:2:16: “2” is not the lowest of its line" },
    { "time,open,high,low,close\n2026-11-02,1,1,1,1\n2026-11-02,1,1,1,1\n",
      "a.csv:3:1: “2026-11-02” is not later than the line before" },
    { "time,open,high,low,close\n2026-11-02T09:00:00Z,1,1,1,1\n",
      "a.csv:2:1: “2026-11-02T09:00:00Z” is not where a candle of this length begins" },
    { "time,open,high,low,close\n2026-11-02 09:00:00,1,1,1,1\n",
      "a.csv:2:1: “2026-11-02 09:00:00” is not a time with its zone: write it behind, or say it "
      "once with --zone=+09:00" },
    { "time,open,high,low,close\n2026-11-02 29:00:00,1,1,1,1\n",
      "a.csv:2:1: “2026-11-02 29:00:00” is not a day like 2026-11-02, or a time with its zone" },
    { "time,open,high,low,close\n2026-02-30,1,1,1,1\n",
      "a.csv:2:1: “2026-02-30” is not a day like 2026-11-02, or a time with its zone" },
    { "time,open,high,low,close\n2026-11-02,\"1,1,1,1\n",
      "a.csv:2:12: this quote is not closed on its line" },
    { "time,open,high,low,close\n2026-11-02,\"1\"2,1,1,1\n",
      "a.csv:2:15: a comma was expected after the quote" },
    { "time,open,high,low,close\n2026-11-02,1,1,1,\xC0\xD4\n",
      "a.csv:2:1: this line is not UTF-8 text" },
    { "time,open,high,low,close\n2026-11-02,9223372036854775807,9223372036854775807,1,1.5\n",
      "a.csv:2:12: “9223372036854775807” is not of a size that has room beside the others" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) problems = jipyo_problems_new ();
    g_autoptr (JipyoCandleSeries) series = parse (cases[i].text, JIPYO_RESOLUTION_DAY, problems);

    g_assert_null (series);
    g_assert_cmpuint (problems->len, >, 0);
    g_autofree char *says = jipyo_problem_format (problems->pdata[0]);
    g_assert_cmpstr (says, ==, cases[i].says);
  }
}

/* All problems are told, up to a hundred. */
static void
test_many_problems (void)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  g_autoptr (GString) text = g_string_new ("time,open,high,low,close\n");

  for (int i = 0; i < 500; i++)
    g_string_append (text, "never,1,1,1,1\n");
  g_assert_null (parse (text->str, JIPYO_RESOLUTION_DAY, problems));
  g_assert_cmpuint (problems->len, ==, 100);
}

static void
progressed_cb (double part, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (part, >=, *last);
  g_assert_cmpfloat (part, <=, 1);
  *last = part;
}

static void
test_progress_and_cancel (void)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new ("time,open,high,low,close\n");
  double last = 0;
  JipyoCandleFile file = { .name = "a.csv",
                           .instrument = "test:AAA",
                           .resolution = JIPYO_RESOLUTION_MINUTE,
                           .cancellable = cancellable,
                           .progress = progressed_cb,
                           .progress_data = &last };

  for (int i = 0; i < 10000; i++)
    g_string_append_printf (text, "2026-11-%02dT%02d:%02d:00Z,5,6,4,5\n", i / 1440 + 1, i / 60 % 24,
                            i % 60);
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (JipyoCandleSeries) whole = jipyo_candle_file_parse (&file, bytes, problems);
  g_assert_cmpuint (whole->candles->len, ==, 10000);
  g_assert_cmpfloat (last, >, 0.5);
  g_cancellable_cancel (cancellable);
  last = 0;
  g_assert_null (jipyo_candle_file_parse (&file, bytes, problems));
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Every prefix of a file, and every byte of it changed: read or refused, in bounds. */
static void
test_mangled (void)
{
  static const char sound[] = "time,open,high,low,close,volume\n"
                              "2026-11-02,10.5,11.25,9,\"10\",5\n"
                              "2026-11-03,10.5,11.25,9,10,\n";
  static const char others[] = ",\"\n\r-9eE.\0x";

  for (gsize size = 0; size < sizeof sound; size++) {
    g_autoptr (GPtrArray) problems = jipyo_problems_new ();
    g_autofree char *prefix = g_strndup (sound, size);
    g_autoptr (JipyoCandleSeries) series = parse (prefix, JIPYO_RESOLUTION_DAY, problems);

    g_assert_true ((series != NULL) == (problems->len == 0));
  }
  for (gsize at = 0; at < sizeof sound - 1; at++)
    for (gsize i = 0; i < sizeof others - 1; i++) {
      g_autoptr (GPtrArray) problems = jipyo_problems_new ();
      g_autofree char *text = g_strdup (sound);

      text[at] = others[i];
      g_autoptr (JipyoCandleSeries) series = parse (text, JIPYO_RESOLUTION_DAY, problems);
      g_assert_true ((series != NULL) == (problems->len == 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/candle-file/sound", test_sound);
  g_test_add_func ("/dataset/candle-file/times", test_times);
  g_test_add_func ("/dataset/candle-file/to-come", test_to_come);
  g_test_add_func ("/dataset/candle-file/problems", test_problems);
  g_test_add_func ("/dataset/candle-file/many-problems", test_many_problems);
  g_test_add_func ("/dataset/candle-file/progress-and-cancel", test_progress_and_cancel);
  g_test_add_func ("/dataset/candle-file/mangled", test_mangled);
  return g_test_run ();
}
