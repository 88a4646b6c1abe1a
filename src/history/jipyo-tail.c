/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Appending to the end of one table touches one page a commit, whatever the number of instruments;
 * a table keyed by instrument and time would touch one for each. What is saved together is one row:
 * columns of hundreds of ticks take a quarter of the room of hundreds of blocks of one.
 */

#include "jipyo-tail.h"

#include <string.h>

#include "jipyo-crc32c.h"
#include "jipyo-day-blocks.h"
#include "jipyo-gaps.h"

/* Folding rewrites what is there of each instrument's day, so it is done seldom; and all of the
 * tail is looked at for each query, so not too seldom: every fifty thousand ticks or so, of many
 * instruments together or of one by itself, when each has a row of its own sooner. */
static const guint FOLD_ROWS = 49152;
static const gsize FOLD_BYTES = 512 * 1024;

/* In place of the number of a series: the row is a batch. */
static const gint64 OF_MANY = 0;

static gboolean
insert (JipyoStore *store, gint64 series, const GByteArray *bytes, GError **error)
{
  sqlite3_stmt *append =
    jipyo_store_prepare (store, "INSERT INTO tail (series, data) VALUES (?1, ?2)", error);

  if (append == NULL)
    return FALSE;
  sqlite3_bind_int64 (append, 1, series);
  sqlite3_bind_blob (append, 2, bytes->data, (int) bytes->len, SQLITE_STATIC);
  const gboolean appended =
    sqlite3_step (append) == SQLITE_DONE || jipyo_database_fail (store->database, error);
  sqlite3_reset (append);
  if (!appended)
    return FALSE;
  store->n_tail++;
  store->tail_bytes += bytes->len;
  return TRUE;
}

gboolean
jipyo_tail_append (JipyoStore *store,
                   const char *instrument,
                   const JipyoRows *ticks,
                   GError **error)
{
  const JipyoBlockKey key = { instrument, JIPYO_RESOLUTION_TICK, JIPYO_NO_DAY };
  const gint64 series = jipyo_store_find_series (store, instrument, TRUE, error);

  if (series == 0)
    return FALSE;
  for (guint first = 0; first < ticks->n; first += JIPYO_BLOCK_ROWS_MAX) {
    const guint n = MIN (ticks->n - first, JIPYO_BLOCK_ROWS_MAX);
    g_autoptr (GByteArray) bytes = jipyo_block_encode (&key, ticks, first, n);

    if (!insert (store, series, bytes, error))
      return FALSE;
  }
  return TRUE;
}

static gint64
sum_name (const char *instrument)
{
  return jipyo_crc32c (0, instrument, strlen (instrument));
}

gboolean
jipyo_tail_gather (JipyoStore *store,
                   const char *instrument,
                   const JipyoRows *ticks,
                   JipyoRows *batch,
                   GError **error)
{
  const gint64 series = jipyo_store_find_series (store, instrument, TRUE, error);
  const gint64 name = sum_name (instrument);

  for (guint i = 0; series != 0 && i < ticks->n; i++) {
    const gint64 values[JIPYO_BATCH_COLUMNS] = {
      [JIPYO_TICK_TIME] = ticks->columns[JIPYO_TICK_TIME][i],
      [JIPYO_TICK_LAG] = ticks->columns[JIPYO_TICK_LAG][i],
      [JIPYO_TICK_PRICE] = ticks->columns[JIPYO_TICK_PRICE][i],
      [JIPYO_BATCH_SERIES] = series,
      [JIPYO_BATCH_NAME] = name,
      [JIPYO_BATCH_SCALE] = ticks->scale,
    };

    jipyo_rows_append (batch, values);
  }
  return series != 0;
}

static const JipyoBlockKey key_of_many = { "", JIPYO_RESOLUTION_TICK, JIPYO_NO_DAY };

gboolean
jipyo_tail_append_batch (JipyoStore *store, const JipyoRows *batch, GError **error)
{
  for (guint first = 0; first < batch->n; first += JIPYO_BLOCK_ROWS_MAX) {
    const guint n = MIN (batch->n - first, JIPYO_BLOCK_ROWS_MAX);
    g_autoptr (GByteArray) bytes = jipyo_block_encode (&key_of_many, batch, first, n);

    if (!insert (store, OF_MANY, bytes, error))
      return FALSE;
  }
  return TRUE;
}

