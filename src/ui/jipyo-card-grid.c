/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkFlowBox gives every child the same width and cannot let one span a row; GtkGrid does not wrap.
 */

#include "jipyo-card-grid.h"

static const int spacing_px = 12;

struct _JipyoCardGrid {
  GtkWidget parent_instance;

  int min_width_px;
  int max_columns;
};

G_DEFINE_FINAL_TYPE (JipyoCardGrid, jipyo_card_grid, GTK_TYPE_WIDGET)

/* A row: its first card, how many it holds, how wide each is, how low and how high all may be. */
typedef struct {
  GtkWidget *first;
  int n_cards;
  int width;
  int least_height;
  int best_height;
} Row;

typedef struct {
  int least;
  int best;
} Span;

static gboolean
is_wide (GtkWidget *card)
{
  return g_object_get_data (G_OBJECT (card), "jipyo-wide") != NULL;
}

static int
count_narrow (JipyoCardGrid *self)
{
  int n = 0;

  for (GtkWidget *c = gtk_widget_get_first_child (GTK_WIDGET (self)); c != NULL;
       c = gtk_widget_get_next_sibling (c))
    n += is_wide (c) ? 0 : 1;
  return n;
}

static GtkWidget *
next_visible (GtkWidget *card)
{
  while (card != NULL && !gtk_widget_should_layout (card))
    card = gtk_widget_get_next_sibling (card);
  return card;
}

/* The row that starts at `first`. */
static Row
measure_row (GtkWidget *first, int width, int columns)
{
  Row row = { .first = first };
  GtkWidget *card = first;

  while (card != NULL && row.n_cards < columns && (!is_wide (card) || row.n_cards == 0)) {
    row.n_cards++;
    if (is_wide (card))
      break;
    card = next_visible (gtk_widget_get_next_sibling (card));
  }
  /* The cards of the last row share its whole width. */
  const int n = is_wide (first) ? 1 : row.n_cards;
  row.width = (width - (n - 1) * spacing_px) / n;
  card = first;
  for (int i = 0; i < row.n_cards; i++) {
    int least, best;

    gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, row.width, &least, &best, NULL, NULL);
    row.least_height = MAX (row.least_height, least);
    row.best_height = MAX (row.best_height, best);
    card = next_visible (gtk_widget_get_next_sibling (card));
  }
  return row;
}

static Span
measure_height (JipyoCardGrid *self, int width)
{
  const int columns = jipyo_card_grid_choose_columns (self, width, count_narrow (self));
  GtkWidget *card = next_visible (gtk_widget_get_first_child (GTK_WIDGET (self)));
  Span height = { 0, 0 };

  while (card != NULL) {
    const Row row = measure_row (card, width, columns);
    const int gap = height.least > 0 ? spacing_px : 0;

    height.least += row.least_height + gap;
    height.best += row.best_height + gap;
    for (int i = 0; i < row.n_cards; i++)
      card = next_visible (gtk_widget_get_next_sibling (card));
  }
  return height;
}

static void
measure_width (JipyoCardGrid *self, int *minimum, int *natural)
{
  *minimum = 0;
  for (GtkWidget *c = gtk_widget_get_first_child (GTK_WIDGET (self)); c != NULL;
       c = gtk_widget_get_next_sibling (c)) {
    int child;

    gtk_widget_measure (c, GTK_ORIENTATION_HORIZONTAL, -1, &child, NULL, NULL, NULL);
    *minimum = MAX (*minimum, child);
  }
  *natural =
    MAX (*minimum, self->max_columns * self->min_width_px + (self->max_columns - 1) * spacing_px);
}

static void
jipyo_card_grid_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  JipyoCardGrid *self = JIPYO_CARD_GRID (widget);
  int least, width;

  measure_width (self, &least, &width);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = least;
    *natural = width;
    return;
  }
  const Span height = measure_height (self, for_size < 0 ? width : MAX (for_size, least));

  *minimum = height.least;
  *natural = height.best;
}

static void
jipyo_card_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JipyoCardGrid *self = JIPYO_CARD_GRID (widget);
  const int columns = jipyo_card_grid_choose_columns (self, width, count_narrow (self));
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const Span span = measure_height (self, width);
  /* What is left above the least heights goes to the rows that can use it, and no further. */
  const double share =
    span.best > span.least
      ? CLAMP ((height - span.least) / (double) (span.best - span.least), 0.0, 1.0)
      : 0;
  GtkWidget *card = next_visible (gtk_widget_get_first_child (widget));
  int y = 0;

  while (card != NULL) {
    const Row row = measure_row (card, width, columns);
    const int row_height = row.least_height + (int) (share * (row.best_height - row.least_height));

    for (int i = 0; i < row.n_cards; i++) {
      const int x = i * (row.width + spacing_px);
      GtkAllocation place = { mirrored ? width - x - row.width : x, y, row.width, row_height };

      gtk_widget_size_allocate (card, &place, -1);
      card = next_visible (gtk_widget_get_next_sibling (card));
    }
    y += row_height + spacing_px;
  }
}

static GtkSizeRequestMode
jipyo_card_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jipyo_card_grid_dispose (GObject *object)
{
  jipyo_card_grid_clear (JIPYO_CARD_GRID (object));
  G_OBJECT_CLASS (jipyo_card_grid_parent_class)->dispose (object);
}

static void
jipyo_card_grid_class_init (JipyoCardGridClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_card_grid_dispose;
  widget_class->measure = jipyo_card_grid_measure;
  widget_class->size_allocate = jipyo_card_grid_size_allocate;
  widget_class->get_request_mode = jipyo_card_grid_get_request_mode;
}

static void
jipyo_card_grid_init (JipyoCardGrid *self)
{
}

JipyoCardGrid *
jipyo_card_grid_new (int min_width_px, int max_columns)
{
  JipyoCardGrid *self = g_object_new (JIPYO_TYPE_CARD_GRID, NULL);

  self->min_width_px = min_width_px;
  self->max_columns = max_columns;
  return self;
}

void
jipyo_card_grid_append (JipyoCardGrid *self, GtkWidget *card, gboolean wide)
{
  g_return_if_fail (JIPYO_IS_CARD_GRID (self));

  if (wide)
    g_object_set_data (G_OBJECT (card), "jipyo-wide", GINT_TO_POINTER (TRUE));
  gtk_widget_set_parent (card, GTK_WIDGET (self));
}

void
jipyo_card_grid_clear (JipyoCardGrid *self)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (card);
}

int
jipyo_card_grid_choose_columns (const JipyoCardGrid *self, int width_px, int n_cards)
{
  int columns = (width_px + spacing_px) / (self->min_width_px + spacing_px);

  columns = CLAMP (columns, 1, self->max_columns);
  if (n_cards <= 0)
    return columns;
  const int rows = (n_cards + columns - 1) / columns;

  /* Cards that may stand alone keep both columns; tiles spread evenly over their rows. */
  return self->max_columns == 2 ? columns : (n_cards + rows - 1) / rows;
}
