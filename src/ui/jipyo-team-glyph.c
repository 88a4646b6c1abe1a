/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawn with cairo in the theme of the charts, so that sidebar and charts agree.
 */

#include "jipyo-team-glyph.h"

#include <math.h>

static const int size_px = 16;

struct _JipyoTeamGlyph {
  GtkWidget parent_instance;

  JipyoLook *look; /* owned */
  guint colour;
  guint marker;
};

G_DEFINE_FINAL_TYPE (JipyoTeamGlyph, jipyo_team_glyph, GTK_TYPE_WIDGET)

static void
trace_marker (cairo_t *cr, JipyoMarker marker, double radius)
{
  const double half = radius * 0.9;

  switch (marker) {
  case JIPYO_MARKER_CIRCLE:
  case JIPYO_MARKER_OPEN_CIRCLE:
    cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
    return;
  case JIPYO_MARKER_SQUARE:
  case JIPYO_MARKER_OPEN_SQUARE:
    cairo_rectangle (cr, -half, -half, 2 * half, 2 * half);
    return;
  case JIPYO_MARKER_TRIANGLE:
    cairo_move_to (cr, 0, -radius);
    cairo_line_to (cr, radius, radius * 0.8);
    cairo_line_to (cr, -radius, radius * 0.8);
    cairo_close_path (cr);
    return;
  case JIPYO_MARKER_DIAMOND:
    cairo_move_to (cr, 0, -radius);
    cairo_line_to (cr, radius, 0);
    cairo_line_to (cr, 0, radius);
    cairo_line_to (cr, -radius, 0);
    cairo_close_path (cr);
    return;
  case JIPYO_N_MARKERS:
    return;
  }
}

static void
jipyo_team_glyph_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JipyoTeamGlyph *self = JIPYO_TEAM_GLYPH (widget);
  const JipyoTheme *theme = jipyo_look_get_theme (self->look);
  const JipyoColourKey key = { JIPYO_ROLE_TEAM, self->colour };
  const JipyoColour colour = jipyo_colour_from_rgb (jipyo_theme_get_colour (theme, key));
  const JipyoMarker marker = jipyo_theme_get_marker (theme, self->marker);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);

  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  cairo_translate (cr, width / 2.0, height / 2.0);
  trace_marker (cr, marker, MIN (width, height) * 0.36);
  if (marker == JIPYO_MARKER_OPEN_CIRCLE || marker == JIPYO_MARKER_OPEN_SQUARE) {
    cairo_set_line_width (cr, 2);
    cairo_stroke (cr);
  } else {
    cairo_fill (cr);
  }
  cairo_destroy (cr);
}

static void
jipyo_team_glyph_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = size_px;
}

static void
jipyo_team_glyph_dispose (GObject *object)
{
  JipyoTeamGlyph *self = JIPYO_TEAM_GLYPH (object);

  g_clear_object (&self->look);
  G_OBJECT_CLASS (jipyo_team_glyph_parent_class)->dispose (object);
}

static void
jipyo_team_glyph_class_init (JipyoTeamGlyphClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_team_glyph_dispose;
  widget_class->snapshot = jipyo_team_glyph_snapshot;
  widget_class->measure = jipyo_team_glyph_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jipyo_team_glyph_init (JipyoTeamGlyph *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

JipyoTeamGlyph *
jipyo_team_glyph_new (JipyoLook *look, guint colour, guint marker)
{
  JipyoTeamGlyph *self = g_object_new (JIPYO_TYPE_TEAM_GLYPH, NULL);

  self->look = g_object_ref (look);
  self->colour = colour;
  self->marker = marker;
  g_signal_connect_object (look, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  return self;
}
