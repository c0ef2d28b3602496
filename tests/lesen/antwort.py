"""A colleague at work, tracked: antwort.py IN OUT NAME
[statt=OLD=NEW|zweites=OLD=NEW|absatz=AFTER=NEW|kommentar=AT=TEXT]…
and with tracking off: [still=OLD=NEW|weg=WORDS|neu=AFTER=NEW]…"""

import re, sys, zipfile

src, out, who = sys.argv[1:4]
mark = f'w:author="{who}" w:date="2024-03-01T10:00:00Z"'
z = zipfile.ZipFile(src)
doc = z.read('word/document.xml').decode()
ids = iter(range(9000, 9999))


def run(t, tag='t'):
    return f'<w:r><w:{tag} xml:space="preserve">{t}</w:{tag}></w:r>'


def change(doc, word, new, nth=0):
    """word inside a run → deleted, new inserted"""
    m = list(
        re.finditer(
            r'<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t xml:space="preserve">([^<]*?)\b'
            + word
            + r'\b([^<]*)</w:t></w:r>',
            doc,
        )
    )[nth]
    rpr, a, b = m[1], m[2], m[3]
    t = lambda s: f'<w:r>{rpr}<w:t xml:space="preserve">{s}</w:t></w:r>' if s else ''
    mid = (f'<w:del w:id="{next(ids)}" {mark}>{run(word, "delText")}</w:del>' if word else '') + (
        f'<w:ins w:id="{next(ids)}" {mark}>{run(new)}</w:ins>' if new else ''
    )
    return doc[: m.start()] + t(a) + mid + t(b) + doc[m.end() :]


def comment(doc, word, n):
    i = doc.index(word)
    p = doc.rindex('<w:r>', 0, i)
    e = doc.index('</w:r>', i) + 6
    return (
        doc[:p]
        + f'<w:commentRangeStart w:id="{n}"/>'
        + doc[p:e]
        + f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>'
        + doc[e:]
    )


for a in sys.argv[4:]:
    kind, *rest = a.split('=')
    if kind == 'statt':
        doc = change(doc, rest[0], rest[1])
    if kind == 'zweites':
        doc = change(doc, rest[0], rest[1], 1)
    if kind == 'absatz':
        i = doc.index(rest[0])
        e = doc.index('</w:p>', i) + 6
        doc = (
            doc[:e]
            + f'<w:p><w:pPr><w:rPr><w:ins w:id="{next(ids)}" {mark}/></w:rPr></w:pPr>'
            + f'<w:ins w:id="{next(ids)}" {mark}>{run(rest[1])}</w:ins></w:p>'
            + doc[e:]
        )
    if kind == 'still':
        doc = re.sub(r'(<w:t[ >][^<]*?)' + re.escape(rest[0]), lambda m: m[1] + rest[1], doc, count=1)
    if kind == 'weg':
        i = doc.index(rest[0])
        p = max(doc.rindex('<w:p>', 0, i), doc.rfind('<w:p ', 0, i))
        doc = doc[:p] + doc[doc.index('</w:p>', i) + 6 :]
    if kind == 'neu':
        e = doc.index('</w:p>', doc.index(rest[0])) + 6
        doc = doc[:e] + f'<w:p>{run(rest[1])}</w:p>' + doc[e:]
    if kind == 'kommentar':
        doc = comment(doc, rest[0], 0)
        text = rest[1]
o = zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
for n in z.namelist():
    b = z.read(n)
    if n == 'word/document.xml':
        b = doc.encode()
    if n == 'word/_rels/document.xml.rels':
        b = b.replace(
            b'</Relationships>',
            b'<Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" '
            b'Target="comments.xml"/></Relationships>',
        )
    o.writestr(n, b)
if 'text' in globals():
    o.writestr(
        'word/comments.xml',
        f'<w:comments {W}><w:comment w:id="0" {mark}><w:p>{run(text)}</w:p></w:comment></w:comments>',
    )
o.close()
