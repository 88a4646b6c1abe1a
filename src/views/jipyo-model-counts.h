/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts of large-scale models by country and by year in one edition ("vintage") of a data set.
 * Editions count differently and are never mixed in one row of figures without being told.
 */

#pragma once

#include "jipyo-view-draft.h"

/* The country that the program is about. */
extern const char jipyo_model_counts_home[];
/* The edition that is shown unless another is asked for. */
extern const char jipyo_model_counts_default_vintage[];

typedef struct {
  const char *id;          /* country id, "other" for the residual */
  JipyoText name;          /* owned */
  const JipyoClaim *claim; /* borrowed; NULL for a residual that the view computed */
  JipyoQuantity quantity;
  JipyoStatus status;
  JipyoQuantity share; /* percent of the total, if has_share */
  gboolean has_share;
} JipyoCountryCount;

typedef struct {
  char *vintage;
  const JipyoClaim *total; /* of the world, for the whole period */
  GArray *countries;       /* of JipyoCountryCount: largest first, the residual last */
  GArray *within;          /* of JipyoCountryCount: known parts of the residual, largest first */
  guint home_rank;         /* 0 when the home country is not among them */
} JipyoModelCounts;

/* The counts by country of an edition, NULL for the default one or, where the reading does not know
 * that yet, the newest it knows. NULL when there are none. (transfer full) */
JipyoModelCounts *jipyo_model_counts_new (const JipyoLedger *ledger, const char *vintage);
void jipyo_model_counts_free (JipyoModelCounts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoModelCounts, jipyo_model_counts_free)

const JipyoCountryCount *jipyo_model_counts_find (const JipyoModelCounts *self,
                                                  const char *country);
/* "한국은 세 번째이지만, 미국의 9분의 1이다" / "Korea is third, but at a ninth of the United
 * States".
 */
JipyoText jipyo_model_counts_describe (const JipyoModelCounts *self);
/* "초거대 AI 모델 수, 2020–2024년 누적 271개". (transfer full) */
char *jipyo_model_counts_format_subtitle (const JipyoModelCounts *self, JipyoLang lang);
/* Bars by country, the home country accented; the claims count as used by the draft. */
void jipyo_model_counts_plot (const JipyoModelCounts *self, JipyoViewDraft *draft, JipyoPlot *plot);

/* "SPRi 2025-02", "Epoch AI 2025-05-20": an edition's id for people. (transfer full) */
char *jipyo_model_counts_format_vintage (const char *vintage);
/* Editions that the reading knows with a count by country, oldest first. (element-type utf8)
 * (transfer full) */
GPtrArray *jipyo_model_counts_list_vintages (const JipyoLedger *ledger);
