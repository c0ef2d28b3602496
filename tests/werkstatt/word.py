"""usage: word.py PORT AXE.JS: a Konzept comes as a Word file and goes out as a PDF, by mouse and keys alone: the file
is taken over under its own name, its text and a Massnahme are corrected, what does not fit together is looked at, PDF
and Word file are fetched (cases/word.sh)."""
import glob
import os
import re
import subprocess
import time
import zipfile

from desk import read, verdict
from page import BASE, button, choose_file, chromium, clean, click, js, judged, key, saved, sees, wait, write

NAME = 'Konzept für Grüne Höfe.docx'
W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml'


def para(text, style=''):
    return '<w:p>%s<w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>' % (
        '<w:pPr><w:pStyle w:val="%s"/></w:pPr>' % style if style else '', text)


def rows(*all_):
    return '<w:tbl>%s</w:tbl>' % ''.join('<w:tr>%s</w:tr>' % ''.join(
        '<w:tc><w:tcPr/>%s</w:tc>' % ''.join(map(para, cell.split('\n'))) for cell in row) for row in all_)


def word_file():
    body = (para('Grüne Höfe', 'Title') + para('Worum es geht', 'Heading1') +
            para('In der Stadt gibt es 120 versiegelte Höfe.') + para('Unsere Felder', 'Heading1') +
            para('Entsiegeln', 'Heading2') + para('Was grün ist, kühlt.') +
            rows(('Ziel', 'Mehr Höfe sind grün.'), ('Umsetzung/ Maßnahmen', 'Beratung anbieten\nPflaster aufnehmen'),
                 ('Beteiligte', 'Fachdienst Personal'), ('Finanzen', 'Beratung: 2.500 Euro'),
                 ('Zeitbedarf', 'kurzfristig in den nächsten 2 Jahren')))
    styles = ''.join('<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/></w:style>' % s for s in
                     (('Title', 'Title'), ('Heading1', 'heading 1'), ('Heading2', 'heading 2')))
    with zipfile.ZipFile(NAME, 'w') as z:
        z.writestr('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                   '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                   '<Override PartName="/word/document.xml" ContentType="%s"/>'
                   '<Override PartName="/word/styles.xml" ContentType="%s"/></Types>' %
                   (PART % 'document.main', PART % 'styles'))
        link = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
                'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>'
                '</Relationships>')
        z.writestr('_rels/.rels', link % ('officeDocument', 'word/document.xml'))
        z.writestr('word/_rels/document.xml.rels', link % ('styles', 'styles.xml'))
        z.writestr('word/styles.xml', '<w:styles xmlns:w="%s">%s</w:styles>' % (W, styles))
        z.writestr('word/document.xml', '<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (W, body))


def fetched(ending, seconds=60):
    """The file that the browser laid down; None: none came."""
    end = time.time() + seconds
    while time.time() < end:
        found = glob.glob('fetched/*.' + ending)
        if found:
            return found[0]
        time.sleep(0.1)
    return None


word_file()
os.mkdir('fetched')
chromium.call('Browser.setDownloadBehavior', behavior='allow', downloadPath=os.path.abspath('fetched'))
chromium.call('Page.navigate', url=BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG'])
sees('the start page', button('Datei übernehmen'))
click(button('Datei übernehmen'))
sees('the file is asked for', "document.querySelector('#datei')")
choose_file('#datei', NAME)
sees('a name is proposed', "document.querySelector('#name').value == 'konzept-fuer-gruene-hoefe'",
     "document.querySelector('#name').value")
judged('taking over')
click("document.querySelector('#name')")
key('Enter')
sees('it is told what became of every word', "/davon übernommen/.test(document.querySelector('dialog')?.innerText)",
     "document.querySelector('dialog')?.innerText")
verdict('by the name it came with', NAME in js("document.querySelector('dialog').innerText"))
judged('taken over')
js("document.querySelector('dialog button').focus()")
key('Enter')
sees('a Konzept with its Massnahme', "document.querySelector('.ProseMirror')", 'document.body.innerText')
sees('its pages', "document.querySelector('.blatt svg')")
path = js("decodeURIComponent(location.hash.slice(1)).split('#')[0]")
folder = os.path.dirname(path)
verdict('of the kind it is', path == 'beckum/konzept-fuer-gruene-hoefe/konzept.xml', path)


def source():
    return '\n'.join(read(os.path.join(folder, f)) for f in sorted(os.listdir('content/' + folder))
                     if f.endswith('.xml'))


verdict('its title, its Massnahme, its amount', all(w in source() for w in (
    '<titel>Grüne Höfe</titel>', '<massnahme', '<posten', 'betrag="2500"')), source()[:3000])


def part_with(selector):
    """The part in the outline in which there is such an element."""
    for i in range(js("document.querySelectorAll('.gliederung a').length")):
        click("document.querySelectorAll('.gliederung a')[%d]" % i)
        if wait("document.querySelector('.ProseMirror %s')" % selector, 2):
            return True
    return False


verdict('the text is found', part_with('.el-absatz'))
PARAGRAPH = ("[...document.querySelectorAll('.ProseMirror .el-absatz')]"
             ".find(p => /versiegelte|kühlt/.test(p.textContent))")
sees('a paragraph', PARAGRAPH, "document.querySelector('.ProseMirror').innerText")
click(PARAGRAPH, 20)
key('End')
write(' Das soll anders werden.')
saved('a sentence more')
verdict('the Massnahme is found', part_with('.el-posten .betrag'))
click("document.querySelector('.ProseMirror .el-posten .betrag')")
key('a', ctrl=True)
write('3.750,50')
key('Tab')
sees('the sum runs', "document.querySelector('.ProseMirror .summe').textContent.includes('3.750,50')")
saved('the amount is saved')
verdict('in the source', 'betrag="3750,50"' in source() and 'Das soll anders werden.' in source(), source()[:3000])
sees('no fault', "document.querySelector('.meldungen h2') && !document.querySelector('.meldungen .fehler')",
     "document.querySelector('.meldungen').innerText")
click(button('PDF'))
pdf = fetched('pdf')
verdict('a PDF comes', pdf, js("document.querySelector('.ansage').textContent"))
words = ' '.join(subprocess.run(['pdftotext', pdf, '-'], capture_output=True, encoding='utf-8').stdout.split()) \
    if pdf else ''
verdict('with what was taken over and what was written', all(w in words for w in (
    'Grüne Höfe', '120 versiegelte', 'Pflaster aufnehmen', 'Das soll anders werden.', '3.750,50')), words[:1500])
click(button('Word'))
docx = fetched('docx')
verdict('a Word file, too', docx and 'Das soll anders werden.' in re.sub(
    '<[^>]*>', '', zipfile.ZipFile(docx).read('word/document.xml').decode()), str(docx))
clean('from Word to PDF')
chromium.end()
