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
#include "jipyo-schema.h"

/* Folding rewrites what is there of each instrument's day, so it is done seldom; and all of the
 * tail is looked at for each query, so not too seldom: every hundred thousand ticks or so, of many
 * instruments together or of one by itself, when each has a row of its own sooner. */
static const guint FOLD_TICKS = 98304;
static const gsize FOLD_BYTES = 1024 * 1024;

/* In place of the number of a series: the row is a batch. */
static const gint64 OF_MANY = 0;

/* Rows are numbered from 1, so that one that is missing shows; but for the last ones, of which only
 * a page elsewhere tells. */
static gboolean
note_last (JipyoStore *store, GError **error)
{
  return jipyo_schema_note_last_row (store->database, sqlite3_last_insert_rowid (store->database),
                                     error);
}

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
  if (appended)
    store->tail_bytes += bytes->len;
  return appended;
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
  store->n_tail += ticks->n;
  return ticks->n == 0 || note_last (store, error);
}

static gint64
sum_name (const char *instrument)
{
  return jipyo_crc32c (0, instrument, strlen (instrument));
}

/* Nearly always saves are of the same instruments in the same order: who comes next is compared
 * before it is looked for. */
static const JipyoStoreMember *
find_member (JipyoStore *store, const char *instrument, GError **error)
{
  const guint at = store->n_gathered;
  JipyoStoreMember *member =
    at < store->members->len ? &g_array_index (store->members, JipyoStoreMember, at) : NULL;

  if (member == NULL || strcmp (member->instrument, instrument) != 0) {
    const gint64 series = jipyo_store_find_series (store, instrument, TRUE, error);
    gpointer known = NULL;

    if (series == 0)
      return NULL;
    g_array_set_size (store->members, MAX (at + 1, store->members->len));
    member = &g_array_index (store->members, JipyoStoreMember, at);
    g_hash_table_lookup_extended (store->numbers, instrument, &known, NULL);
    *member = (JipyoStoreMember){ known, series, sum_name (instrument) };
  }
  store->n_gathered++;
  return member;
}

gboolean
jipyo_tail_gather (JipyoStore *store,
                   const char *instrument,
                   const JipyoRows *ticks,
                   JipyoRows *batch,
                   GError **error)
{
  const JipyoStoreMember *member = find_member (store, instrument, error);

  if (member == NULL)
    return FALSE;
  const guint first = jipyo_rows_grow (batch, ticks->n);
  for (guint c = 0; c < JIPYO_TICK_COLUMNS; c++)
    jipyo_rows_copy (batch->columns[c] + first, ticks->columns[c], ticks->n);
  for (guint row = first; row < batch->n; row++) {
    batch->columns[JIPYO_BATCH_SERIES][row] = member->number;
    batch->columns[JIPYO_BATCH_NAME][row] = member->name;
    batch->columns[JIPYO_BATCH_SCALE][row] = ticks->scale;
  }
  return TRUE;
}

static const JipyoBlockKey key_of_many = { "", JIPYO_RESOLUTION_TICK, JIPYO_NO_DAY };

gboolean
jipyo_tail_append_batch (JipyoStore *store, const JipyoRows *batch, GError **error)
{
  store->n_gathered = 0;
  for (guint first = 0; first < batch->n; first += JIPYO_BLOCK_ROWS_MAX) {
    const guint n = MIN (batch->n - first, JIPYO_BLOCK_ROWS_MAX);
    g_autoptr (GByteArray) bytes = jipyo_block_encode (&key_of_many, batch, first, n);

    if (!insert (store, OF_MANY, bytes, error))
      return FALSE;
  }
  store->n_tail += batch->n;
  return batch->n == 0 || note_last (store, error);
}

/* --- Reading */

/* What was read of one instrument. */
typedef struct Pile Pile;
struct Pile {
  gint64 series;
  const char *instrument; /* borrowed from the store */
  gint64 name;            /* its checksum */
  Pile *next;             /* whose row came after a row of this one; NULL: none yet */
  JipyoRows ticks;
};

static void
pile_free (gpointer data)
{
  Pile *pile = data;

  jipyo_rows_clear (&pile->ticks);
  g_free (pile);
}

