/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shape of a plot in two to five plain sentences: what is shown, how it went, who leads, where
 * it breaks, and which figures are bounds, plans or computed. Only what the facts of the plot say
 * (jipyo-plot-facts.h), with the figures as the picture has them.
 */

#pragma once

#include "jipyo-view.h"

/* In the plot's language, one paragraph. (transfer full) */
char *jipyo_plot_summary_write (const JipyoPlot *plot);
/* Of all plots of a view, each below its title. (transfer full) */
char *jipyo_plot_summary_write_view (const JipyoView *view, JipyoLang lang);
/* The same with each figure on an indented line of its own instead, as it is read aloud. (transfer
 * full) */
char *jipyo_plot_summary_list_points (const JipyoView *view, JipyoLang lang);
