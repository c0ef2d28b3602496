"""usage: taken_back.py PORT before|after|session|damaged|held: who sees what while a paper and an edition are public,
when both were taken back, then their session; when the register is damaged; who waits while another has it."""
import sqlite3
import sys
import threading
import urllib.parse

from desk import CHAPTER, KONZEPT, PAPER, Desk, verdict

SESSION = PAPER.rsplit('/', 1)[0] + '/sitzung.xml'
OTHER = 'hohenfeld/sitzungen/2026-03-19/'
THEIRS, MINUTES, SECOND = (OTHER + n for n in ('vorlage-radweg.xml', 'niederschrift.xml', 'vorlage-antrag.xml'))
port, when = int(sys.argv[1]), sys.argv[2]
reader, writer, boss = (Desk(port, token='', **{'X-Remote-User': who})
                        for who in ('leserin', 'schreiberin', 'schreiberin'))


def listed(desk):
    return {d['path']: d for d in desk.get('/api/documents')['documents']}


def held(desk, path):
    return desk.get('/api/outline?document=' + urllib.parse.quote(path)).get('heldBack', '')


def finds(desk):
    return any(h['path'] == CHAPTER for h in desk.get('/api/search?q=' + urllib.parse.quote(words.lower()))['hits'])


def seen(path):
    """by who may only read: as pages, in the list"""
    return bool(reader.preview(path)[1]), path in listed(reader)


if when == 'held':
    # a reader asks for news of a file, which the register decides; nobody else waits for that
    writer.post('/api/presence', {'client': 'x' * 20, 'name': '', 'path': CHAPTER, 'place': ''})
    other = sqlite3.connect('content/beckum/register.db', isolation_level=None)
    other.execute('BEGIN EXCLUSIVE')
    asking = threading.Thread(target=reader.get, args=('/api/events?since=0',))
    asking.start()
    for place in range(60):
        writer.post('/api/presence', {'client': 'x' * 20, 'name': '', 'path': CHAPTER, 'place': str(place)})
    verdict('others go on while a reader waits for the register', asking.is_alive())
    # nor for a list of documents, of which the register says what was taken back
    listing = threading.Thread(target=reader.get, args=('/api/documents',))
    listing.start()
    pages = [writer.preview(KONZEPT)[1] for _ in range(3)]
    verdict('pages are set while a reader waits for the list', all(pages) and listing.is_alive())
    # nor for what the office does
    words = writer.part(CHAPTER)['xml']
    acting = threading.Thread(target=boss.post, args=('/api/office', {'do': 'aufnehmen', 'documents': [PAPER]}))
    acting.start()
    for n in range(3):
        writer.save(CHAPTER, words, words.replace('</titel>', ' %d</titel>' % n, 1))
        words = writer.part(CHAPTER)['xml']
        pages.append(writer.preview(KONZEPT)[1])
    verdict('texts are saved and pages set while the office waits', all(pages) and '0 1 2</titel>' in words and
            acting.is_alive(), words[:300])
    other.execute('ROLLBACK')
    for one in (asking, listing, acting):
        one.join()
    verdict('then it is done', boss.status == 200, boss.answer)
    sys.exit()
words = writer.part(CHAPTER)['xml'].split('<absatz')[1].split('>', 1)[1][:30]
verdict('who may write has the pages', all(writer.preview(p)[1] for p in (PAPER, KONZEPT, SESSION)), when)
verdict('and finds words', finds(writer), words)
if when == 'before':
    verdict('readers have paper, edition, session', all(seen(p) == (True, True) for p in (PAPER, KONZEPT, SESSION)))
    verdict('the chapter', reader.part(CHAPTER).get('xml'), reader.status)
    verdict('found by its words', finds(reader), words)
    verdict('of the other town, too', all(seen(p) == (True, True) for p in (THEIRS, MINUTES, SECOND)),
            [seen(p) for p in (THEIRS, MINUTES, SECOND)])
    verdict('nothing is held back', not any(held(writer, p) for p in (PAPER, KONZEPT, SESSION, THEIRS, MINUTES)),
            [held(writer, p) for p in (THEIRS, MINUTES)])
    verdict('nothing is listed so', not any(d['withdrawn'] for d in listed(writer).values()))
else:
    verdict('no paper for readers', seen(PAPER) == (False, False), seen(PAPER))
    verdict('no edition', seen(KONZEPT) == (False, False), seen(KONZEPT))
    for route in ('part?path=', 'history?path=', 'outline?document=', 'choices?document='):
        reader.get('/api/' + route + CHAPTER)
        verdict('no chapter: ' + route, reader.status == 403, reader.status)
    reader.post('/api/output', {'document': KONZEPT, 'format': 'text'})
    verdict('no output', reader.status == 403, reader.status)
    verdict('no word of it', not finds(reader), words)
    board = writer.get('/api/meeting?document=' + SESSION)
if when == 'damaged':
    why = held(writer, PAPER)
    verdict('it is said that nothing can be said', 'sagt das Register gerade nicht' in why, why)
if when in ('after', 'session'):
    verdict('the session stays', when == 'session' or seen(SESSION) == (True, True), seen(SESSION))
    why = held(writer, PAPER)
    verdict('told why', 'enthält Namen' in why and 'Zurückgezogen am' in why, why)
    verdict('of a chapter, too', 'falsche Zahlen' in held(writer, KONZEPT), held(writer, KONZEPT))
    verdict('listed so', all(listed(writer)[p]['withdrawn'] for p in (PAPER, KONZEPT)))
    verdict('each town has its register', seen(THEIRS) == (False, False), seen(THEIRS))
    verdict('of a paper beside it all is seen', seen(SECOND) == (True, True), seen(SECOND))
    verdict('minutes that decide on it have no pages', not seen(MINUTES)[0], seen(MINUTES))
    why = held(writer, MINUTES)
    verdict('and say which paper', 'A 61/001/2026' in why, why)
    why = held(writer, THEIRS)
    verdict('the reason is that of the town', 'falsche Karte' in why and 'enthält Namen' not in why, why)
    verdict('they are not taken back themselves', not listed(writer)[MINUTES]['withdrawn'])
    verdict('at the board', [p['path'] for p in board['papers'] if p['withdrawn']] == [PAPER], board['papers'])
if when == 'session':
    verdict('no session for readers', seen(SESSION) == (False, False), seen(SESSION))
    verdict('listed and told', listed(writer)[SESSION]['withdrawn'] and 'falscher Tag' in held(writer, SESSION))
    verdict('at the board', board['withdrawn'], board)
