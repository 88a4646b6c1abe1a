/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a plot sits in its surroundings: size, theme, type, and what is drawn around it.
 */

#pragma once

#include "jipyo-plot-state.h"
#include "jipyo-plot.h"
#include "jipyo-rect.h"
#include "jipyo-text-layout.h"
#include "jipyo-theme.h"

typedef struct _JipyoPlotLayout JipyoPlotLayout;

typedef struct {
  const JipyoTheme *theme; /* outlives the layout */
  double width;
  double height;
  JipyoTypeScale type;     /* of the whole picture, when the plot is only a part of it */
  gboolean bare;           /* no title, subtitle, footer and margin: the surroundings have them */
  gboolean silent_upright; /* an axis whose texts stand at another plot of the same axes */
  gboolean silent_below;
  double upright;       /* the width that the upright axis has at all of those; 0: what it needs */
  double right;         /* kept free at the right, at least */
  guint n_rows_omitted; /* of the plot that this one is a part of; said below the names */
  /* Fonts to share, of the plot's language; NULL: the layout opens its own, which takes most of
   * its time. Needed only while it is made. */
  JipyoTypesetter *typesetter;
  const JipyoPlotState *state; /* how it is looked at; NULL: as described. Copied. */
} JipyoPlotFrame;
