/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A column view knows the heights of its rows by laying them out, and tells nobody; so they are
 * read off its children when a frame has passed.
 */

#include "jipyo-table-height.h"

#include <math.h>

/* How high the heading and the rows below it were laid out; 0 before the first frame. */
static int
measure_rows (GtkColumnView *list)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (list));
  GtkWidget *rows = header == NULL ? NULL : gtk_widget_get_next_sibling (header);
  GtkWidget *row = rows == NULL ? NULL : gtk_widget_get_first_child (rows);
  GtkAdjustment *scrolled = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  const double all_px = scrolled == NULL ? 0 : gtk_adjustment_get_upper (scrolled);
  float bottom = 0;

  /* Rows below what is in view have no place. */
  if (rows != NULL && scrolled != NULL && all_px > gtk_adjustment_get_page_size (scrolled))
    return gtk_widget_get_height (header) + (int) ceil (all_px);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row)) {
    graphene_rect_t place;

    if (gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, GTK_WIDGET (list), &place))
      bottom = MAX (bottom, place.origin.y + place.size.height);
  }
  return (int) ceilf (bottom);
}

/* How many lines states have follows from the width of their column, which is known once they were
 * laid out: of two frames the second begins after that. */
static gboolean
frame_began_cb (GtkWidget *table, GdkFrameClock *clock, gpointer user_data)
{
  JipyoTableHeight *self = user_data;

  if (++self->n_frames < 2)
    return G_SOURCE_CONTINUE;
  self->n_frames = -1;
  jipyo_table_height_limit (self);
  return G_SOURCE_REMOVE;
}

void
jipyo_table_height_init (JipyoTableHeight *self,
                         GtkWidget *table,
                         GtkScrolledWindow *scroller,
                         GtkColumnView *list)
{
  *self = (JipyoTableHeight){ table, scroller, list, -1 };
}

void
jipyo_table_height_limit (JipyoTableHeight *self)
{
  static const guint least_rows = 12;
  static const int padding_px = 7; /* with the line between two rows */
  const guint n_rows =
    g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (self->list)));
  const guint n_shown = MIN (MAX (n_rows, 1), least_rows);
  const int laid_out_px = n_shown == n_rows ? measure_rows (self->list) : 0;
  g_autoptr (PangoLayout) line = gtk_widget_create_pango_layout (self->table, "가Ag");
  int height;

  pango_layout_get_pixel_size (line, NULL, &height);
  height = laid_out_px > 0 ? laid_out_px : (int) (n_shown + 1) * (height + padding_px);
  if (height != gtk_scrolled_window_get_min_content_height (self->scroller))
    gtk_scrolled_window_set_min_content_height (self->scroller, height);
}

void
jipyo_table_height_await_layout (JipyoTableHeight *self)
{
  if (self->n_frames < 0)
    gtk_widget_add_tick_callback (self->table, frame_began_cb, self, NULL);
  self->n_frames = 0;
}
