#!/usr/bin/env python3
"""Malformed requests to the OParl server. usage: fuzz.py PORT PID N SEED WORD…
N generated requests, the same for the same seed: broken request lines, headers, encodings, ranges, conditions,
bodies, pipelining, half requests.
Fails if the process dies, does not answer a good request any more, or any answer holds one of the words."""

import os, random, socket, sys, zlib

METHODS = [
    'GET',
    'HEAD',
    'POST',
    'PUT',
    'DELETE',
    'OPTIONS',
    'TRACE',
    'CONNECT',
    'get',
    'G\x00ET',
    '',
    'GETGET' * 50,
    'PRI',
    'PROPFIND',
]
VERSIONS = [
    'HTTP/1.1',
    'HTTP/1.0',
    'HTTP/0.9',
    'HTTP/2.0',
    'HTTP/1.9',
    'http/1.1',
    'HTTP/1.1 ',
    'HTTP/',
    '',
    'HTTP/99999999999999999999.1',
    'FTP/1.1',
]
PARTS = [
    'system.json',
    'body.json',
    'body',
    'beckum',
    'paper',
    'paper.json',
    'file',
    'download',
    'meeting.json',
    'organization',
    '2.json',
    '..',
    '.',
    '%2e%2e',
    '%2f',
    '%00',
    '%',
    '%zz',
    '%c0%af',
    'ä',
    '\xff\xfe',
    '00000000-0000-8000-8000-000000000000.json',
    'personal.json',
    'r.db',
    'etc',
    'passwd',
    '-1.json',
    '99999999999999999999.json',
    '0.json',
    'x' * 199,
    'x' * 201,
    '',
    ' ',
    '\t',
    '{}',
    '"',
]
NAMES = [
    'limit',
    'created_since',
    'created_until',
    'modified_since',
    'modified_until',
    'omit_internal',
    'x',
    '',
    'limit[]',
    '%6cimit',
]
VALUES = [
    '1',
    '0',
    '-1',
    '100',
    '101',
    '99999999999999999999',
    '1e3',
    '',
    'true',
    'false',
    '2023-05-31T17:00:00+02:00',
    '2023-05-31T17:00:00%2B02:00',
    '9999-12-31T23:59:59Z',
    '0000-01-01T00:00:00Z',
    '2023-13-45T99:99:99+99:99',
    '-2023-05-31T17:00:00Z',
    "' OR 1=1 --",
    '%27',
    '%00',
    'x' * 500,
    '2023-02-29T00:00:00Z',
    '%F0%9F%98%80',
    'NaN',
]
HEADERS = [
    'Host',
    'Range',
    'If-None-Match',
    'If-Modified-Since',
    'If-Range',
    'Accept-Encoding',
    'Connection',
    'Content-Length',
    'Transfer-Encoding',
    'Expect',
    'Cookie',
    'X',
    '',
    'X Y',
    'Authorization',
    'Upgrade',
    'TE',
]
CONTENTS = [
    'localhost',
    'bytes=0-',
    'bytes=-1',
    'bytes=9-1',
    'bytes=0-0,2-3',
    'bytes=99999999999999999999-',
    'bytes=-99999999999999999999',
    '*',
    '"x"',
    'W/',
    '"',
    'gzip',
    'gzip;q=',
    'gzip;q=nan',
    'gzip,' * 300,
    'close',
    'keep-alive',
    '0',
    '5',
    '-5',
    '99999999999999999999',
    'chunked',
    'gzip, chunked',
    '100-continue',
    'a=b; ' * 100,
    'x' * 3000,
    'x' * 17000,
    '\x00',
    '\x80\xff',
    'Sun, 06 Nov 1994 08:49:37 GMT',
    'Sun, 99 Nov 9999999999 08:49:37 GMT',
    '',
    'h2c',
]


