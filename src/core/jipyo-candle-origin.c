/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands in the volume tells what was heard from what came whole; who gave the whole ones is
 * told by stretches that are kept beside them.
 */

#include "jipyo-candle-origin.h"

#include <string.h>

JipyoCandleOrigin *
jipyo_candle_origin_new (const char *name, const JipyoGap *stretch)
{
  JipyoCandleOrigin *self = g_new0 (JipyoCandleOrigin, 1);

  self->name = g_strdup (name);
  self->from_ms = stretch->from_ms;
  self->to_ms = stretch->to_ms;
  return self;
}

void
jipyo_candle_origin_free (JipyoCandleOrigin *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

GPtrArray *
jipyo_candle_origins_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_candle_origin_free);
}

const char *
jipyo_origin_kind_id (JipyoOriginKind kind)
{
  static const char *const ids[] = {
    [JIPYO_ORIGIN_UNKNOWN] = "unknown", [JIPYO_ORIGIN_HEARD] = "heard",
    [JIPYO_ORIGIN_FETCHED] = "fetched", [JIPYO_ORIGIN_IMPORTED] = "imported",
    [JIPYO_ORIGIN_SEVERAL] = "several",
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (ids), "");
  return ids[kind];
}

/* The name of those of a resolution that have a part of the candle; NULL for none. */
static const char *
find_name (const JipyoCandleSeries *self,
           const JipyoCandle *candle,
           JipyoResolution resolution,
           gboolean *several)
{
  const gint64 end_ms = candle->start_ms + MAX (self->step_ms, 1);
  const char *found = NULL;

  for (guint i = 0; self->origins != NULL && i < self->origins->len; i++) {
    const JipyoCandleOrigin *origin = g_ptr_array_index (self->origins, i);

    if (origin->resolution != resolution || origin->from_ms >= end_ms
        || origin->to_ms <= candle->start_ms)
      continue;
    *several |= found != NULL && strcmp (found, origin->name) != 0;
    found = origin->name;
  }
  return found;
}

/* Candles that are kept as long as they are shown come first; else they are made of finer ones. */
static const char *
search (const JipyoCandleSeries *self, const JipyoCandle *candle, gboolean *several)
{
  const char *name = NULL;

  for (int resolution = (int) self->resolution; name == NULL && resolution > JIPYO_RESOLUTION_TICK;
       resolution--)
    name = find_name (self, candle, (JipyoResolution) resolution, several);
  return name;
}

/* A candle that is neither joined of others nor has a volume of its own was heard, whatever came
 * around it. */
static gboolean
is_heard (const JipyoCandleSeries *self, const JipyoCandle *candle, const char *name)
{
  gboolean several = FALSE;

  return candle->volume == JIPYO_VOLUME_NOT_HEARD
         && (name == NULL
             || (self->step_ms == jipyo_resolution_step_ms (self->resolution)
                 && find_name (self, candle, self->resolution, &several) != NULL));
}

JipyoOriginKind
jipyo_candle_series_find_origin (const JipyoCandleSeries *self,
                                 const JipyoCandle *candle,
                                 const char **name)
{
  gboolean several = FALSE;
  const char *found = search (self, candle, &several);

  if (name != NULL)
    *name = NULL;
  if (self->resolution == JIPYO_RESOLUTION_TICK || is_heard (self, candle, found))
    return JIPYO_ORIGIN_HEARD;
  if (found == NULL)
    return JIPYO_ORIGIN_UNKNOWN;
  if (several)
    return JIPYO_ORIGIN_SEVERAL;
  const gboolean file = g_str_has_prefix (found, JIPYO_ORIGIN_FILE);
  if (name != NULL)
    *name = file ? found + strlen (JIPYO_ORIGIN_FILE) : found;
  return file ? JIPYO_ORIGIN_IMPORTED : JIPYO_ORIGIN_FETCHED;
}

GArray *
jipyo_candle_series_list_origins (const JipyoCandleSeries *self)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (JipyoOriginRun));

  for (guint i = 0; i < self->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (self->candles, JipyoCandle, i);
    JipyoOriginRun run = { .from_ms = candle->start_ms, .to_ms = candle->start_ms + self->step_ms };
    JipyoOriginRun *last =
      runs->len > 0 ? &g_array_index (runs, JipyoOriginRun, runs->len - 1) : NULL;

    run.kind = jipyo_candle_series_find_origin (self, candle, &run.name);
    if (last != NULL && last->kind == run.kind && g_strcmp0 (last->name, run.name) == 0)
      last->to_ms = run.to_ms;
    else
      g_array_append_val (runs, run);
  }
  return runs;
}
