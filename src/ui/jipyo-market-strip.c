/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells stay, figures change in them; even digits keep everything in its place. Ages are worked out
 * anew each second, because one that was right when drawn is wrong soon after.
 */

#include "jipyo-market-strip.h"

#include <glib/gi18n.h>

#include "jipyo-card-grid.h"
#include "jipyo-coin-change.h"
#include "jipyo-quote-cell.h"
#include "jipyo-session-context.h"

static const char *const shown[] = {
  "krx:KOSPI",       "krx:KOSDAQ",      "krx:KOSPI200", "upbit:KRW-BTC",
  "bithumb:KRW-BTC", "coinone:KRW-BTC", NULL,
};
enum { N_SHOWN = G_N_ELEMENTS (shown) - 1 };

struct _JipyoMarketStrip {
  GtkWidget parent_instance;

  GtkWidget *scroller;
  JipyoQuoteCell *cells[N_SHOWN];
  JipyoSession *session; /* owned */
  JipyoLook *look;       /* owned */
};

G_DEFINE_FINAL_TYPE (JipyoMarketStrip, jipyo_market_strip, GTK_TYPE_WIDGET)

static void
show_quotes (JipyoMarketStrip *self)
{
  JipyoViewContext context = jipyo_session_context_make (self->session);
  g_autoptr (GPtrArray) quotes = jipyo_coin_change_list_quotes (self->look, self->session, shown);

  if (quotes != NULL)
    context.quotes = quotes;
  for (guint i = 0; i < N_SHOWN; i++)
    jipyo_quote_cell_show (self->cells[i], &context);
}

static void
session_changed_cb (JipyoMarketStrip *self)
{
  show_quotes (self);
}

static void
session_ticked_cb (JipyoMarketStrip *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !jipyo_session_has_news (self->session))
    show_quotes (self);
}

static void
jipyo_market_strip_dispose (GObject *object)
{
  JipyoMarketStrip *self = JIPYO_MARKET_STRIP (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->look);
  G_OBJECT_CLASS (jipyo_market_strip_parent_class)->dispose (object);
}

static void
jipyo_market_strip_class_init (JipyoMarketStripClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_market_strip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jipyo_market_strip_init (JipyoMarketStrip *self)
{
  static const int row_px = 96;
  JipyoCardGrid *grid = jipyo_card_grid_new (140, N_SHOWN);
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());

  for (guint i = 0; i < N_SHOWN; i++) {
    self->cells[i] = jipyo_quote_cell_new (shown[i]);
    jipyo_card_grid_append (grid, GTK_WIDGET (self->cells[i]), FALSE);
  }
  /* In a narrow window there are several rows, of which one at a time must do. */
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (scroller, row_px);
  gtk_scrolled_window_set_child (scroller, GTK_WIDGET (grid));
  self->scroller = GTK_WIDGET (scroller);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "market-strip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Market strip"), -1);
}

GtkWidget *
jipyo_market_strip_new (JipyoSession *session, JipyoLook *look)
{
  JipyoMarketStrip *self = g_object_new (JIPYO_TYPE_MARKET_STRIP, NULL);

  self->session = g_object_ref (session);
  self->look = g_object_ref (look);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "quotes-changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ticked", G_CALLBACK (session_ticked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (jipyo_look_get_settings (look), "notify::coin-basis",
                           G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  show_quotes (self);
  return GTK_WIDGET (self);
}
