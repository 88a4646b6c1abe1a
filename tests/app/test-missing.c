/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Candles as they are drawn: "#" one that was given, "." none, "h" one of what was heard, "=" none,
 * and it is known that the venue has none, "a" none where it was asked, "d" none where there was
 * damage since. What is missing is "?" in what is expected; "with" is what is missing when a venue
 * is to be asked.
 */

#include "jipyo-missing.h"

#include <string.h>

static const gint64 DAY_MS = G_GINT64_CONSTANT (86400000);
/* A Monday. */
enum { FIRST_DAY = 20003 };

typedef struct {
  const char *name;
  const char *instrument;
  const char *kept;
  const char *missing;
  const char *with; /* NULL: the same */
} Case;

static const Case cases[] = {
  { "whole", "upbit:KRW-BTC", "####", "    ", NULL },
  { "nothing", "upbit:KRW-BTC", "....", "????", NULL },
  { "begin", "upbit:KRW-BTC", "..##", "??  ", NULL },
  { "end", "upbit:KRW-BTC", "##..", "  ??", NULL },
  { "few-between", "upbit:KRW-BTC", "##.........##", "             ", NULL },
  { "many-between", "upbit:KRW-BTC", "##..........##", "  ??????????  ", NULL },
  { "heard", "upbit:KRW-BTC", "##hh", "  ??", NULL },
  { "heard-between", "upbit:KRW-BTC", "##hhhhh.....##", "  ??????????  ", NULL },
  { "answered", "upbit:KRW-BTC", "##==========##", "              ", NULL },
  { "answered-in-part", "upbit:KRW-BTC", "##=====.....##", "  ??????????  ", NULL },
  { "answered-begin", "upbit:KRW-BTC", "==##", "    ", NULL },
  /* More may have come since. */
  { "answered-end", "upbit:KRW-BTC", "##==", "  ??", NULL },
  { "weekend", "krx:000001", "#####..", "       ", NULL },
  { "weekend-of-a-coin", "upbit:KRW-BTC", "#####..", "     ??", NULL },
  { "monday", "krx:000001", "#####...", "     ???", NULL },
  { "two-holes", "upbit:KRW-BTC", "..##..........#.", "??  ?????????? ?", NULL },
  { "few-along", "upbit:KRW-BTC", "#.##..#..", "       ??", " ?  ?? ??" },
  { "few-in-order", "upbit:KRW-BTC", "..#.#..", "??   ??", "?? ? ??" },
  { "few-of-shares", "krx:000001", "#.##.......", "    ???????", NULL },
  { "few-answered", "upbit:KRW-BTC", "#=##..", "    ??", NULL },
  { "few-asked", "upbit:KRW-BTC", "#a##aa#.", "       ?", NULL },
  { "few-asked-in-part", "upbit:KRW-BTC", "#a##a.#.", "       ?", "    ?? ?" },
  { "few-damaged", "upbit:KRW-BTC", "#a##dd#.", "       ?", "    ?? ?" },
  { "many-asked", "upbit:KRW-BTC", "##aaaaaaaaaa##", "  ??????????  ", NULL },
};

/* Those that touch are one, as in the history. */
static void
add_asked (GArray *asked, const JipyoGap *next)
{
  JipyoGap *last = asked->len > 0 ? &g_array_index (asked, JipyoGap, asked->len - 1) : NULL;

  if (last != NULL && last->to_ms == next->from_ms)
    last->to_ms = next->to_ms;
  else
    g_array_append_vals (asked, next, 1);
}

static JipyoCandleSeries *
draw (const Case *drawn)
{
  JipyoCandleSeries *series = jipyo_candle_series_new (drawn->instrument, JIPYO_RESOLUTION_DAY);

  for (int i = 0; drawn->kept[i] != '\0'; i++) {
    const gint64 start_ms = (FIRST_DAY + i) * DAY_MS;
    const JipyoCandle candle = { start_ms, 1, 1,
                                 1,        1, drawn->kept[i] == 'h' ? JIPYO_VOLUME_NOT_HEARD : 5 };
    const JipyoGap gap = { start_ms, start_ms + DAY_MS, JIPYO_GAP_MISSING };

    if (strchr ("#h", drawn->kept[i]) != NULL)
      g_array_append_val (series->candles, candle);
    const JipyoGap damage = { start_ms, start_ms + DAY_MS, JIPYO_GAP_DAMAGED };

    if (drawn->kept[i] == '=')
      g_array_append_val (series->gaps, gap);
    if (drawn->kept[i] == 'd')
      g_array_append_val (series->gaps, damage);
    if (strchr ("ad", drawn->kept[i]) != NULL)
      add_asked (series->asked, &gap);
  }
  return series;
}

static char *
draw_missing (const GArray *stretches, gsize n)
{
  char *drawn = g_strnfill (n, ' ');

  for (guint i = 0; i < stretches->len; i++) {
    const JipyoStretch *stretch = &g_array_index (stretches, JipyoStretch, i);

    if (i > 0)
      g_assert_cmpint (stretch->from_ms, >, g_array_index (stretches, JipyoStretch, i - 1).to_ms);
    for (gint64 day = stretch->from_ms / DAY_MS; day < stretch->to_ms / DAY_MS; day++)
      drawn[day - FIRST_DAY] = '?';
  }
  return drawn;
}

