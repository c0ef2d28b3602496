#!/usr/bin/env python3
"""What the OParl server answers. usage: answers.py PORT EXPORT COPY
A line for each check: "pass" or "fail", a tab, its name.
EXPORT: the static export with the same address; COPY: gets every JSON answer.
answers.py --slow PORT URL GO: begins to read, says so, waits for the file GO, reads to the end; fails if bytes are
missing.
"""

import gzip, http.client, json, os, re, socket, sys, time, urllib.parse, zlib

HEAD_OF_ALL = {'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff'}


class Server:
    def __init__(self, port):
        self.port, self.base = port, f'http://localhost:{port}'
        self.con = http.client.HTTPConnection('127.0.0.1', port, timeout=20)

    def ask(self, path, method='GET', **headers):
        """(status, headers in lower case, body)"""
        path = path.replace(self.base, '') if path.startswith('http') else path
        self.con.request(method, path, headers={k.replace('_', '-'): v for k, v in headers.items()})
        r = self.con.getresponse()
        body = r.read()
        return r.status, {k.lower(): v for k, v in r.getheaders()}, body

    def json(self, path, **headers):
        return json.loads(self.ask(path, **headers)[2])

    def raw(self, data):
        """The first answer to bytes as they are."""
        with socket.create_connection(('127.0.0.1', self.port), timeout=20) as s:
            s.sendall(data)
            got = b''
            while b'\r\n\r\n' not in got:
                part = s.recv(65536)
                if not part:
                    break
                got += part
        return int(got.split()[1]) if got.startswith(b'HTTP/1.') else 0


class Check:
    def __init__(self, server, export):
        self.s, self.export = server, export

    def __call__(self, name, ok, seen=''):
        print('pass' if ok else 'fail', name + ('' if ok else f': {str(seen)[:200]}'), sep='\t', flush=True)


def files_of(folder):
    for d, _, names in sorted(os.walk(folder)):
        for n in sorted(names):
            if not n.startswith('.') and n != 'pruefsummen.sha256':    # the list of the files is for who copies them
                yield os.path.relpath(os.path.join(d, n), folder)


def same_as_export(c, copy):
    wrong, objects = [], 0
    for path in files_of(c.export):
        with open(os.path.join(c.export, path), 'rb') as f:
            want = f.read()
        status, _, body = c.s.ask('/' + path)
        if status != 200 or body != want:
            wrong.append((path, status))
        if path.endswith('.json'):
            objects += 1
            to = os.path.join(copy, path)
            os.makedirs(os.path.dirname(to), exist_ok=True)
            with open(to, 'wb') as f:
                f.write(body)
        else:
            os.makedirs(os.path.dirname(os.path.join(copy, path)), exist_ok=True)
            with open(os.path.join(copy, path), 'wb') as f:
                f.write(body)
    c('the bytes of the export', not wrong and objects > 40, wrong or objects)


def pages(c, url):
    while url:
        page = c.s.json(url)
        yield page
        url = page['links'].get('next')


def crawl(c):
    """From system.json along lists only, as clients do."""
    body = next(pages(c, c.s.json('/system.json')['body']))['data'][0]
    seen = set()
    for member in (
        'organization',
        'person',
        'meeting',
        'paper',
        'agendaItem',
        'consultation',
        'file',
        'locationList',
        'legislativeTermList',
        'membership',
    ):
        for page in pages(c, body[member]):
            seen.update(x['id'] for x in page['data'])
    living = {
        c.s.base + '/' + p
        for p in files_of(c.export)
        if re.fullmatch(r'[a-z]+/[0-9a-f-]{36}\.json', p)
        and b'"deleted":true' not in open(os.path.join(c.export, p), 'rb').read()
    }
    c('all is reached from system.json', seen == living and len(seen) > 20, seen ^ living)
    return body


