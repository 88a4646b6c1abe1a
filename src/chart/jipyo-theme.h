/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Colours, type sizes and line widths of a picture. A theme is constant data; what a mark means is
 * said by a JipyoColourKey and resolved here, so that a screen, a slide and paper differ in nothing
 * but the theme. Contrast floors (text 4.5:1, marks 3:1 on the card) are tested.
 */

#pragma once

#include "jipyo-plot.h"

#define JIPYO_THEME_TEAMS 6
#define JIPYO_THEME_PALETTE 8

typedef enum {
  JIPYO_THEME_LIGHT,
  JIPYO_THEME_DARK,
  JIPYO_THEME_HIGH_CONTRAST,
  JIPYO_THEME_PROJECTOR,
  JIPYO_THEME_PRINT,
  JIPYO_N_THEMES
} JipyoThemeId;

typedef struct {
  double red;
  double green;
  double blue;
  double alpha;
} JipyoColour;

typedef enum {
  JIPYO_MARKER_CIRCLE,
  JIPYO_MARKER_SQUARE,
  JIPYO_MARKER_TRIANGLE,
  JIPYO_MARKER_DIAMOND,
  JIPYO_MARKER_OPEN_CIRCLE,
  JIPYO_MARKER_OPEN_SQUARE,
  JIPYO_N_MARKERS
} JipyoMarker;

/* Colours are 0xRRGGBB. Teams in order: vermillion, blue, green, pink, dark yellow, grey. */
typedef struct {
  JipyoThemeId id;
  const char *name;
  guint32 text;
  guint32 muted;      /* subtitles, ticks, notes: 4.5:1 */
  guint32 faint;      /* least text there is: 4.5:1 */
  guint32 background; /* of the whole picture */
  guint32 card;       /* what plots and tiles lie on */
  guint32 hairline;   /* grids and separators */
  guint32 axis;       /* base line */
  guint32 accent;
  guint32 neutral;    /* bars that the title does not speak of */
  guint32 subdued;    /* fill of lighter bars */
  guint32 edge;       /* outline of lighter bars: 3:1 */
  guint32 up;         /* red by default, as in Korea */
  guint32 down;       /* blue by default */
  guint32 doubt_fill; /* badge of a disputed figure */
  guint32 doubt_text;
  guint32 team[JIPYO_THEME_TEAMS];
  guint32 palette[JIPYO_THEME_PALETTE];
  guint32 rise_green; /* up and down where green is up: see jipyo_theme_copy_green_up */
  guint32 fall_red;
  gboolean projected; /* sizes follow the height: nothing under 3 % of it */
} JipyoTheme;

/* Sizes in picture units; fonts in units of height, not points. */
typedef struct {
  double title;
  double subtitle;
  double value; /* figures at marks */
  double label; /* categories, direct labels */
  double tick;
  double note;
  double footer;
  double number;   /* the large figure of a tile */
  double line;     /* width of a data line */
  double hairline; /* width of grids */
  double gap;      /* the spacing unit: 6 px where a label is 13 px */
  double marker;   /* diameter */
  double radius;   /* of the corners of bars */
} JipyoTypeScale;

/* Static data. */
const JipyoTheme *jipyo_theme_get (JipyoThemeId id);
/* "light", "dark", "high-contrast", "projector", "print"; FALSE for anything else or NULL. */
gboolean jipyo_theme_parse (const char *name, JipyoThemeId *id);
/* The theme with green for up and red for down. */
JipyoTheme jipyo_theme_copy_green_up (const JipyoTheme *self);
/* The theme with the colours of change that readers of the language expect, where nobody chose
 * others: red is up in Korean, green in English. */
JipyoTheme jipyo_theme_copy_for_lang (const JipyoTheme *self, JipyoLang lang);
/* The theme for whoever wants more contrast on the same ground: text 7:1, lines 3:1. */
JipyoTheme jipyo_theme_copy_sharp (const JipyoTheme *self);
/* Font families in order of preference, for Hangul and Latin alike. */
const char *jipyo_theme_get_fonts (const JipyoTheme *self);

/* Sizes for a picture of its own of this size: what `render` and slides use. */
JipyoTypeScale jipyo_theme_measure (const JipyoTheme *self, double width, double height);
/* Sizes around a label of `label` units: what a card in a window uses, from the desktop's font. */
JipyoTypeScale jipyo_type_scale_from_label (double label);

JipyoColour jipyo_colour_from_rgb (guint32 rgb);
/* WCAG contrast of two opaque colours, 1 … 21. */
double jipyo_colour_contrast (guint32 a, guint32 b);
/* `amount` 0 gives `a`, 1 gives `b`. */
guint32 jipyo_colour_mix (guint32 a, guint32 b, double amount);
/* The colour, moved towards black or white until it has that contrast on `background`. */
guint32 jipyo_colour_with_contrast (guint32 rgb, guint32 background, double contrast);

/* What a mark is filled with, and what text in the same colour is written with (4.5:1). */
guint32 jipyo_theme_get_colour (const JipyoTheme *self, JipyoColourKey key);
guint32 jipyo_theme_get_text_colour (const JipyoTheme *self, JipyoColourKey key);
/* Colour of a change by its sign: up, down, muted for 0. */
guint32 jipyo_theme_get_change_colour (const JipyoTheme *self, int direction);
/* Dash pattern in multiples of the line width, `*n` 0 for solid. Static. */
const double *jipyo_theme_get_dash (const JipyoTheme *self, guint index, int *n);
JipyoMarker jipyo_theme_get_marker (const JipyoTheme *self, guint index);
