/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The candles of a series as text. Figures are exact; what is not known is empty or null.
 */

#include "jipyo-past.h"

#include <string.h>

#include "jipyo-date.h"
#include "jipyo-format.h"
#include "jipyo-instrument.h"
#include "jipyo-known-quote.h"
#include "jipyo-json-writer.h"

static gboolean
is_ticks (const JipyoCandleSeries *series)
{
  return series->resolution == JIPYO_RESOLUTION_TICK;
}

static const JipyoCandle *
get_candle (const JipyoCandleSeries *series, guint i)
{
  return &g_array_index (series->candles, JipyoCandle, i);
}

static char *
format_price (const JipyoCandleSeries *series, gint64 digits)
{
  return jipyo_decimal_format (jipyo_candle_series_get_price (series, digits));
}

static char *
format_volume (const JipyoCandleSeries *series, const JipyoCandle *candle)
{
  JipyoDecimal volume;

  return jipyo_candle_series_get_volume (series, candle, &volume) ? jipyo_decimal_format (volume)
                                                                  : NULL;
}

/* The session of the day of the exam, which begins and ends an hour late, is over by then. */
static const gint64 KRX_DAY_MS = 8 * 60 * 60 * 1000;

/* The last candle, where its time was not over at `now_ms`, or when the copy was made; else NULL.
 */
static const JipyoCandle *
find_unfinished (const JipyoCandleSeries *series, gint64 now_ms)
{
  if (is_ticks (series) || series->candles->len == 0)
    return NULL;
  const gboolean session =
    series->resolution == JIPYO_RESOLUTION_DAY && g_str_has_prefix (series->instrument, "krx:");
  const JipyoCandle *last = get_candle (series, series->candles->len - 1);
  const gint64 known_ms = series->copied_ms != 0 ? MIN (series->copied_ms, now_ms) : now_ms;
  return last->start_ms + (session ? KRX_DAY_MS : series->step_ms) > known_ms ? last : NULL;
}

/* When the copy was made that it is from; NULL when it is from no copy. */
static char *
format_copied (const JipyoCandleSeries *series)
{
  return series->copied_ms != 0 ? jipyo_instant_format (series->copied_ms * 1000) : NULL;
}

/* `end`: of the line. */
static void
append_csv_line (GString *csv,
                 const JipyoCandleSeries *series,
                 const JipyoCandle *candle,
                 const char *end)
{
  g_autofree char *time = jipyo_instant_format (candle->start_ms * 1000);
  g_autofree char *open = format_price (series, candle->open);
  g_autofree char *high = format_price (series, candle->high);
  g_autofree char *low = format_price (series, candle->low);
  g_autofree char *close = format_price (series, candle->close);
  g_autofree char *volume = format_volume (series, candle);

  if (is_ticks (series))
    g_string_append_printf (csv, "%s,%s%s", time, close, end);
  else
    g_string_append_printf (csv, "%s,%s,%s,%s,%s,%s%s", time, open, high, low, close,
                            volume != NULL ? volume : "", end);
}

/* ",fetched:upbit"; a name that would be more than one field is put in quotes. */
static char *
format_csv_origin (const JipyoCandleSeries *series, const JipyoCandle *candle)
{
  const char *name = NULL;
  const JipyoOriginKind kind = jipyo_candle_series_find_origin (series, candle, &name);
  g_autoptr (GString) text = g_string_new (jipyo_origin_kind_id (kind));

  if (name != NULL)
    g_string_append_printf (text, ":%s", name);
  if (strpbrk (text->str, ",\"\r\n") == NULL)
    return g_strconcat (",", text->str, NULL);
  g_string_replace (text, "\"", "\"\"", 0);
  return g_strdup_printf (",\"%s\"", text->str);
}

char *
jipyo_past_format_csv (const JipyoCandleSeries *series, gboolean with_origins)
{
  g_autofree char *as_of = format_copied (series);
  g_autofree char *copied = as_of != NULL ? g_strconcat (",", as_of, NULL) : g_strdup ("");
  GString *csv =
    g_string_new (is_ticks (series) ? "time,price" : "time,open,high,low,close,volume");

  g_string_append_printf (csv, "%s%s\n", as_of != NULL ? ",as_of" : "",
                          with_origins ? ",origin" : "");
  for (guint i = 0; i < series->candles->len; i++) {
    const JipyoCandle *candle = get_candle (series, i);
    g_autofree char *origin = with_origins ? format_csv_origin (series, candle) : g_strdup ("");
    g_autofree char *end = g_strdup_printf ("%s%s\n", copied, origin);

    append_csv_line (csv, series, candle, end);
  }
  return g_string_free (csv, FALSE);
}

