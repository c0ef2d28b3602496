# A Zweckverband: each member gives several votes, the main body is no Rat, its chair no mayor; as far as the hand-over.
export RATSSATZ_INHALT=content RATSSATZ_GESTALTUNG=templates
words() { pdftotext "$1" - | tr '\n' ' ' | sed 's/\xc2\xa0/ /g; s/\xc2\xad//g' | tr -s ' '; }
S=content/mitteltal/s N=content/mitteltal/s/niederschrift.xml
mkdir -p templates/mitteltal $S
cp "$TOP"/tests/orte/orte/mitteltal/{gestaltung,regeln}.xml templates/mitteltal
cp "$TOP"/tests/orte/orte/mitteltal/verzeichnis.xml content/mitteltal
clock 2026-04-20T10:00:00Z
check "a new paper names an office that there is" says 'stelle="geschaeftsstelle"' "$R" neu vorlage mitteltal
check "and a body" grep -q '<beratung gremium="vv"' "$WORK/stdout"
cp "$TOP"/tests/orte/orte/mitteltal/{vorlage-plan,sitzung}.xml $S
check "taken in" status 0 rs aufnehmen content/mitteltal/verzeichnis.xml $S/*.xml
check "a body's own effect of a notice is known" absent 'wirkung' "$WORK/stderr"
check "released" status 0 rs freigeben -q $S/vorlage-plan.xml
check "issued" status 0 rs ausgeben -q -o aus $S/vorlage-plan.xml
check "announced" status 0 rs tagesordnung -q --bekanntgeben --regiebuch -o aus $S/sitzung.xml
check "the chair has the quorum in votes" grep -q 'nötig sind 9 von 16' <(words aus/regiebuch.pdf)
clock 2026-05-13T10:00:00Z
cp "$TOP/tests/orte/orte/mitteltal/niederschrift.xml" $N
cp $N right.xml
check "minutes" status 0 rs niederschrift -q -o aus $N
words aus/niederschrift.pdf >text
for line in 'gegeben, 11 von 16 Stimmen vertreten, nötig sind 9' 'Bodo Buchfink (5 Stimmen)' \
	'Doro Elster (2 Stimmen) in Vertretung für Cora Drossel'; do
	check "printed: $line" grep -qF "$line" text
done
check "a result with its number" grep -q 'mehrheitlich beschlossen (9 Ja, 2 Nein.*Nr. VV-2026-01' $S/vorlage-plan.xml
check "handed over" status 0 rs abgeben -q --sitzung $S/sitzung.xml -o ab.zip
rs oparl exportieren -q -o net --basis-url https://example.org
py 'import glob, json
body = json.load(open(glob.glob("net/body/*.json")[0]))
print(body["rgs"], json.load(open("net" + body["mainOrganization"].removeprefix("https://example.org")))["name"])' >main
check "the main body in OParl" equal "$(cat main)" '069990000000 Verbandsversammlung'
# wrong WHAT CODE SCRIPT
wrong() {
	sed "$3" right.xml >$N
	check "$1" says "[$2]" rs pruefen $N
}
wrong "heads are no votes" STIMMEN 's/ja="9" nein="2"/ja="1" nein="1"/'
wrong "nor in a roll call" STIMMENTEILE 's/person="p-d" wahl="nein"/person="p-d" wahl="ja"/'
wrong "without the largest nobody decides" BESCHLUSSFAEHIG 's/person="p-a"\/>/person="p-a" ab-top="wahl"\/>/'
