/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file of a person's own means to be, however wrong it is otherwise.
 */

#pragma once

#include <glib.h>

typedef enum {
  JIPYO_FILE_KIND_LEDGER, /* what is none of the others */
  JIPYO_FILE_KIND_CALENDAR,
  JIPYO_FILE_KIND_PROVIDER_ORDER,
  JIPYO_FILE_KIND_WATCHLIST,
  JIPYO_FILE_KIND_ALERTS,
  JIPYO_FILE_KIND_ALERTS_LOG,
  JIPYO_FILE_KIND_NOTES,
  JIPYO_FILE_KIND_WEIGHTS,
  JIPYO_FILE_KIND_NEW_CODES,
  JIPYO_FILE_KIND_NAMES,
} JipyoFileKind;

/* By the member of the outermost object that only one kind has. */
JipyoFileKind jipyo_file_kind_guess (const char *text, gsize length);
