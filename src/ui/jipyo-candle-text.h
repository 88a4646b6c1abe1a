/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a source card says of one kept candle, line by line. Pure.
 */

#pragma once

#include "jipyo-claim-text.h"

/* `candle` holds the candle alone, with the resolution of what was kept. (element-type
 * JipyoClaimLine) (transfer full) */
GPtrArray *jipyo_candle_text_list_lines (const JipyoCandleSeries *candle, JipyoLang lang);
/* Its close. (transfer full) */
char *jipyo_candle_text_format_close (const JipyoCandleSeries *candle);
