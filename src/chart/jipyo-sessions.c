/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorted, disjoint openings with the open time before each.
 */

#include "jipyo-sessions.h"

#include <math.h>
#include <stdlib.h>

static const double day_seconds = 86400, kst_offset = 9 * 3600;
static const int days_most = 36600;

struct _JipyoSessions {
  gatomicrefcount count;
  guint n;
  JipyoOpening *openings; /* owned */
  double *before;         /* open seconds before each; one more for the whole */
};

static int
compare_openings (gconstpointer a, gconstpointer b)
{
  const JipyoOpening *one = a, *two = b;

  return (one->open > two->open) - (one->open < two->open);
}

/* Sorts in place, joins what touches; gives the number left. */
static guint
join (JipyoOpening *openings, guint n)
{
  guint n_joined = 0;

  qsort (openings, n, sizeof *openings, compare_openings);
  for (guint i = 0; i < n; i++) {
    JipyoOpening *last = n_joined > 0 ? &openings[n_joined - 1] : NULL;
    if (last != NULL && openings[i].open <= last->close)
      last->close = MAX (last->close, openings[i].close);
    else
      openings[n_joined++] = openings[i];
  }
  return n_joined;
}

JipyoSessions *
jipyo_sessions_new (const JipyoOpening *openings, guint n_openings)
{
  g_autofree JipyoOpening *kept = g_new (JipyoOpening, MAX (n_openings, 1));
  guint n = 0;

  for (guint i = 0; i < n_openings; i++)
    if (isfinite (openings[i].open) && isfinite (openings[i].close)
        && openings[i].open < openings[i].close)
      kept[n++] = openings[i];
  n = join (kept, n);
  if (n == 0)
    return NULL;

  JipyoSessions *self = g_new0 (JipyoSessions, 1);
  g_atomic_ref_count_init (&self->count);
  self->n = n;
  self->openings = g_steal_pointer (&kept);
  self->before = g_new0 (double, n + 1);
  for (guint i = 0; i < n; i++)
    self->before[i + 1] = self->before[i] + self->openings[i].close - self->openings[i].open;
  return self;
}

static gboolean
is_holiday (const JipyoTradingDays *days, int day)
{
  for (guint i = 0; i < days->n_holidays; i++)
    if (jipyo_date_first_day (days->holidays[i]) == day)
      return TRUE;
  return FALSE;
}

JipyoSessions *
jipyo_sessions_new_of_days (const JipyoTradingDays *days)
{
  const int first = jipyo_date_first_day (days->first);
  const int last = MIN (jipyo_date_first_day (days->last), first + days_most);
  g_autoptr (GArray) openings = g_array_new (FALSE, FALSE, sizeof (JipyoOpening));

  for (int day = first; day <= last; day++) {
    const int weekday = ((day + 3) % 7 + 7) % 7; /* 1970-01-01 was a Thursday; 0 is Monday */
    const double midnight = day * day_seconds - kst_offset;
    const JipyoOpening opening = { midnight + days->open_minute * 60,
                                   midnight + days->close_minute * 60 };
    if (weekday < 5 && !is_holiday (days, day))
      g_array_append_val (openings, opening);
  }
  return jipyo_sessions_new ((const JipyoOpening *) (gpointer) openings->data, openings->len);
}

JipyoSessions *
jipyo_sessions_ref (JipyoSessions *self)
{
  if (self != NULL)
    g_atomic_ref_count_inc (&self->count);
  return self;
}

void
jipyo_sessions_unref (JipyoSessions *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->count))
    return;
  g_free (self->openings);
  g_free (self->before);
  g_free (self);
}

const JipyoOpening *
jipyo_sessions_get_openings (const JipyoSessions *self, guint *n_openings)
{
  *n_openings = self->n;
  return self->openings;
}

int
jipyo_sessions_find (const JipyoSessions *self, double time)
{
  guint low = 0, high = self->n;

  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (self->openings[middle].open <= time)
      low = middle + 1;
    else
      high = middle;
  }
  return (int) low - 1;
}

gboolean
jipyo_sessions_is_open (const JipyoSessions *self, double time)
{
  const int i = jipyo_sessions_find (self, time);

  return i >= 0 && time < self->openings[i].close;
}

double
jipyo_sessions_map (const JipyoSessions *self, double time)
{
  const int i = jipyo_sessions_find (self, time);

  if (i < 0)
    return time - self->openings[0].open;
  const JipyoOpening *opening = &self->openings[i];
  if (time < opening->close)
    return self->before[i] + time - opening->open;
  return self->before[i + 1] + ((guint) i + 1 == self->n ? time - opening->close : 0);
}

double
jipyo_sessions_invert (const JipyoSessions *self, double elapsed)
{
  guint low = 0, high = self->n;

  if (!(elapsed >= 0))
    return self->openings[0].open + elapsed;
  if (elapsed >= self->before[self->n])
    return self->openings[self->n - 1].close + elapsed - self->before[self->n];
  /* The last opening with no more open time before it. */
  while (low + 1 < high) {
    const guint middle = low + (high - low) / 2;
    if (self->before[middle] <= elapsed)
      low = middle;
    else
      high = middle;
  }
  return self->openings[low].open + elapsed - self->before[low];
}

static double
find_day (double time)
{
  return floor ((time + kst_offset) / day_seconds);
}

/* That of a close, which is no longer part of the next day. */
static double
find_last_day (double close)
{
  return ceil ((close + kst_offset) / day_seconds) - 1;
}

/* An opening may last for days, and a day may have several. */
guint
jipyo_sessions_count_days (const JipyoSessions *self, double from, double to)
{
  const double end = find_day (to);
  double seen = find_day (from);
  guint n = 0;

  if (!(seen >= find_day (self->openings[0].open))
      || !(end <= find_last_day (self->openings[self->n - 1].close)))
    return 0;
  for (guint i = (guint) MAX (jipyo_sessions_find (self, from), 0); i < self->n; i++) {
    const double first = MAX (find_day (self->openings[i].open), seen + 1);
    const double last = MIN (find_last_day (self->openings[i].close), end);
    if (first > end)
      break;
    n += first <= last ? (guint) (last - first + 1) : 0;
    seen = MAX (seen, last);
  }
  return n;
}
