/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Alerts on a price that is counted in another unit all of a sudden: what they wait for would be
 * reached, or never, without anything having happened.
 */

#pragma once

#include "jipyo-alerts.h"

/* Turns off the rules that wait for a level of such a price, once for each change of the unit: a
 * person may turn them on again. The log says so. How many there are. */
guint jipyo_alert_units_heed (JipyoAlerts *alerts, const JipyoQuote *quote, gint64 now_us);
