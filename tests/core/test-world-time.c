/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * C1. The steady clock of these tests began at EPOCH, and each host says what it is told to.
 */

#include "jipyo-world-time.h"

#include <string.h>

static const gint64 S = G_USEC_PER_SEC;
static const gint64 EPOCH = 1790000000 * G_GINT64_CONSTANT (1000000);

/* The host's clock is `fast_us` ahead of the world's; the answer was made half way. */
static void
hear (JipyoWorldTime *time, const char *host, gint64 at_us, gint64 round_us, gint64 fast_us)
{
  const gint64 world_us = EPOCH + at_us + fast_us;
  const JipyoDatedAnswer answer = {
    .date_us = world_us - world_us % S,
    .sent_us = at_us - round_us / 2,
    .received_us = at_us + round_us / 2,
  };

  jipyo_world_time_hear (time, host, &answer);
}

static void
assert_epoch (const JipyoWorldTime *time, gint64 steady_us, gint64 within_us)
{
  gint64 epoch_us = 0;

  g_assert_true (jipyo_world_time_find_epoch (time, steady_us, &epoch_us));
  g_assert_cmpint (ABS (epoch_us - EPOCH), <=, within_us);
}

static void
assert_unknown (const JipyoWorldTime *time, gint64 steady_us)
{
  gint64 epoch_us = 7;

  g_assert_false (jipyo_world_time_find_epoch (time, steady_us, &epoch_us));
  g_assert_cmpint (epoch_us, ==, 7);
}

/* One host may be wrong, and of two that contradict each other one is. */
static void
test_two_hosts (void)
{
  g_autoptr (JipyoWorldTime) time = jipyo_world_time_new ();

  assert_unknown (time, 0);
  hear (time, "a", 10 * S, S / 10, 0);
  assert_unknown (time, 11 * S);
  g_assert_cmpuint (jipyo_world_time_count_hosts (time, 11 * S), ==, 1);
  hear (time, "b", 11 * S, S / 10, 300 * S);
  assert_unknown (time, 12 * S);
  hear (time, "b", 12 * S, S / 10, 0);
  assert_epoch (time, 13 * S, S);
  g_assert_cmpuint (jipyo_world_time_count_hosts (time, 13 * S), ==, 2);
}

/* However far off it is, and on which side. */
static void
test_a_liar (void)
{
  static const gint64 lies[] = { 20, -20, 3600, -3600, 315360000, -315360000 };

  for (guint i = 0; i < G_N_ELEMENTS (lies); i++) {
    g_autoptr (JipyoWorldTime) three = jipyo_world_time_new ();
    g_autoptr (JipyoWorldTime) four = jipyo_world_time_new ();

    hear (three, "liar", 1 * S, S / 10, lies[i] * S);
    hear (three, "a", 2 * S, S / 10, 0);
    hear (three, "b", 3 * S, S / 10, 0);
    assert_epoch (three, 4 * S, S);
    hear (four, "a", 1 * S, S / 10, 0);
    hear (four, "b", 2 * S, S / 10, 0);
    hear (four, "liar", 3 * S, S / 10, lies[i] * S);
    hear (four, "c", 4 * S, S / 10, 0);
    assert_epoch (four, 5 * S, S);
  }
}

/* Two in the middle of five that all say another time are no majority. */
static void
test_a_muddle (void)
{
  g_autoptr (JipyoWorldTime) time = jipyo_world_time_new ();

  hear (time, "a", 1 * S, S / 10, 0);
  hear (time, "b", 2 * S, S / 10, 0);
  assert_epoch (time, 3 * S, S);
  hear (time, "c", 3 * S, S / 10, -60 * S);
  hear (time, "d", 4 * S, S / 10, 60 * S);
  hear (time, "e", 5 * S, S / 10, 120 * S);
  assert_unknown (time, 6 * S);
}

/* Two against two: nobody knows. */
static void
test_a_split (void)
{
  g_autoptr (JipyoWorldTime) time = jipyo_world_time_new ();

  hear (time, "a", 1 * S, S / 10, 0);
  hear (time, "b", 2 * S, S / 10, 0);
  hear (time, "c", 3 * S, S / 10, 60 * S);
  hear (time, "d", 4 * S, S / 10, 60 * S);
  assert_unknown (time, 5 * S);
  hear (time, "e", 5 * S, S / 10, 0);
  assert_epoch (time, 6 * S, S);
}

