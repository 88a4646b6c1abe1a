/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The session names what is wrong; the sentence for it is found here.
 */

#include "jipyo-notice-bar.h"

#include "jipyo-whole-words.h"

#include <glib/gi18n.h>

struct _JipyoNoticeBar {
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;

  JipyoSession *session; /* owned */
  GPtrArray *dismissed;  /* of char *, the notices that were closed and still hold */
  char *renamed;         /* what undo was offered for last, or NULL */
  gint64 failing_us;     /* since when nobody has answered as they should; 0: somebody does */
};

G_DEFINE_FINAL_TYPE (JipyoNoticeBar, jipyo_notice_bar, GTK_TYPE_WIDGET)

/* A file has as many problems as it likes; the window is for the figures. (transfer full)
 * (nullable) */
static char *
tell_problems (JipyoSession *session)
{
  static const guint n_shown = 3;
  const char *notice = jipyo_session_get_notice (session);

  if (notice == NULL)
    return NULL;
  g_auto (GStrv) lines = g_strsplit (notice, "\n", -1);
  const guint n = g_strv_length (lines);
  if (n <= n_shown + 1)
    return g_strdup (notice);
  g_autofree char *more = g_strdup_printf (
    _ ("and %u more; the command “jipyo validate” lists all of a file"), n - n_shown);
  return g_strjoin ("\n", lines[0], lines[1], lines[2], more, NULL);
}

static const char *
tell_history (const char *state)
{
  if (g_str_equal (state, "low"))
    return _ ("The disk has little room left. Quotes are saved as long as 20 MiB are free.");
  if (g_str_equal (state, "full"))
    return _ ("The disk is full, so quotes are not being saved. They are shown as before, and saved "
              "again as soon as there is room.");
  if (g_str_equal (state, "busy"))
    return _ ("Another Jipyo is running. Quotes are shown here, and saved there.");
  if (g_str_equal (state, "newer"))
    return _ ("The saved quotes are of a later version of Jipyo and were left alone. Quotes are not "
              "being saved.");
  if (g_str_equal (state, "failed"))
    return _ ("Quotes are not being saved: their file cannot be written.");
  return NULL;
}

/* (transfer full) (nullable) */
static char *
tell_damage (JipyoSession *session)
{
  const char *file = jipyo_session_get_damaged_file (session);

  if (file == NULL || !g_str_equal (jipyo_session_get_history (session), "damaged"))
    return NULL;
  /* Translators: %s is the name of a file with its folders. */
  return g_strdup_printf (
    _ ("The saved prices were damaged. What was sound is in use, what is lost "
                             "is shown as a gap, and the damaged file is kept as %s."),
       file);
}

/* One failed round is no news: the others may not have been asked yet. */
static gboolean
keeps_failing (JipyoNoticeBar *self)
{
  static const gint64 patience_us = 10 * G_USEC_PER_SEC;
  const gint64 now_us = jipyo_session_get_now (self->session);

  if (!g_str_equal (jipyo_session_get_link (self->session), "retrying"))
    self->failing_us = 0;
  else if (self->failing_us == 0)
    self->failing_us = now_us;
  return self->failing_us != 0 && now_us - self->failing_us >= patience_us;
}

static const char *
tell_link (JipyoNoticeBar *self)
{
  const char *link = jipyo_session_get_link (self->session);
  const gboolean failing = keeps_failing (self);

  if (jipyo_session_is_offline (self->session))
    return _ ("The network is switched off in the menu. Quotes are the last ones known, each with "
              "its time.");
  if (g_str_equal (link, "offline"))
    return _ ("Offline. Quotes are the last ones known, each with its time.");
  return failing ? _ ("No quotes are coming; they are asked for again. Those shown are the last "
                      "ones known, each with its time. Some networks want a login first.")
                 : NULL;
}

/* Neither the calendar nor the venue is believed blindly: both are shown. (transfer full) */
static char *
tell_doubt (JipyoSession *session)
{
  g_autofree char *doubt = jipyo_session_describe_doubt (session);

  if (doubt == NULL)
    return NULL;
  /* Translators: %s is such as “Korea Exchange: the calendar says closed, yet prices move”. */
  return g_strdup_printf (_ ("%s. Quotes are shown as they come; a calendar file of your own can "
                             "correct the hours."),
                             doubt);
}

/* (transfer full) */
static char *
tell_clock (JipyoSession *session)
{
  g_autofree char *clock = jipyo_session_describe_clock (session);

  if (clock == NULL)
    return NULL;
  /* Translators: %s is “7 min slow” or “7 min fast”. */
  return g_strdup_printf (_ ("The clock of this computer is %s. Until it is set right, times and "
                             "ages here go by those who give the quotes."),
                             clock);
}

