/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an answer means that is not the one asked for: by its status, and in the venue's words.
 */

#pragma once

#include <glib.h>

#include "jipyo-market-error.h"

/* `body` may be NULL. */
JipyoMarketError jipyo_refusal_get_code (int status, GBytes *body);
/* "status 404: Code not found". (transfer full) */
char *jipyo_refusal_describe (int status, GBytes *body);
