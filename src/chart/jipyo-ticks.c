/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tick values and their texts.
 */

#include "jipyo-ticks.h"

#include <math.h>

typedef enum { STEP_SECOND, STEP_MINUTE, STEP_DAY, STEP_MONTH, STEP_YEAR } StepKind;

typedef struct {
  StepKind kind;
  int n;
} TimeStep;

static const TimeStep time_steps[] = {
  { STEP_SECOND, 5 },   { STEP_SECOND, 15 },  { STEP_SECOND, 30 }, { STEP_MINUTE, 1 },
  { STEP_MINUTE, 5 },   { STEP_MINUTE, 15 },  { STEP_MINUTE, 30 }, { STEP_MINUTE, 60 },
  { STEP_MINUTE, 180 }, { STEP_MINUTE, 360 }, { STEP_DAY, 1 },     { STEP_DAY, 2 },
  { STEP_DAY, 7 },      { STEP_DAY, 14 },     { STEP_MONTH, 1 },   { STEP_MONTH, 2 },
  { STEP_MONTH, 3 },    { STEP_MONTH, 6 },    { STEP_YEAR, 1 },    { STEP_YEAR, 2 },
  { STEP_YEAR, 5 },     { STEP_YEAR, 10 },    { STEP_YEAR, 20 },   { STEP_YEAR, 50 },
  { STEP_YEAR, 100 },   { STEP_YEAR, 200 },   { STEP_YEAR, 500 },  { STEP_YEAR, 1000 },
};

static const double kst_offset = 9 * 3600;
static const double day_seconds = 86400;
static const guint ticks_max = 400;
/* Years 1 … 9998, what a calendar date can hold. */
static const double day_min = -719162, day_max = 2932000;

static void
tick_clear (JipyoTick *tick)
{
  g_free (tick->text);
}

static GArray *
ticks_array_new (void)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (JipyoTick));

  g_array_set_clear_func (ticks, (GDestroyNotify) tick_clear);
  return ticks;
}

static void
take_tick (GArray *ticks, double value, char *text)
{
  const JipyoTick tick = { value, text };

  g_array_append_val (ticks, tick);
}

/* `power` may be negative: dividing by 10 keeps 0.3 the double nearest to 0.3. */
static double
scale_by_power (double value, int power)
{
  return power >= 0 ? value * pow (10, power) : value / pow (10, -power);
}

static int
find_step (double span, guint max_steps, gboolean whole, int *power)
{
  static const int multiples[] = { 1, 2, 5, 10 };
  const double raw = span / MAX (max_steps, 1);

  *power = (int) floor (log10 (raw));
  if (whole && *power < 0) {
    *power = 0;
    return 1;
  }
  for (guint i = 0; i < G_N_ELEMENTS (multiples); i++)
    if (scale_by_power (multiples[i], *power) >= raw * (1 - 1e-9)) {
      if (multiples[i] < 10)
        return multiples[i];
      *power += 1;
      return 1;
    }
  *power += 1;
  return 1;
}

double
jipyo_ticks_step (double span, guint max_steps, gboolean whole)
{
  int power = 0;

  if (!isfinite (span) || span <= 0)
    return 1;
  const int multiple = find_step (span, max_steps, whole, &power);
  return scale_by_power (multiple, power);
}

gboolean
jipyo_ticks_unit_is_whole (JipyoUnit unit)
{
  switch (unit) {
  case JIPYO_UNIT_MODELS:
  case JIPYO_UNIT_GPUS:
  case JIPYO_UNIT_TEAMS:
  case JIPYO_UNIT_ORGANISATIONS:
  case JIPYO_UNIT_COUNTRIES:
  case JIPYO_UNIT_PEOPLE:
  case JIPYO_UNIT_DOWNLOADS:
  case JIPYO_UNIT_RANK:
  case JIPYO_UNIT_YEAR:
  case JIPYO_UNIT_TOKENS:
    return TRUE;
  case JIPYO_UNIT_NONE:
  case JIPYO_UNIT_KRW:
  case JIPYO_UNIT_USD:
  case JIPYO_UNIT_EUR:
  case JIPYO_UNIT_GBP:
  case JIPYO_UNIT_JPY:
  case JIPYO_UNIT_CNY:
  case JIPYO_UNIT_CAD:
  case JIPYO_UNIT_PARAMETERS:
  case JIPYO_UNIT_PERCENT:
  case JIPYO_UNIT_PERCENT_POINTS:
  case JIPYO_UNIT_POINTS:
  case JIPYO_UNIT_MONTHS:
  case JIPYO_UNIT_DAYS:
  case JIPYO_UNIT_GIGAWATTS:
  case JIPYO_N_UNITS:
    return FALSE;
  }
  return FALSE;
}

