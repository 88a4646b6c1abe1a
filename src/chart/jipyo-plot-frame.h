/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a plot sits in its surroundings: size, theme, type, and what is drawn around it.
 */

#pragma once

#include "jipyo-plot.h"
#include "jipyo-rect.h"
#include "jipyo-theme.h"

typedef struct _JipyoPlotLayout JipyoPlotLayout;

typedef struct {
  const JipyoTheme *theme;
  double width;
  double height;
  JipyoTypeScale type; /* of the whole picture, when the plot is only a part of it */
  gboolean bare;       /* no title, subtitle, footer and margin: the surroundings have them */
} JipyoPlotFrame;
