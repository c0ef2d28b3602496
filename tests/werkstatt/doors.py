"""usage: doors.py PORT: who may come in, and that no way leads out of the contents."""
import os
import socket
import sys

from desk import CHAPTER, KONZEPT, Desk, verdict

port = int(sys.argv[1])
good = Desk(port)
verdict('with the token', good.status == 200 and good.guard)
other = Desk(port, token='')
verdict('without it', other.status == 401)
said = [other.get('/api/session')['text']]
verdict('with a wrong one', Desk(port, token='f' * 32).status == 401)
verdict('part of it', Desk(port, token=os.environ['RATSSATZ_ZUGANG'][:8]).status == 401)
other = Desk(port, Host='example.org')
verdict('by another name (an address that was resolved anew)', other.status == 421)
said.append(other.get('/api/session')['text'])
got = Desk(port, token='')
page = got.get('/?zugang=' + os.environ['RATSSATZ_ZUGANG'])
cookie = got.answer.getheader('Set-Cookie') or ''
verdict('the printed address gives the cookie',
        got.status == 200 and 'HttpOnly' in cookie and 'SameSite=Strict' in cookie)
verdict('and leads on to the desk',
        b'content="0;url=/"' in page and os.environ['RATSSATZ_ZUGANG'].encode() not in page, page)
got.get('/?zugang=falsch')
verdict('a wrong address does not', got.status == 401 and not got.answer.getheader('Set-Cookie'))
got.get('/gesund')
verdict('the health address asks for nothing', got.status == 200)

# lines with odd white space: what HTTP allows is understood, what two servers could read in two ways is refused
HOST, COOKIE = b'Host: 127.0.0.1:%d\r\n' % port, b'Cookie: %s\r\n' % good.headers['Cookie'].encode()


def line(first, rest=HOST):
    """The status of an answer; 0: none."""
    with socket.create_connection(('127.0.0.1', port), 20) as s:
        s.sendall(first + b'\r\n' + rest + COOKIE + b'Connection: close\r\n\r\n')
        got = b''
        while b'\r\n' not in got:
            more = s.recv(4096)
            if not more:
                return 0
            got += more
        return int(got.split()[1])


ASK = b'GET /api/session HTTP/1.1'
for what, want, *sent in (
        ('a line as it is written', 200, ASK), ('an empty one before it', 200, b'\r\n' + ASK),
        ('two blanks', 400, b'GET  /api/session  HTTP/1.1'),
        ('a tab behind the blank', 400, ASK.replace(b' /', b' \t/')),
        ('a blank in the address', 400, b'GET /api/se ssion HTTP/1.1'), ('a blank at the end', 400, ASK + b' '),
        ('a tab at the end', 400, ASK + b'\t'), ('no version', 400, b'GET /api/session'),
        ('tabs around a value', 200, ASK, HOST.replace(b': ', b':\t').replace(b'\r', b' \t\r')),
        ('no blank before a value', 200, ASK, HOST.replace(b': ', b':')),
        ('a blank before the colon', 400, ASK, HOST + b'X : 1\r\n'),
        ('a tab before the colon', 400, ASK, HOST + b'X\t: 1\r\n'),
        ('no colon', 400, ASK, HOST + b'nichts\r\n'),
        ('two hosts', 400, ASK, HOST + HOST),
        ('two lengths', 400, ASK, HOST + b'Content-Length: 0\r\nContent-Length: 5\r\n')):
    got = line(*sent)
    verdict('%s: %d' % (what, want), got == want, got)
folded = line(ASK, HOST + b'X: a\r\n\tb\r\n')      # RFC 9112 §5.2: taken for a blank, or refused
verdict('a value that goes on: 200 or 400', folded in (200, 400), folded)

good.get('/')
policy = good.answer.getheader('Content-Security-Policy') or ''
verdict('the page is there', good.status == 200)
verdict('a strict policy', "script-src 'self';" in policy and "default-src 'none'" in policy and 'unsafe' not in policy)

