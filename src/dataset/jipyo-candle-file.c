/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass over the bytes, each field where it stands, so that a problem can point at it.
 */

#include "jipyo-candle-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "jipyo-date.h"
#include "jipyo-problem.h"

enum { TIME, OPEN, HIGH, LOW, CLOSE, VOLUME, N_FIELDS };
enum { COLUMNS_MAX = 512, PROBLEMS_MAX = 100, LINE_MAX_BYTES = 1024 * 1024, ROWS_MAX = 5000000 };

static const guint PROGRESS_ROWS = 4096;

static const char *const names[][3] = {
  [TIME] = { "time", "date", "timestamp" },
  [OPEN] = { "open" },
  [HIGH] = { "high" },
  [LOW] = { "low" },
  [CLOSE] = { "close" },
  [VOLUME] = { "volume" },
};

typedef struct {
  const char *text;
  gsize length;
  guint column; /* in bytes, from 1: figures and times are ASCII */
} Field;

typedef struct {
  const JipyoCandleFile *file;
  GPtrArray *problems;
  JipyoCandleSeries *series; /* owned */
  const char *begin;
  const char *at;
  const char *end;
  guint line;
  int column_of[N_FIELDS]; /* -1: there is none */
  guint n_columns;
} Parser;

static gboolean
complain (Parser *self, guint column, const char *message)
{
  JipyoProblem *problem = g_new (JipyoProblem, 1);

  *problem = (JipyoProblem){
    .file = g_strdup (self->file->name),
    .line = self->line,
    .column = column,
    .pointer = g_strdup (""),
    .message = g_strdup (message),
  };
  g_ptr_array_add (self->problems, problem);
  return FALSE;
}

static gboolean
complain_of (Parser *self, const Field *field, const char *expected)
{
  g_autofree char *found = g_strndup (field->text, MIN (field->length, 40));
  g_autofree char *message = g_strdup_printf (_ ("“%s” is not %s"), found, expected);

  return complain (self, field->column, message);
}

/* The next line's fields, without their quotes; FALSE after a complaint. */
static gboolean
split_line (Parser *self, const char *line, gsize length, Field *fields)
{
  guint n = 0;
  gsize at = 0;

  do {
    const gboolean quoted = at < length && line[at] == '"';
    const gsize start = at + quoted;
    const char *stop = memchr (line + start, quoted ? '"' : ',', length - start);
    const gsize end = stop != NULL ? (gsize) (stop - line) : length;

    if (n == COLUMNS_MAX)
      return complain (self, (guint) at + 1, _ ("more than 512 columns"));
    if (quoted && stop == NULL)
      return complain (self, (guint) at + 1, _ ("this quote is not closed on its line"));
    fields[n++] = (Field){ line + start, end - start, (guint) start + 1 };
    at = end + quoted;
    if (at < length && line[at] != ',')
      return complain (self, (guint) at + 1, _ ("a comma was expected after the quote"));
  } while (at++ < length);
  self->n_columns = self->n_columns == 0 ? n : self->n_columns;
  if (n == self->n_columns)
    return TRUE;
  g_autofree char *message =
    g_strdup_printf ("%u columns, where the header has %u", n, self->n_columns);
  return complain (self, 1, message);
}

