/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By what codes venues trade what they have renamed, and since when: kept in new-codes.json, so
 * that what was kept by the old code is found. What a person took back is no new code: it is left
 * out, and kept in codes-to-keep.json, for it is noticed anew at each start.
 */

#pragma once

#include "jipyo-new-code.h"
#include "jipyo-own-file.h"

#define JIPYO_NEW_CODES_MAX 400

#define JIPYO_TYPE_NEW_CODES (jipyo_new_codes_get_type ())
G_DECLARE_FINAL_TYPE (JipyoNewCodes, jipyo_new_codes, JIPYO, NEW_CODES, GObject)

/* Reads the two files of the directory, if they are there. Signal: "failed" (string: why one was
 * not saved). */
JipyoNewCodes *jipyo_new_codes_new (const char *directory);
/* Of the user's data directory. */
JipyoNewCodes *jipyo_new_codes_new_own (void);
/* What is wrong with them, and whether they are being saved. Borrowed. */
JipyoOwnFile *jipyo_new_codes_get_file (JipyoNewCodes *self);
JipyoOwnFile *jipyo_new_codes_get_kept_file (JipyoNewCodes *self);

/* (element-type JipyoNewCode), in the order in which they were noticed, until the next change */
const GPtrArray *jipyo_new_codes_get_all (JipyoNewCodes *self);
/* The venue says so: it is kept, with the instant at which that was noticed first. FALSE when a
 * person took that back, once for all. */
gboolean jipyo_new_codes_take (JipyoNewCodes *self, const JipyoNewCode *code);
/* A person does not want it. */
void jipyo_new_codes_take_back (JipyoNewCodes *self, const char *instrument);
