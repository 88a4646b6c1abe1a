/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One figure as one source states it, or as it follows from other claims. Everything shown as a
 * figure is a claim or a quote.
 */

#pragma once

#include "jipyo-date.h"
#include "jipyo-quantity.h"

typedef enum {
  JIPYO_STATUS_STATED,      /* read in the source named */
  JIPYO_STATUS_DERIVED,     /* follows from the inputs by the formula */
  JIPYO_STATUS_SECOND_HAND, /* read in a text that quotes the source */
  JIPYO_STATUS_INFERRED,    /* a reasoned reading that no source states */
  JIPYO_STATUS_DISPUTED,    /* stated, and contradicted by others */
} JipyoStatus;

typedef struct {
  char *id;
  char *subject;   /* id of a team, organisation, country, model, programme, round or pledge */
  char *metric;    /* kebab-case, e.g. "budget", "models-large-scale", "score-total" */
  char *vintage;   /* edition of a data set, e.g. "epoch-2025-05-20"; NULL when there is only one.
                      Claims   of different vintages never conflict. */
  JipyoText label; /* what the figure is, for people */
  JipyoQuantity quantity;
  JipyoText text; /* what is stated when it is no number */
  JipyoPeriod true_for;
  JipyoDate published; /* unknown: the claim counts as known from `retrieved` on */
  JipyoDate retrieved;
  char *source;   /* source id */
  char *fragment; /* the few words of the source that carry the figure, or NULL */
  JipyoText note;
  JipyoStatus status;
  char *formula;      /* for a derived claim, over input ids, or NULL */
  char **inputs;      /* ids of claims, NULL-terminated, or NULL */
  gboolean preferred; /* among conflicting claims, the one that is shown */
  JipyoText reason;   /* why it is preferred */
} JipyoClaim;

void jipyo_claim_free (JipyoClaim *claim);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoClaim, jipyo_claim_free)

/* Ids: "stated", "derived", "second-hand", "inferred", "disputed". */
const char *jipyo_status_id (JipyoStatus status);
gboolean jipyo_status_parse (const char *id, JipyoStatus *status);
/* "공표" / "Stated" and so on. */
const char *jipyo_status_label (JipyoStatus status, JipyoLang lang);
/* Same subject, metric, period and vintage: they say different things of one thing if the
 * quantities differ. */
gboolean jipyo_claim_is_same_matter (const JipyoClaim *a, const JipyoClaim *b);
/* The date from which a reader could know it: published, else retrieved. */
JipyoDate jipyo_claim_known_from (const JipyoClaim *claim);
