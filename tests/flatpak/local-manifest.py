#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""local-manifest.py MANIFEST CACHE: prints the path of a manifest that can be built from here.

That is the manifest itself, with its own archives, wherever they can be fetched. Where they cannot,
Debian's source packages stand in: an archive with the checksum of the manifest takes its place
unchanged; Debian's libcsv is upstream's without one PDF, so only there the checksum is Debian's.
What was replaced is told on stderr.
"""
import hashlib
import json
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

manifest, cache = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
kept = cache / 'archives'


def sha256(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def fetched(source):
    """The archive as the manifest names it, or None without a way to it."""
    file = kept / source['sha256'] / source['url'].rsplit('/', 1)[1]
    if not file.exists():
        try:
            with urllib.request.urlopen(source['url'], timeout=20) as reply:
                data = reply.read()
        except OSError:
            return None
        if hashlib.sha256(data).hexdigest() != source['sha256']:
            sys.exit(f'local-manifest: {source["url"]} has not the checksum of the manifest')
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return file


def from_debian(name):
    """The newest upstream archive in Debian's source package; fetched with a source list of our own."""
    folder = kept / 'debian'
    have = sorted(folder.glob(f'{name}_*.orig.tar.*'))
    if have:
        return have[-1]
    lists, parts = folder / 'lists', folder / 'parts'
    (lists / 'partial').mkdir(parents=True, exist_ok=True)
    parts.mkdir(exist_ok=True)
    for file in Path('/etc/apt/sources.list.d').glob('debian*.sources'):
        (parts / file.name).write_text(re.sub(r'(?m)^Types:.*$', 'Types: deb-src', file.read_text()))
    old = Path('/etc/apt/sources.list')
    if old.exists():
        (parts / 'old.list').write_text(re.sub(r'(?m)^deb ', 'deb-src ', old.read_text()))
    apt = ['apt-get', '-q', '-o', 'Dir::Etc::sourcelist=/dev/null', '-o', f'Dir::Etc::sourceparts={parts}',
           '-o', f'Dir::State::lists={lists}', '-o', 'Dir::Cache::srcpkgcache=', '-o', 'Dir::Cache::pkgcache=',
           '-o', 'APT::Sandbox::User=root']
    for words in (['update'], ['source', '--download-only', name]):
        done = subprocess.run(apt + words, cwd=folder, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f'local-manifest: no way to {name}: neither its own address nor a Debian source package')
    return sorted(folder.glob(f'{name}_*.orig.tar.*'))[-1]


description = json.loads(manifest.read_text())
for module in description['modules']:
    for source in module['sources']:
        if source['type'] == 'dir':
            source['path'] = str((manifest.parent / source['path']).resolve())
        if source['type'] != 'archive':
            continue
        file = fetched(source)
        if not file:
            file = from_debian(module['name'])
            same = sha256(file) == source['sha256']
            print(f'{module["name"]}: {"the same archive" if same else "an archive with another checksum"} '
                  f'from Debian: {file.name}', file=sys.stderr)
            source['sha256'] = sha256(file)
        source['path'] = str(file)
        del source['url']
local = cache / manifest.name
local.write_text(json.dumps(description, indent=2))
print(local)
