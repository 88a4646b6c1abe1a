/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The answers of the venues: bytes in, quotes or an error out. Pure; one file a venue. Each takes
 * the instruments that were asked for from the harvest and ignores all others.
 */

#pragma once

#include "jipyo-harvest.h"

/* FALSE when the answer as a whole is no good: JIPYO_MARKET_ERROR. A row that is no good becomes a
 * failure of the harvest. */
typedef gboolean (*JipyoParser) (JipyoHarvest *harvest,
                                 const char *data,
                                 gsize length,
                                 GError **error);

gboolean jipyo_upbit_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error);
/* Both generations: the list of /v1/ticker and the object of /public/ticker. */
gboolean
jipyo_bithumb_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error);
gboolean
jipyo_coinone_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error);
gboolean jipyo_naver_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error);
gboolean
jipyo_naver_fx_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error);
gboolean jipyo_yahoo_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error);
gboolean
jipyo_frankfurter_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error);

/* One message of a stream each. */
gboolean
jipyo_upbit_message_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error);
gboolean
jipyo_bithumb_message_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error);
gboolean
jipyo_coinone_message_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error);

/* Yahoo's symbol for an instrument: "^KS11", "035420.KS"; NULL when there is none. (transfer full)
 */
char *jipyo_yahoo_symbol (const char *instrument);
