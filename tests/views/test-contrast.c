/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Contrast as it is painted: every text and every mark of every view, in every theme, measured on
 * the pixels. Themes promise it of their colours; fading, mixing and lying on each other could
 * still break it.
 */

#include <math.h>

#include "fixture.h"
#include "jipyo-plot-scene.h"
#include "jipyo-sheet-layout.h"

static const double TEXT_LEAST = 4.5;
static const double MARK_LEAST = 3;
/* Pixels a unit, so that the strokes of letters have a core of their full colour. */
static const double SCALE = 2;
static const int WIDTH = 960;
static const int HEIGHT = 760;
/* A colour that is nearly the ground's is an edge of it. */
static const double INK_LEAST = 1.25;

typedef struct {
  cairo_surface_t *surface;
  cairo_t *cr;
  const guint8 *data;
  int stride;
  int width;
  int height;
} Canvas;

static Canvas
new_canvas (double width, double height, guint32 ground)
{
  Canvas canvas = { .width = (int) (width * SCALE), .height = (int) (height * SCALE) };
  const JipyoColour colour = jipyo_colour_from_rgb (ground);

  canvas.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, canvas.width, canvas.height);
  canvas.cr = cairo_create (canvas.surface);
  cairo_set_source_rgb (canvas.cr, colour.red, colour.green, colour.blue);
  cairo_paint (canvas.cr);
  cairo_scale (canvas.cr, SCALE, SCALE);
  return canvas;
}

static void
read_canvas (Canvas *canvas)
{
  cairo_surface_flush (canvas->surface);
  canvas->data = cairo_image_surface_get_data (canvas->surface);
  canvas->stride = cairo_image_surface_get_stride (canvas->surface);
}

static void
clear_canvas (Canvas *canvas)
{
  cairo_destroy (canvas->cr);
  cairo_surface_destroy (canvas->surface);
}

/* How often each colour is in a rectangle: guint32 → guint. */
static GHashTable *
count_colours (const Canvas *canvas, const JipyoRect *rect)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);
  const int left = MAX (0, (int) (rect->x * SCALE)), top = MAX (0, (int) (rect->y * SCALE));
  const int right = MIN (canvas->width, (int) ceil ((rect->x + rect->width) * SCALE));
  const int bottom = MIN (canvas->height, (int) ceil ((rect->y + rect->height) * SCALE));

  for (int y = top; y < bottom; y++) {
    const guint32 *row = (const guint32 *) (canvas->data + (gssize) y * canvas->stride);
    for (int x = left; x < right; x++) {
      gpointer colour = GUINT_TO_POINTER (row[x] & 0xFFFFFF);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, colour));
      g_hash_table_insert (counts, colour, GUINT_TO_POINTER (n + 1));
    }
  }
  return counts;
}

/* The most frequent colour, but for those too close to `other`. */
static gboolean
find_most (GHashTable *counts, const guint32 *other, guint32 *colour)
{
  GHashTableIter iter;
  gpointer key, value;
  guint most = 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    if (GPOINTER_TO_UINT (value) <= most
        || (other != NULL && jipyo_colour_contrast (GPOINTER_TO_UINT (key), *other) < INK_LEAST))
      continue;
    most = GPOINTER_TO_UINT (value);
    *colour = GPOINTER_TO_UINT (key);
  }
  return most > 0;
}

