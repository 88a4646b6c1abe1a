/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Simulation: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, A Physiologically-based Model for
 * Simulation of Color Vision Deficiency, IEEE TVCG 15 (2009), the matrices of severity 1.0, applied
 * to linear light. Difference: G. Sharma, W. Wu, E. N. Dalal, The CIEDE2000 Color-Difference
 * Formula, Color Research and Application 30 (2005), whose steps and names these are.
 */

#include "colour-sight.h"

#include <math.h>

static const double matrices[N_SIGHTS][3][3] = {
  [SIGHT_FULL] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  [SIGHT_PROTAN] = { { 0.152286, 1.052583, -0.204868 },
                     { 0.114503, 0.786281, 0.099216 },
                     { -0.003882, -0.048116, 1.051998 } },
  [SIGHT_DEUTAN] = { { 0.367322, 0.860646, -0.227968 },
                     { 0.280085, 0.672501, 0.047413 },
                     { -0.011820, 0.042940, 0.968881 } },
  [SIGHT_TRITAN] = { { 1.255528, -0.076749, -0.178779 },
                     { -0.078411, 0.930809, 0.147602 },
                     { 0.004733, 0.691367, 0.303900 } },
};

/* Linear sRGB to XYZ over the white of D65 (IEC 61966-2-1). */
static const double xyz[3][3] = {
  { 0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047 },
  { 0.2126729, 0.7151522, 0.0721750 },
  { 0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883 },
};

const char *
sight_get_name (Sight sight)
{
  static const char *const names[] = { "full sight", "protanopia", "deuteranopia", "tritanopia" };

  return names[sight];
}

static double
to_linear (guint32 byte)
{
  const double c = byte / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
to_perceived (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static void
multiply (const double matrix[3][3], const double in[3], double out[3])
{
  for (int i = 0; i < 3; i++)
    out[i] = matrix[i][0] * in[0] + matrix[i][1] * in[1] + matrix[i][2] * in[2];
}

Lab
sight_see (guint32 rgb, Sight sight)
{
  const double light[3] = { to_linear ((rgb >> 16) & 0xFF), to_linear ((rgb >> 8) & 0xFF),
                            to_linear (rgb & 0xFF) };
  double seen[3], relative[3];

  multiply (matrices[sight], light, seen);
  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (seen[i], 0, 1);
  multiply (xyz, seen, relative);
  const double x = to_perceived (relative[0]), y = to_perceived (relative[1]),
               z = to_perceived (relative[2]);
  return (Lab){ 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static double
radians (double degrees)
{
  return degrees * G_PI / 180;
}

/* Degrees, 0 … 360; 0 for grey. */
static double
get_hue (double a, double b)
{
  const double hue = a == 0 && b == 0 ? 0 : atan2 (b, a) * 180 / G_PI;

  return hue < 0 ? hue + 360 : hue;
}

static double
saturate (double chroma)
{
  return sqrt (pow (chroma, 7) / (pow (chroma, 7) + pow (25, 7)));
}

/* Difference and mean of two hues, on the shorter way around. */
static void
compare_hues (double h1, double h2, double *difference, double *mean)
{
  *difference = h2 - h1;
  *mean = (h1 + h2) / 2;
  if (fabs (h1 - h2) <= 180)
    return;
  *difference += h2 > h1 ? -360 : 360;
  *mean += h1 + h2 < 360 ? 180 : -180;
}

double
sight_difference (Lab one, Lab two)
{
  const double chroma_lab = (hypot (one.a, one.b) + hypot (two.a, two.b)) / 2;
  const double g = 0.5 * (1 - saturate (chroma_lab));
  const double a1 = one.a * (1 + g), a2 = two.a * (1 + g);
  const double c1 = hypot (a1, one.b), c2 = hypot (a2, two.b);
  const double h1 = get_hue (a1, one.b), h2 = get_hue (a2, two.b);
  const double l = (one.l + two.l) / 2, c = (c1 + c2) / 2;
  double hue_difference, h;

  compare_hues (h1, h2, &hue_difference, &h);
  if (c1 * c2 == 0) {
    hue_difference = 0;
    h = h1 + h2;
  }
  const double dh = 2 * sqrt (c1 * c2) * sin (radians (hue_difference / 2));
  const double t = 1 - 0.17 * cos (radians (h - 30)) + 0.24 * cos (radians (2 * h))
                   + 0.32 * cos (radians (3 * h + 6)) - 0.20 * cos (radians (4 * h - 63));
  const double turn = 30 * exp (-pow ((h - 275) / 25, 2));
  const double rotation = -sin (radians (2 * turn)) * 2 * saturate (c);
  const double sl = 1 + 0.015 * pow (l - 50, 2) / sqrt (20 + pow (l - 50, 2));
  const double x = (two.l - one.l) / sl;
  const double y = (c2 - c1) / (1 + 0.045 * c);
  const double z = dh / (1 + 0.015 * c * t);

  return sqrt (x * x + y * y + z * z + rotation * y * z);
}
