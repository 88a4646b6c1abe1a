/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK plays files: its GStreamer backend of 4.8 ends the program when it is given a stream. So the
 * wave lies in the runtime folder, which is memory, for as long as it plays.
 */

#include "jipyo-chart-sound.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "jipyo-sound-wave.h"
#include "jipyo-toast.h"

static const char *const sound_key = "jipyo-chart-sound";

struct _JipyoChartSound {
  GObject parent_instance;

  GCancellable *cancellable; /* of the writing of `file`; NULL when silent */
  GFile *file;               /* what plays, to be deleted; or NULL */
  GtkMediaStream *stream;    /* NULL until the file is written */
};

G_DEFINE_FINAL_TYPE (JipyoChartSound, jipyo_chart_sound, G_TYPE_OBJECT)

enum { FAILED, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Without the socket of a sound server a sandbox is mute, and GStreamer plays to nobody without
 * saying so. Jipyo asks for no such permission: the same one would let it listen. */
static gboolean
is_mute (void)
{
  g_autofree char *server = g_build_filename (g_get_user_runtime_dir (), "pulse", "native", NULL);

  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS)
         && !g_file_test (server, G_FILE_TEST_EXISTS);
}

static void
fail (JipyoChartSound *self)
{
  jipyo_chart_sound_stop (self);
  g_signal_emit (self, signals[FAILED], 0, _ ("Nothing here can play a sound"), TRUE);
}

static void
error_set_cb (JipyoChartSound *self)
{
  if (gtk_media_stream_get_error (self->stream) == NULL)
    return;
  g_debug ("no sound: %s", gtk_media_stream_get_error (self->stream)->message);
  fail (self);
}

static void
ended_cb (JipyoChartSound *self)
{
  if (gtk_media_stream_get_ended (self->stream))
    jipyo_chart_sound_stop (self);
}

static void
file_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JipyoChartSound) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean written = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);

  /* Stopped, and maybe played again: this file is nobody's. */
  if (G_FILE (source) != self->file) {
    g_file_delete_async (G_FILE (source), G_PRIORITY_LOW, NULL, NULL, NULL);
    return;
  }
  if (!written) {
    g_debug ("no sound: %s", error->message);
    fail (self);
    return;
  }
  self->stream = gtk_media_file_new_for_file (self->file);
  if (gtk_media_stream_get_error (self->stream) != NULL) {
    fail (self);
    return;
  }
  g_signal_connect_object (self->stream, "notify::error", G_CALLBACK (error_set_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stream, "notify::ended", G_CALLBACK (ended_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_media_stream_play (self->stream);
}

static void
jipyo_chart_sound_dispose (GObject *object)
{
  jipyo_chart_sound_stop (JIPYO_CHART_SOUND (object));
  G_OBJECT_CLASS (jipyo_chart_sound_parent_class)->dispose (object);
}

static void
jipyo_chart_sound_class_init (JipyoChartSoundClass *class)
{
  G_OBJECT_CLASS (class)->dispose = jipyo_chart_sound_dispose;
  signals[FAILED] = g_signal_new ("failed", JIPYO_TYPE_CHART_SOUND, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[CHANGED] = g_signal_new ("changed", JIPYO_TYPE_CHART_SOUND, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
jipyo_chart_sound_init (JipyoChartSound *self)
{
}

JipyoChartSound *
jipyo_chart_sound_new (void)
{
  return g_object_new (JIPYO_TYPE_CHART_SOUND, NULL);
}

static void
save_clicked_cb (GtkWidget *chart)
{
  gtk_widget_activate_action (chart, "card.export-sound", NULL);
}

/* A toast is nowhere below the chart, whose action its button would have to find. */
static void
failed_cb (GtkWidget *chart, const char *words, gboolean can_save)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (chart, ADW_TYPE_TOAST_OVERLAY);

  if (!can_save || toasts == NULL) {
    gtk_widget_activate_action (chart, "win.toast", "s", words);
    return;
  }
  AdwToast *toast = jipyo_toast_new (words, _ ("Save as File…"), NULL);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (save_clicked_cb), chart,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), toast);
}

JipyoChartSound *
jipyo_chart_sound_get (GtkWidget *chart)
{
  g_return_val_if_fail (GTK_IS_WIDGET (chart), NULL);
  JipyoChartSound *self = g_object_get_data (G_OBJECT (chart), sound_key);

  if (self != NULL)
    return self;
  self = jipyo_chart_sound_new ();
  g_signal_connect_object (self, "failed", G_CALLBACK (failed_cb), chart, G_CONNECT_SWAPPED);
  g_signal_connect_object (chart, "unmap", G_CALLBACK (jipyo_chart_sound_stop), self,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (chart), sound_key, self, g_object_unref);
  return self;
}

gboolean
jipyo_chart_sound_is_playing (JipyoChartSound *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_SOUND (self), FALSE);
  return self->file != NULL;
}

/* One of this process and this moment. */
static GFile *
name_file (void)
{
  g_autofree char *name =
    g_strdup_printf ("jipyo-%d-%" G_GINT64_FORMAT ".wav", getpid (), g_get_monotonic_time ());

  return g_file_new_build_filename (g_get_user_runtime_dir (), name, NULL);
}

void
jipyo_chart_sound_play (JipyoChartSound *self, const JipyoPlot *plot, const JipyoPlotState *state)
{
  g_return_if_fail (JIPYO_IS_CHART_SOUND (self) && plot != NULL);
  jipyo_chart_sound_stop (self);
  g_autoptr (JipyoSoundScore) score = jipyo_sound_score_new (plot, state);

  if (score == NULL) {
    g_signal_emit (self, signals[FAILED], 0,
                   _ ("This chart has no values that can be heard"), FALSE);
    return;
  }
  if (is_mute ()) {
    fail (self);
    return;
  }
  g_autoptr (GBytes) bytes = jipyo_sound_wave_encode (score);

  self->file = name_file ();
  self->cancellable = g_cancellable_new ();
  g_file_replace_contents_bytes_async (self->file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                       self->cancellable, file_written_cb, g_object_ref (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
jipyo_chart_sound_stop (JipyoChartSound *self)
{
  g_return_val_if_fail (JIPYO_IS_CHART_SOUND (self), FALSE);
  g_autoptr (GFile) file = g_steal_pointer (&self->file);

  if (file == NULL)
    return FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->stream != NULL) {
    g_signal_handlers_disconnect_by_data (self->stream, self);
    gtk_media_stream_set_playing (self->stream, FALSE);
    g_clear_object (&self->stream);
  }
  g_file_delete_async (file, G_PRIORITY_LOW, NULL, NULL, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}
