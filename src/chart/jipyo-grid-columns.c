/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arithmetic of column widths; no text is measured here.
 */

#include "jipyo-grid-columns.h"

/* Room that is left over goes to bars first: they are the only ones that get better by it. */
static const double BAR_SHARE = 3;

static double
sum_widths (const JipyoGridColumn *columns, guint n_columns)
{
  double sum = 0;

  for (guint i = 0; i < n_columns; i++)
    sum += columns[i].width;
  return sum;
}

static double
sum_minimums (const JipyoGridColumn *columns, guint n_columns)
{
  double sum = 0;

  for (guint i = 0; i < n_columns; i++)
    sum += columns[i].minimum;
  return sum;
}

static void
fill (JipyoGridColumn *columns, guint n_columns, double spare)
{
  double shares = 0;

  for (guint i = 0; i < n_columns; i++)
    shares += columns[i].align == JIPYO_ALIGN_BAR ? BAR_SHARE : 1;
  for (guint i = 0; i < n_columns; i++)
    columns[i].width += spare * (columns[i].align == JIPYO_ALIGN_BAR ? BAR_SHARE : 1) / shares;
}

/* Takes `excess` from the columns of figures, in proportion to what their titles and bars can give.
 * Gives what is left of it. */
static double
shrink_figures (JipyoGridColumn *columns, guint n_columns, double excess)
{
  double slack = 0;

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].align != JIPYO_ALIGN_START)
      slack += columns[i].width - columns[i].minimum;
  if (slack <= 0)
    return excess;
  const double share = MIN (1, excess / slack);
  for (guint i = 0; i < n_columns; i++)
    if (columns[i].align != JIPYO_ALIGN_START)
      columns[i].width -= (columns[i].width - columns[i].minimum) * share;
  return excess - slack * share;
}

/* What a text column keeps: its words whole, as long as the others can give enough. */
static double
get_floor (const JipyoGridColumn *column, gboolean whole)
{
  return whole ? CLAMP (column->word, column->minimum, column->natural) : column->minimum;
}

static gboolean
words_have_room (const JipyoGridColumn *columns, guint n_columns, double excess)
{
  for (guint i = 0; i < n_columns; i++)
    if (columns[i].align == JIPYO_ALIGN_START)
      excess -= columns[i].width - get_floor (&columns[i], TRUE);
  return excess <= 0;
}

/* The widest text columns give way first, down to a common width. */
static void
level_text (JipyoGridColumn *columns, guint n_columns, double excess)
{
  const gboolean whole = words_have_room (columns, n_columns, excess);
  static const int STEPS = 40;
  double low = 0, high = 0;

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].align == JIPYO_ALIGN_START)
      high = MAX (high, columns[i].width);
  for (int step = 0; step < STEPS; step++) {
    const double cap = (low + high) / 2;
    double given = 0;

    for (guint i = 0; i < n_columns; i++)
      if (columns[i].align == JIPYO_ALIGN_START)
        given += columns[i].width - CLAMP (cap, get_floor (&columns[i], whole), columns[i].width);
    if (given >= excess)
      low = cap;
    else
      high = cap;
  }
  for (guint i = 0; i < n_columns; i++)
    if (columns[i].align == JIPYO_ALIGN_START)
      columns[i].width = CLAMP (low, get_floor (&columns[i], whole), columns[i].width);
}

guint
jipyo_grid_columns_fit (JipyoGridColumn *columns, guint n_columns, double gap, double width)
{
  guint n = n_columns;

  for (guint i = 0; i < n_columns; i++) {
    columns[i].minimum = MIN (columns[i].minimum, columns[i].natural);
    columns[i].width = columns[i].natural;
  }
  while (n > 1 && sum_minimums (columns, n) + gap * (n - 1) > width)
    n--;
  if (n == 0)
    return 0;
  const double room = width - gap * (n - 1);
  double excess = sum_widths (columns, n) - room;
  if (excess <= 0) {
    fill (columns, n, -excess);
    return n;
  }
  excess = shrink_figures (columns, n, excess);
  if (excess > 0)
    level_text (columns, n, excess);
  return n;
}
