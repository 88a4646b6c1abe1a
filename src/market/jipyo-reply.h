/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads foreign JSON: the scanner first, then json-glib, then typed readers that name the field
 * when it is missing or of another type. Numbers keep the digits they were written with; nothing
 * here passes through a double.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "jipyo-decimal.h"

/* Errors are JIPYO_MARKET_ERROR_BAD_REPLY and …_TOO_LARGE. (transfer full) */
JsonNode *jipyo_reply_parse (const char *data, gsize length, GError **error);

/* An object of a reply, and how to name it in a complaint: "tickers[3]", or "" for the root. */
typedef struct {
  JsonObject *object; /* borrowed */
  const char *where;  /* borrowed */
} JipyoFields;

/* FALSE when `node` is not an object. */
gboolean jipyo_fields_init (JipyoFields *self, JsonNode *node, const char *where, GError **error);
/* For what a reader finds wrong with the whole of it. Always FALSE. */
gboolean jipyo_fields_refuse (const JipyoFields *self, const char *message, GError **error);
/* There, and not null. */
gboolean jipyo_fields_has (const JipyoFields *self, const char *name);

/* A number, or a string that is one by the same grammar. `out` is untouched on error. */
gboolean jipyo_fields_get_decimal (const JipyoFields *self,
                                   const char *name,
                                   JipyoDecimal *out,
                                   GError **error);
/* The same with commas between thousands and a plus sign allowed, as people write it. */
gboolean jipyo_fields_get_amount (const JipyoFields *self,
                                  const char *name,
                                  JipyoDecimal *out,
                                  GError **error);
/* The same where the zero before the point may be missing, too: ".23", "-.5". */
gboolean jipyo_fields_get_bare_amount (const JipyoFields *self,
                                       const char *name,
                                       JipyoDecimal *out,
                                       GError **error);
/* A positive integer, as number or string. */
gboolean
jipyo_fields_get_int (const JipyoFields *self, const char *name, gint64 *out, GError **error);
/* Borrowed; NULL with an error when it is not a string. */
const char *jipyo_fields_get_string (const JipyoFields *self, const char *name, GError **error);
/* Borrowed; NULL when absent or not a string: for what may be missing. */
const char *jipyo_fields_find_string (const JipyoFields *self, const char *name);
/* Borrowed. */
JsonObject *jipyo_fields_get_object (const JipyoFields *self, const char *name, GError **error);
JsonArray *jipyo_fields_get_array (const JipyoFields *self, const char *name, GError **error);
/* FALSE when absent or not a boolean. */
gboolean jipyo_fields_is_true (const JipyoFields *self, const char *name);
/* A number or a string as text, for codes that change their type; NULL when absent. Borrowed. */
const char *jipyo_fields_find_code (const JipyoFields *self, const char *name);

/* Foreign text made fit to be shown: no control or direction characters, at most 256 characters.
 * (transfer full) */
char *jipyo_reply_clean_text (const char *text);
