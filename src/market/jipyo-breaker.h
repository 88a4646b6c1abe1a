/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is remembered of a host: how often it failed in a row, and until when it is left alone.
 * Plain arithmetic on a clock that is passed in.
 */

#pragma once

#include <glib.h>

typedef struct {
  guint failures;       /* in a row */
  gint64 wait_until_us; /* no request before; 0 none */
  gboolean asked;       /* the host itself asked for the wait */
} JipyoBreaker;

void jipyo_breaker_succeed (JipyoBreaker *self);
/* After five in a row the host is left alone for a minute and up to half of one, by `chance` (0
 * to 1); then each next failure counts for another such minute. */
void jipyo_breaker_fail (JipyoBreaker *self, gint64 now_us, double chance);
/* The host asked for a wait. */
void jipyo_breaker_hold (JipyoBreaker *self, gint64 now_us, int seconds);
/* TRUE when the next request is the one probe after a wait: it is not retried. */
gboolean jipyo_breaker_is_probing (const JipyoBreaker *self);
