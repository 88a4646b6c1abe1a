/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record, whole and as it was known on a day that a person chooses.
 */

#pragma once

#include "jipyo-ledger.h"

typedef struct {
  JipyoLedger *whole; /* owned */
  JipyoLedger *known; /* owned; by the end of the day that is read */
  JipyoDate chosen;   /* unknown for today */
  JipyoDate end;      /* when the last of the whole became known */
} JipyoRecordReading;

/* Takes `whole`. A chosen day to come is read as today, since nobody knows what will be known. */
void jipyo_record_reading_init (JipyoRecordReading *self,
                                JipyoLedger *whole,
                                JipyoDate chosen,
                                JipyoDate today);
void jipyo_record_reading_clear (JipyoRecordReading *self);

/* Chooses a day, or an unknown one for today; FALSE when it was chosen already. */
gboolean jipyo_record_reading_choose (JipyoRecordReading *self, JipyoDate chosen, JipyoDate today);

/* The day that is read. */
JipyoDate jipyo_record_reading_get_day (const JipyoRecordReading *self, JipyoDate today);

/* The last that can be chosen: today, or where the clock is behind the record, its end. */
JipyoDate jipyo_record_reading_get_last_day (const JipyoRecordReading *self, JipyoDate today);

/* Whether the day that is read is over. */
gboolean jipyo_record_reading_is_past (const JipyoRecordReading *self, JipyoDate today);
