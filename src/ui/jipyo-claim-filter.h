/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row above the claims: words to look for, how a claim is known, only what is in conflict.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-claim.h"

#define JIPYO_TYPE_CLAIM_FILTER (jipyo_claim_filter_get_type ())
G_DECLARE_FINAL_TYPE (JipyoClaimFilter, jipyo_claim_filter, JIPYO, CLAIM_FILTER, GtkWidget)

/* Signal: "changed". */
GtkWidget *jipyo_claim_filter_new (JipyoLang lang);
/* Options of the view "claims". (transfer full) */
GHashTable *jipyo_claim_filter_build_options (JipyoClaimFilter *self);
