/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The build function of every view, one file each (jipyo-view-<name>.c), for the table of views in
 * jipyo-view-list.c. They get a context that was checked: the options are ones that the view has.
 */

#pragma once

#include "jipyo-view.h"

JipyoView *jipyo_view_build_overview (const JipyoViewContext *context, GError **error);
JipyoView *jipyo_view_build_budget (const JipyoViewContext *context, GError **error);
JipyoView *jipyo_view_build_pledges (const JipyoViewContext *context, GError **error);
JipyoView *jipyo_view_build_world (const JipyoViewContext *context, GError **error);
JipyoView *jipyo_view_build_investment (const JipyoViewContext *context, GError **error);
JipyoView *jipyo_view_build_models_country (const JipyoViewContext *context, GError **error);
JipyoView *jipyo_view_build_models_year (const JipyoViewContext *context, GError **error);
JipyoView *jipyo_view_build_models_programme (const JipyoViewContext *context, GError **error);
/* Takes its team from the option "team". */
JipyoView *jipyo_view_build_team (const JipyoViewContext *context, GError **error);
JipyoView *jipyo_view_build_rounds (const JipyoViewContext *context, GError **error);
JipyoView *jipyo_view_build_timeline (const JipyoViewContext *context, GError **error);
JipyoView *jipyo_view_build_market_indices (const JipyoViewContext *context, GError **error);
JipyoView *jipyo_view_build_market_crypto (const JipyoViewContext *context, GError **error);
JipyoView *jipyo_view_build_market_shares (const JipyoViewContext *context, GError **error);
/* Takes its instrument from the option "instrument". */
JipyoView *jipyo_view_build_instrument (const JipyoViewContext *context, GError **error);
GPtrArray *jipyo_view_instrument_list_pasts (const JipyoViewContext *context);
JipyoView *jipyo_view_build_claims (const JipyoViewContext *context, GError **error);
JipyoView *jipyo_view_build_changes (const JipyoViewContext *context, GError **error);
