/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Requests.
 */

#include "jipyo-request.h"

JipyoRequest *
jipyo_request_new (char *path, const char *const *instruments)
{
  JipyoRequest *self = g_new0 (JipyoRequest, 1);

  self->path = path;
  self->instruments = g_strdupv ((char **) instruments);
  return self;
}

void
jipyo_request_free (JipyoRequest *request)
{
  if (request == NULL)
    return;
  g_free (request->path);
  g_strfreev (request->instruments);
  g_free (request);
}
