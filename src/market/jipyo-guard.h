/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Watches where a connection goes while it is made, before a byte of the request leaves: the name
 * of a provider may lead to an address that it must not. Shared by requests and streams.
 */

#pragma once

#include "jipyo-origin.h"

typedef struct {
  JipyoOrigin *origin; /* owned */
  gboolean proxied;    /* found out on the way */
} JipyoGuard;

/* What to say when jipyo_guard_admits is FALSE. */
extern const char jipyo_guard_refusal[];

void jipyo_guard_clear (JipyoGuard *self);
/* For "network-event" of a message: FALSE when the connection must be given up. Behind a proxy the
 * peer is the proxy and the name is resolved over there. */
gboolean jipyo_guard_admits (JipyoGuard *self, GSocketClientEvent event, GIOStream *connection);
/* Why the library refused a certificate, in words. */
const char *jipyo_guard_describe_certificate (GTlsCertificateFlags faults);
