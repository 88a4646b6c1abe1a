/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plots of every mark with made-up figures, for the tests and for looking at.
 */

#pragma once

#include "jipyo-plot.h"

typedef struct {
  const char *name;
  JipyoPlot *(*make) (JipyoLang lang);
} ChartSample;

const ChartSample *chart_samples_get (guint *n_samples);