def lists(c, body):
    every = [x for p in pages(c, body['paper']) for x in p['data']]
    small = list(pages(c, body['paper'] + '?limit=2'))
    c(
        'pages of two: the same order',
        [x['id'] for p in small for x in p['data']] == [x['id'] for x in every] and len(small) == (len(every) + 1) // 2,
        len(small),
    )
    c(
        'pages name each other',
        small[1]['links']['prev'].endswith('limit=2')
        and small[1]['pagination']
        == {'totalElements': len(every), 'elementsPerPage': 2, 'currentPage': 2, 'totalPages': len(small)},
        small[1]['pagination'],
    )
    c('a page too many', c.s.ask('/body/beckum/paper/99.json')[0] == 404)
    c('a limit above 100 is 100', c.s.json(body['paper'] + '?limit=5000')['pagination']['elementsPerPage'] == 100)
    for wrong in (
        'limit=0',
        'limit=x',
        'limit=-1',
        'limit',
        'created_since=gestern',
        'modified_until=2023-05-31',
        'modified_until=2023-05-31T10:00:00.Z',
        'modified_until=2023-05-31T10:00:00%2B24:00',
        'omit_internal=vielleicht',
        'limit=' + '9' * 200,
    ):
        status, _, text = c.s.ask(body['paper'] + '?' + wrong)
        c(f'400 for {wrong[:30]}', status == 400 and json.loads(text)['type'].endswith('/Error'), status)
    c('other parameters do not matter', c.s.ask(body['paper'] + '?_=17&limit=1')[0] == 200)
    return every


def filters(c, body, every):
    def ids(query):
        return [x['id'] for p in pages(c, body['paper'] + '?' + query) for x in p['data']]

    q = urllib.parse.quote
    deleted = [
        x for p in pages(c, body['paper'] + '?modified_since=' + q('2023-06-30T00:00:00+02:00')) for x in p['data']
    ]
    c(
        'modified_since has the deleted, too',
        len(deleted) == 1
        and deleted[0].get('deleted') is True
        and set(deleted[0]) == {'id', 'type', 'created', 'modified', 'deleted'},
        deleted,
    )
    c('deleted: the object is still there', c.s.json(deleted[0]['id'])['deleted'] is True)
    c('not without modified_since', deleted[0]['id'] not in ids('created_since=' + q('2000-01-01T00:00:00+01:00')))
    everything = [x['id'] for x in every]
    c('created_since before: all', ids('created_since=' + q('2023-05-16T10:00:00+02:00')) == everything)
    c('created_since after: none', ids('created_since=' + q('2023-05-16T10:00:01+02:00')) == [])
    c('created_until before: none', ids('created_until=' + q('2023-05-16T09:59:59+02:00')) == [])
    c('modified_until: all', ids('modified_until=' + q('2023-05-16T10:00:00+02:00')) == everything)
    c('a part of a second more: none', ids('created_since=2023-05-16T08:00:00.25Z') == [])
    c('until then: all', ids('created_until=2023-05-16T08:00:00.25Z') == everything)
    c('no part, small letters', ids('created_since=2023-05-16t08:00:00.000z') == everything)
    c('a + that is not escaped', ids('created_since=2023-05-16T10:00:00+02:00') == everything)
    c('filters and pages at once', ids('limit=1&created_since=2023-05-16T08:00:00Z') == everything)
    full, short = c.s.json(body['meeting'])['data'], c.s.json(body['meeting'] + '?omit_internal=true')['data']
    c(
        'omit_internal leaves inner lists out',
        any('agendaItem' in x for x in full)
        and not any('agendaItem' in x or 'auxiliaryFile' in x for x in short)
        and [x['id'] for x in full] == [x['id'] for x in short],
    )
    c('also of an object alone', 'legislativeTerm' not in c.s.json(body['id'] + '?omit_internal=true'))


def conditions(c, path):
    status, h, plain = c.s.ask(path)
    c(
        'headers',
        status == 200
        and h['content-type'] == 'application/json; charset=utf-8'
        and HEAD_OF_ALL.items() <= h.items()
        and h['vary'] == 'Accept-Encoding',
        h,
    )
    status, again, none = c.s.ask(path, If_None_Match='"x", ' + h['etag'])
    c(
        '304 after an ETag',
        status == 304
        and none == b''
        and again['etag'] == h['etag']
        and again.get('content-length') == str(len(plain))
        and 'transfer-encoding' not in again,
        (status, again),
    )
    c('304 after a weak ETag', c.s.ask(path, If_None_Match='W/' + h['etag'])[0] == 304)
    c('304 after Last-Modified', c.s.ask(path, If_Modified_Since=h['last-modified'])[0] == 304)
    c('200 after an older Last-Modified', c.s.ask(path, If_Modified_Since='Mon, 01 May 2023 00:00:00 GMT')[0] == 200)
    c(
        'the ETag comes before the time',
        c.s.ask(path, If_None_Match='"anders"', If_Modified_Since=h['last-modified'])[0] == 200,
    )
    status, packed, data = c.s.ask(path, Accept_Encoding='br, gzip')
    c(
        'gzip',
        packed.get('content-encoding') == 'gzip' and gzip.decompress(data) == plain and packed['etag'] != h['etag'],
        packed,
    )
    c('304 packed, too', c.s.ask(path, Accept_Encoding='gzip', If_None_Match=packed['etag'])[0] == 304)
    c('no gzip where it is forbidden', 'content-encoding' not in c.s.ask(path, Accept_Encoding='gzip;q=0, identity')[1])
    status, head, none = c.s.ask(path, method='HEAD')
    c(
        'HEAD',
        status == 200 and none == b'' and int(head['content-length']) == len(plain) and head['etag'] == h['etag'],
        head,
    )


