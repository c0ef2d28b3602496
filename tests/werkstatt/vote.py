"""usage: vote.py PORT AXE.JS: minutes in Chromium by keyboard, roles and names alone: an election with a tie, a roll
call, groups, a secret vote with an invalid ballot, several votes on one item, bias; what the schema gains, the form
has."""
import os
import re

from desk import Desk, read, stands, verdict, write as put
from page import BASE, PORT, button, chromium, clean, click, go_to, js, judged, key, press, says, sees, wait, write

MINUTES = 'hohenfeld/sitzungen/2026-03-19/niederschrift.xml'
TOP = "[...document.querySelectorAll('dialog')].pop()"
FORM = TOP + ".querySelector('.angaben-form')"
STAND = "document.querySelector('.mitschrift .stand').textContent"


def item(name):
    return re.search('<top id="%s".*?</top>' % name, read(MINUTES), re.S).group()


def open_item(number):
    press('button', 'Mehr … zu %s:' % number)
    sees('the form of ' + number, FORM)


def down(name, times):
    """A choice by the arrow."""
    go_to('combobox', name)
    for _ in range(times):
        key('ArrowDown')


def fill(name, text):
    go_to('textbox', name)
    write(text)
    key('Tab')


def enter():
    press('button', 'Eintragen')
    sees('entered', "!document.querySelector('.angaben-form')", TOP + '.innerText')


def start():
    js("location.hash = '#' + encodeURIComponent('%s')" % MINUTES)
    sees('the minutes', button('Mitschrift') + " && document.querySelector('.ProseMirror')")
    press('button', 'Mitschrift')
    sees('a line for each item', "document.querySelectorAll('[data-mehr]').length == 5")


