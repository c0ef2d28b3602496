"""usage: story.py PORT AXE.JS: somebody writes in Chromium: opens, writes, adds a Massnahme, is not alone, takes back,
loses the connection; then every view by axe-core, narrow and wide, light and dark. Prints verdicts; the connection is
cut while the file "weg" is there (cases/story.sh)."""
import os
import re
import time

from desk import CHAPTER, KONZEPT, PAPER, Desk, read, verdict, write as put
from page import (BASE, LOOKS, PORT, chromium, choose, clean, click, drawn, elsewhere, js, judged, key, saved, sees,
                  wait, write)

start = read(CHAPTER)
put(CHAPTER, re.sub('(<absatz>.*?<absatz)>(\\S+) ', r'\1\n       ><!-- prüfen -->\2\n ', start, count=1, flags=re.S))
verdict('somebody wrote a comment by hand', '<!-- prüfen -->' in read(CHAPTER))

# the start page
chromium.call('Page.navigate', url=BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG'])
sees('the start page lists documents', "document.querySelectorAll('.start a').length > 10")
js("document.querySelector('#suche').focus()")
write('Übergangsheime')
sees('words are found', "document.querySelector('.treffer a')")
judged('start page')
clean('start page')
click("document.querySelector('.treffer a')")
sees('a hit leads to its place', "[...document.querySelectorAll('.ProseMirror .el-absatz')].some(e => "
     "e.contains(getSelection().anchorNode) && /Übergangsheime/.test(e.textContent))",
     'getSelection().anchorNode?.data')

# writing
js("location.hash = '#' + encodeURIComponent('%s#%s')" % (KONZEPT, CHAPTER))
sees('the text is there', "document.querySelector('.ProseMirror .el-absatz')", 'document.body.innerText')
sees('the pages are there', "document.querySelectorAll('.blatt').length > 20 && document.querySelector('.blatt svg')")
before = read(CHAPTER)
click("document.querySelector('.ProseMirror .el-absatz')", 60)
key('Home')
write('Neu ')
sees('the page follows', "[...document.querySelectorAll('.blatt text')].some(t => t.textContent.includes('Neu'))")
saved('it is saved')
verdict('that paragraph, nothing else', read(CHAPTER) == before.replace('<absatz>', '<absatz>Neu ', 1))
key('z', ctrl=True)
saved('undone')
verdict('the file as before', read(CHAPTER) == before)
# a whole paragraph goes, with the comment in it, and comes back as it was
SECOND = "document.querySelectorAll('.ProseMirror .el-absatz')[1]"
click(SECOND, 60)
sees('the cursor is in it', SECOND + '.contains(getSelection().anchorNode)')
# the browser tells the editor of it with the next picture; nobody presses a key before that
js("requestAnimationFrame(() => requestAnimationFrame(() => { window.shown = true }))")
sees('the editor knows it', 'window.shown')
key('Escape')
key('Delete')
saved('a paragraph goes')
verdict('it is gone', len(read(CHAPTER)) < len(before) - 50 and '<!-- prüfen -->' not in read(CHAPTER),
        read(CHAPTER)[:2000])
key('z', ctrl=True)
saved('back again')
verdict('each byte of it', read(CHAPTER) == before, read(CHAPTER))
click("document.querySelector('.ProseMirror .el-absatz')", 60)
key('Home')
write('Ein Satz.')
key('Enter')
saved('a new paragraph')
verdict('one element more, the rest as it was',
        re.sub('<absatz>Ein Satz.</absatz>\\s*', '', read(CHAPTER)) == before, read(CHAPTER)[:400])
key('Backspace')
sees('joined again', "document.querySelector('.ProseMirror .el-absatz').textContent.startsWith('Ein Satz.Vor')")

# written while the answer to a save is on its way: not told as saved before it is
js('''(() => {
    const ask = fetch;
    let saves = 0;
    window.early = 0;
    window.held = new Promise(go => { window.release = go });
    window.fetch = async (to, how) => {
        const part = String(to).includes('/api/part') && how?.method == 'POST';
        if (part) window.saves = ++saves;
        const answer = await ask(to, how);
        if (part) await window.held;
        return answer;
    };
    const state = document.querySelector('.stand');
    new MutationObserver(() => { if (saves == 1 && state.textContent == 'gespeichert') window.early++ })
        .observe(state, { childList: true });
})()''')
write('Noch ')
sees('a save is on its way', 'window.saves == 1')
write('mehr. ')
js('window.release()')
sees('what was written meanwhile is saved by a second', 'window.saves == 2')
saved('then it is told')
verdict('not before', js('window.early') == 0)
sees('the page has what was written meanwhile', "[...document.querySelectorAll('.blatt text')].map(t => t.textContent)"
     ".join('').replace(/\\s/g, '').includes('Nochmehr.')")
verdict('all of it in the file', 'Noch mehr. ' in read(CHAPTER))

# pasted: what a word processor brings becomes ours, what is ours stays what it is
PASTE = """(html => { const d = new DataTransfer(); d.setData('text/html', html);
    document.querySelector('.ProseMirror').dispatchEvent(
        new ClipboardEvent('paste', {clipboardData: d, bubbles: true, cancelable: true})) })(%r)"""
click("document.querySelectorAll('.ProseMirror > .el > .inhalt > .el-absatz')[1]", 60)
key('End')
js(PASTE % ('<p style="mso-x:1">Eingef\u00fcgt <b>fett</b></p><ul><li>eins</li><li>zwei</li></ul>'
            '<script>caught.push(1)</script>'))
sees('pasted from elsewhere', "document.querySelector('.ProseMirror .m-stark') && "
     "[...document.querySelectorAll('.ProseMirror .el-punkt')].some(p => p.textContent.includes('zwei'))",
     "document.querySelector('.ProseMirror').innerText.slice(0, 900)")
saved('and saved')
verdict('as elements', '<stark>fett</stark>' in read(CHAPTER) and '<punkt>eins</punkt>' in read(CHAPTER),
        read(CHAPTER)[:900])

# what the schema forbids cannot be chosen; what it allows comes whole
offers = js("[...document.querySelectorAll('[aria-label=Einfügen] option')].map(o => o.textContent)")
verdict('what fits is offered', 'Maßnahme' in offers and 'Liste' in offers and 'Posten' not in offers, str(offers))
choose('[aria-label=Einfügen]', 'Maßnahme')
sees('a Massnahme', "document.querySelector('.el-massnahme')")
write('Alle wohnen gut.')
sees('its rows are there', "['ziel', 'umsetzung', 'beteiligte', 'finanzen', 'zeitbedarf'].every(n => "
     "document.querySelector('.el-massnahme .el-' + n))", "document.querySelector('.el-massnahme').innerText")
AMOUNT = "document.querySelector('.el-massnahme .el-posten .betrag')"
sees('a field for the amount', AMOUNT)
js("(() => { const i = %s; i.focus(); i.value = '1.234,50 €'; i.dispatchEvent(new Event('change')) })()" % AMOUNT)
sees('the sum runs', "document.querySelector('.el-massnahme .summe').textContent.includes('1.234,50 €')",
     "document.querySelector('.el-massnahme').outerHTML")
saved('the Massnahme is saved')
verdict('as the file writes amounts', 'betrag="1234,50"' in read(CHAPTER) and 'Alle wohnen gut.' in read(CHAPTER))
drawn('the pages are those drawn afresh', Desk(PORT), KONZEPT)
judged('writing', LOOKS)
elsewhere()
clean('writing')

# not alone
other = Desk(PORT)
seen = other.part(CHAPTER)['xml']
other.save(CHAPTER, seen, seen.replace('<titel>Wohnraum</titel>', '<titel>Wohnen</titel>'))
sees('what another wrote appears', "document.querySelector('.ProseMirror .el-titel').textContent == 'Wohnen'")
other.post('/api/presence', {'client': 'x' * 20, 'name': 'Frau Meier', 'path': CHAPTER, 'place': ''})
sees('and who is here', "document.querySelector('.andere').textContent.includes('Frau Meier')")
click("document.querySelector('.ProseMirror .el-titel')", 20)
key('End')
write(' und Leben')
seen = other.part(CHAPTER)['xml']
other.save(CHAPTER, seen, seen.replace('<titel>Wohnen</titel>', '<titel>Häuser</titel>'))
sees('both are shown where both wrote', "document.querySelector('dialog')?.textContent.includes('Häuser')")
verdict('nothing is written over', '<titel>Häuser</titel>' in read(CHAPTER))
judged('two versions')
click("document.querySelector('dialog [value=theirs]')")
sees('the other one is taken', "document.querySelector('.ProseMirror .el-titel').textContent == 'Häuser'")

# the way back
click("[...document.querySelectorAll('.leiste button')].find(b => b.textContent == 'Verlauf')")
sees('the history', "document.querySelectorAll('.verlauf li').length > 3")
judged('history')
click("document.querySelector('.verlauf button')")
sees('taken back', "document.querySelector('.ProseMirror .el-titel').textContent == 'Wohnen'")

# from the page to the text; a message to its place
js("document.querySelector('.seiten').scrollTo(0, 0)")
sees('a page with text', "document.querySelectorAll('.blatt')[0].querySelector('text')")
sees('messages', "document.querySelector('.meldungen h2')")
click("document.querySelector('.meldungen summary')")
sees('what it is about', "document.querySelector('.erklaerung[open] p').textContent.length > 80")

click("document.querySelector('.kopf input')")
sees('what a field expects is on the screen', """(e => e.offsetHeight > 10 && e.textContent.startsWith(
     document.activeElement.ariaLabel + ': ') && /Erwartet: ein/.test(e.textContent))(
     document.querySelector('.text > .hilfe'))""", "document.querySelector('.hilfe').textContent")

# a lost connection
click("document.querySelector('.ProseMirror .el-titel')", 20)
key('End')
open('weg', 'w', encoding='utf-8').close()
while not os.path.exists('ist-weg'):
    time.sleep(0.05)
write(' ohne Netz')
sees('it is said', "document.querySelector('.ansage')?.textContent.includes('Keine Verbindung')",
     "[document.querySelector('.el-titel').textContent, document.querySelector('.stand').textContent,"
     "document.activeElement.outerHTML.slice(0, 80), document.querySelector('dialog')?.textContent].join(' | ')")
os.remove('weg')
saved('what was written meanwhile is saved when it is back')
verdict('in the file', 'Wohnen ohne Netz</titel>' in read(CHAPTER), read(CHAPTER)[:300])
clean('with others')

# another kind of document
js("location.hash = '#' + encodeURIComponent('%s')" % PAPER)
sees('a paper', "document.querySelector('.ProseMirror .el-beschlussvorschlag')", 'document.body.innerText')
clean('a paper')

# the desk: a session, a Fortschreibung
SESSION = PAPER.rsplit('/', 1)[0] + '/sitzung.xml'
for path, button, there in ((SESSION, 'Sitzung', '.sitzung li'),
                            (KONZEPT.replace('2018', '2019'), 'Fortschreibung', 'dialog progress')):
    js("document.querySelector('dialog')?.close(); location.hash = '#' + encodeURIComponent('%s')" % path)
    find = "[...document.querySelectorAll('.leiste button')].find(b => b.textContent == '%s')" % button
    sees('the button ' + button, find + " && document.querySelector('.ProseMirror')", 'document.body.innerText')
    click(find)
    sees('the board ' + button, "document.querySelector('%s')" % there, 'document.body.innerText')
    judged(button)
    clean(button)
js("document.querySelector('dialog')?.close()")

# a file that was damaged beside the Werkstatt, and one that is not what it should be: seen and told, in German
OLD = KONZEPT.replace('2018', '2012')
whole = read(OLD)
for what, text, told in (('damaged', whole[:len(whole) // 2], 'Datei ist beschädigt'),
                         ('not as it should be', re.sub('(?s)<angaben>.*</angaben>', '', whole), 'nicht dem Schema')):
    put(OLD, text)
    js("location.hash = '#'")
    wait("document.querySelector('.start')")
    js("location.hash = '#' + encodeURIComponent('%s#%s')" % (OLD, OLD))
    sees(what + ': told', "document.body.innerText.includes('%s')" % told, 'document.body.innerText')
    sees(what + ': its fault beside it', "document.querySelector('.meldungen .fehler')")
    clean(what)
put(OLD, whole)
chromium.call('Page.navigate', url=BASE + 'index.html')
js("document.cookie")
chromium.call('Network.clearBrowserCookies')
chromium.call('Page.navigate', url=BASE + '#')
chromium.call('Page.reload')
sees('without the cookie it says what to do', "document.body.innerText.includes('Adresse')", 'document.body.innerText')
chromium.end()
