"""usage: routes.py PORT HTTP.C: the table of route and role: who gets what answer. What changes something stands in the
history afterwards, under the name of who did it. The routes are those of the source, so that none is forgotten."""
import csv
import io
import json
import os
import re
import sys
import urllib.parse
import uuid
import zipfile

from desk import CHAPTER, KONZEPT, PAPER, Desk, verdict

ROLES = ('', 'niemand', 'leser', 'schreiberin', 'leiterin')
ALL, SEEN, WRITERS, RELEASERS = (200, 200, 200, 200), (404, 200, 200, 200), (404, 403, 200, 200), (404, 403, 403, 200)
FOLDER = PAPER.rsplit('/', 1)[0] + '/'
SESSION, YEAR, FAULTY = FOLDER + 'sitzung.xml', 'beckum/probe-2020/konzept.xml', 'beckum/antworten/konzept.xml'
desks = {name: Desk(sys.argv[1], token='', **({'X-Remote-User': name} if name else {})) for name in ROLES}
writer = desks['schreiberin']
with open(sys.argv[2], encoding='utf-8') as f:
    left = set(re.findall(r'\{"(GET|POST)", "(/api/[^"]*)"', f.read()))
verdict('the routes are found', len(left) > 30, str(left))


def query(address, **more):
    return address + '?' + urllib.parse.urlencode(more)


def written(path):
    """Names in the history of a file, the newest first."""
    got = desks['leiterin'].get(query('/api/history', path=path))
    return [e['who'] for e in sorted(got.get('acts', []) + got.get('saves', []), key=lambda e: e['when'])]


def route(method, path, expected, request, file=None, what=''):
    """request: a function that gives address and body anew for each role; file: where its change is written down."""
    left.discard((method, path))
    for name, status in zip(ROLES, (401,) + expected):
        desk, before = desks[name], written(file) if file else []
        address, body = request()
        answer = desk.get(address) if method == 'GET' else desk.post(address, body)
        good = desk.status == status and (not isinstance(answer, dict) or answer.get('done', True))
        verdict('%s %s%s by %s: %d' % (method, path, what, name or 'nobody', status), good, '%d %s' %
                (desk.status, str(answer)[:300]))
        if file:
            now = written(file)
            more = list(now)
            for who in before:
                more.remove(who)
            verdict('%s%s by %s is %swritten down' % (path, what, name or 'nobody', '' if status == 200 else 'not '),
                    set(more) == ({name} if status == 200 else set()), str(more))


def get(address, expected, **more):
    route('GET', address, expected, lambda: (query(address, **more), None))


def post(path, expected, body, file=None, what=''):
    route('POST', path, expected, lambda: (path, body()), file, what)


def send(address, expected, data, log, **more):
    route('POST', address, expected, lambda: (query(address, id=new(), **more), data() if callable(data) else data),
          log)


def new():
    return str(uuid.uuid4())


# ---- what is read
for path in ('/api/session', '/api/grammar', '/api/start', '/api/documents', '/api/remarks'):
    get(path, ALL)
get('/api/search', ALL, q='wohnen')
get('/api/code', ALL, code='SUMME')
get('/api/events', ALL, since=0)
for path in ('/api/outline', '/api/choices'):
    get(path, SEEN, document=FAULTY)
get('/api/part', SEEN, path=CHAPTER)
get('/api/part', WRITERS, path=PAPER)
for path in (CHAPTER, PAPER):                  # what was struck may have been secret
    get('/api/history', WRITERS, path=path)
get('/api/remarks', WRITERS, path=CHAPTER)
get('/api/data', SEEN, document=KONZEPT, name='daten/zuweisungen.csv')
for path in ('/api/points', '/api/proposals'):
    get(path, WRITERS, document=YEAR)
