/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns are measured on the rows that can be seen, then the rows are set into them. Only what
 * will be painted is ever measured, so that a table of thousands costs no more than a full page.
 */

#include "jipyo-grid-layout.h"

#include "jipyo-doubt-text.h"
#include "jipyo-grid-measure.h"
#include "jipyo-grid-rest.h"

#include <math.h>
#include <string.h>

static const double COLUMN_GAPS = 3.2; /* between columns, in gaps of the type scale */
static const double ROW_GAPS = 0.85;   /* above and below the text of a row */
static const double INSET_MOST = 3;    /* ems between a figure and the text after it */
static const guint TEXT_LINES = 3;

typedef struct {
  JipyoDoubtText *cells; /* one a column */
  double baseline;       /* the deepest of the cells */
  double height;
} Row;

typedef struct {
  double x;          /* from the left edge of the table */
  double text_width; /* of its cells, with a gap; 0: they are all empty */
  JipyoTextLayout *title;
} Place;

struct _JipyoGridLayout {
  const JipyoScene *scene;
  const JipyoGrid *grid;
  double width;
  guint n_measured; /* rows that the widths are for, at most */
  double size;      /* of the cells' font */
  guint n_columns;
  JipyoGridColumn *columns;
  Place *places;
  double header_height;
  GPtrArray *rows; /* of Row, those shown */
  JipyoTextLayout *more;
  double more_height;
  JipyoRect rect; /* once placed */
  double stretch; /* added to each row's height */
};

static JipyoTypesetter *
get_typesetter (const JipyoGridLayout *self)
{
  return jipyo_scene_get_typesetter (self->scene);
}

static const JipyoTypeScale *
get_type (const JipyoGridLayout *self)
{
  return jipyo_scene_get_type (self->scene);
}

static const JipyoGridCell *
get_cell (const JipyoGridLayout *self, guint row, guint column)
{
  const GArray *cells = g_ptr_array_index (self->grid->rows, row);

  return &g_array_index (cells, JipyoGridCell, column);
}

static guint32
cell_colour (const JipyoGridLayout *self, const JipyoGridCell *cell)
{
  const JipyoTheme *theme = jipyo_scene_get_theme (self->scene);

  if (cell->doubtful)
    return theme->doubt_text;
  if (cell->direction != 0)
    return jipyo_theme_get_change_colour (theme, cell->direction);
  return cell->muted || !jipyo_grid_cell_has_text (cell) ? theme->muted : theme->text;
}

/* A row's height when its text takes one line, about. */
static double
estimate_row_height (const JipyoGridLayout *self)
{
  return 1.4 * self->size + 2 * ROW_GAPS * get_type (self)->gap;
}

static void
measure_column (JipyoGridLayout *self, guint column, guint n_rows)
{
  const JipyoGridMeasure measure = { self->scene, self->grid, self->size, n_rows };

  jipyo_grid_measure_column (&measure, column, &self->columns[column],
                             &self->places[column].text_width);
}

/* Figures end where a text after them would begin; half of what that text can spare parts them. */
static double
get_inset (const JipyoGridLayout *self, guint column)
{
  const JipyoGridColumn *own = &self->columns[column];
  const gboolean parted = column == 0 || self->columns[column - 1].align != JIPYO_ALIGN_END
                          || own->align == JIPYO_ALIGN_END;

  return parted ? 0 : CLAMP ((own->width - own->natural) / 2, 0, INSET_MOST * self->size);
}

static void
place_columns (JipyoGridLayout *self, double gap)
{
  double x = 0;

  for (guint i = 0; i < self->n_columns; i++) {
    const double inset = get_inset (self, i);

    self->places[i].x = x + inset;
    x += self->columns[i].width + gap;
    self->columns[i].width -= inset;
  }
}

static guint
count_visible (const JipyoGridLayout *self, double height)
{
  const double visible = CLAMP (height / estimate_row_height (self), 1, 2000);

  return MIN (self->grid->rows->len, (guint) visible + 1);
}

/* Widths at full type; if columns would be lost, at smaller type. */
static void
fit_columns (JipyoGridLayout *self, double height)
{
  static const double SHARES[] = { 1, 0.92, 0.85 };
  const JipyoTheme *theme = jipyo_scene_get_theme (self->scene);
  const double gap = COLUMN_GAPS * get_type (self)->gap;
  const guint n_columns = self->grid->titles->len;

  for (gsize i = 0; i < G_N_ELEMENTS (SHARES); i++) {
    if (theme->projected && i > 0)
      break;
    self->size = MAX (get_type (self)->label * SHARES[i], MIN (get_type (self)->label, 11));
    const guint n_rows = MIN (self->n_measured, count_visible (self, height));
    for (guint j = 0; j < n_columns; j++)
      measure_column (self, j, n_rows);
    self->n_columns =
      jipyo_grid_columns_fit (self->columns, n_columns, gap * SHARES[i], self->width);
    place_columns (self, gap * SHARES[i]);
    if (self->n_columns == n_columns)
      break;
  }
}

