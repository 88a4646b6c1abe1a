/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers that stand side by side, in as few bytes as they need, looked at four at a time.
 */

#pragma once

#include <glib.h>

/* Least and greatest of the first of `n` little-endian numbers of 1 to 4 bytes; how many those are,
 * a multiple of four. 0, with nothing set, where there are few of them or the processor cannot. */
gsize jipyo_lanes_scan (const guint8 *bytes, gsize n, guint width, guint32 extremes[2]);
