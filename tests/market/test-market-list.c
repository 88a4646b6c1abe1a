/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the venues say of what they list: the recordings and invented rows in their shapes, whole
 * and damaged in every way. Of Coinone's list no answer is recorded; its rows here are written
 * after its documents.
 */

#include <string.h>

#include "damage.h"
#include "jipyo-market-error.h"
#include "jipyo-market-list.h"
#include "jipyo-renames.h"

#define EVENT(warning, cautions)                                                                   \
  "\"market_event\":{\"warning\":" warning ",\"caution\":{" cautions "}}"
#define QUIET "\"PRICE_FLUCTUATIONS\":false,\"TRADING_VOLUME_SOARING\":false"
#define LOUD "\"PRICE_FLUCTUATIONS\":false,\"TRADING_VOLUME_SOARING\":true"
#define UPBIT(event) "[{\"market\":\"KRW-BTC\",\"english_name\":\"Bitcoin\"," event "}]"
#define COINONE(more)                                                                              \
  "{\"result\":\"success\",\"error_code\":\"0\",\"server_time\":1735776000000,\"markets\":[{"      \
  "\"quote_currency\":\"KRW\",\"target_currency\":\"BTC\",\"price_unit\":\"1000.0\"" more "}]}"

typedef struct {
  const JipyoMarketListKind *kind;
  const char *body;
  const char *expected; /* "KRW-BTC listed"; "?" is unknown; or a part of the error */
} Case;

static const Case cases[] = {
  { &jipyo_upbit_market_list, UPBIT (EVENT ("false", QUIET)), "KRW-BTC listed" },
  { &jipyo_upbit_market_list, UPBIT (EVENT ("false", LOUD)), "KRW-BTC caution" },
  { &jipyo_upbit_market_list, UPBIT (EVENT ("true", LOUD)), "KRW-BTC warning" },
  /* A kind of caution that nobody has heard of yet. */
  { &jipyo_upbit_market_list, UPBIT (EVENT ("false", QUIET ",\"NEW_KIND\":true")),
    "KRW-BTC caution" },
  { &jipyo_upbit_market_list, UPBIT (EVENT ("false", QUIET ",\"NEW_KIND\":\"no\"")), "KRW-BTC ?" },
  { &jipyo_upbit_market_list, UPBIT (EVENT ("\"no\"", QUIET)), "KRW-BTC ?" },
  { &jipyo_upbit_market_list, UPBIT (EVENT ("false", "")), "KRW-BTC ?" },
  { &jipyo_upbit_market_list, UPBIT ("\"market_warning\":\"NONE\""), "KRW-BTC ?" },
  { &jipyo_upbit_market_list, "[]", "without a market" },
  { &jipyo_upbit_market_list, "{}", "expected a list" },
  { &jipyo_upbit_market_list, "{\"error\":{\"name\":400,\"message\":\"Type mismatch\"}}",
    "Type mismatch" },
  { &jipyo_upbit_market_list, "[{\"market\":\"KRW-BTC\"},{\"market\":\"krw-btc\"}]",
    "listed twice" },
  { &jipyo_upbit_market_list, "[{\"market\":7}]", "quote_currency" },
  { &jipyo_bithumb_market_list, "[{\"market\":\"KRW-BTC\",\"market_warning\":\"CAUTION\"}]",
    "KRW-BTC warning" },
  { &jipyo_bithumb_market_list, "[{\"market\":\"KRW-BTC\",\"market_warning\":\"NONE\"}]",
    "KRW-BTC listed" },
  { &jipyo_bithumb_market_list, "[{\"market\":\"KRW-BTC\",\"market_warning\":\"MAYBE\"}]",
    "KRW-BTC ?" },
  { &jipyo_bithumb_market_list, "[{\"market\":\"KRW-BTC\"}]", "KRW-BTC ?" },
  { &jipyo_coinone_market_list, COINONE (",\"maintenance_status\":0,\"trade_status\":1"),
    "KRW-BTC listed" },
  { &jipyo_coinone_market_list, COINONE (",\"maintenance_status\":1,\"trade_status\":1"),
    "KRW-BTC suspended" },
  { &jipyo_coinone_market_list, COINONE (",\"maintenance_status\":0,\"trade_status\":0"),
    "KRW-BTC suspended" },
  { &jipyo_coinone_market_list, COINONE (",\"maintenance_status\":0,\"trade_status\":7"),
    "KRW-BTC ?" },
  { &jipyo_coinone_market_list, COINONE (""), "KRW-BTC ?" },
  { &jipyo_coinone_market_list,
    "{\"result\":\"error\",\"error_code\":\"405\",\"error_msg\":\"maintenance\"}",
    "answered 405: maintenance" },
  { &jipyo_coinone_market_list, "{\"result\":\"error\",\"error_code\":\"405\"}", "answered 405" },
  { &jipyo_coinone_market_list, "{\"result\":\"success\",\"errorCode\":\"0\"}",
    "answered 0 by its old interface" },
  { &jipyo_coinone_market_list, "{\"result\":\"error\"}", "answered error without a code" },
  { &jipyo_coinone_market_list, "{\"result\":\"success\",\"error_code\":\"0\"}", "markets" },
};