static void
set_titles (JipyoGridLayout *self)
{
  const JipyoTheme *theme = jipyo_scene_get_theme (self->scene);
  double tallest = 0;

  for (guint i = 0; i < self->n_columns; i++) {
    const JipyoTextStyle style = { .size = get_type (self)->note,
                                   .colour = theme->muted,
                                   .width = self->columns[i].width,
                                   .lines = 3,
                                   .flush_right = self->columns[i].align == JIPYO_ALIGN_END };
    JipyoTextLayout *title = jipyo_text_layout_new (
      get_typesetter (self), g_ptr_array_index (self->grid->titles, i), &style);

    self->places[i].title = title;
    tallest = MAX (tallest, title->rect.height);
  }
  self->header_height = tallest + ROW_GAPS * get_type (self)->gap * 1.6;
}

static void
row_free (gpointer data)
{
  Row *row = data;

  for (JipyoDoubtText *cell = row->cells; cell->size > 0; cell++)
    jipyo_doubt_text_clear (cell);
  g_free (row->cells);
  g_free (row);
}

static void
set_cell (JipyoGridLayout *self, Row *row, guint index, guint column)
{
  const JipyoGridCell *cell = get_cell (self, index, column);
  const JipyoCellAlign align = self->columns[column].align;
  const gboolean blank = align == JIPYO_ALIGN_BAR && self->places[column].text_width <= 0;
  const char *text = jipyo_grid_cell_has_text (cell) ? cell->text : blank ? "" : "–";
  JipyoTextStyle style = { .size = self->size, .colour = cell_colour (self, cell) };

  if (align == JIPYO_ALIGN_START) {
    style.width = self->columns[column].width;
    style.lines = TEXT_LINES;
  }
  jipyo_doubt_text_init (&row->cells[column], self->scene, text, &style);
  row->baseline = MAX (row->baseline, row->cells[column].text->baseline);
}

