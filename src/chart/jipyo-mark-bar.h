/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bars from the axis' base, side by side or on top of each other within a band.
 */

#pragma once

#include "jipyo-mark.h"

extern const JipyoMarkClass jipyo_mark_bar_class;
extern const JipyoMarkClass jipyo_mark_stack_class;
