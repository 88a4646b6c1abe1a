/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The five themes as tables. Team and series colours are the hues of Okabe and Ito, moved just so
 * far in lightness that each contrasts with its ground and that people who see no red, no green or
 * no blue tell all of them apart; tests/chart/test-sight.c measures it. Greens that stand against a
 * red lean to blue for the same reason.
 */

#include "jipyo-theme.h"

#include <math.h>

static const JipyoTheme themes[JIPYO_N_THEMES] = {
  [JIPYO_THEME_LIGHT] = {
    .id = JIPYO_THEME_LIGHT, .name = "light",
    .text = 0x1B1B1F, .muted = 0x5E5C64, .faint = 0x6B6A72,
    .background = 0xFAFAFA, .card = 0xFFFFFF, .hairline = 0xE4E4E8, .axis = 0xC4C3CB,
    .accent = 0x1C71D8, .neutral = 0x8A8993, .subdued = 0xCFCED8, .edge = 0x8A8993,
    .up = 0xC01C28, .down = 0x1A5FB4, .rise_green = 0x13806D, .fall_red = 0xC01C28,
    .doubt_fill = 0xFDF0CC, .doubt_text = 0x7A5200,
    .team = { 0xEB700C, 0x0072B2, 0x009E73, 0xCC79A7, 0x836500, 0x79777D },
    .palette = { 0x0072B2, 0xEB700C, 0x009E73, 0x683E86, 0x836500, 0xCC79A7, 0x11676F, 0x79777D },
  },
  [JIPYO_THEME_DARK] = {
    .id = JIPYO_THEME_DARK, .name = "dark",
    .text = 0xF2F2F4, .muted = 0xB4B3BA, .faint = 0xA3A2AA,
    .background = 0x242424, .card = 0x303034, .hairline = 0x45454B, .axis = 0x6A6972,
    .accent = 0x78AEED, .neutral = 0x8F8E99, .subdued = 0x5A5963, .edge = 0x9A99A4,
    .up = 0xFF7B7B, .down = 0x78AEED, .rise_green = 0x4FE3C3, .fall_red = 0xFF7B7B,
    .doubt_fill = 0x4A3B10, .doubt_text = 0xFFD866,
    .team = { 0xE77B27, 0x5891BE, 0x28D9AA, 0xF7ABDE, 0xE0CD4F, 0x959296 },
    .palette = { 0x5891BE, 0xE77B27, 0x28D9AA, 0xBD9AEF, 0xE0CD4F, 0xF7ABDE, 0x68B4B9, 0x959296 },
  },
  [JIPYO_THEME_HIGH_CONTRAST] = {
    .id = JIPYO_THEME_HIGH_CONTRAST, .name = "high-contrast",
    .text = 0x000000, .muted = 0x2A2A2E, .faint = 0x3A3A3E,
    .background = 0xFFFFFF, .card = 0xFFFFFF, .hairline = 0x77767B, .axis = 0x000000,
    .accent = 0x0B3D91, .neutral = 0x55545D, .subdued = 0xD8D8DE, .edge = 0x000000,
    .up = 0xA51D2D, .down = 0x0B3D91, .rise_green = 0x2C6158, .fall_red = 0xA51D2D,
    .doubt_fill = 0xFFF2B8, .doubt_text = 0x4A3200,
    .team = { 0xC65200, 0x0B55B9, 0x067957, 0x9F3572, 0x5A4500, 0x414041 },
    .palette = { 0x0B55B9, 0xC65200, 0x067957, 0x542B7D, 0x5A4500, 0x9F3572, 0x005B61, 0x414041 },
  },
  [JIPYO_THEME_PROJECTOR] = {
    .id = JIPYO_THEME_PROJECTOR, .name = "projector",
    .text = 0x17171B, .muted = 0x333333, .faint = 0x333333,
    .background = 0xFFFFFF, .card = 0xFFFFFF, .hairline = 0xC4C3CB, .axis = 0x77767B,
    .accent = 0xC01C28, .neutral = 0x55545D, .subdued = 0xB2B1BB, .edge = 0x55545D,
    .up = 0xC01C28, .down = 0x1A5FB4, .rise_green = 0x306B61, .fall_red = 0xC01C28,
    .doubt_fill = 0xFDEBB8, .doubt_text = 0x333333,
    .team = { 0xC15602, 0x12496B, 0x008563, 0xA5588F, 0x5B4700, 0x4E4C51 },
    .palette = { 0x12496B, 0xC15602, 0x008563, 0x70409A, 0x5B4700, 0xA5588F, 0x096870, 0x4E4C51 },
    .projected = TRUE,
  },
  [JIPYO_THEME_PRINT] = {
    .id = JIPYO_THEME_PRINT, .name = "print",
    .text = 0x000000, .muted = 0x404044, .faint = 0x55545A,
    .background = 0xFFFFFF, .card = 0xFFFFFF, .hairline = 0xD0D0D4, .axis = 0x8A8993,
    .accent = 0x0B57B0, .neutral = 0x77767F, .subdued = 0xD4D4DA, .edge = 0x77767F,
    .up = 0xB3151F, .down = 0x0B57B0, .rise_green = 0x206B5F, .fall_red = 0xB3151F,
    .doubt_fill = 0xFBF2D5, .doubt_text = 0x5C3F00,
    .team = { 0xD66B1A, 0x006CCB, 0x009469, 0xB36999, 0x765C00, 0x666261 },
    .palette = { 0x006CCB, 0xD66B1A, 0x009469, 0x6A3D92, 0x765C00, 0xB36999, 0x076E78, 0x666261 },
  },
};

