# The sheets for word processors: they are forms, and what comes back from either program is read by its words.
day() { export SOURCE_DATE_EPOCH=$(date -u -d "$1" +%s); }
day 2020-03-02
here=$TOP/tests/fortschreibung
check "sheets" status 0 "$R" stand -q "${with[@]}" --boegen boegen --format docx $NEW
one=boegen/bogen-fd-personal
for x in boegen/*.docx; do
	check "$x: the rules of the format" equal "$(python3 "$TOP/tests/word.py" rules "$x")" ""
	check "$x: an .odt beside it" test -s "${x%docx}odt"
done
check "each point a heading, a table with a head, fields of each kind" python3 - $one.docx <<'P2'
import sys, zipfile
from xml.etree import ElementTree
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
d = ElementTree.fromstring(zipfile.ZipFile(sys.argv[1]).read('word/document.xml'))
tables = list(d.iter(W + 'tbl'))
headings = [p for p in d.iter(W + 'pStyle') if p.get(W + 'val') == 'berschrift2']
kinds = {k.tag.replace(W, '') for s in d.iter(W + 'sdtPr') for k in s}
assert len(tables) == len(headings) == 5, (len(tables), len(headings))
assert all(t.find(f'.//{W}tblHeader') is not None and t.find(f'.//{W}tblCaption') is not None for t in tables)
assert {'alias', 'tag', 'text', 'dropDownList', 'date'} <= kinds, kinds
P2
check "a field without its name is found" python3 - "$TOP" $one.docx <<'P2'
import importlib.util, sys, zipfile
s = importlib.util.spec_from_file_location('word', sys.argv[1] + '/tests/word.py')
sys.dont_write_bytecode = True
word = importlib.util.module_from_spec(s)
s.loader.exec_module(word)
with zipfile.ZipFile(sys.argv[2]) as z, zipfile.ZipFile('kaputt.docx', 'w') as out:
    for i in z.infolist():
        out.writestr(i, z.read(i).replace(b'<w:alias w:val="Warum?"/>', b''))
assert word.rules('kaputt.docx') == ['ein Feld ohne alias'], word.rules('kaputt.docx')
P2
check "the .odt has fields to write and to choose" python3 - $one.odt <<'P2'
import sys, zipfile
from xml.etree import ElementTree
T = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'
d = ElementTree.fromstring(zipfile.ZipFile(sys.argv[1]).read('content.xml'))
assert all(e.get(T + 'description') for e in d.iter(T + 'text-input')) and list(d.iter(T + 'text-input'))
assert all(e.get(T + 'name') and len(e) > 1 for e in d.iter(T + 'drop-down')) and list(d.iter(T + 'drop-down'))
P2
check "the e-mail has the form that was wanted" python3 - <<'P2'
import email, email.policy
m = email.message_from_binary_file(open('boegen/bogen-fd-personal.eml', 'rb'), policy=email.policy.default)
parts = list(m.iter_attachments())
assert [p.get_filename() for p in parts] == ['bogen-fd-personal.docx'], parts
assert parts[0].get_payload(decode=True) == open('boegen/bogen-fd-personal.docx', 'rb').read()
P2
check "no other form" status 2 "$R" stand "${with[@]}" --boegen boegen --format pdf $NEW
# fortschreiben makes the same sheets as stand, and takes the same forms
attached() {
	python3 -c "import email, email.policy, sys
m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
print(*(p.get_filename() for p in m.iter_attachments()))" "$1/bogen-fd-personal.eml"
}
for x in html docx odt csv; do
	rm -rf begun
	check "$x: begun with sheets" status 0 "$R" fortschreiben -q "${with[@]}" --von $OLD --nach $NEW \
		--boegen begun --format $x
	check "$x: as stand makes them" status 0 "$R" stand -q "${with[@]}" --boegen "as-$x" --format $x $NEW
	check "$x: the same bytes" diff -r begun "as-$x"
	check "$x: attached" equal "$(attached begun)" \
		"$([ $x = html ] && echo bogen-fd-personal.html bogen-fd-personal.csv || echo bogen-fd-personal.$x)"
done
check "nor there" status 2 "$R" fortschreiben "${with[@]}" --von $OLD --nach weg-2024 --boegen weg --format pdf
check "sheets of nothing" says "nur mit --boegen" \
	"$R" fortschreiben "${with[@]}" --von $OLD --nach weg-2024 --format docx
check "nothing is written" test ! -e weg-2024 -a ! -e weg
check "setting makes no table" status 2 "$R" setzen --format csv "${with[@]}" $NEW
cp -r boegen wieder
check "once more" status 0 "$R" stand -q "${with[@]}" --boegen boegen --format docx $NEW
check "the same bytes" diff -r boegen wieder

answer() { "$R" antworten "${with[@]}" "$@" 2>&1; }
said() { answer "$@" | sed 's/ ([^()]*:[0-9]*)$//' | grep -v '^Nichts ist geschrieben'; }
for f in docx odt; do
	check "untouched, $f: nothing is answered" equal "$(said $one.$f)" ""
	python3 "$here/fill.py" $one.$f voll.$f m-kompetenz 'Was wird=läuft' 'Warum=Der Kurs „läuft“ & wächst' \
		'Anmerkung=Danke, bis bald' 'Neue Kosten=12.500 €'
	check "filled in, $f" equal "$(said voll.$f)" 'massnahme m-kompetenz: status="laeuft"' \
		'massnahme m-kompetenz: grund="Der Kurs „läuft“ & wächst"' \
		'massnahme m-kompetenz: betrag="12500"' 'massnahme m-kompetenz: anmerkung="Danke, bis bald"'
	# the same as LibreOffice 7.4 wrote it from that one and from the other format
	for x in "$here"/zurueck/*.$f; do
		check "through LibreOffice: ${x##*/}" diff <(said voll.$f) <(said "$x")
	done
	python3 "$here/fill.py" $one.$f hinter.$f m-kompetenz 'Warum=Hier eintragen Der Kurs wächst'
	check "written behind the hint, $f" equal "$(said hinter.$f)" \
		'massnahme m-kompetenz: grund="Der Kurs wächst"'
	python3 "$here/fill.py" $one.$f lose.$f m-kompetenz --plain --smart --loose 'Bitte rufen Sie an' \
		'Was wird=Läuft' 'Warum=Der Kurs wächst'
	check "without controls, other quotation marks and blanks, $f" equal "$(said lose.$f | grep -v Warnung)" \
		'massnahme m-kompetenz: status="laeuft"' 'massnahme m-kompetenz: grund="Der Kurs wächst"'
	check "what stands elsewhere is told, $f" says 'Bitte rufen Sie an' answer lose.$f
