#!/usr/bin/env python3
"""More files like verborgen.py's, in the same way: words in instructions of fields, charts, objects, parts beside the
text, heads of sheets, rules of CSS, and PDFs with annotations, forms, layers and what only a screen reader says."""

import os

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, 'verborgen.py'), encoding='utf-8') as f:
    exec(f.read().split('begin = p(')[0])                  # put(), docx(), odf(), xlsx() and their names

DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/'
MICROSOFT = 'http://schemas.microsoft.com/office/'
begin = p('Anfang.')


def instruction(text, result=None):
    mark = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
    shown = '' if result is None else mark % 'separate' + f'<w:r><w:t>{result}</w:t></w:r>'
    return f'<w:p>{mark % "begin"}<w:r><w:instrText> {text} </w:instrText></w:r>{shown}{mark % "end"}</w:p>'


put('anweisung.docx', docx(begin + instruction('IF a = b "geheimja" "geheimnein"', 'x')
                           + instruction('FILLIN "geheimfrage"', 'x') + instruction('SET m "geheimgesetzt"')
                           + instruction('HYPERLINK "https://a.de" \\o "geheimhinweis"', 'x')
                           + instruction('QUOTE "geheimzitat"') + instruction('MERGEFIELD geheimserie')
                           + instruction('EQ \\f(geheimoben;geheimunten)')))


def cells(*texts):
    return '<c:strCache>' + ''.join(f'<c:pt idx="{i}"><c:v>{t}</c:v></c:pt>' for i, t in enumerate(texts)
                                    ) + '</c:strCache>'


def drawn(name, more):
    return (f'<w:p><w:r><w:drawing><wp:docPr xmlns:wp="{DRAWING}wordprocessingDrawing" id="1" name="x"/><a:graphic '
            f'xmlns:a="{DRAWING}main"><a:graphicData><{name}:chart {more} r:id="c"/></a:graphicData></a:graphic>'
            '</w:drawing></w:r></w:p>')


chart = (f'{XML}<c:chartSpace xmlns:c="{DRAWING}chart"><c:ser><c:tx><c:v>geheimreihe</c:v></c:tx><c:cat><c:lvl>'
         f'{cells("geheimost")}</c:lvl><c:lvl>{cells("geheimland")}</c:lvl></c:cat><c:bubbleSize>{cells("geheimblase")}'
         f'</c:bubbleSize></c:ser><c:title><c:tx><c:strRef>{cells("geheimachse")}</c:strRef></c:tx></c:title>'
         '</c:chartSpace>')
put('diagramm.docx', docx(begin + drawn('c', f'xmlns:c="{DRAWING}chart"'), [
    ('word/_rels/document.xml.rels', rels(('c', 'chart', 'c.xml', ''))), ('word/c.xml', chart)]))
later = (f'{XML}<x:chartSpace xmlns:x="{MICROSOFT}drawing/2014/chartex"><x:data><x:strDim><x:pt idx="0">geheimname'
         '</x:pt></x:strDim><x:numDim><x:pt idx="0">geheimwert</x:pt></x:numDim></x:data><x:txData><x:v>geheimtitel'
         '</x:v></x:txData></x:chartSpace>')
put('spaeter.docx', docx(begin + drawn('x', f'xmlns:x="{MICROSOFT}drawing/2014/chartex"'), [
    ('word/_rels/document.xml.rels', rels(('c', 'chartEx', 'c.xml', ''))), ('word/c.xml', later)]))
extended = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'
put('angaben.docx', docx(
    begin + '<w:tbl><w:tblPr><w:tblCaption w:val="geheimtabelle"/><w:tblDescription w:val="geheimbeschreibung"/>'
    f'</w:tblPr><w:tr><w:tc>{p("a")}</w:tc></w:tr></w:tbl><w:p><w:hyperlink w:anchor="a" w:tooltip="geheimtipp">'
    '<w:r><w:t>b</w:t></w:r></w:hyperlink></w:p>', [
        ('word/_rels/document.xml.rels', rels(('s', 'settings', 's.xml', ''), ('g', 'glossaryDocument', 'g.xml', ''),
                                              ('f', 'footnotes', 'f.xml', ''))),
        ('docProps/app.xml', f'{XML}<Properties xmlns="{extended}"><Company>geheimfirma</Company></Properties>'),
        ('word/s.xml', f'{XML}<w:settings {W}><w:docVar w:name="a" w:val="geheimvariable"/></w:settings>'),
        ('word/g.xml', f'{XML}<w:glossaryDocument {W}>{p("geheimbaustein")}</w:glossaryDocument>'),
        ('word/f.xml', f'{XML}<w:footnotes {W}><w:footnote w:type="separator" w:id="0">{p("geheimtrenner")}'
                       '</w:footnote></w:footnotes>')]))
level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="geheimartikel %1"/></w:lvl>'
put('nummer.docx', docx(
    p('Geltung', ppr='<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>'
      '</w:pPr>') + begin, [
        ('word/_rels/document.xml.rels', rels(('n', 'numbering', 'n.xml', ''))),
        ('word/n.xml', f'{XML}<w:numbering {W}><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num '
                       'w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')]))
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
head = '<style:header><text:p>%s</text:p></style:header>'
formula = ('<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>geheimzaehler</mi><mi>geheimnenner</mi>'
           '</mfrac><annotation>x</annotation></math>')
sheet = (f'{XML}<office:document-content {SPACES}><office:body><office:spreadsheet><table:table><table:table-row>'
         f'{cell("geheimzelle")}</table:table-row></table:table></office:spreadsheet></office:body>'
         '</office:document-content>')