/* A dash is thinner than a pixel and has no core. */
static gboolean
has_letters (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

static guint
check_texts (const JipyoView *view, const JipyoTheme *theme)
{
  g_autoptr (JipyoSheetLayout) layout = jipyo_sheet_layout_new (view->sheet, theme, WIDTH, HEIGHT);
  g_autoptr (GArray) texts = jipyo_sheet_layout_list_texts (layout);
  Canvas canvas = new_canvas (WIDTH, HEIGHT, theme->background);
  guint n_bad = 0;

  jipyo_sheet_layout_draw (layout, canvas.cr);
  read_canvas (&canvas);
  for (guint i = 0; i < texts->len; i++) {
    const JipyoSheetText *text = &g_array_index (texts, JipyoSheetText, i);
    g_autoptr (GHashTable) counts = count_colours (&canvas, &text->rect);
    guint32 ground, ink;
    if (!has_letters (text->text) || !find_most (counts, NULL, &ground)
        || !find_most (counts, &ground, &ink))
      continue; /* blank */
    if (jipyo_colour_contrast (ink, ground) >= TEXT_LEAST)
      continue;
    g_test_message ("%s %s: \"%s\" is #%06X on #%06X, %.2f", view->name, theme->name, text->text,
                    ink, ground, jipyo_colour_contrast (ink, ground));
    n_bad++;
  }
  clear_canvas (&canvas);
  return n_bad;
}

/* The share of a mark's rectangle that stands out from its ground. */
static double
measure_mark (const Canvas *canvas, const JipyoRect *rect, guint32 ground)
{
  g_autoptr (GHashTable) counts = count_colours (canvas, rect);
  GHashTableIter iter;
  gpointer key, value;
  double out = 0, all = 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    all += GPOINTER_TO_UINT (value);
    if (jipyo_colour_contrast (GPOINTER_TO_UINT (key), ground) >= MARK_LEAST)
      out += GPOINTER_TO_UINT (value);
  }
  return all > 0 ? out / all : 1;
}

/* An outline is enough, and so are the dots of a plan, a two-hundredth of their span. */
static guint
check_marks (const JipyoPlot *plot, const JipyoTheme *theme, const char *where)
{
  static const double share_least = 0.005;
  const JipyoPlotFrame frame = {
    .theme = theme,
    .width = WIDTH / 2,
    .height = HEIGHT / 2,
    .type = jipyo_theme_measure (theme, WIDTH / 2, HEIGHT / 2),
    .bare = TRUE,
  };
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &frame);
  Canvas canvas = new_canvas (frame.width, frame.height, theme->card);
  guint n_bad = 0;

  /* Nothing but the marks. */
  g_ptr_array_set_size (layout->texts, 0);
  g_array_set_size (layout->guides, 0);
  g_array_set_size (layout->references, 0);
  g_array_set_size (layout->swatches, 0);
  jipyo_plot_draw (canvas.cr, plot, layout, theme);
  read_canvas (&canvas);
  for (guint i = 0; i < layout->shapes->len; i++) {
    const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i);
    const double share = measure_mark (&canvas, &shape->rect, theme->card);
    if (share >= share_least)
      continue;
    g_test_message ("%s %s: series %u datum %u stands out in %.1f %%", where, theme->name,
                    shape->series, shape->datum, share * 100);
    n_bad++;
  }
  clear_canvas (&canvas);
  return n_bad;
}

static guint
check_view (const JipyoView *view, const JipyoTheme *theme)
{
  guint n_bad = check_texts (view, theme);

  for (guint i = 0; i < view->sheet->plots->len; i++)
    n_bad += check_marks (g_ptr_array_index (view->sheet->plots, i), theme, view->name);
  return n_bad;
}

static void
test_theme (gconstpointer data)
{
  Fixture fixture;
  guint n_views, n_bad = 0;
  const JipyoViewInfo *infos = jipyo_view_list (&n_views);

  fixture_init_shipped (&fixture, "2026-11-23");
  fixture.lang = JIPYO_LANG_KO;
  for (guint i = 0; i < n_views; i++)
    n_bad += check_view (
      fixture_build (&fixture, fixture_name_view (&infos[i], "team:naver-cloud")), data);
  g_assert_cmpuint (n_bad, ==, 0);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int id = 0; id < JIPYO_N_THEMES; id++) {
    const JipyoTheme *theme = jipyo_theme_get ((JipyoThemeId) id);
    g_autofree char *path = g_strdup_printf ("/views/contrast/%s", theme->name);

    g_test_add_data_func (path, theme, test_theme);
  }
  return g_test_run ();
}
