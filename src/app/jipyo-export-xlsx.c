/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view as a workbook: its table with real numbers, its sources and its conflicts. A bound keeps
 * its word in the number format, so that the cell still calculates and still reads "최대 1,000".
 */

#include "jipyo-export.h"

#include "jipyo-format.h"
#include "jipyo-xlsx-library.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

/* What a spreadsheet's double keeps of a decimal; longer figures are written as text. */
static const guint EXACT_DIGITS = 15;
static const guint SHEET_NAME_MAX = 31;
static const double TEXT_WIDTH_MAX = 60; /* characters */
static const int HEADER_ROW = 4;

typedef struct {
  const JipyoXlsxLibrary *xlsx;
  lxw_workbook *book;
  JipyoLang lang;
  GHashTable *formats; /* number format (char *, owned) → lxw_format, owned by the book */
  lxw_format *title;
  lxw_format *header;
  lxw_error fault; /* the first one */
} Writer;

static const char *
say (const Writer *self, const char *ko, const char *en)
{
  return self->lang == JIPYO_LANG_KO ? ko : en;
}

static void
note_fault (Writer *self, lxw_error code)
{
  if (self->fault == LXW_NO_ERROR)
    self->fault = code;
}

static void
write_text (Writer *self, lxw_worksheet *sheet, const int at[2], const char *text)
{
  note_fault (
    self, self->xlsx->worksheet_write_string (sheet, at[0], at[1], text != NULL ? text : "", NULL));
}

static lxw_format *
find_format (Writer *self, const char *number_format)
{
  lxw_format *format = g_hash_table_lookup (self->formats, number_format);

  if (format != NULL)
    return format;
  format = self->xlsx->workbook_add_format (self->book);
  self->xlsx->format_set_num_format (format, number_format);
  g_hash_table_insert (self->formats, g_strdup (number_format), format);
  return format;
}

/* "\"최대 \"#,##0.00": the words of a bound as literal text around the digits. */
static char *
describe_format (const Writer *self, JipyoDecimal value, JipyoQualifier qualifier)
{
  guint decimals = jipyo_decimal_get_decimals (value);
  gboolean after = FALSE;
  const char *word = jipyo_format_qualifier (qualifier, self->lang, &after);
  g_autofree char *zeros = g_strnfill (decimals, '0');
  g_autofree char *digits = g_strdup_printf ("#,##0%s%s", decimals > 0 ? "." : "", zeros);

  if (*word == '\0')
    return g_steal_pointer (&digits);
  return after ? g_strdup_printf ("%s\" %s\"", digits, word)
               : g_strdup_printf ("\"%s \"%s", word, digits);
}

static guint
count_digits (const char *value)
{
  guint n = 0;

  for (const char *p = value; *p != '\0'; p++)
    n += g_ascii_isdigit (*p);
  return n;
}

static void
write_figure (Writer *self, lxw_worksheet *sheet, const int at[2], const JipyoCell *cell)
{
  JipyoDecimal value;

  if (!jipyo_decimal_parse (cell->value, -1, &value, NULL) /* then it is text and told as such */
      || count_digits (cell->value) > EXACT_DIGITS) {
    write_text (self, sheet, at, cell->value);
    return;
  }
  g_autofree char *description = describe_format (self, value, cell->qualifier);
  note_fault (self, self->xlsx->worksheet_write_number (sheet, at[0], at[1],
                                                        g_ascii_strtod (cell->value, NULL),
                                                        find_format (self, description)));
}

/* The claim and how sure it is, where a reader of the workbook looks for it. */
static void
write_comment (Writer *self, lxw_worksheet *sheet, const int at[2], const JipyoCell *cell)
{
  if (!cell->is_figure || cell->claim == NULL)
    return;
  g_autofree char *comment =
    g_strdup_printf ("%s\n%s · %s", jipyo_text_get (&cell->text, self->lang),
                     jipyo_status_label (cell->status, self->lang), cell->claim);
  lxw_comment_options options = { .author = (char *) "Jipyo" };

  note_fault (self,
              self->xlsx->worksheet_write_comment_opt (sheet, at[0], at[1], comment, &options));
}

static void
write_cell (Writer *self, lxw_worksheet *sheet, const int at[2], const JipyoCell *cell)
{
  if (cell->value != NULL && cell->is_figure)
    write_figure (self, sheet, at, cell);
  else
    write_text (self, sheet, at, jipyo_text_get (&cell->text, self->lang));
  write_comment (self, sheet, at, cell);
}

/* Rough: a Hangul syllable takes two Latin columns. */
static double
estimate_width (const char *text)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return width;
}

