/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line a mark.
 */

#include "jipyo-marks.h"

#include "jipyo-mark-area-stack.h"
#include "jipyo-mark-band.h"
#include "jipyo-mark-bar.h"
#include "jipyo-mark-candle.h"
#include "jipyo-mark-dot.h"
#include "jipyo-mark-dumbbell.h"
#include "jipyo-mark-heat.h"
#include "jipyo-mark-histogram.h"
#include "jipyo-mark-line.h"
#include "jipyo-mark-range.h"
#include "jipyo-mark-slope.h"
#include "jipyo-mark-step.h"
#include "jipyo-mark-tornado.h"
#include "jipyo-mark-treemap.h"
#include "jipyo-mark-volume.h"
#include "jipyo-mark-waffle.h"

#include <math.h>

static const JipyoMarkClass *const classes[] = {
  [JIPYO_MARK_BAR] = &jipyo_mark_bar_class,
  [JIPYO_MARK_STACK] = &jipyo_mark_stack_class,
  [JIPYO_MARK_LINE] = &jipyo_mark_line_class,
  [JIPYO_MARK_AREA] = &jipyo_mark_area_class,
  [JIPYO_MARK_DOT] = &jipyo_mark_dot_class,
  [JIPYO_MARK_RANGE] = &jipyo_mark_range_class,
  [JIPYO_MARK_STEP] = &jipyo_mark_step_class,
  [JIPYO_MARK_BAND] = &jipyo_mark_band_class,
  [JIPYO_MARK_CANDLE] = &jipyo_mark_candle_class,
  [JIPYO_MARK_OHLC] = &jipyo_mark_ohlc_class,
  [JIPYO_MARK_VOLUME] = &jipyo_mark_volume_class,
  [JIPYO_MARK_DUMBBELL] = &jipyo_mark_dumbbell_class,
  [JIPYO_MARK_SLOPE] = &jipyo_mark_slope_class,
  [JIPYO_MARK_TORNADO] = &jipyo_mark_tornado_class,
  [JIPYO_MARK_HISTOGRAM] = &jipyo_mark_histogram_class,
  [JIPYO_MARK_TREEMAP] = &jipyo_mark_treemap_class,
  [JIPYO_MARK_WAFFLE] = &jipyo_mark_waffle_class,
  [JIPYO_MARK_AREA_STACK] = &jipyo_mark_area_stack_class,
  [JIPYO_MARK_HEAT] = &jipyo_mark_heat_class,
};

const JipyoMarkClass *
jipyo_mark_get_class (JipyoMark mark)
{
  g_return_val_if_fail (mark < G_N_ELEMENTS (classes), &jipyo_mark_dot_class);
  return classes[mark];
}

gboolean
jipyo_mark_has_place (const JipyoMarkClass *mark, const JipyoDatum *datum)
{
  if (isfinite (datum->value))
    return TRUE;
  if (!mark->between)
    return FALSE;
  if (mark->reads & JIPYO_READS_START)
    return isfinite (datum->start);
  return (mark->reads & JIPYO_READS_BOUNDS) && !isnan (datum->low) && !isnan (datum->high);
}
