/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Field by field. Views are built again whenever a quote or a second has come, and most of their
 * charts are the same then; to compare them takes a small part of what drawing them takes.
 */

#include "jipyo-plot-same.h"

#include <math.h>
#include <string.h>

static const guint compared_most = 1 << 20; /* points of columns */

static gboolean
is_same_number (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
is_same_text (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

static gboolean
are_same_texts (const GPtrArray *a, const GPtrArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!is_same_text (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

static gboolean
are_same_sessions (const JipyoSessions *a, const JipyoSessions *b)
{
  guint n_a, n_b;

  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;
  const JipyoOpening *of_a = jipyo_sessions_get_openings (a, &n_a);
  const JipyoOpening *of_b = jipyo_sessions_get_openings (b, &n_b);
  return n_a == n_b && memcmp (of_a, of_b, n_a * sizeof *of_a) == 0;
}

static gboolean
is_same_axis (const JipyoAxis *a, const JipyoAxis *b)
{
  return a->kind == b->kind && is_same_text (a->title, b->title)
         && are_same_texts (a->bands, b->bands) && are_same_texts (a->notes, b->notes)
         && a->unit == b->unit && a->has_bounds == b->has_bounds && is_same_number (a->low, b->low)
         && is_same_number (a->high, b->high) && a->hidden == b->hidden && a->of_days == b->of_days
         && is_same_number (a->stretch_s, b->stretch_s) && a->exact == b->exact
         && are_same_sessions (a->sessions, b->sessions);
}

static gboolean
is_same_colour (const JipyoColourKey *a, const JipyoColourKey *b)
{
  return a->role == b->role && a->index == b->index;
}

static gboolean
is_same_datum (const JipyoDatum *a, const JipyoDatum *b)
{
  return is_same_number (a->position, b->position) && is_same_number (a->value, b->value)
         && is_same_number (a->start, b->start) && is_same_number (a->low, b->low)
         && is_same_number (a->high, b->high) && a->kind == b->kind
         && a->has_colour == b->has_colour && is_same_colour (&a->colour, &b->colour)
         && a->faded == b->faded && is_same_text (a->text, b->text)
         && is_same_text (a->note, b->note) && is_same_text (a->claim, b->claim)
         && is_same_text (a->spoken, b->spoken);
}

/* Bytes: what differs by nothing but its NaN may be drawn once more. */
static gboolean
are_same_columns (const JipyoColumns *a, const JipyoColumns *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;
  const JipyoColumnData *of_a = jipyo_columns_get_data (a), *of_b = jipyo_columns_get_data (b);
  const gsize size = of_a->n * sizeof (double);
  if (of_a->n != of_b->n || of_a->n > compared_most
      || memcmp (of_a->values, of_b->values, size) != 0)
    return FALSE;
  if (of_a->positions == NULL || of_b->positions == NULL)
    return of_a->positions == of_b->positions && of_a->start == of_b->start
           && of_a->step == of_b->step;
  return memcmp (of_a->positions, of_b->positions, size) == 0;
}

static gboolean
is_same_series (const JipyoPlotSeries *a, const JipyoPlotSeries *b)
{
  if (!is_same_text (a->id, b->id) || !is_same_text (a->name, b->name)
      || !is_same_text (a->spoken, b->spoken) || !is_same_text (a->start_name, b->start_name)
      || !is_same_text (a->end_name, b->end_name) || a->mark != b->mark
      || !is_same_colour (&a->colour, &b->colour) || a->data->len != b->data->len
      || !are_same_columns (a->columns, b->columns))
    return FALSE;
  for (guint i = 0; i < a->data->len; i++)
    if (!is_same_datum (&g_array_index (a->data, JipyoDatum, i),
                        &g_array_index (b->data, JipyoDatum, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_same_annotation (const JipyoAnnotation *a, const JipyoAnnotation *b)
{
  return a->kind == b->kind && a->axis == b->axis && is_same_number (a->from, b->from)
         && is_same_number (a->to, b->to) && a->planned == b->planned
         && is_same_text (a->text, b->text) && is_same_text (a->series, b->series);
}

gboolean
jipyo_plot_is_same (const JipyoPlot *a, const JipyoPlot *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (!is_same_text (a->title, b->title) || !is_same_text (a->subtitle, b->subtitle)
      || !is_same_text (a->footer, b->footer) || !is_same_text (a->empty, b->empty)
      || a->lang != b->lang || a->horizontal != b->horizontal || a->units != b->units
      || a->relative != b->relative || !is_same_axis (&a->position, &b->position)
      || !is_same_axis (&a->value, &b->value) || a->series->len != b->series->len
      || a->annotations->len != b->annotations->len)
    return FALSE;
  for (guint i = 0; i < a->series->len; i++)
    if (!is_same_series (g_ptr_array_index (a->series, i), g_ptr_array_index (b->series, i)))
      return FALSE;
  for (guint i = 0; i < a->annotations->len; i++)
    if (!is_same_annotation (g_ptr_array_index (a->annotations, i),
                             g_ptr_array_index (b->annotations, i)))
      return FALSE;
  return TRUE;
}
