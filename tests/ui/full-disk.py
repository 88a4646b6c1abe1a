#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""full-disk.py PROGRAM EXCHANGE: the window on a disk without room.

The folder of a person's data is a disk of its own, of some MiB, that is seen by the program alone.
Prices come in, and that there is little room is said; the disk is filled under it, later emptied; at last the window
starts on a full one. It has to say so, to show prices all the while, to lose nothing that it had saved, and to save
again once there is room.
Run as root on a display of its own; skipped where no disk can be mounted.
"""
import os
import sqlite3
import subprocess
import sys

from loopback import market
from screen_reader import Atspi, Window

# More than what the history leaves for others.
SIZE_KIB = 48 * 1024
MOUNTED = ('unshare', '--mount', 'sh', '-c', f'mount -t tmpfs -o size={SIZE_KIB}k none "$XDG_DATA_HOME" && exec "$@"', 'sh')
# The disk is born full with this much room, which is none for a file of SQLite's.
FULL = ('unshare', '--mount', 'sh', '-c', f'mount -t tmpfs -o size={SIZE_KIB}k none "$XDG_DATA_HOME" && '
        'cat /dev/zero 2>/dev/null > "$XDG_DATA_HOME/filler"; exec "$@"', 'sh')
SAID = 'The disk is full'
LITTLE = 'The disk has little room left'


class Disk:
    """The program's own disk, from outside."""

    def __init__(self, window):
        self.folder = f'/proc/{window.process.pid}/root{os.environ["XDG_DATA_HOME"]}'
        self.filler = f'{self.folder}/filler'

    def fill(self):
        """To the last byte, and again what SQLite gave back."""
        with open(self.filler, 'ab', buffering=0) as file:
            try:
                while True:
                    file.write(b'\0' * 65536)
            except OSError:
                pass

    def empty(self):
        os.unlink(self.filler)

    def room(self):
        disk = os.statvfs(self.folder)
        return disk.f_bavail * disk.f_frsize

    def saved(self, window):
        """The bitcoin price of a copy of what is on the disk, as another program would find it after a crash."""
        copy = os.path.join(os.environ['XDG_CACHE_HOME'], 'history.sqlite')
        for end in ('', '-wal'):
            if os.path.exists(copy + end):
                os.unlink(copy + end)
            if os.path.exists(f'{self.folder}/jipyo/history.sqlite{end}'):
                subprocess.run(['cp', f'{self.folder}/jipyo/history.sqlite{end}', copy + end], check=True)
        with sqlite3.connect(copy) as database:
            if database.execute('PRAGMA integrity_check').fetchone() != ('ok',):
                return None
            row = database.execute("SELECT last_digits, received_us FROM latest WHERE instrument = 'upbit:KRW-BTC'").fetchone()
        return row


def later_save(window, disk, before):
    """Waits until something newer than `before` is on the disk."""
    def find():
        try:
            row = disk.saved(window)
        except sqlite3.Error:
            return None  # copied in the middle of a write
        return row if row and (before is None or row[1] > before[1]) else None
    return window.until(find, 'a price is saved')


def says(window, text):
    """Above all rows, which are many."""
    return window.shows(text, into_rows=False)


def price(window):
    return next((name for name in window.texts(False) if name.startswith('BTC Upbit ')), '')


def moves(window):
    """The price of the strip is alive."""
    before = price(window).rpartition(', ')[0]
    window.until(lambda: price(window).rpartition(', ')[0] != before, 'the price moves')


def filled_while_running(window):
    disk = Disk(window)
    before = later_save(window, disk, None)
    window.until(lambda: says(window, LITTLE), 'little room is told')
    # The log has room of its own at first; SQLite takes more when it is used up.
    window.until(lambda: (disk.fill(), says(window, SAID))[1], 'a full disk is told')
    moves(window)
    if disk.saved(window)[1] < before[1]:
        sys.exit('what was saved is gone')
    disk.empty()
    window.until(lambda: not says(window, SAID), 'the notice goes')
    later_save(window, disk, disk.saved(window))


def full_at_start(window):
    disk = Disk(window)
    window.until(lambda: says(window, SAID), 'a full disk is told')
    moves(window)
    disk.empty()
    window.until(lambda: says(window, LITTLE), 'little room is told in its stead')
    later_save(window, disk, None)


def main(program, exchange):
    Atspi.init()
    if os.geteuid() != 0 or subprocess.run([*MOUNTED, 'true'], stderr=subprocess.DEVNULL).returncode != 0:
        print('skipped: no disk can be mounted here')
        sys.exit(77)
    with market(exchange) as endpoints:
        for under, story in ((MOUNTED, filled_while_running), (FULL, full_at_start)):
            window = Window(program, '--lang=en', '--page=alerts', endpoints=endpoints, under=under)
            Atspi.Accessible.set_cache_mask(window.root, Atspi.Cache.NONE)
            story(window)
            window.quit()
            print(f'{story.__name__}: as told')


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
