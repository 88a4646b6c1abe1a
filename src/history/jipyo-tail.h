/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The newest ticks: rows that are only ever appended, each a small block, of one instrument or of
 * all that were saved together. When there are many they are folded into the blocks of their days,
 * all at once.
 */

#pragma once

#include "jipyo-block.h"
#include "jipyo-store.h"

/* Runs inside the caller's transaction. `ticks` has rows. */
gboolean jipyo_tail_append (JipyoStore *store,
                            const char *instrument,
                            const JipyoRows *ticks,
                            GError **error);

/* Puts the ticks of one more instrument into a batch of JIPYO_BATCH_COLUMNS. */
gboolean jipyo_tail_gather (JipyoStore *store,
                            const char *instrument,
                            const JipyoRows *ticks,
                            JipyoRows *batch,
                            GError **error);
/* Appends what was gathered, in one row; nothing when that is nothing. Both run inside the caller's
 * transaction. */
gboolean jipyo_tail_append_batch (JipyoStore *store, const JipyoRows *batch, GError **error);

/* What reading found of damage. Of whom a damaged row was, and of when, is not known: so the gap is
 * about the time of all of the tail, which is folded once a day, and everybody's. Zeroed to begin.
 */
typedef struct {
  gboolean damaged;
  gboolean any_sound;
  gint64 first_ms;
  gint64 last_ms;
} JipyoTailDamage;

/* FALSE when there was none. */
gboolean jipyo_tail_damage_find (const JipyoTailDamage *self, JipyoGap *gap);

/* The ticks of one instrument, which the store knows as `series`, in the order in which they were
 * appended; what is left in `ticks` is dropped. More than once for one instrument only where prices
 * of different scales do not fit beside each other. */
typedef gboolean (*JipyoTailFunc) (gint64 series,
                                   const char *instrument,
                                   JipyoRows *ticks,
                                   gpointer data);

typedef struct {
  gint64 series; /* whose ticks are wanted; 0: everybody's, by their numbers */
  JipyoTailFunc take;
  gpointer data;
} JipyoTailVisitor;

/* FALSE when the visitor said so, without an error, or with one; what was read before that is still
 * told. */
gboolean jipyo_tail_visit (JipyoStore *store,
                           const JipyoTailVisitor *visitor,
                           JipyoTailDamage *damage,
                           GError **error);

/* Whether there is enough to fold. */
gboolean jipyo_tail_is_long (const JipyoStore *store);
/* Moves all rows into blocks, in a transaction of its own. */
gboolean jipyo_tail_fold (JipyoStore *store, GError **error);
