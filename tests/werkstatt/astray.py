"""usage: astray.py PORT AXE.JS: what goes wrong while somebody writes: the connection is lost and another part is
wanted, the file is damaged, changed or taken away beside the Werkstatt, another deletes what is being edited, a blank
waits at the end of a paragraph. Nothing written is lost in silence (cases/astray.sh)."""
import os
import re
import time

from desk import CHAPTER, KONZEPT, Desk, read, verdict, write as put
from page import BASE, PORT, button, chromium, choose, clean, click, js, judged, key, saved, sees, wait, write

PARAGRAPH = "document.querySelectorAll('.ProseMirror > .el > .inhalt > .el-absatz')[0]"
TITLE = "document.querySelector('.ProseMirror .el-titel')"
OFFLINE = {'latency': 0, 'downloadThroughput': -1, 'uploadThroughput': -1}


def network(there):
    chromium.call('Network.emulateNetworkConditions', offline=not there, **OFFLINE)


def at_end(of):
    click(of, 12)
    js("(() => { const s = getSelection(), r = document.createRange(); r.selectNodeContents(%s); r.collapse(false);"
       "s.removeAllRanges(); s.addRange(r) })()" % of)
    time.sleep(0.1)


def other_part():
    click("document.querySelector('.gliederung a[data-path$=\\x2202-02-sprache.xml\\x22]')")


