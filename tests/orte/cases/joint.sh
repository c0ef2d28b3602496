# Two committees of a Samtgemeinde meet together: announced once, each with its chair, attendance, quorum, votes and
# results; somebody sits in both, a deputy comes for a member who leaves, one body alone decides on an item.
words() { pdftotext "$1" - | tr '\n' ' ' | sed 's/\xc2\xa0/ /g; s/\xc2\xad//g' | tr -s ' '; }
town tiefwald
clock 2026-03-02T10:00:00Z
check "taken in" status 0 rs aufnehmen -q content/tiefwald/verzeichnis.xml $S/*.xml
check "released" status 0 rs freigeben -q $S/vorlage-*.xml
check "issued" status 0 rs ausgeben -q -o aus $S/vorlage-*.xml
check "announced once" status 0 rs tagesordnung -q --bekanntgeben --regiebuch -o aus $S/sitzung.xml
words aus/bekanntmachung.pdf >notice
check "for both" grep -q 'gemeinsamen Sitzung Gremium Bauausschuss und Umweltausschuss' notice
check "each paper once, a role once" \
	grep -q 'Ö 1 Solardach der Kläranlage (Vorberatung).* Ö 2 Ein Teich am Dorfhaus (Vorb' notice
check "by both chairs" grep -q 'gezeichnet Ausschussvorsitz gezeichnet Sprecher des Umweltausschusses' notice
check "in the calendar" grep -q 'SUMMARY:Sitzung: Bauausschuss und Umweltausschuss' aus/sitzung.ics
words aus/regiebuch.pdf >book
check "the chair has the quorum of each" \
	grep -q 'Bauausschuss: nötig sind 2 von 3 .*Umweltausschuss: nötig sind 2 von 3' book
check "and room for the votes of each" equal "$(grep -o 'ausschuss Ja: __*' book | wc -l)" 4

clock 2026-03-20T10:00:00Z
check "minutes begin" status 0 rs niederschrift -q $S/sitzung.xml
check "with who chairs each, whatever his role is called" equal "$(grep -o '<leitung[^>]*>' $N)" \
	'<leitung person="p-anders" gremium="bauausschuss"/>' '<leitung person="p-damm" gremium="umweltausschuss"/>'
check "both sign" equal "$(grep -c '<unterzeichnung person' $N)" 2
check "a draft" status 0 rs niederschrift -q -o entwurf $N
cp "$TOP"/tests/orte/orte/tiefwald/niederschrift.xml $N
cp $N right.xml
check "right" status 0 rs pruefen $N
check "set" status 0 rs niederschrift -q -o aus $N
words aus/niederschrift.pdf >text
for line in "Leitung Anke Anders (Bauausschuss); Dieter Damm (Umweltausschuss)" \
	"Bauausschuss: gegeben, 3 von 3 Stimmberechtigten anwesend, nötig sind 2; Umweltausschuss: gegeben, 3 von 3" \
	"Bauausschuss: Stimmberechtigte Mitglieder" "Anke Anders, Ausschussvorsitz" "Dieter Damm, Sprecher" \
	"bis einschließlich TOP Ö 1" \
	"Abstimmung: Bauausschuss: 2 Ja, 1 Nein, 0 Enthaltungen; mehrheitlich beschlossen" \
	"Umweltausschuss: 1 Ja, 2 Nein, 0 Enthaltungen; mehr" \
	"Beschlussvorschlag Das Vorhaben „Ein Teich"; do
	check "printed: $line" grep -qF -- "$line" text
done
check "who sits in both is there twice" equal "$(grep -o 'Clara Claas' text | wc -l)" 2
check "each body's result is in its step" equal "$(grep -o 'gremium="[a-z]*" .*ergebnis=.*(. Ja' $S/vorlage-teich.xml |
	sed 's/ datum.*top=/ top=/')" 'gremium="bauausschuss" top="Ö 2" ergebnis="mehrheitlich beschlossen (2 Ja' \
	'gremium="umweltausschuss" top="Ö 2" ergebnis="mehrheitlich abgelehnt (1 Ja'
check "the register names both" says 'bauausschuss, umweltausschuss' rs register liste sitzungen --breit
check "a result by hand, of one body" status 0 rs ergebnis -q 0002/2026 vertagt --berichtigen \
	--gremium umweltausschuss --datum 2026-03-12
check "handed over" status 0 rs abgeben -q --sitzung $S/sitzung.xml -o ab.zip

# OParl: one meeting of two organizations, in the lists of both
rs oparl exportieren -q -o net --basis-url https://example.org
py 'import glob, json
one = json.load(open(glob.glob("net/meeting/*.json")[0]))
print(one["name"], len(one["organization"]))
for url in one["organization"]:
    path = "net" + url.removeprefix("https://example.org")
    print(json.load(open(path))["name"], [m["id"] == one["id"] for m in
        json.load(open(path.replace(".json", "/meeting.json")))["data"]])
print([i.get("result") for i in one["agendaItem"]][1])' >oparl
check "in OParl" equal "$(cat oparl)" 'Bauausschuss und Umweltausschuss, gemeinsame Sitzung am 12.03.2026 2' \
	"Bauausschuss [True]" "Umweltausschuss [True]" "$(printf '%s' 'Bauausschuss: mehrheitlich beschlossen (2 Ja, ' \
	'1 Nein, 0 Enthaltungen); Umweltausschuss: mehrheitlich abgelehnt (1 Ja, 2 Nein, 0 Enthaltungen)')"
# one consultation of both where they do the same with a paper, the item names it, and so do both lists
py 'import glob, json
get = lambda url: json.load(open("net" + url.removeprefix("https://example.org")))
for paper in sorted((json.load(open(f)) for f in glob.glob("net/paper/*.json")), key=lambda p: p["reference"]):
    for c in paper["consultation"][:-1]:
        item = get(c["agendaItem"])
        print(paper["reference"], c["role"], len(c["organization"]), item["consultation"] == c["id"],
            [c["id"] in [m["id"] for m in get(o.replace(".json", "/consultation.json"))["data"]]
                for o in c["organization"]])' >consulted
check "a consultation of both" equal "$(cat consulted)" '0001/2026 Vorberatung 1 True [True]' \
	'0002/2026 Vorberatung 2 True [True, True]'
cp r.db before.db
check "built anew" status 0 rs register neu-aufbauen -q tiefwald
check "as it was" says "bauausschuss, umweltausschuss" rs register liste sitzungen --breit

# wrong WHAT CODE SCRIPT
wrong() {
	sed "$3" right.xml >$N
	check "$1" says "[$2]" rs pruefen $N
}
wrong "a vote of nobody" GEMEINSAM 's/<abstimmung gremium="bauausschuss"/<abstimmung/'
wrong "of a body that does not meet" GEMEINSAM 's/<abstimmung gremium="bauausschuss"/<abstimmung gremium="rat"/'
wrong "of one nobody knows" VERWEIS 's/gemeinsam-mit="umweltausschuss"/gemeinsam-mit="umweltauschuss"/'
wrong "minutes of one of both" GEMEINSAM 's/ gemeinsam-mit="umweltausschuss"//'
wrong "more votes than the body has" STIMMEN '/bauausschuss" erg/s/ja="2"/ja="4"/'
wrong "not enough of one body" BESCHLUSSFAEHIG 's/\(person="p-ehlers"\).*/\1 stand="abwesend"\/>/
	s/\(person="p-damm"\)\/>/\1 stand="abwesend"\/>/; /p-friese/d'
