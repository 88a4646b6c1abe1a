/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks are read in order until the database says that it cannot, then what is left of that
 * instrument from its end: a page that is lost costs what is on it, and the backup may have that.
 */

#include "jipyo-rebuild.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "jipyo-backup.h"
#include "jipyo-block-table.h"
#include "jipyo-gaps.h"
#include "jipyo-latest.h"
#include "jipyo-origins.h"
#include "jipyo-tail.h"
#include "jipyo-verification.h"

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;

typedef struct {
  JipyoStore *from;
  JipyoStore *to;
  GHashTable *instruments; /* number of a series in `from` → instrument, borrowed */
  gint64 since_ms;         /* all before is in the backup; G_MININT64: there is none */
  gboolean found;          /* something is wrong with `from` */
  gboolean lost;           /* and nobody knows what */
  GError **error;
} Rebuild;

/* A block of `from`, as it lies there. */
typedef struct {
  gint64 series;
  int resolution;
  gint64 day;
  int part;
  const guint8 *bytes;
  int size;
} Piece;

static const char *
find_instrument (const Rebuild *self, gint64 series)
{
  return g_hash_table_lookup (self->instruments, GINT_TO_POINTER ((int) series));
}

/* The backup has the same numbers, and names that may be damaged here. */
static void
list_instruments (Rebuild *self, JipyoStore *store)
{
  GHashTableIter iter;
  gpointer instrument, number;

  g_hash_table_iter_init (&iter, store->numbers);
  while (g_hash_table_iter_next (&iter, &instrument, &number))
    g_hash_table_insert (self->instruments, number, instrument);
}

/* --- Blocks */

/* What is damaged here is whole there when no more than a part of it changed: the rest, or the
 * checksum at its end, is the same. */
static gboolean
is_same (const Piece *piece, const guint8 *bytes, int size)
{
  enum { CRC_SIZE = 4 };
  const int rest = size - CRC_SIZE;

  return bytes != NULL && piece->bytes != NULL && size == piece->size && rest > 0
         && (memcmp (piece->bytes + rest, bytes + rest, CRC_SIZE) == 0
             || memcmp (piece->bytes, bytes, (gsize) rest) == 0);
}

static gboolean
backup_has (Rebuild *self, const Piece *piece, gint64 series)
{
  sqlite3_stmt *row =
    jipyo_database_prepare (self->to->database,
                            "SELECT data FROM block WHERE series = ?1 AND resolution = ?2"
                            " AND day = ?3 AND part = ?4",
                            NULL);

  if (row == NULL)
    return FALSE;
  sqlite3_bind_int64 (row, 1, series);
  sqlite3_bind_int (row, 2, piece->resolution);
  sqlite3_bind_int64 (row, 3, piece->day);
  sqlite3_bind_int (row, 4, piece->part);
  const gboolean has =
    sqlite3_step (row) == SQLITE_ROW
    && is_same (piece, sqlite3_column_blob (row, 0), sqlite3_column_bytes (row, 0));
  sqlite3_finalize (row);
  return has;
}

static gboolean
add_gap (Rebuild *self, const Piece *piece, gint64 series)
{
  const JipyoGap gap = { piece->day * DAY_MS, (piece->day + 1) * DAY_MS, JIPYO_GAP_DAMAGED };

  self->found = TRUE;
  return backup_has (self, piece, series) || jipyo_gaps_add (self->to, series, &gap, self->error);
}

static gboolean
put (Rebuild *self, const Piece *piece, const JipyoBlockRange *range)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) piece->size);

  g_byte_array_append (bytes, piece->bytes, (guint) piece->size);
  return jipyo_blocks_put (self->to, range, piece->part, bytes)
         || jipyo_database_fail (self->to->database, self->error);
}

static gboolean
take_piece (Rebuild *self, const Piece *piece)
{
  const JipyoBlockKey key = { find_instrument (self, piece->series),
                              (JipyoResolution) piece->resolution, piece->day };
  JipyoBlock block;

  /* A number that is damaged leads nowhere. */
  if (key.instrument == NULL || piece->resolution < 0 || piece->resolution > JIPYO_RESOLUTION_DAY) {
    self->found = self->lost = TRUE;
    return TRUE;
  }
  const JipyoBlockRange range = {
    .series = jipyo_store_find_series (self->to, key.instrument, TRUE, self->error),
    .instrument = key.instrument,
    .resolution = key.resolution,
    .from_day = piece->day,
  };
  if (range.series == 0)
    return FALSE;
  return jipyo_block_open (&block, &key, piece->bytes, (gsize) piece->size)
           ? put (self, piece, &range)
           : add_gap (self, piece, range.series);
}