/* (transfer full) */
static char *
tell_rename (JipyoSession *session)
{
  gboolean listed, watched;
  g_autofree char *rename = jipyo_session_describe_rename (session, &listed, &watched);

  if (rename == NULL)
    return NULL;
  if (listed && watched)
    /* Translators: %s is such as “upbit:KRW-OLD → KRW-NEW”. */
    return g_strdup_printf (
      _ ("A venue has a new code for the same name: %s. The watchlist and the "
                               "alerts on it follow the new one."),
         rename);
  if (watched)
    /* Translators: %s is such as “upbit:KRW-OLD → KRW-NEW”. */
    return g_strdup_printf (_ ("A venue has a new code for the same name: %s. The alerts on it "
                               "follow the new one."),
                               rename);
  /* Translators: %s is such as “upbit:KRW-OLD → KRW-NEW”. */
  return g_strdup_printf (_ ("A venue has a new code for the same name: %s. The watchlist follows "
                             "the new one."),
                             rename);
}

/* Said when it happens, so that it can be taken back at once; once it was, of the one before. */
static void
offer_undo (JipyoNoticeBar *self)
{
  gboolean listed, watched;
  g_autofree char *rename = jipyo_session_describe_rename (self->session, &listed, &watched);

  if (rename != NULL && g_strcmp0 (self->renamed, rename) != 0) {
    /* Translators: %s is such as “upbit:KRW-OLD → KRW-NEW”. */
    g_autofree char *text = g_strdup_printf (_ ("A new code is followed: %s"), rename);

    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "(ss)", text,
                                "app.rename-restore");
  }
  g_free (self->renamed);
  self->renamed = g_steal_pointer (&rename);
}

static gboolean
is_dismissed (JipyoNoticeBar *self, const char *notice)
{
  return g_ptr_array_find_with_equal_func (self->dismissed, notice, g_str_equal, NULL);
}

/* What was closed and has passed may be said again. */
static void
forget_passed (JipyoNoticeBar *self, const char *const *notices)
{
  for (guint i = self->dismissed->len; i > 0; i--)
    if (!g_strv_contains (notices, g_ptr_array_index (self->dismissed, i - 1)))
      g_ptr_array_remove_index (self->dismissed, i - 1);
}

/* What is folded away is not to be read out either. */
static void
folded_cb (JipyoNoticeBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_revealer_get_reveal_child (self->revealer)
                                               || gtk_revealer_get_child_revealed (self->revealer));
}

static void
update (JipyoNoticeBar *self)
{
  g_autofree char *problems = tell_problems (self->session);
  g_autofree char *doubt = tell_doubt (self->session);
  g_autofree char *damage = tell_damage (self->session);
  g_autofree char *clock = tell_clock (self->session);
  g_autofree char *rename = tell_rename (self->session);
  const char *const all[] = {
    problems, tell_history (jipyo_session_get_history (self->session)),
    damage,   tell_link (self),
    clock,    doubt,
    rename,
  };
  const char *holding[G_N_ELEMENTS (all) + 1] = { NULL };
  const char *notice = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL)
      holding[n++] = all[i];
  forget_passed (self, holding);
  offer_undo (self);
  for (guint i = 0; i < n && notice == NULL; i++)
    if (!is_dismissed (self, holding[i]))
      notice = holding[i];
  if (notice != NULL)
    gtk_label_set_text (self->label, notice);
  if (notice != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, notice != NULL);
  folded_cb (self);
}

static void
dismiss (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoNoticeBar *self = JIPYO_NOTICE_BAR (widget);

  g_ptr_array_add (self->dismissed, g_strdup (gtk_label_get_text (self->label)));
  update (self);
}

static void
jipyo_notice_bar_dispose (GObject *object)
{
  JipyoNoticeBar *self = JIPYO_NOTICE_BAR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (jipyo_notice_bar_parent_class)->dispose (object);
}

static void
jipyo_notice_bar_finalize (GObject *object)
{
  g_ptr_array_unref (JIPYO_NOTICE_BAR (object)->dismissed);
  g_free (JIPYO_NOTICE_BAR (object)->renamed);
  G_OBJECT_CLASS (jipyo_notice_bar_parent_class)->finalize (object);
}

static void
jipyo_notice_bar_class_init (JipyoNoticeBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_notice_bar_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_notice_bar_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoNoticeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, JipyoNoticeBar, label);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_install_action (widget_class, "notice.dismiss", NULL, dismiss);
}

static void
jipyo_notice_bar_init (JipyoNoticeBar *self)
{
  self->dismissed = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  jipyo_whole_words_keep (self->label);
}

void
jipyo_notice_bar_set_session (JipyoNoticeBar *self, JipyoSession *session)
{
  g_return_if_fail (JIPYO_IS_NOTICE_BAR (self) && self->session == NULL);
  static const char *const properties[] = { "notify::notice", "notify::history", "notify::link" };

  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_signal_connect_object (session, properties[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  /* A doubt comes and goes with the clock as well as with the quotes. */
  g_signal_connect_object (session, "ticked", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
