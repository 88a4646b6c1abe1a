# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree that the rules look at: its files, its build directory, and what becomes of a missing tool."""
import os
import shutil
from pathlib import Path

NOT_OURS = {'.git', '.flatpak-builder', 'shots', '__pycache__', 'subprojects'}


class Skip(Exception):
    """A rule that cannot be checked here, with the reason."""


class Tree:
    def __init__(self, root, build=None):
        self.root = Path(root).resolve()
        self.build = Path(build).resolve() if build else None
        self.all = sorted(self._walk())

    def _walk(self):
        for folder, folders, names in os.walk(self.root):
            folders[:] = [f for f in folders if f not in NOT_OURS and not self._is_build(Path(folder, f))]
            yield from (Path(folder, name) for name in names)

    def _is_build(self, folder):
        return (folder / 'meson-private').exists() or folder == self.build

    def files(self, *endings, under=''):
        start = self.root / under
        return [f for f in self.all if f.name.endswith(endings or ('',)) and (f == start or start in f.parents)]

    def name(self, file):
        return str(Path(file).relative_to(self.root))

    def say(self, file, line, message):
        return f'{self.name(file)}:{line}: {message}'


def lines(file):
    return file.read_text(encoding='utf-8').split('\n')


def need(tool):
    path = shutil.which(tool)
    if not path:
        raise Skip(f'{tool} is not installed')
    return path
