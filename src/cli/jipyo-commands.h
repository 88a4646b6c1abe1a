/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The commands, each defined in the file of its name. A new one adds a line here and in
 * jipyo-cli.c.
 */

#pragma once

#include "jipyo-command.h"

extern const JipyoCommand jipyo_alerts_command;
extern const JipyoCommand jipyo_backfill_command;
extern const JipyoCommand jipyo_basket_command;
extern const JipyoCommand jipyo_calendar_command;
extern const JipyoCommand jipyo_changes_command;
extern const JipyoCommand jipyo_claims_command;
extern const JipyoCommand jipyo_explain_command;
extern const JipyoCommand jipyo_feed_command;
extern const JipyoCommand jipyo_history_command;
extern const JipyoCommand jipyo_import_command;
extern const JipyoCommand jipyo_keys_command;
extern const JipyoCommand jipyo_providers_command;
extern const JipyoCommand jipyo_quotes_command;
extern const JipyoCommand jipyo_render_command;
extern const JipyoCommand jipyo_summary_command;
extern const JipyoCommand jipyo_validate_command;
extern const JipyoCommand jipyo_view_command;
extern const JipyoCommand jipyo_watch_command;