done
# a word written at any place of the form is entered, told or refused
cat >everywhere.py <<'P2'
import re, sys, zipfile
sheet, to, which = sys.argv[1:]
part = 'content.xml' if sheet.endswith('.odt') else 'word/document.xml'
text = r'(?<=>)[^<>]+(?=</(?:text:(?:span|text-input|drop-down|p|h)|w:t)>)'
with zipfile.ZipFile(sheet) as z:
    parts = {i.filename: z.read(i) for i in z.infolist()}
n = 0
def mark(m):
    global n
    n += 1
    key = m[0].startswith('beckum/')
    return f'{m[0]} WORT{n}' if key == (which == 'keys') else m[0]
parts[part] = re.sub(text, mark, parts[part].decode()).encode()
with zipfile.ZipFile(to, 'w') as out:
    for name, data in parts.items():
        out.writestr(name, data)
print(n)
P2
for f in docx odt; do
	n=$(python3 everywhere.py $one.$f ueberall.$f text)
	answer ueberall.$f >heard
	check "nothing written beside a field is lost, $f" equal "$(for i in $(seq "$n"); do
		grep -qw "WORT$i" heard || sed -n "${i}p" <(python3 -c "
import re, sys, zipfile
n = '$one.$f'
d = zipfile.ZipFile(n).read('content.xml' if n.endswith('odt') else 'word/document.xml').decode()
print(*re.findall(r'(?<=>)[^<>]+(?=</(?:text:(?:span|text-input|drop-down|p|h)|w:t)>)', d), sep='\n')")
	done | grep -v '^beckum/')" ""
	python3 everywhere.py $one.$f kennung.$f keys >/dev/null
	check "nor behind a key, $f" test "$(answer kennung.$f | grep -c 'WORT.*gibt es in der Ausgabe nicht')" = 5
