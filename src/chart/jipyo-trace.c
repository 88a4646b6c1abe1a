/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where all is even it is the line of jipyo-even-line.c. Else one step a slot: the points in it by
 * search, their extremes by the pyramid, the place where the line crosses into the next by the two
 * points around it. Two gaps or more within one slot make what lies between them one upright
 * stroke; that is the only liberty taken.
 */

#include "jipyo-trace.h"

#include "jipyo-even-line.h"

#include <math.h>

/* Points of a pixel up to which single upright edges can be told, and up to which it is quicker to
 * take them one by one; points of a slot up to which it is quicker to read them all. */
static const guint sparse_a_pixel = 4;
static const guint few_a_pixel = 24;
static const guint few = 3;
static const float steep = 2; /* pixels in a slot */
static const guint some = 2 * JIPYO_PYRAMID_BLOCK;

/* Points farther away than any that there can be. */
static const double indices_max = 1e15;

/* A scale as one multiplication where it is even. */
typedef struct {
  const JipyoScale *scale;
  gboolean even;
  double factor;
  double inverse;
} Map;

typedef struct {
  const JipyoTraceRequest *request;
  JipyoColumnData data;
  Map position;
  Map value;
  double floor; /* values up to it have no place */
  JipyoTrace *trace;
  gboolean open; /* the last part goes on */
} Tracer;

static Map
make_map (const JipyoScale *scale)
{
  const double factor = (scale->to - scale->from) / (scale->high - scale->low);

  return (Map){
    .scale = scale,
    .even = jipyo_scale_is_even (scale) && isfinite (factor) && factor != 0,
    .factor = factor,
    .inverse = 1 / factor,
  };
}

/* From the low end, since times of today are huge beside their differences. */
static inline double
map_to_place (const Map *self, double value)
{
  if (self->even)
    return self->scale->from + (value - self->scale->low) * self->factor;
  return jipyo_scale_map (self->scale, value);
}

static double
map_to_value (const Map *self, double place)
{
  if (self->even)
    return self->scale->low + (place - self->scale->from) * self->inverse;
  return jipyo_scale_invert (self->scale, place);
}

/* Far outside is as good as just outside, and floats stay exact. */
static inline float
place_value (const Tracer *self, double value)
{
  return (float) CLAMP (map_to_place (&self->value, value), -1e6, 1e6);
}

static gboolean
has_place (const Tracer *self, guint i)
{
  const double value = self->data.values[i];

  return isfinite (value) && value > self->floor;
}

static double
get_x (const Tracer *self, guint i)
{
  const double position =
    self->data.positions != NULL ? self->data.positions[i] : self->data.start + i * self->data.step;

  return map_to_place (&self->position, position);
}

static float
get_y (const Tracer *self, guint i)
{
  return place_value (self, self->data.values[i]);
}

/* Where the line to a point passes `x`; NaN where none goes there from the point before. */
static float
cross (const Tracer *self, guint i, double x)
{
  if (i == 0 || i >= self->data.n || !has_place (self, i - 1) || !has_place (self, i))
    return NAN;
  const float from = get_y (self, i - 1), to = get_y (self, i);
  const double x1 = get_x (self, i - 1), x2 = get_x (self, i);

  if (self->request->stepped || !(x2 > x1))
    return from;
  return from + (to - from) * (float) CLAMP ((x - x1) / (x2 - x1), 0, 1);
}

/* What one slot holds of a part. */
typedef struct {
  int slot;
  float enter; /* NaN: the line begins inside */
  float top;
  float bottom;
} Entry;

static void
open_part (Tracer *self, int slot)
{
  const JipyoTracePart part = { .slot = slot, .offset = self->trace->n };

  g_array_append_val (self->trace->parts, part);
  self->open = TRUE;
}

static inline void
push (Tracer *self, const Entry *entry)
{
  JipyoTrace *trace = self->trace;
  const guint n = trace->n;

  if (!self->open)
    open_part (self, entry->slot);
  trace->enter[n] = isnan (entry->enter) ? jipyo_trace_nowhere : entry->enter;
  trace->top[n] = entry->top;
  trace->bottom[n] = entry->bottom;
  trace->n++;
}

