/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks in the database: of each instrument, resolution and UTC day one, or several parts when
 * there are very many ticks.
 */

#pragma once

#include "jipyo-block.h"
#include "jipyo-store.h"

/* Days [from_day, to_day) of one series; `instrument` and its number belong together. */
typedef struct {
  gint64 series;
  const char *instrument;
  JipyoResolution resolution;
  gint64 from_day;
  gint64 to_day;
} JipyoBlockRange;

/* FALSE stops the visit. */
typedef struct {
  /* `block` is NULL when what is kept for that part of the day was damaged. */
  gboolean (*visit) (gint64 day, const JipyoBlock *block, gpointer data);
  gpointer data;
} JipyoBlockVisitor;

/* Every part in order; FALSE when the visitor stopped, or with an error. */
gboolean jipyo_blocks_visit (JipyoStore *store,
                             const JipyoBlockRange *range,
                             const JipyoBlockVisitor *visitor,
                             GError **error);
/* Adds ticks, sorted by time, to what is there; the range's days are not looked at. Runs inside
 * the caller's transaction. */
gboolean jipyo_blocks_add_ticks (JipyoStore *store,
                                 const JipyoBlockRange *range,
                                 const JipyoRows *ticks,
                                 GError **error);

/* The UTC day of an instant, also before 1970. */
gint64 jipyo_block_day (gint64 time_ms);
