"""usage: killed.py PROGRAM SAVES KILLS: the server is killed while saves come; what was acknowledged is in the file,
once, and the history is that of the file."""
import hashlib
import http.client
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time

from desk import CHAPTER, Desk, read, verdict

program, saves, kills = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
random.seed(1)
state = {'process': None, 'port': 0, 'done': False}


def start():
    log = open('desk.log', 'w+', encoding='utf-8')
    port = str(state['port'])
    state['process'] = subprocess.Popen([program, 'werkstatt', '--inhalt', 'content', '--port', port], stderr=log)
    while True:
        time.sleep(0.01)
        with open('desk.log', encoding='utf-8') as f:
            said = f.read()
        if 'Werkstatt: http' in said and said.endswith('\n'):
            state['port'] = int(said.split('127.0.0.1:')[1].split('/')[0])
            return
        if state['process'].poll() is not None:
            print('fail\tit ends by itself: %s' % said, flush=True)
            os._exit(1)


def killer():
    for _ in range(kills):
        time.sleep(random.uniform(0.02, 0.25))
        if state['done']:
            break
        os.kill(state['process'].pid, signal.SIGKILL)
        state['process'].wait()
        start()


def patient(call):
    """Until it is answered; a client asks again for the same, whatever became of it."""
    end = time.monotonic() + 300
    while True:
        try:
            return call()
        except (OSError, http.client.HTTPException):
            if time.monotonic() > end:
                print('fail\tno answer in five minutes', flush=True)
                os._exit(1)
            time.sleep(0.01)


start()
desk = patient(lambda: Desk(state['port']))
seen, first = desk.part(CHAPTER)['xml'], read(CHAPTER)
thread = threading.Thread(target=killer)
thread.start()
refused = 0
for n in range(1, saves + 1):
    before = '<absatz>%d ' % (n - 1) if n > 1 else '<absatz>'
    now = seen.replace(before, '<absatz>%d ' % n, 1)
    name = 'save-%012d' % n

    def once(now=now, name=name):
        fresh = Desk(state['port'])
        fresh.save(CHAPTER, seen, now, name=name)
        return fresh.status

    refused += patient(once) != 200
    seen = now
state['done'] = True
thread.join()
os.kill(state['process'].pid, signal.SIGKILL)
state['process'].wait()
start()
verdict('every save is answered', refused == 0, str(refused))
verdict('the last one is in the file, the rest as it was',
        read(CHAPTER) == first.replace('<absatz>', '<absatz>%d ' % saves, 1))
os.kill(state['process'].pid, signal.SIGTERM)
state['process'].wait()
rows = sqlite3.connect('content/werkstatt.db').execute(
    'SELECT id, vorher, nachher FROM speicherung ORDER BY lfd').fetchall()
verdict('nothing lost, nothing doubled', [r[0] for r in rows] == ['save-%012d' % n for n in range(1, saves + 1)],
        str(len(rows)))
verdict('each goes on where the one before ended', all(a[2] == b[1] for a, b in zip(rows, rows[1:])))
verdict('the last is the file', rows[-1][2] == hashlib.sha256(read(CHAPTER).encode()).digest())
left = [f for _, _, names in os.walk('content') for f in names if f.endswith('-journal')]
verdict('no file is left behind', not left, str(left))
