/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One key figure as a card: label, the large figure with its words, the badge of doubt, the note.
 */

#pragma once

#include "jipyo-scene.h"
#include "jipyo-sheet.h"

/* The width at which the figure stands on one line at full size. */
double jipyo_tile_measure_width (const JipyoScene *scene, const JipyoTile *tile);
/* The width at which no word of label and note is broken, estimated. */
double jipyo_tile_measure_words (const JipyoScene *scene, const JipyoTile *tile);
/* The height it takes in a card of that width. */
double jipyo_tile_measure_height (const JipyoScene *scene, const JipyoTile *tile, double width);
/* Adds card and contents to the scene. */
/* `lift` moves the contents down from the top of the card. */
void
jipyo_tile_place (JipyoScene *scene, const JipyoTile *tile, const JipyoRect *rect, double lift);