static GArray *
new_linear (const JipyoScale *scale, const JipyoAxisUnit *unit, guint max_steps)
{
  GArray *ticks = ticks_array_new ();
  int power = 0;
  const double span = scale->high - scale->low;

  if (!isfinite (span) || span <= 0)
    return ticks;
  const int multiple = find_step (span, max_steps, jipyo_ticks_unit_is_whole (unit->unit), &power);
  const double step = scale_by_power (multiple, power);
  const double slack = span * 1e-9; /* a step may be far wider than the scale */
  const double first = ceil ((scale->low - slack) / step);
  const double last = floor ((scale->high + slack) / step);
  for (double i = first; i <= last && ticks->len < ticks_max; i++) {
    const double value = scale_by_power (i * multiple, power) + 0.0; /* no −0 */
    take_tick (ticks, value, jipyo_axis_unit_format (unit, value, step));
  }
  return ticks;
}

static void
append_decade (GArray *ticks, const JipyoScale *scale, const JipyoAxisUnit *unit, int power)
{
  static const int multiples[] = { 1, 2, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (multiples); i++) {
    const double value = scale_by_power (multiples[i], power);
    if (value >= scale->low * (1 - 1e-9) && value <= scale->high * (1 + 1e-9))
      take_tick (ticks, value, jipyo_axis_unit_format (unit, value, scale_by_power (1, power)));
  }
}

static GArray *
new_log (const JipyoScale *scale, const JipyoAxisUnit *unit, guint max_steps)
{
  const int first = (int) ceil (log10 (scale->low) - 1e-9);
  const int last = (int) floor (log10 (scale->high) + 1e-9);
  const double decades = log10 (scale->high) - log10 (scale->low);
  GArray *ticks = ticks_array_new ();

  if (decades * 3 <= max_steps) {
    for (int power = first - 1; power <= last; power++)
      append_decade (ticks, scale, unit, power);
    if (ticks->len >= 2)
      return ticks;
    g_array_unref (ticks);
    return new_linear (scale, unit, max_steps);
  }
  const int stride = MAX (1, (int) ceil ((last - first) / (double) MAX (max_steps, 1)));
  for (int power = first; power <= last; power += stride) {
    const double value = scale_by_power (1, power);
    take_tick (ticks, value, jipyo_axis_unit_format (unit, value, value));
  }
  return ticks;
}

/* Powers of ten of one sign from `first` to `last`, in the order of the axis. */
typedef struct {
  int first;
  int last;
  int stride;
  int sign;
} Powers;

static void
append_powers (GArray *ticks,
               const JipyoScale *scale,
               const JipyoAxisUnit *unit,
               const Powers *powers)
{
  const int n = (powers->last - powers->first) / powers->stride;

  for (int i = 0; i <= n; i++) {
    const int k = powers->sign < 0 ? n - i : i;
    const double size = scale_by_power (1, powers->first + k * powers->stride);
    const double value = powers->sign * size;
    if (value >= scale->low * (1 + 1e-9) - size * 1e-9 && value <= scale->high + size * 1e-9)
      take_tick (ticks, value, jipyo_axis_unit_format (unit, value, size));
  }
}

static GArray *
list_symlog (const JipyoScale *scale, const JipyoAxisUnit *unit, int stride)
{
  const double most = MAX (fabs (scale->low), fabs (scale->high));
  Powers powers = {
    .first = (int) floor (log10 (scale->constant) + 1e-9) + 1,
    .last = (int) floor (log10 (most) + 1e-9),
    .stride = stride,
    .sign = -1,
  };
  GArray *ticks = ticks_array_new ();

  if (powers.last >= powers.first)
    append_powers (ticks, scale, unit, &powers);
  if (scale->low <= 0 && scale->high >= 0)
    take_tick (ticks, 0, jipyo_axis_unit_format (unit, 0, 1));
  powers.sign = 1;
  if (powers.last >= powers.first)
    append_powers (ticks, scale, unit, &powers);
  return ticks;
}

static GArray *
new_symlog (const JipyoScale *scale, const JipyoAxisUnit *unit, guint max_steps)
{
  for (int stride = 1; stride < 700; stride++) {
    GArray *ticks = list_symlog (scale, unit, stride);
    const gboolean few = ticks->len <= max_steps + 1;
    if (few && ticks->len >= 2)
      return ticks;
    g_array_unref (ticks);
    if (few)
      break;
  }
  return new_linear (scale, unit, max_steps);
}

GArray *
jipyo_ticks_new (const JipyoScale *scale, const JipyoAxisUnit *unit, guint max_steps)
{
  g_return_val_if_fail (scale != NULL && unit != NULL, NULL);

  if (scale->kind == JIPYO_SCALE_LOG)
    return new_log (scale, unit, max_steps);
  if (scale->kind == JIPYO_SCALE_SYMLOG)
    return new_symlog (scale, unit, max_steps);
  return new_linear (scale, unit, max_steps);
}

