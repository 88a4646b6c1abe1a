/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Binds every function at once, so that a library without one of them fails before a workbook is
 * begun.
 */

#include "jipyo-xlsx-library.h"

#include <gmodule.h>

#include "config.h"
#include "jipyo-export.h"

static gboolean
bind_functions (GModule *module, JipyoXlsxLibrary *library)
{
  const struct {
    const char *name;
    gpointer slot;
  } functions[] = {
    { "workbook_new", &library->workbook_new },
    { "workbook_add_worksheet", &library->workbook_add_worksheet },
    { "workbook_add_format", &library->workbook_add_format },
    { "workbook_set_properties", &library->workbook_set_properties },
    { "workbook_close", &library->workbook_close },
    { "worksheet_write_string", &library->worksheet_write_string },
    { "worksheet_write_number", &library->worksheet_write_number },
    { "worksheet_write_comment_opt", &library->worksheet_write_comment_opt },
    { "worksheet_set_column", &library->worksheet_set_column },
    { "worksheet_freeze_panes", &library->worksheet_freeze_panes },
    { "worksheet_autofilter", &library->worksheet_autofilter },
    { "format_set_num_format", &library->format_set_num_format },
    { "format_set_bold", &library->format_set_bold },
    { "format_set_font_size", &library->format_set_font_size },
    { "format_set_bottom", &library->format_set_bottom },
    { "lxw_strerror", &library->lxw_strerror },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (!g_module_symbol (module, functions[i].name, functions[i].slot))
      return FALSE;
  return TRUE;
}

static gboolean
load (JipyoXlsxLibrary *library, GError **error)
{
  GModule *module = g_module_open (JIPYO_XLSX_LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);

  if (module != NULL && bind_functions (module, library))
    return TRUE;
  g_set_error (error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_ENCODE,
               "The workbook could not be made: %s", g_module_error ());
  g_clear_pointer (&module, g_module_close);
  return FALSE;
}

const JipyoXlsxLibrary *
jipyo_xlsx_library_open (GError **error)
{
  static GMutex lock;
  static JipyoXlsxLibrary library;
  static gboolean loaded = FALSE;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (!loaded)
    loaded = load (&library, error);
  return loaded ? &library : NULL;
}
