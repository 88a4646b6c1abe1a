/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A million ticks kept in batches of 300 and read back as 1,820 buckets: by the history, by a plain
 * table keyed by instrument and time, and by a raw file that is appended to and mapped. All in one
 * run, on one disk; what counts is the ratios. `bench-history SCRIPT MODULES` has another process
 * do the same with DuckDB (peers/duckdb.mjs), as `./dev bench history` does.
 */

#include "jipyo-range.h"
#include "jipyo-tail.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { N_TICKS = 1000000, N_SPREAD = 150000, BATCH = 300, N_BUCKETS = 1820, ROUNDS = 7 };

static const gint64 START_MS = 1728000000000;
static const gint64 STEP_MS = 80; /* the million lies within one day */

typedef struct {
  gint64 time_ms;
  gint64 lag_ms;
  gint64 price;
} Tick;

typedef struct {
  double rows_per_s;
  double processor_rows_per_s;   /* with a disk that takes no time */
  double bytes_per_tick;         /* written to the disk */
  double bytes_per_tick_at_rest; /* size of the file, closed */
  double query_ms;               /* median; 0: there is none */
  gint64 sum;                    /* of all extremes */
} Result;

static Tick *ticks;
/* How many instruments the ticks are of, in turn. */
static int n_instruments = 1;
static char *instruments[BATCH];

static void
make_ticks (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  gint64 price = 15983100000;

  ticks = g_new (Tick, N_TICKS);
  for (int i = 0; i < N_TICKS; i++) {
    price += g_rand_int_range (random, -500, 501) * 100;
    ticks[i] = (Tick){ START_MS + i * STEP_MS + g_rand_int_range (random, 0, 80),
                       g_rand_int_range (random, 5, 200), price };
  }
}

/* Bytes that this process sent to the disk so far. */
static double
read_written (void)
{
  g_autofree char *text = NULL;
  const char *line = NULL;

  if (!g_file_get_contents ("/proc/self/io", &text, NULL, NULL)
      || (line = strstr (text, "\nwrite_bytes: ")) == NULL)
    return 0;
  return g_ascii_strtod (line + strlen ("\nwrite_bytes: "), NULL);
}

static double
measure_file (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (double) info.st_size : 0;
}

static double
read_processor_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare_doubles (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare_doubles);
  return values[ROUNDS / 2];
}

/* Something that keeps ticks and reads them. */
typedef struct {
  const char *name;
  gpointer (*open) (const char *path);
  void (*keep) (gpointer self, const Tick *batch, int n);
  gint64 (*query) (gpointer self); /* the sum of all extremes, so that all do the same work */
  void (*close) (gpointer self);
} Keeper;

/* --- The history */

static gpointer
open_history (const char *path)
{
  return jipyo_store_open (path, NULL);
}

static void
keep_in_history (gpointer self, const Tick *batch, int n)
{
  JipyoStore *store = self;
  g_auto (JipyoRows) rows = { 0 }, all = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  jipyo_rows_init (&all, JIPYO_BATCH_COLUMNS);
  jipyo_rows_reserve (&all, (guint) n);
  rows.scale = 2;
  g_assert (jipyo_store_begin (store, NULL));
  for (int i = 0; i < n; i++) {
    jipyo_rows_append (&rows, &batch[i].time_ms);
    if (n_instruments > 1 || i == n - 1) {
      g_assert (jipyo_tail_gather (store, instruments[i % n_instruments], &rows, &all, NULL));
      rows.n = 0;
    }
  }
  g_assert (jipyo_tail_append_batch (store, &all, NULL));
  g_assert (jipyo_store_end (store, TRUE, NULL));
  if (jipyo_tail_is_long (store))
    g_assert (jipyo_tail_fold (store, NULL));
}

static gint64
query_history (gpointer self)
{
  const JipyoHistoryQuery query = { .instrument = instruments[0],
                                    .from_ms = START_MS,
                                    .to_ms = START_MS + N_TICKS * STEP_MS,
                                    .n_buckets = N_BUCKETS };
  g_autoptr (JipyoCandleSeries) series = jipyo_range_read (self, &query, NULL);
  gint64 sum = 0;

  for (guint i = 0; i < series->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (series->candles, JipyoCandle, i);

    sum += candle->high + candle->low;
  }
  return sum;
}

static void
close_history (gpointer self)
{
  jipyo_store_close (self);
}

/* --- Buckets of rows that come one by one */

