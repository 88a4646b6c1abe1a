/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layout, little-endian; numbers of the head are LEB128, signed ones zigzag:
 *   version, columns, scale, volume scale: a byte each; rows
 *   of each column: least, greatest minus least, what all differences are multiples of
 *   of each column: value minus least, by that, in as few of 0 to 8 bytes as the greatest needs
 *   CRC-32C of the key and of all before, four bytes
 * Fixed widths instead of packed bits: any row is reached at once, and a scan runs at the speed of
 * memory. Prices move by steps: divided by the step they take a byte less. Version 1 knew no step,
 * and only widths of 0, 1, 2, 4 and 8.
 */

#include "jipyo-block.h"

#include <string.h>

#include "jipyo-crc32c.h"
#include "jipyo-lanes.h"

enum { WITHOUT_STEPS = 1, VERSION = 2, CRC_SIZE = 4, HEAD_BYTES = 4 };

/* Where reading stands; `bytes` is NULL once it went wrong. */
typedef struct {
  const guint8 *bytes;
  const guint8 *end;
} Reader;

static guint32
begin_crc (const JipyoBlockKey *key)
{
  const guint8 resolution = (guint8) key->resolution;
  const gint64 day = GINT64_TO_LE (key->day);
  guint32 crc = jipyo_crc32c (0, key->instrument, strlen (key->instrument) + 1);

  crc = jipyo_crc32c (crc, &resolution, sizeof resolution);
  return jipyo_crc32c (crc, &day, sizeof day);
}

static void
put_number (GByteArray *bytes, guint64 value)
{
  while (value >= 0x80) {
    g_byte_array_append (bytes, &(guint8){ (guint8) (value | 0x80) }, 1);
    value >>= 7;
  }
  g_byte_array_append (bytes, &(guint8){ (guint8) value }, 1);
}

static void
put_signed (GByteArray *bytes, gint64 value)
{
  put_number (bytes, ((guint64) value << 1) ^ (guint64) (value >> 63));
}

static guint64
take_number (Reader *reader)
{
  guint64 value = 0;

  for (int shift = 0; reader->bytes != NULL && reader->bytes < reader->end && shift < 64;
       shift += 7) {
    const guint8 byte = *reader->bytes++;

    value |= (guint64) (byte & 0x7F) << shift;
    if (byte < 0x80)
      return value;
  }
  reader->bytes = NULL;
  return 0;
}

static gint64
take_signed (Reader *reader)
{
  const guint64 value = take_number (reader);

  return (gint64) (value >> 1) ^ -(gint64) (value & 1);
}

static guint
width_of (guint64 greatest, guint8 version)
{
  guint width = 0;

  for (; greatest != 0; greatest >>= 8)
    width++;
  if (version != WITHOUT_STEPS || width < 3)
    return width;
  return width <= 4 ? 4 : 8;
}

/* Processors divide short numbers several times faster. */
static inline guint64
divide (guint64 a, guint64 b)
{
  return (a | b) <= G_MAXUINT32 ? (guint32) a / (guint32) b : a / b;
}

static inline guint64
find_rest (guint64 a, guint64 b)
{
  return (a | b) <= G_MAXUINT32 ? (guint32) a % (guint32) b : a % b;
}

static guint64
find_common_divisor (guint64 a, guint64 b)
{
  while (b != 0) {
    const guint64 rest = find_rest (a, b);

    a = b;
    b = rest;
  }
  return a;
}

/* Of the differences from the least; 1 is soon found where they have nothing in common. */
static guint64
find_factor (const gint64 *values, guint n, gint64 least)
{
  guint64 factor = 0;

  for (guint i = 0; i < n && factor != 1; i++)
    factor = find_common_divisor ((guint64) values[i] - (guint64) least, factor);
  return MAX (factor, 1);
}

/* Without looking for what the values have in common. */
static JipyoBlockColumn
measure_range (const gint64 *values, guint n)
{
  gint64 least = values[0], greatest = values[0];

  for (guint i = 1; i < n; i++) {
    least = MIN (least, values[i]);
    greatest = MAX (greatest, values[i]);
  }
  return (JipyoBlockColumn){ .base = least,
                             .span = (guint64) greatest - (guint64) least,
                             .factor = 1,
                             .width = sizeof (gint64) };
}

static JipyoBlockColumn
measure_column (const gint64 *values, guint n)
{
  JipyoBlockColumn column = measure_range (values, n);

  if (column.span > 0)
    column.factor = find_factor (values, n, column.base);
  column.width = width_of (column.span / column.factor, VERSION);
  return column;
}

