/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules of alerts: their words, and what a value has to be.
 */

#include "jipyo-alert.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  const char *id;
  const char *ko;
  const char *en;
} Words;

static const Words kinds[] = {
  [JIPYO_ALERT_PRICE] = { "price", "가격", "price" },
  [JIPYO_ALERT_CHANGE] = { "change", "등락률", "change" },
  [JIPYO_ALERT_SPREAD] = { "spread", "거래소 간 가격 차", "spread across venues" },
  [JIPYO_ALERT_BASKET] = { "basket", "종목 바구니", "basket" },
  [JIPYO_ALERT_STALENESS] = { "staleness", "시세 없는 시간", "time without a price" },
  [JIPYO_ALERT_EVENT] = { "event", "예정 일정까지", "time to a planned event" },
};

static const Words tests[] = {
  [JIPYO_ALERT_ABOVE] = { "above", "이상", "at or above" },
  [JIPYO_ALERT_BELOW] = { "below", "이하", "at or below" },
  [JIPYO_ALERT_CROSSES_UP] = { "crosses-up", "상향 돌파", "crosses up" },
  [JIPYO_ALERT_CROSSES_DOWN] = { "crosses-down", "하향 돌파", "crosses down" },
};

static gboolean
find (const Words *words, guint n_words, const char *id, guint *at)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].id, id) == 0) {
      *at = i;
      return TRUE;
    }
  return FALSE;
}

JipyoAlertRule *
jipyo_alert_rule_copy (const JipyoAlertRule *self)
{
  JipyoAlertRule *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->subject = g_strdup (self->subject);
  return copy;
}

void
jipyo_alert_rule_free (JipyoAlertRule *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->subject);
  g_free (self);
}

/* "<venue>:<symbol>"; whether a venue has it is seen when it is asked. */
static gboolean
is_instrument (const char *text)
{
  const char *colon = strchr (text, ':');

  return colon != NULL && colon > text && colon[1] != '\0' && strchr (colon + 1, ':') == NULL;
}

static gboolean
looks_at_instrument (const JipyoAlertRule *self)
{
  return self->kind == JIPYO_ALERT_PRICE || self->kind == JIPYO_ALERT_CHANGE
         || self->kind == JIPYO_ALERT_STALENESS;
}

const char *
jipyo_alert_rule_check (const JipyoAlertRule *self)
{
  if (self->subject == NULL || *self->subject == '\0')
    return N_ ("a rule needs something to look at");
  if (looks_at_instrument (self) && !is_instrument (self->subject))
    return N_ ("an instrument is like upbit:KRW-BTC");
  if (self->kind == JIPYO_ALERT_PRICE && jipyo_decimal_sign (self->level) <= 0)
    return N_ ("a price is above zero");
  if (self->reminder_minutes != 0 && self->reminder_minutes < JIPYO_ALERT_REMINDER_MIN)
    return N_ ("a reminder comes after 60 minutes at the earliest");
  return NULL;
}

gboolean
jipyo_alert_rule_holds (const JipyoAlertRule *self, JipyoDecimal value)
{
  const int order = jipyo_decimal_compare (value, self->level);

  switch (self->test) {
  case JIPYO_ALERT_ABOVE:
  case JIPYO_ALERT_CROSSES_UP:
    return order >= 0;
  case JIPYO_ALERT_BELOW:
  case JIPYO_ALERT_CROSSES_DOWN:
    return order <= 0;
  }
  g_return_val_if_reached (FALSE);
}

char *
jipyo_alert_value_format (JipyoAlertKind kind, JipyoDecimal value, JipyoLang lang)
{
  const gboolean ko = lang == JIPYO_LANG_KO;
  g_autofree char *number =
    jipyo_decimal_format_fixed (value, jipyo_decimal_get_decimals (value), TRUE);

  switch (kind) {
  case JIPYO_ALERT_CHANGE:
  case JIPYO_ALERT_SPREAD:
    return g_strconcat (number, " %", NULL);
  case JIPYO_ALERT_STALENESS:
    return g_strconcat (number, ko ? "초" : " s", NULL);
  case JIPYO_ALERT_EVENT:
    return g_strconcat (number, ko ? "일" : " d", NULL);
  case JIPYO_ALERT_PRICE:
  case JIPYO_ALERT_BASKET:
    break;
  }
  return g_steal_pointer (&number);
}

char *
jipyo_alert_rule_format (const JipyoAlertRule *self, JipyoLang lang)
{
  g_autofree char *level = jipyo_alert_value_format (self->kind, self->level, lang);
  const char *kind = jipyo_alert_kind_label (self->kind, lang);
  const char *test = jipyo_alert_test_label (self->test, lang);

  if (lang == JIPYO_LANG_KO)
    return g_strdup_printf ("%s %s %s %s", self->subject, kind, level, test);
  return g_strdup_printf ("%s %s %s %s", self->subject, kind, test, level);
}

const char *
jipyo_alert_kind_id (JipyoAlertKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), "");
  return kinds[kind].id;
}

gboolean
jipyo_alert_kind_parse (const char *id, JipyoAlertKind *kind)
{
  guint at;

  if (!find (kinds, G_N_ELEMENTS (kinds), id, &at))
    return FALSE;
  *kind = at;
  return TRUE;
}

const char *
jipyo_alert_kind_label (JipyoAlertKind kind, JipyoLang lang)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), "");
  return lang == JIPYO_LANG_KO ? kinds[kind].ko : kinds[kind].en;
}

const char *
jipyo_alert_test_id (JipyoAlertTest test)
{
  g_return_val_if_fail (test < G_N_ELEMENTS (tests), "");
  return tests[test].id;
}

gboolean
jipyo_alert_test_parse (const char *id, JipyoAlertTest *test)
{
  guint at;

  if (!find (tests, G_N_ELEMENTS (tests), id, &at))
    return FALSE;
  *test = at;
  return TRUE;
}

const char *
jipyo_alert_test_label (JipyoAlertTest test, JipyoLang lang)
{
  g_return_val_if_fail (test < G_N_ELEMENTS (tests), "");
  return lang == JIPYO_LANG_KO ? tests[test].ko : tests[test].en;
}
