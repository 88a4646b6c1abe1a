/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kept prices that a view asks to be given. Views are pure and read nothing themselves: the session
 * reads what they list, and builds them again once it has come.
 */

#pragma once

#include "jipyo-candle.h"

typedef struct {
  char *instrument;
  JipyoResolution resolution;
  guint days; /* up to the end of the reading; 0: all that was kept */
} JipyoPastNeed;

void jipyo_past_need_free (JipyoPastNeed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoPastNeed, jipyo_past_need_free)

/* An empty list of JipyoPastNeed. (transfer full) */
GPtrArray *jipyo_past_needs_new (void);
void jipyo_past_needs_add (GPtrArray *needs,
                           const char *instrument,
                           JipyoResolution resolution,
                           guint days);
