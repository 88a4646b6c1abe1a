/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small window of its own, so that it is closed by a key from wherever it was opened.
 */

#include "jipyo-source-card.h"

#include <glib/gi18n.h>

#include "jipyo-candle-text.h"
#include "jipyo-claim-text.h"
#include "jipyo-figure-label.h"
#include "jipyo-format.h"
#include "jipyo-instrument-name.h"
#include "jipyo-instrument.h"
#include "jipyo-link.h"
#include "jipyo-quote-text.h"
#include "jipyo-session-context.h"
#include "jipyo-whole-words.h"

struct _JipyoSourceCard {
  AdwWindow parent_instance;

  GtkWidget *body;
  GtkLabel *prefix;
  GtkLabel *number;
  GtkLabel *unit;
  GtkLabel *exact;
  GtkLabel *label;
  GtkLabel *chip;
  GtkGrid *grid;
  GtkBox *conflict;
  GtkBox *rivals;
  GtkLabel *reason;
  GtkWidget *page_button;

  JipyoSession *session; /* owned */
  char *citation;
  char *url;
  char *instrument; /* of a candle, else NULL */
  char *page;       /* of an instrument, else NULL */
  int n_lines;
};

G_DEFINE_FINAL_TYPE (JipyoSourceCard, jipyo_source_card, ADW_TYPE_WINDOW)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
add_lines (JipyoSourceCard *self, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++) {
    const JipyoClaimLine *line = g_ptr_array_index (lines, i);
    GtkWidget *name = gtk_label_new (line->name);
    GtkWidget *value = jipyo_link_new (line->text, line->url);

    gtk_label_set_xalign (GTK_LABEL (name), 0);
    gtk_widget_set_valign (name, GTK_ALIGN_BASELINE);
    gtk_widget_set_valign (value, GTK_ALIGN_BASELINE);
    gtk_widget_set_hexpand (value, TRUE);
    gtk_widget_add_css_class (name, "dim-label");
    gtk_widget_add_css_class (value, "numeric");
    gtk_grid_attach (self->grid, name, 0, self->n_lines, 1, 1);
    gtk_grid_attach (self->grid, value, 1, self->n_lines, 1, 1);
    self->n_lines++;
    if (line->url != NULL && self->url == NULL)
      self->url = g_strdup (line->url);
  }
}

static void
show_quantity (JipyoSourceCard *self, const JipyoQuantity *quantity, JipyoLang lang)
{
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;
  gboolean after = FALSE;
  const char *qualifier = jipyo_format_qualifier (quantity->qualifier, lang, &after);

  jipyo_format_quantity_split (quantity, lang, &number, &unit);
  g_autofree char *unit_text = after ? g_strdup_printf ("%s %s", unit, qualifier) : g_strdup (unit);

  show_text (self->prefix, after ? "" : qualifier);
  show_text (self->number, number);
  show_text (self->unit, unit_text);
}

static void
add_rival (JipyoSourceCard *self, const JipyoClaim *rival)
{
  JipyoLedger *ledger = jipyo_session_get_ledger (self->session);
  const JipyoLang lang = jipyo_session_get_lang (self->session);
  const JipyoSource *source =
    rival->source == NULL ? NULL : jipyo_ledger_find_source (ledger, rival->source);
  g_autofree char *value = jipyo_format_quantity (&rival->quantity, lang);
  g_autofree char *published = jipyo_date_format (rival->published);
  g_autoptr (GString) about =
               g_string_new (source == NULL ? "" : jipyo_text_get (&source->publisher, lang));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *figure = jipyo_figure_label_new (0);

  if (*published != '\0')
    g_string_append_printf (about, " %s", published);
  if (rival->fragment != NULL)
    g_string_append_printf (about, " · “%s”", rival->fragment);
  GtkWidget *label = gtk_label_new (about->str);

  jipyo_figure_label_set (JIPYO_FIGURE_LABEL (figure), value, rival->id);
  gtk_widget_add_css_class (figure, "rival");
  gtk_widget_set_valign (figure, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  jipyo_whole_words_keep (GTK_LABEL (label));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->rivals, box);
}

/* The reason is written where the choice was made: at the preferred claim. */
static const char *
find_reason (const JipyoClaim *claim, const GPtrArray *rivals, JipyoLang lang)
{
  if (!jipyo_text_is_empty (&claim->reason))
    return jipyo_text_get (&claim->reason, lang);
  for (guint i = 0; i < rivals->len; i++) {
    const JipyoClaim *rival = g_ptr_array_index (rivals, i);

    if (rival->preferred && !jipyo_text_is_empty (&rival->reason))
      return jipyo_text_get (&rival->reason, lang);
  }
  return "";
}

static void
show_conflicts (JipyoSourceCard *self, const JipyoClaim *claim)
{
  const JipyoLang lang = jipyo_session_get_lang (self->session);
  g_autoptr (GPtrArray) rivals =
               jipyo_ledger_find_conflicts (jipyo_session_get_ledger (self->session), claim);

  gtk_widget_set_visible (GTK_WIDGET (self->conflict), rivals->len > 0);
  for (guint i = 0; i < rivals->len; i++)
    add_rival (self, g_ptr_array_index (rivals, i));
  show_text (self->reason, find_reason (claim, rivals, lang));
}

