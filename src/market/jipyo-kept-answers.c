/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of at most 32 answers, the newest first.
 */

#include "jipyo-kept-answers.h"

#include <string.h>

enum { ANSWERS_MAX = 32, BODY_MAX = 256 << 10, MARK_MAX = 256 };

struct _JipyoKeptAnswers {
  GQueue answers; /* of JipyoKeptAnswer, owned */
};

static void
kept_answer_free (JipyoKeptAnswer *answer)
{
  if (answer == NULL)
    return;
  g_free (answer->key);
  g_free (answer->etag);
  g_free (answer->modified);
  g_clear_pointer (&answer->body, g_bytes_unref);
  g_free (answer);
}

JipyoKeptAnswers *
jipyo_kept_answers_new (void)
{
  return g_new0 (JipyoKeptAnswers, 1);
}

void
jipyo_kept_answers_free (JipyoKeptAnswers *self)
{
  if (self == NULL)
    return;
  g_queue_clear_full (&self->answers, (GDestroyNotify) kept_answer_free);
  g_free (self);
}

static int
compare_key (gconstpointer answer, gconstpointer key)
{
  return g_strcmp0 (((const JipyoKeptAnswer *) answer)->key, key);
}

const JipyoKeptAnswer *
jipyo_kept_answers_find (JipyoKeptAnswers *self, const char *key)
{
  const GList *link = g_queue_find_custom (&self->answers, key, compare_key);

  return link != NULL ? link->data : NULL;
}

static void
forget (JipyoKeptAnswers *self, const char *key)
{
  GList *link = g_queue_find_custom (&self->answers, key, compare_key);

  if (link == NULL)
    return;
  kept_answer_free (link->data);
  g_queue_delete_link (&self->answers, link);
}

static gboolean
is_mark (const char *text)
{
  return text != NULL && *text != '\0' && strnlen (text, MARK_MAX) < MARK_MAX;
}

void
jipyo_kept_answers_put (JipyoKeptAnswers *self, const JipyoKeptAnswer *answer)
{
  JipyoKeptAnswer *kept;

  forget (self, answer->key);
  if ((!is_mark (answer->etag) && !is_mark (answer->modified))
      || g_bytes_get_size (answer->body) > BODY_MAX)
    return;
  kept = g_new0 (JipyoKeptAnswer, 1);
  kept->key = g_strdup (answer->key);
  kept->etag = is_mark (answer->etag) ? g_strdup (answer->etag) : NULL;
  kept->modified = is_mark (answer->modified) ? g_strdup (answer->modified) : NULL;
  kept->body = g_bytes_ref (answer->body);
  g_queue_push_head (&self->answers, kept);
  if (self->answers.length > ANSWERS_MAX)
    kept_answer_free (g_queue_pop_tail (&self->answers));
}
