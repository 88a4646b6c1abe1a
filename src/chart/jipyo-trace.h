/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The course of a dense line across a picture, told by upright slots much narrower than a pixel:
 * where the line enters each slot, and how far it reaches up and down inside. Three numbers a slot,
 * however many points there are; a gap in the data ends a part.
 */

#pragma once

#include "jipyo-columns.h"
#include "jipyo-scale.h"

/* Slots in a pixel: horizontally a picture is as exact as that. Of more than a few points in each
 * half as many do: an edge an eighth of a pixel aside is lost among the others, and takes half the
 * time. */
enum { JIPYO_TRACE_SLOTS_MAX = 8, JIPYO_TRACE_SLOTS_OF_MANY = 4 };

/* Where there is nothing, the top is at the very bottom, the bottom at the very top. */
static const float jipyo_trace_nowhere = 1e9F;

typedef struct {
  const JipyoColumns *columns;
  guint n;             /* of its first points */
  JipyoScale position; /* to pixels, from < to */
  JipyoScale value;
  gboolean stepped; /* a value holds until the next point */
  int first;        /* pixels to look at */
  int end;
  int slots; /* in a pixel; 0: as many as the points call for */
} JipyoTraceRequest;

/* A stretch of slots without a gap. */
typedef struct {
  int slot;     /* the first; slot s begins at pixel s / slots */
  guint n;      /* slots */
  guint offset; /* into the arrays of the trace */
} JipyoTracePart;

typedef struct {
  int slots;     /* in a pixel */
  GArray *parts; /* of JipyoTracePart, from left to right; a slot may be in several */
  /* By slot. */
  float *enter; /* where the line enters; nowhere where it begins, first in a part */
  float *top;   /* inside the slot */
  float *bottom;
  guint n;
} JipyoTrace;

JipyoTrace *jipyo_trace_new (const JipyoTraceRequest *request);
void jipyo_trace_free (JipyoTrace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoTrace, jipyo_trace_free)
