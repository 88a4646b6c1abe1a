/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The official sources: the exchange, the government's portal, the central bank. Each wants a key
 * and has figures of days only, known on the next one; their requests are here, beside their
 * parsers, for they need the day.
 */

#pragma once

#include "jipyo-harvest.h"
#include "jipyo-reply.h"
#include "jipyo-request.h"

/* "20261125" of days since 1970. (transfer full) */
char *jipyo_official_format_day (int day);
/* The close of that day's session in Korea. FALSE when it is no day. */
gboolean jipyo_official_parse_day (const char *text, gint64 *close_us);
/* The last weekday whose figures are out: those of a day come at eight in the next morning. */
int jipyo_official_last_day (gint64 now_us);
/* The weekday before. */
int jipyo_official_day_before (int day);
/* A quote of the day's close, its names and currency set, state closed. (transfer full) */
JipyoQuote *jipyo_official_new_quote (const JipyoHarvest *harvest, const char *instrument);
/* The index that has this name in Korean or in English, exactly; NULL for none. The portal has six
 * of volatility whose names begin alike. */
const char *jipyo_official_find_index (const char *name);
const char *jipyo_official_name_index (const char *instrument);

void jipyo_krx_plan (const char *const *instruments, gint64 now_us, GPtrArray *requests);
/* For a day without figures: the same of the day before; NULL when that was tried often enough. */
JipyoRequest *jipyo_krx_plan_before (const JipyoRequest *request);
gboolean jipyo_krx_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error);

void jipyo_datagokr_plan (const char *const *instruments, gint64 now_us, GPtrArray *requests);
gboolean
jipyo_datagokr_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error);

void jipyo_ecos_plan (const char *const *instruments, gint64 now_us, GPtrArray *requests);
gboolean jipyo_ecos_parse (JipyoHarvest *harvest, const char *data, gsize length, GError **error);
