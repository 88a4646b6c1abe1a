/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quotes come ten seconds apart, and are of half a second before.
 */

#include "alerts-fixture.h"

#include <glib/gstdio.h>

static void
told_cb (AlertsFixture *self, const char *id, gboolean digest)
{
  g_string_append_printf (self->told, "%s %s; ", digest ? "digest" : "told", id);
}

static void
withdrawn_cb (AlertsFixture *self, const char *id)
{
  g_string_append_printf (self->told, "withdrawn %s; ", id);
}

void
alerts_fixture_open (AlertsFixture *self)
{
  self->alerts = jipyo_alerts_new (self->directory);
  g_signal_connect_swapped (self->alerts, "told", G_CALLBACK (told_cb), self);
  g_signal_connect_swapped (self->alerts, "withdrawn", G_CALLBACK (withdrawn_cb), self);
}

void
alerts_fixture_close (AlertsFixture *self)
{
  while (jipyo_alerts_is_saving (self->alerts))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (g_steal_pointer (&self->alerts));
}

void
alerts_fixture_set_up (AlertsFixture *self, gconstpointer data)
{
  self->directory = g_dir_make_tmp ("jipyo-alerts-XXXXXX", NULL);
  self->told = g_string_new (NULL);
  self->now_us = ALERTS_FIXTURE_START_US;
  alerts_fixture_open (self);
}

void
alerts_fixture_tear_down (AlertsFixture *self, gconstpointer data)
{
  GDir *directory = g_dir_open (self->directory, 0, NULL);
  const char *name;

  alerts_fixture_close (self);
  while ((name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *path = g_build_filename (self->directory, name, NULL);
    g_unlink (path);
  }
  g_dir_close (directory);
  g_rmdir (self->directory);
  g_free (self->directory);
  g_string_free (self->told, TRUE);
}

const char *
alerts_fixture_add (AlertsFixture *self, JipyoAlertKind kind, JipyoAlertTest test, gint64 level)
{
  const JipyoAlertRule rule = {
    .kind = kind,
    .test = test,
    .subject = (char *) (kind == JIPYO_ALERT_SPREAD ? "KRW-BTC" : "upbit:KRW-BTC"),
    .level = { level, 0 },
  };

  return jipyo_alerts_set (self->alerts, &rule);
}

void
alerts_fixture_quote_from (AlertsFixture *self,
                           const char *venue,
                           gint64 price,
                           JipyoQuoteState state)
{
  g_autofree char *instrument = g_strconcat (venue, ":KRW-BTC", NULL);
  g_autoptr (JipyoQuote) quote = jipyo_quote_new (instrument, venue);

  self->now_us += 10 * G_USEC_PER_SEC;
  quote->last = jipyo_decimal_from_int (price);
  quote->change_percent = (JipyoDecimal){ price - 1000, 1 };
  quote->has_change_percent = TRUE;
  quote->received_us = self->now_us;
  quote->venue_time_us = self->now_us - 500000;
  quote->interval_ms = 10000;
  quote->state = state;
  jipyo_alerts_take_quote (self->alerts, quote, self->now_us);
}

void
alerts_fixture_quote (AlertsFixture *self, gint64 price)
{
  alerts_fixture_quote_from (self, "upbit", price, JIPYO_QUOTE_LIVE);
}

void
alerts_fixture_assert_told (AlertsFixture *self, const char *told)
{
  g_assert_cmpstr (self->told->str, ==, told);
  g_string_truncate (self->told, 0);
}
