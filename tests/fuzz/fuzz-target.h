/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a fuzz target is: one function that takes any bytes. libFuzzer calls it by this name;
 * without libFuzzer, fuzz-corpus.c does.
 */

#pragma once

#include <stddef.h>
#include <stdint.h>

/* Always 0. What must hold whatever the bytes are is asserted inside. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
