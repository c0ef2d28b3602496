#!/usr/bin/env python3
"""Of each PDF: what is painted on a page comes in the order of the structure tree, but for notes, which are painted at
the foot of their page; and a link is one stop for the keyboard on each page.

usage: order.py PDF…      Exit 1 and a line for each fault. Needs qpdf.
"""
import json
import subprocess
import sys


class Pdf:
    def __init__(self, path):
        out = subprocess.run(['qpdf', '--json', '--json-key=qpdf', path], capture_output=True, check=True).stdout
        self.objects = json.loads(out)['qpdf'][1]
        self.root = self.get(self.objects['trailer']['value']['/Root'])

    def get(self, value):
        while isinstance(value, str) and f'obj:{value}' in self.objects:
            found = self.objects[f'obj:{value}']
            value = found['value'] if 'value' in found else found['stream']['dict']
        return value

    def marks(self, ref, page=None, note=False):
        """(page, MCID, in a note) and (page, annotation) of all below an element, in its order."""
        element = self.get(ref)
        page = element.get('/Pg', page)
        note = note or element.get('/S') == '/Note'
        kids = self.get(element.get('/K', []))
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, int):
                yield page, kid, note, ref
                continue
            what = self.get(kid)
            if what.get('/Type') == '/MCR':
                yield what.get('/Pg', page), what['/MCID'], note, ref
            elif what.get('/Type') == '/OBJR':
                yield what.get('/Pg', page), None, note, ref
            else:
                yield from self.marks(kid, page, note)


def faults_of(path):
    pdf, last, links = Pdf(path), {}, {}
    tree = pdf.get(pdf.root['/StructTreeRoot'])
    kids = pdf.get(tree['/K'])
    for top in kids if isinstance(kids, list) else [kids]:
        for page, mcid, note, owner in pdf.marks(top):
            if mcid is None:
                links[owner, page] = links.get((owner, page), 0) + 1
                continue
            if mcid < last.get((page, note), -1):
                yield f'{path}: page {page}: MCID {mcid} of {owner} is read after {last[page, note]}'
            last[page, note] = max(mcid, last.get((page, note), -1))
    for (owner, page), n in links.items():
        if n > 1:
            yield f'{path}: page {page}: the link {owner} has {n} annotations'


def main():
    sys.setrecursionlimit(10000)
    found = [f for path in sys.argv[1:] for f in faults_of(path)]
    for f in found[:20]:
        print(f)
    return 1 if found or len(sys.argv) < 2 else 0


if __name__ == '__main__':
    sys.exit(main())
