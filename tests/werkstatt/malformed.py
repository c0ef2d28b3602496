"""usage: malformed.py PORT PID N SEED HTTP.C FOLDER: N malformed requests, the same for the same seed, then slow ones.
Half of them are broken as requests (fuzz.py of FOLDER makes them), half are whole and go to the routes of HTTP.C with
contents that are broken or odd. The process must go on, and answer good requests; no answer may be a crash."""
import collections
import json
import os
import random
import re
import socket
import sys
import time

from desk import Desk, verdict

port, pid, n, seed = (int(a) for a in sys.argv[1:5])
sys.path.insert(0, sys.argv[6])
import fuzz  # noqa: E402

r, desk = random.Random(seed), Desk(port)
with open(sys.argv[5], encoding='utf-8') as f:
    routes = re.findall(r'\{"(GET|POST)", "(/api/[^"]*)", \w+\}', f.read())
FILES = ('/api/import', '/api/picture', '/api/return', '/api/receipt', '/api/sheet')
SMALL, SESSION = 'beckum/antworten/konzept.xml', 'beckum/sitzungen/2023-05-31/sitzung.xml'
NAMES = ('id', 'path', 'place', 'old', 'now', 'document', 'documents', 'do', 'changes', 'known', 'first', 'last',
         'page', 'x', 'y', 'format', 'as', 'at', 'client', 'name', 'kind', 'town', 'file', 'enter', 'save', 'from',
         'to', 'sum',
         'quote', 'text', 'done', 'return', 'key', 'gremium', 'datum', 'ergebnis', 'ja', 'q', 'since', 'n')
TEXTS = ('', SMALL, SESSION, 'beckum/sitzungen/2023-05-31/vorlage-austausch.xml', 'beckum/verzeichnis.xml', 'beckum',
         '../x.xml', '/etc/passwd', 'a' * 20, 'konzept', 'absatz', 'handlungsfeld[2]/absatz[3]', 'konzept[0]',
         'konzept[99999999999999999999]', '/////', '[', ']', '<', '<konzept/>', '<a><b></a>', '<a' * 2000, '&x;', ']]>',
         '<!DOCTYPE a [<!ENTITY b "c">]>', 'x' * 20000, '\0', '\u202e', '\ud83d\ude00', '-1', 'pdf', 'html', 'text',
         'synopse', 'freigeben', 'aufnehmen', 'ausgeben', 'bekanntgeben', 'ergebnis', 'boegen', 'abgeben', 'annehmen',
         'abschliessen', 'einstimmig', 'integrationsrat', '2023-05-31', '9999-99-99', 'antwort.docx', 'bogen.csv',
         'bild.png', 'quittung.json', 'quittung.csv', 'x.pdf', '.docx', 'a/b.csv', 'ja', 'bild')
OTHERS = (None, True, False, 0, -1, 1, 3.5, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 64, [], {}, [[]], [None],
          [SMALL] * 200)
BYTES = (b'', b'PK\3\4', b'PK\3\4' + b'\0' * 200, b'%PDF-1.7', b'\x89PNG\r\n\x1a\n', b'<svg', b'{', b'{}', b'[]',
         b'\xff' * 99, b'ausgabe;art;id\n;;\n', b'"' * 3000,
         b'{"format": "ratssatz-quittung", "version": 1, "eintraege": 7}',
         b'\xd0\xcf\x11\xe0' * 50, b'{\\rtf1 ' * 20, b'# x\n' * 50, b'<html>' * 500)


def value(depth=0):
    kind = r.random()
    if kind < 0.6:
        return r.choice(TEXTS)
    if kind < 0.8 or depth > 2:
        return r.choice(OTHERS)
    return [fields(depth + 1) for _ in range(r.randint(0, 4))] if kind < 0.9 else fields(depth + 1)


def fields(depth=0):
    return {r.choice(NAMES): value(depth) for _ in range(r.randint(0, 9))}