put('objekte.odt', odf(
    '<text:p>Anfang</text:p>' + ''.join(f'<text:p><draw:frame><draw:object {XLINK} xlink:href="./O{i}"/></draw:frame>'
                                        '</text:p>' for i in (1, 2)), more=[
        ('O1/content.xml', XML + formula), ('O2/content.xml', sheet)]))
put('flach.fodt', f'{XML}<office:document {SPACES} office:mimetype="application/vnd.oasis.opendocument.text">'
    '<office:meta><meta:keyword>geheimwort</meta:keyword></office:meta><office:master-styles><style:master-page>'
    f'{head % "geheimkopf"}</style:master-page></office:master-styles><office:body><office:text>'
    '<text:p>Anfang</text:p></office:text></office:body></office:document>')
put('kopf.ods', odf(
    '<table:table table:name="Kosten"><table:table-row>' + cell('Jahr') + '</table:table-row></table:table>',
    'spreadsheet', more=[('styles.xml', f'{XML}<office:document-styles {SPACES}>{head % "geheimkopf"}'
                          '</office:document-styles>')]))
put('formel.xlsx', xlsx(('Kosten', '', '<sheetData>' + row(1, 'a', 'b') + '<row r="2"><c r="A2"><f>"geheimformel"</f>'
                         '</c></row></sheetData><hyperlinks><hyperlink ref="A1" tooltip="geheimtipp"/></hyperlinks>')))
put('regeln.html',
    '<html><head><meta property="og:title" content="geheimnetz"><style>.x::before{content:"geheimvor"}</style><script>'
    'var t="geheimskript"</script></head><body><!-- eins --><!-- geheimzwei --><!--[if mso]><p>geheimword</p>'
    '<![endif]--><p>Anfang.<table summary="geheimtabelle"><tr><th abbr="geheimkurz">a</th></tr></table><input '
    'type=hidden value=geheimwert><select><optgroup label=geheimgruppe><option>a</select></body></html>')
put('weiter.eml',
    'From: a@b.de\r\nReply-To: geheimantwort@b.de\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=m\r\n'
    '\r\n--m\r\nContent-Type: text/plain\r\n\r\nAnfang.\r\n--m\r\nContent-Type: message/rfc822\r\n\r\nSubject: '
    'geheiminnen\r\nFrom: geheimabsender@b.de\r\nContent-Type: text/plain\r\n\r\ngeheimtext\r\n--m--\r\n')
put('sammlung.eml',
    'From: a@b.de\r\nMIME-Version: 1.0\r\nContent-Type: multipart/digest; boundary=m\r\n\r\n--m\r\n\r\nSubject: '
    'geheiminnen\r\nFrom: geheimabsender@b.de\r\n\r\ngeheimtext\r\n--m--\r\n')

# ---- PDF: objects by number from 3 on; the page is 3, its font 4


def pdf(name, content, page='', catalog='', more=(), info=''):
    objects = [f'<</Type/Catalog/Pages 2 0 R{catalog}>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>',
               '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</H 4 0 R>>/Properties'
               f'<</A 6 0 R>>>>{page}>>', '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
               f'<</Length {len(content)}>>stream\n{content}\nendstream', *(more or ['null'])]
    out, at = b'%PDF-1.7\n', []
    for i, o in enumerate(objects, 1):
        at.append(len(out))
        out += f'{i} 0 obj\n{o}\nendobj\n'.encode('latin1')
    start = len(out)
    out += f'xref\n0 {len(at) + 1}\n0000000000 65535 f \n'.encode() + b''.join(b'%010d 00000 n \n' % a for a in at)
    out += f'trailer<</Size {len(at) + 1}/Root 1 0 R{info}>>\nstartxref\n{start}\n%%EOF\n'.encode()
    put(name, out.decode('latin1'))


def line(text, y=700):
    return f'BT /H 12 Tf 70 {y} Td ({text}) Tj ET '


said = line('Die Stadt baut ein Haus am Markt.')
note = '<</Type/Annot/Subtype/%s/Rect[9 9 99 99]/Contents(%s)%s>>'
pdf('anmerkung.pdf', said, page='/Annots[' + note % ('Text', 'geheimzettel', '/T(geheimname)/M(D:20240301100000)/Subj('
    'geheimbetreff)') + note % ('Highlight', 'geheimmarkiert', '') + ']')
pdf('formular.pdf', said, '/Annots[6 0 R]', '/AcroForm<</Fields[6 0 R]/NeedAppearances true>>', [
    '<</Type/Annot/Subtype/Widget/Rect[9 9 99 99]/FT/Ch/T(a)/TU(geheimhinweis)/V(geheimwert)/DV(geheimvorgabe)/Opt['
    '(geheimwahl)]>>'])
pdf('ebene.pdf', said + '/OC /A BDC ' + line('geheimtext', 500) + 'EMC', '', '/OCProperties<</OCGs[6 0 R]/D<</OFF['
    '6 0 R]>>>>', ['<</Type/OCG/Name(geheimebene)>>'])
pdf('beiwerk.pdf', said, '', '/Outlines 6 0 R/OpenAction<</S/JavaScript/JS(geheimskript)>>/StructTreeRoot<</K<</S'
    '/Figure/Alt(geheimbild)/E(geheimlang)/ActualText(geheimersatz)>>>>',
    ['<</First 7 0 R/Last 7 0 R/Count 1>>', '<</Title(geheimzeichen)/Parent 6 0 R/Dest[3 0 R/Fit]>>',
     '<</Aktenzeichen(geheimakte)>>'], '/Info 8 0 R')
with open('erwartet', 'a', encoding='utf-8') as f:
    f.write('\n'.join(expected) + '\n')
