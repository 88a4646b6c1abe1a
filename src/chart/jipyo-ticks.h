/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where an axis is marked and what stands there. Steps are 1, 2 or 5 times a power of ten of the
 * axis' one unit; powers of ten on a logarithm; calendar steps in Korean time, where a market's
 * hours are set only while it is open. Which step fits is the caller's to know: it measures the
 * texts.
 */

#pragma once

#include "jipyo-format.h"
#include "jipyo-scale.h"

typedef struct {
  double value;
  char *text;
} JipyoTick;

/* The smallest step with at most `max_steps` steps in `span`; 1 for a useless span. `whole` never
 * goes under 1, for things that are counted. */
double jipyo_ticks_step (double span, guint max_steps, gboolean whole);

/* (element-type JipyoTick) (transfer full): multiples of a 1-2-5 step within the scale; on a
 * logarithm powers of ten, then 1-2-5 if there is room; on a symmetric one zero and powers of ten
 * from ten times its constant on. At most `max_steps` + 1. */
GArray *jipyo_ticks_new (const JipyoScale *scale, const JipyoAxisUnit *unit, guint max_steps);
/* Units that come in whole numbers: models, people … */
gboolean jipyo_ticks_unit_is_whole (JipyoUnit unit);

/* Calendar steps from the finest (level 0: 5 seconds) to the coarsest. NULL when the level is too
 * fine to list or there is no such level. On a scale with sessions a tick that falls into closed
 * time moves to the next opening if that is a day's or longer step's, and the tick at a day's first
 * opening tells the day. */
GArray *jipyo_ticks_new_time (const JipyoScale *scale, guint level, JipyoLang lang);
guint jipyo_ticks_get_n_time_levels (void);
/* The finest level of whole days. */
guint jipyo_ticks_get_day_level (void);
/* The places in time where one day of trading follows another, within the scale: the first opening
 * of each day but the first. (element-type double) (transfer full); empty without sessions or
 * where there are more than `most`. */
GArray *jipyo_ticks_list_day_borders (const JipyoScale *scale, guint most);
/* About how many ticks a level would have, without listing them; low by a few at most. */
double jipyo_ticks_estimate_time (const JipyoScale *scale, guint level);
