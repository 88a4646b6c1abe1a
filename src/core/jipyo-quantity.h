/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A number with its unit and with what the source said of it: exact, about, at most, at least, a
 * target, a yearly amount. A bound stays a bound all the way to the screen.
 */

#pragma once

#include "jipyo-decimal.h"
#include "jipyo-lang.h"

typedef enum {
  JIPYO_UNIT_NONE,
  JIPYO_UNIT_KRW,
  JIPYO_UNIT_USD,
  JIPYO_UNIT_EUR,
  JIPYO_UNIT_GBP,
  JIPYO_UNIT_JPY,
  JIPYO_UNIT_CNY,
  JIPYO_UNIT_CAD,
  JIPYO_UNIT_MODELS,
  JIPYO_UNIT_GPUS,
  JIPYO_UNIT_TEAMS,
  JIPYO_UNIT_ORGANISATIONS,
  JIPYO_UNIT_COUNTRIES,
  JIPYO_UNIT_PEOPLE,
  JIPYO_UNIT_DOWNLOADS,
  JIPYO_UNIT_PARAMETERS,
  JIPYO_UNIT_PERCENT,
  JIPYO_UNIT_PERCENT_POINTS,
  JIPYO_UNIT_POINTS, /* scores and index levels */
  JIPYO_UNIT_RANK,
  JIPYO_UNIT_YEAR,
  JIPYO_UNIT_MONTHS,
  JIPYO_UNIT_DAYS,
  JIPYO_UNIT_GIGAWATTS,
  JIPYO_UNIT_TOKENS,
  JIPYO_N_UNITS
} JipyoUnit;

typedef enum {
  JIPYO_QUALIFIER_EXACT,
  JIPYO_QUALIFIER_ABOUT,    /* 약 */
  JIPYO_QUALIFIER_AT_MOST,  /* 최대 */
  JIPYO_QUALIFIER_AT_LEAST, /* 이상 */
  JIPYO_QUALIFIER_TARGET,   /* 목표 */
  JIPYO_QUALIFIER_PER_YEAR, /* 연 */
} JipyoQualifier;

typedef struct {
  JipyoDecimal value; /* in base units: won, models, percent … */
  JipyoDecimal upper; /* end of a stated range ("1~2"), if has_upper */
  gboolean known;     /* FALSE: no number is stated; value must not be shown as 0 */
  gboolean has_upper;
  JipyoUnit unit;
  JipyoQualifier qualifier;
} JipyoQuantity;

/* Ids as in the ledger and in JSON: "KRW", "models", "GPUs", "percent"; "" for none. */
const char *jipyo_unit_id (JipyoUnit unit);
gboolean jipyo_unit_parse (const char *id, JipyoUnit *unit);
gboolean jipyo_unit_is_money (JipyoUnit unit);
/* Ids: "exact", "about", "at-most", "at-least", "target", "per-year". */
const char *jipyo_qualifier_id (JipyoQualifier qualifier);
gboolean jipyo_qualifier_parse (const char *id, JipyoQualifier *qualifier);
/* TRUE for at-most, at-least and target: drawn as a bound, never as a reached value. */
gboolean jipyo_qualifier_is_bound (JipyoQualifier qualifier);
