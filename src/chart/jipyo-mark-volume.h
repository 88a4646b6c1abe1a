/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much was traded: bars in a strip at the low end of the value axis, on a scale of their own
 * from nothing to the largest that is shown. The value axis keeps off the strip. Less than nothing
 * has no place.
 */

#pragma once

#include "jipyo-mark.h"

extern const JipyoMarkClass jipyo_mark_volume_class;
