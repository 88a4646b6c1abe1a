/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One picture a sample, of which a few lines of script change the theme and the language. Without
 * them it is the first theme, in Korean. Both languages stand in the page; a class of its root says
 * which one is shown.
 */

#include "jipyo-gallery-index.h"

#include "jipyo-sample.h"

static const char HEAD[] =
  "<!DOCTYPE html>\n"
  "<html lang=\"ko\" class=\"ko\">\n"
  "<meta charset=\"utf-8\">\n"
  "<meta name=\"viewport\" content=\"width=device-width\">\n"
  "<title>지표 · Jipyo: charts</title>\n"
  "<style>\n"
  ":root { --card: #fff; --text: #222; --muted: #666; --line: #ddd; }\n"
  "body { margin: 0; background: var(--card); color: var(--text); font: 16px/1.5 sans-serif;"
  " word-break: keep-all; }\n"
  "header, section { max-width: 1360px; margin: 0 auto; padding: 0 24px; }\n"
  "h1 { font-size: 1.6rem; margin: 32px 0 0; }\n"
  "h2 { font-size: 1.1rem; margin: 40px 0 12px; border-bottom: 1px solid var(--line); }\n"
  "p { color: var(--muted); margin: 4px 0; }\n"
  "form { position: sticky; top: 0; z-index: 1; background: var(--card); border-bottom: 1px solid"
  " var(--line); padding: 10px 24px; display: flex; flex-wrap: wrap; gap: 6px 24px;"
  " justify-content: center; }\n"
  "fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 14px; }\n"
  "section div { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 600px),"
  " 1fr)); gap: 24px; }\n"
  "figure { margin: 0; }\n"
  "img { width: 100%; height: auto; display: block; border: 1px solid var(--line); }\n"
  "figcaption { color: var(--muted); font-size: .85rem; padding-top: 4px; }\n"
  ".ko :not(html):lang(en), .en :not(html):lang(ko), .plain .hostile { display: none; }\n"
  "</style>\n";

static const char INTRODUCTION[] =
  "<header>\n"
  "<h1><span lang=\"ko\">지표의 그림 모음</span><span lang=\"en\">Jipyo’s charts</span></h1>\n"
  "<p lang=\"ko\">모든 그림은 <strong>예시 자료</strong>로 그렸으며 실제 수치가 아닙니다. "
  "어떤 자료에도 무너지지 않는지 보려고 일부러 고약하게 만든 자료도 있습니다.</p>\n"
  "<p lang=\"en\">Every picture shows <strong>sample data</strong>, nothing of it is real. "
  "Some of the data are hostile on purpose, to see what a chart makes of them.</p>\n"
  "</header>\n";

/* The grounds of the themes are put in before it. */
static const char SCRIPT[] = "const root = document.documentElement, form = document.forms[0];\n"
                             "const show = () => {\n"
                             "  const theme = form.theme.value, lang = form.lang.value;\n"
                             "  root.lang = lang;\n"
                             "  root.className = lang + (form.hostile.checked ? '' : ' plain');\n"
                             "  for (const [name, colour] of Object.entries(colours[theme]))\n"
                             "    root.style.setProperty('--' + name, colour);\n"
                             "  for (const image of document.images) {\n"
                             "    image.src = `${theme}/${lang}/${image.dataset.name}.png`;\n"
                             "    image.alt = image.dataset[lang];\n"
                             "  }\n"
                             "};\n"
                             "form.addEventListener('change', show);\n"
                             "show();\n";

static const char *
get_theme_name (JipyoThemeId id, JipyoLang lang)
{
  static const char *const names[JIPYO_N_THEMES][2] = {
    [JIPYO_THEME_LIGHT] = { "밝게", "Light" },
    [JIPYO_THEME_DARK] = { "어둡게", "Dark" },
    [JIPYO_THEME_HIGH_CONTRAST] = { "고대비", "High contrast" },
    [JIPYO_THEME_PROJECTOR] = { "프로젝터", "Projector" },
    [JIPYO_THEME_PRINT] = { "인쇄", "Print" },
  };

  return names[id][lang == JIPYO_LANG_KO ? 0 : 1];
}

static const JipyoTheme *
get_first_theme (const JipyoGallery *self)
{
  return self->theme != NULL ? self->theme : jipyo_theme_get ((JipyoThemeId) 0);
}

gboolean
jipyo_gallery_has_theme (const JipyoGallery *self, const JipyoTheme *theme)
{
  return self->theme == NULL || self->theme == theme;
}

