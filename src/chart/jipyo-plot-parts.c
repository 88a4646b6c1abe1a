/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stack adds up when all of its parts are known, plain and not negative. A bound among them would
 * make any share a guess.
 */

#include "jipyo-plot-parts.h"

#include "jipyo-marks.h"

#include <math.h>

typedef struct {
  double position;
  double total;
  guint n_parts;
  gboolean sound;        /* adds up */
  gboolean has_rest;     /* a part that is itself not divided */
  gboolean tied;         /* two parts are the largest */
  gboolean background;   /* its total is one that others are held against */
  JipyoDatumRef largest; /* part */
  double largest_value;
} Stack;

static Stack *
find_stack (GArray *stacks, double position)
{
  const Stack stack = { .position = position, .sound = TRUE };

  for (guint i = 0; i < stacks->len; i++)
    if (g_array_index (stacks, Stack, i).position == position)
      return &g_array_index (stacks, Stack, i);
  g_array_append_val (stacks, stack);
  return &g_array_index (stacks, Stack, stacks->len - 1);
}

static void
add_part (GArray *stacks, const JipyoPlot *plot, JipyoDatumRef ref)
{
  const JipyoDatum *datum = jipyo_plot_get_datum (plot, ref);
  Stack *stack = find_stack (stacks, datum->position);

  if (!isfinite (datum->value) || datum->value < 0 || !jipyo_datum_is_plain (datum)) {
    stack->sound = FALSE;
    return;
  }
  stack->has_rest = stack->has_rest || jipyo_plot_get_role (plot, ref) == JIPYO_ROLE_MUTED;
  stack->total += datum->value;
  stack->sound = stack->sound && isfinite (stack->total);
  stack->n_parts += datum->value > 0;
  stack->tied =
    datum->value == stack->largest_value || (stack->tied && datum->value < stack->largest_value);
  if (stack->n_parts > 0 && datum->value > stack->largest_value) {
    stack->largest_value = datum->value;
    stack->largest = ref;
  }
}

static void
set_background (GArray *stacks, double position)
{
  for (guint i = 0; i < stacks->len; i++) {
    Stack *stack = &g_array_index (stacks, Stack, i);
    stack->background = stack->background || stack->position == position;
  }
}

/* Those of the first mark that has any: bars and areas do not add up together. */
gboolean
jipyo_plot_parts_is_part (const JipyoPlot *plot, const JipyoPlotSeries *series)
{
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoMark mark = ((const JipyoPlotSeries *) g_ptr_array_index (plot->series, i))->mark;
    if ((jipyo_mark_get_class (mark)->tells & JIPYO_TELLS_PARTS) != 0)
      return series->mark == mark;
  }
  return FALSE;
}

/* A total has a mark of its own, and that its colour. */
static void
find_background (GArray *stacks, const JipyoPlot *plot)
{
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    const gboolean part = jipyo_plot_parts_is_part (plot, series);
    for (guint k = 0; !part && k < series->data->len; k++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, k);
      if (datum->has_colour && datum->colour.role == JIPYO_ROLE_MUTED)
        set_background (stacks, datum->position);
    }
  }
}

/* (element-type Stack) */
static GArray *
list_stacks (const JipyoPlot *plot)
{
  GArray *stacks = g_array_new (FALSE, FALSE, sizeof (Stack));

  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    const gboolean part = jipyo_plot_parts_is_part (plot, series);
    for (guint k = 0; part && k < series->data->len; k++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, k);
      if (isfinite (datum->position))
        add_part (stacks, plot, (JipyoDatumRef){ i, k });
    }
  }
  find_background (stacks, plot);
  return stacks;
}

static gboolean
is_divided (const Stack *stack)
{
  return stack->sound && !stack->has_rest && stack->n_parts > 1;
}

/* An average is spoken of only where there is nothing else. */
static gboolean
is_before (const Stack *stack, const Stack *other)
{
  if (stack->background != other->background)
    return other->background;
  return stack->total > other->total;
}

gboolean
jipyo_plot_parts_find_share (const JipyoPlot *plot, JipyoFact *fact)
{
  g_autoptr (GArray) stacks = list_stacks (plot);
  const Stack *highest = NULL;

  *fact = (JipyoFact){ .kind = JIPYO_FACT_SHARE };
  for (guint i = 0; i < stacks->len; i++) {
    const Stack *stack = &g_array_index (stacks, Stack, i);
    if (!is_divided (stack))
      continue;
    fact->n_of++;
    if (highest == NULL || is_before (stack, highest))
      highest = stack;
  }
  if (highest == NULL || highest->tied)
    return FALSE;
  fact->a = highest->largest;
  fact->amount = highest->largest_value / highest->total;
  for (guint i = 0; i < stacks->len; i++) {
    const Stack *stack = &g_array_index (stacks, Stack, i);
    fact->n += is_divided (stack) && !stack->tied && stack->largest.series == fact->a.series;
  }
  return TRUE;
}

gboolean
jipyo_plot_parts_find_total (const JipyoPlot *plot, JipyoFactKind kind, JipyoFact *fact)
{
  g_autoptr (GArray) stacks = list_stacks (plot);
  const Stack *found = NULL;
  guint n_equal = 0, n_rivals = 0;

  for (guint i = 0; i < stacks->len; i++) {
    const Stack *stack = &g_array_index (stacks, Stack, i);
    if (stack->background)
      continue;
    n_rivals++;
    if (!stack->sound || stack->n_parts == 0)
      return FALSE;
    if (found != NULL && stack->total == found->total) {
      n_equal++;
      continue;
    }
    if (found != NULL && (stack->total > found->total) != (kind == JIPYO_FACT_HIGHEST_TOTAL))
      continue;
    found = stack;
    n_equal = 1;
  }
  if (n_rivals < 2 || n_equal != 1)
    return FALSE;
  *fact =
    (JipyoFact){ .kind = kind, .a = found->largest, .amount = found->total, .n_of = n_rivals };
  return TRUE;
}
