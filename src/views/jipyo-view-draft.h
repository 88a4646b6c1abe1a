/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view while it is built: it remembers every claim and source that the view looked up, so that
 * sources, conflicts and the footer of the picture follow by themselves and cannot be forgotten.
 */

#pragma once

#include "jipyo-view.h"

typedef struct {
  const JipyoViewContext *context; /* borrowed */
  JipyoView *view;                 /* owned until finished; its table and sheet are there to fill */
  GPtrArray *claims;               /* of JipyoClaim, borrowed: those used, each once */
  GPtrArray *sources;              /* of JipyoSource, borrowed: those used, each once */
} JipyoViewDraft;

/* `name` is the full name: "models-country", "team:upstage". The title is the one of the table of
 * views and may be replaced. */
JipyoViewDraft *jipyo_view_draft_new (const JipyoViewContext *context, const char *name);
void jipyo_view_draft_free (JipyoViewDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoViewDraft, jipyo_view_draft_free)

/* The value of an option, or `fallback`. */
const char *
jipyo_view_draft_get_option (JipyoViewDraft *self, const char *name, const char *fallback);
/* One of two texts, by the language of the picture. */
const char *jipyo_view_draft_pick (JipyoViewDraft *self, const char *ko, const char *en);

/* Looks a figure up in the reading and remembers it as used; NULL when the reading has none. */
const JipyoClaim *jipyo_view_draft_find (JipyoViewDraft *self, const JipyoClaimQuery *query);
/* The same for subject and metric alone. */
const JipyoClaim *
jipyo_view_draft_find_metric (JipyoViewDraft *self, const char *subject, const char *metric);
/* Remember as used; NULL is ignored. */
void jipyo_view_draft_use (JipyoViewDraft *self, const JipyoClaim *claim);
void jipyo_view_draft_use_source (JipyoViewDraft *self, const char *source_id);

/* Takes both strings: the finding. */
void jipyo_view_draft_take_sentence (JipyoViewDraft *self, char *ko, char *en);
/* The defined state when the reading holds nothing to show: the sentence and the picture say so. */
void jipyo_view_draft_set_empty (JipyoViewDraft *self, const char *ko, const char *en);
/* A plot in the sheet, borrowed. `title` and `subtitle` may be NULL. */
JipyoPlot *
jipyo_view_draft_add_plot (JipyoViewDraft *self, const char *title, const char *subtitle);
/* Adds the claim as a datum with its words, its kind and its id, and remembers it as used. A claim
 * whose number is not known becomes a gap. */
JipyoDatum *jipyo_view_draft_plot_claim (JipyoViewDraft *self,
                                         JipyoPlotSeries *series,
                                         double position,
                                         const JipyoClaim *claim);
/* A key figure of the claim with source and date beneath, and a badge when it is disputed. */
JipyoTile *
jipyo_view_draft_add_tile (JipyoViewDraft *self, const char *label, const JipyoClaim *claim);

/* "Publisher 2025-08-05" of a claim's source. (transfer full) */
char *jipyo_view_draft_format_origin (JipyoViewDraft *self, const JipyoClaim *claim);
/* "MSIT 2026-08-18, GLOBALEPIC 2025-08-05 · as known on 2026-11-23" of what was used so far.
 * (transfer full) */
char *jipyo_view_draft_format_footer (JipyoViewDraft *self);

/* Completes sources, conflicts and the sheet's heading and footer where they are not set, gives the
 * view and frees the draft. (transfer full) */
JipyoView *jipyo_view_draft_finish (JipyoViewDraft *self);

/* How a claim's figure stands to the truth, as a mark. */
JipyoDatumKind jipyo_datum_kind_from_claim (const JipyoClaim *claim);
