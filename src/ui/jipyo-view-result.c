/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Views are plain structs with one owner; this is that owner.
 */

#include "jipyo-view-result.h"

#include "jipyo-export.h"
#include "jipyo-note-anchor.h"
#include "jipyo-plot-table.h"

struct _JipyoViewResult {
  GObject parent_instance;

  JipyoView *view;
  JipyoLedger *ledger; /* owned reference */
  JipyoLang lang;
  JipyoDate as_of;
  gint64 now_us;
};

G_DEFINE_FINAL_TYPE (JipyoViewResult, jipyo_view_result, G_TYPE_OBJECT)

static void
jipyo_view_result_finalize (GObject *object)
{
  JipyoViewResult *self = JIPYO_VIEW_RESULT (object);

  g_clear_pointer (&self->view, jipyo_view_free);
  g_clear_pointer (&self->ledger, jipyo_ledger_unref);
  G_OBJECT_CLASS (jipyo_view_result_parent_class)->finalize (object);
}

static void
jipyo_view_result_class_init (JipyoViewResultClass *class)
{
  G_OBJECT_CLASS (class)->finalize = jipyo_view_result_finalize;
}

static void
jipyo_view_result_init (JipyoViewResult *self)
{
}

JipyoViewResult *
jipyo_view_result_new (JipyoSession *session, const char *name, GHashTable *options, GError **error)
{
  JipyoView *view = jipyo_session_build_view (session, name, options, error);

  if (view == NULL)
    return NULL;
  jipyo_note_anchor_add (jipyo_notes_get_all (jipyo_session_get_notes (session)), view);
  JipyoViewResult *self = g_object_new (JIPYO_TYPE_VIEW_RESULT, NULL);
  self->view = view;
  self->ledger = jipyo_ledger_ref (jipyo_session_get_ledger (session));
  self->lang = jipyo_session_get_lang (session);
  self->as_of = jipyo_session_get_as_of (session);
  self->now_us = jipyo_session_get_now (session);
  return self;
}

/* A view of nothing but the plot's table. */
static JipyoView *
make_twin (const JipyoView *view, const JipyoPlot *plot)
{
  JipyoView *twin = g_new0 (JipyoView, 1);

  twin->name = g_strdup (view->name);
  twin->title = jipyo_text_copy (&view->title);
  twin->sentence = jipyo_text_copy (&view->sentence);
  twin->table = jipyo_plot_table_new (plot);
  twin->sheet = jipyo_sheet_new (plot->lang);
  twin->sources = g_ptr_array_ref (view->sources);
  twin->conflicts = g_ptr_array_ref (view->conflicts);
  return twin;
}

JipyoViewResult *
jipyo_view_result_get_twin (JipyoViewResult *self, guint plot)
{
  g_return_val_if_fail (JIPYO_IS_VIEW_RESULT (self), NULL);
  g_return_val_if_fail (plot < self->view->sheet->plots->len, NULL);
  const JipyoPlot *shown = g_ptr_array_index (self->view->sheet->plots, plot);

  if (jipyo_plot_table_is_covered (shown, self->view->table))
    return g_object_ref (self);
  JipyoViewResult *twin = g_object_new (JIPYO_TYPE_VIEW_RESULT, NULL);
  twin->view = make_twin (self->view, shown);
  twin->ledger = jipyo_ledger_ref (self->ledger);
  twin->lang = self->lang;
  twin->as_of = self->as_of;
  twin->now_us = self->now_us;
  return twin;
}

const JipyoView *
jipyo_view_result_get_view (JipyoViewResult *self)
{
  g_return_val_if_fail (JIPYO_IS_VIEW_RESULT (self), NULL);
  return self->view;
}

JipyoLang
jipyo_view_result_get_lang (JipyoViewResult *self)
{
  g_return_val_if_fail (JIPYO_IS_VIEW_RESULT (self), JIPYO_LANG_EN);
  return self->lang;
}

JipyoDate
jipyo_view_result_get_as_of (JipyoViewResult *self)
{
  g_return_val_if_fail (JIPYO_IS_VIEW_RESULT (self), (JipyoDate){ 0 });
  return self->as_of;
}

GBytes *
jipyo_view_result_encode_workbook (JipyoViewResult *self, GError **error)
{
  g_return_val_if_fail (JIPYO_IS_VIEW_RESULT (self), NULL);
  const JipyoViewContext context = {
    .ledger = self->ledger,
    .whole = self->ledger,
    .as_of = self->as_of,
    .now_us = self->now_us,
    .lang = self->lang,
  };

  return jipyo_export_xlsx (self->view, &context, error);
}
