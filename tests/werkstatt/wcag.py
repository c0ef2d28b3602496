"""usage: wcag.py PORT AXE.JS: what axe-core cannot see of WCAG 2.2 (wcag.txt): each view enlarged, without dragging, by
arrow keys, in other languages (cases/wcag.sh)."""
import os

from desk import KONZEPT, PAPER, verdict
from page import BASE, button, chromium, clean, click, enlarged, js, key, sees, wait, write

SESSION, TOWN = PAPER.rsplit('/', 1)[0] + '/sitzung.xml', 'beckum/verzeichnis.xml'
MINUTES = 'hohenfeld/sitzungen/2026-03-19/niederschrift.xml'
LAST = "[...document.querySelectorAll('dialog[open]')].pop()"


def part(file):
    return "document.querySelector('.gliederung a[data-path$=\"%s\"]')" % file


def opened(path, there='true'):
    js("document.querySelectorAll('dialog').forEach(d => d.close()); location.hash = '#' + encodeURIComponent('%s')" %
       path)
    sees('opened: ' + path, "document.querySelector('.ProseMirror') && document.querySelector('.seiten > *') && "
         "document.querySelector('.meldungen h2') && " + there)


def dialog(name, press, there='true'):
    click(press)
    sees(name + ' is open', '%s && %s' % (LAST, there))
    enlarged(name)
    js(LAST + '.close()')