def files(c, body):
    f = next(x for x in c.s.json(body['file'])['data'] if 'downloadUrl' in x)
    status, h, data = c.s.ask(f['accessUrl'])
    c(
        'a file to look at',
        status == 200
        and h['content-type'] == 'application/pdf'
        and h['content-disposition'] == f'inline; filename="{f["fileName"]}"'
        and len(data) == f['size'],
        h,
    )
    status, down, same = c.s.ask(f['downloadUrl'])
    c(
        'a file to keep',
        status == 200
        and down['content-disposition'].startswith('attachment; filename=')
        and same == data
        and HEAD_OF_ALL.items() <= down.items(),
        down,
    )
    for asked, want in (
        ('bytes=0-9', data[:10]),
        ('bytes=10-', data[10:]),
        ('bytes=-7', data[-7:]),
        (f'bytes={len(data) - 1}-{len(data) + 50}', data[-1:]),
        ('bytes=-99999999', data),
    ):
        status, part, got = c.s.ask(f['accessUrl'], Range=asked)
        c(
            f'part {asked.split("=")[1]}',
            status == 206 and got == want and part['content-range'].endswith(f'/{len(data)}'),
            (status, part),
        )
    status, part, _ = c.s.ask(f['accessUrl'], Range=f'bytes={len(data)}-')
    c('a part behind the end: 416', status == 416 and part['content-range'] == f'bytes */{len(data)}', (status, part))
    for asked in ('bytes=5-2', 'zeilen=1-2', 'bytes=x-', 'bytes=0-1,4-5', 'bytes=-', 'bytes'):
        c(f'a part that says nothing, {asked}: all', c.s.ask(f['accessUrl'], Range=asked)[0::2] == (200, data))
    c('If-Range with the right ETag', c.s.ask(f['accessUrl'], Range='bytes=0-1', If_Range=h['etag'])[0] == 206)
    c('If-Range with another', c.s.ask(f['accessUrl'], Range='bytes=0-1', If_Range='"alt"')[0] == 200)
    c('304 for files', c.s.ask(f['accessUrl'], If_None_Match=h['etag'])[0] == 304)
    status, head, none = c.s.ask(f['accessUrl'], method='HEAD')
    c('HEAD of a file', status == 200 and none == b'' and int(head['content-length']) == len(data))
    status, head, none = c.s.ask(f['accessUrl'], method='HEAD', Range='bytes=0-9')
    c('HEAD knows no part', status == 200 and none == b'' and int(head['content-length']) == len(data), (status, head))
    c('another name for the file', c.s.ask(f['accessUrl'].rsplit('/', 1)[0] + '/r.db')[0] == 404)
    gone = next(x for x in c.s.json(body['file'] + '?modified_since=2023-06-30T00:00:00Z')['data'] if x.get('deleted'))
    for way in ('file', 'download'):
        status, _, text = c.s.ask(gone['id'].replace('/file/', f'/{way}/').replace('.json', '/wie-auch-immer.pdf'))
        c(f'410 for what is deleted, under {way}',
          status == 410 and json.loads(text)['type'].endswith('/Error'), status)


