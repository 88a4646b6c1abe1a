/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long to pause between two polls of a provider. Pure: chance, from 0 to 1, is passed in.
 */

#pragma once

#include "jipyo-harvest.h"

/* After `failures` in a row, the last of which was `failure`: full jitter up to 2 s, 4 s … 1 min
 * for a host that is away and 5 min for a reply that is no good, so that clients that one outage
 * stopped do not come back together; what the venue asked for, and
 * up to a second more; an hour for what is not there, 5 min for a certificate. */
guint jipyo_pause_after_failure (const JipyoFailure *failure, guint failures, double chance);
/* While another stands in that is due in `due_ms`: until then, so that its figures do not grow old,
 * but at most ten minutes, so that the first is noticed when it is back. */
guint jipyo_pause_for_stand_in (int interval_ms, int due_ms, double chance);
/* After an answer: the interval, a tenth more or less, so that many do not ask in step. */
guint jipyo_pause_after_answer (int interval_ms, double chance);
