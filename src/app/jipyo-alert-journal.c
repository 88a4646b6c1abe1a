/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Written whole with each change: it is as long as the steps of 90 days, which are few.
 */

#include "jipyo-alert-journal.h"

#include "jipyo-alert-file.h"

struct _JipyoAlertJournal {
  JipyoOwnFile *file; /* owned */
  GPtrArray *lines;   /* of JipyoAlertLine */
};

JipyoAlertJournal *
jipyo_alert_journal_new (const char *path, gpointer owner)
{
  JipyoAlertJournal *self = g_new0 (JipyoAlertJournal, 1);

  self->file = jipyo_own_file_new_for (path, owner, NULL);
  self->lines = jipyo_own_file_load_list (self->file, jipyo_alert_log_parse,
                                          (GDestroyNotify) jipyo_alert_line_free);
  return self;
}

void
jipyo_alert_journal_free (JipyoAlertJournal *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->file);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

JipyoOwnFile *
jipyo_alert_journal_get_file (const JipyoAlertJournal *self)
{
  return self->file;
}

const GPtrArray *
jipyo_alert_journal_get_lines (const JipyoAlertJournal *self)
{
  return self->lines;
}

const char *
jipyo_alert_journal_find_subject (const JipyoAlertJournal *self,
                                  const JipyoAlertLine *line,
                                  const char *now)
{
  gboolean passed = FALSE;

  for (guint i = 0; i < self->lines->len; i++) {
    const JipyoAlertLine *later = g_ptr_array_index (self->lines, i);

    passed |= later == line;
    if (passed && later->subject != NULL && g_str_equal (later->rule, line->rule))
      return later->subject;
  }
  return now;
}

gboolean
jipyo_alert_journal_is_back (const JipyoAlertJournal *self, const JipyoAlertLine *line)
{
  const JipyoAlertLine *before = NULL;

  for (guint i = 0; i < self->lines->len && self->lines->pdata[i] != line; i++) {
    const JipyoAlertLine *one = g_ptr_array_index (self->lines, i);

    if (one->successor != NULL && g_str_equal (one->rule, line->rule))
      before = one;
  }
  return before != NULL && g_strcmp0 (before->subject, line->successor) == 0;
}

gboolean
jipyo_alert_journal_has_fired (const JipyoAlertJournal *self, const JipyoAlertRule *rule)
{
  for (guint i = self->lines->len; i > 0; i--) {
    const JipyoAlertLine *line = g_ptr_array_index (self->lines, i - 1);

    if (g_str_equal (line->rule, rule->id) && line->step.rule_version == rule->version
        && line->step.to <= JIPYO_ALERT_RECOVERING)
      return line->step.to >= JIPYO_ALERT_FIRING;
  }
  return FALSE;
}

gint64
jipyo_alert_journal_find_firing (const JipyoAlertJournal *self, const char *id)
{
  for (guint i = self->lines->len; i > 0; i--) {
    const JipyoAlertLine *line = g_ptr_array_index (self->lines, i - 1);

    if (g_strcmp0 (line->rule, id) == 0 && jipyo_alert_transition_is_firing (&line->step))
      return line->step.time_us;
  }
  return 0;
}

guint64
jipyo_alert_journal_find_last_id (const JipyoAlertJournal *self)
{
  guint64 last = 0;

  for (guint i = 0; i < self->lines->len; i++)
    last =
      MAX (last, g_ascii_strtoull (((JipyoAlertLine *) self->lines->pdata[i])->rule, NULL, 10));
  return last;
}

void
jipyo_alert_journal_add (JipyoAlertJournal *self, JipyoAlertLine *line)
{
  g_ptr_array_add (self->lines, line);
}

static void
prune (JipyoAlertJournal *self, gint64 now_us)
{
  const gint64 oldest_us = now_us - JIPYO_ALERT_LOG_DAYS * G_TIME_SPAN_DAY;
  guint n = 0;

  while (n < self->lines->len
         && ((const JipyoAlertLine *) self->lines->pdata[n])->step.time_us < oldest_us)
    n++;
  if (n > 0)
    g_ptr_array_remove_range (self->lines, 0, n);
}

void
jipyo_alert_journal_save (JipyoAlertJournal *self, gint64 now_us)
{
  prune (self, now_us);
  jipyo_own_file_save (self->file, jipyo_alert_log_format (self->lines));
}