done
python3 - <<'P2'
import csv, zipfile
from xml.sax.saxutils import escape
rows = list(csv.reader(open('boegen/bogen-fd-personal.csv', encoding='utf-8'), delimiter=';'))
at = next(r for r in rows if r[1] == 'massnahme')
at[rows[0].index('status')], at[rows[0].index('grund')] = 'läuft', 'Der Kurs wächst'
cells = ''.join('<table:table-row>' + ''.join(f'<table:table-cell><text:p>{escape(c)}</text:p></table:table-cell>'
                for c in r) + '</table:table-row>' for r in rows)
with zipfile.ZipFile('tabelle.ods', 'w') as z:
    z.writestr('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')
    names = ' '.join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ('office', 'table', 'text'))
    z.writestr('content.xml', f'<office:document-content {names}><office:body><office:spreadsheet><table:table '
               f'table:name="Bogen">{cells}</table:table></office:spreadsheet></office:body></office:document-content>')
P2
check "a table of a spreadsheet" equal "$(said tabelle.ods)" 'massnahme m-kompetenz: status="laeuft"' \
	'massnahme m-kompetenz: grund="Der Kurs wächst"'

two=boegen/bogen-verwaltung
python3 "$here/fill.py" $two.docx frist.docx m-jugendhilfe 'Was wird=geändert' 'Warum=Es wird teurer.' \
	'Neue Kosten=650.000 Euro' 'Neue Frist=2022'
sums $NEW >before
refused() {
	check "$1" says "[ANTWORT]" answer --eintragen "${@:2}"
	answer --eintragen "${@:2}" | grep ': Fehler: ' >>told
	check "$1: nothing is written" diff before <(sums $NEW)
}
falsch() {
	python3 "$here/fill.py" $two.docx falsch.docx m-jugendhilfe "${@:2}"
	refused "$1" falsch.docx
}
falsch "unchanged, but dearer" 'Was wird=unverändert' 'Neue Kosten=650.000'
falsch "no amount" 'Was wird=geändert' 'Warum=x' 'Neue Kosten=etwas mehr'
falsch "no year" 'Was wird=geändert' 'Warum=x' 'Neue Frist=bald'
falsch "not a choice" 'Was wird=Das klären wir noch'
python3 - <<'P2'
import re, zipfile
with zipfile.ZipFile('boegen/bogen-fd-soziale-dienste.docx') as z, zipfile.ZipFile('falsch.docx', 'w') as out:
    for i in z.infolist():
        out.writestr(i, re.sub(rb'<w:tr>(?:(?!</w:tr>).)*Kennung.*?</w:tr>', b'', z.read(i), flags=re.S, count=1))
P2
refused "no key" falsch.docx
printf 'PK\3\4' >kein.docx
check "no file" status 1 "$R" antworten -q "${with[@]}" kein.docx
cp "$TOP/tests/lesen/dateien/word.docx" fremd.docx
refused "no sheet" fremd.docx
python3 "$here/fill.py" $two.docx anders.docx m-jugendhilfe 'Was wird=geändert' 'Warum=Es wird teurer.' \
	'Neue Kosten=700.000'
refused "two that differ" frist.docx anders.docx
check "entered" status 0 "$R" antworten -q "${with[@]}" --eintragen frist.docx
check "the amount" grep -rq '<posten betrag="650000" turnus="einmalig">' $NEW
check "the years, and what the town calls so many" \
	grep -rq '<zeitbedarf klasse="mittelfristig" jahre="4" seit="2018"/>' $NEW
check "an unknown amount becomes known" status 0 "$R" antworten -q "${with[@]}" --eintragen voll.odt
check "and no state beside it" grep -rq '<posten betrag="12500">Kosten der Fortbildungen' $NEW
third=boegen/bogen-fd-soziale-dienste
python3 "$here/fill.py" $third.docx hand.docx m-begegnung 'Was wird=läuft' 'Neue Kosten=12.000' 'Neue Frist=2017'
answer --eintragen hand.docx >hand.out
grep Warnung: hand.out >>told
check "what cannot be entered stands as a comment" grep -rq -- \
	'<!-- Anmerkung aus hand.docx: kosten-neu: 12000; frist-neu: 2017 -->' $NEW
answer lose.docx | grep Warnung: >>told
check "what is told" diff "$here/forms.err" told
