/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * That a venue trades a coin by another code since some instant. Codes are used again: what is
 * traded by the old one after that instant is another coin.
 */

#pragma once

#include <glib.h>

typedef struct {
  char *instrument; /* "upbit:KRW-OLD" */
  char *successor;  /* "upbit:KRW-NEW" */
  gint64 until_us;  /* when the old one ended, as far as is known */
} JipyoNewCode;

JipyoNewCode *jipyo_new_code_new (const char *instrument, const char *successor, gint64 until_us);
JipyoNewCode *jipyo_new_code_copy (const JipyoNewCode *self);
void jipyo_new_code_free (JipyoNewCode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoNewCode, jipyo_new_code_free)

/* Of all of them (JipyoNewCode), by what codes the instrument went before, the latest first; NULL
 * for none. (element-type JipyoNewCode) (transfer full) (nullable) */
GPtrArray *jipyo_new_code_list_former (const GPtrArray *all, const char *instrument);
/* The last of all of them that is of this instrument; NULL for none. Borrowed. */
const JipyoNewCode *jipyo_new_code_find_next (const GPtrArray *all, const char *instrument);
