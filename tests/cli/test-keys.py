#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-keys.py PROGRAM: keys of providers go into the keyring and never come out again."""
import json
import os
import pty
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import quote, unquote

try:
    from keyring import Keyring
except (ImportError, ValueError):
    sys.exit(77)
if not shutil.which('dbus-daemon'):
    sys.exit(77)

SECRET = 'Inv3nted%2Fkey+for=tests'
INDEX = {'IDX_NM': '코스피', 'CLSPRC_IDX': '3147.75', 'CMPPREVDD_IDX': '-31.00', 'FLUC_RT': '-0.98'}
program = sys.argv[1]
home = tempfile.TemporaryDirectory()
os.environ.update({name: home.name for name in ('XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME')})


class Source(BaseHTTPRequestHandler):
    """The official sources, with invented figures. One that gets another key repeats it."""
    asked = []

    def do_GET(self):
        self.asked.append(self.path)
        if self.path.startswith('/svc/'):
            status, answer = self.exchange(self.headers.get('AUTH_KEY'))
        else:
            status, answer = 200, self.bank(self.path.split('/')[3])
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def exchange(self, key):
        if key != SECRET:
            return 401, {'respCode': '401', 'respMsg': f'Unauthorized {key}'}
        day = self.path[-8:]
        rows = [] if day == '20261120' else [{'BAS_DD': day, **INDEX}]  # a holiday
        return 200, {'OutBlock_1': rows}

    def bank(self, key):
        if unquote(key) != unquote(SECRET):
            return {'RESULT': {'CODE': 'INFO-100', 'MESSAGE': f'no such key {unquote(key)}'}}
        rows = [{'ITEM_CODE1': '0000001', 'TIME': day, 'DATA_VALUE': rate}
                for day, rate in (('20261119', '1450.0'), ('20261120', '1451.5'))]
        return {'StatisticSearch': {'row': rows}}

    def log_message(self, *_):
        pass


server = HTTPServer(('127.0.0.1', 0), Source)
threading.Thread(target=server.serve_forever, daemon=True).start()
keyring = Keyring()


