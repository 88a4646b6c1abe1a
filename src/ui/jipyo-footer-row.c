/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sources have dates, and a text that ends in "2026-…" has lost one. So it is never cut: beside the
 * buttons it may take three lines, and where these do not hold it, it has the whole width.
 */

#include "jipyo-footer-row.h"

struct _JipyoFooterRow {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (JipyoFooterRow, jipyo_footer_row, GTK_TYPE_LAYOUT_MANAGER)

static const int lines_beside = 3;

typedef struct {
  int minimum;
  int natural;
} Width;

static Width
measure_width (GtkWidget *child)
{
  Width width;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width.minimum, &width.natural, NULL,
                      NULL);
  return width;
}

static int
measure_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static gboolean
is_beside (GtkWidget *text, GtkWidget *buttons, int width)
{
  const int left = width - measure_width (buttons).natural;
  const Width whole = measure_width (text);

  return left >= whole.natural
         || (left >= whole.minimum
             && measure_height (text, left) <= lines_beside * measure_height (text, whole.natural));
}

static void
jipyo_footer_row_measure (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  GtkWidget *text = gtk_widget_get_first_child (widget);
  GtkWidget *buttons = gtk_widget_get_last_child (widget);
  const Width of_text = measure_width (text), of_buttons = measure_width (buttons);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MAX (of_text.minimum, of_buttons.minimum);
    *natural = of_text.natural + of_buttons.natural;
    return;
  }
  const int width = for_size >= 0 ? for_size : of_text.natural + of_buttons.natural;
  const int below = measure_height (buttons, -1);
  *minimum = is_beside (text, buttons, width)
               ? MAX (measure_height (text, width - of_buttons.natural), below)
               : measure_height (text, width) + below;
  *natural = *minimum;
}

static void
jipyo_footer_row_allocate (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  GtkWidget *text = gtk_widget_get_first_child (widget);
  GtkWidget *buttons = gtk_widget_get_last_child (widget);
  const gboolean beside = is_beside (text, buttons, width);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int taken = MIN (measure_width (buttons).natural, width);
  GtkAllocation of_text = { .width = beside ? width - taken : width, .height = height };
  GtkAllocation of_buttons = { .width = taken, .height = height };

  if (!beside) {
    of_text.height = measure_height (text, width);
    of_buttons.y = of_text.height;
    of_buttons.height = height - of_text.height;
  }
  of_text.x = beside && mirrored ? taken : 0;
  of_buttons.x = mirrored ? 0 : width - taken;
  gtk_widget_size_allocate (text, &of_text, -1);
  gtk_widget_size_allocate (buttons, &of_buttons, -1);
}

static GtkSizeRequestMode
jipyo_footer_row_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jipyo_footer_row_class_init (JipyoFooterRowClass *class)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (class);

  manager_class->get_request_mode = jipyo_footer_row_get_request_mode;
  manager_class->measure = jipyo_footer_row_measure;
  manager_class->allocate = jipyo_footer_row_allocate;
}

static void
jipyo_footer_row_init (JipyoFooterRow *self)
{
}
