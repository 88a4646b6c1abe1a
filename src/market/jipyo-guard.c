/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The guard of a connection that is being made.
 */

#include "jipyo-guard.h"

const char jipyo_guard_refusal[] = "the name leads to an address that is not allowed";

void
jipyo_guard_clear (JipyoGuard *self)
{
  g_clear_pointer (&self->origin, jipyo_origin_unref);
}

gboolean
jipyo_guard_admits (JipyoGuard *self, GSocketClientEvent event, GIOStream *connection)
{
  g_autoptr (GSocketAddress) peer = NULL;

  if (self->proxied || (event != G_SOCKET_CLIENT_CONNECTING && event != G_SOCKET_CLIENT_CONNECTED)
      || !G_IS_SOCKET_CONNECTION (connection))
    return TRUE;
  peer = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);
  if (G_IS_PROXY_ADDRESS (peer)) {
    self->proxied = TRUE;
    return TRUE;
  }
  return !G_IS_INET_SOCKET_ADDRESS (peer)
         || jipyo_origin_allows_address (
           self->origin, g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (peer)));
}

const char *
jipyo_guard_describe_certificate (GTlsCertificateFlags faults)
{
  const GTlsCertificateFlags dates = G_TLS_CERTIFICATE_EXPIRED | G_TLS_CERTIFICATE_NOT_ACTIVATED;

  if ((faults & ~dates) == 0)
    return "the certificate is not valid at this time: is the clock of this machine right?";
  if (faults & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return "the certificate is for another host";
  if (faults & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return "the certificate is not trusted: its issuer is unknown";
  return "the certificate is not trusted";
}
