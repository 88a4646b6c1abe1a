/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made when it is asked for, gone when it is closed.
 */

#include "jipyo-chart-popover.h"

#include <glib/gi18n.h>

#include "jipyo-whole-words.h"

static const char *const popover_key = "jipyo-chart-popover";
static const int text_width = 48;  /* characters */
static const int help_width = 600; /* of a window with room for two columns of keys */

static GtkWidget *
get_popover (GtkWidget *chart)
{
  return g_object_get_data (G_OBJECT (chart), popover_key);
}

/* Not at once: the popover is still closing when it says so. */
static gboolean
remove_cb (gpointer chart)
{
  if (get_popover (chart) != NULL && !gtk_widget_get_visible (get_popover (chart)))
    jipyo_chart_popover_close (chart);
  return G_SOURCE_REMOVE;
}

/* The keyboard goes back to the chart, unless a press elsewhere has taken it. By itself GTK may
 * give it to the first control of the window. */
static void
popover_closed_cb (GtkWidget *chart)
{
  GtkRoot *root = gtk_widget_get_root (chart);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *popover = get_popover (chart);

  if (focus == NULL || (popover != NULL && gtk_widget_is_ancestor (focus, popover)))
    gtk_widget_grab_focus (chart);
  g_idle_add_full (G_PRIORITY_DEFAULT, remove_cb, g_object_ref (chart), g_object_unref);
}

/* Off the figure that it is about, or from the middle of the chart. */
static void
point_at (GtkPopover *popover, GtkWidget *chart, const JipyoRect *at)
{
  const int width = gtk_widget_get_width (chart), height = gtk_widget_get_height (chart);
  GdkRectangle place = { width / 2, height / 2, 1, 1 };

  if (at != NULL)
    place = (GdkRectangle){ (int) at->x, (int) at->y, (int) at->width + 1, (int) at->height + 1 };
  gtk_popover_set_pointing_to (popover, &place);
}

void
jipyo_chart_popover_show (GtkWidget *chart, GtkWidget *content, const char *title)
{
  jipyo_chart_popover_show_at (chart, NULL, content, title);
}

void
jipyo_chart_popover_show_at (GtkWidget *chart,
                             const JipyoRect *at,
                             GtkWidget *content,
                             const char *title)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (title);

  jipyo_chart_popover_close (chart);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), content);
  gtk_widget_add_css_class (box, "chart-popover");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  point_at (GTK_POPOVER (popover), chart, at);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_set_parent (popover, chart);
  g_object_set_data (G_OBJECT (chart), popover_key, popover);
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), chart,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
jipyo_chart_popover_show_text (GtkWidget *chart, const char *title, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  jipyo_whole_words_keep (GTK_LABEL (label));
  gtk_label_set_max_width_chars (GTK_LABEL (label), text_width);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  jipyo_chart_popover_show (chart, label, title);
  gtk_label_select_region (GTK_LABEL (label), 0, 0); /* to be read first, not to be copied */
}

void
jipyo_chart_popover_show_help (GtkWidget *chart)
{
  static const struct {
    const char *keys;
    const char *text;
  } rows[] = {
    { "← →", N_ ("From figure to figure") },
      { "↑ ↓", N_ ("From series to series") },
        { "Page Up, Page Down", N_ ("Ten figures on") },
          { "Home, End", N_ ("First and last figure") },
            { "Shift ← →", N_ ("Measure a stretch") },
              { "+ −", N_ ("Zoom in and out") },
                { "Ctrl ← →", N_ ("Move along the axis") },
                  { "0", N_ ("Show all again") },
                    { "F", N_ ("This series alone, or all") },
                      { "X", N_ ("Switch this series off or on") },
                        { "L", N_ ("Logarithm or equal steps") },
                          { "%", N_ ("Shares or amounts") },
                            { "A", N_ ("Let time run, or pause") },
                              { ", .", N_ ("Time step back and forward") },
                                { "< >", N_ ("Slower, faster") },
                                  { "Space", N_ ("Where the figure comes from") },
                                    { "Enter", N_ ("Summary in words") },
                                      { "N", N_ ("Write a note at this figure") },
                                        { "Shift N, Ctrl Z", N_ ("All notes of this view; undo") },
                                          { "P", N_ ("Hear the chart, or stop it") },
                                            { "T, S", N_ ("Table, sources") },
                                              { "Esc", N_ ("One step back") },
                                            };
  /* Side by side where there is room, or the last ones would be below the edge of a low screen. */
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (chart));
  const gboolean wide = root != NULL && gtk_widget_get_width (root) >= help_width;
  const guint half = wide ? (G_N_ELEMENTS (rows) + 1) / 2 : G_N_ELEMENTS (rows);
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    GtkWidget *keys = gtk_label_new (rows[i].keys);
    GtkWidget *text = gtk_label_new (_ (rows[i].text));

    gtk_label_set_xalign (GTK_LABEL (keys), 0);
    gtk_label_set_xalign (GTK_LABEL (text), 0);
    gtk_widget_add_css_class (keys, "dim-label");
    gtk_grid_attach (GTK_GRID (grid), keys, i < half ? 0 : 2, (int) (i % half), 1, 1);
    gtk_grid_attach (GTK_GRID (grid), text, i < half ? 1 : 3, (int) (i % half), 1, 1);
  }
  jipyo_chart_popover_show (chart, grid, _ ("Keys of the chart"));
}

void
jipyo_chart_popover_present (GtkWidget *chart)
{
  if (get_popover (chart) != NULL)
    gtk_popover_present (GTK_POPOVER (get_popover (chart)));
}

void
jipyo_chart_popover_close (GtkWidget *chart)
{
  GtkWidget *popover = get_popover (chart);

  if (popover == NULL)
    return;
  g_object_set_data (G_OBJECT (chart), popover_key, NULL);
  gtk_widget_unparent (popover);
}

void
jipyo_chart_popover_leave (GtkWidget *chart)
{
  /* One that is gone while it is shown takes the keyboard with it. */
  if (get_popover (chart) != NULL)
    gtk_popover_popdown (GTK_POPOVER (get_popover (chart)));
  gtk_widget_grab_focus (chart);
}
