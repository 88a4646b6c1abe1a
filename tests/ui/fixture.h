/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session on the shipped record with a fixed clock, and a window to put a widget into.
 */

#pragma once

#include "jipyo-look.h"

typedef struct {
  JipyoSettings *settings;
  JipyoSession *session;
  JipyoLook *look;
  GtkWidget *window;
} UiFixture;

/* As known on `as_of`; NULL: on the clock's day, 2026-11-23. */
void ui_fixture_set_up (UiFixture *self, const char *as_of, JipyoLang lang);
/* Destroys the window and asserts that nothing else holds on to what was made. */
void ui_fixture_tear_down (UiFixture *self);
/* Puts the widget into the window, shows it and waits until it is laid out. */
void ui_fixture_show (UiFixture *self, GtkWidget *widget);
/* Depth first, the first widget of this type; with `words`, which are looked for in labels only,
 * the first label that has them. NULL when there is none. */
GtkWidget *ui_fixture_find (GtkWidget *widget, GType type, const char *words);
/* Runs what is due. */
void ui_fixture_settle (void);
/* GTK, the catalogues and the templates; 77 without a display. */
int ui_fixture_run (int *argc, char ***argv, void (*add_tests) (void));
