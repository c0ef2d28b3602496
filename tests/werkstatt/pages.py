"""usage: pages.py PORT: pages while somebody types; from a page to the text; messages; outputs."""
import html
import re
import sys
import threading
import urllib.parse

from desk import CHAPTER, KONZEPT, Desk, read, verdict

desk = Desk(sys.argv[1])
head, pages = desk.preview(KONZEPT)
sums = [p['sum'] for p in head['pages']]
verdict('all pages at first', len(pages) == len(sums))
checks = []
checking = threading.Thread(target=lambda: checks.append(Desk(sys.argv[1]).post(
    '/api/check', {'document': KONZEPT, 'changes': []})['messages']))
checking.start()
meanwhile = 0
while not checks and checking.is_alive():
    desk.preview(KONZEPT, sums, last=1)
    meanwhile += not checks
checking.join()
verdict('pages come while words nobody saw before are looked up', meanwhile > 20, str(meanwhile))
again = desk.post('/api/check', {'document': KONZEPT, 'changes': []})['messages']
verdict('the words are told, the same every time', checks[0] == again and
        any(m['code'] == 'RECHTSCHREIBUNG' for m in again), str(again)[:300])
seen = desk.part(CHAPTER)
before = read(CHAPTER)


def typed(text):
    now = seen['xml'].replace('Wohnraum</titel>', text + '</titel>', 1)
    return [{'path': CHAPTER, 'place': '', 'old': seen['xml'], 'now': now}]


head, pages = desk.preview(KONZEPT, sums, changes=typed('Wohnraum'))
verdict('nothing changed: no page', desk.status == 200 and not pages)
head, pages = desk.preview(KONZEPT, sums, changes=typed('Wohnraumb'), at={'path': CHAPTER, 'line': seen['line']})
verdict('one letter: few pages', 1 <= len(pages) <= 4, str(list(pages)))
verdict('the letter is on one', any('Wohnraumb' in p for p in pages.values()))
verdict('the page of the caret is told', head.get('at', {}).get('page') in pages or 'at' in head)
verdict('nothing is written', read(CHAPTER) == before)
head, pages = desk.preview(KONZEPT, changes=typed('Wohnraumb'), first=3, last=4)
verdict('only where the browser looks', sorted(pages) == [3, 4], str(sorted(pages)))
again, _ = desk.preview(KONZEPT)
verdict('warm as cold', [p['sum'] for p in again['pages']] == sums)
desk.preview(KONZEPT, changes=[dict(typed('x')[0], now='<kapitel')])
verdict('what cannot be read is told', desk.status in (409, 422))

NEXT = KONZEPT.replace('2018', '2019')
head, pages = desk.preview(NEXT, **{'as': 'synopse'})
wide = head['pages'][0]
verdict('what changed since the edition before, old beside new', desk.status == 200 and wide['w'] > wide['h'] and
        1 < len(pages) < len(sums), str(head)[:300])
document, _ = desk.preview(NEXT)
verdict('and the document again', document['pages'][0]['w'] < document['pages'][0]['h'])
desk.preview(KONZEPT.replace('2018', '2012'), **{'as': 'synopse'})
verdict('none where there is no edition before', desk.status == 409, desk.status)

place = desk.post('/api/place', {'document': KONZEPT, 'page': 9, 'x': 300, 'y': 300})
verdict('from the page to the text',
        place.get('path', '').startswith('beckum/integrationskonzept-2018/') and place['line'] > 0)
font = desk.get('/api/font?document=%s&n=0' % KONZEPT)
verdict('a font', desk.status == 200 and font[:4] == b'wOF2')
desk.get('/api/font?document=%s&n=63' % KONZEPT)
verdict('no such font', desk.status == 404)

messages = desk.post('/api/check', {'document': KONZEPT, 'changes': [
    dict(typed('x')[0], now=seen['xml'].replace('<absatz>', '<absatz>Ein Fehhler. ', 1))]})['messages']
