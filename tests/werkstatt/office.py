"""usage: office.py PORT: a session from papers to results, a decision of a Fortschreibung."""
import os
import sys

from desk import PAPER, Desk, read, verdict

FOLDER = PAPER.rsplit('/', 1)[0] + '/'
SESSION, YEAR = FOLDER + 'sitzung.xml', 'beckum/probe-2020/konzept.xml'
desk = Desk(sys.argv[1])


def do(what, documents, **more):
    return desk.post('/api/office', dict({'do': what, 'documents': documents}, **more))


def faults(answer):
    return str([m for m in answer['messages'] if m['severity'] in ('fehler', 'system')])


board = desk.get('/api/meeting?document=' + SESSION)
verdict('no register yet', desk.status == 200 and 'agenda' not in board and len(board['papers']) > 4, str(board)[:200])
papers = [FOLDER + f for f in sorted(os.listdir('content/' + FOLDER)) if f.startswith('vorlage')]
known = [d['path'] for d in desk.get('/api/documents')['documents'] if d['path'].startswith('beckum/') and
         (d['kind'] in ('verzeichnis', 'sitzung', 'vorlage') or d['path'].endswith('-2018/konzept.xml'))]
answer = do('aufnehmen', known)
verdict('taken in', answer['done'], faults(answer))
answer = do('freigeben', papers)
verdict('released', answer['done'], faults(answer))
board = desk.get('/api/meeting?document=' + SESSION)
numbers = [i['nummer'] for i in board['agenda']]
verdict('the agenda with its numbers', len(numbers) > 5 and numbers[0], str(numbers))
verdict('its papers are released', all(p['released'] for p in board['papers'] if p['path'] in papers))
answer = do('bekanntgeben', [SESSION])
verdict('announced', answer['done'] and desk.get('/api/meeting?document=' + SESSION)['announced'] == 1, faults(answer))
verdict('files are there', os.path.exists('aus/beckum/2023-05-31/bekanntmachung.pdf'))
paper = next(p for p in board['papers'] if p['path'] == FOLDER + 'vorlage-baumpflanzung.xml')
answer = do('ergebnis', [paper['path']], gremium=board['gremium'], datum=board['datum'], ergebnis='einstimmig')
verdict('a result', answer['done'] and 'einstimmig' in read(paper['path']), faults(answer))
answer = do('ergebnis', [paper['path']], gremium=board['gremium'], datum='gestern', ergebnis='einstimmig')
verdict('no day, no result', not answer['done'])
said = [answer['messages'][0]['text']]
answer = do('ergebnis', [paper['path']], gremium=board['gremium'], datum=board['datum'], ergebnis='angenommen', ja=1000)
verdict('more votes than there are', not answer['done'])
said.append(answer['messages'][0]['text'])
# signed minutes: set, entered, with an extract for each decision
theirs = 'hohenfeld/sitzungen/2026-03-19/'
mine = ['hohenfeld/verzeichnis.xml'] + [theirs + f for f in os.listdir('content/' + theirs) if f.endswith('.xml')]
answer = do('aufnehmen', mine)
verdict('another town', answer['done'], faults(answer))
answer = do('freigeben', [f for f in mine if 'vorlage' in f])
verdict('its papers', answer['done'], faults(answer))
answer = do('bekanntgeben', [theirs + 'sitzung.xml'])
verdict('its session', answer['done'], faults(answer))
answer = do('niederschrift-ausgeben', [theirs + 'niederschrift.xml'])
there = os.listdir('aus/' + 'hohenfeld/2026-03-19')
verdict('its minutes', answer['done'] and any('niederschrift' in f for f in there) and
        any('auszug' in f for f in there), (faults(answer), there))
acts = [a['what'] for a in desk.get('/api/history?path=' + theirs + 'niederschrift.xml')['acts']]
verdict('written down', acts == ['Niederschrift ausgegeben', 'ins Register aufgenommen'], acts)
do('loeschen', [SESSION])
verdict('nothing else', desk.status == 400)
do('freigeben', [])
verdict('of nothing', desk.status == 400)
do('freigeben', ['../x.xml'])
verdict('of nothing outside', desk.status == 404)

points = desk.get('/api/points?document=' + YEAR)['points']
task = next(p for p in points if p['kind'] == 'massnahme' and p['open'])
part = desk.part(task['path'], task['place'])
verdict('a point to decide is found where it stands', part['xml'].startswith('<massnahme'), part['xml'][:80])
desk.save(task['path'], part['xml'], part['xml'].replace('status="offen"', 'status="unveraendert"', 1), task['place'])
now = desk.get('/api/points?document=' + YEAR)['points']
verdict('decided', sum(p['open'] for p in now) == sum(p['open'] for p in points) - 1)
answer = do('boegen', [YEAR])
left = desk.get('/api/points?document=' + YEAR)
there = os.listdir('aus/beckum/probe-2020')
verdict('sheets for the offices', answer['done'] and any(f.endswith('.html') for f in there), str(answer)[:300])
verdict('who has not answered', left['output'] and {w['office'] for w in left['waiting']} >=
        {p['office'] for p in left['points'] if p['open'] and p['office']}, str(left['waiting'])[:300])
with open('said', 'w', encoding='utf-8') as f:
    f.write('\n'.join(said) + '\n')
