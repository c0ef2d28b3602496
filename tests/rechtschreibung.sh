#!/usr/bin/env bash
# Suite: spelling, measured on the real documents: known slips are found, and of the rest no more than one word a page
# (300 words) is told. The texts lie beside the repository; the list is the one the town has under content/.
. "$(dirname "$0")/lib.sh"
# spelling FILE TOWN SLIP…: those that must be told
spelling() {
	local file=$1 town=$2 text=$SPEC/quellen/$1.txt
	shift 2
	if [ ! -r "$text" ]; then
		skip "spelling of $file: ../shared/quellen/$file.txt is missing"
		return
	fi
	python3 tests/rechtschreibung.py "$text" "$town" >"$WORK/$file.xml"
	"$R" pruefen --rechtschreibung --inhalt content --gestaltung templates "$WORK/$file.xml" 2>&1 |
		grep '\[RECHTSCHREIBUNG\]$' >"$WORK/$file.err"
	for word; do
		check "$file: $word is told" grep -q "„$word“" "$WORK/$file.err"
	done
	local pages=$(($(wc -w <"$text") / 300)) told
	told=$(wc -l <"$WORK/$file.err")
	echo "$file: $told words told on $pages pages"
	check "$file: at most one word a page" test "$told" -gt 0 -a "$told" -le $((pages + $#))
}
spelling konzept-beckum-2018 beckum niedrigrschwelligen
spelling bericht-integrationsmanagement-2023 beckum Patenschafen
spelling konzept-borken-entwurf-2016 borken Staabsstelle Intergrationskurse
spelling bekanntmachung-und-vorlagen-2023-05-31 beckum
# our own documents: each town keeps its list
for d in content/*/*/konzept.xml; do
	"$R" pruefen --rechtschreibung "$d" 2>&1 | grep '\[RECHTSCHREIBUNG\]$' >"$WORK/own"
	check "$d: at most ten unknown words" test "$(wc -l <"$WORK/own")" -le 10
done
"$R" pruefen tests/pruefung/wort-fehler.xml --inhalt tests/inhalt --gestaltung templates >"$WORK/silent" 2>&1
check "without the option it is silent" absent RECHTSCHREIBUNG "$WORK/silent"
finish
