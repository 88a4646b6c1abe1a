/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One bit of a file is flipped, or a page of it is spoilt, over and over: whatever is still read is
 * what was kept, or it lies in a gap that says "damaged". JIPYO_FLIPS says how often, JIPYO_SEED
 * where.
 */

#include "jipyo-day-blocks.h"
#include "jipyo-latest.h"
#include "jipyo-range.h"
#include "jipyo-retention.h"
#include "jipyo-tail.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

static const gint64 START_MS = 1728000000000;
static const gint64 DAY_MS = 24 * 60 * 60 * 1000;
static const gint64 STEP_MS = 16 * 1000; /* from tick to tick */
static const char *const instruments[] = { "test:AAA", "test:BBB", "test:CCC" };

enum { N_INSTRUMENTS = 3, N_RESOLUTIONS = JIPYO_RESOLUTION_DAY + 1 };

typedef struct {
  char *directory;
  char *path;
  GBytes *bytes; /* of the sound file */
  JipyoCandleSeries *truth[N_INSTRUMENTS][N_RESOLUTIONS];
  GPtrArray *latest;
  int n_seen;   /* damages that were noticed */
  int n_silent; /* damages by which something is missing and no gap says so */
} Scene;

static void
keep_ticks (JipyoStore *store, const char *instrument, gint64 from_ms, int n)
{
  for (int batch = 0; batch < 8; batch++) {
    g_auto (JipyoRows) rows = { 0 };

    jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
    rows.scale = 2;
    for (int i = batch * n / 8; i < (batch + 1) * n / 8; i++)
      jipyo_rows_append (&rows, (const gint64[]){ from_ms + i * STEP_MS, 5 + i % 30,
                                                  15983100 + (i * 7919) % 50021 });
    g_assert_true (jipyo_tail_append (store, instrument, &rows, NULL));
  }
}

/* As they are saved: of all instruments in one row. */
static void
keep_together (JipyoStore *store, gint64 from_ms, int n)
{
  for (int i = 0; i < n; i++) {
    g_auto (JipyoRows) batch = { 0 };

    jipyo_rows_init (&batch, JIPYO_BATCH_COLUMNS);
    for (int j = 0; j < N_INSTRUMENTS; j++) {
      g_auto (JipyoRows) rows = { 0 };

      jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
      rows.scale = 2;
      jipyo_rows_append (&rows, (const gint64[]){ from_ms + i * STEP_MS + j, 5 + i % 30,
                                                  15983100 + ((i + j) * 7919) % 50021 });
      g_assert_true (jipyo_tail_gather (store, instruments[j], &rows, &batch, NULL));
    }
    g_assert_true (jipyo_tail_append_batch (store, &batch, NULL));
  }
}

static void
keep_latest (JipyoStore *store)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);

  for (int i = 0; i < N_INSTRUMENTS; i++) {
    JipyoQuote *quote = jipyo_quote_new (instruments[i], "test");

    quote->name = jipyo_text_new ("가상", "Invented");
    quote->currency = g_strdup ("KRW");
    quote->last = (JipyoDecimal){ 15983100 + i, 2 };
    quote->has_change = TRUE;
    quote->change = (JipyoDecimal){ -2500, 2 };
    quote->venue_time_us = START_MS * 1000;
    quote->received_us = START_MS * 1000 + 5;
    g_ptr_array_add (quotes, quote);
  }
  g_assert_true (jipyo_latest_save (store->database, quotes, NULL));
}

/* Something of everything: candles of each length, folded ticks, a tail. */
static void
build (Scene *scene)
{
  JipyoStore *store = jipyo_store_open (scene->path, NULL);
  JipyoRetention run = { .now_ms = START_MS + 20 * DAY_MS, .days_left = 1000 };

  for (int i = 0; i < N_INSTRUMENTS; i++) {
    keep_ticks (store, instruments[i], START_MS - 3000 * DAY_MS, 1500);
    keep_ticks (store, instruments[i], START_MS - 300 * DAY_MS, 1500);
    keep_ticks (store, instruments[i], START_MS - 30 * DAY_MS, 1500);
    keep_ticks (store, instruments[i], START_MS + 15 * DAY_MS, 15000);
  }
  g_assert_true (jipyo_tail_fold (store, NULL));
  g_assert_true (jipyo_retention_run (store, &run, NULL));
  for (int i = 0; i < N_INSTRUMENTS; i++)
    keep_ticks (store, instruments[i], START_MS + 18 * DAY_MS, 400);
  keep_together (store, START_MS + 18 * DAY_MS + 400 * STEP_MS, 120);
  keep_latest (store);
  jipyo_store_close (store);
}

