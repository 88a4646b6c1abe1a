/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of a few members.
 */

#include "jipyo-weights.h"

#include "jipyo-weights-file.h"

struct _JipyoWeights {
  GObject parent_instance;

  JipyoOwnFile *file; /* owned */
  GPtrArray *weights; /* of JipyoMemberWeight */
  GPtrArray *before;  /* the last change; or NULL */
};

G_DEFINE_FINAL_TYPE (JipyoWeights, jipyo_weights, G_TYPE_OBJECT)

enum { CHANGED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gpointer
copy_weight (gconstpointer item, gpointer data)
{
  const JipyoMemberWeight *weight = item;

  return jipyo_member_weight_new (weight->member, weight->weight);
}

/* (transfer full) */
static GPtrArray *
copy_weights (const GPtrArray *weights)
{
  GPtrArray *copy = g_ptr_array_copy ((GPtrArray *) weights, copy_weight, NULL);

  g_ptr_array_set_free_func (copy, (GDestroyNotify) jipyo_member_weight_free);
  return copy;
}

/* What there is now is what an undo brings back. */
static void
remember (JipyoWeights *self)
{
  g_clear_pointer (&self->before, g_ptr_array_unref);
  self->before = copy_weights (self->weights);
}

static void
save (JipyoWeights *self)
{
  jipyo_own_file_save (self->file, jipyo_weights_file_format (self->weights));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Another program wrote the file. */
static void
replaced_cb (JipyoWeights *self, GPtrArray *weights)
{
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_ptr_array_unref (self->weights);
  self->weights = g_ptr_array_ref (weights);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
jipyo_weights_finalize (GObject *object)
{
  JipyoWeights *self = JIPYO_WEIGHTS (object);

  g_clear_object (&self->file);
  g_ptr_array_unref (self->weights);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  G_OBJECT_CLASS (jipyo_weights_parent_class)->finalize (object);
}

static void
jipyo_weights_class_init (JipyoWeightsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = jipyo_weights_finalize;
  signals[CHANGED] = g_signal_new ("changed", JIPYO_TYPE_WEIGHTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", JIPYO_TYPE_WEIGHTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jipyo_weights_init (JipyoWeights *self)
{
}

JipyoWeights *
jipyo_weights_new (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);
  JipyoWeights *self = g_object_new (JIPYO_TYPE_WEIGHTS, NULL);

  self->file = jipyo_own_file_new_for (path, self, G_CALLBACK (replaced_cb));
  self->weights = jipyo_own_file_load_list (self->file, jipyo_weights_file_parse,
                                            (GDestroyNotify) jipyo_member_weight_free);
  jipyo_own_file_watch (self->file);
  return self;
}

char *
jipyo_weights_path (void)
{
  return jipyo_own_file_path ("weights.json");
}

JipyoOwnFile *
jipyo_weights_get_file (JipyoWeights *self)
{
  g_return_val_if_fail (JIPYO_IS_WEIGHTS (self), NULL);
  return self->file;
}

const GPtrArray *
jipyo_weights_get_all (JipyoWeights *self)
{
  g_return_val_if_fail (JIPYO_IS_WEIGHTS (self), NULL);
  return self->weights;
}

JipyoDecimal
jipyo_weights_find (JipyoWeights *self, const char *member)
{
  const JipyoMemberWeight *own = jipyo_member_weight_find (self->weights, member);

  return own != NULL ? own->weight : jipyo_decimal_from_int (1);
}

void
jipyo_weights_set (JipyoWeights *self, const char *member, JipyoDecimal weight)
{
  g_return_if_fail (JIPYO_IS_WEIGHTS (self) && member != NULL && jipyo_decimal_sign (weight) >= 0);
  JipyoMemberWeight *own = jipyo_member_weight_find (self->weights, member);

  remember (self);
  if (own != NULL)
    own->weight = weight;
  else
    g_ptr_array_add (self->weights, jipyo_member_weight_new (member, weight));
  save (self);
}

void
jipyo_weights_clear (JipyoWeights *self, const char *const *members)
{
  g_return_if_fail (JIPYO_IS_WEIGHTS (self));

  remember (self);
  for (guint i = self->weights->len; i > 0; i--) {
    const JipyoMemberWeight *weight = g_ptr_array_index (self->weights, i - 1);

    if (members == NULL || g_strv_contains (members, weight->member))
      g_ptr_array_remove_index (self->weights, i - 1);
  }
  save (self);
}

gboolean
jipyo_weights_undo (JipyoWeights *self)
{
  g_return_val_if_fail (JIPYO_IS_WEIGHTS (self), FALSE);

  if (self->before == NULL)
    return FALSE;
  g_ptr_array_unref (self->weights);
  self->weights = g_steal_pointer (&self->before);
  save (self);
  return TRUE;
}
