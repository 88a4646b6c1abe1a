/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A card is composed once for a width; measuring reads the composition, placing hands its texts to
 * the scene. A figure is never cut: it gets smaller, then its unit goes to a line of its own.
 */

#include "jipyo-tile-layout.h"

#include "jipyo-doubt-text.h"
#include "jipyo-text-ties.h"

static const double PADDING_GAPS = 2.2;
static const double PADDING_GAPS_PROJECTED = 1.3; /* around the contents */
static const double WORD_GAPS = 1;                /* between prefix, number and unit */
static const double NUMBER_SIZES[] = { 1, 0.88, 0.76, 0.66 };
static const double BADGE_GAPS = 0.9; /* left and right in the badge */

typedef struct {
  JipyoTextLayout *label;
  JipyoTextLayout *prefix; /* or NULL */
  JipyoTextLayout *number;
  JipyoDoubtText unit;
  JipyoDoubtText doubt;
  JipyoTextLayout *note; /* or NULL */
  gboolean has_unit;
  gboolean has_doubt;
  gboolean unit_below;
  gboolean note_below;
  double padding;
  double gap;
} Card;

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static double
get_padding (const JipyoScene *scene)
{
  const gboolean projected = jipyo_scene_get_theme (scene)->projected;

  return (projected ? PADDING_GAPS_PROJECTED : PADDING_GAPS) * jipyo_scene_get_type (scene)->gap;
}

static void
card_clear (Card *card)
{
  g_clear_pointer (&card->label, jipyo_text_layout_free);
  g_clear_pointer (&card->prefix, jipyo_text_layout_free);
  g_clear_pointer (&card->number, jipyo_text_layout_free);
  g_clear_pointer (&card->note, jipyo_text_layout_free);
  jipyo_doubt_text_clear (&card->unit);
  jipyo_doubt_text_clear (&card->doubt);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Card, card_clear)

static double
card_figure_width (const Card *card)
{
  double width = card->number->rect.width;

  if (card->prefix != NULL)
    width += card->prefix->rect.width + WORD_GAPS * card->gap;
  if (card->has_unit && !card->unit_below)
    width += card->unit.width + WORD_GAPS * card->gap;
  return width;
}

/* The large figure at a share of its full size. */
static void
card_set_figure (Card *card, const JipyoScene *scene, const JipyoTile *tile, double share)
{
  const JipyoTheme *theme = jipyo_scene_get_theme (scene);
  const JipyoTypeScale *type = jipyo_scene_get_type (scene);
  const guint32 ink = has_text (tile->number) && !tile->muted ? theme->text : theme->muted;
  JipyoTextStyle style = { .size = type->number * share, .bold = TRUE, .colour = ink };

  g_clear_pointer (&card->number, jipyo_text_layout_free);
  g_clear_pointer (&card->prefix, jipyo_text_layout_free);
  jipyo_doubt_text_clear (&card->unit);
  card->number = jipyo_text_layout_new (jipyo_scene_get_typesetter (scene),
                                        has_text (tile->number) ? tile->number : "–", &style);
  style.size = MAX (type->title * share, type->note);
  if (has_text (tile->prefix))
    card->prefix = jipyo_text_layout_new (jipyo_scene_get_typesetter (scene), tile->prefix, &style);
  card->has_unit = has_text (tile->unit);
  if (tile->is_change && !tile->muted)
    style.colour = jipyo_theme_get_change_colour (theme, tile->direction);
  if (card->has_unit)
    jipyo_doubt_text_init (&card->unit, scene, tile->unit, &style);
}

