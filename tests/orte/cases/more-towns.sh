# Towns of further kinds, as data of the tests: a Kreis (Roman period in the number, finance form of two plans, eight
# offices that sign) whose Kreistag votes in every way; a city with joint items and two papers at one item. What is
# printed, entered and given to others of a session in which results differ.
export RATSSATZ_INHALT=content RATSSATZ_GESTALTUNG=templates
# way TOWN DAY: from the sources to minutes; N: the minutes
way() {
	mkdir -p "templates/$1" "content/$1/s"
	cp "$TOP/tests/orte/orte/$1"/{gestaltung,regeln}.xml "templates/$1"
	cp "$TOP/tests/orte/orte/$1/verzeichnis.xml" "content/$1"
	cp "$TOP/tests/orte/orte/$1"/{vorlage-*,sitzung,niederschrift}.xml "content/$1/s"
	N=content/$1/s/niederschrift.xml
	clock "$2 -10 days"
	check "$1: taken in" status 0 rs aufnehmen -q "content/$1"/{verzeichnis.xml,s/vorlage-*.xml,s/sitzung.xml}
	check "$1: released" status 0 rs freigeben -q "content/$1"/s/vorlage-*.xml
	check "$1: issued" status 0 rs ausgeben -q -o "$1" "content/$1"/s/vorlage-*.xml
	check "$1: announced" status 0 rs tagesordnung -q --bekanntgeben --regiebuch -o "$1" "content/$1/s/sitzung.xml"
	clock "$2 +10 days"
	check "$1: minutes" status 0 rs niederschrift -q -o "$1" "$N"
	rs oparl exportieren -q -o "net-$1" --basis-url https://example.org
}
words() { pdftotext "$1" - | tr '\n' ' ' | sed 's/\xc2\xa0/ /g' | tr -s ' '; }
results() {
	py 'import glob, json, sys
for i in json.load(open(glob.glob(sys.argv[1] + "/meeting/*.json")[0]))["agendaItem"]:
    print(i["number"], i.get("result", "-"))' "$1"
}

rs() { "$R" "$@" --register kreis.db; }
way auental 2024-06-20
for f in vorlage-schule niederschrift; do
	"$R" setzen -q --dump=vorlesen content/auental/s/$f.xml >$f.txt 2>/dev/null
	check "$f as it is read" diff "$TOP/tests/orte/orte/auental/$f.vorlesen" $f.txt
done
words auental/auszug-top-oe-3.pdf >extract.txt
check "an extract names who led that item" grep -q 'Leitung Lena Landrat TOP Ö 3' extract.txt
check "OParl has each of results that differ" grep -qF 'Ö 4 zu Nummer 1: mehrheitlich beschlossen (4 Ja' \
	<(results net-auental)
check "so has the paper" grep -qF 'ergebnis="zu Nummer 1: mehrheitlich' content/auental/s/vorlage-schule.xml
check "a list of one keeps its lines" says "            Die überplanmäßige Auszahlung" rs beschluesse
# of resolutions voted on one by one those that passed are the decision, with their numbers
sed 's/zu="geld" ergebnis="einstimmig" ja="6" nein="0"/zu="geld" ergebnis="abgelehnt" ja="1" nein="5"/' $N >one.xml
"$R" setzen -q --dump=vorlesen one.xml 2>/dev/null | tr '\n' ' ' >one.txt
check "what was proposed, then what passed" grep -q 'Beschlussvorschlag .* 2\. Die überplanm.*: Beschluss .* 1\. Die '\
'Ber[^2]* 3\. Der Landrat wird beauftragt, Fördermittel zu beantragen und Spenden' one.txt
check "the next number" says 'VIII/0124-2024' rs register zeige VIII/0124-2024
check "handed over" status 0 rs abgeben -q --sitzung content/auental/s/sitzung.xml -o kreis.zip

rs() { "$R" "$@" --register stadt.db; }
way nordfels 2024-04-18
words nordfels/bekanntmachung.pdf >notice.txt
check "two numbers at one item stand whole" grep -q '0103/24 0103/24 1. Ergänzung' notice.txt
pdftotext -layout nordfels/bekanntmachung.pdf - | grep -c '1\. Ergänzung$' >lines.txt
check "on a line each" equal "$(cat lines.txt)" 1
check "their results" equal "$(results net-nordfels | sed -n '3,7p')" 'Ö 3 -' 'Ö 3.1 ungeändert beschlossen' \
	'Ö 3.2 ungeändert beschlossen' 'Ö 4 einstimmig angenommen' 'Ö 4.1 einstimmig angenommen'
sed -i '/id="c"/,/<\/top>/s/<abstimmung[^>]*>//' $N
check "the first paper of an item needs a result, too" says "[TOPERGEBNIS]" rs pruefen $N

rs() { "$R" "$@" --register markt.db; }
way hochtann 2026-03-12
words hochtann/niederschrift.pdf >minutes.txt
check "votes as the town writes them" \
	grep -q 'Abstimmungsergebnis: 2 : 2, 1 Enthaltung; bei Stimmengleichheit' minutes.txt
check "a new wording keeps the numbers of the proposal's ids" grep -q 'Geheime Abstimmung: zu Nummer 2: 3 : 1, 1 Enth' \
	minutes.txt
check "an invalid ballot reaches the paper" \
	grep -qF 'zu Nummer 2: 3 : 1, 1 Enthaltung, 1 ungültig' content/hochtann/s/vorlage-hh.xml
check "and so it does by hand" status 0 rs ergebnis -q 1/2026 abgelehnt --gremium marktrat --datum 2026-03-12 --ja 2 \
	--nein 2 --enthaltung 0 --ungueltig 1 --berichtigen
check "with the numbers as said" grep -qF 'abgelehnt (2 : 2, 1 ungültig)' content/hochtann/s/vorlage-ba.xml
check "an invalid ballot alone is no vote" status 2 rs ergebnis -q 1/2026 abgelehnt --gremium marktrat \
	--datum 2026-03-12 --ungueltig 1
sed -i '/<beschluss>Der Finanzplan/d' $N
check "ids of a proposal of more resolutions are not those of fewer" says 'zu="satzung"' rs pruefen $N
