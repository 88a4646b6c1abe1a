/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-block.h"
#include "jipyo-crc32c.h"

#include <string.h>

static const JipyoBlockKey KEY = { "test:AAA", JIPYO_RESOLUTION_TICK, 20000 };

/* The check value of the CRC-32C definition, and RFC 3720 B.4. */
static void
test_crc (void)
{
  const guint8 zeros[32] = { 0 };
  guint8 rising[32];
  const guint32 begun = jipyo_crc32c (0, "1234", 4);

  for (guint i = 0; i < sizeof rising; i++)
    rising[i] = (guint8) i;
  g_assert_cmphex (jipyo_crc32c (0, "123456789", 9), ==, 0xE3069283);
  g_assert_cmphex (jipyo_crc32c (begun, "56789", 5), ==, 0xE3069283);
  g_assert_cmphex (jipyo_crc32c (0, zeros, sizeof zeros), ==, 0x8A9136AA);
  g_assert_cmphex (jipyo_crc32c (0, rising, sizeof rising), ==, 0x46DD794E);
}

/* Long bytes are taken another way than the same in short pieces; bit by bit is by the definition.
 */
static void
test_long_crc (void)
{
  enum { SIZE = 3 * 3 * 1024 + 5, PIECE = 37 };
  g_autofree guint8 *bytes = g_new (guint8, SIZE);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (gsize i = 0; i < SIZE; i++)
    bytes[i] = (guint8) g_rand_int_range (random, 0, 256);
  for (gsize size = SIZE; size > SIZE - 9; size--) {
    guint32 in_pieces = 0, by_bit = G_MAXUINT32;

    for (gsize at = 0; at < size; at += PIECE)
      in_pieces = jipyo_crc32c (in_pieces, bytes + at, MIN (PIECE, size - at));
    for (gsize i = 0; i < size * 8; i++) {
      const gboolean odd = ((by_bit ^ (guint32) (bytes[i / 8] >> i % 8)) & 1) != 0;

      by_bit = (by_bit >> 1) ^ (odd ? 0x82F63B78 : 0);
    }
    g_assert_cmphex (jipyo_crc32c (0, bytes, size), ==, in_pieces);
    g_assert_cmphex (in_pieces, ==, ~by_bit);
  }
}

/* How many bytes a value of the column takes. */
static guint
find_width (guint64 greatest)
{
  guint width = 0;

  for (; greatest != 0; greatest /= 256)
    width++;
  return width;
}

static void
append_tick (JipyoRows *rows, gint64 time_ms, gint64 price)
{
  const gint64 values[] = { time_ms, 7, price };

  jipyo_rows_append (rows, values);
}

/* What is looked at where it lies says the same as what was packed. */
static void
assert_view (const JipyoRows *rows, const JipyoBlock *packed)
{
  JipyoBlock block;
  g_autoptr (GByteArray) bytes = jipyo_block_view (&block, rows, 0, rows->n);

  g_assert_cmpuint (block.n, ==, packed->n);
  g_assert_cmpuint (block.n_columns, ==, packed->n_columns);
  g_assert_cmpuint (block.scale, ==, packed->scale);
  for (guint c = 0; c < block.n_columns; c++) {
    const guint all[2] = { 0, block.n };
    gint64 extremes[2], of_packed[2];

    for (guint row = 0; row < block.n; row++)
      g_assert_cmpint (jipyo_block_get (&block, c, row), ==, rows->columns[c][row]);
    jipyo_block_get_extremes (&block, c, all, &extremes[0], &extremes[1]);
    jipyo_block_get_extremes (packed, c, all, &of_packed[0], &of_packed[1]);
    g_assert_cmpmem (extremes, sizeof extremes, of_packed, sizeof of_packed);
    g_assert_cmpint (block.columns[c].base, ==, packed->columns[c].base);
    g_assert_cmpuint (block.columns[c].span, ==, packed->columns[c].span);
  }
}

