"""usage: roles.py PORT: behind a proxy that signs people in; what is not public reaches nobody who may not see it."""
import re
import sys
import urllib.parse

from desk import CHAPTER, KONZEPT, PAPER, Desk, verdict

SECRET, HOUSE = 'GEHEIMWORT', 'HAUSWORT'
SESSION, TOWN = PAPER.replace(PAPER.split('/')[-1], 'sitzung.xml'), PAPER.split('/')[0]
PART = PAPER.replace(PAPER.split('/')[-1], 'teil.xml')
MINUTES = 'hohenfeld/sitzungen/2026-03-19/niederschrift.xml'
port = int(sys.argv[1])


def as_(name):
    return Desk(port, token='', **({'X-Remote-User': name} if name else {}))


def answers(desk):
    """All that the server says to somebody, of each route: of the secret paper, session, minutes, of a public text."""
    out = []
    for path in (PAPER, PART, SESSION, MINUTES, KONZEPT, CHAPTER):
        q = urllib.parse.quote(path)
        for route in ('/api/part?path=%s', '/api/history?path=%s', '/api/outline?document=%s',
                      '/api/choices?document=%s', '/api/font?document=%s&n=0', '/api/points?document=%s',
                      '/api/meeting?document=%s', '/api/data?document=%s&name=geheim.csv',
                      '/api/remarks?path=%s', '/api/proposals?document=%s'):
            out.append(desk.get(route % q))
        asked = {'document': path, 'path': path, 'known': [], 'first': 0, 'last': 999, 'page': 0, 'x': 200, 'y': 200}
        for route in ('/api/preview', '/api/place', '/api/check', '/api/paste'):
            out.append(desk.post(route, asked))
        for form in ('pdf', 'html', 'docx', 'text'):
            out.append(desk.post('/api/output', dict(asked, format=form)))
        for old in ('', '<vorlage/>'):
            out.append(desk.save(path, old, '<vorlage><titel>x</titel></vorlage>'))
    for document in (TOWN + '/verzeichnis.xml', KONZEPT):
        for name in ('sitzungen/2023-05-31/geheim.csv', '../sitzungen/2023-05-31/geheim.csv'):
            out.append(desk.get('/api/data?document=%s&name=%s' % (document, name)))
    for route in ('/api/documents', '/api/start', '/api/remarks',
                  '/api/search?q=' + SECRET.lower(), '/api/search?q=' + HOUSE.lower(),
                  '/api/events?since=0', '/api/session', '/'):
        out.append(desk.get(route))
    return out


def leaks(desk, word=SECRET):
    return any(word in (a.decode('utf-8', 'replace') if isinstance(a, bytes) else str(a)) for a in answers(desk))


verdict('without a name', as_('').status == 401)
writer, reader, foreign, nobody = as_('schreiberin'), as_('leser'), as_('fremd'), as_('niemand')
verdict('the token opens nothing here', Desk(port).status == 401)
writer.post('/api/remark', {'id': 'k' * 20, 'path': PAPER, 'quote': '', 'to': '', 'text': SECRET})
verdict('a comment on it', writer.status == 200)
verdict('who may write sees it', leaks(writer))
verdict('who may read does not', not leaks(reader))
verdict('what is for the house alone is for who may write', leaks(writer, HOUSE))
verdict('not for readers', not leaks(reader, HOUSE))
verdict('who may write elsewhere does not', not leaks(foreign))
verdict('who may do nothing does not', not leaks(nobody))

reader.part(PART)
verdict('nor a part of it', reader.status == 403, str(reader.status))
verdict('who may write sees the part', 'GEHEIMWORT' in str(writer.part(PART)))
house = [writer.part(CHAPTER)['xml'], reader.part(CHAPTER).get('xml', '')]
verdict('a part of what is public', reader.status == 200, str(reader.status))
verdict('without what is for the house alone', 'vermerk' in house[0] and 'vermerk' not in house[1], house[1][:600])
verdict('and with all else', '<ziel>Alle Zugewanderten' in house[1] and '</handlungsfeld>' in house[1], house[1][-600:])
for who, seen in ((writer, True), (reader, False)):
    q = '/api/search?q=hauswort'
    verdict('such words are found by who may write', (CHAPTER in str(who.get(q))) == seen, str(seen))
    q = '/api/search?q=' + urllib.parse.quote('nennt circa 50.000 Euro und')
    verdict('so are reasons that stand in values', (CHAPTER in str(who.get(q))) == seen, str(seen))