chromium.call('Page.navigate', url=BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG'])
wait("document.querySelector('.start')")
put(MINUTES, read(MINUTES).replace('<top id="bericht" nummer="Ö 4" ergebnis="kenntnis"><titel>',
                                   '<top id="bericht"   nummer="Ö 4"><!-- bleibt --><titel>'))
start()

# an election: two rounds, the second by lot
open_item('Ö 4')
press('button', '+ Wahl')
key('Enter')
says('what is missing is told', 'Wahl: „Amt“ fehlt')
write('Vorsitz des Ausschusses')
press('button', '+ Bewerbung')
go_to('combobox', 'Person')
verdict('the last that was added has the focus', js('document.activeElement.closest("fieldset").textContent')
        .startswith('Bewerbung 2'))
key('ArrowDown')
js("document.querySelector('.satz.flach select').focus()")
key('ArrowDown')
key('ArrowDown')
sees('candidates have their names in the round', FORM + ".innerText.includes('Wahlstimmen: Bert Bussard') && " +
     FORM + ".innerText.includes('Wahlstimmen: Anna Adler')", FORM + '.innerText')
judged('an election')
for votes in ('2', '2'):
    js("[...%s.querySelectorAll('[aria-label=Zahl]')].find(e => !e.value).focus()" % FORM)
    write(votes)
    key('Tab')
fill('Ungültig', '1')
press('button', '+ Wahlgang')
verdict('a second round has a row for each', js(FORM + ".querySelectorAll('[aria-label=Zahl]').length") == 4)
js("[...%s.querySelectorAll('[aria-label=Mehrheit]')].pop().focus()" % FORM)
key('ArrowDown')
key('ArrowDown')
for votes in ('2', '2'):
    js("[...%s.querySelectorAll('[aria-label=Zahl]')].find(e => !e.value).focus()" % FORM)
    write(votes)
    key('Tab')
js("[...%s.querySelectorAll('[aria-label=\\x22Nicht beteiligt\\x22]')].pop().focus()" % FORM)
write('1')
key('Tab')
go_to('checkbox', 'Anna Adler')
key(' ')
enter()
WANTED = '''<top id="bericht"   nummer="Ö 4"><!-- bleibt --><titel>Bericht der Verwaltung</titel>
        <wahl amt="Vorsitz des Ausschusses">
          <bewerbung id="bewerbung-1" person="p-bussard"/>
          <bewerbung id="bewerbung-2" person="p-adler"/>
          <wahlgang ungueltig="1">
            <wahlstimmen bewerbung="bewerbung-1" zahl="2"/>
            <wahlstimmen bewerbung="bewerbung-2" zahl="2"/>
          </wahlgang>
          <wahlgang mehrheit="relativ" nicht-beteiligt="1" los="bewerbung-2">
            <wahlstimmen bewerbung="bewerbung-1" zahl="2"/>
            <wahlstimmen bewerbung="bewerbung-2" zahl="2"/>
          </wahlgang>
        </wahl></top>'''
verdict('the election in the file, the rest as it was', item('bericht') == WANTED, item('bericht'))
LINE = "document.querySelector('[data-mehr=%s]').closest('tr')"
sees('the line tells it', LINE % 'bericht' + ".innerText.includes('Wahl: Vorsitz')")

# a roll call: a row for each who is there, the numbers added up
open_item('N 1')
press('button', '+ Stimme je Person')
rows = js("[...%s.querySelectorAll('[aria-label=Wahl]')].length" % FORM)
verdict('who is there and may vote', rows == 5, rows)
for i in range(5):
    js("%s.querySelectorAll('[aria-label=Wahl]')[%d].focus()" % (FORM, i))
    for _ in range(2 if i == 1 else 1):
        key('ArrowDown')
SUMS = "['Ja', 'Nein', 'Enthaltung'].map(n => %s.querySelector('[aria-label=' + n + ']').value).join()" % FORM
sees('they are added up', SUMS + " == '4,1,0'", SUMS)
js("%s.querySelector('[aria-label=Wahl]').focus()" % FORM)
key('ArrowDown')
sees('and go on', SUMS + " == '3,2,0'", SUMS)
js("(() => { const e = %s.querySelector('[aria-label=Nein]'); e.focus(); e.select() })()" % FORM)
write('7')
key('Tab')
js("%s.querySelectorAll('[aria-label=Wahl]')[2].focus()" % FORM)
key('ArrowDown')
key('ArrowUp')
sees('a sum that was written otherwise stays', SUMS + " == '3,7,0'", SUMS)
js("(() => { const e = %s.querySelector('[aria-label=Nein]'); e.focus(); e.select() })()" % FORM)
write('2')
key('Tab')
down('Art', 2)
key('Escape')
says('it is not thrown away by one key', 'noch nicht eingetragen')
enter()
NOW = item('grundstueck')
verdict('roll call in the file', NOW.count('<stimme ') == 5 and 'art="namentlich"' in NOW and 'ja="3" nein="2"' in NOW,
        NOW)

# the same secret, by groups, with an invalid ballot; then one vote more, and somebody who is biased
open_item('N 1')
for _ in range(5):
    press('button', 'Stimme: ')
sees('the numbers stay', SUMS + " == '3,2,0'", SUMS)
verdict('each row can go', js("[...%s.querySelectorAll('[aria-label=Wahl]')].length" % FORM) == 0)
down('Art', 1)
fill('Ungültig', '1')
press('button', '+ Stimmen je Gruppierung')
verdict('a row for each group', js(FORM + ".querySelectorAll('.satz.flach').length") >= 2, js(FORM + '.innerText'))
for i in range(2):
    press('button', 'Stimmen: ')
press('button', '+ Abstimmung')
write('')
down('Ergebnis', 2)
fill('Ja', '5')
fill('Nein', '0')
fill('Enthaltung', '0')
fill('Gegenstand', 'Schluss der Aussprache')
press('button', '+ Befangen')
js("%s.querySelector('.satz [aria-label=Person]').focus()" % FORM)
key('ArrowDown')
enter()
NOW = item('grundstueck')
verdict('secret, with an invalid ballot', re.search('<abstimmung [^>]*art="geheim"[^>]*ungueltig="1"', NOW), NOW)
verdict('two votes', NOW.count('<abstimmung ') == 2 and 'gegenstand="Schluss der Aussprache"' in NOW, NOW)
verdict('bias stands before them', -1 < NOW.find('<befangen person="p-adler"/>') < NOW.find('<abstimmung'), NOW)
sees('what does not fit is told beside the item',
     LINE % 'grundstueck' + ".querySelector('.urteil').textContent", TOP + '.innerText')
judged('votes of all kinds')

# somebody else was faster: told, and what was entered stays
open_item('Ö 2')
fill('Grund', 'Mein Grund')
other = Desk(PORT)
seen = other.part(MINUTES)['xml']
other.save(MINUTES, seen, seen.replace('<titel>Bänke auf', '<titel>Neue Bänke auf'))
press('button', 'Eintragen')
says('the other one is told', 'inzwischen jemand anderes geändert')
GRUND = "[...%s.querySelectorAll('[aria-label=Grund]')].pop().value" % FORM
verdict('what was entered is there', js(GRUND) == 'Mein Grund')
NOW = item('antrag-baenke')
verdict('nothing is written over', 'Neue Bänke auf' in NOW and 'Mein Grund' not in NOW, NOW)
key('Escape')
key('Escape')
sees('put away', "!document.querySelector('.angaben-form')")

# what the schema gains, the form has
js("location.hash = '#'")
chromium.call('Page.addScriptToEvaluateOnNewDocument', source="""
const plain = window.fetch;
window.fetch = async (path, more) => {
    const answer = await plain(path, more);
    if (!String(path).startsWith('/api/grammar')) return answer;
    const all = await answer.json(), one = all.find(e => e.name == 'abstimmung');
    one.attrs.push({name: 'wiederholt', base: 'token', values: ['ja', 'nein'], text: 'Neu.'});
    one.slots[0].kinds.push('zeuge');
    all.push({name: 'zeuge', class: 'field', slots: [], attrs: [{name: 'person', names: 'person', required: true}]});
    return new Response(JSON.stringify(all), {headers: answer.headers});
}""")
chromium.call('Page.navigate', url=BASE + '?neu#' + MINUTES.replace('/', '%2F'))
sees('opened anew', button('Mitschrift') + " && document.querySelector('.ProseMirror')", 'document.body.innerText')
press('button', 'Mitschrift')
open_item('Ö 3')
go_to('combobox', 'Wiederholt')
key('ArrowDown')
press('button', '+ Zeuge je Person')
verdict('a row for each', js(FORM + ".innerText").count('Zeuge: ') == 5, js(FORM + '.innerText'))
clean('votes')

# a result from the board of the session, by Enter
FOLDER = 'hohenfeld/sitzungen/2026-03-19/'
desk = Desk(PORT)
PAPER = FOLDER + 'vorlage-radweg.xml'
TOWN = 'hohenfeld/verzeichnis.xml'
for what, names in (('aufnehmen', [TOWN, PAPER, FOLDER + 'sitzung.xml']), ('freigeben', [PAPER])):
    done = desk.post('/api/office', {'do': what, 'documents': names})
    verdict(what, done['done'], done)
chromium.call('Page.navigate', url=BASE)
js("location.hash = '#' + encodeURIComponent('%s')" % (FOLDER + 'sitzung.xml'))
sees('the session', button('Sitzung') + " && document.querySelector('.ProseMirror')")
click(button('Sitzung'))
sees('its board', "document.querySelector('.ergebnisse')")
js("document.querySelector('.ergebnisse summary').click()")
down('Ergebnis zu Ö 2', 1)
RESULT = js("document.activeElement.selectedOptions[0].textContent")
fill('Ja zu Ö 2', '5')
press('button', 'Eintragen zu Ö 2')
says('it is said', 'Ergebnis eingetragen')
verdict('in the paper, none of the others said is none', 'ergebnis="%s (5 Ja, 0 Nein, 0 Enthaltungen)"' % RESULT in
        read(PAPER), RESULT + read(PAPER))
sees('the row is empty, and has the focus',
     "document.querySelector('[aria-label^=\x22Ja zu\x22]').value == '' && "
     "document.activeElement.ariaLabel == 'Eintragen zu Ö 2'", 'document.activeElement.outerHTML')

# more votes than there can be, and another result than the one that stands there: both are said, nothing is done untold
asked = {'do': 'ergebnis', 'documents': [PAPER], 'gremium': 'rat', 'datum': '2026-03-19', 'ergebnis': 'einstimmig'}
before = read(PAPER)
for odd in (1000, -1, 5.5, 'vier'):
    done = desk.post('/api/office', dict(asked, ja=odd, nein=0, enthaltung=0))
    verdict('%s votes are refused' % odd, not done['done'] and 'von 0 bis 999' in done['messages'][0]['text'], done)
verdict('nothing was entered', read(PAPER) == before)
down('Ergebnis zu Ö 2', 1)
fill('Ja zu Ö 2', '1000')
press('button', 'Eintragen zu Ö 2')
verdict('it does not leave the field', js("document.activeElement.validity?.patternMismatch"))
js("document.activeElement.select()")
fill('Ja zu Ö 2', '4')
press('button', 'Eintragen zu Ö 2')
sees('it is asked whether that is meant', TOP + ".textContent.includes('steht schon')", TOP + '.innerText')
verdict('without the words of a command', '--' not in js(TOP + '.textContent'), js(TOP + '.textContent'))
press('button', 'Berichtigen')
stands('the other one stands there', PAPER, '(4 Ja, 0 Nein, 0 Enthaltungen)"')
says('and is said', 'Ergebnis eingetragen')
clean('results')
chromium.end()