static void
assert_round_trip (const JipyoRows *rows)
{
  g_autoptr (GByteArray) bytes = jipyo_block_encode (&KEY, rows, 0, rows->n);
  g_auto (JipyoRows) back = { 0 };
  JipyoBlock block;

  jipyo_rows_init (&back, rows->n_columns);
  g_assert_true (jipyo_block_open (&block, &KEY, bytes->data, bytes->len));
  g_assert_cmpuint (block.n, ==, rows->n);
  g_assert_true (jipyo_block_append_to (&block, &back));
  g_assert_cmpuint (back.n, ==, rows->n);
  g_assert_cmpuint (back.scale, ==, rows->scale);
  assert_view (rows, &block);
  for (guint c = 0; c < rows->n_columns; c++)
    g_assert_cmpmem (back.columns[c], back.n * sizeof (gint64), rows->columns[c],
                     rows->n * sizeof (gint64));
}

/* Prices that move by steps take the room of so many steps, whatever their length. */
static void
test_steps (void)
{
  static const gint64 steps[] = { 1, 100, 1000, 7, G_GINT64_CONSTANT (1000000000000) };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_auto (JipyoRows) rows = { 0 };
    gint64 least, greatest;
    JipyoBlock block;

    jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
    for (int row = 0; row < 300; row++)
      append_tick (&rows, 1000 * row, 3 + steps[i] * (row * 7 % 250));
    assert_round_trip (&rows);
    g_autoptr (GByteArray) bytes = jipyo_block_encode (&KEY, &rows, 0, rows.n);
    g_assert_true (jipyo_block_open (&block, &KEY, bytes->data, bytes->len));
    g_assert_cmpuint (block.columns[JIPYO_TICK_PRICE].width, ==, 1);
    g_assert_cmpuint (block.columns[JIPYO_TICK_PRICE].factor, ==, steps[i]);
    g_assert_cmpuint (block.columns[JIPYO_TICK_LAG].width, ==, 0);
    g_assert_cmpuint (jipyo_block_find (&block, JIPYO_TICK_TIME, 41001), ==, 42);
    jipyo_block_get_extremes (&block, JIPYO_TICK_PRICE, (const guint[]){ 0, 300 }, &least,
                              &greatest);
    g_assert_cmpint (least, ==, 3);
    g_assert_cmpint (greatest, ==, 3 + steps[i] * 249);
  }
}

/* Differences of each width, at the edges of it, and the widest there is. */
static void
test_widths (void)
{
  static const gint64 spans[] = { 0,
                                  1,
                                  255,
                                  256,
                                  65535,
                                  65536,
                                  (1 << 24) - 1,
                                  1 << 24,
                                  4294967295,
                                  4294967296,
                                  (G_GINT64_CONSTANT (1) << 40) - 1,
                                  G_GINT64_CONSTANT (1) << 40,
                                  (G_GINT64_CONSTANT (1) << 48) - 1,
                                  G_GINT64_CONSTANT (1) << 48,
                                  (G_GINT64_CONSTANT (1) << 56) - 1,
                                  G_GINT64_CONSTANT (1) << 56,
                                  G_MAXINT64,
                                  G_MAXINT64 - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++) {
    g_auto (JipyoRows) rows = { 0 };
    gint64 least, greatest;
    JipyoBlock block;

    jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
    rows.scale = 8;
    append_tick (&rows, 100, -5);
    append_tick (&rows, 200, spans[i] - 5);
    append_tick (&rows, 300, -5);
    append_tick (&rows, 400, spans[i] > 0 ? -4 : -5); /* no step in common */
    assert_round_trip (&rows);
    g_autoptr (GByteArray) bytes = jipyo_block_encode (&KEY, &rows, 0, 4);
    g_assert_true (jipyo_block_open (&block, &KEY, bytes->data, bytes->len));
    jipyo_block_get_extremes (&block, JIPYO_TICK_PRICE, (const guint[]){ 0, 3 }, &least, &greatest);
    g_assert_cmpint (least, ==, -5);
    g_assert_cmpint (greatest, ==, spans[i] - 5);
    g_assert_cmpuint (block.columns[JIPYO_TICK_PRICE].width, ==, find_width ((guint64) spans[i]));
    jipyo_block_get_extremes (&block, JIPYO_TICK_PRICE, (const guint[]){ 1, 2 }, &least, &greatest);
    g_assert_cmpint (least, ==, greatest);
  }
  g_auto (JipyoRows) widest = { 0 };
  jipyo_rows_init (&widest, JIPYO_TICK_COLUMNS);
  append_tick (&widest, G_MININT64, G_MAXINT64);
  append_tick (&widest, G_MAXINT64, G_MININT64);
  assert_round_trip (&widest);
}

