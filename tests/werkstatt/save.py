"""usage: save.py PORT: saves, side by side, taken back; the bytes of the file after each."""
import os
import re
import sys

from desk import CHAPTER, KONZEPT, Desk, read, verdict, write

a, b = Desk(sys.argv[1]), Desk(sys.argv[1])
before = read(CHAPTER)
seen = a.part(CHAPTER)['xml']
verdict('the part is the bytes of the file', seen in before)

a.save(CHAPTER, seen, seen)
verdict('nothing changed, nothing written', a.status == 200 and read(CHAPTER) == before)

now = seen.replace('<titel>Wohnraum</titel>', '<titel>Wohnraum &amp; Wohnen</titel>')
flat = re.sub('[ \n\t]+', ' ', now)
a.save(CHAPTER, seen, flat)
verdict('one title, whatever the layout of what was sent',
        read(CHAPTER) == before.replace('<titel>Wohnraum<', '<titel>Wohnraum &amp; Wohnen<'), read(CHAPTER)[:400])

# b saw the state before and changes another paragraph
paragraph = 'Vor mehr als'
b.save(CHAPTER, seen, seen.replace(paragraph, 'Vor gut'))
both = read(CHAPTER)
verdict('two in different paragraphs', b.status == 200 and 'Wohnen</titel>' in both and 'Vor gut' in both)
answer = b.save(CHAPTER, seen, seen.replace(paragraph, 'Vor rund'))
verdict('two in one paragraph: both are shown, nothing written',
        b.status == 409 and 'Vor gut' in answer['xml'] and read(CHAPTER) == both)
a.save(CHAPTER, seen, '<handlungsfeld><titel>x')
verdict('no XML: refused', a.status == 422 and read(CHAPTER) == both)

# by hand, beside it
write(CHAPTER, both.replace('<titel>', '<!-- von Hand -->\n  <titel>'))
seen = a.part(CHAPTER)['xml']
a.save(CHAPTER, seen, seen.replace('Vor gut', 'Seit rund').replace('<!-- von Hand -->', ''))
verdict('a comment stays', '<!-- von Hand -->' in read(CHAPTER) and 'Seit rund' in read(CHAPTER))

# the same save twice
once = a.part(CHAPTER)['xml']
twice = once.replace('</titel>', '!</titel>', 1)
a.save(CHAPTER, once, twice, name='0123456789abcdef-1')
a.save(CHAPTER, once, twice.replace('!', '!!'), name='0123456789abcdef-1')
verdict('the same save is done once', a.status == 200 and read(CHAPTER).count('!') == before.count('!') + 2,
        str(a.status) + read(CHAPTER))

saves = a.get('/api/history?path=' + CHAPTER)['saves']
verdict('the history names the paragraphs', [s['place'].split('/')[-1] for s in saves[:3]] ==
        ['titel', 'absatz', 'absatz'], str([s['place'] for s in saves]))
a.post('/api/take-back', {'save': '0123456789abcdef-1'})
verdict('taken back', a.part(CHAPTER)['xml'] == once)
a.post('/api/take-back', {'save': '0123456789abcdef-1'})
verdict('taken back once', a.part(CHAPTER)['xml'] == once)
oldest = saves[-1]
answer = a.post('/api/take-back', {'save': oldest['id']})
verdict('an earlier one, what came later stays', a.status == 200 and '<titel>Wohnraum</titel>' in read(CHAPTER) and
        'Seit rund' in read(CHAPTER))

known = [s['id'] for s in saves if 'Vor gut' in s['now'] or 'Vor gut' in s['old']]
a.post('/api/take-back', {'save': known[-1]})
verdict('what was written over since is not taken back', a.status == 409 and 'Seit rund' in read(CHAPTER))

