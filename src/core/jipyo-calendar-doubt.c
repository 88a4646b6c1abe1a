/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a calendar says of a quote, and a quote of the calendar. A calendar is written ahead and an
 * extra holiday is decreed late, so neither is believed blindly.
 */

#include <string.h>

#include "jipyo-calendar.h"

static const gint64 minute_us = G_GINT64_CONSTANT (60000000);
/* Quotes of venues and machines differ by their clocks, and a closing price comes late. */
static const gint64 slack_us = 10 * minute_us;
static const gint64 recent_us = 60 * minute_us;
/* How many sessions may have begun since a price that is said to be the last one of all. Of a venue
 * one, which was a holiday that was decreed late. Official figures of days are asked for by the
 * hour and come up to two days later; with a holiday, three. */
enum { SESSIONS_MISSED = 1, SESSIONS_MISSED_DAILY = 3, DAILY_INTERVAL_MS = 60 * 60 * 1000 };

static const char *const doubt_ids[] = {
  [JIPYO_DOUBT_NONE] = "none",
  [JIPYO_DOUBT_TRADING] = "trading-while-closed",
  [JIPYO_DOUBT_SILENT] = "silent-while-open",
};

static const char *const doubt_labels[][2] = {
  [JIPYO_DOUBT_NONE] = { "", "" },
  [JIPYO_DOUBT_TRADING] = { "달력에는 휴장이나 시세가 움직입니다",
                            "the calendar says closed, yet prices move" },
  [JIPYO_DOUBT_SILENT] = { "달력에는 개장이나 지수가 움직이지 않습니다",
                           "the calendar says open, yet the index stands still" },
};

const char *
jipyo_calendar_doubt_id (JipyoCalendarDoubt doubt)
{
  g_return_val_if_fail (doubt < G_N_ELEMENTS (doubt_ids), "");
  return doubt_ids[doubt];
}

const char *
jipyo_calendar_doubt_label (JipyoCalendarDoubt doubt, JipyoLang lang)
{
  g_return_val_if_fail (doubt < G_N_ELEMENTS (doubt_labels), "");
  return doubt_labels[doubt][lang == JIPYO_LANG_KO ? 0 : 1];
}

static gboolean
is_of (const JipyoCalendar *self, const JipyoQuote *quote)
{
  gsize length = strlen (self->market);

  return strncmp (quote->instrument, self->market, length) == 0 && quote->instrument[length] == ':';
}

/* A share may not trade for hours; an index moves as long as anything does. */
static gboolean
is_index (const JipyoQuote *quote)
{
  const char *symbol = strchr (quote->instrument, ':') + 1;

  return g_ascii_isalpha (*symbol);
}

/* A venue that says closed, and goes on saying so while session after session begins, is frozen. */
static gboolean
missed_sessions (const JipyoCalendar *self, const JipyoQuote *quote, gint64 now_us)
{
  int missed = quote->interval_ms >= DAILY_INTERVAL_MS ? SESSIONS_MISSED_DAILY : SESSIONS_MISSED;
  JipyoDate after;
  gint64 bounds_us[2];

  if (quote->venue_time_us == 0)
    return FALSE;
  after = jipyo_calendar_step (self, jipyo_instant_date_kst (quote->venue_time_us), missed + 1);
  return jipyo_calendar_get_hours (self, after, JIPYO_PHASE_OPEN, bounds_us)
         && now_us >= bounds_us[0] + slack_us;
}

JipyoQuoteState
jipyo_calendar_settle (const JipyoCalendar *self, const JipyoQuote *quote, gint64 now_us)
{
  JipyoMarketMoment moment;

  if (!is_of (self, quote))
    return quote->state;
  jipyo_calendar_look (self, now_us, &moment);
  if (!moment.covered || moment.opened_us == 0)
    return quote->state;
  if (quote->state == JIPYO_QUOTE_CLOSED)
    return (quote->received_us < moment.opened_us && now_us >= moment.opened_us + slack_us)
               || missed_sessions (self, quote, now_us)
             ? JIPYO_QUOTE_STALE
             : JIPYO_QUOTE_CLOSED;
  if (quote->state != JIPYO_QUOTE_LIVE && quote->state != JIPYO_QUOTE_LATE
      && quote->state != JIPYO_QUOTE_STALE)
    return quote->state;
  if (moment.phase == JIPYO_PHASE_OPEN || quote->received_us < moment.closed_us
      || quote->venue_time_us < moment.opened_us
      || quote->venue_time_us > moment.closed_us + slack_us)
    return quote->state;
  return JIPYO_QUOTE_CLOSED;
}

static gboolean
is_trading_time (const JipyoCalendar *self, gint64 time_us)
{
  const gint64 around[] = { time_us - slack_us, time_us, time_us + slack_us };

  for (guint i = 0; i < G_N_ELEMENTS (around); i++) {
    JipyoMarketMoment moment;

    jipyo_calendar_look (self, around[i], &moment);
    if (moment.phase != JIPYO_PHASE_CLOSED)
      return TRUE;
  }
  return FALSE;
}

JipyoCalendarDoubt
jipyo_calendar_judge (const JipyoCalendar *self, const JipyoQuote *quote, gint64 now_us)
{
  JipyoMarketMoment moment;

  if (!is_of (self, quote) || quote->venue_time_us == 0)
    return JIPYO_DOUBT_NONE;
  jipyo_calendar_look (self, now_us, &moment);
  if (!moment.covered)
    return JIPYO_DOUBT_NONE;
  if (quote->state == JIPYO_QUOTE_LIVE && now_us - quote->venue_time_us < recent_us
      && !is_trading_time (self, quote->venue_time_us))
    return JIPYO_DOUBT_TRADING;
  if (moment.phase == JIPYO_PHASE_OPEN && is_index (quote)
      && quote->received_us >= moment.opened_us + slack_us
      && quote->venue_time_us < moment.opened_us)
    return JIPYO_DOUBT_SILENT;
  return JIPYO_DOUBT_NONE;
}
