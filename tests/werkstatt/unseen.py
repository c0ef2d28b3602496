"""usage: unseen.py PORT AXE.JS SESSION: a session from its paper to the receipt through the accessibility tree alone:
roles, names, live messages, the keyboard."""
import json
import os
import sys
import zipfile

from desk import Desk, read, verdict
from page import BASE, PORT, chromium, clean, go_to, key, press, says, thing, tree

SESSION = sys.argv[3]
FOLDER, DAY = SESSION.rsplit('/', 1)[0] + '/', SESSION.split('/')[2]
desk = Desk(PORT)
desk.post('/api/office', {'do': 'aufnehmen', 'documents': ['hohenfeld/verzeichnis.xml', SESSION]})


def asked(name, words, button):
    """A question opens, says what it is about, and takes the focus; answered by its button."""
    found = thing('dialog', name)
    texts = ' '.join(n[1] for n in tree().values() if n[0] in ('StaticText', 'paragraph'))
    verdict('it is asked: ' + name, found and words in texts, texts[-400:])
    press('button', button)


chromium.call('Accessibility.enable')
chromium.call('Page.navigate', url=BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG'])
verdict('the page says what it is', thing('heading', 'Werkstatt'), tree())
verdict('what is open is a region', thing('region', 'Was ansteht'))
press('link', 'Rat der Kreisstadt Hohenfeld')
press('button', 'Sitzung')
verdict('the board is a dialog with a name', thing('dialog', 'Sitzung'))
verdict('the agenda is a region', thing('region', 'Tagesordnung'))
press('button', 'Ein Radweg an der Talstraße: auf die Tagesordnung')
asked('Freigeben?', 'gilt diese Fassung', 'Freigeben')
says('it is said when it is done', 'Freigegeben')
verdict('with its number', 'nummer="A 61/' in read(FOLDER + 'vorlage-radweg.xml'))
press('button', 'Bekannt geben')
asked('Bekannt geben?', 'nicht zurücknehmen', 'Bekannt geben')
says('announced', 'Bekannt gegeben')
verdict('its files are there', os.path.exists('aus/hohenfeld/%s/bekanntmachung.pdf' % DAY))
press('button', 'Vorlagen ausgeben')
asked('Vorlagen ausgeben?', 'als PDF geschrieben', 'Ausgeben')
says('issued', 'Ausgegeben')
verdict('the paper is there', any(f.startswith('beschlussvorlage') or f.endswith('.pdf') and 'bekannt' not in f
                                  for f in os.listdir('aus/hohenfeld/' + DAY)), os.listdir('aus/hohenfeld/' + DAY))
press('button', 'Abgeben')
asked('Abgeben?', 'in ein Paket', 'Abgeben')
says('handed over', 'Abgegeben')
package = 'aus/hohenfeld/%s-abgabe.zip' % DAY
verdict('the package is there', os.path.exists(package), os.listdir('aus/hohenfeld'))

# what the council system answers
with zipfile.ZipFile(package) as z:
    form = json.loads(z.read(next(n for n in z.namelist() if n.endswith('quittung.json'))))
for i, entry in enumerate(form['eintraege']):
    entry['kennung'] = 'RIS-%d' % i
with open('quittung.json', 'w', encoding='utf-8') as f:
    json.dump(form, f)
press('button', 'Quittung einlesen')
verdict('it is asked for a file', thing('dialog', 'Quittung einlesen'))
field = go_to('button', 'Datei')
chromium.call('DOM.setFileInputFiles', backendNodeId=field[2], files=[os.path.abspath('quittung.json')])
press('button', 'Einlesen')
says('read', 'Quittung eingelesen')
key('Escape')

# who did what
press('button', 'Verlauf')
verdict('the history is a dialog', thing('dialog', 'Verlauf'))
texts = [n[1] for n in tree().values() if n[0] == 'StaticText']
for what in ('bekannt gegeben', 'abgegeben', 'Quittung „quittung.json“ eingelesen'):
    verdict('it tells: ' + what, what in texts, texts[-60:])
press('button', 'Schließen')
clean('unseen')
chromium.end()
