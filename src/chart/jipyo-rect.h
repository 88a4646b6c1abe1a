/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rectangle in picture units (pixels on screen at scale 1, points on paper), y down.
 */

#pragma once

#include <glib.h>

typedef struct {
  double x;
  double y;
  double width;
  double height;
} JipyoRect;

static inline gboolean
jipyo_rect_contains (const JipyoRect *self, double x, double y)
{
  return x >= self->x && x <= self->x + self->width && y >= self->y && y <= self->y + self->height;
}

/* Touching edges do not overlap. */
static inline gboolean
jipyo_rect_overlaps (const JipyoRect *self, const JipyoRect *other)
{
  return self->x < other->x + other->width && other->x < self->x + self->width
         && self->y < other->y + other->height && other->y < self->y + self->height;
}