/* A number that is too wide at its least size is words; they may take lines. */
static void
card_wrap_figure (Card *card, const JipyoScene *scene, const JipyoTile *tile, double width)
{
  const JipyoTheme *theme = jipyo_scene_get_theme (scene);
  const JipyoTypeScale *type = jipyo_scene_get_type (scene);
  JipyoTextStyle style = { .size = type->title, .bold = TRUE, .width = width, .lines = 3 };

  style.colour = tile->muted       ? theme->muted
                 : tile->is_change ? jipyo_theme_get_change_colour (theme, tile->direction)
                                   : theme->text;
  if (card->has_unit && card->unit.width > width) {
    /* A little smaller is better than a second line. */
    style.size = MAX (type->title * width / card->unit.width * 0.97, type->note);
    jipyo_doubt_text_clear (&card->unit);
    jipyo_doubt_text_init (&card->unit, scene, tile->unit, &style);
  }
  card->unit_below = card->has_unit;
  if (card_figure_width (card) <= width)
    return;
  style.colour = tile->muted ? theme->muted : theme->text;
  style.size = type->title;
  g_clear_pointer (&card->number, jipyo_text_layout_free);
  card->number = jipyo_text_layout_new (jipyo_scene_get_typesetter (scene), tile->number, &style);
}

static void
card_fit_figure (Card *card, const JipyoScene *scene, const JipyoTile *tile, double width)
{
  /* A change is read after the figure: it goes below before the figure shrinks. */
  card_set_figure (card, scene, tile, NUMBER_SIZES[0]);
  card->unit_below = tile->is_change && card_figure_width (card) > width;
  for (gsize i = 1; i < G_N_ELEMENTS (NUMBER_SIZES) && card_figure_width (card) > width; i++)
    card_set_figure (card, scene, tile, NUMBER_SIZES[i]);
  if (card_figure_width (card) > width || (card->unit_below && card->unit.width > width))
    card_wrap_figure (card, scene, tile, width);
}

static void
card_set_notes (Card *card, const JipyoScene *scene, const JipyoTile *tile, double width)
{
  const JipyoTheme *theme = jipyo_scene_get_theme (scene);
  const JipyoTypeScale *type = jipyo_scene_get_type (scene);
  const double pad = 2 * BADGE_GAPS * card->gap;
  const JipyoTextStyle badge = {
    .size = type->note, .bold = TRUE, .colour = theme->doubt_text, .width = width - pad, .lines = 2
  };
  JipyoTextStyle note = { .size = type->note, .colour = theme->muted, .balanced = TRUE };

  card->has_doubt = has_text (tile->doubt);
  if (card->has_doubt)
    jipyo_doubt_text_init (&card->doubt, scene, tile->doubt, &badge);
  if (!has_text (tile->note))
    return;
  const double taken = card->has_doubt ? card->doubt.width + pad + card->gap : 0;
  card->note_below =
    card->has_doubt
    && taken + jipyo_text_measure (jipyo_scene_get_typesetter (scene), tile->note, &note).width
         > width;
  note.width = card->note_below || !card->has_doubt ? width : width - taken;
  note.lines = card->has_doubt && !card->note_below ? 1 : 3;
  card->note = jipyo_text_layout_new (jipyo_scene_get_typesetter (scene), tile->note, &note);
}

static void
card_compose (Card *card, const JipyoScene *scene, const JipyoTile *tile, double width)
{
  const JipyoTypeScale *type = jipyo_scene_get_type (scene);
  JipyoTextStyle label = { .size = type->subtitle,
                           .colour = jipyo_scene_get_theme (scene)->muted,
                           .lines = 3,
                           .balanced = TRUE };

  card->gap = type->gap;
  card->padding = get_padding (scene);
  const double inner = MAX (width - 2 * card->padding, type->label);
  label.width = inner;
  card->label = jipyo_text_layout_new (jipyo_scene_get_typesetter (scene), tile->label, &label);
  card_fit_figure (card, scene, tile, inner);
  card_set_notes (card, scene, tile, inner);
}

static double
card_badge_height (const Card *card)
{
  return card->doubt.text->rect.height + card->gap * 0.4;
}

static double
card_notes_height (const Card *card)
{
  double height = 0;

  if (card->has_doubt)
    height += card_badge_height (card) + (card->note_below ? card->gap * 0.4 : 0);
  if (card->note != NULL && (!card->has_doubt || card->note_below))
    height += card->note->rect.height;
  return height > 0 ? height + card->gap * 0.4 : 0;
}

