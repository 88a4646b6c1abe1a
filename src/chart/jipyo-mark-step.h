/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Levels that hold until the next datum, such as a rate that was set or a count of teams. A datum
 * without a value ends the level before it: from then on nothing is known. The last level is no
 * longer than its point, since nobody said how long it holds.
 */

#pragma once

#include "jipyo-mark.h"

extern const JipyoMarkClass jipyo_mark_step_class;
