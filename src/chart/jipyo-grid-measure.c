/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures need all of their width; a text still says something when it is shortened, as long as no
 * word of it is broken.
 */

#include "jipyo-grid-measure.h"

#include "jipyo-doubt-text.h"
#include "jipyo-text-ties.h"

static const double TEXT_MINIMUM = 6.5; /* ems that a text column keeps */
static const double BAR_NATURAL = 8;    /* ems of an in-cell bar */
static const double BAR_MINIMUM = 3;

static const JipyoGridCell *
get_cell (const JipyoGridMeasure *self, guint row, guint column)
{
  const GArray *cells = g_ptr_array_index (self->grid->rows, row);

  return &g_array_index (cells, JipyoGridCell, column);
}

gboolean
jipyo_grid_cell_has_text (const JipyoGridCell *cell)
{
  return cell->text != NULL && *cell->text != '\0';
}

static double
measure_title_word (const JipyoGridMeasure *self, const char *title)
{
  const JipyoTextStyle style = { .size = jipyo_scene_get_type (self->scene)->note };
  g_auto (GStrv) words = g_strsplit (title != NULL ? title : "", " ", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    widest =
      MAX (widest,
           jipyo_text_measure (jipyo_scene_get_typesetter (self->scene), words[i], &style).width);
  return widest;
}

static double
measure_cells (const JipyoGridMeasure *self, guint column)
{
  const JipyoTextStyle style = { .size = self->size };
  double widest = 0;

  for (guint i = 0; i < self->n_rows; i++) {
    const JipyoGridCell *cell = get_cell (self, i, column);
    JipyoDoubtText text;

    if (!jipyo_grid_cell_has_text (cell))
      continue;
    jipyo_doubt_text_init (&text, self->scene, cell->text, &style);
    widest = MAX (widest, text.width);
    jipyo_doubt_text_clear (&text);
  }
  return widest;
}

/* The width at which no word of a column's texts is broken. */
static double
measure_words (const JipyoGridMeasure *self, guint column)
{
  double ems = 0;

  for (guint i = 0; i < self->n_rows; i++)
    ems = MAX (ems, jipyo_text_estimate_word (get_cell (self, i, column)->text));
  return ems * self->size;
}

void
jipyo_grid_measure_column (const JipyoGridMeasure *self,
                           guint index,
                           JipyoGridColumn *column,
                           double *text_width)
{
  const JipyoTypeScale *type = jipyo_scene_get_type (self->scene);
  const JipyoTextStyle style = { .size = type->note };
  const char *title = g_ptr_array_index (self->grid->titles, index);
  const double cells = measure_cells (self, index);
  const double title_width =
    jipyo_text_measure (jipyo_scene_get_typesetter (self->scene), title, &style).width;
  const double title_word = measure_title_word (self, title);
  double figures = cells;

  column->align = g_array_index (self->grid->aligns, JipyoCellAlign, index);
  *text_width = cells > 0 ? cells + 2 * type->gap : 0;
  if (column->align == JIPYO_ALIGN_BAR) {
    figures = *text_width + BAR_MINIMUM * self->size;
    column->natural = MAX (*text_width + BAR_NATURAL * self->size, title_width);
  } else {
    column->natural = MAX (MAX (cells, title_width), self->size);
  }
  if (column->align == JIPYO_ALIGN_START)
    figures = MIN (cells, TEXT_MINIMUM * self->size);
  column->word = column->align == JIPYO_ALIGN_START ? measure_words (self, index) + 0.5 : 0;
  /* Half a unit keeps rounding from wrapping a text that fits exactly. */
  column->natural += 0.5;
  column->minimum = MAX (figures, MIN (title_word, TEXT_MINIMUM * self->size)) + 0.5;
}
