# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prices that never were, for the pages that show those that are kept."""
import contextlib
import subprocess
import sys
import tempfile
from pathlib import Path

from command_line import command


@contextlib.contextmanager
def made_prices(program):
    """A history of closes that never were; what is given is the argument for the day after the last of them."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, Path(__file__).parent / '../data/make-closes.py', folder], check=True)
        for file in Path(folder).glob('*.csv'):
            command(program, 'import', str(file), '--instrument', f'krx:{file.stem}', '--every', '1d')
    yield '--now=2026-11-20T12:00:00Z'