/* Lengths are multiples of the line width; with round caps a dash of 0 is a dot. */
static const double dash_long[] = { 6, 3 };
static const double dash_short[] = { 3, 2.5 };
static const double dash_dot[] = { 6, 2.5, 1, 2.5 };
static const double dash_fine[] = { 1.2, 2 };
static const double dash_double[] = { 8, 2, 2, 2, 2, 2 };

static const struct {
  const double *pattern;
  int n;
} dashes[JIPYO_THEME_TEAMS] = {
  { NULL, 0 },       { dash_long, 2 }, { dash_dot, 4 },
  { dash_short, 2 }, { dash_fine, 2 }, { dash_double, 6 },
};

const JipyoTheme *
jipyo_theme_get (JipyoThemeId id)
{
  g_return_val_if_fail (id < JIPYO_N_THEMES, &themes[JIPYO_THEME_LIGHT]);
  return &themes[id];
}

gboolean
jipyo_theme_parse (const char *name, JipyoThemeId *id)
{
  for (guint i = 0; i < JIPYO_N_THEMES; i++)
    if (g_strcmp0 (name, themes[i].name) == 0) {
      *id = (JipyoThemeId) i;
      return TRUE;
    }
  return FALSE;
}

JipyoTheme
jipyo_theme_copy_green_up (const JipyoTheme *self)
{
  JipyoTheme copy = *self;

  copy.up = self->rise_green;
  copy.down = self->fall_red;
  return copy;
}

JipyoTheme
jipyo_theme_copy_for_lang (const JipyoTheme *self, JipyoLang lang)
{
  return lang == JIPYO_LANG_KO ? *self : jipyo_theme_copy_green_up (self);
}

JipyoTheme
jipyo_theme_copy_sharp (const JipyoTheme *self)
{
  JipyoTheme copy = *self;
  guint32 *const texts[] = { &copy.text, &copy.muted,  &copy.faint,      &copy.up,
                             &copy.down, &copy.accent, &copy.rise_green, &copy.fall_red };
  guint32 *const lines[] = { &copy.hairline, &copy.subdued };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = jipyo_colour_with_contrast (*texts[i], self->card, 7);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    *lines[i] = jipyo_colour_with_contrast (*lines[i], self->card, 3);
  copy.axis = self->text;
  copy.edge = self->text;
  return copy;
}

const char *
jipyo_theme_get_fonts (const JipyoTheme *self)
{
  return "Pretendard, Noto Sans CJK KR, NanumGothic, sans-serif";
}

JipyoTypeScale
jipyo_type_scale_from_label (double label)
{
  const double size = isfinite (label) ? CLAMP (label, 4, 400) : 13;
  const double unit = size / 13;

  return (JipyoTypeScale){
    .title = 15 * unit,
    .subtitle = 12.5 * unit,
    .value = 14 * unit,
    .label = size,
    .tick = MAX (12 * unit, MIN (size, 12)),
    .note = MAX (12 * unit, MIN (size, 12)),
    .footer = MAX (12 * unit, MIN (size, 12)),
    .number = 27 * unit,
    .line = 2 * unit,
    .hairline = MAX (unit, 0.5),
    .gap = 6 * unit,
    .marker = 8 * unit,
    .radius = 3 * unit,
  };
}

/* Fractions of the picture's height; the smallest is the floor of AVIXA DISCAS for a seat at six
 * image heights, with a little to spare because Hangul is denser than Latin. */