static void
write_instant (JipyoJsonWriter *json, const char *key, gint64 time_ms)
{
  g_autofree char *text =
    time_ms == G_MININT64 || time_ms == G_MAXINT64 ? NULL : jipyo_instant_format (time_ms * 1000);

  jipyo_json_writer_member (json, key, text);
}

static void
write_candle (JipyoJsonWriter *json, const JipyoCandleSeries *series, const JipyoCandle *candle)
{
  g_autofree char *volume = format_volume (series, candle);
  const struct {
    const char *key;
    gint64 digits;
  } prices[] = { { "open", candle->open },
                 { "high", candle->high },
                 { "low", candle->low },
                 { "close", candle->close } };

  jipyo_json_writer_begin_object (json);
  write_instant (json, "start", candle->start_ms);
  for (guint i = 0; i < G_N_ELEMENTS (prices); i++)
    jipyo_json_writer_member_decimal (json, prices[i].key,
                                      jipyo_candle_series_get_price (series, prices[i].digits));
  jipyo_json_writer_member (json, "volume", volume);
  jipyo_json_writer_end_object (json);
}

static void
write_gap (JipyoJsonWriter *json, const JipyoGap *gap)
{
  jipyo_json_writer_begin_object (json);
  write_instant (json, "from", gap->from_ms);
  write_instant (json, "to", gap->to_ms);
  jipyo_json_writer_member (json, "reason", jipyo_gap_reason_id (gap->reason));
  jipyo_json_writer_end_object (json);
}

static void
write_code (JipyoJsonWriter *json, const JipyoNewCode *code)
{
  jipyo_json_writer_begin_object (json);
  jipyo_json_writer_member (json, "instrument", code->instrument);
  jipyo_json_writer_member (json, "successor", code->successor);
  write_instant (json, "until", code->until_us / 1000);
  jipyo_json_writer_end_object (json);
}

static void
write_codes (JipyoJsonWriter *json, const JipyoCandleSeries *series)
{
  jipyo_json_writer_key (json, "former");
  jipyo_json_writer_begin_array (json);
  for (guint i = 0; series->former != NULL && i < series->former->len; i++)
    write_code (json, g_ptr_array_index (series->former, i));
  jipyo_json_writer_end_array (json);
  if (series->next == NULL) {
    jipyo_json_writer_member (json, "next", NULL);
    return;
  }
  jipyo_json_writer_key (json, "next");
  write_code (json, series->next);
}

static void
write_origin (JipyoJsonWriter *json, const JipyoOriginRun *run)
{
  jipyo_json_writer_begin_object (json);
  write_instant (json, "from", run->from_ms);
  write_instant (json, "to", run->to_ms);
  jipyo_json_writer_member (json, "kind", jipyo_origin_kind_id (run->kind));
  jipyo_json_writer_member (json, "name", run->name);
  jipyo_json_writer_end_object (json);
}

static void
write_origins (JipyoJsonWriter *json, const JipyoCandleSeries *series)
{
  g_autoptr (GArray) runs = jipyo_candle_series_list_origins (series);

  jipyo_json_writer_key (json, "origins");
  jipyo_json_writer_begin_array (json);
  for (guint i = 0; i < runs->len; i++)
    write_origin (json, &g_array_index (runs, JipyoOriginRun, i));
  jipyo_json_writer_end_array (json);
}

