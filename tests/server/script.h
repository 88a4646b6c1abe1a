/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the loopback exchange answers one request: properly, or with one of the faults of networks.
 */

#pragma once

#include <gio/gio.h>

/* How often one that hangs looks whether the exchange is stopping. */
enum { SCRIPT_HANG_US = 20000 };

typedef struct {
  GSocketConnection *connection;
  GIOStream *stream; /* the connection, or TLS over it */
  int *stopping;     /* atomic */
  int *answers;      /* of the invented market; atomic */
  const char *request;
  char *body; /* what a proper answer would carry */
  const char *argument;
  gboolean open;   /* for another request */
  gboolean dated;  /* proper answers say when they were made */
  gint64 ahead_ms; /* of its clock against ours */
} Talk;

typedef struct {
  const char *name;
  void (*play) (Talk *talk);
  const char *argument;
} Script;

/* NULL for an unknown name. */
const Script *script_find (const char *name);
/* NULL-terminated, the names borrowed. (transfer container) */
const char **script_list (void);
/* "There is nothing here". */
void script_answer_none (Talk *talk);
