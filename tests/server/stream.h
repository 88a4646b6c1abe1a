/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The WebSocket side of the loopback exchange. It writes frames byte by byte, for most of what is
 * tested here no proper library would send.
 */

#pragma once

#include <gio/gio.h>

typedef struct {
  GIOStream *stream;
  GSocket *socket;     /* under it */
  const char *request; /* the header block that asks for the upgrade */
  int *stopping;       /* atomic */
} Stream;

gboolean stream_knows (const char *script);
/* Until the script is over or the other side has gone. "ws-live" says four things a second. */
void stream_play (const Stream *self, const char *script);
