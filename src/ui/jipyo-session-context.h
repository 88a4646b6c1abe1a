/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a view is built from, for the few widgets that show a quote without a view.
 */

#pragma once

#include "jipyo-session.h"

/* Borrows from the session, until "changed" or "quotes-changed". */
JipyoViewContext jipyo_session_context_make (JipyoSession *session);
