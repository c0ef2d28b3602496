#!/usr/bin/env bash
# Suite: Spelling, measured on the real documents: known slips are found, and of the rest no more than one word a page (300 words) is told.
# The texts lie beside the repository and are no part of it; the list is the one the town has under content/.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
quellen=../shared/quellen
# file, town, slips that must be told
faelle=$(cat <<'ENDE'
konzept-beckum-2018 beckum niedrigrschwelligen
bericht-integrationsmanagement-2023 beckum Patenschafen
konzept-borken-entwurf-2016 borken Staabsstelle Intergrationskurse
bekanntmachung-und-vorlagen-2023-05-31 beckum
ENDE
)
while read -r datei ort fehler; do
	if [ ! -r "$quellen/$datei.txt" ]; then
		aus "Rechtschreibung von $datei: der Text ist nicht da"
		continue
	fi
	python3 tests/rechtschreibung.py "$quellen/$datei.txt" "$ort" >"$WERK/$datei.xml"
	"$R" pruefen -q --rechtschreibung --inhalt content --vorlagen templates "$WERK/$datei.xml" 2>&1 | grep '\[RECHTSCHREIBUNG\]$' >"$WERK/$datei.err"
	for wort in $fehler; do
		pruefe "$datei: $wort wird gemeldet" grep -q "„$wort“" "$WERK/$datei.err"
	done
	seiten=$(($(wc -w <"$quellen/$datei.txt") / 300))
	gemeldet=$(wc -l <"$WERK/$datei.err")
	echo "$datei: $gemeldet Wörter auf $seiten Seiten gemeldet"
	pruefe "$datei: höchstens ein Wort je Seite" test "$gemeldet" -gt 0 -a "$gemeldet" -le $((seiten + $(wc -w <<<"$fehler")))
done <<<"$faelle"
# Our own documents: each town keeps its list.
for d in content/*/*/konzept.xml; do
	"$R" pruefen -q --rechtschreibung "$d" 2>&1 | grep '\[RECHTSCHREIBUNG\]$' >"$WERK/eigene"
	pruefe "$d: höchstens zehn unbekannte Wörter" test "$(wc -l <"$WERK/eigene")" -le 10
done
pruefe "ohne die Option bleibt es still" test -z "$("$R" pruefen -q tests/pruefung/wort-fehler.xml --inhalt tests/inhalt --vorlagen templates 2>&1 | grep RECHTSCHREIBUNG)"
schluss