static JipyoCandleSeries *
ask (JipyoStore *store, int instrument, int resolution)
{
  const JipyoHistoryQuery query = { .instrument = instruments[instrument],
                                    .resolution = (JipyoResolution) resolution,
                                    .from_ms = G_MININT64,
                                    .to_ms = G_MAXINT64 };

  return jipyo_range_read (store, &query, NULL);
}

static void
learn (Scene *scene)
{
  JipyoStore *store = jipyo_store_open (scene->path, NULL);

  for (int i = 0; i < N_INSTRUMENTS; i++)
    for (int r = 0; r < N_RESOLUTIONS; r++) {
      scene->truth[i][r] = ask (store, i, r);
      g_assert_cmpuint (scene->truth[i][r]->candles->len, >, 0);
      g_assert_cmpuint (scene->truth[i][r]->gaps->len, ==, 0);
    }
  scene->latest = jipyo_latest_load (store->database, NULL);
  g_assert_cmpuint (scene->latest->len, ==, N_INSTRUMENTS);
  jipyo_store_close (store);
  char *bytes = NULL;
  gsize size = 0;
  g_assert_true (g_file_get_contents (scene->path, &bytes, &size, NULL));
  scene->bytes = g_bytes_new_take (bytes, size);
}

static gboolean
is_true (const JipyoCandleSeries *truth, const JipyoCandleSeries *series, const JipyoCandle *candle)
{
  for (guint i = 0; i < truth->candles->len; i++) {
    const JipyoCandle *known = &g_array_index (truth->candles, JipyoCandle, i);

    if (known->start_ms == candle->start_ms && memcmp (known, candle, sizeof *known) == 0)
      return truth->scale == series->scale;
  }
  return FALSE;
}

/* The whole file was; people are told where it is. */
static gboolean
is_set_aside (const Scene *scene)
{
  g_autoptr (GDir) listing = g_dir_open (scene->directory, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (listing)) != NULL)
    if (strstr (name, ".corrupt-") != NULL)
      return TRUE;
  return FALSE;
}

/* Every figure that is told is one that was kept, or a damaged gap lies in its time. */
static gboolean
check_series (Scene *scene, const JipyoCandleSeries *truth, const JipyoCandleSeries *series)
{
  const gint64 step_ms = MAX (series->step_ms, 1);
  guint next = 0;

  for (guint i = 0; i < series->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (series->candles, JipyoCandle, i);
    const JipyoCandle *expected =
      next < truth->candles->len ? &g_array_index (truth->candles, JipyoCandle, next) : NULL;

    /* Nearly always the next one; else anywhere. */
    if (expected != NULL && truth->scale == series->scale
        && memcmp (expected, candle, sizeof *candle) == 0)
      next++;
    else if (!is_true (truth, series, candle)
             && !jipyo_candle_series_has_gap (series, candle->start_ms, candle->start_ms + step_ms))
      return FALSE;
  }
  if (series->gaps->len > 0)
    scene->n_seen++;
  else if (series->candles->len < truth->candles->len && !is_set_aside (scene))
    scene->n_silent++;
  return TRUE;
}

static gboolean
same_quote (const JipyoQuote *a, const JipyoQuote *b)
{
  return strcmp (a->instrument, b->instrument) == 0 && strcmp (a->provider, b->provider) == 0
         && jipyo_decimal_equal (a->last, b->last) && a->has_change == b->has_change
         && jipyo_decimal_equal (a->change, b->change)
         && a->has_change_percent == b->has_change_percent && a->venue_time_us == b->venue_time_us
         && a->received_us == b->received_us && a->basis == b->basis
         && g_strcmp0 (a->currency, b->currency) == 0 && g_strcmp0 (a->name.ko, b->name.ko) == 0
         && g_strcmp0 (a->name.en, b->name.en) == 0;
}

static gboolean
check_latest (const Scene *scene, JipyoStore *store)
{
  g_autoptr (GPtrArray) quotes = jipyo_latest_load (store->database, NULL);

  for (guint i = 0; quotes != NULL && i < quotes->len; i++) {
    gboolean known = FALSE;

    for (guint j = 0; j < scene->latest->len; j++)
      known |= same_quote (quotes->pdata[i], scene->latest->pdata[j]);
    if (!known)
      return FALSE;
  }
  return TRUE;
}

static void
clean (const Scene *scene)
{
  g_autoptr (GDir) listing = g_dir_open (scene->directory, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (listing)) != NULL) {
    g_autofree char *path = g_build_filename (scene->directory, name, NULL);

    g_unlink (path);
  }
}