def run(*arguments, typed='', **more):
    """Status, output and complaints of the program; none of them may have the key."""
    environment = {**os.environ, 'DBUS_SESSION_BUS_ADDRESS': keyring.daemon.get_bus_address(), **more}
    process = subprocess.Popen([program, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True, env=environment)
    process.stdin.write(typed)
    process.stdin.close()
    keyring.wait(process)
    result = process.returncode, process.stdout.read(), process.stderr.read()
    for form in (SECRET, unquote(SECRET), quote(unquote(SECRET), safe='')):
        check(form not in result[1] + result[2], 'the key is printed', result)
    return result


def check(condition, what, *seen):
    if not condition:
        sys.exit(f'{what}: {seen}')


def secrets():
    return {item.attributes['provider']: item.secret.decode() for item in keyring.items.values()}


def keeps():
    status, out, err = run('keys', '--lang=en')
    check(status == 0 and out.count('not set') == 3 and not err, 'nothing is set', status, out, err)
    result = run('keys', 'set', 'krx', typed=SECRET + '\n')
    check(result == (0, '', ''), 'it is taken', result)
    check(secrets() == {'krx': SECRET}, 'it is kept', secrets())
    run('keys', 'set', 'ecos', typed=SECRET)  # without an end of the line
    run('keys', 'set', 'krx', typed='another\n')
    check(secrets() == {'krx': 'another', 'ecos': SECRET}, 'one takes the place of the other', secrets())
    status, out, err = run('keys', 'list', '--json')
    check(status == 0 and '"provider": "krx",\n      "set": true' in out, 'it is listed', status, out, err)
    check(run('keys', 'remove', 'krx')[0] == 0 and 'krx' not in secrets(), 'it is removed', secrets())
    status, _, err = run('keys', 'remove', 'krx', '--lang=en')
    check(status == 1 and 'krx' in err, 'there is none to remove', status, err)


def refuses():
    before = secrets()
    for typed in ('', '\n', 'two words\n', 'x' * 600 + '\n', '열쇠\n', 'bell\a\n'):
        status, _, err = run('keys', 'set', 'krx', typed=typed)
        check(status == 1 and err, 'no key', typed, status, err)
    check(run('keys', 'set', 'krx', SECRET)[0] == 2, 'a key in the arguments')
    check(run('keys', 'set', 'upbit', typed='x\n')[0] == 2, 'a provider without a key')
    check(run('keys', 'show', 'krx')[0] == 2, 'no such word')
    check(secrets() == before, 'nothing was kept', secrets())


def says_why_not():
    status, _, err = run('keys', 'list', DBUS_SESSION_BUS_ADDRESS='unix:path=/nonexistent/bus', LC_ALL='C.UTF-8')
    check(status == 1 and 'keyring' in err, 'nobody is there', status, err)


def hides_typing():
    """At a terminal what is typed is not shown."""
    mine, theirs = pty.openpty()
    process = subprocess.Popen([program, 'keys', 'set', 'datagokr'], stdin=theirs, stdout=theirs, stderr=theirs,
                               env={**os.environ, 'DBUS_SESSION_BUS_ADDRESS': keyring.daemon.get_bus_address()})
    os.close(theirs)
    shown = b''
    while b'datagokr' not in shown:
        shown += os.read(mine, 1024)
    os.write(mine, SECRET.encode() + b'\n')
    keyring.wait(process)
    try:
        while chunk := os.read(mine, 1024):
            shown += chunk
    except OSError:
        pass  # the end of a terminal
    check(process.returncode == 0 and SECRET.encode() not in shown, 'it is typed unseen', shown)
    check(secrets()['datagokr'] == SECRET, 'and kept', secrets())


def is_lazy():
    """The library is loaded for a key, not for every start."""
    libraries = subprocess.run([program], env={**os.environ, 'LD_TRACE_LOADED_OBJECTS': '1'}, capture_output=True, text=True)
    check('libgtk-4' in libraries.stdout and 'libsecret' not in libraries.stdout, 'what a start loads', libraries.stdout)


def quotes(provider, *arguments, status=0):
    """The quotes and the errors of a provider that is asked on a Monday."""
    result = run('quotes', '--json', '--provider', provider, f'--endpoint={provider}=http://127.0.0.1:{server.server_port}',
                 '--now=2026-11-23T03:00:00Z', '--lang=en', *arguments)
    check(result[0] == status, f'quotes of {provider}', result)
    report = json.loads(result[1])
    return report['quotes'], report['errors'], result[2]


def asks():
    """With a key the sources answer; without one, or with another, that is what is said."""
    for provider in ('krx', 'ecos'):
        run('keys', 'remove', provider)
        _, errors, _ = quotes(provider, 'krx:KOSPI' if provider == 'krx' else 'fx:USDKRW', status=1)
        check(errors[0]['code'] == 'no-key' and 'jipyo keys set' in errors[0]['message'], 'no key', errors)
        check(not Source.asked, 'nobody was asked', Source.asked)
    for provider in ('krx', 'ecos'):
        run('keys', 'set', provider, typed=SECRET)
    found, _, _ = quotes('krx', 'krx:KOSPI')
    check(found[0]['last'] == '3147.75' and found[0]['state'] == 'closed', 'the index', found)
    check(found[0]['venue_time'] == '2026-11-19T06:30:00Z', 'of the day before the holiday', found)
    found, _, _ = quotes('ecos')
    check(found[0]['last'] == '1451.5' and found[0]['change'] == '1.5', 'the rate', found)
    keyring.locked = True
    _, errors, err = quotes('krx', 'krx:KOSPI', status=1)
    check(errors[0]['code'] == 'no-key' and 'keyring' in err, 'it is locked', errors, err)
    keyring.locked = False
    other = Source.exchange
    Source.exchange = lambda self, key: (401, {'respCode': '401', 'respMsg': f'Unauthorized {key}'})
    _, errors, _ = quotes('krx', 'krx:KOSPI', status=1)
    check(errors[0]['code'] == 'no-key' and 'Unauthorized …' in errors[0]['message'], 'refused', errors)
    Source.exchange = other
    Source.bank = lambda self, key: {'RESULT': {'CODE': 'INFO-100', 'MESSAGE': f'no such key {unquote(key)}'}}
    _, errors, _ = quotes('ecos', status=1)
    check(errors[0]['code'] == 'no-key' and 'no such key …' in errors[0]['message'], 'refused by the bank', errors)


def chooses():
    """A person's order may have them; then the window's feed has the key, too."""
    check(run('providers', 'krx-index', 'krx', 'naver')[0] == 0, 'it is a choice')
    run('keys', 'set', 'krx', typed=SECRET)
    process = subprocess.Popen(
        [program, 'feed', 'krx:KOSPI', f'--endpoint=krx=http://127.0.0.1:{server.server_port}', '--now=2026-11-23T03:00:00Z'],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, 'DBUS_SESSION_BUS_ADDRESS': keyring.daemon.get_bus_address()})
    lines = []

    def read():
        for line in process.stdout:
            lines.append(line)
            if '"last":"3147.75"' in line:
                process.stdin.close()

    threading.Thread(target=read, daemon=True).start()
    keyring.wait(process)
    check(any('"last":"3147.75"' in line for line in lines), 'the feed asks with the key', lines)
    check(run('providers', 'krx-index')[0] == 0, 'the usual order again')


is_lazy()
keeps()
refuses()
says_why_not()
hides_typing()
asks()
chooses()
