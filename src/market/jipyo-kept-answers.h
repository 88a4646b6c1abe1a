/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers that came with a mark by which a host can say that nothing changed, kept so that it need
 * not send them again. A few small ones; the oldest goes first.
 */

#pragma once

#include <glib.h>

typedef struct {
  char *key;
  char *etag;     /* or NULL */
  char *modified; /* a Last-Modified, or NULL */
  GBytes *body;
} JipyoKeptAnswer;

typedef struct _JipyoKeptAnswers JipyoKeptAnswers;

JipyoKeptAnswers *jipyo_kept_answers_new (void);
void jipyo_kept_answers_free (JipyoKeptAnswers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoKeptAnswers, jipyo_kept_answers_free)

/* Borrowed until the next put; NULL when there is none. */
const JipyoKeptAnswer *jipyo_kept_answers_find (JipyoKeptAnswers *self, const char *key);
/* Keeps a copy instead of an earlier one of the key, unless it has no mark or is large; then there
 * is none of the key any more. */
void jipyo_kept_answers_put (JipyoKeptAnswers *self, const JipyoKeptAnswer *answer);
