/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time to reckon by: that of the machine, or of the world (jipyo-world-time.h) where the two
 * differ. The child that asks the hosts and the window have one each; a steady clock is the same
 * for all programs of a machine, so what the child found holds for the window, whenever somebody
 * sets the machine's clock.
 */

#pragma once

#include <glib.h>

typedef struct {
  gint64 fixed_us; /* for reproducible output; 0: it goes */
  gint64 epoch_us; /* 0: not known */
} JipyoClock;

/* Microseconds since the machine began, sleep included. */
gint64 jipyo_clock_read_steady (void);
/* Microseconds since 1970. */
gint64 jipyo_clock_get_now (const JipyoClock *self);
/* By how much the machine's clock is fast; negative when slow, 0 when right or not known. */
gint64 jipyo_clock_get_error (const JipyoClock *self);
