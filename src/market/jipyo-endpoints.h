/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where providers are to be found instead of at home: "upbit=http://127.0.0.1:8080" on the command
 * line of whoever tries things out.
 */

#pragma once

#include "jipyo-origin.h"
#include "jipyo-provider.h"

/* Provider id → JipyoOrigin; empty for NULL. NULL with JIPYO_MARKET_ERROR_NOT_FOUND when one of
 * them is no endpoint. (transfer full) */
GHashTable *jipyo_endpoints_parse (const char *const *endpoints, GError **error);
/* Its own, or that of the provider at whose home it is; NULL when neither was replaced. Borrowed.
 */
JipyoOrigin *jipyo_endpoints_find (GHashTable *self, const JipyoProvider *provider);