static JipyoTypeScale
measure_projected (double width, double height)
{
  const double h = MIN (height, width * 0.75);
  const double floor = 0.031 * height;

  return (JipyoTypeScale){
    .title = MAX (0.056 * h, floor),
    .subtitle = MAX (0.036 * h, floor),
    .value = MAX (0.052 * h, floor),
    .label = MAX (0.042 * h, floor),
    .tick = MAX (0.034 * h, floor),
    .note = MAX (0.034 * h, floor),
    .footer = floor,
    .number = MAX (0.1 * h, floor),
    .line = 0.0045 * height,
    .hairline = 0.0018 * height,
    .gap = 0.0165 * h,
    .marker = 0.02 * h,
    .radius = 0.005 * h,
  };
}

JipyoTypeScale
jipyo_theme_measure (const JipyoTheme *self, double width, double height)
{
  const double w = isfinite (width) ? CLAMP (width, 1, 32000) : 640;
  const double h = isfinite (height) ? CLAMP (height, 1, 32000) : 400;

  if (self->projected)
    return measure_projected (w, h);
  /* A picture four times as large in area has text twice as tall, within reason. */
  const double linear = sqrt (MIN (w * h, 1.6 * MIN (w, h) * 1.6 * MIN (w, h)) / (640.0 * 400.0));
  return jipyo_type_scale_from_label (13 * CLAMP (linear, 12.0 / 13, 6));
}

JipyoColour
jipyo_colour_from_rgb (guint32 rgb)
{
  return (JipyoColour){ ((rgb >> 16) & 0xFF) / 255.0, ((rgb >> 8) & 0xFF) / 255.0,
                        (rgb & 0xFF) / 255.0, 1 };
}

static double
linear_channel (guint32 byte)
{
  const double c = byte / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (guint32 rgb)
{
  return 0.2126 * linear_channel ((rgb >> 16) & 0xFF) + 0.7152 * linear_channel ((rgb >> 8) & 0xFF)
         + 0.0722 * linear_channel (rgb & 0xFF);
}

double
jipyo_colour_contrast (guint32 a, guint32 b)
{
  const double la = luminance (a), lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

static guint32
mix_channel (guint32 a, guint32 b, double amount)
{
  return (guint32) lround (a + ((double) b - a) * amount);
}

guint32
jipyo_colour_mix (guint32 a, guint32 b, double amount)
{
  const double t = CLAMP (amount, 0, 1);

  return mix_channel ((a >> 16) & 0xFF, (b >> 16) & 0xFF, t) << 16
         | mix_channel ((a >> 8) & 0xFF, (b >> 8) & 0xFF, t) << 8
         | mix_channel (a & 0xFF, b & 0xFF, t);
}

guint32
jipyo_colour_with_contrast (guint32 rgb, guint32 background, double contrast)
{
  const guint32 pole = luminance (background) > 0.18 ? 0x000000 : 0xFFFFFF;

  for (int step = 0; step < 20; step++) {
    const guint32 mixed = jipyo_colour_mix (rgb, pole, step / 20.0);
    if (jipyo_colour_contrast (mixed, background) >= contrast)
      return mixed;
  }
  return pole;
}

guint32
jipyo_theme_get_colour (const JipyoTheme *self, JipyoColourKey key)
{
  switch (key.role) {
  case JIPYO_ROLE_NEUTRAL:
    return self->neutral;
  case JIPYO_ROLE_ACCENT:
    return self->accent;
  case JIPYO_ROLE_MUTED:
    return self->subdued;
  case JIPYO_ROLE_TEAM:
    return self->team[key.index % JIPYO_THEME_TEAMS];
  case JIPYO_ROLE_SERIES:
    return self->palette[key.index % JIPYO_THEME_PALETTE];
  case JIPYO_ROLE_UP:
    return self->up;
  case JIPYO_ROLE_DOWN:
    return self->down;
  }
  return self->neutral;
}

guint32
jipyo_theme_get_text_colour (const JipyoTheme *self, JipyoColourKey key)
{
  if (key.role == JIPYO_ROLE_NEUTRAL || key.role == JIPYO_ROLE_MUTED)
    return self->text;
  return jipyo_colour_with_contrast (jipyo_theme_get_colour (self, key), self->card, 4.5);
}

guint32
jipyo_theme_get_change_colour (const JipyoTheme *self, int direction)
{
  if (direction == 0)
    return self->muted;
  return direction > 0 ? self->up : self->down;
}

const double *
jipyo_theme_get_dash (const JipyoTheme *self, guint index, int *n)
{
  *n = dashes[index % JIPYO_THEME_TEAMS].n;
  return dashes[index % JIPYO_THEME_TEAMS].pattern;
}

JipyoMarker
jipyo_theme_get_marker (const JipyoTheme *self, guint index)
{
  return (JipyoMarker) (index % JIPYO_N_MARKERS);
}
