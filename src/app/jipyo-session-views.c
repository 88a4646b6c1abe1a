/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Views of the session's reading, with the kept prices that they ask for.
 */

#include "jipyo-past-shelf.h"
#include "jipyo-quote-board.h"
#include "jipyo-session.h"

void
jipyo_session_get_context (JipyoSession *self, JipyoViewContext *context)
{
  *context = (JipyoViewContext){
    .ledger = jipyo_session_get_ledger (self),
    .whole = jipyo_session_get_whole_ledger (self),
    .quotes = jipyo_session_get_quotes (self),
    .earlier = jipyo_quote_board_get_earlier (jipyo_session_get_board (self)),
    .as_of = jipyo_session_get_as_of (self),
    .now_us = jipyo_session_get_now (self),
    .lang = jipyo_session_get_lang (self),
  };
}

static gint64
find_end_ms (JipyoSession *self)
{
  JipyoViewContext context;

  jipyo_session_get_context (self, &context);
  return jipyo_view_context_get_end_ms (&context);
}

JipyoView *
jipyo_session_build_view (JipyoSession *self, const char *name, GHashTable *options, GError **error)
{
  JipyoViewContext context;

  jipyo_session_get_context (self, &context);
  context.options = options;
  g_autoptr (GPtrArray) needs = jipyo_view_list_pasts (name, &context);
  g_autoptr (GPtrArray) pasts =
               needs->len > 0
                 ? jipyo_past_shelf_pick (jipyo_session_get_shelf (self), needs, find_end_ms (self))
                 : NULL;

  context.pasts = pasts;
  context.weights =
    needs->len > 0 ? jipyo_weights_get_all (jipyo_session_get_weights (self)) : NULL;
  context.calendars = needs->len > 0 ? jipyo_session_list_calendars (self) : NULL;
  context.pasts_failed = jipyo_past_shelf_has_failed (jipyo_session_get_shelf (self));
  return jipyo_view_build (name, &context, error);
}

const JipyoCandleSeries *
jipyo_session_find_past (JipyoSession *self, const JipyoPastNeed *need)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self) && need != NULL, NULL);
  g_autoptr (GPtrArray) needs = g_ptr_array_new ();

  g_ptr_array_add (needs, (gpointer) need);
  g_autoptr (GPtrArray) pasts =
               jipyo_past_shelf_pick (jipyo_session_get_shelf (self), needs, find_end_ms (self));
  return g_ptr_array_index (pasts, 0);
}

JipyoCandleSeries *
jipyo_session_find_candle (JipyoSession *self, const JipyoCandleId *id)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self) && id != NULL, NULL);
  return jipyo_past_shelf_find_candle (jipyo_session_get_shelf (self), id);
}

void
jipyo_session_read_pasts_async (JipyoSession *self,
                                const char *name,
                                GHashTable *options,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  JipyoViewContext context;

  jipyo_session_get_context (self, &context);
  context.options = options;
  g_autoptr (GPtrArray) needs = jipyo_view_list_pasts (name, &context);

  jipyo_past_shelf_read_async (jipyo_session_get_shelf (self), needs, find_end_ms (self), callback,
                               user_data);
}

gboolean
jipyo_session_read_pasts_finish (JipyoSession *self, GAsyncResult *result, GError **error)
{
  return jipyo_past_shelf_read_finish (jipyo_session_get_shelf (self), result, error);
}

gint64
jipyo_session_get_copied_ms (JipyoSession *self)
{
  return jipyo_past_shelf_get_copied_ms (jipyo_session_get_shelf (self));
}
