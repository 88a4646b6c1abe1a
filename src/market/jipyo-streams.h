/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The streams of the venues: where each is and what it wants to hear.
 */

#pragma once

#include "jipyo-parsers.h"

/* A WebSocket that says every change as it happens. */
typedef struct {
  const char *base; /* "https://api.upbit.com": the scheme of requests, as in an endpoint */
  const char *path;
  const char *ping; /* a text that is answered; sent every `ping_ms` */
  int ping_ms;
  /* Adds the texts to send once it is open. */
  void (*subscribe) (const char *const *instruments, GPtrArray *messages);
  /* What a message about the instrument has in it and one about another has not; a hint only: the
   * parser decides. (transfer full) */
  char *(*make_hint) (const char *instrument);
  /* One message; TRUE without a quote when it is none, as the answer to a ping. */
  JipyoParser parse;
} JipyoStreamKind;

extern const JipyoStreamKind jipyo_upbit_stream;
extern const JipyoStreamKind jipyo_bithumb_stream;
extern const JipyoStreamKind jipyo_coinone_stream;
