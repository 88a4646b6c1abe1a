/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typed access to a JSON text. A member of the wrong type, a missing or an unknown one is a problem
 * with its position, never a default; the caller reads on, so that all problems come at once.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "jipyo-date.h"
#include "jipyo-decimal.h"
#include "jipyo-lang.h"

typedef struct {
  char *name; /* of the file, as told to people */
  char *text;
  gsize length;
  JsonParser *parser;
  GPtrArray *problems; /* of JipyoProblem, borrowed */
} JipyoJsonDocument;

/* Takes the text, scans and parses it. NULL when it is no JSON; the problem is noted. */
JipyoJsonDocument *
jipyo_json_document_new (const char *name, char *text, gsize length, GPtrArray *problems);
void jipyo_json_document_free (JipyoJsonDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoJsonDocument, jipyo_json_document_free)
void
jipyo_json_document_complain (JipyoJsonDocument *self, const char *pointer, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/* An object being read. */
typedef struct {
  JipyoJsonDocument *document; /* borrowed */
  JsonObject *object;          /* borrowed */
  char *pointer;               /* owned */
} JipyoJsonCursor;

typedef enum { JIPYO_JSON_OPTIONAL, JIPYO_JSON_REQUIRED } JipyoJsonNeed;

/* The root, or an element of an array, as an object. FALSE, with the problem noted, when it is
 * something else. Clear the cursor after use. */
gboolean jipyo_json_cursor_init_root (JipyoJsonCursor *self, JipyoJsonDocument *document);
gboolean jipyo_json_cursor_init_element (JipyoJsonCursor *self,
                                         const JipyoJsonCursor *parent,
                                         const char *name,
                                         guint index);
gboolean jipyo_json_cursor_init_member (JipyoJsonCursor *self,
                                        const JipyoJsonCursor *parent,
                                        const char *name,
                                        JipyoJsonNeed need);
void jipyo_json_cursor_clear (JipyoJsonCursor *self);
/* Notes a problem at a member; NULL names the object itself. */
void
jipyo_json_cursor_complain (const JipyoJsonCursor *self, const char *name, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
/* Notes each member that is not among `known` (NULL-terminated). */
void jipyo_json_cursor_check_members (const JipyoJsonCursor *self, const char *const *known);

/* Number of elements of an array member, 0 when there is none. */
guint jipyo_json_read_length (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need);
/* Borrowed; NULL when absent or wrong. Empty strings are refused. */
const char *
jipyo_json_read_string (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need);
/* A string of words joined by "." "_" "-" or ":", such as "seed.spri.total" or "krx:KOSPI". */
const char *jipyo_json_read_id (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need);
/* Array of distinct strings. (transfer full) (nullable) */
char **jipyo_json_read_strings (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need);
/* {"ko", "en"}, both required. */
JipyoText jipyo_json_read_text (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need);
JipyoDate jipyo_json_read_date (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need);
JipyoPeriod
jipyo_json_read_period (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need);
/* A string with an exact number; FALSE when absent or wrong. */
gboolean jipyo_json_read_decimal (const JipyoJsonCursor *self,
                                  const char *name,
                                  JipyoJsonNeed need,
                                  JipyoDecimal *value);
/* 0 when absent or wrong. */
int jipyo_json_read_int (const JipyoJsonCursor *self, const char *name, int min, int max);
gboolean
jipyo_json_read_boolean (const JipyoJsonCursor *self, const char *name, JipyoJsonNeed need);
