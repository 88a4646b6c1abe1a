/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A score as a WAV file: 16 bits, two channels, the same score the same bytes. The tone is one of a
 * plucked instrument, a little different for each voice, and begins and ends in silence, so that
 * nothing clicks but the ticks of the axis. All voices together stay below full scale.
 */

#pragma once

#include "jipyo-sound-score.h"

#define JIPYO_SOUND_RATE                                                                           \
  22050                         /* samples a second; four times the highest partial, and to spare  \
                                 */
#define JIPYO_SOUND_LEAD_MS 100 /* silence at the beginning, which devices swallow */
#define JIPYO_SOUND_TAIL_MS 150
#define JIPYO_SOUND_HEADER 44 /* bytes before the samples */

/* Never fails. (transfer full) */
GBytes *jipyo_sound_wave_encode (const JipyoSoundScore *score);
/* How long it lasts, in milliseconds. */
guint jipyo_sound_wave_get_length (const JipyoSoundScore *score);