static Row *
set_row (JipyoGridLayout *self, guint index)
{
  Row *row = g_new0 (Row, 1);
  double below = 0;

  row->cells = g_new0 (JipyoDoubtText, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    set_cell (self, row, index, i);
  for (guint i = 0; i < self->n_columns; i++)
    below = MAX (below, row->cells[i].text->rect.height - row->cells[i].text->baseline);
  row->height = row->baseline + below + 2 * ROW_GAPS * get_type (self)->gap;
  return row;
}

static void
set_more (JipyoGridLayout *self)
{
  const JipyoTextStyle style = { .size = get_type (self)->note,
                                 .colour = jipyo_scene_get_theme (self->scene)->muted };
  const guint rows = self->grid->rows->len - self->rows->len;
  const guint columns = self->grid->titles->len - self->n_columns;
  g_autofree char *text =
    jipyo_grid_describe_rest (jipyo_scene_get_lang (self->scene), rows, columns);

  g_clear_pointer (&self->more, jipyo_text_layout_free);
  self->more_height = 0;
  if (rows + columns == 0)
    return;
  self->more = jipyo_text_layout_new (get_typesetter (self), text, &style);
  self->more_height = self->more->rect.height + ROW_GAPS * get_type (self)->gap;
}

static void
set_rows (JipyoGridLayout *self, double height)
{
  static const double SLACK = 0.01; /* of heights that were added up in another order */
  double used = self->header_height;

  for (guint i = 0; i < MIN (self->grid->rows->len, self->n_measured); i++) {
    Row *row = set_row (self, i);

    if (used + row->height > height + SLACK) {
      row_free (row);
      break;
    }
    used += row->height;
    g_ptr_array_add (self->rows, row);
  }
  set_more (self);
  while (self->rows->len > 0 && jipyo_grid_layout_get_height (self) > height + SLACK) {
    g_ptr_array_set_size (self->rows, self->rows->len - 1);
    set_more (self);
  }
}

static JipyoGridLayout *
grid_layout_alloc (const JipyoScene *scene, const JipyoGrid *grid, double width)
{
  JipyoGridLayout *self = g_new0 (JipyoGridLayout, 1);

  self->scene = scene;
  self->grid = grid;
  self->width = width;
  self->columns = g_new0 (JipyoGridColumn, grid->titles->len);
  self->places = g_new0 (Place, grid->titles->len);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

double
jipyo_grid_measure_width (const JipyoScene *scene, const JipyoGrid *grid)
{
  static const guint SAMPLE_ROWS = 60;
  g_autoptr (JipyoGridLayout) self = grid_layout_alloc (scene, grid, 0);
  double width = 0;

  self->size = get_type (self)->label;
  for (guint i = 0; i < grid->titles->len; i++) {
    measure_column (self, i, MIN (grid->rows->len, SAMPLE_ROWS));
    width += self->columns[i].natural + (i > 0 ? COLUMN_GAPS * get_type (self)->gap : 0);
  }
  return width;
}

static void
set_all (JipyoGridLayout *self, double height)
{
  for (guint i = 0; i < self->grid->titles->len; i++)
    g_clear_pointer (&self->places[i].title, jipyo_text_layout_free);
  g_ptr_array_set_size (self->rows, 0);
  fit_columns (self, height);
  set_titles (self);
  set_rows (self, height);
}

static guint
set_measured (JipyoGridLayout *self, guint n_rows, double height)
{
  self->n_measured = n_rows;
  set_all (self, height);
  return self->rows->len;
}

/* Rows of two lines are fewer than were measured; what those would need that are not shown is
 * room for those that are. */
static void
fit_to_shown (JipyoGridLayout *self, double height)
{
  const guint n_all = self->n_measured, n_most = MIN (n_all, count_visible (self, height));
  guint n_shown = self->rows->len;

  if (n_shown >= n_most)
    return;
  /* With fewer rows one more column may have room, and rows take more lines. */
  while (n_shown > 0 && set_measured (self, n_shown, height) < n_shown)
    n_shown = self->rows->len;
  /* With more room some rows take one line less, and more are shown. */
  while (n_shown < n_most && set_measured (self, n_shown + 1, height) > n_shown)
    n_shown++;
  if (self->rows->len < self->n_measured)
    set_measured (self, n_shown > 0 ? n_shown : n_all, height);
}

JipyoGridLayout *
jipyo_grid_layout_new (const JipyoScene *scene, const JipyoGrid *grid, double width, double height)
{
  JipyoGridLayout *self = grid_layout_alloc (scene, grid, width);

  self->n_measured = grid->rows->len;
  set_all (self, height);
  fit_to_shown (self, height);
  return self;
}

void
jipyo_grid_layout_free (JipyoGridLayout *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->grid->titles->len; i++)
    jipyo_text_layout_free (self->places[i].title);
  jipyo_text_layout_free (self->more);
  g_ptr_array_unref (self->rows);
  g_free (self->columns);
  g_free (self->places);
  g_free (self);
}

guint
jipyo_grid_layout_get_n_rows (const JipyoGridLayout *self)
{
  return self->rows->len;
}

guint
jipyo_grid_layout_get_n_columns (const JipyoGridLayout *self)
{
  return self->n_columns;
}

double
jipyo_grid_layout_get_height_of (const JipyoGridLayout *self, guint n_rows)
{
  const JipyoTypeScale *type = get_type (self);
  double height = self->header_height;

  for (guint i = 0; i < MIN (n_rows, self->rows->len); i++)
    height += ((const Row *) g_ptr_array_index (self->rows, i))->height;
  if (n_rows < self->grid->rows->len)
    return height + MAX (self->more_height, 1.5 * type->note + ROW_GAPS * type->gap);
  return height + self->more_height;
}

double
jipyo_grid_layout_get_height (const JipyoGridLayout *self)
{
  double height = self->header_height + self->more_height;

  for (guint i = 0; i < self->rows->len; i++)
    height += ((const Row *) g_ptr_array_index (self->rows, i))->height;
  return height;
}

static void
place_bar (JipyoGridLayout *self, JipyoScene *scene, const JipyoGridCell *cell, JipyoRect room)
{
  const JipyoTheme *theme = jipyo_scene_get_theme (scene);
  const double thick = get_type (self)->hairline;
  const JipyoSceneShape track = { JIPYO_SHAPE_BOX,
                                  { room.x, room.y + room.height / 2 - thick / 2, room.width,
                                    thick },
                                  theme->hairline };
  JipyoSceneShape bar = { JIPYO_SHAPE_BOX, room, theme->accent };

  if (!isfinite (cell->bar))
    return;
  bar.rect.width = MAX (CLAMP (cell->bar, 0, 1) * room.width, 2 * thick);
  jipyo_scene_add_shape (scene, &track);
  jipyo_scene_add_shape (scene, &bar);
}

static void
place_cell (JipyoGridLayout *self, JipyoScene *scene, guint index, guint column)
{
  const Row *row = g_ptr_array_index (self->rows, index);
  const JipyoRect rect = jipyo_grid_layout_get_row_rect (self, index);
  const Place *place = &self->places[column];
  const JipyoGridColumn *fitted = &self->columns[column];
  JipyoDoubtText *cell = &row->cells[column];
  const double y = rect.y + (rect.height - row->height) / 2 + ROW_GAPS * get_type (self)->gap
                   + row->baseline - cell->text->baseline;
  double x = rect.x + place->x;

  if (fitted->align == JIPYO_ALIGN_BAR) {
    const double height = 0.62 * self->size;
    const double top = y + cell->text->baseline - 0.36 * self->size - height / 2;

    place_bar (
      self, scene, get_cell (self, index, column),
      (JipyoRect){ x + place->text_width, top, fitted->width - place->text_width, height });
    x += MAX (place->text_width - 2 * get_type (self)->gap, 0) - cell->width;
  } else if (fitted->align == JIPYO_ALIGN_END) {
    x += fitted->width - cell->width;
  }
  jipyo_doubt_text_place (cell, scene, x, y);
}

static void
place_titles (JipyoGridLayout *self, JipyoScene *scene)
{
  const double bottom = self->rect.y + self->header_height - ROW_GAPS * get_type (self)->gap * 0.8;

  for (guint i = 0; i < self->n_columns; i++) {
    JipyoTextLayout *title = g_steal_pointer (&self->places[i].title);
    const gboolean end = self->columns[i].align == JIPYO_ALIGN_END;
    const double spare = self->columns[i].width - title->rect.width;

    jipyo_scene_take_text (scene, title, self->rect.x + self->places[i].x + (end ? spare : 0),
                           bottom - title->rect.height);
  }
}

double
jipyo_grid_layout_fill (JipyoGridLayout *self, double height, double most)
{
  const double used = jipyo_grid_layout_get_height (self);

  if (self->rows->len > 0)
    self->stretch = CLAMP ((height - used) / self->rows->len, 0, most * estimate_row_height (self));
  return used + self->rows->len * self->stretch;
}

/* A row whose first cell is blank, not empty, goes on with the row before. */
static gboolean
goes_on (const JipyoGridLayout *self, guint row)
{
  const char *text = get_cell (self, row, 0)->text;

  return text != NULL && *text == ' ' && text[strspn (text, " ")] == '\0';
}

void
jipyo_grid_layout_place (JipyoGridLayout *self, JipyoScene *scene, double x, double y)
{
  const double height = jipyo_grid_layout_get_height (self) + self->rows->len * self->stretch;

  self->rect = (JipyoRect){ x, y, self->width, height };
  place_titles (self, scene);
  for (guint i = 0; i < self->rows->len; i++) {
    const double top = jipyo_grid_layout_get_row_rect (self, i).y;

    if (i == 0 || !goes_on (self, i))
      jipyo_scene_add_hairline (scene, x, top, self->width);
    for (guint j = 0; j < self->n_columns; j++)
      place_cell (self, scene, i, j);
  }
  if (self->more == NULL)
    return;
  jipyo_scene_add_hairline (scene, x, y + height - self->more_height, self->width);
  const double top = y + height - self->more->rect.height;
  jipyo_scene_take_text (scene, g_steal_pointer (&self->more), x, top);
}

JipyoRect
jipyo_grid_layout_get_row_rect (const JipyoGridLayout *self, guint row)
{
  double y = self->rect.y + self->header_height;

  for (guint i = 0; i < row; i++)
    y += ((const Row *) g_ptr_array_index (self->rows, i))->height + self->stretch;
  const Row *found = g_ptr_array_index (self->rows, row);
  return (JipyoRect){ self->rect.x, y, self->width, found->height + self->stretch };
}

const char *
jipyo_grid_layout_find_claim (const JipyoGridLayout *self, double x, double y)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const JipyoRect rect = jipyo_grid_layout_get_row_rect (self, i);

    if (!jipyo_rect_contains (&rect, x, y))
      continue;
    for (guint j = 0; j < self->n_columns; j++) {
      const double left = rect.x + self->places[j].x;
      if (x >= left && x <= left + self->columns[j].width)
        return get_cell (self, i, j)->claim;
    }
  }
  return NULL;
}