class Maker:
    def __init__(self, seed, known):
        self.r, self.known = random.Random(seed), known

    def path(self):
        r = self.r
        p = (
            r.choice(self.known)
            if r.random() < 0.4
            else '/' + '/'.join(r.choice(PARTS) for _ in range(r.randint(0, 6)))
        )
        if r.random() < 0.3:
            at = r.randrange(len(p) + 1)
            p = p[:at] + r.choice(PARTS + VALUES) + p[at + r.randint(0, 3) :]
        if r.random() < 0.4:
            p += '?' + '&'.join(
                r.choice(NAMES) + r.choice(['=', '', '==']) + r.choice(VALUES) for _ in range(r.randint(0, 8))
            )
        return p if r.random() < 0.98 else p * 80

    def one(self):
        r = self.r
        end = r.choice(['\r\n'] * 30 + ['\n', '\r', '\r\r\n'])
        lines = [
            f'{r.choice(METHODS) if r.random() < 0.4 else "GET"} {self.path()} '
            f'{r.choice(VERSIONS) if r.random() < 0.2 else "HTTP/1.1"}'
        ]
        if r.random() < 0.9:
            lines.append('Host: localhost')
        for _ in range(r.choice([0, 1, 1, 2, 3, 8, 60])):
            lines.append(r.choice(HEADERS) + r.choice([': '] * 12 + [':', ' : ', '', ':\t']) + r.choice(CONTENTS))
        data = (end.join(lines) + end + end).encode('latin-1', 'replace')
        if r.random() < 0.2:
            data += r.choice(
                [
                    b'abc',
                    b'5\r\nabcde\r\n0\r\n\r\n',
                    b'FFFFFFFFFFFFFFFFF\r\nx',
                    b'\x00' * 100,
                    b'GET /system.json HTTP/1.1\r\nHost: x\r\n\r\n',
                ]
            )
        if r.random() < 0.2:  # bytes turned over, cut off, or nothing but noise
            data = bytearray(data)
            for _ in range(r.randint(1, 10)):
                data[r.randrange(len(data))] = r.randrange(256)
            data = bytes(data)
        if r.random() < 0.1:
            data = data[: r.randrange(len(data))]
        if r.random() < 0.02:
            data = r.randbytes(r.randint(1, 4000))
        return data


LAST = b'\r\n\r\nGET /system.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'


def send(port, data, wait=True):
    """All that comes back. A good request that closes the connection comes last, so that half ones do not wait for
    the time limit; wait: else we hang up."""
    with socket.create_connection(('127.0.0.1', port), timeout=1) as s:
        got = b''
        try:
            s.sendall(data + (LAST if wait else b''))
            while wait and (part := s.recv(65536)):
                got += part
        except OSError:
            pass
    return got


def unpacked(answer):
    """Packed bodies are looked at, too; there may be several answers one after the other."""
    for piece in answer.split(b'Content-Encoding: gzip')[1:]:
        body = piece.partition(b'\r\n\r\n')[2]
        if body.startswith(b'\x1f\x8b'):
            answer += zlib.decompressobj(31).decompress(body)
    return answer


def good(port):
    return b'oparlVersion' in send(port, b'')


def main(port, pid, n, seed, words):
    import json

    listed = json.loads(
        send(port, b'GET /body/beckum/file.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n').partition(
            b'\r\n\r\n'
        )[2]
    )['data']
    known = ['/system.json', '/body.json', '/body/beckum/paper.json', '/body/beckum/meeting.json?limit=1'] + [
        '/' + u.split('/', 3)[3] for f in listed for u in (f['id'], f['accessUrl'], f['downloadUrl'])
    ]
    make, seen = Maker(seed, known), {}
    for i in range(n):
        data = make.one()
        answer = unpacked(send(port, data, i % 20 != 0))
        status = answer[9:12].decode('latin-1') if answer.startswith(b'HTTP/1') else 'none'
        seen[status] = seen.get(status, 0) + 1
        leak = [w for w in words if w.encode() in answer]
        if (
            leak
            or not os.path.exists(f'/proc/{pid}')
            or (i % 200 == 0 and not good(port))
            or status.startswith('50')
            and status not in ('501', '505')
        ):
            told = f'status {status}' if status.startswith('5') else 'the server does not answer any more'
            told = f'tells {leak[0]}' if leak else told
            print(f'request {i} (seed {seed}): {told}\n{data[:500]!r}\n{answer[:300]!r}')
            return 1
    print(f'{n} requests (seed {seed}), answers:', ', '.join(f'{k} {v}' for k, v in sorted(seen.items())))
    return 0 if good(port) else 1


if __name__ == '__main__':
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5:]))
