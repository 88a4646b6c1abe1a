/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeping, checking and searching the arrays.
 */

#include "jipyo-columns.h"

#include <math.h>
#include <string.h>

struct _JipyoColumns {
  gatomicrefcount references;
  JipyoColumnData data;
  double *own; /* sorted copies of both arrays, or NULL */
  GDestroyNotify free_owner;
  gpointer owner;
  JipyoPyramid *pyramid;
};

/* Counted without a branch, so that the compiler can do several at a time. */
static gboolean
is_ascending (const double *positions, guint n)
{
  guint64 n_good = 0;

  if (n == 0)
    return TRUE;
  for (guint i = 1; i < n; i++)
    n_good += positions[i - 1] <= positions[i] ? 1 : 0;
  return n_good == n - 1 && isfinite (positions[0]) && isfinite (positions[n - 1]);
}

static int
compare_positions (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *positions = data;
  const guint i = *(const guint *) a, k = *(const guint *) b;

  if (positions[i] != positions[k])
    return positions[i] < positions[k] ? -1 : 1;
  return (i > k) - (i < k);
}

static void
sort (JipyoColumns *self)
{
  const JipyoColumnData *data = &self->data;
  g_autofree guint *order = g_new (guint, data->n);
  guint n = 0;

  for (guint i = 0; i < data->n; i++)
    if (isfinite (data->positions[i]))
      order[n++] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_positions, (gpointer) data->positions);
  self->own = g_new (double, 2 * (gsize) n + 1);
  for (guint i = 0; i < n; i++) {
    self->own[i] = data->positions[order[i]];
    self->own[n + i] = data->values[order[i]];
  }
  self->data = (JipyoColumnData){ .positions = self->own, .values = self->own + n, .n = n };
}

JipyoColumns *
jipyo_columns_new (const JipyoColumnData *data, GDestroyNotify free_owner, gpointer owner)
{
  g_return_val_if_fail (data != NULL && data->n <= G_MAXINT, NULL);
  g_return_val_if_fail (data->positions != NULL || (data->step > 0 && isfinite (data->start)),
                        NULL);

  JipyoColumns *self = g_new0 (JipyoColumns, 1);
  g_atomic_ref_count_init (&self->references);
  self->data = *data;
  self->free_owner = free_owner;
  self->owner = owner;
  if (data->positions != NULL && !is_ascending (data->positions, data->n))
    sort (self);
  self->pyramid = jipyo_pyramid_new (self->data.values, self->data.n);
  return self;
}

JipyoColumns *
jipyo_columns_ref (JipyoColumns *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
jipyo_columns_unref (JipyoColumns *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  if (self->free_owner != NULL)
    self->free_owner (self->owner);
  jipyo_pyramid_free (self->pyramid);
  g_free (self->own);
  g_free (self);
}

guint
jipyo_columns_get_n (const JipyoColumns *self)
{
  return self->data.n;
}

const JipyoColumnData *
jipyo_columns_get_data (const JipyoColumns *self)
{
  return &self->data;
}

double
jipyo_columns_get_position (const JipyoColumns *self, guint i)
{
  const JipyoColumnData *data = &self->data;

  return data->positions != NULL ? data->positions[i] : data->start + i * data->step;
}

double
jipyo_columns_get_value (const JipyoColumns *self, guint i)
{
  return self->data.values[i];
}

/* Where an even step would have it, corrected by what rounding did. */
static guint
find_even (const JipyoColumnData *data, double position)
{
  const double index = (position - data->start) / data->step;
  guint i = index > 0 ? (guint) MIN (index, data->n) : 0;

  while (i > 0 && data->start + (i - 1) * data->step >= position)
    i--;
  while (i < data->n && data->start + i * data->step < position)
    i++;
  return i;
}

guint
jipyo_columns_find (const JipyoColumns *self, double position, guint guess)
{
  const double *positions = self->data.positions;
  const guint n = self->data.n;

  if (positions == NULL)
    return find_even (&self->data, position);
  /* Ever longer steps away from the guess, then halving: little to read when it was good. */
  guint low = MIN (guess, n), high = low;
  for (guint step = 1; low > 0 && positions[low - 1] >= position; step *= 2) {
    high = low - 1;
    low -= MIN (step, low);
  }
  for (guint step = 1; high < n && positions[high] < position; step *= 2) {
    low = high + 1;
    high += MIN (step, n - high);
  }
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (positions[middle] < position)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

const JipyoExtremes *
jipyo_columns_get_blocks (const JipyoColumns *self)
{
  return jipyo_pyramid_get_blocks (self->pyramid);
}

JipyoExtremes
jipyo_columns_measure (const JipyoColumns *self, JipyoColumnRange range, double floor)
{
  const guint end = MIN (range.end, self->data.n);

  return jipyo_pyramid_measure (self->pyramid, self->data.values,
                                (JipyoPyramidRange){ MIN (range.first, end), end, floor });
}

guint
jipyo_columns_find_gap (const JipyoColumns *self, JipyoColumnRange range, double floor)
{
  const JipyoPyramidRange whole = { range.first, range.end, floor };

  return (guint) jipyo_pyramid_find_gap (self->pyramid, self->data.values, whole, FALSE);
}

guint
jipyo_columns_find_last_gap (const JipyoColumns *self, JipyoColumnRange range, double floor)
{
  const JipyoPyramidRange whole = { range.first, range.end, floor };

  return (guint) jipyo_pyramid_find_gap (self->pyramid, self->data.values, whole, TRUE);
}
