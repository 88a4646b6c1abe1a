/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every picture of the shipped record can be read: no text covers another or leaves the picture, no
 * name is cut so that it could be another's, and on a slide none is under three hundredths of its
 * height.
 */

#include "fixture.h"

#include "jipyo-sheet-layout.h"

static const double SLIDE_LEAST = 0.03;
/* A line is taller than its letters. */
static const double LETTERS = 0.24; /* of the em, above and below */
static const double SLACK = 1;

typedef struct {
  int width;
  int height;
} Size;

static const Size sizes[] = { { 1280, 800 }, { 640, 900 }, { 360, 640 } };

static JipyoRect
get_letters (const JipyoSheetText *text)
{
  const double inset = text->size * LETTERS;

  return (JipyoRect){ text->rect.x + SLACK, text->rect.y + inset, text->rect.width - 2 * SLACK,
                      text->rect.height - 2 * inset };
}

static guint
check_pairs (const GArray *texts, const char *where)
{
  guint n_covered = 0;

  for (guint i = 0; i < texts->len; i++) {
    const JipyoSheetText *one = &g_array_index (texts, JipyoSheetText, i);
    const JipyoRect a = get_letters (one);
    for (guint k = 0; k < i; k++) {
      const JipyoSheetText *two = &g_array_index (texts, JipyoSheetText, k);
      const JipyoRect b = get_letters (two);
      if (!jipyo_rect_overlaps (&a, &b))
        continue;
      g_test_message ("%s: \"%s\" lies on \"%s\"", where, one->text, two->text);
      n_covered++;
    }
  }
  return n_covered;
}

static guint
check_each (const GArray *texts, const Size *size, double least, const char *where)
{
  guint n_bad = 0;

  for (guint i = 0; i < texts->len; i++) {
    const JipyoSheetText *text = &g_array_index (texts, JipyoSheetText, i);
    const JipyoRect r = get_letters (text);
    const gboolean inside =
      r.x >= 0 && r.y >= 0 && r.x + r.width <= size->width && r.y + r.height <= size->height;
    if (inside && text->size >= least)
      continue;
    g_test_message ("%s: \"%s\" is %s", where, text->text, inside ? "too small" : "outside");
    n_bad++;
  }
  return n_bad;
}

/* Whether what is drawn of a text could be another. */
static gboolean
may_be (const JipyoSheetText *self, const JipyoSheetText *other)
{
  const char *tail = self->text + self->cut[1];

  return self->cut[0] < self->cut[1] && strncmp (self->text, other->text, (gsize) self->cut[0]) == 0
         && g_str_has_suffix (other->text, tail) && strcmp (self->text, other->text) != 0;
}

/* Which name it is that was too long can be told. */
static guint
check_cut (const GArray *texts, const char *where)
{
  guint n_alike = 0;

  for (guint i = 0; i < texts->len; i++) {
    const JipyoSheetText *one = &g_array_index (texts, JipyoSheetText, i);
    for (guint k = 0; k < texts->len; k++) {
      const JipyoSheetText *two = &g_array_index (texts, JipyoSheetText, k);
      if (!may_be (one, two))
        continue;
      g_test_message ("%s: \"%.*s…%s\" may be \"%s\"", where, one->cut[0], one->text,
                      one->text + one->cut[1], two->text);
      n_alike++;
    }
  }
  return n_alike;
}

static guint
check_picture (const JipyoView *view, const JipyoTheme *theme, const Size *size)
{
  g_autoptr (JipyoSheetLayout) layout =
               jipyo_sheet_layout_new (view->sheet, theme, size->width, size->height);
  g_autoptr (GArray) texts = jipyo_sheet_layout_list_texts (layout);
  g_autofree char *where =
    g_strdup_printf ("%s %s %d×%d", view->name, theme->name, size->width, size->height);

  g_assert_cmpuint (texts->len, >, 0);
  return check_pairs (texts, where) + (theme->projected ? 0 : check_cut (texts, where))
         + check_each (texts, size, theme->projected ? SLIDE_LEAST * size->height : 0, where);
}

/* Themes differ in sizes only when projected; the others are looked at once. */
static guint
check_view (const JipyoView *view)
{
  guint n_bad = 0;

  for (int id = 0; id < JIPYO_N_THEMES; id++) {
    const JipyoTheme *theme = jipyo_theme_get ((JipyoThemeId) id);
    const gboolean all = theme->projected || id == JIPYO_THEME_LIGHT;
    for (guint i = 0; i < (all ? G_N_ELEMENTS (sizes) : 1); i++)
      n_bad += check_picture (view, theme, &sizes[i]);
  }
  return n_bad;
}

static void
check_language (JipyoLang lang)
{
  static const char *const teams[] = { "team:upstage", "team:naver-cloud" };
  Fixture fixture;
  guint n_views, n_bad = 0;
  const JipyoViewInfo *infos = jipyo_view_list (&n_views);

  fixture_init_shipped (&fixture, "2026-11-23");
  fixture.lang = lang;
  for (guint i = 0; i < n_views; i++)
    if (!infos[i].per_team && !infos[i].per_instrument)
      n_bad += check_view (fixture_build (&fixture, infos[i].name));
  for (guint i = 0; i < G_N_ELEMENTS (teams); i++)
    n_bad += check_view (fixture_build (&fixture, teams[i]));
  g_assert_cmpuint (n_bad, ==, 0);
  fixture_clear (&fixture);
}

static void
test_korean (void)
{
  check_language (JIPYO_LANG_KO);
}

static void
test_english (void)
{
  check_language (JIPYO_LANG_EN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/pictures/korean", test_korean);
  g_test_add_func ("/views/pictures/english", test_english);
  return g_test_run ();
}
