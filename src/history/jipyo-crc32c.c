/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By the processor's instruction where there is one, else eight bytes a step by tables. One
 * instruction waits for the one before, and three could run at a time: so long bytes are taken as
 * three lanes beside each other. A sum is linear in what came before, which is how they are put
 * together: the sum of a lane as it is after so many zeros is the exclusive or of what each of its
 * bits becomes.
 */

#include "jipyo-crc32c.h"

#include <string.h>

static const guint32 POLYNOMIAL = 0x82F63B78; /* bits reversed */

typedef guint32 (*Step) (guint32 crc, const guint8 *bytes, gsize size);

static guint32 tables[8][256];

static void
fill_tables (void)
{
  for (guint i = 0; i < 256; i++) {
    guint32 crc = i;

    for (int bit = 0; bit < 8; bit++)
      crc = (crc >> 1) ^ ((crc & 1) != 0 ? POLYNOMIAL : 0);
    tables[0][i] = crc;
  }
  for (guint table = 1; table < 8; table++)
    for (guint i = 0; i < 256; i++)
      tables[table][i] = (tables[table - 1][i] >> 8) ^ tables[0][tables[table - 1][i] & 0xFF];
}

static guint32
step_by_tables (guint32 crc, const guint8 *bytes, gsize size)
{
  for (; size >= 8; bytes += 8, size -= 8) {
    guint32 low = crc
                  ^ ((guint32) bytes[0] | (guint32) bytes[1] << 8 | (guint32) bytes[2] << 16
                     | (guint32) bytes[3] << 24);

    crc = tables[7][low & 0xFF] ^ tables[6][(low >> 8) & 0xFF] ^ tables[5][(low >> 16) & 0xFF]
          ^ tables[4][low >> 24] ^ tables[3][bytes[4]] ^ tables[2][bytes[5]] ^ tables[1][bytes[6]]
          ^ tables[0][bytes[7]];
  }
  for (; size > 0; bytes++, size--)
    crc = (crc >> 8) ^ tables[0][(crc ^ *bytes) & 0xFF];
  return crc;
}

#if defined(__x86_64__) && defined(__GNUC__)
enum { LANE = 1024 };

/* What each value of each byte of a sum becomes by LANE zeros. */
static guint32 after_lane[4][256];

static void
fill_after_lane (void)
{
  static const guint8 zeros[LANE];

  for (guint byte = 0; byte < 4; byte++)
    for (guint value = 0; value < 256; value++)
      after_lane[byte][value] = step_by_tables (value << byte * 8, zeros, sizeof zeros);
}

static guint32
pass_lane (guint32 crc)
{
  return after_lane[0][crc & 0xFF] ^ after_lane[1][(crc >> 8) & 0xFF]
         ^ after_lane[2][(crc >> 16) & 0xFF] ^ after_lane[3][crc >> 24];
}

static inline guint64
read_word (const guint8 *bytes)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  return word;
}

__attribute__ ((target ("sse4.2"))) static guint32
step_by_lanes (guint32 crc, const guint8 *bytes)
{
  guint64 first = crc, second = 0, third = 0;

  for (gsize i = 0; i < LANE; i += 8) {
    first = __builtin_ia32_crc32di (first, read_word (bytes + i));
    second = __builtin_ia32_crc32di (second, read_word (bytes + LANE + i));
    third = __builtin_ia32_crc32di (third, read_word (bytes + 2 * LANE + i));
  }
  return pass_lane (pass_lane ((guint32) first) ^ (guint32) second) ^ (guint32) third;
}

__attribute__ ((target ("sse4.2"))) static guint32
step_by_instruction (guint32 crc, const guint8 *bytes, gsize size)
{
  for (; size >= 3 * LANE; bytes += 3 * LANE, size -= 3 * LANE)
    crc = step_by_lanes (crc, bytes);

  guint64 wide = crc;
  for (; size >= 8; bytes += 8, size -= 8)
    wide = __builtin_ia32_crc32di (wide, read_word (bytes));
  crc = (guint32) wide;
  for (; size > 0; bytes++, size--)
    crc = __builtin_ia32_crc32qi (crc, *bytes);
  return crc;
}

static Step
choose_step (void)
{
  if (!__builtin_cpu_supports ("sse4.2"))
    return step_by_tables;
  fill_after_lane ();
  return step_by_instruction;
}
#else
static Step
choose_step (void)
{
  return step_by_tables;
}
#endif

guint32
jipyo_crc32c (guint32 crc, gconstpointer bytes, gsize size)
{
  static gsize ready = 0;
  static Step step = NULL;

  if (g_once_init_enter (&ready)) {
    fill_tables ();
    step = choose_step ();
    g_once_init_leave (&ready, 1);
  }
  return ~step (~crc, bytes, size);
}