/* A part ends where the next begins. */
static void
count_parts (JipyoTrace *trace)
{
  guint end = trace->n;

  for (guint i = trace->parts->len; i-- > 0;) {
    JipyoTracePart *part = &g_array_index (trace->parts, JipyoTracePart, i);
    part->n = end - part->offset;
    end = part->offset;
  }
}

/* What the line reached in a slot between its two sides. That counts for the middle of the slot
 * only if it lies beyond both sides, else a slope would look thick. */
static inline void
settle (float enter, float leave, float reach[2])
{
  const float middle = (enter + leave) / 2;
  /* A steep way may as well be a jump somewhere inside: half of both. */
  const float share = fabsf (leave - enter) > steep ? 0.5F : 1;

  if (reach[0] >= MIN (enter, leave))
    reach[0] += (middle - reach[0]) * share;
  if (reach[1] <= MAX (enter, leave))
    reach[1] += (middle - reach[1]) * share;
}

static inline void
leave_last (Tracer *self, float leave)
{
  JipyoTrace *trace = self->trace;

  if (!self->open || isnan (leave))
    return;
  const guint last = trace->n - 1;
  const float enter = trace->enter[last];
  if (enter >= jipyo_trace_nowhere)
    return;
  float reach[2] = { trace->top[last], trace->bottom[last] };
  settle (enter, leave, reach);
  trace->top[last] = reach[0];
  trace->bottom[last] = reach[1];
}

/* The points of one slot, when there are many. */
typedef struct {
  int slot;
  float enter; /* as of an entry */
  float leave;
  JipyoColumnRange range;
} Slot;

/* A stroke from the lowest point to the highest, if any has a place. */
static void
push_reach (Tracer *self, const JipyoExtremes *reach, const Slot *slot)
{
  if (reach->low > reach->high)
    return;
  const float low = place_value (self, reach->low), high = place_value (self, reach->high);
  const Entry entry = { slot->slot, slot->enter, MIN (low, high), MAX (low, high) };
  push (self, &entry);
}

static inline JipyoExtremes
measure (const Tracer *self, JipyoColumnRange range)
{
  JipyoExtremes reach = JIPYO_NO_EXTREMES;

  if (range.end > range.first + some)
    return jipyo_columns_measure (self->request->columns, range, self->floor);
  if (range.end > range.first + few) {
    jipyo_extremes_extend (&reach, self->data.values + range.first, range.end - range.first,
                           self->floor);
    return reach;
  }
  for (guint i = range.first; i < range.end; i++) {
    const double value = self->data.values[i];
    if (!has_place (self, i)) {
      reach.gaps = TRUE;
      continue;
    }
    reach.low = MIN (reach.low, value);
    reach.high = MAX (reach.high, value);
  }
  return reach;
}

/* Up to the first gap, between the first and the last, and after the last. */
static void
push_broken (Tracer *self, Slot slot)
{
  const JipyoColumns *columns = self->request->columns;
  const JipyoColumnRange whole = slot.range;
  const guint first = jipyo_columns_find_gap (columns, whole, self->floor);
  const guint last = jipyo_columns_find_last_gap (columns, whole, self->floor);
  const JipyoColumnRange pieces[] = {
    { whole.first, first },
    { MIN (first + 1, last), last },
    { last + 1, whole.end },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    const JipyoExtremes reach = measure (self, pieces[i]);
    push_reach (self, &reach, &slot);
    self->open = self->open && i == G_N_ELEMENTS (pieces) - 1;
    slot.enter = NAN;
  }
}

static void
trace_slot (Tracer *self, const Slot *slot)
{
  const gboolean entered = !isnan (slot->enter);

  self->open = self->open && entered;
  if (slot->range.first == slot->range.end) {
    /* The line only passes. */
    const float middle = (slot->enter + slot->leave) / 2;
    if (entered)
      push (self, &(const Entry){ slot->slot, slot->enter, middle, middle });
    return;
  }
  const JipyoExtremes reach = measure (self, slot->range);
  if (reach.gaps) {
    push_broken (self, *slot);
  } else {
    push_reach (self, &reach, slot);
    leave_last (self, slot->leave);
  }
}

/* The first point at a position or beyond, not before `first`. Of very many points some count for
 * the slot beside, so that whole blocks of the pyramid do, and no point need be read: that shifts
 * them by a quarter of a slot at most. */
