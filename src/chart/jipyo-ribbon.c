/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pen's disc at a distance d to the side reaches h(d) up and down. So for each d the slots are
 * shifted by d, raised by h(d) and the higher taken: plain loops over some hundred slices, which
 * stay in the processor's nearest memory, several distances a pass; compilers are good at that.
 */

#include "jipyo-ribbon.h"

#include <math.h>
#include <string.h>

static const double width_max = 64; /* pixels; the least is a slot */

/* What the pen reaches at a distance, to its left and to its right: two slots of a source, counted
 * from the left end of the pen. */
typedef struct {
  gboolean enter; /* from their way in, else from inside */
  int left;
  int right;
  float reach;
} Tap;

/* Slices at a time, and taps that one pass over them takes. */
enum { CHUNK = JIPYO_RIBBON_CHUNK, TAPS = 4 };

static inline float
get_less (float a, float b)
{
  return a < b ? a : b;
}

static inline float
get_more (float a, float b)
{
  return a > b ? a : b;
}

/* What a tap reaches in a source. */
typedef struct {
  const float *left;
  const float *right;
  float reach;
} Side;

static inline Side
get_side (const float *inside, const float *enter, const Tap *tap)
{
  const float *source = tap->enter ? enter : inside;

  return (Side){ source + tap->left, source + tap->right, tap->reach };
}

static inline float
take_nearer (Side side, guint i)
{
  return get_less (side.left[i], side.right[i]) - side.reach;
}

static inline float
take_farther (Side side, guint i)
{
  return get_more (side.left[i], side.right[i]) + side.reach;
}

/* The higher of what is there and what the sides reach up to. */
static void
lift_by_one (float *restrict target, Side side)
{
  for (guint i = 0; i < CHUNK; i++)
    target[i] = get_less (target[i], take_nearer (side, i));
}

static void
lift (float *restrict target, const Side sides[TAPS])
{
  const Side a = sides[0], b = sides[1], c = sides[2], d = sides[3];

  for (guint i = 0; i < CHUNK; i++) {
    const float one = get_less (take_nearer (a, i), take_nearer (b, i));
    const float two = get_less (take_nearer (c, i), take_nearer (d, i));
    target[i] = get_less (target[i], get_less (one, two));
  }
}

static void
sink_by_one (float *restrict target, Side side)
{
  for (guint i = 0; i < CHUNK; i++)
    target[i] = get_more (target[i], take_farther (side, i));
}

static void
sink (float *restrict target, const Side sides[TAPS])
{
  const Side a = sides[0], b = sides[1], c = sides[2], d = sides[3];

  for (guint i = 0; i < CHUNK; i++) {
    const float one = get_more (take_farther (a, i), take_farther (b, i));
    const float two = get_more (take_farther (c, i), take_farther (d, i));
    target[i] = get_more (target[i], get_more (one, two));
  }
}

static void
fill (float *target, guint n, float value)
{
  for (guint i = 0; i < n; i++)
    target[i] = value;
}

/* How much of a slice's width the disc of a radius covers at a distance, 0 … 1; all in slots. */
static double
get_share (double radius, double distance)
{
  return CLAMP (radius - (distance - 0.5), 0, 1);
}

/* How far it reaches up there, in the middle of what it covers of the slice. */
static float
get_reach (double radius, double distance)
{
  const double middle = (MAX (distance - 0.5, 0) + MIN (distance + 0.5, radius)) / 2;
  const double at = distance + 0.5 <= radius ? distance : middle;

  return (float) sqrt (MAX (0, radius * radius - at * at));
}

/* The slices to either side of a part that a pen can reach. */
static guint
count_side (double radius)
{
  return (guint) ceil (radius + 0.5);
}

/* Of Tap: from the inside of slots, taken to be in the middle of them, where the slices are, and
 * from the way in, half a slot before that. */
typedef struct {
  double radius; /* in slots */
  int slots;     /* in a pixel */
  int side;
  GArray *narrow; /* to slices that are covered wholly */
  GArray *beside; /* and to what the wide stroke has beside them */
} Pen;

static void
add_tap (const Pen *pen, GArray *taps, Tap tap, double distance)
{
  tap.reach = get_reach (pen->radius, distance) / (float) pen->slots;
  g_array_append_val (taps, tap);
}

