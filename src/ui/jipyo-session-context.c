/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the session's properties, nothing else.
 */

#include "jipyo-session-context.h"

JipyoViewContext
jipyo_session_context_make (JipyoSession *session)
{
  return (JipyoViewContext){
    .ledger = jipyo_session_get_ledger (session),
    .whole = jipyo_session_get_whole_ledger (session),
    .quotes = jipyo_session_get_quotes (session),
    .as_of = jipyo_session_get_as_of (session),
    .now_us = jipyo_session_get_now (session),
    .lang = jipyo_session_get_lang (session),
  };
}