/* number of a series → Pile */
static GHashTable *
make_piles (const JipyoStore *store)
{
  GHashTable *piles = g_hash_table_new_full (NULL, NULL, NULL, pile_free);
  GHashTableIter iter;
  gpointer instrument, number;

  g_hash_table_iter_init (&iter, store->numbers);
  while (g_hash_table_iter_next (&iter, &instrument, &number)) {
    Pile *pile = g_new0 (Pile, 1);

    pile->series = GPOINTER_TO_INT (number);
    pile->instrument = instrument;
    pile->name = sum_name (instrument);
    jipyo_rows_init (&pile->ticks, JIPYO_TICK_COLUMNS);
    g_hash_table_insert (piles, number, pile);
  }
  return piles;
}

/* One visit. */
typedef struct {
  const JipyoTailVisitor *visitor;
  JipyoTailDamage *damage;
  GHashTable *piles;
  JipyoRows batch; /* the room that batches are unpacked in, one after the other */
} Visit;

static Pile *
find_pile (const Visit *self, gint64 series)
{
  return g_hash_table_lookup (self->piles, GINT_TO_POINTER ((int) series));
}

/* That of the row after one of `before`. As a rule it is the one that came after it in the batch
 * before. */
static Pile *
find_next_pile (const Visit *self, Pile *before, gint64 series)
{
  if (before == NULL)
    return find_pile (self, series);
  if (before->next == NULL || before->next->series != series)
    before->next = find_pile (self, series);
  return before->next;
}

static gboolean
is_wanted (const Visit *self, const Pile *pile)
{
  return self->visitor->series == 0 || self->visitor->series == pile->series;
}

static gboolean
tell (const Visit *self, Pile *pile)
{
  const JipyoTailVisitor *visitor = self->visitor;
  const gboolean well =
    pile->ticks.n == 0
    || visitor->take (pile->series, pile->instrument, &pile->ticks, visitor->data);

  jipyo_rows_clear (&pile->ticks);
  jipyo_rows_init (&pile->ticks, JIPYO_TICK_COLUMNS);
  return well;
}

static int
compare_piles (gconstpointer a, gconstpointer b)
{
  const Pile *x = a, *y = b;

  return (x->series > y->series) - (x->series < y->series);
}

static gboolean
tell_all (const Visit *self)
{
  g_autoptr (GList) piles = g_list_sort (g_hash_table_get_values (self->piles), compare_piles);
  gboolean well = TRUE;

  for (GList *item = piles; well && item != NULL; item = item->next)
    well = tell (self, item->data);
  return well;
}

/* The end of the rows from `first` on that are of one instrument and one scale. */
static guint
find_end (const JipyoRows *batch, guint first)
{
  gint64 *const *columns = batch->columns;
  guint end = first + 1;

  while (end < batch->n && columns[JIPYO_BATCH_SERIES][end] == columns[JIPYO_BATCH_SERIES][first]
         && columns[JIPYO_BATCH_NAME][end] == columns[JIPYO_BATCH_NAME][first]
         && columns[JIPYO_BATCH_SCALE][end] == columns[JIPYO_BATCH_SCALE][first])
    end++;
  return end;
}

/* Whether what a batch says of a row can be: the instrument that has that number here is the one
 * that was meant. */
static gboolean
is_of (const Pile *pile, gint64 name, gint64 scale)
{
  return pile != NULL && name == pile->name && scale >= 0 && scale <= JIPYO_DECIMAL_SCALE_MAX;
}

/* Rows [rows[0], rows[1]) of the batch, which are the pile's but not at its scale. */
static gboolean
add_rescaled (const Visit *self, Pile *pile, const guint rows[2])
{
  g_auto (JipyoRows) own = { 0 };
  JipyoRows ticks = self->batch; /* borrowed */

  ticks.n_columns = JIPYO_TICK_COLUMNS;
  ticks.scale = (guint8) self->batch.columns[JIPYO_BATCH_SCALE][rows[0]];
  jipyo_rows_init (&own, JIPYO_TICK_COLUMNS);
  jipyo_rows_append_slice (&own, &ticks, rows[0], rows[1]);
  return jipyo_rows_append_rows (&pile->ticks, &own)
         || (tell (self, pile) && jipyo_rows_append_rows (&pile->ticks, &own));
}