static double
card_height (const Card *card)
{
  double height = 2 * card->padding * 0.86 + card->label->rect.height + card->number->rect.height;

  if (card->unit_below)
    height += card->unit.text->rect.height;
  return height + card_notes_height (card);
}

/* One line: prefix, number and unit on a common baseline. Gives the y below it. */
static double
card_place_figure (Card *card, JipyoScene *scene, double x, double y)
{
  const double baseline = y + card->number->baseline;
  const double left = x, bottom = y + card->number->rect.height;
  const double space = WORD_GAPS * card->gap;

  if (card->prefix != NULL) {
    const double width = card->prefix->rect.width;
    const double top = baseline - card->prefix->baseline;

    jipyo_scene_take_text (scene, g_steal_pointer (&card->prefix), x, top);
    x += width + space;
  }
  const double width = card->number->rect.width;
  jipyo_scene_take_text (scene, g_steal_pointer (&card->number), x, y);
  if (!card->has_unit)
    return bottom;
  const double unit_height = card->unit.text->rect.height;
  const double unit_top = card->unit_below ? bottom : baseline - card->unit.text->baseline;
  jipyo_doubt_text_place (&card->unit, scene, card->unit_below ? left : x + width + space,
                          unit_top);
  return card->unit_below ? bottom + unit_height : bottom;
}

static void
card_place_notes (Card *card, JipyoScene *scene, double x, double y)
{
  const double pad = BADGE_GAPS * card->gap;

  y += card->gap * 0.4;
  if (card->has_doubt) {
    const double height = card_badge_height (card);
    const JipyoSceneShape badge = { .kind = JIPYO_SHAPE_BOX,
                                    .rect = { x, y, card->doubt.width + 2 * pad, height },
                                    .colour = jipyo_scene_get_theme (scene)->doubt_fill };
    const double beside = badge.rect.width + card->gap;

    jipyo_scene_add_shape (scene, &badge);
    jipyo_doubt_text_place (&card->doubt, scene, x + pad, y + card->gap * 0.2);
    x += card->note_below ? 0 : beside;
    y += card->note_below ? height + card->gap * 0.4 : card->gap * 0.2;
  }
  if (card->note != NULL)
    jipyo_scene_take_text (scene, g_steal_pointer (&card->note), x, y);
}

double
jipyo_tile_measure_width (const JipyoScene *scene, const JipyoTile *tile)
{
  g_auto (Card) card = { .gap = jipyo_scene_get_type (scene)->gap };

  card_set_figure (&card, scene, tile, 1);
  /* A change looks as well below the figure. */
  card.unit_below = tile->is_change;
  return MAX (card_figure_width (&card), card.unit_below ? card.unit.width : 0)
         + 2 * get_padding (scene);
}

double
jipyo_tile_measure_words (const JipyoScene *scene, const JipyoTile *tile)
{
  const JipyoTypeScale *type = jipyo_scene_get_type (scene);

  return MAX (jipyo_text_estimate_word (tile->label) * type->subtitle,
              jipyo_text_estimate_word (tile->note) * type->note)
         + 2 * get_padding (scene);
}

double
jipyo_tile_measure_height (const JipyoScene *scene, const JipyoTile *tile, double width)
{
  g_auto (Card) card = { 0 };

  card_compose (&card, scene, tile, width);
  return card_height (&card);
}

void
jipyo_tile_place (JipyoScene *scene, const JipyoTile *tile, const JipyoRect *rect, double lift)
{
  const JipyoSceneShape ground = { .kind = JIPYO_SHAPE_CARD,
                                   .rect = *rect,
                                   .colour = jipyo_scene_get_theme (scene)->card };
  g_auto (Card) card = { 0 };

  card_compose (&card, scene, tile, rect->width);
  const double x = rect->x + card.padding;
  const double y = rect->y + card.padding * 0.86 + lift;
  const double label_height = card.label->rect.height;
  jipyo_scene_add_shape (scene, &ground);
  jipyo_scene_take_text (scene, g_steal_pointer (&card.label), x, y);
  card_place_notes (&card, scene, x, card_place_figure (&card, scene, x, y + label_height));
}
