/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reading is made anew when another day is chosen, and read by whoever shows something.
 */

#include "jipyo-record-reading.h"

static JipyoDate
limit (const JipyoRecordReading *self, JipyoDate day, JipyoDate today)
{
  const JipyoDate last = jipyo_record_reading_get_last_day (self, today);

  return jipyo_date_compare (day, last) > 0 ? last : day;
}

static void
read_day (JipyoRecordReading *self, JipyoDate today)
{
  JipyoLedger *known =
    jipyo_ledger_read_as_of (self->whole, jipyo_record_reading_get_day (self, today));

  g_clear_pointer (&self->known, jipyo_ledger_unref);
  self->known = known;
}

void
jipyo_record_reading_init (JipyoRecordReading *self,
                           JipyoLedger *whole,
                           JipyoDate chosen,
                           JipyoDate today)
{
  *self = (JipyoRecordReading){ .whole = whole, .end = jipyo_ledger_find_last_day (whole) };
  self->chosen = limit (self, chosen, today);
  read_day (self, today);
}

void
jipyo_record_reading_clear (JipyoRecordReading *self)
{
  g_clear_pointer (&self->known, jipyo_ledger_unref);
  g_clear_pointer (&self->whole, jipyo_ledger_unref);
}

gboolean
jipyo_record_reading_choose (JipyoRecordReading *self, JipyoDate chosen, JipyoDate today)
{
  const JipyoDate day = limit (self, chosen, today);

  if (jipyo_date_compare (self->chosen, day) == 0)
    return FALSE;
  self->chosen = day;
  read_day (self, today);
  return TRUE;
}

JipyoDate
jipyo_record_reading_get_day (const JipyoRecordReading *self, JipyoDate today)
{
  return jipyo_date_is_known (self->chosen) ? self->chosen : today;
}

JipyoDate
jipyo_record_reading_get_last_day (const JipyoRecordReading *self, JipyoDate today)
{
  return jipyo_date_compare (today, self->end) < 0 ? self->end : today;
}

gboolean
jipyo_record_reading_is_past (const JipyoRecordReading *self, JipyoDate today)
{
  return jipyo_date_is_known (self->chosen) && jipyo_date_compare (self->chosen, today) < 0;
}
