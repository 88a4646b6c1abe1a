/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The conventions that Naver's index, share and currency answers have in common.
 */

#pragma once

#include "jipyo-reply.h"

/* The direction that a code of the exchange means: 1, 0, -1; 2 when there is none. */
int jipyo_naver_direction (const JipyoFields *row, const char *name);
/* Gives `value` the sign of `direction`, unless that is 2: a change is signed in one shape and bare
 * in another. */
JipyoDecimal jipyo_naver_apply_direction (JipyoDecimal value, int direction);
/* "2026-09-11T10:11:14+09:00"; 0 when it is not there. */
gint64 jipyo_naver_read_time (const JipyoFields *row);
