"""usage: register.py PORT SESSION REGISTER: what the desk says of a register that is damaged, gone, there again."""
import os
import shutil
import sys

from desk import Desk, verdict

port, SESSION, FILE = sys.argv[1:]
desk = Desk(port)


def board():
    return desk.get('/api/meeting?document=' + SESSION)


def start():
    news = desk.get('/api/start')
    return news, next(s for s in news['sessions'] if s['path'] == SESSION)


def announce():
    return desk.post('/api/office', {'do': 'bekanntgeben', 'documents': [SESSION]})


verdict('announced', announce()['done'] and board()['announced'] == 1)
verdict('the start page has it', start()[1]['announced'] == 1 and not start()[0]['messages'])
shutil.copy(FILE, 'whole.db')
for what in 'damaged', 'no database':
    with open(FILE, 'r+b') as f:
        f.seek(100 if what == 'damaged' else 0)
        f.write(b'\xf5' * (os.path.getsize(FILE) - f.tell()))
    got = board()
    verdict(what + ': 503, and why', desk.status == 503 and 'egister' in got['text'], got)
    got = announce()
    verdict(what + ': nothing is done', desk.status == 503 and not got['done'] and got['messages'], got)
    news, mine = start()
    verdict(what + ': the start page tells it', desk.status == 200 and 'announced' not in mine and
            [m['code'][:8] for m in news['messages']] == ['REGISTER'], (mine, news['messages']))
    verdict(what + ': the rest is there', len(news['sessions']) == 1 and not news['tasks'], news)
    shutil.copy('whole.db', FILE)
    verdict(what + ': put back', board()['announced'] == 1 and start()[1]['announced'] == 1)
os.remove(FILE)
got = board()
verdict('gone: 503', desk.status == 503 and 'nicht mehr da' in got['text'] and 'agenda' not in got, got)
with open('said', 'w', encoding='utf-8') as f:
    print(got['text'], file=f)
os.replace('whole.db', FILE)
verdict('there again', board()['announced'] == 1 and desk.status == 200)
