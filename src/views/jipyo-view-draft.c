/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bookkeeping of what a view used, and the parts of a picture that all views have in common.
 */

#include "jipyo-view-draft.h"

#include "jipyo-format.h"

#include <math.h>

static const guint FOOTER_SOURCES_MAX = 3;

JipyoViewDraft *
jipyo_view_draft_new (const JipyoViewContext *context, const char *name)
{
  JipyoViewDraft *self = g_new0 (JipyoViewDraft, 1);
  const JipyoViewInfo *info = jipyo_view_find_info (name);

  self->context = context;
  self->claims = g_ptr_array_new ();
  self->sources = g_ptr_array_new ();
  self->view = g_new0 (JipyoView, 1);
  self->view->name = g_strdup (name);
  self->view->table = jipyo_table_new ();
  self->view->sheet = jipyo_sheet_new (context->lang);
  if (info != NULL)
    self->view->title = jipyo_text_new (info->title_ko, info->title_en);
  return self;
}

void
jipyo_view_draft_free (JipyoViewDraft *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->view, jipyo_view_free);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_free (self);
}

const char *
jipyo_view_draft_get_option (JipyoViewDraft *self, const char *name, const char *fallback)
{
  const char *value = NULL;

  if (self->context->options != NULL)
    value = g_hash_table_lookup (self->context->options, name);
  return value != NULL ? value : fallback;
}

const char *
jipyo_view_draft_pick (JipyoViewDraft *self, const char *ko, const char *en)
{
  return self->context->lang == JIPYO_LANG_KO ? ko : en;
}

const JipyoClaim *
jipyo_view_draft_find (JipyoViewDraft *self, const JipyoClaimQuery *query)
{
  const JipyoClaim *claim = jipyo_ledger_find_figure (self->context->ledger, query);

  jipyo_view_draft_use (self, claim);
  return claim;
}

const JipyoClaim *
jipyo_view_draft_find_metric (JipyoViewDraft *self, const char *subject, const char *metric)
{
  JipyoClaimQuery query = { .subject = subject, .metric = metric };

  return jipyo_view_draft_find (self, &query);
}

static void
add_once (GPtrArray *array, gconstpointer item)
{
  if (!g_ptr_array_find (array, item, NULL))
    g_ptr_array_add (array, (gpointer) item);
}

void
jipyo_view_draft_use_source (JipyoViewDraft *self, const char *source_id)
{
  const JipyoSource *source = NULL;

  if (source_id != NULL)
    source = jipyo_ledger_find_source (self->context->ledger, source_id);
  if (source != NULL)
    add_once (self->sources, source);
}

/* A derived claim rests on its inputs, so their sources are named too. One level is enough for the
 * footer; the whole tree is what `explain` is for. */
void
jipyo_view_draft_use (JipyoViewDraft *self, const JipyoClaim *claim)
{
  if (claim == NULL || g_ptr_array_find (self->claims, claim, NULL))
    return;
  g_ptr_array_add (self->claims, (gpointer) claim);
  jipyo_view_draft_use_source (self, claim->source);
  for (guint i = 0; claim->inputs != NULL && claim->inputs[i] != NULL; i++) {
    const JipyoClaim *input = jipyo_ledger_find_claim (self->context->ledger, claim->inputs[i]);
    if (input != NULL)
      jipyo_view_draft_use_source (self, input->source);
  }
}

void
jipyo_view_draft_take_sentence (JipyoViewDraft *self, char *ko, char *en)
{
  jipyo_text_clear (&self->view->sentence);
  self->view->sentence = jipyo_text_take (ko, en);
}

void
jipyo_view_draft_set_empty (JipyoViewDraft *self, const char *ko, const char *en)
{
  JipyoPlot *plot = jipyo_view_draft_add_plot (self, NULL, NULL);

  jipyo_view_draft_take_sentence (self, g_strdup (ko), g_strdup (en));
  g_free (plot->empty);
  plot->empty = g_strdup (jipyo_view_draft_pick (self, ko, en));
}

