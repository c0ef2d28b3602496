"""usage: pictures.py PORT AXE.JS FOLDER [--neu]: the main views as Chromium shows them, small, against stored pictures
(html-bilder.py); two of them whole for the handbook. Exit 77: they were made by another Chromium."""
import base64
import importlib
import os
import sys
import time

from desk import CHAPTER, KONZEPT, PAPER, Desk, read, verdict
from page import BASE, PORT, button, choose_file, chromium, clean, click, js, judged, screen, sees

pictures = importlib.import_module('html-bilder')
FOLDER, NEW = sys.argv[3], '--neu' in sys.argv
SESSION = PAPER.rsplit('/', 1)[0] + '/sitzung.xml'
LOOKS = ((1280, 'light'), (1280, 'dark'), (375, 'light'))


def settled(width, scheme):
    """As it is when nothing more comes: pages are drawn one after the other."""
    last, same = b'', 0
    for _ in range(60):
        time.sleep(0.4)
        png = pictures.shot(chromium, width, scheme)
        same = same + 1 if png == last else 0
        last = png
        if same == 3:
            break
    return last


def look(name):
    js("document.activeElement?.blur()")
    # behind a dialog it is the dialog that counts
    js("document.querySelector('dialog') && (document.querySelector('.tisch').style.visibility = 'hidden')")
    for width, scheme in LOOKS:
        chromium.wide(width)
        chromium.scheme(scheme)
        stored, png = '%s/%s-%d-%s.png' % (FOLDER, name, width, scheme), settled(width, scheme)
        if NEW:
            with open(stored, 'wb') as f:
                f.write(png)
        why = 'there is none'
        if os.path.exists(stored):
            with open(stored, 'rb') as f:
                why = pictures.difference(png, f.read())
        verdict('%s, %d px, %s: as stored' % (name, width, scheme), not why, why)
    chromium.wide(1280)
    chromium.scheme('light')


def for_the_handbook(name):
    """Taken anew with the stored ones, so that the handbook shows what they show."""
    js("document.activeElement?.blur()")
    screen(1280, 860)
    settled(1280, 'light')
    if NEW:
        screen(1280, 860)
        png = base64.b64decode(chromium.call('Page.captureScreenshot', format='png')['data'])
        with open(os.path.join(FOLDER, '../../../content/handbuch/bilder/werkstatt-%s.png' % name), 'wb') as f:
            f.write(png)
    chromium.wide(1280)


def opened(path, there):
    js("document.querySelectorAll('dialog').forEach(d => d.close()); location.hash = '#' + encodeURIComponent('%s')" %
       path)
    sees('opened: ' + path, "document.querySelector('.ProseMirror') && document.querySelector('.blatt svg') && "
         "document.querySelector('.meldungen h2') && " + there)


version = chromium.call('Browser.getVersion').get('product', '').split('.')[0]
os.makedirs(FOLDER, exist_ok=True)
if NEW:
    with open(FOLDER + '/version', 'w', encoding='ascii') as f:
        f.write(version + '\n')
with open(FOLDER + '/version', encoding='ascii') as f:
    stored = f.read().strip()
if version != stored:
    chromium.end()
    print('the pictures were made by %s, this is %s' % (stored, version))
    sys.exit(77)
desk = Desk(PORT)
chromium.call('Page.navigate', url=BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG'])
sees('the start page', "document.querySelector('.ansteht') && !/Durchgesehen/.test(document.body.innerText)")
look('start')
opened(KONZEPT, button('Fortschreibung'))
look('konzept')
opened('%s#%s' % (KONZEPT, CHAPTER), "document.querySelector('.el-massnahme')")
js("document.querySelector('.el-massnahme .el-ziel').scrollIntoView()")
for_the_handbook('schreiben')
opened(KONZEPT.replace('2018', '2019'), button('Fortschreibung'))
click(button('Fortschreibung'))
sees('what is to decide', "document.querySelector('dialog progress')")
look('fortschreibung')
opened(PAPER, "document.querySelector('.el-beschlussvorschlag')")
look('vorlage')
known = [d['path'] for d in desk.get('/api/documents')['documents'] if d['path'].startswith('beckum/') and
         (d['kind'] in ('verzeichnis', 'sitzung', 'vorlage') or d['path'].endswith('-2018/konzept.xml'))]
desk.post('/api/office', {'do': 'aufnehmen', 'documents': known})
desk.post('/api/office', {'do': 'freigeben', 'documents': [p for p in known if '/vorlage-' in p]})
opened(SESSION, button('Sitzung'))
click(button('Sitzung'))
sees('the board', "document.querySelector('.ablage li')")
look('sitzung')
for_the_handbook('sitzung')

# a sheet that an office sent back: what it would change, then taken over, then taken back
YEAR = 'beckum/probe-2020/konzept.xml'
TASK = 'beckum/probe-2020/02-09-interkulturelle-kompetenz.xml'
before = read(TASK)
opened(YEAR, button('Fortschreibung'))
click(button('Fortschreibung'))
sees('what is to decide', button('Ausgefüllten Bogen einlesen'))
click(button('Ausgefüllten Bogen einlesen'))
sees('the sheet is asked for', "document.querySelector('#bogendatei')")
choose_file('#bogendatei', 'bogen-fd-personal.docx')
click(button('Einlesen', "document.querySelector('dialog:last-of-type')"))
LAST = "[...document.querySelectorAll('dialog')].pop()"
sees('what it would change', LAST + "?.textContent.includes('wächst')", LAST + '?.innerText')
verdict('nothing is written yet', read(TASK) == before)
judged('a sheet')
js("[...document.querySelectorAll('dialog')].slice(0, -1).forEach(d => d.style.visibility = 'hidden')")
look('bogen')
js("document.querySelectorAll('dialog').forEach(d => d.style.visibility = '')")
click(button('Übernehmen', LAST))
sees('it is taken over', LAST + ".querySelector('.ansage').textContent.includes('übernommen')", LAST + '?.innerText')
verdict('in the source', read(TASK) != before and 'wächst' in read(TASK), read(TASK)[:600])
click(button('Schließen', LAST))
js("location.hash = '#' + encodeURIComponent('%s#%s')" % (YEAR, TASK))
sees('its part', "document.querySelector('.ProseMirror')?.textContent.includes('nterkulturell')")
click(button('Verlauf'))
sees('it stands in the history', "document.querySelector('.verlauf li')?.textContent.includes('wächst')",
     LAST + '?.innerText')
click(button('zurücknehmen'))
sees('taken back', "!document.querySelector('dialog')")
verdict('every byte', read(TASK) == before)
clean('sheets')
chromium.end()
