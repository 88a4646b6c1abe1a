/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One by one a number takes seven instructions, three bytes being a part of four. Sixteen bytes
 * hold at least four numbers, which one shuffle spreads out; they are compared together.
 */

#include "jipyo-lanes.h"

enum { LANES = 4, VECTOR = 16 };

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

/* For each width, which byte of a vector goes to each byte of the lanes; -1: it is zero. */
static const gint8 spreads[][VECTOR] = {
  { 0, -1, -1, -1, 1, -1, -1, -1, 2, -1, -1, -1, 3, -1, -1, -1 },
  { 0, 1, -1, -1, 2, 3, -1, -1, 4, 5, -1, -1, 6, 7, -1, -1 },
  { 0, 1, 2, -1, 3, 4, 5, -1, 6, 7, 8, -1, 9, 10, 11, -1 },
  { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 },
};

static void
reduce (const guint32 *least, const guint32 *greatest, guint32 extremes[2])
{
  extremes[0] = least[0];
  extremes[1] = greatest[0];
  for (guint lane = 1; lane < LANES; lane++) {
    extremes[0] = MIN (extremes[0], least[lane]);
    extremes[1] = MAX (extremes[1], greatest[lane]);
  }
}

/* No vector is read that reaches beyond the last number. */
__attribute__ ((target ("sse4.1"))) static gsize
scan (const guint8 *bytes, gsize n, guint width, guint32 extremes[2])
{
  const __m128i spread = _mm_loadu_si128 ((const __m128i *) spreads[width - 1]);
  guint32 lanes[2][LANES];
  __m128i least = _mm_set1_epi32 (-1), greatest = _mm_setzero_si128 ();
  const gsize end = n - (VECTOR - LANES * width + width - 1) / width;
  gsize i = 0;

  for (; i + LANES <= end; i += LANES, bytes += LANES * width) {
    const __m128i packed = _mm_loadu_si128 ((const __m128i *) bytes);
    const __m128i values = _mm_shuffle_epi8 (packed, spread);

    least = _mm_min_epu32 (least, values);
    greatest = _mm_max_epu32 (greatest, values);
  }
  _mm_storeu_si128 ((__m128i *) lanes[0], least);
  _mm_storeu_si128 ((__m128i *) lanes[1], greatest);
  reduce (lanes[0], lanes[1], extremes);
  return i;
}

static gboolean
can_scan (void)
{
  return __builtin_cpu_supports ("sse4.1");
}
#else
static gsize
scan (const guint8 *bytes, gsize n, guint width, guint32 extremes[2])
{
  return 0;
}

static gboolean
can_scan (void)
{
  return FALSE;
}
#endif

gsize
jipyo_lanes_scan (const guint8 *bytes, gsize n, guint width, guint32 extremes[2])
{
  return n < VECTOR || !can_scan () ? 0 : scan (bytes, n, width, extremes);
}
