/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notes outlive the program, a step back, a change of the data and a damaged file.
 */

#include "jipyo-note-anchor.h"
#include "jipyo-notes.h"
#include "jipyo-session.h"

#include <glib/gstdio.h>

typedef struct {
  char *directory;
  char *path;
} Fixture;

static const JipyoNote anchor = { .view = (char *) "v",
                                  .series = (char *) "s",
                                  .place = (char *) "2025",
                                  .text = (char *) "" };
static const JipyoNote other = { .view = (char *) "v",
                                 .plot = 1,
                                 .claim = (char *) "a.b",
                                 .place = (char *) "x",
                                 .text = (char *) "" };

static void
set_up (Fixture *self, gconstpointer data)
{
  self->directory = g_dir_make_tmp ("jipyo-notes-XXXXXX", NULL);
  self->path = g_build_filename (self->directory, "notes.json", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->directory, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (self->directory, name, NULL);
    g_remove (path);
  }
  g_rmdir (self->directory);
  g_free (self->directory);
  g_free (self->path);
}

static void
wait_for_save (JipyoNotes *notes)
{
  while (jipyo_own_file_is_saving (jipyo_notes_get_file (notes)))
    g_main_context_iteration (NULL, TRUE);
}

static void
close_notes (JipyoNotes *notes)
{
  wait_for_save (notes);
  g_assert_finalize_object (notes);
}

static void
test_kept (Fixture *self, gconstpointer data)
{
  JipyoNotes *notes = jipyo_notes_new (self->path);

  g_assert_null (jipyo_own_file_get_problem (jipyo_notes_get_file (notes)));
  g_assert_true (jipyo_notes_set (notes, &anchor, "  “한 줄” \\ 1 "));
  g_assert_false (jipyo_notes_set (notes, &anchor, "“한 줄” \\ 1"));
  g_assert_true (jipyo_notes_set (notes, &other, "two"));
  close_notes (notes);
  notes = jipyo_notes_new (self->path);
  g_assert_null (jipyo_own_file_get_problem (jipyo_notes_get_file (notes)));
  g_assert_cmpstr (jipyo_notes_find (notes, &anchor), ==, "“한 줄” \\ 1");
  g_assert_cmpstr (jipyo_notes_find (notes, &other), ==, "two");
  close_notes (notes);
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  JipyoNotes *notes = jipyo_notes_new (self->path);

  g_assert_false (jipyo_notes_undo (notes));
  g_assert_false (jipyo_notes_set (notes, &anchor, ""));
  g_assert_true (jipyo_notes_set (notes, &anchor, "one"));
  g_assert_true (jipyo_notes_set (notes, &anchor, "two"));
  g_assert_true (jipyo_notes_set (notes, &anchor, ""));
  g_assert_null (jipyo_notes_find (notes, &anchor));
  g_assert_true (jipyo_notes_undo (notes));
  g_assert_cmpstr (jipyo_notes_find (notes, &anchor), ==, "two");
  g_assert_true (jipyo_notes_undo (notes));
  g_assert_cmpstr (jipyo_notes_find (notes, &anchor), ==, "one");
  close_notes (notes);
  notes = jipyo_notes_new (self->path);
  g_assert_cmpstr (jipyo_notes_find (notes, &anchor), ==, "one");
  close_notes (notes);
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "{",
    "{\"version\": 2, \"notes\": []}",
    "{\"version\": 1, \"notes\": [{}]}",
    "{\"version\": 1, \"notes\": [{\"view\": \"v\", \"plot\": -1, \"place\": \"x\", \"text\": "
    "\"y\"}]}",
    "{\"version\": 1, \"notes\": [], \"more\": 1}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *aside = g_strdup_printf ("%s.damaged-%u", self->path, i + 1);
    g_autofree char *kept = NULL;
    g_assert_true (g_file_set_contents (self->path, texts[i], -1, NULL));
    JipyoNotes *notes = jipyo_notes_new (self->path);
    g_assert_nonnull (strstr (jipyo_own_file_get_problem (jipyo_notes_get_file (notes)), aside));
    g_assert_cmpuint (jipyo_notes_get_all (notes)->len, ==, 0);
    g_assert_true (jipyo_notes_set (notes, &anchor, "new"));
    close_notes (notes);
    g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
    g_assert_cmpstr (kept, ==, texts[i]);
  }
}

static void
failed_cb (JipyoNotes *notes, const char *reason, guint *n)
{
  g_assert_nonnull (reason);
  ++*n;
}

/* What cannot be saved is said, and is still there. */
static void
test_not_saved (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->path, "below-a-file", NULL);
  guint n_failed = 0;

  g_assert_true (g_file_set_contents (self->path, "x", -1, NULL));
  JipyoNotes *notes = jipyo_notes_new (path);
  g_signal_connect (notes, "failed", G_CALLBACK (failed_cb), &n_failed);
  g_assert_true (jipyo_notes_set (notes, &anchor, "one"));
  wait_for_save (notes);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_cmpstr (jipyo_notes_find (notes, &anchor), ==, "one");
  close_notes (notes);
}