/* With a constant width the compiler makes one store of it. */
static inline void
pack (const JipyoBlockColumn *column, const gint64 *values, guint n, guint width, guint8 *bytes)
{
  for (guint i = 0; i < n; i++) {
    guint64 rest = (guint64) values[i] - (guint64) column->base;

    rest = GUINT64_TO_LE (column->factor == 1 ? rest : divide (rest, column->factor));
    memcpy (bytes + (gsize) i * width, &rest, width);
  }
}

static void
put_column (GByteArray *bytes, const gint64 *values, guint n, JipyoBlockColumn column)
{
  const guint start = bytes->len;

  g_byte_array_set_size (bytes, start + n * column.width);
  guint8 *to = bytes->data + start;
  switch (column.width) {
  case 0:
    break;
  case 1:
    pack (&column, values, n, 1, to);
    break;
  case 2:
    pack (&column, values, n, 2, to);
    break;
  case 3:
    pack (&column, values, n, 3, to);
    break;
  case 4:
    pack (&column, values, n, 4, to);
    break;
  case 8:
    pack (&column, values, n, 8, to);
    break;
  default:
    pack (&column, values, n, column.width, to);
  }
}

GByteArray *
jipyo_block_encode (const JipyoBlockKey *key, const JipyoRows *rows, guint first, guint n)
{
  const guint8 head[HEAD_BYTES] = { VERSION, (guint8) rows->n_columns, rows->scale,
                                    rows->volume_scale };
  JipyoBlockColumn columns[JIPYO_ROWS_COLUMNS_MAX];
  GByteArray *bytes = g_byte_array_sized_new (64 + n * rows->n_columns * 3);

  g_assert (n > 0 && n <= JIPYO_BLOCK_ROWS_MAX && first + n <= rows->n);
  g_byte_array_append (bytes, head, sizeof head);
  put_number (bytes, n);
  for (guint c = 0; c < rows->n_columns; c++) {
    columns[c] = measure_column (rows->columns[c] + first, n);
    put_signed (bytes, columns[c].base);
    put_number (bytes, columns[c].span);
    put_number (bytes, columns[c].factor);
  }
  for (guint c = 0; c < rows->n_columns; c++)
    put_column (bytes, rows->columns[c] + first, n, columns[c]);
  const guint32 crc = GUINT32_TO_LE (jipyo_crc32c (begin_crc (key), bytes->data, bytes->len));
  g_byte_array_append (bytes, (const guint8 *) &crc, CRC_SIZE);
  return bytes;
}

static gboolean
is_intact (const JipyoBlockKey *key, const guint8 *bytes, gsize size)
{
  guint32 crc;

  if (bytes == NULL || size < HEAD_BYTES + CRC_SIZE)
    return FALSE;
  memcpy (&crc, bytes + size - CRC_SIZE, CRC_SIZE);
  return GUINT32_FROM_LE (crc) == jipyo_crc32c (begin_crc (key), bytes, size - CRC_SIZE);
}

static gboolean
read_column (JipyoBlockColumn *self, guint8 version, Reader *reader)
{
  self->base = take_signed (reader);
  self->span = take_number (reader);
  self->factor = version == WITHOUT_STEPS ? 1 : take_number (reader);
  if (self->factor == 0 || self->span % self->factor != 0
      || self->span > (guint64) G_MAXINT64 - (guint64) self->base)
    return FALSE;
  self->width = width_of (self->span / self->factor, version);
  return TRUE;
}

/* A CRC is not against forgery: what follows it is still looked at before it is used. */
static gboolean
read_head (JipyoBlock *self, Reader *reader)
{
  const guint8 *head = reader->bytes;

  self->n_columns = head[1];
  self->scale = head[2];
  self->volume_scale = head[3];
  if (head[0] < WITHOUT_STEPS || head[0] > VERSION || self->n_columns == 0
      || self->n_columns > JIPYO_ROWS_COLUMNS_MAX || self->scale > JIPYO_DECIMAL_SCALE_MAX
      || self->volume_scale > JIPYO_DECIMAL_SCALE_MAX)
    return FALSE;
  reader->bytes += HEAD_BYTES;
  const guint64 n = take_number (reader);
  self->n = (guint) MIN (n, G_MAXUINT);
  for (guint c = 0; c < self->n_columns; c++)
    if (!read_column (&self->columns[c], head[0], reader))
      return FALSE;
  return reader->bytes != NULL && n > 0 && n <= JIPYO_BLOCK_ROWS_MAX;
}

