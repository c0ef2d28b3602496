"""usage: drill.py PORT before|after: what is done at a desk before its machine is lost, and what must be there again on
another one."""
import sys
import uuid

from desk import CHAPTER, PAPER, Desk, read, verdict

FOLDER = PAPER.rsplit('/', 1)[0] + '/'
desk = Desk(sys.argv[1])
PAPERS = [FOLDER + 'vorlage-austausch.xml', FOLDER + 'vorlage-baumpflanzung.xml']


def numbers():
    board = desk.get('/api/meeting?document=%ssitzung.xml' % FOLDER)
    return {p['path']: (p['nummer'], p['released']) for p in board['papers'] if p['path'] in PAPERS}


if sys.argv[2] == 'before':
    known = [d['path'] for d in desk.get('/api/documents')['documents'] if d['path'].startswith('beckum/') and
             (d['kind'] in ('verzeichnis', 'sitzung', 'vorlage') or d['path'].endswith('-2018/konzept.xml'))]
    for what, documents in (('aufnehmen', known), ('freigeben', PAPERS)):
        verdict(what, desk.post('/api/office', {'do': what, 'documents': documents})['done'])
    seen = desk.part(CHAPTER)['xml']
    desk.save(CHAPTER, seen, seen.replace('<titel>Wohnraum</titel>', '<titel>Wohnen</titel>'))
    desk.post('/api/remark', {'id': str(uuid.uuid4()), 'path': CHAPTER, 'name': 'Frau Meier', 'quote': '', 'to': '',
                              'text': 'Ist das so?'})
    verdict('saved', '<titel>Wohnen</titel>' in read(CHAPTER))
else:
    there = numbers()
    verdict('numbers and releases are known', len(there) == 2 and all(n and r for n, r in there.values()), str(there))
    history = desk.get('/api/history?path=' + CHAPTER)
    verdict('the history is there', len(history['saves']) == 1 and 'Wohnen' in history['saves'][0]['now'], str(history))
    verdict('what was done, too', [a['what'] for a in history['acts']] == ['kommentiert'], str(history['acts']))
    remarks = desk.get('/api/remarks?path=' + CHAPTER)['remarks']
    verdict('comments are there', [r['text'] for r in remarks] == ['Ist das so?'], str(remarks))
    desk.post('/api/take-back', {'save': history['saves'][0]['id']})
    verdict('a save can be taken back', '<titel>Wohnraum</titel>' in read(CHAPTER), read(CHAPTER)[:200])
    answer = desk.post('/api/office', {'do': 'freigeben', 'documents': PAPERS})
    verdict('work goes on', answer['done'], str(answer)[:300])
