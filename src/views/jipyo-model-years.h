/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Models a year, their growth, and the published growth rate beside the recomputed one.
 */

#pragma once

#include "jipyo-view-draft.h"

typedef struct {
  int year;
  const JipyoClaim *claim; /* borrowed */
  JipyoQuantity growth;    /* over the year before, if has_growth */
  gboolean has_growth;
  gboolean complete; /* FALSE after the span that the edition sums up */
} JipyoYearCount;

typedef struct {
  char *vintage;
  GArray *years;                  /* of JipyoYearCount, in order */
  const JipyoClaim *total;        /* of all those years, or NULL */
  guint last;                     /* index of the last complete year */
  const JipyoClaim *stated_cagr;  /* as published, or NULL */
  const JipyoClaim *derived_cagr; /* the record's own check of it, or NULL */
  JipyoQuantity cagr;             /* recomputed from the first to the last year, if has_cagr */
  gboolean has_cagr;
  guint intervals; /* years between the first and the last */
} JipyoModelYears;

/* NULL `vintage` as in jipyo_model_counts_new. NULL when the reading has no year. */
JipyoModelYears *jipyo_model_years_new (const JipyoLedger *ledger, const char *vintage);
void jipyo_model_years_free (JipyoModelYears *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoModelYears, jipyo_model_years_free)

/* "해마다 두 배 넘게 늘던 새 모델이 2024년에는 11.9 % 느는 데 그쳤다". */
JipyoText jipyo_model_years_describe (const JipyoModelYears *self);
/* Columns by year with the growth below, the last year accented. */
void jipyo_model_years_plot (const JipyoModelYears *self, JipyoViewDraft *draft, JipyoPlot *plot);
