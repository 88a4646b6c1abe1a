/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bodies packed with gzip.
 */

#include "pack.h"

GByteArray *
pack (const void *bytes, gsize length)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream =
               g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  GMemoryOutputStream *result = G_MEMORY_OUTPUT_STREAM (memory);
  GByteArray *packed = g_byte_array_new ();

  g_output_stream_write_all (stream, bytes, length, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  g_byte_array_append (packed, g_memory_output_stream_get_data (result),
                       (guint) g_memory_output_stream_get_data_size (result));
  return packed;
}