def refusals(c):
    status, h, text = c.s.ask('/paper/gibt-es-nicht.json')
    c(
        '404 as JSON',
        status == 404
        and json.loads(text)['type'] == 'https://schema.oparl.org/1.1/Error'
        and h['content-type'].startswith('application/json'),
        (status, h),
    )
    for method in ('POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'get', 'GETS'):
        s = Server(c.s.port)
        status, h, text = s.ask('/system.json', method=method)
        want = 501 if method in ('get', 'GETS') else 405
        c(
            f'{want} for {method}',
            status == want
            and json.loads(text)['type'].endswith('/Error')
            and (want == 501 or h['allow'] == 'GET, HEAD, OPTIONS'),
            (status, h),
        )
    status, h, none = c.s.ask('/paper.json', method='OPTIONS')
    c(
        'OPTIONS',
        status == 204
        and none == b''
        and 'If-None-Match' in h['access-control-allow-headers']
        and 'content-length' not in h,
        (status, h),
    )
    c(
        '405 with a body',
        Server(c.s.port).raw(b'POST /system.json HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc') == 405,
    )
    c(
        '400 for a GET with a body',
        Server(c.s.port).raw(b'GET /system.json HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc') == 400,
    )
    for path in (
        '/../r.db',
        '/%2e%2e/r.db',
        '/file/../../r.db',
        '/file/..%2f..%2fr.db',
        '/file/x/..%2f..%2f..%2fetc%2fpasswd',
        '//etc/passwd',
        '/r.db',
        '/ausgabe/2023-0123-beschlussvorlage.pdf',
        '/download/%00',
        '/system.json%00.pdf',
        '/system.json/',
        '/%c0%ae%c0%ae/r.db',
        '/file/%2525',
        '/%',
        '/',
        '/.',
        '/paper/.json',
        '/body/beckum/body.json',
        '/body/beckum/paper/1.json',
        '/system.json\\..\\r.db',
        '/Paper/x.json',
        '/intern/2023-0126-beschlussvorlage.pdf',
    ):
        c(f'404 for {path}', c.s.raw(b'GET ' + path.encode() + b' HTTP/1.1\r\nHost: localhost\r\n\r\n') == 404, path)
    for parts in (150, 500, 3000):
        many = b'GET /body/beckum/paper.json?' + b'a=1&' * parts + b' HTTP/1.1\r\nHost: x\r\n\r\n'
        c(f'an address of {parts} parts', c.s.raw(many) == 414)
    c('a very long address', c.s.raw(b'GET /' + b'a' * 3000 + b' HTTP/1.1\r\nHost: x\r\n\r\n') == 414)
    c(
        'very large headers',
        c.s.raw(b'GET /system.json HTTP/1.1\r\nHost: x\r\nX: ' + b'a' * 20000 + b'\r\n\r\n') == 431,
    )
    c(
        'huge headers',
        c.s.raw(b'GET /system.json HTTP/1.1\r\nHost: x\r\n' + b'X: y\r\n' * 9000 + b'\r\n') in (413, 431),
    )
    c('no HTTP', c.s.raw(b'\x16\x03\x01\x02\x00\x01\x00\r\n\r\n') in (0, 400, 405))


def secrets(c):
    """Nothing says a non-public word; the id of something non-public is as unknown as any."""
    import sqlite3

    con = sqlite3.connect('file:r.db?mode=ro', uri=True)
    hidden = [r[0] for r in con.execute("SELECT id FROM papier WHERE oeffentlich = 0")]
    c('there is something non-public in the register', 'personal' in hidden, hidden)
    answers = [
        c.s.ask(p)[0::2]
        for p in ['/paper/00000000-0000-8000-8000-000000000000.json'] + [f'/paper/{i}.json' for i in hidden]
    ]
    c('non-public and unknown: the same answer', len(set(answers)) == 1 and answers[0][0] == 404, answers)
    found = [p for p in files_of(c.export) if p.endswith('.json') for t in [c.s.ask('/' + p)[2]] if b'GEHEIM' in t]
    c('no non-public word', not found, found)


def main(port, export, copy):
    c = Check(Server(port), export)
    same_as_export(c, copy)
    body = crawl(c)
    every = lists(c, body)
    filters(c, body, every)
    conditions(c, '/body/beckum.json')
    conditions(c, '/body/beckum/paper.json')
    conditions(c, every[0]['id'])
    files(c, body)
    refusals(c)
    secrets(c)


def slowly(port, url, go):
    with socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        s.connect(('127.0.0.1', port))
        s.sendall(f'GET /{url.split("/", 3)[3]} HTTP/1.1\r\nHost: localhost\r\n\r\n'.encode())
        got = s.recv(1000)
        print('begun', flush=True)
        while not os.path.exists(go):
            time.sleep(0.02)
        while part := s.recv(65536):
            got += part
            head, _, data = got.partition(b'\r\n\r\n')
            if len(data) >= int(re.search(rb'Content-Length: (\d+)', head)[1]):
                return 0
    print(f'only {len(got)} bytes')
    return 1


if __name__ == '__main__':
    sys.exit(
        slowly(int(sys.argv[2]), *sys.argv[3:]) if sys.argv[1] == '--slow' else main(int(sys.argv[1]), *sys.argv[2:])
    )
