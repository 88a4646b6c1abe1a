/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures as people read them, in Korean (만, 억, 조, 경) and in English (thousand, million,
 * billion, trillion). Rules: prices keep all digits and the venue's decimals; budgets are compact
 * to four significant digits; an axis has one unit; 천 is never used.
 */

#pragma once

#include "jipyo-quantity.h"

/* "2,139억 원", "₩213.9 billion", "최대 1,000장", "1~2개", "47.2 %"; "—" when not known.
 * The qualifier's word is part of it. (transfer full) */
char *jipyo_format_quantity (const JipyoQuantity *quantity, JipyoLang lang);
/* The same without the qualifier. */
char *jipyo_format_quantity_bare (const JipyoQuantity *quantity, JipyoLang lang);
/* Number and unit apart, for large type: "2,139" and "억 원". For English money the sign is in the
 * number: "₩213.9" and "billion". Both (transfer full); the unit may be "". */
void jipyo_format_quantity_split (const JipyoQuantity *quantity,
                                  JipyoLang lang,
                                  char **number,
                                  char **unit);
/* "최대", "at most"; "" for exact. In Korean "이상" follows the figure: `after` says so. */
const char *jipyo_format_qualifier (JipyoQualifier qualifier, JipyoLang lang, gboolean *after);
/* Full digits with commas and the decimals it carries: "159,850,000", "3,198.00" with decimals 2.
 */
char *jipyo_format_price (JipyoDecimal price, guint decimals);
/* A computed figure with so many decimals, at most 9: "12,345.7"; "…" beyond what is exact, "–"
 * when it is no number. (transfer full) */
char *jipyo_format_rounded (double value, guint decimals);
/* "▲50.25", "▼2,500", "0": glyph, no sign; or "+50.25" and "−2,500" with `glyph` FALSE. */
char *jipyo_format_change (JipyoDecimal change, guint decimals, gboolean glyph);
/* "+1.60 %", with two decimals and the sign. */
char *jipyo_format_change_percent (JipyoDecimal percent);

/* One unit for a whole axis, chosen by the largest tick. */
typedef struct {
  JipyoUnit unit;
  double divisor;     /* 1, 1e4 (만), 1e8 (억), 1e12 (조), 1e3 … */
  const char *symbol; /* what a person reads after the axis' numbers: "억 원", "billion won" */
} JipyoAxisUnit;

JipyoAxisUnit jipyo_axis_unit_choose (JipyoUnit unit, double largest_tick, JipyoLang lang);
/* A tick's number in that unit, with the decimals the step needs: "1,500". (transfer full) */
char *jipyo_axis_unit_format (const JipyoAxisUnit *self, double value, double step);
