/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Some hundred slots at a time: where each begins among the points, then the values there, then the
 * extremes between, and last what all of that is in pixels. What can be done for several slots in
 * one instruction is a plain loop of its own, and so is what waits for memory, so that many fetches
 * are under way at once.
 */

#include "jipyo-even-line.h"

#include <string.h>

enum { CHUNK = 256, LANES = 8, BLOCK = JIPYO_PYRAMID_BLOCK, BLOCKS_MAX = 32 };

static const double far = 1e6; /* pixels: as good as any place beyond, and floats stay exact */
static const float steep = 2;  /* pixels in a slot */
static const double two_at_most = 1.999; /* points by slot of which none has three */

typedef struct {
  double low;
  double high;
} Reach;

typedef struct {
  const JipyoEvenLine *line;
  const double *values;
  int first; /* the first slot of a chunk */
  int n;     /* slots */
  /* The sides of the slots. */
  int point[CHUNK + 1];     /* the first at a side or beyond */
  float share[CHUNK + 1];   /* of the way to it from the point before */
  double before[CHUNK + 1]; /* the values of both */
  double after[CHUNK + 1];
  float y[CHUNK + 1];
  /* Between them. */
  double low[CHUNK];
  double high[CHUNK];
} Chunk;

/* Of very many points some count for the slot beside, so that whole blocks of the pyramid do and
 * hardly a value need be read: that shifts them by a quarter of a slot at most. */
static inline int
round_to_block (const JipyoEvenLine *line, int point)
{
  const int rounded = (point + BLOCK / 2) / BLOCK * BLOCK;

  return rounded > 0 && rounded < line->n ? rounded : point;
}

static inline double
get_index (const JipyoEvenLine *line, int slot)
{
  return CLAMP (line->origin + slot * line->by, 0.0, (double) line->n);
}

/* But for a billionth, which is no place of its own. */
static inline int
round_up (double index)
{
  return (int) (index + (1 - 1e-9));
}

static gboolean
has_many (const JipyoEvenLine *line)
{
  return line->by >= 2 * BLOCK;
}

/* The first point at the left side of a slot or beyond. */
static int
find_point (const JipyoEvenLine *line, int slot)
{
  const int point = round_up (get_index (line, slot));

  return has_many (line) ? round_to_block (line, point) : point;
}

