"""usage: reader.py PORT AXE.JS: a Konzept in the browser of somebody who may only read it (cases/reader.sh)."""
from desk import KONZEPT, PAPER, verdict
from frontdoor import Door
from page import PORT, chromium, clean, click, js, judged, sees, wait, write

BUTTONS = '[...document.querySelectorAll("button")].filter(b => b.offsetParent).map(b => b.textContent)'
SESSION = PAPER.rsplit('/', 1)[0] + '/sitzung.xml'
door = Door(PORT, 'leser')
chromium.call('Page.navigate', url='http://127.0.0.1:%d/' % door.port)
wait("document.querySelector('.start')")
js("location.hash = '#' + encodeURIComponent('%s')" % KONZEPT)
sees('the pages', 'document.querySelectorAll(".blatt svg").length > 1')
sees('the reason there is no text to write in',
     '/lesen, nicht schreiben/.test(%s)' % "document.querySelector('.papier').textContent")
sees('no editor', '!document.querySelector(".ProseMirror")')
sees('no button that would be refused', '!%s.some(b => /Verlauf|Fortschreibung|Synopse/.test(b))' % BUTTONS, BUTTONS)
sees('what can be had', '["PDF", "Word", "Vorlesen"].every(b => %s.includes(b))' % BUTTONS, BUTTONS)
click("[...document.querySelectorAll('.gliederung a')].find(a => a.dataset.title == 'Wohnraum')")
sees('an entry of the outline shows the pages', 'document.querySelector(".tisch").dataset.flaeche == "seiten"')
SHOWN = """(l => [...document.querySelectorAll('.blatt svg text')].filter(t => /%s/.test(t.textContent)).some(t => {
    const r = t.getBoundingClientRect(); return r.top > l.top - 5 && r.bottom < l.top + l.height / 2 }))(
    document.querySelector('.seiten').getBoundingClientRect())"""
sees('the place itself', SHOWN % 'Wohnraum', "document.querySelector('.seiten').scrollTop")
sees('it is marked', "document.querySelector('.gliederung [aria-current]')?.dataset.title == 'Wohnraum'")
click("document.querySelector('.blatt svg')")
sees('no messages, which would quote what is not for readers', "!document.querySelector('.meldungen').offsetParent")
judged('the desk of a reader')
js("location.hash = ''")
sees('the start page', "document.querySelector('#suche')")
SHOWN = SHOWN.replace("document.querySelector('.seiten').getBoundingClientRect()",
                      "document.querySelector('.seiten')?.getBoundingClientRect() ?? {}")
js("document.querySelector('#suche').focus()")
write('Übergangsheime')
sees('words are found', "document.querySelector('.treffer a')")
click("document.querySelector('.treffer a')")
sees('a hit leads to its place on the pages', SHOWN % 'Übergangs', "document.querySelector('.seiten').scrollTop")
sees('the outline says where', "/Wohnraum/.test(document.querySelector('.gliederung [aria-current]')?.textContent)")
js("location.hash = '#' + encodeURIComponent('%s')" % SESSION)
sees('a session as pages', 'document.querySelectorAll(".blatt svg").length > 0 && /Sitzung/.test(document.title)')
sees('its items', 'document.querySelectorAll(".gliederung a").length > 3')
sees('no file of it that would be refused', '!%s.some(b => ["PDF", "Word"].includes(b))' % BUTTONS, BUTTONS)
verdict('a click on a page leads nowhere', js("performance.getEntriesByType('resource').every(e => "
                                             "!e.name.includes('/api/place'))"))
clean('the desk of a reader')