static void
show_claim (JipyoSourceCard *self, const JipyoClaim *claim)
{
  JipyoLedger *ledger = jipyo_session_get_ledger (self->session);
  const JipyoLang lang = jipyo_session_get_lang (self->session);
  g_autofree char *exact = jipyo_claim_text_format_exact (claim);
  g_autoptr (GPtrArray) lines = jipyo_claim_text_list_lines (claim, ledger, lang);

  if (claim->quantity.known)
    show_quantity (self, &claim->quantity, lang);
  else
    show_text (self->number, jipyo_text_get (&claim->text, lang));
  show_text (self->exact, exact);
  show_text (self->label, jipyo_text_get (&claim->label, lang));
  show_text (self->chip, jipyo_status_label (claim->status, lang));
  add_lines (self, lines);
  show_conflicts (self, claim);
  self->citation = jipyo_claim_text_format_citation (claim, ledger, lang);
}

static void
show_quote (JipyoSourceCard *self, const JipyoKnownQuote *known, const JipyoViewContext *context)
{
  const JipyoQuote *quote = known->quote;
  const JipyoLang lang = context->lang;
  JipyoText name = jipyo_known_quote_get_name (quote->instrument, quote);
  g_autofree char *price = jipyo_quote_text_price (quote);
  g_autofree char *age = jipyo_quote_text_age (known, context->now_us, lang);
  g_autofree char *state = jipyo_quote_describe_state (quote, known->state, lang);
  g_autoptr (GPtrArray) lines = jipyo_claim_text_list_quote_lines (known, context);

  show_text (self->number, price);
  show_text (self->unit, quote->currency);
  show_text (self->exact, quote->instrument);
  show_text (self->label, jipyo_text_get (&name, lang));
  show_text (self->chip, state);
  add_lines (self, lines);
  self->citation = g_strdup_printf ("%s %s %s\n%s, %s\n", jipyo_text_get (&name, lang), price,
                                    quote->currency, jipyo_quote_text_venue (quote, lang), age);
  jipyo_text_clear (&name);
}

/* "KOSPI", then "Open 3,180.00" and so on, a line each. */
static char *
format_candle_citation (const char *name, const GPtrArray *lines)
{
  GString *text = g_string_new (name);

  for (guint i = 0; i < lines->len; i++) {
    const JipyoClaimLine *line = g_ptr_array_index (lines, i);
    g_string_append_printf (text, "\n%s %s", line->name, line->text);
  }
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

/* FALSE when `id` is of no candle, or of one that is not at hand. */
static gboolean
show_candle (JipyoSourceCard *self, const char *id)
{
  const JipyoViewContext context = jipyo_session_context_make (self->session);
  JipyoCandleId parsed;
  JipyoKnownQuote known = { 0 };

  if (!jipyo_candle_id_parse (id, &parsed))
    return FALSE;
  self->instrument = parsed.instrument;
  g_autoptr (JipyoCandleSeries) candle = jipyo_session_find_candle (self->session, &parsed);
  if (candle == NULL)
    return FALSE;
  jipyo_known_quote_init (&known, &context, self->instrument);
  g_autofree char *name =
    jipyo_instrument_label (context.whole, self->instrument, known.quote, context.lang);
  g_autofree char *close = jipyo_candle_text_format_close (candle);
  g_autoptr (GPtrArray) lines = jipyo_candle_text_list_lines (candle, context.lang);

  show_text (self->number, close);
  show_text (self->unit, known.quote != NULL ? known.quote->currency : "");
  show_text (self->exact, id);
  g_autofree char *label = g_strdup_printf ("%s · %s", name, C_ ("candle", "Close"));
  show_text (self->label, label);
  show_text (self->chip, jipyo_quote_state_label (JIPYO_QUOTE_HISTORY, context.lang));
  add_lines (self, lines);
  self->citation = format_candle_citation (name, lines);
  jipyo_known_quote_clear (&known);
  return TRUE;
}

static void
show_id (JipyoSourceCard *self, const char *id)
{
  const JipyoClaim *claim = jipyo_ledger_find_claim (jipyo_session_get_ledger (self->session), id);
  const JipyoViewContext context = jipyo_session_context_make (self->session);
  JipyoKnownQuote known;

  if (claim != NULL) {
    show_claim (self, claim);
    return;
  }
  if (show_candle (self, id))
    return;
  if (jipyo_known_quote_init (&known, &context, id)) {
    show_quote (self, &known, &context);
  } else {
    show_text (self->number, "–");
    show_text (self->label, _ ("This figure was not known on this day."));
    self->citation = g_strdup (id);
  }
  jipyo_known_quote_clear (&known);
}

static void
close_card (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
copy_citation (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), JIPYO_SOURCE_CARD (widget)->citation);
}

static void
open_source (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jipyo_link_open (widget, JIPYO_SOURCE_CARD (widget)->url);
}

