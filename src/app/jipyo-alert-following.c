/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A spread is of a symbol at all venues, which rename when they like.
 */

#include "jipyo-alert-following.h"

#include "jipyo-instrument.h"

typedef struct {
  JipyoNewCode *code;
  GPtrArray *rules; /* of char *, ids */
} Followed;

static void
followed_free (gpointer data)
{
  Followed *followed = data;

  jipyo_new_code_free (followed->code);
  g_ptr_array_unref (followed->rules);
  g_free (followed);
}

void
jipyo_alert_following_clear (JipyoAlertFollowing *self)
{
  g_clear_pointer (&self->all, g_ptr_array_unref);
}

void
jipyo_alert_following_add (JipyoAlertFollowing *self, const JipyoNewCode *code, const char *id)
{
  Followed *last;

  if (self->all == NULL)
    self->all = g_ptr_array_new_with_free_func (followed_free);
  last = self->all->len > 0 ? g_ptr_array_index (self->all, self->all->len - 1) : NULL;
  if (last == NULL || !g_str_equal (last->code->instrument, code->instrument)) {
    last = g_new0 (Followed, 1);
    last->code = jipyo_new_code_copy (code);
    last->rules = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (self->all, last);
  }
  g_ptr_array_add (last->rules, g_strdup (id));
}

/* What a rule of this kind looks at, of an instrument; NULL for nothing of it. */
static const char *
find_subject (const JipyoAlertRule *rule, const char *instrument, gboolean across)
{
  switch (rule->kind) {
  case JIPYO_ALERT_PRICE:
  case JIPYO_ALERT_CHANGE:
  case JIPYO_ALERT_STALENESS:
    return instrument;
  case JIPYO_ALERT_SPREAD:
    return across ? jipyo_instrument_get_symbol (instrument) : NULL;
  case JIPYO_ALERT_BASKET:
  case JIPYO_ALERT_EVENT:
    break;
  }
  return NULL;
}

static gboolean
is_following (const Followed *followed, const JipyoAlertRule *rule)
{
  return g_ptr_array_find_with_equal_func (followed->rules, rule->id, g_str_equal, NULL)
         && g_strcmp0 (rule->subject, find_subject (rule, followed->code->successor, TRUE)) == 0;
}

const JipyoNewCode *
jipyo_alert_following_find (const JipyoAlertFollowing *self, const GPtrArray *rules)
{
  for (guint i = self->all != NULL ? self->all->len : 0; i > 0; i--) {
    const Followed *followed = g_ptr_array_index (self->all, i - 1);

    for (guint j = 0; j < rules->len; j++)
      if (is_following (followed, g_ptr_array_index (rules, j)))
        return followed->code;
  }
  return NULL;
}

gboolean
jipyo_alert_following_has (const JipyoAlertFollowing *self,
                           const JipyoNewCode *code,
                           const JipyoAlertRule *rule)
{
  for (guint i = 0; self->all != NULL && i < self->all->len; i++) {
    const Followed *followed = g_ptr_array_index (self->all, i);

    if (followed->code == code)
      return is_following (followed, rule);
  }
  return FALSE;
}

void
jipyo_alert_following_drop (JipyoAlertFollowing *self, const JipyoNewCode *code)
{
  for (guint i = self->all != NULL ? self->all->len : 0; i > 0; i--)
    if (((const Followed *) self->all->pdata[i - 1])->code == code)
      g_ptr_array_remove_index (self->all, i - 1);
}

char *
jipyo_alert_follow (JipyoAlertRule *rule, const JipyoNewCode *code, gboolean across)
{
  if (g_strcmp0 (rule->subject, find_subject (rule, code->instrument, across)) != 0)
    return NULL;
  char *before = g_steal_pointer (&rule->subject);

  rule->subject = g_strdup (find_subject (rule, code->successor, across));
  return before;
}