static Piece
read_piece (sqlite3_stmt *row)
{
  return (Piece){
    .series = sqlite3_column_int64 (row, 0),
    .resolution = sqlite3_column_int (row, 1),
    .day = sqlite3_column_int64 (row, 2),
    .part = sqlite3_column_int (row, 3),
    .bytes = sqlite3_column_blob (row, 4),
    .size = sqlite3_column_bytes (row, 4),
  };
}

static const char onwards[] =
  "SELECT series, resolution, day, part, data FROM block"
  " WHERE (series, resolution, day, part) > (?1, ?2, ?3, ?4) ORDER BY 1, 2, 3, 4";
static const char from_the_end_of_the_series[] =
  "SELECT series, resolution, day, part, data FROM block"
  " WHERE series = ?1 AND (resolution, day, part) > (?2, ?3, ?4) ORDER BY 2 DESC, 3 DESC, 4 DESC";

/* What comes after `at`, which is brought to the last that was read; TRUE when that was all. */
static gboolean
take_run (Rebuild *self, const char *sql, Piece *at, gboolean *well)
{
  sqlite3_stmt *rows = jipyo_database_prepare (self->from->database, sql, NULL);
  int code = rows != NULL ? SQLITE_ROW : SQLITE_ERROR;

  if (rows != NULL) {
    sqlite3_bind_int64 (rows, 1, at->series);
    sqlite3_bind_int (rows, 2, at->resolution);
    sqlite3_bind_int64 (rows, 3, at->day);
    sqlite3_bind_int (rows, 4, at->part);
  }
  while (*well && code == SQLITE_ROW && (code = sqlite3_step (rows)) == SQLITE_ROW) {
    *at = read_piece (rows);
    *well = take_piece (self, at);
  }
  sqlite3_finalize (rows);
  return code == SQLITE_DONE;
}

static gboolean
is_at (const Piece *a, const Piece *b)
{
  return a->series == b->series && a->resolution == b->resolution && a->day == b->day
         && a->part == b->part;
}

static gint64
find_last_series (const Rebuild *self)
{
  GHashTableIter iter;
  gpointer number;
  gint64 last = 0;

  g_hash_table_iter_init (&iter, self->instruments);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    last = MAX (last, GPOINTER_TO_INT (number));
  return last;
}

static gboolean
take_blocks (Rebuild *self)
{
  const gint64 last = find_last_series (self);
  Piece at = { .series = G_MININT64 };
  gboolean well = TRUE;

  while (well && at.series <= last) {
    const Piece before = at;

    if (take_run (self, onwards, &at, &well) || !well)
      break;
    self->found = self->lost = TRUE;
    if (is_at (&at, &before))
      at = (Piece){ .series = MAX (at.series, 0) + 1, .resolution = -1 };
    Piece rest = at;
    take_run (self, from_the_end_of_the_series, &rest, &well);
    at.resolution = G_MAXINT;
  }
  return well;
}

/* --- All else */

static gboolean
tail_cb (gint64 series, const char *instrument, JipyoRows *ticks, gpointer data)
{
  Rebuild *self = data;

  return jipyo_tail_append (self->to, instrument, ticks, self->error);
}

static gboolean
take_tail (Rebuild *self)
{
  const JipyoTailVisitor visitor = { .take = tail_cb, .data = self };
  JipyoTailDamage damage = { 0 };
  g_autoptr (GError) error = NULL;
  JipyoGap gap;

  if (!jipyo_tail_visit (self->from, &visitor, &damage, &error)) {
    if (error == NULL)
      return FALSE; /* the new file did not take it, and said why */
    self->found = self->lost = TRUE;
  }
  if (!jipyo_tail_damage_find (&damage, &gap))
    return TRUE;
  self->found = TRUE;
  return jipyo_gaps_add (self->to, JIPYO_GAPS_OF_ALL, &gap, self->error);
}

static gboolean
take_latest (Rebuild *self)
{
  g_autoptr (GPtrArray) quotes = jipyo_latest_load (self->from->database, NULL);

  if (quotes != NULL)
    return jipyo_latest_save (self->to->database, quotes, self->error);
  self->found = self->lost = TRUE;
  return TRUE;
}

/* One that was itself damaged is told as one of all time: the backup knows better, or nobody. */
static gboolean
take_gaps (Rebuild *self, gint64 from, gint64 to)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (JipyoGap));
  const JipyoGapsRange here = { from, G_MININT64, G_MAXINT64 };

  if (!jipyo_gaps_load (self->from, &here, gaps, NULL))
    self->found = self->lost = TRUE;
  for (guint i = gaps->len; i > 0; i--) {
    const JipyoGap *gap = &g_array_index (gaps, JipyoGap, i - 1);

    if (gap->from_ms == G_MININT64 && gap->to_ms == G_MAXINT64) {
      self->lost = TRUE;
      g_array_remove_index (gaps, i - 1);
    }
  }
  return jipyo_gaps_merge (self->to, to, gaps, self->error);
}

