/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GtkBox would cut the last word, and a wrapping label in one asks for a height that fonts of
 * another script do not keep. Here a word is a widget of its own and only its place changes.
 */

#include "jipyo-break-row.h"

struct _JipyoBreakRow {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (JipyoBreakRow, jipyo_break_row, GTK_TYPE_LAYOUT_MANAGER)

static const int gap = 6; /* between two words, pixels */

/* Widths in pixels and heights of a line around its baseline. */
typedef struct {
  int minimum;
  int natural;
  int ascent;
  int descent;
} Line;

static void
line_add (Line *line, GtkWidget *child)
{
  int minimum, natural, height, baseline;
  const int before = line->natural > 0 ? gap : 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  line->minimum += before + minimum;
  line->natural += before + natural;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, &baseline);
  if (baseline < 0)
    baseline = height;
  line->ascent = MAX (line->ascent, baseline);
  line->descent = MAX (line->descent, height - baseline);
}

static GtkWidget *
get_previous (GtkWidget *child)
{
  do
    child = gtk_widget_get_prev_sibling (child);
  while (child != NULL && !gtk_widget_should_layout (child));
  return child;
}

/* The first of those that go below: the last one, and the one before it where that is no more than
 * a sign, for a "%" says nothing alone. */
static GtkWidget *
find_below (GtkWidget *widget)
{
  static const int sign_px = 24;
  GtkWidget *last = gtk_widget_get_last_child (widget);
  int width;

  if (last != NULL && !gtk_widget_should_layout (last))
    last = get_previous (last);
  GtkWidget *before = last == NULL ? NULL : get_previous (last);
  if (before == NULL || get_previous (before) == NULL)
    return last;
  gtk_widget_measure (last, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width < sign_px ? before : last;
}

/* All children in LINES[0], or the last in LINES[1] if WIDTH, when not negative, is too little. */
static gboolean
break_lines (GtkWidget *widget, int width, Line lines[2])
{
  const GtkWidget *below = find_below (widget);
  Line *line = &lines[0];
  Line whole = { 0 };

  lines[0] = lines[1] = whole;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (!gtk_widget_should_layout (child))
      continue;
    line = child == below ? &lines[1] : line;
    line_add (line, child);
    line_add (&whole, child);
  }
  if (width >= 0 && whole.natural > width && lines[0].natural > 0)
    return TRUE;
  lines[0] = whole;
  return FALSE;
}

static void
jipyo_break_row_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  Line lines[2];

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    break_lines (widget, -1, lines);
    *natural = lines[0].natural;
    break_lines (widget, 0, lines);
    *minimum = MAX (lines[0].minimum, lines[1].minimum);
    return;
  }
  const gboolean broken = break_lines (widget, for_size, lines);
  *minimum = lines[0].ascent + lines[0].descent;
  if (broken)
    *minimum += lines[1].ascent + lines[1].descent;
  *natural = *minimum;
  *minimum_baseline = *natural_baseline = lines[0].ascent;
}

static void
jipyo_break_row_allocate (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          int width,
                          int height,
                          int baseline)
{
  Line lines[2];
  const gboolean broken = break_lines (widget, width, lines);
  const GtkWidget *first_below = find_below (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean below = FALSE;
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (!gtk_widget_should_layout (child))
      continue;
    if (broken && child == first_below) {
      below = TRUE;
      x = 0;
    }
    const Line *line = &lines[below ? 1 : 0];
    GtkAllocation place = { .y = below ? lines[0].ascent + lines[0].descent : 0,
                            .height = line->ascent + line->descent };
    int least;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &place.width, NULL, NULL);
    place.width = CLAMP (width - x, least, place.width);
    place.x = mirrored ? width - x - place.width : x;
    gtk_widget_size_allocate (child, &place, line->ascent);
    x += place.width + gap;
  }
}

static GtkSizeRequestMode
jipyo_break_row_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jipyo_break_row_class_init (JipyoBreakRowClass *class)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (class);

  manager_class->get_request_mode = jipyo_break_row_get_request_mode;
  manager_class->measure = jipyo_break_row_measure;
  manager_class->allocate = jipyo_break_row_allocate;
}

static void
jipyo_break_row_init (JipyoBreakRow *self)
{
}
