/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why the history could not read or save, by what the caller can do about it.
 */

#pragma once

#include <glib.h>

#define JIPYO_HISTORY_ERROR (jipyo_history_error_quark ())
typedef enum {
  JIPYO_HISTORY_ERROR_BUSY,    /* another program holds the file: read nothing, save nothing */
  JIPYO_HISTORY_ERROR_NEWER,   /* written by a later version; left untouched */
  JIPYO_HISTORY_ERROR_FULL,    /* no room on the disk: try again later */
  JIPYO_HISTORY_ERROR_DAMAGED, /* no database, or one that cannot be trusted; it is set aside */
  JIPYO_HISTORY_ERROR_FAILED,  /* cannot be opened, read or written; the message says why */
} JipyoHistoryError;
GQuark jipyo_history_error_quark (void);