# all vote together on the agenda: who sits in both has one vote there
sed 's|<sitzungsteil art="oeffentlich">|<aenderung art="reihenfolge"><absatz>Punkt 2 zuerst.</absatz><abstimmung \
ergebnis="einstimmig" ja="5" nein="0" enthaltung="0"/></aenderung>&|' right.xml >$N
check "on the agenda all vote together" status 0 rs pruefen $N
sed -i 's/ja="5"/ja="6"/' $N
check "each once" says "[STIMMEN]" rs pruefen $N
# so they do where the agenda is an item, or on a motion about how to go on
sed 's|<top id="anfragen".*|<top id="anfragen" nummer="Ö 3" art="verfahren">|
	/id="anfragen"/,/<\/top>/s|</titel>|&<abstimmung ergebnis="einstimmig" ja="5" nein="0" enthaltung="0"/>|' \
	right.xml >$N
check "also where it is an item" status 0 rs pruefen $N
sed 's|<titel>Ein Teich.*|&<antrag person="p-damm" art="geschaeftsordnung"><absatz>Schluss der Aussprache.</absatz>\
<abstimmung ergebnis="einstimmig" ja="5" nein="0" enthaltung="0"/></antrag>|' right.xml >$N
check "and on a motion of procedure" status 0 rs pruefen $N
# what passed in both is decided, whatever the majorities; what passed in one alone is not
check "passed in one" says Beschlussvorschlag "$R" setzen -q --dump=vorlesen right.xml
sed '/umweltausschuss" ergebnis="abg/s/abgelehnt" ja="1" nein="2"/einstimmig" ja="3" nein="0"/' right.xml >$N
check "passed in both" status 0 "$R" setzen -q --dump=vorlesen $N
check "is no proposal" absent Beschlussvorschlag "$WORK/stdout"
# each body has its own period
sed -i 's|</regeln>|<frist gremium="umweltausschuss" frist="14 Tage" dringend="3 Tage"/>&|' \
	templates/tiefwald/regeln.xml
