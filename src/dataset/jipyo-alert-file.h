/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's rules of alerts and their log as JSON files, and back. What is not exactly such a file
 * is refused whole, with every problem at its place.
 */

#pragma once

#include "jipyo-alert-line.h"
#include "jipyo-json-writer.h"

/* `name` is the file's, for the problems, to which JipyoProblem are added. NULL when there are any.
 * (element-type JipyoAlertRule) (transfer full) (nullable) */
GPtrArray *
jipyo_alert_file_parse (const char *name, const char *text, gsize length, GPtrArray *problems);
/* (transfer full) */
char *jipyo_alert_file_format (const GPtrArray *rules);
/* The same for the log. (element-type JipyoAlertLine) (transfer full) */
GPtrArray *
jipyo_alert_log_parse (const char *name, const char *text, gsize length, GPtrArray *problems);
char *jipyo_alert_log_format (const GPtrArray *lines);
/* One of either as an object, for whoever lists them elsewhere. */
void jipyo_alert_file_write_rule (JipyoJsonWriter *writer, const JipyoAlertRule *rule);
void jipyo_alert_file_write_line (JipyoJsonWriter *writer, const JipyoAlertLine *line);
