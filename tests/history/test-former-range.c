/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One history in which a coin changes its code twice, and the first one goes to another coin.
 */

#include "jipyo-former-range.h"
#include "jipyo-new-code.h"
#include "jipyo-tail.h"

static const gint64 START_MS = 1728000000000;

static void
append (JipyoStore *store, const char *instrument, gint64 second)
{
  g_auto (JipyoRows) rows = { 0 };
  g_autoptr (GError) error = NULL;

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  jipyo_rows_append (&rows, (const gint64[]){ START_MS + second * 1000, 40, 100 + second });
  g_assert_true (jipyo_tail_append (store, instrument, &rows, &error));
  g_assert_no_error (error);
}

static JipyoStore *
make_store (void)
{
  g_autoptr (GError) error = NULL;
  JipyoStore *store = jipyo_store_open (":memory:", &error);

  g_assert_no_error (error);
  for (gint64 second = 0; second < 40; second += 10)
    append (store, "v:A", second);
  for (gint64 second = 40; second < 60; second += 10)
    append (store, "v:B", second);
  for (gint64 second = 60; second < 90; second += 10)
    append (store, "v:C", second);
  for (gint64 second = 65; second < 90; second += 10)
    append (store, "v:A", second);
  return store;
}

static GPtrArray *
make_codes (void)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_new_code_free);

  g_ptr_array_add (codes, jipyo_new_code_new ("v:A", "v:B", (START_MS + 32000) * 1000));
  g_ptr_array_add (codes, jipyo_new_code_new ("v:B", "v:C", (START_MS + 50000) * 1000));
  return codes;
}

static void
assert_reads (JipyoStore *store, const JipyoHistoryQuery *query, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoCandleSeries) series = jipyo_former_range_read (store, query, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < series->candles->len; i++)
    g_string_append_printf (text, "%d ",
                            (int) g_array_index (series->candles, JipyoCandle, i).close);
  g_string_append_printf (text, "former %u", series->former != NULL ? series->former->len : 0);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_read (void)
{
  JipyoStore *store = make_store ();
  g_autoptr (GPtrArray) codes = make_codes ();
  JipyoHistoryQuery query = {
    .instrument = "v:C", .from_ms = G_MININT64, .to_ms = G_MAXINT64, .codes = codes
  };

  assert_reads (store, &query, "100 110 120 130 140 150 160 170 180 former 2");
  query.from_ms = START_MS + 25000;
  query.to_ms = START_MS + 65000;
  assert_reads (store, &query, "130 140 150 160 former 2");
  query.to_ms = START_MS + 45000;
  assert_reads (store, &query, "130 140 former 2");
  query.from_ms = START_MS + 60000;
  query.to_ms = G_MAXINT64;
  assert_reads (store, &query, "160 170 180 former 0");
  query.from_ms = G_MININT64;
  query.instrument = "v:B";
  assert_reads (store, &query, "100 110 120 130 140 150 former 1");
  query.instrument = "v:A"; /* another coin's by now */
  assert_reads (store, &query, "165 175 185 former 0");
  query.codes = NULL;
  assert_reads (store, &query, "100 110 120 130 165 175 185 former 0");
  jipyo_store_close (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/former-range/read", test_read);
  return g_test_run ();
}
