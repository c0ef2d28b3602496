"""usage: answers.py PORT DOCUMENT: each message that has one answer is answered, one after the other, until there is
none; what comes of the file is for its case to compare."""
import sys
import uuid

from desk import Desk, verdict

MOST = 80
desk, document = Desk(sys.argv[1]), sys.argv[2]


def messages():
    return desk.post('/api/check', {'document': document, 'changes': []})['messages']


def answer(m, **more):
    a = m['answer']
    return desk.post('/api/answer', dict({'id': str(uuid.uuid4()), 'path': m['path'], 'from': a['from'], 'to': a['to'],
                                          'now': a['now'], 'sum': a['sum']}, **more))


codes = []
for _ in range(MOST):
    left = [m for m in messages() if 'answer' in m]
    if not left:
        break
    last = left[0]
    codes.append(last['code'])
    answer(last)
    if desk.status != 200 or any(m['text'] == last['text'] and m['line'] == last['line'] for m in messages()):
        verdict('an answer that answers: ' + last['text'], False, last)
        break
verdict('all are answered', not [m for m in messages() if 'answer' in m])
KINDS = {'ALTNAME', 'ANFUEHRUNG', 'DIN5008', 'DOPPELT', 'LEERRAUM', 'SATZZEICHEN', 'STRICH', 'SUMME', 'WAEHRUNG'}
verdict('of each kind', set(codes) >= KINDS, sorted(set(codes)))
answer(last)
verdict('not into a file that is another now', desk.status == 409, desk.status)
answer(last, path='beckum/verzeichnis.xml')
verdict('nor into another file', desk.status == 409, desk.status)
whole = desk.part(document)['xml']
desk.post('/api/check', {'document': document, 'changes': []})
unsaved = desk.post('/api/check', {'document': document, 'changes': [
    {'path': document, 'place': '', 'old': whole, 'now': whole.replace('Alle wohnen gut.', 'Alle "wohnen" gut.')}]})
quotes = [m for m in unsaved['messages'] if m['code'] == 'ANFUEHRUNG']
verdict('none to what is not saved yet', quotes and not any('answer' in m for m in quotes), quotes)
