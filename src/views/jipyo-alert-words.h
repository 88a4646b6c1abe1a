/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rule of alerts in words: what it looks at, called by its name, and its condition.
 */

#pragma once

#include "jipyo-alert.h"
#include "jipyo-ledger.h"

/* "BTC 업비트", "BTC", "SK Telecom", "All teams". (transfer full) */
char *
jipyo_alert_words_subject (const JipyoAlertRule *rule, const JipyoLedger *ledger, JipyoLang lang);
/* "가격이 160,000,000 이상일 때", "when the price rises to 160,000,000". (transfer full) */
char *jipyo_alert_words_condition (const JipyoAlertRule *rule, JipyoLang lang);
