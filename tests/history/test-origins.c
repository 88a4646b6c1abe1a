/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who said which candles: what is kept later takes the place of what was there, what lies between
 * two candles goes with them, and what was heard is told apart.
 */

#include "jipyo-history.h"
#include "jipyo-origins.h"

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;

typedef struct {
  JipyoHistory *history;
  gboolean done;
  JipyoCandleSeries *read;
} Fixture;

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (jipyo_history_import_finish (JIPYO_HISTORY (source), result, NULL));
  ((Fixture *) data)->done = TRUE;
}

/* `days` are counted from 20000; they end with a 0. */
static void
keep (Fixture *self, const char *origin, JipyoResolution resolution, const int *days)
{
  g_autoptr (JipyoCandleSeries) series = jipyo_candle_series_new ("test:OOO", resolution);

  series->origin = g_strdup (origin);
  for (; *days != 0; days++) {
    const JipyoCandle candle = { (20000 + *days) * DAY_MS, 5, 5, 5, 5, JIPYO_VOLUME_NOT_SAID };

    g_array_append_val (series->candles, candle);
  }
  self->done = FALSE;
  jipyo_history_import_async (self->history, series, NULL, imported_cb, self);
  while (!self->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
queried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *self = data;

  self->read = jipyo_history_query_finish (JIPYO_HISTORY (source), result, NULL);
  g_assert_nonnull (self->read);
  self->done = TRUE;
}

static void
assert_told (Fixture *self, JipyoResolution resolution, const char *expected)
{
  const JipyoHistoryQuery query = {
    .instrument = "test:OOO", .resolution = resolution, .from_ms = G_MININT64, .to_ms = G_MAXINT64
  };
  g_autoptr (GString) text = g_string_new (NULL);

  self->done = FALSE;
  jipyo_history_query_async (self->history, &query, NULL, queried_cb, self);
  while (!self->done)
    g_main_context_iteration (NULL, TRUE);
  g_autoptr (GArray) runs = jipyo_candle_series_list_origins (self->read);
  for (guint i = 0; i < runs->len; i++) {
    const JipyoOriginRun *run = &g_array_index (runs, JipyoOriginRun, i);

    g_string_append_printf (text, "%d-%d %s %s; ", (int) (run->from_ms / DAY_MS - 20000),
                            (int) (run->to_ms / DAY_MS - 20000), jipyo_origin_kind_id (run->kind),
                            run->name != NULL ? run->name : "?");
  }
  g_assert_cmpstr (text->str, ==, expected);
  g_clear_pointer (&self->read, jipyo_candle_series_free);
}

static void
test_told (void)
{
  static const int five[] = { 1, 2, 3, 6, 7, 0 };
  static const int middle[] = { 3, 0 };
  static const int between[] = { 4, 5, 0 };
  static const int last[] = { 8, 9, 0 };
  Fixture self = { .history = jipyo_history_new (":memory:") };

  keep (&self, NULL, JIPYO_RESOLUTION_DAY, last);
  keep (&self, "upbit", JIPYO_RESOLUTION_DAY, five);
  assert_told (&self, JIPYO_RESOLUTION_DAY, "1-8 fetched upbit; 8-10 unknown ?; ");
  keep (&self, "file:closes.csv", JIPYO_RESOLUTION_DAY, middle);
  assert_told (&self, JIPYO_RESOLUTION_DAY,
               "1-3 fetched upbit; 3-4 imported closes.csv; 6-8 fetched upbit; 8-10 unknown ?; ");
  /* What is fetched again is of the venue again; what another said in between stays. */
  keep (&self, "file:more.csv", JIPYO_RESOLUTION_DAY, between);
  keep (&self, "upbit", JIPYO_RESOLUTION_DAY, five);
  assert_told (&self, JIPYO_RESOLUTION_DAY,
               "1-4 fetched upbit; 4-6 imported more.csv; 6-8 fetched upbit; 8-10 unknown ?; ");
  g_object_unref (self.history);
}

/* Days are made of hours: of who gave those, and of both where two did. */
static void
test_joined (void)
{
  static const int one[] = { 1, 0 };
  static const int two[] = { 2, 0 };
  Fixture self = { .history = jipyo_history_new (":memory:") };

  keep (&self, "upbit", JIPYO_RESOLUTION_HOUR, one);
  keep (&self, "upbit", JIPYO_RESOLUTION_HOUR, two);
  keep (&self, "file:minutes.csv", JIPYO_RESOLUTION_MINUTE, two);
  assert_told (&self, JIPYO_RESOLUTION_DAY, "1-3 fetched upbit; ");
  keep (&self, "file:more.csv", JIPYO_RESOLUTION_DAY, two);
  assert_told (&self, JIPYO_RESOLUTION_DAY, "1-2 fetched upbit; 2-3 imported more.csv; ");
  g_object_unref (self.history);
}

/* What was heard is told by itself, in a stretch of somebody else as well; and a candle that is
 * joined of two. */
static void
test_kinds (void)
{
  g_autoptr (JipyoCandleSeries) series =
               jipyo_candle_series_new ("test:OOO", JIPYO_RESOLUTION_MINUTE);
  const JipyoGap stretches[] = { { 0, 120000, JIPYO_GAP_MISSING },
                                 { 120000, 240000, JIPYO_GAP_MISSING } };
  const char *name = NULL;
  JipyoCandle candle = { 60000, 5, 5, 5, 5, JIPYO_VOLUME_NOT_HEARD };

  g_assert_cmpint (jipyo_candle_series_find_origin (series, &candle, &name), ==,
                   JIPYO_ORIGIN_HEARD);
  series->origins = jipyo_candle_origins_new ();
  for (guint i = 0; i < 2; i++) {
    JipyoCandleOrigin *origin =
      jipyo_candle_origin_new (i == 0 ? "upbit" : "file:a", &stretches[i]);
    origin->resolution = JIPYO_RESOLUTION_MINUTE;
    g_ptr_array_add (series->origins, origin);
  }
  g_assert_cmpint (jipyo_candle_series_find_origin (series, &candle, &name), ==,
                   JIPYO_ORIGIN_HEARD);
  candle.volume = 7;
  g_assert_cmpint (jipyo_candle_series_find_origin (series, &candle, &name), ==,
                   JIPYO_ORIGIN_FETCHED);
  g_assert_cmpstr (name, ==, "upbit");
  series->step_ms = 240000;
  candle.start_ms = 0;
  g_assert_cmpint (jipyo_candle_series_find_origin (series, &candle, &name), ==,
                   JIPYO_ORIGIN_SEVERAL);
  g_assert_null (name);
}

/* What a history that is made anew of another takes over. */
static void
test_copied (void)
{
  static const int days[] = { 1, 2, 0 };
  JipyoStore *from = jipyo_store_open (":memory:", NULL);
  JipyoStore *to = jipyo_store_open (":memory:", NULL);
  g_autoptr (JipyoCandleSeries) series = jipyo_candle_series_new ("test:OOO", JIPYO_RESOLUTION_DAY);
  g_autoptr (GPtrArray) origins = jipyo_candle_origins_new ();
  g_autoptr (GPtrArray) copied = jipyo_candle_origins_new ();

  series->origin = g_strdup ("upbit");
  for (const int *day = days; *day != 0; day++) {
    const JipyoCandle candle = { *day * DAY_MS, 5, 5, 5, 5, 1 };
    g_array_append_val (series->candles, candle);
  }
  g_assert_true (jipyo_origins_add (from, 3, series, NULL));
  g_assert_true (jipyo_origins_load (from, 3, origins, NULL));
  g_assert_cmpuint (origins->len, ==, 1);
  g_assert_true (jipyo_origins_copy (to, 7, origins, NULL));
  g_assert_true (jipyo_origins_load (to, 7, copied, NULL));
  g_assert_cmpuint (copied->len, ==, 1);
  const JipyoCandleOrigin *copy = g_ptr_array_index (copied, 0);
  g_assert_cmpstr (copy->name, ==, "upbit");
  g_assert_cmpint (copy->from_ms, ==, DAY_MS);
  g_assert_cmpint (copy->to_ms, ==, 3 * DAY_MS);
  g_assert_cmpint (copy->resolution, ==, JIPYO_RESOLUTION_DAY);
  jipyo_store_close (from);
  jipyo_store_close (to);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/origins/told", test_told);
  g_test_add_func ("/history/origins/joined", test_joined);
  g_test_add_func ("/history/origins/kinds", test_kinds);
  g_test_add_func ("/history/origins/copied", test_copied);
  return g_test_run ();
}
