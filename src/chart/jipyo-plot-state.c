/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Windows are worked out in shares of the whole scale, so that a step is the same on a logarithm
 * and on an axis of trading sessions as on a plain one.
 */

#include "jipyo-plot-state.h"

#include <math.h>

static const double width_least = 1e-9;
static const guint n_bits = 64;

JipyoPlotState
jipyo_plot_state_new (void)
{
  return (JipyoPlotState){ .focus = -1, .until = NAN };
}

gboolean
jipyo_plot_state_hides (const JipyoPlotState *self, guint series)
{
  return self != NULL && series < n_bits && (self->hidden >> series & 1) != 0;
}

gboolean
jipyo_plot_state_toggle (JipyoPlotState *self, guint series, guint n_series)
{
  guint n_shown = 0;

  if (series >= MIN (n_series, n_bits))
    return FALSE;
  for (guint i = 0; i < n_series; i++)
    n_shown += jipyo_plot_state_hides (self, i) ? 0 : 1;
  if (n_shown == 1 && !jipyo_plot_state_hides (self, series))
    return FALSE;
  self->hidden ^= G_GUINT64_CONSTANT (1) << series;
  if (self->focus == (int) series)
    self->focus = -1;
  return TRUE;
}

gboolean
jipyo_plot_state_is_changed (const JipyoPlotState *self)
{
  return self->has_window || self->hidden != 0 || self->focus >= 0 || !isnan (self->until)
         || self->relative != JIPYO_PLOT_AS_DESCRIBED || self->log != JIPYO_PLOT_AS_DESCRIBED;
}

gboolean
jipyo_plot_state_step_back (JipyoPlotState *self)
{
  if (!jipyo_plot_state_is_changed (self))
    return FALSE;
  if (!isnan (self->until))
    self->until = NAN;
  else if (self->focus >= 0)
    self->focus = -1;
  else if (self->has_window)
    self->has_window = FALSE;
  else if (self->log != JIPYO_PLOT_AS_DESCRIBED)
    self->log = JIPYO_PLOT_AS_DESCRIBED;
  else if (self->relative != JIPYO_PLOT_AS_DESCRIBED)
    self->relative = JIPYO_PLOT_AS_DESCRIBED;
  else
    self->hidden = 0;
  return TRUE;
}

static JipyoScale
make_unit (const JipyoScale *whole)
{
  JipyoScale unit = *whole;

  unit.from = 0;
  unit.to = 1;
  return unit;
}

JipyoPlotWindow
jipyo_plot_state_get_window (const JipyoPlotState *self, const JipyoScale *whole)
{
  const JipyoScale unit = make_unit (whole);

  if (!self->has_window)
    return (JipyoPlotWindow){ 0, 1 };
  const double from = jipyo_scale_map (&unit, self->low);
  const double to = jipyo_scale_map (&unit, self->high);
  return isfinite (from) && isfinite (to) ? (JipyoPlotWindow){ from, to }
                                          : (JipyoPlotWindow){ 0, 1 };
}

void
jipyo_plot_state_set_window (JipyoPlotState *self, const JipyoScale *whole, JipyoPlotWindow window)
{
  const JipyoScale unit = make_unit (whole);
  double width = fabs (window.to - window.from);
  double from = MIN (window.from, window.to);

  if (!isfinite (width))
    return;
  if (width < width_least) {
    from -= (width_least - width) / 2;
    width = width_least;
  }
  self->has_window = width < 1;
  if (!self->has_window)
    return;
  from = CLAMP (from, 0, 1 - width);
  self->low = jipyo_scale_invert (&unit, from);
  self->high = jipyo_scale_invert (&unit, from + width);
}

void
jipyo_plot_state_zoom (JipyoPlotState *self, const JipyoScale *whole, double anchor, double factor)
{
  const JipyoPlotWindow now = jipyo_plot_state_get_window (self, whole);
  const double at = now.from + anchor * (now.to - now.from);
  const JipyoPlotWindow next = {
    at - (at - now.from) * factor,
    at + (now.to - at) * factor,
  };

  jipyo_plot_state_set_window (self, whole, next);
}

void
jipyo_plot_state_pan (JipyoPlotState *self, const JipyoScale *whole, double share)
{
  const JipyoPlotWindow now = jipyo_plot_state_get_window (self, whole);
  const double step = share * (now.to - now.from);

  if (self->has_window)
    jipyo_plot_state_set_window (self, whole, (JipyoPlotWindow){ now.from + step, now.to + step });
}
