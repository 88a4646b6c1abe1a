/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns that grow together.
 */

#include "jipyo-rows.h"

#include <stdlib.h>
#include <string.h>

static const guint FIRST_ROWS = 64;

/* A row's place in time and in the order in which it came. */
typedef struct {
  gint64 time;
  guint row;
} Place;

void
jipyo_rows_init (JipyoRows *self, guint n_columns)
{
  *self = (JipyoRows){ .n_columns = n_columns };
}

void
jipyo_rows_clear (JipyoRows *self)
{
  for (guint c = 0; c < self->n_columns; c++)
    g_clear_pointer (&self->columns[c], g_free);
  self->n = self->allocated = 0;
}

void
jipyo_rows_reserve (JipyoRows *self, guint n)
{
  if (n <= self->allocated)
    return;
  self->allocated = MAX (MAX (FIRST_ROWS, self->allocated * 2), n);
  for (guint c = 0; c < self->n_columns; c++)
    self->columns[c] = g_renew (gint64, self->columns[c], self->allocated);
}

void
jipyo_rows_append (JipyoRows *self, const gint64 *values)
{
  if (self->n == self->allocated)
    jipyo_rows_reserve (self, self->n + 1);
  for (guint c = 0; c < self->n_columns; c++)
    self->columns[c][self->n] = values[c];
  self->n++;
}

guint
jipyo_rows_grow (JipyoRows *self, guint n)
{
  const guint first = self->n;

  if (n > self->allocated - first)
    jipyo_rows_reserve (self, first + n);
  self->n += n;
  return first;
}

guint
jipyo_rows_find (const JipyoRows *self, gint64 value)
{
  guint low = 0, high = self->n;

  while (low < high) {
    const guint middle = low + (high - low) / 2;

    if (self->columns[0][middle] < value)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static gboolean
multiply_column (gint64 *values, guint n, guint8 decimals)
{
  gint64 factor = 1;

  while (decimals-- > 0)
    factor *= 10;
  for (guint i = 0; i < n; i++)
    if (values[i] > G_MAXINT64 / factor || values[i] < G_MININT64 / factor)
      return FALSE;
  for (guint i = 0; i < n; i++)
    values[i] *= factor;
  return TRUE;
}

/* Unknown volumes stay as they are. */
static gboolean
multiply_volumes (gint64 *values, guint n, guint8 decimals)
{
  gint64 factor = 1;

  while (decimals-- > 0)
    factor *= 10;
  for (guint i = 0; i < n; i++)
    if (values[i] > G_MAXINT64 / factor)
      return FALSE;
  for (guint i = 0; i < n; i++)
    values[i] = values[i] < 0 ? values[i] : values[i] * factor;
  return TRUE;
}

static gboolean
multiply (JipyoRows *self, guint8 decimals, guint8 volume_decimals)
{
  if (self->n_columns == JIPYO_TICK_COLUMNS)
    return multiply_column (self->columns[JIPYO_TICK_PRICE], self->n, decimals);
  for (guint c = JIPYO_CANDLE_OPEN; c <= JIPYO_CANDLE_CLOSE; c++)
    if (!multiply_column (self->columns[c], self->n, decimals))
      return FALSE;
  return multiply_volumes (self->columns[JIPYO_CANDLE_VOLUME], self->n, volume_decimals);
}

void
jipyo_rows_append_slice (JipyoRows *self, const JipyoRows *other, guint first, guint end)
{
  if (first >= end)
    return;
  if (self->n == 0) {
    self->scale = other->scale;
    self->volume_scale = other->volume_scale;
  }
  if (end - first > self->allocated - self->n)
    jipyo_rows_reserve (self, self->n + end - first);
  for (guint c = 0; c < other->n_columns; c++)
    jipyo_rows_copy (self->columns[c] + self->n, other->columns[c] + first, end - first);
  self->n += end - first;
}

void
jipyo_rows_swap (JipyoRows *self, JipyoRows *other)
{
  const JipyoRows old = *self;

  *self = *other;
  *other = old;
}

gboolean
jipyo_rows_rescale (JipyoRows *self, guint8 scale, guint8 volume_scale)
{
  const guint8 decimals = scale > self->scale ? (guint8) (scale - self->scale) : 0;
  const guint8 volume_decimals =
    volume_scale > self->volume_scale ? (guint8) (volume_scale - self->volume_scale) : 0;

  if (decimals == 0 && volume_decimals == 0)
    return TRUE;
  g_auto (JipyoRows) scaled = { 0 };

  jipyo_rows_init (&scaled, self->n_columns);
  jipyo_rows_append_slice (&scaled, self, 0, self->n);
  if (!multiply (&scaled, decimals, volume_decimals))
    return FALSE;
  scaled.scale = (guint8) (self->scale + decimals);
  scaled.volume_scale = (guint8) (self->volume_scale + volume_decimals);
  jipyo_rows_swap (self, &scaled);
  return TRUE;
}

gboolean
jipyo_rows_append_rows (JipyoRows *self, JipyoRows *other)
{
  if (!jipyo_rows_rescale (self, other->scale, other->volume_scale)
      || !jipyo_rows_rescale (other, self->scale, self->volume_scale))
    return FALSE;
  jipyo_rows_append_slice (self, other, 0, other->n);
  return TRUE;
}

gboolean
jipyo_rows_is_sorted (const JipyoRows *self)
{
  for (guint i = 1; i < self->n; i++)
    if (self->columns[0][i] < self->columns[0][i - 1])
      return FALSE;
  return TRUE;
}

static int
compare_places (const void *a, const void *b)
{
  const Place *x = a, *y = b;

  if (x->time != y->time)
    return x->time < y->time ? -1 : 1;
  return x->row < y->row ? -1 : 1;
}

void
jipyo_rows_sort (JipyoRows *self)
{
  if (jipyo_rows_is_sorted (self))
    return;
  g_autofree Place *places = g_new (Place, self->n);
  g_autofree gint64 *old = g_new (gint64, self->n);

  for (guint i = 0; i < self->n; i++)
    places[i] = (Place){ .time = self->columns[0][i], .row = i };
  qsort (places, self->n, sizeof *places, compare_places);
  for (guint c = 0; c < self->n_columns; c++) {
    memcpy (old, self->columns[c], self->n * sizeof *old);
    for (guint i = 0; i < self->n; i++)
      self->columns[c][i] = old[places[i].row];
  }
}

static gboolean
repeats (const JipyoRows *self, const guint rows[2], guint ignored)
{
  for (guint c = 0; c < self->n_columns; c++)
    if (c != ignored && self->columns[c][rows[0]] != self->columns[c][rows[1]])
      return FALSE;
  return TRUE;
}

void
jipyo_rows_drop_repeated (JipyoRows *self, guint ignored)
{
  const gint64 *times = self->columns[0];
  guint kept = 0;

  for (guint row = 0; row < self->n; row++) {
    if (kept > 0 && times[row] == times[kept - 1]
        && repeats (self, (const guint[]){ kept - 1, row }, ignored))
      continue;
    for (guint c = 0; kept != row && c < self->n_columns; c++)
      self->columns[c][kept] = self->columns[c][row];
    kept++;
  }
  self->n = kept;
}