JipyoPlot *
jipyo_view_draft_add_plot (JipyoViewDraft *self, const char *title, const char *subtitle)
{
  JipyoPlot *plot = jipyo_plot_new (self->context->lang);

  jipyo_plot_set_title (plot, title, subtitle);
  g_free (plot->empty);
  plot->empty = g_strdup (jipyo_view_draft_pick (self, "이 날짜에 알려진 수치가 없습니다",
                                                 "No figure was known on this date"));
  jipyo_sheet_take_plot (self->view->sheet, plot);
  return plot;
}

JipyoDatumKind
jipyo_datum_kind_from_claim (const JipyoClaim *claim)
{
  switch (claim->quantity.qualifier) {
  case JIPYO_QUALIFIER_AT_MOST:
    return JIPYO_DATUM_AT_MOST;
  case JIPYO_QUALIFIER_AT_LEAST:
    return JIPYO_DATUM_AT_LEAST;
  case JIPYO_QUALIFIER_TARGET:
    return JIPYO_DATUM_TARGET;
  case JIPYO_QUALIFIER_EXACT:
  case JIPYO_QUALIFIER_ABOUT:
  case JIPYO_QUALIFIER_PER_YEAR:
    break;
  }
  if (claim->status == JIPYO_STATUS_DERIVED || claim->status == JIPYO_STATUS_INFERRED)
    return JIPYO_DATUM_DERIVED;
  return JIPYO_DATUM_VALUE;
}

JipyoDatum *
jipyo_view_draft_plot_claim (JipyoViewDraft *self,
                             JipyoPlotSeries *series,
                             double position,
                             const JipyoClaim *claim)
{
  const JipyoQuantity *quantity = &claim->quantity;
  double value = quantity->known ? jipyo_decimal_to_double (quantity->value) : NAN;
  g_autofree char *text = jipyo_format_quantity (quantity, self->context->lang);
  JipyoDatum *datum = jipyo_plot_series_add (series, position, value, text);

  datum->kind = jipyo_datum_kind_from_claim (claim);
  jipyo_datum_set_claim (datum, claim->id);
  jipyo_view_draft_use (self, claim);
  return datum;
}

/* A claim without a date of publication counts from the day it was read on; that is said, lest the
 * day pass for the source's own. */
static char *
format_known_from (JipyoViewDraft *self, const JipyoClaim *claim)
{
  g_autofree char *date = jipyo_date_format (jipyo_claim_known_from (claim));

  if (jipyo_date_is_known (claim->published))
    return g_steal_pointer (&date);
  return g_strdup_printf (self->context->lang == JIPYO_LANG_KO ? "%s 확인" : "read %s", date);
}

char *
jipyo_view_draft_format_origin (JipyoViewDraft *self, const JipyoClaim *claim)
{
  const JipyoSource *source = NULL;
  g_autofree char *date = format_known_from (self, claim);

  if (claim->source != NULL)
    source = jipyo_ledger_find_source (self->context->ledger, claim->source);
  if (source == NULL)
    return g_steal_pointer (&date);
  return g_strdup_printf ("%s %s", jipyo_text_get (&source->publisher, self->context->lang), date);
}

/* "⚠ 글로벌에픽 2,139억 원": the first rival figure of a disputed claim, with who says it. */
static char *
format_doubt (JipyoViewDraft *self, const JipyoClaim *claim)
{
  g_autoptr (GPtrArray) rivals = jipyo_ledger_find_conflicts (self->context->ledger, claim);
  const JipyoClaim *rival;
  const JipyoSource *source = NULL;
  g_autofree char *figure = NULL;

  if (rivals->len == 0)
    return NULL;
  rival = g_ptr_array_index (rivals, 0);
  figure = jipyo_text_is_empty (&rival->text)
             ? jipyo_format_quantity (&rival->quantity, self->context->lang)
             : g_strdup (jipyo_text_get (&rival->text, self->context->lang));
  if (rival->source != NULL)
    source = jipyo_ledger_find_source (self->context->ledger, rival->source);
  if (source == NULL)
    return g_strdup_printf ("⚠ %s", figure);
  return g_strdup_printf ("⚠ %s %s", jipyo_text_get (&source->publisher, self->context->lang),
                          figure);
}

