/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A feed that looks at an exchange's list, ends, and looks again after a coin's code has changed.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "exchange.h"
#include "jipyo-feed.h"

/* Good as one of the list and as one of the prices, which are asked for of the same exchange. */
#define ROW(market, name)                                                                          \
  "{\"market\":\"" market "\",\"korean_name\":\"" name "\",\"english_name\":\"" name               \
  "\",\"market_event\":{\"warning\":false,\"caution\":{\"A\":false}},\"trade_price\":120,\"prev_"  \
  "closing_price\":100,\"signed_change_price\":20,"                                                \
  "\"signed_change_rate\":0.2,\"timestamp\":1735776000000,\"high_price\":130,\"low_price\":90}"

typedef struct {
  Exchange *exchange;
  char *directory;
  char *path;
  GString *listings;
} Desk;

static void
set_up (Desk *desk, gconstpointer data)
{
  desk->exchange = exchange_new (0, NULL);
  desk->directory = g_dir_make_tmp ("jipyo-names-XXXXXX", NULL);
  desk->path = g_build_filename (desk->directory, "below", "names.json", NULL);
  desk->listings = g_string_new (NULL);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  g_autofree char *below = g_path_get_dirname (desk->path);

  exchange_free (desk->exchange);
  g_unlink (desk->path);
  g_rmdir (below);
  g_rmdir (desk->directory);
  g_free (desk->path);
  g_free (desk->directory);
  g_string_free (desk->listings, TRUE);
}

static void
line_told_cb (JipyoFeedLineKind kind, const char *line, gpointer user_data)
{
  Desk *desk = user_data;

  if (kind == JIPYO_FEED_LINE_LISTINGS)
    g_string_append (desk->listings, line);
}

static gboolean
is_kept (const Desk *desk, const char *part)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (desk->path, &text, NULL, NULL) && strstr (text, part) != NULL;
}

/* A feed that follows the old code, until the list has come. */
static JipyoFeed *
begin_and_wait (Desk *desk, const char *list)
{
  static const char *const instruments[] = { "upbit:KRW-OLD", NULL };
  g_autofree char *upbit = exchange_format_endpoint (desk->exchange, "upbit");
  const char *endpoints[] = { upbit, NULL };
  const JipyoQuotesOrder order = { .instruments = instruments,
                                   .endpoints = endpoints,
                                   .names = desk->path };
  JipyoFeed *feed;

  g_string_truncate (desk->listings, 0);
  exchange_set_body (desk->exchange, list);
  feed = jipyo_feed_new (&order, line_told_cb, desk, NULL);
  g_assert_nonnull (feed);
  while (desk->listings->len == 0)
    g_main_context_iteration (NULL, TRUE);
  return feed;
}

static void
end (JipyoFeed *feed)
{
  jipyo_feed_free (feed);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* What a venue did while nobody looked is noticed at the next start, as often as it is followed by
 * the old code. */
static void
test_overnight (Desk *desk, gconstpointer data)
{
  end (begin_and_wait (desk, "[" ROW ("KRW-OLD", "Olden") "," ROW ("KRW-BTC", "Bitcoin") "]"));
  g_assert_true (is_kept (desk, "upbit:KRW-OLD"));
  g_assert_false (is_kept (desk, "upbit:KRW-BTC")); /* not followed */
  for (int i = 0; i < 2; i++) {
    JipyoFeed *feed =
      begin_and_wait (desk, "[" ROW ("KRW-NEW", "Olden") "," ROW ("KRW-BTC", "Bitcoin") "]");

    g_assert_nonnull (strstr (desk->listings->str, "\"successor\":\"upbit:KRW-NEW\""));
    end (feed);
    g_assert_true (is_kept (desk, "upbit:KRW-OLD"));
    g_assert_false (is_kept (desk, "upbit:KRW-NEW"));
  }
}

/* Once the new code is followed the old one is forgotten. */
static void
test_follows (Desk *desk, gconstpointer data)
{
  static const char *const instruments[] = { "upbit:KRW-NEW", NULL };
  JipyoFeed *feed;

  end (begin_and_wait (desk, "[" ROW ("KRW-OLD", "Olden") "]"));
  feed = begin_and_wait (desk, "[" ROW ("KRW-NEW", "Olden") "]");
  jipyo_feed_watch (feed, instruments);
  g_assert_true (is_kept (desk, "upbit:KRW-NEW"));
  g_assert_false (is_kept (desk, "upbit:KRW-OLD"));
  end (feed);
}

/* A damaged file is as if there were none, and is made anew by the next list. */
static void
test_damaged (Desk *desk, gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "{",
    "{\"version\":1,\"names\":[{\"instrument\":\"upbit:KRW-OLD\"}]}",
    "{\"version\":1,\"names\":[{\"instrument\":\"<b>\",\"ko\":\"Olden\"}]}",
    "{\"version\":2,\"names\":[{\"instrument\":\"upbit:KRW-OLD\",\"ko\":\"Olden\"}]}",
  };

  end (begin_and_wait (desk, "[" ROW ("KRW-OLD", "Olden") "]"));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    JipyoFeed *feed;

    g_assert_true (g_file_set_contents (desk->path, texts[i], -1, NULL));
    feed = begin_and_wait (desk, "[" ROW ("KRW-NEW", "Olden") "," ROW ("KRW-BTC", "Bitcoin") "]");
    g_assert_null (strstr (desk->listings->str, "successor"));
    end (feed);
  }
  end (begin_and_wait (desk, "[" ROW ("KRW-OLD", "Olden") "]"));
  g_assert_true (is_kept (desk, "\"ko\": \"Olden\""));
}

/* What names no venue that has a list, as of a later version, is passed over. */
static void
test_foreign (Desk *desk, gconstpointer data)
{
  g_autofree char *below = g_path_get_dirname (desk->path);

  g_assert_cmpint (g_mkdir_with_parents (below, 0700), ==, 0);
  g_assert_true (g_file_set_contents (
    desk->path,
    "{\"version\":1,\"names\":[{\"instrument\":\"krx:005930\",\"ko\":\"A\"},{\"instrument\":"
    "\"nobody:"
    "X\",\"ko\":\"A\"},{\"instrument\":\"bithumb-old:X\",\"ko\":\"A\"},{\"instrument\":"
    "\"upbit:KRW-OLD\",\"en\":\"Olden\"}]}",
    -1, NULL));
  end (begin_and_wait (desk, "[" ROW ("KRW-NEW", "Olden") "]"));
  g_assert_nonnull (strstr (desk->listings->str, "\"successor\":\"upbit:KRW-NEW\""));
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*test) (Desk *, gconstpointer);
  } tests[] = {
    { "/app/name-memory/overnight", test_overnight },
    { "/app/name-memory/follows", test_follows },
    { "/app/name-memory/damaged", test_damaged },
    { "/app/name-memory/foreign", test_foreign },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Desk, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
