/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CRC-32C (Castagnoli), which finds every single flipped bit. It is not against forgery.
 */

#pragma once

#include <glib.h>

/* Goes on from `crc`; 0 to begin. */
guint32 jipyo_crc32c (guint32 crc, gconstpointer bytes, gsize size);
