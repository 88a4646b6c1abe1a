/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person wants a listed member to weigh in the basket of each team that it is in.
 */

#pragma once

#include "jipyo-decimal.h"

typedef struct {
  char *member;        /* an organisation's id: "sk-telecom" */
  JipyoDecimal weight; /* 0 or more, of any sum; members that are not named weigh 1 */
} JipyoMemberWeight;

JipyoMemberWeight *jipyo_member_weight_new (const char *member, JipyoDecimal weight);
void jipyo_member_weight_free (JipyoMemberWeight *self);
/* NULL when the member is not among `weights` (of JipyoMemberWeight). Borrowed. */
JipyoMemberWeight *jipyo_member_weight_find (const GPtrArray *weights, const char *member);