typedef struct {
  gint64 low[N_BUCKETS];
  gint64 high[N_BUCKETS];
} Buckets;

static void
begin_buckets (Buckets *buckets)
{
  for (int i = 0; i < N_BUCKETS; i++) {
    buckets->low[i] = G_MAXINT64;
    buckets->high[i] = G_MININT64;
  }
}

static inline void
add_to_buckets (Buckets *buckets, gint64 time_ms, gint64 price)
{
  static const gint64 WIDTH_MS = (N_TICKS * STEP_MS + N_BUCKETS - 1) / N_BUCKETS;
  const gint64 i = (time_ms - START_MS) / WIDTH_MS;

  buckets->low[i] = MIN (buckets->low[i], price);
  buckets->high[i] = MAX (buckets->high[i], price);
}

static gint64
sum_buckets (const Buckets *buckets)
{
  gint64 sum = 0;

  for (int i = 0; i < N_BUCKETS; i++)
    if (buckets->high[i] != G_MININT64)
      sum += buckets->low[i] + buckets->high[i];
  return sum;
}

/* --- A plain keyed table */

static gpointer
open_table (const char *path)
{
  sqlite3 *database = NULL;

  g_assert (sqlite3_open (path, &database) == SQLITE_OK);
  g_assert (sqlite3_exec (
              database,
              "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL;"
              "PRAGMA synchronous=FULL;"
              "CREATE TABLE IF NOT EXISTS tick (instrument TEXT, time_ms INTEGER, lag_ms INTEGER,"
              " price INTEGER, PRIMARY KEY (instrument, time_ms)) WITHOUT ROWID",
              NULL, NULL, NULL)
            == SQLITE_OK);
  return database;
}

static void
keep_in_table (gpointer self, const Tick *batch, int n)
{
  sqlite3_stmt *insert = NULL;

  sqlite3_exec (self, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  sqlite3_prepare_v2 (self, "INSERT INTO tick VALUES (?1,?2,?3,?4)", -1, &insert, NULL);
  for (int i = 0; i < n; i++) {
    sqlite3_bind_text (insert, 1, instruments[i % n_instruments], -1, SQLITE_STATIC);
    sqlite3_bind_int64 (insert, 2, batch[i].time_ms);
    sqlite3_bind_int64 (insert, 3, batch[i].lag_ms);
    sqlite3_bind_int64 (insert, 4, batch[i].price);
    g_assert (sqlite3_step (insert) == SQLITE_DONE);
    sqlite3_reset (insert);
  }
  sqlite3_finalize (insert);
  g_assert (sqlite3_exec (self, "COMMIT", NULL, NULL, NULL) == SQLITE_OK);
}

static gint64
query_table (gpointer self)
{
  g_autofree Buckets *buckets = g_new (Buckets, 1);
  sqlite3_stmt *rows = NULL;

  begin_buckets (buckets);
  sqlite3_prepare_v2 (self,
                      "SELECT time_ms, price FROM tick WHERE instrument = 'test:0'"
                      " ORDER BY time_ms",
                      -1, &rows, NULL);
  while (sqlite3_step (rows) == SQLITE_ROW)
    add_to_buckets (buckets, sqlite3_column_int64 (rows, 0), sqlite3_column_int64 (rows, 1));
  sqlite3_finalize (rows);
  return sum_buckets (buckets);
}

static void
close_table (gpointer self)
{
  sqlite3_close (self);
}

/* --- A raw file: no checksum, no index, nothing but the numbers */

static gpointer
open_raw (const char *path)
{
  return GINT_TO_POINTER (g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600));
}

static void
keep_raw (gpointer self, const Tick *batch, int n)
{
  const int fd = GPOINTER_TO_INT (self);

  g_assert (write (fd, batch, (gsize) n * sizeof *batch) == n * (gssize) sizeof *batch);
  g_assert (fdatasync (fd) == 0);
}

static gint64
query_raw (gpointer self)
{
  g_autofree Buckets *buckets = g_new (Buckets, 1);
  const gsize size = N_TICKS * sizeof (Tick);
  const Tick *all = mmap (NULL, size, PROT_READ, MAP_SHARED, GPOINTER_TO_INT (self), 0);

  begin_buckets (buckets);
  for (int i = 0; i < N_TICKS; i++)
    add_to_buckets (buckets, all[i].time_ms, all[i].price);
  munmap ((gpointer) all, size);
  return sum_buckets (buckets);
}

