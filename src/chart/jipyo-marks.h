/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The marks by their values.
 */

#pragma once

#include "jipyo-mark.h"

#define JIPYO_MARK_CLASS(NAME, name) extern const JipyoMarkClass jipyo_mark_##name##_class;
JIPYO_MARKS (JIPYO_MARK_CLASS)
#undef JIPYO_MARK_CLASS

/* Never NULL. */
const JipyoMarkClass *jipyo_mark_get_class (JipyoMark mark);
/* Whether a datum says enough to have a place on the value axis. */
gboolean jipyo_mark_has_place (const JipyoMarkClass *mark, const JipyoDatum *datum);