/* An answer that took long says less than one that did not, and none at all from three seconds. */
static void
test_round_trips (void)
{
  g_autoptr (JipyoWorldTime) time = jipyo_world_time_new ();
  gint64 epoch_us = 0;

  hear (time, "a", 10 * S, 4 * S, 0);
  hear (time, "b", 10 * S, -S, 0);
  g_assert_cmpuint (jipyo_world_time_count_hosts (time, 11 * S), ==, 0);
  for (gint64 at_us = 10 * S; at_us < 12 * S; at_us += S / 7) {
    hear (time, "a", at_us, S / 50, 0);
    hear (time, "b", at_us, S / 50, 0);
  }
  assert_epoch (time, 13 * S, S / 2 + S / 50);
  /* Made at the end of its two seconds; the quick ones stay. */
  hear (time, "a", 14 * S, 2 * S, S);
  hear (time, "b", 14 * S, 2 * S, S);
  assert_epoch (time, 15 * S, S / 2 + S / 50);
  /* Much later the new word counts. */
  hear (time, "a", 1400 * S, 2 * S, S);
  hear (time, "b", 1400 * S, 2 * S, S);
  g_assert_true (jipyo_world_time_find_epoch (time, 1401 * S, &epoch_us));
  g_assert_cmpint (epoch_us - EPOCH, ==, S + S / 2);
  g_assert_cmpuint (jipyo_world_time_count_hosts (time, 1401 * S), ==, 2);
}

/* A host that was set right is believed at once; one that fell silent is forgotten. */
static void
test_hosts_change (void)
{
  g_autoptr (JipyoWorldTime) time = jipyo_world_time_new ();

  hear (time, "a", 1 * S, S / 10, 90 * S);
  hear (time, "b", 2 * S, S / 10, 0);
  assert_unknown (time, 3 * S);
  hear (time, "a", 4 * S, S / 2, 0);
  assert_epoch (time, 5 * S, S);
  assert_epoch (time, 3600 * S, S);
  assert_unknown (time, 3604 * S);
}

static void
test_error (void)
{
  /* Slow, fast; what cannot be told for sure is no error. */
  g_assert_cmpint (jipyo_clock_error_compute (EPOCH - 420 * S, 0, EPOCH), ==, -420 * S);
  g_assert_cmpint (jipyo_clock_error_compute (EPOCH + 100 * S, 90 * S, EPOCH), ==, 10 * S);
  g_assert_cmpint (jipyo_clock_error_compute (EPOCH + 3 * S, 0, EPOCH), ==, 0);
  g_assert_cmpint (jipyo_clock_error_compute (EPOCH - 3 * S, 0, EPOCH), ==, 0);
  g_assert_false (jipyo_clock_error_matters (0));
  g_assert_false (jipyo_clock_error_matters (29 * S));
  g_assert_true (jipyo_clock_error_matters (30 * S));
  g_assert_true (jipyo_clock_error_matters (-30 * S));
}

static void
test_words (void)
{
  static const struct {
    gint64 s;
    const char *ko;
    const char *en;
  } cases[] = {
    { -420, "7분 늦습니다", "7 min slow" },
    { 31, "31초 빠릅니다", "31 s fast" },
    { 59, "59초 빠릅니다", "59 s fast" },
    { 60, "1분 빠릅니다", "1 min fast" },
    { 3569, "59분 빠릅니다", "59 min fast" },
    { 3570, "1시간 빠릅니다", "1 h fast" },
    { -32400, "9시간 늦습니다", "9 h slow" },
    { -86400, "1일 늦습니다", "1 d slow" },
    { -315576000, "3653일 늦습니다", "3653 d slow" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *ko = jipyo_clock_error_format (cases[i].s * S, JIPYO_LANG_KO);
    g_autofree char *en = jipyo_clock_error_format (cases[i].s * S, JIPYO_LANG_EN);

    g_assert_cmpstr (ko, ==, cases[i].ko);
    g_assert_cmpstr (en, ==, cases[i].en);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/world-time/two-hosts", test_two_hosts);
  g_test_add_func ("/core/world-time/a-liar", test_a_liar);
  g_test_add_func ("/core/world-time/a-muddle", test_a_muddle);
  g_test_add_func ("/core/world-time/a-split", test_a_split);
  g_test_add_func ("/core/world-time/round-trips", test_round_trips);
  g_test_add_func ("/core/world-time/hosts-change", test_hosts_change);
  g_test_add_func ("/core/world-time/error", test_error);
  g_test_add_func ("/core/world-time/words", test_words);
  return g_test_run ();
}
