/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far apart two colours look, also to who lacks one of the three kinds of cones.
 */

#pragma once

#include <glib.h>

typedef enum { SIGHT_FULL, SIGHT_PROTAN, SIGHT_DEUTAN, SIGHT_TRITAN, N_SIGHTS } Sight;

typedef struct {
  double l;
  double a;
  double b;
} Lab;

const char *sight_get_name (Sight sight);
/* An sRGB colour (0xRRGGBB) as seen, in CIELAB under D65. */
Lab sight_see (guint32 rgb, Sight sight);
/* CIEDE2000 with all weights 1. */
double sight_difference (Lab one, Lab two);