static void
test_find (void)
{
  g_auto (JipyoRows) rows = { 0 };
  JipyoBlock block;

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  append_tick (&rows, 10, 1);
  append_tick (&rows, 20, 2);
  append_tick (&rows, 20, 3);
  append_tick (&rows, 30, 4);
  g_autoptr (GByteArray) bytes = jipyo_block_encode (&KEY, &rows, 0, 4);
  g_assert_true (jipyo_block_open (&block, &KEY, bytes->data, bytes->len));
  g_assert_cmpuint (jipyo_block_find (&block, JIPYO_TICK_TIME, G_MININT64), ==, 0);
  g_assert_cmpuint (jipyo_block_find (&block, JIPYO_TICK_TIME, 11), ==, 1);
  g_assert_cmpuint (jipyo_block_find (&block, JIPYO_TICK_TIME, 20), ==, 1);
  g_assert_cmpuint (jipyo_block_find (&block, JIPYO_TICK_TIME, 21), ==, 3);
  g_assert_cmpuint (jipyo_block_find (&block, JIPYO_TICK_TIME, 31), ==, 4);
}

/* Every bit of a block, and every length of it. */
static void
test_any_damage_is_seen (void)
{
  g_auto (JipyoRows) rows = { 0 };
  JipyoBlock block;

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  for (int i = 0; i < 40; i++)
    append_tick (&rows, 1728000000000 + i * 977, 15983100000 + (i * i) % 300);
  g_autoptr (GByteArray) bytes = jipyo_block_encode (&KEY, &rows, 0, rows.n);
  for (guint bit = 0; bit < bytes->len * 8; bit++) {
    bytes->data[bit / 8] ^= (guint8) (1 << bit % 8);
    g_assert_false (jipyo_block_open (&block, &KEY, bytes->data, bytes->len));
    bytes->data[bit / 8] ^= (guint8) (1 << bit % 8);
  }
  for (guint size = 0; size < bytes->len; size++)
    g_assert_false (jipyo_block_open (&block, &KEY, bytes->data, size));
  g_assert_false (jipyo_block_open (&block, &KEY, NULL, 0));
  g_assert_true (jipyo_block_open (&block, &KEY, bytes->data, bytes->len));
}

/* A block that lies where another should is none. */
static void
test_belongs_to_its_key (void)
{
  const JipyoBlockKey others[] = { { "test:AAB", JIPYO_RESOLUTION_TICK, 20000 },
                                   { "test:AAA", JIPYO_RESOLUTION_MINUTE, 20000 },
                                   { "test:AAA", JIPYO_RESOLUTION_TICK, 20001 },
                                   { "test:AAA", JIPYO_RESOLUTION_TICK, JIPYO_NO_DAY } };
  g_auto (JipyoRows) rows = { 0 };
  JipyoBlock block;

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  append_tick (&rows, 10, 1);
  g_autoptr (GByteArray) bytes = jipyo_block_encode (&KEY, &rows, 0, 1);
  g_assert_true (jipyo_block_open (&block, &KEY, bytes->data, bytes->len));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (jipyo_block_open (&block, &others[i], bytes->data, bytes->len));
}

/* Signs again what was changed: a CRC is not against forgery. */
static void
sign (GByteArray *bytes)
{
  const guint8 resolution = (guint8) KEY.resolution;
  const gint64 day = GINT64_TO_LE (KEY.day);
  guint32 crc = jipyo_crc32c (0, KEY.instrument, strlen (KEY.instrument) + 1);

  crc = jipyo_crc32c (jipyo_crc32c (crc, &resolution, 1), &day, sizeof day);
  crc = GUINT32_TO_LE (jipyo_crc32c (crc, bytes->data, bytes->len - 4));
  memcpy (bytes->data + bytes->len - 4, &crc, sizeof crc);
}

