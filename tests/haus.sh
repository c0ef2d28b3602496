#!/usr/bin/env bash
# The static rules of the house: rooms, sizes, no mutable globals, no place name in C, fonts as they were.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh

raeume() { awk -f src/layers.awk src/layers src/*/*.[ch]; }
groessen() {
	wc -l src/*/*.[ch] src/*/*/*.[ch] 2>/dev/null | awk '$2 != "total" && $1 > 600 {print $2 ": " $1 " Zeilen (höchstens 600)"; bad = 1} END {exit bad}'
}
# A function runs from a line that ends a head at the left edge to the "}" at the left edge; flat switches are exempt.
laengen() {
	awk 'FNR == 1 {start = 0} /^\{$/ {start = FNR; flat = 0} start && /^\tswitch/ {flat = 1}
	     /^\}/ && start {n = FNR - start + 2; if (n > 100 && !flat) {print FILENAME ":" start ": Funktion mit " n " Zeilen"; bad = 1} start = 0}
	     END {exit bad}' src/*/*.c
}
veraenderliches() {
	size -A "$O"/obj/*/*.o | awk '/:$/ {f = $1} ($1 == ".data" || $1 == ".bss") && $2 {print f " " $1 " " $2; bad = 1} END {exit bad}'
}
ortsnamen() { ! grep -rniE 'beckum|borken' src --include='*.[ch]' --include='*.def'; }
grundlagen() { ! grep -rniE 'beckum|borken' templates/grund templates/muster && ! grep -rnE 'grundlage="' templates | grep -v 'grundlage="grund"' | grep .; }
schriften() { (cd fonts && sha256sum --quiet -c PRUEFSUMMEN); }
pfade() { ! git grep -nE '/w[o]rk/|/r[o]ot/|/h[o]me/[a-z]' -- .; }

pruefe "Räume (src/layers)" raeume
pruefe "Dateien bis 600 Zeilen" groessen
pruefe "Funktionen bis 100 Zeilen" laengen
case $O in *san*) ;; *) pruefe "keine veränderlichen globalen Variablen" veraenderliches ;; esac
pruefe "kein Ortsname in C" ortsnamen
pruefe "kein Ort ist eines anderen Grundlage" grundlagen
pruefe "Schriften unverändert" schriften
pruefe "keine Rechnerpfade" pfade
schluss
