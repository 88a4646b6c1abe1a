/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a figure becomes when one thing changes: from `low` to `high` around `value`, the base. The
 * caller sorts the rows. The part below the base is pale with an outline, the part above solid; the
 * datum's text is the figure at the high end, its note the one at the low end. Without a base the
 * bar is in one piece, an infinite end runs out of the area.
 */

#pragma once

#include "jipyo-mark.h"

extern const JipyoMarkClass jipyo_mark_tornado_class;
