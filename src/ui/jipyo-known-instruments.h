/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be found by name: what a quote came of, what the feed asks for, and the shares of the
 * record's organisations.
 */

#pragma once

#include "jipyo-session.h"

/* Ids, each once, without baskets, which have no page of an instrument. (element-type utf8)
 * (transfer full) */
GPtrArray *jipyo_known_instruments_list (JipyoSession *session);
/* "basket:upstage" of each team that has listed members. (element-type utf8) (transfer full) */
GPtrArray *jipyo_known_instruments_list_baskets (JipyoSession *session);
