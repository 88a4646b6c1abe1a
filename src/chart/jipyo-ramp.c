/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three stops and straight lines between them.
 */

#include "jipyo-ramp.h"

#include <math.h>

static const double pale = 0.13;   /* of the colour, in the least */
static const double deep = 0.55;   /* towards the colour of text, in the most */
static const double middle = 0.55; /* the share that has the colour itself */

typedef struct {
  double l;
  double a;
  double b;
} Lab;

static double
decode (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static guint32
encode (double c)
{
  const double v = CLAMP (c, 0, 1);

  return (guint32) lround (255 * (v <= 0.0031308 ? v * 12.92 : 1.055 * pow (v, 1 / 2.4) - 0.055));
}

/* The matrices of https://bottosson.github.io/posts/oklab/ */
static Lab
lab_from_rgb (guint32 rgb)
{
  const JipyoColour c = jipyo_colour_from_rgb (rgb);
  const double red = decode (c.red), green = decode (c.green), blue = decode (c.blue);
  const double l = cbrt (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const double m = cbrt (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const double s = cbrt (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);

  return (Lab){
    0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
  };
}

static guint32
rgb_from_lab (Lab c)
{
  const double l = pow (c.l + 0.3963377774 * c.a + 0.2158037573 * c.b, 3);
  const double m = pow (c.l - 0.1055613458 * c.a - 0.0638541728 * c.b, 3);
  const double s = pow (c.l - 0.0894841775 * c.a - 1.2914855480 * c.b, 3);

  return encode (4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) << 16
         | encode (-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) << 8
         | encode (-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
}

static Lab
mix (Lab a, Lab b, double t)
{
  return (Lab){ a.l + (b.l - a.l) * t, a.a + (b.a - a.a) * t, a.b + (b.b - a.b) * t };
}

guint32
jipyo_ramp_get_colour (const JipyoTheme *theme, JipyoColourKey key, double share)
{
  const double t = isnan (share) ? 0 : CLAMP (share, 0, 1);
  const Lab ground = lab_from_rgb (theme->card), ink = lab_from_rgb (theme->text);
  const guint32 wanted = jipyo_theme_get_colour (theme, key);
  /* A colour that is nearly the ground's leaves no room for less. */
  const Lab colour = lab_from_rgb (jipyo_colour_with_contrast (wanted, theme->card, 2.5));

  if (t <= middle)
    return rgb_from_lab (mix (ground, colour, pale + (1 - pale) * t / middle));
  return rgb_from_lab (mix (colour, ink, deep * (t - middle) / (1 - middle)));
}

guint32
jipyo_ramp_get_ink (guint32 colour)
{
  return jipyo_colour_contrast (colour, 0xFFFFFF) >= jipyo_colour_contrast (colour, 0x000000)
           ? 0xFFFFFF
           : 0x000000;
}
