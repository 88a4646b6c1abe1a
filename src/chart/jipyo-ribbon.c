/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pen's disc at a distance d to the side reaches h(d) up and down. So for each d the arrays are
 * shifted by d, raised by h(d) and the higher taken: plain loops over whole arrays, which is what
 * compilers are good at.
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

/* target[i] = min (target[i], source[i] + by) */
static void
take_least (float *restrict target, const float *restrict source, guint n, float by)
{
  for (guint i = 0; i < n; i++) {
    const float value = source[i] + by;
    target[i] = value < target[i] ? value : target[i];
  }
}

static void
take_most (float *restrict target, const float *restrict source, guint n, float by)
{
  for (guint i = 0; i < n; i++) {
    const float value = source[i] + by;
    target[i] = value > target[i] ? value : target[i];
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

/* A pen that follows one part of a trace; its radius in slots. */
typedef struct {
  const JipyoTrace *trace;
  const JipyoTracePart *part;
  double radius;
} Pen;

typedef struct {
  float *top;
  float *bottom;
} Slices;

/* What the pen reaches `shift` slices beside what it follows. Insides are taken to be in the middle
 * of their slots, where the slices are; the way in is half a slot before that. */
static void
widen (const Pen *pen, int shift, gboolean wide, Slices slices)
{
  const JipyoTrace *trace = pen->trace;
  const guint offset = pen->part->offset, n = pen->part->n;
  const double inside = ABS (shift), enter = fabs (shift + 0.5);

  if (get_share (pen->radius, inside) >= 1 || (wide && get_share (pen->radius, inside) > 0)) {
    const float reach = get_reach (pen->radius, inside) / (float) trace->slots;
    take_least (slices.top, trace->top + offset, n, -reach);
    take_most (slices.bottom, trace->bottom + offset, n, reach);
  }
  if (get_share (pen->radius, enter) >= 1 || (wide && get_share (pen->radius, enter) > 0.5)) {
    const float reach = get_reach (pen->radius, enter) / (float) trace->slots;
    take_least (slices.top, trace->enter_top + offset, n, -reach);
    take_most (slices.bottom, trace->enter_bottom + offset, n, reach);
  }
}

/* The slices to either side of a part that a pen can reach. */
static guint
count_side (double radius)
{
  return (guint) ceil (radius + 0.5);
}

/* One part, after those that `out` has already. */
static void
widen_part (const Pen *pen, JipyoRibbon *out)
{
  const int side = (int) count_side (pen->radius);
  JipyoRibbonPart part = { pen->part->slot - side, pen->part->n + 2 * (guint) side, 0 };

  if (out->parts->len > 0) {
    const JipyoRibbonPart *last = &g_array_index (out->parts, JipyoRibbonPart, out->parts->len - 1);
    part.offset = last->offset + last->n;
  }
  g_array_append_val (out->parts, part);
  const Slices narrow = { out->top + part.offset, out->bottom + part.offset };
  const Slices wide = { out->wide_top + part.offset, out->wide_bottom + part.offset };
  fill (narrow.top, part.n, jipyo_trace_nowhere);
  fill (narrow.bottom, part.n, -jipyo_trace_nowhere);
  for (int shift = -side; shift <= side; shift++)
    widen (pen, shift, FALSE, (Slices){ narrow.top + side + shift, narrow.bottom + side + shift });
  if (out->share == 0)
    return;
  memcpy (wide.top, narrow.top, part.n * sizeof (float));
  memcpy (wide.bottom, narrow.bottom, part.n * sizeof (float));
  for (int shift = -side; shift <= side; shift++)
    if (get_share (pen->radius, ABS (shift)) < 1)
      widen (pen, shift, TRUE, (Slices){ wide.top + side + shift, wide.bottom + side + shift });
}

JipyoRibbon *
jipyo_ribbon_new (const JipyoTrace *trace, double width)
{
  const double radius = MAX (MIN (width, width_max) * trace->slots, 1) / 2;
  const gsize n_beside = 2 * (gsize) count_side (radius) * trace->parts->len;
  JipyoRibbon *self = ribbon_new (trace, trace->n + n_beside);

  self->share = (float) (radius - 0.5 - floor (radius - 0.5));
  for (guint i = 0; i < trace->parts->len; i++) {
    const Pen pen = { trace, &g_array_index (trace->parts, JipyoTracePart, i), radius };
    widen_part (&pen, self);
  }
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
