#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the real program for the tests of the command line, with a home of its own and nobody around it.

The program is the first argument of the test."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

JIPYO = sys.argv[1]
# Nothing listens on the discard port.
DEAD = 'http://127.0.0.1:9'
FOLDER = tempfile.TemporaryDirectory()
HOME = FOLDER.name


def environment():
    kept = {name: value for name, value in os.environ.items()
            if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'LANGUAGE')}
    return kept | {'HOME': HOME, 'XDG_DATA_HOME': HOME, 'XDG_CACHE_HOME': HOME, 'XDG_RUNTIME_DIR': HOME}


def run(*words):
    return subprocess.run([JIPYO, *words], env=environment(), capture_output=True, text=True, timeout=60)


class Case(unittest.TestCase):
    def done(self, *words):
        """Standard output of a command that must succeed in silence."""
        result = run(*words)
        self.assertEqual((result.returncode, result.stderr), (0, ''), words)
        return result.stdout

    def json(self, *words):
        return json.loads(self.done(*words))

    def refused(self, status, *words, says=''):
        result = run(*words)
        self.assertEqual((result.returncode, result.stdout), (status, ''), words)
        self.assertRegex(result.stderr, says or '.')
        self.assertTrue(result.stderr.startswith('jipyo: '), result.stderr)
