# What is in the package of a session.
check "not issued: each paper is named at its line" test "$("$R" abgeben --register released.db --sitzung $SESSION \
	-o early.zip 2>&1 | grep -c 'vorlage-.*xml:3: Warnung: .*ABGABEFEHLT')" -eq 5
rm -f new.db
check "taken in elsewhere" status 0 "$R" aufnehmen -q --register new.db $SESSIONS/*/*.xml
check "not before it is issued" status 1 "$R" abgeben --register new.db --sitzung $SESSION -o early.zip
check "no package then" test ! -e early.zip
check "no second package without anything non-public" test ! -e abgabe-nichtoeffentlich.zip
cd first || exit 1
check "digests" sha512sum --quiet --strict -c pruefsummen.sha512
check "digests of every file" diff <(cut -c131- pruefsummen.sha512) \
	<(find . -type f ! -name pruefsummen.sha512 | cut -c3- | LC_ALL=C sort)
check "names: ASCII, one dot" bash -c "! find . -type f | cut -c3- | grep -vE '^([a-z]+/)*[a-z0-9-]+[.][a-z0-9]+\$'"
check "PDFs are named by kind and number" equal "$(ls ./*.pdf | cut -c3-)" beschlussvorlage-2023-0123.pdf \
	beschlussvorlage-2023-0124.pdf beschlussvorlage-2023-0125.pdf mitteilungsvorlage-2023-0121.pdf \
	mitteilungsvorlage-2023-0122.pdf
for f in *.pdf; do
	check "HTML beside $f" test -s "${f%.pdf}.html"
	check "source beside $f" xmllint --noout "${f%.pdf}.xml"
done
for kind in body meeting agendaitem consultation file organization location paper; do
	check "OParl: $kind" bash -c "ls oparl/$kind/*.json"
done
check "OParl: system" test -e oparl/system.json
cd .. || exit 1
check "the bytes that were issued" cmp first/beschlussvorlage-2023-0123.pdf ausgabe/2023-0123-beschlussvorlage.pdf
check "HTML set by hand" status 0 "$R" setzen -q --format html -o b.html $PAPER
check "is the HTML of the package" cmp b.html first/beschlussvorlage-2023-0123.html
check "manifest" holds first 'm["format"] == "ratssatz-abgabe" and m["oeffentlich"] and len(m["dokumente"]) == 5 and
	m["fehlt"] == ["bekanntmachung"]'
check "manifest: digests" holds first \
	'all(hashlib.sha512(data(x["dateien"][0]["datei"])).hexdigest() == x["sha512"] for x in m["dokumente"])'
check "manifest: the way of a paper" holds first 'doc("2023/0123")["beratungsfolge"] ==
	[{"gremium": "Integrationsrat", "datum": "2023-05-31", "rolle": "Entscheidung", "massgeblich": True}]'
check "OParl: the object of each paper" holds first 'all(
	json.loads(data("oparl" + x["oparl"].split("8980")[1]))["reference"] == x["nummer"] for x in m["dokumente"])'
check "table: a row a paper" holds first '[r["nummer"] for r in t] ==
	["2023/0121", "2023/0122", "2023/0123", "2023/0124", "2023/0125"]'
check "table: each names its file" holds first 'all(os.path.exists(d + "/" + r["datei"]) for r in t)'
check "receipt form: empty, one for each" holds first \
	'len(q["eintraege"]) == 5 and all(e["kennung"] == e["adresse"] == e["ablehnung"] == "" for e in q["eintraege"])'
check "five are open" test "$(open_ones)" -eq 5
