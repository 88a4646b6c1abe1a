/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lies between `low` and `high`, such as a confidence band behind a line. The value is not
 * needed; where there is one, the figure stands at it. A datum that lacks a bound is a gap, an
 * infinite bound runs out of the area. At most and at least draw only the edge that is known, plan
 * and target are outlines.
 */

#pragma once

#include "jipyo-mark.h"

extern const JipyoMarkClass jipyo_mark_band_class;