/* Every byte of the head forged to every value: refused, or read within its bounds. */
static void
test_forged_head (void)
{
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  append_tick (&rows, 1000, 70000);
  append_tick (&rows, 2000, 90000);
  for (guint at = 0; at < 18; at++)
    for (guint value = 0; value < 256; value++) {
      g_autoptr (GByteArray) bytes = jipyo_block_encode (&KEY, &rows, 0, 2);
      g_auto (JipyoRows) back = { 0 };
      JipyoBlock block;

      bytes->data[at] = (guint8) value;
      sign (bytes);
      jipyo_rows_init (&back, JIPYO_TICK_COLUMNS);
      if (jipyo_block_open (&block, &KEY, bytes->data, bytes->len)) {
        g_assert_cmpuint (block.n, <=, JIPYO_BLOCK_ROWS_MAX);
        g_assert_true (jipyo_block_append_to (&block, &back));
      }
    }
}

static void
test_rows_rescale (void)
{
  g_auto (JipyoRows) rows = { 0 };
  g_auto (JipyoRows) finer = { 0 };
  g_auto (JipyoRows) huge = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  jipyo_rows_init (&finer, JIPYO_TICK_COLUMNS);
  jipyo_rows_init (&huge, JIPYO_TICK_COLUMNS);
  append_tick (&rows, 1, 5);
  append_tick (&finer, 2, -525);
  finer.scale = 2;
  append_tick (&huge, 3, G_MAXINT64 / 10);
  g_assert_true (jipyo_rows_append_rows (&rows, &finer));
  g_assert_cmpuint (rows.scale, ==, 2);
  g_assert_cmpint (rows.columns[JIPYO_TICK_PRICE][0], ==, 500);
  g_assert_cmpint (rows.columns[JIPYO_TICK_PRICE][1], ==, -525);
  g_assert_cmpint (rows.columns[JIPYO_TICK_LAG][0], ==, 7);
  g_assert_false (jipyo_rows_append_rows (&rows, &huge));
  g_assert_cmpuint (rows.n, ==, 2);
  g_assert_cmpint (huge.columns[JIPYO_TICK_PRICE][0], ==, G_MAXINT64 / 10);
}

/* A volume that is not known stays so at any scale. */
static void
test_rows_rescale_volume (void)
{
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_CANDLE_COLUMNS);
  jipyo_rows_append (&rows, (const gint64[]){ 0, 1, 4, -2, 3, -1 });
  jipyo_rows_append (&rows, (const gint64[]){ 60000, 1, 4, -2, 3, 9 });
  g_assert_true (jipyo_rows_rescale (&rows, 1, 3));
  g_assert_cmpint (rows.columns[JIPYO_CANDLE_LOW][0], ==, -20);
  g_assert_cmpint (rows.columns[JIPYO_CANDLE_HIGH][0], ==, 40);
  g_assert_cmpint (rows.columns[JIPYO_CANDLE_VOLUME][0], ==, -1);
  g_assert_cmpint (rows.columns[JIPYO_CANDLE_VOLUME][1], ==, 9000);
  g_assert_cmpint (rows.columns[JIPYO_CANDLE_START][1], ==, 60000);
}

/* What there is room for goes there without a move. */
static void
test_rows_reserve (void)
{
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  jipyo_rows_reserve (&rows, 1000);
  const gint64 *times = rows.columns[JIPYO_TICK_TIME];
  const guint allocated = rows.allocated;
  g_assert_cmpuint (rows.n, ==, 0);
  for (int row = 0; row < 1000; row++)
    append_tick (&rows, row, row);
  g_assert_true (rows.columns[JIPYO_TICK_TIME] == times);
  g_assert_cmpuint (rows.allocated, ==, allocated);
}

