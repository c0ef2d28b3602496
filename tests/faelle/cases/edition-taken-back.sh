# An edition that is taken back stands in the papers that present it: their files and the Mappe go with it, and none is
# issued, announced or released again until the edition is, by the word for it.
. "$TOP/tests/faelle/full-paper.sh"
E=content/beckum/konzept-x
cp -r "$TOP/tests/gremien/inhalt/beckum/konzept-geheimwortb3" $E
sed -i 's/GEHEIMWORTB4/Grün/' $E/konzept.xml
full_paper "Das Konzept" "$(step 'gremium="rat" rolle="entscheidung" massgeblich="ja" datum="2100-05-05"')"
python3 - $V <<'P'
import sys
text = open(sys.argv[1]).read()
text = text.replace('</angaben>', '<praesentiert edition="beckum/konzept-x"/></angaben>')
text = text.replace('<erlaeuterungen>', '<erlaeuterungen><massnahmen-aus edition="beckum/konzept-x"/>')
open(sys.argv[1], 'w').write(text)
P
check "taken in" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $SESSION $E/konzept.xml $V
check "released" status 0 rs freigeben -q $E/konzept.xml $V
check "issued" status 0 rs ausgeben -q -o aus $E/konzept.xml $V
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitz $SESSION
PDF=aus/2100-0001-beschlussvorlage.pdf
check "the paper shows it" grep -q GEHEIMWORTB7 <(pdftotext $PDF -)
check "taken back" status 0 rs zurueckziehen -q $E/konzept.xml --grund x --entfernen
check "with the paper's files" test ! -e $PDF -a ! -e sitz/mappe.pdf -a -e sitz/bekanntmachung.pdf
check "exported" status 0 rs oparl exportieren -q -o oparl
check "no word of it" nowhere GEHEIMWORTB oparl
check "the paper stays, without a file" python3 - <<'P'
import glob, json
paper, = (p for p in (json.load(open(f)) for f in glob.glob('oparl/paper/*.json')) if p.get('reference') == '2100/0001')
assert not paper.get('deleted') and 'mainFile' not in paper, paper
P
for command in "ausgeben -o aus $V" "freigeben $V" "tagesordnung --bekanntgeben -o neu $SESSION"; do
	# shellcheck disable=SC2086
	check "refused: ${command%% *}" status 1 rs $command -q
	check "told" grep -q "vorlage-v.xml:2: Fehler: Die Vorlage gibt „beckum/konzept-x“ wieder, das zurück" \
		"$WORK"/stderr
done
check "public again" status 0 rs freigeben -q --wird-oeffentlich $E/konzept.xml
check "so is the paper" status 0 rs ausgeben -q -o aus $V
