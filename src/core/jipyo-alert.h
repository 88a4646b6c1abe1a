/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rule that a person wants to be told by: what is looked at, and which level it has to reach.
 * What becomes of it is jipyo-alert-machine.h's.
 */

#pragma once

#include "jipyo-decimal.h"
#include "jipyo-lang.h"

#define JIPYO_ALERT_REMINDER_MIN 60         /* minutes; fewer are a nuisance */
#define JIPYO_ALERT_BASKET_PREFIX "basket:" /* then the id of a team */

typedef enum {
  JIPYO_ALERT_PRICE,     /* of an instrument, in its currency */
  JIPYO_ALERT_CHANGE,    /* of an instrument, in percent against the venue's own base */
  JIPYO_ALERT_SPREAD,    /* of a coin ("BTC") across venues, in percent of the cheapest */
  JIPYO_ALERT_BASKET,    /* of the basket of a team's shares ("basket:upstage") */
  JIPYO_ALERT_STALENESS, /* seconds since the last price of an instrument */
  JIPYO_ALERT_EVENT,     /* days until the next planned event of a team, or of all ("all") */
} JipyoAlertKind;
#define JIPYO_ALERT_KINDS (JIPYO_ALERT_EVENT + 1)

typedef enum {
  JIPYO_ALERT_ABOVE, /* at or above the level; may fire at once */
  JIPYO_ALERT_BELOW,
  JIPYO_ALERT_CROSSES_UP, /* from below to the level or above, seen to happen */
  JIPYO_ALERT_CROSSES_DOWN,
} JipyoAlertTest;
#define JIPYO_ALERT_TESTS (JIPYO_ALERT_CROSSES_DOWN + 1)

typedef struct {
  char *id;
  guint version; /* one more with each change of what it asks for */
  JipyoAlertKind kind;
  char *subject;
  JipyoAlertTest test;
  JipyoDecimal level;
  int reminder_minutes; /* 0: told once; else at least JIPYO_ALERT_REMINDER_MIN */
  gboolean disabled;
  gint64 snoozed_until_us; /* 0: not */
} JipyoAlertRule;

JipyoAlertRule *jipyo_alert_rule_copy (const JipyoAlertRule *self);
void jipyo_alert_rule_free (JipyoAlertRule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoAlertRule, jipyo_alert_rule_free)
/* Why it cannot be a rule: "a reminder comes after 60 minutes at the earliest"; NULL when it can.
 */
const char *jipyo_alert_rule_check (const JipyoAlertRule *self);
/* Whether a value fulfils the test, the way there aside. */
gboolean jipyo_alert_rule_holds (const JipyoAlertRule *self, JipyoDecimal value);
/* "upbit:KRW-BTC price at or above 160,000,000", for people. (transfer full) */
char *jipyo_alert_rule_format (const JipyoAlertRule *self, JipyoLang lang);
/* A value as the kind writes it: "160,000,000", "2.5 %", "300초". (transfer full) */
char *jipyo_alert_value_format (JipyoAlertKind kind, JipyoDecimal value, JipyoLang lang);

/* "price", "change", "spread", "basket", "staleness", "event". */
const char *jipyo_alert_kind_id (JipyoAlertKind kind);
gboolean jipyo_alert_kind_parse (const char *id, JipyoAlertKind *kind);
const char *jipyo_alert_kind_label (JipyoAlertKind kind, JipyoLang lang);
/* "above", "below", "crosses-up", "crosses-down". */
const char *jipyo_alert_test_id (JipyoAlertTest test);
gboolean jipyo_alert_test_parse (const char *id, JipyoAlertTest *test);
const char *jipyo_alert_test_label (JipyoAlertTest test, JipyoLang lang);
