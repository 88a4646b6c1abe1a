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
  gint64 ahead_ms;     /* of its clock against ours */
} Stream;

gboolean stream_knows (const char *script);
/* About a coin, that this process has sent. */
guint stream_count_messages (void);
/* Of each "ws-clock" that plays: messages a second. */
void stream_set_clock_rate (int rate);
/* Until the script is over or the other side has gone. "ws-live" says four things a second,
 * "ws-clock" as many, in the mood of that name, until stream_set_clock_rate says otherwise. */
void stream_play (const Stream *self, const char *script);
