/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The card beside a datum that is pointed at: where it stands, every series there with its figure,
 * and how each came from the one before. While a stretch is measured it tells the stretch.
 */

#pragma once

#include "jipyo-plot-draw.h"

/* What pointer and keys have in hand. */
typedef struct {
  gboolean has_datum;
  gboolean silent; /* the mark came by itself, as with the focus: it has no card */
  guint series;
  guint datum;
  gboolean has_anchor; /* a stretch is measured from this datum of the same series */
  guint anchor;
  gboolean has_range; /* a range of the picture is being chosen */
  double range[2];    /* along x */
  gboolean has_link;  /* another chart of the page is pointed at, there on the position axis */
  double link;
} JipyoPlotPointer;

typedef struct _JipyoPlotCard JipyoPlotCard;

/* NULL when nothing is pointed at. `typesetter` is of the plot's language and borrowed for the
 * call. */
JipyoPlotCard *jipyo_plot_card_new (const JipyoPlot *plot,
                                    const JipyoPlotLayout *layout,
                                    const JipyoPlotPointer *pointer,
                                    JipyoTypesetter *typesetter);
void jipyo_plot_card_free (JipyoPlotCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoPlotCard, jipyo_plot_card_free)
/* Inside the picture, off the datum where there is room. */
JipyoRect jipyo_plot_card_get_rect (const JipyoPlotCard *self);
/* All that it says, a line each. (transfer full) */
char *jipyo_plot_card_format_text (const JipyoPlotCard *self);
void jipyo_plot_card_draw (const JipyoPlotCard *self, cairo_t *cr);
