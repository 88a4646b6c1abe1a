#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill-loop.py PROGRAM EXCHANGE [COUNT [BURNERS]]: the window outlives its feed.

Starts the window on a market that trades, then kills its feed COUNT times (20), by SIGKILL and SIGSEGV
and each tenth time by SIGSTOP, as BURNERS processes (none) keep the machine busy. Each time the price
that is shown has to move again within three seconds. The window must not end, not say that anything is
wrong, and not grow. Run on a display of its own.
"""
import os
import signal
import statistics
import subprocess
import sys
import time

from loopback import market
from processes import feed_of, memory_kib
from screen_reader import Atspi, Window

SANITIZED = 'ASAN_OPTIONS' in os.environ
BACK_S = 3 * (4 if SANITIZED else 1)
GROWTH_KIB = 8 << 10
# A sanitizer answers SIGSEGV itself, with a report that would read as the window's complaint.
WAYS = (signal.SIGKILL,) if SANITIZED else (signal.SIGKILL, signal.SIGSEGV)
WORRIES = ('offline', 'retrying', 'Offline')


class Ticker:
    """One price of the strip, and the button that tells of the link."""

    def __init__(self, window):
        Atspi.Accessible.set_cache_mask(window.root, Atspi.Cache.NONE)
        self.cell = window.until(lambda: self.find(window, 'BTC Upbit'), 'the price is in the strip')
        self.link = window.until(lambda: self.find(window, 'Fetch fresh quotes: '), 'the link is told')

    @staticmethod
    def find(window, start):
        return next((node for node in window.nodes() if (node.get_name() or '').startswith(start)), None)

    def price(self):
        return self.cell.get_name().rpartition(', ')[0]

    def worry(self):
        return next((word for word in WORRIES if word in self.link.get_name()), None)


def kill_once(window, ticker, way):
    """Seconds until the price moved."""
    feed = feed_of(window)
    before = ticker.price()
    start = time.monotonic()
    os.kill(feed, way)
    while ticker.price() == before:
        if window.process.poll() is not None:
            sys.exit(f'the window ended with {window.process.returncode}')
        if time.monotonic() - start > 20:
            sys.exit(f'no price for 20 s after {way.name}: {ticker.cell.get_name()}')
        time.sleep(0.02)
    return time.monotonic() - start


def run(window, count):
    ticker = Ticker(window)
    window.until(lambda: 'ago' in ticker.cell.get_name() or 'just now' in ticker.cell.get_name(), 'a live price comes')
    gaps, late, worries, memory = [], [], 0, []
    for i in range(count):
        way = signal.SIGSTOP if i % 10 == 9 else WAYS[i % len(WAYS)]
        gap = kill_once(window, ticker, way)
        gaps.append(gap)
        if gap > BACK_S:
            late.append((i, way.name, round(gap, 2)))
        worries += ticker.worry() is not None
        if i in (count // 10, count - 1) or i % 100 == 99:
            memory.append(memory_kib(window.process.pid))
            print(f'{i + 1}: median {statistics.median(gaps):.2f} s, longest {max(gaps):.2f} s, {memory[-1]} KiB', flush=True)
    return late, worries, memory


def main(program, exchange, count=20, burners=0):
    Atspi.init()
    busy = [subprocess.Popen([sys.executable, '-c', 'while True: pass']) for _ in range(int(burners))]
    with market(exchange) as endpoints:
        try:
            window = Window(program, '--lang=en', endpoints=endpoints)
            late, worries, memory = run(window, int(count))
        finally:
            for process in busy:
                process.kill()
        # What was freed is kept there, to catch who still uses it.
        grown = 0 if SANITIZED else memory[-1] - memory[0]
        if late or worries or grown > GROWTH_KIB:
            sys.exit(f'later than {BACK_S} s: {late}; link in doubt {worries} times; memory {memory} KiB')
        window.quit()


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what was started ends too
    main(*sys.argv[1:])
