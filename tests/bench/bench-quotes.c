/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Replies to quotes: what the scanner, json-glib and a venue's parser take together, beside
 * json-glib alone in the same run; of an answer of 300 markets, and of one market at a time. By the
 * time of this thread, so that a busy machine does not count. The replies are invented.
 */

#include "jipyo-harvest.h"
#include "jipyo-parsers.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { N_MARKETS = 300, ROUNDS = 15, MESSAGES_A_SECOND = 10000 };

static const gint64 NOW_MS = 1773240058195;

static void
append_market (GString *text, int number)
{
  const double price = 100 + number * 37;

  g_string_append_printf (
    text,
    "{\"market\":\"KRW-T%03d\",\"trade_date\":\"20260311\",\"trade_time\":\"144058\","
    "\"trade_date_kst\":\"20260311\",\"trade_time_kst\":\"234058\",\"trade_timestamp\":"
    "%" G_GINT64_FORMAT
    ",\"opening_price\":%.1f,\"high_price\":%.1f,\"low_price\":%.1f,\"trade_price\":%.1f,"
    "\"prev_closing_price\":%.1f,\"change\":\"RISE\",\"change_price\":1.0,\"change_rate\":0.01,"
    "\"signed_change_price\":1.0,\"signed_change_rate\":0.0099,\"trade_volume\":0.005,"
    "\"acc_trade_price\":104889335894.22629,\"acc_trade_price_24h\":162997300132.123,"
    "\"acc_trade_volume\":1024.29778103,\"acc_trade_volume_24h\":1587.73606087,"
    "\"highest_52_week_price\":179869000.0,\"highest_52_week_date\":\"2025-10-09\","
    "\"lowest_52_week_price\":1.0,\"lowest_52_week_date\":\"2026-02-06\","
    "\"timestamp\":%" G_GINT64_FORMAT "}",
    number, NOW_MS, price, price + 2, price - 1, price + 1, price, NOW_MS);
}

static char *
make_reply (int n, char **instruments)
{
  GString *text = g_string_new ("[");

  for (int i = 0; i < n; i++) {
    g_string_append (text, i > 0 ? "," : "");
    append_market (text, i);
    instruments[i] = g_strdup_printf ("upbit:KRW-T%03d", i);
  }
  g_string_append (text, "]");
  return g_string_free (text, FALSE);
}

static double
read_thread_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static void
parse_alone (const char *reply, char **instruments)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!json_parser_load_from_data (parser, reply, -1, NULL))
    g_printerr ("bench-quotes: json-glib refuses the reply\n");
}

static void
parse_to_quotes (const char *reply, char **instruments)
{
  JipyoHarvest harvest = { .provider = "upbit",
                           .instruments = (const char *const *) instruments,
                           .now_us = NOW_MS * 1000 };

  jipyo_harvest_init (&harvest);
  if (!jipyo_upbit_parse (&harvest, reply, strlen (reply), NULL)
      || harvest.quotes->len != g_strv_length (instruments))
    g_printerr ("bench-quotes: not all markets became quotes\n");
  jipyo_harvest_clear (&harvest);
}

typedef void (*Work) (const char *reply, char **instruments);

static double
measure (Work work, const char *reply, char **instruments, int times)
{
  const double start_us = read_thread_us ();

  for (int i = 0; i < times; i++)
    work (reply, instruments);
  return (read_thread_us () - start_us) / times;
}

static int
compare_doubles (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Medians of the two in turn, in µs a reply. */
static double
compare (const char *name, int n, int times)
{
  char *instruments[N_MARKETS + 1] = { NULL };
  g_autofree char *reply = make_reply (n, instruments);
  double alone[ROUNDS], all[ROUNDS];

  for (int round = 0; round < ROUNDS; round++) {
    alone[round] = measure (parse_alone, reply, instruments, times);
    all[round] = measure (parse_to_quotes, reply, instruments, times);
  }
  qsort (alone, ROUNDS, sizeof *alone, compare_doubles);
  qsort (all, ROUNDS, sizeof *all, compare_doubles);
  g_print ("%-22s %9" G_GSIZE_FORMAT " %14.1f %14.1f %10.2f\n", name, strlen (reply),
           alone[ROUNDS / 2], all[ROUNDS / 2], all[ROUNDS / 2] / alone[ROUNDS / 2]);
  for (int i = 0; i < n; i++)
    g_free (instruments[i]);
  return all[ROUNDS / 2];
}

int
main (void)
{
  g_print ("%-22s %9s %14s %14s %10s\n", "replies to quotes", "bytes", "json-glib us", "all us",
           "ratio");
  compare ("300 markets", N_MARKETS, 3);
  const double one_us = compare ("one market", 1, 300);
  g_print (
    "  to reach: 1.25\n  %d replies of one market a second: %.0f %% of a core (to reach: 50)\n",
    MESSAGES_A_SECOND, one_us * MESSAGES_A_SECOND / 1e4);
  return 0;
}
