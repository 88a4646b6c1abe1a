/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The classes of the table, in its order.
 */

#include "jipyo-marks.h"

#include <math.h>

static const JipyoMarkClass *const classes[] = {
#define CLASS(NAME, name) &jipyo_mark_##name##_class,
  JIPYO_MARKS (CLASS)
#undef CLASS
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
