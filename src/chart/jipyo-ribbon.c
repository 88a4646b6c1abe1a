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

static JipyoRibbon *
ribbon_new (const JipyoTrace *trace, gsize n)
{
  JipyoRibbon *self = g_new (JipyoRibbon, 1);

  self->slots = trace->slots;
  self->parts = g_array_new (FALSE, FALSE, sizeof (JipyoRibbonPart));
  self->top = g_new (float, MAX (1, 4 * n));
  self->bottom = self->top + n;
  self->wide_top = self->bottom + n;
  self->wide_bottom = self->wide_top + n;
  self->share = 0;
  return self;
}

void
jipyo_ribbon_free (JipyoRibbon *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_free (self->top);
  g_free (self);
}

/* What the pen reaches of a source: two slices, as far to its left as to its right, counted from
 * the left end of the pen. */
typedef struct {
  int left;
  int right;
  float reach;
} Tap;

/* Slices at a time, and taps that one pass over them takes. */
enum { CHUNK = 512, TAPS = 4 };

static inline float
take_nearer (const float *source, const Tap *tap, guint i)
{
  const float left = source[tap->left + (int) i], right = source[tap->right + (int) i];

  return (left < right ? left : right) - tap->reach;
}

static inline float
take_farther (const float *source, const Tap *tap, guint i)
{
  const float left = source[tap->left + (int) i], right = source[tap->right + (int) i];

  return (left > right ? left : right) + tap->reach;
}

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

/* The higher of what is there and what the taps reach up to. */
static void
lift (float *restrict target, const float *restrict source, const Tap taps[TAPS])
{
  const Tap a = taps[0], b = taps[1], c = taps[2], d = taps[3];

  for (guint i = 0; i < CHUNK; i++) {
    const float one = get_less (take_nearer (source, &a, i), take_nearer (source, &b, i));
    const float two = get_less (take_nearer (source, &c, i), take_nearer (source, &d, i));
    target[i] = get_less (target[i], get_less (one, two));
  }
}

static void
sink (float *restrict target, const float *restrict source, const Tap taps[TAPS])
{
  const Tap a = taps[0], b = taps[1], c = taps[2], d = taps[3];

  for (guint i = 0; i < CHUNK; i++) {
    const float one = get_more (take_farther (source, &a, i), take_farther (source, &b, i));
    const float two = get_more (take_farther (source, &c, i), take_farther (source, &d, i));
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

/* What a pen reaches, of Tap: from the inside of slots, taken to be in the middle of them, where
 * the slices are, and from the way in, half a slot before that. */
typedef struct {
  GArray *inside;
  GArray *enter;
} Reach;

typedef struct {
  double radius; /* in slots */
  int slots;     /* in a pixel */
  int side;
  Reach narrow; /* slices that are covered wholly */
  Reach beside; /* and what the wide stroke has beside them */
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
    add_tap (pen, inside < 1 ? pen->beside.inside : pen->narrow.inside, (Tap){ left, right, 0 },
             shift);
  if (enter >= 1)
    add_tap (pen, pen->narrow.enter, (Tap){ left, right + 1, 0 }, shift + 0.5);
  else if (enter > 0.5 && next < 1)
    add_tap (pen, pen->beside.enter, (Tap){ inside < 1 ? left : right + 1, right + 1, 0 },
             shift + 0.5);
}

static GArray *
new_taps (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Tap));
}

/* To whole passes; a tap may be taken twice. */
static void
round_up (GArray *taps)
{
  while (taps->len % TAPS != 0) {
    const Tap last = g_array_index (taps, Tap, taps->len - 1);
    g_array_append_val (taps, last);
  }
}

static void
pen_init (Pen *self, double radius, int slots)
{
  *self = (Pen){
    .radius = radius,
    .slots = slots,
    .side = (int) count_side (radius),
    .narrow = { new_taps (), new_taps () },
    .beside = { new_taps (), new_taps () },
  };
  for (int shift = 0; shift <= self->side; shift++)
    add_taps (self, shift);
  round_up (self->narrow.inside);
  round_up (self->narrow.enter);
  round_up (self->beside.inside);
  round_up (self->beside.enter);
}

static void
pen_clear (Pen *self)
{
  g_array_unref (self->narrow.inside);
  g_array_unref (self->narrow.enter);
  g_array_unref (self->beside.inside);
  g_array_unref (self->beside.enter);
}

/* The slots that a pen reaches a chunk of slices from. */
typedef struct {
  guint n;
  float *top;
  float *bottom;
  float *enter_top;
  float *enter_bottom;
} Source;

static void
source_init (Source *self, const Pen *pen)
{
  self->n = CHUNK + 2 * (guint) pen->side;
  self->top = g_new (float, 4 * (gsize) self->n);
  self->bottom = self->top + self->n;
  self->enter_top = self->bottom + self->n;
  self->enter_bottom = self->enter_top + self->n;
}

static void
source_clear (Source *self)
{
  g_free (self->top);
}

