/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tiles first, then charts, the first of them wide if the view says so, then a table for what has
 * no chart. When a view keeps its shape its cards are kept and only their content changes, so that
 * focus and scrolling stay where they are.
 */

#include "jipyo-page.h"

#include <glib/gi18n.h>

#include "jipyo-alert-list.h"
#include "jipyo-alert-log.h"
#include "jipyo-coin-change.h"
#include "jipyo-card-grid.h"
#include "jipyo-claim-filter.h"
#include "jipyo-figure-tile.h"
#include "jipyo-instrument-bar.h"
#include "jipyo-market-strip.h"
#include "jipyo-page-name.h"
#include "jipyo-page-parts.h"
#include "jipyo-reveal.h"
#include "jipyo-team-header.h"
#include "jipyo-view-card.h"
#include "jipyo-whole-words.h"

static const int card_width_px = 420;
static const int tile_width_px = 172;
static const int most_tiles = 6; /* in a row */

/* What one view put on the page. */
typedef struct {
  char *view;
  JipyoPageParts parts;
  GPtrArray *tiles; /* of JipyoFigureTile, borrowed from the page */
  GPtrArray *cards; /* of JipyoViewCard, borrowed from the page */
  gboolean has_table;
} Section;

/* What is built after the page was first painted, so that the first picture does not wait for what
 * is further down: one card of a section, or a whole section. */
typedef struct {
  Section *section;        /* borrowed from the page; NULL for a whole section */
  JipyoViewResult *result; /* owned; NULL for a whole section */
  int plot;
  gboolean wide;
  JipyoPageEntry layout; /* of a whole section */
} Later;

struct _JipyoPage {
  GtkWidget parent_instance;

  GtkWidget *box;
  JipyoCardGrid *grid;
  JipyoClaimFilter *filter; /* on the page of the claims, else NULL */
  JipyoInstrumentBar *bar;  /* on the page of an instrument, else NULL */
  GPtrArray *sections;      /* of Section */
  GQueue later;             /* of Later, in the order of the page */
  guint later_id;           /* 0 when nothing is being built */
  gboolean painted;         /* nothing is put off any more */

  JipyoSession *session;  /* owned */
  JipyoLook *look;        /* owned */
  JipyoChartGroup *group; /* owned: of all charts of the page */
  char *name;
  gboolean stale; /* something changed since the last update */
};

G_DEFINE_FINAL_TYPE (JipyoPage, jipyo_page, GTK_TYPE_WIDGET)

static void
section_free (Section *section)
{
  g_free (section->view);
  g_ptr_array_unref (section->tiles);
  g_ptr_array_unref (section->cards);
  g_free (section);
}

static gboolean
has_shape (const Section *section, const JipyoView *view)
{
  const gboolean has_table = jipyo_page_parts_want_table (view, section->parts);

  return section->tiles->len == jipyo_page_parts_count_tiles (view, section->parts)
         && section->has_table == has_table
         && section->cards->len
              == jipyo_page_parts_count_plots (view, section->parts) + (has_table ? 1 : 0);
}

static void
fill_section (Section *section, JipyoViewResult *result)
{
  const JipyoSheet *sheet = jipyo_view_result_get_view (result)->sheet;

  for (guint i = 0; i < section->tiles->len; i++)
    jipyo_figure_tile_set (g_ptr_array_index (section->tiles, i),
                           g_ptr_array_index (sheet->tiles, i));
  for (guint i = 0; i < section->cards->len; i++)
    jipyo_view_card_set_result (g_ptr_array_index (section->cards, i), result);
}

static void
add_tiles (JipyoPage *self, Section *section, guint n_tiles)
{
  if (n_tiles == 0)
    return;
  JipyoCardGrid *row = jipyo_card_grid_new (tile_width_px, most_tiles);

  for (guint i = 0; i < n_tiles; i++) {
    GtkWidget *tile = jipyo_figure_tile_new (self->bar != NULL);

    jipyo_card_grid_append (row, tile, FALSE);
    g_ptr_array_add (section->tiles, tile);
  }
  jipyo_card_grid_append (self->grid, GTK_WIDGET (row), TRUE);
}

static void
later_free (Later *later)
{
  g_clear_object (&later->result);
  g_free (later);
}

