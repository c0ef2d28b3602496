"""usage: periods.py PORT PID ROLES: while the server runs what is too old goes, and a change of the roles counts, as
soon as it is told (SIGHUP); a file of roles that is wrong changes nothing."""
import os
import signal
import sqlite3
import sys
import time

from desk import CHAPTER, Desk, verdict

port, pid, roles = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
OLD = int(time.time()) - 40 * 86400


def as_(name):
    return Desk(port, token='', **{'X-Remote-User': name})


def until(what, good):
    end = time.time() + 20
    while not good() and time.time() < end:
        time.sleep(0.05)
    verdict(what, good())


def told(line):
    with open('desk.log', encoding='utf-8') as f:
        return line in f.read()


def kept():
    with sqlite3.connect('file:content/werkstatt.db?mode=ro', uri=True, timeout=20) as db:
        return [r[0] for t in ('speicherung', 'vorgang') for r in db.execute('SELECT wer FROM %s ORDER BY wer' % t)]


desk = as_('schreiberin')
xml = desk.part(CHAPTER)['xml']
for i in (1, 2):
    desk.save(CHAPTER, xml, xml.replace('</titel>', '</titel><absatz>Neu %d.</absatz>' % i, 1))
    xml = desk.part(CHAPTER)['xml']
with sqlite3.connect('content/werkstatt.db', timeout=20) as db:
    db.execute('UPDATE speicherung SET wann = ?, wer = ? WHERE lfd = 1', (OLD, 'alt'))
    db.execute('INSERT INTO vorgang (wer, wann, was, datei) VALUES (?, ?, ?, ?)', ('alt', OLD, 'freigegeben', CHAPTER))
verdict('old and new are there', kept() == ['alt', 'schreiberin', 'alt'], str(kept()))
verdict('he may not write', 'xml' not in as_('neuling').part(CHAPTER))
with open(roles, 'a', encoding='utf-8') as f:
    f.write('neuling schreiben\n')
os.kill(pid, signal.SIGHUP)
until('the roles are read again', lambda: told('Rollen neu gelesen'))
until('what is too old is gone, the rest is there', lambda: kept() == ['schreiberin'])
verdict('he may now', 'xml' in as_('neuling').part(CHAPTER))
with open(roles, 'w', encoding='utf-8') as f:
    f.write('neuling vielleicht\n')
os.kill(pid, signal.SIGHUP)
until('a wrong file is told with its line', lambda: told('%s:1: Die Zeile ist keine Rolle' % roles))
verdict('and changes nothing', 'xml' in as_('neuling').part(CHAPTER))
