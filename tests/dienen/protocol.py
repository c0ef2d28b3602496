#!/usr/bin/env python3
"""What the OParl server sends, byte by byte. usage: protocol.py PORT
A line a check: "pass" or "fail", a tab, its name.
Heads that trickle in are tried beside the rest, since they take their time."""
import json, os, socket, sys, threading, time

PORT = int(sys.argv[1])
HEAD_SECONDS = 10


def told(name, ok, seen=''):
    """One write a line: threads speak at the same time."""
    line = ('pass' if ok else 'fail') + '\t' + name + ('' if ok else f': {str(seen)[:200]}') + '\n'
    os.write(1, line.encode())


class Line:
    """A connection that is read exactly: a byte too many would be taken for the next answer."""
    def __init__(self):
        self.s, self.rest = socket.create_connection(('127.0.0.1', PORT), timeout=20), b''

    def more(self):
        part = self.s.recv(65536)
        self.rest += part
        return part

    def answer(self, method='GET'):
        while b'\r\n\r\n' not in self.rest:
            if not self.more():
                raise EOFError
        head, self.rest = self.rest.split(b'\r\n\r\n', 1)
        first, *lines = head.decode('latin-1').split('\r\n')
        fields = {k.lower(): v for k, v in (line.split(': ', 1) for line in lines)}
        version, status = first.split(' ')[:2]
        if not version.startswith('HTTP/1.'):
            raise ValueError(first)
        size = 0 if method == 'HEAD' or status in ('204', '304') else int(fields.get('content-length', 0))
        while len(self.rest) < size:
            if not self.more():
                raise EOFError
        body, self.rest = self.rest[:size], self.rest[size:]
        return int(status), fields, body

    def ask(self, path, method='GET', **headers):
        lines = [f'{method} {path} HTTP/1.1', 'Host: localhost']
        lines += [f'{k.replace("_", "-")}: {v}' for k, v in headers.items()]
        self.s.sendall('\r\n'.join(lines + ['', '']).encode())
        return self.answer(method)

    def silent(self):
        """Nothing more is on its way."""
        self.s.settimeout(0.03)
        try:
            return not self.rest and not self.more()
        except TimeoutError:
            return not self.rest
        finally:
            self.s.settimeout(20)


def status_of(data):
    line = Line()
    line.s.sendall(data)
    try:
        return line.answer()[0]
    except EOFError:
        return 0


def kept(path):
    """A kept connection: whatever is asked, the next answer begins where it should."""
    line = Line()
    status, h, body = line.ask(path)
    for headers in ({'If_None_Match': h['etag']}, {'If_None_Match': '*'}, {'If_Modified_Since': h['last-modified']},
                    {'If_None_Match': h['etag'], 'Accept_Encoding': 'gzip'}):
        for _ in range(3):
            got, again, _ = line.ask(path, **headers)
            if 'Accept_Encoding' not in headers:
                size = again.get('content-length')
                told(f'304 for {path} has the length that 200 has',
                     got == 304 and size == str(len(body)) and 'transfer-encoding' not in again, (got, again))
            told(f'after 304 for {path} the line is silent', line.silent(), line.rest)
            status, _, same = line.ask(path)
            told(f'after 304 for {path} the next answer is whole', status == 200 and same == body, status)
    told(f'HEAD of {path}', line.ask(path, 'HEAD')[0] == 200 and line.silent() and
         line.ask(path)[2] == body, line.rest)


def get(path):
    return f'GET {path} HTTP/1.1\r\nHost: x\r\n\r\n'.encode()


