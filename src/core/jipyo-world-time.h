/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What time it is in the world, by what the hosts that answer say of it, and how wrong the clock of
 * this machine is. A host writes whole seconds, cut off, somewhere between the asking and the
 * answer; hence
 *
 *   epoch = date + 1/2 s - (sent + received) / 2      within ± (1/2 s + (received - sent) / 2)
 *
 * where sent and received are by a steady clock: one that nobody sets, and that goes on in a sleep.
 * The epoch is what the world's clock showed when the steady one began. Of several hosts the median
 * holds, if at least two and more than half of them stand by it: one that lies moves nothing.
 */

#pragma once

#include "jipyo-lang.h"

typedef struct _JipyoWorldTime JipyoWorldTime;

JipyoWorldTime *jipyo_world_time_new (void);
void jipyo_world_time_free (JipyoWorldTime *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoWorldTime, jipyo_world_time_free)

typedef struct {
  gint64 date_us;     /* since 1970, as the host wrote it */
  gint64 sent_us;     /* by the steady clock */
  gint64 received_us; /* by the steady clock */
} JipyoDatedAnswer;

/* The surest word of each host counts, for a while. One that took longer than three seconds says
 * too little. */
void jipyo_world_time_hear (JipyoWorldTime *self, const char *host, const JipyoDatedAnswer *answer);
/* FALSE, and `epoch_us` untouched, while too few hosts agree. */
gboolean
jipyo_world_time_find_epoch (const JipyoWorldTime *self, gint64 steady_us, gint64 *epoch_us);
/* How many hosts were heard lately. */
guint jipyo_world_time_count_hosts (const JipyoWorldTime *self, gint64 steady_us);

/* By how much a clock that shows `clock_us` is fast; negative when it is slow. 0 up to three
 * seconds, which the hosts cannot tell for sure and no quote is refused for. */
gint64 jipyo_clock_error_compute (gint64 clock_us, gint64 steady_us, gint64 epoch_us);
/* Whether people are told: from half a minute on. */
gboolean jipyo_clock_error_matters (gint64 error_us);
/* What is to be said of a clock: "7분 늦습니다", "7 min slow". (transfer full) */
char *jipyo_clock_error_format (gint64 error_us, JipyoLang lang);
