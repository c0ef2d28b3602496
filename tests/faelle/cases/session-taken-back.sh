# A session that is taken back as a whole is gone from every public place with all that hangs on it: notice, Mappe,
# calendar, packages, OParl (tombstones of meeting, items, files, place). It comes back only with the word for it.
. "$TOP/tests/faelle/full-paper.sh"
sed -i 's|</tagesordnung>|<teil art="nichtoeffentlich"><vorlagen/></teil>&|
	s|<top id="fragen-s" art="einwohnerfragen"/>|&<top id="haus"><titel>GEHEIMHAUS am Bach</titel></top>|' $SESSION
sed -i 's|name="Rathaus" strasse="Weststraße 46"|name="GEHEIMSAAL" strasse="Weststraße 46"|' $SESSION
full_paper "Spielplatz am Bach" "$(step 'gremium="rat" rolle="entscheidung" massgeblich="ja" datum="2100-05-05"')"
session t 2100-06-05 17:00
sed -i 's/2026-01-02/2100-04-01/' $S/sitzung-t.xml
check "taken in" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $SESSION $S/sitzung-t.xml $V
check "released" status 0 rs freigeben -q $V
check "issued" status 0 rs ausgeben -q -o aus $V
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitz $SESSION
check "so is another one" status 0 rs tagesordnung -q --bekanntgeben -o sitz-t $S/sitzung-t.xml
check "handed over" status 0 rs abgeben -q --sitzung $SESSION -o paket.zip
check "exported" status 0 rs oparl exportieren -q -o oparl
check "the list of the export is right" bash -c "cd oparl && sha256sum -c --quiet --strict pruefsummen.sha256"
check "all of it is in the list" equal "$(cd oparl && find . -type f ! -name pruefsummen.sha256 | wc -l)" \
	"$(wc -l <oparl/pruefsummen.sha256)"