seen = good.part(CHAPTER)['xml']
change = {'id': 'a' * 20, 'path': CHAPTER, 'place': '', 'old': seen, 'now': seen}
for what, headers in (('without the second word', {'X-Ratssatz': ''}), ('with a wrong one', {'X-Ratssatz': 'b' * 48}),
                      ('from another page', {'Origin': 'http://example.org'}),
                      ('from another port', {'Origin': 'http://127.0.0.1:1'}),
                      ('as another site', {'Sec-Fetch-Site': 'cross-site'}),
                      ('as a frame of nobody', {'Origin': 'null'})):
    answer = good.post('/api/part', change, **headers)
    verdict('a change ' + what, good.status == 403, str(good.status))
said.append(answer['text'])
good.post('/api/part', change, Origin='http://127.0.0.1:%d' % port)
verdict('from our own page', good.status == 200)

os.symlink('/etc', 'content/hinaus')
os.symlink('/etc/passwd', 'content/passwd.xml')
with open('draussen.xml', 'w', encoding='utf-8') as f:
    f.write('<konzept xmlns="urn:ratssatz:1" ort="beckum"/>')
os.symlink(os.path.realpath('draussen.xml'), 'content/draussen.xml')
for path in ('../draussen.xml', '%2e%2e/draussen.xml', '..%2fdraussen.xml', '/etc/passwd', 'hinaus/passwd',
             'passwd.xml',
             'draussen.xml',
             'beckum/../../draussen.xml',
             'beckum', '', 'beckum/woerter.txt',
             CHAPTER + '%00.csv', CHAPTER + '%00',
             'beckum//verzeichnis.xml', './beckum/verzeichnis.xml', 'beckum\\verzeichnis.xml', 'a' * 5000 + '.xml'):
    good.part(path)
    verdict('no way out: ' + path[:40], good.status in (404, 414), str(good.status))
for path in ('/../desk.log', '/%2e%2e/%2e%2e/desk.log', '/werkstatt.db', '/.git/config', '/index.html/'):
    good.get(path)
    verdict('no other file: ' + path, good.status == 404, str(good.status))
verdict('a link is no document', all('draussen' not in d['path'] for d in good.get('/api/documents')['documents']))

for body in (b'{"document": "%s\\u0000.csv", "changes": []}', b'{"document": "%s", "changes": []}\0'):
    good.post('/api/check', body % KONZEPT.encode())
    verdict('nothing behind a NUL', good.status == 400, str(good.status))
good.post('/api/remark', {'id': 'n' * 20, 'path': CHAPTER, 'quote': '', 'to': '', 'text': 'so: \\u0000'})
verdict('but the words for it', good.status == 200, str(good.status))
good.post('/api/part', b'x' * (17 << 20))
verdict('too much', good.status == 413, str(good.status))
for body in (b'', b'{', b'[]', b'"x"', b'{"path":1}', b'\xff\xfe', b'{"path":"' + CHAPTER.encode() + b'"}'):
    good.post('/api/part', body)
    verdict('odd content: ' + repr(body[:20]), good.status in (400, 404), str(good.status))
good.send('DELETE', '/api/part')
verdict('no other method', good.status == 405)
good.get('/api/nichts')
verdict('no other address', good.status == 404)

# half a request and nonsense do not hold up the others
held = []
for text in (b'GET / HTTP/1.1\r\nHost: x', b'\0\1\2', b'POST /api/part HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n'):
    s = socket.create_connection(('127.0.0.1', port))
    s.sendall(text)
    held.append(s)
verdict('others are served meanwhile', good.get('/api/session') and good.status == 200)

head, pages = good.preview(KONZEPT)
verdict('pages of the document', good.status == 200 and len(pages) == len(head['pages']) > 20)
verdict('no program in a page', not any('<script' in p or 'onload' in p for p in pages.values()))

said.append(good.post('/api/output', {'document': KONZEPT, 'format': 'exe'})['text'])
with open('said', 'w', encoding='utf-8') as f:
    f.write('\n'.join(said) + '\n')
