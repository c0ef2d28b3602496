# Minutes that are taken back: their files, results and end of the session are gone from OParl; the session stays.
cp first.xml $N
check "issued" status 0 rs niederschrift -q -o aus $N
check "handed over" status 0 rs abgeben -q --sitzung $DAY/sitzung.xml -o paket.zip
check "exported" status 0 rs oparl exportieren -q -o oparl
cp r.db public.db
check "taken back" status 1 rs zurueckziehen $N --grund "Namen darin"
cp "$WORK/stderr" told
for f in aus/niederschrift.pdf aus/auszug-top-oe-2.pdf aus/auszug-top-oe-3.pdf paket.zip; do
	check "$f lies there" grep -q "^$f: Fehler" told
done
check "what the house has is not told" absent '^aus/intern|^sitzung/' told
check "the export is" grep -q '^oparl: Fehler: Die OParl-Ausgabe enthält es noch' told
check "when" grep -q "schon draußen: 2024-03-15 ausgegeben: aus/niederschrift.pdf" told
check "removed" status 0 rs zurueckziehen $N --grund "Namen darin" --entfernen
check "from the export, with its results" grep -q '^oparl/agendaitem/.*: gelöscht' "$WORK/stderr"
check "but not the notice" absent '^oparl/.*bekanntmachung.pdf' "$WORK/stderr"
check "exactly these" equal "$(cd aus; find . -name '*.pdf' | grep -E 'nieder|auszug' | sort | tr '\n' ' ')" \
	"./intern/auszug-top-n-1.pdf ./intern/niederschrift-intern.pdf "
gone() {
	rm -rf oparl
	check "$1: exported" status 0 rs oparl exportieren -q -o oparl
	check "$1: the session is there, nothing of its minutes" python3 - <<-'P'
		import glob, json
		m = json.load(open(glob.glob('oparl/meeting/*.json')[0]))
		assert not m.get('deleted') and 'resultsProtocol' not in m and 'end' not in m, m
		assert m['invitation'], m
		keys = {k for i in m['agendaItem'] for k in i}
		assert not keys & {'resolutionText', 'resolutionFile', 'keyword'}, m
		dead = [f for f in glob.glob('oparl/file/*.json') if json.load(open(f)).get('deleted')]
		assert len(dead) == 3, dead
	P
}
gone "by hand"
check "issued again: no" status 1 rs niederschrift -q -o zwei $N
check "told how" grep -q "Die Niederschrift war zurückgezogen und würde wieder öffentlich" "$WORK/stderr"
check "the package without it" status 0 rs abgeben -q --sitzung $DAY/sitzung.xml -o paket2
check "has no minutes" test -z "$(ls paket2 | grep -E 'niederschrift|auszug')"
check "made again from the sources" status 0 rs register neu-aufbauen -q lindental
gone "after a rebuild"
check "released with the word" status 0 rs freigeben -q --wird-oeffentlich $N
check "issued" status 0 rs niederschrift -q -o zwei $N
rm -rf oparl
check "exported" status 0 rs oparl exportieren -q -o oparl
check "public again" grep -rq resultsProtocol oparl/meeting

# signature taken out again: a draft is not public
cp public.db r.db
edited '/<unterzeichnung/s/ datum="[^"]*"//'
sed -i '0,/ ort="lindental"/s// ort="lindental" entwurf="ja"/' $N
check "a draft" status 0 rs aufnehmen $N
check "told" grep -q "Die Niederschrift war öffentlich und ist es nicht mehr" "$WORK/stderr"
gone "a draft"

# one item turns non-public in the minutes: the versions that tell it go, and it does not come back by itself
cp public.db r.db
sed 's|^ *<top id="anfragen"|      <top id="neu" nummer="Ö 6" ergebnis="kenntnis"><titel>Neues</titel></top>\n&|
	s|^  <verlauf>|&<aenderung art="erweiterung" top="neu">VOTE</aenderung>|
	s|VOTE|<abstimmung ergebnis="einstimmig" ja="6" nein="0" enthaltung="0"/>|' first.xml >$N
check "with an item of its own" status 0 rs niederschrift -q -o aus6 $N
check "which is public" bash -c "pdftotext aus6/niederschrift.pdf - | grep -q Neues"
cp $N public.xml
python3 - $N <<'P'
import re, sys
text = open(sys.argv[1]).read()
item = re.search(r' *<top id="neu".*?</top>\n', text)[0]
text = re.sub(r'<sitzungsteil art="nichtoeffentlich".*\n', lambda m: m[0] + item.replace("Ö 6", "N 3"),
	text.replace(item, ""))
open(sys.argv[1], "w").write(text)
P
check "moved" status 0 rs aufnehmen $N
check "told" grep -q "Der Punkt der Niederschrift war öffentlich und ist es nicht mehr" "$WORK/stderr"
check "and what lies there" \
	grep -q "aus6/niederschrift.pdf: Warnung: Die ausgegebene Datei liegt noch da" "$WORK/stderr"
check "not the version before" absent "aus/niederschrift.pdf: Warnung" "$WORK/stderr"
check "issued" status 0 rs niederschrift -q -o drei $N
cp public.xml $N
check "back: not by itself" status 1 rs niederschrift -q -o vier $N
check "told how" grep -q "war nichtöffentlich und würde öffentlich.*--wird-oeffentlich" "$WORK/stderr"

# the session itself: its minutes go with it, and none are issued
cp public.db r.db
cp first.xml $N
check "issued" status 0 rs niederschrift -q -o aus $N
check "the session" status 1 rs zurueckziehen $DAY/sitzung.xml --grund x
check "takes its minutes along" grep -q "^aus/niederschrift.pdf: Fehler" "$WORK/stderr"
check "none are issued" status 1 rs niederschrift -q -o fuenf $N
check "told why" grep -q "Die Sitzung rat-2024-03-05 ist zurückgezogen" "$WORK/stderr"
