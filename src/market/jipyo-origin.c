/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The origin of a provider and the table of addresses that are nobody's public host. GLib's own
 * tests miss fc00::/7, mapped and translated IPv4 and the carriers' 100.64/10.
 */

#include "jipyo-origin.h"

#include <string.h>

#include "jipyo-market-error.h"

struct _JipyoOrigin {
  gatomicrefcount refs;
  GUri *base;
  gboolean loopback;
};

typedef struct {
  guint8 bytes[16];
  guint bits;
} Prefix;

static gboolean
is_in (const guint8 *address, const Prefix *prefix)
{
  guint whole = prefix->bits / 8;
  guint rest = prefix->bits % 8;

  if (memcmp (address, prefix->bytes, whole) != 0)
    return FALSE;
  return rest == 0 || (address[whole] ^ prefix->bytes[whole]) >> (8 - rest) == 0;
}

/* clang-format off */
static const Prefix closed_v4[] = {
  { { 0 }, 8 },           { { 10 }, 8 },           { { 100, 64 }, 10 },  { { 127 }, 8 },
  { { 169, 254 }, 16 },   { { 172, 16 }, 12 },     { { 192, 0, 0 }, 24 }, { { 192, 0, 2 }, 24 },
  { { 192, 88, 99 }, 24 }, { { 192, 168 }, 16 },   { { 198, 18 }, 15 },  { { 198, 51, 100 }, 24 },
  { { 203, 0, 113 }, 24 }, { { 224 }, 4 },         { { 240 }, 4 },
};

static const Prefix closed_v6[] = {
  { { 0 }, 128 },                          /* unspecified */
  { { [15] = 1 }, 128 },                   /* loopback */
  { { 0x01, 0x00 }, 64 },                  /* discard */
  { { 0x20, 0x01, 0x0d, 0xb8 }, 32 },      /* documentation */
  { { 0x20, 0x01, 0x00, 0x00 }, 32 },      /* Teredo */
  { { 0xfc }, 7 },                         /* unique local */
  { { 0xfe, 0x80 }, 10 },                  /* link local */
  { { 0xfe, 0xc0 }, 10 },                  /* site local */
  { { 0xff }, 8 },                         /* multicast */
};

/* An IPv4 address lies inside; where, in bytes. */
static const struct { Prefix prefix; guint at; } carriers[] = {
  { { { [10] = 0xff, 0xff }, 96 }, 12 },               /* mapped */
  { { { 0 }, 96 }, 12 },                               /* compatible */
  { { { 0x00, 0x64, 0xff, 0x9b }, 96 }, 12 },          /* translated */
  { { { 0x20, 0x02 }, 16 }, 2 },                       /* 6to4 */
};
/* clang-format on */

static gboolean
is_public_v4 (const guint8 *bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (closed_v4); i++)
    if (is_in (bytes, &closed_v4[i]))
      return FALSE;
  return TRUE;
}

gboolean
jipyo_address_is_public (GInetAddress *address)
{
  const guint8 *bytes = g_inet_address_to_bytes (address);

  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4)
    return is_public_v4 (bytes);
  for (guint i = 0; i < G_N_ELEMENTS (closed_v6); i++)
    if (is_in (bytes, &closed_v6[i]))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (carriers); i++)
    if (is_in (bytes, &carriers[i].prefix))
      return is_public_v4 (bytes + carriers[i].at);
  return TRUE;
}

static gboolean
is_loopback_host (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);
  return strcmp (host, "localhost") == 0;
}

static gboolean
is_plain_base (GUri *uri)
{
  const char *path = g_uri_get_path (uri);

  return (*path == '\0' || strcmp (path, "/") == 0) && g_uri_get_userinfo (uri) == NULL
         && g_uri_get_query (uri) == NULL && g_uri_get_fragment (uri) == NULL
         && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

JipyoOrigin *
jipyo_origin_new (const char *base, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (base, G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  gboolean loopback = FALSE;
  JipyoOrigin *self;

  if (uri == NULL || !is_plain_base (uri)) {
    g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NOT_FOUND,
                 "“%s” is not a base address such as https://host", base);
    return NULL;
  }
  loopback = is_loopback_host (g_uri_get_host (uri));
  if (strcmp (g_uri_get_scheme (uri), "https") != 0
      && (!loopback || strcmp (g_uri_get_scheme (uri), "http") != 0)) {
    g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NOT_FOUND,
                 "“%s”: plain http is for loopback addresses only", base);
    return NULL;
  }
  self = g_new0 (JipyoOrigin, 1);
  g_atomic_ref_count_init (&self->refs);
  self->base = g_steal_pointer (&uri);
  self->loopback = loopback;
  return self;
}

JipyoOrigin *
jipyo_origin_ref (JipyoOrigin *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
jipyo_origin_unref (JipyoOrigin *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_uri_unref (self->base);
  g_free (self);
}

const char *
jipyo_origin_get_host (const JipyoOrigin *self)
{
  return g_uri_get_host (self->base);
}

char *
jipyo_origin_format (const JipyoOrigin *self)
{
  return g_strdup_printf ("%s://%s:%d", g_uri_get_scheme (self->base), g_uri_get_host (self->base),
                          g_uri_get_port (self->base));
}

GUri *
jipyo_origin_resolve (const JipyoOrigin *self, const char *path)
{
  return g_uri_parse_relative (self->base, path, G_URI_FLAGS_SCHEME_NORMALIZE | G_URI_FLAGS_ENCODED,
                               NULL);
}

gboolean
jipyo_origin_allows (const JipyoOrigin *self, GUri *uri)
{
  return strcmp (g_uri_get_scheme (uri), g_uri_get_scheme (self->base)) == 0
         && g_uri_get_host (uri) != NULL
         && g_ascii_strcasecmp (g_uri_get_host (uri), g_uri_get_host (self->base)) == 0
         && g_uri_get_port (uri) == g_uri_get_port (self->base) && g_uri_get_userinfo (uri) == NULL;
}

gboolean
jipyo_origin_allows_address (const JipyoOrigin *self, GInetAddress *address)
{
  return self->loopback ? g_inet_address_get_is_loopback (address)
                        : jipyo_address_is_public (address);
}
