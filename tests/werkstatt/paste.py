"""usage: paste.py PORT AXE.JS: odd things from a clipboard, each into a paragraph in the middle of a chapter, into a
table's cell, an item of a list and a title: every word arrives and is saved, markup of others does not, what was left
out is said; one undo takes each away again (cases/paste.sh)."""
import difflib
import os
import re

from desk import CHAPTER, read, verdict
from page import BASE, LOOKS, chromium, clean, click, js, judged, key, paste, saved, sees, wait

PIXEL = ('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')
ITEM = ("<p class=MsoListParagraph style='mso-list:l0 level%d lfo1'><![if !supportLists]><span style='mso-list:Ignore'>"
        "·<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span><![endif]>%s<o:p></o:p></p>")
CELL = "<td><p class=MsoNormal>%s</p></td>"
# what; HTML, plain words; what of it must be in the file, what not; what is said
CLIPS = (
    ('Word: headings, nested lists, a table, a note, tracked changes',
     '<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type '
     'content="text/html; charset=windows-1252"><style>p.MsoNormal {margin:0cm}</style></head><body>'
     '<!--StartFragment--><h2>Wörter für später</h2><p class=MsoNormal style="color:red">Ein <b>fetter</b> Satz.'
     "<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\"><span class=MsoFootnoteReference>[1]</span></a>"
     '</p>' + ITEM % (1, 'außen') + ITEM % (2, 'innen') + ITEM % (1, 'wieder außen') +
     '<table class=MsoTableGrid><tr>' + CELL % 'Jahr' + CELL % 'Euro' + '</tr><tr>' + CELL % '2031' +
     CELL % '7.500,00' + '</tr></table><p>Das war <ins cite="mailto:E">fast </ins><del>ganz </del>alles.</p>'
     "<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>"
     "<a style='mso-footnote-id:ftn1' href=\"#_ftnref1\" name=\"_ftn1\"><span class=MsoFootnoteReference>[1]</span></a>"
     ' Nach dem Haushalt.</p></div></div><!--EndFragment--></body></html>', 'Wörter für später',
     ('Wörter für später', '<stark>fetter</stark>', '<fussnote>Nach dem Haushalt.</fussnote>', '<punkt>innen</punkt>',
      '<zelle>7.500,00</zelle>', 'Das war fast alles.'), ('Mso', 'color', 'ganz', 'windows'), None),
    ('Excel: a table', '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><col width=64>'
     '<tr><td><b>Posten</b></td><td><b>Betrag</b></td></tr><tr><td>Miete</td><td>15.000,00 €</td></tr></table></body>'
     '</html>', 'Posten\tBetrag\nMiete\t15.000,00 €', ('<zelle>Miete</zelle>',), ('width',), 'Kopf'),
    ('mail: a quote, nested lists, a picture in it, one from elsewhere',
     '<div>Guten Tag,</div><div><br></div><div>erste Zeile<br>zweite Zeile</div><blockquote type="cite"><div>Am 3. Mai '
     'schrieb sie:</div></blockquote><ul><li>eins<ul><li>tief</li></ul></li></ul><img src="data:image/png;base64,%s" '
     'alt="Das Wappen"><img src="https://example.org/z.png" alt="Zählbild"><script>caught.push(1)</script>' % PIXEL,
     'Guten Tag', ('<umbruch/>', '<zitat>', '<punkt>tief</punkt>', 'alt="Das Wappen"', 'Zählbild'),
     ('example.org', 'script', 'base64'), 'nicht abgerufen'),
    ('plain text of a PDF', '', 'Die Stadt fördert den Zusammen-\nhalt in den Stadt­teilen.\n\n• hier\n• dort\n',
     ('den Zusammenhalt in', '<punkt>dort</punkt>'), ('•',), None),
    ('emoji, right to left, program text', '<p dir="rtl">שלום <b>עולם</b> 123</p><p>Gut 👍🏽 so</p>'
     '<pre>x = 1\n  y = 2</pre>', 'x', ('שלום', '👍🏽', 'x = 1\n  y = 2'), ('dir=',), None),
    ('a run without a paragraph', '<meta charset="utf-8"><span style="font-size:9pt">nur ein <i>kurzer</i> Rest</span>',
     'nur ein kurzer Rest', ('<betont>kurzer</betont>',), ('font',), None),
)
LETTERS = "document.querySelector('.ProseMirror').innerText.replace(/\\s/g, '').length"