other = Desk(PORT)
chromium.call('Network.enable')
chromium.call('Page.navigate', url=BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG'])
wait("document.querySelector('.start')")
js("location.hash = '#' + encodeURIComponent('%s#%s')" % (KONZEPT, CHAPTER))
sees('a text', PARAGRAPH)
sees('its pages', "document.querySelector('.blatt svg')")

# a blank at the end of a paragraph: a pause to think, and on
at_end(PARAGRAPH)
write(' Und')
saved('half a sentence')
write(' ')
saved('a blank')
verdict('it is there still', js(PARAGRAPH + '.textContent').endswith('Und '), js(PARAGRAPH + '.textContent')[-20:])
seen = other.part(CHAPTER)['xml']
other.save(CHAPTER, seen, seen.replace('<titel>Wohnraum</titel>', '<titel>Wohnen</titel>'))
sees('another writes elsewhere', TITLE + ".textContent == 'Wohnen'")
write('weiter.')
saved('the rest of it')
verdict('two words', ' Und weiter.</absatz>' in read(CHAPTER), read(CHAPTER)[:900])
at_end(PARAGRAPH)
for _ in range(7):
    key('ArrowLeft')
key('Enter')
saved('split behind a blank')
key('z', ctrl=True)
saved('and undone')
verdict('still two words', ' Und weiter.</absatz>' in read(CHAPTER), read(CHAPTER)[:900])

# no connection: neither another part nor the start page takes away what is not saved
network(False)
at_end(PARAGRAPH)
write(' Ohne Netz.')
sees('it is said', "document.querySelector('.ansage').textContent.includes('Keine Verbindung')")
other_part()
ASKED = "document.querySelector('dialog')?.textContent.includes('Noch nicht gespeichert')"
sees('it is asked before it is given up', ASKED,
     'document.body.innerText.slice(0, 300)')
judged('not saved yet', ((375, 'dark'), (1280, 'light')))
click(button('Hier bleiben'))
sees('it stays', "!document.querySelector('dialog') && %s.textContent.endsWith('Ohne Netz.')" % PARAGRAPH)
click("document.querySelector('.zurueck')")
sees('nor by the way to the start page', "document.querySelector('dialog')")
key('Escape')
sees('the address is that of the text',
     "location.hash.includes('konzept.xml') && document.querySelector('.ProseMirror')")
network(True)
saved('when it is back')
verdict('in the file', 'Ohne Netz.</absatz>' in read(CHAPTER))
network(False)
at_end(PARAGRAPH)
write(' Unsinn')
time.sleep(1)
other_part()
sees('asked again', button('Verwerfen und weiter'))
network(True)
click(button('Verwerfen und weiter'))
sees('given up by its writer', TITLE + "?.textContent.includes('Sprache')", "document.querySelector('.text').innerText")
js("document.querySelector('.gliederung a[data-path$=\\x2202-01-wohnraum.xml\\x22]').click()")
sees('back', TITLE + "?.textContent == 'Wohnen'")

# changed by git or another editor: seen by who comes back to the page
put(CHAPTER, read(CHAPTER).replace('<titel>Wohnen</titel>', '<titel>Wohnen und Leben</titel>'))
js("dispatchEvent(new Event('focus'))")
sees('what was changed beside it appears', TITLE + ".textContent == 'Wohnen und Leben'")
at_end(TITLE)
put(CHAPTER, read(CHAPTER).replace('Wohnen und Leben', 'Wohnen von hier')
    .replace('eine gute Entsch', 'die beste Entsch'))
write(' für alle')
sees('in the same place both are shown', "document.querySelector('dialog')?.textContent.includes('Wohnen von hier')")
verdict('nothing is written over', '<titel>Wohnen von hier</titel>' in read(CHAPTER))
click("document.querySelector('dialog [value=mine]')")
saved('mine is taken')
verdict('as it was decided', '<titel>Wohnen und Leben für alle</titel>' in read(CHAPTER), read(CHAPTER)[:400])
verdict('and what the other wrote elsewhere', 'die beste Entsch' in read(CHAPTER), read(CHAPTER)[:900])
sees('seen, too', PARAGRAPH + ".textContent.includes('die beste')")

# damaged on the disk, as a merge of git leaves it; then mended
whole = read(CHAPTER)
put(CHAPTER, '<<<<<<< HEAD\n' + whole + '=======\n>>>>>>> theirs\n')
at_end(TITLE)
write('!')
sees('it is said what stands in the way', "document.querySelector('.ansage').textContent.includes('kein lesbares XML')",
     "document.querySelector('.ansage').textContent")
verdict('the file is left alone', read(CHAPTER).startswith('<<<<<<<'))
put(CHAPTER, whole)
saved('saved once it is mended')
verdict('what was written meanwhile', 'für alle!</titel>' in read(CHAPTER), read(CHAPTER)[:400])

# another deletes the Massnahme somebody is writing in
choose('[aria-label=Einfügen]', 'Maßnahme')
sees('a Massnahme', "document.querySelector('.el-massnahme')")
write('Alle wohnen gut.')
saved('it is saved')
with_it = other.part(CHAPTER)['xml']
start, end = with_it.index('<massnahme'), with_it.index('</massnahme>') + len('</massnahme>')
write(' Sehr gut.')
other.save(CHAPTER, with_it, with_it[:start] + with_it[end:])
verdict('the other one deleted it', other.status == 200 and 'Alle wohnen' not in read(CHAPTER), str(other.status))
sees('both are shown', "document.querySelector('dialog')?.textContent.includes('Sehr gut.')",
     "document.querySelector('.stand').textContent + document.querySelector('.ProseMirror').innerText.slice(0, 600)")
verdict('it is not brought back in silence', 'Alle wohnen' not in read(CHAPTER))
judged('deleted by another', ((375, 'light'), (1280, 'dark')))
click("document.querySelector('dialog [value=mine]')")
saved('mine stays')
verdict('with all that was in it', 'Alle wohnen gut. Sehr gut.' in read(CHAPTER), read(CHAPTER)[:900])

# undo through a form and a table
before = read(CHAPTER)
AMOUNT = "document.querySelector('.el-massnahme .el-posten .betrag')"
click(AMOUNT)
write('500')
key('Tab')
saved('an amount')
choose('[aria-label=Einfügen]', 'Tabelle')
sees('a table', "document.querySelector('.ProseMirror .el-tabelle')")
write('Kopf')
choose('[aria-label=Tabelle]', 'Spalte danach')
write('drei')
saved('a table with a column')
js("document.querySelector('.ProseMirror').focus()")
for _ in range(12):
    key('z', ctrl=True)
    saved('undone')
    if read(CHAPTER) == before:
        break
verdict('undone to the byte: form, table, column, words', read(CHAPTER) == before, read(CHAPTER)[:900])
for _ in range(12):
    key('y', ctrl=True)
saved('and done again')
verdict('all of it', 'betrag="500"' in read(CHAPTER) and 'drei' in read(CHAPTER), read(CHAPTER)[:2500])

# taken away on the disk: it is said, what was written stays on the screen
os.rename('content/' + CHAPTER, 'taken')
at_end(TITLE)
write('?')
sees('it is said that it is gone', "document.querySelector('.ansage').textContent.includes('gibt es hier nicht')",
     "document.querySelector('.ansage').textContent")
verdict('what was written is there', js(TITLE + '.textContent').endswith('!?'))
os.rename('taken', 'content/' + CHAPTER)
key('s', ctrl=True)
saved('saved when it is back')
clean('astray')

# what XML cannot hold is left out, the words around it are not
js("location.hash = '#' + encodeURIComponent('%s#%s')" % (KONZEPT, CHAPTER))
sees('a text again', PARAGRAPH)
at_end(PARAGRAPH)
js("""(() => { const d = new DataTransfer(); d.setData('text/plain', ' eins\\x01 zwei\\ufffe\\x0bdrei 🦅');
    document.querySelector('.ProseMirror').dispatchEvent(
        new ClipboardEvent('paste', {clipboardData: d, bubbles: true, cancelable: true})) })()""")
saved('odd characters')
verdict('the words are there', ' eins zwei drei 🦅</absatz>' in read(CHAPTER), read(CHAPTER)[:900])

# a field that nobody left: told as not saved, saved after a while, by Ctrl+S, and by going away
TOWN = 'hohenfeld/verzeichnis.xml'
js("location.hash = '#' + encodeURIComponent('%s')" % TOWN)
NAME = "document.querySelector('.el-person input[aria-label=Name]')"
sees('a field', NAME)
for how in ('by itself', 'Ctrl+S', 'away'):
    js(NAME + '.select()')
    write('Adler ' + how)
    verdict('not told as saved: ' + how, js("document.querySelector('.stand').textContent") == 'nicht gespeichert')
    if how == 'Ctrl+S':
        key('s', ctrl=True)
    elif how == 'away':
        js("location.hash = '#'")
        sees('away', "document.querySelector('.start')")
    if how != 'away':
        saved(how)
    verdict('in the file: ' + how, 'name="Adler %s"' % how in read(TOWN), read(TOWN)[-1800:])

# all of it deleted: the file stays what it is, and comes back; what is cut out keeps its id, a copy has none
js("location.hash = '#' + encodeURIComponent('%s#%s')" % (KONZEPT, CHAPTER))
sees('the text once more', PARAGRAPH)
before = read(CHAPTER)
ROOT = re.search('<[a-z]+ xmlns="urn:ratssatz:1"[^>]*>', before)[0]
at_end(PARAGRAPH)
key('a', ctrl=True)
key('Backspace')
sees('all gone', '!' + PARAGRAPH)
saved('emptied')
verdict('of the same kind, with its id', ROOT in read(CHAPTER) and '<absatz>' not in read(CHAPTER), read(CHAPTER))
key('z', ctrl=True)
sees('undone', PARAGRAPH)
saved('all back')
verdict('every word is back', read(CHAPTER).split() == before.split(), read(CHAPTER)[:900])
CLIP = """document.querySelector('.ProseMirror').dispatchEvent(
    new ClipboardEvent('%s', {clipboardData: window.clip, bubbles: true, cancelable: true}))"""
BOX = "document.querySelectorAll('.ProseMirror .el-massnahme')"
many = js(BOX + '.length')
js(BOX + "[0].querySelector('.name').click(); window.clip = new DataTransfer()")
js(CLIP % 'cut')
sees('cut out', BOX + '.length == %d' % (many - 1))
at_end(PARAGRAPH)
js(CLIP % 'paste')
sees('put in', BOX + '.length == %d' % many)
saved('moved')
ids = re.findall('<massnahme[^>]* id="([^"]*)"', before)
verdict('with its id', sorted(re.findall('<massnahme[^>]* id="([^"]*)"', read(CHAPTER))) == sorted(ids), ids)
js(CLIP % 'paste')
saved('a copy')
verdict('has none', sorted(re.findall('<massnahme[^>]* id="([^"]*)"', read(CHAPTER))) == sorted(ids), ids)
clean('deleted and cut')
chromium.end()
