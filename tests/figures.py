#!/usr/bin/env python3
"""Names in a document's drawn figures (kasten, begriff, stufe) stand as whole words in the structure text of its PDF.

usage: figures.py SOURCE.xml X.pdf      Exit 1 and a line for each name that is glued to another or missing.
"""
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

STRUCTURE = str(pathlib.Path(__file__).with_name('structure.sh'))
DRAWN = ('organigramm', 'nabe', 'landkarte', 'wortwolke', 'prozess')


def plain(s):
    return ' '.join(re.sub('[\u00ad\u200b]', '', s).split())


def names(source):
    for figure in ET.parse(source).iter():
        if figure.tag.split('}')[-1] not in DRAWN:
            continue
        for e in figure.iter():
            kind = e.tag.split('}')[-1]
            if kind == 'kasten':
                yield from (e.get(a) for a in ('name', 'zusatz') if e.get(a))
            elif kind == 'begriff' or (kind in ('titel', 'punkt') and figure.tag.endswith('prozess')):
                yield ''.join(e.itertext())


def main():
    out = subprocess.run([STRUCTURE, sys.argv[2]], capture_output=True, text=True, check=True).stdout
    figures = re.findall(r'^( *)Figure.*\n((?:\1 +.*\n?)*)', out, re.M)
    text = plain(' | '.join(''.join(re.findall(r'"(.*)"', body)) for _, body in figures))
    faults = [n for n in map(plain, names(sys.argv[1])) if not re.search(rf'(?<!\w){re.escape(n)}(?!\w)', text)]
    for n in faults:
        print(f'{sys.argv[1]}: "{n}" is no word of a figure: {text[:300]}')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
