/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Packs bodies, for the answers of the loopback exchange that are then damaged.
 */

#pragma once

#include <gio/gio.h>

/* One gzip member. (transfer full) */
GByteArray *pack (const void *bytes, gsize length);