/* What is `shift` slices away. Where the inside covers a slice wholly, the way in is no edge. */
static void
add_taps (const Pen *pen, int shift)
{
  const double inside = get_share (pen->radius, shift), next = get_share (pen->radius, shift + 1);
  const double enter = get_share (pen->radius, shift + 0.5);
  const int left = pen->side - shift, right = pen->side + shift;

  if (inside > 0)
    add_tap (pen, inside < 1 ? pen->beside : pen->narrow, (Tap){ FALSE, left, right, 0 }, shift);
  if (enter >= 1)
    add_tap (pen, pen->narrow, (Tap){ TRUE, left, right + 1, 0 }, shift + 0.5);
  else if (enter > 0.5 && next < 1)
    add_tap (pen, pen->beside, (Tap){ TRUE, inside < 1 ? left : right + 1, right + 1, 0 },
             shift + 0.5);
}

static void
pen_init (Pen *self, double radius, int slots)
{
  *self = (Pen){
    .radius = radius,
    .slots = slots,
    .side = (int) count_side (radius),
    .narrow = g_array_new (FALSE, FALSE, sizeof (Tap)),
    .beside = g_array_new (FALSE, FALSE, sizeof (Tap)),
  };
  for (int shift = 0; shift <= self->side; shift++)
    add_taps (self, shift);
}

/* To the slots of a chunk, and to those beside it that the pen reaches. Where all of them are there
 * the trace has them in a row; else they lie in memory of its own, with nothing around. */
typedef struct {
  gsize n;
  float *own; /* owned */
  const float *top;
  const float *bottom;
  const float *enter_top;
  const float *enter_bottom; /* the same, but for where there is nothing */
} Source;

struct _JipyoRibbon {
  const JipyoTrace *trace;
  GArray *parts;
  float share;
  gboolean ground;
  float base; /* of the ground */
  Pen pen;
  Source source;
};

static const float *
copy (Source *self, guint row, const float *from, const int ends[2])
{
  const float nothing = row % 2 == 0 ? jipyo_trace_nowhere : -jipyo_trace_nowhere;
  float *to = self->own + row * self->n;

  fill (to, (guint) ends[0], nothing);
  memcpy (to + ends[0], from, (gsize) (ends[1] - ends[0]) * sizeof (float));
  fill (to + ends[1], (guint) self->n - (guint) ends[1], nothing);
  return to;
}

/* From a slot of a part on, or from before the first. */
static void
source_load (Source *self, const JipyoTrace *trace, const JipyoTracePart *part, int from)
{
  const int n = (int) self->n;
  const int begin = CLAMP (-from, 0, n), end = CLAMP ((int) part->n - from, begin, n);
  const guint first = part->offset + (guint) (from + begin);
  const int ends[2] = { begin, end };

  self->top = trace->top + first;
  self->bottom = trace->bottom + first;
  self->enter_top = self->enter_bottom = trace->enter + first;
  if (from > 0 && end == n)
    return;
  self->top = copy (self, 0, self->top, ends);
  self->bottom = copy (self, 1, self->bottom, ends);
  self->enter_top = copy (self, 2, self->enter_top, ends);
  self->enter_bottom = copy (self, 3, self->enter_bottom, ends);
  if (begin < end && self->enter_top[begin] >= jipyo_trace_nowhere)
    self->own[3 * self->n + (gsize) begin] = -jipyo_trace_nowhere;
}

static void
widen (JipyoRibbonSlices *slices, const Source *source, const GArray *reached)
{
  const Tap *taps = (const Tap *) reached->data;
  guint i = 0;

  for (; i + TAPS <= reached->len; i += TAPS) {
    Side up[TAPS], down[TAPS];
    for (guint k = 0; k < TAPS; k++) {
      up[k] = get_side (source->top, source->enter_top, &taps[i + k]);
      down[k] = get_side (source->bottom, source->enter_bottom, &taps[i + k]);
    }
    lift (slices->top, up);
    sink (slices->bottom, down);
  }
  for (; i < reached->len; i++) {
    lift_by_one (slices->top, get_side (source->top, source->enter_top, &taps[i]));
    sink_by_one (slices->bottom, get_side (source->bottom, source->enter_bottom, &taps[i]));
  }
}

