#!/usr/bin/env bash
# Suite: Bad inputs: what `pruefen` says about tests/eingabe/NAME.xml while reading must be NAME.err, line by line.
# Only the codes of reading are compared; what later stages find in the same file is not this suite's matter.
# --neu writes the .err again; those of the generated inputs stand in tests/eingabe/erzeugen.sh.
cd "$(dirname "$0")/.." || exit 1
neu=; [ "${1:-}" = --neu ] && { neu=1; shift; }
. tests/gemeinsam.sh
R=$(realpath "$R")
codes='XML|KODIERUNG|NAMENSRAUM|ENTITAET|GRENZE|INCLUDE|WURZEL|ELEMENT|REIHENFOLGE|ANZAHL|PFLICHT|TEXT|ATTRIBUT|FORM|KOMBINATION|CSV|LITERATUR|BILDDATEI|ANLAGENDATEI|KONZEPTAUSGABE|VERZEICHNIS|SCHEMA|DATEI|ID|ANTEIL|BETRAG'

# eins NAME FILE…: in the current folder
eins() {
	local name=$1 want=0
	shift
	timeout 60 "$R" pruefen --inhalt "$INHALT" --vorlagen "$VORLAGEN" "$@" >"$WERK/aus" 2>"$WERK/roh"
	local status=$?
	grep -E "\[($codes)\]\$" "$WERK/roh" >"$WERK/ist"
	[ -n "$neu" ] && cp "$WERK/ist" "$name.err"
	grep -qE ': Fehler: ' "$name.err" && want=1
	grep -qE '\[(DATEI|SCHEMA)\]$' "$name.err" && want=3
	if ! cmp -s "$name.err" "$WERK/ist"; then
		schlecht "$name: andere Meldungen"
		diff "$name.err" "$WERK/ist" | head -n 20
	elif [ "$want" -gt 0 ] && [ "$status" -ne "$want" ]; then
		schlecht "$name: Status $status statt $want"
	elif [ "$status" -gt 3 ]; then
		schlecht "$name: Status $status"
	else
		gut
	fi
}

cd tests/eingabe || exit 1
INHALT=inhalt VORLAGEN=vorlagen
for err in *.err; do
	name=${err%.err}
	eins "$name" "$name.xml"
done
cd - >/dev/null || exit 1
INHALT=$(realpath tests/eingabe/inhalt) VORLAGEN=$(realpath templates)
tests/eingabe/erzeugen.sh "$WERK/gross" || schlecht "erzeugen.sh"
cd "$WERK/gross" || exit 1
for err in *.err; do
	name=${err%.err}
	eins "$name" "$name.xml"
done
rm -rf "$WERK/gross"
cd - >/dev/null || exit 1
pruefe "libxml2 und ratssatz urteilen gleich" python3 tests/schema.py "$R" templates/schema/ratssatz.xsd tests/golden/bausteine.xml "$WERK/mutanten" 400
pruefe "libxml2 und ratssatz urteilen gleich: Folien" python3 tests/schema.py "$R" templates/schema/ratssatz.xsd tests/golden/folien.xml "$WERK/mutanten" 300
for art in vorlage sitzung; do
	pruefe "libxml2 und ratssatz urteilen gleich: $art" python3 tests/schema.py "$R" templates/schema/ratssatz.xsd "tests/eingabe/$art-gut.xml" "$WERK/mutanten" 400
done
rm -rf "$WERK/mutanten"
schluss