/* Found again in the other language and after the data have changed, or not at all. */
static void
test_anchor (Fixture *self, gconstpointer data)
{
  const JipyoSessionOptions options[] = { { .lang = JIPYO_LANG_EN }, { .lang = JIPYO_LANG_KO } };
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoNote) note = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++) {
    g_autoptr (JipyoSession) session = jipyo_session_new (&options[i], &error);
    g_assert_no_error (error);
    g_autoptr (JipyoView) view = jipyo_session_build_view (session, "models-year", NULL, &error);
    g_assert_no_error (error);
    JipyoPlot *plot = g_ptr_array_index (view->sheet->plots, 0);
    if (note == NULL)
      note = jipyo_note_anchor_make (view, 0, 0, 1);
    JipyoDatum datum;
    g_assert_true (jipyo_note_anchor_find (note, view, &datum));
    g_autoptr (GPtrArray) notes = g_ptr_array_new ();
    g_ptr_array_add (notes, note);
    const guint before = plot->annotations->len;
    g_free (note->text);
    note->text = g_strdup ("mine");
    jipyo_note_anchor_add (notes, view);
    g_assert_cmpuint (plot->annotations->len, ==, before + 1);
    const JipyoAnnotation *added = g_ptr_array_index (plot->annotations, before);
    g_assert_cmpint (added->kind, ==, JIPYO_ANNOTATION_NOTE);
    g_assert_cmpfloat (added->from, ==, datum.position);
  }
  note->plot = 99;
  g_autoptr (JipyoSession) session = jipyo_session_new (&options[0], &error);
  g_autoptr (JipyoView) view = jipyo_session_build_view (session, "models-year", NULL, &error);
  JipyoDatum datum;
  g_assert_false (jipyo_note_anchor_find (note, view, &datum));
}

/* All candles are of one instrument: a note stays at the one that it was written of, in whatever
 * stretch that is shown. One written of the instrument is at its place too. */
static void
test_candles (Fixture *self, gconstpointer data)
{
  static const char *const claims[] = { "krx:KOSPI@1d@2026-03-19T00:00:00Z",
                                        "krx:KOSPI@1d@2026-03-20T00:00:00Z" };
  g_autofree char *name = g_strdup ("v");
  JipyoView view = { .name = name, .sheet = jipyo_sheet_new (JIPYO_LANG_EN) };
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoDatum found;

  jipyo_sheet_take_plot (view.sheet, plot);
  plot->position.kind = JIPYO_SCALE_TIME;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "price", NULL, JIPYO_MARK_LINE);
  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    jipyo_datum_set_claim (jipyo_plot_series_add (series, 86400.0 * i, 7 + i, NULL), claims[i]);
  g_autoptr (JipyoNote) note = jipyo_note_anchor_make (&view, 0, 0, 1);
  g_assert_cmpstr (note->claim, ==, "krx:KOSPI");
  g_assert_true (jipyo_note_anchor_find (note, &view, &found));
  g_assert_cmpfloat (found.value, ==, 8);
  jipyo_sheet_free (view.sheet);
}

/* Two series with one value at one place keep a note each, in the file and in the picture. */
static void
test_meeting (Fixture *self, gconstpointer data)
{
  static const char *const words[] = { "of the one", "of the other" };
  JipyoView view = { .name = (char *) "v", .sheet = jipyo_sheet_new (JIPYO_LANG_EN) };
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoNotes *notes = jipyo_notes_new (self->path);

  jipyo_sheet_take_plot (view.sheet, plot);
  jipyo_plot_add_band (plot, "2025", NULL);
  for (guint i = 0; i < 2; i++) {
    JipyoPlotSeries *series =
      jipyo_plot_add_series (plot, i == 0 ? "one" : "other", NULL, JIPYO_MARK_LINE);
    jipyo_plot_series_add (series, 0, 7, NULL);
    g_autoptr (JipyoNote) note = jipyo_note_anchor_make (&view, 0, i, 0);
    g_assert_true (jipyo_notes_set (notes, note, words[i]));
  }
  close_notes (notes);
  notes = jipyo_notes_new (self->path);
  g_assert_cmpuint (jipyo_notes_get_all (notes)->len, ==, 2);
  jipyo_note_anchor_add (jipyo_notes_get_all (notes), &view);
  for (guint i = 0; i < 2; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    const JipyoDatum datum = jipyo_plot_series_get_datum (series, 0);
    g_assert_cmpstr (jipyo_plot_find_note (plot, series, &datum), ==, words[i]);
  }
  close_notes (notes);
  jipyo_sheet_free (view.sheet);
}

static void
write_note_cb (GApplication *application, JipyoNotes *notes)
{
  jipyo_notes_set (notes, &anchor, "last words");
  jipyo_notes_set (notes, &anchor, "and then some");
}

/* Whoever writes a note and closes the window has it the next day. */
static void
test_quit (Fixture *self, gconstpointer data)
{
  GApplication *application = g_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  JipyoNotes *notes = jipyo_notes_new (self->path);

  g_application_set_default (application);
  g_signal_connect (application, "activate", G_CALLBACK (write_note_cb), notes);
  g_assert_cmpint (g_application_run (application, 0, NULL), ==, 0);
  g_application_set_default (NULL);
  JipyoNotes *saved = jipyo_notes_new (self->path);
  g_assert_cmpstr (jipyo_notes_find (saved, &anchor), ==, "and then some");
  close_notes (saved);
  close_notes (notes);
  g_assert_finalize_object (application);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/app/notes/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/app/notes/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/app/notes/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/app/notes/not-saved", Fixture, NULL, set_up, test_not_saved, tear_down);
  g_test_add ("/app/notes/anchor", Fixture, NULL, set_up, test_anchor, tear_down);
  g_test_add ("/app/notes/candles", Fixture, NULL, set_up, test_candles, tear_down);
  g_test_add ("/app/notes/meeting", Fixture, NULL, set_up, test_meeting, tear_down);
  g_test_add ("/app/notes/quit", Fixture, NULL, set_up, test_quit, tear_down);
  return g_test_run ();
}
