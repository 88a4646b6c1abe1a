/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * To empty all of an image takes as long as half of what is drawn on it: of this one only what was
 * drawn on need be.
 */

#include "jipyo-spare-image.h"

/* While a chart is moved images follow each other more quickly. */
static const guint KEPT_MS = 500;

static void
drop (JipyoSpareImage *self)
{
  g_clear_pointer (&self->image, cairo_surface_destroy);
  g_clear_pointer (&self->ink, g_array_unref);
}

static gboolean
end_due_cb (gpointer data)
{
  JipyoSpareImage *self = data;

  if (self->moved) {
    self->moved = FALSE;
    return G_SOURCE_CONTINUE;
  }
  self->end_id = 0;
  drop (self);
  return G_SOURCE_REMOVE;
}

void
jipyo_spare_image_keep (JipyoSpareImage *self, cairo_surface_t *image, GArray *ink)
{
  self->moved = TRUE;
  drop (self);
  if (image == NULL || cairo_surface_get_reference_count (image) > 1) {
    cairo_surface_destroy (image);
    g_array_unref (ink);
    return;
  }
  self->image = image;
  self->ink = ink;
  if (self->end_id == 0)
    self->end_id = g_timeout_add_full (G_PRIORITY_LOW, KEPT_MS, end_due_cb, self, NULL);
}

cairo_surface_t *
jipyo_spare_image_take (JipyoSpareImage *self)
{
  return g_steal_pointer (&self->image);
}

void
jipyo_spare_image_clear (JipyoSpareImage *self)
{
  g_clear_handle_id (&self->end_id, g_source_remove);
  drop (self);
}
