/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of providers that a person chose, kept in "jipyo/providers.json" of the user data
 * directory, and how it is printed.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-lang.h"
#include "jipyo-provider-order.h"

/* (transfer full) */
char *jipyo_provider_choice_path (void);
/* The usual order, with the person's own over it. `notice`, which may be NULL, is set to what is
 * wrong with the file, which then counts for nothing, or to NULL. (transfer full) */
JipyoProviderOrder *jipyo_provider_choice_load (char **notice);
/* Class → ids, as a file has them, over the order. */
void jipyo_provider_choice_take (JipyoProviderOrder *order, GHashTable *chosen);
/* The file whole; only what is not usual is in it. (transfer full) */
char *jipyo_provider_choice_format_file (const JipyoProviderOrder *order);
gboolean jipyo_provider_choice_save (const JipyoProviderOrder *order, GError **error);

/* A line a class: "krx-index  naver, yahoo". (transfer full) */
char *jipyo_provider_choice_format_text (const JipyoProviderOrder *order, JipyoLang lang);
char *jipyo_provider_choice_format_json (const JipyoProviderOrder *order);
