"""usage: way.py PORT AXE.JS: "back" and "forward" of the browser: a window over the page is a step (cases/way.sh)."""
import os

from desk import CHAPTER, KONZEPT, PAPER, Desk, verdict
from page import BASE, PORT, button, chromium, clean, click, js, key, sees, wait, write

SESSION = PAPER.rsplit('/', 1)[0] + '/sitzung.xml'
LAST, NONE = "[...document.querySelectorAll('dialog[open]')].pop()", "!document.querySelector('dialog')"
desk = Desk(PORT)


def windows(what, n, more='true'):
    """So many are open."""
    sees(what, "document.querySelectorAll('dialog[open]').length == %d && %s" % (n, more),
         "[location.hash, JSON.stringify(history.state), %s?.innerText.slice(0, 90)].join(' ')" % LAST)


def back(n=1):
    js('history.go(%d); 0' % -n)


def opened(path, there='true'):
    js("location.hash = '#' + encodeURIComponent('%s'); 0" % path)
    sees('opened: ' + path, "document.querySelector('.ProseMirror') && document.querySelector('.meldungen h2') && " +
         there)


def titled(word):
    return "document.querySelector('.leiste h1')?.textContent.includes('%s')" % word


# led here by a file, as `make werkstatt` does it; by a link in a mail it is the same
ADDRESS = BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG']
with open('leads.html', 'w', encoding='utf-8') as f:
    f.write('<meta http-equiv="refresh" content="0;url=%s">' % ADDRESS)
chromium.call('Page.navigate', url='file://' + os.path.abspath('leads.html'))
sees('the start page', "document.querySelectorAll('.start a').length > 10", 'document.body.innerText')
been = [e['url'] for e in chromium.call('Page.getNavigationHistory')['entries']]
verdict('the way back leads to no token', not [u for u in been if 'zugang' in u], been)
steps = js('history.length')
for how in ('Abbrechen', 'Escape', 'back'):
    click(button('Neues Dokument'))
    windows('a new document is asked for', 1)
    if how == 'Abbrechen':
        click(button('Abbrechen', LAST))
    elif how == 'Escape':
        key('Escape')
    else:
        back()
    windows('put away by ' + how, 0, "document.querySelector('.start')")
verdict('no step too many', js('history.length') == steps + 1, str(js('history.length') - steps))
js('history.forward(); 0')
windows('a question that was put away stays away', 0)

opened('%s#%s' % (KONZEPT, CHAPTER), button('Fortschreibung'))
verdict('a document says which edition', js(titled('2018')), js("document.querySelector('.leiste h1').textContent"))
js("window.same = document.querySelector('.ProseMirror')")
click(button('Verlauf'))
windows('the history is open', 1)
back()
windows('back puts it away', 0, "document.querySelector('.ProseMirror') == window.same")
js('history.forward(); 0')
windows('forward opens it again', 1, LAST + "?.textContent.startsWith('Verlauf')")
click(button('Schließen', LAST))
windows('it is closed', 0, "document.querySelector('.ProseMirror') == window.same")

click(button('Fortschreibung'))
windows('what is to decide', 1)
js(LAST + ".querySelectorAll('details').forEach(d => { d.open = true })")
click(button('Ausgefüllten Bogen einlesen'))
windows('a window over it', 2)
back()
windows('back puts the last one away', 1, LAST + "?.textContent.startsWith('Fortschreibung')")
verdict('what was opened in it stays open', js("!" + LAST + ".querySelector('details:not([open])')"))
click(button('zum Text', LAST))
windows('to the text', 0, "document.querySelector('.ProseMirror') && document.querySelector('.ProseMirror') != same")
js("window.same = document.querySelector('.ProseMirror')")

# who wrote something longer is told first, and loses nothing by one step too many
js("document.querySelector('.kommentare').open = true")
click(button('Kommentieren'))
windows('a comment', 1)
js(LAST + ".querySelector('textarea').focus()")
write('Bitte noch einmal prüfen.')
back()
windows('it stays', 1, LAST + "?.querySelector('[role=alert]').textContent.includes('noch nicht eingetragen')")
verdict('with what was written', js(LAST + ".querySelector('textarea').value") == 'Bitte noch einmal prüfen.')
back()
windows('until it is meant', 0, "document.querySelector('.ProseMirror') == window.same")
back()
sees('back to the start page', "document.querySelector('.start')")

# from the board to a paper and back to the board; a board is there after the page was loaded anew
known = [d['path'] for d in desk.get('/api/documents')['documents'] if d['path'].startswith('beckum/') and
         (d['kind'] in ('verzeichnis', 'sitzung', 'vorlage') or d['path'].endswith('-2018/konzept.xml'))]
desk.post('/api/office', {'do': 'aufnehmen', 'documents': known})
opened(SESSION, button('Sitzung'))
click(button('Sitzung'))
windows('the board', 1, "document.querySelector('.sitzung .punkte a')")
click("document.querySelector('.sitzung .punkte a')")
windows('a paper, without the board', 0, "document.querySelector('.el-beschlussvorschlag')")
back()
windows('back to the board', 1, "document.querySelector('.sitzung .punkte a') && " + titled('Sitzung am'))
js('window.old = true')
chromium.call('Page.reload')
windows('loaded anew with the board', 1, "!window.old && document.querySelector('.sitzung .punkte a') && " +
        titled('Sitzung am'))
back()
windows('without it', 0, titled('Sitzung am'))
click(button('Sitzung'))
windows('once more', 1)
js("location.hash = ''; 0")
windows('elsewhere no window is left', 0, "document.querySelector('.start')")
clean('back and forward')
chromium.end()
