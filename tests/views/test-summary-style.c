/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the summaries of the shipped views read: how long they are, for whom, and what leads in them.
 */

#include "fixture.h"
#include "jipyo-datum-text.h"
#include "jipyo-plot-facts.h"
#include "jipyo-plot-summary.h"

#include <string.h>

/* Flesch-Kincaid: the school year whose pupils read it (Kincaid and others, 1975). */
static const double GRADE_MAX = 9;

/* A word's vowel groups, less a silent e at its end; one for a number. */
static guint
count_syllables (const char *word)
{
  guint n = 0;
  gboolean in_vowel = FALSE;
  const gsize length = strlen (word);

  for (gsize i = 0; i < length; i++) {
    const gboolean vowel = strchr ("aeiouyAEIOUY", word[i]) != NULL;
    n += vowel && !in_vowel;
    in_vowel = vowel;
  }
  if (n > 1 && g_str_has_suffix (word, "e") && !g_str_has_suffix (word, "le"))
    n--;
  return MAX (n, 1u);
}

/* A sentence ends in a full stop before a space, or at the end. */
static guint
count_sentences (const char *text)
{
  guint n = 0;

  for (const char *stop = strchr (text, '.'); stop != NULL; stop = strchr (stop + 1, '.'))
    n += stop[1] == '\0' || stop[1] == ' ';
  return n;
}

static double
measure_grade (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double n_syllables = 0, n_words = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    if (strpbrk (words[i], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        == NULL)
      continue;
    n_words++;
    n_syllables += count_syllables (words[i]);
  }
  return 0.39 * n_words / count_sentences (text) + 11.8 * n_syllables / n_words - 15.59;
}

/* An average stands beside the others as what they are measured by; it never leads or trails. */
static void
check_ranked (const JipyoPlot *plot)
{
  static const JipyoFactKind kinds[] = { JIPYO_FACT_HIGHEST, JIPYO_FACT_LOWEST, JIPYO_FACT_LEAD,
                                         JIPYO_FACT_RANK };
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    guint at = 0;
    const JipyoFact *fact = jipyo_plot_facts_next (facts, kinds[i], &at);
    if (fact == NULL)
      continue;
    g_autofree char *place =
      jipyo_datum_text_format_position (plot, jipyo_plot_get_datum (plot, fact->a)->position);
    g_autofree char *lower = g_utf8_strdown (place, -1);
    g_assert_null (strstr (lower, "average"));
    g_assert_null (strstr (lower, "평균"));
  }
}

static void
check_view (const JipyoView *view, JipyoLang lang)
{
  for (guint i = 0; i < view->sheet->plots->len; i++) {
    g_autofree char *text = jipyo_plot_summary_write (g_ptr_array_index (view->sheet->plots, i));
    const guint n = count_sentences (text);

    check_ranked (g_ptr_array_index (view->sheet->plots, i));
    g_test_message ("%s: %s", view->name, text);
    g_assert_cmpuint (n, >=, 2);
    g_assert_cmpuint (n, <=, 5);
    if (lang == JIPYO_LANG_EN)
      g_assert_cmpfloat (measure_grade (text), <=, GRADE_MAX);
  }
}

/* Every view of the shipped record: two to five sentences, for school year 9 at most. */
static void
test_shipped (void)
{
  for (JipyoLang lang = JIPYO_LANG_KO; lang <= JIPYO_LANG_EN; lang++) {
    Fixture fixture;
    guint n_views;
    const JipyoViewInfo *infos = jipyo_view_list (&n_views);

    fixture_init_shipped (&fixture, "2026-11-23");
    fixture.lang = lang;
    for (guint i = 0; i < n_views; i++)
      check_view (fixture_build (&fixture, fixture_name_view (&infos[i], "team:upstage")), lang);
    fixture_clear (&fixture);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/summary-style/shipped", test_shipped);
  return g_test_run ();
}