cp r.db public.db
cp $SESSION public.xml
mkdir kept && cp -r aus sitz oparl paket.zip kept
back() { rm -rf r.db aus sitz oparl neu paket2* paket.zip; cp public.db r.db; cp -r kept/* .; cp public.xml $SESSION; }
printf 'GEHEIMHAUS\nGEHEIMSAAL\n' >words
found() { python3 "$TOP/tests/leck.py" suche words "$@"; }
check "the words are out" test -n "$(found oparl)" -a -n "$(found sitz)" -a -n "$(found paket.zip)"
for how in file id; do
	back
	[ $how = file ] && what=$SESSION || what=s
	check "$how: taken back" status 1 rs zurueckziehen $what --grund "falsche Fassung"
	cp "$WORK"/stderr told
	for f in sitz/bekanntmachung.pdf sitz/mappe.pdf sitz/sitzung.ics paket.zip; do
		check "$how: $f lies there" grep -q "^$f: Fehler: Die ausgegebene Datei liegt noch da" told
	done
	check "$how: not what is the house's" absent 'tagesordnung-intern|aus/2100' told
	check "$how: the export holds it" grep -q "^oparl: Fehler: Die OParl-Ausgabe enthält es noch" told
	check "$how: announced when" grep -q "schon draußen: 2100-04-01 bekannt gemacht: Sitzung s" told
	check "$how: as a meeting" grep -q "schon draußen: 2100-04-01 in OParl: Meeting" told
	check "$how: handed over" grep -q "abgegeben: bekanntmachung-s.pdf" told
	check "$how: listed" says "sitz/bekanntmachung.pdf" rs register liste --draussen --breit
	check "$how: with the reason" says "falsche Fassung" rs register liste --draussen --breit
	check "$how: removed" status 0 rs zurueckziehen $what --grund "falsche Fassung" --entfernen
	cp "$WORK"/stderr removed
	check "$how: as many as were told" equal "$(grep -c '^oparl/.*: gelöscht' removed)" \
		"$(sed -n 's/.*enthält es noch (\([0-9]*\) .*/\1/p' told)"
	for f in 'meeting/.*json' body/beckum/meeting.json 'file/.*/mappe.pdf' 'download/.*/mappe.pdf' 'location/.*'; do
		check "$how: $f is gone" grep -q "^oparl/$f: gelöscht" removed
	done
	mv sitz/tagesordnung-intern.pdf .
	check "$how: no word lies in a public place" test -z "$(found oparl sitz aus)"
	mv tagesordnung-intern.pdf sitz
	check "$how: from the folder" equal "$(echo sitz/*)" sitz/tagesordnung-intern.pdf
	check "$how: the paper stays" test -n "$(ls aus)"
	check "$how: no word in the export" test -z "$(found oparl)"
	check "$how: the other session stays there" grep -rqE '"name":"[^"]*, Sitzung am 05.06.2100"' oparl/meeting
	check "$how: the package too" test ! -e paket.zip
	rm -rf oparl
	check "$how: exported" status 0 rs oparl exportieren -q -o oparl
	check "$how: no word of it" test -z "$(found oparl)"
	check "$how: tombstones" python3 - <<-'P'
		import glob, json
		every = {f: json.load(open(f)) for f in glob.glob("oparl/*/*.json")}
		kind = lambda k, dead: [x for x in every.values() if x.get("type", "").endswith("/" + k)
			and bool(x.get("deleted")) == dead]
		assert len(kind("Meeting", True)) == 1 and len(kind("Meeting", False)) == 1
		items = kind("AgendaItem", True)
		assert len(items) == 3 and len(kind("AgendaItem", False)) == 1, items
		assert len(kind("File", True)) == 2 and len(kind("Location", True)) == 1, kind("File", True)
		dead = [x for k in ("Meeting", "AgendaItem", "File", "Location") for x in kind(k, True)]
		assert all(set(x) <= {"id", "type", "created", "modified", "deleted"} for x in dead), dead
		paper = kind("Paper", False)[0]
		step = paper["consultation"][0]
		assert "meeting" not in step and "agendaItem" not in step, step
	P
done
check "not announced again" status 1 rs tagesordnung -q --bekanntgeben -o neu $SESSION
check "told how" grep -q "Die Sitzung war zurückgezogen und würde wieder öffentlich.*--wird-oeffentlich" "$WORK"/stderr
check "not handed over" status 1 rs abgeben -q --sitzung $SESSION -o paket2
check "told why" grep -q "Die Sitzung war zurückgezogen" "$WORK"/stderr
check "not taken in" status 1 rs aufnehmen -q $SESSION
sed -i 's/ ort="beckum"/& entwurf="ja"/' $SESSION
check "as a draft it is" status 0 rs aufnehmen -q $SESSION
sed -i 's/ entwurf="ja"//' $SESSION
check "the index is made anew" status 0 rs register neu-aufbauen -q beckum
rm -rf oparl
check "exported" status 0 rs oparl exportieren -q -o oparl
check "still no word of it" test -z "$(found oparl)"
check "released with the word" status 0 rs freigeben -q --wird-oeffentlich $SESSION
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o neu $SESSION
check "handed over" status 0 rs abgeben -q --sitzung $SESSION -o paket2
rm -rf oparl
check "exported" status 0 rs oparl exportieren -q -o oparl
check "public again" python3 - <<-'P'
	import glob, json
	meetings = [json.load(open(f)) for f in glob.glob("oparl/meeting/*.json")]
	assert len(meetings) == 2 and not any(m.get("deleted") for m in meetings), meetings
	assert all(m["location"]["description"] for m in meetings), meetings
P

# one that turns to a draft after it was announced
back
sed -i 's/ ort="beckum"/& entwurf="ja"/' $SESSION
check "a draft" status 0 rs aufnehmen $SESSION
check "told" grep -q "sitzung-s.xml:2: Warnung: Die Sitzung war öffentlich und ist es nicht mehr" "$WORK"/stderr
check "and what lies there" grep -q "sitz/mappe.pdf: Warnung: Die ausgegebene Datei liegt noch da" "$WORK"/stderr
rm -rf oparl
check "exported" status 0 rs oparl exportieren -q -o oparl
check "no word of it" test -z "$(found oparl)"

# a package that holds a paper only in the Mappe
back
check "a package of the session alone" status 0 rs abgeben -q --sitzung $SESSION -o nur.zip
check "the paper is taken back" status 1 rs zurueckziehen $V --grund x
check "that package holds it, too" grep -q "^nur.zip: Fehler" "$WORK"/stderr
