"""usage: reader.py PORT AXE.JS: a Konzept in the browser of somebody who may only read it (cases/reader.sh)."""
from desk import CHAPTER, KONZEPT
from frontdoor import Door
from page import PORT, chromium, clean, click, js, judged, sees, wait

BUTTONS = '[...document.querySelectorAll("button")].filter(b => b.offsetParent).map(b => b.textContent)'
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
click("document.querySelector('.gliederung a[data-path=\"%s\"]')" % CHAPTER)
sees('an entry of the outline shows the pages', 'document.querySelector(".tisch").dataset.flaeche == "seiten"')
judged('the desk of a reader')
clean('the desk of a reader')
