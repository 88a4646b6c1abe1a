# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The exchange of the tests, for stories that need prices which move."""
import contextlib
import subprocess

from screen_reader import PROVIDERS


class Endpoints(list):
    """The options by which a window asks the exchanges instead of every provider."""

    def __init__(self, children):
        addresses = [f'http://127.0.0.1:{child.stdout.readline().strip()}' for child in children]
        super().__init__(f'--endpoint={name}={addresses[i % len(addresses)]}' for i, name in enumerate(PROVIDERS))
        self.children = children

    def tell(self, word):
        for child in self.children:
            child.stdin.write(f'{word}\n')
            child.stdin.flush()


@contextlib.contextmanager
def market(exchange, count=1):
    """Runs it, so often: providers take turns, and each run is a host of its own."""
    with contextlib.ExitStack() as stack:
        children = [stack.enter_context(subprocess.Popen([exchange, 'live'], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                                         text=True)) for _ in range(count)]
        try:
            yield Endpoints(children)
        finally:
            for child in children:
                child.stdin.close()
