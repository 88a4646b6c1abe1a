/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The manners towards one host, whoever asks it and for what: two requests at a time, one while it
 * fails, none while it rests or asked for patience, and its own count of what is left. Plain
 * arithmetic on a clock that is passed in.
 */

#pragma once

#include "jipyo-breaker.h"

typedef struct {
  JipyoBreaker breaker;
  guint under_way;
  GQueue waiting;    /* for the caller's use: who was told that it is busy */
  GHashTable *holds; /* kind of request (owned) → until when, gint64 (owned) */
} JipyoHost;

typedef enum {
  JIPYO_HOST_GO,
  JIPYO_HOST_BUSY, /* ask again when one under way has ended */
  JIPYO_HOST_WAIT, /* ask again after `wait_ms` */
  JIPYO_HOST_REST, /* it is left alone for `wait_ms` */
} JipyoHostWord;

JipyoHost *jipyo_host_new (void);
void jipyo_host_free (JipyoHost *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoHost, jipyo_host_free)

/* May `path` be asked for now? `wait_ms` is set for the last two words, else 0. */
JipyoHostWord jipyo_host_ask (JipyoHost *self, const char *path, gint64 now_us, int *wait_ms);
/* Before and after each request that JIPYO_HOST_GO let go. */
void jipyo_host_begin (JipyoHost *self);
void jipyo_host_end (JipyoHost *self);
/* Requests of the kind of `path` shall wait this long: as Upbit does, a venue counts tickers and
 * candles apart. A kind is the first two parts of a path. */
void jipyo_host_hold (JipyoHost *self, const char *path, gint64 now_us, int wait_ms);
