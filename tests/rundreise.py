#!/usr/bin/env python3
"""What a document loses on its way to a word processor and back: rundreise.py SOURCE FOLDER
SOURCE: the document as it was; FOLDER: what `uebernehmen` made of the file that came back. Told are, a line each, how
many words have no place, and every kind of element that is gone, there less often or more often: the list of losses.
It says no numbers, so that a document may grow."""

import collections
import json
import os
import sys
from xml.etree import ElementTree

FINDINGS = {'abweichung'}  # about the original: they say nothing of the way
INCLUDE = '{http://www.w3.org/2001/XInclude}include'


def whole(path):
    """The document with the files it includes in their places."""
    root = ElementTree.parse(path).getroot()
    for parent in list(root.iter()):
        for i, child in enumerate(list(parent)):
            if child.tag == INCLUDE:
                parent[i] = whole(os.path.join(os.path.dirname(path), child.get('href')))
    return root


def counts(path):
    return collections.Counter(e.tag.rsplit('}', 1)[-1] for e in whole(path).iter() if isinstance(e.tag, str))


def master(folder):
    if not os.path.isdir(folder):
        return folder
    names = [n for n in sorted(os.listdir(folder)) if n.endswith('.xml')]
    roots = [n for n in names if ElementTree.parse(os.path.join(folder, n)).find('{urn:ratssatz:1}angaben') is not None]
    assert roots, folder
    return os.path.join(folder, roots[0])


def main():
    source, folder = sys.argv[1:]
    with open(os.path.join(folder, 'uebernahme.json'), encoding='utf-8') as f:
        account = json.load(f)
    was, now = counts(master(source)), counts(master(folder))
    print('ohne-platz %d' % account['woerter']['nicht-zugeordnet'])
    for name in sorted((set(was) | set(now)) - FINDINGS):
        if was[name] != now[name]:
            print(name, 'weg' if not now[name] else 'weniger' if now[name] < was[name] else 'mehr')


if __name__ == '__main__':
    main()