static void
add_card (JipyoPage *self, const Later *card)
{
  GtkWidget *widget = jipyo_view_card_new (self->look, self->session, card->plot);

  jipyo_view_card_join (JIPYO_VIEW_CARD (widget), self->group);
  jipyo_card_grid_append (self->grid, widget, card->wide);
  g_ptr_array_add (card->section->cards, widget);
  jipyo_view_card_set_result (JIPYO_VIEW_CARD (widget), card->result);
}

/* Now for the first card of a page that has no tiles to begin with, and for all once it was seen.
 */
static void
add_card_in_turn (JipyoPage *self, Later card)
{
  const gboolean first =
    self->sections->len == 0 && card.section->cards->len == 0 && card.section->tiles->len == 0;

  if (self->painted || first) {
    add_card (self, &card);
    return;
  }
  g_object_ref (card.result);
  g_queue_push_tail (&self->later, g_memdup2 (&card, sizeof card));
}

static void
add_section (JipyoPage *self, JipyoViewResult *result, JipyoPageParts parts)
{
  const JipyoView *view = jipyo_view_result_get_view (result);
  const JipyoSheet *sheet = view->sheet;
  Section *section = g_new0 (Section, 1);
  Later card = { .section = section, .result = result };

  section->view = g_strdup (view->name);
  section->parts = parts;
  section->tiles = g_ptr_array_new ();
  section->cards = g_ptr_array_new ();
  section->has_table = jipyo_page_parts_want_table (view, parts);
  add_tiles (self, section, jipyo_page_parts_count_tiles (view, parts));
  fill_section (section, result);
  for (guint i = 0; i < jipyo_page_parts_count_plots (view, parts); i++) {
    card.plot = (int) i;
    card.wide = i == 0 && sheet->wide_first;
    add_card_in_turn (self, card);
  }
  if (section->has_table) {
    card.plot = -1;
    card.wide = TRUE;
    add_card_in_turn (self, card);
  }
  g_ptr_array_add (self->sections, section);
}

static void
add_failure (JipyoPage *self, const char *view, const GError *error)
{
  g_autofree char *text = g_strdup_printf (_ ("“%s” cannot be shown: %s"), view, error->message);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  jipyo_whole_words_keep (GTK_LABEL (label));
  gtk_widget_add_css_class (label, "card");
  gtk_widget_add_css_class (label, "view-card");
  jipyo_card_grid_append (self->grid, label, TRUE);
}

static JipyoViewResult *
build_result (JipyoPage *self, const char *view, GError **error)
{
  g_autoptr (GHashTable) options = jipyo_page_build_options (self, view);

  return jipyo_view_result_new (self->session, view, options, error);
}

static void
build_section (JipyoPage *self, const JipyoPageEntry *layout)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoViewResult) result = build_result (self, layout->view, &error);

  if (result != NULL)
    add_section (self, result, layout->parts);
  else
    add_failure (self, layout->view, error);
}

/* Builds the next of what was put off; FALSE when nothing is left. */
static gboolean
build_next (JipyoPage *self)
{
  Later *later = g_queue_pop_head (&self->later);

  if (later == NULL)
    return FALSE;
  if (later->section != NULL)
    add_card (self, later);
  else
    build_section (self, &later->layout);
  later_free (later);
  return TRUE;
}

static void
build_rest (JipyoPage *self)
{
  g_clear_handle_id (&self->later_id, g_source_remove);
  self->painted = TRUE;
  while (build_next (self))
    ;
}

static void
forget_rest (JipyoPage *self)
{
  g_clear_handle_id (&self->later_id, g_source_remove);
  g_queue_clear_full (&self->later, (GDestroyNotify) later_free);
}

static gboolean
holds_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* The focus stays among the cards though the one that had it goes, and the page's keys with it. */
static void
rebuild (JipyoPage *self, const GArray *wanted)
{
  const gboolean held = holds_focus (GTK_WIDGET (self->grid));

  forget_rest (self);
  g_ptr_array_set_size (self->sections, 0);
  jipyo_card_grid_clear (self->grid);
  for (guint i = 0; i < wanted->len; i++) {
    const JipyoPageEntry *layout = &g_array_index (wanted, JipyoPageEntry, i);
    Later later = { .layout = *layout };

    if (self->painted || i == 0)
      build_section (self, layout);
    else
      g_queue_push_tail (&self->later, g_memdup2 (&later, sizeof later));
  }
  if (held)
    gtk_widget_child_focus (GTK_WIDGET (self->grid), GTK_DIR_TAB_FORWARD);
}

