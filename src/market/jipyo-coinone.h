/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all answers of Coinone have in common.
 */

#pragma once

#include "jipyo-reply.h"

/* FALSE with what the venue complains of. */
gboolean jipyo_coinone_envelope_read (const JipyoFields *outer, GError **error);
