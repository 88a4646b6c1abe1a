/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rectangle divided among parts by size, each as nearly square as can be, for treemaps: the
 * squarified layout of Bruls, Huizing and van Wijk. The largest part lies at the top left; equal
 * parts keep their order, so that the same figures always give the same picture.
 */

#pragma once

#include "jipyo-rect.h"

/* Fills in `rects[0 … n)`: their areas are to each other as the parts are, they cover `area` and
 * do not overlap. A part that is not above zero has a rectangle without size. */
void jipyo_squares_lay (const double *parts, guint n, const JipyoRect *area, JipyoRect *rects);
