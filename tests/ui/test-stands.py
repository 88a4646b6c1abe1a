#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-stands.py STANDS: that the wait for a window outlives a search that ends with BadWindow, and ends with the
program. No display is needed: the search is a script that fails so often, then finds.
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SEARCH = '''#!/bin/sh
echo >> "$SEARCHES"
[ $(wc -l < "$SEARCHES") -gt "$FAILURES" ] || { echo 'X Error of failed request:  BadWindow' >&2; exit 1; }
'''


def stand(stands, failures, process):
    with tempfile.TemporaryDirectory() as folder:
        search, searches = Path(folder, 'xdotool'), Path(folder, 'searches')
        search.write_text(SEARCH, 'utf-8')
        search.chmod(0o755)
        searches.touch()
        run = subprocess.run([stands, str(process)], capture_output=True, text=True,
                             env={**os.environ, 'PATH': f'{folder}:{os.environ["PATH"]}', 'SEARCHES': str(searches),
                                  'FAILURES': str(failures)})
        return run.returncode, run.stderr, searches.read_text('utf-8').count('\n')


def main(stands):
    ended = subprocess.Popen(['true'])
    ended.wait()
    if stand(stands, 2, os.getpid()) != (0, '', 3):
        sys.exit('a search that fails twice is not made a third time')
    status, said, _ = stand(stands, 1000, ended.pid)
    if status != 1 or 'ended without a window' not in said:
        sys.exit(f'a program that ended is waited for: {said}')


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
