/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two languages of the record and a text that exists in both. The language is always passed
 * in: nothing in core, chart or views asks the locale.
 */

#pragma once

#include <glib.h>

typedef enum { JIPYO_LANG_KO, JIPYO_LANG_EN } JipyoLang;

/* FALSE when `text` is neither "ko" nor "en". */
gboolean jipyo_lang_parse (const char *text, JipyoLang *lang);
/* "ko" or "en". */
const char *jipyo_lang_id (JipyoLang lang);
/* The language a POSIX locale name such as "ko_KR.UTF-8" asks for; English unless Korean. */
JipyoLang jipyo_lang_from_locale (const char *locale);

typedef struct {
  char *ko; /* owned, may be NULL */
  char *en; /* owned, may be NULL */
} JipyoText;

/* Takes copies; either may be NULL. */
JipyoText jipyo_text_new (const char *ko, const char *en);
JipyoText jipyo_text_copy (const JipyoText *text);
void jipyo_text_clear (JipyoText *text);
gboolean jipyo_text_is_empty (const JipyoText *text);
/* The text in `lang`, else in the other language, else "". Never NULL. */
const char *jipyo_text_get (const JipyoText *text, JipyoLang lang);
/* Moves both strings, which may be NULL, into a text. */
JipyoText jipyo_text_take (char *ko, char *en);
