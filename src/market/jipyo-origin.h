/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the requests of one provider may go: one scheme, host and port, and which addresses that
 * name may turn out to be. Nothing else is ever contacted for it.
 */

#pragma once

#include <gio/gio.h>

typedef struct _JipyoOrigin JipyoOrigin;

/* https, or plain http to a loopback host; no path but "/", no user, no query, no fragment. NULL
 * with JIPYO_MARKET_ERROR_NOT_FOUND and the reason otherwise. */
JipyoOrigin *jipyo_origin_new (const char *base, GError **error);
JipyoOrigin *jipyo_origin_ref (JipyoOrigin *self);
void jipyo_origin_unref (JipyoOrigin *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoOrigin, jipyo_origin_unref)

/* Borrowed. */
const char *jipyo_origin_get_host (const JipyoOrigin *self);
/* "https://api.upbit.com:-1", by which two origins can be told apart. (transfer full) */
char *jipyo_origin_format (const JipyoOrigin *self);
/* The address of a path; NULL when the two do not make one. (transfer full) */
GUri *jipyo_origin_resolve (const JipyoOrigin *self, const char *path);
gboolean jipyo_origin_allows (const JipyoOrigin *self, GUri *uri);
/* A loopback origin may only be on this machine, any other one only on the public internet. */
gboolean jipyo_origin_allows_address (const JipyoOrigin *self, GInetAddress *address);

/* FALSE for everything that is not a host on the public internet, IPv4 inside IPv6 included. */
gboolean jipyo_address_is_public (GInetAddress *address);
