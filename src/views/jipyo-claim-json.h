/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A claim as JSON, in the one shape that all commands print.
 */

#pragma once

#include "jipyo-claim.h"
#include "jipyo-json-writer.h"

/* Writes an object. A number that is not known is null. */
void jipyo_claim_write_json (const JipyoClaim *claim, JipyoJsonWriter *writer);