/* From a slot of a part on, or from before the first; beyond its ends there is nothing. */
static void
source_load (Source *self, const JipyoTrace *trace, const JipyoTracePart *part, int from)
{
  const int begin = CLAMP (-from, 0, (int) self->n);
  const int end = CLAMP ((int) part->n - from, begin, (int) self->n);
  const guint first = part->offset + (guint) (from + begin);
  const gsize size = (gsize) (end - begin) * sizeof (float);

  fill (self->top, self->n, jipyo_trace_nowhere);
  fill (self->bottom, self->n, -jipyo_trace_nowhere);
  fill (self->enter_top, self->n, jipyo_trace_nowhere);
  fill (self->enter_bottom, self->n, -jipyo_trace_nowhere);
  memcpy (self->top + begin, trace->top + first, size);
  memcpy (self->bottom + begin, trace->bottom + first, size);
  memcpy (self->enter_top + begin, trace->enter_top + first, size);
  memcpy (self->enter_bottom + begin, trace->enter_bottom + first, size);
}

/* A chunk of slices. */
typedef struct {
  float top[CHUNK];
  float bottom[CHUNK];
} Slices;

static void
widen (Slices *slices, const Source *source, const Reach *reach)
{
  for (guint i = 0; i < reach->inside->len; i += TAPS) {
    const Tap *taps = &g_array_index (reach->inside, Tap, i);
    lift (slices->top, source->top, taps);
    sink (slices->bottom, source->bottom, taps);
  }
  for (guint i = 0; i < reach->enter->len; i += TAPS) {
    const Tap *taps = &g_array_index (reach->enter, Tap, i);
    lift (slices->top, source->enter_top, taps);
    sink (slices->bottom, source->enter_bottom, taps);
  }
}

/* The slices of a part from one on. */
static void
widen_chunk (const Pen *pen, const Source *source, guint from, JipyoRibbon *out)
{
  const JipyoRibbonPart *part = &g_array_index (out->parts, JipyoRibbonPart, out->parts->len - 1);
  const guint offset = part->offset + from;
  const gsize size = MIN (CHUNK, part->n - from) * sizeof (float);
  Slices slices;

  fill (slices.top, CHUNK, jipyo_trace_nowhere);
  fill (slices.bottom, CHUNK, -jipyo_trace_nowhere);
  widen (&slices, source, &pen->narrow);
  memcpy (out->top + offset, slices.top, size);
  memcpy (out->bottom + offset, slices.bottom, size);
  if (out->share == 0)
    return;
  widen (&slices, source, &pen->beside);
  memcpy (out->wide_top + offset, slices.top, size);
  memcpy (out->wide_bottom + offset, slices.bottom, size);
}

/* One part, after those that `out` has already. */
static void
widen_part (const JipyoTrace *trace, const JipyoTracePart *from, const Pen *pen, JipyoRibbon *out)
{
  JipyoRibbonPart part = { from->slot - pen->side, from->n + 2 * (guint) pen->side, 0 };
  Source source;

  if (out->parts->len > 0) {
    const JipyoRibbonPart *last = &g_array_index (out->parts, JipyoRibbonPart, out->parts->len - 1);
    part.offset = last->offset + last->n;
  }
  g_array_append_val (out->parts, part);
  source_init (&source, pen);
  for (guint i = 0; i < part.n; i += CHUNK) {
    source_load (&source, trace, from, (int) i - 2 * pen->side);
    widen_chunk (pen, &source, i, out);
  }
  source_clear (&source);
}

JipyoRibbon *
jipyo_ribbon_new (const JipyoTrace *trace, double width)
{
  const double radius = MAX (MIN (width, width_max) * trace->slots, 1) / 2;
  const gsize n_beside = 2 * (gsize) count_side (radius) * trace->parts->len;
  JipyoRibbon *self = ribbon_new (trace, trace->n + n_beside);
  Pen pen;

  self->share = (float) (radius - 0.5 - floor (radius - 0.5));
  pen_init (&pen, radius, trace->slots);
  for (guint i = 0; i < trace->parts->len; i++)
    widen_part (trace, &g_array_index (trace->parts, JipyoTracePart, i), &pen, self);
  pen_clear (&pen);
  return self;
}

static void
add_ground (const JipyoTrace *trace, const JipyoTracePart *part, float base, JipyoRibbon *out)
{
  const JipyoRibbonPart same = { part->slot, part->n, part->offset };

  g_array_append_val (out->parts, same);
  for (guint i = part->offset; i < part->offset + part->n; i++) {
    const float middle = (trace->top[i] + trace->bottom[i]) / 2;
    out->top[i] = MIN (middle, base);
    out->bottom[i] = MAX (middle, base);
  }
}

JipyoRibbon *
jipyo_ribbon_new_ground (const JipyoTrace *trace, double base)
{
  JipyoRibbon *self = ribbon_new (trace, trace->n);

  for (guint i = 0; i < trace->parts->len; i++)
    add_ground (trace, &g_array_index (trace->parts, JipyoTracePart, i), (float) base, self);
  return self;
}
