/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ticks or candles in memory, a column each, at one scale: what goes into a block and what comes
 * out of several.
 */

#pragma once

#include <glib.h>
#include <string.h>

enum { JIPYO_ROWS_COLUMNS_MAX = 6 };

/* Columns of ticks; and of candles. */
enum { JIPYO_TICK_TIME, JIPYO_TICK_LAG, JIPYO_TICK_PRICE, JIPYO_TICK_COLUMNS };
/* Of ticks of many instruments, each with its own scale, the columns that come after those. */
enum {
  JIPYO_BATCH_SERIES = JIPYO_TICK_COLUMNS,
  JIPYO_BATCH_NAME, /* checksum of the instrument: a number alone leads elsewhere in another file */
  JIPYO_BATCH_SCALE,
  JIPYO_BATCH_COLUMNS,
};
enum {
  JIPYO_CANDLE_START,
  JIPYO_CANDLE_OPEN,
  JIPYO_CANDLE_HIGH,
  JIPYO_CANDLE_LOW,
  JIPYO_CANDLE_CLOSE,
  JIPYO_CANDLE_VOLUME,
  JIPYO_CANDLE_COLUMNS,
};

typedef struct {
  guint n_columns;
  guint n;
  guint allocated;
  guint8 scale; /* decimals of the prices */
  guint8 volume_scale;
  gint64 *columns[JIPYO_ROWS_COLUMNS_MAX]; /* owned */
} JipyoRows;

/* JIPYO_TICK_COLUMNS, JIPYO_BATCH_COLUMNS or JIPYO_CANDLE_COLUMNS. */
void jipyo_rows_init (JipyoRows *self, guint n_columns);
void jipyo_rows_clear (JipyoRows *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JipyoRows, jipyo_rows_clear)

/* Room for so many rows in all, those that are there among them. */
void jipyo_rows_reserve (JipyoRows *self, guint n);
/* `values`: one of each column. */
void jipyo_rows_append (JipyoRows *self, const gint64 *values);
/* `n` values of one column: those of rows that come one at a time are not worth a call. */
static inline void
jipyo_rows_copy (gint64 *to, const gint64 *from, guint n)
{
  if (n == 1)
    *to = *from;
  else
    memcpy (to, from, n * sizeof *to);
}
/* Adds rows with nothing in them yet, for the caller to fill; returns the first of them. */
guint jipyo_rows_grow (JipyoRows *self, guint n);
/* Both are brought to the greater of their scales first; FALSE, with nothing appended, when a
 * figure would not fit. `other` has as many columns. */
gboolean jipyo_rows_append_rows (JipyoRows *self, JipyoRows *other);
/* Rows [first, end) of `other`, whose scales an empty `self` takes on. */
void jipyo_rows_append_slice (JipyoRows *self, const JipyoRows *other, guint first, guint end);
void jipyo_rows_swap (JipyoRows *self, JipyoRows *other);
/* Brings prices and volumes to at least these scales; FALSE, with nothing changed, when a figure
 * would not fit. */
gboolean jipyo_rows_rescale (JipyoRows *self, guint8 scale, guint8 volume_scale);
/* The first row of sorted ones whose first column is not less; n when there is none. */
guint jipyo_rows_find (const JipyoRows *self, gint64 value);
gboolean jipyo_rows_is_sorted (const JipyoRows *self);
/* Orders the rows by their first column; equal ones keep their order. */
void jipyo_rows_sort (JipyoRows *self);
/* Of rows that are alike in all columns but `ignored` (n_columns: none) and stand side by side, the
 * first stays. */
void jipyo_rows_drop_repeated (JipyoRows *self, guint ignored);
