/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Providers, classes of instruments and how each provider is, in words.
 */

#pragma once

#include "jipyo-session.h"

/* "Indices of the Korea Exchange" for "krx-index". Borrowed. */
const char *jipyo_provider_text_class (const char *class, JipyoLang lang);
/* Of the one that is asked as the `place`-th of its class, from 0 on; -1: it is not asked.
 * (transfer full) */
char *jipyo_provider_text_state (JipyoSession *session, const char *provider, int place);
/* "it is too slow", for what `jipyo quotes` calls by a code. Borrowed. */
const char *jipyo_provider_text_reason (const char *code);
/* "every 10 s". (transfer full) */
char *jipyo_provider_text_interval (int seconds);
