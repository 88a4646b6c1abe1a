# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# gnuplot-line.py POINTS: the same line by gnuplot's pngcairo, from a binary file, less an empty plot by a process
# of its own.
import array
import random
import statistics
import subprocess
import sys
import tempfile
import time

n = int(sys.argv[1])
turns = 3 if n > 1_000_000 else 5
source = random.Random(1)
value = 0.0
values = array.array('d')
for _ in range(n):
    value += source.uniform(-1, 1)
    values.append(value)
terminal = 'set terminal pngcairo size 1920,1080; set output "/dev/null"; unset key; '


def run(command):
    begin = time.perf_counter()
    subprocess.run(['gnuplot', '-e', terminal + command], check=True, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - begin) * 1000


with tempfile.NamedTemporaryFile() as file:
    values.tofile(file)
    file.flush()
    line = f'plot "{file.name}" binary array=({n}) format="%double" with lines'
    run(line)  # opens the fonts
    empty = statistics.median(run('set xrange [0:1]; set yrange [0:1]; plot NaN') for _ in range(turns))
    print('first', statistics.median(run(line) for _ in range(turns)) - empty)
