/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each recorded answer means: for the parsers by themselves and for the command as a whole.
 */

#pragma once

#include <glib.h>

typedef struct {
  const char *file;
  const char *provider;
  const char *instruments; /* separated by spaces */
  const char *now;         /* NULL: long after */
  const char *expected;    /* a line a quote, then a line a failure; or "error-id: part of text" */
} Payload;

/* Ends with an empty one. */
extern const Payload payloads[];

/* Where the recording lies, beside the tree. (transfer full) */
char *payload_get_path (const Payload *payload);
gint64 payload_get_now (const Payload *payload);
/* TRUE when quotes are expected, perhaps besides failures. */
gboolean payload_is_good (const Payload *payload);
/* TRUE when its provider is asked with a key only. */
gboolean payload_needs_key (const Payload *payload);
/* Asserts that `result`, in the form of `expected` or with a whole message, is right. */
void payload_assert (const Payload *payload, const char *result);
