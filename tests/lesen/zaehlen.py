#!/usr/bin/env python3
"""The words of a .docx or .odt file, counted by a second reader that knows nothing of ours: zaehlen.py FILE [TOLD].
TOLD is another count: exit 1 if it is not the same.
A word is what stands between white space and holds a letter or digit; notes, comments, boxes, running heads count."""

import re
import sys
import xml.etree.ElementTree as ET
import zipfile

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
STRICT = '{http://purl.oclc.org/ooxml/wordprocessingml/main}'
MC = '{http://schemas.openxmlformats.org/markup-compatibility/2006}'
ASIDE = {'txbxContent'}
ODF = 'urn:oasis:names:tc:opendocument:xmlns:'


def words(text):
    return sum(any(c.isalnum() for c in w) for w in text.split())


def local(tag):
    return tag.rsplit('}', 1)[-1] if isinstance(tag, str) else ''


class Docx:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.seen = set()
        self.total = 0
        self.begun = []  # a letter set large, before its word
        names = self.zip.namelist()
        main = next(n for n in names if re.search(r'word/document\d*\.xml$', n))
        self.part(main)
        heads = set()
        for n in names:
            if re.match(r'word/(header|footer)\d*\.xml$', n):
                text = ' '.join(e.text or '' for e in ET.fromstring(self.zip.read(n)).iter() if local(e.tag) == 't')
                if text not in heads:
                    heads.add(text)
                    self.part(n)
        for n in ('word/comments.xml',):
            if n in names:
                self.part(n)

    def root(self, name):
        return ET.fromstring(self.zip.read(name).replace(STRICT[1:-1].encode(), W[1:-1].encode()))

    def part(self, name):
        self.blocks(self.root(name))

    def note(self, name, kind, number):
        if (name, number) in self.seen:
            return
        self.seen.add((name, number))
        for e in self.root(name):
            if local(e.tag) == kind and e.get(W + 'id') == number:
                self.blocks(e)

    def blocks(self, top):
        for e in top:
            if local(e.tag) == 'p':
                out, self.begun = self.begun, []
                self.line(e, out)
                frame = e.find(f'{W}pPr/{W}framePr')
                if frame is None or frame.get(W + 'dropCap') in (None, 'none'):
                    self.total += words(''.join(out))
                else:
                    self.begun = out
            else:
                self.blocks(e)

    def line(self, top, out):
        for e in top:
            tag = local(e.tag)
            if tag in ('t', 'delText'):
                out.append(e.text or '')
            elif tag in ('tab', 'br', 'cr', 'ptab'):
                out.append(' ')
            elif tag == 'sym':
                out.append('•')
            elif tag in ('pPr', 'rPr', 'instrText', 'sdtPr'):
                continue
            elif tag == 'footnoteReference':
                self.note('word/footnotes.xml', 'footnote', e.get(W + 'id'))
            elif tag == 'endnoteReference':
                self.note('word/endnotes.xml', 'endnote', e.get(W + 'id'))
            elif tag == 'AlternateContent':
                self.line(next(iter(e), e), out)
            elif tag in ASIDE:
                self.blocks(e)
            else:
                self.line(e, out)


class Odt:
    SKIP = {
        'note-citation',
        'tracked-changes',
        'annotation-end',
        'creator',
        'date',
        'creator-initials',
        'title',
        'desc',
        'variable-decls',
        'sequence-decls',
        'sender-initials',
    }

    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.total = 0
        body = ET.fromstring(self.zip.read('content.xml')).find(f'{{{ODF}office:1.0}}body')
        self.blocks(body)
        for e in ET.fromstring(self.zip.read('styles.xml')).iter():
            if local(e.tag) in ('header', 'footer', 'header-first', 'footer-first', 'header-left', 'footer-left'):
                if e.get(f'{{{ODF}style:1.0}}display') != 'false':
                    self.blocks(e)

    def blocks(self, top):
        for e in top:
            if local(e.tag) in ('p', 'h'):
                out = [e.text or '']
                self.line(e, out)
                self.total += words(''.join(out))
            elif local(e.tag) not in self.SKIP and not local(e.tag).endswith('-source'):
                self.blocks(e)

    def line(self, top, out):
        for e in top:
            tag = local(e.tag)
            if tag in ('s', 'tab', 'line-break'):
                out.append(' ')
            elif tag in ('note', 'annotation', 'frame', 'text-box', 'custom-shape', 'g', 'rect'):
                self.blocks(e)
            elif tag not in self.SKIP:
                out.append(e.text or '')
                self.line(e, out)
            out.append(e.tail or '')


def main():
    file, *told = sys.argv[1:]
    total = (Odt if file.endswith('.odt') else Docx)(file).total
    print(total)
    return told not in ([], [str(total)])


if __name__ == '__main__':
    sys.exit(main())