static void
test_case (gconstpointer data)
{
  const Case *drawn = data;
  const gint64 n = (gint64) strlen (drawn->kept);
  const gint64 range_ms[] = { FIRST_DAY * DAY_MS, (FIRST_DAY + n) * DAY_MS };
  g_autoptr (JipyoCandleSeries) kept = draw (drawn);
  g_autoptr (GArray) stretches = jipyo_missing_find (kept, range_ms[0], range_ms[1]);
  g_autoptr (GArray) with = jipyo_missing_find_with_few (kept, range_ms[0], range_ms[1]);
  g_autofree char *found = draw_missing (stretches, (gsize) n);
  g_autofree char *found_with = draw_missing (with, (gsize) n);

  g_assert_cmpstr (found, ==, drawn->missing);
  g_assert_cmpstr (found_with, ==, drawn->with != NULL ? drawn->with : drawn->missing);
}

/* Silence of this program's own, which begins and ends at any time, is no answer of a venue. */
static void
test_silence (void)
{
  const Case drawn = { "", "upbit:KRW-BTC", "##..........##", "", NULL };
  g_autoptr (JipyoCandleSeries) kept = draw (&drawn);
  const JipyoGap silence = { (FIRST_DAY + 1) * DAY_MS + 5, (FIRST_DAY + 13) * DAY_MS + 5,
                             JIPYO_GAP_MISSING };

  g_array_append_val (kept->gaps, silence);
  g_autoptr (GArray) stretches =
               jipyo_missing_find (kept, FIRST_DAY * DAY_MS, (FIRST_DAY + 14) * DAY_MS);
  g_assert_cmpuint (stretches->len, ==, 1);
}

/* Days that are so old may have been made of hours that were not all there. */
static void
test_old (void)
{
  g_autoptr (JipyoCandleSeries) kept =
               jipyo_candle_series_new ("upbit:KRW-BTC", JIPYO_RESOLUTION_DAY);

  for (int i = 0; i < 2000; i++) {
    const JipyoCandle candle = { (FIRST_DAY + i) * DAY_MS, 1, 1, 1, 1, 5 };

    g_array_append_val (kept->candles, candle);
  }
  g_autoptr (GArray) stretches =
               jipyo_missing_find (kept, FIRST_DAY * DAY_MS, (FIRST_DAY + 2000) * DAY_MS);
  g_assert_cmpuint (stretches->len, ==, 1);
  g_assert_cmpint (g_array_index (stretches, JipyoStretch, 0).to_ms, ==,
                   (FIRST_DAY + 170) * DAY_MS);
}

/* What is missing still becomes gaps, but for the end. */
static void
test_gaps (void)
{
  const Case drawn = { "", "upbit:KRW-BTC", "..##..........#.", "", NULL };
  g_autoptr (JipyoCandleSeries) kept = draw (&drawn);
  g_autoptr (GArray) stretches =
               jipyo_missing_find (kept, FIRST_DAY * DAY_MS, (FIRST_DAY + 16) * DAY_MS);
  g_autoptr (JipyoCandleSeries) gaps = jipyo_missing_make_gaps (kept, stretches);

  g_assert_cmpuint (gaps->gaps->len, ==, 2);
  g_assert_cmpint (g_array_index (gaps->gaps, JipyoGap, 1).from_ms, ==, (FIRST_DAY + 4) * DAY_MS);
  g_assert_cmpint (g_array_index (gaps->gaps, JipyoGap, 1).to_ms, ==, (FIRST_DAY + 14) * DAY_MS);
  g_array_append_vals (kept->gaps, gaps->gaps->data, gaps->gaps->len);
  g_autoptr (GArray) after =
               jipyo_missing_find (kept, FIRST_DAY * DAY_MS, (FIRST_DAY + 16) * DAY_MS);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_null (jipyo_missing_make_gaps (kept, after));
}

/* The candle that is going on is not missing; a session's counts once it is over. */
static void
test_end (void)
{
  const gint64 hour_ms = DAY_MS / 24;
  const gint64 today_ms = FIRST_DAY * DAY_MS;

  g_assert_cmpint (jipyo_missing_find_end (JIPYO_RESOLUTION_DAY, 0, today_ms), ==, today_ms);
  g_assert_cmpint (jipyo_missing_find_end (JIPYO_RESOLUTION_DAY, 0, today_ms + DAY_MS - 1), ==,
                   today_ms);
  g_assert_cmpint (
    jipyo_missing_find_end (JIPYO_RESOLUTION_DAY, 9 * hour_ms, today_ms + 8 * hour_ms), ==,
    today_ms);
  g_assert_cmpint (
    jipyo_missing_find_end (JIPYO_RESOLUTION_DAY, 9 * hour_ms, today_ms + 9 * hour_ms), ==,
    today_ms + DAY_MS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = g_strdup_printf ("/app/missing/%s", cases[i].name);

    g_test_add_data_func (name, &cases[i], test_case);
  }
  g_test_add_func ("/app/missing/silence", test_silence);
  g_test_add_func ("/app/missing/old", test_old);
  g_test_add_func ("/app/missing/gaps", test_gaps);
  g_test_add_func ("/app/missing/what-is-over", test_end);
  return g_test_run ();
}
