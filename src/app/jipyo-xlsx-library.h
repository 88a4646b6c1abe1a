/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The library that writes workbooks, opened when the first is written: linked, it and the
 * cryptography that it brings were two thirds of what the loader had to bind more for us than for
 * a bare window, and half a megabyte of memory of every process.
 */

#pragma once

#include <glib.h>
#include <xlsxwriter.h>

/* The functions that we call, by their own names. */
typedef struct {
  typeof (workbook_new) *workbook_new;
  typeof (workbook_add_worksheet) *workbook_add_worksheet;
  typeof (workbook_add_format) *workbook_add_format;
  typeof (workbook_set_properties) *workbook_set_properties;
  typeof (workbook_close) *workbook_close;
  typeof (worksheet_write_string) *worksheet_write_string;
  typeof (worksheet_write_number) *worksheet_write_number;
  typeof (worksheet_write_comment_opt) *worksheet_write_comment_opt;
  typeof (worksheet_set_column) *worksheet_set_column;
  typeof (worksheet_freeze_panes) *worksheet_freeze_panes;
  typeof (worksheet_autofilter) *worksheet_autofilter;
  typeof (format_set_num_format) *format_set_num_format;
  typeof (format_set_bold) *format_set_bold;
  typeof (format_set_font_size) *format_set_font_size;
  typeof (format_set_bottom) *format_set_bottom;
  typeof (lxw_strerror) *lxw_strerror;
} JipyoXlsxLibrary;

/* NULL when it is not there, or not the one that we were built with. It stays open. */
const JipyoXlsxLibrary *jipyo_xlsx_library_open (GError **error);
