/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figure stands beside it as text, so it is silent to a screen reader. Its colour is the
 * style's.
 */

#include "jipyo-bar-cell.h"

#include <math.h>

static const int least_seen_px = 16; /* of the cell; in a narrower one bars are all alike */
static const int width_px = 130;
static const float bar_px = 8;
static const float least_px = 2; /* of a bar that stands for next to nothing */

struct _JipyoBarCell {
  GtkWidget parent_instance;

  double share;
};

G_DEFINE_FINAL_TYPE (JipyoBarCell, jipyo_bar_cell, GTK_TYPE_WIDGET)

static void
jipyo_bar_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JipyoBarCell *self = JIPYO_BAR_CELL (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float middle = (float) gtk_widget_get_height (widget) / 2;
  GdkRGBA colour, line;

  if (isnan (self->share) || width < least_seen_px)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  line = colour;
  line.alpha *= 0.3f;
  const float length = MAX (least_px, width * (float) CLAMP (self->share, 0.0, 1.0));
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, middle - 0.5f, width, 1));
  gtk_snapshot_append_color (
    snapshot, &colour,
    &GRAPHENE_RECT_INIT (mirrored ? width - length : 0, middle - bar_px / 2, length, bar_px));
}

static void
jipyo_bar_cell_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  const gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  /* Figures come first: where the table is too wide for its window, the room of the bars is theirs.
   */
  *minimum = across ? 0 : (int) bar_px;
  *natural = across ? width_px : (int) bar_px;
}

static void
jipyo_bar_cell_class_init (JipyoBarCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->snapshot = jipyo_bar_cell_snapshot;
  widget_class->measure = jipyo_bar_cell_measure;
  gtk_widget_class_set_css_name (widget_class, "bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jipyo_bar_cell_init (JipyoBarCell *self)
{
  self->share = NAN;
}

JipyoBarCell *
jipyo_bar_cell_new (void)
{
  return g_object_new (JIPYO_TYPE_BAR_CELL, NULL);
}

void
jipyo_bar_cell_set_share (JipyoBarCell *self, double share)
{
  g_return_if_fail (JIPYO_IS_BAR_CELL (self));
  self->share = share;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