static void
close_raw (gpointer self)
{
  close (GPOINTER_TO_INT (self));
}

static const Keeper keepers[] = {
  { "raw file, mapped", open_raw, keep_raw, query_raw, close_raw },
  { "plain keyed table", open_table, keep_in_table, query_table, close_table },
  { "history", open_history, keep_in_history, query_history, close_history },
};
enum { RAW, TABLE, HISTORY, N_KEEPERS, DUCKDB = N_KEEPERS, N_RESULTS };

/* Ticks in batches, all synced. */
static void
fill (const Keeper *keeper, const char *path, int n, Result *result)
{
  const double written = read_written ();
  const double start_ms = read_processor_ms ();
  const gint64 start_us = g_get_monotonic_time ();
  gpointer self = keeper->open (path);

  for (int i = 0; i < n; i += BATCH)
    keeper->keep (self, ticks + i, MIN (BATCH, n - i));
  result->rows_per_s = n / ((double) (g_get_monotonic_time () - start_us) / 1e6);
  result->processor_rows_per_s = n / ((read_processor_ms () - start_ms) / 1e3);
  keeper->close (self);
  result->bytes_per_tick = (read_written () - written) / n;
  result->bytes_per_tick_at_rest = measure_file (path) / n;
}

/* The keepers take turns: a busy machine is busy for all of them. */
static void
query_all (gpointer *selves, Result *results)
{
  double ms[N_KEEPERS][ROUNDS];

  for (int round = 0; round < ROUNDS; round++)
    for (int i = 0; i < N_KEEPERS; i++) {
      const double start_ms = read_processor_ms ();

      results[i].sum = keepers[i].query (selves[i]);
      ms[i][round] = read_processor_ms () - start_ms;
    }
  for (int i = 0; i < N_KEEPERS; i++)
    results[i].query_ms = median (ms[i]);
}

/* --- DuckDB, in a process of its own */

typedef struct {
  const char *script;
  const char *modules;
} Peer;

static void
read_figure (const char *line, Result *result)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 2);
  const struct {
    const char *name;
    double *figure;
  } figures[] = {
    { "rows_per_s", &result->rows_per_s },
    { "processor_rows_per_s", &result->processor_rows_per_s },
    { "bytes_per_tick", &result->bytes_per_tick },
    { "bytes_per_tick_at_rest", &result->bytes_per_tick_at_rest },
    { "query_ms", &result->query_ms },
  };

  if (g_strv_length (words) != 2)
    return;
  if (g_str_equal (words[0], "sum"))
    result->sum = g_ascii_strtoll (words[1], NULL, 10);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (words[0], figures[i].name))
      *figures[i].figure = g_ascii_strtod (words[1], NULL);
}

/* Without figures where it is not installed, or has no build for this system. */
static void
ask_duckdb (const Peer *peer, const char *path, int n_buckets, Result *result)
{
  g_autofree char *of = g_strdup_printf ("%d", n_instruments);
  g_autofree char *batch = g_strdup_printf ("%d", BATCH);
  g_autofree char *buckets = g_strdup_printf ("%d", n_buckets);
  g_autofree char *width =
    g_strdup_printf ("%" G_GINT64_FORMAT, (N_TICKS * STEP_MS + N_BUCKETS - 1) / N_BUCKETS);
  g_autofree char *database = g_strconcat (path, "-duckdb", NULL);
  const char *command[] = { "node", peer->script, peer->modules, path,  database,
                            of,     batch,        buckets,       width, NULL };
  g_autofree char *output = NULL, *errors = NULL;
  g_autoptr (GError) error = NULL;

  *result = (Result){ 0 };
  if (peer->script == NULL)
    return;
  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                     &errors, NULL, &error)
      || *output == '\0') {
    g_printerr ("bench-history: DuckDB does not run here: %s\n",
                error != NULL ? error->message : errors);
    return;
  }
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    read_figure (lines[i], result);
}

/* --- What came out */

static const char *
name_of (int i)
{
  return i == DUCKDB ? "DuckDB" : keepers[i].name;
}

