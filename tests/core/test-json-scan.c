/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the scanner takes and refuses, where it says the fault is, and what it costs. The public
 * conformance files are read where they lie beside the tree and skipped elsewhere.
 */

#include "jipyo-json-scan.h"

#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

static const JipyoJsonLimits letter = {
  .bytes = 8 << 20,
  .depth = 32,
  .tokens = 2000000,
  .string_bytes = 64 << 10,
  .key_bytes = 256,
  .number_bytes = 256,
  .keys_per_object = 4096,
  .to_the_letter = TRUE,
};

static int
scan_code (const char *data, gsize length)
{
  g_autoptr (GError) error = NULL;

  if (jipyo_json_scan (data, length, &jipyo_json_limits_reply, NULL, &error)) {
    g_assert_no_error (error);
    return -1;
  }
  g_assert_true (error != NULL && error->domain == JIPYO_JSON_ERROR);
  return error->code;
}

static void
test_accept (void)
{
  static const char *const texts[] = {
    "0",
    "-0",
    "\"\"",
    " [ ] ",
    "{}",
    "true",
    "null",
    "[1,2.5,-3e-7,1E+2,0.1]",
    "{\"a\":{\"b\":[{\"a\":1},{\"a\":2}]},\"c\":\"\\u00e9\\ud83d\\ude00\\n\\/\"}",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808.0",
    "\"지표\"",
    "{\"\":0}",
    "\t[\r\n1 , 2 ]\n",
    "[{\"a\":1,\"b\":{\"c\":2}},{\"b\":{\"c\":2,\"a\":1},\"a\":{\"c\":3}},{\"b\":0,\"a\":0,\"c\":0}"
    "]",
    "[{\"\\\"\":1},{\"\\\"\":2},{\"\\\"\\\"\":2}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *shown = g_strescape (texts[i], NULL);
    g_test_message ("%s", shown);
    g_assert_cmpint (scan_code (texts[i], strlen (texts[i])), ==, -1);
  }
}

typedef struct {
  const char *text;
  JipyoJsonError code;
} Refused;