typedef struct {
  const JipyoMarketListKind *kind;
  const char *file;
  const char *expected; /* as above, a line each */
} Recording;

static const Recording recordings[] = {
  { &jipyo_upbit_market_list, "upbit-market-all-1.json", "KRW-BTC listed\nKRW-ETH warning" },
  { &jipyo_bithumb_market_list, "bithumb-v1-market-all-1.json", "KRW-BTC listed" },
  /* Answers to other questions. */
  { &jipyo_upbit_market_list, "upbit-error-404-1.json", "Code not found" },
  { &jipyo_upbit_market_list, "upbit-headers-1.json", "expected a list" },
  { &jipyo_bithumb_market_list, "bithumb-public-ticker-1.json", "expected a list" },
  { &jipyo_coinone_market_list, "coinone-ticker-new-1.json", "markets" },
  { &jipyo_coinone_market_list, "coinone-error-107-1.json", "107" },
};

/* What the list says of each name in `expected`, or the error. */
static char *
describe (const JipyoMarketListKind *kind, const char *body, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoMarketList) list = kind->parse (body, strlen (body), &error);
  g_auto (GStrv) lines = g_strsplit (expected, "\n", -1);
  GString *text = g_string_new (NULL);

  if (list == NULL) {
    g_assert_true (error->domain == JIPYO_MARKET_ERROR);
    g_string_assign (text, error->message);
    return g_string_free (text, FALSE);
  }
  g_assert_cmpuint (jipyo_market_list_get_length (list), ==, g_strv_length (lines));
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) words = g_strsplit (lines[i], " ", 2);
    JipyoListing listing;
    const char *id = "!";

    if (jipyo_market_list_find (list, words[0], &listing))
      id = jipyo_listing_id (listing) != NULL ? jipyo_listing_id (listing) : "?";
    g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", words[0], id);
  }
  return g_string_free (text, FALSE);
}

static void
assert_list (const JipyoMarketListKind *kind, const char *body, const char *expected)
{
  g_autofree char *result = describe (kind, body, expected);

  g_test_message ("%s", result);
  if (g_str_has_prefix (expected, "KRW-"))
    g_assert_cmpstr (result, ==, expected);
  else
    g_assert_nonnull (strstr (result, expected));
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_list (cases[i].kind, cases[i].body, cases[i].expected);
}

static char *
read_recording (const char *file)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "payloads", file, NULL);
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_test_skip ("the recordings are not here");
  return text;
}

static void
test_recordings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (recordings); i++) {
    g_autofree char *body = read_recording (recordings[i].file);

    if (body != NULL)
      assert_list (recordings[i].kind, body, recordings[i].expected);
  }
}

static void
test_names (void)
{
  static const char body[] = "[{\"market\":\"krw-btc\",\"market_warning\":\"CAUTION\"}]";
  g_autoptr (JipyoMarketList) list = jipyo_bithumb_market_list.parse (body, strlen (body), NULL);
  JipyoListing listing = JIPYO_LISTING_LISTED;

  g_assert_true (jipyo_market_list_find (list, "KRW-BTC", &listing));
  g_assert_cmpint (listing, ==, JIPYO_LISTING_WARNING);
  listing = JIPYO_LISTING_LISTED;
  g_assert_false (jipyo_market_list_find (list, "KRW-BT", &listing));
  g_assert_cmpint (listing, ==, JIPYO_LISTING_LISTED);
}

