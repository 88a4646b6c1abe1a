/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What became of alerts, kept in a file: the log that people read, and the memory by which a rule
 * that fired before the program was stopped is not told again for the same.
 */

#pragma once

#include "jipyo-alert-line.h"
#include "jipyo-own-file.h"

typedef struct _JipyoAlertJournal JipyoAlertJournal;

/* Reads the file, if there is one; its "failed" goes on as that of `owner`. */
JipyoAlertJournal *jipyo_alert_journal_new (const char *path, gpointer owner);
void jipyo_alert_journal_free (JipyoAlertJournal *self);

JipyoOwnFile *jipyo_alert_journal_get_file (const JipyoAlertJournal *self);
/* (element-type JipyoAlertLine), the oldest first */
const GPtrArray *jipyo_alert_journal_get_lines (const JipyoAlertJournal *self);
/* What the rule looked at when the line was written: `now` if that is still the same. Borrowed. */
const char *jipyo_alert_journal_find_subject (const JipyoAlertJournal *self,
                                              const JipyoAlertLine *line,
                                              const char *now);
/* Whether the line of a new code takes back the last such line of its rule before it. */
gboolean jipyo_alert_journal_is_back (const JipyoAlertJournal *self, const JipyoAlertLine *line);
/* Whether the rule as it is had fired when its last line was written, and had not returned. */
gboolean jipyo_alert_journal_has_fired (const JipyoAlertJournal *self, const JipyoAlertRule *rule);
/* When it last fired; 0: never. */
gint64 jipyo_alert_journal_find_firing (const JipyoAlertJournal *self, const char *id);
/* The largest number that is the id of a rule in it; 0 for none. */
guint64 jipyo_alert_journal_find_last_id (const JipyoAlertJournal *self);

/* Takes the line, which is on the disk after the next save. */
void jipyo_alert_journal_add (JipyoAlertJournal *self, JipyoAlertLine *line);
/* Without what is too old at that time. */
void jipyo_alert_journal_save (JipyoAlertJournal *self, gint64 now_us);
