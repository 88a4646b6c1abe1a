/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A datum in words, as a screen reader, a card and the written summary say it: "한국: 14개 (5.2
 * %)", "4 Aug 2025, Upstage: 69.9 points". A figure is the datum's own text, completed by its unit;
 * one without a text is written by core, in the plot's language.
 */

#pragma once

#include "jipyo-plot-state.h"
#include "jipyo-plot.h"

/* Where it stands on the position axis: the category, with its second line where two categories
 * share a name, or the date as far as the axis needs it. (transfer full) */
char *jipyo_datum_text_format_position (const JipyoPlot *plot, double position);
/* The same of a datum, with both edges where it stands for more than a point. (transfer full) */
char *jipyo_datum_text_format_place (const JipyoPlot *plot,
                                     const JipyoPlotSeries *series,
                                     const JipyoDatum *datum);
/* Any value of the value axis, by its unit. "—" for one that is no number. (transfer full) */
char *jipyo_datum_text_format_value (const JipyoPlot *plot, double value);
/* What the shape of a bound or target says of its figure. */
JipyoQualifier jipyo_datum_text_get_qualifier (JipyoDatumKind kind);
/* The figure with its qualifier, "up to 1,000 GPUs"; of a RANGE the whole span. (transfer full) */
char *jipyo_datum_text_format_figure (const JipyoPlot *plot,
                                      const JipyoPlotSeries *series,
                                      const JipyoDatum *datum);
/* Whether that tells `low`, `high` or `start` as well, which are no bounds around it then. */
gboolean jipyo_datum_text_tells_ends (const JipyoPlotSeries *series);
/* One value where that would be too long: the close of a CANDLE or OHLC. (transfer full) */
char *jipyo_datum_text_format_brief (const JipyoPlot *plot,
                                     const JipyoPlotSeries *series,
                                     const JipyoDatum *datum);
/* Its part of all that is stacked there, as it is looked at; NULL where no shares are shown.
 * `state` may be NULL. (transfer full) (nullable) */
char *jipyo_datum_text_format_share (const JipyoPlot *plot,
                                     const JipyoPlotState *state,
                                     guint series,
                                     const JipyoDatum *datum);
/* What the series is called where it is read; NULL for one without a name. Borrowed. */
const char *jipyo_datum_text_get_series_name (const JipyoPlotSeries *series);
/* All of it: position, series, figure, note, and how the figure stands to the truth. (transfer
 * full) */
char *jipyo_datum_text_describe (const JipyoPlot *plot, guint series, guint datum);
/* The same as somebody looks at it: with shares where they were switched on, of what is shown.
 * `state` may be NULL. (transfer full) */
char *jipyo_datum_text_describe_viewed (const JipyoPlot *plot,
                                        const JipyoPlotState *state,
                                        guint series,
                                        guint datum);
