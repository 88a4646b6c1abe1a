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
/* Writes one part of the range's first day; FALSE as SQLite says. */
gboolean jipyo_blocks_put (JipyoStore *store,
                           const JipyoBlockRange *range,
                           int part,
                           const GByteArray *bytes);
/* Appends the rows of the range's last part to the empty `rows`, unless it was damaged; `part` is
 * -1 when there is none. FALSE as SQLite says. */
gboolean jipyo_blocks_take_last (JipyoStore *store,
                                 const JipyoBlockRange *range,
                                 JipyoRows *rows,
                                 int *part);
gboolean jipyo_blocks_remove (JipyoStore *store, const JipyoBlockRange *range, GError **error);
/* Brings the range's from_day to its first day that has blocks, if one has. */
gboolean jipyo_blocks_find_first_day (JipyoStore *store,
                                      JipyoBlockRange *range,
                                      gboolean *found,
                                      GError **error);

/* The UTC day of an instant, also before 1970. */
gint64 jipyo_block_day (gint64 time_ms);
