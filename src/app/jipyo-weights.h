/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's weights of the listed members in their teams' baskets, kept in one file. Whoever is
 * not named weighs 1, so that without a file all weigh the same.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-member-weight.h"
#include "jipyo-own-file.h"

#define JIPYO_TYPE_WEIGHTS (jipyo_weights_get_type ())
G_DECLARE_FINAL_TYPE (JipyoWeights, jipyo_weights, JIPYO, WEIGHTS, GObject)

/* Reads the file, if there is one, and follows it. Signals: "changed"; "failed" (string: why it was
 * not saved). */
JipyoWeights *jipyo_weights_new (const char *path);
/* "…/jipyo/weights.json" in the user's data directory. (transfer full) */
char *jipyo_weights_path (void);
/* What is wrong with it, and whether it is being saved. Borrowed. */
JipyoOwnFile *jipyo_weights_get_file (JipyoWeights *self);

/* (element-type JipyoMemberWeight) Borrowed, until "changed". */
const GPtrArray *jipyo_weights_get_all (JipyoWeights *self);
/* 1 for who is not named. */
JipyoDecimal jipyo_weights_find (JipyoWeights *self, const char *member);
/* `weight` is 0 or more. */
void jipyo_weights_set (JipyoWeights *self, const char *member, JipyoDecimal weight);
/* All of these members, or with NULL of all baskets, weigh the same again. */
void jipyo_weights_clear (JipyoWeights *self, const char *const *members);
/* Takes the last change since the start back; FALSE when there is none. */
gboolean jipyo_weights_undo (JipyoWeights *self);