# taken away and written again, as an editor does whose writer takes it back: the words are sent, the bytes come back
hand = read(CHAPTER)
at = hand.index('<absatz', hand.index('</absatz>'))
end = hand.index('</absatz>', at) + len('</absatz>')
one = hand[at:end]
hand = (hand[:at] + '<!-- davor -->\n\n      ' +
        one.replace(' ', '\n\t', 3).replace('</absatz>', '<!-- darin --></absatz>') + hand[end:])
write(CHAPTER, hand)
seen = a.part(CHAPTER)['xml']
words = re.sub('[ \n\t]+', ' ', re.sub('<!--.*?-->', '', seen))
text = re.sub('[ \n\t]+', ' ', one)
without = words.replace(text, '')
a.save(CHAPTER, seen, without, name='0123456789abcdef-weg')
removed = read(CHAPTER)
verdict('a paragraph goes', a.status == 200 and '<!-- darin -->' not in removed and removed != hand, removed)
a.save(CHAPTER, without, without.replace('</titel>', '?</titel>', 1))
a.save(CHAPTER, without.replace('</titel>', '?</titel>', 1), without)
verdict('what was done after it, undone', read(CHAPTER) == removed, read(CHAPTER))
a.save(CHAPTER, without, words)
verdict('its removal undone: the bytes it had', read(CHAPTER) == hand, read(CHAPTER))
a.save(CHAPTER, words, without)
a.save(CHAPTER, without, without.replace('</titel>', '?</titel>', 1))
saved = a.get('/api/history?path=' + CHAPTER)['saves'][1]['id']
a.post('/api/take-back', {'save': saved})
verdict('taken back while the file has gone on', read(CHAPTER) == hand.replace('</titel>', '?</titel>', 1),
        read(CHAPTER))

place = 'konzept/angaben/kennzahl[2]'
one = a.part(KONZEPT, place)['xml']
before = read(KONZEPT)
a.save(KONZEPT, one, one.replace('wert="4500"', 'wert="4600"'), place)
verdict('an attribute of one element', read(KONZEPT) == before.replace(one, one.replace('4500', '4600')))

made = a.post('/api/new', {'kind': 'vorlage', 'town': 'beckum', 'name': 'baumpflanzung-2027'})
verdict('a new paper', a.status == 200 and '<vorlage' in read(made['path']), str(made))
a.post('/api/new', {'kind': 'vorlage', 'town': 'beckum', 'name': 'baumpflanzung-2027'})
verdict('not twice', a.status == 409)
for kind, town, name in (('vorlage', '..', 'x'), ('vorlage', 'beckum', '../x'), ('verzeichnis', 'beckum', 'x'),
                         ('konzept', 'nirgends', 'x'), ('', '', '')):
    answer = a.post('/api/new', {'kind': kind, 'town': town, 'name': name})
    verdict('refused: %s %s %s' % (kind, town, name), a.status == 400)

TEXT = '# Ein Konzept\n\n## Wohnen\n\nEin Absatz mit **starkem** Wort.\n\n- eins\n- zwei\n'.encode()
taken = a.post('/api/import?town=beckum&name=probe-uebernahme&file=brief.md', TEXT)
verdict('a file of others becomes a document', a.status == 200 and 'starkem' in ''.join(
    read('beckum/probe-uebernahme/' + f) for f in os.listdir('content/beckum/probe-uebernahme') if f.endswith('.xml')),
    str(taken))
verdict('it is said what was done', taken.get('told') and taken.get('path'), str(taken))
a.post('/api/import?town=beckum&name=../x&file=brief.md', TEXT)
verdict('not outside', a.status == 400)
other = a.post('/api/import?town=beckum&name=leer&file=brief.md', b'')
verdict('not without a file', a.status == 400)
left = [f for f in os.listdir('content') if f.startswith('.')]
verdict('nothing is left of it', not left, str(left))
verdict('no path of the machine', os.getcwd() not in str(taken) and 'brief.md' in taken['told'], str(taken))
with open('said', 'w', encoding='utf-8') as f:
    f.write(answer['text'] + '\n' + other['text'] + '\n')