verdict('a message at its place', any(m['path'] == CHAPTER and 'Fehhler' in m['text'] for m in messages))
verdict('no path of the machine', not any('/' == m['path'][:1] for m in messages))

for form, begins in (('pdf', b'%PDF'), ('html', b'<!DOCTYPE'), ('text', b'Dokument:')):
    got = desk.post('/api/output', {'document': KONZEPT, 'format': form})
    verdict('output ' + form, desk.status == 200 and got[:len(begins)] == begins)
desk.post('/api/output', {'document': KONZEPT, 'format': 'exe'})
verdict('no other output', desk.status == 400)
grammar = desk.get('/api/grammar')
verdict('the grammar holds every element', len(grammar) > 120 and any(e['name'] == 'massnahme' for e in grammar))
choices = desk.get('/api/choices?document=' + KONZEPT)
verdict('what can be chosen', choices['offices'] and choices['figures'][0]['value'] and choices['places'])
verdict('words are found', any(h['path'] == CHAPTER for h in desk.get('/api/search?q=%C3%9Cbergangsheime')['hits']))


def search(words):
    # the handbook shows markup as text
    hits = desk.get('/api/search?q=' + urllib.parse.quote(words))['hits']
    return [h for h in hits if 'handbuch' not in h['path']]


found = search('wohnraum')
titles = [h['text'] for h in found if h['path'] == CHAPTER]
plain = [html.unescape(re.sub('<[^>]*>', with_, read(h['path']))) for h in found for with_ in ('', ' ')]
whole = set(' '.join(plain).split())
cut = [(h['text'], w) for h in found for w in h['text'].split() if w not in ('…', '[…]') and w not in whole]
verdict('with whole words around them',
        len(found) > 5 and not cut and any(h['text'].startswith('… ') for h in found), cut)
twice = search('integration')
verdict('no words are shown twice', len({(h['path'], h['line'], h['text'][-30:]) for h in twice}) == len(twice), twice)
verdict('the word is in what is shown', all(h['text'].startswith(h.get('before', '') + h['found']) and
                                            h['found'].lower() == 'wohnraum' for h in found), found)
verdict('a title is not shown as part of what follows', 'Wohnraum' in titles, titles)
whole_file = {h['path']: re.sub('\\s+', ' ', html.unescape(read(h['path']))) for h in found}
begun = [h['text'] for h in found if not h['text'].startswith('… ') and
         not re.search('[>"] ?' + re.escape(h['text'][:12].split('[')[0]), whole_file[h['path']])]
verdict('what is left out before them is told', not begun, begun)
broken = re.search(r'(\w+)\n +(\w+)', re.sub('<[^>]*>', '<', read(CHAPTER)))
verdict('over the end of a line', any(h['path'] == CHAPTER for h in search('%s  %s' % broken.groups())), broken)
verdict('blanks that keep a number and its unit together', any('50.000 Euro.' in h['text'] for h in
                                                               search('50.000 euro') if 'leicht' in h['path']))
verdict('no markup', not re.search('[<>]|&#?[a-z0-9]+;', ' '.join(h['text'] for h in search('euro'))), search('euro'))
verdict('what stands in a value', any(h['path'] == CHAPTER for h in search('circa 50.000 Euro und weitere')))
other = CHAPTER.replace('02-01-wohnraum', '02-03-jugendhilfe')
was = read(other)
with open('content/' + other, 'w', encoding='utf-8') as f:
    f.write(was.replace('<absatz>', '<absatz>İlk Adım heißt der Verein Ararat. ', 1))
found = search('der verein ararat')
verdict('letters whose lower case is shorter', [h['found'] for h in found] == ['der Verein Ararat'], found)
with open('content/' + other, 'w', encoding='utf-8') as f:
    f.write(was)
parts = desk.get('/api/outline?document=' + KONZEPT)['parts']
verdict('the outline', any(p['path'] == CHAPTER and p['title'] == 'Wohnraum' for p in parts))
