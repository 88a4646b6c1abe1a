#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A rule that cannot fail protects nothing: each is shown a good tree and then a breach of its own."""
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True

import code_rules  # noqa: E402
import package  # noqa: E402
from tree import Skip, Tree  # noqa: E402

SPDX = '/* SPDX-FileCopyrightText: 2026 The Jipyo developers\n * SPDX-License-Identifier: GPL-3.0-or-later\n *\n * For the test.\n */\n\n'
POT = 'msgid ""\nmsgstr ""\n"Language: ko\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
MANIFEST = ('{"id": "io.github.jipyo.Jipyo", "finish-args": ["--share=network", "--share=ipc", "--socket=wayland",'
            ' "--socket=fallback-x11", "--device=dri"%s], "modules": [{"name": "jipyo", %s"sources":'
            ' [{"type": "archive"%s}]}]}')
GOOD_MANIFEST = MANIFEST % ('', '"run-tests": true, ', ', "sha256": "' + 'a' * 64 + '"')
GOOD = {
    'src/main.c': SPDX + '#include "jipyo-ui.h"\n',
    'src/core/jipyo-a.h': SPDX + '#pragma once\n\n#include <glib.h>\n',
    'src/core/jipyo-a.c': SPDX + '#include "jipyo-a.h"\n\nint\na (void)\n{\n  return 1;\n}\n',
    'src/core/meson.build': "core_lib = static_library('core', files('jipyo-a.c'))\n",
    'src/ui/jipyo-ui.h': SPDX + '#pragma once\n',
    'src/ui/jipyo-ui.c': SPDX + '#include "jipyo-ui.h"\n\n#include <gtk/gtk.h>\n\nconst char *b = N_("Good");\n',
    'src/ui/jipyo.gresource.xml': '<gresources><gresource><file>jipyo.ui</file></gresource></gresources>',
    'src/ui/jipyo.ui': '<?xml version="1.0"?>\n<!-- SPDX-FileCopyrightText: a\nSPDX-License-Identifier: b -->\n<interface/>\n',
    'po/POTFILES': 'src/ui/jipyo-ui.c\n',
    'po/LINGUAS': 'ko\n',
    'po/ko.po': POT + '\nmsgid "Good"\nmsgstr "좋음"\n',
    'flatpak/io.github.jipyo.Jipyo.json': GOOD_MANIFEST,
}
LONG = 'int\nlong_one (void)\n{\n' + '  a ();\n' * 60 + '}\n'
# Rule, file, its new content, what the rule must say. A content of None removes the file.
BREACHES = [
    (code_rules.layers, 'src/core/jipyo-a.c', '#include "jipyo-ui.h"\n', 'core must not include ui'),
    (code_rules.layers, 'src/core/jipyo-a.c', '#include <cairo.h>\n', 'core must not include <cairo.h>'),
    (code_rules.layers, 'src/ui/jipyo-ui.c', '#include <libsoup/soup.h>\n', 'ui must not include <libsoup/soup.h>'),
    (code_rules.layers, 'src/cli/jipyo-b.c', '#include <json-glib/json-glib.h>\n', 'cli must not include <json-glib'),
    (code_rules.layers, 'src/utils/jipyo-b.c', '\n', 'there is no layer utils'),
    (code_rules.layers, 'src/ui/jipyo-b.c', '#include "jipyo-window.h"\n', 'only the application and the window'),
    (code_rules.cycles, 'src/core/jipyo-a.h', '#include "jipyo-b.h"\n', 'include cycle: jipyo-a > jipyo-b > jipyo-a'),
    (code_rules.lengths, 'src/core/jipyo-a.c', LONG, 'long_one has 62 lines'),
    (code_rules.lengths, 'src/core/jipyo-a.c', '\n' * 601, '601 lines'),
    (code_rules.words, 'src/core/jipyo-a.c', 'gint a;\n', 'gint: C'),
    (code_rules.words, 'src/core/jipyo-a.c', '#if GTK_CHECK_VERSION (4, 10, 0)\n', 'no conditional on a version'),
    (code_rules.words, 'src/core/jipyo-a.c', '  exit (1);\n', 'does not end itself'),
    (code_rules.words, 'src/core/jipyo-a.c', '/* TODO: later */\n', 'without an issue number'),
    (code_rules.words, 'README.md', 'see /ho' + 'me/me/x\n', 'a path of one machine'),
    (code_rules.words, 'dev', 'curl https://deb.' + 'debian.org\n', 'a package host'),
    (code_rules.words, 'src/ui/jipyo-ui.c', '  t = adw_toast_new (name);\n', 'takes markup'),
    (code_rules.words, 'src/ui/jipyo-ui.c', '  adw_action_row_set_subtitle (row, name);\n', 'takes markup'),
    (code_rules.words, 'src/ui/jipyo-ui.c', '  m = soup_session_send_sync (s);\n', 'never waits'),
    (code_rules.licences, 'src/core/jipyo-a.c', 'int a;\n', 'no SPDX lines'),
    (code_rules.licences, 'src/core/jipyo-a.c', SPDX.replace(' *\n * For the test.\n', ''), 'what it is for'),
    (code_rules.licences, 'tool', '#!/bin/bash\n', 'no SPDX lines'),
    (code_rules.built, 'src/core/jipyo-b.c', SPDX, 'jipyo-b.c is not built'),
    (code_rules.built, 'src/core/meson.build', "files('jipyo-a.c', 'jipyo-a.c')", 'jipyo-a.c is listed twice'),
    (code_rules.built, 'src/core/meson.build', "files('jipyo-b.c', 'jipyo-a.c')", 'jipyo-a.c is not in order'),
    (code_rules.scripts, 'tests/story.py', 'def story():\n    return absent\n', "story.py:2: undefined name 'absent'"),
    (code_rules.layout, 'src/core/jipyo-a.c', 'int   a( void ){return 1;}\n', 'not in the house format'),
    (package.xml, 'src/ui/jipyo.ui', '<interface>\n<object>\n</interface>', 'jipyo.ui:3: not well formed'),
    (package.xml, 'src/ui/jipyo.ui', None, 'jipyo.ui does not exist'),
    (package.potfiles, 'src/core/jipyo-a.c', 'f (_("text"));\n', 'jipyo-a.c:1: has messages'),
    (package.potfiles, 'src/ui/jipyo.ui', '<interface><property name="label" translatable="yes">A</property></interface>', 'has messages'),
    (package.potfiles, 'po/POTFILES', 'src/ui/none.c\nsrc/ui/jipyo-ui.c\n', 'none.c does not exist'),
    (package.potfiles, 'po/POTFILES', 'src/ui/jipyo-ui.c\nsrc/core/jipyo-a.c\n', 'not sorted'),
    (package.translations, 'src/ui/jipyo-ui.c', 'f (C_("verb", "Bad"));\n', 'but not translated|used but not defined|untranslated'),
    (package.translations, 'po/ko.po', POT + '\n#, fuzzy\nmsgid "Good"\nmsgstr "좋음"\n', 'fuzzy|needs to be reviewed|untranslated'),
    (package.translations, 'po/ko.po', POT + '\n#, c-format\nmsgid "Good"\nmsgstr "%s"\n', 'format'),
    (package.flatpak, 'flatpak/io.github.jipyo.Jipyo.json', GOOD_MANIFEST.replace('--device=dri"', '--device=dri", "--filesystem=home"'), 'finish-args'),
    (package.flatpak, 'flatpak/io.github.jipyo.Jipyo.json', GOOD_MANIFEST.replace('"run-tests": true, ', ''), 'tests do not run'),
    (package.flatpak, 'flatpak/io.github.jipyo.Jipyo.json', GOOD_MANIFEST.replace('aaaa', ''), 'without a sha256'),
    (package.flatpak, 'flatpak/io.github.jipyo.Jipyo.json', '{', 'not JSON'),
    (code_rules.headers, 'src/core/jipyo-alone.h', 'unknown_type a;\n', 'does not compile alone'),
    (code_rules.headers, 'src/core/jipyo-a.h', 'int a;\n', 'no #pragma once'),
    (package.desktop, 'build/data/io.github.jipyo.Jipyo.desktop', '[Desktop Entry]\nType=Application\n', 'Name'),
    (package.metainfo, 'build/data/io.github.jipyo.Jipyo.metainfo.xml', '<component><name>' + 'a' * 21 + '</name></component>', 'more than 20'),
    (package.settings, 'build/data/io.github.jipyo.Jipyo.gschema.xml', '<schemalist><schema id="a"><key name="K"/></schema></schemalist>', 'name|type|key'),
]
CODE = '[{"directory": "%s", "file": "%s/src/core/jipyo-a.c", "command": "cc -I. -c jipyo-a.c"}]'


