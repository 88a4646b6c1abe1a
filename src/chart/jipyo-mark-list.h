/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of marks. A mark is a file, jipyo-mark-NAME.c, which defines jipyo_mark_NAME_class, and
 * a line here: the value JIPYO_MARK_NAME, the class' declaration, its place among the classes and
 * what meson compiles follow from it. Closely related ones may share the file of one of them.
 */

#pragma once

/* clang-format off */
#define JIPYO_MARKS(MARK) \
  MARK (BAR, bar) /* value from the axis' zero; grouped when series share a band */ \
  MARK (STACK, stack) /* bars on top of each other within a band */ \
  MARK (LINE, line) \
  MARK (AREA, area) \
  MARK (DOT, dot) \
  MARK (RANGE, range) /* from start to value, e.g. a team's time in the programme */ \
  MARK (STEP, step) /* a level that holds until the next datum */ \
  MARK (BAND, band) /* from low to high, joined; needs no value */ \
  MARK (CANDLE, candle) /* from start, the open, to value, the close, between low and high */ \
  MARK (OHLC, ohlc) /* the same, as a stem with two ticks */ \
  MARK (VOLUME, volume) /* bars in a strip below the others, on their own scale */ \
  MARK (DUMBBELL, dumbbell) /* a change from start to value */ \
  MARK (SLOPE, slope) /* a change from start to value at the next band */ \
  MARK (TORNADO, tornado) /* from low to high around the base, which is the value */ \
  MARK (HISTOGRAM, histogram) /* a bin each: from start on the position axis to as far beyond \
                                 position */ \
  MARK (TREEMAP, treemap) /* tiles named by their band, of areas as their values; a series each \
                             group */ \
  MARK (WAFFLE, waffle) /* squares of a whole; a series each part, a band each whole */ \
  MARK (AREA_STACK, area_stack) /* areas on top of each other, of equal positions */ \
  MARK (HEAT, heat) /* cells coloured by their value; a series each row */
/* clang-format on */