check "the longer period of one body" says "Umweltausschuss: Zwischen Bekanntmachung" rs pruefen $S/sitzung.xml
# one slip, one message: what names a body that does not meet is of none, not of the first
# once WHAT SCRIPT
once() {
	sed "$2" right.xml >$N
	rs pruefen $N >told 2>&1
	check "told once: $1" equal "$(grep -o '\[[A-Z]*\]$' told)" '[GEMEINSAM]'
}
once "a vote of more than the first has" '/<abstimmung gremium="umweltausschuss" ergebnis="abg/{
	s/"umweltausschuss"/"rat"/; s/nein="2"/nein="5"/}'
once "a vote on the agenda" 's|<sitzungsteil art="oeffentlich">|<aenderung art="reihenfolge"><absatz>Punkt 2 zuerst.\
</absatz><abstimmung gremium="rat" ergebnis="einstimmig" ja="9" nein="0" enthaltung="0"/></aenderung>&|'
once "somebody's attendance" 's/<teilnahme person="p-damm"/& gremium="rat"/'
ballots='<bewerbung id="w" person="p-berg"/><wahlgang><wahlstimmen bewerbung="w" zahl="9"/></wahlgang></wahl>'
for body in '' ' gremium="rat"'; do
	once "an election of nobody$body" \
		"/<abstimmung gremium=\"bauausschuss\" ergebnis=\"meh/s|<.*|<wahl amt=\"Sprecher\"$body>$ballots|"
done
# Clara Claas is a member of the one and advises the other: she votes in one, and is what she is in each.
sed -i '/p-claas/s/\(gremium="umweltausschuss" rolle=\)"Mitglied"/\1"Naturschutzbeauftragte" stimmrecht="nein"/' \
	content/tiefwald/verzeichnis.xml
check "taken in anew" status 0 rs aufnehmen -q content/tiefwald/verzeichnis.xml
sed '/umweltausschuss" ergebnis="einst/s/ja="3"/ja="2"/; /umweltausschuss" ergebnis="abg/s/nein="2"/nein="1"/' \
	right.xml >$N
check "one vote less in the other" says "Umweltausschuss: gegeben, 2 von 2" rs setzen --dump=vorlesen $N
tr '\n' ' ' <"$WORK/stdout" | sed 's/\xc2\xa0/ /g' >read
check "a member in the one" \
	grep -q 'Bauausschuss: Stimmberechtigte Mitglieder.*Clara Claas, .*Umweltausschuss: Stimmb' read
check "advising in the other" grep -q 'Umweltausschuss: Beratende Mitglieder.*Clara Claas, Naturschutzbeauftragte' read
sed -i '/umweltausschuss" ergebnis="abg/s/nein="1"/nein="2"/' $N
check "who advises has no vote" says "[STIMMEN]" rs pruefen $N
