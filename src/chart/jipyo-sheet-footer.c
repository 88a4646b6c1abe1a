/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The footer's text is "sources · as known on"; when it does not fit on one line its last part
 * moves to the end of the line, or to a line of its own where that saves the sources from wrapping.
 * Sources that wrap do so into lines of about one length: "and 9 more" never stands alone.
 */

#include "jipyo-sheet-footer.h"

#include <string.h>

static const char SEPARATOR[] = " · ";
static const guint MAX_LINES = 5;
static const guint MAX_LINES_PROJECTED = 3;
static const double END_SHARE = 0.6; /* of the width, at most */

typedef struct {
  const char *start;
  const char *end;
  JipyoTextStyle style; /* without a width */
} Parts;

static void
append_count (GString *text, const char *format, guint count)
{
  if (count == 0)
    return;
  if (text->len > 0)
    g_string_append (text, SEPARATOR);
  for (const char *p = format; *p != '\0'; p++) {
    if (*p == '#')
      g_string_append_printf (text, "%u", count);
    else
      g_string_append_c (text, *p);
  }
}

static char *
describe_omissions (const JipyoOmissions *self, JipyoLang lang)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const gboolean korean = lang == JIPYO_LANG_KO;

  append_count (text,
                korean             ? "외 지표 #개"
                : self->tiles == 1 ? "# more figure"
                                   : "# more figures",
                self->tiles);
  append_count (text,
                korean             ? "외 도표 #개"
                : self->plots == 1 ? "# more chart"
                                   : "# more charts",
                self->plots);
  append_count (text, korean ? "표 생략" : "table not shown", self->grids);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static JipyoTextLayout *
set_text (const JipyoScene *scene, const char *text, const JipyoTextStyle *style)
{
  if (text == NULL || *text == '\0')
    return NULL;
  return jipyo_text_layout_new (jipyo_scene_get_typesetter (scene), text, style);
}

/* The last part of the text when the whole is wider than a line, else NULL. */
static const char *
find_last_part (const JipyoScene *scene, const char *text, JipyoTextStyle style, double width)
{
  style.width = 0;
  if (jipyo_text_measure (jipyo_scene_get_typesetter (scene), text, &style).width <= width)
    return NULL;
  const char *found = g_strrstr (text, SEPARATOR);
  return found != NULL ? found + strlen (SEPARATOR) : NULL;
}

static double
get_height (const JipyoTextLayout *text)
{
  return text != NULL ? text->rect.height : 0;
}

/* One below the other, if that is no higher than side by side. */
static void
stack (JipyoSheetFooter *self, const JipyoScene *scene, const Parts *parts)
{
  g_autofree char *both = g_strconcat (parts->start, "\n", parts->end, NULL);
  JipyoTextStyle style = parts->style;

  style.width = self->width;
  if (*parts->start == '\0' || *parts->end == '\0')
    return;
  JipyoTextLayout *stacked = set_text (scene, both, &style);
  if (get_height (stacked) > MAX (get_height (self->start), get_height (self->end)) + 1) {
    jipyo_text_layout_free (stacked);
    return;
  }
  jipyo_sheet_footer_clear (self);
  self->start = stacked;
}

static void
set_beside (JipyoSheetFooter *self, const JipyoScene *scene, const Parts *parts)
{
  JipyoTextStyle style = parts->style;

  style.width = self->width * END_SHARE;
  style.flush_right = TRUE;
  self->end = set_text (scene, parts->end, &style);
  style.flush_right = FALSE;
  style.width = self->width;
  if (self->end != NULL)
    style.width -= self->end->rect.width + 4 * self->gap;
  self->start = set_text (scene, parts->start, &style);
}

/* One after the other, if that is lower than either way. */
static void
join (JipyoSheetFooter *self, const JipyoScene *scene, const Parts *parts)
{
  g_autofree char *both = g_strconcat (parts->start, SEPARATOR, parts->end, NULL);
  JipyoTextStyle style = parts->style;

  style.width = self->width;
  if (*parts->start == '\0' || *parts->end == '\0')
    return;
  JipyoTextLayout *joined = set_text (scene, both, &style);
  if (joined->ellipsised
      || get_height (joined) > MAX (get_height (self->start), get_height (self->end)) - 1) {
    jipyo_text_layout_free (joined);
    return;
  }
  jipyo_sheet_footer_clear (self);
  self->start = joined;
}

static void
set_both (JipyoSheetFooter *self, const JipyoScene *scene, const char *text, const char *omitted)
{
  const gboolean projected = jipyo_scene_get_theme (scene)->projected;
  const JipyoTextStyle style = { .size = jipyo_scene_get_type (scene)->footer,
                                 .colour = jipyo_scene_get_theme (scene)->muted,
                                 .lines = projected ? MAX_LINES_PROJECTED : MAX_LINES,
                                 .balanced = TRUE };
  const double room = self->width * (*omitted != '\0' ? 1 - END_SHARE / 2 : 1);
  const char *last = find_last_part (scene, text, style, room);
  g_autofree char *start =
    last != NULL ? g_strndup (text, last - text - strlen (SEPARATOR)) : g_strdup (text);
  g_autofree char *end =
    g_strconcat (omitted, *omitted != '\0' && last != NULL ? SEPARATOR : "", last, NULL);
  const Parts parts = { .start = start, .end = end, .style = style };

  set_beside (self, scene, &parts);
  stack (self, scene, &parts);
  join (self, scene, &parts);
}

void
jipyo_sheet_footer_set (JipyoSheetFooter *self,
                        const JipyoScene *scene,
                        const char *text,
                        const JipyoOmissions *omissions)
{
  g_autofree char *omitted = describe_omissions (omissions, jipyo_scene_get_lang (scene));

  jipyo_sheet_footer_clear (self);
  self->gap = jipyo_scene_get_type (scene)->gap;
  set_both (self, scene, text != NULL ? text : "", omitted);
  const double height = MAX (get_height (self->start), get_height (self->end));
  self->height = height > 0 ? height + self->gap * 1.2 : 0;
}

void
jipyo_sheet_footer_clear (JipyoSheetFooter *self)
{
  g_clear_pointer (&self->start, jipyo_text_layout_free);
  g_clear_pointer (&self->end, jipyo_text_layout_free);
}

void
jipyo_sheet_footer_place (JipyoSheetFooter *self, JipyoScene *scene, double x, double y)
{
  const double top = y + self->gap * 1.2;

  if (self->height <= 0)
    return;
  jipyo_scene_add_hairline (scene, x, y, self->width);
  if (self->end != NULL) {
    const double left = x + self->width - self->end->rect.width;

    jipyo_scene_take_text (scene, g_steal_pointer (&self->end), left, top);
  }
  if (self->start != NULL)
    jipyo_scene_take_text (scene, g_steal_pointer (&self->start), x, top);
}
