# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The processes of a window, as the kernel sees them."""
import os


def children(pid):
    found = []
    for task in os.listdir(f'/proc/{pid}/task'):
        try:
            with open(f'/proc/{pid}/task/{task}/children') as file:
                found += [int(child) for child in file.read().split()]
        except FileNotFoundError:
            pass
    return found


def feed_of(window):
    """The feed's process, once there is one that has become the feed."""
    def find():
        for child in children(window.process.pid):
            with open(f'/proc/{child}/cmdline', 'rb') as file:
                if b'\0feed\0' in file.read():
                    return child
        return None
    return window.until(find, 'a feed runs')


def memory_kib(pid):
    with open(f'/proc/{pid}/smaps_rollup') as file:
        return next(int(line.split()[1]) for line in file if line.startswith('Anonymous:'))


def waited_s(pid):
    """What the thread of it that waited longest has spent on the queue for a processor."""
    longest = 0
    for task in os.listdir(f'/proc/{pid}/task'):
        try:
            with open(f'/proc/{pid}/task/{task}/schedstat') as file:
                longest = max(longest, int(file.read().split()[1]))
        except (FileNotFoundError, IndexError):
            pass
    return longest / 1e9
