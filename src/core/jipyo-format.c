/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures as people read them. Korean groups by ten thousand (만, 억, 조, 경), English by thousand.
 * A figure is put in the largest group that it reaches and rounded to four significant digits; when
 * rounding reaches the next group ("9,999.5억" → "1조") the figure moves there.
 */

#include "jipyo-format.h"

#include <math.h>
#include <string.h>

#define MINUS "\xE2\x88\x92" /* U+2212 */

static const guint SIGNIFICANT_DIGITS = 4;

typedef struct {
  guint zeros; /* the group is 10^zeros */
  const char *name;
} Group;

static const Group groups_ko[] = { { 0, "" },
                                   { 4, "만" },
                                   { 8, "억" },
                                   { 12, "조" },
                                   { 16, "경" } };
static const Group groups_en[] = { { 0, "" },
                                   { 6, " million" },
                                   { 9, " billion" },
                                   { 12, " trillion" },
                                   { 15, " quadrillion" } };

typedef struct {
  const char *sign_en; /* before an English figure */
  const char *ko;      /* after a Korean one */
  const char *one_en;  /* after an English one */
  const char *many_en;
} UnitWords;

static const UnitWords words[JIPYO_N_UNITS] = {
  [JIPYO_UNIT_NONE] = { "", "", "", "" },
  [JIPYO_UNIT_KRW] = { "₩", " 원", "", "" },
  [JIPYO_UNIT_USD] = { "$", " 달러", "", "" },
  [JIPYO_UNIT_EUR] = { "€", " 유로", "", "" },
  [JIPYO_UNIT_GBP] = { "£", " 파운드", "", "" },
  [JIPYO_UNIT_JPY] = { "¥", " 엔", "", "" },
  [JIPYO_UNIT_CNY] = { "CN¥", " 위안", "", "" },
  [JIPYO_UNIT_CAD] = { "C$", " 캐나다 달러", "", "" },
  [JIPYO_UNIT_MODELS] = { "", "개", " model", " models" },
  [JIPYO_UNIT_GPUS] = { "", "장", " GPU", " GPUs" },
  [JIPYO_UNIT_TEAMS] = { "", "팀", " team", " teams" },
  [JIPYO_UNIT_ORGANISATIONS] = { "", "곳", " organisation", " organisations" },
  [JIPYO_UNIT_COUNTRIES] = { "", "개국", " country", " countries" },
  [JIPYO_UNIT_PEOPLE] = { "", "명", " person", " people" },
  [JIPYO_UNIT_DOWNLOADS] = { "", "건", " download", " downloads" },
  [JIPYO_UNIT_PARAMETERS] = { "", " 개", " parameter", " parameters" },
  [JIPYO_UNIT_PERCENT] = { "", " %", " %", " %" },
  [JIPYO_UNIT_PERCENT_POINTS] = { "", " %p", " pp", " pp" },
  [JIPYO_UNIT_POINTS] = { "", "점", " point", " points" },
  [JIPYO_UNIT_RANK] = { "", "위", "", "" },
  [JIPYO_UNIT_YEAR] = { "", "년", "", "" },
  [JIPYO_UNIT_MONTHS] = { "", "개월", " month", " months" },
  [JIPYO_UNIT_DAYS] = { "", "일", " day", " days" },
  [JIPYO_UNIT_GIGAWATTS] = { "", " GW", " GW", " GW" },
  [JIPYO_UNIT_TOKENS] = { "", " 토큰", " token", " tokens" },
};

/* A figure taken apart for writing. */
typedef struct {
  char *number;      /* owned: "2,139" */
  const char *group; /* "억", " billion" or "" */
} Compact;

static const Group *
groups_of (JipyoLang lang, guint *n_groups)
{
  *n_groups = lang == JIPYO_LANG_KO ? G_N_ELEMENTS (groups_ko) : G_N_ELEMENTS (groups_en);
  return lang == JIPYO_LANG_KO ? groups_ko : groups_en;
}

static JipyoDecimal
magnitude_of (JipyoDecimal value)
{
  JipyoDecimal positive = value;

  if (value.digits < 0 && !jipyo_decimal_negate (value, &positive))
    positive = (JipyoDecimal){ .digits = G_MAXINT64, .scale = value.scale };
  return positive;
}

