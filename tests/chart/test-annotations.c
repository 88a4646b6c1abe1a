/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where annotations lie: lines, spans, events, and notes with their leaders.
 */

#include "jipyo-plot-shares.h"
#include "mark-fixture.h"

#include <math.h>

static void
annotate (JipyoPlot *plot, JipyoAnnotation annotation, const char *text)
{
  annotation.text = (char *) text;
  jipyo_plot_add_annotation (plot, &annotation);
}

/* Lines and spans on the position axis; what is out of sight or no number is nowhere. */
static void
test_positions (void)
{
  static const double odd[] = { NAN, INFINITY, -INFINITY, 11, -0.1 };
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();

  mark_fixture_add (jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT), 5, 50);
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_LINE, 1, 2, 0, TRUE, NULL, NULL }, NULL);
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_SPAN, 1, 8, INFINITY, FALSE, NULL, NULL },
            NULL);
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_SPAN, 1, 4, NAN, FALSE, NULL, NULL }, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    for (int kind = JIPYO_ANNOTATION_LINE; kind <= JIPYO_ANNOTATION_NOTE; kind++)
      if (kind != JIPYO_ANNOTATION_SPAN)
        annotate (plot,
                  (JipyoAnnotation){ (JipyoAnnotationKind) kind, 1, odd[i], 0, FALSE, NULL, NULL },
                  "nowhere");
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->texts->len, ==, 0);
  g_assert_cmpuint (layout->guides->len, ==, 2); /* the axis and the line */
  const JipyoGuide *line = &g_array_index (layout->guides, JipyoGuide, 1);
  g_assert_true (line->dashed);
  g_assert_cmpfloat (line->x1, ==, 80);
  g_assert_cmpfloat (line->x2, ==, 80);
  g_assert_cmpfloat (line->y2 - line->y1, ==, 200);
  g_assert_cmpuint (layout->patches->len, ==, 1);
  mark_fixture_assert_rect (&g_array_index (layout->patches, JipyoPatch, 0).rect,
                            (JipyoRect){ 320, 0, 80, 200 });
}

/* The text of an event stands above the area, which makes room; that of a note off its point. */
static void
test_events (void)
{
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();

  mark_fixture_add (jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT), 5, 50);
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_EVENT, 1, 5, 0, FALSE, NULL, NULL }, "event");
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_NOTE, 0, 5, 50, FALSE, NULL, NULL }, "note");
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  const JipyoRect point = mark_fixture_get_shape (layout, 0)->rect;
  g_assert_cmpuint (layout->texts->len, ==, 2);
  const JipyoRect event = ((JipyoTextLayout *) g_ptr_array_index (layout->texts, 0))->rect;
  const JipyoRect note = ((JipyoTextLayout *) g_ptr_array_index (layout->texts, 1))->rect;
  g_assert_cmpfloat_with_epsilon (layout->area.y, layout->frame.type.note * 1.7, 1e-9);
  g_assert_cmpfloat (event.y, >=, 0);
  g_assert_cmpfloat (event.y + event.height, <=, layout->area.y);
  g_assert_cmpfloat_with_epsilon (event.x + event.width / 2, 200, 1e-9);
  g_assert_false (jipyo_rect_overlaps (&note, &point));
  /* The pin, the leader, and the dot on the figure with its ring. */
  g_assert_cmpuint (layout->references->len, ==, 4);
  const JipyoGuide *dot = &g_array_index (layout->references, JipyoGuide, 3);
  g_assert_cmpfloat_with_epsilon ((dot->x1 + dot->x2) / 2, 200, 1e-9);
  g_assert_cmpfloat_with_epsilon (dot->width, dot->x2 - dot->x1, 1e-9);
}

/* Events that stand together share a line down, and keep a pin each. */
static void
test_crowd (void)
{
  static const double seconds[] = { 5.05, 8 };

  for (guint k = 0; k < G_N_ELEMENTS (seconds); k++) {
    g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
    const double places[] = { 5, seconds[k] };
    guint n_lines = 0;
    mark_fixture_add (jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT), 5, 50);
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      annotate (plot,
                (JipyoAnnotation){ JIPYO_ANNOTATION_EVENT, 1, places[i], 0, FALSE, NULL, NULL },
                "event");
    g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
    for (guint i = 0; i < layout->guides->len; i++)
      n_lines += g_array_index (layout->guides, JipyoGuide, i).dashed;
    g_assert_cmpuint (n_lines, ==, k == 0 ? 1 : 2);
    g_assert_cmpuint (layout->references->len, ==, 2);
  }
}