static guint
find_end (const Tracer *self, double position, guint first, guint guess)
{
  const guint found =
    MIN (jipyo_columns_find (self->request->columns, position, guess), self->data.n);
  const guint block = JIPYO_PYRAMID_BLOCK;
  const guint rounded = (found + block / 2) / block * block;

  if (found > first && found - first >= 2 * block && rounded < self->data.n)
    return rounded;
  return MAX (first, found);
}

/* Slot by slot, at a cost for each. */
static void
trace_slots (Tracer *self, JipyoColumnRange view)
{
  const JipyoTraceRequest *request = self->request;
  const int slots = self->trace->slots;
  const int n_slots = (request->end - request->first) * slots;
  const double width = 1.0 / slots;
  guint first = view.first;
  guint n_before = 0; /* points in the slot before: a good guess */
  float enter = cross (self, first, request->first);

  for (int i = 0; i < n_slots; i++) {
    const double x = request->first + (i + 1) * width;
    const guint end = find_end (self, map_to_value (&self->position, x), first, first + n_before);
    const float leave = cross (self, end, x);
    const Slot slot = { request->first * slots + i, enter, leave, { first, end } };
    trace_slot (self, &slot);
    n_before = end - first;
    first = end;
    enter = leave;
  }
}

/* The line where both axes are even and the points at even distances. */
static JipyoEvenLine
make_even_line (const Tracer *self)
{
  const JipyoTraceRequest *request = self->request;
  const JipyoScale *position = &request->position, *value = &request->value;
  const int slots = self->trace->slots;
  const double by = self->position.inverse / self->data.step;
  const double low = (position->low - self->data.start) / self->data.step;

  return (JipyoEvenLine){
    .columns = request->columns,
    .n = (int) self->data.n,
    .origin = low - position->from * by,
    .by = by / slots,
    .low = value->low,
    .from = value->from,
    .factor = self->value.factor,
    .stepped = request->stepped,
    .first = request->first * slots,
    .end = request->end * slots,
  };
}

/* And where all points in view are numbers, and those beside it that may count when there are very
 * many. */
static gboolean
is_even (const Tracer *self, JipyoColumnRange view)
{
  const JipyoColumnRange range = { view.first - MIN (view.first, JIPYO_PYRAMID_BLOCK),
                                   view.end + JIPYO_PYRAMID_BLOCK };

  if (self->data.positions != NULL || self->data.n == 0 || !self->position.even
      || !self->value.even)
    return FALSE;
  const JipyoEvenLine line = make_even_line (self);
  return fabs (line.origin) < indices_max && line.by < indices_max
         && !jipyo_columns_measure (self->request->columns, range, self->floor).gaps;
}

static void
trace_evenly (Tracer *self)
{
  JipyoTrace *trace = self->trace;
  const JipyoEvenLine line = make_even_line (self);
  JipyoEvenTrace even = { .enter = trace->enter, .top = trace->top, .bottom = trace->bottom };
  jipyo_even_line_trace (&line, &even);
  if (even.n == 0)
    return;
  open_part (self, even.first);
  trace->n = even.n;
  if (even.begins)
    trace->enter[0] = jipyo_trace_nowhere;
}

/* A point that has a place. */
typedef struct {
  double x; /* in slots */
  float y;
  int slot;
} Spot;

static Spot
get_spot (const Tracer *self, guint i)
{
  const double x = CLAMP (get_x (self, i) * self->trace->slots, -1e9, 1e9);

  const int whole = (int) x;
  return (Spot){ .x = x, .y = get_y (self, i), .slot = whole - (whole > x ? 1 : 0) };
}

/* How far the line rises in a slot on its way. */
static double
get_slope (const Tracer *self, const Spot *from, const Spot *to)
{
  if (self->request->stepped || !(to->x > from->x))
    return 0;
  return (to->y - from->y) / (to->x - from->x);
}

/* The slots that the line passes on its way to a point, then the point. `bounds` are those of the
 * slots to look at. */
