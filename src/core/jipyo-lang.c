/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two languages, always passed in.
 */

#include "jipyo-lang.h"

gboolean
jipyo_lang_parse (const char *text, JipyoLang *lang)
{
  if (g_strcmp0 (text, "ko") == 0)
    *lang = JIPYO_LANG_KO;
  else if (g_strcmp0 (text, "en") == 0)
    *lang = JIPYO_LANG_EN;
  else
    return FALSE;
  return TRUE;
}

const char *
jipyo_lang_id (JipyoLang lang)
{
  return lang == JIPYO_LANG_KO ? "ko" : "en";
}

JipyoLang
jipyo_lang_from_locale (const char *locale)
{
  return locale != NULL && g_str_has_prefix (locale, "ko") ? JIPYO_LANG_KO : JIPYO_LANG_EN;
}

JipyoText
jipyo_text_new (const char *ko, const char *en)
{
  return jipyo_text_take (g_strdup (ko), g_strdup (en));
}

JipyoText
jipyo_text_take (char *ko, char *en)
{
  return (JipyoText){ .ko = ko, .en = en };
}

JipyoText
jipyo_text_copy (const JipyoText *text)
{
  return jipyo_text_new (text->ko, text->en);
}

void
jipyo_text_clear (JipyoText *text)
{
  g_clear_pointer (&text->ko, g_free);
  g_clear_pointer (&text->en, g_free);
}

gboolean
jipyo_text_is_empty (const JipyoText *text)
{
  return *jipyo_text_get (text, JIPYO_LANG_KO) == '\0';
}

const char *
jipyo_text_get (const JipyoText *text, JipyoLang lang)
{
  const char *wanted = lang == JIPYO_LANG_KO ? text->ko : text->en;
  const char *other = lang == JIPYO_LANG_KO ? text->en : text->ko;

  if (wanted != NULL && *wanted != '\0')
    return wanted;
  return other != NULL ? other : "";
}