/* Words do not stand on a level that is not theirs. */
static void
test_level (void)
{
  for (double level = 40; level <= 60; level++) {
    g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
    mark_fixture_add (jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT), 5, 50);
    annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_NOTE, 0, 5, 50, FALSE, NULL, NULL },
              "note");
    annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_LINE, 0, level, 0, FALSE, NULL, NULL },
              NULL);
    g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
    const double y = jipyo_scale_map (&layout->value, level);
    g_assert_cmpuint (layout->texts->len, ==, 1);
    const JipyoRect note = ((JipyoTextLayout *) g_ptr_array_index (layout->texts, 0))->rect;
    g_assert_cmpfloat (MAX (note.y - y, y - note.y - note.height), >, layout->frame.type.gap / 2);
  }
}

/* Where the places beside a point are taken its note stands off, and a line leads to it. */
static void
test_leader (void)
{
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT);

  for (guint i = 0; i < 24; i++)
    mark_fixture_add (series, 5 + 0.4 * cos (i * G_PI / 12), 50 + 7 * sin (i * G_PI / 12));
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_NOTE, 0, 5, 50, FALSE, NULL, NULL }, "note");
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->texts->len, ==, 1);
  const JipyoRect note = ((JipyoTextLayout *) g_ptr_array_index (layout->texts, 0))->rect;
  g_assert_cmpuint (layout->references->len, ==, 3);
  const JipyoGuide *leader = &g_array_index (layout->references, JipyoGuide, 0);
  g_assert_true (jipyo_rect_contains (&note, leader->x2, leader->y2));
  g_assert_false (jipyo_rect_contains (&note, leader->x1, leader->y1));
}

/* Among rows of bars the words of a note go on behind its figure, and no line crosses a bar. */
static void
test_note_in_row (void)
{
  static const double values[] = { 20, 55, 80, 62, 35 };
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);

  plot->horizontal = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "row", NULL), values[i], "figure");
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_NOTE, 0, 0, 20, FALSE, NULL, NULL }, "note");
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  const JipyoTextLayout *note = g_ptr_array_index (layout->texts, layout->texts->len - 1);
  const JipyoGuide *leader = &g_array_index (layout->references, JipyoGuide, 0);
  g_assert_cmpstr (pango_layout_get_text (note->layout), ==, "note");
  for (guint i = 1; i < layout->shapes->len; i++) {
    const JipyoRect *bar = &mark_fixture_get_shape (layout, i)->rect;
    g_assert_cmpfloat (MAX (leader->y1, leader->y2), <, bar->y);
  }
  g_assert_cmpfloat (leader->x2, ==, note->rect.x);
}

/* A note is about the part that it was written at, which stands on others. */
static void
test_note_on_stack (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);

  jipyo_plot_add_band (plot, "a", NULL);
  for (guint i = 0; i < 3; i++)
    mark_fixture_add (jipyo_plot_add_series (plot, "s", NULL, JIPYO_MARK_STACK), 0, 10 + i);
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_NOTE, 0, 0, 12, FALSE, NULL, NULL }, "note");
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  const JipyoGuide *dot =
    &g_array_index (layout->references, JipyoGuide, layout->references->len - 1);
  g_assert_cmpfloat (dot->y1, ==, mark_fixture_get_shape (layout, 2)->y);
  g_assert_cmpfloat (dot->y1, <, mark_fixture_get_shape (layout, 1)->y);
}

/* Parts of one stack that are as large: the note is at the one that it was written at. */
static void
test_note_of_series (void)
{
  char ids[][8] = { "low", "middle", "high" };
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);

  jipyo_plot_add_band (plot, "a", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    mark_fixture_add (jipyo_plot_add_series (plot, ids[i], NULL, JIPYO_MARK_STACK), 0, 10);
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_NOTE, 0, 0, 10, FALSE, NULL, ids[1] },
            "note");
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  const JipyoGuide *dot =
    &g_array_index (layout->references, JipyoGuide, layout->references->len - 1);
  g_assert_cmpfloat (dot->y1, ==, mark_fixture_get_shape (layout, 1)->y);
}

/* In a full picture the words of a note find no room; its dot says that there is one. */
static void
test_note_without_room (void)
{
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_HISTOGRAM);

  mark_fixture_add (series, 5, 100)->start = 0;
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_NOTE, 0, 5, 100, FALSE, NULL, NULL }, "note");
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->texts->len, ==, 0);
  g_assert_cmpuint (layout->references->len, ==, 2);
}

/* The picture of two rows with a reference line at zero, or without; gives the place of the line,
 * and that of the first row's name. (transfer full) */
