/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strips along the shorter side of what is left, each filled as long as that makes its worst
 * rectangle squarer.
 */

#include "jipyo-squares.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
  guint index;
  double size; /* share of the whole, then of the area */
} Part;

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *one = a, *two = b;

  if (one->size != two->size)
    return one->size > two->size ? -1 : 1;
  return (one->index > two->index) - (one->index < two->index);
}

/* The parts above zero, the largest first, as areas; gives their number. */
static guint
list_parts (const double *sizes, guint n, double area, Part *parts)
{
  double largest = 0, sum = 0;
  guint n_parts = 0;

  for (guint i = 0; i < n; i++)
    if (isfinite (sizes[i]) && sizes[i] > 0) {
      parts[n_parts++] = (Part){ i, sizes[i] };
      largest = MAX (largest, sizes[i]);
    }
  qsort (parts, n_parts, sizeof *parts, compare_parts);
  /* The least first keeps the sum exact, and dividing by the largest keeps it finite. */
  for (guint i = n_parts; i-- > 0;)
    sum += parts[i].size / largest;
  for (guint i = 0; i < n_parts; i++)
    parts[i].size = parts[i].size / largest / sum * area;
  return n_parts;
}

/* The worst ratio of sides in a strip of some parts along a side. */
static double
get_worst (double largest, double least, double sum, double side)
{
  const double square = side * side, total = sum * sum;

  return MAX (square * largest / total, total / (square * least));
}

static guint
fill_strip (const Part *parts, guint n, double side)
{
  double sum = parts[0].size;
  double worst = get_worst (parts[0].size, parts[0].size, sum, side);
  guint taken = 1;

  while (taken < n) {
    const double next = sum + parts[taken].size;
    const double ratio = get_worst (parts[0].size, parts[taken].size, next, side);
    if (!(ratio <= worst))
      break;
    worst = ratio;
    sum = next;
    taken++;
  }
  return taken;
}

/* Lays a strip at the left or at the top of `room` and takes it off. */
static void
lay_strip (const Part *parts, guint n, JipyoRect *room, JipyoRect *rects)
{
  const gboolean upright = room->width >= room->height;
  const double side = upright ? room->height : room->width;
  double sum = 0, at = 0;

  for (guint i = 0; i < n; i++)
    sum += parts[i].size;
  const double depth = side > 0 ? MIN (sum / side, upright ? room->width : room->height) : 0;
  for (guint i = 0; i < n; i++) {
    const double end = i + 1 == n ? side : MIN (side, at + side * (parts[i].size / sum));
    rects[parts[i].index] = upright ? (JipyoRect){ room->x, room->y + at, depth, end - at }
                                    : (JipyoRect){ room->x + at, room->y, end - at, depth };
    at = end;
  }
  if (upright) {
    room->x += depth;
    room->width -= depth;
  } else {
    room->y += depth;
    room->height -= depth;
  }
}

void
jipyo_squares_lay (const double *sizes, guint n, const JipyoRect *area, JipyoRect *rects)
{
  g_autofree Part *parts = g_new (Part, MAX (n, 1));
  JipyoRect room = *area;
  const guint n_parts = list_parts (sizes, n, area->width * area->height, parts);

  for (guint i = 0; i < n; i++)
    rects[i] = (JipyoRect){ area->x, area->y, 0, 0 };
  for (guint i = 0; i < n_parts;) {
    const guint taken = fill_strip (parts + i, n_parts - i, MIN (room.width, room.height));
    lay_strip (parts + i, taken, &room, rects);
    i += taken;
  }
}
