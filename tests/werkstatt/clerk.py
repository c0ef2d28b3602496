"""usage: clerk.py PORT AXE.JS: a clerk's day in Chromium (cases/clerk.sh): each view by axe-core, narrow and wide,
light and dark."""
import os

from desk import Desk, verdict
from page import BASE, PORT, chromium, clean, click, js, judged, key, sees, write

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
chromium.end()
