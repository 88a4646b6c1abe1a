/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell is a figure label, or a box with one and a bar.
 */

#include "jipyo-table-cell.h"

#include "jipyo-bar-cell.h"
#include "jipyo-doubt-text.h"
#include "jipyo-figure-label.h"
#include "jipyo-tooltip.h"

static const glong long_words = 12; /* characters; words may be cut from there on */

const char *
jipyo_table_cell_get_sign (JipyoStatus status)
{
  switch (status) {
  case JIPYO_STATUS_STATED:
    return "";
  case JIPYO_STATUS_DERIVED:
    return "=";
  case JIPYO_STATUS_SECOND_HAND:
    return "†";
  case JIPYO_STATUS_INFERRED:
    return "*";
  case JIPYO_STATUS_DISPUTED:
    return "⚠";
  }
  return "";
}

char *
jipyo_table_cell_explain_signs (guint statuses, JipyoLang lang)
{
  static const JipyoStatus order[] = { JIPYO_STATUS_SECOND_HAND, JIPYO_STATUS_INFERRED,
                                       JIPYO_STATUS_DERIVED, JIPYO_STATUS_DISPUTED };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    if ((statuses & 1u << order[i]) == 0)
      continue;
    g_autofree char *words = g_utf8_strdown (jipyo_status_label (order[i], lang), -1);

    g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "",
                            jipyo_table_cell_get_sign (order[i]), words);
  }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

GtkWidget *
jipyo_table_cell_new (JipyoCellAlign align, guint kept_words)
{
  GtkWidget *label = jipyo_figure_label_new (align == JIPYO_ALIGN_START ? 0 : 1);

  if (kept_words > 0)
    jipyo_figure_label_keep_words (JIPYO_FIGURE_LABEL (label), (int) kept_words);

  if (align != JIPYO_ALIGN_BAR)
    return label;
  static const int share_px = 56; /* so that the bars begin below one another */
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_widget_set_size_request (label, share_px, -1);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (jipyo_bar_cell_new ()));
  return box;
}

void
jipyo_table_cell_show (GtkWidget *widget,
                       const JipyoTableCell *cell,
                       gboolean with_signs,
                       JipyoLang lang)
{
  GtkWidget *figure = GTK_IS_BOX (widget) ? gtk_widget_get_first_child (widget) : widget;
  const gboolean empty = *cell->text == '\0';
  const gboolean doubtful = cell->status != JIPYO_STATUS_STATED;
  const gboolean cut = g_utf8_strlen (cell->text, -1) > long_words;
  JipyoFigureLabel *label = JIPYO_FIGURE_LABEL (figure);
  g_autofree char *text = jipyo_text_space_arrows (empty ? "–" : cell->text);

  if (figure != widget)
    jipyo_bar_cell_set_share (JIPYO_BAR_CELL (gtk_widget_get_last_child (widget)), cell->bar);
  jipyo_figure_label_set (label, text, cell->claim);
  jipyo_figure_label_set_sign (label, with_signs ? jipyo_table_cell_get_sign (cell->status) : NULL);
  jipyo_figure_label_set_direction (label, cell->direction);
  jipyo_figure_label_set_muted (label, !cell->doubtful && (cell->muted || empty));
  jipyo_figure_label_set_doubtful (label, cell->doubtful);
  jipyo_tooltip_set (figure, doubtful ? jipyo_status_label (cell->status, lang)
                             : cut    ? cell->text
                                      : NULL);
}