static cairo_surface_t *
draw_rows (gboolean with_line, double *zero, JipyoRect *name)
{
  enum { WIDTH = 300, HEIGHT = 200 };
  static const char first[] = "LG AI Research · Advanced 2026-01-15";
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT);

  plot->horizontal = TRUE;
  plot->value.has_bounds = TRUE;
  plot->value.low = -4;
  plot->value.high = 4;
  jipyo_plot_add_band (plot, first, NULL);
  jipyo_plot_add_band (plot, "SK Telecom · Advanced 2026", NULL);
  mark_fixture_add (series, 0, -1);
  mark_fixture_add (series, 1, 1);
  if (with_line)
    annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_LINE, 0, 0, 0, FALSE, NULL, NULL }, NULL);
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new (plot, theme, WIDTH, HEIGHT);
  *zero = jipyo_scale_map (&layout->value, 0);
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    if (g_str_equal (pango_layout_get_text (text->layout), first))
      *name = text->rect;
  }
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  jipyo_plot_draw (cr, plot, layout, theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guint32 *pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);

  return pixels[(int) y * (cairo_image_surface_get_stride (surface) / 4) + (int) x];
}

/* A line that is drawn over the marks makes way for the names above their rows. */
static void
test_line_below_names (void)
{
  JipyoRect name = { 0 };
  double zero = NAN;
  cairo_surface_t *with = draw_rows (TRUE, &zero, &name);
  cairo_surface_t *without = draw_rows (FALSE, &zero, &name);
  gboolean drawn = FALSE;

  g_assert_cmpfloat (name.x, <, zero);
  g_assert_cmpfloat (name.x + name.width, >, zero);
  for (double x = zero - 1; x <= zero + 1; x++) {
    for (double y = name.y + name.height * 0.2; y < name.y + name.height * 0.8; y++)
      g_assert_cmphex (get_pixel (with, x, y), ==, get_pixel (without, x, y));
    const double below = name.y + name.height * 1.5;
    drawn = drawn || get_pixel (with, x, below) != get_pixel (without, x, below);
  }
  g_assert_true (drawn);
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
}

/* As shares a stack keeps its notes, each at its figure, and the words that nothing is known of a
 * total; a note at a total has no place, nor has the total. */
static void
test_shares (void)
{
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
  JipyoPlotSeries *a = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_STACK);
  JipyoPlotSeries *b = jipyo_plot_add_series (plot, "b", NULL, JIPYO_MARK_STACK);
  JipyoPlotSeries *total = jipyo_plot_add_series (plot, "total", NULL, JIPYO_MARK_DOT);

  mark_fixture_add (a, 1, 10);
  mark_fixture_add (b, 1, 30);
  jipyo_plot_series_add (total, 1, 40, "40");
  jipyo_plot_series_add (total, 2, NAN, "not told");
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_NOTE, 0, 1, 30, FALSE, NULL, (char *) "b" },
            "note");
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_NOTE, 0, 1, 40, FALSE, NULL, NULL }, "total");
  annotate (plot, (JipyoAnnotation){ JIPYO_ANNOTATION_LINE, 0, 20, 0, FALSE, NULL, NULL }, NULL);
  g_autoptr (JipyoPlot) shares = jipyo_plot_copy_shares (plot, NULL);
  g_assert_cmpuint (shares->annotations->len, ==, 1);
  const JipyoAnnotation *note = g_ptr_array_index (shares->annotations, 0);
  g_assert_cmpstr (note->text, ==, "note");
  g_assert_cmpfloat_with_epsilon (note->to, 75, 1e-9);
  const JipyoPlotSeries *own = g_ptr_array_index (shares->series, 1);
  g_assert_cmpstr (jipyo_plot_find_note (shares, own, &g_array_index (own->data, JipyoDatum, 0)),
                   ==, "note");
  const JipyoPlotSeries *rest = g_ptr_array_index (shares->series, 2);
  g_assert_cmpuint (rest->data->len, ==, 2);
  g_assert_null (g_array_index (rest->data, JipyoDatum, 0).text);
  g_assert_true (isnan (g_array_index (rest->data, JipyoDatum, 0).value));
  g_assert_cmpstr (g_array_index (rest->data, JipyoDatum, 1).text, ==, "not told");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/annotations/positions", test_positions);
  g_test_add_func ("/chart/annotations/events", test_events);
  g_test_add_func ("/chart/annotations/level", test_level);
  g_test_add_func ("/chart/annotations/leader", test_leader);
  g_test_add_func ("/chart/annotations/note-on-stack", test_note_on_stack);
  g_test_add_func ("/chart/annotations/note-in-row", test_note_in_row);
  g_test_add_func ("/chart/annotations/note-of-series", test_note_of_series);
  g_test_add_func ("/chart/annotations/note-without-room", test_note_without_room);
  g_test_add_func ("/chart/annotations/crowd", test_crowd);
  g_test_add_func ("/chart/annotations/line-below-names", test_line_below_names);
  g_test_add_func ("/chart/annotations/shares", test_shares);
  return mark_fixture_run ();
}
