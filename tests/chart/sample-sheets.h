/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sheets with everything a view may put on one, for tests and for looking at. Made-up figures.
 */

#pragma once

#include "jipyo-sheet.h"

typedef enum {
  SAMPLE_OVERVIEW, /* tiles and three charts */
  SAMPLE_MARKET,   /* tiles with changes and a wide table with bars */
  SAMPLE_CHART,    /* one chart */
  SAMPLE_BESIDE,   /* one chart and a slim table */
  SAMPLE_CLAIMS,   /* a table of long texts and many rows */
  SAMPLE_TILES,    /* nothing but figures, with texts of all lengths */
  SAMPLE_EMPTY,
  N_SAMPLES
} Sample;

extern const char *const sample_names[N_SAMPLES];

JipyoSheet *sample_sheet_new (Sample sample, JipyoLang lang);
