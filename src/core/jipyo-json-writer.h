/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes JSON text, in order, with stable bytes. Output only; reading is dataset's and market's.
 */

#pragma once

#include "jipyo-decimal.h"
#include "jipyo-lang.h"

typedef struct _JipyoJsonWriter JipyoJsonWriter;

/* `pretty`: two-space indent; otherwise one line. */
JipyoJsonWriter *jipyo_json_writer_new (gboolean pretty);
void jipyo_json_writer_free (JipyoJsonWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoJsonWriter, jipyo_json_writer_free)

void jipyo_json_writer_begin_object (JipyoJsonWriter *self);
void jipyo_json_writer_end_object (JipyoJsonWriter *self);
void jipyo_json_writer_begin_array (JipyoJsonWriter *self);
void jipyo_json_writer_end_array (JipyoJsonWriter *self);
void jipyo_json_writer_key (JipyoJsonWriter *self, const char *key);
/* NULL writes null; invalid UTF-8 is replaced, never emitted. */
void jipyo_json_writer_string (JipyoJsonWriter *self, const char *value);
void jipyo_json_writer_int (JipyoJsonWriter *self, gint64 value);
void jipyo_json_writer_boolean (JipyoJsonWriter *self, gboolean value);
void jipyo_json_writer_null (JipyoJsonWriter *self);

/* key and value at once */
void jipyo_json_writer_member (JipyoJsonWriter *self, const char *key, const char *value);
/* {"ko": …, "en": …} */
void jipyo_json_writer_member_text (JipyoJsonWriter *self, const char *key, const JipyoText *text);
/* An exact decimal as a string */
void jipyo_json_writer_member_decimal (JipyoJsonWriter *self, const char *key, JipyoDecimal value);

/* The finished text, with a newline at its end when pretty. (transfer full) */
char *jipyo_json_writer_finish (JipyoJsonWriter *self);
