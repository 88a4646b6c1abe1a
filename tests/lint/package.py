# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules for what is shipped beside the code: XML, translations, launcher, metadata, settings, permissions.

Each rule takes a Tree and returns one 'file:line: message' a breach.
"""
import json
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from tree import Skip, lines, need

ID = 'io.github.jipyo.Jipyo'
MARKED = re.compile(r'\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) ?\(\s*"|\b_ \($|translatable="yes"')
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'ngettext:1,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3']
PERMISSIONS = ['--share=network', '--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri']


def run(*command, **options):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, **options)


def xml(tree):
    """Well formed, and a resource bundle names only files that exist or that meson makes."""
    for file in tree.files('.ui', '.xml', '.xml.in', '.svg'):
        try:
            top = ElementTree.parse(file).getroot()
        except ElementTree.ParseError as error:
            yield tree.say(file, error.position[0], f'not well formed: {error}')
            continue
        if file.name.endswith('.gresource.xml'):
            for entry in top.iter('file'):
                made = file.parent / 'meson.build'
                if made.exists() and f"'{entry.text}'" in made.read_text():
                    continue
                if not list(tree.root.rglob(Path(entry.text).name)):
                    yield tree.say(file, 1, f'{entry.text} does not exist')


def potfiles(tree):
    """po/POTFILES lists every file with a message, sorted, and nothing else."""
    index = tree.root / 'po' / 'POTFILES'
    listed = [l for l in lines(index) if l and not l.startswith('#')]
    for name in listed:
        if not (tree.root / name).exists():
            yield tree.say(index, listed.index(name) + 1, f'{name} does not exist')
    if listed != sorted(listed):
        yield tree.say(index, 1, 'not sorted')
    for file in tree.files('.c', '.h', '.ui', under='src') + tree.files('.desktop.in', '.metainfo.xml.in', '.gschema.xml.in', under='data'):
        text = file.read_text()
        if (file.name.endswith('.in') or MARKED.search(text)) and tree.name(file) not in listed:
            yield tree.say(file, 1, 'has messages and is not in po/POTFILES')


def translations(tree):
    """Every language has every message of the sources as they are now, none of them doubtful."""
    need('msgfmt'), need('xgettext')
    po = tree.root / 'po'
    with tempfile.TemporaryDirectory() as work:
        template = Path(work, 'template.pot')
        done = run('xgettext', '--from-code=UTF-8', '--add-comments', *(f'--keyword={k}' for k in KEYWORDS),
                   f'--files-from={po / "POTFILES"}', f'--directory={tree.root}', '-o', template)
        if done.returncode:
            yield f'po/POTFILES:1: {done.stderr.strip()}'
            return
        for language in (po / 'LINGUAS').read_text().split():
            file = po / f'{language}.po'
            done = run('msgfmt', '-c', '-o', '/dev/null', file)
            yield from (f'po/{language}.po:1: {l}' for l in done.stderr.split('\n') if l and done.returncode)
            if template.exists():
                done = run('msgcmp', file, template)
                yield from (l.replace(str(template), 'messages') for l in done.stderr.split('\n')
                            if l and 'warning' not in l and done.returncode)


def built(tree, name):
    if not tree.build or not (tree.build / 'data' / name).exists():
        raise Skip(f'{name} is not built here')
    return tree.build / 'data' / name


def desktop(tree):
    file = built(tree, f'{ID}.desktop')
    done = run(need('desktop-file-validate'), file)
    yield from (f'data/{file.name}.in:1: {l}' for l in (done.stdout + done.stderr).split('\n') if l)


def metainfo(tree):
    """What appstreamcli says, and the lengths that software centres cut at."""
    file = built(tree, f'{ID}.metainfo.xml')
    top = ElementTree.parse(file).getroot()
    for tag, most in (('name', 20), ('summary', 35)):
        for entry in top.findall(tag):
            if len(entry.text) > most:
                yield f'data/{file.name}.in:1: {tag} “{entry.text}” has more than {most} characters'
    if len(top.findall('branding/color')) != 2:
        yield f'data/{file.name}.in:1: needs a brand colour for light and one for dark'
    done = run(need('appstreamcli'), 'validate', '--no-net', '--no-color', file)
    if done.returncode:
        yield from (f'data/{file.name}.in:1: {l.strip()}' for l in done.stdout.split('\n') if re.match(r'\s*[EW]:', l))


def settings(tree):
    file = built(tree, f'{ID}.gschema.xml')
    tool = run('pkg-config', '--variable=glib_compile_schemas', 'gio-2.0').stdout.strip() or need('glib-compile-schemas')
    done = run(tool, '--strict', '--dry-run', file.parent)
    yield from (f'data/{file.name}.in:1: {l}' for l in done.stderr.split('\n') if l)


def flatpak(tree):
    """Five permissions and no more; every archive has a checksum; the tests run in the build."""
    file = tree.root / 'flatpak' / f'{ID}.json'
    try:
        manifest = json.loads(file.read_text())
    except ValueError as error:
        yield tree.say(file, getattr(error, 'lineno', 1), f'not JSON: {error}')
        return
    if manifest.get('id') != ID:
        yield tree.say(file, 1, f'id is not {ID}')
    if manifest.get('finish-args') != PERMISSIONS:
        yield tree.say(file, 1, 'finish-args are exactly ' + ' '.join(PERMISSIONS))
    if not manifest.get('modules') or not manifest['modules'][-1].get('run-tests'):
        yield tree.say(file, 1, 'the tests do not run in the build')
    for module in manifest.get('modules', []):
        for source in module.get('sources', []):
            if source['type'] == 'archive' and not re.fullmatch(r'[0-9a-f]{64}', source.get('sha256', '')):
                yield tree.say(file, 1, f'{module["name"]}: an archive without a sha256')
