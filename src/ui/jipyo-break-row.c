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
get_last (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_last_child (widget);

  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_prev_sibling (child);
  return child;
}

/* All children in LINES[0], or the last one in LINES[1] if WIDTH, when not negative, is too little.
 */
static gboolean
break_lines (GtkWidget *widget, int width, Line lines[2])
{
  GtkWidget *last = get_last (widget);

  lines[0] = lines[1] = (Line){ 0 };
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != last && gtk_widget_should_layout (child))
      line_add (&lines[0], child);
  if (last == NULL)
    return FALSE;
  Line whole = lines[0];
  line_add (&whole, last);
  line_add (&lines[1], last);
  if (width < 0 || whole.natural <= width || lines[0].natural == 0) {
    lines[0] = whole;
    return FALSE;
  }
  return TRUE;
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
  GtkWidget *last = get_last (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (!gtk_widget_should_layout (child))
      continue;
    const gboolean below = broken && child == last;
    const Line *line = &lines[below ? 1 : 0];
    GtkAllocation place = { .y = below ? lines[0].ascent + lines[0].descent : 0,
                            .height = line->ascent + line->descent };
    int least;
    if (below)
      x = 0;
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
