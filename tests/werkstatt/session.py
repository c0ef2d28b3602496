"""usage: session.py PORT AXE.JS SESSION: a session in Chromium: the agenda put in order, a paper on it, announced,
minutes while people talk."""
import os
import re
import sys

from desk import Desk, read, verdict
from page import BASE, PORT, button, chromium, choose, clean, click, js, judged, key, sees, write

SESSION = sys.argv[3]
TOP = "[...document.querySelectorAll('dialog')].pop()"
FOLDER = SESSION.rsplit('/', 1)[0] + '/'
desk = Desk(PORT)
known = [d['path'] for d in desk.get('/api/documents')['documents'] if d['path'] == 'hohenfeld/verzeichnis.xml']
verdict('the town is taken in', desk.post('/api/office', {'do': 'aufnehmen', 'documents': known + [SESSION]})['done'])
chromium.call('Page.navigate', url=BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG'])
sees('the start page', "document.querySelector('.ansteht')")
js("location.hash = '#' + encodeURIComponent('%s')" % SESSION)
sees('the session', button('Sitzung') + " && document.querySelector('.ProseMirror')")
click(button('Sitzung'))
AGENDA = "[...document.querySelectorAll('.ablage li .titel > span:first-of-type')].map(e => e.firstChild.textContent)"
sees('its board', AGENDA + '.length > 1', 'document.body.innerText')
before, order = read(SESSION), js(AGENDA)
judged('the board')

# by keyboard: an item goes down, and its button keeps the focus
js("document.querySelector('.ablage [data-zug$=\\x22 1\\x22]').focus()")
key('Enter')
sees('moved', AGENDA + '[1] == %r' % order[0], AGENDA)
now = read(SESSION)
verdict('every byte is still there', sorted(now.split()) == sorted(before.split()) and now != before, now)
sees('the focus stays', "document.activeElement.dataset.zug")
js("(() => { const [a, b] = document.querySelectorAll('.ablage li[draggable]');"
   "a.dispatchEvent(new DragEvent('dragstart')); "
   "b.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true})) })()")
sees('and back, drawn by the mouse', AGENDA + '[0] == %r' % order[0], AGENDA)
verdict('the file is as it was', read(SESSION) == before, read(SESSION))

# a paper that waits: on the agenda, by one button that asks once
WAITS = "document.querySelector('[aria-label=\\x22Vorlagen, die warten\\x22]')"
sees('a paper waits', WAITS + ".textContent.includes('Radweg')", WAITS + '.textContent')
click(button('Auf die Tagesordnung'))
sees('it says what a release means', TOP + ".textContent.includes('gilt diese Fassung')")
judged('a question')
click(button('Freigeben', TOP))
sees('it is on the agenda', AGENDA + ".some(t => t.includes('Radweg'))",
     TOP + '.textContent')
verdict('with its number', 'nummer="A 61/' in read(FOLDER + 'vorlage-radweg.xml'))

# announced; what follows is a Nachtrag
click(button('Bekannt geben'))
sees('it says that there is no way back',
     TOP + ".textContent.includes('nicht zurücknehmen')")
click(button('Bekannt geben', TOP))
sees('announced', button('Nachtrag bekannt geben'), TOP + '.textContent')

# results from the board: what was typed stays while the board is drawn anew, and when it is refused
js("document.querySelector('.ergebnisse summary').click()")
ENTRY = "document.querySelector('.ergebnisse li')"
sees('a row for the paper', ENTRY + "?.textContent.includes('Radweg')")
js(ENTRY + ".querySelector('[aria-label^=Ja]').focus()")
write('5')
click(button('Sitzung aufnehmen'))
sees('what was typed is there still', ENTRY + ".querySelector('[aria-label^=Ja]').value == '5' && "
     "document.querySelector('.ergebnisse').open && document.querySelector('dialog .ansage')?.textContent")
judged('results')
js("%s.querySelector('select').value = 'einstimmig'" % ENTRY)
js(ENTRY + ".querySelector('[aria-label^=Ja]').focus()")
key('Enter')
sees('a session to come has none', TOP + ".textContent.includes('war noch nicht')")
click(button('Schließen', TOP))
sees('nothing is lost by that', ENTRY + ".querySelector('[aria-label^=Ja]').value == '5'")
click(button('Niederschrift beginnen'))
sees('minutes are begun', button('Zur Niederschrift'), TOP + '.textContent')
click(button('Zur Niederschrift'))
sees('there they are', button('Mitschrift') + " && document.querySelector('.ProseMirror')")
click(button('Mitschrift'))
sees('a line for each', "document.querySelectorAll('.mitschrift tbody tr').length > 4")
judged('minutes')
MINUTES = FOLDER + 'niederschrift.xml'
click(button('Alle sind da'))
sees('all are there', "document.querySelectorAll('.mitschrift select').length && "
     "![...document.querySelectorAll('.mitschrift select')].some(s => s.value == 'abwesend')")
verdict('in the file', 'stand="abwesend"' not in re.sub('<!--.*?-->', '', read(MINUTES), flags=re.S), read(MINUTES))
ROW = "[...document.querySelectorAll('.mitschrift tr')].find(r => r.textContent.includes('Radweg'))"
js("(() => { const s = %s.querySelector('select'); s.value = 'einstimmig'; "
   "s.form.querySelector('input').focus() })()" % ROW)
write('5')
key('Enter')
sees('a result by Enter', "document.querySelector('.mitschrift .stand').textContent == 'gespeichert'")
verdict('votes where they belong', re.search('<abstimmung ergebnis="einstimmig" ja="5" nein="0" enthaltung="0"/>',
                                             re.sub('<!--.*?-->', '', read(MINUTES), flags=re.S)), read(MINUTES))
verdict('the rest as it was begun', read(MINUTES).count('<!--') >= 2)
# what is said of the rows moves the button
sees('what is said of them', "[...document.querySelectorAll('.urteil')].some(u => u.textContent)")
click(button('Niederschrift ausgeben'))
sees('it says what comes of a signature', TOP + ".textContent.includes('unterschrieben')")
click(button('Ausgeben', TOP))
sees('they are set, or it is said what is missing', TOP + ".textContent.match(/Das ging nicht|mit Hinweisen/) || "
     "document.querySelector('dialog .ansage')?.textContent == 'Niederschrift ausgegeben'", TOP + '.textContent')
clean('session')
chromium.end()
