#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""lint.py RULE SOURCE [BUILD]: checks one house rule, or lists the rules when none is named.

Exit status: 0 kept, 1 broken (one 'file:line: message' each), 77 it cannot be checked here.
"""
import sys

sys.dont_write_bytecode = True

import code_rules  # noqa: E402
import package  # noqa: E402
from tree import Skip, Tree  # noqa: E402

RULES = {
    rule.__name__: rule
    for rule in (code_rules.layers, code_rules.cycles, code_rules.lengths, code_rules.words, code_rules.licences,
                 code_rules.headers, code_rules.layout, code_rules.built, code_rules.scripts, package.xml, package.potfiles, package.translations,
                 package.desktop, package.metainfo, package.settings, package.flatpak)
}


def main(arguments):
    if not arguments or arguments[0] not in RULES:
        print(__doc__, '\nRules:', ' '.join(RULES), file=sys.stderr)
        return 2
    try:
        broken = list(RULES[arguments[0]](Tree(*arguments[1:])))
    except Skip as reason:
        print(f'skipped: {reason}')
        return 77
    print('\n'.join(broken) or 'kept')
    return 1 if broken else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
