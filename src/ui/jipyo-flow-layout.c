/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measuring and placing walk the children by the same function, so that they agree on the lines.
 */

#include "jipyo-flow-layout.h"

struct _JipyoFlowLayout {
  GtkLayoutManager parent_instance;

  int column_spacing_px;
  int row_spacing_px;
};

G_DEFINE_FINAL_TYPE (JipyoFlowLayout, jipyo_flow_layout, GTK_TYPE_LAYOUT_MANAGER)

/* From child to child; -1 as width: all in one line. */
typedef struct {
  JipyoFlowLayout *self;
  int width_px;
  gboolean placed; /* else it is only measured */
  gboolean mirrored;
  int x, y;
  int line_px; /* height of the line so far */
} Walk;

static int
measure_child (GtkWidget *child, GtkOrientation orientation, int *minimum_px)
{
  int minimum, natural;

  gtk_widget_measure (child, orientation, -1, &minimum, &natural, NULL, NULL);
  if (minimum_px != NULL)
    *minimum_px = minimum;
  return natural;
}

static void
step (Walk *walk, GtkWidget *child)
{
  int least;
  int width = measure_child (child, GTK_ORIENTATION_HORIZONTAL, &least);
  const int height = measure_child (child, GTK_ORIENTATION_VERTICAL, NULL);

  if (walk->width_px >= 0)
    width = MAX (least, MIN (width, walk->width_px));
  if (walk->width_px >= 0 && walk->x > 0 && walk->x + width > walk->width_px) {
    walk->x = 0;
    walk->y += walk->line_px + walk->self->row_spacing_px;
    walk->line_px = 0;
  }
  if (walk->placed) {
    const int x = walk->mirrored ? walk->width_px - walk->x - width : walk->x;

    gtk_widget_size_allocate (child, &(GtkAllocation){ x, walk->y, width, height }, -1);
  }
  walk->x += width + walk->self->column_spacing_px;
  walk->line_px = MAX (walk->line_px, height);
}

static Walk
walk_children (JipyoFlowLayout *self, GtkWidget *widget, int width_px, gboolean placed)
{
  Walk walk = { .self = self,
                .width_px = width_px,
                .placed = placed,
                .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      step (&walk, child);
  return walk;
}

static GtkSizeRequestMode
jipyo_flow_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* No narrower than the widest child. */
static int
find_least_width (GtkWidget *widget)
{
  int widest = 0, least;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child)) {
      measure_child (child, GTK_ORIENTATION_HORIZONTAL, &least);
      widest = MAX (widest, least);
    }
  return widest;
}

static void
jipyo_flow_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  JipyoFlowLayout *self = JIPYO_FLOW_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    const Walk walk = walk_children (self, widget, -1, FALSE);

    *minimum = find_least_width (widget);
    *natural = MAX (*minimum, walk.x - (walk.x > 0 ? self->column_spacing_px : 0));
    return;
  }
  const Walk walk = walk_children (self, widget, for_size, FALSE);

  *minimum = *natural = walk.y + walk.line_px;
}

static void
jipyo_flow_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  walk_children (JIPYO_FLOW_LAYOUT (manager), widget, width, TRUE);
}

static void
jipyo_flow_layout_class_init (JipyoFlowLayoutClass *class)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (class);

  manager_class->get_request_mode = jipyo_flow_layout_get_request_mode;
  manager_class->measure = jipyo_flow_layout_measure;
  manager_class->allocate = jipyo_flow_layout_allocate;
}

static void
jipyo_flow_layout_init (JipyoFlowLayout *self)
{
}

GtkLayoutManager *
jipyo_flow_layout_new (int column_spacing_px, int row_spacing_px)
{
  JipyoFlowLayout *self = g_object_new (JIPYO_TYPE_FLOW_LAYOUT, NULL);

  self->column_spacing_px = column_spacing_px;
  self->row_spacing_px = row_spacing_px;
  return GTK_LAYOUT_MANAGER (self);
}
