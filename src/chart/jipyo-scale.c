/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kinds of axis as one affine map of a warped value.
 */

#include "jipyo-scale.h"

#include <math.h>

/* Beyond this the differences of doubles no longer carry a picture. */
static const double value_max = 1e300;
static const double log_min = 1e-300;
static const double beyond = 8; /* axis lengths */

static double
warp (const JipyoScale *self, double value)
{
  if (self->kind == JIPYO_SCALE_LOG)
    return log10 (value);
  if (self->kind == JIPYO_SCALE_SYMLOG)
    return copysign (log10 (1 + fabs (value) / self->constant), value);
  if (self->sessions != NULL)
    return jipyo_sessions_map (self->sessions, value);
  return value;
}

static double
unwarp (const JipyoScale *self, double warped)
{
  if (self->kind == JIPYO_SCALE_LOG)
    return pow (10, warped);
  if (self->kind == JIPYO_SCALE_SYMLOG)
    return copysign ((pow (10, fabs (warped)) - 1) * self->constant, warped);
  if (self->sessions != NULL)
    return jipyo_sessions_invert (self->sessions, warped);
  return warped;
}

static void
widen (JipyoScale *self)
{
  switch (self->kind) {
  case JIPYO_SCALE_LOG:
    self->low /= 10;
    self->high *= 10;
    return;
  case JIPYO_SCALE_TIME: {
    const double half = MAX (43200, fabs (self->low) * 1e-9); /* half a day */
    self->low -= half;
    self->high += half;
    return;
  }
  case JIPYO_SCALE_SYMLOG:
  case JIPYO_SCALE_LINEAR: {
    const double half = self->low == 0 ? 1 : fabs (self->low) / 2;
    self->low -= half;
    self->high += half;
    return;
  }
  case JIPYO_SCALE_BAND:
    self->high = self->low + 1;
    return;
  }
}

static void
make_positive (JipyoScale *self)
{
  if (self->high <= 0)
    self->high = 10;
  if (self->low <= 0)
    self->low = self->high / 1000;
  self->low = MAX (self->low, log_min);
  self->high = MAX (self->high, self->low);
}

static double
get_magnitude (const JipyoScale *self)
{
  return MAX (MAX (fabs (self->low), fabs (self->high)), log_min);
}

JipyoScale
jipyo_scale_new (JipyoScaleKind kind, double low, double high)
{
  JipyoScale self = { .kind = kind, .low = low, .high = high, .from = 0, .to = 1 };

  if (!isfinite (low) && !isfinite (high)) {
    self.low = kind == JIPYO_SCALE_LOG ? 1 : 0;
    self.high = kind == JIPYO_SCALE_LOG ? 10 : 1;
  } else if (!isfinite (low)) {
    self.low = high;
  } else if (!isfinite (high)) {
    self.high = low;
  }
  if (self.low > self.high) {
    const double swap = self.low;
    self.low = self.high;
    self.high = swap;
  }
  self.low = CLAMP (self.low, -value_max, value_max);
  self.high = CLAMP (self.high, -value_max, value_max);
  if (kind == JIPYO_SCALE_LOG)
    make_positive (&self);
  /* What is next to nothing has no thousandth. */
  if (kind == JIPYO_SCALE_SYMLOG && get_magnitude (&self) <= log_min)
    self.low = self.high = 0;
  /* A span below what a double resolves counts as none. */
  if (self.high / 2 - self.low / 2 <= fabs (self.high) * 1e-13) {
    widen (&self);
    self.low = MAX (self.low, -value_max);
    self.high = MIN (self.high, value_max);
  }
  if (kind == JIPYO_SCALE_SYMLOG)
    jipyo_scale_set_constant (&self, get_magnitude (&self) / 1000);
  return self;
}

void
jipyo_scale_set_constant (JipyoScale *self, double constant)
{
  const double most = get_magnitude (self);
  const double wanted = constant > 0 ? constant : most;

  self->constant = pow (10, floor (log10 (CLAMP (wanted, most * 1e-12, most)) + 1e-9));
}

void
jipyo_scale_set_sessions (JipyoScale *self, const JipyoSessions *sessions)
{
  if (sessions == NULL || self->kind != JIPYO_SCALE_TIME)
    return;
  /* Less than a second could not be told from none. */
  if (jipyo_sessions_map (sessions, self->high) - jipyo_sessions_map (sessions, self->low) >= 1)
    self->sessions = sessions;
}

double
jipyo_scale_map (const JipyoScale *self, double value)
{
  if (isnan (value) || (self->kind == JIPYO_SCALE_LOG && value <= 0))
    return NAN;

  const double v = CLAMP (value, -value_max, value_max);
  if (self->kind == JIPYO_SCALE_BAND) {
    const double t = (v + 0.5 - self->low) / (self->high - self->low);
    return self->from + CLAMP (t, -beyond, beyond) * (self->to - self->from) + self->head / 2;
  }
  /* Halves, since the span of two huge bounds overflows. */
  const double low = warp (self, self->low) / 2, high = warp (self, self->high) / 2;
  const double t = (warp (self, v) / 2 - low) / (high - low);
  return self->from + CLAMP (t, -beyond, beyond) * (self->to - self->from);
}

double
jipyo_scale_invert (const JipyoScale *self, double place)
{
  if (self->to == self->from)
    return self->low;

  const double t = (place - self->head / 2 - self->from) / (self->to - self->from);
  if (self->kind == JIPYO_SCALE_BAND)
    return self->low + t * (self->high - self->low) - 0.5;
  const double low = warp (self, self->low), high = warp (self, self->high);
  return unwarp (self, low * (1 - t) + high * t);
}

double
jipyo_scale_get_band_width (const JipyoScale *self)
{
  if (self->kind != JIPYO_SCALE_BAND)
    return 0;
  return fabs (self->to - self->from) / (self->high - self->low) - self->head;
}

gboolean
jipyo_scale_has (const JipyoScale *self, double value)
{
  const double slack = self->kind == JIPYO_SCALE_BAND ? 0.5 : 0;

  return value >= self->low - slack && value <= self->high - slack;
}

gboolean
jipyo_scale_is_even (const JipyoScale *self)
{
  return self->kind == JIPYO_SCALE_LINEAR
         || (self->kind == JIPYO_SCALE_TIME && self->sessions == NULL);
}
