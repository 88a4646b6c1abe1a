/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom to ask first for an instrument, and whom when that one fails: a list of providers for each
 * class of instruments. Data, of which a person may choose another.
 */

#pragma once

#include "jipyo-provider.h"

typedef struct _JipyoProviderOrder JipyoProviderOrder;

/* The usual order. */
JipyoProviderOrder *jipyo_provider_order_new (void);
void jipyo_provider_order_free (JipyoProviderOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoProviderOrder, jipyo_provider_order_free)

/* "upbit", "bithumb", "coinone", "krx-index", "krx-share", "fx", "usd"; NULL-terminated, borrowed.
 */
const char *const *jipyo_provider_order_list_classes (void);
/* An instrument of the class; NULL when there is no such class. */
const char *jipyo_provider_order_get_sample (const char *class);
/* The class of an instrument; NULL when it has none. */
const char *jipyo_instrument_get_class (const char *instrument);
/* Why these cannot be the providers of a class, to be translated; NULL when they can. */
const char *jipyo_provider_order_check (const char *class, const char *const *providers);
/* Replaces the order of a class; NULL: the usual one again. What jipyo_provider_order_check refuses
 * must not be given. */
void jipyo_provider_order_set (JipyoProviderOrder *self,
                               const char *class,
                               const char *const *providers);
/* Ids, NULL-terminated, borrowed. */
const char *const *jipyo_provider_order_get (const JipyoProviderOrder *self, const char *class);
/* NULL when there is no such class. */
const char *const *jipyo_provider_order_get_usual (const char *class);
gboolean jipyo_provider_order_is_usual (const JipyoProviderOrder *self, const char *class);
/* "krx-index=naver,yahoo krx-share=…", every class. (transfer full) */
char *jipyo_provider_order_format (const JipyoProviderOrder *self);
/* Takes what such a text says of the classes that it names. FALSE, and nothing is taken, when it is
 * none. */
gboolean jipyo_provider_order_parse (JipyoProviderOrder *self, const char *text);
/* (element-type JipyoProvider) Those to ask for an instrument, the first first; empty when nobody
 * has it. (transfer full) */
GPtrArray *jipyo_provider_order_find (const JipyoProviderOrder *self, const char *instrument);