/* value / 10^zeros; exact as long as the scale has room, else rounded at the last decimal. */
static JipyoDecimal
shift_down (JipyoDecimal value, guint zeros)
{
  JipyoDecimal shifted = value;
  guint scale = value.scale + zeros;

  if (scale > JIPYO_DECIMAL_SCALE_MAX) {
    shifted = jipyo_decimal_round (value, JIPYO_DECIMAL_SCALE_MAX - zeros);
    scale = shifted.scale + zeros;
  }
  shifted.scale = (guint8) scale;
  return shifted;
}

static guint
count_integer_digits (JipyoDecimal value)
{
  g_autofree char *text = jipyo_decimal_format (value);
  const char *point = strchr (text, '.');

  return (guint) (point != NULL ? point - text : (gssize) strlen (text));
}

static gboolean
reaches (JipyoDecimal value, guint zeros)
{
  return jipyo_decimal_compare (shift_down (value, zeros), jipyo_decimal_from_int (1)) >= 0;
}

static JipyoDecimal
round_significant (JipyoDecimal value)
{
  guint digits = count_integer_digits (value);

  return jipyo_decimal_round (value, digits < SIGNIFICANT_DIGITS ? SIGNIFICANT_DIGITS - digits : 0);
}

static Compact
compact (JipyoDecimal value, JipyoLang lang)
{
  guint n_groups = 0;
  const Group *groups = groups_of (lang, &n_groups);
  JipyoDecimal magnitude = magnitude_of (value);
  guint at = n_groups - 1;
  JipyoDecimal rounded;
  g_autofree char *number = NULL;

  while (at > 0 && !reaches (magnitude, groups[at].zeros))
    at--;
  rounded = at == 0 ? magnitude : round_significant (shift_down (magnitude, groups[at].zeros));
  if (at > 0 && at + 1 < n_groups && reaches (rounded, groups[at + 1].zeros - groups[at].zeros)) {
    at++;
    rounded = round_significant (shift_down (magnitude, groups[at].zeros));
  }
  number = jipyo_decimal_format_fixed (rounded, jipyo_decimal_get_decimals (rounded), TRUE);
  return (Compact){ .number = g_strconcat (value.digits < 0 ? MINUS : "", number, NULL),
                    .group = groups[at].name };
}

/* Scores are compared, so they keep their decimal: "69.0" beside "69.9". */
static Compact
in_full (JipyoDecimal value, JipyoUnit unit)
{
  guint decimals = MAX (jipyo_decimal_get_decimals (value), unit == JIPYO_UNIT_POINTS ? 1 : 0);
  g_autofree char *number = jipyo_decimal_format_fixed (magnitude_of (value), decimals, TRUE);

  return (Compact){ .number = g_strconcat (value.digits < 0 ? MINUS : "", number, NULL),
                    .group = "" };
}

/* Counts are written in full up to ten million unless they are round in the language's groups. */
static gboolean
is_compact (JipyoDecimal value, JipyoUnit unit, JipyoLang lang)
{
  JipyoDecimal magnitude = magnitude_of (value);
  int round_zeros = lang == JIPYO_LANG_KO ? 4 : 6;

  if (unit == JIPYO_UNIT_YEAR || unit == JIPYO_UNIT_RANK)
    return FALSE;
  if (jipyo_unit_is_money (unit) || unit == JIPYO_UNIT_PARAMETERS)
    return reaches (magnitude, (guint) round_zeros);
  if (jipyo_decimal_compare (magnitude, jipyo_decimal_from_int (10000000)) >= 0)
    return TRUE;
  return reaches (magnitude, (guint) round_zeros)
         && jipyo_decimal_get_decimals (shift_down (magnitude, (guint) round_zeros)) == 0;
}

static Compact
write_number (JipyoDecimal value, JipyoUnit unit, JipyoLang lang)
{
  if (unit == JIPYO_UNIT_YEAR)
    return (Compact){ .number = jipyo_decimal_format (value), .group = "" };
  return is_compact (value, unit, lang) ? compact (value, lang) : in_full (value, unit);
}

static const char *
ordinal_suffix (JipyoDecimal rank)
{
  gint64 n = rank.scale == 0 ? rank.digits : 0;

  if (n % 100 >= 11 && n % 100 <= 13)
    return "th";
  switch (n % 10) {
  case 1:
    return "st";
  case 2:
    return "nd";
  case 3:
    return "rd";
  default:
    return "th";
  }
}