/* FALSE when a view changed its shape. */
static gboolean
update_sections (JipyoPage *self, guint n_wanted)
{
  if (self->sections->len != n_wanted)
    return FALSE;
  for (guint i = 0; i < n_wanted; i++) {
    Section *section = g_ptr_array_index (self->sections, i);
    g_autoptr (JipyoViewResult) result = build_result (self, section->view, NULL);

    /* The error comes again, with its text, when everything is built anew. */
    if (result == NULL || !has_shape (section, jipyo_view_result_get_view (result)))
      return FALSE;
    fill_section (section, result);
  }
  return TRUE;
}

static void
update (JipyoPage *self)
{
  g_autoptr (GArray) wanted = jipyo_page_parts_list (self->name);

  self->stale = FALSE;
  if (self->sections->len > 0)
    build_rest (self);
  if (!update_sections (self, wanted->len))
    rebuild (self, wanted);
}

static void
session_changed_cb (JipyoPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
quotes_changed_cb (JipyoPage *self)
{
  if (g_strcmp0 (self->name, "markets") == 0 || jipyo_page_name_is_team (self->name)
      || self->bar != NULL)
    session_changed_cb (self);
}

/* Ages go on without news, and are most wrong when there is none. */
static void
ticked_cb (JipyoPage *self)
{
  const GPtrArray *quotes = jipyo_session_get_quotes (self->session);

  if (quotes != NULL && quotes->len > 0 && !jipyo_session_has_news (self->session))
    quotes_changed_cb (self);
}

static gboolean
build_next_cb (gpointer data)
{
  JipyoPage *self = data;

  if (build_next (self))
    return G_SOURCE_CONTINUE;
  self->later_id = 0;
  return G_SOURCE_REMOVE;
}

static void
page_painted_cb (GdkFrameClock *clock, JipyoPage *self)
{
  g_signal_handlers_disconnect_by_func (clock, page_painted_cb, self);
  self->painted = TRUE;
  if (self->later_id == 0)
    self->later_id = g_idle_add (build_next_cb, self);
}

static void
jipyo_page_map (GtkWidget *widget)
{
  JipyoPage *self = JIPYO_PAGE (widget);

  if (self->stale)
    update (self);
  GTK_WIDGET_CLASS (jipyo_page_parent_class)->map (widget);
  if (!self->painted)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                             G_CALLBACK (page_painted_cb), self, 0);
}

static void
jipyo_page_dispose (GObject *object)
{
  JipyoPage *self = JIPYO_PAGE (object);

  forget_rest (self);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->look);
  g_clear_object (&self->group);
  G_OBJECT_CLASS (jipyo_page_parent_class)->dispose (object);
}

static void
jipyo_page_finalize (GObject *object)
{
  g_free (JIPYO_PAGE (object)->name);
  G_OBJECT_CLASS (jipyo_page_parent_class)->finalize (object);
}