/* Slices that there are not become as high as the nearest to the left, or else to the right. */
static void
even_out (JipyoRibbonSlices *slices)
{
  int first = 0;

  while (first < CHUNK && slices->top[first] > slices->bottom[first])
    first++;
  for (int i = 0; i < first; i++)
    slices->top[i] = slices->bottom[i] = first < CHUNK ? slices->top[first] : 0;
  for (int i = first; i < CHUNK; i++)
    if (slices->top[i] > slices->bottom[i])
      slices->top[i] = slices->bottom[i] = slices->top[i - 1];
}

static JipyoRibbon *
ribbon_new (const JipyoTrace *trace, guint side)
{
  JipyoRibbon *self = g_new0 (JipyoRibbon, 1);

  self->trace = trace;
  self->parts = g_array_new (FALSE, FALSE, sizeof (JipyoRibbonPart));
  for (guint i = 0; i < trace->parts->len; i++) {
    const JipyoTracePart *from = &g_array_index (trace->parts, JipyoTracePart, i);
    const JipyoRibbonPart part = { from->slot - (int) side, (int) (from->n + 2 * side) };
    g_array_append_val (self->parts, part);
  }
  self->source.n = CHUNK + 2 * side;
  self->source.own = g_new (float, 4 * self->source.n);
  return self;
}

void
jipyo_ribbon_free (JipyoRibbon *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_clear_pointer (&self->pen.narrow, g_array_unref);
  g_clear_pointer (&self->pen.beside, g_array_unref);
  g_free (self->source.own);
  g_free (self);
}

JipyoRibbon *
jipyo_ribbon_new (const JipyoTrace *trace, double width)
{
  const double radius = MAX (MIN (width, width_max) * trace->slots, 1) / 2;
  JipyoRibbon *self = ribbon_new (trace, count_side (radius));

  self->share = (float) (radius - 0.5 - floor (radius - 0.5));
  pen_init (&self->pen, radius, trace->slots);
  return self;
}

JipyoRibbon *
jipyo_ribbon_new_ground (const JipyoTrace *trace, double base)
{
  JipyoRibbon *self = ribbon_new (trace, 0);

  self->ground = TRUE;
  self->base = (float) base;
  return self;
}

int
jipyo_ribbon_get_slots (const JipyoRibbon *self)
{
  return self->trace->slots;
}

float
jipyo_ribbon_get_share (const JipyoRibbon *self)
{
  return self->share;
}

const GArray *
jipyo_ribbon_get_parts (const JipyoRibbon *self)
{
  return self->parts;
}

static void
reach_base (JipyoRibbonSlices *slices, const Source *source, float base)
{
  for (int i = 0; i < CHUNK; i++) {
    const gboolean there = source->top[i] <= source->bottom[i];
    const float middle = (source->top[i] + source->bottom[i]) / 2;
    slices->top[i] = there ? get_less (middle, base) : jipyo_trace_nowhere;
    slices->bottom[i] = there ? get_more (middle, base) : -jipyo_trace_nowhere;
  }
}

void
jipyo_ribbon_measure (JipyoRibbon *self, guint part, int first, JipyoRibbonSlices slices[2])
{
  const JipyoTracePart *from = &g_array_index (self->trace->parts, JipyoTracePart, part);
  const int n = g_array_index (self->parts, JipyoRibbonPart, part).n, side = self->pen.side;
  const gboolean at_end = first < 2 * side || first + CHUNK > n - 2 * side;

  source_load (&self->source, self->trace, from, first - 2 * side);
  fill (slices[0].top, CHUNK, jipyo_trace_nowhere);
  fill (slices[0].bottom, CHUNK, -jipyo_trace_nowhere);
  if (self->ground)
    reach_base (&slices[0], &self->source, self->base);
  else
    widen (&slices[0], &self->source, self->pen.narrow);
  if (self->share > 0) {
    slices[1] = slices[0];
    widen (&slices[1], &self->source, self->pen.beside);
  }
  if (at_end)
    even_out (&slices[0]);
  if (at_end && self->share > 0)
    even_out (&slices[1]);
}
