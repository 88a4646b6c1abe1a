#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""flood.py PROGRAM EXCHANGE PROBE EMPTY [SECONDS]: the window under a flood of prices.

Three venues stream at together 10,000 messages a second for SECONDS (60), while the window shows every coin
that they stream in its sidebar, and all of them side by side. PROBE (loop-probe.c) times the turns of the
window's main loop; the exchange writes the time into the decimals of each price, so that its age is read off
the screen. No turn may take 50 ms, no price on the screen be older than a second, and no memory grow. What a
process waited for a processor that others had is told, and not held against it; nor is a turn during which
EMPTY (empty-window.c), a window beside it that shows nothing, was late itself. While they waited for longer than
the run lasts, what others leave of a processor is slow too, and a turn may take twice as long. Run on a display of
its own; 77 (skip) when the machine had no room for a whole flood.
"""
import json
import math
import mmap
import os
import re
import statistics
import struct
import subprocess
import sys
import time
from pathlib import Path

from processes import feed_of, memory_kib, waited_s
from screen_reader import PROVIDERS, Atspi, Window

RATE = 10000
RATE_MIN = 9000
STALL_MS = 50
AGE_S = 1.0
GROWTH_KIB = 8 << 10  # a picture of the whole window, which comes and goes, takes that much
WARM_S = 5
PATIENCE_S = 300  # a window that is flooded on a busy machine takes its time to be read
COINS = {'Upbit': 'BTC ETH ETC MTL LSK XRP ADA STEEM', 'Bithumb': 'BTC BCH ETH ETC XRP QTUM',
         'Coinone': 'BTC BCH ETH ETC XRP QTUM IOTA'}
NAMES = [f'{coin} {venue}' for venue, coins in COINS.items() for coin in coins.split()]
PRICE = re.compile(r'^\S+ \S+ [\d,]+\.(\d{1,4}) ')


def follow_all():
    """The sidebar follows every coin that streams."""
    path = Path(os.environ['XDG_DATA_HOME'], 'jipyo', 'watchlist.json')
    path.parent.mkdir(parents=True, exist_ok=True)
    ids = [f'{venue.lower()}:KRW-{coin}' for coin, venue in map(str.split, NAMES)]
    path.write_text(json.dumps({'version': 1, 'instruments': ids}), 'utf-8')


class Loop:
    """What the probe has written of one process, as in loop-probe.c."""

    HEAD = struct.Struct('=5q')
    TURN = struct.Struct('=4q')
    KEPT = 64
    SIZE = HEAD.size + KEPT * TURN.size

    def __init__(self, window, path):
        window.until(lambda: os.path.exists(path) and os.path.getsize(path) == self.SIZE, 'the probe is there')
        with open(path, 'r+b') as file:
            self.numbers = mmap.mmap(file.fileno(), self.SIZE)

    def reset(self):
        self.numbers[:] = bytes(self.SIZE)

    def late(self):
        """When each late turn began and ended, its own time and that of it on a processor, all in seconds."""
        count = self.HEAD.unpack_from(self.numbers)[4]
        for i in range(min(count, self.KEPT)):
            begun, clock, own, busy = self.TURN.unpack_from(self.numbers, self.HEAD.size + i * self.TURN.size)
            yield begun / 1e6, (begun + clock) / 1e6, own / 1e6, busy / 1e6

    def describe(self, seconds):
        turns, clock_us, own_us, busy_us, late = self.HEAD.unpack_from(self.numbers)
        return (f'{turns} turns, {busy_us / 1e4 / seconds:.0f} % of a processor, the longest {own_us / 1e3:.1f} ms '
                f'({clock_us / 1e3:.1f} ms by the clock), {late} over {STALL_MS} ms')


class Screen:
    """The rows of the sidebar, each with the age of its price."""

    def __init__(self, window):
        Atspi.Accessible.set_cache_mask(window.root, Atspi.Cache.NONE)
        self.turn = 0
        self.rows = window.until(lambda: self.find(window), 'every coin is in the sidebar')

    @staticmethod
    def find(window):
        rows = {}
        for node in window.nodes(None, into_rows=False):
            if node.get_role_name() == 'list item':
                name = next((one for one in NAMES if (node.get_name() or '').startswith(f'{one} ')), None)
                if name:
                    rows[name] = node
                if len(rows) == len(NAMES):
                    return rows  # the sidebar comes first: what else is shown need not be asked for
        return None

    def ages(self):
        """Seconds by name, of a third of them each time, as to ask takes the window's time; None after a poll, which
        brings a price without the time in it, for a moment."""
        ages = {}
        self.turn += 1
        for name, row in list(self.rows.items())[self.turn % 3::3]:
            ages[name] = None
            found = PRICE.search(row.get_name())
            if found:
                sent = int(found[1].ljust(4, '0'))
                age = (int(time.time() * 10) - sent) % 10000
                ages[name] = 0.0 if age > 9990 else age / 10
        return ages


class Flood:
    """The exchange that floods, the window, and the empty one beside it."""

    def __init__(self, program, exchange, probe, empty):
        path = os.path.join(os.environ['XDG_CACHE_HOME'], 'turns')
        probed = {'LD_PRELOAD': os.path.abspath(probe), 'JIPYO_LOOP_PROBE': path}
        self.market = subprocess.Popen([exchange, 'live'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        address = f'http://127.0.0.1:{self.market.stdout.readline().strip()}'
        self.tell('ws-clock')
        self.empty = subprocess.Popen([empty], stdin=subprocess.PIPE, env={**os.environ, **probed})
        self.window = Window(program, '--lang=en', '--page=market-crypto', '--size=1280x1500',
                             endpoints=[f'--endpoint={name}={address}' for name in PROVIDERS], **probed)
        self.processes = {'window': self.window.process.pid, 'feed': feed_of(self.window),
                          'empty window': self.empty.pid}
        self.loops = {name: Loop(self.window, f'{path}.{pid}') for name, pid in self.processes.items()}
        self.memory = {name: [] for name in self.processes}
        self.oldest = (0.0, '')
        self.held = 0.0  # the most of an age that is not explained by waiting
        self.read = [0, 0]  # prices that did not tell their time, and that did

    def tell(self, line):
        self.market.stdin.write(f'{line}\n')
        self.market.stdin.flush()

    def sent(self):
        self.tell('?')
        return int(self.market.stdout.readline())

    def waited(self):
        return sum(waited_s(pid) for pid in (*self.processes.values(), self.market.pid))

    def sample(self, screen, waits):
        """`waits`: what was waited in all until two looks ago."""
        ages = screen.ages()
        waited = self.waited() - waits
        for name, age in ages.items():
            self.read[age is not None] += 1
            if age is not None:
                self.oldest = max(self.oldest, (age, name))
                self.held = max(self.held, age - waited)
        for name, pid in self.processes.items():
            self.memory[name].append(memory_kib(pid))

    def run(self, seconds):
        """Floods the window; what came of it is in rate (messages a second) and lost (seconds of waiting)."""
        screen = Screen(self.window)  # before it is flooded, which is quicker
        self.tell(f'rate {math.ceil(RATE / 3)}')
        time.sleep(WARM_S)
        for loop in self.loops.values():
            loop.reset()
        before, start = self.sent(), time.monotonic()
        waits = [self.waited()] * 2
        while time.monotonic() - start < seconds:
            time.sleep(0.5)
            self.sample(screen, waits[-2])
            waits.append(self.waited())
        self.seconds = time.monotonic() - start
        self.rate = (self.sent() - before) / self.seconds
        self.lost = waits[-1] - waits[0]

    def end(self):
        self.empty.stdin.close()
        self.empty.wait()
        self.window.quit()
        self.market.stdin.close()
        self.market.wait()

    def quarters(self, name):
        """What it held in each quarter of the run, in KiB."""
        kib = self.memory[name]
        part = max(1, len(kib) // 4)
        begins = (0, part, len(kib) - 2 * part, len(kib) - part)
        return [statistics.median(kib[max(0, i):][:part]) for i in begins]

    def growth(self, name):
        """After a quarter of the run, in which it comes to hold what it needs."""
        return self.quarters(name)[-1] - self.quarters(name)[1]

    def stalls(self):
        """The late turns of the window during which the empty one was not late: how long, and busy how long."""
        others = list(self.loops['empty window'].late())
        limit_s = STALL_MS / 1e3 * (2 if self.lost > self.seconds else 1)
        for begun, ended, own, busy in self.loops['window'].late():
            if own > limit_s and not any(begun < until and since < ended for since, until, _, _ in others):
                yield own, busy


def judge(flood):
    print(f'{flood.rate:,.0f} messages a second about {len(NAMES)} coins for {flood.seconds:.0f} s; '
          f'{flood.lost:.1f} s waited for a processor, load {os.getloadavg()[0]:.1f} on {os.cpu_count()}')
    for name, loop in flood.loops.items():
        print(f'{name}: {loop.describe(flood.seconds)}; '
              + ' '.join(f'{kib:,.0f}' for kib in flood.quarters(name)) + ' KiB')
    age, whose = flood.oldest
    print(f'oldest price on the screen: {age:.1f} s ({whose}), {flood.held:.1f} s without the waiting; '
          f'{flood.read[1]} looked at, {flood.read[0]} of a poll')
    faults = [f'the {name} grew' for name in ('window', 'feed') if flood.growth(name) > GROWTH_KIB]
    faults += [f'the window stood still for {own * 1e3:.1f} ms, {busy * 1e3:.1f} ms of it busy'
               for own, busy in flood.stalls()]
    if flood.held > AGE_S:
        faults.append(f'a price was older than {AGE_S} s')
    return faults


def main(program, exchange, probe, empty, seconds=60):
    if 'ASAN_OPTIONS' in os.environ:
        print('skipped: a sanitizer must be loaded first')
        sys.exit(77)
    Window.PATIENCE_S = PATIENCE_S
    Atspi.init()
    follow_all()
    flood = Flood(program, exchange, probe, empty)
    flood.run(float(seconds))
    faults = judge(flood)
    flood.end()
    if faults:
        sys.exit('; '.join(faults))
    if flood.rate < RATE_MIN:
        print('skipped: the machine had no room for a whole flood')
        sys.exit(77)


if __name__ == '__main__':
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
