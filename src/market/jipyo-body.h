/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The body of an answer while it arrives: at most one layer of gzip, undone here and not by
 * libsoup, which hides a body that was cut off and undoes any number of layers.
 */

#pragma once

#include <gio/gio.h>

typedef struct _JipyoBody JipyoBody;

typedef struct {
  gsize raw_bytes;     /* as sent */
  gsize decoded_bytes; /* as read */
  gsize ratio;         /* decoded by raw */
} JipyoBodyLimits;

/* `encoding` is the header's value or NULL; NULL with BAD_REPLY when it is not gzip or identity. */
JipyoBody *jipyo_body_new (const char *encoding, const JipyoBodyLimits *limits, GError **error);
void jipyo_body_free (JipyoBody *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoBody, jipyo_body_free)

/* FALSE with JIPYO_MARKET_ERROR_TOO_LARGE or …_BAD_REPLY; the body is no good then. */
gboolean jipyo_body_append (JipyoBody *self, GBytes *raw, GError **error);
gsize jipyo_body_get_raw_length (const JipyoBody *self);
/* All of it; BAD_REPLY when it is not whole, or empty. (transfer full) */
GBytes *jipyo_body_finish (JipyoBody *self, GError **error);