/* Rows [rows[0], rows[1]) of the batch, which are the pile's. */
static gboolean
add_ticks (const Visit *self, Pile *pile, const guint rows[2])
{
  const guint8 scale = (guint8) self->batch.columns[JIPYO_BATCH_SCALE][rows[0]];
  const guint n = rows[1] - rows[0];

  if (pile->ticks.n == 0)
    pile->ticks.scale = scale;
  if (pile->ticks.scale != scale)
    return add_rescaled (self, pile, rows);
  const guint first = jipyo_rows_grow (&pile->ticks, n);
  for (guint c = 0; c < JIPYO_TICK_COLUMNS; c++)
    jipyo_rows_copy (pile->ticks.columns[c] + first, self->batch.columns[c] + rows[0], n);
  return TRUE;
}

static gboolean
read_ticks (const Visit *self, Pile *pile, const JipyoBlock *block)
{
  return !is_wanted (self, pile) || jipyo_block_append_to (block, &pile->ticks)
         || (tell (self, pile) && jipyo_block_append_to (block, &pile->ticks));
}

/* Whether all rows of a batch are of one instrument, and at one scale. */
static gboolean
is_of_one (const JipyoBlock *block)
{
  return block->columns[JIPYO_BATCH_SERIES].width == 0
         && block->columns[JIPYO_BATCH_NAME].width == 0
         && block->columns[JIPYO_BATCH_SCALE].width == 0;
}

/* Of which only the ticks themselves need be unpacked. */
static gboolean
read_batch_of_one (Visit *self, const JipyoBlock *block)
{
  const gint64 scale = block->columns[JIPYO_BATCH_SCALE].base;
  Pile *pile = find_pile (self, block->columns[JIPYO_BATCH_SERIES].base);
  JipyoBlock ticks = *block;

  if (!is_of (pile, block->columns[JIPYO_BATCH_NAME].base, scale)) {
    self->damage->damaged = TRUE;
    return TRUE;
  }
  ticks.n_columns = JIPYO_TICK_COLUMNS;
  ticks.scale = (guint8) scale;
  return read_ticks (self, pile, &ticks);
}

static gboolean
read_batch (Visit *self, const JipyoBlock *block)
{
  gboolean well = TRUE;
  guint rows[2] = { 0, 0 };
  Pile *pile = NULL;

  self->batch.n = 0;
  jipyo_block_append_to (block, &self->batch);
  for (; well && rows[0] < self->batch.n; rows[0] = rows[1]) {
    pile = find_next_pile (self, pile, self->batch.columns[JIPYO_BATCH_SERIES][rows[0]]);
    rows[1] = find_end (&self->batch, rows[0]);
    if (!is_of (pile, self->batch.columns[JIPYO_BATCH_NAME][rows[0]],
                self->batch.columns[JIPYO_BATCH_SCALE][rows[0]]))
      self->damage->damaged = TRUE;
    else if (is_wanted (self, pile))
      well = add_ticks (self, pile, rows);
  }
  return well;
}

static void
note_sound (JipyoTailDamage *self, const JipyoBlock *block)
{
  const JipyoBlockColumn *times = &block->columns[JIPYO_TICK_TIME];
  const gint64 last_ms = (gint64) ((guint64) times->base + times->span);

  self->first_ms = self->any_sound ? MIN (self->first_ms, times->base) : times->base;
  self->last_ms = self->any_sound ? MAX (self->last_ms, last_ms) : last_ms;
  self->any_sound = TRUE;
}

static gboolean
read_row (Visit *self, sqlite3_stmt *row)
{
  const gint64 series = sqlite3_column_int64 (row, 1);
  Pile *pile = series == OF_MANY ? NULL : find_pile (self, series);
  const JipyoBlockKey key = {
    .instrument = pile != NULL ? pile->instrument : NULL,
    .resolution = JIPYO_RESOLUTION_TICK,
    .day = JIPYO_NO_DAY,
  };
  JipyoBlock block;

  if ((series != OF_MANY && pile == NULL)
      || !jipyo_block_open (&block, series == OF_MANY ? &key_of_many : &key,
                            sqlite3_column_blob (row, 2), (gsize) sqlite3_column_bytes (row, 2))) {
    self->damage->damaged = TRUE;
    return TRUE;
  }
  note_sound (self->damage, &block);
  if (series != OF_MANY)
    return read_ticks (self, pile, &block);
  return is_of_one (&block) ? read_batch_of_one (self, &block) : read_batch (self, &block);
}