/* number of a series → instrument, borrowed from the store */
static GHashTable *
list_instruments (const JipyoStore *store)
{
  GHashTable *instruments = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer instrument, number;

  g_hash_table_iter_init (&iter, store->numbers);
  while (g_hash_table_iter_next (&iter, &instrument, &number))
    g_hash_table_insert (instruments, number, instrument);
  return instruments;
}

/* One visit. */
typedef struct {
  GHashTable *instruments;
  JipyoTailFunc func;
  gpointer data;
} Visit;

static const char *
find_instrument (const Visit *self, gint64 series)
{
  return g_hash_table_lookup (self->instruments, GINT_TO_POINTER ((int) series));
}

static gboolean
open_row (sqlite3_stmt *row, const JipyoBlockKey *key, JipyoBlock *block)
{
  return key->instrument != NULL
         && jipyo_block_open (block, key, sqlite3_column_blob (row, 2),
                              (gsize) sqlite3_column_bytes (row, 2));
}

static guint
find_end (const JipyoRows *batch, guint first)
{
  const gint64 *series = batch->columns[JIPYO_BATCH_SERIES];
  const gint64 *scales = batch->columns[JIPYO_BATCH_SCALE];
  guint end = first + 1;

  while (end < batch->n && series[end] == series[first] && scales[end] == scales[first])
    end++;
  return end;
}

/* Whether the rows that begin there are of the instrument that has that number here. */
static gboolean
is_of (const Visit *self, const JipyoRows *batch, guint first)
{
  const char *instrument = find_instrument (self, batch->columns[JIPYO_BATCH_SERIES][first]);
  const gint64 scale = batch->columns[JIPYO_BATCH_SCALE][first];

  return instrument != NULL && batch->columns[JIPYO_BATCH_NAME][first] == sum_name (instrument)
         && scale >= 0 && scale <= JIPYO_DECIMAL_SCALE_MAX;
}

static gboolean
visit_batch (const Visit *self, const JipyoBlock *batch)
{
  g_auto (JipyoRows) rows = { 0 };
  gboolean well = TRUE;
  guint first = 0;

  jipyo_rows_init (&rows, JIPYO_BATCH_COLUMNS);
  jipyo_block_append_to (batch, &rows);
  while (well && first < rows.n) {
    const guint end = find_end (&rows, first);
    const JipyoBlock ticks = jipyo_block_slice_batch (batch, first, end);

    well = is_of (self, &rows, first)
             ? self->func (rows.columns[JIPYO_BATCH_SERIES][first], &ticks, self->data)
             : self->func (0, NULL, self->data);
    first = end;
  }
  return well;
}

static gboolean
visit_row (const Visit *self, sqlite3_stmt *row)
{
  const gint64 series = sqlite3_column_int64 (row, 1);
  const JipyoBlockKey key = {
    .instrument = find_instrument (self, series),
    .resolution = JIPYO_RESOLUTION_TICK,
    .day = JIPYO_NO_DAY,
  };
  JipyoBlock block;

  if (!open_row (row, series == OF_MANY ? &key_of_many : &key, &block))
    return self->func (0, NULL, self->data);
  return series == OF_MANY ? visit_batch (self, &block) : self->func (series, &block, self->data);
}

gboolean
jipyo_tail_visit (JipyoStore *store, JipyoTailFunc func, gpointer data, GError **error)
{
  sqlite3_stmt *rows = jipyo_database_prepare (
    store->database, "SELECT id, series, data FROM tail ORDER BY id", error);
  g_autoptr (GHashTable) instruments = list_instruments (store);
  const Visit visit = { instruments, func, data };
  gint64 expected = 1; /* folding leaves an empty table, in which rows are numbered anew */
  gboolean well = rows != NULL;
  int code = SQLITE_ROW;

  while (well && (code = sqlite3_step (rows)) == SQLITE_ROW) {
    const gint64 id = sqlite3_column_int64 (rows, 0);

    well = (id == expected || func (0, NULL, data)) && visit_row (&visit, rows);
    expected = id + 1;
  }
  if (well && code != SQLITE_DONE)
    well = jipyo_database_fail (store->database, error);
  sqlite3_finalize (rows);
  return well;
}

