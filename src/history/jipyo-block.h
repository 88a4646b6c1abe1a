/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of whole numbers as bytes, a column after the other, with count, range, least and greatest
 * of each column and a CRC-32C over all of it and over what the block belongs to. A block that was
 * damaged, or that lies where another should, does not open.
 */

#pragma once

#include <glib.h>

#include "jipyo-candle.h"
#include "jipyo-rows.h"

enum { JIPYO_BLOCK_ROWS_MAX = 65536 };

/* What a block belongs to. */
typedef struct {
  const char *instrument; /* "": a batch of ticks of many */
  JipyoResolution resolution;
  gint64 day; /* since 1970; JIPYO_NO_DAY for rows not yet sorted by day */
} JipyoBlockKey;

static const gint64 JIPYO_NO_DAY = G_MININT32;

/* One column of an open block: `base` and what is to be added to it, in units of `factor`, in
 * `width` bytes each. */
typedef struct {
  gint64 base;
  guint64 span;
  guint64 factor; /* at least 1 */
  guint width;    /* 0 to 8 */
  const guint8 *bytes;
} JipyoBlockColumn;

/* An open block; it points into the bytes it was opened from. */
typedef struct {
  guint n_columns;
  guint n;
  guint8 scale;
  guint8 volume_scale;
  JipyoBlockColumn columns[JIPYO_ROWS_COLUMNS_MAX];
} JipyoBlock;

/* The bytes of rows [first, first + n), of which there are at least 1 and at most
 * JIPYO_BLOCK_ROWS_MAX. (transfer full) */
GByteArray *
jipyo_block_encode (const JipyoBlockKey *key, const JipyoRows *rows, guint first, guint n);
/* FALSE when these are not the bytes of a block of this key. */
gboolean
jipyo_block_open (JipyoBlock *self, const JipyoBlockKey *key, const guint8 *bytes, gsize size);
/* Rows in memory as an open block, neither packed nor sealed; rows as jipyo_block_encode(). The
 * bytes that are returned hold it. (transfer full) */
GByteArray *jipyo_block_view (JipyoBlock *self, const JipyoRows *rows, guint first, guint n);

gint64 jipyo_block_get (const JipyoBlock *self, guint column, guint row);
/* The first row of a sorted column that is not less than `value`; n when there is none. */
guint jipyo_block_find (const JipyoBlock *self, guint column, gint64 value);
/* The same from rows[0] to rows[1], which is not less. */
guint
jipyo_block_find_among (const JipyoBlock *self, guint column, gint64 value, const guint rows[2]);
/* Least and greatest of rows [first, end), at least one. */
void jipyo_block_get_extremes (const JipyoBlock *self,
                               guint column,
                               const guint rows[2],
                               gint64 *least,
                               gint64 *greatest);
/* All rows of the block after those of `rows`; FALSE as jipyo_rows_append_rows(). */
gboolean jipyo_block_append_to (const JipyoBlock *self, JipyoRows *rows);
