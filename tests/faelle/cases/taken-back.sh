# What is taken back, or turns non-public, is gone from every public place at once: OParl keeps tombstones, no text, no
# file, no older version, no Mappe that holds it; notice and calendar have the neutral title, packages nothing of it.
. "$TOP/tests/faelle/full-paper.sh"
sed -i 's|</tagesordnung>|<teil art="nichtoeffentlich"><vorlagen/></teil>&|' $SESSION
full_paper_out "Verkauf für GEHEIMPREIS"
check "handed over" status 0 rs abgeben -q --sitzung $SESSION -o paket.zip
check "exported" status 0 rs oparl exportieren -q -o oparl
NUMBER=$(number v)
cp r.db public.db
cp -r aus sitz kept 2>/dev/null || { mkdir kept && cp -r aus sitz kept; }
cp $V public.xml
# found WHERE: files below it in which the word is, PDFs by their text
found() {
	grep -rl --include='*.json' --include='*.csv' --include='*.ics' --include='*.xml' --include='*.html' "$2" "$1"
	for f in $(find "$1" -name '*.pdf'); do pdftotext "$f" - | tr '\n' ' ' | grep -q "$2" && echo "$f"; done
}
back() { rm -rf r.db aus sitz oparl; cp public.db r.db; cp -r kept/* .; cp public.xml $V; }
# gone HOW: from all that goes out from now on
gone() {
	rm -rf oparl neu paket2*
	check "$1: exported" status 0 rs oparl exportieren -q -o oparl
	check "$1: no word of it" test -z "$(found oparl GEHEIMPREIS)"
	check "$1: tombstones of paper and files" python3 - <<-'P'
		import glob, json
		every = [json.load(open(f)) for f in glob.glob("oparl/*/*.json")]
		dead = [x for x in every if x.get("deleted")]
		assert any(x["type"].endswith("/Paper") for x in dead), "no paper"
		assert sum(x["type"].endswith("/File") for x in dead) >= 3, len(dead)
		assert all("text" not in x and "name" not in x for x in dead)
	P
	check "$1: announced again" status 0 rs tagesordnung -q --bekanntgeben -o neu $SESSION
	check "$1: handed over" status 0 rs abgeben -q --sitzung $SESSION -o paket2
	check "$1: not in the public package" test -z "$(found paket2 GEHEIMPREIS)"
	rm -f neu/*intern*
	check "$1: neutral in the notice" test -z "$(found neu GEHEIMPREIS)"
	check "$1: with its neutral title" grep -q "Angelegenheit am Bach" <(pdftotext neu/bekanntmachung.pdf -)
	check "$1: listed" says "aus/2100-0001" rs register liste --draussen --breit
}
check "without a reason" status 2 rs zurueckziehen "$NUMBER"
check "unknown" status 1 rs zurueckziehen 1999/0001 --grund x
check "taken back by its number" status 1 rs zurueckziehen "$NUMBER" --grund "enthält Namen"
check "told what was out" grep -q "schon draußen: 2100-04-01 ausgegeben: aus/2100-0001" "$WORK"/stderr
check "and to whom" grep -q "schon draußen: 2100-04-01 an das Ratsinformationssystem abgegeben" "$WORK"/stderr
check "and where it was announced" grep -q "schon draußen: 2100-04-01 bekannt gemacht: Sitzung s" "$WORK"/stderr
check "the export that holds it" grep -q "^oparl: Fehler: Die OParl-Ausgabe enthält es noch" "$WORK"/stderr
check "the package that holds it" grep -q "paket.zip: Fehler: Die ausgegebene Datei liegt noch da" "$WORK"/stderr
check "the calendar that names it" grep -q "sitz/sitzung.ics: Fehler" "$WORK"/stderr
check "what lies there is told" grep -q "aus/2100-0001.*pdf: Fehler: Die ausgegebene Datei liegt noch da" "$WORK"/stderr
check "and the Mappe" grep -q "sitz/mappe.pdf: Fehler" "$WORK"/stderr
cp sitz/tagesordnung-intern.pdf intern.pdf
echo >>sitz/bekanntmachung.pdf
check "removed" status 0 rs zurueckziehen "$NUMBER" --grund "enthält Namen" --entfernen
check "what was changed since is told" grep -q "^sitz/bekanntmachung.pdf: Warnung: .*anderen Inhalt" "$WORK"/stderr
check "of the export" grep -q "^oparl/agendaitem/.*json: gelöscht" "$WORK"/stderr
check "exactly what the ledger has" test "$(echo aus/* sitz/*)" = \
	"aus/* sitz/bekanntmachung.pdf sitz/tagesordnung-intern.pdf"
check "the package too" test ! -e paket.zip
check "and the export" test -z "$(found oparl GEHEIMPREIS)" -a -s oparl/system.json
rs register pruefen >/dev/null 2>told
check "what was taken back is not missed" absent "aus/2100-0001.*AUSGABEFEHLT" told
check "the reason is kept" says "enthält Namen" rs register liste --draussen --breit
check "it is not issued" status 1 rs ausgeben -q -o aus $V
check "told how it may be" grep -q -- "war zurückgezogen und würde öffentlich.*--wird-oeffentlich" "$WORK"/stderr
check "nor taken in" status 1 rs aufnehmen -q $V
cp -r kept/aus .
gone "by number"
check "released with the word" status 0 rs freigeben -q --wird-oeffentlich $V
check "it is issued" status 0 rs ausgeben -q -o aus2 $V
check "exported" status 0 rs oparl exportieren -q -o oparl
check "and public again" grep -rq GEHEIMPREIS oparl/paper
check "with its file" grep -rq '"mainFile"' oparl/paper

back
check "by its file" status 1 rs zurueckziehen $V --grund x
check "the list says so" says "zurückgezogen" rs register liste --breit
check "and so does a search" says "zurückgezogen" rs register suche GEHEIMPREIS --breit
gone "by file"

# one attribute
back
sed -i 's/ datum="2100-01-02"/& oeffentlich="nein"/' $V
check "non-public" status 0 rs aufnehmen $V
check "told" grep -q "vorlage-v.xml:2: Warnung: Die Vorlage war öffentlich und ist es nicht mehr" "$WORK"/stderr
check "what lies there is told" grep -q "sitz/mappe.pdf: Warnung: Die ausgegebene Datei liegt noch da" "$WORK"/stderr
check "at once" test -z "$(rs oparl exportieren -q -o sofort && found sofort GEHEIMPREIS)"
check "released" status 0 rs freigeben -q $V
gone "attribute"

# an Anlage: the paper stays, no version that holds it
for how in attribute command; do
	back
	if [ $how = attribute ]; then
		sed -i 's/ seiten="1"/& oeffentlich="nein"/' $V
		check "$how: taken in" status 0 rs aufnehmen -q $V
	else
		check "$how: taken back" status 1 rs zurueckziehen $S/plan.pdf --grund Namen
	fi
	rm -rf oparl
	check "$how: exported" status 0 rs oparl exportieren -q -o oparl
	check "$how: no file with it" test -z "$(for f in $(find oparl -name '*.pdf'); do
		pdfdetach -list "$f" | grep -q plan.pdf && echo "$f"; done)"
	check "$how: the paper stays, the files are gone" python3 - <<-'P'
		import glob, json
		papers = [json.load(open(f)) for f in glob.glob("oparl/paper/*.json")]
		assert len(papers) == 1 and not papers[0].get("deleted") and "mainFile" not in papers[0], papers
		files = [json.load(open(f)) for f in glob.glob("oparl/file/*.json")]
		assert sum(bool(f.get("deleted")) for f in files) == 2, files
	P
done
check "issued with it again? no" status 1 rs ausgeben -q -o aus $V

# an item
back
sed -i '5s|<vorlagen/>|&<top id="haus"><titel>GEHEIMHAUS</titel></top>|' $SESSION
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitz $SESSION
sed -i '5s|<top id="haus">.*</top>||' $SESSION
sed -i '6s|<vorlagen/>|&<top id="haus"><titel>GEHEIMHAUS</titel><neutral>Ein Haus</neutral></top>|' $SESSION
check "taken in" status 0 rs aufnehmen -q $SESSION
rm -rf oparl
check "exported" status 0 rs oparl exportieren -q -o oparl
check "no word of the item" test -z "$(found oparl GEHEIMHAUS)"

# decided before: how stays with its item, without what was added
back
at 2100-05-06T08:00:00Z
check "decided" status 0 rs ergebnis -q --gremium rat --datum 2100-05-05 --ja 6 --nein 2 --enthaltung 1 \
	--zusatz "zum GEHEIMPREIS" $V mehrheitlich
check "taken back" status 1 rs zurueckziehen $V --grund x
rm -rf oparl
check "exported" status 0 rs oparl exportieren -q -o oparl
check "no word of it" test -z "$(found oparl GEHEIMPREIS)"
check "item and result stay" grep -rqE '"name":"Angelegenheit am Bach","public":true,"result":"[^"]*\(6 Ja[^"]*\)","' \
	oparl/agendaitem
check "the paper is gone" test -z "$(grep -rl '"consultation"' oparl/agendaitem)"