static void
test_rows_sort (void)
{
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  append_tick (&rows, 3, 30);
  append_tick (&rows, 1, 10);
  append_tick (&rows, 3, 31);
  append_tick (&rows, 1, 10);
  jipyo_rows_sort (&rows);
  g_assert_true (jipyo_rows_is_sorted (&rows));
  jipyo_rows_drop_repeated (&rows, JIPYO_TICK_LAG);
  g_assert_cmpuint (rows.n, ==, 3);
  g_assert_cmpint (rows.columns[JIPYO_TICK_PRICE][0], ==, 10);
  g_assert_cmpint (rows.columns[JIPYO_TICK_PRICE][1], ==, 30);
  g_assert_cmpint (rows.columns[JIPYO_TICK_PRICE][2], ==, 31);
}

/* Rows [rows[0], rows[1]) by looking at each. */
static void
assert_extremes (const JipyoBlock *block, const gint64 *values, const guint rows[2])
{
  gint64 least = values[rows[0]], greatest = least, found[2];

  for (guint row = rows[0]; row < rows[1]; row++) {
    least = MIN (least, values[row]);
    greatest = MAX (greatest, values[row]);
  }
  jipyo_block_get_extremes (block, JIPYO_TICK_PRICE, rows, &found[0], &found[1]);
  g_assert_cmpint (found[0], ==, least);
  g_assert_cmpint (found[1], ==, greatest);
}

static void
assert_found (const JipyoBlock *block, const gint64 *times, gint64 time_ms)
{
  guint row = 0;

  while (row < block->n && times[row] < time_ms)
    row++;
  g_assert_cmpuint (jipyo_block_find (block, JIPYO_TICK_TIME, time_ms), ==, row);
  for (guint first = 0; row < block->n && first <= row; first += 3)
    for (guint last = row; last < block->n; last += 3) {
      const guint rows[2] = { first, last };

      g_assert_cmpuint (jipyo_block_find_among (block, JIPYO_TICK_TIME, time_ms, rows), ==, row);
    }
}

/* Values of each width, of a step of more than one as well, from any row to any other: what is
 * taken several at a time leaves none out, and reads none that is not there. */
static void
test_every_width (void)
{
  enum { N = 70 };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int width = 1; width <= 7; width++)
    for (int step = 1; step <= 1000; step += 999) {
      const double greatest = (double) (((guint64) 1 << width * 8) - 1) / step;
      g_auto (JipyoRows) rows = { 0 };
      JipyoBlock block;

      jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
      for (int row = 0; row < N; row++)
        append_tick (&rows, (gint64) (greatest * row / N) * step,
                     (gint64) (g_rand_double (random) * greatest) * step - 5);
      g_autoptr (GByteArray) bytes = jipyo_block_encode (&KEY, &rows, 0, rows.n);
      g_assert_true (jipyo_block_open (&block, &KEY, bytes->data, bytes->len));
      for (guint first = 0; first < N; first++)
        for (guint end = first + 1; end <= N; end++)
          assert_extremes (&block, rows.columns[JIPYO_TICK_PRICE], (const guint[]){ first, end });
      for (guint row = 0; row < N; row++)
        for (int beside = -1; beside <= 1; beside++)
          assert_found (&block, rows.columns[0], rows.columns[0][row] + beside);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/crc32c/known-values", test_crc);
  g_test_add_func ("/history/crc32c/long", test_long_crc);
  g_test_add_func ("/history/block/widths", test_widths);
  g_test_add_func ("/history/block/steps", test_steps);
  g_test_add_func ("/history/block/find", test_find);
  g_test_add_func ("/history/block/any-damage-is-seen", test_any_damage_is_seen);
  g_test_add_func ("/history/block/belongs-to-its-key", test_belongs_to_its_key);
  g_test_add_func ("/history/block/forged-head", test_forged_head);
  g_test_add_func ("/history/rows/rescale", test_rows_rescale);
  g_test_add_func ("/history/rows/rescale-volume", test_rows_rescale_volume);
  g_test_add_func ("/history/rows/reserve", test_rows_reserve);
  g_test_add_func ("/history/rows/sort", test_rows_sort);
  g_test_add_func ("/history/block/every-width", test_every_width);
  return g_test_run ();
}
