/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a line may end. A word stays whole, a Hangul one too; a figure stays with its unit and with
 * the word that makes it a bound, a name with its number, initials with the rest of a name, the
 * parts of a date and what stands in short parentheses together; a separating dot ends a line and
 * never begins one.
 */

#pragma once

#include <pango/pango.h>

/* Whether the text before and after `space`, a space in `text`, belongs together. */
gboolean jipyo_text_is_tied (const char *text, const char *space);
/* Adds to `attributes` what keeps words and ties of `text` whole. What is wider than `ems`
 * (estimated) keeps its breaks: first its last ties give way, then its words. */
void jipyo_text_keep_whole (PangoAttrList *attributes, const char *text, double ems);
/* Adds what keeps so many bytes from `start` on without a break. */
void jipyo_text_join (PangoAttrList *attributes, gsize start, gsize length);
/* The `ems` at which no word of `text` is broken; NULL counts as "". */
double jipyo_text_estimate_word (const char *text);
