/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's alerts: the rules in a file of their own, a machine for each, the log, and what is to
 * be told when. Asks neither clock nor network: quotes and time are handed in.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-alert-journal.h"
#include "jipyo-alert-line.h"
#include "jipyo-new-code.h"
#include "jipyo-own-file.h"
#include "jipyo-quote.h"
#include "jipyo-view.h"

#define JIPYO_TYPE_ALERTS (jipyo_alerts_get_type ())
G_DECLARE_FINAL_TYPE (JipyoAlerts, jipyo_alerts, JIPYO, ALERTS, GObject)

/* Reads alerts.json and alerts-log.json of the directory, if they are there. Signals: "changed"
 * (the rules, a state or the log); "failed" (string: why something was not saved); "told" (string
 * id, gboolean digest: show a notification, or with `digest` one that says there are more);
 * "withdrawn" (string id: take it back). */
JipyoAlerts *jipyo_alerts_new (const char *directory);
/* Why a file was put aside, and where to; NULL when all is well. */
const char *jipyo_alerts_get_problem (JipyoAlerts *self);
/* The same of the log alone, which may be damaged as well. */
const char *jipyo_alerts_get_log_problem (JipyoAlerts *self);
/* Whether something is still on its way to the disk. */
gboolean jipyo_alerts_is_saving (JipyoAlerts *self);
/* Of the rules. Borrowed. */
JipyoOwnFile *jipyo_alerts_get_file (JipyoAlerts *self);

/* (element-type JipyoAlertRule), until "changed" */
const GPtrArray *jipyo_alerts_get_rules (JipyoAlerts *self);
/* Borrowed, until "changed"; NULL when there is none. */
const JipyoAlertRule *jipyo_alerts_find (JipyoAlerts *self, const char *id);
JipyoAlertState jipyo_alerts_get_state (JipyoAlerts *self, const char *id);
/* The last value looked at; FALSE before the first. */
gboolean jipyo_alerts_get_value (JipyoAlerts *self, const char *id, JipyoDecimal *value);
/* When it last fired by the log; 0: never. */
gint64 jipyo_alerts_find_firing (JipyoAlerts *self, const char *id);
/* (element-type JipyoAlertLine), the oldest first, until "changed" */
const GPtrArray *jipyo_alerts_get_log (JipyoAlerts *self);

/* Adds a rule without an id, or changes the one of its id; its machine begins anew. The id, or NULL
 * when the rule is none (jipyo_alert_rule_check). Borrowed. */
const char *jipyo_alerts_set (JipyoAlerts *self, const JipyoAlertRule *rule);
gboolean jipyo_alerts_remove (JipyoAlerts *self, const char *id);
/* Puts back what was removed last, in its place; what it fired for is not told again. FALSE when
 * nothing was removed since the start or the last time. */
gboolean jipyo_alerts_restore (JipyoAlerts *self);
/* Rules on an instrument look at its new code from now on, in the state in which they are; the log
 * says so. With `across`, those on a spread of its symbol do as well. How many there are. */
guint
jipyo_alerts_rename (JipyoAlerts *self, const JipyoNewCode *code, gboolean across, gint64 now_us);
/* Takes back what get_renamed tells, for the rules that it changed and that are still so; then that
 * tells the one before. */
void jipyo_alerts_rename_back (JipyoAlerts *self, gint64 now_us);
/* What was renamed last of all that rules look at by a new code; NULL for none. Borrowed. */
const JipyoNewCode *jipyo_alerts_get_renamed (JipyoAlerts *self);
/* Borrowed. */
JipyoAlertJournal *jipyo_alerts_get_journal (JipyoAlerts *self);
/* What its rule looked at when the line was written; NULL when the rule is no more. Borrowed. */
const char *jipyo_alerts_find_subject (JipyoAlerts *self, const JipyoAlertLine *line);
void jipyo_alerts_set_disabled (JipyoAlerts *self, const char *id, gboolean disabled);
void jipyo_alerts_snooze (JipyoAlerts *self, const char *id, gint64 until_us);
/* While held nothing is told; afterwards what still fires is. */
void jipyo_alerts_hold (JipyoAlerts *self, gboolean held);
gboolean jipyo_alerts_is_held (JipyoAlerts *self);

void jipyo_alerts_take_quote (JipyoAlerts *self, const JipyoQuote *quote, gint64 now_us);
/* An attempt to get quotes from a provider failed. */
void jipyo_alerts_take_failure (JipyoAlerts *self, const char *provider, gint64 now_us);
/* Time passes; the record says which events are planned. */
void jipyo_alerts_advance (JipyoAlerts *self, const JipyoLedger *ledger, gint64 now_us);
