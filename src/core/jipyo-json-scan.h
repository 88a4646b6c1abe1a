/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The strict gate in front of json-glib: one non-recursive pass that accepts exactly RFC 8259
 * within stated bounds, or says where it is not. Nothing foreign is parsed before it passed here.
 */

#pragma once

#include <glib.h>

#define JIPYO_JSON_ERROR (jipyo_json_error_quark ())
typedef enum {
  JIPYO_JSON_ERROR_NOT_JSON, /* grammar, UTF-8, surrogates, more or less than one root */
  JIPYO_JSON_ERROR_TOO_DEEP,
  JIPYO_JSON_ERROR_TOO_LARGE, /* bytes, tokens, string or key length, number length */
  JIPYO_JSON_ERROR_SCHEMA,    /* duplicate key */
  JIPYO_JSON_ERROR_RANGE,     /* an integer beyond int64 */
} JipyoJsonError;
GQuark jipyo_json_error_quark (void);

typedef struct {
  gsize bytes;
  guint depth;
  guint tokens;
  gsize string_bytes;
  gsize key_bytes;
  gsize number_bytes;
  guint keys_per_object;
  /* TRUE: RFC 8259 to the letter, which lets names repeat and text hold \u0000. No reader of ours
   * can tell such things apart, so they are errors otherwise. */
  gboolean to_the_letter;
} JipyoJsonLimits;

/* What an answer of a provider may be: 8 MiB, depth 32, 2 M tokens, strings of 64 KiB, keys of 256
 * bytes, numbers of 64 characters, 4,096 keys an object. */
extern const JipyoJsonLimits jipyo_json_limits_reply;
/* What a ledger file may be: 64 MiB, else the same. */
extern const JipyoJsonLimits jipyo_json_limits_file;

typedef struct {
  gsize offset; /* byte offset of the fault */
  guint line;   /* from 1 */
  guint column; /* in characters, from 1 */
} JipyoJsonPosition;

/* `at` may be NULL; it is set on failure only. Empty input is an error. */
gboolean jipyo_json_scan (const char *data,
                          gsize length,
                          const JipyoJsonLimits *limits,
                          JipyoJsonPosition *at,
                          GError **error);

typedef struct {
  guint32 offset;
  guint32 length;
} JipyoJsonNumber;

typedef struct {
  const JipyoJsonLimits *limits; /* of at most 4 GiB */
  GArray *numbers;               /* takes each number as a JipyoJsonNumber, in order */
  JipyoJsonPosition at;          /* set on failure only */
} JipyoJsonNumberScan;

/* The same, which tells where the numbers stand. */
gboolean
jipyo_json_scan_numbers (const char *data, gsize length, JipyoJsonNumberScan *scan, GError **error);

/* Line and column of a byte. */
JipyoJsonPosition jipyo_json_position (const char *data, gsize offset);
/* Position of the value that a JSON pointer (RFC 6901) names in text that passed the scan; of the
 * object that lacks the last member when that is missing. FALSE when the pointer leads nowhere. */
gboolean
jipyo_json_locate (const char *data, gsize length, const char *pointer, JipyoJsonPosition *at);