static void
print_keeping (const char *of, const Result *results)
{
  g_print ("%-22s %12s %14s %14s %12s\n", of, "rows/s", "by processor", "B/tick written",
           "B/tick kept");
  for (int i = 0; i < N_RESULTS; i++)
    if (results[i].rows_per_s > 0)
      g_print ("  %-20s %12.0f %14.0f %14.1f %12.1f\n", name_of (i), results[i].rows_per_s,
               results[i].processor_rows_per_s, results[i].bytes_per_tick,
               results[i].bytes_per_tick_at_rest);
    else
      g_print ("  %-20s not measured: ./dev bench history installs it\n", name_of (i));
  g_print ("  history / table: %.1f, by processor %.1f; history / raw file: %.2f",
           results[HISTORY].rows_per_s / results[TABLE].rows_per_s,
           results[HISTORY].processor_rows_per_s / results[TABLE].processor_rows_per_s,
           results[HISTORY].rows_per_s / results[RAW].rows_per_s);
  if (results[DUCKDB].rows_per_s > 0)
    g_print ("; history / DuckDB: %.1f, by processor %.1f",
             results[HISTORY].rows_per_s / results[DUCKDB].rows_per_s,
             results[HISTORY].processor_rows_per_s / results[DUCKDB].processor_rows_per_s);
  g_print ("\n");
}

static void
print_queries (const Result *results)
{
  g_print ("%-22s %12s\n", "1 M rows to buckets", "ms");
  for (int i = 0; i < N_RESULTS; i++) {
    if (results[i].query_ms > 0)
      g_print ("  %-20s %12.2f\n", name_of (i), results[i].query_ms);
    if (results[i].query_ms > 0 && results[i].sum != results[RAW].sum)
      g_printerr ("bench-history: %s gives other buckets\n", name_of (i));
  }
  g_print ("  history / raw file: %.2f (to reach: 1.5), table / history: %.1f",
           results[HISTORY].query_ms / results[RAW].query_ms,
           results[TABLE].query_ms / results[HISTORY].query_ms);
  if (results[DUCKDB].query_ms > 0)
    g_print (", DuckDB / history: %.1f (to reach: 10)",
             results[DUCKDB].query_ms / results[HISTORY].query_ms);
  g_print ("\n");
}

/* Keeps `n` ticks with each; the files stay, named after `word`. */
static void
keep_all (const char *directory, const char *word, int n, Result *results)
{
  memset (results, 0, N_RESULTS * sizeof *results);
  for (int i = 0; i < N_KEEPERS; i++) {
    g_autofree char *path = g_strdup_printf ("%s/%s-%d", directory, word, i);

    fill (&keepers[i], path, n, &results[i]);
  }
}

static void
measure_queries (const char *directory, Result *results)
{
  gpointer selves[N_KEEPERS];

  for (int i = 0; i < N_KEEPERS; i++) {
    g_autofree char *path = g_strdup_printf ("%s/one-%d", directory, i);

    selves[i] = keepers[i].open (path);
  }
  query_all (selves, results);
  for (int i = 0; i < N_KEEPERS; i++)
    keepers[i].close (selves[i]);
}

/* In batches of as many instruments, and of one. */
static void
measure_all (const char *directory, const Peer *peer)
{
  g_autofree char *many = g_build_filename (directory, "many-0", NULL);
  g_autofree char *one = g_build_filename (directory, "one-0", NULL);
  Result results[N_RESULTS];

  n_instruments = BATCH;
  keep_all (directory, "many", N_SPREAD, results);
  ask_duckdb (peer, many, 0, &results[DUCKDB]);
  print_keeping ("300 instruments", results);
  g_print ("  (to reach: history / table 15, 200 B/tick written, 16 kept)\n\n");
  n_instruments = 1;
  keep_all (directory, "one", N_TICKS, results);
  ask_duckdb (peer, one, N_BUCKETS, &results[DUCKDB]);
  print_keeping ("one instrument", results);
  g_print ("\n");
  measure_queries (directory, results);
  print_queries (results);
}

int
main (int argc, char **argv)
{
  g_autofree char *directory = g_dir_make_tmp ("jipyo-bench-XXXXXX", NULL);
  const char *remove[] = { "rm", "-r", "--", directory, NULL };
  const Peer peer = { argc > 2 ? argv[1] : NULL, argc > 2 ? argv[2] : NULL };

  make_ticks ();
  for (int i = 0; i < BATCH; i++)
    instruments[i] = g_strdup_printf ("test:%d", i);
  measure_all (directory, &peer);
  for (int i = 0; i < BATCH; i++)
    g_free (instruments[i]);
  g_free (ticks);
  return g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                       NULL, NULL)
           ? 0
           : 1;
}
