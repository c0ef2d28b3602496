# How far it is, item by item; the sheets for the offices.
number() {
	"$R" stand --format json "${with[@]}" $NEW 2>stderr |
		python3 -c "import json, sys; print(json.load(sys.stdin)['$1'])"
}
all=$(number punkte)
check "nothing is decided" test "$(number entschieden)" = 0
sed -i '0,/status="offen"/s//status="unveraendert"/' $NEW/02-01-wohnraum.xml
check "a Maßnahme" test "$(number entschieden)" = 1
sed -i 's/wert="37509"/wert="38111"/' $NEW/konzept.xml
check "a new value" test "$(number entschieden)" = 2
sed -i 's/\(id="nationen".*\)veraltet="ja"/\1veraltet="ja" bleibt="ja"/' $NEW/konzept.xml
check "a value that stays" test "$(number entschieden)" = 3
echo '2018;31' >>$NEW/daten/zuweisungen.csv
check "new data of a chart" test "$(number entschieden)" = 4
check "in words" says "4 von $all Punkten entschieden" "$R" stand "${with[@]}" $NEW
check "by office" grep -q '^Fachdienst Soziale Dienste: [0-9]* offen' stdout
"$R" stand --stelle vhs "${with[@]}" $NEW >stdout 2>stderr
check "an office sees what it takes part in" grep -q '^ *[0-9]*  Maßnahme   2.2 ' stdout
check "a sheet" status 0 "$R" stand -q --format pdf -o sheet.pdf "${with[@]}" $NEW
check "a sheet of one office" status 0 \
	"$R" stand -q --format pdf --stelle fd-personal -o sheet-personal.pdf "${with[@]}" $NEW
judged_by_verapdf sheet.pdf sheet-personal.pdf
