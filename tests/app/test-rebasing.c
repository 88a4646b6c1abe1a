/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quotes of three venues brought to one basis by a history with invented prices.
 */

#include "jipyo-rebasing.h"

#include <glib/gstdio.h>
#include <utime.h>

#include "jipyo-date.h"
#include "jipyo-history.h"
#include "jipyo-past.h"

static gint64
at (const char *text)
{
  gint64 instant_us = 0;

  g_assert_true (jipyo_instant_parse (text, &instant_us));
  return instant_us;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  jipyo_past_keep_finish (result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
keep_minute (const char *instrument, const char *start, gint64 price)
{
  g_autoptr (JipyoCandleSeries) series =
               jipyo_candle_series_new (instrument, JIPYO_RESOLUTION_MINUTE);
  const JipyoCandle candle = { .start_ms = at (start) / 1000,
                               .open = price,
                               .high = price,
                               .low = price,
                               .close = price,
                               .volume = -1 };
  gboolean kept = FALSE;

  g_array_append_val (series->candles, candle);
  jipyo_past_keep_async (series, NULL, kept_cb, &kept);
  while (!kept)
    g_main_context_iteration (NULL, TRUE);
}

static void
add_quote (GPtrArray *quotes, const char *instrument, JipyoChangeBasis basis)
{
  JipyoQuote *quote = jipyo_quote_new (instrument, "any");

  quote->last = jipyo_decimal_from_int (120);
  jipyo_quote_set_change_from (quote, jipyo_decimal_from_int (80), basis);
  g_ptr_array_add (quotes, quote);
}

static void
rebased_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(int *) data = jipyo_rebase_finish (result, &error);
  g_assert_no_error (error);
}

static void
assert_change (const GPtrArray *quotes, guint index, JipyoChangeBasis basis, const char *expected)
{
  const JipyoQuote *quote = g_ptr_array_index (quotes, index);
  g_autofree char *change =
    quote->has_change ? jipyo_decimal_format (quote->change) : g_strdup ("none");

  g_assert_cmpint (quote->basis, ==, basis);
  g_assert_cmpstr (change, ==, expected);
}

static void
test_venues (void)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  const JipyoRebasing rebasing = { quotes, JIPYO_BASIS_PREVIOUS_CLOSE_UTC,
                                   at ("2026-11-25T03:00:00Z") };
  int unknown = -2;

  keep_minute ("coinone:KRW-BTC", "2026-11-24T23:59:00Z", 100);
  keep_minute ("bithumb:KRW-BTC", "2026-11-24T20:00:00Z", 50);
  add_quote (quotes, "krx:KOSPI", JIPYO_BASIS_PREVIOUS_SESSION);
  add_quote (quotes, "upbit:KRW-BTC", JIPYO_BASIS_PREVIOUS_CLOSE_UTC);
  add_quote (quotes, "bithumb:KRW-BTC", JIPYO_BASIS_PREVIOUS_CLOSE_KST);
  add_quote (quotes, "coinone:KRW-BTC", JIPYO_BASIS_ROLLING_24H);
  jipyo_rebase_async (&rebasing, NULL, rebased_cb, &unknown);
  while (unknown == -2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (unknown, ==, 1);
  assert_change (quotes, 0, JIPYO_BASIS_PREVIOUS_SESSION, "40");
  assert_change (quotes, 1, JIPYO_BASIS_PREVIOUS_CLOSE_UTC, "40");
  assert_change (quotes, 2, JIPYO_BASIS_UNSTATED, "none");
  assert_change (quotes, 3, JIPYO_BASIS_PREVIOUS_CLOSE_UTC, "20");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_autoptr (GPtrArray) quotes = jipyo_history_load_finish (JIPYO_HISTORY (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* A daily copy of that time, beside a history that another program has and that answers nothing. */
static JipyoHistory *
hold_and_copy (const char *made)
{
  g_autofree char *path = jipyo_past_path ();
  g_autofree char *copy = g_strconcat (path, ".backup-1", NULL);
  const struct utimbuf times = { at (made) / 1000000, at (made) / 1000000 };
  g_autofree char *bytes = NULL;
  gboolean loaded = FALSE;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) size, NULL));
  g_assert_cmpint (g_utime (copy, (struct utimbuf *) &times), ==, 0);
  JipyoHistory *holder = jipyo_history_new (path);
  jipyo_history_load_async (holder, NULL, loaded_cb, &loaded);
  while (!loaded)
    g_main_context_iteration (NULL, TRUE);
  return holder;
}

static void
let_go (JipyoHistory *holder)
{
  g_object_add_weak_pointer (G_OBJECT (holder), (gpointer *) &holder);
  g_object_unref (holder);
  while (holder != NULL)
    g_main_context_iteration (NULL, TRUE);
}

typedef struct {
  int unknown;
  gint64 copied_ms;
  GError *error;
} Rebased;

static void
rebased_by_copy_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Rebased *rebased = data;

  rebased->copied_ms = jipyo_rebase_get_copied_ms (result);
  rebased->unknown = jipyo_rebase_finish (result, &rebased->error);
}

/* While a window has the history, its copy will do, but for a moment that came after it was made:
 * the last price in it need not be the last of that day. */
static void
test_copied (void)
{
  static const struct {
    const char *made;
    int unknown;
    const char *change;
  } cases[] = {
    { "2026-11-25T01:00:00Z", 0, "20" },
    { "2026-11-25T00:00:00Z", 0, "20" },
    { "2026-11-24T23:59:59Z", 1, "none" },
  };

  keep_minute ("coinone:KRW-BTC", "2026-11-24T23:55:00Z", 100);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) quotes =
                 g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
    const JipyoRebasing rebasing = { quotes, JIPYO_BASIS_PREVIOUS_CLOSE_UTC,
                                     at ("2026-11-25T03:00:00Z") };
    JipyoHistory *holder = hold_and_copy (cases[i].made);
    Rebased rebased = { .unknown = -2 };

    add_quote (quotes, "coinone:KRW-BTC", JIPYO_BASIS_ROLLING_24H);
    jipyo_rebase_async (&rebasing, NULL, rebased_by_copy_cb, &rebased);
    while (rebased.unknown == -2)
      g_main_context_iteration (NULL, TRUE);
    g_assert_no_error (rebased.error);
    g_assert_cmpint (rebased.unknown, ==, cases[i].unknown);
    g_assert_cmpint (rebased.copied_ms, ==, at (cases[i].made) / 1000);
    assert_change (quotes, 0,
                   cases[i].unknown == 0 ? JIPYO_BASIS_PREVIOUS_CLOSE_UTC : JIPYO_BASIS_UNSTATED,
                   cases[i].change);
    let_go (holder);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/rebasing/copied", test_copied);
  g_test_add_func ("/app/rebasing/venues", test_venues);
  return g_test_run ();
}
