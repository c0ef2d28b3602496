#!/usr/bin/env python3
"""Files with words that no page shows into the current folder. Each such word begins with "geheim"; the reader takes it
or tells it, and none is missing. "erwartet": a line "FILE WORD…" for each."""

import io
import os
import re
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, 'boese.py'), encoding='utf-8') as f:
    exec(f.read().split('para = ')[0])                     # docx(), rels() and their names

ODF = 'urn:oasis:names:tc:opendocument:xmlns:'
SPACES = ' '.join(
    f'xmlns:{p}="{ODF}{u}:1.0"'
    for p, u in (
        ('office', 'office'), ('text', 'text'), ('table', 'table'), ('style', 'style'), ('fo', 'xsl-fo-compatible'),
        ('draw', 'drawing'), ('form', 'form'), ('meta', 'meta'),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'


def put(name, data):
    data = data if isinstance(data, bytes) else data.encode()
    with open(name, 'wb') as f:
        f.write(data)
    if data[:2] == b'PK':
        with zipfile.ZipFile(io.BytesIO(data)) as z:
            data = b' '.join(z.read(n) for n in z.namelist())
    expected.append(name + ' ' + ' '.join(sorted(set(re.findall(r'geheim[a-z0-9]+', data.decode())))))


def p(text, rpr='', ppr=''):
    return f'<w:p>{ppr}<w:r><w:rPr>{rpr}</w:rPr><w:t>{text}</w:t></w:r></w:p>'


def field(data, kind):
    mark = '<w:r><w:fldChar w:fldCharType="%s">%s</w:fldChar></w:r>'
    return (f'<w:p>{mark % ("begin", f"<w:ffData>{data}</w:ffData>")}<w:r><w:instrText>{kind}</w:instrText></w:r>'
            f'{mark % ("separate", "")}<w:r><w:t>getippt</w:t></w:r>{mark % ("end", "")}</w:p>')


def odf(body, kind='text', styles='', more=()):
    b = io.BytesIO()
    with zipfile.ZipFile(b, 'w') as z:
        z.writestr('mimetype', 'application/vnd.oasis.opendocument.' + kind)
        z.writestr('content.xml', f'{XML}<office:document-content {SPACES}><office:automatic-styles>{styles}'
                   f'</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>'
                   '</office:document-content>')
        for name, text in more:
            z.writestr(name, text)
    return b.getvalue()


def style(name, family, properties):
    return f'<style:style style:name="{name}" style:family="{family}">{properties}</style:style>'


def cell(text):
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def xlsx(*sheets):
    b = io.BytesIO()
    with zipfile.ZipFile(b, 'w') as z:
        z.writestr('[Content_Types].xml', TYPES)
        z.writestr('_rels/.rels', rels(('r', 'officeDocument', 'xl/workbook.xml', '')))
        z.writestr('xl/_rels/workbook.xml.rels', rels(*((f's{i}', 'worksheet', f'sheet{i}.xml', '')
                                                        for i in range(len(sheets)))))
        z.writestr('xl/workbook.xml', f'{XML}<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>' + ''.join(
            f'<sheet name="{n}" r:id="s{i}"{a}/>' for i, (n, a, _) in enumerate(sheets)) + '</sheets></workbook>')
        for i, (_, _, body) in enumerate(sheets):
            z.writestr(f'xl/sheet{i}.xml', f'{XML}<worksheet xmlns="{SHEET}">{body}</worksheet>')
    return b.getvalue()


def row(no, *texts, more=''):
    return f'<row r="{no}"{more}>' + ''.join(
        f'<c r="{"ABC"[i]}{no}" t="inlineStr"><is><t>{t}</t></is></c>' for i, t in enumerate(texts)) + '</row>'


begin = p('Sichtbarer Anfang.')
dark = '<w:pPr><w:shd w:fill="000000"/></w:pPr>'
put('schrift.docx', docx(begin + p('geheimvanish', '<w:vanish/>') + p('geheimweiss', '<w:color w:val="FFFFFF"/>')
                         + p('geheimwinzig', '<w:sz w:val="2"/>')
                         + p('hell auf dunkel', '<w:color w:val="FFFFFF"/>', dark)))
put('feld.docx', docx(begin + field(
    '<w:helpText w:val="geheimhilfe"/><w:statusText w:val="geheimstatus"/><w:textInput><w:default w:val='
    '"geheimvorgabe"/></w:textInput>', 'FORMTEXT') + field('<w:ddList><w:result w:val="1"/><w:listEntry w:val='
    '"geheimeins"/><w:listEntry w:val="zwei"/></w:ddList>', 'FORMDROPDOWN') + '<w:sdt><w:sdtPr><w:alias w:val='
    '"geheimalias"/><w:dropDownList><w:listItem w:displayText="geheimwahl"/></w:dropDownList></w:sdtPr>'
    f'<w:sdtContent>{p("zwei")}</w:sdtContent></w:sdt>'))
put('eigenschaft.docx', docx(begin, [('docProps/core.xml', XML + '<cp:coreProperties xmlns:cp="http://schemas.'
    'openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    '<dc:description>geheimbeschreibung &amp; mehr</dc:description><cp:keywords>geheimstichwort</cp:keywords>'
    '</cp:coreProperties>')]))
put('zeile.docx', docx('<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>' + p('geheimzeile') + '</w:tc></w:tr><w:tr>'
                       '<w:tc>' + p('a') + '</w:tc></w:tr></w:tbl>' + p('Ende.')))
put('schrift.odt', odf(
    '<text:p>Anfang</text:p><text:p><text:span text:style-name="n">geheimnone</text:span></text:p><text:p><text:span '
    'text:style-name="w">geheimweiss</text:span></text:p><text:section text:display="none"><text:p>geheimabschnitt'
    '</text:p></text:section>', styles=style('n', 'text', '<style:text-properties text:display="none"/>')
    + style('w', 'text', '<style:text-properties fo:color="#ffffff"/>')))
put('feld.odt', odf(
    '<office:forms><form:form><form:text form:id="f1" form:value="geheimvorgabe" form:current-value="geheimjetzt"/>'
    '<form:listbox><form:option form:label="geheimoption"/></form:listbox></form:form></office:forms><text:p>Anfang '
    '<text:hidden-text text:string-value="geheimattr" text:is-hidden="true"/><text:conditional-text '
    'text:string-value-if-true="geheimwahr" text:string-value-if-false="geheimfalsch">geheimwahr'
    '</text:conditional-text><text:text-input text:description="geheimhinweis">x</text:text-input><text:variable-set '
    'text:display="none" office:string-value="geheimset"/></text:p>', more=[('meta.xml', f'{XML}<office:document-meta '
    f'{SPACES}><office:meta><meta:keyword>geheimwort</meta:keyword><meta:user-defined meta:name="Az">geheimeigen'
    '</meta:user-defined></office:meta></office:document-meta>')]))
put('blatt.ods', odf(
    '<table:content-validations><table:content-validation table:condition="cell-content-is-in-list(&quot;geheimliste'
    '&quot;)"><table:help-message><text:p>geheimhilfe</text:p></table:help-message></table:content-validation>'
    '</table:content-validations><table:table table:name="Kosten"><table:table-column/><table:table-column '
    'table:visibility="collapse"/><table:table-row>' + cell('Jahr') + cell('geheimspalte') + '</table:table-row>'
    '<table:table-row table:visibility="filter">' + cell('geheimzeile') + cell('5') + '</table:table-row>'
    '</table:table><table:table table:name="geheimblatt" table:style-name="t"><table:table-row>' + cell('geheimzelle')
    + '</table:table-row></table:table>', 'spreadsheet',
    style('t', 'table', '<style:table-properties table:display="false"/>')))
put('blatt.xlsx', xlsx(
    ('Kosten', '', '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>' + row(1, 'Jahr', 'geheimspalte')
     + row(2, 'geheimzeile', '5', more=' hidden="1"') + '</sheetData><dataValidations><dataValidation type="list" '
     'prompt="geheimprompt"><formula1>"geheimwahl,zwei"</formula1></dataValidation></dataValidations>'),
    ('geheimblatt', ' state="veryHidden"', '<sheetData>' + row(1, 'geheimzelle', 'b') + '</sheetData>')))
put('brief.eml',
    'From: a@b.de\r\nTo: geheimempfaenger@d.de\r\nCc: geheimkopie@d.de\r\nSubject: Bericht\r\nMIME-Version: 1.0\r\n'
    'Content-Type: multipart/mixed; boundary="m"\r\n\r\n--m\r\nContent-Type: multipart/alternative; boundary="x"\r\n'
    '\r\n--x\r\nContent-Type: text/plain\r\n\r\nsichtbar und geheimtext\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>'
    'sichtbar</p>\r\n--x--\r\n--m\r\nContent-Type: application/pdf; name="geheimanlage.pdf"\r\n\r\nx\r\n--m\r\n'
    'Content-Type: message/rfc822\r\n\r\nSubject: geheiminnen\r\n\r\nx\r\n--m--\r\ngeheimnachspann\r\n')
put('seite.html',
    '<html><head><meta name=description content="geheimmeta"></head><body><p>Anfang.<p style="display:none">geheimnone'
    '<p hidden>geheimhidden</p><p><!-- geheimkommentar --><abbr title=geheimlang>a</abbr><img alt=geheimalt src=x.png'
    ' title=geheimtitel><input placeholder=geheimplatz><iframe srcdoc="geheimrahmen"></iframe></body></html>')
put('text.md', '# Titel\n\nText. <!-- geheimkommentar -->\n\n![geheimalt](x.png "geheimbildtitel")\n')
with open('erwartet', 'w', encoding='utf-8') as f:
    f.write('\n'.join(expected) + '\n')
