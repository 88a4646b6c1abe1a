/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A change from `start`, at the datum's band, to `value`, at the next one. On an axis without bands
 * it runs over the middle half of the area. The datum's text is the figure at the value, its note
 * the one at the start; a datum that lacks either end is a gap.
 */

#pragma once

#include "jipyo-mark.h"

extern const JipyoMarkClass jipyo_mark_slope_class;
