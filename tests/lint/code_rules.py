# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules for the code that a compiler does not know: who includes whom, lengths, words, headers, layout.

Each rule takes a Tree and returns one 'file:line: message' a breach. They lean on the house format, in
which a function's body opens with '{' and closes with '}' in the first column.
"""
import json
import re
import shlex
import subprocess
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from pathlib import Path

from tree import Skip, lines, need

# A layer, the layers that it may include, and the system headers that it may use beside GLib's.
LAYERS = {
    'core': ((), r'$^'),
    'chart': (('core',), r'cairo|pango/'),
    'views': (('core', 'chart'), r'$^'),
    'dataset': (('core',), r'json-glib/|csv\.h'),
    'market': (('core',), r'libsoup/|json-glib/|libsecret/'),
    'history': (('core',), r'sqlite3\.h'),
    'app': (('core', 'chart', 'views', 'dataset', 'market', 'history'), r'cairo|xlsxwriter|libsecret/'),
    'cli': (('core', 'views', 'app'), r'$^'),
    'ui': (('core', 'chart', 'views', 'app'), r'gtk/|gdk/|adwaita|cairo|pango/'),
    'main': (('cli', 'ui'), r'$^'),
}
# The libraries that belong to a layer; every other system header is GLib's or the C library's.
OWNED = re.compile(r'cairo|pango/|sqlite3\.h|libsoup/|json-glib/|gtk/|gdk/|gsk/|adwaita|csv\.h|xlsxwriter|libsecret/')
INCLUDE = re.compile(r'\s*#\s*include\s+["<]([^">]+)[">]')
TOP = {'jipyo-window.h', 'jipyo-application.h'}
FUNCTION_MAX, FILE_MAX = 60, 600
LONG_ALLOWED = re.compile(r'_(class_init|get_property|set_property)$')


def layer_of(tree, file):
    parts = file.relative_to(tree.root / 'src').parts
    return parts[0] if len(parts) > 1 else 'main'


def sources(tree):
    return tree.files('.c', '.h', under='src')


def includes(file):
    for number, line in enumerate(lines(file), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found[1]


def layers(tree):
    owner = {f.name: f for f in sources(tree) if f.suffix == '.h'}
    for file in sources(tree):
        layer = layer_of(tree, file)
        if layer not in LAYERS:
            yield tree.say(file, 1, f'there is no layer {layer}')
            continue
        may, system = LAYERS[layer]
        for number, header in includes(file):
            other = owner.get(Path(header).name)
            seen = layer_of(tree, other) if other else None
            if other and seen != layer and seen not in may:
                yield tree.say(file, number, f'{layer} must not include {seen} ({header})')
            elif not other and OWNED.match(header) and not re.match(system, header):
                yield tree.say(file, number, f'{layer} must not include <{header}>')
            if header in TOP and file.stem not in {Path(t).stem for t in TOP} | {'jipyo-ui', 'main'}:
                yield tree.say(file, number, f'only the application and the window include {header}')


def cycles(tree):
    owner = {f.name: f for f in sources(tree) if f.suffix == '.h'}
    graph = {}
    for file in sources(tree):
        for number, header in includes(file):
            other = owner.get(Path(header).name)
            if other and other.stem != file.stem:
                graph.setdefault(file.stem, {}).setdefault(other.stem, (file, number))
    state, found = {}, []

    def visit(node, path):
        state[node] = 'open'
        for after, (file, number) in graph.get(node, {}).items():
            if state.get(after) == 'open':
                ring = path[path.index(after):] + [after]
                found.append(tree.say(file, number, 'include cycle: ' + ' > '.join(ring)))
            elif after not in state:
                visit(after, path + [after])
        state[node] = 'done'

    for node in sorted(graph):
        if node not in state:
            visit(node, [node])
    return found


def functions(file):
    """Name, first and last line of each function body."""
    name, start = '?', None
    for number, line in enumerate(lines(file), 1):
        head = re.match(r'([A-Za-z_]\w*) ?\(', line)
        if head:
            name = head[1]
        if line == '{':
            start = number
        elif line.startswith('}') and start:
            yield name, start, number
            start = None


def lengths(tree):
    for file in tree.files('.c', '.h', '.py', '.ui', '.css', 'dev'):
        count = len(lines(file)) - 1
        if count > FILE_MAX:
            yield tree.say(file, count, f'{count} lines, at most {FILE_MAX}')
    for file in tree.files('.c', '.h'):
        for name, start, end in functions(file):
            count = end - start + 1
            if count > FUNCTION_MAX and not LONG_ALLOWED.search(name):
                yield tree.say(file, start, f'{name} has {count} lines, at most {FUNCTION_MAX}')


# What must not be written, where, and why. Names of package hosts are spelt so as not to be named here.
WORDS = [
    (('.c', '.h'), '', r'\bg(char|int|double|float)\b', "C's own type name is used here"),
    (('.c', '.h'), '', r'\b(GLIB|GTK|GDK|ADW|PANGO|CAIRO|SOUP|JSON)_CHECK_VERSION|IGNORE_DEPRECATIONS|MAJOR_VERSION\s*[<>=]',
     'no conditional on a version (the oldest supported one is pinned)'),
    (('.c', '.h'), 'src', r'\b(g_error|abort|exit) \(', 'the program does not end itself'),
    (('.c',), 'src/ui', r'\w_sync \(', 'the main loop never waits'),
    (('.c', '.h', '.py', '.ui', '.json', '.md', '.build', '.in', 'dev', 'run'), '', r'(?<![\w.~}])/(work|farm|root|home/\w+)/',
     'a path of one machine'),
    (('.c', '.h', '.py', '.ui', '.json', '.md', '.build', '.in', 'dev', 'run', 'sandboxed'), '',
     r'\b(deb|security|archive|snapshot|ftp)\.(debian|ubuntu)\.|\bregistry\.np[m]|\bnode[s]ource\b|\bpy[p]i\.org|\bcrate[s]\.io',
     'a package host'),
    (('.c', '.h', '.py', '.ui', '.css', '.build', 'dev', 'run'), '', r'\b(TODO|FIXME|XXX)\b(?! \(?#\d)', 'an open end without an issue number'),
    # libadwaita reads these as markup, so a name with & or < would vanish or change its look.
    (('.c',), 'src/ui', r'\b(adw_toast_new|adw_toast_new_format|adw_toast_set_title|adw_preferences_row_set_title|adw_action_row_set_subtitle|'
     r'adw_expander_row_set_subtitle|adw_status_page_set_description|adw_preferences_group_set_description|gtk_label_set_markup) \((?!.*(\bescaped\b|C?_ \("))',
     'takes markup: pass a message of ours, or a text named `escaped` that is'),
]
WORDS_EXEMPT = {'tests/lint/code_rules.py', 'tests/lint/test-lint.py'}


def words(tree):
    for endings, under, pattern, why in WORDS:
        for file in tree.files(*endings, under=under):
            name = tree.name(file)
            if name in WORDS_EXEMPT:
                continue
            for number, line in enumerate(lines(file), 1):
                found = re.search(pattern, line)
                if found:
                    yield tree.say(file, number, f'{found[0].strip()}: {why}')


def licences(tree):
    """Each file says whose it is, under which licence, and what it is for."""
    scripts = [f for f in tree.all if f.suffix == '' and f.read_bytes()[:3] == b'#!/']
    for file in tree.files('.c', '.h', '.py', '.ui', '.css', '.svg', '.xml.in', '.desktop.in') + scripts:
        head = lines(file)[:14]
        text = '\n'.join(head)
        if 'SPDX-License-Identifier:' not in text or 'SPDX-FileCopyrightText:' not in text:
            yield tree.say(file, 1, 'no SPDX lines')
        elif file.suffix in ('.c', '.h') and tree.root / 'src' in file.parents:
            after = [l for l in head if l.startswith(' * ') and 'SPDX' not in l]
            if not after:
                yield tree.say(file, 1, 'does not say what it is for')


def headers(tree):
    """Each header compiles by itself, with the flags of its layer, and guards itself. The build has shown
    it of a header that its own .c includes before all others; only the rest are compiled here."""
    commands = tree.build / 'compile_commands.json' if tree.build else None
    if not commands or not commands.exists():
        raise Skip('no build directory with compile_commands.json')
    flags = {}
    for entry in json.loads(commands.read_text()):
        file = (Path(entry['directory']) / entry['file']).resolve()
        flags.setdefault(file.parent, (entry['directory'], entry['command']))
    jobs = [f for f in tree.files('.h', under='src') if f.parent in flags and not comes_first(f)]
    with ThreadPoolExecutor(cpu_count()) as pool:
        for file, problem in zip(jobs, pool.map(lambda f: compiled_alone(f, *flags[f.parent]), jobs)):
            if problem:
                yield tree.say(file, 1, f'does not compile alone: {problem}')
    for file in tree.files('.h', under='src'):
        if not re.search(r'^#pragma once$', file.read_text(), re.M):
            yield tree.say(file, 1, 'no #pragma once')


def comes_first(header):
    module = header.with_suffix('.c')
    first = re.search(r'^#include.*', module.read_text(), re.M) if module.exists() else None
    return first and first[0] == f'#include "{header.name}"'


def compiled_alone(header, directory, command):
    kept = [w for w in shlex.split(command) if re.match(r'-(I|D|isystem|std|pthread|m|f)', w)]
    done = subprocess.run(['cc', *kept, '-fsyntax-only', '-w', '-x', 'c', '-include', str(header), '/dev/null'],
                          cwd=directory, capture_output=True, text=True)
    errors = [l for l in done.stderr.split('\n') if 'error' in l]
    return errors[0].split('error: ')[-1] if errors else ''


def layout(tree):
    """clang-format has nothing to change."""
    tool = need('clang-format')
    files = [str(f) for f in tree.files('.c', '.h')]
    done = subprocess.run([tool, '--dry-run', *files], cwd=tree.root, capture_output=True, text=True)
    seen = {}
    for line in done.stderr.split('\n'):
        found = re.match(r'(.+?):(\d+):\d+: warning: ', line)
        if found:
            seen.setdefault(found[1], found[2])
    for file, number in sorted(seen.items()):
        yield tree.say(file, number, 'not in the house format (./dev format)')


def built(tree):
    """The meson.build of a folder of src lists C files once each, in order, and none of them is left out of the build."""
    commands = json.loads((tree.build / 'compile_commands.json').read_text())
    compiled = {(Path(command['directory']) / command['file']).resolve() for command in commands}
    for index in tree.files('meson.build', under='src'):
        for part in re.findall(r'\bfiles\((.*?)\)', index.read_text(), re.DOTALL):
            names = re.findall(r"'(\S+\.c)'", part)
            for before, name in zip(names, names[1:]):
                if before >= name:
                    yield tree.say(index, 1, f'{name} is listed twice' if before == name else f'{name} is not in order')
        for file in sorted(index.parent.glob('*.c')):
            if file.resolve() not in compiled:
                yield tree.say(index, 1, f'{file.name} is not built')


def scripts(tree):
    """No script uses a name that it does not have, or has one that it does not use."""
    tool = need('pyflakes3')
    files = [str(f) for f in tree.files('.py')]
    done = subprocess.run([tool, *files], cwd=tree.root, capture_output=True, text=True)
    for line in (done.stdout + done.stderr).splitlines():
        found = re.match(r'(.+?):(\d+):\d+:? (.+)', line)
        if found and 'unable to detect undefined names' not in found[3]:
            yield tree.say(found[1], found[2], found[3])