/* The slot that holds a point; `end` if that is farther to the right. */
static int
find_slot (const JipyoEvenLine *line, int point)
{
  int low = line->first, high = line->end;

  while (low < high) {
    const int middle = low + (high - low) / 2;
    if (find_point (line, middle + 1) > point)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

static void
find_points (Chunk *self)
{
  const JipyoEvenLine *line = self->line;
  const int n_sides = self->n + 1;
  double index[CHUNK + 1];

  for (int i = 0; i < n_sides; i++)
    index[i] = get_index (line, self->first + i);
  for (int i = 0; i < n_sides; i++)
    self->point[i] = round_up (index[i]);
  for (int i = 0; has_many (line) && i < n_sides; i++)
    self->point[i] = round_to_block (line, self->point[i]);
  for (int i = 0; i < n_sides; i++) {
    const float share = (float) (index[i] - (self->point[i] - 1));
    self->share[i] = CLAMP (share, 0.0F, 1.0F);
  }
  for (int i = 0; line->stepped && i < n_sides; i++)
    self->share[i] = 0;
}

static inline float
place (const JipyoEvenLine *line, double value)
{
  return (float) CLAMP (line->from + (value - line->low) * line->factor, -far, far);
}

static void
cross_sides (Chunk *self)
{
  const int last = self->line->n - 1;

  for (int i = 0; i <= self->n; i++) {
    self->before[i] = self->values[CLAMP (self->point[i] - 1, 0, last)];
    self->after[i] = self->values[MIN (self->point[i], last)];
  }
  for (int i = 0; i <= self->n; i++) {
    /* Between places, which have bounds, as values need not. */
    const float before = place (self->line, self->before[i]);
    const float after = place (self->line, self->after[i]);
    self->y[i] = before + (after - before) * self->share[i];
  }
}

/* LANES or more; the last step may repeat values of the one before, which extremes do not mind. */
static inline Reach
measure_values (const double *values, int n)
{
  double low[LANES], high[LANES];

  for (int k = 0; k < LANES; k++)
    low[k] = high[k] = values[k];
  for (int i = LANES; i < n; i += LANES) {
    const double *step = values + MIN (i, n - LANES);
    for (int k = 0; k < LANES; k++) {
      low[k] = step[k] < low[k] ? step[k] : low[k];
      high[k] = step[k] > high[k] ? step[k] : high[k];
    }
  }
  for (int half = LANES / 2; half > 0; half /= 2)
    for (int k = 0; k < half; k++) {
      low[k] = MIN (low[k], low[k + half]);
      high[k] = MAX (high[k], high[k + half]);
    }
  return (Reach){ low[0], high[0] };
}

/* A few, or none, of which the one there counts. */
static inline Reach
measure_few (const double *values, int n)
{
  const double last = values[MAX (n - 1, 0)];
  Reach reach = { MIN (values[0], last), MAX (values[0], last) };

  for (int i = 1; i < n - 1; i++) {
    reach.low = MIN (reach.low, values[i]);
    reach.high = MAX (reach.high, values[i]);
  }
  return reach;
}

static Reach
measure_blocks (const Chunk *self, int first, int end)
{
  const JipyoExtremes *blocks = jipyo_columns_get_blocks (self->line->columns);
  Reach reach = { G_MAXDOUBLE, -G_MAXDOUBLE };

  if (first % BLOCK != 0 || end % BLOCK != 0 || end - first > BLOCKS_MAX * BLOCK) {
    const JipyoColumnRange range = { (guint) first, (guint) end };
    const JipyoExtremes found = jipyo_columns_measure (self->line->columns, range, -G_MAXDOUBLE);
    return (Reach){ found.low, found.high };
  }
  for (int i = first / BLOCK; i < end / BLOCK; i++) {
    reach.low = MIN (reach.low, blocks[i].low);
    reach.high = MAX (reach.high, blocks[i].high);
  }
  return reach;
}

static void
measure_slots (Chunk *self)
{
  const gboolean many = has_many (self->line);

  for (int i = 0; i < self->n; i++) {
    const int first = self->point[i], end = self->point[i + 1];
    Reach reach;
    if (end - first < LANES)
      reach = measure_few (self->values + first, end - first);
    else if (many)
      reach = measure_blocks (self, first, end);
    else
      reach = measure_values (self->values + first, end - first);
    self->low[i] = reach.low;
    self->high[i] = reach.high;
  }
}

/* Where the line only passes there is nothing but its middle. */
static void
place_slots (const Chunk *self, float *restrict top, float *restrict bottom)
{
  for (int i = 0; i < self->n; i++) {
    const gboolean passed = self->point[i + 1] == self->point[i];
    const float low = place (self->line, self->low[i]), high = place (self->line, self->high[i]);
    const float middle = (self->y[i] + self->y[i + 1]) / 2;
    top[i] = passed ? middle : MIN (low, high);
    bottom[i] = passed ? middle : MAX (low, high);
  }
}

/* Where slots have two points at most, those beside the sides are the extremes between, and a point
 * is placed once for all of them. */
static void
place_points (Chunk *self, float *restrict top, float *restrict bottom)
{
  const JipyoEvenLine *line = self->line;
  float placed[2 * CHUNK + 3], before[CHUNK + 1], after[CHUNK + 1];
  const int first = self->point[0], n = self->point[self->n] - first + 2;
  const int begin = first == 0 ? 1 : 0, end = first - 1 + n > line->n ? n - 1 : n;

  for (int i = begin; i < end; i++)
    placed[i] = place (line, self->values[first - 1 + i]);
  placed[0] = placed[begin];
  placed[n - 1] = placed[end - 1];
  for (int i = 0; i <= self->n; i++) {
    const float *way = placed + (self->point[i] - first);
    before[i] = way[0];
    after[i] = way[1];
  }
  for (int i = 0; i <= self->n; i++)
    self->y[i] = before[i] + (after[i] - before[i]) * self->share[i];
  for (int i = 0; i < self->n; i++) {
    const gboolean passed = self->point[i + 1] == self->point[i];
    const float middle = (self->y[i] + self->y[i + 1]) / 2;
    top[i] = passed ? middle : MIN (after[i], before[i + 1]);
    bottom[i] = passed ? middle : MAX (after[i], before[i + 1]);
  }
}

/* What the line reached in a slot between its two sides counts for the middle of the slot only if
 * it lies beyond both sides, else a slope would look thick. */
static void
settle_slots (const Chunk *self, JipyoEvenTrace *trace, int first, int end)
{
  float *restrict top = trace->top + trace->n, *restrict bottom = trace->bottom + trace->n;

  for (int i = first; i < end; i++) {
    const float enter = self->y[i], leave = self->y[i + 1];
    const float middle = (enter + leave) / 2;
    /* A steep way may as well be a jump somewhere inside: half of both. */
    const float share = ABS (leave - enter) > steep ? 0.5F : 1.0F;
    const float lower = top[i] + (middle - top[i]) * share;
    const float higher = bottom[i] + (middle - bottom[i]) * share;
    top[i] = top[i] >= MIN (enter, leave) ? lower : top[i];
    bottom[i] = bottom[i] <= MAX (enter, leave) ? higher : bottom[i];
  }
}

static void
trace_chunk (Chunk *self, JipyoEvenTrace *trace)
{
  find_points (self);
  if (self->line->by < two_at_most) {
    place_points (self, trace->top + trace->n, trace->bottom + trace->n);
  } else {
    cross_sides (self);
    measure_slots (self);
    place_slots (self, trace->top + trace->n, trace->bottom + trace->n);
  }
  /* Where the line begins or ends inside, one side is not crossed. */
  const gboolean begins = self->point[0] == 0, ends = self->point[self->n] == self->line->n;
  settle_slots (self, trace, begins ? 1 : 0, self->n - (ends ? 1 : 0));
  memcpy (trace->enter + trace->n, self->y, (gsize) self->n * sizeof (float));
  trace->n += (guint) self->n;
}

void
jipyo_even_line_trace (const JipyoEvenLine *self, JipyoEvenTrace *out)
{
  const int first = find_slot (self, 0), last = MIN (find_slot (self, self->n - 1), self->end - 1);
  Chunk chunk = { .line = self, .values = jipyo_columns_get_data (self->columns)->values };

  out->first = first;
  out->n = 0;
  out->begins = find_point (self, first) == 0;
  if (find_point (self, first) == self->n)
    return;
  for (int slot = first; slot <= last; slot += CHUNK) {
    chunk.first = slot;
    chunk.n = MIN (CHUNK, last + 1 - slot);
    trace_chunk (&chunk, out);
  }
}
