/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sentence is put together of nothing: each language has one for each test.
 */

#include "jipyo-alert-words.h"

#include <string.h>

#include "jipyo-instrument-name.h"

static const char coin_prefix[] = "KRW-";

/* With the particle that the Korean word takes. */
static const char *const subjects_ko[] = {
  [JIPYO_ALERT_PRICE] = "가격이",
  [JIPYO_ALERT_CHANGE] = "등락률이",
  [JIPYO_ALERT_SPREAD] = "거래소 간 가격 차가",
  [JIPYO_ALERT_BASKET] = "종목 바구니 지수가",
  [JIPYO_ALERT_STALENESS] = "시세 없는 시간이",
  [JIPYO_ALERT_EVENT] = "다음 일정까지 남은 날이",
};

static const char *const subjects_en[] = {
  [JIPYO_ALERT_PRICE] = "the price",
  [JIPYO_ALERT_CHANGE] = "the change",
  [JIPYO_ALERT_SPREAD] = "the spread across venues",
  [JIPYO_ALERT_BASKET] = "the index of the basket",
  [JIPYO_ALERT_STALENESS] = "the time without a price",
  [JIPYO_ALERT_EVENT] = "the time to the next event",
};

static char *
name_team (const char *id, const JipyoLedger *ledger, JipyoLang lang)
{
  const JipyoTeam *team = jipyo_ledger_find_team (ledger, id);

  if (g_str_equal (id, "all"))
    return g_strdup (lang == JIPYO_LANG_KO ? "모든 팀" : "All teams");
  return g_strdup (team != NULL ? jipyo_text_get (&team->short_name, lang) : id);
}

char *
jipyo_alert_words_subject (const JipyoAlertRule *rule, const JipyoLedger *ledger, JipyoLang lang)
{
  const char *subject = rule->subject;

  switch (rule->kind) {
  case JIPYO_ALERT_PRICE:
  case JIPYO_ALERT_CHANGE:
  case JIPYO_ALERT_STALENESS:
  case JIPYO_ALERT_BASKET: /* which says that it is one: a share may be called like its team */
    return jipyo_instrument_label (ledger, subject, NULL, lang);
  case JIPYO_ALERT_SPREAD:
    return g_strdup (subject
                     + (g_str_has_prefix (subject, coin_prefix) ? strlen (coin_prefix) : 0));
  case JIPYO_ALERT_EVENT:
    break;
  }
  return name_team (subject, ledger, lang);
}

static char *
format_ko (const char *subject, JipyoAlertTest test, const char *level)
{
  switch (test) {
  case JIPYO_ALERT_ABOVE:
    return g_strdup_printf ("%s %s 이상일 때", subject, level);
  case JIPYO_ALERT_BELOW:
    return g_strdup_printf ("%s %s 이하일 때", subject, level);
  case JIPYO_ALERT_CROSSES_UP:
    return g_strdup_printf ("%s %s 위로 올라설 때", subject, level);
  case JIPYO_ALERT_CROSSES_DOWN:
    return g_strdup_printf ("%s %s 아래로 내려설 때", subject, level);
  }
  g_return_val_if_reached (NULL);
}

static char *
format_en (const char *subject, JipyoAlertTest test, const char *level)
{
  switch (test) {
  case JIPYO_ALERT_ABOVE:
    return g_strdup_printf ("when %s is %s or more", subject, level);
  case JIPYO_ALERT_BELOW:
    return g_strdup_printf ("when %s is %s or less", subject, level);
  case JIPYO_ALERT_CROSSES_UP:
    return g_strdup_printf ("when %s rises to %s", subject, level);
  case JIPYO_ALERT_CROSSES_DOWN:
    return g_strdup_printf ("when %s falls to %s", subject, level);
  }
  g_return_val_if_reached (NULL);
}

char *
jipyo_alert_words_condition (const JipyoAlertRule *rule, JipyoLang lang)
{
  g_autofree char *level = jipyo_alert_value_format (rule->kind, rule->level, lang);

  if (lang == JIPYO_LANG_KO)
    return format_ko (subjects_ko[rule->kind], rule->test, level);
  return format_en (subjects_en[rule->kind], rule->test, level);
}
