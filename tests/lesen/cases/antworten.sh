# A document goes out as .docx and comes back from two people: comments become remarks, changes one list of proposals.
export RATSSATZ_GESTALTUNG=$TOP/templates
mkdir content && cp -r "$TOP/content/beckum" content/
source=content/beckum/integrationskonzept-2018
chapter=$source/01-ausgangslage.xml
cp $chapter before
"$R" setzen -q --format docx -o k.docx $source
"$R" setzen -q --format odt -o k.odt $source
answer() { python3 "$TOP/tests/lesen/antwort.py" k.docx "$@"; }
answer a.docx "Erika Muster" 'statt=Osteuropa=Ost- und Mitteleuropa' 'statt=Gewicht=Ansehen' \
	'absatz=lernen: Integration=Ein neuer Absatz &amp; mehr.' 'kommentar=Ausländerbeirat=Ist das so?'
answer b.docx "Hans Beispiel" 'statt=Osteuropa=Ost- und Mitteleuropa' 'statt=Gemeindeordnung=Kommunalordnung' \
	'kommentar=Gemeindeordnung=Bitte &lt;GO&gt; prüfen'
check "they come back" status 0 "$R" uebernehmen --kommentare a.docx b.docx
cp "$WORK/stdout" list
check "as one list" says_all list '^4 Vorschläge, 2 Vermerke, 0 nicht zugeordnet$'
check "two said the same" says_all list \
	' 2 .*:9: Erika Muster, auch Hans Beispiel: „Ost- und Mitteleuropa“ statt „Osteuropa“'
check "a new paragraph" says_all list ' 3 .*:12: Erika Muster: neuer Absatz „Ein neuer Absatz & mehr.“'
diff before $chapter >changed
check "only remarks were put in" test "$(grep -c '^>' changed)" = 2
check "with name and time" says_all $chapter \
	'<vermerk name="Erika Muster" zeit="2024-03-01T10:00:00Z"><absatz>Ist das so?</absatz></vermerk>Anfang' \
	'<vermerk name="Hans Beispiel" zeit="2024-03-01T10:00:00Z"><absatz>Bitte &lt;GO&gt; prüfen</absatz>'
cp $chapter remarks
check "once more" status 0 "$R" uebernehmen --kommentare a.docx b.docx
check "nothing twice" cmp remarks $chapter
check "two are accepted" status 0 "$R" uebernehmen --kommentare a.docx b.docx --annehmen 1,3
check "they stand there" says_all $chapter 'großes Ansehen, heute' '^  <absatz>Ein neuer Absatz &amp; mehr.</absatz>$'
check "the others do not" absent 'Mitteleuropa|Kommunalordnung' $chapter
check "the source is sound" status 0 "$R" pruefen -q $source
check "as JSON" says '"art":"ersetzen"' "$R" uebernehmen --kommentare --json a.docx b.docx
check "a remark is in nothing public" status 0 "$R" setzen -q --format html -o k.html $source
check "not in HTML" absent 'Ist das so' k.html
check "a wrong choice" status 1 "$R" uebernehmen --kommentare a.docx --annehmen eins
check "a file of somebody else does not say its source" status 1 "$R" uebernehmen --kommentare "$FILES/word.docx"
check "it is named then" status 0 "$R" uebernehmen --kommentare "$FILES/word.docx" --quelle $source
check "and has no place there" says 'nicht zugeordnet: steht so nicht in der Quelle' \
	"$R" uebernehmen --kommentare "$FILES/word.docx" --quelle $source
check "OpenDocument says its source" says '0 Vorschläge, 0 Vermerke' "$R" uebernehmen --kommentare k.odt
# The same sentence twice: the bookmark says which; a title that was generated leads to what it was made of.
cp before $chapter
twice='  <absatz>Dieser Satz steht zweimal hier.<\/absatz>'
sed -i "s/^  <\/kapitel>\|^<\/kapitel>/$twice\n$twice\n&/" $chapter
last=$(grep -n 'steht zweimal' $chapter | tail -n 1 | cut -d: -f1)
"$R" setzen -q --format docx -o k.docx $source
answer c.docx "Erika Muster" 'zweites=zweimal=doppelt' 'kommentar=Zeitbedarf=Wer prüft das?'
check "they come back, too" status 0 "$R" uebernehmen --kommentare c.docx --annehmen 1
check "the second one is meant" says_all "$WORK/stdout" \
	"01-ausgangslage.xml:$last: Erika Muster: „doppelt“ statt „zweimal“"
check "and changed" test "$(sed -n "${last}p" $chapter)" = '  <absatz>Dieser Satz steht doppelt hier.</absatz>'
check "the first is not" grep -q 'steht zweimal' $chapter
check "a remark on a word of the program has a place" says_all "$WORK/stdout" 'Vermerk „Wer prüft das?“.*eingetragen'
check "it is sound" status 0 "$R" pruefen -q $source
answer d.docx "Erika Muster" 'kommentar=Weitere Kosten=Wie hoch?'
check "a remark on an amount, too" says 'Vermerk „Wie hoch?“' "$R" uebernehmen --kommentare d.docx
check "which takes none: the source stays sound" status 0 "$R" pruefen -q $source
check "it stands beside" grep -rq 'Wie hoch?' $source
# A paragraph that a colleague moved without tracking is told, and nobody else's.
cp before $chapter
"$R" setzen -q --format docx -o k.docx $source
python3 - k.docx m.docx <<'X'
import re, sys, zipfile
a, b = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(sys.argv[2], 'w')
for n in a.namelist():
    x = a.read(n)
    if n == 'word/document.xml':
        x = x.decode()
        p = re.search(r'<w:p>(?:(?!</w:p>).)*lernen: Integration.*?</w:p>', x, re.S)
        rest = x[p.end():]
        at = re.match(r'(?:<w:p>.*?</w:p>){2}', rest, re.S).end()
        x = (x[:p.start()] + rest[:at] + p.group() + rest[at:]).encode()
    b.writestr(n, x)
b.close()
X
check "a moved paragraph" status 0 "$R" uebernehmen --kommentare m.docx
check "is told, to be moved by hand" says_all "$WORK/stdout" 'neuer Absatz .*von Hand: er stand an anderer Stelle' \
	'^1 Vorschläge, 0 Vermerke, 0 nicht zugeordnet$'
