# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line says of what the window shows."""
import re
import subprocess


def command(program, *words):
    """What the command line says."""
    return subprocess.run([program, *words], capture_output=True, text=True, check=True, timeout=60).stdout


def points_of(program, view, lang, *arguments):
    """The points of all charts of a view, as the command line reads them out."""
    lines = command(program, 'view', view, '--points', f'--lang={lang}', *arguments).split('\n')
    return [line.strip() for line in lines if line.startswith('  ')]


def list_views(program):
    """The names of all views; of one that is built for many, what it is built for: team:upstage."""
    lines = command(program, 'view', '--list', '--lang=en').split('\n')
    plain = [line.split()[0] for line in lines if line[:1].strip()]
    built = [line.strip() for line in lines if re.fullmatch(r' +[a-z]+:\S+', line)]
    return [name for name in plain if not any(one.startswith(f'{name}:') for one in built)] + built
