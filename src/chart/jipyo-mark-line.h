/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines and areas over an axis, broken where data is missing.
 */

#pragma once

#include "jipyo-mark.h"

extern const JipyoMarkClass jipyo_mark_line_class;
extern const JipyoMarkClass jipyo_mark_area_class;
