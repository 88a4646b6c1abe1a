/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How high a table asks to be: a short one is shown whole; a long one scrolls, and is as high as
 * the page has room for.
 */

#pragma once

#include <gtk/gtk.h>

/* A part of the table's widget, which outlives it. All three are borrowed from the table. */
typedef struct {
  GtkWidget *table;
  GtkScrolledWindow *scroller; /* what is given the height */
  GtkColumnView *list;         /* in the scroller */
  int n_frames;                /* that began since its rows changed; -1: none is awaited */
} JipyoTableHeight;

/* `list`, which has its model, lies in `scroller`, and that in `table`. */
void jipyo_table_height_init (JipyoTableHeight *self,
                              GtkWidget *table,
                              GtkScrolledWindow *scroller,
                              GtkColumnView *list);
/* Asks for the height of the rows that there are. Before the first frame they are taken to have one
 * line each. */
void jipyo_table_height_limit (JipyoTableHeight *self);
/* Asks again once the rows were laid out: in cells that wrap only then it is known how high they
 * are. */
void jipyo_table_height_await_layout (JipyoTableHeight *self);
