"""usage: clerk.py PORT AXE.JS: a clerk's day in Chromium (cases/clerk.sh): each view by axe-core, narrow and wide,
light and dark."""
import os

from desk import Desk, read, verdict
from page import BASE, PORT, chromium, clean, click, js, judged, key, saved, sees, write

desk = Desk(PORT)


def button(text, within='document'):
    return "[...%s.querySelectorAll('button')].find(b => b.textContent == '%s')" % (within, text)


# what is open
chromium.call('Page.navigate', url=BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG'])
OPEN = "document.querySelector('.ansteht')?.textContent"
sees('the session to come, counted down',
     OPEN + ".includes('in 14 Tagen') && " + OPEN + ".includes('noch 3 Tage')", OPEN)
sees('tasks that are due', OPEN + ".includes('Den Radweg bauen')", OPEN)
sees('what is left to decide', OPEN + ".includes('47 offen')", OPEN)
js("document.querySelector('#suche').focus()")
write('2023/0123')
sees('a paper by its number', "document.querySelector('.treffer a')?.textContent.includes('Baumpflanzaktion')")
judged('what is open')

# a new document; a name that does not go is told where it was typed
click(button('Neues Dokument'))
sees('it is asked what', "document.querySelector('dialog #name')")
js("document.querySelector('dialog #name').focus()")
write('Baum')
key('Enter')
sees('it says what a name may be',
     "document.querySelector('dialog [role=alert]').textContent.includes('Kleinbuchstaben')")
judged('a new document')
key('Escape')
sees('put away', "!document.querySelector('dialog')")
clean('start page')

# a message that has one answer: made by one key, and taken back by two
FAULTY = 'beckum/antworten/konzept.xml'
js("location.hash = '#' + encodeURIComponent('%s')" % FAULTY)
sees('an answer is offered', "document.querySelector('.antwort')?.textContent == 'Berichtigen: \u201eRunde'",
     "document.querySelector('.meldungen').innerText")
judged('answers')
js("document.querySelector('.antwort').focus()")
key('Enter')
sees('made', "document.querySelector('.ProseMirror').innerText.includes('Der \u201eRunde Tisch\x22')")
verdict('in the file', 'Der \u201eRunde Tisch" trifft' in read(FAULTY), read(FAULTY)[:600])
sees('the next one has the focus', "document.activeElement.matches('.antwort') && "
     "document.activeElement.textContent == 'Berichtigen: Tisch\u201c'", 'document.activeElement.textContent')
js("document.querySelector('.ProseMirror').focus()")
key('z', ctrl=True)
saved('undone')
verdict('the file as before', 'Der "Runde Tisch" trifft' in read(FAULTY), read(FAULTY)[:600])
clean('answers')
chromium.end()