static void
fit_column (Writer *self, lxw_worksheet *sheet, const JipyoTable *table, guint column)
{
  const JipyoColumn *head = g_ptr_array_index (table->columns, column);
  double width = estimate_width (jipyo_text_get (&head->title, self->lang)) + 4;

  for (guint i = 0; i < table->rows->len; i++) {
    const GPtrArray *row = g_ptr_array_index (table->rows, i);
    const JipyoCell *cell = g_ptr_array_index (row, column);
    double of_text = estimate_width (jipyo_text_get (&cell->text, self->lang));
    double of_value = cell->value != NULL ? strlen (cell->value) * 4 / 3.0 + 4 : 0;

    width = MAX (width, cell->is_figure ? of_value : of_text);
  }
  note_fault (self, self->xlsx->worksheet_set_column (sheet, column, column,
                                                      MIN (width + 2, TEXT_WIDTH_MAX), NULL));
}

static char *
describe_column (const Writer *self, const JipyoColumn *column)
{
  const char *title = jipyo_text_get (&column->title, self->lang);

  if (column->unit == NULL || *column->unit == '\0')
    return g_strdup (title);
  return g_strdup_printf ("%s (%s)", title, column->unit);
}

static void
write_table (Writer *self, lxw_worksheet *sheet, const JipyoTable *table)
{
  for (guint i = 0; i < table->columns->len; i++) {
    g_autofree char *title = describe_column (self, g_ptr_array_index (table->columns, i));

    note_fault (self,
                self->xlsx->worksheet_write_string (sheet, HEADER_ROW, i, title, self->header));
  }
  for (guint i = 0; i < table->rows->len; i++) {
    const GPtrArray *row = g_ptr_array_index (table->rows, i);

    for (guint j = 0; j < table->columns->len; j++)
      write_cell (self, sheet, (const int[]){ HEADER_ROW + 1 + i, j }, g_ptr_array_index (row, j));
  }
  for (guint i = 0; i < table->columns->len; i++)
    fit_column (self, sheet, table, i);
  self->xlsx->worksheet_freeze_panes (sheet, HEADER_ROW + 1, 0);
  if (table->columns->len > 0 && table->rows->len > 0)
    note_fault (self, self->xlsx->worksheet_autofilter (sheet, HEADER_ROW, 0,
                                                        HEADER_ROW + table->rows->len,
                                                        table->columns->len - 1));
}

/* Names of worksheets are at most 31 characters and hold none of []:*?/\ */
static char *
make_sheet_name (const char *title)
{
  g_autofree char *cut =
    g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), (glong) SHEET_NAME_MAX));

  g_strdelimit (cut, "[]:*?/\\'", ' ');
  g_strstrip (cut);
  return *cut != '\0' ? g_steal_pointer (&cut) : g_strdup ("Jipyo");
}

static lxw_worksheet *
add_sheet (Writer *self, const char *name)
{
  lxw_worksheet *sheet = self->xlsx->workbook_add_worksheet (self->book, name);

  if (sheet == NULL)
    note_fault (self, LXW_ERROR_PARAMETER_VALIDATION);
  return sheet;
}

static void
write_main_sheet (Writer *self, const JipyoView *view, JipyoDate as_of)
{
  const char *title = jipyo_text_get (&view->title, self->lang);
  g_autofree char *name = make_sheet_name (title);
  g_autofree char *date = jipyo_date_format (as_of);
  g_autofree char *known = g_strdup_printf ("%s %s", say (self, "기준일", "As known on"), date);
  lxw_worksheet *sheet = add_sheet (self, name);

  if (sheet == NULL)
    return;
  note_fault (self, self->xlsx->worksheet_write_string (sheet, 0, 0, title, self->title));
  write_text (self, sheet, (const int[]){ 1, 0 }, jipyo_text_get (&view->sentence, self->lang));
  write_text (self, sheet, (const int[]){ 2, 0 }, known);
  write_table (self, sheet, view->table);
}

static void
write_header (Writer *self, lxw_worksheet *sheet, const char *const *titles)
{
  for (int i = 0; titles[i] != NULL; i++)
    note_fault (self, self->xlsx->worksheet_write_string (sheet, 0, i, titles[i], self->header));
  self->xlsx->worksheet_freeze_panes (sheet, 1, 0);
}

static void
write_source (Writer *self, lxw_worksheet *sheet, int row, const JipyoSource *source)
{
  g_autofree char *published = jipyo_date_format (source->published);
  g_autofree char *retrieved = jipyo_date_format (source->retrieved);
  const char *texts[] = { source->id,
                          jipyo_text_get (&source->publisher, self->lang),
                          jipyo_text_get (&source->title, self->lang),
                          published,
                          retrieved,
                          source->url,
                          source->licence };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    write_text (self, sheet, (const int[]){ row, (int) i }, texts[i]);
}

static void
write_sources (Writer *self, const GPtrArray *sources)
{
  const char *const ko[] = {
    "id", "발행처", "제목", "발행일", "수집일", "주소", "이용 조건", NULL
  };
  const char *const en[] = { "id",        "Publisher", "Title",   "Published",
                             "Retrieved", "Address",   "Licence", NULL };
  static const double widths[] = { 24, 28, 48, 12, 12, 60, 24 };
  lxw_worksheet *sheet = add_sheet (self, say (self, "출처", "Sources"));

  if (sheet == NULL)
    return;
  write_header (self, sheet, self->lang == JIPYO_LANG_KO ? ko : en);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    note_fault (self, self->xlsx->worksheet_set_column (sheet, i, i, widths[i], NULL));
  for (guint i = 0; sources != NULL && i < sources->len; i++)
    write_source (self, sheet, 1 + i, g_ptr_array_index (sources, i));
}

