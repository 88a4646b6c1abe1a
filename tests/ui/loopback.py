# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The exchange of the tests, for stories that need prices which move."""
import contextlib
import subprocess

from stories import PROVIDERS


@contextlib.contextmanager
def market(exchange):
    """Runs it; the options by which a window asks it instead of every provider."""
    with subprocess.Popen([exchange, 'live'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        address = f'http://127.0.0.1:{child.stdout.readline().strip()}'
        try:
            yield [f'--endpoint={name}={address}' for name in PROVIDERS]
        finally:
            child.stdin.close()