chromium.call('Page.navigate', url=BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG'])
sees('the start page', "document.querySelector('.start')")
js("document.querySelector('#suche').focus()")
write('integration')
sees('found', "document.querySelectorAll('.treffer li').length > 3")
enlarged('the start page')
dialog('a new document', button('Neues Dokument'))
dialog('to take over', button('Datei übernehmen'))

opened(KONZEPT, button('Fortschreibung'))
for area in ('gliederung', 'seiten', 'meldungen', 'text'):
    js("document.querySelector('.flaechen [data-flaeche=%s]').click()" % area)
    enlarged('a Konzept: ' + area)
dialog('what is to decide', button('Fortschreibung'), "%s?.querySelector('progress')" % LAST)
dialog('the history', button('Verlauf'))
js("document.querySelector('.kommentare').open = true")
dialog('a comment', button('Kommentieren'))
click(part('02-01-wohnraum.xml'))
sees('a Maßnahme', "document.querySelector('.el-massnahme')")
enlarged('a Maßnahme')

# 2.5.7: a chapter goes down and up again by the mouse, without dragging
ORDER = "[...document.querySelectorAll('.gliederung a')].map(a => a.dataset.title).join()"
before = js(ORDER)
click(button('nach unten', "document.querySelector('.gliederung')"))
sees('it went down', '%s.indexOf("Wohnraum") > %s.indexOf("Sprache,")' % (ORDER, ORDER), ORDER)
click(button('nach oben', "document.querySelector('.gliederung')"))
sees('and up', '%s == %r' % (ORDER, before), ORDER)

TEXTS = """[...document.querySelectorAll('.ProseMirror .el-absatz')].map(e =>
    e.textContent.slice(0, 30)).join('|')"""
click("document.querySelector('.ProseMirror .el-absatz')", 60)
sees('the cursor is in a paragraph', button('nach unten', "document.querySelector('.eigenschaften')"))
before = js(TEXTS)
click(button('nach unten', "document.querySelector('.eigenschaften')"))
sees('an element, too', '%s != %r' % (TEXTS, before), TEXTS)
click(button('nach oben', "document.querySelector('.eigenschaften')"))
sees('and up again', '%s == %r' % (TEXTS, before), TEXTS)

# 3.2.2: an arrow on a list that does something opens it, and does nothing yet
click("document.querySelector('.ProseMirror .el-absatz p, .ProseMirror p.el-absatz')")
sees('there is a list', "document.querySelector('[aria-label=\"Kennzahl einsetzen\"]')")
chips = js("document.querySelectorAll('.chip-wert').length")
js("document.querySelector('[aria-label=\"Kennzahl einsetzen\"]').focus()")
key('ArrowDown')
verdict('an arrow chooses nothing', js("document.querySelectorAll('.chip-wert').length") == chips)
verdict('nor does the focus go away', js("document.activeElement.ariaLabel") == 'Kennzahl einsetzen')
key('Escape')

# 3.1.2: other languages are said to be such
SPOKEN = "document.querySelector('.gliederung a[lang=%s]')"
verdict('titles have their language', all(js('!!' + SPOKEN % lang) for lang in ('tr', 'uk', 'ar')))
verdict('and direction', js('getComputedStyle(%s).direction' % (SPOKEN % 'ar')) == 'rtl')
click(SPOKEN % 'tr')
sees('a text has it', "document.querySelector('.ProseMirror [lang=tr] p')")
click(part('02-01-wohnraum.xml'))
sees('words in a line, too', "document.querySelector('.ProseMirror .m-sprache')?.closest('[lang]')?.lang == 'en'")

# 2.2.1: what went wrong stays until somebody goes on
js("window.later = []; window.setTimeout = (f, ms) => ms == 8000 ? later.push(f) : 0; import('./dom.js').then(d => "
   "d.say('Das ging nicht', 'fehler'))")
sees('it is said', "document.querySelector('body > .ansage').textContent == 'Das ging nicht' && later.length")
js('later.forEach(f => f())')
verdict('it stays', js("document.querySelector('body > .ansage').textContent") == 'Das ging nicht')
key('Escape')
sees('until a key', "!document.querySelector('body > .ansage').textContent")
clean('a Konzept')

# 1.4.11, 2.4.7: borders of fields and the line around what has the focus, light and dark
CONTRAST = """(() => {
const rgb = s => s.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255);
const light = c => rgb(c).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((n, v, i) => n + v * [.2126, .7152, .0722][i], 0);
const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((m, n) => n - m); return (x + .05) / (y + .05) };
const root = getComputedStyle(document.documentElement), probe = document.body.appendChild(document.createElement('i'));
const colour = name => (probe.style.color = root.getPropertyValue(name), getComputedStyle(probe).color);
const worst = (line, ...grounds) => Math.min(...grounds.map(g => contrast(colour(line), colour(g))));
const out = [worst('--linie', '--blatt', '--grund', '--hell'), worst('--akzent', '--blatt', '--grund', '--hell')];
probe.remove();
return out })()"""
for scheme in ('light', 'dark'):
    chromium.scheme(scheme)
    borders, focus = js(CONTRAST)
    verdict('borders can be seen, ' + scheme, borders >= 3, borders)
    verdict('the focus can be seen, ' + scheme, focus >= 3, focus)
chromium.scheme('light')
js("document.querySelector('[aria-label=Einfügen]').focus()")
key('Tab')
verdict('by a line around it', js("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2,
        js("document.activeElement.outerHTML.slice(0, 100)"))
# 1.3.3
PLACES = r'/\b(links|rechts|oben|unten|rote[nrs]?|grüne[nrs]?|blaue[nrs]?|runde[nrs]?)\b/i'
told = js("[...document.querySelectorAll('.klein, .hinweis, .stoerung')].map(e => e.textContent).filter("
          "t => %s.test(t))" % PLACES)
verdict('nothing says where or in which colour something is', not told, told)

chromium.call('Page.reload')
sees('anew', "document.querySelector('.ProseMirror')")
opened(PAPER, "document.querySelector('.el-beschlussvorschlag')")
enlarged('a paper')
opened(SESSION, button('Sitzung'))
enlarged('a session')
dialog('the board', button('Sitzung'), "document.querySelector('.schritte')")
opened(MINUTES, button('Mitschrift'))
enlarged('minutes')
click(button('Mitschrift'))
sees('the minutes', "%s?.querySelector('.mitschrift')" % LAST)
enlarged('minutes in the session')
dialog('all of an item', "[...%s.querySelectorAll('button')].find(b => b.textContent == 'Mehr …')" % LAST,
       "document.querySelectorAll('dialog').length > 1")
opened(TOWN)
enlarged('a directory')
dialog('a new entry', button('Neuer Eintrag'))
opened(KONZEPT)
click(part('01-ausgangslage.xml'))
sees('a chart', "document.querySelector('.el-diagramm')")
dialog('values of a chart', button('Werte'), "document.querySelector('.gitter')")
clean('all views')
chromium.end()
