"""usage: year.py PORT AXE.JS: the year's Fortschreibung in Chromium: what each office decides, by mouse and keyboard,
the Synopse beside it, sheets for the offices (cases/year.sh)."""
import json
import os
import re

from desk import Desk, read, verdict
from page import BASE, PORT, button, chromium, clean, click, js, judged, key, sees, write

YEAR = 'beckum/probe-2020/konzept.xml'
DIALOG = "([...document.querySelectorAll('dialog')].pop() ?? document.body)"
desk = Desk(PORT)
points = desk.get('/api/points?document=' + YEAR)['points']
offices = {p['office'] for p in points if p['open']}
verdict('six offices and more have something to decide', len(offices) >= 6, offices)
chromium.call('Page.navigate', url=BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG'])
sees('the start page', "document.querySelector('.ansteht')")
js("location.hash = '#' + encodeURIComponent('%s')" % YEAR)
sees('the edition', "document.querySelector('.ProseMirror') && document.querySelector('.blatt svg')")
click(button('Fortschreibung'))
sees('a list by office', DIALOG + ".querySelectorAll('details').length >= 6")
sees('how far it is', DIALOG + ".textContent.includes('0 von %d entschieden')" % len(points), DIALOG + '.innerText')
judged('Fortschreibung')


def row(p):
    return "[...document.querySelectorAll('dialog .punkte > li')].find(l => l.querySelector('strong').textContent." \
        "includes(%s))" % json.dumps(p['what'][:60])


def entry(p):
    """Its start tag in the file."""
    return re.match('<[^>]*>', desk.part(p['path'], p['place'])['xml'])[0]


measures = [p for p in points if p['kind'] == 'massnahme' and p['open'] and
            sum(p['what'] == q['what'] for q in points) == 1]
first, second, third = measures[:3]
before = {p['path']: read(p['path']) for p in points}
tag = entry(first)
sees('its row', row(first), DIALOG + '.innerText')
js(row(first) + '.scrollIntoView()')
click(button('bleibt', row(first)))
sees('one is decided', DIALOG + ".textContent.includes('1 von %d entschieden')" % len(points), DIALOG + '.innerText')
verdict('in its tag', 'status="unveraendert"' in entry(first), entry(first))
verdict('every other byte stays', read(first['path']) == before[first['path']].replace(tag, entry(first)))
sees('the button says so', button('bleibt', row(first)) + ".getAttribute('aria-pressed') == 'true'")

# by keyboard: a change wants its reason
js(button('geändert', row(second)) + '.focus()')
key('Enter')
sees('it asks for the reason', "document.activeElement.ariaLabel == 'Grund' && "
     "document.querySelector('dialog .ansage').textContent.includes('Grund')")
write('Ein neuer Träger übernimmt')
js(button('geändert', row(second)) + '.focus()')
key('Enter')
sees('two are decided', DIALOG + ".textContent.includes('2 von %d entschieden')" % len(points), DIALOG + '.innerText')
verdict('with its reason', 'status="geaendert"' in entry(second) and 'grund="Ein neuer Träger übernimmt"' in
        entry(second), entry(second))

figure = next(p for p in points if p['kind'] == 'kennzahl' and p['open'])
FIELD = row(figure) + ".querySelector('[aria-label=\"%s\"]')"
js(FIELD % 'Neuer Wert' + '.focus()')
write('1.234,5')
js(FIELD % 'Stichtag' + '.focus()')
write('im Mai')
key('Enter')
sees('no day: it is said what is expected',
     "document.querySelector('dialog .ansage').textContent.includes('31.12.2025')")
verdict('nothing is entered', 'wert="1234,5"' not in entry(figure))
js(FIELD % 'Stichtag' + ".select()")
write('31.12.2025')
key('Enter')
sees('three are decided', DIALOG + ".textContent.includes('3 von %d entschieden')" % len(points), DIALOG + '.innerText')
verdict('value and day', 'wert="1234,5"' in entry(figure) and 'stichtag="2025-12-31"' in entry(figure) and
        'veraltet' not in entry(figure), entry(figure))

click(button('Bögen für die Stellen schreiben'))
sees('sheets are written', DIALOG + ".querySelector('.ansage').textContent.includes('liegen im Ordner')",
     DIALOG + '.innerText')
sheets = [f for f in os.listdir('aus/beckum/probe-2020') if f.endswith('.html')]
verdict('one for each office', len(sheets) >= 6, sheets)
click(button('Schließen', DIALOG))
click(button('Synopse'))
sees('what changed stands beside it', "[...document.querySelectorAll('.blatt text')].map(t => t.textContent).join('')"
     ".replace(/\\s/g, '').includes('EinneuerTräger')", "document.querySelector('.seiten').innerText.slice(0, 300)")
sees('the history has each', "%s.length > 0" % "document.querySelectorAll('.leiste button')")
saves = desk.get('/api/history?path=' + second['path'])['saves']
desk.post('/api/take-back', {'save': next(s['id'] for s in saves if 'neuer Träger' in s['now'])})
verdict('and each can be taken back', 'neuer Träger' not in read(second['path']), desk.status)
clean('Fortschreibung')
chromium.end()
