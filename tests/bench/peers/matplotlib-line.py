# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# matplotlib-line.py POINTS: the same line by matplotlib's Agg, with paths simplified and in chunks.
import statistics
import sys
import time

import matplotlib

matplotlib.use('Agg')
import matplotlib.pyplot as plt
import numpy as np

plt.rcParams['agg.path.chunksize'] = 10000
n = int(sys.argv[1])
rng = np.random.default_rng(1)
x = 1.6e9 + 60.0 * np.arange(n)
y = np.cumsum(rng.uniform(-1, 1, n))
turns = 3 if n > 1_000_000 else 5


def timed(work):
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def first():
    figure = plt.figure(figsize=(19.2, 10.8), dpi=100)
    axes = figure.add_subplot()
    axes.plot(x, y, linewidth=1)
    figure.canvas.draw()
    return figure, axes


def show(low, high):
    axes.set_xlim(x[int(low)], x[int(high)])
    figure.canvas.draw()


times = []
for turn in range(turns):
    begin = time.perf_counter()
    figure, axes = first()
    times.append((time.perf_counter() - begin) * 1000)
    if turn < turns - 1:
        plt.close(figure)
print('first', statistics.median(times))
print('pan', statistics.median(
    timed(lambda i=i: show(n * (0.1 + i * 0.01), n * (0.6 + i * 0.01))) for i in range(turns)))
print('zoom', statistics.median(
    timed(lambda i=i: show(n / 2 - n / 2 / 1.3 ** (i + 1), n / 2 + n / 2 / 1.3 ** (i + 1))) for i in range(turns)))
