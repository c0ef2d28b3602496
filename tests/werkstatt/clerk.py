"""usage: clerk.py PORT AXE.JS: a clerk's day in Chromium (cases/clerk.sh): each view by axe-core, narrow and wide,
light and dark."""
import os
import re

from desk import KONZEPT, Desk, read, verdict
from page import (BASE, PORT, button, chromium, choose, choose_file, clean, click, drag, js, judged, key, saved, sees,
                  write)

desk = Desk(PORT)


def into_paragraph():
    click("[...document.querySelectorAll('.ProseMirror .el-absatz')].find(p => p.textContent.includes('100 Euro'))", 60)
    sees('the cursor is in a paragraph', "document.querySelector('.pfad [aria-current]')?.textContent == 'Absatz' && " +
         button('Fußnote'))


# what is open
chromium.call('Page.navigate', url=BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG'])
OPEN = "document.querySelector('.ansteht')?.textContent"
sees('the session to come, counted down',
     OPEN + ".includes('in 14 Tagen') && " + OPEN + ".includes('noch 3 Tage')", OPEN)
sees('tasks that are due', OPEN + ".includes('Den Radweg bauen')", OPEN)
LEFT = sum(p['open'] for p in desk.get('/api/points?document=beckum/probe-2020/konzept.xml')['points'])
sees('what is left to decide', OPEN + ".includes('%d offen')" % LEFT, OPEN)
verdict('much is', LEFT > 40, str(LEFT))
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

# a table by keyboard: the next cell, a row behind the last, a column; its head
CELL = "document.querySelectorAll('.ProseMirror .el-zelle .inhalt, .ProseMirror p.el-zelle')"
sees('a table', CELL + '.length == 8', "document.querySelector('.ProseMirror').innerText")
click(CELL + '[6]')
sees('what a table can', "!document.querySelector('[aria-label=Tabelle]').hidden")
key('Tab')
key('Tab')
write('neu')
key('Tab')
write('7')
sees('a row behind the last', CELL + '.length == 10')
choose('[aria-label=Tabelle]', 'Spalte danach')
sees('a column', CELL + '.length == 15')
write('z')
saved('the table is saved')
rows = re.sub('>\\s+<', '><', read(FAULTY).split('<tabelle')[1].split('</tabelle')[0])
verdict('rows and columns', '<zeile><zelle>neu</zelle><zelle>7</zelle><zelle>z</zelle></zeile>' in rows and
        rows.count('<spalte/>') == 3, rows)
verdict('cells that stay are as they were', '<zelle>Was</zelle><zelle>Wie viel</zelle><zelle/></kopfzeile>' in rows,
        rows)
choose('[aria-label=Tabelle]', 'Spalte entfernen')
choose('[aria-label=Tabelle]', 'Zeile entfernen')
sees('and they go again', CELL + '.length == 8')
saved('the table is as it was')
verdict('in the file, too', read(FAULTY).count('<spalte/>') == 2 and 'neu' not in read(FAULTY), read(FAULTY))
click(CELL + '[7]')
for _ in range(3):
    key('Tab')
sees('nobody is kept in it: behind an empty row Tab leaves to the next field, and takes that along',
     CELL + ".length == 8 && document.activeElement.matches('.el-beteiligt select')",
     CELL + ".length + ' ' + document.activeElement.outerHTML")

# a picture: chosen, said what it shows, laid beside the document
click("document.querySelector('.ProseMirror .el-absatz')", 60)
choose('[aria-label=Einfügen]', 'Abbildung')
sees('a picture is asked for', "document.querySelector('#bilddatei')")
choose_file('#bilddatei', 'content/beckum/integrationskonzept-2018/bilder/haus.svg')
js("document.querySelector('#bildtext').focus()")
write('Der Markt beim Fest')
judged('a picture')
click(button('Einsetzen'))
sees('it is in the text', "document.querySelector('.ProseMirror .el-abbildung')",
     "document.querySelector('dialog')?.innerText")
saved('with its name')
found = re.search('<abbildung datei="(bilder/[a-z0-9-]+[.]svg)" alt="Der Markt beim Fest"', read(FAULTY))
verdict('and laid beside the document', found and os.path.exists('content/beckum/antworten/' + found[1]), read(FAULTY))
clean('tables and pictures')

# a comment by keyboard, answered by another, settled
js("location.hash = '#' + encodeURIComponent('%s')" % FAULTY)
into_paragraph()
key('m', ctrl=True, alt=True)
sees('it is asked what', "document.querySelector('#kommentartext')")
js("document.querySelector('#kommentartext').focus()")
write('Stimmt der Betrag?')
judged('a comment')
click(button('Speichern'))
sees('it stands beside the text', "document.querySelector('.kommentare summary').textContent == 'Kommentare (1)'")
sees('and is marked in it', "document.querySelector('.ProseMirror .kommentiert')")
verdict('not in the file', 'Stimmt der Betrag' not in read(FAULTY))
mine = desk.get('/api/remarks?path=' + FAULTY)['remarks'][0]
desk.post('/api/remark', {'id': 'a' * 20, 'path': FAULTY, 'name': 'Herr Kaya', 'quote': '', 'to': mine['id'],
                          'text': 'Ja.'})
js("document.querySelector('.kommentare').open = true")
sees('what another answers appears', "document.querySelector('.kommentare').textContent.includes('Herr Kaya')")
judged('comments')
click(button('Erledigt'))
sees('settled', "document.querySelector('.kommentare summary').textContent == 'Kommentare'")
js("document.querySelector('.kommentare').open = false")

# a footnote with markup
into_paragraph()
key('End')
click(button('Fußnote'))
sees('it is written by itself', "document.querySelector('.notiz .ProseMirror-focused')")
write('Nach dem ')
key('b', ctrl=True)
write('Haushalt')
judged('a footnote')
click(button('Übernehmen', "document.querySelector('dialog')"))
sees('it hangs on the text', "document.querySelector('.ProseMirror .chip-fussnote')?.title.includes('Haushalt')")
saved('the note is saved')
verdict('with its markup', '<fussnote>Nach dem <stark>Haushalt</stark></fussnote>' in read(FAULTY), read(FAULTY))
clean('comments and notes')

# the outline: a chapter goes up by keyboard, and down again
js("location.hash = '#' + encodeURIComponent('%s')" % KONZEPT)
PARTS = "[...document.querySelectorAll('.gliederung a')].map(a => a.dataset.path.split('/').pop())"
sees('an outline', PARTS + ".includes('02-02-sprache.xml') && document.querySelector('.ProseMirror')")
before = read(KONZEPT) + read(KONZEPT.replace('konzept.xml', '02-01-wohnraum.xml'))
js("document.querySelector('.gliederung a[data-path$=\\x2202-02-sprache.xml\\x22]').focus()")
key('ArrowUp', alt=True)
sees('it went up', PARTS + ".indexOf('02-02-sprache.xml') < " + PARTS + ".indexOf('02-01-wohnraum.xml')", PARTS)
sees('the focus went with it', "document.activeElement.dataset.path?.endsWith('02-02-sprache.xml')")
now = read(KONZEPT) + read(KONZEPT.replace('konzept.xml', '02-01-wohnraum.xml'))
verdict('every word is still there', sorted(now.split()) == sorted(before.split()) and now != before)
key('ArrowDown', alt=True)
sees('and down', PARTS + ".indexOf('02-02-sprache.xml') > " + PARTS + ".indexOf('02-01-wohnraum.xml')", PARTS)
verdict('as before', read(KONZEPT) + read(KONZEPT.replace('konzept.xml', '02-01-wohnraum.xml')) == before)
OUTLINE = "document.querySelector('.gliederung a[data-path$=\x22%s\x22]').closest('li')"
drag(OUTLINE % '02-02-sprache.xml', OUTLINE % '02-01-wohnraum.xml')
sees('up by the mouse', PARTS + ".indexOf('02-02-sprache.xml') < " + PARTS + ".indexOf('02-01-wohnraum.xml')", PARTS)
drag(OUTLINE % '02-01-wohnraum.xml', OUTLINE % '02-02-sprache.xml')
sees('and back', PARTS + ".indexOf('02-02-sprache.xml') > " + PARTS + ".indexOf('02-01-wohnraum.xml')", PARTS)
verdict('as before, every byte', read(KONZEPT) + read(KONZEPT.replace('konzept.xml', '02-01-wohnraum.xml')) == before)
TITLES = "[...document.querySelectorAll('.gliederung a')].map(a => a.dataset.title)"
js("document.querySelector('.gliederung a[data-title=Fazit]').focus()")
key('ArrowUp', alt=True)
sees('a chapter of the whole, too', TITLES + ".indexOf('Fazit') < " + TITLES + ".indexOf('Zusammenfassung')", TITLES)
key('ArrowDown', alt=True)
sees('and down again', TITLES + ".indexOf('Fazit') > " + TITLES + ".indexOf('Zusammenfassung')", TITLES)
judged('outline')
clean('outline')

# a directory: an entry is opened, added, goes before another, is removed, and comes back
TOWN = 'hohenfeld/verzeichnis.xml'
js("location.hash = '#' + encodeURIComponent('%s')" % TOWN)
ENTRY = "[...document.querySelectorAll('.gliederung a')].find(a => a.textContent == '%s')"
sees('what is entered', ENTRY % 'Frieda Falke' + " && document.querySelector('.ProseMirror .el-person')")
before = read(TOWN)
click(ENTRY % 'Fraktion Morgen')
sees('opened', "getSelection().anchorNode.textContent == 'Fraktion Morgen'", 'getSelection().anchorNode.textContent')
click(button('Neuer Eintrag'))
sees('it is asked what', "document.querySelector('#eintragsart').value == 'stelle'")
js("document.querySelector('#eintragsname').focus()")
write('Büro für Ärger')
judged('a new entry')
key('Enter')
sees('added', ENTRY % 'Büro für Ärger')
ADDED = r'\s*<stelle id="buero-fuer-aerger">\s*<name>Büro für Ärger</name>\s*</stelle>'
verdict('behind its like, with a name for references', re.sub(ADDED, '', read(TOWN)) == before, read(TOWN))
js(ENTRY % 'Büro für Ärger' + '.focus()')
key('ArrowUp', alt=True)
sees('before another', "document.activeElement.closest('li').nextSibling.textContent == 'Fraktion Heimat'")
key('Delete')
sees('it is asked first', "document.querySelector('dialog')?.textContent.includes('Büro für Ärger')")
click(button('Entfernen', "document.querySelector('dialog')"))
sees('gone', '!' + ENTRY % 'Büro für Ärger')
verdict('the file as before', read(TOWN) == before, read(TOWN))
click(button('↶'))
sees('and back', ENTRY % 'Büro für Ärger')
judged('directory')
clean('directory')

# the values of a chart: a grid, and the chart follows
CHART = 'beckum/integrationskonzept-2018/'
js("location.hash = '#' + encodeURIComponent('%skonzept.xml#%s01-ausgangslage.xml')" % (CHART, CHART))
sees('a chart', button('Werte'))
click(button('Werte'))
sees('its values, and the chart',
     "document.querySelector('.gitter input') && document.querySelector('.zeichnung svg')")
judged('values')
js("document.querySelector('.gitter [data-r=\\x221\\x22][data-c=\\x221\\x22]').select()")
write('987')
sees('the chart follows',
     "[...document.querySelectorAll('.zeichnung text')].some(t => t.textContent.replace(/\\D/g, '') == '1000')",
     "document.querySelector('dialog .warnung').textContent")
values = open('content/' + CHART + 'daten/zuweisungen.csv', encoding='utf-8').read()
click(button('Speichern'))
sees('saved', "!document.querySelector('dialog')", "document.querySelector('dialog')?.innerText")
verdict('that line, nothing else', open('content/' + CHART + 'daten/zuweisungen.csv', encoding='utf-8').read() ==
        re.sub('1990;[0-9]+', '1990;987', values))
clean('values')

# what a colleague sent back: read, one proposal accepted and one refused, by keyboard
js("document.querySelector('.kommentare').open = true")
click(button('Rückmeldung einlesen'))
sees('the file is asked for', "document.querySelector('#rueckdatei')")
choose_file('#rueckdatei', 'antwort.docx')
click(button('Einlesen', "document.querySelector('dialog')"))
sees('what is proposed', "document.querySelectorAll('.vorschlag').length == 2",
     "document.querySelector('dialog')?.innerText")
sees('what is said', "document.querySelector('.kommentare').textContent.includes('Ist das so?')")
judged('proposals')
CHAPTER = CHART + '01-ausgangslage.xml'
before = read(CHAPTER)
js("[...document.querySelectorAll('.vorschlag')].find(v => v.textContent.includes('Ansehen'))"
   ".querySelector('button').focus()")
key('Enter')
sees('one is left', "document.querySelectorAll('.vorschlag').length == 1",
     "document.querySelector('.ansage')?.textContent")
verdict('accepted', read(CHAPTER) == before.replace('Gewicht', 'Ansehen', 1))
sees('it is in the text', "document.querySelector('.ProseMirror').textContent.includes('großes Ansehen')")
js("%s.focus()" % button('Ablehnen'))
key('Enter')
sees('none is left', "!document.querySelector('.vorschlag')")
verdict('refused', read(CHAPTER) == before.replace('Gewicht', 'Ansehen', 1))
clean('proposals')
chromium.end()