char *
jipyo_past_format_json (const JipyoCandleSeries *series, gint64 now_ms)
{
  const JipyoCandle *unfinished = find_unfinished (series, now_ms);
  g_autoptr (JipyoJsonWriter) json = jipyo_json_writer_new (TRUE);
  g_autofree char *as_of = format_copied (series);

  jipyo_json_writer_begin_object (json);
  jipyo_json_writer_member (json, "instrument", series->instrument);
  jipyo_json_writer_member (json, "every", jipyo_resolution_id (series->resolution));
  jipyo_json_writer_member (json, "source", as_of != NULL ? "copy" : "history");
  jipyo_json_writer_member (json, "as_of", as_of);
  jipyo_json_writer_key (json, "candles");
  jipyo_json_writer_begin_array (json);
  for (guint i = 0; i < series->candles->len; i++)
    write_candle (json, series, get_candle (series, i));
  jipyo_json_writer_end_array (json);
  write_instant (json, "unfinished", unfinished != NULL ? unfinished->start_ms : G_MININT64);
  jipyo_json_writer_key (json, "gaps");
  jipyo_json_writer_begin_array (json);
  for (guint i = 0; i < series->gaps->len; i++)
    write_gap (json, &g_array_index (series->gaps, JipyoGap, i));
  jipyo_json_writer_end_array (json);
  write_codes (json, series);
  write_origins (json, series);
  jipyo_json_writer_end_object (json);
  return jipyo_json_writer_finish (json);
}

static char *
format_time (gint64 time_ms)
{
  if (time_ms == G_MININT64 || time_ms == G_MAXINT64)
    return g_strdup ("…");
  g_autofree char *day = jipyo_date_format (jipyo_instant_date_kst (time_ms * 1000));
  g_autofree char *time = jipyo_instant_format_time_kst (time_ms * 1000);

  return g_strdup_printf ("%s %s", day, time);
}

static const char *
gap_label (JipyoGapReason reason, JipyoLang lang)
{
  const gboolean ko = lang == JIPYO_LANG_KO;

  switch (reason) {
  case JIPYO_GAP_NOT_RUNNING:
    return ko ? "프로그램이 실행되지 않음" : "the program was not running";
  case JIPYO_GAP_MISSING:
    return ko ? "받은 값 없음" : "nothing came";
  case JIPYO_GAP_DAMAGED:
    break;
  }
  return ko ? "손상됨" : "damaged";
}

static void
append_gap (GString *text, const JipyoGap *gap, JipyoLang lang)
{
  g_autofree char *from = format_time (gap->from_ms);
  g_autofree char *to = format_time (gap->to_ms);

  g_string_append_printf (text, "%s  – %s  %s\n", from, to, gap_label (gap->reason, lang));
}

static void
append_row (GString *text, const JipyoCandleSeries *series, const JipyoCandle *candle)
{
  const gint64 prices[] = { candle->open, candle->high, candle->low, candle->close };
  const gboolean days = series->resolution == JIPYO_RESOLUTION_DAY;
  g_autofree char *time = days
                            ? jipyo_date_format (jipyo_instant_date_kst (candle->start_ms * 1000))
                            : format_time (candle->start_ms);
  g_autofree char *volume = format_volume (series, candle);

  g_string_append (text, time);
  for (guint i = is_ticks (series) ? 3 : 0; i < G_N_ELEMENTS (prices); i++) {
    g_autofree char *price =
      jipyo_format_price (jipyo_candle_series_get_price (series, prices[i]), series->scale);

    g_string_append_printf (text, "  %14s", price);
  }
  if (volume != NULL)
    g_string_append_printf (text, "  %14s", volume);
}

static void
append_head (GString *text, const JipyoCandleSeries *series, JipyoLang lang)
{
  static const char *const labels[][2] = {
    { "시가", "open" }, { "고가", "high" }, { "저가", "low" }, { "종가", "close" }
  };
  const gboolean ko = lang == JIPYO_LANG_KO;
  const gboolean days = series->resolution == JIPYO_RESOLUTION_DAY;

  if (days)
    g_string_append_printf (text, "%s · %s\n", series->instrument, ko ? "UTC 하루" : "UTC days");
  else
    g_string_append_printf (text, "%s · %s\n", series->instrument,
                            ko ? "한국 시각" : "Korean time");
  if (is_ticks (series))
    return;
  g_string_append_printf (text, "%*s", days ? 10 : 19, "");
  /* A Korean letter takes two columns and counts as one. */
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_string_append_printf (text, "  %*s%s", ko ? 10 : 14 - (int) strlen (labels[i][1]), "",
                            labels[i][ko ? 0 : 1]);
  g_string_append_printf (text, "  %8s%s\n", "", ko ? "거래량" : "volume");
}