static guint
count_columns (const JipyoBlockKey *key)
{
  if (key->instrument[0] == '\0')
    return JIPYO_BATCH_COLUMNS;
  return key->resolution == JIPYO_RESOLUTION_TICK ? JIPYO_TICK_COLUMNS : JIPYO_CANDLE_COLUMNS;
}

gboolean
jipyo_block_open (JipyoBlock *self, const JipyoBlockKey *key, const guint8 *bytes, gsize size)
{
  Reader reader = { .bytes = bytes };

  if (!is_intact (key, bytes, size))
    return FALSE;
  reader.end = bytes + size - CRC_SIZE;
  if (!read_head (self, &reader) || self->n_columns != count_columns (key))
    return FALSE;
  for (guint c = 0; c < self->n_columns; c++) {
    JipyoBlockColumn *column = &self->columns[c];

    if ((gsize) (reader.end - reader.bytes) < (gsize) self->n * column->width)
      return FALSE;
    column->bytes = reader.bytes;
    reader.bytes += (gsize) self->n * column->width;
  }
  return reader.bytes == reader.end;
}

/* With a constant width the compiler makes one load of it. An odd width is a part of a wider load:
 * what that reads beyond the last value is of the checksum, which is longer. */
static inline guint64
load (const guint8 *bytes, guint width)
{
  const guint loaded = width == 3 ? 4 : width > 4 ? 8 : width;
  guint64 rest = 0;

  memcpy (&rest, bytes, loaded);
  rest = GUINT64_FROM_LE (rest);
  return loaded == width ? rest : rest & (((guint64) 1 << width * 8) - 1);
}

gint64
jipyo_block_get (const JipyoBlock *self, guint column, guint row)
{
  const JipyoBlockColumn *from = &self->columns[column];
  const guint8 *bytes = from->bytes + (gsize) row * from->width;
  guint64 rest = 0;

  switch (from->width) {
  case 1:
    rest = *bytes;
    break;
  case 2:
    rest = load (bytes, 2);
    break;
  case 3:
    rest = load (bytes, 3);
    break;
  case 4:
    rest = load (bytes, 4);
    break;
  case 5:
  case 6:
  case 7:
  case 8:
    rest = load (bytes, from->width);
    break;
  }
  return (gint64) ((guint64) from->base + rest * from->factor);
}

/* As the values are stored: nothing is unpacked on the way. The last of them is not less. Which
 * half it is comes as a number and not as a branch, which the processor would guess wrong every
 * second time. */
static inline guint
search (const guint8 *bytes, guint width, guint64 rest, const guint rows[2])
{
  guint low = rows[0], n = rows[1] - rows[0] + 1;

  while (n > 1) {
    const guint half = n / 2;

    low += load (bytes + (gsize) (low + half - 1) * width, width) < rest ? half : 0;
    n -= half;
  }
  return low;
}

guint
jipyo_block_find_among (const JipyoBlock *self, guint column, gint64 value, const guint rows[2])
{
  const JipyoBlockColumn *in = &self->columns[column];
  const guint64 above = (guint64) value - (guint64) in->base;

  if (value <= in->base)
    return rows[0];
  const guint64 rest = (above - 1) / in->factor + 1;
  switch (in->width) {
  case 1:
    return search (in->bytes, 1, rest, rows);
  case 2:
    return search (in->bytes, 2, rest, rows);
  case 3:
    return search (in->bytes, 3, rest, rows);
  case 4:
    return search (in->bytes, 4, rest, rows);
  default:
    return search (in->bytes, in->width, rest, rows);
  }
}

guint
jipyo_block_find (const JipyoBlock *self, guint column, gint64 value)
{
  const JipyoBlockColumn *in = &self->columns[column];
  const guint all[2] = { 0, self->n - 1 };

  if (value > in->base && (guint64) value - (guint64) in->base > in->span)
    return self->n;
  return jipyo_block_find_among (self, column, value, all);
}

typedef struct {
  guint64 least;
  guint64 greatest;
} Extremes;

/* What does not go four at a time: least and greatest of every second value are reckoned by
 * themselves, which the processor does at the same time. */
