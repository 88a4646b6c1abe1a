/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Matching of names while typing: both scripts, any case, and initial consonants, so that "ㅇㅅㅌ"
 * finds 업스테이지.
 */

#pragma once

#include <glib.h>

/* Folded form to store beside a name: NFC, case-folded, spaces and punctuation dropped. (transfer
 * full) */
char *jipyo_hangul_fold (const char *text);
/* The initial consonants of the Hangul syllables, other characters as folded: "업스테이지" →
 * "ㅇㅅㅌㅇㅈ". */
char *jipyo_hangul_initials (const char *text);
/* TRUE when `needle` (as typed) is found in `name`: folded, by initials, or with a syllable still
 * being composed at its end ("업슽" no, "업스ㅌ" yes). An empty needle matches. */
gboolean jipyo_hangul_matches (const char *name, const char *needle);
