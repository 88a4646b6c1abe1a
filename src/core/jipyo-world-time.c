/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A few hosts, each with its surest word. See the header for the formula.
 */

#include "jipyo-world-time.h"

/* More than the gate allows a quote to be ahead would be of no use to it. */
static const gint64 round_max_us = 3 * G_USEC_PER_SEC;
/* After this a surer word from before gives way to a new one: hosts are set right, too. */
static const gint64 surest_us = 10 * 60 * G_USEC_PER_SEC;
/* A host that was not heard for longer has no say; clocks drift less than half a second in it. */
static const gint64 forget_us = G_GINT64_CONSTANT (60) * 60 * G_USEC_PER_SEC;
/* What two hosts' own clocks may differ by. */
static const gint64 apart_us = G_USEC_PER_SEC;
static const gint64 error_min_us = 3 * G_USEC_PER_SEC;
static const gint64 told_min_us = 30 * G_USEC_PER_SEC;

enum { HOSTS_MIN = 2 };

typedef struct {
  gint64 epoch_us;
  gint64 doubt_us; /* to either side */
  gint64 heard_us; /* by the steady clock */
} Word;

struct _JipyoWorldTime {
  GHashTable *words; /* host → Word; both owned */
};

JipyoWorldTime *
jipyo_world_time_new (void)
{
  JipyoWorldTime *self = g_new0 (JipyoWorldTime, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
jipyo_world_time_free (JipyoWorldTime *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->words);
  g_free (self);
}

static gboolean
agree (const Word *a, const Word *b)
{
  return ABS (a->epoch_us - b->epoch_us) <= a->doubt_us + b->doubt_us + apart_us;
}

void
jipyo_world_time_hear (JipyoWorldTime *self, const char *host, const JipyoDatedAnswer *answer)
{
  const gint64 round_us = answer->received_us - answer->sent_us;
  const Word word = {
    .epoch_us = answer->date_us + G_USEC_PER_SEC / 2 - answer->sent_us - round_us / 2,
    .doubt_us = G_USEC_PER_SEC / 2 + round_us / 2,
    .heard_us = answer->received_us,
  };
  const Word *known = g_hash_table_lookup (self->words, host);

  if (round_us < 0 || round_us > round_max_us || answer->date_us <= 0)
    return;
  if (known != NULL && known->doubt_us < word.doubt_us && agree (known, &word)
      && word.heard_us - known->heard_us < surest_us)
    return;
  g_hash_table_insert (self->words, g_strdup (host), g_memdup2 (&word, sizeof word));
}

static int
compare_epochs (gconstpointer a, gconstpointer b)
{
  const Word *first = *(const Word *const *) a;
  const Word *second = *(const Word *const *) b;

  return (first->epoch_us > second->epoch_us) - (first->epoch_us < second->epoch_us);
}

/* In the order of what they say. (element-type Word) (transfer container) */
static GPtrArray *
list_words (const JipyoWorldTime *self, gint64 steady_us)
{
  GPtrArray *words = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (steady_us - ((const Word *) value)->heard_us <= forget_us)
      g_ptr_array_add (words, value);
  g_ptr_array_sort (words, compare_epochs);
  return words;
}

gboolean
jipyo_world_time_find_epoch (const JipyoWorldTime *self, gint64 steady_us, gint64 *epoch_us)
{
  g_autoptr (GPtrArray) words = list_words (self, steady_us);
  guint standing = 0;

  if (words->len < HOSTS_MIN)
    return FALSE;
  const Word *low = g_ptr_array_index (words, (words->len - 1) / 2);
  const Word *high = g_ptr_array_index (words, words->len / 2);
  const Word median = {
    .epoch_us = low->epoch_us + (high->epoch_us - low->epoch_us) / 2,
    .doubt_us = MIN (low->doubt_us, high->doubt_us),
  };
  for (guint i = 0; i < words->len; i++)
    standing += agree (g_ptr_array_index (words, i), &median);
  if (standing < HOSTS_MIN || standing <= words->len / 2)
    return FALSE;
  *epoch_us = median.epoch_us;
  return TRUE;
}

guint
jipyo_world_time_count_hosts (const JipyoWorldTime *self, gint64 steady_us)
{
  g_autoptr (GPtrArray) words = list_words (self, steady_us);

  return words->len;
}

gint64
jipyo_clock_error_compute (gint64 clock_us, gint64 steady_us, gint64 epoch_us)
{
  const gint64 error_us = clock_us - steady_us - epoch_us;

  return ABS (error_us) > error_min_us ? error_us : 0;
}

gboolean
jipyo_clock_error_matters (gint64 error_us)
{
  return ABS (error_us) >= told_min_us;
}

/* Rounded to the unit, and to the next one where it is a whole one of that. */
static char *
format_length (gint64 length_us, JipyoLang lang)
{
  static const struct {
    gint64 s;
    const char *ko;
    const char *en;
  } units[] = {
    { 1, "초", " s" },
    { 60, "분", " min" },
    { 60 * 60, "시간", " h" },
    { 24 * 60 * 60, "일", " d" },
  };
  const gint64 s = (length_us + G_USEC_PER_SEC / 2) / G_USEC_PER_SEC;
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (units) && s + units[i].s / 2 >= units[i + 1].s)
    i++;
  return g_strdup_printf ("%" G_GINT64_FORMAT "%s", (s + units[i].s / 2) / units[i].s,
                          lang == JIPYO_LANG_KO ? units[i].ko : units[i].en);
}

char *
jipyo_clock_error_format (gint64 error_us, JipyoLang lang)
{
  const gboolean ko = lang == JIPYO_LANG_KO;
  g_autofree char *length = format_length (ABS (error_us), lang);

  if (error_us < 0)
    return g_strdup_printf (ko ? "%s 늦습니다" : "%s slow", length);
  return g_strdup_printf (ko ? "%s 빠릅니다" : "%s fast", length);
}
