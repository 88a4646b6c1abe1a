/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a claim was read.
 */

#pragma once

#include "jipyo-date.h"

typedef struct {
  char *id;
  JipyoText publisher;
  JipyoText title;
  char *author; /* or NULL */
  JipyoDate published;
  JipyoDate retrieved;
  char *url;     /* or NULL */
  char *licence; /* or NULL */
  gboolean redistributable;
} JipyoSource;

void jipyo_source_free (JipyoSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoSource, jipyo_source_free)