static void
write_conflict (Writer *self, lxw_worksheet *sheet, int row, const JipyoClaim *claim)
{
  g_autofree char *quantity = jipyo_format_quantity (&claim->quantity, self->lang);
  const char *stated = claim->quantity.known ? quantity : jipyo_text_get (&claim->text, self->lang);
  const char *texts[] = { claim->id,
                          jipyo_text_get (&claim->label, self->lang),
                          stated,
                          claim->source,
                          jipyo_status_label (claim->status, self->lang),
                          claim->preferred ? say (self, "선택", "preferred") : "",
                          jipyo_text_get (&claim->reason, self->lang) };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    write_text (self, sheet, (const int[]){ row, (int) i }, texts[i]);
}

static void
write_conflicts (Writer *self, const GPtrArray *conflicts)
{
  const char *const ko[] = { "id", "무엇", "수치", "출처", "상태", "선택", "까닭", NULL };
  const char *const en[] = {
    "id", "What", "Figure", "Source", "Status", "Preferred", "Reason", NULL
  };
  static const double widths[] = { 32, 32, 24, 24, 14, 12, 60 };

  if (conflicts == NULL || conflicts->len == 0)
    return;
  lxw_worksheet *sheet = add_sheet (self, say (self, "어긋나는 수치", "Conflicts"));
  if (sheet == NULL)
    return;
  write_header (self, sheet, self->lang == JIPYO_LANG_KO ? ko : en);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    note_fault (self, self->xlsx->worksheet_set_column (sheet, i, i, widths[i], NULL));
  for (guint i = 0; i < conflicts->len; i++)
    write_conflict (self, sheet, 1 + i, g_ptr_array_index (conflicts, i));
}

/* The day of the reading, not of the writing: else no two files were the same. */
static void
set_properties (Writer *self, const JipyoView *view, JipyoDate as_of)
{
  static const gint64 SECONDS_A_DAY = 86400;
  const char *title = jipyo_text_get (&view->title, self->lang);
  gint64 day = jipyo_date_is_known (as_of) ? jipyo_date_first_day (as_of) : 0;
  lxw_doc_properties properties = { .title = (char *) title,
                                    .author = (char *) "Jipyo",
                                    /* 0 would mean the clock's time */
                                    .created = MAX (day * SECONDS_A_DAY, 1) };

  note_fault (self, self->xlsx->workbook_set_properties (self->book, &properties));
}

static void
write_book (Writer *self, const char *path, const JipyoView *view, JipyoDate as_of)
{
  self->book = self->xlsx->workbook_new (path);
  if (self->book == NULL) {
    note_fault (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return;
  }
  g_autoptr (GHashTable) formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->formats = formats;
  self->title = self->xlsx->workbook_add_format (self->book);
  self->xlsx->format_set_bold (self->title);
  self->xlsx->format_set_font_size (self->title, 14);
  self->header = self->xlsx->workbook_add_format (self->book);
  self->xlsx->format_set_bold (self->header);
  self->xlsx->format_set_bottom (self->header, LXW_BORDER_THIN);
  set_properties (self, view, as_of);
  write_main_sheet (self, view, as_of);
  write_sources (self, view->sources);
  write_conflicts (self, view->conflicts);
  note_fault (self, self->xlsx->workbook_close (self->book));
}

/* The library prints numbers by the locale; a decimal comma would break the file. */
static void
write_book_in_c_locale (Writer *self, const char *path, const JipyoView *view, JipyoDate as_of)
{
  locale_t plain = newlocale (LC_NUMERIC_MASK, "C", (locale_t) 0);

  if (plain == (locale_t) 0) {
    note_fault (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return;
  }
  locale_t before = uselocale (plain);
  write_book (self, path, view, as_of);
  uselocale (before);
  freelocale (plain);
}

GBytes *
jipyo_export_xlsx (const JipyoView *view, const JipyoViewContext *context, GError **error)
{
  Writer writer = { .xlsx = jipyo_xlsx_library_open (error), .lang = context->lang };
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;

  if (writer.xlsx == NULL)
    return NULL;
  int descriptor = g_file_open_tmp ("jipyo-XXXXXX.xlsx", &path, error);

  if (descriptor < 0)
    return NULL;
  close (descriptor);
  write_book_in_c_locale (&writer, path, view, context->as_of);
  const gboolean written = writer.fault == LXW_NO_ERROR;
  gboolean read = written && g_file_get_contents (path, &data, &length, error);

  g_unlink (path);
  if (!written)
    g_set_error (error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_ENCODE,
                 "The workbook could not be made: %s", writer.xlsx->lxw_strerror (writer.fault));
  return read ? g_bytes_new_take (g_steal_pointer (&data), length) : NULL;
}
