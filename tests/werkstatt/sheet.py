"""usage: sheet.py PORT FOLDER FILL.PY: filled sheets are read, shown, taken over, taken back."""
import csv
import io
import os
import subprocess
import sys
import urllib.parse
import uuid

from desk import Desk, read, verdict

YEAR, FOLDER = 'beckum/probe-2020/konzept.xml', sys.argv[2]
desk = Desk(sys.argv[1], token='', **{'X-Remote-User': 'meier'})
said = []


def sheet(name, data, document=YEAR, who=desk, **more):
    query = dict({'document': document, 'file': name, 'id': str(uuid.uuid4())}, **more)
    answer = who.post('/api/sheet?' + urllib.parse.urlencode(query), data)
    if who.status != 200:
        said.append(answer['text'])
    elif not answer['done']:
        said.extend(m['text'] for m in answer['messages'] if m['severity'] in ('fehler', 'system'))
    return answer


def bytes_of(path):
    with open(path, 'rb') as f:
        return f.read()


def filled(one, end, *fields):
    subprocess.run([sys.executable, sys.argv[3], '%s/%s.%s' % (FOLDER, one, end), 'voll.' + end, *fields], check=True)
    return bytes_of('voll.' + end)


def edition():
    folder = os.path.dirname(YEAR)
    return {f: read(folder + '/' + f) for f in sorted(os.listdir('content/' + folder)) if f.endswith('.xml')}


before = edition()
for end in ('docx', 'odt'):
    data = filled('bogen-fd-personal', end, 'm-kompetenz', 'Was wird=läuft', 'Warum=Der Kurs „läuft“ & wächst',
                  'Anmerkung=Danke')
    answer = sheet('Antwort Personal.' + end, data)
    told = {p['field']: p['value'] for p in answer['proposals']}
    verdict('shown, ' + end, answer['done'] and told == {'status': 'laeuft', 'grund': 'Der Kurs „läuft“ & wächst',
                                                         'anmerkung': 'Danke'}, str(answer)[:500])
    verdict('by what it is about', all(len(p['what']) > 20 and p['path'] in map(
        lambda f: os.path.dirname(YEAR) + '/' + f, before) for p in answer['proposals']), str(answer)[:500])
verdict('nothing is written yet', edition() == before)
name = str(uuid.uuid4())
answer = sheet('Antwort Personal.odt', data, enter='ja', id=name)
now = edition()
changed = [f for f in now if now[f] != before[f]]
verdict('taken over', answer['done'] and len(changed) == 1, str(changed))
there = os.path.dirname(YEAR) + '/' + changed[0]
verdict('as attributes, and a comment by the name of the file',
        'status="laeuft"' in now[changed[0]] and 'Anmerkung aus Antwort Personal.odt: Danke' in now[changed[0]])
answer = sheet('Antwort Personal.odt', data, enter='ja', id=name)
verdict('the same again after a lost answer: once', edition() == now and answer['done'], str(answer)[:300])
history = desk.get('/api/history?path=' + there)['saves']
verdict('in the history by name', history[0]['who'] == 'meier' and 'laeuft' in history[0]['now'], str(history)[:200])
acts = desk.get('/api/history?path=' + YEAR)['acts']
verdict('what was done is written down', acts and acts[0]['what'] == 'Antworten aus „Antwort Personal.odt“ eingetragen'
        and acts[0]['who'] == 'meier', str(acts))
answer = desk.post('/api/take-back', {'save': history[0]['id']})
verdict('and taken back', edition() == before, str(answer)[:400])

with open(FOLDER + '/bogen-fd-personal.csv', encoding='utf-8-sig', newline='') as f:
    row = next(r for r in csv.DictReader(f, delimiter=';') if r['id'] == 'm-kompetenz')


def table(**more):
    out = io.StringIO()
    w = csv.DictWriter(out, row.keys(), delimiter=';')
    w.writeheader()
    w.writerow(dict(row, **more))
    return out.getvalue().encode()


answer = sheet('antwort.csv', table(status='erledigt'))
verdict('a table', [(p['field'], p['value']) for p in answer['proposals']] == [('status', 'abgeschlossen')],
        str(answer)[:300])
verdict('nothing in it', sheet('leer.csv', bytes_of(FOLDER + '/bogen-fd-personal.csv'))['proposals'] == [])
for what, end, data, more in (('of another edition', '.csv', table(status='erledigt'), {
        'document': 'beckum/integrationskonzept-2018/konzept.xml'}),
        ('no status', '.csv', table(status='vielleicht'), {}), ('no sheet', '.csv', b'a;b\n1;2\n', {}),
        ('broken', '.docx', b'PK\3\4 nichts', {}), ('another kind', '.exe', b'MZ', {}),
        ('a path', '/../x.csv', b'a', {}), ('nothing', '.csv', b'', {}),
        ('no name of its own', '.csv', table(status='erledigt'), {'id': ''})):
    answer = sheet('bogen' + end, data, enter='ja', **more)
    verdict('refused: ' + what, (desk.status == 400 or not answer['done']) and edition() == before, str(answer)[:300])
part = Desk(sys.argv[1], token='', **{'X-Remote-User': 'teils'})
part.get('/api/session')
answer = sheet('antwort.csv', table(status='erledigt'), who=part, enter='ja')
verdict('a file that others write', not answer['done'] and edition() == before, str(answer)[:300])
with open('said', 'w', encoding='utf-8') as f:
    f.write('\n'.join(said) + '\n')
