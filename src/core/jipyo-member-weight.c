/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plain struct.
 */

#include "jipyo-member-weight.h"

JipyoMemberWeight *
jipyo_member_weight_new (const char *member, JipyoDecimal weight)
{
  JipyoMemberWeight *self = g_new0 (JipyoMemberWeight, 1);

  self->member = g_strdup (member);
  self->weight = weight;
  return self;
}

void
jipyo_member_weight_free (JipyoMemberWeight *self)
{
  if (self == NULL)
    return;
  g_free (self->member);
  g_free (self);
}

JipyoMemberWeight *
jipyo_member_weight_find (const GPtrArray *weights, const char *member)
{
  for (guint i = 0; i < weights->len; i++) {
    JipyoMemberWeight *weight = g_ptr_array_index (weights, i);

    if (g_strcmp0 (weight->member, member) == 0)
      return weight;
  }
  return NULL;
}
