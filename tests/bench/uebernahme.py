#!/usr/bin/env python3
"""What taking over a Word file costs: one page beside a cold setzen of the same page and beside pandoc (where it is
installed) in the same run, then 200 and 2,000 pages with their memory. Then files with much of one kind, at two sizes:
the exponent is 1 where the cost grows as the file does.

usage: uebernahme.py [PROGRAM]
CPU and peak memory of each child by wait4: the least of several runs; of the two that are compared the median of runs
in turn. Prints; never fails for a figure.
"""

import math
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WORDS = 'Die Stadt fördert das Ehrenamt seit vielen Jahren und beteiligt Vereine Träger Schulen an der Planung'.split()
W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'


def docx(path, pages):
    random.seed(1)
    word(path, ''.join(par(' '.join(random.choices(WORDS, k=70)) + '.') for _ in range(6 * pages)))


def par(text, properties='', more=''):
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r>{more}</w:p>'


def word(path, body, parts=(), links=()):
    """A .docx of that body, of parts beside it (kind, content) and of addresses for its links l0, l1 …"""
    body = par('Ein Beitrag', '<w:outlineLvl w:val="0"/>') + body
    related = ''.join(f'<Relationship Id="{k}" Type="{R}/{k}" Target="{k}.xml"/>' for k, _ in parts)
    related += ''.join(f'<Relationship Id="l{i}" Type="{R}/hyperlink" Target="{to}" TargetMode="External"/>'
                       for i, to in enumerate(links))
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('[Content_Types].xml', f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
                   'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
                   'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
                   '</Types>')
        z.writestr('_rels/.rels', f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" '
                   f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>')
        z.writestr('word/document.xml',
                   f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>')
        z.writestr('word/_rels/document.xml.rels', f'<Relationships xmlns="{PACKAGE}/relationships">{related}'
                   '</Relationships>')
        for kind, content in parts:
            z.writestr(f'word/{kind}.xml', f'<w:{kind} xmlns:w="{W}">{content}</w:{kind}>')


def many(of, times):
    return ''.join(of(i) for i in range(times))


def text(path, content):
    with open(path, 'w', encoding='utf-8') as f:
        f.write(content)


def notes(path, n):
    word(path, many(lambda i: par('Satz', more=f'<w:r><w:footnoteReference w:id="{i}"/></w:r>'), n),
         [('footnotes', many(lambda i: f'<w:footnote w:id="{i}">{par(f"Anmerkung {i}.")}</w:footnote>', n))])


def comments(path, n):
    word(path, many(lambda i: par('Satz', more=f'<w:r><w:commentReference w:id="{i}"/></w:r>'), n),
         [('comments', many(lambda i: f'<w:comment w:id="{i}">{par(f"Bemerkung {i}.")}</w:comment>', n))])


def styles(path, n):
    word(path, many(lambda i: par(f'Absatz {i}', f'<w:pStyle w:val="S{i}"/>'), n),
         [('styles', many(lambda i: f'<w:style w:type="paragraph" w:styleId="S{i}"><w:name w:val="Stil {i}"/>'
                                    '</w:style>', n))])


def lists(path, n):
    word(path, many(lambda i: par(f'Punkt {i}', '<w:numPr><w:ilvl w:val="0"/>'
                                                f'<w:numId w:val="{i + 1}"/></w:numPr>'), n),
         [('numbering', many(lambda i: f'<w:abstractNum w:abstractNumId="{i}"><w:lvl w:ilvl="0"><w:numFmt '
                                       'w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>', n) +
           many(lambda i: f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>', n))])


def links(path, n):
    word(path, '<w:p>' + many(lambda i: f'<w:hyperlink r:id="l{i}"><w:r><w:t>dort {i} </w:t></w:r></w:hyperlink>', n) +
         '</w:p>', links=[f'https://example.org/{i}' for i in range(n)])


def marks(path, n):
    word(path, many(lambda i: f'<w:p><w:bookmarkStart w:id="{i}" w:name="_Ref{i}"/><w:r><w:t>Absatz {i}</w:t></w:r>'
                              f'<w:bookmarkEnd w:id="{i}"/><w:hyperlink w:anchor="_Ref{n - 1 - i}"><w:r><w:t> dort'
                              '</w:t></w:r></w:hyperlink></w:p>', n))


def rows(path, n):
    text(path, '<table>' + '<tr><td>Wort</td><td>ohne</td><td>Punkt</td></tr>' * n + '</table>')


# much of one kind: what it is called, its file, how many, who writes it
KINDS = [
    ('rows of an HTML table', 'k.html', 20000, rows),
    ('rows of a CSV file', 'k.csv', 20000, lambda p, n: text(p, 'a;b;c\n' + 'Wort;ohne;Punkt\n' * n)),
    ('footnotes of Markdown', 'k.md', 10000, lambda p, n: text(p, many(lambda i: f'Text[^{i}]\n\n[^{i}]: N.\n\n', n))),
    ('chapters of Markdown', 'k.md', 1000, lambda p, n: text(p, '# Wort\n\nText\n\n' * n)),
    ('footnotes of .docx', 'k.docx', 10000, notes), ('comments of .docx', 'k.docx', 10000, comments),
    ('styles of .docx', 'k.docx', 10000, styles), ('lists of .docx', 'k.docx', 10000, lists),
    ('links of .docx', 'k.docx', 10000, links), ('bookmarks of .docx', 'k.docx', 10000, marks),
]


def least(cmd, runs, clean=None):
    """CPU in ms, peak in MB; None: it failed."""
    best = None
    for _ in range(runs):
        if clean:
            shutil.rmtree(clean, ignore_errors=True)
        p = subprocess.Popen(cmd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(p.pid, 0)
        p.returncode = status
        if status:
            return None
        cpu = (used.ru_utime + used.ru_stime) * 1000
        best = min(best, (cpu, used.ru_maxrss / 1024)) if best else (cpu, used.ru_maxrss / 1024)
    return best


def alternating(one, other, runs):
    """Median CPU in ms and most memory in MB of each call, which is given the number of its run: what else goes on
    meets both. Nothing is removed meanwhile: a disk takes long to find a place beside what has just left it."""
    found = ([], [])
    for i in range(runs):
        for calls, cmd in zip(found, (one(i), other(i))):
            calls.append(least(cmd, 1))
    return [all(c) and (statistics.median(cpu for cpu, _ in c), max(mb for _, mb in c)) for c in found]


def row(what, found):
    print(f'{what:44}' + (f'{found[0]:9.1f} ms CPU {found[1]:7.1f} MB' if found else '  failed'))


def main():
    program = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, 'out/bin/ratssatz'))
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for pages in 1, 200, 2000:
            docx(f'{pages}.docx', pages)
        def take(pages, runs):
            return least([program, 'uebernehmen', '-q', '--ort', 'beckum', '--inhalt', os.path.join(ROOT, 'content'),
                          f'{pages}.docx', '-o', f'aus{pages}'], runs, f'aus{pages}')
        print('taking over a .docx')
        take(1, 1)
        inhalt = ['-q', '--inhalt', os.path.join(ROOT, 'content')]
        page, setting = alternating(
            lambda i: [program, 'uebernehmen', *inhalt, '--ort', 'beckum', '1.docx', '-o', f'mal/{i}'],
            lambda i: [program, 'setzen', *inhalt, 'aus1/bericht.xml', '-o', f'mal{i}.pdf'], 100)
        row('1 page', page)
        row('setzen of that page, cold', setting)
        if page and setting:
            print(f'{"":44}{page[0] / setting[0]:9.2f} of it')
        if shutil.which('pandoc'):
            row('pandoc -t json of that page', least(['pandoc', '-t', 'json', '-o', 'x.json', '1.docx'], 5))
        row('200 pages', take(200, 3))
        row('2,000 pages', take(2000, 1))
        for name, path, n, write in KINDS:
            cost = []
            for size in n, 2 * n:
                write(path, size)
                cost.append(least([program, 'uebernehmen', '-q', '--ort', 'beckum', '--inhalt',
                                   os.path.join(ROOT, 'content'), path, '-o', 'ausk'], 1, 'ausk'))
            row(f'{n:,} {name}', cost[0])
            row(f'{2 * n:,}', cost[1])
            if all(cost):
                print(f'{"":44}{math.log2(cost[1][0] / cost[0][0]):9.2f} exponent')


main()
