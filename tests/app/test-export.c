/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of pictures and tables: the same bytes each time, limits before memory, and an old file
 * that survives every failure.
 */

#include "../chart/sample-sheets.h"

#include "config.h"
#include "jipyo-export.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *program;

static GBytes *
encode (Sample sample, JipyoPictureFormat format)
{
  g_autoptr (JipyoSheet) sheet = sample_sheet_new (sample, JIPYO_LANG_KO);
  const JipyoPicture picture = { .sheet = sheet,
                                 .theme = jipyo_theme_get (JIPYO_THEME_DARK),
                                 .width = 640,
                                 .height = 900,
                                 .scale = 1,
                                 .date = { 2026, 8, 18 } };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = jipyo_picture_encode (&picture, format, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static char *
checksum (Sample sample, JipyoPictureFormat format)
{
  g_autoptr (GBytes) bytes = encode (sample, format);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static char *
checksum_elsewhere (JipyoPictureFormat format)
{
  g_autofree char *number = g_strdup_printf ("%d", format);
  const char *arguments[] = { program, "--checksum", number, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL,
                &error);
  g_assert_no_error (error);
  return g_strstrip (g_steal_pointer (&output));
}

static void
test_same_bytes (void)
{
  for (int format = JIPYO_PICTURE_PNG; format <= JIPYO_PICTURE_PDF; format++) {
    for (int sample = 0; sample < N_SAMPLES; sample++) {
      g_autofree char *first = checksum (sample, format);
      g_autofree char *second = checksum (sample, format);
      g_assert_cmpstr (first, ==, second);
    }
    g_autofree char *here = checksum (SAMPLE_OVERVIEW, format);
    g_autofree char *elsewhere = checksum_elsewhere (format);
    g_assert_cmpstr (here, ==, elsewhere);
  }
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i + strlen (text) <= length; i++)
    if (memcmp (data + i, text, strlen (text)) == 0)
      return TRUE;
  return FALSE;
}

static void
test_formats (void)
{
  g_autoptr (GBytes) png = encode (SAMPLE_OVERVIEW, JIPYO_PICTURE_PNG);
  g_autoptr (GBytes) svg = encode (SAMPLE_OVERVIEW, JIPYO_PICTURE_SVG);
  g_autoptr (GBytes) pdf = encode (SAMPLE_OVERVIEW, JIPYO_PICTURE_PDF);

  g_assert_cmpint (memcmp (g_bytes_get_data (png, NULL), "\x89PNG\r\n", 6), ==, 0);
  g_assert_true (contains (svg, "width=\"640px\""));
  g_assert_true (contains (svg, "<title>여섯 팀 가운데 셋이 남았고"));
  g_assert_true (contains (pdf, "%PDF-1."));
  /* From cairo 1.18 on the page is described inside a compressed object stream. */
  g_assert_true (contains (pdf, "/MediaBox [ 0 0 480 675 ]") || contains (pdf, "/ObjStm"));
}

/* 1/3: wider than tall and so on, by the pixels that the PNG's header states. */
static void
test_scale (void)
{
  g_autoptr (JipyoSheet) sheet = sample_sheet_new (SAMPLE_CHART, JIPYO_LANG_EN);
  const JipyoPicture picture = { .sheet = sheet,
                                 .theme = jipyo_theme_get (JIPYO_THEME_LIGHT),
                                 .width = 300,
                                 .height = 200,
                                 .scale = 2.5 };
  g_autoptr (GBytes) png = jipyo_picture_encode (&picture, JIPYO_PICTURE_PNG, NULL);
  const guint8 *header = g_bytes_get_data (png, NULL);

  g_assert_cmpuint (header[18] * 256 + header[19], ==, 750);
  g_assert_cmpuint (header[22] * 256 + header[23], ==, 500);
}

static void
test_limits (void)
{
  static const double bad[][3] = { { 0, 10, 1 },     { 10, -1, 1 },       { 16385, 10, 1 },
                                   { 10, 20000, 1 }, { 16384, 16384, 1 }, { 9000, 10, 2 },
                                   { 10, 10, 0 },    { 10, 10, -1 },      { NAN, 10, 1 },
                                   { 10, 10, NAN },  { INFINITY, 10, 1 }, { 10, 10, 0.01 } };
  g_autoptr (JipyoSheet) sheet = sample_sheet_new (SAMPLE_CHART, JIPYO_LANG_EN);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    for (int format = JIPYO_PICTURE_PNG; format <= JIPYO_PICTURE_PDF; format++) {
      const JipyoPicture picture = { .sheet = sheet,
                                     .theme = jipyo_theme_get (JIPYO_THEME_LIGHT),
                                     .width = bad[i][0],
                                     .height = bad[i][1],
                                     .scale = bad[i][2] };
      g_autoptr (GError) error = NULL;
      g_assert_null (jipyo_picture_encode (&picture, format, &error));
      g_assert_error (error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_SIZE);
    }
}

static void
test_parse_size (void)
{
  static const char *const bad[] = {
    NULL,   "",      "x",    "1280",    "1280x", "x800",   "1280x0",
    "-1x5", "1e3x5", " 1x1", "16385x1", "1x2x3", "12 x 3", "99999999999999999999x1"
  };
  double width = 0, height = 0;

  g_assert_true (jipyo_picture_parse_size ("1280x800", &width, &height));
  g_assert_cmpfloat (width, ==, 1280);
  g_assert_cmpfloat (height, ==, 800);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (jipyo_picture_parse_size (bad[i], &width, &height));
}

static void
test_format_from_path (void)
{
  JipyoPictureFormat format;
  g_autoptr (GError) error = NULL;

  g_assert_true (jipyo_picture_format_from_path ("/a/b.PDF", &format, NULL));
  g_assert_cmpint (format, ==, JIPYO_PICTURE_PDF);
  g_assert_true (jipyo_picture_format_from_path ("x.y.svg", &format, NULL));
  g_assert_cmpint (format, ==, JIPYO_PICTURE_SVG);
  g_assert_false (jipyo_picture_format_from_path ("png", &format, &error));
  g_assert_error (error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_FORMAT);
}

typedef struct {
  char *folder;
  char *path;
} Place;

static void
place_set_up (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("jipyo-export-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->folder, "old.txt", NULL);
  g_file_set_contents (place->path, "old", -1, &error);
  g_assert_no_error (error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
place_tear_down (Place *place, gconstpointer data)
{
  /* Nothing is ever left lying beside the file. */
  g_assert_cmpuint (count_files (place->folder), ==, 1);
  g_unlink (place->path);
  g_rmdir (place->folder);
  g_free (place->path);
  g_free (place->folder);
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, expected);
}

static void
assert_write_fails (const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (jipyo_export_write (path, bytes, &error));
  g_assert_error (error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_WRITE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_write (Place *place, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autofree char *link = g_build_filename (place->folder, "link", NULL);
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_chmod (place->path, 0640);
  g_assert_cmpint (symlink ("old.txt", link), ==, 0);
  g_assert_true (jipyo_export_write (link, bytes, &error));
  g_assert_no_error (error);
  assert_contents (place->path, "new");
  g_assert_cmpint (lstat (link, &status), ==, 0);
  g_assert_true (S_ISLNK (status.st_mode));
  g_assert_cmpint (stat (place->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  g_unlink (link);
}

static void
test_write_refused (Place *place, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autofree char *under_file = g_build_filename (place->path, "x.png", NULL);
  g_autofree char *nowhere = g_build_filename (place->folder, "none", "x.png", NULL);
  struct stat status;

  assert_write_fails (under_file, bytes);
  assert_write_fails (nowhere, bytes);
  assert_write_fails (place->folder, bytes);
  assert_write_fails ("/dev/full", bytes);
  /* It is still the device and not a file of that name. */
  g_assert_cmpint (stat ("/dev/full", &status), ==, 0);
  g_assert_true (S_ISCHR (status.st_mode));
  assert_contents (place->path, "old");
}

/* A limit on file sizes fails writes as a full disk does, with no need to fill one. */
static void
test_disk_full (Place *place, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (long_text, 100000);
  struct rlimit before, tight;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  tight = (struct rlimit){ .rlim_cur = 4096, .rlim_max = before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
  g_autoptr (GError) error = NULL;
  const gboolean written = jipyo_export_write (place->path, bytes, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (written);
  g_assert_error (error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_WRITE);
  assert_contents (place->path, "old");
}

static void
fill_table (JipyoTable *table)
{
  static const JipyoText title = { (char *) "예산", (char *) "Budget" };

  jipyo_table_add_text_column (table, "what", "무엇", "What");
  jipyo_table_add_figure_column (table, "figure", &title, "KRW");
  jipyo_table_begin_row (table);
  jipyo_table_set_text (table, "what", "=1+1", "=1+1");
  JipyoCell *cell = jipyo_table_get_cell (table, "figure");
  cell->value = g_strdup ("213600000000.5");
  cell->text = jipyo_text_new ("2,136억 원", "₩213.6 billion");
  cell->is_figure = TRUE;
  cell->qualifier = JIPYO_QUALIFIER_AT_MOST;
  cell->claim = g_strdup ("sample.budget");
}

static GBytes *
make_workbook (void)
{
  JipyoView view = {
    .name = (char *) "sample",
    .title = { (char *) "예산: 사업/연도 [2025] 가나다라마바사아자차카타파하가나다라", NULL },
    .sentence = { (char *) "예산은 한 줄이다", NULL }
  };
  const JipyoViewContext context = { .as_of = { 2026, 8, 18 }, .lang = JIPYO_LANG_KO };
  g_autoptr (JipyoTable) table = jipyo_table_new ();
  g_autoptr (GError) error = NULL;

  fill_table (table);
  view.table = table;
  GBytes *bytes = jipyo_export_xlsx (&view, &context, &error);
  g_assert_no_error (error);
  return bytes;
}

/* A part of the workbook as text; the test needs unzip and is skipped without it. */
static char *
read_part (GBytes *workbook, const char *part)
{
  g_autofree char *path = NULL;
  g_autofree char *unzip = g_find_program_in_path ("unzip");
  char *text = NULL;
  const int descriptor = g_file_open_tmp ("jipyo-XXXXXX.xlsx", &path, NULL);

  close (descriptor);
  g_assert_true (jipyo_export_write (path, workbook, NULL));
  if (unzip != NULL) {
    const char *arguments[] = { unzip, "-p", path, part, NULL };
    g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL,
                  NULL);
  }
  g_unlink (path);
  return text;
}

static gboolean
has_mapped (const char *library)
{
  g_autofree char *maps = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL));
  return strstr (maps, library) != NULL;
}

/* A window that writes no workbook does not pay for the library. */
static void
test_workbook_library (void)
{
  g_assert_false (has_mapped (JIPYO_XLSX_LIBRARY));
  g_bytes_unref (make_workbook ());
  g_assert_true (has_mapped (JIPYO_XLSX_LIBRARY));
}

static void
test_workbook (void)
{
  g_autoptr (GBytes) first = make_workbook ();
  g_autoptr (GBytes) second = make_workbook ();

  g_assert_true (g_bytes_equal (first, second));
  g_autofree char *sheet = read_part (first, "xl/worksheets/sheet1.xml");
  if (sheet == NULL) {
    g_test_skip ("unzip is not installed");
    return;
  }
  g_autofree char *book = read_part (first, "xl/workbook.xml");
  g_autofree char *styles = read_part (first, "xl/styles.xml");
  g_autofree char *strings = read_part (first, "xl/sharedStrings.xml");
  g_assert_nonnull (strstr (sheet, "<v>213600000000.5</v>"));
  g_assert_null (strstr (sheet, "<f>"));
  g_assert_nonnull (strstr (strings, "=1+1"));
  g_assert_nonnull (strstr (styles, "최대"));
  g_assert_nonnull (strstr (book, "name=\"출처\""));
}

/* A locale with a decimal comma changes nothing; skipped where none is installed. */
static void
test_locale (void)
{
  static const char *const commas[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "pt_BR.UTF-8" };
  g_autofree char *svg = checksum (SAMPLE_OVERVIEW, JIPYO_PICTURE_SVG);
  g_autoptr (GBytes) book = make_workbook ();
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  gboolean found = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (commas) && !found; i++)
    found = setlocale (LC_ALL, commas[i]) != NULL;
  if (!found) {
    g_test_skip ("no locale with a decimal comma");
    return;
  }
  g_autofree char *other_svg = checksum (SAMPLE_OVERVIEW, JIPYO_PICTURE_SVG);
  g_autoptr (GBytes) other_book = make_workbook ();
  setlocale (LC_ALL, before);
  g_assert_cmpstr (svg, ==, other_svg);
  g_assert_true (g_bytes_equal (book, other_book));
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--checksum") == 0) {
    setlocale (LC_ALL, "");
    g_autofree char *sum =
      checksum (SAMPLE_OVERVIEW, (JipyoPictureFormat) g_ascii_strtoll (argv[2], NULL, 10));
    g_print ("%s\n", sum);
    return 0;
  }
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/export/same-bytes", test_same_bytes);
  g_test_add_func ("/app/export/formats", test_formats);
  g_test_add_func ("/app/export/scale", test_scale);
  g_test_add_func ("/app/export/limits", test_limits);
  g_test_add_func ("/app/export/parse-size", test_parse_size);
  g_test_add_func ("/app/export/format-from-path", test_format_from_path);
  g_test_add ("/app/export/write", Place, NULL, place_set_up, test_write, place_tear_down);
  g_test_add ("/app/export/write-refused", Place, NULL, place_set_up, test_write_refused,
              place_tear_down);
  g_test_add ("/app/export/disk-full", Place, NULL, place_set_up, test_disk_full, place_tear_down);
  g_test_add_func ("/app/export/workbook-library", test_workbook_library);
  g_test_add_func ("/app/export/workbook", test_workbook);
  g_test_add_func ("/app/export/locale", test_locale);
  return g_test_run ();
}
