/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-alert-words.h"
#include "jipyo-ledger-file.h"

typedef struct {
  JipyoAlertKind kind;
  const char *subject;
  JipyoAlertTest test;
  JipyoDecimal level;
  const char *ko; /* "name|condition" */
  const char *en;
} Case;

static const Case cases[] = {
  { JIPYO_ALERT_PRICE,
    "upbit:KRW-BTC",
    JIPYO_ALERT_ABOVE,
    { 160000000, 0 },
    "BTC 업비트|가격이 160,000,000 이상일 때",
    "BTC Upbit|when the price is 160,000,000 or more" },
  { JIPYO_ALERT_CHANGE,
    "krx:KOSPI",
    JIPYO_ALERT_BELOW,
    { -25, 1 },
    "코스피|등락률이 -2.5 % 이하일 때",
    "KOSPI|when the change is -2.5 % or less" },
  { JIPYO_ALERT_SPREAD,
    "KRW-BTC",
    JIPYO_ALERT_CROSSES_UP,
    { 3, 0 },
    "BTC|거래소 간 가격 차가 3 % 위로 올라설 때",
    "BTC|when the spread across venues rises to 3 %" },
  { JIPYO_ALERT_BASKET,
    "basket:upstage",
    JIPYO_ALERT_CROSSES_DOWN,
    { 90, 0 },
    "업스테이지 바구니|종목 바구니 지수가 90 아래로 내려설 때",
    "Upstage basket|when the index of the basket falls to 90" },
  { JIPYO_ALERT_STALENESS,
    "upbit:KRW-BTC",
    JIPYO_ALERT_ABOVE,
    { 60, 0 },
    "BTC 업비트|시세 없는 시간이 60초 이상일 때",
    "BTC Upbit|when the time without a price is 60 s or more" },
  { JIPYO_ALERT_EVENT,
    "all",
    JIPYO_ALERT_BELOW,
    { 7, 0 },
    "모든 팀|다음 일정까지 남은 날이 7일 이하일 때",
    "All teams|when the time to the next event is 7 d or less" },
  { JIPYO_ALERT_EVENT,
    "no-team",
    JIPYO_ALERT_BELOW,
    { 7, 0 },
    "no-team|다음 일정까지 남은 날이 7일 이하일 때",
    "no-team|when the time to the next event is 7 d or less" },
};

static JipyoLedger *
load (void)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  JipyoLedger *ledger = jipyo_ledger_new ();

  g_assert_true (jipyo_ledger_load_shipped (ledger, problems));
  return ledger;
}

static void
assert_words (const JipyoAlertRule *rule, JipyoLang lang, const char *expected)
{
  g_autoptr (JipyoLedger) ledger = load ();
  g_autofree char *name = jipyo_alert_words_subject (rule, ledger, lang);
  g_autofree char *condition = jipyo_alert_words_condition (rule, lang);
  g_autofree char *both = g_strconcat (name, "|", condition, NULL);

  g_assert_cmpstr (both, ==, expected);
}

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const JipyoAlertRule rule = { .kind = cases[i].kind,
                                  .subject = (char *) cases[i].subject,
                                  .test = cases[i].test,
                                  .level = cases[i].level };

    assert_words (&rule, JIPYO_LANG_KO, cases[i].ko);
    assert_words (&rule, JIPYO_LANG_EN, cases[i].en);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/alert-words/sentences", test_sentences);
  return g_test_run ();
}