static void
append_form (GString *page, const JipyoGallery *self)
{
  g_string_append (page, "<form>\n<fieldset>\n");
  for (int id = 0; id < JIPYO_N_THEMES; id++) {
    const JipyoTheme *theme = jipyo_theme_get ((JipyoThemeId) id);
    if (!jipyo_gallery_has_theme (self, theme))
      continue;
    g_string_append_printf (
      page,
      "<label><input type=\"radio\" name=\"theme\" value=\"%s\"%s> <span lang=\"ko\">%s</span>"
      "<span lang=\"en\">%s</span></label>\n",
      theme->name, theme == get_first_theme (self) ? " checked" : "",
      get_theme_name ((JipyoThemeId) id, JIPYO_LANG_KO),
      get_theme_name ((JipyoThemeId) id, JIPYO_LANG_EN));
  }
  g_string_append (
    page,
    "</fieldset>\n<fieldset>\n"
    "<label><input type=\"radio\" name=\"lang\" value=\"ko\" checked> 한국어</label>\n"
    "<label><input type=\"radio\" name=\"lang\" value=\"en\"> English</label>\n"
    "</fieldset>\n"
    "<label><input type=\"checkbox\" name=\"hostile\" checked> "
    "<span lang=\"ko\">고약한 자료도</span><span lang=\"en\">Hostile data too</span></label>\n"
    "</form>\n");
}

/* What a picture says, for those who cannot see it. */
static char *
describe (const JipyoPlot *plot)
{
  return g_strdup_printf ("%s. %s. %s", plot->title != NULL ? plot->title : "",
                          plot->subtitle != NULL ? plot->subtitle : "", plot->footer);
}

static void
append_picture (GString *page, const JipyoGallery *self, const JipyoSample *sample)
{
  g_autoptr (JipyoPlot) plot_ko = jipyo_sample_make (sample, JIPYO_LANG_KO);
  g_autoptr (JipyoPlot) plot_en = jipyo_sample_make (sample, JIPYO_LANG_EN);
  g_autofree char *text_ko = describe (plot_ko), *text_en = describe (plot_en);
  g_autofree char *ko = g_markup_escape_text (text_ko, -1);
  g_autofree char *en = g_markup_escape_text (text_en, -1);

  g_string_append_printf (page,
                          "<figure%s><img src=\"%s/ko/%s.png\" width=\"%.0f\" height=\"%.0f\""
                          " loading=\"lazy\" data-name=\"%s\" alt=\"%s\" data-ko=\"%s\""
                          " data-en=\"%s\"><figcaption>%s</figcaption></figure>\n",
                          jipyo_sample_is_hostile (sample) ? " class=\"hostile\"" : "",
                          get_first_theme (self)->name, sample->name, self->width, self->height,
                          sample->name, ko, ko, en, sample->name);
}

static void
append_pictures (GString *page, const JipyoGallery *self)
{
  const char *group = NULL;

  for (guint i = 0; jipyo_sample_get (i) != NULL; i++) {
    const JipyoSample *sample = jipyo_sample_get (i);
    const char *own = jipyo_sample_get_group (sample, JIPYO_LANG_EN);
    if (own != group)
      g_string_append_printf (page,
                              "%s<section>\n<h2><span lang=\"ko\">%s</span>"
                              "<span lang=\"en\">%s</span></h2>\n<div>\n",
                              group != NULL ? "</div>\n</section>\n" : "",
                              jipyo_sample_get_group (sample, JIPYO_LANG_KO), own);
    group = own;
    append_picture (page, self, sample);
  }
  g_string_append (page, "</div>\n</section>\n");
}

static void
append_script (GString *page, const JipyoGallery *self)
{
  g_string_append (page, "<script>\nconst colours = {\n");
  for (int id = 0; id < JIPYO_N_THEMES; id++) {
    const JipyoTheme *theme = jipyo_theme_get ((JipyoThemeId) id);
    if (jipyo_gallery_has_theme (self, theme))
      g_string_append_printf (
        page, "  '%s': { card: '#%06x', text: '#%06x', muted: '#%06x', line: '#%06x' },\n",
        theme->name, theme->card, theme->text, theme->muted, theme->hairline);
  }
  g_string_append_printf (page, "};\n%s</script>\n", SCRIPT);
}

GBytes *
jipyo_gallery_index_make (const JipyoGallery *self)
{
  GString *page = g_string_new (HEAD);

  g_string_append (page, INTRODUCTION);
  append_form (page, self);
  append_pictures (page, self);
  append_script (page, self);
  return g_string_free_to_bytes (page);
}
