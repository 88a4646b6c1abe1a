/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's alerts in a folder of their own, with what they tell written down.
 */

#pragma once

#include "jipyo-alerts.h"

#define ALERTS_FIXTURE_START_US G_GINT64_CONSTANT (1754357901000000)

typedef struct {
  char *directory;
  JipyoAlerts *alerts;
  GString *told; /* "told 1; digest 2; withdrawn 1; " */
  gint64 now_us;
} AlertsFixture;

/* For g_test_add; the folder goes with all that is in it. */
void alerts_fixture_set_up (AlertsFixture *self, gconstpointer data);
void alerts_fixture_tear_down (AlertsFixture *self, gconstpointer data);
/* What another start finds: closing waits until all is saved. */
void alerts_fixture_open (AlertsFixture *self);
void alerts_fixture_close (AlertsFixture *self);

/* A rule on upbit:KRW-BTC or, for a spread, KRW-BTC; its id. */
const char *
alerts_fixture_add (AlertsFixture *self, JipyoAlertKind kind, JipyoAlertTest test, gint64 level);
/* Ten seconds later a quote of KRW-BTC comes. */
void alerts_fixture_quote_from (AlertsFixture *self,
                                const char *venue,
                                gint64 price,
                                JipyoQuoteState state);
/* A live one from upbit. */
void alerts_fixture_quote (AlertsFixture *self, gint64 price);
/* That was told since the last time, and no more. */
void alerts_fixture_assert_told (AlertsFixture *self, const char *told);