def told(what, text):
    sees('it is said: ' + what, "document.querySelector('.ansage').textContent.includes('%s')" % text,
         "document.querySelector('.ansage').textContent")


def differ(a, b):
    return '\n'.join(list(difflib.unified_diff(a.split('\n'), b.split('\n'), n=0, lineterm=''))[2:8])


def tried(where, into, html, text, there, gone=(), say=None):
    before = read(CHAPTER)
    click(into, 12)
    key('End')
    js("document.querySelector('.ansage').replaceChildren()")
    paste(html, text)
    sees(where + ': something is said', "document.querySelector('.ansage').textContent.includes('eingefügt')",
         "document.querySelector('.ansage').textContent")
    if say:
        told(where, say)
        sees(where + ': and stays said', "document.querySelector('.ansage button')?.textContent == 'Verstanden'")
    saved(where + ': saved')
    now = read(CHAPTER)
    missing = [w for w in there if w not in re.sub(r'\s+(?=<)|(?<=>)\s+', '', now) and w not in now]
    verdict(where + ': every word, as what it is', not missing, [missing, now[:1500]])
    verdict(where + ': nothing of how it looked', not [w for w in gone if w in now and w not in before],
            [w for w in gone if w in now and w not in before])
    js("document.querySelector('.ProseMirror').focus()")
    key('z', ctrl=True)
    saved(where + ': undone')
    verdict(where + ': the file as before', read(CHAPTER) == before, differ(before, read(CHAPTER)))


chromium.call('Page.navigate', url=BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG'])
wait("document.querySelector('.start')")
js("location.hash = '#' + encodeURIComponent('%s#%s')" % (CHAPTER.replace('02-01-wohnraum', 'konzept'), CHAPTER))
PARAGRAPH = "document.querySelectorAll('.ProseMirror > .el > .inhalt > .el-absatz')[1]"
sees('a text', PARAGRAPH)
for what, html, text, there, gone, say in CLIPS:
    tried(what, PARAGRAPH, html, text, there, gone, say)

click(PARAGRAPH, 12)
key('End')
paste(CLIPS[1][1], CLIPS[1][2])
sees('what is left to look at', "document.querySelector('.ansage button')")
judged('what is said of a paste', LOOKS)
click("document.querySelector('.ansage button')")
sees('understood', "!document.querySelector('.ansage').textContent")
saved('the table')

# where only some of it may stand: nothing is lost all the same
what, html, text, there, gone, say = CLIPS[0]
WORDS = ('Wörter für später', 'außen', 'innen', '2031', '7.500,00', 'alles.')
tried('into a title', "document.querySelector('.ProseMirror .el-titel')", html, text, WORDS)
click(PARAGRAPH, 12)
key('End')
paste('<ul><li>alt</li></ul><table><tr><td>Zelle</td><td>zwei</td></tr></table>', 'alt')
sees('a list and a table', "document.querySelector('.ProseMirror .el-zelle') && "
     "[...document.querySelectorAll('.ProseMirror .el-punkt')].some(p => p.textContent.includes('alt'))")
saved('they are saved')
for where, into in (('into an item', "[...document.querySelectorAll('.ProseMirror .el-punkt p')]"
                     ".find(p => p.textContent == 'alt')"),
                    ('into a cell', "document.querySelector('.ProseMirror .el-zelle p, .ProseMirror p.el-zelle')")):
    tried(where, into, html, text, WORDS)

# a picture by itself: it is asked what it shows
click(PARAGRAPH, 12)
key('End')
js("""(b => { const d = new DataTransfer();
    d.items.add(new File([Uint8Array.from(atob(b), c => c.charCodeAt(0))], 'image.png', {type: 'image/png'}));
    document.querySelector('.ProseMirror').dispatchEvent(
        new ClipboardEvent('paste', {clipboardData: d, bubbles: true, cancelable: true})) })('%s')""" % PIXEL)
sees('it is asked what a picture shows', "document.querySelector('dialog #bildtext')")
judged('a pasted picture')
js("document.querySelector('#bildtext').focus()")
chromium.call('Input.insertText', text='Ein Punkt')
js("document.querySelector('dialog form').requestSubmit()")
sees('it stands in the text', "document.querySelector('.ProseMirror .el-abbildung')")
saved('the picture is saved')
verdict('beside the document', 'datei="bilder/eingefuegt.png" alt="Ein Punkt"' in read(CHAPTER) and
        os.path.exists('content/' + os.path.dirname(CHAPTER) + '/bilder/eingefuegt.png'), read(CHAPTER)[:900])
clean('pasting')
chromium.end()