static gboolean
is_named (const Field *field, guint which)
{
  for (guint i = 0; i < G_N_ELEMENTS (names[which]) && names[which][i] != NULL; i++)
    if (strlen (names[which][i]) == field->length
        && g_ascii_strncasecmp (names[which][i], field->text, field->length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_header (Parser *self, const Field *fields)
{
  for (guint which = 0; which < N_FIELDS; which++) {
    self->column_of[which] = -1;
    for (guint i = 0; i < self->n_columns; i++) {
      if (!is_named (&fields[i], which))
        continue;
      if (self->column_of[which] >= 0)
        return complain_of (self, &fields[i], _ ("a column of its own: there is one before it"));
      self->column_of[which] = (int) i;
    }
    if (self->column_of[which] >= 0 || which == VOLUME)
      continue;
    g_autofree char *message =
      g_strdup_printf ("there is no column “%s” in the header", names[which][0]);
    complain (self, 1, message);
  }
  return self->problems->len == 0;
}

/* A spreadsheet leaves out the seconds: "2026-11-02 09:00", "2026-11-02T00:00Z". */
static void
add_seconds (char text[], gsize size)
{
  static const gsize minutes_end = 16;
  g_autofree char *rest = NULL;

  if (strlen (text) < minutes_end || text[13] != ':' || strchr ("Z+-", text[minutes_end]) == NULL)
    return;
  rest = g_strdup (text + minutes_end);
  text[minutes_end] = '\0';
  g_strlcat (text, ":00", size);
  g_strlcat (text, rest, size);
}

/* "2026-11-02", "2026-11-02T09:00:00+09:00", with a space for the T; a zone as the file's options
 * say where there is none. A day begins at midnight UTC, whatever the market. */
static gboolean
read_time (const Parser *self, const Field *field, gint64 *time_ms)
{
  char text[48] = { 0 };
  gint64 instant_us = 0;
  JipyoDate date;

  if (field->length < 10 || field->length > 35)
    return FALSE;
  memcpy (text, field->text, field->length);
  if (field->length == 10) {
    if (!jipyo_date_parse (text, &date) || date.day == 0)
      return FALSE;
    *time_ms = (gint64) jipyo_date_first_day (date) * 24 * 60 * 60 * 1000;
    return TRUE;
  }
  if (text[10] == ' ')
    text[10] = 'T';
  add_seconds (text, sizeof text);
  if (strpbrk (text + 11, "Z+-") == NULL && self->file->zone != NULL)
    g_strlcat (text, self->file->zone, sizeof text);
  if (!jipyo_instant_parse (text, &instant_us) || instant_us % 1000 != 0)
    return FALSE;
  *time_ms = instant_us / 1000;
  return TRUE;
}

/* A time that is whole but for its zone is told apart: whoever imports can say the zone. */
static gboolean
complain_of_time (Parser *self, const Field *field)
{
  JipyoCandleFile zoned = *self->file;
  const Parser asked = { .file = &zoned };
  gint64 time_ms;

  zoned.zone = "Z";
  if (self->file->zone == NULL && read_time (&asked, field, &time_ms))
    return complain_of (
      self, field, _ ("a time with its zone: write it behind, or say it once with --zone=+09:00"));
  return complain_of (self, field, _ ("a day like 2026-11-02, or a time with its zone"));
}

static gboolean
check_time (Parser *self, const Field *field, gint64 time_ms)
{
  const GArray *candles = self->series->candles;

  if (time_ms % self->series->step_ms != 0)
    return complain_of (self, field, _ ("where a candle of this length begins"));
  if (candles->len > 0
      && g_array_index (candles, JipyoCandle, candles->len - 1).start_ms >= time_ms)
    return complain_of (self, field, _ ("later than the line before"));
  if (self->file->now_ms > 0 && time_ms > self->file->now_ms)
    return complain_of (self, field, _ ("in the past"));
  return TRUE;
}

static gboolean
read_number (Parser *self, const Field *field, JipyoDecimal *value)
{
  if (jipyo_decimal_parse (field->text, (gssize) field->length, value, NULL))
    return TRUE;
  return complain_of (self, field, _ ("a number like 1234.5"));
}

static gint64
power_of_ten (guint exponent)
{
  gint64 power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

static gboolean
scale_up (gint64 *digits, guint decimals)
{
  return !__builtin_mul_overflow (*digits, power_of_ten (decimals), digits);
}

/* What was read before is brought to one more decimal when a figure needs it; seldom. */
static gboolean
raise_scale (JipyoCandleSeries *series, guint8 scale, gboolean volume)
{
  const guint8 decimals = (guint8) (scale - (volume ? series->volume_scale : series->scale));

  for (guint i = 0; i < series->candles->len; i++) {
    JipyoCandle *candle = &g_array_index (series->candles, JipyoCandle, i);

    if (volume ? candle->volume >= 0 && !scale_up (&candle->volume, decimals)
               : !scale_up (&candle->open, decimals) || !scale_up (&candle->high, decimals)
                   || !scale_up (&candle->low, decimals) || !scale_up (&candle->close, decimals))
      return FALSE;
  }
  if (volume)
    series->volume_scale = scale;
  else
    series->scale = scale;
  return TRUE;
}

/* The digits of a value at the series' scale. */
static gboolean
take_digits (Parser *self, const Field *field, gboolean volume, gint64 *digits)
{
  JipyoDecimal value;

  if (!read_number (self, field, &value))
    return FALSE;
  const guint8 decimals = (guint8) jipyo_decimal_get_decimals (value);
  const guint8 scale = volume ? self->series->volume_scale : self->series->scale;

  value = jipyo_decimal_round (value, decimals);
  if (jipyo_decimal_sign (value) < (volume ? 0 : 1))
    return complain_of (self, field,
                        volume ? _ ("a volume of zero or more") : _ ("a price above zero"));
  if (decimals > scale && !raise_scale (self->series, decimals, volume))
    return complain_of (self, field, _ ("of a size that has room beside the others"));
  *digits = value.digits;
  if (!scale_up (digits, (volume ? self->series->volume_scale : self->series->scale) - value.scale))
    return complain_of (self, field, _ ("of a size that has room beside the others"));
  return TRUE;
}

/* The fields of a candle, in place; prices first, because each may raise the scale of those before.
 */
static gboolean
read_figures (Parser *self, const Field *fields, JipyoCandle *candle)
{
  gint64 *const prices[] = {
    [OPEN] = &candle->open, [HIGH] = &candle->high, [LOW] = &candle->low, [CLOSE] = &candle->close
  };
  const int volume = self->column_of[VOLUME];
  guint8 scale;

  do {
    scale = self->series->scale;
    for (guint which = OPEN; which <= CLOSE; which++)
      if (!take_digits (self, &fields[self->column_of[which]], FALSE, prices[which]))
        return FALSE;
  } while (self->series->scale != scale);
  candle->volume = JIPYO_VOLUME_NOT_SAID;
  return volume < 0 || fields[volume].length == 0
         || take_digits (self, &fields[volume], TRUE, &candle->volume);
}

static gboolean
check_candle (Parser *self, const Field *fields, const JipyoCandle *candle)
{
  if (candle->high < MAX (candle->open, candle->close) || candle->high < candle->low)
    return complain_of (self, &fields[self->column_of[HIGH]], _ ("the highest of its line"));
  if (candle->low > MIN (candle->open, candle->close))
    return complain_of (self, &fields[self->column_of[LOW]], _ ("the lowest of its line"));
  return TRUE;
}

static void
read_candle (Parser *self, const Field *fields)
{
  const Field *time = &fields[self->column_of[TIME]];
  JipyoCandle candle = { 0 };

  if (!read_time (self, time, &candle.start_ms))
    complain_of_time (self, time);
  else if (check_time (self, time, candle.start_ms) && read_figures (self, fields, &candle)
           && check_candle (self, fields, &candle))
    g_array_append_val (self->series->candles, candle);
}

static gboolean
next_line (Parser *self, const char **line, gsize *length)
{
  if (self->at >= self->end)
    return FALSE;
  const char *stop = memchr (self->at, '\n', (gsize) (self->end - self->at));

  *line = self->at;
  *length = (gsize) ((stop != NULL ? stop : self->end) - self->at);
  self->at = stop != NULL ? stop + 1 : self->end;
  self->line++;
  if (*length > 0 && (*line)[*length - 1] == '\r')
    (*length)--;
  return TRUE;
}

static gboolean
goes_on (const Parser *self)
{
  const JipyoCandleFile *file = self->file;

  if (self->problems->len >= PROBLEMS_MAX)
    return FALSE;
  if (self->line % PROGRESS_ROWS != 0)
    return TRUE;
  if (file->progress != NULL)
    file->progress ((double) (self->at - self->begin) / (double) (self->end - self->begin),
                    file->progress_data);
  return !g_cancellable_is_cancelled (file->cancellable);
}

static void
parse_lines (Parser *self)
{
  g_autofree Field *fields = g_new (Field, COLUMNS_MAX);
  const char *line = NULL;
  gsize length = 0;

  while (next_line (self, &line, &length)) {
    if (length > LINE_MAX_BYTES || self->line > ROWS_MAX) {
      complain (self, 1, _ ("a line of more than 1 MiB, or more than 5,000,000 lines"));
      return;
    }
    if (length == 0 && self->at == self->end)
      return;
    const gboolean split = split_line (self, line, length, fields);
    if (self->line == 1 && (!split || !read_header (self, fields)))
      return;
    if (self->line > 1 && split)
      read_candle (self, fields);
    if (!goes_on (self))
      return;
  }
}

JipyoCandleSeries *
jipyo_candle_file_parse (const JipyoCandleFile *file, GBytes *text, GPtrArray *problems)
{
  gsize size = 0;
  const char *bytes = g_bytes_get_data (text, &size);
  const char *invalid = bytes;
  g_autoptr (JipyoCandleSeries) series =
               jipyo_candle_series_new (file->instrument, file->resolution);
  Parser parser = { .file = file, .problems = problems, .series = series };

  if (size > 0 && !g_utf8_validate_len (bytes, size, &invalid)) {
    for (const char *at = bytes; at < invalid; at++)
      parser.line += *at == '\n';
    parser.line++;
    complain (&parser, 1, _ ("this line is not UTF-8 text"));
    return NULL;
  }
  const gsize mark = size >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  parser.begin = parser.at = bytes + mark;
  parser.end = bytes + size;
  parse_lines (&parser);
  if (series->candles->len == 0 && problems->len == 0)
    complain (&parser, 1, _ ("there is no candle in this file"));
  return problems->len == 0 && !g_cancellable_is_cancelled (file->cancellable)
           ? g_steal_pointer (&series)
           : NULL;
}
