# Lists as Word's own styles write them, each level a list of its own; bullets and numbers are two lists.
python3 - "$TOP/tests/lesen/boese.py" <<-'P'
	import sys
	exec(open(sys.argv[1]).read().split('para = ')[0])
	names = ('List Bullet', 'List Bullet 2', 'List Number')
	styles = ''.join(
	    f'<w:style w:type="paragraph" w:styleId="L{i}"><w:name w:val="{n}"/><w:pPr><w:numPr>'
	    f'<w:numId w:val="{i + 1}"/></w:numPr></w:pPr></w:style>' for i, n in enumerate(names))
	numbers = ''.join(
	    f'<w:abstractNum w:abstractNumId="{i}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{f}"/>'
	    f'<w:lvlText w:val="{t}"/></w:lvl></w:abstractNum>'
	    for i, (f, t) in enumerate((('bullet', '•'), ('bullet', '•'), ('decimal', '%1.')))) + ''.join(
	    f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(3))
	body = ''.join(f'<w:p><w:pPr><w:pStyle w:val="L{i}"/></w:pPr><w:r><w:t>{t}</w:t></w:r></w:p>' for i, t in (
	    (0, 'Wege'), (1, 'im Norden'), (0, 'Plätze'), (2, 'planen'), (2, 'bauen')))
	open('stile.docx', 'wb').write(docx(body, [
	    ('word/_rels/document.xml.rels',
	     rels(('a', 'styles', 'styles.xml', ''), ('b', 'numbering', 'numbering.xml', ''))),
	    ('word/styles.xml', f'{XML}<w:styles {W}>{styles}</w:styles>'),
	    ('word/numbering.xml', f'{XML}<w:numbering {W}>{numbers}</w:numbering>')]))
P
"$R" uebernehmen -q --ort beckum -o aus stile.docx
sed -n '/<liste/,/<\/kapitel>/p' aus/bericht.xml | tr -d ' \n' >now
want='<liste><punkt>Wege<liste><punkt>imNorden</punkt></liste></punkt><punkt>Plätze</punkt></liste>'
want=$want'<listeart="nummer"><punkt>planen</punkt><punkt>bauen</punkt></liste></kapitel>'
check "levels by the names of styles; two lists" equal "$(cat now)" "$want"