/* Whether the tail ends with the row before `next`, as far as is known. */
static gboolean
ends_before (JipyoStore *store, gint64 next)
{
  gint64 last = 0;

  return !jipyo_schema_read_last_row (store->database, &last, NULL) || next > last;
}

static gboolean
read_rows (Visit *self, JipyoStore *store, GError **error)
{
  sqlite3_stmt *rows = jipyo_database_prepare (
    store->database, "SELECT id, series, data FROM tail ORDER BY id", error);
  gint64 expected = 1; /* folding leaves an empty table, in which rows are numbered anew */
  gboolean well = rows != NULL;
  int code = SQLITE_ROW;

  while (well && (code = sqlite3_step (rows)) == SQLITE_ROW) {
    const gint64 id = sqlite3_column_int64 (rows, 0);

    if (id != expected)
      self->damage->damaged = TRUE;
    well = read_row (self, rows);
    expected = id + 1;
  }
  if (well && code != SQLITE_DONE)
    well = jipyo_database_fail (store->database, error);
  else if (well && !ends_before (store, expected))
    self->damage->damaged = TRUE;
  sqlite3_finalize (rows);
  return well;
}

gboolean
jipyo_tail_visit (JipyoStore *store,
                  const JipyoTailVisitor *visitor,
                  JipyoTailDamage *damage,
                  GError **error)
{
  g_autoptr (GHashTable) piles = make_piles (store);
  Visit visit = { .visitor = visitor, .damage = damage, .piles = piles };

  jipyo_rows_init (&visit.batch, JIPYO_BATCH_COLUMNS);
  const gboolean read = read_rows (&visit, store, error);
  jipyo_rows_clear (&visit.batch);
  if (tell_all (&visit))
    return read;
  g_clear_error (error);
  return FALSE;
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
  return store->n_tail >= FOLD_TICKS || store->tail_bytes >= FOLD_BYTES;
}

/* --- Folding */

/* Ticks of one instrument on their way. */
typedef struct {
  gint64 series;
  const char *instrument; /* borrowed from the store */
  JipyoRows ticks;
} Fold;

static void
fold_clear (gpointer data)
{
  jipyo_rows_clear (&((Fold *) data)->ticks);
}

static gboolean
fold_cb (gint64 series, const char *instrument, JipyoRows *ticks, gpointer data)
{
  Fold fold = { .series = series, .instrument = instrument };

  jipyo_rows_init (&fold.ticks, JIPYO_TICK_COLUMNS);
  jipyo_rows_swap (&fold.ticks, ticks);
  jipyo_rows_sort (&fold.ticks);
  g_array_append_val ((GArray *) data, fold);
  return TRUE;
}

static gboolean
keep_all (JipyoStore *store, const GArray *folds, GError **error)
{
  for (guint i = 0; i < folds->len; i++) {
    const Fold *fold = &g_array_index (folds, Fold, i);
    const JipyoBlockRange range = {
      .series = fold->series,
      .instrument = fold->instrument,
      .resolution = JIPYO_RESOLUTION_TICK,
    };

    if (!jipyo_day_blocks_add_ticks (store, &range, &fold->ticks, error))
      return FALSE;
  }
  return TRUE;
}

/* The pages that the tail gives up take the blocks, and go to the disk once. */
static gboolean
move_all (JipyoStore *store, GError **error)
{
  g_autoptr (GArray) folds = g_array_new (FALSE, FALSE, sizeof (Fold));
  const JipyoTailVisitor visitor = { .take = fold_cb, .data = folds };
  JipyoTailDamage damage = { 0 };
  JipyoGap gap;

  g_array_set_clear_func (folds, fold_clear);
  return jipyo_tail_visit (store, &visitor, &damage, error)
         && jipyo_database_execute (store->database, "DELETE FROM tail", error)
         && jipyo_schema_note_last_row (store->database, 0, error) && keep_all (store, folds, error)
         && (!jipyo_tail_damage_find (&damage, &gap)
             || jipyo_gaps_add (store, JIPYO_GAPS_OF_ALL, &gap, error));
}

gboolean
jipyo_tail_fold (JipyoStore *store, GError **error)
{
  if (!jipyo_store_begin (store, error) || !jipyo_store_end (store, move_all (store, error), error))
    return FALSE;
  store->n_tail = 0;
  store->tail_bytes = 0;
  return TRUE;
}