def likely():
    """What a route wants, with one thing that is not."""
    all_ = {'id': 'b%019d' % r.randrange(10 ** 9), 'path': SMALL, 'document': r.choice((SMALL, SESSION)), 'place': '',
            'old': '', 'now': '', 'documents': [SESSION], 'changes': [], 'known': [], 'first': 0, 'last': 3, 'page': 0,
            'x': 9, 'y': 9, 'format': 'text', 'client': 'c' * 20, 'name': 'x', 'text': 'x', 'quote': '', 'to': ''}
    for _ in range(r.randint(0, 3)):
        all_[r.choice(NAMES)] = value()
    return all_


def spoiled(data):
    data = bytearray(data)
    for _ in range(r.randint(1, 5)):
        if data:
            data[r.randrange(len(data))] = r.randrange(256)
    return bytes(data[:r.randrange(len(data) + 1)]) if r.random() < 0.3 else bytes(data)


def whole():
    method, path = r.choice(routes)
    asked = likely() if r.random() < 0.7 else fields()
    data = b'' if method == 'GET' else r.choice(BYTES) if path in FILES else json.dumps(asked).encode()
    if r.random() < 0.05:
        data = b'{"changes":' + b'[' * 20000
    if r.random() < 0.2:
        data = spoiled(data)
    if method == 'GET' or path in FILES:
        pairs = ['%s=%s' % (k, ''.join('%%%02x' % b for b in str(v).encode('utf-8', 'replace')[:900]))
                 for k, v in asked.items()]
        path += '?' + '&'.join(pairs)[:20000]
    head = ['%s %s HTTP/1.1' % (method, path.replace('since=', 'seit=')), 'Host: 127.0.0.1:%d' % port,
            'Cookie: ' + desk.headers['Cookie'], 'X-Ratssatz: ' + desk.guard, 'Connection: close',
            'Content-Length: %d' % len(data)]
    return '\r\n'.join(head).encode() + b'\r\n\r\n' + data


def send(data, wait=True):
    got = b''
    with socket.create_connection(('127.0.0.1', port), timeout=30 if wait else 1) as s:
        try:
            s.sendall(data)
            if not wait:
                s.shutdown(socket.SHUT_WR)
            while part := s.recv(65536):
                got += part
        except OSError:
            pass
    return got


def alive():
    return os.path.exists('/proc/%d/status' % pid) and desk.get('/api/session').get('guard') and desk.status == 200


known = ['/', '/api/session', '/gesund', '/document.js', '/api/part?path=' + SMALL] + [p for _, p in routes]
maker, answers = fuzz.Maker(seed, known), collections.Counter()
for i in range(n):
    request = whole() if i % 2 else maker.one()
    answer = send(request, i % 2 == 1)
    status = answer[9:12].decode('latin-1') if answer.startswith(b'HTTP/1') else 'none'
    answers[status] += 1
    good = status not in ('none', '500', '502') if i % 2 else status != '500'
    if not good or (i % 100 == 0 and not alive()):
        verdict('request %d of seed %d: %s' % (i, seed, status), False, request[:700])
        if not alive():
            break
verdict('%d malformed requests (%s): it answers good ones' % (n, ', '.join('%s %d' % a for a in sorted(
    answers.items()))), alive())
far = answers['200'] > n / 20 and answers['400'] > n / 20
verdict('most of the whole ones came as far as a route', far, str(answers))

# slow ones: a byte now and then, of a head and of a body
slow = []
for i in range(200):
    s = socket.create_connection(('127.0.0.1', port), timeout=5)
    head = b'POST /api/part HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: 999\r\n\r\n{' % port
    s.sendall(b'GET /api/sess' if i % 2 else head)
    slow.append(s)
begun = time.time()
for _ in range(5):
    for s in slow:
        s.sendall(b'x')
    verdict('others are served meanwhile', alive())
verdict('at once', time.time() - begun < 20, str(time.time() - begun))
ended, end = 0, time.time() + 100
for s in slow:
    s.settimeout(max(0.1, end - time.time()))
    try:
        while s.recv(4096):
            pass
        ended += 1
    except ConnectionError:
        ended += 1
    except OSError:
        pass
    s.close()
verdict('who says nothing more is let go', ended == len(slow), str(ended))
verdict('and all is well', alive())
