/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A change from `start` to `value`: a hollow point, a bar, a filled point. The datum's text is the
 * figure at the value, its note the one at the start; the series says what the two ends are called.
 * One end alone is drawn as its point.
 */

#pragma once

#include "jipyo-mark.h"

extern const JipyoMarkClass jipyo_mark_dumbbell_class;