/* What follows the number and its group. */
static const char *
unit_word (const JipyoQuantity *quantity, JipyoLang lang)
{
  const UnitWords *w = &words[quantity->unit];

  if (lang == JIPYO_LANG_KO)
    return w->ko;
  if (quantity->unit == JIPYO_UNIT_RANK)
    return ordinal_suffix (quantity->value);
  return !quantity->has_upper && jipyo_decimal_equal (quantity->value, jipyo_decimal_from_int (1))
           ? w->one_en
           : w->many_en;
}

static char *
format_range (const JipyoQuantity *quantity, JipyoLang lang)
{
  Compact low = write_number (quantity->value, quantity->unit, lang);
  Compact high = write_number (quantity->upper, quantity->unit, lang);
  const char *sign = lang == JIPYO_LANG_EN ? words[quantity->unit].sign_en : "";
  gboolean shares_group = lang == JIPYO_LANG_EN && strcmp (low.group, high.group) == 0;
  g_autofree char *low_number = low.number;
  g_autofree char *high_number = high.number;

  return g_strconcat (sign, low_number, shares_group ? "" : low.group,
                      lang == JIPYO_LANG_KO ? "~" : "–", high_number, high.group,
                      unit_word (quantity, lang), NULL);
}

/* "−$5": the sign of the number stands before that of the money. */
static char *
put_sign (const char *sign, const char *number)
{
  if (*sign != '\0' && g_str_has_prefix (number, MINUS))
    return g_strconcat (MINUS, sign, number + strlen (MINUS), NULL);
  return g_strconcat (sign, number, NULL);
}

char *
jipyo_format_quantity_bare (const JipyoQuantity *quantity, JipyoLang lang)
{
  const char *sign = lang == JIPYO_LANG_EN ? words[quantity->unit].sign_en : "";
  g_autofree char *number = NULL;
  Compact figure;

  if (!quantity->known)
    return g_strdup ("—");
  if (quantity->has_upper)
    return format_range (quantity, lang);
  figure = write_number (quantity->value, quantity->unit, lang);
  number = put_sign (sign, figure.number);
  g_free (figure.number);
  return g_strconcat (number, figure.group, unit_word (quantity, lang), NULL);
}

void
jipyo_format_quantity_split (const JipyoQuantity *quantity,
                             JipyoLang lang,
                             char **number,
                             char **unit)
{
  const char *sign = lang == JIPYO_LANG_EN ? words[quantity->unit].sign_en : "";
  g_autofree char *after = NULL;
  Compact figure;

  if (!quantity->known) {
    *number = g_strdup ("—");
    *unit = g_strdup ("");
    return;
  }
  figure = write_number (quantity->value, quantity->unit, lang);
  after = g_strconcat (figure.group, unit_word (quantity, lang), NULL);
  *number = put_sign (sign, figure.number);
  *unit = g_strdup (g_strchug (after));
  g_free (figure.number);
}

const char *
jipyo_format_qualifier (JipyoQualifier qualifier, JipyoLang lang, gboolean *after)
{
  gboolean ko = lang == JIPYO_LANG_KO;

  *after =
    (qualifier == JIPYO_QUALIFIER_AT_LEAST && ko) || (qualifier == JIPYO_QUALIFIER_PER_YEAR && !ko);
  switch (qualifier) {
  case JIPYO_QUALIFIER_EXACT:
    return "";
  case JIPYO_QUALIFIER_ABOUT:
    return ko ? "약" : "about";
  case JIPYO_QUALIFIER_AT_MOST:
    return ko ? "최대" : "up to";
  case JIPYO_QUALIFIER_AT_LEAST:
    return ko ? "이상" : "at least";
  case JIPYO_QUALIFIER_TARGET:
    return ko ? "목표" : "target";
  case JIPYO_QUALIFIER_PER_YEAR:
    return ko ? "연" : "a year";
  }
  return "";
}

char *
jipyo_format_quantity (const JipyoQuantity *quantity, JipyoLang lang)
{
  g_autofree char *bare = jipyo_format_quantity_bare (quantity, lang);
  gboolean after = FALSE;
  const char *word = jipyo_format_qualifier (quantity->qualifier, lang, &after);

  if (!quantity->known || *word == '\0')
    return g_steal_pointer (&bare);
  return after ? g_strdup_printf ("%s %s", bare, word) : g_strdup_printf ("%s %s", word, bare);
}