/* FALSE when a wrong figure was told. */
static gboolean
read_damaged (Scene *scene, const guint8 *bytes, gsize size)
{
  gboolean right = TRUE;

  clean (scene);
  g_assert_true (g_file_set_contents_full (scene->path, (const char *) bytes, (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  JipyoStore *store = jipyo_store_open (scene->path, NULL);
  if (store == NULL) {
    scene->n_seen++;
    return TRUE;
  }
  for (int i = 0; right && i < N_INSTRUMENTS; i++)
    for (int r = 0; right && r < N_RESOLUTIONS; r++) {
      g_autoptr (JipyoCandleSeries) series = ask (store, i, r);

      if (series == NULL)
        scene->n_seen++;
      right = series == NULL || check_series (scene, scene->truth[i][r], series);
    }
  right = right && check_latest (scene, store);
  jipyo_store_close (store);
  return right;
}

typedef void (*Damage) (guint8 *bytes, gsize size, GRand *random);

static gsize
choose_place (gsize n, GRand *random)
{
  return (gsize) (g_rand_double (random) * (double) n);
}

static void
flip_bit (guint8 *bytes, gsize size, GRand *random)
{
  const gsize bit = choose_place (size * 8, random);

  bytes[bit / 8] ^= (guint8) (1 << bit % 8);
}

/* What a disk does to a page: noise, nothing, the page of another place, an end cut off; not to the
 * first, without which there is no file to read. */
static void
spoil_page (guint8 *bytes, gsize size, GRand *random)
{
  enum { PAGE = 4096, HEAD = 512 };
  guint8 *page = bytes + (1 + choose_place (size / PAGE - 1, random)) * PAGE;

  switch (g_rand_int_range (random, 0, 4)) {
  case 0:
    for (int i = 0; i < PAGE; i++)
      page[i] = (guint8) g_rand_int (random);
    break;
  case 1:
    memset (page, 0, PAGE);
    break;
  case 2:
    memmove (page, bytes + choose_place (size / PAGE, random) * PAGE, PAGE);
    break;
  default:
    memset (page + HEAD, 0, PAGE - HEAD);
  }
}

static guint32
choose_seed (void)
{
  const char *text = g_getenv ("JIPYO_SEED");

  return text != NULL ? (guint32) strtoul (text, NULL, 10) : 20261125;
}

static void
quiet (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

static void
scene_init (Scene *scene)
{
  *scene = (Scene){ .directory = g_dir_make_tmp ("jipyo-flips-XXXXXX", NULL) };
  scene->path = g_build_filename (scene->directory, "history.sqlite", NULL);
  build (scene);
  learn (scene);
}

static void
scene_clear (Scene *scene)
{
  clean (scene);
  g_rmdir (scene->directory);
  for (int i = 0; i < N_INSTRUMENTS; i++)
    for (int r = 0; r < N_RESOLUTIONS; r++)
      jipyo_candle_series_free (scene->truth[i][r]);
  g_ptr_array_unref (scene->latest);
  g_bytes_unref (scene->bytes);
  g_free (scene->path);
  g_free (scene->directory);
}

/* How many wrong figures were told. */
static int
damage_often (Scene *scene, Damage damage, int n_times)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (choose_seed ());
  /* Each file that is set aside is told of. */
  const guint handler = g_log_set_handler ("jipyo-history", G_LOG_LEVEL_MESSAGE, quiet, NULL);
  int n_wrong = 0;

  for (int i = 0; i < n_times; i++) {
    gsize size = 0;
    const guint8 *sound = g_bytes_get_data (scene->bytes, &size);
    g_autofree guint8 *bytes = g_memdup2 (sound, size);

    damage (bytes, size, random);
    if (!read_damaged (scene, bytes, size)) {
      g_test_message ("damage %d: a wrong figure", i);
      n_wrong++;
    }
  }
  g_log_remove_handler ("jipyo-history", handler);
  return n_wrong;
}

static void
test_damage (gconstpointer damage)
{
  const char *count = g_getenv ("JIPYO_FLIPS");
  const int n_times = count != NULL ? atoi (count) : damage == flip_bit ? 150 : 100;
  Scene scene;

  scene_init (&scene);
  const int n_wrong = damage_often (&scene, (Damage) damage, n_times);
  const int n_series = n_times * N_INSTRUMENTS * N_RESOLUTIONS;
  g_test_message (
    "%d damages in %" G_GSIZE_FORMAT " bytes: %d wrong figures; of %d series %d with a gap,"
    " %d shorter without one",
    n_times, g_bytes_get_size (scene.bytes), n_wrong, n_series, scene.n_seen, scene.n_silent);
  g_assert_cmpint (n_wrong, ==, 0);
  /* Most of what was kept is read on, and what is not says so. */
  g_assert_cmpint (scene.n_seen, <, n_series / 2);
  g_assert_cmpint (scene.n_silent, <, n_series / 50);
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/history/flips/bit", flip_bit, test_damage);
  g_test_add_data_func ("/history/flips/page", spoil_page, test_damage);
  return g_test_run ();
}
