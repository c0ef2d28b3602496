"""What colleagues do to a paper in Word, tracked: kollegen.py IN FOLDER: a file for each, named after who did it."""

import re
import sys
import zipfile

SRC, FOLDER = sys.argv[1:]
REPORT = 'Die Verwaltung berichtet im Herbst'
SPACES = ' '.join(
    f'xmlns:{p}="{u}"'
    for p, u in (
        ('w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'),
        ('w14', 'http://schemas.microsoft.com/office/word/2010/wordml'),
        ('w15', 'http://schemas.microsoft.com/office/word/2012/wordml'),
    )
)
ids = iter(range(9000, 9999))


def mark(who):
    return f'w:id="{next(ids)}" w:author="{who}" w:date="2024-03-01T10:00:00Z"'


def write(who, change, parts=()):
    with zipfile.ZipFile(SRC) as a, zipfile.ZipFile(f'{FOLDER}/{who.lower()}.docx', 'w') as b:
        for name in a.namelist():
            data = a.read(name)
            if name == 'word/document.xml':
                old = data.decode()
                data = change(old, who).encode()
                assert data.decode() != old, who
            if parts and name == 'word/_rels/document.xml.rels':
                kinds = (
                    'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments',
                    'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
                )
                more = ''.join(
                    f'<Relationship Id="{p[:-4]}" Type="{t}" Target="{p}"/>' for t, (p, _) in zip(kinds, parts)
                )
                data = data.replace(b'</Relationships>', more.encode() + b'</Relationships>')
            b.writestr(name, data)
        for name, data in parts:
            b.writestr('word/' + name, data)


def instead(*pairs):
    def change(doc, who):
        for old, new in pairs:
            assert old in doc, old
            doc = doc.replace(
                old,
                f'</w:t></w:r><w:del {mark(who)}><w:r><w:delText xml:space="preserve">{old}</w:delText></w:r></w:del>'
                f'<w:ins {mark(who)}><w:r><w:t xml:space="preserve">{new}</w:t></w:r></w:ins>'
                '<w:r><w:t xml:space="preserve">',
                1,
            )
        return doc

    return change


def cut_runs(doc, who):
    """As Word writes them: ids of sessions, marks of its spelling, runs cut anywhere; nothing is changed."""

    def cut(m):
        return (
            f'<w:r w:rsidR="00AB12">{m[1]}<w:t xml:space="preserve">{m[2][:3]}</w:t></w:r>'
            '<w:proofErr w:type="spellStart"/>'
            f'<w:r w:rsidRPr="00CD">{m[1]}<w:t xml:space="preserve">{m[2][3:]}</w:t></w:r>'
        )

    run = r'<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t xml:space="preserve">([^<]{6,})</w:t></w:r>'
    return re.sub(run, cut, doc)


def paragraph(doc, words):
    return re.search(f'<w:p>(?:(?!</w:p>).)*{words}(?:(?!</w:p>).)*</w:p>', doc)[0]


def row(doc, words):
    return next(r for r in re.findall('<w:tr>(?:(?!</w:tr>).)*</w:tr>', doc) if words in r)


def tracked(xml, tag, who):
    text = 'delText' if tag == 'del' else 't'
    return re.sub(
        r'<w:r>(.*?)<w:t( [^>]*)?>(.*?)</w:t></w:r>',
        lambda m: f'<w:{tag} {mark(who)}><w:r>{m[1]}<w:{text} xml:space="preserve">{m[3]}</w:{text}></w:r></w:{tag}>',
        xml,
    )


def drop_paragraph(doc, who):
    p = paragraph(doc, REPORT)
    return doc.replace(p, tracked(p, 'del', who).replace('</w:pPr>', f'<w:rPr><w:del {mark(who)}/></w:rPr></w:pPr>', 1))


def tracked_row(xml, tag, who):
    whole = f'<w:{tag} {mark(who)}/>'
    has = '<w:trPr>' in xml
    new = f'<w:trPr>{whole}' if has else f'<w:tr><w:trPr>{whole}</w:trPr>'
    return tracked(xml.replace('<w:trPr>' if has else '<w:tr>', new, 1), tag, who)


def add_row(doc, who):
    r = row(doc, '>Bau<')
    new = re.sub('<w:bookmark(Start|End)[^>]*/>', '', r).replace('>Bau<', '>Planung<')
    return doc.replace(r, r + tracked_row(new, 'ins', who))


def drop_row(words):
    def change(doc, who):
        r = row(doc, words)
        return doc.replace(r, tracked_row(r, 'del', who), 1)

    return change


def comment(doc, who):
    """Over two paragraphs, with an answer to it, both settled."""
    a = doc.rindex('<w:r>', 0, doc.index('An der Talstraße wird'))
    e = doc.index('</w:r>', doc.index(REPORT)) + 6
    starts, ends = (
        ''.join(x.format(i) for i in (1, 2))
        for x in (
            '<w:commentRangeStart w:id="{0}"/>',
            '<w:commentRangeEnd w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>',
        )
    )
    return doc[:a] + starts + doc[a:e] + ends + doc[e:]


write('Rita', cut_runs)
write('Anna', instead(('im Herbst über den Stand', 'im Mai über den Sachstand')))
write('Bodo', instead(('berichtet im Herbst', 'informiert im Juni')))
write('Cem', drop_paragraph)
write('Dora', instead(('120.000', '130.000'), ('20.02.2026', '23.02.2026')))
write('Emil', add_row)
write('Fritz', drop_row('>Zuschuss des Landes<'))
write('Otto', drop_row('>Ergebnis<'))
write('Gerd', instead(('Ein Radweg an der Talstraße', 'Zwei Radwege an der Talstraße')))
said = ''.join(
    f'<w:comment w:id="{i}" w:author="{who}"><w:p w14:paraId="0000000{i}">'
    f'<w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
    for i, who, text in ((1, 'Ida', 'Ist das so?'), (2, 'Jan', 'Ja.'))
)
write(
    'Ida',
    comment,
    (
        ('comments.xml', f'<w:comments {SPACES}>{said}</w:comments>'),
        (
            'commentsExtended.xml',
            f'<w15:commentsEx {SPACES}><w15:commentEx w15:paraId="00000001" w15:done="1"/>'
            '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="1"/></w15:commentsEx>',
        ),
    ),
)
