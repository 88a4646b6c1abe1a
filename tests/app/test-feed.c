/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The feed when a provider is gone and another stands in for it.
 */

#include <string.h>

#include "exchange.h"
#include "jipyo-feed.h"

static const char yahoo_body[] =
  "{\"chart\":{\"result\":[{\"meta\":{\"currency\":\"KRW\",\"symbol\":\"^KS11\","
  "\"regularMarketPrice\":1000.5,\"previousClose\":1000,\"regularMarketTime\":1735776000}}],"
  "\"error\":null}}";

typedef struct {
  GString *links; /* as they were told */
  guint quotes;
  guint errors;
} Heard;

static void
line_made_cb (JipyoFeedLineKind kind, const char *line, gpointer user_data)
{
  Heard *heard = user_data;

  if (kind == JIPYO_FEED_LINE_LINK)
    g_string_append (heard->links, line);
  if (kind == JIPYO_FEED_LINE_QUOTE) {
    g_assert_nonnull (strstr (line, "\"provider\":\"yahoo\""));
    heard->quotes++;
  }
  if (kind == JIPYO_FEED_LINE_ERRORS)
    heard->errors++;
}

/* That another one answers does not make the one that is gone be there. */
static void
test_stand_in (void)
{
  static const char *const instruments[] = { "krx:KOSPI", NULL };
  g_autoptr (Exchange) gone = exchange_new (0, NULL);
  g_autoptr (Exchange) there = exchange_new (0, NULL);
  g_autofree char *naver = exchange_format_endpoint (gone, "naver");
  g_autofree char *yahoo = exchange_format_endpoint (there, "yahoo");
  const char *endpoints[] = { naver, yahoo, NULL };
  JipyoQuotesOrder order = { .instruments = instruments, .endpoints = endpoints };
  Heard heard = { .links = g_string_new (NULL) };
  g_autoptr (JipyoFeed) feed = NULL;

  exchange_set_script (gone, "captive");
  exchange_set_body (there, yahoo_body);
  feed = jipyo_feed_new (&order, line_made_cb, &heard, NULL);
  while (heard.quotes == 0 || heard.errors == 0
         || strstr (heard.links->str, "\"link\":\"retrying\"") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (strstr (heard.links->str, "\"link\":\"up\""));
  g_string_free (heard.links, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/feed/stand-in", test_stand_in);
  return g_test_run ();
}