static void
append_copied (GString *text, const JipyoCandleSeries *series, JipyoLang lang)
{
  g_autofree char *time = format_time (series->copied_ms);

  g_string_append_printf (text,
                          lang == JIPYO_LANG_KO ? "%s(한국 시각) 사본의 내용\n"
                                                : "As of the copy of %s, Korean time\n",
                          time);
}

/* Those that it went by until before the candle; how many are left. */
static guint
append_former (GString *text, const JipyoCandleSeries *series, guint n, gint64 start_ms)
{
  while (n > 0) {
    const JipyoNewCode *code = g_ptr_array_index (series->former, n - 1);
    g_autofree char *time = format_time (code->until_us / 1000);

    if (code->until_us / 1000 >= start_ms)
      break;
    g_string_append_printf (text, "%s  %s → %s\n", time, code->instrument,
                            jipyo_instrument_get_symbol (code->successor));
    n--;
  }
  return n;
}

/* "업비트에서 받아 옴"; NULL for what was heard, which goes without saying. */
char *
jipyo_past_format_origin (const JipyoOriginRun *run, JipyoLang lang)
{
  const gboolean ko = lang == JIPYO_LANG_KO;

  switch (run->kind) {
  case JIPYO_ORIGIN_FETCHED:
    return g_strdup_printf (ko ? "%s에서 받아 옴" : "fetched from %s",
                            jipyo_known_quote_provider_label (run->name, lang));
  case JIPYO_ORIGIN_IMPORTED:
    return g_strdup_printf (ko ? "%s 파일에서 가져옴" : "imported from %s", run->name);
  case JIPYO_ORIGIN_SEVERAL:
    return g_strdup (ko ? "여러 출처의 봉을 합친 것" : "joined of candles of several sources");
  case JIPYO_ORIGIN_UNKNOWN:
    return g_strdup (ko ? "누구에게서 왔는지 적혀 있지 않음" : "from whom is not written down");
  case JIPYO_ORIGIN_HEARD:
    break;
  }
  return NULL;
}

/* At the end, as a list of sources stands; of days the last one is in it. */
static void
append_origins (GString *text, const JipyoCandleSeries *series, JipyoLang lang)
{
  g_autoptr (GArray) runs = jipyo_candle_series_list_origins (series);
  const gboolean days = series->resolution == JIPYO_RESOLUTION_DAY;

  for (guint i = 0; i < runs->len; i++) {
    const JipyoOriginRun *run = &g_array_index (runs, JipyoOriginRun, i);
    g_autofree char *words = jipyo_past_format_origin (run, lang);
    g_autofree char *from = format_time (run->from_ms);
    g_autofree char *to = format_time (days ? run->to_ms - series->step_ms : run->to_ms);
    const int length = days ? 10 : (int) MAX (strlen (from), strlen (to));

    if (words != NULL)
      g_string_append_printf (text, "%.*s – %.*s  %s\n", length, from, length, to, words);
  }
}

char *
jipyo_past_format_text (const JipyoCandleSeries *series, gint64 now_ms, JipyoLang lang)
{
  const JipyoCandle *unfinished = find_unfinished (series, now_ms);
  GString *text = g_string_new (NULL);
  guint n_former = series->former != NULL ? series->former->len : 0;
  guint gap = 0;

  if (series->copied_ms != 0)
    append_copied (text, series, lang);
  append_head (text, series, lang);
  for (guint i = 0; i < series->candles->len; i++) {
    const JipyoCandle *candle = get_candle (series, i);

    for (; gap < series->gaps->len
           && g_array_index (series->gaps, JipyoGap, gap).from_ms < candle->start_ms;
         gap++)
      append_gap (text, &g_array_index (series->gaps, JipyoGap, gap), lang);
    n_former = append_former (text, series, n_former, candle->start_ms);
    append_row (text, series, candle);
    if (candle == unfinished)
      g_string_append (text, lang == JIPYO_LANG_KO ? "  아직 안 끝남" : "  not over yet");
    g_string_append_c (text, '\n');
  }
  append_former (text, series, n_former, G_MAXINT64);
  for (; gap < series->gaps->len; gap++)
    append_gap (text, &g_array_index (series->gaps, JipyoGap, gap), lang);
  append_origins (text, series, lang);
  return g_string_free (text, FALSE);
}