class LintTest(unittest.TestCase):
    def tree(self, folder, changes=()):
        root = Path(folder)
        for name, content in dict(GOOD, **dict(changes)).items():
            if content is not None:
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(content)
        (root / '.clang-format').write_text((Path(__file__).resolve().parents[2] / '.clang-format').read_text())
        build = root / 'build'
        build.mkdir(exist_ok=True)
        (build / 'compile_commands.json').write_text(CODE % (root.resolve(), root.resolve()))
        return Tree(root, build)

    def test_good_tree_is_kept(self):
        rules = {rule for rule, *_ in BREACHES} - {code_rules.headers, package.desktop, package.metainfo, package.settings}
        with tempfile.TemporaryDirectory() as folder:
            tree = self.tree(folder)
            for rule in sorted(rules, key=lambda r: r.__name__):
                with self.subTest(rule.__name__):
                    self.assertEqual(self.said(rule, tree), [])

    def test_each_breach_is_told(self):
        for rule, name, content, expected in BREACHES:
            with self.subTest(f'{rule.__name__}: {expected}'), tempfile.TemporaryDirectory() as folder:
                changes = {name: content}
                if rule is code_rules.cycles:
                    changes['src/core/jipyo-b.h'] = '#include "jipyo-a.h"\n'
                self.assertRegex('\n'.join(self.said(rule, self.tree(folder, changes))), expected)

    def said(self, rule, tree):
        try:
            return list(rule(tree))
        except Skip as reason:
            self.skipTest(str(reason))

    def test_long_exempt_function_is_kept(self):
        with tempfile.TemporaryDirectory() as folder:
            tree = self.tree(folder, {'src/core/jipyo-a.c': LONG.replace('long_one', 'jipyo_a_class_init')})
            self.assertEqual(list(code_rules.lengths(tree)), [])


if __name__ == '__main__':
    unittest.main()