hit = next(h for h in reader.get('/api/search?q=zugewanderten')['hits'] if h['path'] == CHAPTER)
head, drawn = reader.preview(KONZEPT, at={'path': CHAPTER, 'shown': hit['line']})
where = head.get('at', {'page': 0})
verdict('on its page', where['page'] > 0 and 'line' in where and 'zugewanderten' in re.sub(
    '<[^>]*>', '', drawn[where['page']]).lower(), where)
head, drawn = reader.preview(KONZEPT, at={'path': PAPER, 'shown': 5})
verdict('nothing is told of what is not seen', 'at' not in head, head.get('at'))
verdict('others by all', CHAPTER in str(reader.get('/api/search?q=zugewanderten')), str(reader.status))
parts = reader.get('/api/outline?document=' + urllib.parse.quote(SESSION))
verdict('a session has its outline, as the public sees it', len(parts.get('parts', [])) > 3, str(parts)[:300])
verdict('no files are made of it', parts.get('output') is False, str(parts)[:100])

head, pages = reader.preview(KONZEPT)
verdict('a reader sees the pages of what is public', reader.status == 200 and len(pages) > 20, str(head)[:200])
head, pages = reader.preview(SESSION)
verdict('a session as the public sees it', reader.status == 200 and pages, str(head)[:200])
head, pages = reader.preview(MINUTES)
verdict('minutes as the public sees them', reader.status == 200 and pages, str(head)[:200])
reader.part(MINUTES)
verdict('but not their source', reader.status == 403, str(reader.status))
seen = writer.part(CHAPTER)['xml']
reader.save(CHAPTER, seen, seen.replace('Wohnraum', 'x'))
verdict('a reader does not write', reader.status == 403, str(reader.status))
reader.post('/api/take-back', {'save': 'gibt-es-nicht-hier'})
verdict('nor takes back', reader.status == 404)
foreign.part(CHAPTER)
verdict('what is there is not told', foreign.status == 404)
edge = as_('rand')
table = {'id': 'x' * 20, 'document': TOWN + '/verzeichnis.xml', 'name': 'sitzungen/2023-05-31/geheim.csv',
         'old': SECRET + '\n', 'now': 'x'}
verdict('a table where one may do nothing', not leaks(edge))
edge.post('/api/data', table)
verdict('nor is it written', edge.status == 404, str(edge.status))
writer.post('/api/data', dict(table, now=SECRET + '\n'))
verdict('who may, writes it', writer.status == 200, str(writer.status))
part, beside = as_('teils'), as_('nachbar')
source = part.part(PAPER)
verdict('the longest folder that is named decides', part.status == 200 and 'vorlage' in source.get('xml', ''))
part.save(CHAPTER, seen, seen.replace('Wohnraum', 'x'))
verdict('elsewhere it is the shorter one', part.status == 403, str(part.status))
beside.part(CHAPTER)
verdict('the beginning of a name is no folder', beside.status == 404, str(beside.status))
verdict('a request that names no host', Desk(port, token='', **{'X-Remote-User': 'leser', 'Host': ''}).status == 421)
writer.save(CHAPTER, seen, seen.replace('<titel>Wohnraum', '<titel>Wohnen'))
paper = writer.part(PAPER)['xml']
writer.post('/api/presence', {'client': 'x' * 20, 'name': '', 'path': PAPER, 'place': ''})
before = writer.get('/api/events?since=0')['number'] - 1
writer.save(PAPER, paper, paper.replace('GEHEIMWORT', 'GEHEIMWORT,'))
told = str(writer.get('/api/events?since=%d' % before))
verdict('a writer hears of the paper', PAPER in told, told)
told = str(reader.get('/api/events?since=%d' % before))
verdict('a reader does not', PAPER not in told, told)
saves = writer.get('/api/history?path=' + CHAPTER)['saves']
verdict('the history says who', saves[0]['who'] == 'schreiberin')
listed = [d for d in writer.get('/api/documents')['documents'] if d['kind'] == 'sitzung']
verdict('no title of an item stands for a session', listed and not any(d['title'] for d in listed), str(listed))