get('/api/meeting', WRITERS, document=SESSION)
asked = {'document': KONZEPT, 'known': [], 'first': 0, 'last': 1, 'page': 0, 'x': 200, 'y': 200, 'changes': [],
         'format': 'text', 'path': KONZEPT, 'client': 'x' * 20, 'place': ''}
for path in ('/api/preview', '/api/place', '/api/output', '/api/presence'):
    post(path, SEEN, lambda: asked, None)
post('/api/check', WRITERS, lambda: asked)      # messages quote what is for the house alone
post('/api/output', WRITERS, lambda: dict(asked, document=PAPER))
get('/api/font', SEEN, document=KONZEPT, n=0)


# ---- what is changed: text
def save():
    xml = writer.part(CHAPTER)['xml']
    return {'id': new(), 'path': CHAPTER, 'place': '', 'old': xml,
            'now': xml.replace('</titel>', '</titel><absatz>Neu.</absatz>', 1)}


def faulty():
    found = writer.post('/api/check', {'document': FAULTY, 'changes': []})['messages']
    a = next(m for m in found if 'answer' in m)['answer']
    return {'id': new(), 'path': FAULTY, 'from': a['from'], 'to': a['to'], 'now': a['now'], 'sum': a['sum']}


def table():
    now = writer.get(query('/api/data', document=KONZEPT, name='daten/zuweisungen.csv'))
    return {'id': new(), 'document': KONZEPT, 'name': 'daten/zuweisungen.csv', 'old': now['text'],
            'now': now['text'] + '2030;1\n'}


def proposal(what):
    def body():
        all_ = writer.get(query('/api/proposals', document=KONZEPT))
        one = (all_['proposals'] or [{'return': all_['returns'][0]['id'], 'key': ''}])[0]
        return {'id': new(), 'document': KONZEPT, 'do': what, 'return': one['return'], 'key': one['key']}
    return body


def bytes_of(path):
    with open(path, 'rb') as f:
        return f.read()


def sheet():
    with open('boegen/bogen-fd-personal.csv', encoding='utf-8-sig', newline='') as f:
        row = next(r for r in csv.DictReader(f, delimiter=';') if r['id'] == 'm-kompetenz')
    out = io.StringIO()
    w = csv.DictWriter(out, row.keys(), delimiter=';')
    w.writeheader()
    w.writerow(dict(row, status='laeuft'))
    return out.getvalue().encode()


post('/api/part', WRITERS, save, CHAPTER)
post('/api/take-back', (404, 403, 200, 200), lambda: {'save': writer.get(
    query('/api/history', path=CHAPTER))['saves'][0]['id']}, CHAPTER)
post('/api/answer', WRITERS, faulty, FAULTY)
post('/api/data', WRITERS, table)
post('/api/paste', WRITERS, lambda: {'document': KONZEPT, 'html': '<html><body><p>Neu</p></body></html>', 'text': ''})
saves = writer.get(query('/api/history', path=KONZEPT, name='daten/zuweisungen.csv'))['saves']
verdict('tables are written down by name', [s['who'] for s in saves] == ['leiterin', 'schreiberin'], str(saves)[:300])
post('/api/remark', WRITERS, lambda: {'id': new(), 'path': CHAPTER, 'quote': '', 'to': '', 'text': 'Wirklich?'},
     CHAPTER)
post('/api/remark', (404, 404, 200, 200), lambda: {'done': True, 'id': writer.get(
    query('/api/remarks', path=CHAPTER))['remarks'][0]['id']}, CHAPTER, ' settled')
svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
send('/api/picture', WRITERS, svg, KONZEPT, document=KONZEPT, name='bild')
send('/api/return', WRITERS, bytes_of('antwort.docx'), KONZEPT, document=KONZEPT, file='antwort.docx')
post('/api/proposal', WRITERS, proposal('annehmen'), CHAPTER.replace('02-01-wohnraum', '01-ausgangslage'), ' accepted')
post('/api/proposal', WRITERS, proposal('ablehnen'), KONZEPT, ' refused')
post('/api/proposal', WRITERS, proposal('abschliessen'), KONZEPT, ' finished')
send('/api/sheet', WRITERS, sheet, YEAR, document=YEAR, file='antwort.csv', enter='ja')

