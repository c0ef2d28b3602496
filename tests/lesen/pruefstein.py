#!/usr/bin/env python3
"""usage: pruefstein.py STONE FOLDER: the facts of STONE/docx/NAME.json against what stands in FOLDER/NAME, as
STONE/abgleich.py has it. What it misses is looked at once more: a word may go over an element (a link begins in it),
have its raised digits as signs of their own, or hold what tracking took away, which the account tells; a title without
words is none. Each such thing is printed with its reason, then the sums; exit 1 if a word is in none of these, or less
than 98 of 100 of anything else is there."""

import collections
import difflib
import json
import pathlib
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET

INLINE = ('stark', 'betont', 'code', 'extern', 'verweis', 'abk', 'sprache')
KINDS = ('notes', 'headings', 'items', 'tables', 'links', 'images')


def judge(stone):
    """What abgleich.py defines."""
    source = (stone / 'abgleich.py').read_text(encoding='utf-8')
    names = {'__file__': str(stone / 'abgleich.py')}
    exec(source[:source.rindex('main(sys.argv')], names)
    return names


def flat(e, out):
    """The text of its blocks, each whole."""
    tag = e.tag.rpartition('}')[2]
    if tag in ('fussnote', 'abweichung', 'laut', 'verzeichnis'):
        return
    outer = tag not in INLINE
    if outer:
        out.append('\n')
    out.append(e.text or '')
    for c in e:
        flat(c, out)
        out.append(c.tail or '')
    if outer:
        out.append('\n')


def struck(account):
    """What tracking took away, as the account tells it."""
    texts = [v['text'] for v in account['vermutungen'] if 'gestrichen und nicht' in v['text']]
    return [w for t in texts for s in re.findall('„([^“]*)“', t) for w in s.casefold().split()]


def why(word, whole, small, gone):
    if word in whole:
        return 'geht über eine Auszeichnung hinweg'
    if word in small:
        return 'hat Ziffern, die hoch oder tief stehen'
    for g in gone:
        if g in word and word.replace(g, '', 1) in whole | {''}:
            return f'„{g}“ ist als gestrichen angenommen'
    return None


def main():
    stone, folder = map(pathlib.Path, sys.argv[1:])
    j = judge(stone)
    sums, reasons, faults = collections.defaultdict(lambda: [0, 0]), collections.Counter(), 0
    for f in sorted((stone / 'docx').glob('*.json')):
        want = json.loads(f.read_text(encoding='utf-8'))
        of = folder / f.stem
        got = j['read']([str(of)])
        text = []
        for x in of.glob('*.xml'):
            flat(ET.parse(x).getroot(), text)
        whole = set(j['words'](''.join(text)))
        small = {unicodedata.normalize('NFKC', w) for w in whole}
        gone = struck(json.loads((of / 'uebernahme.json').read_text(encoding='utf-8')))
        wanted = [w for s in want['words'] for w in j['words'](s)]
        blocks = difflib.SequenceMatcher(None, wanted, got['words'], autojunk=False).get_matching_blocks()
        there = {i for b in blocks for i in range(b.a, b.a + b.size)}
        for i, w in enumerate(wanted):
            reason = 'gleich' if i in there else why(w, whole, small, gone)
            reasons[reason or 'fehlt'] += 1
            if reason != 'gleich':
                print(f'{f.stem}: „{w}“ {reason or "fehlt"}')
            faults += not reason
        empty = [t for _, t in want['headings'] if not j['words'](t)]
        for t in empty:
            print(f'{f.stem}: eine Überschrift ohne Wörter ist keine')
        want['headings'] = [h for h in want['headings'] if h[1] not in empty]
        result = j['compare'](want, got)
        for k in KINDS:
            sums[k][0] += result[k][0]
            sums[k][1] += result[k][1]
            if result[k][0] < result[k][1]:
                print(f'{f.stem}: {k} {result[k][0]}/{result[k][1]}')
    total = sum(reasons.values())
    print(f'words {total - reasons["fehlt"]}/{total}:', ', '.join(f'{n} {r}' for r, n in reasons.most_common()))
    print(', '.join(f'{k} {a}/{b}' for k, (a, b) in sums.items()))
    return faults > 0 or any(a * 100 < b * 98 for a, b in sums.values())


if __name__ == '__main__':
    sys.exit(main())
