/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a host says in its headers of how often it may be asked. Pure: text in, a wait out.
 */

#pragma once

#include <libsoup/soup.h>

/* Seconds of a Retry-After header, a count or a date, within 1 s and 1 h; -1 when it is none. */
int jipyo_retry_after_parse (const char *value, gint64 now_us);
/* Milliseconds to leave requests of the same kind to others, by the venue's own count of what is
 * left: Upbit's Remaining-Req counts down a second, Coinone's Public-Ratelimit-Remaining a minute.
 * 0 when there is plenty or nothing is said. */
int jipyo_allowance_read_wait (SoupMessageHeaders *headers);
