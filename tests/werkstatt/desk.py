"""A client of the Werkstatt for tests, and what a test prints: a line for each thing tried."""
import http.client
import json
import os
import time
import uuid

PAPER = 'beckum/sitzungen/2023-05-31/vorlage-austausch.xml'
KONZEPT = 'beckum/integrationskonzept-2018/konzept.xml'
CHAPTER = 'beckum/integrationskonzept-2018/02-01-wohnraum.xml'


def verdict(what, good, more=''):
    print('%s\t%s %s' % ('pass' if good else 'fail', what, '' if good else repr(more)[:600]), flush=True)


class Desk:
    def __init__(self, port, token=None, **headers):
        self.port, self.headers, self.status, self.answer = int(port), headers, 0, None
        token = os.environ['RATSSATZ_ZUGANG'] if token is None else token
        if token:
            self.headers['Cookie'] = 'ratssatz-%d=%s' % (self.port, token)
        self.headers.setdefault('Host', '127.0.0.1:%d' % self.port)
        self.guard = ''
        session = self.get('/api/session')
        self.guard = session.get('guard', '') if isinstance(session, dict) else ''

    def send(self, method, path, body=None, **headers):
        """The answer as JSON where it is JSON, else its bytes."""
        sent = dict(self.headers, **headers)
        if method != 'GET':
            sent.setdefault('X-Ratssatz', self.guard)
        data = json.dumps(body).encode() if isinstance(body, (dict, list)) else body
        c = http.client.HTTPConnection('127.0.0.1', self.port, timeout=300)
        c.request(method, path, data, sent)
        self.answer = c.getresponse()
        self.status, got = self.answer.status, self.answer.read()
        c.close()
        return json.loads(got) if 'json' in (self.answer.getheader('Content-Type') or '') else got

    def get(self, path, **headers):
        return self.send('GET', path, **headers)

    def post(self, path, body, **headers):
        return self.send('POST', path, body, **headers)

    def part(self, path, place=''):
        return self.get('/api/part?path=%s&place=%s' % (path, place))

    def save(self, path, old, now, place='', name=None):
        return self.post('/api/part', {'id': name or str(uuid.uuid4()), 'path': path, 'place': place, 'old': old,
                                       'now': now})

    def preview(self, document, known=(), **more):
        """Head and drawings by page."""
        asked = {'document': document, 'known': list(known), 'first': 0, 'last': 999}
        got = self.post('/api/preview', dict(asked, **more))
        if not isinstance(got, bytes):
            return got, {}
        head, *pages = got.decode().split('\f')
        return json.loads(head), dict((int(n), svg) for n, svg in (p.split('\n', 1) for p in pages))


def read(path):
    with open('content/' + path, encoding='utf-8') as f:
        return f.read()


def stands(what, path, words, seconds=20):
    """Sooner or later the file has the words."""
    end = time.time() + seconds
    while words not in read(path) and time.time() < end:
        time.sleep(0.05)
    verdict(what, words in read(path), read(path))


def write(path, text):
    with open('content/' + path, 'w', encoding='utf-8') as f:
        f.write(text)
