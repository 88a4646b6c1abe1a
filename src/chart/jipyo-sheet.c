/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of a whole picture, as plain data: key figures, charts and a table that a view puts
 * together. Where they go and how they look is the business of jipyo-sheet-layout.c.
 */

#include "jipyo-sheet.h"

#include <math.h>

static void
tile_free (gpointer data)
{
  JipyoTile *tile = data;

  g_free (tile->label);
  g_free (tile->number);
  g_free (tile->unit);
  g_free (tile->prefix);
  g_free (tile->doubt);
  g_free (tile->note);
  g_free (tile->claim);
  g_free (tile);
}

static void
plot_free (gpointer data)
{
  jipyo_plot_free (data);
}

static void
cell_clear (gpointer data)
{
  JipyoGridCell *cell = data;

  g_clear_pointer (&cell->text, g_free);
  g_clear_pointer (&cell->claim, g_free);
}

JipyoSheet *
jipyo_sheet_new (JipyoLang lang)
{
  JipyoSheet *self = g_new0 (JipyoSheet, 1);

  self->lang = lang;
  self->tiles = g_ptr_array_new_with_free_func (tile_free);
  self->plots = g_ptr_array_new_with_free_func (plot_free);
  return self;
}

void
jipyo_sheet_free (JipyoSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->footer);
  g_ptr_array_unref (self->tiles);
  g_ptr_array_unref (self->plots);
  jipyo_grid_free (self->grid);
  g_free (self);
}

JipyoSheet *
jipyo_sheet_copy_plot (const JipyoSheet *self, guint n, const JipyoPlotState *state)
{
  g_return_val_if_fail (self != NULL && n < self->plots->len, NULL);
  JipyoPlot *plot = g_ptr_array_index (self->plots, n);
  JipyoSheet *copy = jipyo_sheet_new (self->lang);

  g_ptr_array_set_free_func (copy->plots, NULL);
  g_ptr_array_add (copy->plots, plot);
  copy->title = g_strdup (plot->title != NULL ? plot->title : self->title);
  copy->subtitle = g_strdup (plot->title != NULL ? plot->subtitle : self->subtitle);
  copy->footer = g_strdup (plot->footer != NULL ? plot->footer : self->footer);
  copy->state = state;
  return copy;
}

void
jipyo_tile_warn (JipyoTile *self)
{
  g_return_if_fail (self->note != NULL);
  g_autofree char *note = g_steal_pointer (&self->note);

  g_free (self->doubt);
  self->doubt = g_strconcat ("⚠ ", note, NULL);
}

JipyoTile *
jipyo_sheet_add_tile (JipyoSheet *self)
{
  JipyoTile *tile = g_new0 (JipyoTile, 1);

  g_ptr_array_add (self->tiles, tile);
  return tile;
}

void
jipyo_sheet_take_plot (JipyoSheet *self, JipyoPlot *plot)
{
  g_ptr_array_add (self->plots, plot);
}

JipyoGrid *
jipyo_grid_new (void)
{
  JipyoGrid *self = g_new0 (JipyoGrid, 1);

  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->aligns = g_array_new (FALSE, TRUE, sizeof (JipyoCellAlign));
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

void
jipyo_grid_free (JipyoGrid *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->titles);
  g_array_unref (self->aligns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
jipyo_grid_add_column (JipyoGrid *self, const char *title, JipyoCellAlign align)
{
  g_return_if_fail (self->rows->len == 0);

  g_ptr_array_add (self->titles, g_strdup (title));
  g_array_append_val (self->aligns, align);
}

JipyoGridCell *
jipyo_grid_add_row (JipyoGrid *self)
{
  GArray *row = g_array_sized_new (FALSE, TRUE, sizeof (JipyoGridCell), self->titles->len);

  g_array_set_clear_func (row, cell_clear);
  g_array_set_size (row, self->titles->len);
  for (guint i = 0; i < row->len; i++)
    g_array_index (row, JipyoGridCell, i).bar = NAN;
  g_ptr_array_add (self->rows, row);
  return (JipyoGridCell *) (gpointer) row->data;
}
