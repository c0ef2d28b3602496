#!/usr/bin/env python3
"""ratssatz and libxml2 must agree which documents the schema allows. usage: schema.py PROGRAM SCHEMA DOCUMENT FOLDER
COUNT [SEED]

ratssatz reads the XSD into tables of its own, so that all faults are told in one run. Here COUNT documents are made
from a valid one by random edits (elements and attributes added, removed, moved, renamed, given other values), and
both give their verdict.
"""

import os
import random
import re
import subprocess
import sys

TAG = re.compile(r'<(/?)([a-z]+)((?:\s[^<>]*?)?)(/?)>')
VALUES = [
    'ja',
    'nein',
    'x',
    '1',
    '0',
    '2018-02-30',
    '2018-02-28',
    '2018-13',
    '640.000',
    '12,5',
    '',
    'en',
    'de_DE',
    'a/b',
    '80mm',
    'https://x.y',
    'a b',
    'einmalig',
    'rat',
    'gezeichnet',
    'xml',
    '999',
    '1000',
    '-1',
    '2018',
    '0000',
    'Montag',
    'SUMME',
    'a@b.c',
    '99999',
    'x.csv',
    '/x',
    'C:/x',
    'vorspann',
    'summe',
]
# libxml2 knows the form of a language tag, ratssatz also which there are: words of another kind tell nothing.
LANGUAGES = ['en', 'ja', 'de_DE', '', 'a b', '-1', '2018']
CODES = 'ELEMENT|REIHENFOLGE|ANZAHL|PFLICHT|TEXT|ATTRIBUT|FORM|ID|WURZEL'


def span(tags, tag):
    """Where an element begins and ends."""
    depth = 0
    for t in tags:
        if t.start() < tag.start() or t.group(4):
            continue
        depth += -1 if t.group(1) else 1
        if depth == 0:
            return tag.start(), t.end()
    return tag.start(), tag.end()


def value(name):
    return random.choice(LANGUAGES if name == 'xml:lang' else VALUES)


def edit(text, elements, attributes):
    tags = list(TAG.finditer(text))
    tag = random.choice([t for t in tags if not t.group(1)][1:])
    start, end = (tag.start(), tag.end()) if tag.group(4) else span(tags, tag)
    place, inside = random.choice(tags[:-1]).end(), tag.start(3)
    found = list(re.finditer(r'\s([a-z:-]+)="([^"]*)"', tag.group(3)))
    what = random.randrange(9)
    if what == 0:
        return text[:start] + text[end:]
    if what == 1:
        return text[:end] + text[start:end] + text[end:]
    if what == 2 and not start <= place <= end:
        return text[:place] + text[start:end] + text[place:]
    if what == 3:
        return text[:place] + random.choice(['Text', ' ', '\u00a0']) + text[place:]
    if what == 4:
        return text[:place] + '<%s/>' % random.choice(elements) + text[place:]
    name = random.choice(attributes)
    if what == 5 and name not in [a.group(1) for a in found]:
        return text[:inside] + ' %s="%s"' % (name, value(name)) + text[inside:]
    if what == 6 and found:
        a = random.choice(found)
        return text[: inside + a.start()] + text[inside + a.end() :]
    if what == 7 and found:
        a = random.choice(found)
        return text[: inside + a.start(2)] + value(a.group(1)) + text[inside + a.end(2) :]
    if what == 8:
        name, old = random.choice(elements), tag.group(2)
        body = '<' + name + text[start + 1 + len(old) : end]
        return text[:start] + (body if tag.group(4) else body[: -len(old) - 1] + name + '>') + text[end:]
    return text


def main():
    program, schema, document, folder, count = sys.argv[1:6]
    random.seed(int(sys.argv[6]) if len(sys.argv) > 6 else 1)
    xsd = open(schema, encoding='utf-8').read()
    elements = re.findall(r'element name="([a-z]+)"', xsd)
    attributes = sorted(set(re.findall(r'attribute (?:name|ref)="([a-z:-]+)"', xsd)))
    text = open(document, encoding='utf-8').read()
    os.makedirs(folder, exist_ok=True)
    files = []
    for i in range(int(count)):
        changed = text
        for _ in range(random.choice([1, 1, 1, 2, 3])):
            changed = edit(changed, elements, attributes)
        files.append('%s/m%d.xml' % (folder, i))
        open(files[-1], 'w', encoding='utf-8').write(changed)
    judge = subprocess.run(['xmllint', '--noout', '--schema', schema] + files, stderr=subprocess.PIPE, text=True).stderr
    verdict = {
        m.group(1): m.group(2) == 'validates' for m in re.finditer(r'^(.*) (validates|fails to validate)$', judge, re.M)
    }
    ours = subprocess.run([program, 'pruefen', '-q'] + files, stderr=subprocess.PIPE, text=True)
    told = dict(re.findall(r'^([^:\n]*):\d+: Fehler: (.*) \[(?:%s)\]$' % CODES, ours.stderr, re.M))
    bad = [f for f in files if f in verdict and verdict[f] == (f in told)]
    for f in bad:
        print('%s: libxml2 %s, ratssatz: %s' % (f, 'accepts' if verdict[f] else 'refuses', told.get(f, 'accepts')))
    if ours.returncode not in (0, 1):
        print('status', ours.returncode, ours.stderr[-2000:])
    print('%d documents, %d valid, %d verdicts differ' % (len(files), sum(verdict.values()), len(bad)))
    return bool(bad) or ours.returncode not in (0, 1) or len(verdict) < len(files)


sys.exit(main())