/* What a tick text is made of: days and seconds of them in Korean time. */
typedef struct {
  JipyoDate date;
  int second;
} Moment;

static Moment
moment_from_time (double time)
{
  const double local = time + kst_offset;
  const double day = floor (local / day_seconds);

  return (Moment){
    .date = jipyo_date_from_day ((int) CLAMP (day, day_min, day_max)),
    .second = (int) floor (local - day * day_seconds + 0.5),
  };
}

static const char *
month_name_en (int month)
{
  static const char *const names[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  return names[CLAMP (month, 1, 12) - 1];
}

static char *
format_day (JipyoDate d, gboolean with_year, JipyoLang lang)
{
  if (lang == JIPYO_LANG_KO)
    return with_year ? g_strdup_printf ("%d.%d.%d", d.year, d.month, d.day)
                     : g_strdup_printf ("%d.%d", d.month, d.day);
  return with_year ? g_strdup_printf ("%d %s %d", d.day, month_name_en (d.month), d.year)
                   : g_strdup_printf ("%d %s", d.day, month_name_en (d.month));
}

static char *
format_month (JipyoDate d, gboolean with_year, JipyoLang lang)
{
  if (lang == JIPYO_LANG_KO)
    return with_year ? g_strdup_printf ("%d.%d", d.year, d.month)
                     : g_strdup_printf ("%d월", d.month);
  return with_year ? g_strdup_printf ("%s %d", month_name_en (d.month), d.year)
                   : g_strdup (month_name_en (d.month));
}

/* The year stands at the first tick and wherever it changes, so that each tick can be read. */
static char *
format_moment (const Moment *now, const Moment *before, const TimeStep *step, JipyoLang lang)
{
  const gboolean new_year = before == NULL || before->date.year != now->date.year;

  switch (step->kind) {
  case STEP_YEAR:
    return g_strdup_printf ("%d", now->date.year);
  case STEP_MONTH:
    return format_month (now->date, new_year, lang);
  case STEP_DAY:
    return format_day (now->date, new_year, lang);
  case STEP_MINUTE:
    if (now->second == 0)
      return format_day (now->date, FALSE, lang);
    return g_strdup_printf ("%02d:%02d", now->second / 3600, now->second / 60 % 60);
  case STEP_SECOND:
    return g_strdup_printf ("%02d:%02d:%02d", now->second / 3600, now->second / 60 % 60,
                            now->second % 60);
  }
  return g_strdup ("");
}

static double
approximate_seconds (const TimeStep *step)
{
  switch (step->kind) {
  case STEP_SECOND:
    return step->n;
  case STEP_MINUTE:
    return step->n * 60.0;
  case STEP_DAY:
    return step->n * day_seconds;
  case STEP_MONTH:
    return step->n * 30 * day_seconds;
  case STEP_YEAR:
    return step->n * 365 * day_seconds;
  }
  return day_seconds;
}

static gboolean
is_within_day (const TimeStep *step)
{
  return step->kind == STEP_SECOND || step->kind == STEP_MINUTE;
}

/* The n-th tick at or before `time` plus n steps; seconds since 1970 UTC. */
static double
step_time (double time, const TimeStep *step, int n)
{
  const double day = floor ((time + kst_offset) / day_seconds);
  const JipyoDate date = jipyo_date_from_day ((int) CLAMP (day, day_min, day_max));

  if (is_within_day (step)) {
    const double seconds = approximate_seconds (step);
    return (floor ((time + kst_offset) / seconds) + n) * seconds - kst_offset;
  }
  if (step->kind == STEP_DAY) {
    const double origin = step->n % 7 == 0 ? 4 : 0; /* 1970-01-05 was a Monday */
    const double whole = floor ((day - origin) / step->n) + n;
    return (whole * step->n + origin) * day_seconds - kst_offset;
  }
  const int months = step->kind == STEP_MONTH ? step->n : step->n * 12;
  const int month = (date.year * 12 + date.month - 1) / months * months + n * months;
  if (month < 12 || month >= 9999 * 12)
    return NAN;
  const JipyoDate first = { .year = (gint16) (month / 12), .month = (guint8) (month % 12 + 1), 1 };
  return jipyo_date_first_day (first) * day_seconds - kst_offset;
}

static gboolean
are_same_day (double a, double b)
{
  return floor ((a + kst_offset) / day_seconds) == floor ((b + kst_offset) / day_seconds);
}

static gboolean
starts_day (const JipyoOpening *openings, guint i)
{
  return i == 0 || !are_same_day (openings[i - 1].open, openings[i].open);
}

/* Ticks on the way to the list: what the texts need of those before. */
typedef struct {
  GArray *ticks;
  const TimeStep *step;
  JipyoLang lang;
  Moment before;
} TickList;

static void
add_moment (TickList *list, double time)
{
  const Moment now = moment_from_time (time);

  take_tick (
    list->ticks, time,
    format_moment (&now, list->ticks->len > 0 ? &list->before : NULL, list->step, list->lang));
  list->before = now;
}

static void
add_day (TickList *list, double time)
{
  const Moment now = moment_from_time (time);

  take_tick (list->ticks, time, format_day (now.date, FALSE, list->lang));
  list->before = now;
}

static gboolean
is_past (const TickList *list, double time)
{
  return list->ticks->len > 0
         && time <= g_array_index (list->ticks, JipyoTick, list->ticks->len - 1).value;
}

/* A step within a day: only while open. The first of a day stands at its opening and is its date.
 */
static void
add_minute (TickList *list, const JipyoScale *scale, double time)
{
  guint n_openings = 0;
  const JipyoOpening *openings = jipyo_sessions_get_openings (scale->sessions, &n_openings);
  const int i = jipyo_sessions_find (scale->sessions, time);

  if (i < 0 || time >= openings[i].close)
    return;
  const double open = openings[i].open;
  if (starts_day (openings, (guint) i) && open >= scale->low && !is_past (list, open))
    add_day (list, open);
  if (!is_past (list, time)
      && (time - open >= approximate_seconds (list->step) / 2 || !is_past (list, open)))
    add_moment (list, time);
}

static void
add_open_tick (TickList *list, const JipyoScale *scale, double time)
{
  guint n_openings = 0;
  const JipyoOpening *openings = jipyo_sessions_get_openings (scale->sessions, &n_openings);
  const int i = jipyo_sessions_find (scale->sessions, time);

  if (is_within_day (list->step)) {
    add_minute (list, scale, time);
    return;
  }
  /* The market may open later that day, or some days later. */
  const gboolean open = i >= 0 && time < openings[i].close;
  if (!open && (guint) (i + 1) >= n_openings)
    return;
  const double moved = open ? time : openings[i + 1].open;
  if (moved <= scale->high && !is_past (list, moved))
    add_moment (list, moved);
}

static double
measure_span (const JipyoScale *scale, double low, double high)
{
  if (scale->sessions == NULL)
    return high - low;
  return jipyo_sessions_map (scale->sessions, high) - jipyo_sessions_map (scale->sessions, low);
}

GArray *
jipyo_ticks_new_time (const JipyoScale *scale, guint level, JipyoLang lang)
{
  if (level >= G_N_ELEMENTS (time_steps))
    return NULL;

  const TimeStep *step = &time_steps[level];
  const double low = MAX (scale->low, day_min * day_seconds);
  const double high = MIN (scale->high, day_max * day_seconds);
  const double steps = (high - low) / approximate_seconds (step);
  if (measure_span (scale, low, high) / approximate_seconds (step) > ticks_max
      || steps > ticks_max * 50)
    return NULL;

  TickList list = { .ticks = ticks_array_new (), .step = step, .lang = lang };
  for (int n = 0; n <= steps * 1.1 + 2 && list.ticks->len <= ticks_max; n++) {
    const double time = step_time (low, step, n);
    if (isnan (time) || time < low)
      continue;
    if (time > high)
      break;
    if (scale->sessions != NULL)
      add_open_tick (&list, scale, time);
    else
      add_moment (&list, time);
  }
  return list.ticks;
}

guint
jipyo_ticks_get_n_time_levels (void)
{
  return G_N_ELEMENTS (time_steps);
}

guint
jipyo_ticks_get_day_level (void)
{
  guint level = 0;

  while (is_within_day (&time_steps[level]))
    level++;
  return level;
}

GArray *
jipyo_ticks_list_day_borders (const JipyoScale *scale, guint most)
{
  GArray *borders = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_openings = 0;

  if (scale->sessions == NULL)
    return borders;
  const JipyoOpening *openings = jipyo_sessions_get_openings (scale->sessions, &n_openings);
  const guint first = (guint) (jipyo_sessions_find (scale->sessions, scale->low) + 1);
  for (guint i = MAX (first, 1); i < n_openings && openings[i].open < scale->high; i++) {
    if (starts_day (openings, i))
      g_array_append_val (borders, openings[i].open);
    if (borders->len > most) {
      g_array_set_size (borders, 0);
      return borders;
    }
  }
  return borders;
}

double
jipyo_ticks_estimate_time (const JipyoScale *scale, guint level)
{
  if (level >= G_N_ELEMENTS (time_steps))
    return 0;
  /* Months and years are up to a day in thirty longer. */
  return measure_span (scale, scale->low, scale->high) / approximate_seconds (&time_steps[level])
           / 1.04
         - 1;
}