static void
push_way (Tracer *self, const Spot *from, const Spot *to, const int bounds[2])
{
  const int first = MAX (from->slot + 1, bounds[0]);
  const int end = MIN (to->slot, bounds[1]);
  const double slope = get_slope (self, from, to);
  float enter = from->y + (float) ((first - from->x) * slope);

  leave_last (self, enter);
  for (int slot = first; slot < end; slot++) {
    const float leave = from->y + (float) ((slot + 1 - from->x) * slope);
    const float middle = (enter + leave) / 2;
    push (self, &(const Entry){ slot, enter, middle, middle });
    enter = leave;
  }
  if (to->slot >= bounds[0] && to->slot < bounds[1])
    push (self, &(const Entry){ to->slot, enter, to->y, to->y });
}

static void
extend_last (Tracer *self, float y)
{
  JipyoTrace *trace = self->trace;

  trace->top[trace->n - 1] = MIN (trace->top[trace->n - 1], y);
  trace->bottom[trace->n - 1] = MAX (trace->bottom[trace->n - 1], y);
}

/* Point by point, at a cost for each. */
static void
trace_points (Tracer *self, JipyoColumnRange view)
{
  const int bounds[2] = { self->request->first * self->trace->slots,
                          self->request->end * self->trace->slots };
  gboolean joined = FALSE;
  Spot last = { 0 };

  for (guint i = view.first; i < view.end; i++) {
    if (!has_place (self, i)) {
      self->open = joined = FALSE;
      continue;
    }
    const Spot spot = get_spot (self, i);
    const gboolean inside = spot.slot >= bounds[0] && spot.slot < bounds[1];
    if (joined && spot.slot > last.slot)
      push_way (self, &last, &spot, bounds);
    else if (joined && inside)
      extend_last (self, spot.y);
    else if (inside)
      push (self, &(const Entry){ spot.slot, NAN, spot.y, spot.y });
    joined = TRUE;
    last = spot;
  }
}

/* The points that the pixels show, and one to either side. */
static JipyoColumnRange
find_view (const Tracer *self)
{
  const JipyoTraceRequest *request = self->request;
  const double low = map_to_value (&self->position, request->first);
  const double high = map_to_value (&self->position, request->end);
  const guint first = jipyo_columns_find (request->columns, low, 0);
  const guint end = jipyo_columns_find (request->columns, high, first);

  return (JipyoColumnRange){ MIN (first > 0 ? first - 1 : 0, self->data.n),
                             MIN (end + 1, self->data.n) };
}

static void
allocate (JipyoTrace *self, gsize n)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (JipyoTracePart));
  self->enter = g_new (float, MAX (1, 3 * n));
  self->top = self->enter + n;
  self->bottom = self->top + n;
}

JipyoTrace *
jipyo_trace_new (const JipyoTraceRequest *request)
{
  JipyoTrace *trace = g_new0 (JipyoTrace, 1);
  const guint n_pixels = (guint) MAX (0, request->end - request->first);
  Tracer tracer = {
    .request = request,
    .data = *jipyo_columns_get_data (request->columns),
    .position = make_map (&request->position),
    .value = make_map (&request->value),
    .floor = request->value.kind == JIPYO_SCALE_LOG ? 0 : -G_MAXDOUBLE,
    .trace = trace,
  };
  tracer.data.n = MIN (tracer.data.n, request->n);
  const JipyoColumnRange view = find_view (&tracer);
  const gboolean many = view.end - view.first > few_a_pixel * n_pixels;
  const gboolean sparse = view.end - view.first <= sparse_a_pixel * n_pixels;
  const int wanted = sparse ? JIPYO_TRACE_SLOTS_MAX : JIPYO_TRACE_SLOTS_OF_MANY;
  trace->slots = request->slots > 0 ? request->slots : wanted;
  const guint n_slots = n_pixels * (guint) trace->slots;

  if (is_even (&tracer, view)) {
    allocate (trace, n_slots);
    trace_evenly (&tracer);
  } else if (!many) {
    allocate (trace, (gsize) n_slots + (view.end - view.first));
    trace_points (&tracer, view);
  } else {
    /* A slot can be in three parts. */
    allocate (trace, 3 * (gsize) n_slots);
    trace_slots (&tracer, (JipyoColumnRange){ view.first + (view.first > 0 ? 1 : 0), view.end });
  }
  count_parts (trace);
  return trace;
}

void
jipyo_trace_free (JipyoTrace *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_free (self->enter);
  g_free (self);
}
