/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A provider in the order of its class: its place, how it is, and what moves it or switches it off.
 * It speaks by the action "providers.move".
 */

#pragma once

#include <adwaita.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_PROVIDER_ROW (jipyo_provider_row_get_type ())
G_DECLARE_FINAL_TYPE (JipyoProviderRow, jipyo_provider_row, JIPYO, PROVIDER_ROW, AdwActionRow)

GtkWidget *jipyo_provider_row_new (JipyoSession *session, const char *class, const char *provider);
const char *jipyo_provider_row_get_provider (JipyoProviderRow *self);
/* From 0 on, the last time that it was shown; -1: not asked. */
int jipyo_provider_row_get_place (JipyoProviderRow *self);
/* Among all of its class: those that are not asked come last. */
int jipyo_provider_row_get_position (JipyoProviderRow *self);
/* As it is now. */
void jipyo_provider_row_update (JipyoProviderRow *self);