typedef struct {
  const JipyoMarketListKind *kind;
  const char *body;
  JipyoMarketList *list; /* as it is without damage */
  guint wrong;
} Trial;

/* Where a venue says a thing once only, a flag that became the other flag cannot be told, and
 * neither can one that is not there any more. */
static gboolean
is_other_flag (const char *body, const char *text, gsize length)
{
  const gsize whole = strlen (body);
  gsize ahead = 0;
  gsize behind = 0;

  while (ahead < length && ahead < whole && body[ahead] == text[ahead])
    ahead++;
  while (behind + ahead < length && behind + ahead < whole
         && body[whole - behind - 1] == text[length - behind - 1])
    behind++;
  g_autofree char *was = g_strndup (body + ahead, whole - ahead - behind);
  g_autofree char *is = g_strndup (text + ahead, length - ahead - behind);

  return (*is == '\0' && strstr (was, "true") != NULL)
         || (strcmp (was, "fals") == 0 && strcmp (is, "tru") == 0)
         || (strcmp (was, "1") == 0 && strcmp (is, "0") == 0)
         || (strcmp (was, "0") == 0 && strcmp (is, "1") == 0);
}

/* A damaged name is not in the list: that alone delists nothing, so it is no wrong listing. */
static void
look_at (gpointer user_data, const char *data, gsize length, gboolean digits_only)
{
  static const char *const symbols[] = { "KRW-BTC", "KRW-ETH" };
  Trial *trial = user_data;
  g_autofree char *text = g_strndup (data, length);
  g_autoptr (JipyoMarketList) list = trial->kind->parse (data, length, NULL);

  for (guint i = 0; list != NULL && i < G_N_ELEMENTS (symbols); i++) {
    JipyoListing was;
    JipyoListing is;

    if (!jipyo_market_list_find (trial->list, symbols[i], &was) || was == JIPYO_LISTING_UNKNOWN
        || !jipyo_market_list_find (list, symbols[i], &is) || is == was
        || is == JIPYO_LISTING_UNKNOWN || is_other_flag (trial->body, data, length))
      continue;
    if (trial->wrong++ == 0)
      g_test_message ("%s", text);
  }
}

static void
damage_one (const JipyoMarketListKind *kind, const char *body)
{
  g_autofree char *text = g_strdup (body);
  Trial trial = { .kind = kind, .body = body };

  trial.list = kind->parse (body, strlen (body), NULL);
  if (trial.list == NULL)
    return;
  damage_each (text, strlen (text), look_at, &trial);
  jipyo_market_list_free (trial.list);
  g_assert_cmpuint (trial.wrong, ==, 0);
}

static void
test_damage (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    damage_one (cases[i].kind, cases[i].body);
  for (guint i = 0; i < G_N_ELEMENTS (recordings); i++) {
    g_autofree char *body = read_recording (recordings[i].file);

    if (body != NULL)
      damage_one (recordings[i].kind, body);
  }
}

#define ROW(market, ko, en)                                                                        \
  "{\"market\":\"" market "\",\"korean_name\":\"" ko "\",\"english_name\":\"" en "\"}"

static void
take (JipyoRenames *renames, const char *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoMarketList) list = jipyo_upbit_market_list.parse (body, strlen (body), &error);

  g_assert_no_error (error);
  jipyo_renames_take (renames, list);
}

static void
assert_successor (const JipyoRenames *renames, const char *symbol, const char *successor)
{
  gboolean several;

  g_assert_cmpstr (jipyo_renames_find (renames, symbol, &several), ==, successor);
  g_assert_false (several);
}

