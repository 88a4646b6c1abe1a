/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calendars that come with the program. They are small and read when first asked for.
 */

#include <gio/gio.h>

#include "jipyo-calendar-file.h"
#include "jipyo-calendars-resource.h"

static const char folder[] = "/io/github/jipyo/Jipyo/calendars/";

GPtrArray *
jipyo_calendar_load_shipped (GPtrArray *problems)
{
  GResource *resource = jipyo_calendars_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, folder, 0, NULL);
  GPtrArray *calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_calendar_free);

  for (guint i = 0; names != NULL && names[i] != NULL; i++) {
    g_autofree char *path = g_strconcat (folder, names[i], NULL);
    g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, 0, NULL);
    gsize length;
    const char *text = g_bytes_get_data (bytes, &length);
    JipyoCalendar *calendar = jipyo_calendar_file_parse (names[i], text, length, problems);

    if (calendar != NULL)
      g_ptr_array_add (calendars, calendar);
  }
  return calendars;
}