def defined():
    system = Line().ask('/system.json')[2]
    line = Line()
    line.s.sendall(b'GET http://localhost:%d/system.json HTTP/1.1\r\nHost: localhost\r\n\r\n' % PORT)
    told('an absolute target', line.answer()[2] == system)
    for name, data, want in (
            ('an absolute target without a path', b'GET http://localhost HTTP/1.1\r\nHost: x\r\n\r\n', 404),
            ('an absolute target with https',
             b'GET HTTPS://ris.example.org/system.json HTTP/1.1\r\nHost: x\r\n\r\n', 200),
            ('Host twice', b'GET /system.json HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400),
            ('the same Host twice', b'GET /system.json HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n', 400),
            ('two hosts in a line', b'GET /system.json HTTP/1.1\r\nHost: a, b\r\n\r\n', 400),
            ('a path as Host', b'GET /system.json HTTP/1.1\r\nHost: a/b\r\n\r\n', 400),
            ('no Host', b'GET /system.json HTTP/1.1\r\n\r\n', 400),
            ('no Host in HTTP 1.0', b'GET /system.json HTTP/1.0\r\n\r\n', 200),
            ('a method that does not exist', b'FREIGEBEN /system.json HTTP/1.1\r\nHost: x\r\n\r\n', 501),
            ('a blank in the path', b'GET /system .json HTTP/1.1\r\nHost: x\r\n\r\n', 400),
            ('blanks in the query', b'GET /paper.json?limit=1 0 HTTP/1.1\r\nHost: x\r\n\r\n', 400),
            ('an escaped blank', b'GET /system%20.json HTTP/1.1\r\nHost: x\r\n\r\n', 404),
            ('two lengths',
             b'GET /system.json HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\ncontent-length: 5\r\n\r\n', 400),
            ('lengths in a line', b'GET /system.json HTTP/1.1\r\nHost: x\r\nContent-Length: 0, 0\r\n\r\n', 400),
            ('a negative length', b'GET /system.json HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n', 400),
            ('a length of nothing', b'GET /system.json HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n', 200),
            ('OPTIONS', b'OPTIONS /system.json HTTP/1.1\r\nHost: x\r\n\r\n', 204),
            ('a page behind the last', get('/body/beckum/paper/99.json'), 404),
            ('a page that is no number', get('/body/beckum/paper/99999999999999999999.json'), 404),
            ('far behind, with a filter', get('/body/beckum/paper/999999999.json?limit=1'), 404)):
        got = status_of(data)
        told(f'{name}: {want}', got == want, got)
    line = Line()
    told('OPTIONS leaves the line open', line.ask('/paper.json', 'OPTIONS')[0] == 204 and line.silent() and
         line.ask('/system.json')[2] == system, line.rest)
    line = Line()
    line.s.sendall(b'GET /system.json HTTP/1.1\r\nHost: x\r\n\r\n' * 3)
    told('three requests at once', [line.answer()[2] for _ in range(3)] == [system] * 3)


def smuggled():
    """Who sends two lengths gets one answer, not one for what a second server takes for the body."""
    line = Line()
    line.s.sendall(b'GET /system.json HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 40\r\n\r\n' +
                   get('/paper.json'))
    got = line.answer()[0]
    try:
        told('two lengths: one answer, and the line ends', got == 400 and not line.rest and not line.more(), line.rest)
    except ConnectionResetError:
        told('two lengths: one answer, and the line ends', got == 400)


def as_asked(path):
    """If-Match and If-Unmodified-Since: 412 for another state, before anything else is looked at."""
    line = Line()
    _, h, body = line.ask(path)
    tag, past, future = h['etag'], 'Mon, 01 Jan 2001 00:00:00 GMT', 'Fri, 01 Jan 2100 00:00:00 GMT'
    for want, headers in ((200, {'If_Match': tag}), (200, {'If_Match': '*'}), (200, {'If_Match': f'"a", {tag}'}),
                          (412, {'If_Match': '"a"'}), (412, {'If_Match': 'W/' + tag}),
                          (412, {'If_Match': tag[:-2] + '"'}), (412, {'If_Match': '"a"', 'If_None_Match': tag}),
                          (304, {'If_Match': tag, 'If_None_Match': tag}),
                          (304, {'If_None_Match': '"a"', 'if_none_match': tag}),  # a list in two lines
                          (200, {'If_Match': '"a"', 'if_match': tag}),
                          (412, {'If_Unmodified_Since': past}), (200, {'If_Unmodified_Since': future}),
                          (200, {'If_Unmodified_Since': h['last-modified']}), (200, {'If_Unmodified_Since': 'gestern'}),
                          (200, {'If_Match': tag, 'If_Unmodified_Since': past})):
        for _ in range(3):                             # from the register, then from what is kept
            got = Line().ask(path, **headers)
            told(f'{path} with {headers}: {want}', got[0] == want and (want != 200 or got[2] == body), got)


def trickle(before):
    """A byte every half second would take more than a minute: the connection ends about ten seconds after the first."""
    line = Line()
    for _ in range(before):
        line.ask('/system.json')
    begun = time.monotonic()
    head = b'GET /system.json HTTP/1.1\r\nHost: localhost\r\nX: ' + b'x' * 100
    line.s.settimeout(0.5)
    for i in range(len(head)):
        try:
            line.s.sendall(head[i:i + 1])
            if not line.s.recv(1):
                break
        except TimeoutError:
            continue
        except OSError:
            break
    took = time.monotonic() - begun
    told(f'a head that trickles, after {before} requests', HEAD_SECONDS - 2 < took < 60, took)


def main():
    slow = [threading.Thread(target=trickle, args=(n,)) for n in (0, 2)]
    for t in slow:
        t.start()
    body = json.loads(Line().ask('/body.json')[2])['data'][0]
    paper = json.loads(Line().ask('/body/beckum/paper.json')[2])['data'][0]['id']
    file = next(f for f in json.loads(Line().ask('/body/beckum/file.json')[2])['data'] if 'accessUrl' in f)['accessUrl']
    for path in ('/system.json', '/body/beckum/paper.json', '/body/beckum/paper.json?limit=2', paper, body['id'], file):
        local = '/' + path.split('/', 3)[3] if path.startswith('http') else path
        kept(local)
        as_asked(local)
    defined()
    smuggled()
    for t in slow:
        t.join()


main()