static inline Extremes
scan (const guint8 *bytes, gsize n, guint width)
{
  Extremes even = { G_MAXUINT64, 0 }, odd = even;
  guint32 wide[2] = { G_MAXUINT32, 0 };
  gsize i = width <= sizeof (guint32) ? jipyo_lanes_scan (bytes, n, width, wide) : 0;

  if (i > 0)
    odd = (Extremes){ wide[0], wide[1] };
  for (; i + 1 < n; i += 2) {
    const guint64 value = load (bytes + i * width, width);
    const guint64 next = load (bytes + (i + 1) * width, width);

    even.least = MIN (even.least, value);
    even.greatest = MAX (even.greatest, value);
    odd.least = MIN (odd.least, next);
    odd.greatest = MAX (odd.greatest, next);
  }
  if (i < n) {
    const guint64 value = load (bytes + i * width, width);

    even.least = MIN (even.least, value);
    even.greatest = MAX (even.greatest, value);
  }
  return (Extremes){ MIN (even.least, odd.least), MAX (even.greatest, odd.greatest) };
}

void
jipyo_block_get_extremes (const JipyoBlock *self,
                          guint column,
                          const guint rows[2],
                          gint64 *least,
                          gint64 *greatest)
{
  const JipyoBlockColumn *from = &self->columns[column];
  const guint8 *bytes = from->bytes + (gsize) rows[0] * from->width;
  const gsize n = rows[1] - rows[0];
  Extremes found = { 0, 0 };

  switch (from->width) {
  case 0:
    break;
  case 1:
    found = scan (bytes, n, 1);
    break;
  case 2:
    found = scan (bytes, n, 2);
    break;
  case 3:
    found = scan (bytes, n, 3);
    break;
  case 4:
    found = scan (bytes, n, 4);
    break;
  default:
    found = scan (bytes, n, from->width);
  }
  *least = (gint64) ((guint64) from->base + found.least * from->factor);
  *greatest = (gint64) ((guint64) from->base + found.greatest * from->factor);
}

static inline void
unpack (const JipyoBlockColumn *column, guint n, guint width, gint64 *values)
{
  for (guint i = 0; i < n; i++) {
    const guint64 rest = load (column->bytes + (gsize) i * width, width);

    values[i] = (gint64) ((guint64) column->base + rest * column->factor);
  }
}

static void
unpack_column (const JipyoBlockColumn *column, guint n, gint64 *values)
{
  switch (column->width) {
  case 0:
    for (guint i = 0; i < n; i++)
      values[i] = column->base;
    break;
  case 1:
    unpack (column, n, 1, values);
    break;
  case 2:
    unpack (column, n, 2, values);
    break;
  case 3:
    unpack (column, n, 3, values);
    break;
  case 4:
    unpack (column, n, 4, values);
    break;
  default:
    unpack (column, n, column->width, values);
  }
}

static void
unpack_rows (const JipyoBlock *self, JipyoRows *rows)
{
  const guint first = jipyo_rows_grow (rows, self->n);

  for (guint c = 0; c < self->n_columns; c++)
    unpack_column (&self->columns[c], self->n, rows->columns[c] + first);
}

gboolean
jipyo_block_append_to (const JipyoBlock *self, JipyoRows *rows)
{
  g_auto (JipyoRows) own = { 0 };

  if (rows->n == 0) {
    rows->scale = self->scale;
    rows->volume_scale = self->volume_scale;
  }
  if (rows->scale == self->scale && rows->volume_scale == self->volume_scale) {
    unpack_rows (self, rows);
    return TRUE;
  }
  jipyo_rows_init (&own, self->n_columns);
  own.scale = self->scale;
  own.volume_scale = self->volume_scale;
  unpack_rows (self, &own);
  return jipyo_rows_append_rows (rows, &own);
}

GByteArray *
jipyo_block_view (JipyoBlock *self, const JipyoRows *rows, guint first, guint n)
{
  GByteArray *bytes = g_byte_array_sized_new (n * rows->n_columns * (guint) sizeof (gint64));

  g_assert (n > 0 && n <= JIPYO_BLOCK_ROWS_MAX && first + n <= rows->n);
  *self = (JipyoBlock){
    .n_columns = rows->n_columns, .n = n, .scale = rows->scale, .volume_scale = rows->volume_scale
  };
  for (guint c = 0; c < rows->n_columns; c++) {
    JipyoBlockColumn *column = &self->columns[c];

    *column = measure_range (rows->columns[c] + first, n);
    column->bytes = bytes->data + bytes->len;
    put_column (bytes, rows->columns[c] + first, n, *column);
  }
  return bytes;
}