static void
jipyo_page_class_init (JipyoPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_page_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_page_finalize;
  widget_class->map = jipyo_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
jipyo_page_init (JipyoPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  self->group = jipyo_chart_group_new ();
  self->grid = jipyo_card_grid_new (card_width_px, 2);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "page");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
add_bar (JipyoPage *self, const char *instrument)
{
  self->bar = JIPYO_INSTRUMENT_BAR (jipyo_instrument_bar_new (self->session, instrument));
  g_signal_connect_object (self->bar, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  jipyo_instrument_bar_lend_keys (self->bar, GTK_WIDGET (self));
  gtk_box_prepend (GTK_BOX (self->box), GTK_WIDGET (self->bar));
}

/* What stays in sight above and below the cards, and the cards that show no view. */
static void
add_surroundings (JipyoPage *self)
{
  GtkBox *box = GTK_BOX (self->box);
  const char *instrument = jipyo_page_name_get_instrument (self->name);

  if (jipyo_page_name_is_team (self->name))
    gtk_box_prepend (
      box, jipyo_team_header_new (self->look, self->session, self->name + strlen ("team:")));
  if (g_strcmp0 (self->name, "overview") == 0) {
    gtk_widget_add_css_class (gtk_widget_get_first_child (self->box), "above-strip");
    gtk_box_append (box, jipyo_market_strip_new (self->session, self->look));
  }
  if (g_strcmp0 (self->name, "alerts") == 0) {
    jipyo_card_grid_append (self->grid, jipyo_alert_list_new (self->session), FALSE);
    jipyo_card_grid_append (self->grid, jipyo_alert_log_new (self->session), FALSE);
  }
  if (instrument != NULL)
    add_bar (self, instrument);
  if (g_strcmp0 (self->name, "claims") != 0)
    return;
  self->filter =
    JIPYO_CLAIM_FILTER (jipyo_claim_filter_new (jipyo_session_get_lang (self->session)));
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_prepend (box, GTK_WIDGET (self->filter));
}

GtkWidget *
jipyo_page_new (JipyoSession *session, JipyoLook *look, const char *name)
{
  JipyoPage *self = g_object_new (JIPYO_TYPE_PAGE, NULL);

  self->session = g_object_ref (session);
  self->look = g_object_ref (look);
  self->name = g_strdup (name);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "quotes-changed", G_CALLBACK (quotes_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (jipyo_look_get_settings (look), "notify::coin-basis",
                           G_CALLBACK (quotes_changed_cb), self, G_CONNECT_SWAPPED);
  add_surroundings (self);
  update (self);
  return GTK_WIDGET (self);
}

const char *
jipyo_page_get_name (JipyoPage *self)
{
  g_return_val_if_fail (JIPYO_IS_PAGE (self), NULL);
  return self->name;
}

char *
jipyo_page_dup_title (JipyoPage *self)
{
  g_return_val_if_fail (JIPYO_IS_PAGE (self), NULL);
  return jipyo_page_name_dup_title (self->name, self->session);
}

const char *
jipyo_page_get_first_view (JipyoPage *self)
{
  g_return_val_if_fail (JIPYO_IS_PAGE (self), NULL);
  return self->sections->len > 0 ? ((Section *) self->sections->pdata[0])->view : NULL;
}

/* Takes the options, and gives them back. */
static GHashTable *
add_basis (JipyoPage *self, GHashTable *options)
{
  JipyoChangeBasis basis;

  if (jipyo_coin_change_get_basis (self->look, &basis))
    g_hash_table_insert (options, g_strdup ("basis"), g_strdup (jipyo_change_basis_id (basis)));
  return options;
}

/* The claims are those that the filter lets through; an instrument is shown as its bar has it;
 * changes of coins are counted as a person chose. */
GHashTable *
jipyo_page_build_options (JipyoPage *self, const char *view)
{
  g_return_val_if_fail (JIPYO_IS_PAGE (self), NULL);
  if (self->filter != NULL && g_strcmp0 (view, "claims") == 0)
    return jipyo_claim_filter_build_options (self->filter);
  if (self->bar != NULL && g_strcmp0 (view, self->name) == 0)
    return add_basis (self, jipyo_instrument_bar_build_options (self->bar));
  if (g_strcmp0 (view, "market-crypto") == 0)
    return add_basis (self, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free));
  return NULL;
}

void
jipyo_page_show_view (JipyoPage *self, const char *view)
{
  g_return_if_fail (JIPYO_IS_PAGE (self));

  /* The bar stays while the cards below it go and come with what is read. */
  if (self->bar != NULL) {
    jipyo_reveal (GTK_WIDGET (self->bar));
    return;
  }
  build_rest (self);
  for (guint i = 0; i < self->sections->len; i++) {
    Section *section = g_ptr_array_index (self->sections, i);
    if (g_strcmp0 (section->view, view) != 0)
      continue;
    GPtrArray *widgets = section->tiles->len > 0 ? section->tiles : section->cards;
    if (widgets->len > 0)
      jipyo_reveal (g_ptr_array_index (widgets, 0));
    return;
  }
}
