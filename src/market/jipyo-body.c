/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undoes gzip member by member. The trailer of a member proves that it is whole, also where the
 * chunks that carried it broke off without a word.
 */

#include "jipyo-body.h"

#include <string.h>

#include "jipyo-market-error.h"

enum {
  STEP = 32 << 10,      /* decoded bytes at a time */
  RATIO_FROM = 64 << 10 /* decoded bytes from which the ratio counts: small texts pack well */
};

struct _JipyoBody {
  JipyoBodyLimits limits;
  GConverter *gunzip; /* NULL for identity; owned */
  GByteArray *decoded;
  gsize raw_length;
  gboolean member_open;
};

static void
set_bad (GError **error, const char *message)
{
  g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY, message);
}

JipyoBody *
jipyo_body_new (const char *encoding, const JipyoBodyLimits *limits, GError **error)
{
  gboolean gzip = FALSE;
  JipyoBody *self;

  if (encoding != NULL && *encoding != '\0' && g_ascii_strcasecmp (encoding, "identity") != 0) {
    gzip =
      g_ascii_strcasecmp (encoding, "gzip") == 0 || g_ascii_strcasecmp (encoding, "x-gzip") == 0;
    if (!gzip) {
      set_bad (error, "an encoding that was not asked for");
      return NULL;
    }
  }
  self = g_new0 (JipyoBody, 1);
  self->limits = *limits;
  self->decoded = g_byte_array_new ();
  if (gzip) {
    self->gunzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
    self->member_open = TRUE;
  }
  return self;
}

void
jipyo_body_free (JipyoBody *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->gunzip);
  g_byte_array_unref (self->decoded);
  g_free (self);
}

static gboolean
check_size (JipyoBody *self, GError **error)
{
  if (self->raw_length <= self->limits.raw_bytes && self->decoded->len <= self->limits.decoded_bytes
      && (self->decoded->len < RATIO_FROM
          || self->decoded->len / MAX (self->raw_length, 1) <= self->limits.ratio))
    return TRUE;
  g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_TOO_LARGE,
                       "the answer is too large");
  return FALSE;
}

/* One step of the open member; `in` and `length` move on. */
static gboolean
gunzip_step (JipyoBody *self, const guint8 **in, gsize *length, GError **error)
{
  guint8 out[STEP];
  gsize read = 0;
  gsize written = 0;
  g_autoptr (GError) reason = NULL;
  GConverterResult result = g_converter_convert (self->gunzip, *in, *length, out, sizeof out,
                                                 G_CONVERTER_NO_FLAGS, &read, &written, &reason);

  if (result == G_CONVERTER_ERROR) {
    if (!g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT)) {
      set_bad (error, "the compressed answer is damaged");
      return FALSE;
    }
    *length = 0;
    return TRUE;
  }
  g_byte_array_append (self->decoded, out, (guint) written);
  *in += read;
  *length -= read;
  if (result == G_CONVERTER_FINISHED) {
    self->member_open = FALSE;
    g_converter_reset (self->gunzip);
  }
  return check_size (self, error);
}

static gboolean
gunzip (JipyoBody *self, const guint8 *in, gsize length, GError **error)
{
  while (length > 0) {
    if (!self->member_open && *in != 0x1f) {
      set_bad (error, "something follows the compressed answer");
      return FALSE;
    }
    self->member_open = TRUE;
    if (!gunzip_step (self, &in, &length, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
jipyo_body_append (JipyoBody *self, GBytes *raw, GError **error)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (raw, &length);

  self->raw_length += length;
  if (!check_size (self, error))
    return FALSE;
  if (self->gunzip != NULL)
    return gunzip (self, bytes, length, error);
  if (length > 0)
    g_byte_array_append (self->decoded, bytes, (guint) length);
  return TRUE;
}

gsize
jipyo_body_get_raw_length (const JipyoBody *self)
{
  return self->raw_length;
}

GBytes *
jipyo_body_finish (JipyoBody *self, GError **error)
{
  gsize length = self->decoded->len;

  if (self->gunzip != NULL && (self->member_open || self->raw_length == 0)) {
    set_bad (error, "the compressed answer is cut off");
    return NULL;
  }
  if (length == 0) {
    set_bad (error, "the answer is empty");
    return NULL;
  }
  return g_bytes_new (self->decoded->data, length);
}