JipyoTile *
jipyo_view_draft_add_tile (JipyoViewDraft *self, const char *label, const JipyoClaim *claim)
{
  JipyoTile *tile = jipyo_sheet_add_tile (self->view->sheet);
  JipyoLang lang = self->context->lang;
  gboolean after = FALSE;
  const char *word;

  tile->label = g_strdup (label);
  if (claim == NULL) {
    tile->number = g_strdup ("—");
    tile->note = g_strdup (jipyo_view_draft_pick (self, "알려지지 않음", "Not known"));
    return tile;
  }
  jipyo_format_quantity_split (&claim->quantity, lang, &tile->number, &tile->unit);
  word = jipyo_format_qualifier (claim->quantity.qualifier, lang, &after);
  if (after && *word != '\0') {
    g_autofree char *unit = g_steal_pointer (&tile->unit);
    tile->unit = g_strdup_printf ("%s %s", unit != NULL ? unit : "", word);
  } else if (*word != '\0')
    tile->prefix = g_strdup (word);
  tile->claim = g_strdup (claim->id);
  tile->doubt = format_doubt (self, claim);
  tile->note = jipyo_view_draft_format_origin (self, claim);
  jipyo_view_draft_use (self, claim);
  return tile;
}

char *
jipyo_view_draft_format_footer (JipyoViewDraft *self)
{
  JipyoLang lang = self->context->lang;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *as_of = jipyo_view_format_as_of (self->context->as_of, lang);
  guint n_named = MIN (self->sources->len, FOOTER_SOURCES_MAX);

  for (guint i = 0; i < n_named; i++) {
    const JipyoSource *source = g_ptr_array_index (self->sources, i);
    g_autofree char *date = jipyo_date_format (source->published);
    g_string_append_printf (text, "%s%s%s%s", i > 0 ? ", " : "",
                            jipyo_text_get (&source->publisher, lang), *date != '\0' ? " " : "",
                            date);
  }
  if (self->sources->len > n_named)
    g_string_append_printf (text, lang == JIPYO_LANG_KO ? " 외 %u건" : " and %u more",
                            self->sources->len - n_named);
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, as_of);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GPtrArray *
collect_conflicts (JipyoViewDraft *self)
{
  GPtrArray *conflicts = g_ptr_array_new ();

  for (guint i = 0; i < self->claims->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (self->claims, i);
    g_autoptr (GPtrArray) rivals = jipyo_ledger_find_conflicts (self->context->ledger, claim);

    if (rivals->len > 0)
      add_once (conflicts, claim);
    for (guint j = 0; j < rivals->len; j++) {
      const JipyoClaim *rival = g_ptr_array_index (rivals, j);
      add_once (conflicts, rival);
      jipyo_view_draft_use_source (self, rival->source);
    }
  }
  return conflicts;
}

JipyoView *
jipyo_view_draft_finish (JipyoViewDraft *self)
{
  JipyoView *view = g_steal_pointer (&self->view);
  JipyoSheet *sheet = view->sheet;
  JipyoLang lang = self->context->lang;

  if (sheet->footer == NULL)
    sheet->footer = jipyo_view_draft_format_footer (self);
  view->conflicts = collect_conflicts (self);
  view->sources = g_steal_pointer (&self->sources);
  if (sheet->title == NULL)
    sheet->title = g_strdup (jipyo_view_get_headline (view, lang));
  jipyo_view_draft_free (self);
  return view;
}
