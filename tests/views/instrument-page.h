/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of an instrument, to be built again and again of what was kept of it.
 */

#pragma once

#include "fixture.h"

typedef struct {
  Fixture fixture;  /* 2026-11-23, a Monday */
  GPtrArray *pasts; /* of JipyoCandleSeries, the fixture's */
  char *name;
} Page;

void page_init (Page *self, const char *instrument);
void page_clear (Page *self);
/* As it is now; the one before is no more. */
const JipyoView *page_build (Page *self);
