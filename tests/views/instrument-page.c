/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the tests of an instrument's charts, which differ in what was kept.
 */

#include "instrument-page.h"

void
page_init (Page *self, const char *instrument)
{
  fixture_init (&self->fixture, "2026-11-23");
  self->name = g_strconcat ("instrument:", instrument, NULL);
  self->pasts = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_candle_series_free);
  self->fixture.pasts = self->pasts;
}

void
page_clear (Page *self)
{
  fixture_clear (&self->fixture);
  g_free (self->name);
}

const JipyoView *
page_build (Page *self)
{
  return fixture_build (&self->fixture, self->name);
}
