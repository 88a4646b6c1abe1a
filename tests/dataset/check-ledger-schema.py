#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks ledger files against their schema with a validator of JSON Schema 2020-12.

check-ledger-schema.py LEDGER-DIR BAD-DIR: every file of the first must be valid. Of the second,
files named semantic-… must be valid (only the program can find their fault), all others not."""

import json
import sys
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print('1..0 # SKIP python3-jsonschema 4 is not installed')
    sys.exit(0)


def refuse_duplicates(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError('duplicate key')
    return dict(pairs)


def faults(validator, path):
    try:
        value = json.loads(path.read_text('utf-8'), object_pairs_hook=refuse_duplicates)
    except ValueError as error:
        return [str(error)]
    return [f'{error.json_path}: {error.message}' for error in validator.iter_errors(value)]


shipped, bad = Path(sys.argv[1]), Path(sys.argv[2])
schema = json.loads((shipped / 'ledger.schema.json').read_text('utf-8'))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
cases = [(path, True) for path in sorted(shipped.glob('*.json'))
         if path.name != 'ledger.schema.json']
cases += [(path, path.name.startswith('semantic-')) for path in sorted(bad.glob('*.json'))]
failed = len(cases) < 20
print(f'1..{len(cases)}')
for number, (path, expected) in enumerate(cases, 1):
    found = faults(validator, path)
    good = (not found) == expected
    failed = failed or not good
    print(f'{"ok" if good else "not ok"} {number} - {path.parent.name}/{path.name}')
    if not good:
        print('\n'.join(f'# {fault}' for fault in found[:10]) or '# valid, but must not be')
sys.exit(failed)