# ---- new documents: a name each
for path in ('/api/new', '/api/import'):
    for i, name in enumerate(('niemand', 'leser', 'schreiberin', 'leiterin')):
        desk, folder = desks[name], 'neu-%d%s' % (i, path[5:])
        if path == '/api/new':
            answer = desk.post(path, {'kind': 'konzept', 'town': 'beckum', 'name': folder})
        else:
            answer = desk.post(query(path, town='beckum', name=folder, file='alt.md'),
                               '# Ein Konzept\n\nEin Absatz.\n'.encode())
        verdict('POST %s by %s' % (path, name), desk.status == WRITERS[i], '%d %s' % (desk.status, str(answer)[:200]))
        if desk.status == 200:
            verdict('%s by %s is written down' % (path, name), written(answer['path']) == [name], str(answer)[:200])
    left.discard(('POST', path))

# ---- the office
known = [d['path'] for d in writer.get('/api/documents')['documents'] if d['path'].startswith('beckum/') and
         (d['kind'] in ('verzeichnis', 'sitzung', 'vorlage') or d['path'].endswith('-2018/konzept.xml'))]
papers = [FOLDER + f for f in sorted(os.listdir('content/' + FOLDER)) if f.startswith('vorlage')]
papers.append('beckum/vorlagen/geheim.xml')


def office(what, expected, documents, **more):
    post('/api/office', expected, lambda: dict({'do': what, 'documents': documents}, **more), documents[-1], ' ' + what)


office('aufnehmen', WRITERS, known)
office('freigeben', RELEASERS, papers)
office('bekanntgeben', RELEASERS, [SESSION])
board = writer.get(query('/api/meeting', document=SESSION))
there = Desk(sys.argv[1], token='', **{'X-Remote-User': 'dort'}).get(query('/api/meeting', document=SESSION))
titles = [{i['titel'] for i in b['agenda']} for b in (board, there)]
verdict('full titles for who may see them', {'GEHEIMWORT', 'GEHEIMTITEL'} <= titles[0], str(titles))
verdict('of a paper elsewhere only for who may see that', 'GEHEIMWORT' in titles[1] and 'GEHEIMTITEL' not in
        str(there) and 'Personalsache' in titles[1], str(titles))
verdict('what the public reads is told', {i['draussen'] for i in board['agenda'] if 'GEHEIM' in i['titel']} ==
        {'Grundstücksangelegenheit', 'Personalsache'}, str(board['agenda']))
desks['leser'].post('/api/office', {'do': 'niederschrift', 'documents': [SESSION]})
verdict('minutes are not begun by a reader', desks['leser'].status == 403)
answer = writer.post('/api/office', {'do': 'niederschrift', 'documents': [SESSION]})
verdict('but by who writes, and written down', answer['done'] and 'schreiberin' in written(SESSION), str(answer))
office('ausgeben', RELEASERS, papers)
office('ergebnis', RELEASERS, [FOLDER + 'vorlage-baumpflanzung.xml'], gremium=board['gremium'], datum=board['datum'],
       ergebnis='einstimmig')
office('boegen', WRITERS, [YEAR])
office('abgeben', RELEASERS, [SESSION])


def receipt():
    with zipfile.ZipFile('aus/beckum/2023-05-31-abgabe.zip') as z:
        got = json.loads(z.read(next(n for n in z.namelist() if n.endswith('quittung.json'))))
    for i, d in enumerate(got['eintraege']):
        d['kennung'] = 'RIS-%d' % i
    return json.dumps(got).encode()


send('/api/receipt', RELEASERS, receipt, SESSION, document=SESSION, file='quittung.json')
verdict('no route is forgotten', not left, str(left))
