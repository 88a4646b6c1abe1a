/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small numbers in words, for sentences that views compute: "다섯 팀", "third", "9분의 1".
 */

#pragma once

#include "jipyo-lang.h"

/* As before a counted noun: "세" / "three"; digits above ten. (transfer full) */
char *jipyo_words_format_count (guint count, JipyoLang lang);
/* "세 번째" / "third". (transfer full) */
char *jipyo_words_format_ordinal (guint rank, JipyoLang lang);
/* One of so many parts: "9분의 1" / "a ninth". (transfer full) */
char *jipyo_words_format_fraction (guint parts, JipyoLang lang);
/* The English name of a country within a sentence: "the United States", "France". (transfer full)
 */
char *jipyo_words_format_place (const char *name);
/* "Three" for the start of a sentence. (transfer full) */
char *jipyo_words_capitalise (const char *text);
