"""usage: board.py PORT AXE.JS SESSION PROGRAM: the board of a session in Chromium when it is not plain: a paper changed
since its release, an even vote, two steps of one day, a paper taken back. What is told names buttons, no commands."""
import os
import re
import subprocess
import sys
import time

from desk import Desk, read, verdict, write as put
from page import BASE, PORT, button, chromium, clean, click, js, judged, press, says, sees, wait

SESSION, PROGRAM = sys.argv[3:5]
FOLDER = SESSION.rsplit('/', 1)[0] + '/'
PAPER = FOLDER + 'vorlage-radweg.xml'
LAST = "[...document.querySelectorAll('dialog')].pop()"
desk = Desk(PORT)
desk.post('/api/office', {'do': 'aufnehmen', 'documents': ['hohenfeld/verzeichnis.xml', SESSION]})


def plainly(what):
    """Nobody who reads this has a terminal."""
    found = re.findall('.{,40}(?:„ratssatz |[^-]--[a-z]).{,40}', js('document.body.innerText'))
    verdict(what + ': no command of a terminal', not found, found)


def answered(what, words, name):
    sees(what, LAST + "?.textContent.includes('%s')" % words, LAST + '?.innerText')
    plainly(what)
    click(button(name, LAST))


def open_paper():
    js("document.querySelectorAll('dialog').forEach(d => d.close())")
    js("location.hash = '#' + encodeURIComponent('%s')" % PAPER)


def open_board():
    js("location.hash = '#' + encodeURIComponent('%s')" % SESSION)
    sees('the session', button('Sitzung') + " && document.querySelector('.ProseMirror')")
    click(button('Sitzung'))
    sees('the board', "document.querySelector('.schritte')")


chromium.call('Page.navigate', url=BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG'])
wait("document.querySelector('.start')")
open_board()
press('button', 'Ein Radweg an der Talstraße: auf die Tagesordnung')
answered('release is asked', 'gilt diese Fassung', 'Freigeben')
says('released', 'Freigegeben')

# changed since: asked, released anew, and it goes on
put(PAPER, read(PAPER).replace('fehlt ein Radweg', 'fehlt seit langem ein Radweg'))
press('button', 'Vorlagen ausgeben')
answered('issuing is asked', 'als PDF geschrieben', 'Ausgeben')
answered('what was changed since is told', 'Seit der Freigabe', 'Freigeben')
says('and issued', 'Ausgegeben')
press('button', 'Bekannt geben')
answered('announcing is asked', 'nicht zurücknehmen', 'Bekannt geben')
says('announced', 'Bekannt gegeben')

# an even vote is decided by the chair, with a word besides
js("document.querySelector('.ergebnisse').open = true")
row = "[...document.querySelectorAll('.ergebnisse li')].find(l => l.textContent.includes('Radweg'))"


def enter(result, **more):
    js("""((row, all) => { for (const [name, v] of Object.entries(all)) {
        const e = [...row.querySelectorAll('select, input')].find(e => e.ariaLabel.startsWith(name));
        e.value = v; e.dispatchEvent(new Event('change', {bubbles: true})) } })(%s, %s)""" %
       (row, str(dict({'Ergebnis zu': result}, **more))))
    click("%s.querySelector('button')" % row)


enter('mehrheitlich', Ja='5', Nein='4', Enthaltung='0', Stichentscheid='ja')
answered('a casting vote where there is no tie', 'nur bei so vielen Ja wie Nein', 'Schließen')
sees('what was typed is there again', row + ".querySelector('[aria-label^=Nein]').value == '4'")
verdict('nothing is entered', 'ergebnis=' not in read(PAPER).split('<beratung', 1)[1].split('>')[0])
enter('mehrheitlich', Ja='5', Nein='5', Enthaltung='0', Stichentscheid='ja', Zusatz='mit der Maßgabe „breit genug“')
sees('entered', "[...document.querySelectorAll('.ansage')].some(a => a.textContent == 'Ergebnis eingetragen')",
     LAST + '.innerText')
step = read(PAPER).split('<beratung', 1)[1].split('</beratung')[0].split('<verfasser')[0]
sees('the board says so', "%s.textContent.includes('Eingetragen: ') && %s.textContent.includes('breit genug')" %
     (row, row), row + '.textContent')
verdict('with the casting vote and the word besides',
        'Stichentscheid des Vorsitzes: Ja' in step and 'mit der Maßgabe „breit genug“' in step, step[:400])
judged('the board')
plainly('the board')
clean('board')

# taken back by another: said beside the text and on the board
told = subprocess.run([PROGRAM, 'zurueckziehen', '-q', 'content/' + PAPER, '--grund', 'enthält Namen'],
                      capture_output=True, text=True, check=False)
verdict('taken back', told.returncode in (0, 1), told.stderr)
open_paper()
HELD = "document.querySelector('.zurueckgezogen')"
sees('it is said above the text', HELD + " && !%s.hidden && %s.textContent.includes('enthält Namen')" % (HELD, HELD),
     HELD + '?.outerHTML')
plainly('taken back')
judged('taken back')
open_board()
sees('and on the board', "document.querySelector('dialog').textContent.includes('zurückgezogen')", LAST + '.innerText')
plainly('the board after it')
open_paper()
sees('the paper again', HELD + " && !%s.hidden" % HELD)
click(button('Öffentlich freigeben', HELD))
answered('it is asked', 'wieder öffentlich', 'Öffentlich freigeben')
sees('it is for everybody again', HELD + '.hidden', 'document.body.innerText')
clean('taken back')
chromium.end()
