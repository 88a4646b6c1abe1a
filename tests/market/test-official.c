/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The official sources: which day is asked for, and answers that no recording has, invented after
 * their documents; and keys, which go into an address and never into a message.
 */

#include <string.h>

#include "jipyo-date.h"
#include "jipyo-keys.h"
#include "jipyo-official.h"
#include "jipyo-parsers.h"

#define PORTAL(body)                                                                               \
  "{\"response\":{\"header\":{\"resultCode\":\"00\",\"resultMsg\":\"NORMAL "                       \
  "SERVICE.\"},\"body\":" body "}}"
#define DAY(day, name, series, price)                                                              \
  "{\"basDt\":\"" day "\",\"idxNm\":\"" name "\",\"idxCsf\":\"" series "\",\"clpr\":\"" price      \
  "\",\"vs\":\"-1.00\",\"fltRt\":\"-1.00\"}"
#define RATE(day, rate)                                                                            \
  "{\"ITEM_CODE1\":\"0000001\",\"TIME\":\"" day "\",\"DATA_VALUE\":\"" rate "\"}"

static gint64
instant (const char *text)
{
  gint64 instant_us = 0;

  g_assert_true (jipyo_instant_parse (text, &instant_us));
  return instant_us;
}

static void
assert_day (const char *now, const char *expected)
{
  g_autofree char *day = jipyo_official_format_day (jipyo_official_last_day (instant (now)));

  g_assert_cmpstr (day, ==, expected);
}

/* The figures of a day are out at eight in Korea the next morning. */
static void
test_days (void)
{
  assert_day ("2026-11-25T22:59:00Z", "20261124");
  assert_day ("2026-11-25T23:00:00Z", "20261125");
  assert_day ("2026-11-22T23:30:00Z", "20261120"); /* a Monday morning: of Friday */
  assert_day ("2026-11-22T22:30:00Z", "20261120");
  assert_day ("2026-11-21T03:00:00Z", "20261120"); /* a Saturday */
}

static void
test_requests (void)
{
  static const char *const instruments[] = { "krx:KOSPI",  "krx:KOSPI200", "krx:KOSDAQ",
                                             "krx:005930", "krx:402030",   NULL };
  static const char *const expected[] = {
    "/svc/apis/idx/kospi_dd_trd?basDd=20261120 krx:KOSPI krx:KOSPI200",
    "/svc/apis/idx/kosdaq_dd_trd?basDd=20261120 krx:KOSDAQ",
    "/svc/apis/sto/stk_bydd_trd?basDd=20261120 krx:005930",
    "/svc/apis/sto/ksq_bydd_trd?basDd=20261120 krx:402030",
  };
  g_autoptr (GPtrArray) requests =
               g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_request_free);
  g_autoptr (JipyoRequest) before = NULL;

  jipyo_krx_plan (instruments, instant ("2026-11-23T03:00:00Z"), requests);
  g_assert_cmpuint (requests->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < requests->len; i++) {
    const JipyoRequest *request = g_ptr_array_index (requests, i);
    g_autofree char *names = g_strjoinv (" ", request->instruments);
    g_autofree char *text = g_strconcat (request->path, " ", names, NULL);

    g_assert_cmpstr (text, ==, expected[i]);
  }
  /* Of a holiday on and on back, but not for ever, and never to a weekend. */
  before = jipyo_krx_plan_before (g_ptr_array_index (requests, 1));
  g_assert_true (g_str_has_suffix (before->path, "kosdaq_dd_trd?basDd=20261119"));
  for (guint i = 0; before != NULL; i++) {
    JipyoRequest *next = jipyo_krx_plan_before (before);

    g_assert_cmpuint (i, <, 10);
    g_assert_false (g_str_has_suffix (before->path, "20261115"));
    jipyo_request_free (before);
    before = next;
  }
}

typedef struct {
  JipyoParser parse;
  const char *instrument;
  const char *body;
  const char *expected;
} Case;