static void
open_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-view", "s",
                                JIPYO_SOURCE_CARD (widget)->page);
  gtk_window_close (GTK_WINDOW (widget));
}

/* On a small screen it is no wider than the window that it belongs to. */
static void
parent_chosen_cb (JipyoSourceCard *self)
{
  static const int wide_px = 520;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const int width_px = parent == NULL ? 0 : gtk_widget_get_width (GTK_WIDGET (parent));

  if (width_px <= 0 || width_px >= wide_px)
    return;
  gtk_widget_set_size_request (self->body, -1, -1);
  gtk_window_set_resizable (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), width_px, -1);
}

/* A figure inside the card (a rival, an input) opens its own card in this one's place. */
static void
explain_other (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoSourceCard *self = JIPYO_SOURCE_CARD (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  GtkWidget *card = jipyo_source_card_new (self->session, g_variant_get_string (parameter, NULL));

  gtk_window_set_transient_for (GTK_WINDOW (card), parent);
  gtk_window_present (GTK_WINDOW (card));
  gtk_window_close (GTK_WINDOW (self));
}

static void
jipyo_source_card_dispose (GObject *object)
{
  g_clear_object (&JIPYO_SOURCE_CARD (object)->session);
  G_OBJECT_CLASS (jipyo_source_card_parent_class)->dispose (object);
}

static void
jipyo_source_card_finalize (GObject *object)
{
  JipyoSourceCard *self = JIPYO_SOURCE_CARD (object);

  g_free (self->citation);
  g_free (self->url);
  g_free (self->instrument);
  g_free (self->page);
  G_OBJECT_CLASS (jipyo_source_card_parent_class)->finalize (object);
}

static void
install_keys (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "source-card.close", NULL, close_card);
  gtk_widget_class_install_action (class, "source-card.copy", NULL, copy_citation);
  gtk_widget_class_install_action (class, "source-card.open", NULL, open_source);
  gtk_widget_class_install_action (class, "source-card.page", NULL, open_page);
  gtk_widget_class_install_action (class, "win.explain", "s", explain_other);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Escape, 0, "source-card.close", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_space, 0, "source-card.close", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Return, 0, "source-card.open", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_KP_Enter, 0, "source-card.open", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_p, 0, "source-card.page", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_c, GDK_CONTROL_MASK, "source-card.copy",
                                       NULL);
}

static void
jipyo_source_card_class_init (JipyoSourceCardClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_source_card_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_source_card_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-source-card.ui");
  gtk_widget_class_bind_template_callback (widget_class, parent_chosen_cb);
  gtk_widget_class_bind_template_child (widget_class, JipyoSourceCard, body);
  gtk_widget_class_bind_template_child (widget_class, JipyoSourceCard, prefix);
  gtk_widget_class_bind_template_child (widget_class, JipyoSourceCard, number);
  gtk_widget_class_bind_template_child (widget_class, JipyoSourceCard, unit);
  gtk_widget_class_bind_template_child (widget_class, JipyoSourceCard, exact);
  gtk_widget_class_bind_template_child (widget_class, JipyoSourceCard, label);
  gtk_widget_class_bind_template_child (widget_class, JipyoSourceCard, chip);
  gtk_widget_class_bind_template_child (widget_class, JipyoSourceCard, grid);
  gtk_widget_class_bind_template_child (widget_class, JipyoSourceCard, conflict);
  gtk_widget_class_bind_template_child (widget_class, JipyoSourceCard, rivals);
  gtk_widget_class_bind_template_child (widget_class, JipyoSourceCard, reason);
  gtk_widget_class_bind_template_child (widget_class, JipyoSourceCard, page_button);
  install_keys (widget_class);
}

static void
jipyo_source_card_init (JipyoSourceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jipyo_whole_words_keep (self->label);
  jipyo_whole_words_keep (self->reason);
}

GtkWidget *
jipyo_source_card_new (JipyoSession *session, const char *id)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (session) && id != NULL, NULL);
  JipyoSourceCard *self = g_object_new (JIPYO_TYPE_SOURCE_CARD, NULL);

  self->session = g_object_ref (session);
  show_text (self->prefix, NULL);
  show_text (self->unit, NULL);
  show_text (self->exact, NULL);
  show_text (self->chip, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict), FALSE);
  show_id (self, id);
  if (self->instrument != NULL)
    id = self->instrument;
  if (jipyo_instrument_is_basket (id))
    self->page = g_strconcat ("team:", jipyo_instrument_get_symbol (id), NULL);
  else if (jipyo_instrument_is_valid (id))
    self->page = g_strconcat ("instrument:", id, NULL);
  gtk_widget_set_visible (self->page_button, self->page != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source-card.page", self->page != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source-card.open", self->url != NULL);
  gtk_window_set_title (GTK_WINDOW (self), gtk_label_get_text (self->label));
  return GTK_WIDGET (self);
}

char *
jipyo_source_card_dup_citation (JipyoSourceCard *self)
{
  g_return_val_if_fail (JIPYO_IS_SOURCE_CARD (self), NULL);
  return g_strdup (self->citation);
}