/* One that went, and one that came by the same name in one of the languages. */
static void
test_renamed (void)
{
  g_autoptr (JipyoRenames) renames = jipyo_renames_new ();

  take (renames, "[" ROW ("KRW-OLD", "옛날", "Olden") "," ROW ("BTC-OLD", "옛날", "Olden") "]");
  assert_successor (renames, "KRW-OLD", NULL);
  take (renames, "[" ROW ("KRW-NEW", "옛날", "Newer") "," ROW ("BTC-OLD", "옛날", "Olden") "]");
  assert_successor (renames, "krw-old", "KRW-NEW");
  assert_successor (renames, "BTC-OLD", NULL);
  assert_successor (renames, "KRW-NEVER", NULL);
  /* It has come back; its namesake is another then. */
  take (renames, "[" ROW ("KRW-NEW", "옛날", "Newer") "," ROW ("KRW-OLD", "옛날", "Olden") "]");
  assert_successor (renames, "KRW-OLD", NULL);
  take (renames, "[" ROW ("KRW-NEW", "옛날", "Newer") "]");
  assert_successor (renames, "KRW-OLD", NULL);
}

/* Nothing is guessed: not of a name that there was before, nor of two, nor of none. */
static void
test_not_renamed (void)
{
  g_autoptr (JipyoRenames) renames = jipyo_renames_new ();
  gboolean several;

  take (renames, "[" ROW ("KRW-A", "가", "A") "," ROW ("KRW-TWIN", "가", "A") "," ROW (
                   "KRW-B", "", "") "," ROW ("KRW-C", "다", "C") "]");
  take (renames, "[" ROW ("KRW-TWIN", "가", "A") "," ROW ("KRW-D", "", "") "," ROW (
                   "KRW-E", "다", "E") "," ROW ("KRW-F", "바", "c") "]");
  assert_successor (renames, "KRW-A", NULL);
  assert_successor (renames, "KRW-B", NULL);
  g_assert_null (jipyo_renames_find (renames, "KRW-C", &several));
  g_assert_true (several);
}

static void
listed (const char *symbol, const JipyoText *name, gpointer data)
{
  g_string_append_printf (data, "%s ", symbol);
}

static void
assert_recalled (const JipyoRenames *renames, const char *symbol, const char *all)
{
  g_autoptr (GString) text = g_string_new (NULL);

  jipyo_renames_recall (renames, symbol, listed, text);
  g_assert_cmpstr (text->str, ==, all);
}

/* What changed while nobody looked is noticed by what was kept from before, and by that alone. */
static void
test_remembered (void)
{
  const JipyoText olden = { (char *) "옛날", (char *) "Olden" };
  const JipyoText twin = { (char *) "둘", (char *) "Two" };
  g_autoptr (JipyoRenames) renames = jipyo_renames_new ();

  jipyo_renames_remember (renames, "KRW-OLD", &olden);
  jipyo_renames_remember (renames, "KRW-ONE", &twin);
  jipyo_renames_remember (renames, "KRW-TWO", &twin);
  assert_successor (renames, "KRW-OLD", NULL);
  assert_recalled (renames, "KRW-OLD", "KRW-OLD ");
  take (renames, "[" ROW ("KRW-NEW", "옛날", "Olden") "," ROW ("KRW-TWO", "둘", "Two") "," ROW (
                   "KRW-A", "가", "A") "," ROW ("KRW-B", "가", "A") "]");
  assert_successor (renames, "KRW-OLD", "KRW-NEW");
  assert_successor (renames, "KRW-ONE", NULL); /* the other one was there before */
  /* As long as it is followed by the old code, it is noticed each time. */
  assert_recalled (renames, "krw-old", "KRW-OLD ");
  assert_recalled (renames, "KRW-NEW", "KRW-NEW ");
  assert_recalled (renames, "KRW-ONE", "KRW-ONE KRW-TWO ");
  assert_recalled (renames, "KRW-A", "KRW-A KRW-B ");
  assert_recalled (renames, "KRW-NEVER", "");
  /* Of what nobody remembered the first list is the oldest known. */
  take (renames, "[" ROW ("KRW-B", "가", "A") "]");
  assert_successor (renames, "KRW-A", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/market/market-list/remembered", test_remembered);
  g_test_add_func ("/market/market-list/cases", test_cases);
  g_test_add_func ("/market/market-list/recordings", test_recordings);
  g_test_add_func ("/market/market-list/names", test_names);
  g_test_add_func ("/market/market-list/damage", test_damage);
  g_test_add_func ("/market/market-list/renamed", test_renamed);
  g_test_add_func ("/market/market-list/not-renamed", test_not_renamed);
  return g_test_run ();
}