static void
test_refuse (void)
{
  static const Refused cases[] = {
    { "", JIPYO_JSON_ERROR_NOT_JSON },
    { "  \n", JIPYO_JSON_ERROR_NOT_JSON },
    { "\xef\xbb\xbf{}", JIPYO_JSON_ERROR_NOT_JSON },
    { "[1][2]", JIPYO_JSON_ERROR_NOT_JSON },
    { "[1,]", JIPYO_JSON_ERROR_NOT_JSON },
    { "[,1]", JIPYO_JSON_ERROR_NOT_JSON },
    { "{\"a\":1,}", JIPYO_JSON_ERROR_NOT_JSON },
    { "{\"a\" 1}", JIPYO_JSON_ERROR_NOT_JSON },
    { "{a:1}", JIPYO_JSON_ERROR_NOT_JSON },
    { "{'a':1}", JIPYO_JSON_ERROR_NOT_JSON },
    { "[1}", JIPYO_JSON_ERROR_NOT_JSON },
    { "{]", JIPYO_JSON_ERROR_NOT_JSON },
    { "]", JIPYO_JSON_ERROR_NOT_JSON },
    { "[", JIPYO_JSON_ERROR_NOT_JSON },
    { "010", JIPYO_JSON_ERROR_NOT_JSON },
    { "0x10", JIPYO_JSON_ERROR_NOT_JSON },
    { ".5", JIPYO_JSON_ERROR_NOT_JSON },
    { "1.", JIPYO_JSON_ERROR_NOT_JSON },
    { "+1", JIPYO_JSON_ERROR_NOT_JSON },
    { "-", JIPYO_JSON_ERROR_NOT_JSON },
    { "1e", JIPYO_JSON_ERROR_NOT_JSON },
    { "NaN", JIPYO_JSON_ERROR_NOT_JSON },
    { "Infinity", JIPYO_JSON_ERROR_NOT_JSON },
    { "truthy", JIPYO_JSON_ERROR_NOT_JSON },
    { "tru", JIPYO_JSON_ERROR_NOT_JSON },
    { "// x\n1", JIPYO_JSON_ERROR_NOT_JSON },
    { "var x=[1]", JIPYO_JSON_ERROR_NOT_JSON },
    { "\"a", JIPYO_JSON_ERROR_NOT_JSON },
    { "\"a\nb\"", JIPYO_JSON_ERROR_NOT_JSON },
    { "\"\\x\"", JIPYO_JSON_ERROR_NOT_JSON },
    { "\"\\u12\"", JIPYO_JSON_ERROR_NOT_JSON },
    { "\"\\", JIPYO_JSON_ERROR_NOT_JSON },
    { "\"\\ud83d\"", JIPYO_JSON_ERROR_NOT_JSON },
    { "\"\\ude00\"", JIPYO_JSON_ERROR_NOT_JSON },
    { "\"\\ud83d\\u0041\"", JIPYO_JSON_ERROR_NOT_JSON },
    { "\"\\u0000\"", JIPYO_JSON_ERROR_NOT_JSON },
    { "\"\xff\"", JIPYO_JSON_ERROR_NOT_JSON },
    { "\"\xed\xa0\x80\"", JIPYO_JSON_ERROR_NOT_JSON },
    { "{\"a\":1,\"a\":2}", JIPYO_JSON_ERROR_SCHEMA },
    { "{\"a\":1,\"\\u0061\":2}", JIPYO_JSON_ERROR_SCHEMA },
    { "{\"x\":{\"a\":1},\"x\":2}", JIPYO_JSON_ERROR_SCHEMA },
    { "9223372036854775808", JIPYO_JSON_ERROR_RANGE },
    { "[-9223372036854775809]", JIPYO_JSON_ERROR_RANGE },
    { "18446744073709551616", JIPYO_JSON_ERROR_RANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *shown = g_strescape (cases[i].text, NULL);
    g_test_message ("%s", shown);
    g_assert_cmpint (scan_code (cases[i].text, strlen (cases[i].text)), ==, (int) cases[i].code);
  }
  g_assert_cmpint (scan_code ("\"a\0b\"", 5), ==, JIPYO_JSON_ERROR_NOT_JSON);
  g_assert_cmpint (scan_code ("1\0", 2), ==, JIPYO_JSON_ERROR_NOT_JSON);
}

/* Where the object before had other names, or one deeper, or names that stood otherwise. */
static void
test_refuse_rows (void)
{
  static const Refused cases[] = {
    { "[{\"a\":1,\"b\":2},{\"a\":1,\"a\":2}]", JIPYO_JSON_ERROR_SCHEMA },
    { "[{\"a\":1,\"b\":2},{\"a\":1,\"b\":2,\"\\u0062\":3}]", JIPYO_JSON_ERROR_SCHEMA },
    { "[{\"a\":1},{\"b\":{\"a\":1},\"a\":2,\"b\":3}]", JIPYO_JSON_ERROR_SCHEMA },
    { "[{\"a\":1},{\"a\" 1}]", JIPYO_JSON_ERROR_NOT_JSON },
    { "[{\"\\\\\":1},{\"\\\":1}]", JIPYO_JSON_ERROR_NOT_JSON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (scan_code (cases[i].text, strlen (cases[i].text)), ==, (int) cases[i].code);
  }
}

static char *
repeat (const char *before, const char *middle, guint count, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < count; i++)
    g_string_append (text, middle);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
assert_bound (char *text, int code)
{
  g_assert_cmpint (scan_code (text, strlen (text)), ==, code);
  g_free (text);
}

static void
test_bounds (void)
{
  g_autofree char *deep = repeat ("", "[", 32, "");
  GString *names = g_string_new ("{");

  assert_bound (repeat (deep, "]", 32, ""), -1);
  assert_bound (repeat ("[", "[", 32, "]"), JIPYO_JSON_ERROR_TOO_DEEP);
  assert_bound (repeat ("", "[", 100000, ""), JIPYO_JSON_ERROR_TOO_DEEP);
  assert_bound (repeat ("", "{\"a\":", 100000, ""), JIPYO_JSON_ERROR_TOO_DEEP);
  assert_bound (repeat ("\"", "a", 65536, "\""), -1);
  assert_bound (repeat ("\"", "a", 65537, "\""), JIPYO_JSON_ERROR_TOO_LARGE);
  assert_bound (repeat ("{\"", "a", 256, "\":1}"), -1);
  assert_bound (repeat ("{\"", "a", 257, "\":1}"), JIPYO_JSON_ERROR_TOO_LARGE);
  assert_bound (repeat ("{\"", "\\u0061", 256, "\":1}"), -1);
  assert_bound (repeat ("0.", "1", 62, ""), -1);
  assert_bound (repeat ("0.", "1", 63, ""), JIPYO_JSON_ERROR_TOO_LARGE);
  assert_bound (repeat ("", "1", 300, ""), JIPYO_JSON_ERROR_TOO_LARGE);
  assert_bound (repeat ("[", "0,", 2000000, "0]"), JIPYO_JSON_ERROR_TOO_LARGE);
  assert_bound (repeat ("\"\"", " ", 8 << 20, ""), JIPYO_JSON_ERROR_TOO_LARGE);

  for (guint i = 0; i < 4096; i++)
    g_string_append_printf (names, "\"k%u\":%u,", i, i);
  names->str[names->len - 1] = '}';
  g_assert_cmpint (scan_code (names->str, names->len), ==, -1);
  names->str[names->len - 1] = ',';
  g_string_append (names, "\"k4095\":0}");
  g_assert_cmpint (scan_code (names->str, names->len), ==, JIPYO_JSON_ERROR_TOO_LARGE);
  g_string_free (names, TRUE);
}

/* Four mebibytes of distinct names, in objects of so many. */
static GString *
make_objects (guint names)
{
  GString *text = g_string_new ("[");

  for (guint i = 0; text->len < (4 << 20) - 128; i++) {
    g_string_append_c (text, '{');
    for (guint j = 0; j < names && text->len < (4 << 20) - 64; j++)
      g_string_append_printf (text, "%s\"%06x\":0", j > 0 ? "," : "", i * names + j);
    g_string_append (text, "},");
  }
  return g_string_append (text, "0]");
}

/* Of this thread alone: what others take of the machine does not count. */
static gint64
measure_us (const GString *text)
{
  gint64 best_us = G_MAXINT64;

  for (int i = 0; i < 3; i++) {
    struct timespec before;
    struct timespec after;

    clock_gettime (CLOCK_THREAD_CPUTIME_ID, &before);
    g_assert_cmpint (scan_code (text->str, text->len), ==, -1);
    clock_gettime (CLOCK_THREAD_CPUTIME_ID, &after);
    best_us = MIN (best_us, (after.tv_sec - before.tv_sec) * G_USEC_PER_SEC
                              + (after.tv_nsec - before.tv_nsec) / 1000);
  }
  return MAX (best_us, 1);
}

/* As many names cost as much in objects as wide as they may be as in narrow ones: 1.1 times here.
 * One that compares each name with all before it takes forty times as long. */
static void
test_wide_is_fast (void)
{
  g_autoptr (GString) narrow = make_objects (64);
  g_autoptr (GString) wide = make_objects (4096);
  const gint64 narrow_us = measure_us (narrow);
  const gint64 wide_us = measure_us (wide);

  g_test_message ("%" G_GINT64_FORMAT " us narrow, %" G_GINT64_FORMAT " us wide", narrow_us,
                  wide_us);
  g_assert_cmpint (wide_us, <, 8 * narrow_us);
}

static void
test_position (void)
{
  JipyoJsonPosition at = { 0 };
  const char *text = "{\n  \"이름\": 1,\n  \"b\": 01\n}";

  g_assert_false (jipyo_json_scan (text, strlen (text), &jipyo_json_limits_file, &at, NULL));
  g_assert_cmpuint (at.line, ==, 3);
  g_assert_cmpuint (at.column, ==, 9);
  text = "{\"이름\":1,\"이름\":2}";
  g_assert_false (jipyo_json_scan (text, strlen (text), &jipyo_json_limits_file, &at, NULL));
  g_assert_cmpuint (at.line, ==, 1);
  g_assert_cmpuint (at.column, ==, 9);
  g_assert_cmpuint (at.offset, ==, strlen ("{\"이름\":1,"));
}

typedef struct {
  const char *pointer;
  const char *found; /* what stands there, or NULL */
} Located;

static void
test_locate (void)
{
  static const char text[] = "{\n \"a\" : [10, {\"x/y\": \"q]\\\"}\" , \"m~n\":[ ]}, -3 ],\n"
                             " \"b\": {\"\\ud83d\\ude00\": true, \"\":null}, \"c\":[]}";
  static const Located cases[] = {
    { "", "{\n \"a\"" },     { "/a", "[10" },
    { "/a/0", "10" },        { "/a/1", "{\"x/y" },
    { "/a/1/x~1y", "\"q]" }, { "/a/1/m~0n", "[ ]" },
    { "/a/2", "-3" },        { "/b/\360\237\230\200", "true" },
    { "/b/", "null" },       { "/c", "[]" },
    { "/zz", "{\n \"a\"" },  { "/a/1/zz", "{\"x/y" },
    { "/a/3", NULL },        { "/c/0", NULL },
    { "/a/x", NULL },        { "/a/0/x", NULL },
    { "/zz/y", NULL },       { "a", NULL },
  };

  g_assert_cmpint (scan_code (text, strlen (text)), ==, -1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    JipyoJsonPosition at = { 0 };
    gboolean found = jipyo_json_locate (text, strlen (text), cases[i].pointer, &at);

    g_test_message ("%s", cases[i].pointer);
    g_assert_cmpint (found, ==, cases[i].found != NULL);
    if (found)
      g_assert_true (g_str_has_prefix (text + at.offset, cases[i].found));
  }
}

static void
test_prefixes_and_flips (void)
{
  static const char text[] =
    "{\"status\":\"0000\",\"data\":[{\"n\":-1.5e3,\"s\":\"\\ud83d\\ude00지표\"},null,[true]]}";
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    g_assert_cmpint (scan_code (text, i), ==, JIPYO_JSON_ERROR_NOT_JSON);
  for (gsize i = 0; i < length; i++) {
    for (guint byte = 0; byte < 256; byte++) {
      g_autofree char *flipped = g_memdup2 (text, length);
      JipyoJsonPosition at = { 0 };

      flipped[i] = (char) byte;
      if (jipyo_json_scan (flipped, length, &jipyo_json_limits_reply, NULL, NULL))
        jipyo_json_locate (flipped, length, "/data/0/s", &at);
    }
  }
}

/* At every place of a string of every length, around the eight bytes that are looked at at once. */
static void
test_special_bytes (void)
{
  static const char *const good[] = { "\x7f", "지", "\\\"", "\\\\", " ", "!", "[" };
  static const char *const bad[] = { "\x01", "\x1f", "\\", "\n", "\"" };

  for (guint length = 0; length < 20; length++) {
    for (guint at = 0; at <= length; at++) {
      g_autofree char *before = g_strnfill (at, 'a');
      g_autofree char *after = g_strnfill (length - at, 'C');

      for (guint i = 0; i < G_N_ELEMENTS (good); i++)
        assert_bound (g_strconcat ("[\"", before, good[i], after, "\"]", NULL), -1);
      for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
        assert_bound (g_strconcat ("[\"", before, bad[i], after, "\"]", NULL),
                      JIPYO_JSON_ERROR_NOT_JSON);
    }
  }
}

static void
test_numbers (void)
{
  static const char text[] = "{\"1\":-1.50,\"a\":[0,\"2\",3e-7 ,{\"b\":12345}],\"c\":null,\"d\":9}";
  static const char *const expected[] = { "-1.50", "0", "3e-7", "12345", "9" };
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (JipyoJsonNumber));
  JipyoJsonNumberScan scan = { .limits = &jipyo_json_limits_reply, .numbers = numbers };
  g_autoptr (GError) error = NULL;

  g_assert_true (jipyo_json_scan_numbers (text, strlen (text), &scan, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (numbers->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < numbers->len; i++) {
    const JipyoJsonNumber *number = &g_array_index (numbers, JipyoJsonNumber, i);
    g_autofree char *found = g_strndup (text + number->offset, number->length);

    g_assert_cmpstr (found, ==, expected[i]);
  }
  g_array_set_size (numbers, 0);
  g_assert_false (jipyo_json_scan_numbers ("[1,\n2,01]", 9, &scan, &error));
  g_assert_error (error, JIPYO_JSON_ERROR, JIPYO_JSON_ERROR_NOT_JSON);
  g_assert_cmpuint (scan.at.line, ==, 2);
  g_assert_cmpuint (scan.at.column, ==, 4);
}

static gboolean
scan_file (const char *folder, const char *name, const JipyoJsonLimits *limits)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return jipyo_json_scan (data, length, limits, NULL, NULL);
}

/* The cases that RFC 8259 leaves open, and which of them pass. */
static gboolean
is_open_case_accepted (const char *name)
{
  static const char *const accepted[] = {
    "i_number_double_huge_neg_exp.json", "i_number_huge_exp.json",
    "i_number_neg_int_huge_exp.json",    "i_number_pos_double_huge_exp.json",
    "i_number_real_neg_overflow.json",   "i_number_real_pos_overflow.json",
    "i_number_real_underflow.json",      NULL,
  };

  return g_strv_contains (accepted, name);
}

static void
test_conformance (void)
{
  g_autofree char *folder =
    g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "data", "json-conformance", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint good = 0;
  guint bad = 0;

  if (dir == NULL) {
    g_test_skip ("the conformance files are not here");
    return;
  }
  while ((name = g_dir_read_name (dir)) != NULL) {
    gboolean accepted;

    if (!g_str_has_suffix (name, ".json"))
      continue;
    accepted = scan_file (folder, name, &letter);
    g_test_message ("%s %s", name, accepted ? "accepted" : "refused");
    if (*name == 'i')
      g_assert_cmpint (accepted, ==, is_open_case_accepted (name));
    else
      g_assert_cmpint (accepted, ==, *name == 'y');
    g_assert_true (accepted || !scan_file (folder, name, &jipyo_json_limits_reply));
    good += *name == 'y';
    bad += *name == 'n';
  }
  g_assert_cmpuint (good, ==, 95);
  g_assert_cmpuint (bad, ==, 188);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/json-scan/accept", test_accept);
  g_test_add_func ("/core/json-scan/refuse", test_refuse);
  g_test_add_func ("/core/json-scan/refuse-rows", test_refuse_rows);
  g_test_add_func ("/core/json-scan/bounds", test_bounds);
  g_test_add_func ("/core/json-scan/wide-is-fast", test_wide_is_fast);
  g_test_add_func ("/core/json-scan/position", test_position);
  g_test_add_func ("/core/json-scan/locate", test_locate);
  g_test_add_func ("/core/json-scan/prefixes-and-flips", test_prefixes_and_flips);
  g_test_add_func ("/core/json-scan/special-bytes", test_special_bytes);
  g_test_add_func ("/core/json-scan/numbers", test_numbers);
  g_test_add_func ("/core/json-scan/conformance", test_conformance);
  return g_test_run ();
}
