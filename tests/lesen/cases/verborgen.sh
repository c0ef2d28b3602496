# Words that no page shows are taken or told, never passed over: hidden text, rows, columns and sheets, what forms hold,
# the other part of a mail, properties, comments in markup. What is text now and was not to be seen is told as a guess.
python3 "$TOP/tests/lesen/verborgen.py"
python3 "$TOP/tests/lesen/beiwerk.py"
all_said() {
	local f=$1 w
	shift
	./fluss "$f" >said
	for w in "$@"; do grep -q "$w" said || { echo "$f: $w"; return 1; }; done
}
while read -r file words; do
	# shellcheck disable=SC2086
	check "$file: nothing is passed over" all_said "$file" $words
done <erwartet
hidden() { "$R" uebernehmen -q --ort beckum -o "aus/$1" "$1" && grep -h 'nicht zu sehen' "aus/$1/uebernahme.json"; }
guessed() {
	local f=$1 w
	shift
	hidden "$f" >guess
	for w in "$@"; do grep -q "„$w“" guess || return; done
}
check "Word: hidden, white, tiny" guessed schrift.docx geheimvanish geheimweiss geheimwinzig
check "white on dark is to be seen" test "$(grep -c 'hell auf' guess)" = 0
check "OpenDocument: hidden, white, a section" guessed schrift.odt geheimnone geheimweiss geheimabschnitt
check "a row of a table" guessed zeile.docx geheimzeile
check "a row and a column of a sheet" guessed blatt.xlsx geheimzeile geheimspalte
check "the same of OpenDocument" guessed blatt.ods geheimzeile geheimspalte
./fluss anmerkung.pdf >said
check "an annotation is a remark at its page, with who and when" grep -q 'comment author="geheimname".*2024-03-01' said
check "what a file says beside its pages" says "$(printf 'Lesezeichen\t0\t\t\tWorum es geht')" \
	"$R" anlage --beiwerk "$FILES/unmarkiert-latex.pdf"
head -c 300 "$FILES/unmarkiert-latex.pdf" >kaputt.pdf
status 1 "$R" anlage --beiwerk kaputt.pdf
check "of a broken one the library tells nothing in its own words" test ! -s "$WORK/stderr"
printf '<style>.w{display: none}</style><p class="a w">geheimregel<p>Da' >regel.html
check "a rule of the page hides a class" guessed regel.html geheimregel
check "HTML" guessed seite.html geheimnone geheimhidden
"$R" uebernehmen -q --ort beckum -o aus/weg "$TOP/tests/lesen/korpus/a26-deleted-paragraphs.docx"
check "what tracking took away is told" grep -q 'gestrichen und nicht übernommen' aus/weg/uebernahme.json
# An ampersand in an attribute is one sign.
head='<w:p><w:hyperlink r:id="h"><w:r><w:t>Land</w:t></w:r></w:hyperlink></w:p>'
python3 - "$TOP/tests/lesen/boese.py" "$head" <<-'P'
	import sys
	exec(open(sys.argv[1]).read().split('para = ')[0])
	link = rels(('h', 'hyperlink', 'https://example.org/?a=1&amp;b=2', ' TargetMode="External"'))
	open('und.docx', 'wb').write(docx(sys.argv[2], [('word/_rels/document.xml.rels', link)]))
P
check "an address with an ampersand" says 'example.org/?a=1&b=2' ./fluss und.docx
# Attributes in a table whose columns are drawn by blanks move none of them.
printf '  ------------- ----------\n  [eins]{.c0}   [geheim]{.c0}\n  ------------- ----------\n' >spalten.md
check "columns stay whole" grep -qx ' *text: \[geheim\]' <(./fluss spalten.md)
# What notes and links are found by is no text; the rest of such a line is.
printf '%s\n\n' 'Text[^notenname], [Blatt][linkname], [Woche].' '[^notenname]: Amt.' '[linkname]: <http://x.de>' \
	'[woche]: <http://y.de>' >namen.md
check "names of notes and links are no text" absent 'notenname|linkname|Nicht zugeordnet' <(./fluss namen.md)
printf 'Ende[x][unbekannt]\n\n[^offen und verlorenes\n\n[Punkt]: kein Ziel\n' >offen.md
check "what leads nowhere is" all_said offen.md unbekannt offen verlorenes Punkt Ziel
# Two parts of one name: one is read, that there are two is told.
python3 - <<-'X'
	import warnings, zipfile
	warnings.simplefilter('ignore')
	with zipfile.ZipFile('schrift.docx') as a, zipfile.ZipFile('zweimal.docx', 'w') as b:
	    for n in a.namelist() + ['word/document.xml']:
	        b.writestr(n, a.read(n))
X
check "two parts of one name are told" says 'gelesen ist der erste: word/document.xml' ./fluss zweimal.docx
