/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The guard of an exchange.
 */

#include "jipyo-guard.h"

void
jipyo_guard_init (JipyoGuard *self, JipyoOrigin *origin)
{
  *self = (JipyoGuard){ .origin = jipyo_origin_ref (origin), .own = g_cancellable_new () };
}

void
jipyo_guard_clear (JipyoGuard *self)
{
  if (self->outer != NULL)
    g_cancellable_disconnect (self->outer, self->outer_id);
  g_clear_object (&self->outer);
  g_clear_object (&self->own);
  g_clear_error (&self->verdict);
  g_clear_pointer (&self->origin, jipyo_origin_unref);
}

static void
judge (JipyoGuard *self, JipyoMarketError code, const char *message)
{
  if (self->verdict == NULL)
    self->verdict = g_error_new_literal (JIPYO_MARKET_ERROR, (int) code, message);
}

void
jipyo_guard_condemn (JipyoGuard *self, JipyoMarketError code, const char *message)
{
  judge (self, code, message);
  g_cancellable_cancel (self->own);
}

static gboolean
all_told_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* What has been done is told at the default priority, and all of that before this. */
void
jipyo_guard_call_off (JipyoGuard *self, JipyoMarketError code, const char *message)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  judge (self, code, message);
  g_source_set_priority (source, G_PRIORITY_DEFAULT + 1);
  g_source_set_callback (source, all_told_cb, g_object_ref (self->own), g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
}

static void
outer_cancelled_cb (GCancellable *outer, gpointer user_data)
{
  jipyo_guard_call_off (user_data, JIPYO_MARKET_ERROR_CANCELLED, "cancelled");
}

void
jipyo_guard_heed (JipyoGuard *self, GCancellable *outer)
{
  if (outer == NULL)
    return;
  self->outer = g_object_ref (outer);
  self->outer_id = g_cancellable_connect (outer, G_CALLBACK (outer_cancelled_cb), self, NULL);
}

static gboolean
admits (JipyoGuard *self, GSocketClientEvent event, GIOStream *connection)
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

static const char *
describe_certificate (GTlsCertificateFlags faults)
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

static void
network_event_cb (SoupMessage *message,
                  GSocketClientEvent event,
                  GIOStream *connection,
                  JipyoGuard *self)
{
  if (!admits (self, event, connection))
    jipyo_guard_condemn (self, JIPYO_MARKET_ERROR_OFFLINE,
                         "the name leads to an address that is not allowed");
}

/* Only to say what is wrong with it: no certificate that the library refuses is ever accepted. */
static gboolean
accept_certificate_cb (SoupMessage *message,
                       GTlsCertificate *certificate,
                       GTlsCertificateFlags faults,
                       JipyoGuard *self)
{
  if (self->verdict == NULL)
    self->verdict = g_error_new_literal (JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_TLS,
                                         describe_certificate (faults));
  return FALSE;
}

/* libsoup reads on for as long as they pour in, and no timer gets its turn meanwhile. */
static void
informed_cb (SoupMessage *message, JipyoGuard *self)
{
  static const guint informed_max = 10;

  if (++self->informed > informed_max)
    jipyo_guard_condemn (self, JIPYO_MARKET_ERROR_BAD_REPLY, "the answer is always still to come");
}

void
jipyo_guard_watch (JipyoGuard *self, SoupMessage *message)
{
  g_signal_connect (message, "network-event", G_CALLBACK (network_event_cb), self);
  g_signal_connect (message, "got-informational", G_CALLBACK (informed_cb), self);
  g_signal_connect (message, "accept-certificate", G_CALLBACK (accept_certificate_cb), self);
}

void
jipyo_guard_unwatch (JipyoGuard *self, SoupMessage *message)
{
  g_signal_handlers_disconnect_by_data (message, self);
}
