/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's rules, each beside its machine.
 */

#pragma once

#include "jipyo-alert-journal.h"
#include "jipyo-alert-machine.h"

/* What goes with a rule while the program runs. */
typedef struct {
  JipyoAlertMachine machine;
  gint64 told_us;  /* 0: not yet */
  gint64 since_us; /* when it was first looked after; 0: not yet */
} JipyoArmed;

typedef struct {
  GPtrArray *rules;       /* owned: of JipyoAlertRule */
  GArray *armed;          /* owned: of JipyoArmed, at the same index as the rule */
  JipyoAlertJournal *log; /* borrowed; which of them have fired */
} JipyoArmedRules;

/* Takes `rules`; all begin anew. */
void jipyo_armed_rules_init (JipyoArmedRules *self, GPtrArray *rules, JipyoAlertJournal *log);
void jipyo_armed_rules_clear (JipyoArmedRules *self);

/* The index of the rule, or the number of rules. */
guint jipyo_armed_rules_find (const JipyoArmedRules *self, const char *id);
/* Borrowed, until a rule is added or removed. */
JipyoArmed *jipyo_armed_rules_get (const JipyoArmedRules *self, guint at);
/* A number that no rule and no line of the log bears. (transfer full) */
char *jipyo_armed_rules_make_id (const JipyoArmedRules *self);

/* Begins anew. */
void jipyo_armed_rules_arm (JipyoArmedRules *self, guint at);
/* Takes `rule`, in the place of the one that is there, or at the end; it begins anew. */
void jipyo_armed_rules_set (JipyoArmedRules *self, guint at, JipyoAlertRule *rule);
/* Takes `rule`, before the one that is there; it begins anew. */
void jipyo_armed_rules_insert (JipyoArmedRules *self, guint at, JipyoAlertRule *rule);
void jipyo_armed_rules_remove (JipyoArmedRules *self, guint at);
/* All by others: those that stay the same go on where they are. The ids of those that do not.
 * (element-type char *) (transfer full) */
GPtrArray *jipyo_armed_rules_replace (JipyoArmedRules *self, GPtrArray *rules);