char *
jipyo_format_price (JipyoDecimal price, guint decimals)
{
  g_autofree char *number =
    jipyo_decimal_format_fixed (price, MAX (decimals, jipyo_decimal_get_decimals (price)), TRUE);

  return *number == '-' ? g_strconcat (MINUS, number + 1, NULL) : g_steal_pointer (&number);
}

char *
jipyo_format_rounded (double value, guint decimals)
{
  static const double exact_max = 1e15;
  static const guint decimals_max = 9;
  char form[] = "%.0f", digits[G_ASCII_DTOSTR_BUF_SIZE];
  JipyoDecimal number;

  form[2] = (char) ('0' + MIN (decimals, decimals_max));
  if (!isfinite (value))
    return g_strdup ("–");
  if (fabs (value) > exact_max)
    return g_strdup ("…");
  g_ascii_formatd (digits, sizeof digits, form, value);
  return jipyo_decimal_parse (digits, -1, &number, NULL) ? jipyo_format_price (number, decimals)
                                                         : g_strdup ("…");
}

char *
jipyo_format_change (JipyoDecimal change, guint decimals, gboolean glyph)
{
  g_autofree char *number = jipyo_format_price (magnitude_of (change), decimals);
  int sign = jipyo_decimal_sign (change);
  const char *up = glyph ? "▲" : "+";
  const char *down = glyph ? "▼" : MINUS;

  if (sign == 0)
    return g_strdup ("0");
  return g_strconcat (sign > 0 ? up : down, number, NULL);
}

char *
jipyo_format_change_percent (JipyoDecimal percent)
{
  JipyoDecimal rounded = jipyo_decimal_round (percent, 2);
  g_autofree char *number = jipyo_decimal_format_fixed (magnitude_of (rounded), 2, TRUE);
  int sign = jipyo_decimal_sign (rounded);

  return g_strconcat (sign > 0 ? "+" : sign < 0 ? MINUS : "", number, " %", NULL);
}

JipyoAxisUnit
jipyo_axis_unit_choose (JipyoUnit unit, double largest_tick, JipyoLang lang)
{
  guint n_groups = 0;
  const Group *groups = groups_of (lang, &n_groups);
  gboolean grouped =
    jipyo_unit_is_money (unit) || unit == JIPYO_UNIT_PARAMETERS || fabs (largest_tick) >= 1e6;
  const char *word = lang == JIPYO_LANG_KO ? words[unit].ko : words[unit].many_en;
  g_autofree char *text = NULL;
  guint at = n_groups - 1;

  if (!isfinite (largest_tick) || unit == JIPYO_UNIT_YEAR || unit == JIPYO_UNIT_RANK)
    grouped = FALSE;
  while (at > 0 && (!grouped || fabs (largest_tick) < pow (10, groups[at].zeros)))
    at--;
  if (lang == JIPYO_LANG_EN && jipyo_unit_is_money (unit))
    text = g_strconcat (words[unit].sign_en, groups[at].name, NULL);
  else
    text = g_strconcat (groups[at].name, word, NULL);
  return (JipyoAxisUnit){ .unit = unit,
                          .divisor = pow (10, groups[at].zeros),
                          .symbol = g_intern_string (g_strstrip (text)) };
}

char *
jipyo_axis_unit_format (const JipyoAxisUnit *self, double value, double step)
{
  double shown = value / self->divisor;
  double shown_step = fabs (step / self->divisor);
  int decimals = shown_step > 0 && shown_step < 1 ? (int) ceil (-log10 (shown_step) - 1e-9) : 0;
  double power = 0;
  JipyoDecimal exact;

  decimals = CLAMP (decimals, 0, 9);
  power = pow (10, decimals);
  if (!isfinite (shown) || fabs (shown) * power >= 9e18)
    return g_strdup (isfinite (value) ? "…" : "");
  exact = (JipyoDecimal){ .digits = (gint64) llround (shown * power), .scale = (guint8) decimals };
  if (self->unit == JIPYO_UNIT_YEAR)
    return jipyo_decimal_format_fixed (exact, 0, FALSE);
  return jipyo_format_price (exact, (guint) decimals);
}
