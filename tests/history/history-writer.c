/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes ticks numbered from 1 into a history, half a year of them, and says of each commit the
 * last number in it, once it is told that it is kept. Who starts it kills it.
 */

#include "jipyo-retention.h"
#include "jipyo-tail.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const gint64 START_MS = 1728000000000;
static const gint64 STEP_MS = 600000;
/* After half a year candles of a minute become those of an hour, and cannot be counted any more. */
static const gint64 NUMBER_MAX = 180 * 24 * 6;

static gboolean
write_ticks (JipyoStore *store, gint64 first, int n)
{
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  for (gint64 number = first; number < first + n; number++)
    jipyo_rows_append (&rows, (const gint64[]){ START_MS + number * STEP_MS, 0, number });
  return jipyo_store_begin (store, NULL)
         && jipyo_store_end (store, jipyo_tail_append (store, "test:AAA", &rows, NULL), NULL);
}

/* Folding, and now and then the years going by, are at risk as well. */
static gboolean
tidy (JipyoStore *store, gint64 number)
{
  JipyoRetention run = { .now_ms = START_MS + number * STEP_MS, .days_left = 4 };

  return jipyo_tail_fold (store, NULL) && jipyo_retention_run (store, &run, NULL);
}

static void
say (gint64 number)
{
  char line[32];

  g_snprintf (line, sizeof line, "%" G_GINT64_FORMAT "\n", number);
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    _exit (1);
}

int
main (int argc, char **argv)
{
  JipyoStore *store = argc == 3 ? jipyo_store_open (argv[1], NULL) : NULL;
  gint64 number = store != NULL ? g_ascii_strtoll (argv[2], NULL, 10) : 0;

  for (int turn = 1; store != NULL; turn++) {
    const int n = 1 + turn % 7;

    if (!write_ticks (store, number, n))
      return 1;
    number += n;
    say (number - 1);
    if (turn % 9 == 0 && !tidy (store, number))
      return 1;
    while (number > NUMBER_MAX)
      pause ();
  }
  return 2;
}
