/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bars over the bins that values were counted in.
 */

#pragma once

#include "jipyo-mark.h"

extern const JipyoMarkClass jipyo_mark_histogram_class;
