/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure as text that can say where it comes from: by Space, Enter or any mouse button.
 */

#pragma once

#include <gtk/gtk.h>

#define JIPYO_TYPE_FIGURE_LABEL (jipyo_figure_label_get_type ())
G_DECLARE_FINAL_TYPE (JipyoFigureLabel, jipyo_figure_label, JIPYO, FIGURE_LABEL, GtkWidget)

/* Property "xalign" of the text is set once. */
GtkWidget *jipyo_figure_label_new (float xalign);
/* Of the words of later texts so many are never cut. */
void jipyo_figure_label_keep_words (JipyoFigureLabel *self, int characters);
/* Words go on below instead of being cut, in lines of at least so many characters and never within
 * a word. */
void jipyo_figure_label_wrap_words (JipyoFigureLabel *self, int characters);
/* `claim` is a claim or instrument id, or NULL for text that is no figure. Never markup. */
void jipyo_figure_label_set (JipyoFigureLabel *self, const char *text, const char *claim);
/* -1 down, 0 none, 1 up: colours the text by the person's convention. */
void jipyo_figure_label_set_direction (JipyoFigureLabel *self, int direction);
/* A sign of doubt behind the text, in a place of its own so that digits stay in line. "" keeps the
 * place free, NULL takes it away. */
void jipyo_figure_label_set_sign (JipyoFigureLabel *self, const char *sign);
void jipyo_figure_label_set_muted (JipyoFigureLabel *self, gboolean muted);
/* In the colour of what is not believed. */
void jipyo_figure_label_set_doubtful (JipyoFigureLabel *self, gboolean doubtful);
const char *jipyo_figure_label_get_text (JipyoFigureLabel *self);
const char *jipyo_figure_label_get_claim (JipyoFigureLabel *self);
