/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small arithmetic that views do on claims: shares, growth, sums. Exact where decimals can be;
 * every function refuses what is not known instead of taking it for zero.
 */

#pragma once

#include "jipyo-quantity.h"

/* An exact, known quantity. */
JipyoQuantity jipyo_figure_new (JipyoDecimal value, JipyoUnit unit);
JipyoQuantity jipyo_figure_new_count (gint64 value, JipyoUnit unit);
/* A computed number to so many decimals, rounded half away from zero; 0 when it is too large. */
JipyoDecimal jipyo_figure_round (double value, guint decimals);
/* part / whole in percent, to one decimal. FALSE when either is unknown, a range or a bound, or
 * the whole is zero. */
gboolean jipyo_figure_compute_share (const JipyoQuantity *part,
                                     const JipyoQuantity *whole,
                                     JipyoQuantity *out);
/* (to / from − 1) in percent, to one decimal. FALSE as above. */
gboolean jipyo_figure_compute_growth (const JipyoQuantity *from,
                                      const JipyoQuantity *to,
                                      JipyoQuantity *out);
/* The yearly growth that leads from one to the other in so many intervals, in percent to one
 * decimal. FALSE as above, or when there is no positive number to take the root of. */
gboolean jipyo_figure_compute_cagr (const JipyoQuantity *from,
                                    const JipyoQuantity *to,
                                    guint intervals,
                                    JipyoQuantity *out);
/* "+350 %", "+11.9 %", "−3.0 %": three digits are as exact as a reader needs. (transfer full) */
char *jipyo_figure_format_growth (const JipyoQuantity *growth);
/* As jipyo_format_quantity(), without the noun that a chart's subtitle says for all its figures:
 * "750 billion", "at least 40 billion" parameters. (transfer full) */
char *jipyo_figure_format_short (const JipyoQuantity *quantity, JipyoLang lang);
/* a / b, rounded half up; 0 when it cannot be computed. */
guint jipyo_figure_compute_ratio (const JipyoQuantity *a, const JipyoQuantity *b);
/* TRUE for a single number that the source states as a value, not as a bound or a target. */
gboolean jipyo_figure_is_value (const JipyoQuantity *quantity);