void
jipyo_tail_damage_note (JipyoTailDamage *self, const JipyoBlock *block)
{
  if (block == NULL) {
    self->damaged = TRUE;
    return;
  }
  const gint64 first_ms = jipyo_block_get (block, JIPYO_TICK_TIME, 0);
  const gint64 last_ms = jipyo_block_get (block, JIPYO_TICK_TIME, block->n - 1);

  self->first_ms = self->any_sound ? MIN (self->first_ms, first_ms) : first_ms;
  self->last_ms = self->any_sound ? MAX (self->last_ms, last_ms) : last_ms;
  self->any_sound = TRUE;
}

gboolean
jipyo_tail_damage_find (const JipyoTailDamage *self, JipyoGap *gap)
{
  static const gint64 DAY_MS = 24 * 60 * 60 * 1000;

  if (!self->damaged)
    return FALSE;
  *gap = (JipyoGap){ G_MININT64, G_MAXINT64, JIPYO_GAP_DAMAGED };
  if (self->any_sound) {
    gap->from_ms = self->first_ms - DAY_MS;
    gap->to_ms = self->last_ms + DAY_MS;
  }
  return TRUE;
}

gboolean
jipyo_tail_is_long (const JipyoStore *store)
{
  return store->n_tail >= FOLD_ROWS || store->tail_bytes >= FOLD_BYTES;
}

/* --- Folding */

typedef struct {
  JipyoStore *store;
  GHashTable *rows;        /* number of series → JipyoRows of ticks */
  GHashTable *instruments; /* number of series → instrument */
  JipyoTailDamage damage;
  GError **error;
} Gathering;

static void
rows_free (gpointer data)
{
  JipyoRows *rows = data;

  jipyo_rows_clear (rows);
  g_free (rows);
}

static JipyoRows *
rows_of (Gathering *self, gint64 series)
{
  const gpointer number = GINT_TO_POINTER ((int) series);
  JipyoRows *rows = g_hash_table_lookup (self->rows, number);

  if (rows == NULL) {
    rows = g_new (JipyoRows, 1);
    jipyo_rows_init (rows, JIPYO_TICK_COLUMNS);
    g_hash_table_insert (self->rows, number, rows);
  }
  return rows;
}

/* Into the blocks with what there is of a series. */
static gboolean
keep_ticks (Gathering *self, gint64 series)
{
  JipyoRows *rows = rows_of (self, series);
  const JipyoBlockRange range = {
    .series = series,
    .instrument = g_hash_table_lookup (self->instruments, GINT_TO_POINTER ((int) series)),
    .resolution = JIPYO_RESOLUTION_TICK,
  };

  jipyo_rows_sort (rows);
  if (!jipyo_day_blocks_add_ticks (self->store, &range, rows, self->error))
    return FALSE;
  jipyo_rows_clear (rows);
  jipyo_rows_init (rows, JIPYO_TICK_COLUMNS);
  return TRUE;
}

static gboolean
gather_cb (gint64 series, const JipyoBlock *block, gpointer data)
{
  Gathering *self = data;

  jipyo_tail_damage_note (&self->damage, block);
  if (block == NULL)
    return TRUE;
  if (jipyo_block_append_to (block, rows_of (self, series)))
    return TRUE;
  /* Prices of such different scales do not fit in one block: what there is goes first. */
  return keep_ticks (self, series) && jipyo_block_append_to (block, rows_of (self, series));
}

static gboolean
keep_all (Gathering *self)
{
  g_autoptr (GList) series = g_hash_table_get_keys (self->rows);
  JipyoGap gap;

  for (GList *item = series; item != NULL; item = item->next)
    if (!keep_ticks (self, GPOINTER_TO_INT (item->data)))
      return FALSE;
  return !jipyo_tail_damage_find (&self->damage, &gap)
         || jipyo_gaps_add (self->store, JIPYO_GAPS_OF_ALL, &gap, self->error);
}

gboolean
jipyo_tail_fold (JipyoStore *store, GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (NULL, NULL, NULL, rows_free);
  g_autoptr (GHashTable) instruments = list_instruments (store);
  Gathering gathering = {
    .store = store, .rows = rows, .instruments = instruments, .error = error
  };
  gboolean well = FALSE;

  if (!jipyo_store_begin (store, error))
    return FALSE;
  well = jipyo_tail_visit (store, gather_cb, &gathering, error) && keep_all (&gathering)
         && jipyo_database_execute (store->database, "DELETE FROM tail", error);
  if (!jipyo_store_end (store, well, error))
    return FALSE;
  store->n_tail = 0;
  store->tail_bytes = 0;
  return TRUE;
}