static const Case cases[] = {
  { jipyo_krx_parse, "krx:KOSPI",
    "{\"OutBlock_1\":[{\"BAS_DD\":\"20261120\",\"IDX_NM\":\"코스피 200\",\"CLSPRC_IDX\":\"424.79\","
    "\"CMPPREVDD_IDX\":\"1\",\"FLUC_RT\":\"0.2\"},{\"BAS_DD\":\"20261120\",\"IDX_NM\":\"코스피\","
    "\"CLSPRC_IDX\":\"3,147.75\",\"CMPPREVDD_IDX\":\"-31.00\",\"FLUC_RT\":\"-0.98\"}]}",
    "closed 3147.75 -31" },
  { jipyo_krx_parse, "krx:005930",
    "{\"OutBlock_1\":[{\"BAS_DD\":\"20261120\",\"ISU_CD\":\"005930\",\"TDD_CLSPRC\":\"-\","
    "\"CMPPREVDD_PRC\":\"-\",\"FLUC_RT\":\"-\"}]}",
    "bad-reply" },
  { jipyo_krx_parse, "krx:KOSPI", "{\"respMsg\":\"Unauthorized API Call\",\"respCode\":\"401\"}",
    "no-key" },
  { jipyo_datagokr_parse, "krx:KOSPI", PORTAL ("{\"items\":\"\"}"), "not-found" },
  { jipyo_datagokr_parse, "krx:KOSPI",
    PORTAL ("{\"items\":{\"item\":" DAY ("20261120", "코스피", "KOSPI시리즈", "99.00") "}}"),
    "closed 99 -1" },
  /* In any order; the exact name; not the one of the other series. */
  { jipyo_datagokr_parse, "krx:KOSPI200",
    PORTAL (
      "{\"items\":{\"item\":[" DAY ("20261119", "코스피 200", "KOSPI시리즈", "98.00") "," DAY (
        "20261120",
        "코스피 200",
        "KOSPI시리즈",
        "99.00") "," DAY ("20261121",
                          "코스피 200 변동성지수",
                          "KOSPI시리즈",
                          "20.00") "," DAY ("20261121", "코스피 200", "테마지수", "30.00") "]}}"),
    "closed 99 -1" },
  { jipyo_datagokr_parse, "krx:KOSPI",
    PORTAL ("{\"items\":{\"item\":[" DAY ("20261120", "코스피", "KOSPI시리즈", "99.00") "," DAY (
      "20261120",
      "코스피",
      "KOSPI시리즈",
      "89.00") "]}}"),
    "bad-reply" },
  { jipyo_datagokr_parse, "krx:KOSPI",
    "<OpenAPI_ServiceResponse><cmmMsgHeader><returnAuthMsg>SERVICE_KEY_IS_NOT_REGISTERED_ERROR"
    "</returnAuthMsg></cmmMsgHeader></OpenAPI_ServiceResponse>",
    "no-key" },
  { jipyo_datagokr_parse, "krx:005930",
    PORTAL ("{\"items\":{\"item\":[{\"basDt\":\"20261120\",\"srtnCd\":\"005935\",\"clpr\":\"1\"},"
            "{\"basDt\":\"20261120\",\"srtnCd\":\"005930\",\"itmsNm\":\"가나다\",\"clpr\":\"101\","
            "\"vs\":\"1\",\"fltRt\":\"1\"}]}}"),
    "closed 101 1" },
  /* As the portal writes what is smaller than one. */
  { jipyo_datagokr_parse, "krx:KOSPI",
    PORTAL ("{\"items\":{\"item\":{\"basDt\":\"20261120\",\"idxNm\":\"코스피\",\"clpr\":\"99.39\","
            "\"vs\":\"-.61\",\"fltRt\":\"-.61\"}}}"),
    "closed 99.39 -0.61" },
  { jipyo_datagokr_parse, "krx:KOSPI",
    PORTAL ("{\"items\":{\"item\":{\"basDt\":\"20261120\",\"idxNm\":\"코스피\",\"clpr\":\"100.05\","
            "\"vs\":\".05\",\"fltRt\":\".05\"}}}"),
    "closed 100.05 0.05" },
  { jipyo_datagokr_parse, "krx:KOSPI",
    PORTAL ("{\"items\":{\"item\":{\"basDt\":\"20261120\",\"idxNm\":\"코스피\",\"clpr\":\"99.39\","
            "\"vs\":\"-.\",\"fltRt\":\"-.61\"}}}"),
    "bad-reply" },
  { jipyo_ecos_parse, "fx:USDKRW",
    "{\"StatisticSearch\":{\"row\":[" RATE ("20261120", "1,450.5") "," RATE (
      "20261118",
      "1440.0") "," RATE ("20261119", "1450.0") "]}}",
    "closed 1450.5 0.5" },
  { jipyo_ecos_parse, "fx:USDKRW",
    "{\"RESULT\":{\"CODE\":\"INFO-100\",\"MESSAGE\":\"인증키가 유효하지 않습니다.\"}}", "no-key" },
};

static char *
describe (const Case *test)
{
  const char *instruments[] = { test->instrument, NULL };
  g_autoptr (GError) error = NULL;
  JipyoHarvest harvest = {
    .provider = "krx",
    .instruments = instruments,
    .now_us = instant ("2026-11-23T03:00:00Z"),
  };
  char *result;

  jipyo_harvest_init (&harvest);
  if (test->parse (&harvest, test->body, strlen (test->body), &error)) {
    const JipyoQuote *quote = g_ptr_array_index (harvest.quotes, 0);
    g_autofree char *last = jipyo_decimal_format (quote->last);
    g_autofree char *change = jipyo_decimal_format (quote->change);

    result = g_strdup_printf ("%s %s %s", jipyo_quote_state_id (quote->state), last, change);
  } else {
    result = g_strdup (jipyo_market_error_id ((JipyoMarketError) error->code));
  }
  jipyo_harvest_clear (&harvest);
  return result;
}

static void
test_answers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *result = describe (&cases[i]);

    g_test_message ("%u: %s", i, result);
    g_assert_cmpstr (result, ==, cases[i].expected);
  }
}

/* However the key came, it is escaped once in an address, and gone from what is told. */
static void
test_keys (void)
{
  static const char *const forms[] = { "a+b/c==", "a%2Bb%2Fc%3D%3D" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (JipyoKeys) keys = jipyo_keys_new ();
    g_autofree char *path = jipyo_keys_fill (forms[i], "/a?key={key}&b=1");
    g_autofree char *told = NULL;

    g_assert_cmpstr (path, ==, "/a?key=a%2Bb%2Fc%3D%3D&b=1");
    jipyo_keys_put (keys, "datagokr", forms[i]);
    g_assert_cmpstr (jipyo_keys_find (keys, "datagokr"), ==, forms[i]);
    told = jipyo_keys_redact (keys, "not a+b/c== and not a%2Bb%2Fc%3D%3D");
    g_assert_cmpstr (told, ==, "not … and not …");
  }
  g_assert_null (jipyo_keys_find (NULL, "krx"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/market/official/days", test_days);
  g_test_add_func ("/market/official/requests", test_requests);
  g_test_add_func ("/market/official/answers", test_answers);
  g_test_add_func ("/market/official/keys", test_keys);
  return g_test_run ();
}
