/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads two clocks and corrects one by the other.
 */

#define _GNU_SOURCE /* CLOCK_BOOTTIME */

#include "jipyo-clock.h"

#include <time.h>

#include "jipyo-world-time.h"

gint64
jipyo_clock_read_steady (void)
{
  struct timespec time;

  clock_gettime (CLOCK_BOOTTIME, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

gint64
jipyo_clock_get_error (const JipyoClock *self)
{
  if (self->fixed_us != 0 || self->epoch_us == 0)
    return 0;
  return jipyo_clock_error_compute (g_get_real_time (), jipyo_clock_read_steady (), self->epoch_us);
}

gint64
jipyo_clock_get_now (const JipyoClock *self)
{
  return self->fixed_us != 0 ? self->fixed_us : g_get_real_time () - jipyo_clock_get_error (self);
}