/* Who said what cannot be read any more is not known. */
static gboolean
take_origins (Rebuild *self, gint64 from, gint64 to)
{
  g_autoptr (GPtrArray) origins = jipyo_candle_origins_new ();

  return !jipyo_origins_load (self->from, from, origins, NULL)
         || jipyo_origins_copy (self->to, to, origins, self->error);
}

static gboolean
take_all_gaps (Rebuild *self)
{
  GHashTableIter iter;
  gpointer number, instrument;

  if (!take_gaps (self, JIPYO_GAPS_OF_ALL, JIPYO_GAPS_OF_ALL))
    return FALSE;
  g_hash_table_iter_init (&iter, self->instruments);
  while (g_hash_table_iter_next (&iter, &number, &instrument)) {
    const gint64 to = jipyo_store_find_series (self->to, instrument, TRUE, self->error);

    if (to == 0 || !take_gaps (self, GPOINTER_TO_INT (number), to)
        || !take_origins (self, GPOINTER_TO_INT (number), to))
      return FALSE;
  }
  return TRUE;
}

static gint64
find_written_ms (const char *path, const char *ending)
{
  g_autofree char *file = g_strconcat (path, ending, NULL);
  GStatBuf info;

  return g_stat (file, &info) == 0 ? ((gint64) info.st_mtime + 1) * 1000 : G_MININT64;
}

/* Until when something may have been kept. The clock of now alone may be slow, or have been set
 * back since: what was lost would be no gap then. */
static gint64
find_end_ms (const Rebuild *self)
{
  g_autoptr (GPtrArray) quotes = jipyo_latest_load (self->to->database, NULL);
  gint64 end_ms = MAX (g_get_real_time () / 1000, find_written_ms (self->from->path, ""));

  end_ms = MAX (end_ms, find_written_ms (self->from->path, "-wal"));
  for (guint i = 0; quotes != NULL && i < quotes->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (quotes, i);

    end_ms = MAX (end_ms, MAX (quote->received_us, quote->venue_time_us) / 1000);
  }
  return MAX (end_ms, self->since_ms);
}

static gboolean
add_what_is_lost (Rebuild *self)
{
  const JipyoGap gap = { self->since_ms, find_end_ms (self), JIPYO_GAP_DAMAGED };

  return !self->lost || jipyo_gaps_add (self->to, JIPYO_GAPS_OF_ALL, &gap, self->error);
}

static gboolean
take_everything (Rebuild *self)
{
  list_instruments (self, self->to);
  list_instruments (self, self->from);
  self->found |= self->from->lost_series;
  if (!jipyo_verification_check_pages (self->from->database, NULL))
    self->found = self->lost = TRUE;
  if (!jipyo_store_begin (self->to, self->error))
    return FALSE;
  return jipyo_store_end (self->to,
                          take_blocks (self) && take_tail (self) && take_latest (self)
                            && take_all_gaps (self) && add_what_is_lost (self),
                          self->error);
}

static gboolean
find_nothing (const char *path, GError **error)
{
  g_set_error (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_DAMAGED,
               "history: %s: is called damaged, and nothing here can be mended", path);
  return FALSE;
}

static gboolean
remove_old (const char *target, GError **error)
{
  g_autofree char *log = g_strconcat (target, "-wal", NULL);

  if ((g_unlink (target) == 0 || errno == ENOENT) && (g_unlink (log) == 0 || errno == ENOENT))
    return TRUE;
  g_set_error (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_FAILED,
               "history: %s cannot be removed: %s", target, g_strerror (errno));
  return FALSE;
}

gboolean
jipyo_rebuild_make (JipyoStore *damaged, const char *target, GError **error)
{
  g_autoptr (GHashTable) instruments = g_hash_table_new (NULL, NULL);
  Rebuild rebuild = { .from = damaged, .instruments = instruments, .error = error };
  gboolean made = FALSE;

  if (!damaged->is_file || damaged->of_later_version)
    return find_nothing (damaged->path, error);
  if (!remove_old (target, error))
    return FALSE;
  rebuild.since_ms = jipyo_backup_restore (damaged->path, target);
  rebuild.to = jipyo_store_open (target, error);
  if (rebuild.to == NULL)
    return FALSE;
  made = take_everything (&rebuild);
  jipyo_store_close (rebuild.to);
  made = made && (rebuild.found || find_nothing (damaged->path, error))
         && jipyo_verification_check (target, error);
  if (!made)
    remove_old (target, NULL);
  return made;
}
